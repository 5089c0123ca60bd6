"""The text of a piece of Markdown without its markup, and what in it nobody sees though its source shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html.entities import html5

from markdown_it.token import Token

from binnenstad_site.core.characters import invisible_signs, name_of
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.validate.markdown.body import BodyProblem

_ENTITY = re.compile(r"&(?:#[xX]([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));")


def plain(inline: Token) -> str:
    """The text of an inline token, without markup and citations."""
    return "".join(_texts(inline.children or [])).strip()


def _texts(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("text", "code_inline", "text_special", "html_inline"):
            yield child.content
        elif child.type in ("softbreak", "hardbreak"):
            yield " "
        elif child.type == "image":
            yield "".join(_texts(child.children or []))


def unseen(source: str, shown: Iterable[str]) -> Iterator[BodyProblem]:
    """The invisible characters in what is shown that are written as an entity (`&#8238;`): each at its first place.

    Those that stand in the source as they are, are reported by whoever reads the file.
    """
    if "&" not in source or not (signs := invisible_signs(shown)):
        return
    signs.difference_update(source)
    for entity in _ENTITY.finditer(source):
        if (sign := _sign(entity)) in signs:
            signs.remove(sign)
            line = source.count("\n", 0, entity.start()) + 1
            column = entity.start() - source.rfind("\n", 0, entity.start())
            message = f"Onzichtbaar teken op deze plek: {name_of(sign)}"
            hint = "Haal deze code uit de tekst."
            yield BodyProblem(Code.ONZICHTBAAR_TEKEN, line, column, column + len(entity.group()), message, hint)


def _sign(entity: re.Match[str]) -> str:
    """What an entity stands for; empty when that is nothing."""
    sixteen, ten, name = entity.groups()
    if name:
        return html5.get(f"{name};", "")
    number = int(sixteen, 16) if sixteen else int(ten)
    return chr(number) if number <= 0x10FFFF else ""
