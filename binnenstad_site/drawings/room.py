"""The room of a meeting: cut open, the four scenarios on boards on the wall, and one figure for every participant."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from binnenstad_site.drawings.figures import SITTING, SITTING_LEFT, SKIRT, STANDING, WALKING
from binnenstad_site.drawings.shapes import Shapes, box, merge, panes, shape, translate
from binnenstad_site.drawings.svg import drawing

BOX = (0, 0, 860, 120)
FLOOR = 117
GROUPS = 4
LEFT, PITCH = 12, 209
"""Where the first group begins, and how much room each has."""
MOST = 112
"""More figures than this would stand in front of each other; then no room is drawn."""
SEATED = 4
"""From so many in a group on, two of them sit at a table, as long as the others keep this distance:"""
DISTANCE = 9
POSTURES = (STANDING, SKIRT, STANDING, WALKING, SKIRT)


def groups(number: int) -> tuple[int, ...]:
    """So many people over four groups, as evenly as possible."""
    return tuple(number // GROUPS + (place < number % GROUPS) for place in range(GROUPS))


def figures(middle: float, number: int) -> tuple[Shapes, ...]:
    """The people of one group around `middle`; one figure each, who sit first."""
    half = PITCH / 2 - 8
    if seated(number):
        right = (number - 2) // 2
        left = number - 2 - right
        step = min(16, (half - 34) / max(left, 1))
        places = [middle - 40 - i * step for i in range(left)] + [middle + 40 + i * step for i in range(right)]
        seats = (translate(SITTING, middle - 27, FLOOR), translate(SITTING_LEFT, middle + 27, FLOOR))
        return (*seats, *_standing(places))
    step = min(18.0, 2 * half / max(number, 1))
    return _standing([middle + (i - (number - 1) / 2) * step for i in range(number)])


def seated(number: int) -> bool:
    """Whether two people of a group of this size sit at a table."""
    return SEATED <= number <= 2 + 2 * int((PITCH / 2 - 42) / DISTANCE)


def _standing(places: Sequence[float]) -> tuple[Shapes, ...]:
    return tuple(translate(POSTURES[i % len(POSTURES)], x, FLOOR) for i, x in enumerate(sorted(places)))


TABLE = shape("z-lijn", "M-22-9h44m-38 0v9m32 0v-9") + shape("z-t", panes(-16, -11.2, 3, 1, (8, 2), (12, 0)))


def board(turn: int) -> Shapes:
    """A board with the two axes, one of the four scenarios filled in, under a lamp; its origin is the middle above."""
    panel = box(-56, 28, 112, 48)
    lamp = "M0 4v8m-9 4l3.5-4h11l3.5 4z"
    scenario = box((4, -40)[turn % 2 == 0], (36, 56)[turn // 2], 36, 12)
    return shape("z-papier", panel) + shape("z-lijn", panel, "M0 35v34M-46 52h92", lamp) + shape("z-t", scenario)


def room(number: int) -> Markup:
    """The room with `number` people in it; empty for 0 and for more than fit."""
    if not 0 < number <= MOST:
        return Markup()
    walls = panes(LEFT, 2, 2, 1, (4, FLOOR - 2), (832, 0)) + box(LEFT, 2, 836, 4) + box(0, FLOOR, 860, 2.4)
    parts = [shape("z-papier", box(LEFT, 2, 836, FLOOR - 2)) + shape("z-inkt", walls)]
    for turn, size in enumerate(groups(number)):
        middle = LEFT + PITCH * (turn + 0.5)
        table = translate(TABLE, middle, FLOOR) if seated(size) else ()
        parts += [translate(board(turn), middle, 0), *figures(middle, size), table]
    return drawing(BOX, merge(*parts), "zaal", f"Een zaal met {number} figuren")
