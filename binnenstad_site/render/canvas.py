"""From shapes and words to pixels: SVG drawn by resvg, and words put together from glyphs that are drawn once.

In: SVG, and words with their place. Out: Pillow images. resvg gives its pixels as PNG only, and packing them takes far
longer than drawing them, so anything that pictures have in common is drawn once: in words, the glyphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import ceil, floor
from typing import TYPE_CHECKING

from binnenstad_site.render.fonts import Face
from binnenstad_site.render.typefaces import Outline, typeface

if TYPE_CHECKING:
    from PIL.Image import Image

PHASES = 8
"""At how many places between two pixels a glyph is drawn: none of them is more than a sixteenth of a pixel off."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text in one face and colour."""

    text: str
    face: Face
    size: int
    x: float
    """Where it begins."""
    y: int
    """The base line."""
    colour: str
    spacing: float = 0
    """Pixels after every glyph."""


def draw(svg: str) -> Image:
    """A drawing without text, in full colour."""
    import resvg_py  # noqa: PLC0415 - needed for pictures that are not kept yet, and then only
    from PIL import Image  # noqa: PLC0415

    return Image.open(BytesIO(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))).convert("RGB")


def write(words: Words, image: Image) -> None:
    """Put words on an image."""
    from PIL import Image  # noqa: PLC0415 - as above

    scale = words.size / 1000
    left, room = floor(words.x) - words.size, words.size
    covered = Image.new("L", (image.width - left, 3 * room))
    for name, place in typeface(words.face).placed(words.text, words.spacing / scale):
        at, phase = divmod(round((words.x + place * scale) * PHASES), PHASES)
        glyph = _glyph(words.face, name, words.size, phase)
        if glyph.mask:
            covered.paste(255, (at + glyph.left - left, 2 * room + glyph.top), glyph.mask)
    box = covered.getbbox()
    if box:
        image.paste(words.colour, (left + box[0], words.y - 2 * room + box[1]), covered.crop(box))


@dataclass(frozen=True, slots=True)
class _Glyph:
    mask: Image | None
    left: int
    top: int


@lru_cache(maxsize=4096)
def _glyph(face: Face, name: str, size: int, phase: int) -> _Glyph:
    """How much of each pixel a glyph covers, and where its mask stands from the place of the glyph."""
    outline = _outline(face, name)
    if not outline.path:
        return _Glyph(None, 0, 0)
    scale, off = size / 1000, phase / PHASES
    left, bottom, right, top = (edge * scale for edge in outline.box)
    x, y = floor(left + off), floor(-top)
    wide, high = ceil(right + off) - x, ceil(-bottom) - y
    place = f"translate({off - x} {-y}) scale({scale} -{scale})"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}"><path d="M0 0h{wide}v{high}H0z"/>'
        f'<path fill="#fff" transform="{place}" d="{outline.path}"/></svg>'
    )
    return _Glyph(draw(svg).getchannel("R"), x, y)


@lru_cache(maxsize=1024)
def _outline(face: Face, name: str) -> Outline:
    return typeface(face).outline(name)
