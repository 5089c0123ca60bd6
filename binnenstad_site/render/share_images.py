"""Share pictures (`og:image`): one PNG of 1200 × 630 pixels for each listed page.

In: the finished contexts. Out: the pages with the address of their picture, and the pictures as `Artifact`. The name of
a picture is a hash of all that decides it (its card, the template, the fonts, the tools, this code), never of its
pixels, so `check` and `serve` know every address without drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined, Template

from binnenstad_site.core.memo import Kept, digest
from binnenstad_site.core.outputs import Artifact
from binnenstad_site.pages import Page, PageBuilder
from binnenstad_site.pages.page import SharePicture
from binnenstad_site.pages.sharing import Blocks, Card, blocks_of, card, needs_blocks
from binnenstad_site.pages.start import StartPagina
from binnenstad_site.render import canvas, fonts, png, share_layout, text_layout, typefaces
from binnenstad_site.render.share_layout import COLOURS, Scene, scenes, words

if TYPE_CHECKING:
    from PIL.Image import Image

TEMPLATE = "deelplaatje.svg"
FOLDER = "deel"
CODE = (canvas, fonts, png, share_layout, text_layout, typefaces)
"""The modules that decide how a picture comes out, besides this one."""


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
    for file in (__file__, *(str(module.__file__) for module in CODE)):
        digest.update(Path(file).read_bytes())
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
    return png.with_palette(painted(content, style))


def painted(content: Card, style: PictureStyle) -> Image:
    """The picture in full colour: its scenes, and then its words."""
    ground, *others = scenes(content)
    image = _drawn(ground, style.template).copy()
    for scene in others:
        image.paste(_drawn(scene, style.template), (scene.left, scene.top))
    for line in words(content, style.site_name):
        canvas.write(line, image)
    return image


def svg_of(scene: Scene, template: str) -> str:
    """A part of the picture as SVG."""
    return _compiled(template).render(vak=scene, kleuren=tuple(COLOURS.items()))


@lru_cache(maxsize=64)
def _drawn(scene: Scene, template: str) -> Image:
    return canvas.draw(svg_of(scene, template))


@lru_cache(maxsize=1)
def _compiled(template: str) -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(template)
