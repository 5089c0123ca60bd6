"""Draws a share picture: the scenes of its card by a template of SVG, and its words on top.

In: a card, the template and the name of the site. Out: the bytes of a PNG; equal input gives equal bytes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined, Template

from binnenstad_site.pages.sharing import Card
from binnenstad_site.render import canvas, png
from binnenstad_site.render.share_layout import COLOURS, Scene, scenes, words

if TYPE_CHECKING:
    from PIL.Image import Image


def picture(content: Card, template: str, site_name: str) -> bytes:
    """The finished picture."""
    return png.with_palette(painted(content, template, site_name))


def painted(content: Card, template: str, site_name: str) -> Image:
    """The picture in full colour: its scenes, and then its words."""
    ground, *others = scenes(content)
    image = _drawn(ground, template).copy()
    for scene in others:
        image.paste(_drawn(scene, template), (scene.left, scene.top))
    for line in words(content, site_name):
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
