"""PNG pictures with a palette of at most 64 colours: half the bytes of the same picture in full colour."""

from __future__ import annotations

from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

Colour = tuple[int, int, int]

MOST_COLOURS = 64
AREA = 1 / 1000
"""From this share of the picture on, a colour is that of an area; a rarer one is a step at an edge."""
APART_AREAS = 5
"""The least difference, in one of red, green and blue (0 to 255), between the colour of an area and another colour.

Pillow looks up the nearest colour in steps of 4, so colours that are nearer to each other could change places.
"""
APART = 12
"""The same for a step at an edge. More steps cannot be told apart, and cost bytes."""
LEVEL = 7
"""Of zlib: 9 takes seven times as long for a tenth less bytes, which larger steps at edges save as well."""


def with_palette(image: Picture) -> bytes:
    """A picture with its most frequent colours as palette; any other colour becomes the nearest of those."""
    from PIL import Image  # noqa: PLC0415 - needed when a share picture is drawn, and then only

    area = image.width * image.height
    palette: list[Colour] = []
    for count, colour in sorted(cast("list[tuple[int, Colour]]", image.getcolors(area)), reverse=True):
        if _differs(colour, palette, APART_AREAS if count > area * AREA else APART):
            palette.append(colour)
        if len(palette) == MOST_COLOURS:
            break
    sheet = Image.new("P", (1, 1))
    sheet.putpalette(list(chain.from_iterable(palette)))
    written = BytesIO()
    image.quantize(palette=sheet, dither=Image.Dither.NONE).save(written, "PNG", compress_level=LEVEL)
    return written.getvalue()


def _differs(colour: Colour, palette: list[Colour], apart: int) -> bool:
    red, green, blue = colour
    return not any(abs(red - r) <= apart and abs(green - g) <= apart and abs(blue - b) <= apart for r, g, b in palette)
