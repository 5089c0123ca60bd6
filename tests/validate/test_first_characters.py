"""Trying fewer rules gives the same tokens, whatever the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from binnenstad_site.validate.markdown import parsing
from binnenstad_site.validate.markdown.first_characters import BLOCKS, INLINES, NOT_NEEDED

PIECES = (
    *("\n", "\n\n", "\n", " ", "  ", "    ", "\t", "a", "tekst van een zin", "é", "1", "12. ", "3) ", "- ", "* ", "+ "),
    *("#", "## ", "> ", ">", "```", "~~~", "`", "*", "**", "_", "__", "~~", "[", "]", "(", ")", "](", "!", "![", "\\"),
    *("<", ">", "<b>", "</b>", "<!-- x -->", "<div>", "<https://x.nl>", "&", "&amp;", "&#39;", "&x", "|", "| - | - |"),
    *(
        "---",
        "===",
        "[a]: /b",
        "[a]",
        "[@bron]",
        "[@een; @twee]",
        "[a](b.md)",
        ":",
        "|---|:-:|",
        "  \n",
        "\\\n",
        "$",
        "^",
    ),
)


def plain_parser() -> MarkdownIt:
    """The same parser, which tries every rule everywhere."""
    parser = MarkdownIt("js-default", {"html": True})
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: url is not None  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "citation", parsing._citation_rule)
    return parser


PLAIN = plain_parser()


@settings(max_examples=1000)
@given(text=st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join))
def test_the_tokens_are_the_same(text: str) -> None:
    assert parsing.PARSER.parse(text) == PLAIN.parse(text)


def test_too_deep() -> None:
    for text in ("> " * 150 + "a", "[" * 150 + "a" + "](b)" * 150, "- " * 150 + "a", "*a " * 300 + "a*" * 300):
        assert parsing.PARSER.parse(text) == PLAIN.parse(text)


def test_every_rule_is_known() -> None:
    """A newer markdown-it with another rule fails here, and a rule without characters is tried everywhere."""
    assert {rule.name for rule in PLAIN.block.ruler.__rules__} == {*BLOCKS, "table", "code", "lheading", "paragraph"}
    assert {rule.name for rule in PLAIN.inline.ruler.__rules__} == {*INLINES, *NOT_NEEDED}
