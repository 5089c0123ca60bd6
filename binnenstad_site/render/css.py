"""Minifies a style sheet: all that a page loads of them has a budget.

Rules and declarations keep their text and order; tinycss2 tells strings from blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import itemgetter

import tinycss2
from tinycss2.ast import Comment, CurlyBracketsBlock, FunctionBlock, Node, ParenthesesBlock, SquareBracketsBlock
from tinycss2.ast import WhitespaceToken as Blank

BRACKETS = {CurlyBracketsBlock: "{}", ParenthesesBlock: "()", SquareBracketsBlock: "[]"}
NO_BLANK_AFTER = frozenset("{}([;,:<>=")
NO_BLANK_BEFORE = frozenset("{})];,<>=")
"""Left out: `:`, `(` and `[` (a blank before them counts in a selector), and `+ - * /` (it counts in `calc`)."""


def minify_css(style: str) -> str:
    """The style sheet, minified; minifying the result changes nothing."""
    texts = ["{", *_texts(tinycss2.parse_component_value_list(style)), "}"]
    dense = [
        text
        for before, text, after in zip(texts, texts[1:], texts[2:], strict=False)
        if text.strip() or not (before[-1] in NO_BLANK_AFTER or after[0] in NO_BLANK_BEFORE)
    ]
    return _layers_once("".join(text for text, after in pairwise([*dense, "}"]) if (text, after) != (";", "}")))


def _layers_once(style: str) -> str:
    """Joins consecutive `@layer` blocks of the same name. Behind the first layer there may be only layers."""
    before, *layers = re.split(r"(?<=[;}])@layer (\w+)\{", style)
    once = groupby(zip(layers[::2], layers[1::2], strict=True), key=itemgetter(0))
    return before + "".join(f"@layer {name}{{{''.join(body[:-1] for _, body in group)}}}" for name, group in once)


def _texts(nodes: Iterable[Node]) -> Iterator[str]:
    """The text of each node, brackets included; a run of blanks and comments becomes one blank."""
    for is_blank, group in groupby(nodes, key=lambda node: isinstance(node, Blank | Comment)):
        if is_blank:
            yield " "
            continue
        for node in group:
            if isinstance(node, FunctionBlock):
                yield from (f"{node.name}(", *_texts(node.arguments), ")")
            elif brackets := BRACKETS.get(type(node)):
                yield from (brackets[0], *_texts(node.content), brackets[1])
            else:
                yield node.serialize()
