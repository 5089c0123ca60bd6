"""What a refusal of pydantic or of our own types means, in Dutch: a table from error type to code, message and hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from binnenstad_site.diagnostics import Code
from binnenstad_site.models.vocabulary import FILL_IN
from binnenstad_site.suggestions import did_you_mean, enumerate_words
from binnenstad_site.urls import ADDRESS, SLUG, slugify

LONGEST_QUOTE = 60
YES = frozenset({"ja", "j", "yes", "y", "on", "aan", "1", "true", "waar"})
NO = frozenset({"nee", "n", "no", "neen", "off", "uit", "0", "false", "onwaar"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused value, with what its field is called and for."""

    kind: str
    label: str
    name: str
    explanation: str
    value: Any
    context: Mapping[str, Any]


class Answer(NamedTuple):
    """What the editor reads."""

    code: Code
    message: str
    hint: str


def quoted(value: object) -> str:
    """The value between quotes, shortened when long."""
    text = str(value)
    return f'"{text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"}"'


def _missing(r: Refusal) -> Answer:
    return Answer(
        Code.VERPLICHT_VELD, f'Het veld "{r.name}" ontbreekt', f"Voeg een regel toe: {r.name}: … ({r.explanation})"
    )


def _choice(r: Refusal) -> Answer:
    if not isinstance(r.value, str):
        return _text_expected(r)
    options = re.findall(r"'([^']*)'", str(r.context["expected"]))
    return Answer(
        Code.ONBEKENDE_KEUZE,
        f'{quoted(r.value)} kan niet bij "{r.label}"',
        did_you_mean(r.value, options) or f"Kies uit: {enumerate_words(options)}.",
    )


def _text_expected(r: Refusal) -> Answer:
    if isinstance(r.value, tuple):
        kind, how = "een lijst", "Schrijf één waarde, zonder streepjes of blokhaken."
    else:  # `- gemeente Delft: opdrachtgever` is a group to YAML
        kind, how = "een groep velden", "Staat er een dubbele punt in de tekst, zet dan alles tussen aanhalingstekens."
    return Answer(
        Code.TEKST_VERWACHT,
        f'Bij "{r.label}" hoort één tekst, maar hier staat {kind}',
        f"{how} {r.explanation}",
    )


def _list_expected(r: Refusal) -> Answer:
    value = str(r.value) if isinstance(r.value, str) else "…"
    return Answer(
        Code.LIJST_VERWACHT,
        f'Bij "{r.label}" hoort een lijst, ook als er maar één ding in staat',
        f"Zet de waarde tussen blokhaken, {r.name}: [{value}], of op een eigen regel met een streepje: - {value}",
    )


def _group_expected(r: Refusal) -> Answer:
    return Answer(
        Code.GROEP_VERWACHT,
        f'Bij "{r.label}" horen velden op eigen regels, elk met een naam',
        f"Zet de velden ingesprongen onder elkaar. {r.explanation}",
    )


def _characters(text: str) -> str:
    """How long a text is, without the spaces around it."""
    length = len(text.strip())
    return f"{length} {'teken' if length == 1 else 'tekens'}"


def _short(r: Refusal) -> Answer:
    least = int(r.context["min_length"])
    if isinstance(r.value, str):
        return Answer(
            Code.TE_KORT,
            f'"{r.label}" is te kort: {_characters(r.value)}, en minstens {least} zijn nodig',
            r.explanation,
        )
    return Answer(
        Code.TE_WEINIG, f'Bij "{r.label}" staan er {len(r.value)}; minstens {least} zijn nodig', r.explanation
    )


def _long(r: Refusal) -> Answer:
    most = int(r.context["max_length"])
    if isinstance(r.value, str):
        over = len(r.value.strip()) - most
        return Answer(
            Code.TE_LANG,
            f'"{r.label}" is te lang: {_characters(r.value)}, en hooguit {most} passen',
            f"Haal er {over} {'teken' if over == 1 else 'tekens'} af.",
        )
    there = len(r.value)
    return Answer(Code.TE_VEEL, f'Bij "{r.label}" staan er {there}; hooguit {most} zijn toegestaan', r.explanation)


def _bounds(r: Refusal) -> Answer:
    limit = r.context.get("ge", r.context.get("le"))
    side = "minstens" if "ge" in r.context else "hooguit"
    written = quoted(str(r.value).removesuffix(".0"))
    return Answer(Code.ONGELDIG_GETAL, f'{written} kan niet bij "{r.label}": {side} {limit:g}', r.explanation)


def _pattern(r: Refusal) -> Answer:
    return Answer(Code.ONBEKENDE_KEUZE, f'{quoted(r.value)} kan niet bij "{r.label}"', r.explanation)


def _date(r: Refusal) -> Answer:
    shapes = enumerate_words([str(shape) for shape in r.context["vormen"]])
    guess = r.context["voorstel"]
    start = f"Bedoelde u {guess}? " if guess else ""
    return Answer(
        Code.ONGELDIGE_DATUM, f'{quoted(r.value)} is geen datum die bij "{r.label}" kan', f"{start}Schrijf {shapes}."
    )


def _number(r: Refusal) -> Answer:
    guess = f"Bedoelde u {r.context['voorstel']}? " if r.context["voorstel"] else ""
    how = {
        "geheel": "Schrijf een heel getal zonder punten of spaties, zoals 1250.",
        "decimaal": "Schrijf een getal met een punt, zoals 52.255.",
        "nederlands": "Schrijf een getal zoals 210.000 of 23,7, zonder woorden erbij.",
    }[r.context["soort"]]
    return Answer(Code.ONGELDIG_GETAL, f'{quoted(r.value)} is geen getal dat bij "{r.label}" kan', guess + how)


def _yes_no(r: Refusal) -> Answer:
    word = str(r.value).strip().lower()
    guess = "ja" if word in YES else "nee" if word in NO else ""
    start = f'Bedoelde u "{guess}"? ' if guess else ""
    return Answer(Code.GEEN_JA_NEE, f'Bij "{r.label}" kan alleen ja of nee', start + r.explanation)


def _markup(r: Refusal) -> Answer:
    return Answer(
        Code.OPMAAK_IN_VELD,
        f'In "{r.label}" staat opmaak ({r.context["teken"]}), maar een veld is gewone tekst',
        "Haal de opmaak weg. Bronnen noemt u in het veld bron, of met [@sleutel] in de tekst eronder.",
    )


def _slug(r: Refusal) -> Answer:
    guess = slugify(str(r.value))
    if SLUG.fullmatch(str(r.value)):  # well written, but too long or the name of a device
        why, guess = "dat woord is te lang of bezet", guess if guess != r.value else f"{guess}-1"
    else:
        why = "alleen kleine letters, cijfers en streepjes"
    return Answer(Code.ONGELDIGE_SLUG, f'{quoted(r.value)} kan niet bij "{r.label}": {why}', f"Bedoelde u {guess}?")


def _address(r: Refusal) -> Answer:
    path = re.sub(r"[?#].*", "", re.sub(r"^\w+://[^/]*", "", str(r.value)), flags=re.DOTALL)
    parts = ["-".join(part.split()) for part in path.split("/") if part.strip()]
    guess = f"/{'/'.join(parts)}/"
    hint = "Een adres begint en eindigt met een schuine streep."
    if ADDRESS.fullmatch(guess):
        hint += f" Bedoelde u {guess}?"
    elif parts:
        hint += " Ertussen staan alleen letters zonder accenten, cijfers en streepjes."
    return Answer(Code.ONGELDIG_ADRES, f"{quoted(r.value)} is geen adres op deze site", hint)


def _url(r: Refusal) -> Answer:
    hints = {
        "vorm": "Kopieer het hele adres uit de adresbalk; het begint met https://.",
        "volgcode": "Haal de volgcode weg: alles vanaf utm_, fbclid of gclid.",
        "lengte": "Dit adres is te lang. Zoek het korte adres van de pagina.",
    }
    return Answer(Code.ONGELDIGE_URL, f'{quoted(r.value)} kan niet bij "{r.label}"', hints[str(r.context["reden"])])


def _twice(r: Refusal) -> Answer:
    return Answer(
        Code.DUBBELE_WAARDE, f'{quoted(r.context["waarde"])} staat twee keer bij "{r.label}"', "Haal er een weg."
    )


def _empty(r: Refusal) -> Answer:
    return Answer(Code.LEGE_WAARDE, f'Bij "{r.label}" staat niets tussen de aanhalingstekens', r.explanation)


ANSWERS: Mapping[str, Callable[[Refusal], Answer]] = {
    "missing": _missing,
    "literal_error": _choice,
    "string_type": _text_expected,
    "tuple_type": _list_expected,
    "model_type": _group_expected,
    "dict_type": _group_expected,
    "string_too_short": _short,
    "string_too_long": _long,
    "too_short": _short,
    "too_long": _long,
    "greater_than_equal": _bounds,
    "less_than_equal": _bounds,
    "int_type": _text_expected,
    "float_type": _text_expected,
    "bool_type": _text_expected,
    "string_pattern_mismatch": _pattern,
    "ongeldige-datum": _date,
    "ongeldig-getal": _number,
    "geen-ja-nee": _yes_no,
    "lege-waarde": _empty,
    "opmaak-in-veld": _markup,
    "ongeldige-slug": _slug,
    "ongeldig-adres": _address,
    "ongeldige-url": _url,
    "dubbele-waarde": _twice,
}
"""Every error type that the models can give; a test shows that none is missing."""


def refuse(refusal: Refusal) -> Answer:
    """The code, message and hint for one refusal."""
    if refusal.value == FILL_IN:
        message = f'Bij "{refusal.label}" staat nog {FILL_IN}'
        return Answer(Code.VERPLICHT_VELD, message, f"Vul het veld in. {refusal.explanation}".strip())
    return ANSWERS[refusal.kind](refusal)
