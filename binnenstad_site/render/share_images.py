"""Share pictures: what a page looks like where somebody shares its address, one PNG of 1200 × 630 per page.

In: the finished contexts. Out: the pages with the address of their picture, and what is to be made. The name of a
picture is a hash of all that decides it (its card, the template, the letters, the tools, this file), never of its
pixels, so `check` and `serve` know every address without drawing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from binnenstad_site.core.outputs import Artifact
from binnenstad_site.pages import Page, PageBuilder
from binnenstad_site.pages.sharing import Card, blocks_of, card
from binnenstad_site.render import fonts, png, text_layout

TEMPLATE = "deelplaatje.svg"
FOLDER = "deel"
COLOURS = {
    "samenleven": "#8a3d8f",
    "produceren": "#a5361a",
    "consumeren": "#8a5a00",
    "werken": "#2f6b1f",
    "investeren": "#0b5f5a",
    "vervoeren": "#1f54a8",
    "steen": "#a5361a",
}
"""As in the style sheet, by day."""
COLOUR = re.compile("#([0-9a-f]{6})")
SIZES = {120: 2, 108: 2, 96: 3, 86: 3, 78: 4, 70: 4, 63: 5, 57: 5, 52: 6, 47: 6, 43: 7, 39: 8}
"""Sizes for a title from large to small, and how many lines it may have."""
LEFT, TOP, WIDTH, GROUND = 64, 128, 1200, 508
SMALLER = 63
"""The size down to which a title makes room for its sentence."""
SENTENCE = 31
BLOCK = re.compile(r"<svg [^>]*viewBox=\"0 -([\d.]+) 200 [\d.]+\"[^>]*>(.*)</svg>", re.DOTALL)
"""A block of houses: how high, and its shapes, which stand on the line y = 0."""


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


@dataclass(frozen=True, slots=True)
class Look:
    """What all pictures of a build have in common."""

    name: str
    """The name of the site."""
    template: str
    digest: bytes

    def key(self, of: Card) -> str:
        return sha256(self.digest + repr(astuple(of)).encode()).hexdigest()[:32]


def look(templates: Path, name: str) -> Look:
    """The look, from the template and all that draws with it."""
    template = (templates / TEMPLATE).read_text(encoding="utf-8")
    tools = [version(package) for package in ("resvg-py", "fonttools", "jinja2")]
    digest = sha256(repr((name, template, tools, [face.axes for face in fonts.FACES])).encode())
    for face in fonts.FACES:
        digest.update(face.digest)
    for module in (__file__, fonts.__file__, text_layout.__file__, png.__file__):
        digest.update(Path(module).read_bytes())
    return Look(name, template, digest.digest())


class Gallery:
    """Gives pages their picture, and keeps its answers for the next build, under all they were made from."""

    def __init__(self) -> None:
        self._frame: object = None
        self._kept: dict[str, tuple[Page, Page, Artifact]] = {}

    def hung(
        self, builder: PageBuilder, pages: Sequence[Page], shown: Look
    ) -> tuple[tuple[Page, ...], tuple[Artifact, ...]]:
        """The pages with the address of their picture, and the pictures to make; what is not listed has none."""
        blocks = blocks_of(page.context for page in pages)
        if self._frame != (frame := (blocks, builder.base_url, shown)):
            self._frame, self._kept = frame, {}
        finished, recipes = [], {}
        for page in pages:
            if not (page.listed and page.context.kader.canoniek):
                finished.append(page)
                continue
            kept = self._kept.get(page.url)
            if kept is None or kept[0] is not page:
                kept = self._kept[page.url] = (page, *_told(page, card(page.context, blocks), builder, shown))
            finished.append(kept[1])
            recipes[kept[2].path] = kept[2]
        return tuple(finished), tuple(recipes.values())


def _told(page: Page, of: Card, builder: PageBuilder, shown: Look) -> tuple[Page, Artifact]:
    name = shown.key(of)
    path = f"{FOLDER}/{name}.png"
    context = replace(page.context, deelplaatje=builder.addresses.absolute(f"/{path}"), deelwoorden=of.spoken)
    return replace(page, context=context), Artifact(path, f"deel-{name}", partial(picture, of, shown))


def picture(of: Card, shown: Look) -> bytes:
    """The finished picture."""
    svg = drawn(of, shown)
    return png.smaller(text_layout.png(svg), COLOUR.findall(svg))


def drawn(of: Card, shown: Look) -> str:
    """The picture as SVG."""
    street = houses(of)
    column = (street[0].x - 40 if len(street) == 1 else 820 if not street else WIDTH - LEFT) - LEFT
    top = TOP if of.theme or of.kind else TOP - 52
    bottom = GROUND - 36 - (max(block.high for block in street) if len(street) > 1 else 0)
    title, sentence = words(of, column, top, bottom)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.from_string(shown.template).render(
        kaart=of,
        kleur=of.trend if of.trend in COLOURS else "steen",
        kleuren=tuple(COLOURS.items()),
        titel=title,
        zin=sentence,
        straat=street,
        voet=604 if of.stopped else 596,
        naam=shown.name,
        stenen=round(WIDTH - LEFT - 168 - text_layout.width(of.evidence, fonts.TEXT, 28)),
        trap=tuple(step < of.bricks for step in range(4)),
    )


def houses(of: Card) -> tuple[Houses, ...]:
    """The blocks of the street: one at the right, or all of them over the whole width."""
    found = [(kort, match) for kort, drawing in of.street if (match := BLOCK.fullmatch(drawing))]
    alone = len(found) == 1
    made = []
    for number, (kort, match) in enumerate(found):
        high = float(match[1])
        scale = round(min(1.9, 360 / high), 3) if alone else 1.0
        x = WIDTH - LEFT - 200 * scale if alone else number * WIDTH / len(found)
        made.append(Houses(kort, round(x, 1), scale, high * scale, Markup(match[2])))  # noqa: S704 - drawn by us
    return tuple(made)


def words(of: Card, column: float, top: int, bottom: float) -> tuple[Block, Block]:
    """Title and sentence: as large as both fit, or else the title alone, as large as it fits."""
    alone = None
    for size, most in SIZES.items():
        title = title_block(of.title, column, top, size)
        if title.end > bottom or title.broad > column or len(title.lines) > most:
            continue
        sentence = sentence_block(of.sentence, column, title)
        alone = alone or title
        if sentence.end <= bottom and (size >= SMALLER or size == alone.size):
            return title, sentence
    return alone or title_block(of.title, column, top, min(SIZES)), Block(SENTENCE, 0, (), 0)


def title_block(title: str, column: float, top: int, size: int) -> Block:
    """The title in lines of about equal length."""
    spacing = round(-0.03 * size, 2)
    lines = text_layout.lines(title, column, fonts.HEADING, size, spacing)
    broad = text_layout.longest(lines, fonts.HEADING, size, spacing)
    return Block(size, spacing, placed(lines, top + round(size * 0.74), round(size * 1.02)), broad)


def sentence_block(sentence: str, column: float, title: Block) -> Block:
    """The sentence below the title."""
    lines = text_layout.lines(sentence, min(column, 880), fonts.TEXT, SENTENCE)
    first = title.end + round(title.size * 0.3) + 44
    return Block(SENTENCE, 0, placed(lines, first, round(SENTENCE * 1.36)), column)


def placed(lines: Sequence[str], first: int, pitch: int) -> tuple[Line, ...]:
    """Lines below each other, from the base line of the first."""
    return tuple(Line(text, first + number * pitch) for number, text in enumerate(lines))
