"""Rules over the wordings in which readers name a kenmerk (`zoekwoorden.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.suggestions import Suggestions, enumerate_words
from binnenstad_site.link.site import Site
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.searchwords import NUMBER, NUMBERED, PAGINA, VALUES, Zoekwoord
from binnenstad_site.search.reading import wording
from binnenstad_site.validate.validator import Entry

BETWEEN = "tussen"
"""The meaning that takes two numbers."""
MOST_NAMED = 15


def wordings_mean_something(site: Site) -> Iterator[Diagnostic]:
    """Every value exists, and a wording has as many numbers as its meaning takes."""
    suggestions, known_pages = Suggestions(), tuple(_pages_of(site))
    for entry in site.zoekwoorden:
        item = entry.item
        if item.kenmerk == PAGINA or item.paginas:
            yield from _pages(entry, known_pages, suggestions)
        elif item.getal is None:
            yield from _values(entry, _values_of(site, item.kenmerk), suggestions)
        elif item.waarden or item.kenmerk not in NUMBERED:
            yield Diagnostic(
                Code.ZOEKWOORD_LEEST_NIETS,
                entry.document.locate("getal"),
                f'Bij "{item.naam}" kan geen getal staan',
                f"Een getal hoort bij {enumerate_words(sorted(NUMBERED), last='of')}, en dan zonder waarden.",
            )
        yield from _numbers(entry)


def _values_of(site: Site, kenmerk: str) -> Iterable[str]:
    """The values that a kenmerk can have; none for a year, which is always a number."""
    items: dict[str, Iterable[str]] = {"aanpak": site.aanpakken, "trend": site.trends}
    return items[kenmerk] if kenmerk in items else VALUES.get(kenmerk, {})


def _pages_of(site: Site) -> Iterator[str]:
    """What can be found, as collection/slug; also what is withdrawn or has an error of its own."""
    known = (*(entry.ref for entry in site.withdrawn), *site.broken)
    found = ((name, slug) for name, row in COLLECTIONS.items() if row.vindbaar for slug in getattr(site, name))
    yield from (f"{collection}/{slug}" for collection, slug in (*found, *known))


def _values(entry: Entry[Zoekwoord], known: Iterable[str], suggestions: Suggestions) -> Iterator[Diagnostic]:
    item = entry.item
    if not item.waarden:
        yield _means_nothing(entry, "Zet bij waarden welke keuzes bedoeld zijn, of bij getal wat het is.")
    yield from _unknown(entry, "waarden", tuple(known), f"is geen waarde van {item.kenmerk}", suggestions)


def _pages(entry: Entry[Zoekwoord], known: tuple[str, ...], suggestions: Suggestions) -> Iterator[Diagnostic]:
    """A row of kenmerk pagina has pages and no values, and no other row has pages."""
    item = entry.item
    if item.kenmerk != PAGINA:
        yield _means_nothing(entry, f"Haal paginas weg, of maak van het kenmerk {PAGINA}: alleen daar horen zij bij.")
    elif item.waarden or item.getal or not item.paginas:
        yield _means_nothing(entry, f"Bij kenmerk {PAGINA} horen paginas en woorden, en geen waarden of getal.")
    yield from _unknown(entry, "paginas", known, "is geen pagina waarop gezocht kan worden", suggestions)


def _means_nothing(entry: Entry[Zoekwoord], hint: str) -> Diagnostic:
    message = f'Bij "{entry.item.naam}" staat niet wat een lezer bedoelt'
    return Diagnostic(Code.ZOEKWOORD_LEEST_NIETS, entry.document.locate("naam"), message, hint)


def _unknown(
    entry: Entry[Zoekwoord], field: str, options: tuple[str, ...], problem: str, suggestions: Suggestions
) -> Iterator[Diagnostic]:
    for number, value in enumerate(getattr(entry.item, field)):
        if value not in options:
            guess = suggestions.nearest(value, options)
            hints = [f'Bedoelde u "{guess}"?'] if guess else []
            if 0 < len(options) <= MOST_NAMED:
                hints.append(f"Kies uit: {enumerate_words(options)}.")
            place = entry.document.locate(field, number)
            yield Diagnostic(Code.ZOEKWOORD_LEEST_NIETS, place, f'"{value}" {problem}', " ".join(hints))


def _numbers(entry: Entry[Zoekwoord]) -> Iterator[Diagnostic]:
    meaning = entry.item.getal
    expected = 0 if meaning is None else 2 if meaning == BETWEEN else 1
    for number, words in enumerate(entry.item.woorden):
        if words.count(NUMBER) != expected:
            place = entry.document.locate("woorden", number)
            times = ("geen", "één keer", "twee keer")[expected]
            yield Diagnostic(
                Code.ZOEKWOORD_LEEST_NIETS,
                place,
                f'In "{words}" hoort {times} {NUMBER}',
                f"Bij getal staat {meaning}." if meaning else "Een getal in de woorden vraagt een regel met getal.",
            )


def wordings_unique(site: Site) -> Iterator[Diagnostic]:
    """A wording is read in one way; what is said of pages may be said of more than one."""
    seen: dict[str, Entry[Zoekwoord]] = {}
    for entry in (entry for entry in site.zoekwoorden if entry.item.kenmerk != PAGINA):
        for number, words in enumerate(entry.item.woorden):
            other = seen.setdefault(wording(words), entry)
            if other is not entry:
                yield Diagnostic(
                    Code.DUBBEL_ZOEKWOORD,
                    entry.document.locate("woorden", number),
                    f'"{words}" staat al bij "{other.item.naam}" (regel {other.document.locate("naam").line})',
                    "Een vorm van een woord telt als dat woord zelf. Laat het op één plek staan.",
                )
