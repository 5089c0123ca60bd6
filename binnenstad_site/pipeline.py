"""The stages in their order: load → validate → link → derive → render → check. The command line writes, or does not.

In: a project folder, a date and a base address. Out: a `Build`, which holds the finished files and everything that is
wrong with the content. Nothing here prints, writes, or asks the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from markupsafe import Markup

from binnenstad_site.checks import check_addresses, check_pages, check_site, check_weight, check_words
from binnenstad_site.checks.ahead import Finishing
from binnenstad_site.checks.sentences import written_file
from binnenstad_site.core.diagnostics import BUGS, Diagnostic, Location, Report, Severity
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Kept, Memo, digest
from binnenstad_site.core.outputs import Artifact, Output
from binnenstad_site.exports import files_for_scripts, machine_files
from binnenstad_site.exports.compare_data import passports
from binnenstad_site.exports.host_rules import META_POLICY
from binnenstad_site.exports.opendata import OpenData, data_paths
from binnenstad_site.exports.redirects import PUBLISHED_FILE, find_redirects, read_published
from binnenstad_site.exports.scan_data import scan_data
from binnenstad_site.exports.search_data import search_address
from binnenstad_site.exports.windtunnel_data import windtunnel_data
from binnenstad_site.link.linker import link
from binnenstad_site.link.settings import find_settings
from binnenstad_site.link.site import Site
from binnenstad_site.load.loader import load
from binnenstad_site.models.rows import LAYOUTS
from binnenstad_site.models.settings import SETTINGS_FILE, Settings
from binnenstad_site.pages import (
    ENTRANCES,
    Page,
    PageBuilder,
    SearchEntry,
    constants,
    content_pages,
    pages_over_all_pages,
    with_sizes,
)
from binnenstad_site.pages.constants import FEED
from binnenstad_site.render.ahead import prepare
from binnenstad_site.render.attached_pictures import attached_pictures, is_picture
from binnenstad_site.render.share_images import ShareImages, read_picture_style
from binnenstad_site.render.templating import Templates
from binnenstad_site.render.workshop_files import workshop_files, workshop_paths
from binnenstad_site.search import Index, Search, TermStore, search, search_figures, vocabulary
from binnenstad_site.validate.ahead import checking_ahead
from binnenstad_site.validate.validator import validate_all


@dataclass(frozen=True, slots=True)
class Options:
    """What a build depends on besides the content."""

    today: date
    base_url: str = ""
    """Where the site will live; empty: the address in `site.yaml`."""
    preview: bool = False
    share_images: bool = False
    """Whether pages have a picture for where they are shared."""
    forms: bool = False
    """Whether the program of the forms at `/admin/` is installed, so that pages lead to their form."""
    reloads: bool = False
    """Whether the server adds a script to each page that reloads it, which the policy in the page would refuse."""
    data: bool = False
    """Whether the open data will be asked for, so that their page can say how large each file is."""


@dataclass(frozen=True)
class Build:
    """What one run gave."""

    early: tuple[Diagnostic, ...]
    """All but `late`."""
    sources: Mapping[str, str]
    """Path -> text, for the frames of messages."""
    files: int
    """How many files of text were read."""
    outputs: tuple[Output, ...] = ()
    """The whole site; to be written only when nothing failed."""
    addresses: frozenset[str] = frozenset()
    """Every page, from the root of the site."""
    address: str = ""
    """Where the site will live, without closing slash."""
    base: str = ""
    """The path in that address."""
    fonts: tuple[Artifact, ...] = ()
    """What belongs to the outputs too, and is still to be made."""
    pictures: tuple[Artifact, ...] = ()
    """As the fonts; `check` and `serve` know their addresses and leave them."""
    make_documents: Callable[[], tuple[Artifact, ...]] = tuple
    """Gives the `documents`, for their keys take all that is in them."""
    photos: tuple[Artifact, ...] = ()
    """The pictures beside items, to be made without their metadata; `serve` makes them too."""
    data: OpenData | None = None
    """The open data: belongs to the outputs too, and is made by `build` only."""
    settings: Settings | None = None
    entries: tuple[SearchEntry, ...] = ()
    """What can be found, in the order in which the search numbers it."""
    search: Search | None = None
    """Belongs to the outputs too, and is still to be made; None when there was nothing to build with."""
    late: Callable[[], Iterable[Diagnostic]] = tuple
    """Warnings that take the search to find."""

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Sorted by file, line and column."""
        report = Report()
        report.extend(self.early)
        report.extend(self.late())
        return report.sorted()

    @cached_property
    def documents(self) -> tuple[Artifact, ...]:
        """As the pictures: what readers download."""
        return self.make_documents()

    @property
    def index(self) -> Index | None:
        """The search, made when this is first asked for."""
        return self.search.index() if self.search else None

    @property
    def settings_failed(self) -> bool:
        """Whether something is wrong with the settings, or there are none to build with."""
        wrong = (d for d in self.early if d.severity is Severity.ERROR and d.location.path == SETTINGS_FILE)
        return not self.outputs or any(wrong)

    @property
    def failed(self) -> bool:
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.early)

    @property
    def has_bug(self) -> bool:
        """Whether something failed that no editor can cause."""
        return any(diagnostic.code in BUGS for diagnostic in self.early)


def _sized(pages: tuple[Page, ...], data: OpenData, announce: Callable[[str], None]) -> tuple[Page, ...]:
    """The pages with the sizes of the open data, which this makes."""
    announce("data")
    return with_sizes(data.builder, pages, {output.path: output.size for output in data.files})


class Session:
    """Builds a project, and keeps between builds what did not change: read files, checked items, finished pages.

    Everything is kept by content, so a second build gives the same bytes as a first.
    """

    def __init__(
        self,
        project: Path,
        memo: Memo | None = None,
        times: ItemTimes | None = None,
        processes: int = 1,
        *,
        files: bool = True,
    ) -> None:
        """A memo that knows something and more processes save time and change nothing; `times` may have a clock.

        `files` says whether those of the search will be asked for: `check` needs none.
        """
        self._files = files
        self._times = times or ItemTimes()
        self._processes = processes
        self._project = project
        self._folder = project / "templates"
        self._memo = memo or Memo()
        self._templates = Templates(self._folder, self._memo, self._times)
        self._words = TermStore(memo=self._memo)
        self._search: Search | None = None
        """Of the last build."""
        self._data: OpenData | None = None

    def end(self, build: Build) -> None:
        """When all of a build is made: save what is new, and forget what good builds no longer ask for."""
        build.diagnostics  # noqa: B018 - the last of what is made
        self._memo.end(complete=not build.failed)

    def leave(self) -> None:
        """Nobody asks for more of the last build: who still makes its search or data may stop."""
        for made in (self._search, self._data):
            if made is not None:
                made.leave()

    def _begin_search(self, searched: Search, site: Site) -> Callable[[], Iterable[Diagnostic]]:
        """Begin what others can do meanwhile; gives what finds the words without a page."""
        self._search, memo = searched, self._memo
        key = digest("words", searched.folder, [entry.key for entry in site.begrippen.values()])
        if self._processes > 1 and (self._files or not memo.knows(Kept.FACTS, key)):
            searched.begin(files=self._files)

        def late() -> tuple[Diagnostic, ...]:
            if self._files:
                searched.words_without_page  # noqa: B018 - though they may be known: so the memo keeps what was counted
            return memo.get(Kept.FACTS, key, lambda: tuple(check_words(site, searched.words_without_page)))

        return late

    def _share_images(self, builder: PageBuilder, pages: tuple[Page, ...]) -> ShareImages:
        return ShareImages.of(builder, pages, read_picture_style(self._folder, builder.site.settings.titel))

    def build(self, options: Options, announce: Callable[[str], None] = lambda _stage: None) -> Build:
        """Run all stages; `announce` is given the name of each as it begins."""
        report, memo, times = Report(), self._memo, self._times

        announce("load")
        prepared = prepare(self._folder, memo, self._processes)
        ahead = checking_ahead(memo, self._processes, times, partial(written_file, today=options.today, memo=memo))
        library = report.collect(load(self._project, LAYOUTS, memo, times, ahead)).library
        assets = prepared()

        announce("validate")
        entries = report.collect(validate_all(library.documents, memo, times)).entries
        settings = report.collect(find_settings(entries, library)).settings
        if settings is None:
            report.extend(times.slow(library.sources))
            return Build(report.sorted(), library.sources, library.files)

        announce("link")
        published = report.collect(read_published(library.sources.get(PUBLISHED_FILE, "")))
        site = report.collect(link(entries, library, settings, published.addresses)).site

        announce("derive")
        address = (options.base_url or settings.basisadres).rstrip("/")
        builder = PageBuilder(site, options.today, address, memo, options.forms)
        data = self._data = OpenData(builder, self._processes, times, needed=options.data and not report.failed)
        tools = (scan_data(builder), *windtunnel_data(builder))
        pages = content_pages(builder, *(builder.addresses.url_for(f"/{data.path}") for data in tools))
        findable = tuple(entry for page in pages for entry in page.search)
        listed = {FEED, *ENTRANCES, *(page.url for page in pages if page.listed)}
        fixed = constants(builder, listed, Markup() if options.reloads else META_POLICY, preview=options.preview)
        renderer = self._templates.renderer(fixed, assets, builder.addresses.base)
        images = self._share_images(builder, pages) if options.share_images else None
        searched = search(findable, vocabulary(site), self._words)
        Finishing(renderer, images, searched.word_counter, builder.addresses.base, memo).ahead(
            pages, self._processes, times
        )
        late = self._begin_search(searched, site)
        compared = passports(pages, memo)
        parts = " ".join(builder.addresses.url_for(f"/{part.path}") for part in compared)
        pages += pages_over_all_pages(builder, pages, builder.addresses.url_for(f"/{searched.core}"), parts)
        urls = frozenset(page.url for page in pages)
        pages = tuple(map(images.attached, pages)) if images else pages
        pictures = images.artifacts(pages) if images else ()
        redirects = report.collect(find_redirects(site, entries, library, published, urls)).targets
        report.extend(check_site(site, options.today, memo))  # before the data, which are of no use with a mistake
        pages = _sized(pages, data, announce) if options.data and not report.failed else pages

        announce("render")
        rendered = report.collect(renderer.render(pages)).pages
        outputs = (
            *rendered.values(),
            *assets.outputs(),
            *tools,
            *compared,
            *files_for_scripts(builder),
            search_address(builder, searched.core),
            search_figures(builder, findable),
            *machine_files(builder, pages, redirects, preview=options.preview),
            *(Output(path, file) for path, file in site.copies.items() if not is_picture(path)),
        )
        fonts = tuple(assets.fonts.values())

        announce("check")
        report.extend(check_addresses(pages, [(path, Location(path)) for path in site.copies]))
        report.extend((*check_weight(pages, rendered, memo), *times.slow(library.sources)))
        photos = () if report.failed else attached_pictures(site.copies)
        if not report.failed:
            later = {artifact.path for artifact in (*fonts, *photos)} | workshop_paths(pages) | data_paths(builder)
            later |= builder.addresses.made_elsewhere
            report.extend(check_pages({output.path: output for output in outputs}, builder.addresses.base, memo, later))

        return Build(
            early=report.sorted(),
            sources=library.sources,
            files=library.files,
            outputs=outputs,
            addresses=urls,
            address=address,
            base=builder.addresses.base,
            fonts=fonts,
            pictures=pictures,
            make_documents=partial(workshop_files, builder, pages, self._folder),
            photos=photos,
            data=data,
            settings=settings,
            entries=findable,
            search=searched,
            late=late,
        )
