"""A style sheet without comments and blanks: every page loads the whole of it, and it has a budget.

Rules and declarations stay as they were written, in that order; tinycss2 says what is a string and what a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter

import tinycss2
from tinycss2.ast import Comment, CurlyBracketsBlock, FunctionBlock, Node, ParenthesesBlock, SquareBracketsBlock
from tinycss2.ast import WhitespaceToken as Blank

BRACKETS = {CurlyBracketsBlock: "{}", ParenthesesBlock: "()", SquareBracketsBlock: "[]"}
NO_BLANK_AFTER = frozenset("{}([;,:<>=")
NO_BLANK_BEFORE = frozenset("{})];,<>=")
"""In a selector a blank before `:`, `(` or `[` means something, in a calculation one beside `+`, `-`, `*` or `/`."""


@lru_cache(maxsize=1)
def minify_css(style: str) -> str:
    """The same style sheet, shorter; shortening that again changes nothing."""
    texts = ["{", *_texts(tinycss2.parse_component_value_list(style)), "}"]
    dense = [
        text
        for before, text, after in zip(texts, texts[1:], texts[2:], strict=False)
        if text.strip() or not (before[-1] in NO_BLANK_AFTER or after[0] in NO_BLANK_BEFORE)
    ]
    return _layers_once("".join(text for text, after in pairwise([*dense, "}"]) if (text, after) != (";", "}")))


def _layers_once(style: str) -> str:
    """With layers of one name that follow each other as one; nothing may follow the first layer but layers."""
    before, *layers = re.split(r"(?<=[;}])@layer (\w+)\{", style)
    once = groupby(zip(layers[::2], layers[1::2], strict=True), key=itemgetter(0))
    return before + "".join(f"@layer {name}{{{''.join(body[:-1] for _, body in group)}}}" for name, group in once)


def _texts(nodes: Iterable[Node]) -> Iterator[str]:
    """The text of each node, of what is in brackets too; blanks and comments that follow each other are one blank."""
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
