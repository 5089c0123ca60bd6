"""Makes markdown-it try only the rules that can begin with the character it is at; what it gives stays the same.

By itself it tries eleven rules at every line and twelve at every sign, of which all but a few fail on the first
character. That is most of the time that a text takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

BLOCKS = {
    "fence": "~`",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*-+0123456789",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
"""What a block can begin with; those that are not here can begin with anything."""
INLINES = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "citation": "[",
    "link": "[",
    "image": "!",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}
NOT_NEEDED = {"text", "linkify"}
"""Running text is what stands between; addresses that are not marked as links stay text."""
SIGN = re.compile(f"[{re.escape(''.join(sorted(set(''.join(INLINES.values())))))}]")

_BlockRule = Callable[[StateBlock, int, int, bool], bool]
_InlineRule = Callable[[StateInline, bool], bool]


def by_first_character(parser: MarkdownIt) -> MarkdownIt:
    """The parser, which from now on tries few rules; its rules may not change any more."""
    rules = parser.block.ruler.__rules__
    chains = {"", *(chain for rule in rules for chain in rule.alt)}
    combined = {chain: [_first_that_fits(parser.block.ruler, chain)] for chain in chains}

    def rules_of(chainName: str = "") -> list[_BlockRule]:  # noqa: N803 - markdown-it's signature
        return combined.get(chainName, [])

    parser.block.ruler.getRules = rules_of  # type: ignore[method-assign]
    parser.inline = _Inline(parser.inline)
    return parser


def _first_that_fits(ruler: Ruler[_BlockRule], chain: str) -> _BlockRule:
    """One rule in place of a chain of them."""
    rules = [(BLOCKS.get(rule.name), rule.fn) for rule in ruler.__rules__ if rule.enabled and chain in ("", *rule.alt)]
    others = tuple(rule for characters, rule in rules if characters is None)
    starts = {character for characters, _ in rules for character in characters or ""}
    at = {
        start: tuple(rule for characters, rule in rules if characters is None or start in characters)
        for start in starts
    }

    def rule_at(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
        begin = state.bMarks[start_line] + state.tShift[start_line]
        character = state.src[begin] if begin < state.eMarks[start_line] else ""
        for rule in at.get(character, others):  # noqa: SIM110 - a generator takes longer than the rules
            if rule(state, start_line, end_line, silent):
                return True
        return False

    return rule_at


class _Inline(ParserInline):
    """Goes from sign to sign, and tries there only what can begin with that sign."""

    def __init__(self, parser: ParserInline) -> None:
        self.__dict__.update(parser.__dict__)
        rules = [(INLINES[rule.name], rule.fn) for rule in self.ruler.__rules__ if rule.name not in NOT_NEEDED]
        self._at: dict[str, Sequence[_InlineRule]] = {
            sign: tuple(rule for signs, rule in rules if sign in signs) for signs, _ in rules for sign in signs
        }

    def tokenize(self, state: StateInline) -> None:
        end, deepest = state.posMax, state.md.options["maxNesting"]
        while state.pos < end:
            sign = SIGN.search(state.src, state.pos, end)
            at = sign.start() if sign else end
            if at > state.pos:
                state.append_pending(state.src[state.pos : at])
                state.pos = at
                continue
            for rule in self._at[state.src[at]] if state.level < deepest else ():
                if rule(state, False):  # noqa: FBT003 - markdown-it's signature
                    break
            else:
                state.append_pending(state.src[at])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        if not src or SIGN.search(src):
            return super().parse(src, md, env, tokens)
        tokens.append(Token("text", "", 0, content=src))  # most cells, points and headings
        return tokens
