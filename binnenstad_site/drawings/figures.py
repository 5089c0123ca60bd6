"""Who and what stands in a street: people, trees, bicycles, stalls. Each is a pure function from a place to markup.

`x` is the middle, `y` the ground it stands on; figures look to the right, `flip` turns them round. Scale: a person is
16 high, a bicycle 20 long. What several people share is one path.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from binnenstad_site.drawings.shapes import number as n
from binnenstad_site.drawings.shapes import shape
from binnenstad_site.drawings.tracing import box, disc, placed

Part = tuple[str, str]
"""A class, and the path data around 0,0 that it colours."""

BODY = "M-1-11H1L2.9-9.6V-6H1.7V-8.8H1.5V0H.3V-5.2H-.3V0H-1.5V-8.8H-1.7V-6H-2.9V-9.6Z"
PEOPLE = {
    "staat": disc(0.2, -14, 2.2) + BODY,
    "rok": disc(0.2, -14, 2.2)
    + "M-1-11H1L2.8-7 2.2-6.6 1.5-8.2 2.7-3.6H1.2V0H.2V-3.6H-.3V0H-1.3V-3.6H-2.7L-1.5-8.2-2.2-6.6-2.8-7Z",
    "loopt": disc(0.2, -14, 2.2)
    + "M-1-11H1.8L3.9-7.7 3.2-7.2 1.8-8.8V-6L4.2 0H2.6L.4-4.5-2.9 0H-4.4L-1.4-6V-8.7L-2.9-6.9-3.6-7.5Z",
    "kind": disc(0, -9, 2) + "M-1-7H1L2.2-5.6V-3.2H1.3V0H.3V-2.6H-.3V0H-1.3V-3.2H-2.2V-5.6Z",
    "zit": disc(0.2, -13, 2.2) + "M-1-11H1L1.8-7H4.4V0H3V-5.3H-1.6Z",
}
"""Postures: stands, in a skirt, walks, child, sits (on a seat 6 high). Heads and shoulders begin on whole units, so
that the way from one to the next is short to write."""


def people(y: float, *who: tuple[float, str] | tuple[float, str, bool], cls: str = "z-inkt") -> Markup:
    """Several people on one ground: each a place and a posture, `True` behind it turns round."""
    return shape("".join(placed(PEOPLE[one[1]], one[0], y, flip=len(one) == 3 and one[-1] is True) for one in who), cls)


def person(x: float, y: float, posture: str = "staat", *, flip: bool = False, cls: str = "z-inkt") -> Markup:
    """One person, 16 high."""
    return shape(placed(PEOPLE[posture], x, y, flip=flip), cls)


def child(x: float, y: float) -> Markup:
    """A child, 11 high."""
    return person(x, y, "kind")


def figure(parts: Iterable[Part], x: float, y: float, scale: float = 1, *, flip: bool = False) -> Markup:
    """Parts around 0,0 at a place."""
    return Markup().join(shape(placed(data, x, y, scale, flip=flip), cls) for cls, data in parts)


# -- green ---------------------------------------------------------------------------------------------------------


WHOLE = 10
"""From this radius the parts of a crown stand on whole units."""


def tree(x: float, y: float, r: float = 10, height: float | None = None, *, roots: bool = False) -> Markup:
    """A crown of three circles of about `r`, its middle at `height`, on a trunk with two branches."""
    h = height or 1.9 * r + 4

    def at(part: float) -> float:
        """A part of the radius; in whole units where nobody sees the difference, which compresses better."""
        return float(round(part * r)) if r >= WHOLE else part * r

    crown = (
        disc(0, -h - at(0.22), at(0.78))
        + disc(-at(0.52), -h + at(0.34), at(0.62))
        + disc(at(0.52), -h + at(0.36), at(0.6))
    )
    wood = (
        f"M0 0V{n(-h - at(0.1))}M0 {n(-h + at(0.5))}L{n(-at(0.36))} {n(-h + at(0.12))}"
        f"M0 {n(-h + at(0.36))}L{n(at(0.38))} {n(-h - at(0.04))}"
    )
    parts = [("z-loof", crown), ("z-lijn", wood)]
    if roots:
        parts.append(("z-rand", ROOTS))
    return figure(parts, x, y)


ROOTS = "M0 2Q-2 6-8 8M0 2Q-1 8-4 12M0 2Q1 8 4 12M0 2Q2 6 9 7"
TUB = "M-3.4-5H3.4L2.6 0H-2.6Z"


def ball_tree(x: float, y: float, r: float = 6.5) -> Markup:
    """A clipped tree in a tub."""
    return figure((("z-loof", disc(0, -18, r)), ("z-lijn", f"M0-5V{n(-18 + r * 0.4)}"), ("z-inkt", TUB)), x, y)


# -- on the pavement -----------------------------------------------------------------------------------------------

BENCH = "M-10.5-6H10.5M-10.5-10H10.5M-8-10.6V0M8-10.6V0"
TABLE = "M-8-8H8M-5.5-8V0M5.5-8V0"
LAMP = (("z-lijn", "M0 0V-31"), ("z-inkt", "M-2.6-35.5H2.6L1.6-30.5H-1.6Z"))
PARASOL = (("z-lijn", "M0 0V-24M-7-8H7"), ("z-t", "M-14-19.5Q-10-26 0-26Q10-26 14-19.5Z"))


def bench(x: float, y: float, *, seated: bool = True) -> Markup:
    """A bench, with someone on it or without."""
    seat = figure((("z-lijn", BENCH),), x, y)
    return seat + person(x - 2, y, "zit") if seated else seat


def table(x: float, y: float, *, guests: bool = True) -> Markup:
    """A table, with a guest at its left and one standing at its right."""
    top = figure((("z-lijn", TABLE),), x, y)
    return top + people(y, (x - 11, "zit"), (x + 11, "staat")) if guests else top


def lamp(x: float, y: float, scale: float = 1) -> Markup:
    """A street lamp, 35 high."""
    return figure(LAMP, x, y, scale)


def parasol(x: float, y: float) -> Markup:
    """A parasol over a high table."""
    return figure(PARASOL, x, y)


def scallops(width: float, drop: float, count: int) -> str:
    """The wavy edge of an awning, from right to left; all waves are equally wide, so that they compress."""
    step = round(width / count, 1)
    return "".join(f"A{n(step / 2)} {n(drop)} 0 0 1 {n(width / 2 - (i + 1) * step)} 0" for i in range(count))


def awning(x: float, y: float, width: float, cls: str = "z-t") -> Markup:
    """An awning around `x` whose straight part ends at `y`, 6 high, with a wavy edge."""
    count = max(3, round(width / 5.6))
    return figure(
        ((cls, f"M{n(-width / 2 + 1.5)}-5.4H{n(width / 2 - 1.5)}L{n(width / 2)} 0{scallops(width, 2.6, count)}Z"),),
        x,
        y,
    )


GOODS = (
    disc(-7.4, -10, 1.6) + disc(-4.2, -10, 1.6) + box(-1.4, -11.6, 3.6, 3.2) + disc(5, -10, 1.6) + disc(8.2, -10, 1.6)
)


def stall(x: float, y: float, cls: str = "z-t") -> Markup:
    """A market stall 28 wide and 24 high."""
    return figure(
        (
            ("z-lijn", "M-11-17V0M11-17V0M-12.5-7.8H12.5"),
            ("z-inkt", GOODS),
            (cls, f"M-11-24H11L14-17.4{scallops(28, 2.4, 5).replace(' 0A', ' -17.4A')[:-1]}-17.4Z"),
        ),
        x,
        y,
    )


def sign(x: float, y: float, letter: str = "i", height: float = 26) -> Markup:
    """A sign on a pole; the letter is bold 13."""
    top = -height
    panel = figure((("z-lijn", f"M0 0V{n(top + 14)}"), ("z-gevel", box(-7, top, 14, 14))), x, y)
    return panel + Markup('<text class="z-bord" x="{}" y="{}">{}</text>').format(n(x), n(y + top + 11.4), letter)


def fence(x: float, y: float, width: float, height: float = 13) -> Markup:
    """Bars from `x` to the right, with two rails."""
    count = max(2, round(width / 5))
    step = width / count
    bars = "".join(f"M{n(i * step)} 0V{n(-height)}" for i in range(count + 1))
    return figure((("z-lijn", f"{bars}M0-3.5H{n(width)}M0{n(-height + 2.5)}H{n(width)}"),), x, y)


# -- building ----------------------------------------------------------------------------------------------------------


def scaffold(x: float, y: float, width: float, storeys: int, storey: float = 14.6) -> Markup:
    """Poles, floors and braces over a front of `width` to the right of `x`."""
    height = storeys * storey
    poles = f"M0 0V{n(-height - 4)}M{n(width / 2)} 0V{n(-height - 4)}M{n(width)} 0V{n(-height - 4)}"
    floors = "".join(f"M-2 {n(-(i + 1) * storey)}H{n(width + 2)}" for i in range(storeys))
    braces = "".join(f"M0 {n(-i * storey)}L{n(width / 2)} {n(-(i + 1) * storey)}" for i in range(storeys))
    return figure((("z-dun", poles + floors + braces),), x, y)


def crane(x: float, y: float, height: float = 100, reach: float = 40) -> Markup:
    """A tower crane: mast with braces, arm to the right with a load, counterweight at the left."""
    top = -height
    zigzag = "".join(f"L{'3' if i % 2 else '-3'} {n(max(top, -8.0 * (i + 1)))}" for i in range(int(height // 8)))
    mast = f"M-3 0V{n(top)}M3 0V{n(top)}M3 0{zigzag}"
    arm = f"M{n(-reach * 0.55)} {n(top)}H{n(reach)}L0 {n(top - 13)}ZM0 {n(top - 13)}V{n(top)}"
    cable = f"M{n(reach * 0.7)} {n(top)}V{n(top + 26)}"
    return figure(
        (
            ("z-dun", mast + arm + cable),
            ("z-inkt", box(-reach * 0.55 - 2, top, 9, 8)),
            ("z-t", box(reach * 0.7 - 5, top + 26, 10, 7)),
        ),
        x,
        y,
    )
