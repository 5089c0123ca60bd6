"""What stands in rooms: people at work and at table, and their things. Each stands on its origin, on the floor."""

from __future__ import annotations

from binnenstad_site.drawings.shapes import box, disc, shape

COUNTER = shape("z-inkt", "m-25 0v-10h11v-2.5h-.6a2.2 2.2 0 1 1 4.2 0h-.6v2.5h11v10z")
"""A counter of 25 with somebody behind it; the origin is its right foot."""
TABLE = shape("z-lijn", "m0-9h24m-21 0v9m17 0v-9")
"""24 wide."""
ROUND_TABLE = shape("z-lijn", "m0-8h16m-8 0v8m-4 0h8")
SMALL_TABLE = shape("z-lijn", "m0-8h11m-5 0v8")
BED = shape("z-lijn", "m0-14v14m0-6.5h28v6.5") + shape("z-t", "m2-10h26v3h-26z")
"""28 long, with its head to the left."""
SOFA = shape("z-t", "m0 0v-11h4.5v4h15v-4h4.5v11z")
CEILING_LAMP = shape("z-inkt", "m-.5 0v6l-4 4h9l-4-4v-6z")
"""Hangs from its origin."""
SHELVES = shape("z-inkt", "m0 5h17v1.6h-17zm0 8h17v1.6h-17z") + shape("z-t", "m2 1h3v4h-3zm4-1h3v5h-3zm5 9h4v4h-4z")
"""Two planks against the wall, from their upper left corner."""
PLANT = shape("z-inkt", "m-2.7 0l-.5-5h6.4l-.5 5z") + shape("z-loof", disc(0, -9, 4.6))

DESK = shape("z-lijn", "m0-8h20m-2 0v8") + shape("z-t", "m7-15h9v6h-9z")
WORKER = shape("z-inkt", "m-2-12a2 2 0 1 1 4 0a2 2 0 1 1-4 0zm0 2h3.2v2.2h4v1.6h-4v1.5h3.4v4.7h-1.6v-3.1h-5z")
"""Sits with the arms on a desk that begins two to the right."""
ROBOT_ARM = (
    shape("z-inkt", "m0 0v-9.5h31v9.5z")
    + shape("z-lijn", "m10-9.5v-9l14-6.5 6 9")
    + shape("z-t", disc(10.1, -19.5, 2.6), box(27, -16.5, 7, 4))
)
PRINTER = shape("z-lijn", "m0 0v-21h21v21zm0-6h21") + shape("z-t", "m6-12h9v6h-9z")
BLOCKS = shape("z-inkt", "m0 0v-8h8v8zm9.2 0v-8h8v8zm9.2 0v-8h8v8zm-14-9v-7h8v7z")
TOOLS = shape("z-lijn", "m0 0h32m-27 0v5.5m6-5.5v4m5-4v6.5m6-6.5v5m5-5v3.5")
"""Hang from their origin."""
WORKBENCH = shape("z-inkt", "m0-8.7h35v2h-3v6.7h-2v-6.7h-25v6.7h-2v-6.7h-3z") + shape(
    "z-t", disc(12.1, -11.8, 3.6), box(21.5, -13.8, 9.5, 5)
)
"""A work bench of 35."""
CLOTHES_RACK = shape("z-lijn", "m0 0v-15h27v15m-27-12h27") + shape(
    "z-t", "m2-12h5l1 9h-7zm6 0h5l1 9h-7zm6 0h5l1 9h-7zm6 0h5l1 9h-7z"
)
HOOD = shape("z-t", "m0 0h31l-4.5 7h-22z")
"""A hood over a counter, from its upper left corner."""
GREENS = shape("z-loof", "m0 0c-7-4-8-9-6-14c5 2 7 7 6 14c-1-7 1-13 6-14c1 6-1 11-6 14z")
_BOOKS = "v-6h2v6zm3 0v-6h2v6zm3 0v-6h2v6z"
BOOKCASE = shape("z-lijn", "m0 0v-25h36v25zm0-8h36m-36-8h36") + shape(
    "z-t", f"m3-17{_BOOKS}m15 0{_BOOKS}m-27 8{_BOOKS}m6 0{_BOOKS}m3 0{_BOOKS}"
)
