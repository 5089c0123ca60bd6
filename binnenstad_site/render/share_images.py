"""Share pictures (`og:image`): one PNG of 1200 × 630 pixels for each listed page.

In: the finished contexts. Out: the pages with the address of their picture, and the pictures as `Artifact`. The name of
a picture is a hash of all that decides it (its card, the template, the fonts, the tools, this code), never of its
pixels, so `check` and `serve` know every address without drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

from binnenstad_site.core.memo import Kept, digest
from binnenstad_site.core.outputs import Artifact
from binnenstad_site.core.versions import version_of
from binnenstad_site.pages import Page, PageBuilder
from binnenstad_site.pages.page import SharePicture
from binnenstad_site.pages.sharing import Blocks, Card, blocks_of, card, needs_blocks
from binnenstad_site.pages.start import StartPagina
from binnenstad_site.render import fonts

TEMPLATE = "deelplaatje.svg"
FOLDER = "deel"
CODE = ("canvas", "fonts", "png", "share_drawing", "share_images", "share_layout", "text_layout", "typefaces")
"""The modules that decide how a picture comes out."""


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
    tools = [version_of(package) for package in ("resvg-py", "fonttools", "jinja2", "pillow")]
    digest = sha256(repr((site_name, template, tools, [face.axes for face in fonts.FACES])).encode())
    for face in fonts.FACES:
        digest.update(face.digest)
    for name in CODE:
        digest.update(Path(__file__).with_name(f"{name}.py").read_bytes())
    return PictureStyle(site_name, template, digest.digest())


@dataclass(frozen=True, slots=True)
class ShareImages:
    """The pictures of a site."""

    builder: PageBuilder
    blocks: Blocks
    style: PictureStyle

    @classmethod
    def of(cls, builder: PageBuilder, pages: Sequence[Page], style: PictureStyle) -> ShareImages:
        """The pictures of these pages, of which one is the start page: it has the street that others show a part of."""
        start = next(page for page in pages if page.kind is StartPagina)
        blocks = builder.memo.get(Kept.PAGE, digest("blocks", start.key), lambda: blocks_of(start.context))
        return cls(builder, blocks, style)

    def attached(self, page: Page) -> Page:
        """A page with the address of its picture; an unlisted page has none."""
        if not page.listed:
            return page
        name, spoken = self._named(page)
        address = self.builder.addresses.absolute(f"/{FOLDER}/{name}.png")
        return replace(page, picture=SharePicture(address, spoken))

    def artifacts(self, pages: Iterable[Page]) -> tuple[Artifact, ...]:
        """The pictures of pages that have their address, still to be made; equal ones once."""
        artifacts: dict[str, Artifact] = {}
        for page in pages:
            if page.picture is not None:
                name = PurePosixPath(page.picture.address).stem
                artifacts[name] = Artifact(f"{FOLDER}/{name}.png", f"deel-{name}", partial(self._picture, page))
        return tuple(artifacts.values())

    def _named(self, page: Page) -> tuple[str, str]:
        """The name of the picture of a page, and its text alternative."""
        blocks = tuple(self.blocks.items()) if needs_blocks(page.kind) else ()
        return self.builder.memo.get(
            Kept.PAGE, digest("picture", self.style.digest, page.key, blocks), partial(self._name, page)
        )

    def _name(self, page: Page) -> tuple[str, str]:
        content = card(page.context, self.blocks)
        return self.style.key(content), content.spoken

    def _picture(self, page: Page) -> bytes:
        from binnenstad_site.render import share_drawing  # noqa: PLC0415 - most runs know all pictures, or draw none

        return share_drawing.picture(card(page.context, self.blocks), self.style.template, self.style.site_name)
