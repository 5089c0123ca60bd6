"""Rules over the measured drawing of a praktijk: what is to be drawn can be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.drawings.measures import MOST_BOXES
from binnenstad_site.link.site import Site
from binnenstad_site.models.items.tekening import GetekendeStand, Tekening
from binnenstad_site.models.texttypes import number_of

Mistake = tuple[tuple[str | int, ...], str, str]
"""Where in the drawing, what is wrong, and what to do."""


def drawings_add_up(site: Site) -> Iterator[Diagnostic]:
    """A measure is more than nothing, a part is no more than its whole, and boxes can be counted."""
    for entry in site.praktijken.values():
        for place, message, hint in _mistakes(entry.item.tekening):
            yield Diagnostic(
                Code.TEKENING_KLOPT_NIET, entry.document.locate("tekening", "standen", *place), message, hint
            )


def _mistakes(tekening: Tekening | None) -> Iterator[Mistake]:
    """At most one for each measure: what follows from it is not told too."""
    if not tekening:
        return
    for index, stand in enumerate(tekening.standen):
        of_boxes = _of_boxes(stand) if tekening.soort == "hokjes" else ()
        mistakes = (*_of_the_whole(stand), *_of_the_part(stand), *of_boxes)
        for place, message, hint in mistakes[:1]:
            yield (index, *place), message, hint


def _of_the_whole(stand: GetekendeStand) -> Iterator[Mistake]:
    if number_of(stand.getal) <= 0:
        yield (
            ("getal",),
            f"Een maat van {stand.getal} is niet te tekenen",
            "Vul een getal boven nul in, of haal deze stand weg.",
        )


def _of_the_part(stand: GetekendeStand) -> Iterator[Mistake]:
    deel = stand.deel
    if not deel:
        return
    if bool(deel.getal) == bool(deel.procent):
        message = "Een deel heeft een getal of een procent nodig" + (", en niet allebei" if deel.getal else "")
        yield ("deel",), message, "Vul in wat de bron noemt: getal, of procent als zij geen getal noemt."
    elif deel.procent and not 0 <= number_of(deel.procent) <= 100:
        yield ("deel", "procent"), "Een deel is tussen 0 en 100 procent", "Kijk het getal na in de bron."
    elif deel.getal and not 0 <= number_of(deel.getal) <= number_of(stand.getal):
        yield (
            ("deel", "getal"),
            f"Het deel ({deel.getal}) is groter dan het geheel ({stand.getal})",
            "Kijk na of beide getallen in dezelfde eenheid zijn, en of zij niet zijn verwisseld.",
        )


def _of_boxes(stand: GetekendeStand) -> Iterator[Mistake]:
    if not number_of(stand.getal).is_integer() or number_of(stand.getal) > MOST_BOXES:
        yield (
            ("getal",),
            f"Hokjes tellen hele dingen, en hooguit {MOST_BOXES}",
            "Kies soort: vlakken, of teken per honderd.",
        )
    elif stand.deel and (not stand.deel.getal or not number_of(stand.deel.getal).is_integer()):
        yield ("deel",), "Bij hokjes is een deel een heel getal", "Vul bij getal in hoeveel hokjes het deel zijn."
