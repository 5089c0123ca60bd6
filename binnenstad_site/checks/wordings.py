"""Rules over the wordings in which readers name a kenmerk (`zoekwoorden.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.suggestions import Suggestions, enumerate_words
from binnenstad_site.link.site import Site
from binnenstad_site.models.searchwords import NUMBER, NUMBERED, VALUES, Zoekwoord
from binnenstad_site.search.reading import wording
from binnenstad_site.validate.validator import Entry

BETWEEN = "tussen"
"""The meaning that takes two numbers."""
MOST_NAMED = 15


def wordings_mean_something(site: Site) -> Iterator[Diagnostic]:
    """Every value exists, and a wording has as many numbers as its meaning takes."""
    suggestions = Suggestions()
    for entry in site.zoekwoorden:
        item = entry.item
        if item.getal is None:
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


def _values(entry: Entry[Zoekwoord], known: Iterable[str], suggestions: Suggestions) -> Iterator[Diagnostic]:
    item, options = entry.item, tuple(known)
    if not item.waarden:
        place, hint = (
            entry.document.locate("naam"),
            "Zet bij waarden welke keuzes bedoeld zijn, of bij getal wat het is.",
        )
        yield Diagnostic(Code.ZOEKWOORD_LEEST_NIETS, place, f'Bij "{item.naam}" staat niet wat een lezer bedoelt', hint)
    for number, value in enumerate(item.waarden):
        if value not in options:
            guess = suggestions.nearest(value, options)
            hints = [f'Bedoelde u "{guess}"?'] if guess else []
            if 0 < len(options) <= MOST_NAMED:
                hints.append(f"Kies uit: {enumerate_words(options)}.")
            place = entry.document.locate("waarden", number)
            message = f'"{value}" is geen waarde van {item.kenmerk}'
            yield Diagnostic(Code.ZOEKWOORD_LEEST_NIETS, place, message, " ".join(hints))


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
    """A wording is read in one way."""
    seen: dict[str, Entry[Zoekwoord]] = {}
    for entry in site.zoekwoorden:
        for number, words in enumerate(entry.item.woorden):
            other = seen.setdefault(wording(words), entry)
            if other is not entry:
                yield Diagnostic(
                    Code.DUBBEL_ZOEKWOORD,
                    entry.document.locate("woorden", number),
                    f'"{words}" staat al bij "{other.item.naam}" (regel {other.document.locate("naam").line})',
                    "Een vorm van een woord telt als dat woord zelf. Laat het op één plek staan.",
                )
