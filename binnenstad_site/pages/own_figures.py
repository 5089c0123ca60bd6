"""`/over/cijfers/`: what the site says of itself in numbers, all counted from its content at the date of the build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from binnenstad_site.core.dates import as_iso_day, needs_check
from binnenstad_site.core.typography import counted, dotted
from binnenstad_site.drawings.bars import widths
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.evidence import only_news
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import FIGURES, introduction
from binnenstad_site.pages.page import Page, last_modified
from binnenstad_site.validate.validator import Entry

AGES = ((2, "jonger dan 2 jaar"), (5, "2 tot 5 jaar"), (10, "5 tot 10 jaar"), (999, "10 jaar of ouder"))
"""Below how many years, and how that is called."""
TITLE = "De site in cijfers"
UNDATED = "zonder datum"
MOST_QUARTERS = 8
MOST_PUBLISHERS = 10


@dataclass(frozen=True, slots=True)
class Staaf:
    """A row: a name, its number, its share in percent, and the length of its bar in percent of the longest."""

    naam: str
    aantal: str
    deel: int
    lengte: int


@dataclass(frozen=True, slots=True)
class Verdeling:
    """Numbers that belong together, as a table with a bar in every row."""

    id: str
    titel: str
    zin: str
    wat: str
    """What is counted: the head of the first column."""
    rijen: tuple[Staaf, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CijfersPagina(Context, template="cijfers.html"):
    """What the site says of itself."""

    verdelingen: tuple[Verdeling, ...]


def own_figures_page(builder: PageBuilder) -> Page:
    """`/over/cijfers/`."""
    sentence = "Hoe sterk het bewijs op deze site is, hoe oud de bronnen zijn, en wat er is nagekeken en verbeterd."
    about = builder.site.paginas.get("over")
    over = builder.addresses.link_to(about) if about else None
    intro = introduction(builder, FIGURES, sentence, TITLE, over)
    return intro.page(CijfersPagina(kader=intro.frame, verdelingen=figures(builder)), last_modified(_sourced(builder)))


def figures(builder: PageBuilder) -> tuple[Verdeling, ...]:
    """All that is counted, in the order of the page."""
    entries = _sourced(builder)
    sources = (_ages(builder, entries), _kinds(builder, entries), _publishers(entries))
    shown = (_evidence(builder), _outcomes(builder), *sources, _checked(builder, entries), _corrections(entries))
    return tuple(part for part in shown if part.rijen)


def _sourced(builder: PageBuilder) -> tuple[Entry[MetBronnen], ...]:
    """Every item with sources or a date of its check, without the withdrawn."""
    names = (name for name, row in COLLECTIONS.items() if issubclass(row.model, MetBronnen))
    return tuple(entry for name in names for entry in getattr(builder.site, name).values())


def _rows(numbers: Iterable[tuple[str, int]], whole: int = 0) -> tuple[Staaf, ...]:
    """Rows with their shares of the whole, by default of all numbers together."""
    pairs = tuple(numbers)
    total = whole or sum(number for _, number in pairs)
    if not total:
        return ()
    lengths = widths([number for _, number in pairs])
    return tuple(
        Staaf(name, dotted(number), round(100 * number / total), length)
        for (name, number), length in zip(pairs, lengths, strict=True)
    )


def _in_order(counts: Mapping[str, int], words: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    return ((text, counts.get(value, 0)) for value, text in words.items())


def _evidence(builder: PageBuilder) -> Verdeling:
    counts: Counter[str] = Counter(entry.item.bewijs for entry in builder.site.praktijken.values())
    words = {step: f"{step} {name}" for step, name in reversed(vocabulary.BEWIJS.items())}
    sentence = "Op welke trede van de bewijsladder de praktijken staan."
    return Verdeling("bewijs", "Bewijs", sentence, "Trede", _rows(_in_order(counts, words)))


def _outcomes(builder: PageBuilder) -> Verdeling:
    counts: Counter[str] = Counter(entry.item.uitkomst or "onbekend" for entry in builder.site.praktijken.values())
    sentence = "Of praktijken hun eigen doel haalden, volgens de bronnen."
    return Verdeling("uitkomst", "Uitkomst", sentence, "Uitkomst", _rows(_in_order(counts, vocabulary.UITKOMST)))


def _ages(builder: PageBuilder, entries: Sequence[Entry[MetBronnen]]) -> Verdeling:
    counts = Counter(_age(builder, source.datum) for entry in entries for source in entry.item.bronnen)
    names = (*(name for _, name in AGES), UNDATED)
    sentence = "Hoe lang geleden de bronnen verschenen. Een bron die bij twee items staat, telt twee keer."
    return Verdeling("leeftijd", "Leeftijd van de bronnen", sentence, "Leeftijd", _rows((n, counts[n]) for n in names))


def _age(builder: PageBuilder, day: str) -> str:
    """How old a source is, by its year alone where no more is known."""
    iso = as_iso_day(day)
    if not iso:
        return UNDATED
    years = builder.today.year - int(iso[:4]) - (builder.today.isoformat()[5:] < iso[5:])
    return next(name for below, name in AGES if years < below)


def _kinds(builder: PageBuilder, entries: Sequence[Entry[MetBronnen]]) -> Verdeling:
    counts: Counter[str] = Counter(source.soort or "" for entry in entries for source in entry.item.bronnen)
    named = [*_in_order(counts, vocabulary.SOORT_BRON), *([("niet ingevuld", counts[""])] if counts[""] else [])]
    praktijken = builder.site.praktijken.values()
    alone = sum(only_news(entry.item) for entry in praktijken)
    sentence = (
        f"Wie de bronnen publiceerde. Bij {alone} van {counted(len(praktijken), 'praktijk', 'praktijken')} zijn alle "
        "bronnen berichten van kranten, nieuwssites of omroepen; daar staat: alleen nieuwsbronnen."
    )
    return Verdeling("soorten", "Soorten bronnen", sentence, "Soort", _rows(named))


def _publishers(entries: Sequence[Entry[MetBronnen]]) -> Verdeling:
    counts = Counter(source.uitgever for entry in entries for source in entry.item.bronnen)
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_PUBLISHERS]
    sentence = f"De {len(most)} uitgevers die het vaakst als bron dienen, van {dotted(len(counts))}."
    return Verdeling("uitgevers", "Uitgevers", sentence, "Uitgever", _rows(most, counts.total()))


def _checked(builder: PageBuilder, entries: Sequence[Entry[MetBronnen]]) -> Verdeling:
    late = sum(needs_check(entry.item.gecontroleerd, builder.today) for entry in entries)
    rows = _rows((("binnen 24 maanden", len(entries) - late), ("langer geleden", late)))
    sentence = f"Wanneer de feiten van {counted(len(entries), 'item', 'items')} voor het laatst zijn nagekeken."
    return Verdeling("nagekeken", "Nagekeken", sentence, "Nagekeken", rows)


def _corrections(entries: Sequence[Entry[MetBronnen]]) -> Verdeling:
    """Major changes after the first version of an item, by quarter, the newest first."""
    counts: Counter[str] = Counter()
    for entry in entries:
        later = sorted(entry.item.wijzigingen, key=lambda change: change.datum)[1:]
        counts.update(_quarter(change.datum) for change in later if change.soort == "groot")
    rows = _rows(sorted(counts.items(), key=_newest_first)[:MOST_QUARTERS])
    sentence = "Hoe vaak een item na zijn eerste versie is verbeterd of aangevuld, per kwartaal."
    return Verdeling("verbeterd", "Verbeterd", sentence, "Kwartaal", rows)


def _quarter(day: str) -> str:
    return f"{(int(day[5:7]) + 2) // 3}e kwartaal van {day[:4]}"


def _newest_first(pair: tuple[str, int]) -> tuple[int, int]:
    name, _ = pair
    return -int(name[-4:]), -int(name[0])
