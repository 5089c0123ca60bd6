"""The data of the compare page: pages -> JSON files with, per praktijk, lines of text for each field.

The script only lays the lines out. A line is its text, or a list of text, CSS classes and glyph; lines of the class
`stil` are shown but not compared, so a field with no other lines is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeAlias

from binnenstad_site.core.memo import Kept, Memo, digest
from binnenstad_site.core.outputs import Output, data_output
from binnenstad_site.core.typography import counted
from binnenstad_site.models.vocabulary import LAATST_GEZIEN
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts.figure_parts import CijferDeel
from binnenstad_site.pages.parts.item_parts import ResultaatRegel
from binnenstad_site.pages.praktijk_passport import BeginRegel
from binnenstad_site.pages.praktijken import PraktijkPagina

PARTS = 16
QUIET = "stil"
SHOWN = 3
"""Results that are written out."""
UNKNOWN = ("onbekend", "")
Line: TypeAlias = "str | tuple[str, str] | tuple[str, str, str]"


def _known(text: str) -> tuple[Line, ...]:
    return ((text or "onbekend", QUIET),) if text in UNKNOWN else (text,)


def _status(page: PraktijkPagina) -> Iterable[Line]:
    yield (page.status.tekst, "", f"status-{page.status.waarde}")
    if page.status.waarde == LAATST_GEZIEN:
        return
    yield (f"stand uit {page.status.peildatum}" if page.status.peildatum != "onbekend" else "jaar onbekend", QUIET)


def _outcome(page: PraktijkPagina) -> Iterable[Line]:
    yield from _known(page.paspoort.uitkomst.tekst)
    if page.paspoort.uitkomst.reden:
        yield (page.paspoort.uitkomst.reden, QUIET)


def _before(line: BeginRegel) -> str:
    measure = f"{line.maat[0].upper()}{line.maat[1:]}: " if line.maat else ""
    return f"{measure}{line.waarde}{f' ({line.jaar})' if line.jaar else ''}"


def _result(line: CijferDeel | ResultaatRegel) -> Iterable[Line]:
    if isinstance(line, CijferDeel):
        yield line.tekst
        if len(line.waarden) > 1:
            first, last = line.waarden[0], line.waarden[-1]
            unit = f", in {line.eenheid}" if line.eenheid else ""
            yield (f"{first.waarde} ({first.jaar}) werd {last.waarde} ({last.jaar}){unit}", "vet")
    elif line.voor and line.na:
        yield line.maat or line.tekst
        yield (f"{line.voor} werd {line.na}", "vet")
    else:
        yield line.tekst


def _results(page: PraktijkPagina) -> Iterable[Line]:
    for line in page.verhaal.resultaten[:SHOWN]:
        yield from _result(line)
    more = len(page.verhaal.resultaten) - SHOWN
    if more > 0:
        yield (f"nog {counted(more, 'resultaat', 'resultaten')} op de pagina", QUIET)
    if not page.verhaal.resultaten:
        yield ("onbekend", QUIET)


def _wrong(page: PraktijkPagina) -> Iterable[Line]:
    for line in page.verhaal.wat_ging_mis:
        yield (f"{line.kop}.", "vet")
        yield line.tekst
    if not page.verhaal.wat_ging_mis:
        yield ("onbekend: niets gevonden in de bronnen", QUIET)


def _size(page: PraktijkPagina) -> Iterable[Line]:
    return (f"{len(page.gemeenten)} gemeenten",) if len(page.gemeenten) > 1 else _known(page.grootteklasse)


FIELDS: Mapping[str, tuple[str, Callable[[PraktijkPagina], Iterable[Line]]]] = {
    "Bewijs": (
        "trede",
        lambda page: ((f"{page.bewijs.trede} van 4: {page.bewijs.tekst}", "", f"stenen-{page.bewijs.trede}"),),
    ),
    "Uitkomst": ("waarde", _outcome),
    "Status": ("waarde", _status),
    "Periode": ("periode", lambda page: _known(page.periode)),
    "Opgave": ("tekst", lambda page: (page.opgave,)),
    "Doel": ("tekst", lambda page: _known(page.paspoort.doel.tekst if page.paspoort.doel else "")),
    "Begon met": ("maat", lambda page: [_before(line) for line in page.paspoort.begin] or _known("")),
    "Trends": (
        "lijst",
        lambda page: tuple((t.titel, f"trendlabel trend-{t.kort}", f"trend-{t.kort}") for t in page.trends),
    ),
    "Aanpak": ("lijst", lambda page: [link.tekst for link in page.aanpakken] or _known("")),
    "Instrumenten": ("lijst", lambda page: page.instrumenten),
    "Partijen": ("tekst", lambda page: page.partijen),
    "Resultaat": ("maat", _results),
    "Wat ging mis": ("tekst", _wrong),
    "Eerste stappen": ("tekst", lambda page: page.eerste_stappen),
    "Kosten": ("waarde", lambda page: _known(page.kosten)),
    "Bedragen": ("tekst", lambda page: [line.tekst for line in page.paspoort.bedragen] or _known("")),
    "Grootte": ("waarde", _size),
    "Bronnen": ("waarde", lambda page: (counted(len(page.kader.bronnen), "bron", "bronnen"),)),
    "Gecontroleerd": ("waarde", lambda page: (page.kader.gecontroleerd,)),
}
"""Name -> how the script compares it, and its lines."""


def passports(pages: Iterable[Page], memo: Memo) -> tuple[Output, ...]:
    """The files, divided by slug: a browser fetches those with the praktijken that are compared."""
    parts: list[dict[str, object]] = [{} for _ in range(PARTS)]
    for page in pages:
        if page.kind is PraktijkPagina and page.listed:
            slug, values = passport(page, memo)
            parts[part_of(slug)][slug] = values
    return tuple(_output(number, part) for number, part in enumerate(parts))


def passport(page: Page, memo: Memo) -> tuple[str, dict[str, object]]:
    """Slug and values of the page of a praktijk."""
    return memo.get(Kept.PAGE, digest("passport", page.key), partial(_passport, page))


def part_of(slug: str) -> int:
    """The number of the file that holds a praktijk; the script computes the same."""
    return sum(map(ord, slug)) % PARTS


def _output(number: int, part: dict[str, object]) -> Output:
    fields = [(name, kind) for name, (kind, _) in FIELDS.items()]
    return data_output(f"vergelijk-{number}", {"velden": fields, "praktijken": part})


def _passport(of: Page) -> tuple[str, dict[str, object]]:
    """Slug and values of a praktijk."""
    page = of.context
    assert isinstance(page, PraktijkPagina)
    square = page.punten[0].vak if len(page.punten) == 1 else ""
    trend = page.trends[0].kort if page.trends else ""
    values = [tuple(lines(page)) for _, lines in FIELDS.values()]
    return page.slug, {
        "titel": page.kader.titel,
        "plaats": page.plaats,
        "vak": square,
        "trend": trend,
        "waarden": values,
    }
