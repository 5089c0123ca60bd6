"""What stands in rooms: people at work and at table, and their things, each from its own origin on the floor.

Relative path data; a person is 16 high, a child 11.
"""

from __future__ import annotations

from binnenstad_site.drawings.figures import PEOPLE
from binnenstad_site.drawings.layers import Layers
from binnenstad_site.drawings.tracing import placed
from binnenstad_site.drawings.vehicles import BICYCLE


def _posture(name: str, *, flip: bool = False) -> Layers:
    """A figure of the street, indoors."""
    return (("z-inkt", placed(PEOPLE[name], 0, 0, flip=flip).replace("M", "m", 1)),)


STANDING = _posture("staat")
SKIRT = _posture("rok")
WALKING = _posture("loopt")
SITTING = _posture("zit")
"""Looking right."""
SITTING_LEFT = _posture("zit", flip=True)
CHILD = _posture("kind")
BEHIND: Layers = (("z-inkt", "m-25 0v-10h11v-2.5h-.6a2.2 2.2 0 1 1 4.2 0h-.6v2.5h11v10z"),)
"""A counter of 25 with somebody behind it; the origin is its right foot."""

TABLE: Layers = (("z-lijn", "m0-9h24m-21 0v9m17 0v-9"),)
"""24 wide."""
ROUND_TABLE: Layers = (("z-lijn", "m0-8h16m-8 0v8m-4 0h8"),)
SMALL_TABLE: Layers = (("z-lijn", "m0-8h11m-5 0v8"),)
BED: Layers = (("z-lijn", "m0-14v14m0-6.5h28v6.5"), ("z-t", "m2-10h26v3h-26z"))
"""28 long, with its head to the left."""
SOFA: Layers = (("z-t", "m0 0v-11h4.5v4h15v-4h4.5v11z"),)
LAMP: Layers = (("z-inkt", "m-.5 0v6l-4 4h9l-4-4v-6z"),)
"""Hangs from its origin."""
SHELVES: Layers = (("z-inkt", "m0 5h17v1.6h-17zm0 8h17v1.6h-17z"), ("z-t", "m2 1h3v4h-3zm4-1h3v5h-3zm5 9h4v4h-4z"))
"""Two planks against the wall, from their upper left corner."""
PLANT: Layers = (("z-inkt", "m-2.7 0l-.5-5h6.4l-.5 5z"), ("z-loof", "m-4.6-9a4.6 4.6 0 1 1 9.2 0a4.6 4.6 0 1 1-9.2 0z"))

DESK: Layers = (("z-lijn", "m0-8h20m-2 0v8"), ("z-t", "m7-15h9v6h-9z"))
WORKER: Layers = (("z-inkt", "m-2-12a2 2 0 1 1 4 0a2 2 0 1 1-4 0zm0 2h3.2v2.2h4v1.6h-4v1.5h3.4v4.7h-1.6v-3.1h-5z"),)
"""Sits with the arms on a builder that begins two to the right."""
ARM: Layers = (
    ("z-inkt", "m0 0v-9.5h31v9.5z"),
    ("z-lijn", "m10-9.5v-9l14-6.5 6 9"),
    ("z-t", "m7.5-19.5a2.6 2.6 0 1 1 5.2 0a2.6 2.6 0 1 1-5.2 0zm19.5 3h7v4h-7z"),
)
PRINTER: Layers = (("z-lijn", "m0 0v-21h21v21zm0-6h21"), ("z-t", "m6-12h9v6h-9z"))
BLOCKS: Layers = (("z-inkt", "m0 0v-8h8v8zm9.2 0v-8h8v8zm9.2 0v-8h8v8zm-14-9v-7h8v7z"),)
TOOLS: Layers = (("z-lijn", "m0 0h32m-27 0v5.5m6-5.5v4m5-4v6.5m6-6.5v5m5-5v3.5"),)
"""Hang from their origin."""
BENCH: Layers = (
    ("z-inkt", "m0-8.7h35v2h-3v6.7h-2v-6.7h-25v6.7h-2v-6.7h-3z"),
    ("z-t", "m8.5-11.8a3.6 3.6 0 1 1 7.2 0a3.6 3.6 0 1 1-7.2 0zm13-2h9.5v5h-9.5z"),
)
"""A work bench of 35."""
BIKE: Layers = tuple((cls, placed(data, 0, 0).replace("M", "m", 1)) for cls, data in BICYCLE)
RACK: Layers = (
    ("z-lijn", "m0 0v-15h27v15m-27-12h27"),
    ("z-t", "m2-12h5l1 9h-7zm6 0h5l1 9h-7zm6 0h5l1 9h-7zm6 0h5l1 9h-7z"),
)
CANOPY: Layers = (("z-t", "m0 0h31l-4.5 7h-22z"),)
"""A hood over a counter, from its upper left corner."""
GREENS: Layers = (("z-loof", "m0 0c-7-4-8-9-6-14c5 2 7 7 6 14c-1-7 1-13 6-14c1 6-1 11-6 14z"),)
_BOOKS = "v-6h2v6zm3 0v-6h2v6zm3 0v-6h2v6z"
BOOKCASE: Layers = (
    ("z-lijn", "m0 0v-25h36v25zm0-8h36m-36-8h36"),
    ("z-t", f"m3-17{_BOOKS}m15 0{_BOOKS}m-27 8{_BOOKS}m6 0{_BOOKS}m3 0{_BOOKS}"),
)
