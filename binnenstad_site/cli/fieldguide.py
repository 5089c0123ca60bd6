"""The content model as an editor should read it: per field what it is for, what may stand there, and how much.

In: the models. Out: `Guide` values, from which the skeletons and the table of fields are made, so that neither can say
anything else than what `validate/` enforces. A type that nobody has named here is a `TypeError`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel

from binnenstad_site.core.budgets import MOST_IN_LIST
from binnenstad_site.core.suggestions import enumerate_words
from binnenstad_site.link.references import CONTENT
from binnenstad_site.load.documents import Storage
from binnenstad_site.models import COLLECTIONS, Collection, fields_in_order, texttypes, vocabulary
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.models.texttypes import Refers


class Kind(Enum):
    """What one value is."""

    TEXT = "tekst"
    SLUG = "slug"
    ADDRESS = "adres"
    URL = "webadres"
    FILE = "afbeelding"
    MAIL = "mailadres"
    INTEGER = "geheel getal"
    DECIMAL = "getal met een punt"
    NUMBER = "getal zoals gepubliceerd"
    YES_NO = "ja of nee"
    DATE = "datum"
    CHOICE = "keuze"
    REFERENCE = "verwijzing"
    GROUP = "groep"


@dataclass(frozen=True, slots=True)
class Guide:
    """One field of a model. The limits count what `many` says: entries of a list, else characters or the number."""

    name: str
    """The key in YAML."""
    label: str
    explanation: str
    required: bool
    kind: Kind = Kind.TEXT
    many: bool = False
    """A list of values of this kind."""
    below: tuple[str, ...] = ()
    """The names under which a value each is asked, such as the four scenarios."""
    choices: tuple[str, ...] = ()
    refers: str = ""
    """The collection that a reference leads to; `*` when it is written as `collectie/slug`."""
    fields: tuple[Guide, ...] = ()
    """The fields of a group."""
    least: float | None = None
    most: float | None = None
    or_unknown: bool = False
    """A list that may also be the word `onbekend`."""
    dates: tuple[str, ...] = ()
    """The ways in which a date may be written."""


def _marker(alias: Any) -> Any:
    """The validator that makes a text type what it is."""
    return get_args(alias)[1]


DATES: Mapping[Any, tuple[str, ...]] = {
    _marker(texttypes.Jaar): ("JJJJ",),
    _marker(texttypes.JaarOfOnbekend): ("JJJJ", "onbekend"),
    _marker(texttypes.Dag): ("JJJJ-MM-DD",),
    _marker(texttypes.Maand): ("JJJJ-MM", "JJJJ-MM-DD"),
    _marker(texttypes.Datum): ("JJJJ", "JJJJ-MM", "JJJJ-MM-DD", "onbekend"),
    _marker(texttypes.Begin): ("JJJJ", "JJJJ-MM", "onbekend"),
    _marker(texttypes.Eind): ("JJJJ", "JJJJ-MM", "onbekend", "heden"),
}
_MARKERS: Mapping[Any, Kind] = {
    _marker(texttypes.Tekst): Kind.TEXT,
    _marker(texttypes.TekstMetBron): Kind.TEXT,
    _marker(texttypes.Slug): Kind.SLUG,
    _marker(texttypes.Adres): Kind.ADDRESS,
    _marker(texttypes.Url): Kind.URL,
    _marker(texttypes.Bestand): Kind.FILE,
    _marker(texttypes.Mailadres): Kind.MAIL,
    _marker(texttypes.Geheel): Kind.INTEGER,
    _marker(texttypes.Decimaal): Kind.DECIMAL,
    _marker(texttypes.Getal): Kind.NUMBER,
    _marker(texttypes.JaNee): Kind.YES_NO,
    **dict.fromkeys(DATES, Kind.DATE),
}
MEANINGS: Mapping[tuple[str, ...], Mapping[str, str]] = {
    get_args(vocabulary.Bewijs): vocabulary.BEWIJS,
    get_args(vocabulary.Land): vocabulary.LAND,
    get_args(vocabulary.SoortBron): vocabulary.SOORT_BRON_UITLEG,
}
"""What choices mean that do not explain themselves."""
NEVER_ADDED = frozenset({"gemeenten"})
"""Collections that are complete, although the model does not list what is in them."""


@cache
def guides(collection: Collection) -> tuple[Guide, ...]:
    """The fields of a collection, in the order in which its files have them."""
    return tuple(_guide(collection.model, name) for name in fields_in_order(collection.model))


def _guide(model: type[BaseModel], name: str) -> Guide:
    field = model.model_fields[name]
    least: float | None = None
    most: float | None = None
    for limit in field.metadata:
        match limit:
            case MinLen(bound) | Ge(bound):
                least = float(str(bound))
            case MaxLen(bound) | Le(bound):
                most = float(str(bound))
            case _:
                pass
    guide = Guide(
        name=name,
        label=field.title or name,
        explanation=field.description or "",
        required=field.is_required(),
        least=least,
        most=most,
        or_unknown=texttypes.OfOnbekend in field.metadata,
    )
    guide = _of_type(guide, field.annotation, tuple(field.metadata))
    return replace(guide, most=None) if guide.many and guide.most == MOST_IN_LIST else guide  # no editor comes near


def _of_type(guide: Guide, annotation: Any, extras: tuple[Any, ...]) -> Guide:
    """The guide with what an annotation and the metadata beside it say."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of_type(guide, parts[0], (*extras, *parts[1:]))
    if NoneType in parts:
        return _of_type(guide, next(part for part in parts if part is not NoneType), extras)
    if origin is tuple:
        return replace(_of_type(guide, parts[0], ()), many=True)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        names = _of_type(guide, parts[0], ()).choices
        return replace(_of_type(guide, parts[1], ()), below=names)
    return _of_one_value(guide, annotation, extras)


def _of_one_value(guide: Guide, annotation: Any, extras: tuple[Any, ...]) -> Guide:
    if get_origin(annotation) is Literal:
        return replace(guide, kind=Kind.CHOICE, choices=get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = tuple(_guide(annotation, name) for name in annotation.model_fields)
        return replace(guide, kind=Kind.GROUP, fields=fields)
    for extra in extras:
        if isinstance(extra, Refers):
            closed = COLLECTIONS[extra.collection].closed if extra.collection in COLLECTIONS else ()
            return replace(guide, kind=Kind.REFERENCE, choices=closed, refers=extra.collection)
        if extra in _MARKERS:
            return replace(guide, kind=_MARKERS[extra], dates=DATES.get(extra, ()))
    raise TypeError(f"no guide for {annotation} with {extras}")


def limits(guide: Guide) -> str:
    """How much may stand there, in Dutch: `40 tot 200 tekens`, `minstens 1 regel`; empty when anything goes."""
    least, most = guide.least, guide.most
    is_text = guide.kind is Kind.TEXT and not guide.many
    if least is not None and most is not None:
        words = f"{least:g} {'tot' if is_text else 'tot en met'} {most:g}" if least != most else f"{most:g}"
    elif least is not None:
        words = f"minstens {least:g}"
    elif most is not None:
        words = f"hooguit {most:g}"
    else:
        return ""
    if is_text:
        return f"{words} tekens"
    if guide.many and guide.kind is not Kind.GROUP:
        return f"{words} {'regel' if (most or least) == 1 else 'regels'}"
    return words


def offered(guide: Guide) -> str:
    """What to choose from, in Dutch: `keuzes: nu, later`, with what a short code means; empty when the text is free."""
    if guide.kind is Kind.YES_NO:
        return "keuzes: ja, nee"
    if guide.choices:
        meanings = MEANINGS.get(guide.choices, {})
        words = [f"{value} ({meanings[value]})" if value in meanings else value for value in guide.choices]
        return f"keuzes: {', '.join(words)}"
    if guide.refers == "*":
        return "zoals trends/anders-werken"
    if guide.refers:
        is_list = COLLECTIONS[guide.refers].storage is Storage.LIST
        place = CONTENT + guide.refers
        return f"slugs uit {place}.yaml" if is_list else f"namen van bestanden uit {place}, zonder .md"
    return ""


TABLE_INTRO = """# Alle velden

Per soort item de velden, in de volgorde waarin ze in het bestand staan. Een voorbeeld met uitleg vindt u in
[voorbeelden](voorbeelden/), de betekenis van een melding in [fouten.md](fouten.md).

Dit bestand is gemaakt uit het model, met `python -m tools.velden`. Verander het niet met de hand.
"""
LADDER = "## De bewijsladder"
SHARED = "## Bronnen, wijzigingen en ingetrokken"


def field_table() -> str:
    """All fields of all collections as Markdown tables, in Dutch, with what may stand there."""
    shared = {guide.name: guide for row in COLLECTIONS.values() for guide in guides(row) if _is_shared(guide)}
    parts = [TABLE_INTRO]
    for row in COLLECTIONS.values():
        parts += [f"## {row.name}", ""]
        if row.closed or row.name in NEVER_ADDED:
            parts += ["Dit is een gesloten lijst: er komt niets bij.", ""]
        parts += [*_rows(guides(row), ""), ""]
        if row.sections:
            parts += [f"Koppen in de tekst, in deze volgorde: {', '.join(row.sections)}.", ""]
    parts += [SHARED, "", "Deze groepen zijn in elk soort item hetzelfde.", ""]
    for guide in shared.values():
        parts += [f"### {guide.name}", "", *_rows(guide.fields, ""), ""]
    parts += [LADDER, "", "| trede | naam | wanneer |", "| --- | --- | --- |"]
    parts += [f"| {step} | {name} | {vocabulary.BEWIJS_REGEL[step]} |" for step, name in vocabulary.BEWIJS.items()]
    return "\n".join(parts) + "\n"


def _is_shared(guide: Guide) -> bool:
    return guide.kind is Kind.GROUP and guide.name in MetBronnen.model_fields


def _rows(fields: tuple[Guide, ...], group: str) -> Iterator[str]:
    if not group:
        yield from ("| veld | naam | wat | verplicht | wat er mag staan |", "| --- | --- | --- | --- | --- |")
    for guide in fields:
        name = f"{group}{guide.name}"
        required = "ja" if guide.required else "nee"
        yield f"| `{name}` | {guide.label} | {guide.explanation} | {required} | {_allowed(guide)} |"
        if guide.fields and not _is_shared(guide):
            yield from _rows(guide.fields, f"{name} › ")


def _allowed(guide: Guide) -> str:
    words = ["lijst"] if guide.many else []
    if guide.below:
        words.append(f"bij elk van {', '.join(guide.below)}")
    words.append(f"datum: {enumerate_words(guide.dates)}" if guide.dates else offered(guide) or guide.kind.value)
    if guide.or_unknown:
        words.append("of het woord onbekend")
    return "; ".join([*words, bounds] if (bounds := limits(guide)) else words)
