"""Contributions put together as a nota of two sheets; `js/nota/assembly.js` does the same in the browser.

What is left out is decided by a rule: of every kind each contribution gives at most so many lines, the same number for
all, and as many as fit; of what went wrong one line more where that fits. Steps are a sequence, so all of them stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from math import ceil

from binnenstad_site.pages.parts.nota_parts import Bijdrage, NotaBron, NotaDeel, NotaRegel, NotaRij

MOST_LINES = 6
"""Of one kind, from one contribution."""
MOST_LAWS = 5
"""In one nota."""
ROOM = 91
"""Lines of text on two sheets, beside the headings and the question."""
WIDE, CELL = 118, 30
"""Letters in a line of text, and in a line of a column of the table."""
ALWAYS = (
    NotaRegel("", "Dit is wat bronnen over andere plaatsen vertellen. Het voorspelt niet wat er bij u gebeurt."),
    NotaRegel("", "Bedragen gelden voor het jaar dat erbij staat en zijn niet omgerekend naar nu."),
)
CUT = NotaRegel(
    "", "Om op twee bladen te passen laat deze nota regels weg. Op de pagina’s van de praktijken staat alles."
)
Line = tuple[Bijdrage, NotaRegel]


def assembled(contributions: Sequence[Bijdrage]) -> NotaDeel:
    """The nota with the most lines that fits; with one line of each kind when none does."""
    notas = (_with(contributions, halves) for halves in range(2 * MOST_LINES, 1, -1))
    return next((nota for nota in notas if height(nota) <= ROOM), None) or _with(contributions, 1)


def _with(contributions: Sequence[Bijdrage], halves: int) -> NotaDeel:
    """The nota with at most half so many lines of a kind from each; of laws that and one more in all."""
    most_laws = min(halves // 2 + 1, MOST_LAWS)
    cut = [_limited(contribution, halves, most_laws) for contribution in contributions]
    ranks = zip_longest(*([(one, line) for line in one.wet] for one in cut))
    laws = {(line.vet, line.tekst): (one, line) for rank in ranks for one, line in filter(None, rank)}
    is_whole = cut == list(contributions) and len(laws) <= most_laws
    caveats = [*ALWAYS, *(() if is_whole else (CUT,))]
    numbers = dict[str, int]()
    sources = list[NotaBron]()

    def cited(lines: Iterable[Line]) -> tuple[NotaRegel, ...]:
        return tuple(_numbered(one, line, numbers, sources) for one, line in lines)

    rows = tuple(
        NotaRij(one.titel, one.adres, one.stand, one.zin, cited(_of(one, one.begin)), cited(_of(one, one.bedragen)))
        for one in cut
        if one.titel
    )
    return NotaDeel(
        rijen=rows,
        uitkomst=cited(pair for one in cut for pair in _of(one, one.uitkomst)),
        mis=cited(pair for one in cut for pair in _of(one, one.mis)),
        wet=cited(list(laws.values())[:most_laws]),
        stappen=cited(pair for one in cut for pair in _of(one, one.stappen)),
        kanttekeningen=(*cited(pair for one in cut for pair in _of(one, one.kanttekeningen)), *caveats),
        bronnen=tuple(sources),
    )


def _limited(one: Bijdrage, halves: int, most_laws: int) -> Bijdrage:
    most = max(1, halves // 2)
    return replace(
        one,
        begin=one.begin[:most],
        bedragen=one.bedragen[:most],
        uitkomst=one.uitkomst[:most],
        mis=one.mis[: ceil(halves / 2)],
        wet=one.wet[:most_laws],
        kanttekeningen=one.kanttekeningen[:most],
    )


def _of(one: Bijdrage, lines: Iterable[NotaRegel]) -> Iterable[Line]:
    return ((one, line) for line in lines)


def _numbered(one: Bijdrage, line: NotaRegel, numbers: dict[str, int], sources: list[NotaBron]) -> NotaRegel:
    """The line with the numbers of its sources in the nota; a source of two praktijken has one number."""
    cited = [one.bronnen[place] for place in line.bronnen]
    for source in cited:
        if _name(source) not in numbers:
            sources.append(source)
            numbers[_name(source)] = len(sources)
    return replace(line, bronnen=tuple(sorted({numbers[_name(source)] for source in cited})))


def _name(source: NotaBron) -> str:
    return source.adres or source.titel


def height(nota: NotaDeel) -> int:
    """About how many lines it takes on paper."""
    lists = (nota.uitkomst, nota.mis, nota.wet, nota.stappen, nota.kanttekeningen)
    return (
        sum(map(_row_height, nota.rijen))
        + sum(_lines(line, WIDE) for lines in lists for line in lines)
        + sum(ceil(len(f"{b.titel}{b.uitgever}{b.datum}") / WIDE) for b in nota.bronnen)
    )


def _row_height(row: NotaRij) -> int:
    about = ceil(len(row.titel) / CELL) + ceil(len(row.stand) / CELL)
    columns = (
        about,
        ceil(len(row.zin) / CELL),
        *(sum(_lines(line, CELL) for line in c) for c in (row.begin, row.bedragen)),
    )
    return max(columns)


def _lines(line: NotaRegel, width: int) -> int:
    return ceil(len(f"{line.vet}{line.tekst}{line.klein}") / width)
