"""Rules over finished pages: the net under our own templates. What they find is a bug, not an editor's mistake."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.diagnostics import Code, Diagnostic, Location
from binnenstad_site.outputs import Output

HANDLER = re.compile(rb"\son[a-z]+\s*=", re.IGNORECASE)
FORBIDDEN = "script:not([src]), style, [style], base, iframe, object, embed, link[rel=preload][href^='//']"
LOADS = (("script", "src"), ("img", "src"), ("source", "src"), ("link[rel=stylesheet]", "href"), ("use", "href"))
HINT = "Dit is een fout in de sitebouwer, niet in uw tekst. Meld dit aan een beheerder."


@dataclass(frozen=True)
class FinishedPage:
    """An HTML file of the output, parsed when a rule first looks at it."""

    path: str
    content: bytes

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.content.decode("utf-8"))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(node.attributes["id"] or "" for node in self.tree.css("[id]"))

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Every address in `href` and `src`."""
        found = [node.attributes.get("href") or "" for node in self.tree.css("[href]")]
        return tuple(found + [node.attributes.get("src") or "" for node in self.tree.css("[src]")])

    def bug(self, code: Code, message: str) -> Diagnostic:
        return Diagnostic(code, Location(f"_site/{self.path}"), message, HINT)


def ids_unique(page: FinishedPage) -> Iterator[Diagnostic]:
    """No id stands twice on a page."""
    for name, count in Counter(page.ids).items():
        if count > 1:
            yield page.bug(Code.UITVOER_ID, f'Het id "{name}" staat {count} keer op deze pagina')


def headings_in_order(page: FinishedPage) -> Iterator[Diagnostic]:
    """A page has one `h1`, it comes first, and no level is skipped."""
    levels = [int((node.tag or "h0")[1]) for node in page.tree.css("h1, h2, h3, h4, h5, h6")]
    if levels.count(1) != 1 or levels[0] != 1:
        yield page.bug(Code.UITVOER_KOP, f"De pagina heeft {levels.count(1)} h1-koppen, of een kop erboven")
    previous = 1
    for level in levels:
        if level > previous + 1:
            yield page.bug(Code.UITVOER_KOP, f"Een kop van niveau {level} staat onder een van niveau {previous}")
        previous = level


def markup_strict(page: FinishedPage) -> Iterator[Diagnostic]:
    """No inline script, style or handler, no frame, and nothing that loads from another origin."""
    for node in page.tree.css(FORBIDDEN):
        yield page.bug(Code.UITVOER_OPMAAK, f"Op de pagina staat <{node.tag}> of een style, en dat mag niet")
    if HANDLER.search(page.content):  # only then is it worth looking at every attribute
        for node in page.tree.css("*"):
            if any(name.startswith("on") for name in node.attributes):
                yield page.bug(Code.UITVOER_OPMAAK, f"<{node.tag}> heeft een attribuut dat code uitvoert")
    for selector, attribute in LOADS:
        for node in page.tree.css(f"{selector}[{attribute}]"):
            address = node.attributes.get(attribute) or ""
            if not address.startswith(("/", "#")) or address.startswith("//"):
                yield page.bug(Code.UITVOER_OPMAAK, f"{address} wordt van elders geladen")
    for node in page.tree.css("form[action]"):
        if not (node.attributes.get("action") or "").startswith("/"):
            yield page.bug(Code.UITVOER_OPMAAK, "Een formulier gaat naar een ander adres dan deze site")
    for address in page.links:
        if re.match(r"\s*(javascript|vbscript|data|file):", address, re.IGNORECASE):
            yield page.bug(Code.UITVOER_OPMAAK, f"Een link begint met {address.split(':')[0]}:")


PageRule = Callable[[FinishedPage], Iterator[Diagnostic]]
PAGE_RULES: tuple[PageRule, ...] = (ids_unique, headings_in_order, markup_strict)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What other pages need to know of one, and what it says of itself."""

    diagnostics: tuple[Diagnostic, ...]
    ids: frozenset[str]
    inside: tuple[str, ...]
    """Links within the site, with their anchors."""


class PageChecker:
    """Checks finished pages, and keeps its answers by the page's bytes for the next build."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[bytes, _Facts]] = {}

    def check(self, outputs: Mapping[str, Output], base: str) -> Iterator[Diagnostic]:
        """All rules over all HTML files; `base` is the path under which the site will live."""
        facts = {
            path: self._facts(path, output.content, base)
            for path, output in outputs.items()
            if path.endswith(".html") and isinstance(output.content, bytes)
        }
        for path, found in facts.items():
            yield from found.diagnostics
            yield from _links_exist(path, found, facts, outputs)

    def _facts(self, path: str, content: bytes, base: str) -> _Facts:
        kept = self._kept.get(path)
        if kept is not None and kept[0] == content:
            return kept[1]
        page = FinishedPage(path, content)
        found = _Facts(
            tuple(diagnostic for rule in PAGE_RULES for diagnostic in rule(page)),
            frozenset(page.ids),
            tuple(sorted(set(_inside(page, base)))),
        )
        self._kept[path] = (content, found)
        return found


def _inside(page: FinishedPage, base: str) -> Iterator[str]:
    """Links to this site, as output path and anchor; a link outside the base path stays as it is and is not found."""
    for address in page.links:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not address:
            continue
        if not parts.path:
            yield f"{page.path}#{parts.fragment}"
            continue
        path = unquote(parts.path)
        inside = path.removeprefix(base).lstrip("/") if path.startswith(f"{base}/") else f"/{path}"
        yield (
            f"{inside}index.html#{parts.fragment}"
            if not inside or inside.endswith("/")
            else f"{inside}#{parts.fragment}"
        )


def _links_exist(
    path: str, found: _Facts, facts: Mapping[str, _Facts], outputs: Mapping[str, Output]
) -> Iterator[Diagnostic]:
    """Every link within the site leads to a file, and its anchor exists there."""
    for link in found.inside:
        target, _, anchor = link.partition("#")
        place = Location(f"_site/{path}")
        if target not in outputs:
            yield Diagnostic(Code.UITVOER_LINK, place, f"Een link naar /{target} leidt nergens heen", HINT)
        elif anchor and target in facts and unquote(anchor) not in facts[target].ids:
            yield Diagnostic(Code.UITVOER_ANKER, place, f"De plek #{anchor} bestaat niet op /{target}", HINT)
