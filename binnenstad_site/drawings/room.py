"""The room of a meeting: cut open, the four scenarios on boards on the wall, and one figure for every participant."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from binnenstad_site.drawings import furniture as f
from binnenstad_site.drawings.layers import Layers, box, joined, painted, put
from binnenstad_site.drawings.shapes import drawing, path

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
POSTURES = (f.STANDING, f.SKIRT, f.STANDING, f.WALKING, f.SKIRT)


def groups(number: int) -> tuple[int, ...]:
    """So many people over four groups, as evenly as possible."""
    return tuple(number // GROUPS + (place < number % GROUPS) for place in range(GROUPS))


def figures(middle: float, number: int) -> tuple[Layers, ...]:
    """The people of one group around `middle`; one figure each."""
    half = PITCH / 2 - 8
    if SEATED <= number <= 2 + 2 * int((half - 34) / DISTANCE):
        standing = number - 2
        left, right = standing - standing // 2, standing // 2
        step = min(16, (half - 34) / max(left, 1))
        places = [middle - 40 - i * step for i in range(left)] + [middle + 40 + i * step for i in range(right)]
        seats = (put(f.SITTING, middle - 27, FLOOR), put(f.SITTING_LEFT, middle + 27, FLOOR))
        return (*seats, *_standing(places))
    step = min(18.0, 2 * half / max(number, 1))
    return _standing([middle + (i - (number - 1) / 2) * step for i in range(number)])


def _standing(places: Sequence[float]) -> tuple[Layers, ...]:
    return tuple(put(POSTURES[i % len(POSTURES)], x, FLOOR) for i, x in enumerate(sorted(places)))


def _board(middle: float, turn: int) -> Layers:
    """A board with the two axes, one of the four scenarios filled in, under a lamp."""
    left, top = middle - 56, 28
    axes = path("M", middle, top + 7, "v", 34, "M", left + 10, top + 24, "h", 92)
    scenario = box(middle + (4, -40)[turn % 2 == 0], top + (8, 28)[turn // 2], 36, 12)
    lamp = path("M", middle, 4, "v", 8, "m", -9, 4, "l", 3.5, -4, "h", 11, "l", 3.5, 4, "z")
    return (
        ("z-papier", box(left, top, 112, 48)),
        ("z-lijn", box(left, top, 112, 48) + axes + lamp),
        ("z-t", scenario),
    )


def room(number: int) -> Markup:
    """The room with `number` people in it; empty when there is nobody, or too many to tell apart."""
    if not 0 < number <= MOST:
        return Markup()
    walls = box(LEFT, 2, 4, FLOOR - 2) + box(844, 2, 4, FLOOR - 2) + box(LEFT, 2, 836, 4)
    shell: Layers = (("z-papier", box(LEFT, 2, 836, FLOOR - 2)), ("z-inkt", walls + box(0, FLOOR, 860, 2.4)))
    parts: list[Layers] = [shell]
    shown = 0
    for turn, size in enumerate(groups(number)):
        middle = LEFT + PITCH * (turn + 0.5)
        people = figures(middle, size)
        shown += len(people)
        seated = size >= SEATED and people[0] == put(f.SITTING, middle - 27, FLOOR)
        table: Layers = (
            ("z-lijn", path("M", middle - 22, FLOOR - 9, "h", 44, "m", -38, 0, "v", 9, "m", 32, 0, "v", -9)),
            ("z-t", "".join(box(middle - 16 + 12 * i, FLOOR - 11.2, 8, 2) for i in range(3))),
        )
        parts += [_board(middle, turn), *people, *([table] if seated else [])]
    if shown != number:
        raise AssertionError(f"{shown} figures for {number} participants")
    return drawing(BOX, [painted(joined(*parts), pack=False)], "zaal", f"Een zaal met {number} figuren")
