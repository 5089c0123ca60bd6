"""The sitemap, robots.txt and the Atom feed: pages -> `Output`. All dates come from the content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from binnenstad_site.core.outputs import Output
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.constants import FEED
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts.item_parts import WijzigingRegel

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_ENTRIES = 50
NEVER = "1970-01-01"
"""Atom asks for a date of change even of a feed without entries."""


def _xml(root: ET.Element, namespace: str) -> bytes:
    ET.register_namespace("", namespace)
    ET.indent(root, space=" ")
    content: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{content}\n'.encode()


def sitemap(builder: PageBuilder, pages: Iterable[Page]) -> Output:
    """`sitemap.xml`: every listed page, with the newest date in its content."""
    root = ET.Element(f"{{{SITEMAP}}}urlset")
    for page in sorted(pages, key=lambda page: page.url):
        if page.listed:
            url = ET.SubElement(root, f"{{{SITEMAP}}}url")
            ET.SubElement(url, f"{{{SITEMAP}}}loc").text = builder.addresses.absolute(page.url)
            if page.modified:
                ET.SubElement(url, f"{{{SITEMAP}}}lastmod").text = page.modified
    return Output("sitemap.xml", _xml(root, SITEMAP))


def robots(builder: PageBuilder, *, preview: bool) -> Output:
    """`robots.txt`: everything may be crawled, and nothing of a preview."""
    rule = "Disallow: /" if preview else "Allow: /"
    text = f"User-agent: *\n{rule}\n\nSitemap: {builder.addresses.absolute('/sitemap.xml')}\n"
    return Output("robots.txt", text.encode("utf-8"))


def atom(builder: PageBuilder, changes: Sequence[WijzigingRegel]) -> Output:
    """The Atom feed of the first 50 of `changes`, which are sorted from new to old."""
    settings = builder.site.settings
    origin = builder.base_url[: len(builder.base_url) - len(builder.addresses.base)]
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "nl"})
    _text(root, "title", settings.titel)
    _text(root, "subtitle", settings.omschrijving)
    _text(root, "id", builder.addresses.absolute(FEED))
    _text(root, "updated", _moment(changes[0].dag if changes else NEVER))
    _link(root, builder.addresses.absolute(FEED), "self")
    _link(root, builder.addresses.absolute("/"), "alternate")
    author = ET.SubElement(root, f"{{{ATOM}}}author")
    _text(author, "name", settings.uitgever)
    seen: Counter[str] = Counter()
    for change in changes[:MOST_ENTRIES]:
        entry = ET.SubElement(root, f"{{{ATOM}}}entry")
        address = origin + change.adres
        _text(entry, "title", change.titel)
        name = f"{address}{'&' if '#' in address else '#'}wijziging-{change.dag}"
        seen[name] += 1
        _text(entry, "id", name if seen[name] == 1 else f"{name}-{seen[name]}")
        _text(entry, "updated", _moment(change.dag))
        _link(entry, address, "alternate")
        _text(entry, "summary", change.wat)
    return Output(FEED.lstrip("/"), _xml(root, ATOM))


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: ET.Element, address: str, relation: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"rel": relation, "href": address})


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
