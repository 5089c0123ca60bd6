"""Rules over finished pages. What they find is a bug in our templates, never an editor's mistake."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import pairwise
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from binnenstad_site.checks.origins import ACTIVE, LOADED_BY_HREF, NOT_LOADED, is_ours
from binnenstad_site.checks.recognition import Recogniser
from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.memo import Kept, Memo, digest
from binnenstad_site.core.outputs import Output
from binnenstad_site.core.urls import page_path

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

NEVER = frozenset({"style", "base", "iframe", "object", "embed"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CHECKED_SELECTORS = ("[id]", "[href]", "[src]", "[srcset]", "[poster]", "[style]", "[http-equiv]", "form", "script")
CHECKED = f":is({', '.join((*CHECKED_SELECTORS, *HEADINGS, *sorted(NEVER)))})"
REFRESH = re.compile(r"\d+; *url=/(?!/)")
HANDLER = re.compile(rb"on[a-z]+\s*=")
BEFORE_ATTRIBUTE = b" \t\n\r\f\v\"'/"
HINT = "Dit is een fout in de sitebouwer, niet in uw tekst. Meld dit aan een beheerder."


@dataclass(frozen=True)
class FinishedPage:
    """An HTML file of the output, parsed when a rule first looks at it."""

    path: str
    content: bytes

    @cached_property
    def tree(self) -> LexborHTMLParser:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - a page that is recognised needs none

        return LexborHTMLParser(self.content)

    @cached_property
    def nodes(self) -> tuple[tuple[str, dict[str, str | None]], ...]:
        """Tag and attributes of every element that a rule looks at, in the order of the page."""
        return tuple((node.tag or "", node.attributes) for node in self.tree.css(CHECKED))

    def may_have_handlers(self) -> bool:
        """Whether the source may hold an attribute that runs code; may be true for plain text as well."""
        lowered = self.content.lower()
        return any(lowered[match.start() - 1] in BEFORE_ATTRIBUTE for match in HANDLER.finditer(lowered))

    def bug(self, code: Code, message: str) -> Diagnostic:
        return Diagnostic(code, Location(f"_site/{self.path}"), message, HINT)

    def values(self, name: str) -> Iterator[str]:
        """Every value of an attribute on the page."""
        return (attributes[name] or "" for _, attributes in self.nodes if name in attributes)


def ids_unique(page: FinishedPage) -> Iterator[Diagnostic]:
    """No id stands twice on a page."""
    for name, count in Counter(page.values("id")).items():
        if count > 1:
            yield page.bug(Code.UITVOER_ID, f'Het id "{name}" staat {count} keer op deze pagina')


def own_anchors_exist(page: FinishedPage) -> Iterator[Diagnostic]:
    """A link to a place on the page itself finds that place."""
    ids = set(page.values("id"))
    for address in page.values("href"):
        if address.startswith("#") and unquote(address[1:]) not in ids:
            yield page.bug(Code.UITVOER_ANKER, f"De plek {address} bestaat niet op deze pagina")


def headings_in_order(page: FinishedPage) -> Iterator[Diagnostic]:
    """A page has one `h1`, it comes first, and no level is skipped."""
    levels = [int(tag[1]) for tag, _ in page.nodes if tag in HEADINGS]
    if levels.count(1) != 1 or levels[0] != 1:
        yield page.bug(Code.UITVOER_KOP, f"De pagina heeft {levels.count(1)} h1-koppen, of een kop erboven")
    for above, level in pairwise(levels):
        if level > above + 1:
            yield page.bug(Code.UITVOER_KOP, f"Een kop van niveau {level} staat onder een van niveau {above}")


def markup_strict(page: FinishedPage) -> Iterator[Diagnostic]:
    """No inline script, style or handler, no frame, and no form that goes elsewhere."""
    for tag, attributes in page.nodes:
        if tag in NEVER or (tag == "script" and "src" not in attributes):
            yield page.bug(Code.UITVOER_OPMAAK, f"Op de pagina staat <{tag}>, en dat mag niet")
        if "style" in attributes:
            yield page.bug(Code.UITVOER_OPMAAK, f"<{tag}> heeft een attribuut style, en dat mag niet")
        if tag == "form" and not is_ours(attributes.get("action") or "/"):
            yield page.bug(Code.UITVOER_OPMAAK, "Een formulier gaat naar een ander adres dan deze site")
        refreshes = (attributes.get("http-equiv") or "").lower() == "refresh"
        if refreshes and not REFRESH.match(attributes.get("content") or ""):
            yield page.bug(Code.UITVOER_OPMAAK, "De pagina stuurt door naar een ander adres dan deze site")
    if page.may_have_handlers():  # only then is it worth looking at every attribute of every element
        for node in page.tree.css("*"):
            if any(name.startswith("on") for name in node.attributes):
                yield page.bug(Code.UITVOER_OPMAAK, f"<{node.tag}> heeft een attribuut dat code uitvoert")


def nothing_from_elsewhere(page: FinishedPage) -> Iterator[Diagnostic]:
    """Nothing loads from another origin, and no link carries code."""
    for tag, attributes in page.nodes:
        names = ["src", "srcset", "poster"]
        if tag in LOADED_BY_HREF and attributes.get("rel") not in NOT_LOADED:
            names.append("href")
        for address in (attributes[name] or "" for name in names if name in attributes):
            if not is_ours(address):
                yield page.bug(Code.UITVOER_OPMAAK, f"{address} wordt van elders geladen")
    for address in page.values("href"):
        if ACTIVE.match(address):
            yield page.bug(Code.UITVOER_OPMAAK, f"Een link begint met {address.split(':')[0]}:")


PageRule = Callable[[FinishedPage], Iterator[Diagnostic]]
PAGE_RULES: tuple[PageRule, ...] = (
    ids_unique,
    own_anchors_exist,
    headings_in_order,
    markup_strict,
    nothing_from_elsewhere,
)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is kept of a page: what links from other pages are checked against, and its own diagnostics."""

    diagnostics: tuple[Diagnostic, ...]
    ids: frozenset[str]
    inside: frozenset[str]
    """Links within the site, with their anchors."""


def check_pages(
    outputs: Mapping[str, Output], base: str, memo: Memo, later: Collection[str] = frozenset()
) -> Iterator[Diagnostic]:
    """All rules over all HTML files; `base` is the path under which the site will live, `later` are the paths of files
    that are still to be made.
    """
    recogniser = Recogniser()
    facts = {
        path: facts_of(output, base, memo, recogniser)
        for path, output in outputs.items()
        if path.endswith(".html") and not isinstance(output.content, Path)
    }
    good = {f"{path}#" for path in later}
    for path, page_facts in facts.items():
        yield from page_facts.diagnostics
        for link in sorted(page_facts.inside - good):
            diagnostic = _broken_link(path, link, facts, outputs)
            if diagnostic is None:
                good.add(link)
            else:
                yield diagnostic


def facts_of(output: Output, base: str, memo: Memo, recogniser: Recogniser) -> _Facts:
    """What is known of a finished page."""
    return memo.get(Kept.FACTS, digest(output.path, base, output.sha256), partial(_facts, output, base, recogniser))


def _facts(output: Output, base: str, recogniser: Recogniser) -> _Facts:
    content = output.read()
    good = recogniser.recognise(content)
    if good is None:
        return facts_by_parsing(FinishedPage(output.path, content), base)
    return _Facts((), frozenset(map(intern, good.ids)), _inside(good.addresses, base))


def facts_by_parsing(page: FinishedPage, base: str) -> _Facts:
    """What the parser and the rules say of a page."""
    return _Facts(
        tuple(diagnostic for rule in PAGE_RULES for diagnostic in rule(page)),
        frozenset(map(intern, page.values("id"))),
        _inside({*page.values("href"), *page.values("src")}, base),
    )


def _inside(addresses: Collection[str], base: str) -> frozenset[str]:
    """Those of the addresses that lead to this site, as output path and anchor."""
    return frozenset(target for address in addresses if (target := _target(address, base)))


@lru_cache(maxsize=100_000)
def _target(address: str, base: str) -> str:
    """The output path and anchor of an address; what lies outside the base path gets a path that no output has."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    path = unquote(parts.path)
    if not path.startswith(f"{base}/"):
        return f"/{path.lstrip('/')}#"
    # A fragment with `=` or `/` is a choice that a script reads (`#p=een,twee`), not a place on the page.
    anchor = "" if re.search("[=/]", parts.fragment) else parts.fragment
    return f"{page_path(path.removeprefix(base))}#{anchor}"


def _broken_link(path: str, link: str, facts: Mapping[str, _Facts], outputs: Mapping[str, Output]) -> Diagnostic | None:
    """Every link within the site leads to a file, and its anchor exists there."""
    target, _, anchor = link.partition("#")
    place = Location(f"_site/{path}")
    if target not in outputs:
        return Diagnostic(Code.UITVOER_LINK, place, f"Een link naar /{target.lstrip('/')} leidt nergens heen", HINT)
    if anchor and target in facts and unquote(anchor) not in facts[target].ids:
        return Diagnostic(Code.UITVOER_ANKER, place, f"De plek #{anchor} bestaat niet op /{target}", HINT)
    return None
