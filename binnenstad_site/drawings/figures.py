"""Who and what stands in a street: people, trees, lamps, stalls. Each stands on its own origin, on the ground.

A person is 16 high and looks to the right. What has a size is a function.
"""

from __future__ import annotations

from binnenstad_site.drawings.shapes import Shapes, box, disc, mirror, path, place, shape, translate

HEAD = disc(0.2, -14, 2.2)
STANDING = shape("z-inkt", HEAD, "M-1-11H1L2.9-9.6V-6H1.7V-8.8H1.5V0H.3V-5.2H-.3V0H-1.5V-8.8H-1.7V-6H-2.9V-9.6Z")
SKIRT = shape(
    "z-inkt", HEAD, "M-1-11H1L2.8-7 2.2-6.6 1.5-8.2 2.7-3.6H1.2V0H.2V-3.6H-.3V0H-1.3V-3.6H-2.7L-1.5-8.2-2.2-6.6-2.8-7Z"
)
WALKING = shape(
    "z-inkt", HEAD, "M-1-11H1.8L3.9-7.7 3.2-7.2 1.8-8.8V-6L4.2 0H2.6L.4-4.5-2.9 0H-4.4L-1.4-6V-8.7L-2.9-6.9-3.6-7.5Z"
)
CHILD = shape("z-inkt", disc(0, -9, 2), "M-1-7H1L2.2-5.6V-3.2H1.3V0H.3V-2.6H-.3V0H-1.3V-3.2H-2.2V-5.6Z")
"""11 high."""
SITTING = shape("z-inkt", disc(0.2, -13, 2.2), "M-1-11H1L1.8-7H4.4V0H3V-5.3H-1.6Z")
"""On a seat 6 high."""
SITTING_LEFT = mirror(SITTING)


ROUNDED_FROM = 10
"""From this radius the parts of a crown stand on whole units."""
ROOTS = shape("z-rand", "M0 2Q-2 6-8 8M0 2Q-1 8-4 12M0 2Q1 8 4 12M0 2Q2 6 9 7")


def tree(radius: float, height: float, *, roots: bool = False) -> Shapes:
    """A crown of three circles of about `radius`, its middle at `height`, on a trunk with two branches."""

    def part(share: float) -> float:
        """A part of the radius; rounded for large crowns, which compresses better and cannot be seen."""
        return float(round(share * radius)) if radius >= ROUNDED_FROM else share * radius

    crown = shape(
        "z-loof",
        disc(0, -height - part(0.22), part(0.78)),
        disc(-part(0.52), -height + part(0.34), part(0.62)),
        disc(part(0.52), -height + part(0.36), part(0.6)),
    )
    trunk = path("M0 0V", -height - part(0.1))
    left = path("M0", -height + part(0.5), "L", -part(0.36), -height + part(0.12))
    right = path("M0", -height + part(0.36), "L", part(0.38), -height - part(0.04))
    return crown + shape("z-lijn", trunk, left, right) + (ROOTS if roots else ())


def ball_tree(radius: float = 6.5) -> Shapes:
    """A clipped tree in a tub."""
    trunk = path("M0-5V", -18 + radius * 0.4)
    return shape("z-loof", disc(0, -18, radius)) + shape("z-lijn", trunk) + shape("z-inkt", "M-3.4-5H3.4L2.6 0H-2.6Z")


BENCH = shape("z-lijn", "M-10.5-6H10.5M-10.5-10H10.5M-8-10.6V0M8-10.6V0") + translate(SITTING, -2, 0)
"""21 wide, with somebody on it."""
TABLE = shape("z-lijn", "M-8-8H8M-5.5-8V0M5.5-8V0") + place(0, (SITTING, -11), (STANDING, 11))
"""With a guest at its left and one standing at its right."""
LAMP = shape("z-lijn", "M0 0V-31") + shape("z-inkt", "M-2.6-35.5H2.6L1.6-30.5H-1.6Z")
"""35 high."""
PARASOL = shape("z-lijn", "M0 0V-24M-7-8H7") + shape("z-t", "M-14-19.5Q-10-26 0-26Q10-26 14-19.5Z")
"""Over a high table."""
GOODS = shape("z-inkt", *(disc(x, -10, 1.6) for x in (-7.4, -4.2, 5, 8.2)), box(-1.4, -11.6, 3.6, 3.2))


def _scallops(width: float, drop: float, count: int) -> tuple[str | float, ...]:
    """The wavy edge of an awning, from right to left; all waves are equally wide, so that they compress."""
    step = round(width / count, 1)
    return ("a", step / 2, drop, "0 0 1", -step, 0) * count


def awning(width: float, cls: str = "z-t") -> Shapes:
    """An awning 6 high with a wavy edge; its origin is the middle of the end of its straight part."""
    half, count = width / 2, max(3, round(width / 5.6))
    return shape(cls, path("M", 1.5 - half, "-5.4H", half - 1.5, "L", half, 0, *_scallops(width, 2.6, count), "z"))


def stall(cls: str = "z-t") -> Shapes:
    """A market stall 28 wide and 24 high."""
    roof = path("M-11-24H11L14-17.4", *_scallops(28, 2.4, 5), "z")
    return shape("z-lijn", "M-11-17V0M11-17V0M-12.5-7.8H12.5") + GOODS + shape(cls, roof)


def fence(width: float, height: float = 13) -> Shapes:
    """Bars to the right of its origin, with two rails."""
    count = max(2, round(width / 5))
    bars = (path("M", i * width / count, "0V", -height) for i in range(count + 1))
    return shape("z-lijn", *bars, path("M0-3.5H", width, "M0", 2.5 - height, "H", width))


def scaffold(width: float, storeys: int, storey: float = 14.6) -> Shapes:
    """Poles, floors and braces over a front of `width` to the right of its origin."""
    half, top = width / 2, -storeys * storey - 4
    poles = (path("M", x, "0V", top) for x in (0, half, width))
    floors = (path("M-2", -(i + 1) * storey, "H", width + 2) for i in range(storeys))
    braces = (path("M0", -i * storey, "L", half, -(i + 1) * storey) for i in range(storeys))
    return shape("z-dun", *poles, *floors, *braces)


def crane(height: float, reach: float) -> Shapes:
    """A tower crane: mast with braces, arm to the right with a load, counterweight at the left."""
    top, back, load = -height, -reach * 0.55, reach * 0.7
    zigzag = [("L", (-3, 3)[i % 2], max(top, -8.0 * (i + 1))) for i in range(int(height // 8))]
    mast = path("M-3 0V", top, "M3 0V", top, "M3 0", *(word for words in zigzag for word in words))
    arm = path("M", back, top, "H", reach, "L0", top - 13, "ZM0", top - 13, "V", top)
    return (
        shape("z-dun", mast, arm, path("M", load, top, "v26"))
        + shape("z-inkt", box(back - 2, top, 9, 8))
        + shape("z-t", box(load - 5, top + 26, 10, 7))
    )
