"""How a question is read: wordings of readers that mean a kenmerk, written as the file that the script reads.

`templates/assets/js/lezen/` looks for these wordings in a question. A wording is kept as the stems of its words with
blanks between them, and a number in it as `#`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from binnenstad_site.link.site import Site
from binnenstad_site.models.searchwords import NUMBER, NUMBERED, PAGINA, VALUES
from binnenstad_site.search.language import fold, stem, tokens
from binnenstad_site.search.separable import table
from binnenstad_site.search.stopwords import STOPWORDS
from binnenstad_site.search.words import MARK

LABELLED = ("status", "bewijs", "uitkomst", "kosten", "grootteklasse")
"""Kenmerken of which every value is read by its own label too."""
UNKNOWN = frozenset({"onbekend", "laatst-gezien"})
"""Values that say that something is not known: nobody asks for those."""
KENMERKEN = {
    **{name: name for name in ("soort", "aanpak", "trend", "status", "bewijs", "uitkomst", "kosten", "instrument")},
    "bedrag": "kosten",
    "grootteklasse": "grootte",
    "leegstand": "begon met",
    "jaar": "jaar",
    "begin": "begin",
    "land": "land",
}
"""What a chip calls each kenmerk."""
BETWEEN = frozenset({"al", "dus", "eens", "eigenlijk", "er", "ooit", "ook", "toch"})
"""Words that may stand anywhere in a wording and change nothing: "loopt er nog" is "loopt nog"."""
ANY_NUMBER = "#"
_SAMPLE = "1234567"
"""A number that stands for any while a wording is read."""
_HIGHEST = 10**9


@dataclass(frozen=True, slots=True)
class Reading:
    """Wordings that mean values of one kenmerk; the names are those of `Zoekwoord`."""

    naam: str
    kenmerk: str
    waarden: tuple[str, ...]
    getal: str
    """What a number in the wording means for the value; empty when there is none in it."""
    zacht: bool
    woorden: tuple[str, ...]


def wording(text: str) -> str:
    """A wording as its stems, with `#` for a number; a stop word keeps its form, with a point before it.

    Words that change nothing are left out.
    """
    words = [token.word for token in tokens(fold(text.replace(NUMBER, _SAMPLE))) if token.word not in BETWEEN]
    return " ".join(ANY_NUMBER if word == _SAMPLE else _part(word) for word in words)


def _part(word: str) -> str:
    return f".{word}" if word in STOPWORDS else stem(word)


def readings(site: Site) -> tuple[Reading, ...]:
    """The rows of `zoekwoorden.yaml`, then the labels of the models and the titles of aanpakken and trends."""
    rows = (entry.item for entry in site.zoekwoorden if entry.item.kenmerk != PAGINA)
    own = [Reading(row.naam, row.kenmerk, row.waarden, row.getal or "", row.zacht, row.woorden) for row in rows]
    return (*own, *_labels(), *_titles(site))


def _labels() -> Iterator[Reading]:
    """A label of one word may mean something else as well: what lacks the kenmerk stays in the list."""
    for kenmerk in LABELLED:
        for value, label in VALUES[kenmerk].items():
            if value not in UNKNOWN:
                yield Reading(label, kenmerk, (value,), "", " " not in label, (label,))


def _titles(site: Site) -> Iterator[Reading]:
    for kenmerk, entries in (("aanpak", site.aanpakken), ("trend", site.trends)):
        for slug, entry in entries.items():
            yield Reading(entry.item.titel, kenmerk, (slug,), "", True, (entry.item.titel,))  # noqa: FBT003


def reading_file(rows: Sequence[Reading], terms: Sequence[str]) -> str:
    """The wordings of values that some entry has; `terms` are all terms by number."""
    numbers = {term.removeprefix(MARK): number for number, term in enumerate(terms) if term.startswith(MARK)}
    by_kenmerk: dict[str, list[str]] = {}
    for name in numbers:
        kenmerk, value = name.split(":", 1)
        by_kenmerk.setdefault(kenmerk, []).append(value)
    spans = {
        kenmerk: [[*_span(value), numbers[f"{kenmerk}:{value}"]] for value in values if value not in UNKNOWN]
        for kenmerk, values in by_kenmerk.items()
        if kenmerk in NUMBERED
    }
    seen: set[str] = set()
    lines = []
    for row in rows:
        here = [numbers[f"{row.kenmerk}:{value}"] for value in row.waarden if f"{row.kenmerk}:{value}" in numbers]
        new = [key for key in dict.fromkeys(map(wording, row.woorden)) if key and key not in seen]
        if new and (here or row.kenmerk in spans):
            lines.append([_label(row), row.kenmerk, row.getal or here, int(row.zacht), "|".join(new)])
            seen.update(new)
    return json.dumps(
        {"rijen": lines, "tussen": sorted(BETWEEN), "werkwoorden": table(frozenset(terms)), "grenzen": spans},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _label(row: Reading) -> str:
    """What a chip says: `status: gestopt`, or the name alone where a number follows."""
    return row.naam if row.getal else f"{KENMERKEN[row.kenmerk]}: {row.naam}"


def _span(value: str) -> tuple[int, int]:
    """The lowest and highest number of a value: `tot-25.000`, `250.000-1-miljoen`, `vanaf-25`, `2019`."""
    plain = value.replace(".", "").replace("1-miljoen", "1000000")
    parts = plain.split("-")
    if parts[0] == "tot":
        return 0, int(parts[1])
    if parts[0] == "vanaf":
        return int(parts[1]), _HIGHEST
    return int(parts[0]), int(parts[-1])


def key_of(rows: Iterable[Reading]) -> list[tuple[object, ...]]:
    """All that decides the file, to be hashed."""
    return [(row.naam, row.kenmerk, row.waarden, row.getal, row.zacht, row.woorden) for row in rows]


def marked_terms(marks: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The terms of values by kenmerk."""
    for kenmerk, values in marks.items():
        yield from (f"{MARK}{kenmerk}:{value}" for value in values)
