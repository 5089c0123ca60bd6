"""What every page has, and what every page of one item has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from markupsafe import Markup

from binnenstad_site.core.dates import in_words, needs_check
from binnenstad_site.core.typography import breakable
from binnenstad_site.models.blocks import Wijziging
from binnenstad_site.models.items import Aanpak, MetBronnen, Pagina, Praktijk, Scenario, Trend, Verslag
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.page_notes import NOTHING_CITED, Cited
from binnenstad_site.pages.parts.item_parts import NO_SOURCES, BegripUitleg, BronLijst, Sectie, WijzigingRegel
from binnenstad_site.pages.parts.labels import NIETS, PaginaLink
from binnenstad_site.validate.validator import Entry

StoryItem = Aanpak | Trend | Praktijk | Scenario | Verslag | Pagina
"""Items with a page of their own and a text on it."""
Part = tuple[str, str, object]
"""A part of a page: its id, its title, and its content."""
COPY = "index.md"
"""The copy of a page as Markdown, beside it."""
WORDS_PER_MINUTE = 200
"""Reading speed that the pages state; careful readers of policy read slower than the 238 of Brysbaert (2019)."""
FEWEST_PARTS = 3
"""A page with fewer parts has no table of contents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """What every page has: `page.kader` in templates."""

    titel: str
    """With the name of the site the `<title>`."""
    kop: str
    """The title as the `h1` has it: on a phone a long word in it may break between its parts."""
    omschrijving: str
    """For search engines and link previews: one sentence."""
    canoniek: str
    """Absolute address."""
    sectie: str
    """Address of the navigation entry that this page belongs to; empty for none."""
    kruimels: tuple[PaginaLink, ...]
    """From the start page down to the page above this one; empty on the start page."""
    bewerken: str = ""
    """Address on the Git host where this page's file can be edited; empty when there is none."""
    verbeteren: str = ""
    """Address of the form of that file; empty when there is none."""
    melden: str = ""
    """Its address from the root of the site, for what readers have to say of it; empty where nobody asks that."""
    inleiding: Markup = NIETS
    """The opening text of a list."""
    bronnen: BronLijst = NO_SOURCES
    """The numbered sources of its text."""
    begrippen: tuple[BegripUitleg, ...] = ()
    """The terms that this page explains on demand."""
    markdown: str = ""
    """Address of its copy as Markdown; empty when there is none."""
    deelsoort: str = "website"
    """The kind of page, in the words of Open Graph."""


@dataclass(frozen=True, slots=True)
class Kopie:
    """Addresses of a page in other forms: for programs that keep references, and for machines."""

    bibtex: str
    ris: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFrame(PageFrame):
    """What every page of one item with sources and changes has."""

    deelsoort: str = "article"
    in_een_zin: str
    wijzigingen: tuple[WijzigingRegel, ...]
    gecontroleerd: str
    controle_nodig: bool
    leestijd: int
    """Minutes, at least 1."""
    onderdelen: tuple[PaginaLink, ...] = ()
    """The parts of the page in the order in which they are read, each with its anchor; empty for a short page."""
    citeren: str
    """How to cite this page, one line."""
    kopie: Kopie | None = None
    """The same page in other forms; None for what no longer counts."""
    ingetrokken: str = ""
    """The reason, when the item no longer counts; then the page says so at the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """All that the template of a page shows. Finished pages are cached by context: equal contexts give equal pages."""

    TEMPLATE: ClassVar[str] = ""
    """The file in `templates/pages/`: the `template` of a subclass."""

    def __init_subclass__(cls, template: str = "") -> None:
        if template:  # `dataclass` makes a class with slots a second time, without this keyword
            cls.TEMPLATE = template

    kader: PageFrame
    deelplaatje: str = ""
    """Absolute address of the picture that is shown where the page is shared; empty for none."""
    deelwoorden: str = ""
    """The text alternative of that picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemContext(Context):
    """A page of one item with sources and changes."""

    kader: ItemFrame


def page_frame(
    builder: PageBuilder,
    url: str,
    titel: str,
    omschrijving: str,
    above: PaginaLink | None = None,
    *,
    path: str = "",
    inleiding: Markup = NIETS,
    cited: Cited = NOTHING_CITED,
) -> PageFrame:
    """The frame of a page that is not about one item.

    `above` is the entry of the navigation that it is under, by default itself; `path` is the file of its introduction.
    """
    addresses = builder.addresses
    return PageFrame(
        titel=titel,
        kop=breakable(titel),
        omschrijving=omschrijving,
        canoniek=addresses.absolute(url),
        sectie=above.adres if above else addresses.url_for(url),
        kruimels=addresses.crumbs(above) if above else (),
        melden=url if path else "",
        bewerken=addresses.edit(path) if path else "",
        verbeteren=addresses.form(path) if path else "",
        inleiding=inleiding,
        bronnen=cited.bronnen,
        begrippen=cited.begrippen,
    )


def item_frame(
    builder: PageBuilder,
    entry: Entry[StoryItem],
    cited: Cited,
    parts: Iterable[Part] = (),
    after: Iterable[Part] = (),
    *,
    steps: tuple[PaginaLink, ...] = (),
    words: int = 0,
) -> ItemFrame:
    """The frame of the page of an item.

    `parts` are what the page shows before its sources, and `after` what it shows behind its changes; `steps` stand
    between the list of the collection and the page; `words` is how many there are to read, when the page shows more
    than the body.
    """
    item, addresses, row = entry.item, builder.addresses, entry.collection
    above = (addresses.list_link(row.name),) if row.list_address else ()
    checked = in_words(item.gecontroleerd)
    history = changes(item.wijzigingen)
    closing = (("bronnen", "Bronnen", cited.bronnen), ("wijzigingen", "Wijzigingen", history))
    return ItemFrame(
        titel=item.titel,
        kop=breakable(item.titel),
        omschrijving=item.in_een_zin,
        canoniek=addresses.absolute(entry.address),
        sectie=addresses.url_for(row.list_address or entry.address),
        kruimels=addresses.crumbs(*above, *steps),
        melden=entry.address,
        bewerken=addresses.edit(entry.document.path),
        verbeteren=addresses.form(entry.document.path),
        bronnen=cited.bronnen,
        begrippen=cited.begrippen,
        markdown="" if item.ingetrokken else addresses.url_for(f"{entry.address}{COPY}"),
        in_een_zin=item.in_een_zin,
        wijzigingen=history,
        gecontroleerd=checked,
        controle_nodig=needs_check(item.gecontroleerd, builder.today),
        leestijd=max(1, round((words or entry.body.word_count) / WORDS_PER_MINUTE)),
        onderdelen=contents(*parts, *closing, *after),
        citeren=citation_line(builder, entry),
        kopie=_copies(builder, entry),
        ingetrokken=withdrawal(item),
    )


def citation_line(builder: PageBuilder, entry: Entry[StoryItem]) -> str:
    """How to cite the page of an item, in one line."""
    item, address = entry.item, builder.addresses.absolute(entry.address)
    publisher, checked = builder.site.settings.uitgever, in_words(item.gecontroleerd)
    return f"“{item.titel}”, {publisher}, laatst gecontroleerd {checked}. {address}"


def _copies(builder: PageBuilder, entry: Entry[StoryItem]) -> Kopie | None:
    if entry.item.ingetrokken is not None:
        return None
    address, (collection, slug) = builder.addresses.url_for(entry.address), entry.ref
    data = builder.addresses.url_for(f"/api/v1/{collection}/{slug}.json")
    return Kopie(f"{address}citaat.bib", f"{address}citaat.ris", data)


def with_copy(frame: PageFrame, address: str) -> PageFrame:
    """The frame of the page at an address, with its base path, of which there is a copy as Markdown."""
    return replace(frame, markdown=f"{address}{COPY}")


def section_parts(sections: Iterable[Sectie]) -> Iterator[Part]:
    """Sections of a body as parts of a page."""
    return ((section.id, section.titel, section.html) for section in sections)


def contents(*parts: Part) -> tuple[PaginaLink, ...]:
    """The contents of a page; what is not there is left out."""
    links = tuple(PaginaLink(title, f"#{anchor}") for anchor, title, content in parts if anchor and content)
    return links if len(links) >= FEWEST_PARTS else ()


def changes(wijzigingen: Iterable[Wijziging]) -> tuple[WijzigingRegel, ...]:
    """The major changes, the newest first."""
    major = [change for change in wijzigingen if change.soort == "groot"]
    return tuple(
        WijzigingRegel(change.datum, in_words(change.datum), change.wat or "")
        for change in sorted(major, key=lambda change: change.datum, reverse=True)
    )


def withdrawal(item: MetBronnen) -> str:
    """Why and since when an item no longer counts; empty when it does."""
    if item.ingetrokken is None:
        return ""
    since = f"Ingetrokken ({in_words(item.ingetrokken.datum)}). " if item.ingetrokken.datum else "Ingetrokken. "
    return since + item.ingetrokken.reden
