"""The stages in their order: load → validate → link → derive → render → check. The command line writes, or does not.

In: a project folder, a date and a base address. Out: a `Build`, which holds the finished files and everything that is
wrong with the content. Nothing here prints, writes, or asks the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from binnenstad_site.checks import PageChecker, check_addresses, check_site, check_weight, check_words
from binnenstad_site.core.diagnostics import BUGS, Code, Diagnostic, Location, Report
from binnenstad_site.core.outputs import Artifact, Output
from binnenstad_site.exports.compare_data import passports
from binnenstad_site.exports.feeds import atom, robots, sitemap
from binnenstad_site.exports.host_rules import headers_file, redirects_file
from binnenstad_site.exports.redirects import (
    ALWAYS,
    PUBLISHED_FILE,
    Moved,
    broken_addresses,
    check_published,
    former_addresses,
    former_in_doubt,
    in_doubt,
    resolve,
    stub,
    wanted,
)
from binnenstad_site.link.linker import link
from binnenstad_site.link.references import check_references, known_items
from binnenstad_site.link.site import Site
from binnenstad_site.load.documents import Document, Layout, Library, Shape
from binnenstad_site.load.loader import CONTENT, ReadCache, load
from binnenstad_site.models import COLLECTIONS, OMLEIDINGEN, Collection
from binnenstad_site.models.items import Omleiding
from binnenstad_site.models.settings import SITE, Settings
from binnenstad_site.pages import Page, PageBuilder, SearchEntry, constants, content_pages, entrance_pages
from binnenstad_site.pages.changes import all_changes
from binnenstad_site.pages.constants import FEED
from binnenstad_site.pages.derived_cache import DerivedCache
from binnenstad_site.render.assets import read_assets
from binnenstad_site.render.share_images import Gallery, look
from binnenstad_site.render.templating import Renderer
from binnenstad_site.search import Index, Search, Wordbook, search, vocabulary
from binnenstad_site.validate.validator import Entry, Validated, validate

LARGEST_ITEM, LARGEST_LIST = 5_000, 60_000
"""YAML nodes in the fields of one item, and in a list file such as the 342 gemeenten (7,210 nodes)."""
SETTINGS_FILE = "content/site.yaml"
ROWS: Mapping[str, Collection] = {**COLLECTIONS, OMLEIDINGEN.name: OMLEIDINGEN, SITE.name: SITE}


@dataclass(frozen=True, slots=True)
class Options:
    """What a build depends on besides the content."""

    today: date
    base_url: str = ""
    """Where the site will live; empty: the address in `site.yaml`."""
    preview: bool = False
    share_images: bool = False
    """Whether pages have a picture for where they are shared."""


@dataclass(frozen=True, slots=True)
class Build:
    """What one run gave."""

    diagnostics: tuple[Diagnostic, ...]
    """Sorted by file, line and column."""
    outputs: tuple[Output, ...]
    """The whole site; to be written only when nothing failed."""
    addresses: frozenset[str]
    """Every page, from the root of the site."""
    sources: Mapping[str, str]
    """Path -> text, for the frames of messages."""
    files: int
    base: str
    """The path under which the site lives."""
    fonts: tuple[Artifact, ...] = ()
    """What belongs to the outputs too, and is still to be made."""
    pictures: tuple[Artifact, ...] = ()
    """As the fonts; `check` and `serve` know their addresses and leave them."""
    entries: tuple[SearchEntry, ...] = ()
    """What can be found, in the order in which the search numbers it."""
    search: Search | None = None
    """Belongs to the outputs too, and is still to be made; None when there was nothing to build with."""

    @property
    def index(self) -> Index | None:
        """The search, made when this is first asked for."""
        return self.search.index() if self.search else None

    @property
    def settings_failed(self) -> bool:
        """Whether something is wrong with the settings, or there are none to build with."""
        wrong = (d for d in self.diagnostics if d.severity == "error" and d.location.path == SETTINGS_FILE)
        return not self.outputs or any(wrong)

    @property
    def failed(self) -> bool:
        return any(diagnostic.severity == "error" for diagnostic in self.diagnostics)

    @property
    def has_bug(self) -> bool:
        """Whether something failed that no editor can cause."""
        return any(diagnostic.code in BUGS for diagnostic in self.diagnostics)


class Session:
    """Builds a project, and keeps between builds what did not change: read files, checked items, finished pages.

    Everything is kept by content, so a second build gives the same bytes as a first.
    """

    def __init__(self, project: Path, words: Wordbook | None = None) -> None:
        """`words` may know some words already, which saves time and changes nothing."""
        self._project = project
        self._read = ReadCache()
        self._validated: dict[Document, Validated] = {}
        self._renderer: tuple[object, Renderer] | None = None
        self._kept = DerivedCache()
        self._gallery = Gallery()
        self._checker = PageChecker()
        self._words = words or Wordbook()

    def build(self, options: Options, stage: Callable[[str], None] = lambda _name: None) -> Build:
        """Run all stages; `stage` is told the name of each as it begins."""
        report = Report()
        stage("load")
        library = load(self._project, LAYOUTS, report, self._read)
        stage("validate")
        entries = self._validate(library, report)
        settings = self._settings(library, entries, report)
        if settings is None:
            return Build(report.sorted(), (), frozenset(), library.sources, library.files, "")
        stage("link")
        published = _published(library, report)
        shown = [entry for entry in entries if entry.collection.name in COLLECTIONS]
        documents = [document for document in library.documents if document.collection in COLLECTIONS]
        site = link(shown, documents, library, settings, [address for _, address in published], report)
        report.extend(check_site(site, options.today))
        stage("derive")
        builder = PageBuilder(site, options.today, (options.base_url or settings.basisadres).rstrip("/"), self._kept)
        pages = content_pages(builder)
        findable = tuple(entry for page in pages for entry in page.search)
        searched, compared = search(findable, vocabulary(site), self._words), passports(pages)
        report.extend(check_words(site, searched.dead))
        parts = " ".join(builder.addresses.url_for(f"/{part.path}") for part in compared)
        pages += entrance_pages(builder, pages, builder.addresses.url_for(f"/{searched.core}"), parts)
        urls = frozenset(page.url for page in pages)
        pages, pictures = self._hung(builder, pages) if options.share_images else (pages, ())
        redirects = _redirects(site, entries, published, urls, library, report)
        stage("render")
        rendered = self._render(builder, pages, options, report)
        rest = (*compared, *_machine_files(builder, pages, redirects, options))
        copies = tuple(Output(path, source) for path, source in site.copies.items())
        outputs = (*rendered.values(), *self._assets.outputs(), *rest, *copies)
        stage("check")
        report.extend(check_addresses(pages, _file_paths(copies)))
        report.extend(check_weight(pages, rendered))
        if not report.failed:
            by_path = {output.path: output for output in outputs}
            letters = {font.path for font in self._assets.later.values()}
            report.extend(self._checker.check(by_path, builder.addresses.base, letters))
        later = tuple(self._assets.later.values())
        made = (report.sorted(), outputs, urls, library.sources, library.files, builder.addresses.base)
        return Build(*made, later, pictures, findable, searched)

    def _validate(self, library: Library, report: Report) -> list[Entry[BaseModel]]:
        """Every document against its model; a document that did not change keeps its answer."""
        current = {
            document: self._validated.get(document) or validate(document, ROWS[document.collection])
            for document in library.documents
        }
        self._validated = current
        for found in current.values():
            report.extend(found.diagnostics)
        return [found.entry for found in current.values() if found.entry is not None]

    def _settings(self, library: Library, entries: list[Entry[BaseModel]], report: Report) -> Settings | None:
        """The settings, with their references checked; None when there are none to build with."""
        entry = next((entry for entry in entries if entry.collection is SITE), None)
        if entry is None or not isinstance(entry.item, Settings):
            read = any(document.collection == SITE.name for document in library.documents)
            told = (SITE.name, SITE.name) in library.broken or SITE.name in library.broken_lists
            if not read and not told and Location(CONTENT) not in {found.location for found in report.errors}:
                report.add(
                    Code.INSTELLINGEN,
                    Location(SETTINGS_FILE),
                    "De instellingen van de site ontbreken",
                    "Zet het bestand content/site.yaml terug, met minstens titel, omschrijving en basisadres.",
                )
            return None
        for _ in check_references(entry.references, entry.document, known_items(library.documents, library), report):
            pass
        return entry.item

    def _hung(self, builder: PageBuilder, pages: tuple[Page, ...]) -> tuple[tuple[Page, ...], tuple[Artifact, ...]]:
        return self._gallery.hung(builder, pages, look(self._project / "templates", builder.site.settings.titel))

    def _render(
        self, builder: PageBuilder, pages: tuple[Page, ...], options: Options, report: Report
    ) -> dict[str, Output]:
        """Finished pages by output path; a page whose template goes wrong is reported and left out."""
        templates = self._project / "templates"
        self._assets = read_assets(templates / "assets")
        fixed = constants(builder, {FEED, *(page.url for page in pages if page.listed)}, preview=options.preview)
        key = (fixed, self._assets, builder.addresses.base, _fingerprint(templates))
        if self._renderer is None or self._renderer[0] != key:
            self._renderer = (key, Renderer(templates, self._assets, fixed, builder.addresses.base))
        found: dict[str, Output] = {}
        for page in pages:
            made = self._renderer[1].render(page)
            if isinstance(made, Diagnostic):
                report.extend([made])
            else:
                found[made.path] = made
        return found


def _layout(row: Collection) -> Layout:
    nodes = LARGEST_LIST if row.shape is Shape.LIST else LARGEST_ITEM
    return Layout(row.name, row.shape, nodes, row.slug_from)


LAYOUTS = tuple(_layout(row) for row in ROWS.values())


def _fingerprint(templates: Path) -> tuple[tuple[str, bytes], ...]:
    """The templates themselves: a kept page is good only for the templates it was made with."""
    return tuple((path.as_posix(), path.read_bytes()) for path in sorted(templates.rglob("*.html")))


def _published(library: Library, report: Report) -> list[tuple[int, str]]:
    """The addresses that were ever published, with their line numbers."""
    found = []
    for number, line in enumerate(library.sources.get(PUBLISHED_FILE, "").split("\n"), start=1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        if not (address.startswith("/") and address.endswith("/")):
            report.add(
                Code.ONGELDIG_ADRES,
                Location(PUBLISHED_FILE, number, 1, len(line) + 1),
                f'"{address}" is geen adres op deze site',
                "Een adres begint en eindigt met een schuine streep. Dit bestand maakt: python build.py adressen",
            )
        else:
            found.append((number, address))
    return found


def _redirects(
    site: Site,
    entries: list[Entry[BaseModel]],
    published: list[tuple[int, str]],
    urls: frozenset[str],
    library: Library,
    report: Report,
) -> dict[str, str]:
    moved = [(e.item, e.document) for e in entries if isinstance(e.item, Omleiding)]
    broken, unread, incomplete = broken_addresses(site.broken | ALWAYS), library.broken_lists, bool(site.broken)
    found: list[Moved] = list(wanted(site, moved))
    # A former address that is asked for with an error is told once, and any may stand in a file that cannot be read.
    asked = {old for document in library.documents for old in former_addresses(document.fields)}
    invalid = set(library.documents) - {entry.document for entry in entries}
    if library.broken or unread or former_in_doubt(invalid):
        asked.update(address for _, address in published)
    targets = in_doubt((each.new.partition("#")[0] for each in found), unread, incomplete=incomplete)
    redirects = resolve(found, urls, broken | (targets - {each.old for each in found}), report)
    doubtful = in_doubt((address for _, address in published), unread, incomplete=incomplete)
    check_published(published, urls, broken | doubtful, asked, report)
    return redirects


def _machine_files(
    builder: PageBuilder, pages: tuple[Page, ...], redirects: Mapping[str, str], options: Options
) -> tuple[Output, ...]:
    """Sitemap, feed, robots, headers and redirects."""
    return (
        sitemap(builder, pages),
        robots(builder, preview=options.preview),
        atom(builder, all_changes(builder)),
        headers_file(builder.addresses.base, preview=options.preview),
        redirects_file(redirects, builder.addresses.base),
        *(stub(old, builder.addresses.url_for(new), builder.addresses.absolute(new)) for old, new in redirects.items()),
    )


def _file_paths(copies: tuple[Output, ...]) -> list[tuple[str, Location]]:
    return [(copy.path, Location(str(copy.path))) for copy in copies]
