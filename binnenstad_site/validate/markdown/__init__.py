"""Markdown of an item: parsed once into a `Body` (cached by text), rendered with links, sources and terms resolved."""

from binnenstad_site.validate.markdown.body import (
    Body,
    BodyProblem,
    Citation,
    Claim,
    Heading,
    Link,
    LinkKey,
    LinkKind,
    Section,
)
from binnenstad_site.validate.markdown.parsing import parse
from binnenstad_site.validate.markdown.rendering import Notes, Terms, render

__all__ = [
    "Body",
    "BodyProblem",
    "Citation",
    "Claim",
    "Heading",
    "Link",
    "LinkKey",
    "LinkKind",
    "Notes",
    "Section",
    "Terms",
    "parse",
    "render",
]
