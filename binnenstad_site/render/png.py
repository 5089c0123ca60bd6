"""PNG pictures with a palette of at most 64 colours: half the bytes of the same picture in full colour."""

from __future__ import annotations

from io import BytesIO
from itertools import chain
from typing import cast

MOST_COLOURS = 64
APART = 5
"""The least difference, in one of red, green and blue (0 to 255), between two colours of the palette.

Pillow looks up the nearest colour in steps of 4, so colours that are nearer to each other could change places.
"""


def with_palette(png: bytes) -> bytes:
    """An opaque picture with its most frequent colours as palette; any other colour becomes the nearest of those."""
    from PIL import Image  # noqa: PLC0415 - needed when a share picture is drawn, and then only

    image = Image.open(BytesIO(png)).convert("RGB")
    counts = cast("list[tuple[int, tuple[int, int, int]]]", image.getcolors(image.width * image.height))
    palette: list[tuple[int, int, int]] = []
    for _, colour in sorted(counts, reverse=True):
        if all(max(abs(a - b) for a, b in zip(colour, other, strict=True)) > APART for other in palette):
            palette.append(colour)
        if len(palette) == MOST_COLOURS:
            break
    sheet = Image.new("P", (1, 1))
    sheet.putpalette(list(chain.from_iterable(palette)))
    written = BytesIO()
    image.quantize(palette=sheet, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()
