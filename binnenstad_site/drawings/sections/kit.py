"""The template of a trend section: house, street and soil that are the same in all six, and what a trend changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.drawings import figures as f
from binnenstad_site.drawings import scenery as s
from binnenstad_site.drawings.layers import Layers, box, joined, put, read
from binnenstad_site.drawings.rooms import FLOOR, WALL, cut_house, green_roof, panels, pitched_roof
from binnenstad_site.drawings.shapes import element, path, shape, text
from binnenstad_site.drawings.tracing import GAP
from binnenstad_site.drawings.wide import GROUND

G = GROUND
HOUSE, WIDTH, HIGH = 36, 150, 38
"""The house at the left: where it begins, how wide it is, how high a storey."""
TOP = G - 4 * HIGH
RADIUS = 12
"""Of a numbered disc."""
ATTIC, ABOVE = (111.0, TOP - 14.0), (111.0, TOP - 24.0)
"""Where disc 1 stands: in the attic, or over a flat roof."""
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Section:
    """What one trend puts into the template."""

    label: str
    """What is drawn, for who cannot see it."""
    discs: tuple[Spot, Spot, Spot, Spot]
    """Pand, straat, regels and geld, from left to right."""
    names: tuple[tuple[float, str], ...]
    house: tuple[str, str, str, str]
    """Its rooms from low to high."""
    middle: Layers
    street: Layers
    """People and things in front of the buildings."""
    soil: Layers
    pitched: bool = True
    bare: bool = False
    """No roof: something is built on top, and a scaffold stands where the awning was."""
    over: tuple[Markup, ...] = ()
    """Figures that cannot merge: their windows lie on top of their body."""
    canal: tuple[float, float, float] | None = None
    """Left, right and depth of water in the street."""


def house(section: Section) -> Layers:
    """The house at the left, with its awning over the pavement."""
    rooms = cut_house(HOUSE, G, WIDTH, section.house, HIGH)
    if section.bare:
        return rooms
    roof = (
        pitched_roof(HOUSE, TOP, WIDTH)
        if section.pitched
        else joined(green_roof(HOUSE + 4, TOP, 66), panels(HOUSE + 78, TOP, 5))
    )
    return joined(rooms, roof, read(f.awning(203, 219, 34)))


def numbered(discs: Sequence[Spot]) -> Markup:
    """Discs with the numbers 1, 2, 3 and 4."""
    rounds = "".join(round_(x, y, RADIUS) for x, y in discs)
    numbers = (text(x, y + 5, str(number), "z-nummer") for number, (x, y) in enumerate(discs, start=1))
    return element("g", [shape(rounds, "z-inkt"), *numbers])


def round_(x: float, y: float, radius: float) -> str:
    """A circle around a point."""
    return path("M", x - radius, y, "a", radius, radius, " 0 1 1", 0, GAP, "z")


def pipes(x: float, y: float, radius: float = 14, cables: Spot | None = None) -> Layers:
    """The sewer around a point, and three cables."""
    left, top = cables or (x + 36, y - 6)
    return joined(put(s.sewer(radius), x, y), put(s.cables(3), left, top))


def cellar(x: float, y: float, width: float, height: float) -> Layers:
    """A room in the soil: thick floor and roof, `y` is its upper edge."""
    inside = box(x + WALL, y + FLOOR, width - 2 * WALL, height - 2 * FLOOR)
    walls = box(x, y, WALL, height) + box(x + width - WALL, y, WALL, height)
    floors = box(x, y, width, FLOOR) + box(x, y + height - FLOOR, width, FLOOR)
    return (("z-papier", inside), ("z-inkt", walls + floors))


def line(*steps: str | float) -> Layers:
    """Heat or fibre, in the colour of the trend."""
    return (("z-t-lijn", path(*steps)),)


def arrow_up(x: float, y: float) -> Layers:
    """The head of an arrow that points up to a place in the ground line."""
    return (("z-inkt", path("M", x - 6, y + 11, "h", 12, "l", -6, -10, "z")),)


def post(x: float, height: float) -> Layers:
    """A thin pole."""
    return (("z-lijn", path("M", x, G, "v", -height)),)


def sign(x: float) -> Layers:
    """A sign with an i on a pole."""
    letter = box(x - 1.1, G - 43.5, 2.2, 2.2) + box(x - 1.1, G - 39.8, 2.2, 5)
    return joined(post(x, 32), (("z-gevel", box(x - 8, G - 48, 16, 16)), ("z-inkt", letter)))


def seated(x: float, y: float, *, left: bool = False) -> Layers:
    """Somebody who sits."""
    return read(f.person(x, y, "zit", flip=left))


def terrace(x: float, *, laptop: bool = False) -> Layers:
    """Two at a table out of doors."""
    top: Layers = (("z-lijn", path("M", x - 10, G - 9, "h", 20, "m", -16, 0, "v", 9, "m", 12, 0, "v", -9)),)
    screen: Layers = (("z-t", box(x - 4, G - 15, 8, 5)),) if laptop else ()
    return joined(seated(x - 15, G), top, screen, seated(x + 15, G, left=True))


def windows(x: float, y: float, columns: int, rows: int, size: Spot = (8, 11), pitch: Spot = (15, 19)) -> str:
    """Panes in rows, from the upper left."""
    return "".join(
        box(x + column * pitch[0], y + row * pitch[1], *size) for row in range(rows) for column in range(columns)
    )
