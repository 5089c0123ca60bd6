"""The measured drawing of a praktijk: the drawings with their measures in words, and what is not drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from markupsafe import Markup

from binnenstad_site.drawings import measures
from binnenstad_site.drawings.measures import Measure
from binnenstad_site.models.items.tekening import Deel, GetekendeStand, Tekening
from binnenstad_site.models.texttypes import number_of
from binnenstad_site.pages.page_notes import PageNotes
from binnenstad_site.pages.parts.labels import NIETS

SQUARE_METRES = {"vierkante meter": 1, "hectare": 10_000}
"""Units of which the length of a side is known."""
DRAWN_AS = {
    "vlakken": "Getekend naar maten uit bronnen: elk vierkant heeft de juiste oppervlakte; vorm en plaats van de "
    "gebouwen zijn niet bekend en niet getekend.",
    "hokjes": "Getekend naar tellingen uit bronnen: elk hokje telt voor één; welke het waren en waar zij staan, is "
    "niet bekend en niet getekend.",
}
"""How it was drawn, and what was not, as the page says it."""
DASHED = "Gestippeld: de stand ervoor."
SCALE = "Schaalbalk van {} meter"


@dataclass(frozen=True, slots=True)
class StandDeel:
    """One drawing with its measures."""

    beeld: Markup
    naam: str
    jaar: str
    """Empty where it is not known."""
    getal: str
    deel: str
    """`waarvan 29 in de kern`; empty where nothing is drawn apart."""
    noten: Markup


@dataclass(frozen=True, slots=True)
class TekeningDeel:
    """The measured drawing on the page of a praktijk."""

    soort: str
    tekst: str
    eenheid: str
    standen: tuple[StandDeel, ...]
    uitleg: str
    """How it was drawn, and what was not."""
    meter: int = 0
    """The length of the scale bar; 0 where a side has no length in metres."""
    schaalbalk: Markup = NIETS


def measured_drawing(tekening: Tekening | None, notes: PageNotes) -> TekeningDeel | None:
    """What a praktijk says of its place, drawn; None when it says nothing."""
    if not tekening:
        return None
    drawn = tuple(_measures(tekening.standen))
    labels = [_label(tekening, stand) for stand in tekening.standen]
    pictures = (measures.squares if tekening.soort == "vlakken" else measures.boxes)(drawn, labels)
    square_metres = SQUARE_METRES.get(tekening.eenheid, 0) if tekening.soort == "vlakken" else 0
    metres, bar = measures.ruler(drawn, square_metres, SCALE) if square_metres else (0, NIETS)
    dashed = DASHED if any(measure.before not in (0, measure.whole) for measure in drawn) else ""
    return TekeningDeel(
        soort=tekening.soort,
        tekst=tekening.tekst,
        eenheid=tekening.eenheid,
        standen=tuple(_parts(tekening, pictures, notes)),
        uitleg=" ".join(filter(None, (dashed, DRAWN_AS[tekening.soort], tekening.niet_bekend))),
        meter=metres,
        schaalbalk=bar,
    )


def _measures(standen: Sequence[GetekendeStand]) -> Iterator[Measure]:
    """The numbers to draw; what has the name of the one before it is the same thing, later.

    What a check refuses is made drawable, so that the mistake is told and nothing else.
    """
    for stand, earlier in zip_longest(standen, (None, *standen[:-1])):
        whole = max(0.0, number_of(stand.getal))
        part = min(whole, max(0.0, part_of(whole, stand.deel)))
        same = earlier and earlier.naam == stand.naam
        yield Measure(whole, part, max(0.0, number_of(earlier.getal)) if earlier and same else 0)


def part_of(whole: float, deel: Deel | None) -> float:
    """How much a part is, in the unit of the whole."""
    if not deel:
        return 0
    return number_of(deel.getal) if deel.getal else whole * number_of(deel.procent or "0") / 100


def _parts(tekening: Tekening, pictures: Sequence[Markup], notes: PageNotes) -> Iterator[StandDeel]:
    for stand, picture in zip(tekening.standen, pictures, strict=True):
        year = "" if stand.jaar == "onbekend" else stand.jaar
        yield StandDeel(picture, stand.naam, year, stand.getal, _part(stand.deel), notes.behind(stand))


def _part(deel: Deel | None) -> str:
    if not deel:
        return ""
    return f"waarvan {deel.getal or f'{deel.procent} procent'} {deel.naam}"


def _label(tekening: Tekening, stand: GetekendeStand) -> str:
    """What one drawing shows, for who does not see it."""
    kind = "Vierkant op schaal" if tekening.soort == "vlakken" else "Rijen hokjes"
    part = f", {_part(stand.deel)}" if stand.deel else ""
    return f"{kind}: {stand.getal} {tekening.eenheid}{part}."
