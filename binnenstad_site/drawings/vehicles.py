"""What drives and flies in a street: bicycles, cars, a tram, a drone. Each stands on its origin and looks to the right.

Where windows lie on top of a body in ink or in the colour of the trend, the shapes stand in that order: such a vehicle
is put on top of a merged drawing.
"""

from __future__ import annotations

from binnenstad_site.drawings.shapes import box, disc, shape, translate

_BICYCLE_LINES = shape(
    "z-dun",
    *(disc(x, -4.2, 4) for x in (-5.8, 5.8)),
    "M-5.8-4.2H-.8L3.7-8.8M-5.8-4.2L-2.3-8.8M-.8-4.2L-2.8-10M-2.3-8.8H3.7M5.8-4.2L3.5-10.8H6.2",
)
_RIDER = shape(
    "z-inkt",
    disc(1.8, -17.8, 2.2),
    "M-3.5-11.4L-.9-15.4H1.3L3-12.3H6V-11H2.4L1.1-12.8-.5-10.6 2.3-8.9 1.2-3.4H-.2L.6-8.1-3-9.4Z",
)
BICYCLE = _BICYCLE_LINES + shape("z-inkt", "M-4.6-10.7H-1.2V-9.6H-4.6Z")
"""Parked, 20 long."""
CYCLIST = _BICYCLE_LINES + _RIDER
CARGO_BIKE = (
    shape(
        "z-dun",
        disc(-10, -4.2, 4),
        disc(11, -3.4, 3.2),
        "M-10-4.2L-6.5-10.4M-10-4.2H-5L-7-11M-5-4.2L-.4-12.4H-3.4M-.4-12.4L1.8-4.4H11",
    )
    + shape("z-inkt", "M-8.8-11.8H-5.4V-10.7H-8.8Z")
    + shape("z-t", "M.8-13.4H14.6L12.4-5.4H3Z")
)
"""A bicycle with a box in front, 29 long."""
RIDDEN_CARGO_BIKE = CARGO_BIKE + translate(_RIDER, -4.2, 0)
CAR = shape(
    "z-inkt", "M-14-3V-6L-13-7-8-8-5-12-4-13H3L5-12 8-8 13-7 14-6V-3Z", *(disc(x, -2.8, 2.8) for x in (-7.6, 7.8))
) + shape("z-papier", "M-6-8.6L-4-11.6H-.6V-8.6ZM.6-11.6H3.4L6.2-8.6H.6Z", *(disc(x, -2.8, 1) for x in (-7.6, 7.8)))
"""28 long; its windows lie on its ink."""
VAN = (
    shape("z-gevel", "M-18-3V-20.4Q-18-21.6-16.8-21.6H6.4L11.4-13.4 17-11.4Q18-11 18-9.8V-3Z")
    + shape("z-papier", "M4-18.8H6.6L10-13.2H4Z")
    + shape("z-t", box(-14.6, -16.6, 14, 3.2))
    + shape("z-inkt", disc(-10, -3.2, 3.2), disc(10.4, -3.2, 3.2))
)
"""36 long."""
TRAM = (
    shape("z-t", "M-46-3V-25Q-46-31-40-31H40Q46-31 46-25V-3Z")
    + shape("z-papier", *(box(left, -26.4, 10.6, 10.2) for left in (-39, -25.6, -12.2, 1.6, 15, 28.4)))
    + shape("z-dun", "M-14-31V-3M14.2-31V-3")
    + shape("z-inkt", *(disc(x, -2.8, 2.8) for x in (-32, -23, 23, 32)))
)
"""92 long; its windows lie on the colour of the trend."""
DRONE = (
    shape("z-dun", "M-9-3.4H-2.4M2.4-3.4H9M-9-3.4V-6M9-3.4V-6M-12.4-6.2H-5.6M5.6-6.2H12.4M-2 0V3M2 0V3")
    + shape("z-inkt", "M-3.4-4.6H3.4L2.4 0H-2.4Z")
    + shape("z-t", box(-4, 3, 8, 6))
)
"""With a parcel; its origin is the underside of its body."""
