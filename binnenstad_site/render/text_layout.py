"""Text in share pictures: its width, its line breaks, and SVG to PNG with our own fonts and no others.

In: text, and SVG that names the families `Kop`, `Tekst` and `Vet`. Out: widths in pixels, lines, and PNG bytes. The
libraries are imported when a picture is drawn, and the fonts are made once for each process.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from binnenstad_site.render import fonts
from binnenstad_site.render.fonts import BOLD, HEADING, TEXT, Face

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FAMILIES = {HEADING: "Kop", TEXT: "Tekst", BOLD: "Vet"}
BROADEST = 1000
"""Thousandths of the size that a character without a shape of ours may take."""


@lru_cache(maxsize=len(FAMILIES))
def _font(face: Face) -> TTFont:
    """The font with a name, under which the template asks for it."""
    font = fonts.static(face)
    family = FAMILIES[face]
    for record, text in ((1, family), (2, "Regular"), (4, family), (6, family)):
        font["name"].setName(text, record, 3, 1, 0x409)
    return font


@lru_cache(maxsize=len(FAMILIES))
def _widths(face: Face) -> Mapping[str, int]:
    """Character -> its advance in thousandths of the size."""
    font = _font(face)
    return {chr(code): font["hmtx"][name][0] for code, name in font.getBestCmap().items()}


def width(text: str, face: Face, size: float, spacing: float = 0) -> float:
    """The width of a line in pixels, without kerning."""
    widths = _widths(face)
    return sum(widths.get(char, BROADEST) for char in text) * size / 1000 + spacing * len(text)


def longest(texts: Sequence[str], face: Face, size: float, spacing: float = 0) -> float:
    """The width of the longest of some lines."""
    return max((width(line, face, size, spacing) for line in texts), default=0)


def lines(text: str, column: float, face: Face, size: float, spacing: float = 0) -> tuple[str, ...]:
    """The fewest lines that fit in a column, of about equal length; a word that is too long gets a line of its own."""
    words = text.split(" ") if text else []
    widths = [width(word, face, size, spacing) for word in words]
    blank = width(" ", face, size, spacing)
    best = _broken(words, widths, blank, column)
    low, high = 0.0, column
    while high - low > 2:
        middle = (low + high) / 2
        tried = _broken(words, widths, blank, middle)
        if len(tried) > len(best) or longest(tried, face, size, spacing) > middle:
            low = middle
        else:
            best, high = tried, middle
    return best


def _broken(words: Sequence[str], widths: Sequence[float], blank: float, column: float) -> tuple[str, ...]:
    broken: list[list[str]] = []
    room = 0.0
    for word, wide in zip(words, widths, strict=True):
        if broken and wide + blank <= room:
            broken[-1].append(word)
            room -= wide + blank
        else:
            broken.append([word])
            room = column - wide
    return tuple(" ".join(line) for line in broken)


def png(svg: str) -> bytes:
    """The drawing as PNG, with our subsets, and the whole fonts for characters that those lack."""
    import resvg_py  # noqa: PLC0415 - needed for pictures that are not kept yet, and then only

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=list(_font_files())))


@lru_cache(maxsize=1)
def _font_files() -> tuple[str, ...]:
    """The fonts as files, in a folder that is removed when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="letters-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    written = []
    for number, face in enumerate(FAMILIES):
        _font(face).save(folder / f"{number}.ttf")
        (folder / f"heel-{number}.ttf").write_bytes(face.source)
        written += [f"{number}.ttf", f"heel-{number}.ttf"]
    return tuple(str(folder / name) for name in written)
