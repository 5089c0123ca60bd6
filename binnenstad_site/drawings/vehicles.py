"""What drives and flies in a street: bicycles, cars, a tram, a drone. Drawn as the figures are (`figures`)."""

from __future__ import annotations

from markupsafe import Markup

from binnenstad_site.drawings.figures import figure
from binnenstad_site.drawings.shapes import shape
from binnenstad_site.drawings.tracing import box, disc, placed

WHEELS = disc(-5.8, -4.2, 4) + disc(5.8, -4.2, 4)
FRAME = "M-5.8-4.2H-.8L3.7-8.8M-5.8-4.2L-2.3-8.8M-.8-4.2L-2.8-10M-2.3-8.8H3.7M5.8-4.2L3.5-10.8H6.2"
SADDLE = "M-4.6-10.7H-1.2V-9.6H-4.6Z"
BICYCLE = (("z-dun", WHEELS + FRAME), ("z-inkt", SADDLE))
RIDER = (
    disc(1.8, -17.8, 2.2)
    + "M-3.5-11.4L-.9-15.4H1.3L3-12.3H6V-11H2.4L1.1-12.8-.5-10.6 2.3-8.9 1.2-3.4H-.2L.6-8.1-3-9.4Z"
)
CARGO_BIKE = (
    (
        "z-dun",
        disc(-10, -4.2, 4)
        + disc(11, -3.4, 3.2)
        + "M-10-4.2L-6.5-10.4M-10-4.2H-5L-7-11M-5-4.2L-.4-12.4H-3.4M-.4-12.4L1.8-4.4H11",
    ),
    ("z-inkt", "M-8.8-11.8H-5.4V-10.7H-8.8Z"),
    ("z-t", "M.8-13.4H14.6L12.4-5.4H3Z"),
)


def bicycle(x: float, y: float, *, flip: bool = False) -> Markup:
    """A parked bicycle, 20 long."""
    return figure(BICYCLE, x, y, flip=flip)


def bicycles(x: float, y: float, count: int, pitch: float = 12) -> Markup:
    """Bicycles in a row from `x` to the right, in one path."""
    data = ((cls, "".join(placed(part, x + i * pitch, y) for i in range(count))) for cls, part in BICYCLE)
    return Markup().join(shape(part, cls) for cls, part in data)


def cyclist(x: float, y: float, *, flip: bool = False) -> Markup:
    """Someone on a bicycle."""
    return figure((("z-dun", WHEELS + FRAME), ("z-inkt", RIDER)), x, y, flip=flip)


def cargo_bike(x: float, y: float, *, rider: bool = False, flip: bool = False) -> Markup:
    """A bicycle with a box in front, 29 long; with its rider when asked."""
    bike = figure(CARGO_BIKE, x, y, flip=flip)
    return bike + figure((("z-inkt", RIDER),), x + (4.2 if flip else -4.2), y, flip=flip) if rider else bike


CAR = (
    (
        "z-inkt",
        "M-14-3V-6L-13-7-8-8-5-12-4-13H3L5-12 8-8 13-7 14-6V-3Z" + disc(-7.6, -2.8, 2.8) + disc(7.8, -2.8, 2.8),
    ),
    (
        "z-papier",
        "M-6-8.6L-4-11.6H-.6V-8.6ZM.6-11.6H3.4L6.2-8.6H.6Z" + disc(-7.6, -2.8, 1) + disc(7.8, -2.8, 1),
    ),
)
VAN = (
    ("z-gevel", "M-18-3V-20.4Q-18-21.6-16.8-21.6H6.4L11.4-13.4 17-11.4Q18-11 18-9.8V-3Z"),
    ("z-papier", "M4-18.8H6.6L10-13.2H4Z"),
    ("z-t", box(-14.6, -16.6, 14, 3.2)),
    ("z-inkt", disc(-10, -3.2, 3.2) + disc(10.4, -3.2, 3.2)),
)
TRAM_BODY = "M-46-3V-25Q-46-31-40-31H40Q46-31 46-25V-3Z"
POLE = ("z-dun", "M-4-31L2.4-34.6-3-38H8")
TRAM = (
    ("z-t", TRAM_BODY),
    ("z-papier", "".join(box(left, -26.4, 10.6, 10.2) for left in (-39, -25.6, -12.2, 1.6, 15, 28.4))),
    ("z-dun", "M-14-31V-3M14.2-31V-3"),
    ("z-inkt", "".join(disc(at, -2.8, 2.8) for at in (-32, -23, 23, 32))),
)
BUS = (
    ("z-t", "M-30-3.4V-23Q-30-26-27-26H26Q29-26 29.4-23L30.4-12V-3.4Z"),
    (
        "z-papier",
        "".join(box(left, -22.4, 8, 8) for left in (-26.4, -16.8, -7.2, 2.4))
        + box(13.6, -22.4, 5.4, 19)
        + "M21.4-22.4H26.2L27.2-13.4H21.4Z",
    ),
    ("z-inkt", disc(-18.5, -3.4, 3.4) + disc(8, -3.4, 3.4)),
)


def car(x: float, y: float, *, flip: bool = False) -> Markup:
    """A car, 28 long."""
    return figure(CAR, x, y, flip=flip)


def van(x: float, y: float, *, flip: bool = False) -> Markup:
    """A delivery van, 36 long."""
    return figure(VAN, x, y, flip=flip)


def tram(x: float, y: float, *, pole: bool = True) -> Markup:
    """A tram in the colour of the trend, 92 long; with the pole that takes its current, or without."""
    return figure((*TRAM, POLE) if pole else TRAM, x, y)


def bus(x: float, y: float, *, flip: bool = False) -> Markup:
    """A bus in the colour of the trend, 60 long."""
    return figure(BUS, x, y, flip=flip)


DRONE = (
    ("z-dun", "M-9-3.4H-2.4M2.4-3.4H9M-9-3.4V-6M9-3.4V-6M-12.4-6.2H-5.6M5.6-6.2H12.4M-2 0V3M2 0V3"),
    ("z-inkt", "M-3.4-4.6H3.4L2.4 0H-2.4Z"),
    ("z-t", box(-4, 3, 8, 6)),
)


def drone(x: float, y: float) -> Markup:
    """A drone with a parcel; `y` is the underside of its body."""
    return figure(DRONE, x, y)
