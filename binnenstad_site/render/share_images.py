"""Share pictures (`og:image`): one PNG of 1200 × 630 pixels for each listed page.

In: the finished contexts. Out: the pages with the address of their picture, and the pictures as `Artifact`. The name of
a picture is a hash of all that decides it (its card, the template, the fonts, the tools, this file), never of its
pixels, so `check` and `serve` know every address without drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from binnenstad_site.core.memo import Kept, digest
from binnenstad_site.core.outputs import Artifact
from binnenstad_site.pages import Page, PageBuilder
from binnenstad_site.pages.page import SharePicture
from binnenstad_site.pages.sharing import Blocks, Card, blocks_of, card, needs_blocks
from binnenstad_site.pages.start import StartPagina
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
SIZES = {120: 2, 108: 2, 96: 3, 86: 3, 78: 4, 70: 4, 63: 5, 57: 5, 52: 6, 47: 6, 43: 7, 39: 8}
"""Sizes for a title from large to small, and how many lines it may have."""
LEFT, TOP, WIDTH, GROUND = 64, 128, 1200, 508
SMALLER = 63
"""The size down to which a title makes room for its sentence."""
SENTENCE = 31


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
class PictureStyle:
    """What all pictures of a build share: the name of the site and the template."""

    site_name: str
    template: str
    digest: bytes
    """Of the name, the template, and everything that draws with it."""

    def key(self, content: Card) -> str:
        """The name of the picture of a card."""
        return sha256(self.digest + repr(content).encode()).hexdigest()[:32]


def read_picture_style(templates: Path, site_name: str) -> PictureStyle:
    """The style of the pictures, with the template from the folder `templates`."""
    template = (templates / TEMPLATE).read_text(encoding="utf-8")
    tools = [version(package) for package in ("resvg-py", "fonttools", "jinja2", "pillow")]
    digest = sha256(repr((site_name, template, tools, [face.axes for face in fonts.FACES])).encode())
    for face in fonts.FACES:
        digest.update(face.digest)
    for module in (__file__, fonts.__file__, text_layout.__file__, png.__file__):
        digest.update(Path(module).read_bytes())
    return PictureStyle(site_name, template, digest.digest())


def attach_share_images(
    builder: PageBuilder, pages: Sequence[Page], style: PictureStyle
) -> tuple[tuple[Page, ...], tuple[Artifact, ...]]:
    """The pages with the address of their picture, and the pictures, still to be made; an unlisted page has none."""
    start = next(page for page in pages if page.kind is StartPagina)
    blocks = blocks_of(start.context)
    attached: list[Page] = []
    artifacts: dict[str, Artifact] = {}
    for page in pages:
        if not page.listed:
            attached.append(page)
            continue
        decided_by = digest(style.digest, page.key, needs_blocks(page.kind) and tuple(blocks.items()))
        name, spoken = builder.memo.get(Kept.PAGE, decided_by, partial(_name, page, blocks, style))
        path = f"{FOLDER}/{name}.png"
        artifacts[path] = Artifact(path, f"deel-{name}", partial(_picture, page, blocks, style))
        attached.append(replace(page, picture=SharePicture(builder.addresses.absolute(f"/{path}"), spoken)))
    return tuple(attached), tuple(artifacts.values())


def _name(page: Page, blocks: Blocks, style: PictureStyle) -> tuple[str, str]:
    """The name of the picture of a page, and its text alternative."""
    content = card(page.context, blocks)
    return style.key(content), content.spoken


def _picture(page: Page, blocks: Blocks, style: PictureStyle) -> bytes:
    return picture(card(page.context, blocks), style)


def picture(content: Card, style: PictureStyle) -> bytes:
    """The finished picture."""
    return png.with_palette(text_layout.png(svg_of(content, style)))


def svg_of(content: Card, style: PictureStyle) -> str:
    """The picture as SVG."""
    street = houses(content)
    column = (street[0].x - 40 if len(street) == 1 else 820 if not street else WIDTH - LEFT) - LEFT
    top = TOP if content.trend_title or content.kind else TOP - 52
    bottom = GROUND - 36 - (max(block.high for block in street) if len(street) > 1 else 0)
    title, sentence = text_blocks(content, column, top, bottom)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.from_string(style.template).render(
        kaart=content,
        kleur=content.trend_name if content.trend_name in COLOURS else "steen",
        kleuren=tuple(COLOURS.items()),
        titel=title,
        zin=sentence,
        straat=street,
        voet=604 if content.stopped else 596,
        naam=style.site_name,
        stenen=round(WIDTH - LEFT - 168 - text_layout.width(content.evidence, fonts.TEXT, 28)),
        trap=tuple(step < content.bricks for step in range(4)),
    )


def houses(content: Card) -> tuple[Houses, ...]:
    """The blocks of the street: one at the right, or all of them over the whole width."""
    blocks = [(kort, drawing) for kort, drawing in content.street if drawing]
    alone = len(blocks) == 1
    placed = []
    for number, (kort, drawing) in enumerate(blocks):
        high = drawing.box[3]
        scale = round(min(1.9, 360 / high), 3) if alone else 1.0
        x = WIDTH - LEFT - 200 * scale if alone else number * WIDTH / len(blocks)
        placed.append(Houses(kort, round(x, 1), scale, high * scale, drawing.inside))
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
