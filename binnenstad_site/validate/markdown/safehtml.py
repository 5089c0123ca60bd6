"""From tokens to HTML that is safe whatever an editor typed, with holes where a page fills in links and source numbers.

HTML in a text is escaped here although `parsing` reports it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from binnenstad_site.validate.markdown.body import Dimensions, Hole, LinkKind
from binnenstad_site.validate.markdown.escaping import encoded, escaped


class SafeRenderer(RendererHTML):
    """Renders the tokens of one section; its holes are gathered in `env["holes"]`."""

    def html_block(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f"<p>{escaped(tokens[idx].content)}</p>\n"

    def html_inline(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return escaped(tokens[idx].content)

    def text(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return escaped(tokens[idx].content)

    def citation(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return _hole(env, tokens[idx].meta["keys"])

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        link = tokens[idx].meta["link"]
        if link.kind is LinkKind.REFUSED:
            return "<a>"
        if link.kind is LinkKind.OUTSIDE:
            return f'<a href="{encoded(link.href)}" rel="nofollow ugc">'
        return f'<a href="{_hole(env, link.key)}">'

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        token = tokens[idx]
        alternative = "".join(child.content for child in token.children or ())
        link = token.meta["link"]
        if link.kind is not LinkKind.INSIDE:
            return f'<img src="" alt="{escaped(alternative)}" loading="lazy">'
        source, size = _hole(env, link.key), _hole(env, Dimensions(link.key))
        return f'<img src="{source}" alt="{escaped(alternative)}"{size} loading="lazy">'

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        columns = ", ".join(_words(token) for token in _head(tokens, idx))
        caption = f'<caption class="voorlezen">{escaped(title)}</caption>\n' if (title := env["title"]) else ""
        label = escaped(f"Tabel: {columns}")
        return f'<div class="tabel" role="region" aria-label="{label}" tabindex="0"><table>\n{caption}'

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f'<th scope="col"{_alignment(tokens[idx])}>'

    def td_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        cell = 'th scope="row"' if _heads_row(tokens, idx) else "td"
        return f"<{cell}{_alignment(tokens[idx])}>"

    def td_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</th>\n" if _heads_row(tokens, idx - 2) else "</td>\n"

    def heading_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        env["title"] = _words(tokens[idx + 1])
        return f'<{tokens[idx].tag} id="{escaped(str(tokens[idx].attrs["id"]))}">'


RENDERER = SafeRenderer()
"""One for all: making a renderer takes longer than rendering a paragraph."""


def to_html(tokens: Sequence[Token], options: Any, title: str = "") -> tuple[str, tuple[Hole, ...]]:
    """The HTML of a section, and what goes into its holes; its tables have the title of what they stand in."""
    holes: list[Hole] = []
    html: str = RENDERER.render(tokens, options, {"holes": holes, "title": title})
    return html, tuple(holes)


def _head(tokens: Sequence[Token], idx: int) -> Iterator[Token]:
    """What stands in the cells of the head of the table that opens here."""
    while tokens[idx].type != "thead_close":
        if tokens[idx].type == "inline":
            yield tokens[idx]
        idx += 1


def _heads_row(tokens: Sequence[Token], idx: int) -> bool:
    """Whether the cell that opens here names its row: the first one, unless it is empty."""
    return tokens[idx - 1].type == "tr_open" and bool(tokens[idx + 1].content)


def _words(inline: Token) -> str:
    """The text of a line, without what marks it."""
    return "".join(child.content for child in inline.children or () if child.type in {"text", "code_inline"})


def _hole(env: Any, content: Hole) -> str:
    env["holes"].append(content)
    return f"\x00{len(env['holes']) - 1}\x00"


def _alignment(token: Token) -> str:
    """The class that stands for a column's alignment; markdown-it writes a style, which the policy forbids."""
    style = str(token.attrs.get("style", ""))
    return ' class="rechts"' if "right" in style else ' class="midden"' if "center" in style else ""
