"""What stands where in a share picture of 1200 × 630 pixels.

In: a `Card`. Out: its scenes, which the template draws, and its words. A scene is a part of the picture that many
pictures have in common, so that it is drawn once; the first is the ground of the whole picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from markupsafe import Markup

from binnenstad_site.drawings.svg import Detail
from binnenstad_site.pages.sharing import Card
from binnenstad_site.render import fonts, text_layout
from binnenstad_site.render.canvas import Words

COLOURS = {
    "samenleven": "#8a3d8f",
    "produceren": "#a5361a",
    "consumeren": "#8a5a00",
    "werken": "#2f6b1f",
    "investeren": "#0b5f5a",
    "vervoeren": "#1f54a8",
    "steen": "#a5361a",
    "inkt": "#1d2426",
    "inkt2": "#565c5b",
}
"""As in the style sheet, by day."""
SIZES = {120: 2, 108: 2, 96: 3, 86: 3, 78: 4, 70: 4, 63: 5, 57: 5, 52: 6, 47: 6, 43: 7, 39: 8}
"""Sizes for a title from large to small, and how many lines it may have."""
LEFT, TOP, WIDTH, HEIGHT, GROUND = 64, 128, 1200, 630, 508
SMALLER = 63
"""The size down to which a title makes room for its sentence."""
SENTENCE = 31
KIND = 30
EVIDENCE = 28
BEYOND = 12
"""Pixels that eaves and lines may reach beyond the box of a block of houses."""
ROOTS = 30
"""Pixels that trees may reach into the ground."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text at its place."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one size."""

    size: int
    spacing: float
    lines: tuple[Line, ...]
    broad: float
    """The width of the longest line."""

    @property
    def end(self) -> int:
        """The base line of the last line."""
        return self.lines[-1].y if self.lines else 0


@dataclass(frozen=True, slots=True)
class Houses:
    """A block of the street at its place on the ground."""

    kort: str
    x: float
    scale: float
    high: float
    shapes: Markup
    over: Detail | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A part of the picture and what is seen there, in pixels; equal scenes have equal pixels."""

    left: int
    top: int
    width: int
    height: int
    colour: str = "steen"
    """Of the edge along the top."""
    street: tuple[Houses, ...] = ()
    sign: bool = False
    """Whether the houses of our mark stand where others have their street."""
    stopped: bool = False
    steps: tuple[bool, ...] = ()
    """The steps of evidence, whether each is reached."""

    @property
    def foot(self) -> int:
        """The base line of what stands below the street."""
        return 604 if self.stopped else 596


def scenes(content: Card) -> Iterator[Scene]:
    """The ground of the whole picture, and then what stands on top of it."""
    street = houses(content)
    ground = Scene(0, 0, WIDTH, HEIGHT, sign=not street, stopped=content.stopped)
    yield ground
    yield Scene(0, 0, WIDTH, 12, _colour(content))
    if street:
        shared = tuple(replace(block, over=None) for block in street)
        left = max(floor(street[0].x) - BEYOND, 0)
        right = min(ceil(street[-1].x + 200 * street[-1].scale) + BEYOND, WIDTH)
        high = ceil(max(block.high for block in street)) + BEYOND
        yield Scene(left, GROUND - high, right - left, high + ROOTS, street=shared, stopped=content.stopped)
    yield from (_detail(block, block.over) for block in street if block.over)
    if content.evidence:
        steps = tuple(step < content.bricks for step in range(4))
        yield Scene(_evidence_left(content) - 168, ground.foot - 28, 146, 26, steps=steps)


def _detail(block: Houses, over: Detail) -> Scene:
    """The small part of a block of houses that is its own."""
    left, top, wide, high = (edge * block.scale for edge in over.box)
    x, y = floor(block.x + left), floor(GROUND + top)
    whole = replace(block, shapes=block.shapes + over.inside, over=None)
    return Scene(x, y, ceil(wide) + 1, ceil(high) + 1, street=(whole,))


def words(content: Card, site_name: str) -> Iterator[Words]:
    """Every line of text of the picture."""
    ink, quiet = COLOURS["inkt"], COLOURS["inkt2"]
    if content.trend_title:
        yield Words(content.trend_title, fonts.BOLD, KIND, LEFT, 90, COLOURS[_colour(content)])
    if content.kind:
        start = text_layout.length(content.trend_title, fonts.BOLD, KIND) + 22 if content.trend_title else 0
        yield Words(content.kind, fonts.TEXT, KIND, LEFT + start, 90, quiet)
    title, sentence = text_blocks(content, *_room(content))
    for line in title.lines:
        yield Words(line.text, fonts.HEADING, title.size, LEFT, line.y, ink, title.spacing)
    for line in sentence.lines:
        yield Words(line.text, fonts.TEXT, sentence.size, LEFT, line.y, quiet)
    foot = next(scenes(content)).foot
    yield Words(site_name, fonts.HEADING, 32, 142, foot - 4, ink, -0.6)
    if content.evidence:
        yield Words(content.evidence, fonts.TEXT, EVIDENCE, _evidence_left(content), foot - 5, ink)


def _colour(content: Card) -> str:
    return content.trend_name if content.trend_name in COLOURS else "steen"


def _evidence_left(content: Card) -> int:
    return round(WIDTH - LEFT - text_layout.width(content.evidence, fonts.TEXT, EVIDENCE))


def _room(content: Card) -> tuple[float, int, float]:
    """Width, top and bottom of the room for title and sentence."""
    street = houses(content)
    column = (street[0].x - 40 if len(street) == 1 else 820 if not street else WIDTH - LEFT) - LEFT
    top = TOP if content.trend_title or content.kind else TOP - 52
    bottom = GROUND - 36 - (max(block.high for block in street) if len(street) > 1 else 0)
    return column, top, bottom


def houses(content: Card) -> tuple[Houses, ...]:
    """The blocks of the street: one at the right, or all of them over the whole width."""
    blocks = [(kort, drawing) for kort, drawing in content.street if drawing]
    alone = len(blocks) == 1
    placed = []
    for number, (kort, drawing) in enumerate(blocks):
        high = drawing.box[3]
        scale = round(min(1.9, 360 / high), 3) if alone else 1.0
        x = WIDTH - LEFT - 200 * scale if alone else number * WIDTH / len(blocks)
        placed.append(Houses(kort, round(x, 1), scale, high * scale, drawing.inside, drawing.over))
    return tuple(placed)


def text_blocks(content: Card, column: float, top: int, bottom: float) -> tuple[Block, Block]:
    """Title and sentence: as large as both fit, or else the title alone, as large as it fits."""
    largest = None
    for size, most_lines in SIZES.items():
        title = title_block(content.title, column, top, size)
        if title.end > bottom or title.broad > column or len(title.lines) > most_lines:
            continue
        sentence = sentence_block(content.sentence, column, title)
        largest = largest or title
        if sentence.end <= bottom and (size >= SMALLER or size == largest.size):
            return title, sentence
    return largest or title_block(content.title, column, top, min(SIZES)), Block(SENTENCE, 0, (), 0)


def title_block(title: str, column: float, top: int, size: int) -> Block:
    """The title in lines of about equal length."""
    spacing = round(-0.03 * size, 2)
    lines = text_layout.lines(title, column, fonts.HEADING, size, spacing)
    broad = text_layout.longest(lines, fonts.HEADING, size, spacing)
    return Block(size, spacing, lines_below(lines, top + round(size * 0.74), round(size * 1.02)), broad)


def sentence_block(sentence: str, column: float, title: Block) -> Block:
    """The sentence below the title."""
    lines = text_layout.lines(sentence, min(column, 880), fonts.TEXT, SENTENCE)
    first = title.end + round(title.size * 0.3) + 44
    return Block(SENTENCE, 0, lines_below(lines, first, round(SENTENCE * 1.36)), column)


def lines_below(lines: Sequence[str], first: int, pitch: int) -> tuple[Line, ...]:
    """Lines below each other, from the base line of the first."""
    return tuple(Line(text, first + number * pitch) for number, text in enumerate(lines))
