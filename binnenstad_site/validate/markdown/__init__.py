"""Markdown of an item: parsed once into a `Body` (cached by text), rendered with links, sources and terms resolved."""

from binnenstad_site.validate.markdown.body import (
    Body,
    CitedSentence,
    Claim,
    Heading,
    Link,
    LinkKey,
    LinkKind,
    Section,
)
from binnenstad_site.validate.markdown.rendering import Notes, Terms, render

__all__ = [
    "Body",
    "CitedSentence",
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


def parse(text: str) -> Body:
    """The body of an item. Never raises; whatever an editor got wrong is in `problems`."""
    from binnenstad_site.validate.markdown import parsing  # noqa: PLC0415 - what the memo knows needs no parser

    return parsing.parse(text)
