"""The file that an editor starts from: a commented example of one item, made from the model.

In: a row of `COLLECTIONS`, the name of the item and the day. Out: a `Skeleton`, which the command line writes, or a
refusal in Dutch. Nothing here looks at the disk. In fields and body, `<vul in>` must be replaced (`check` refuses what
is left of them), a line with `#` or `[uitleg]:` explains and may stay, and `#naam:` is a field that counts once its
hash is gone.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from binnenstad_site.cli.fieldguide import NEVER_ADDED, Guide, Kind, guides, limits, offered
from binnenstad_site.core.suggestions import enumerate_words
from binnenstad_site.core.urls import is_slug, slugify
from binnenstad_site.link.references import CONTENT
from binnenstad_site.load.documents import Storage
from binnenstad_site.models import Collection
from binnenstad_site.models.vocabulary import FILL_IN

WIDTH = 100
"""Longest comment line, in characters."""

USUAL = frozenset(
    {
        "praktijken.gemeenten",
        "aanpakken.wet",
        "aanpakken.voorwaarden.praktijk",
        "aanpakken.wanneer_niet.praktijk",
        "aanpakken.tabellen.rijen.praktijk",
        "begrippen.uitleg",
        "werkplaats.blokken.stappen.doe",
        "werkplaats.blokken.stappen.zeg",
        "bronnen.soort",
        "bronnen.url",
        "wijzigingen",
        "wijzigingen.wat",
    }
)
"""Fields that may be left out but that nearly every item has: the example asks for them as if they were required."""
_PREFILLED = {
    "gecontroleerd": "{month}",
    "bronnen.geraadpleegd": "{month}",
    "wijzigingen.datum": "{day}",
    "wijzigingen.soort": "groot",
    "wijzigingen.wat": "Eerste versie.",
}

SECTION_HINTS: Mapping[str, Mapping[str, str]] = {
    "trends": {
        "In het kort": "Hooguit vijf zinnen: wat is deze trend en waarom gaat hij binnensteden aan.",
        "Wat verandert er": "Wat doen mensen en bedrijven anders dan tien jaar geleden.",
        "Wat weten we": "Wat onderzoek en cijfers laten zien, met een bron achter elk feit.",
        "Wat weten we niet": "Welke vragen nog open zijn en waar bronnen elkaar tegenspreken.",
        "Wat betekent dit voor uw binnenstad": "Wat een gemeente hiervan merkt en wat zij kan doen.",
        "Vragen om te stellen": "Vragen die u in een overleg over uw eigen binnenstad kunt stellen.",
    },
    "praktijken": {
        "In het kort": "Drie tot vijf zinnen: wat is gedaan, door wie, en wat kwam ervan.",
        "Aanleiding": "Welk probleem er speelde, voor wie, en waarom het toen werd aangepakt.",
        "Aanpak": "Wat er stap voor stap is gedaan en wie wat deed.",
        "Resultaat": "Wat het opleverde en wat tegenviel, met een bron achter elk cijfer.",
        "Wat andere gemeenten hiervan kunnen leren": "Wat u moet begrijpen, wat u aanpast en wat u kunt overnemen.",
    },
    "aanpakken": {
        "In het kort": "Drie tot vijf zinnen: wat is deze aanpak, wanneer kiest u ervoor, en wat mag u verwachten.",
        "Hoe het werkt": "Het idee erachter, met de beste gevallen verteld. De stappen staan al in het veld stappen.",
        "Wat weten we": "Wat de praktijken en het onderzoek samen laten zien, en welke meting nog ontbreekt.",
        "Wat mag volgens de wet": "Wat de regels in het veld wet samen betekenen voor een gemeente.",
        "Wanneer niet": "In welke straat of stad dit niet helpt, en wat daar beter past.",
    },
    "scenarios": {
        "Een dag in deze binnenstad": "Een verhaal over één gewone dag, gezien door de ogen van een bewoner.",
        "Wat is hier waar": "Wat in deze toekomst vaststaat over wonen, werken, winkelen en vervoer.",
        "Wat vraagt dit van de gemeente": "Wat een gemeente hier moet kunnen, regelen of loslaten.",
    },
    "verslagen": {
        "In het kort": "Drie tot vijf zinnen: wie kwamen bij elkaar, waarover, en wat is de uitkomst.",
        "Wat is besproken": "De onderwerpen en de meningen, zonder namen van deelnemers.",
        "Wat nemen we mee": "Wat deze bijeenkomst leert voor andere gemeenten.",
        "Open vragen": "Waar nog geen antwoord op is.",
    },
}
FREE_BODY = "De tekst van de pagina. Een kop krijgt twee hekjes en een spatie, een tussenkop drie."


INTRO = (
    f"# Een {{}}. Vervang elke {FILL_IN}. Regels die met een hekje beginnen, zijn uitleg en mogen blijven staan.",
    "# Staat het hekje direct voor een veld, zoals bij #naam: dan mag dat veld weg. Haal het hekje ervoor weg als",
    "# u het veld wel gebruikt, ook bij de regels die eronder inspringen. Staat iets niet in uw bronnen? Schrijf",
    "# onbekend waar dat kan, of laat het veld weg.",
)
CITING = "# In de tekst onder de velden noemt u een bron zo: [@sleutel], aan het eind van de zin."


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What to write, and where."""

    slug: str
    path: str
    """Posix, relative to the project."""
    text: str
    append: bool = False
    """Whether the text is an entry to add at the end of a list file, which then exists already."""
    elsewhere: tuple[str, ...] = ()
    """Other paths at which the same item may already be."""


class SkeletonRefused(ValueError):  # noqa: N818 - an answer to the editor, not a failure
    """There can be no such item; the message is a Dutch sentence for the editor."""


def skeleton(collection: Collection, naam: str, today: date) -> Skeleton:
    """The file for a new item with this name, or `SkeletonRefused`. It never looks whether there is one already."""
    parts = naam.split("/") if collection.storage is Storage.TREE else [naam]
    titles = [title for part in parts if (title := " ".join(part.split()))]
    if not titles or any(slugify(title) == "item" != title.lower() for title in titles):
        raise SkeletonRefused('Geef de naam van het nieuwe item, bijvoorbeeld: "Wonen boven winkels".')
    slug = "/".join(slugify(title) for title in titles)
    _refuse_closed(collection, slug)
    if slug in collection.reserved or not all(is_slug(part) for part in slug.split("/")):
        raise SkeletonRefused(f'Het adres "{slug}" is al ergens anders voor nodig. Kies een langere naam.')
    place = CONTENT + collection.name
    text = example(collection, _written(titles[-1]), today)
    if collection.storage is Storage.FILE:
        return Skeleton(collection.name, f"{place}.yaml", text)
    if collection.storage is Storage.LIST:
        return Skeleton(slug, f"{place}.yaml", f"\n{text}", append=True)  # also behind a last line without an end
    if collection.storage is Storage.YAML:
        return Skeleton(slug, f"{place}/{slug}.yaml", text)
    return Skeleton(slug, f"{place}/{slug}.md", text, elsewhere=(f"{place}/{slug}/index.md",))


def _refuse_closed(collection: Collection, slug: str) -> None:
    if collection.name in NEVER_ADDED:
        raise SkeletonRefused(
            f"De {collection.name} zijn een gesloten lijst: ze staan alle al in {CONTENT}{collection.name}.yaml. "
            "Andere items verwijzen ernaar met het woord achter slug."
        )
    if collection.closed and slug not in collection.closed:
        raise SkeletonRefused(
            f"De {collection.name} zijn een gesloten lijst: {enumerate_words(collection.closed, 'en')}. "
            "Er komt geen nieuwe bij; verbeter een bestand dat er al is."
        )


def example(collection: Collection, name: str = FILL_IN, today: date | None = None) -> str:
    """The commented example of a collection; without a name and a day these are left to fill in as well."""
    dates = {"month": f"{today:%Y-%m}", "day": f"{today:%Y-%m-%d}"} if today else {"month": FILL_IN, "day": FILL_IN}
    prefilled = {path: value.format_map(dates) for path, value in _PREFILLED.items()}
    prefilled |= {"titel": name, collection.slug_from or "titel": name}
    if collection.slug_from and "titel" in collection.model.model_fields and name != FILL_IN:
        numbered = any(
            guide.name == collection.slug_from and guide.kind is Kind.INTEGER for guide in guides(collection)
        )
        prefilled[collection.slug_from] = FILL_IN if numbered else slugify(name)
    fields = [line for guide in guides(collection) for line in _field(guide, collection.name, prefilled)]
    if collection.storage is Storage.LIST:
        return "\n".join(_entry(fields)) + "\n"
    intro = [INTRO[0].format(collection.enkelvoud), *INTRO[1:]]
    if collection.storage in {Storage.YAML, Storage.FILE}:
        return "\n".join([*intro, *fields]) + "\n"
    return "\n".join(["---", *intro, CITING, *fields, "---", *body_lines(collection)]) + "\n"


def body_lines(collection: Collection) -> Iterator[str]:
    """The sections, each with a hint in the form of a link definition, which no page shows."""
    hints = SECTION_HINTS[collection.name] if collection.sections else {"": FREE_BODY}
    for title, hint in hints.items():
        yield ""
        if title:
            yield from (f"## {title}", "")
        yield from (f"[uitleg]: # ({hint})", "", FILL_IN)


def _field(guide: Guide, collection: str, prefilled: Mapping[str, str], group: str = "") -> Iterator[str]:
    """The comment and the lines of a field; a field that may be left out has a hash before each of its lines.

    `prefilled` has the values of fields by their path (`bronnen.geraadpleegd`); `group` is the path of the group.
    """
    path = f"{group}.{guide.name}" if group else guide.name
    if guide.fields:
        value = [line for field in guide.fields for line in _field(field, collection, prefilled, path)]
    else:
        value = [prefilled.get(path, FILL_IN)]
    if guide.below:
        bare = [line for line in value if not line.startswith("# ")]
        value = [line for name in guide.below for line in _named(name, value if name == guide.below[0] else bare)]
    if guide.many:
        others = [line for line in value if not _EXPLAINS.match(line)]
        value = [*_entry(value), *_entry(others) * (int(guide.least or 1) - 1)]
    usual = guide.required or path in USUAL or f"{collection}.{path}" in USUAL
    yield from _comment(guide, usual=usual)
    yield from (line if usual else f"#{line}" for line in _named(guide.name, value))


def _named(name: str, value: list[str]) -> list[str]:
    """`name: value` on one line, or the lines of a list or group below the name."""
    if len(value) == 1 and not value[0].startswith("- "):
        return [f"{name}: {value[0]}"]
    return [f"{name}:", *(f"  {line}" for line in value)]


def _entry(lines: list[str]) -> list[str]:
    """The lines as one entry of a list: a dash before the first that is no comment."""
    first = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
    return [
        f"- {line}" if index == first else line if index < first else f"  {line}" for index, line in enumerate(lines)
    ]


def _comment(guide: Guide, *, usual: bool) -> Iterator[str]:
    """`# Label: explanation (required; choices; limits)`, over as many lines as it takes."""
    rules = ["verplicht" if guide.required else "meestal nodig" if usual else "mag weg"]
    rules += filter(None, (offered(guide), limits(guide)))
    if guide.or_unknown:
        rules.append(f"niets gevonden? schrijf dan {guide.name}: onbekend")
    text = f"{guide.label}: {guide.explanation} ({'; '.join(rules)})"
    unbroken = text.replace(" (", "\N{NO-BREAK SPACE}(")  # a choice and its meaning stay on one line
    for line in textwrap.wrap(unbroken, WIDTH, break_on_hyphens=False, break_long_words=False):
        yield f"# {line}".replace("\N{NO-BREAK SPACE}", " ")


_EXPLAINS = re.compile(r"[# ]*# (?! )")
"""The beginning of a line that explains a field, also of one that may be left out."""
_PLAIN = re.compile(r"[^\W_](?:[^:#]|:(?=\S)|(?<=\S)#)*")
_WORDS_OF_YAML = frozenset({"null", "Null", "NULL"})


def _written(title: str) -> str:
    """The title as YAML, between quotes where it needs them."""
    if _PLAIN.fullmatch(title) and title not in _WORDS_OF_YAML and not title.endswith(":"):
        return title
    if '"' not in title and "\\" not in title:
        return f'"{title}"'
    return "'" + title.replace("'", "''") + "'"
