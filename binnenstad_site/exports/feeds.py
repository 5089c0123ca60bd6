"""The sitemap, robots.txt and the Atom feed: pages -> `Output`. All dates come from the content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from binnenstad_site.core.outputs import Output
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.constants import FEED
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.parts.item_parts import WijzigingRegel

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
LONGEST_SHORT_NAME = 16
"""Characters, by the description of OpenSearch."""
LONGEST_NAME = 48
"""The same of the other name."""
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


def opensearch(builder: PageBuilder) -> Output:
    """`opensearch.xml`: how a browser searches this site from its own bar."""
    settings, absolute = builder.site.settings, builder.addresses.absolute
    root = ET.Element(f"{{{OPENSEARCH}}}OpenSearchDescription")
    for name, text in (
        ("ShortName", _short_name(settings.titel)),
        ("LongName", settings.titel[:LONGEST_NAME]),
        ("Description", settings.omschrijving),
        ("InputEncoding", "UTF-8"),
        ("Language", "nl"),
    ):
        ET.SubElement(root, f"{{{OPENSEARCH}}}{name}").text = text
    ET.SubElement(
        root,
        f"{{{OPENSEARCH}}}Url",
        {"type": "text/html", "template": f"{absolute('/zoeken/')}?q={{searchTerms}}"},
    )
    return Output("opensearch.xml", _xml(root, OPENSEARCH))


def _short_name(title: str) -> str:
    """The last words of a title, as many as fit."""
    words = title.split()
    tails = (" ".join(words[first:]) for first in range(len(words)))
    return next((tail for tail in tails if len(tail) <= LONGEST_SHORT_NAME), title[:LONGEST_SHORT_NAME])


def robots(builder: PageBuilder, *, preview: bool) -> Output:
    """`robots.txt`: everything may be crawled, and nothing of a preview."""
    rule = "Disallow: /" if preview else "Allow: /"
    text = f"User-agent: *\n{rule}\n\nSitemap: {builder.addresses.absolute('/sitemap.xml')}\n"
    return Output("robots.txt", text.encode("utf-8"))


@dataclass(frozen=True, slots=True)
class FeedOf:
    """What a feed is about."""

    titel: str
    omschrijving: str
    adres: str
    """Of the feed from the root of the site, without its ending."""
    pagina: str
    """The page that it belongs to."""


def feed_of_all(builder: PageBuilder) -> FeedOf:
    """The feed of the whole site."""
    settings = builder.site.settings
    return FeedOf(settings.titel, settings.omschrijving, FEED.removesuffix(".xml"), "/")


def atom(builder: PageBuilder, changes: Sequence[WijzigingRegel], about: FeedOf) -> Output:
    """The Atom feed of the first 50 of `changes`, which are sorted from new to old."""
    address = builder.addresses.absolute(f"{about.adres}.xml")
    origin = builder.base_url[: len(builder.base_url) - len(builder.addresses.base)]
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "nl"})
    _text(root, "title", about.titel)
    _text(root, "subtitle", about.omschrijving)
    _text(root, "id", address)
    _text(root, "updated", _moment(changes[0].dag if changes else NEVER))
    _link(root, address, "self")
    _link(root, builder.addresses.absolute(about.pagina), "alternate")
    author = ET.SubElement(root, f"{{{ATOM}}}author")
    _text(author, "name", builder.site.settings.uitgever)
    shown = changes[:MOST_ENTRIES]
    for name, change in zip(entry_ids(origin, shown), shown, strict=True):
        entry = ET.SubElement(root, f"{{{ATOM}}}entry")
        _text(entry, "title", change.titel)
        _text(entry, "id", name)
        _text(entry, "updated", _moment(change.dag))
        _link(entry, origin + change.adres, "alternate")
        _text(entry, "summary", change.wat)
    return Output(f"{about.adres.removeprefix('/')}.xml", _xml(root, ATOM))


def entry_ids(origin: str, changes: Iterable[WijzigingRegel]) -> Iterator[str]:
    """A name for each change that no other has: its address with the day, and a number where that is not enough."""
    seen: Counter[str] = Counter()
    for change in changes:
        address = origin + change.adres
        name = f"{address}{'&' if '#' in address else '#'}wijziging-{change.dag}"
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: ET.Element, address: str, relation: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"rel": relation, "href": address})


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
