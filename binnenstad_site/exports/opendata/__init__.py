"""The open data: what is downloaded, subscribed to or read by machines, made of the same site as the pages.

Its paths are known at once, for the links to them; the files are made when somebody asks, which `check` never does.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from pydantic import BaseModel

from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Key, Shared, digest
from binnenstad_site.core.outputs import Output
from binnenstad_site.core.workers import WORTH_HELP, Beside, warm
from binnenstad_site.exports.opendata import api
from binnenstad_site.exports.opendata.catalog import CATALOG, catalog
from binnenstad_site.exports.opendata.citing import BIB, RIS, citation_files, citation_of
from binnenstad_site.exports.opendata.kept import files_name, kept_files
from binnenstad_site.exports.opendata.list_copies import list_copies
from binnenstad_site.exports.opendata.markdown import llms_text, markdown_copy
from binnenstad_site.exports.opendata.package import (
    ARCHIVE,
    CODEBOOK,
    DESCRIPTION,
    GEOJSON,
    package_files,
    table_path,
)
from binnenstad_site.exports.opendata.rows import ROWS, kept_claims
from binnenstad_site.exports.opendata.subscriptions import subscription_files, subscription_paths
from binnenstad_site.exports.opendata.tables import EXCEL_SUFFIX
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.data_tables import IN_FULL, ONE_BY_ONE
from binnenstad_site.pages.frames import COPY
from binnenstad_site.validate.validator import Entry

LLMS = "llms.txt"
FIXED = (CATALOG, LLMS, ARCHIVE, CODEBOOK, DESCRIPTION, GEOJSON, f"{api.ROOT}/index.json")


def data_paths(builder: PageBuilder) -> frozenset[str]:
    """Every file there will be."""
    tables = (table_path(table, suffix) for table in ROWS for suffix in ("", EXCEL_SUFFIX))
    lists = ((api.list_address(name), api.schema_address(name)) for name in (*ONE_BY_ONE, *IN_FULL))
    items = (path for entry in _items(builder) for path in _item_paths(entry))
    others = (path for pair in lists for path in pair)
    copies = (_copy_path(copy.adres) for copy in list_copies(builder))
    return frozenset((*FIXED, *tables, *others, *items, *copies, *subscription_paths(builder)))


class OpenData:
    """The files of one build, still to be made."""

    def __init__(self, builder: PageBuilder, processes: int, times: ItemTimes, *, needed: bool = False) -> None:
        """So many processes make what the memo does not know; what is `needed` is begun at once where that helps."""
        self.builder, self._processes, self._times = builder, processes, times
        self._beside = Beside([self._share_whole], builder.memo.begin_share) if needed and self._is_apart else None

    @property
    def _is_apart(self) -> bool:
        """Whether what depends on all items is to be made, and copies of this process are not to make items too."""
        if self._processes == 1 or len(self._unknown) >= WORTH_HELP:
            return False
        return not self.builder.memo.knows(*files_name(self._everything))

    def leave(self) -> None:
        """Nobody will ask for the files."""
        if self._beside is not None:
            self._beside.leave()

    @cached_property
    def files(self) -> tuple[Output, ...]:
        """All files; what the last build made of the same items is not made again."""
        builder, tasks = self.builder, [partial(self._make_ahead, entry) for entry in self._unknown]
        warm(builder.memo, tasks, self._processes, self._times)
        if self._beside is not None:
            builder.memo.adopt(self._beside.take())
        items = (output for entry in _items(builder) for output in self._item_files(entry))
        return (*self._whole_files(), *items)

    @cached_property
    def _unknown(self) -> list[Entry[BaseModel]]:
        """Items of which the memo has no files."""
        memo = self.builder.memo
        return [entry for entry in _items(self.builder) if not memo.knows(*files_name(self._item_key(entry)))]

    @cached_property
    def _everything(self) -> Key:
        return digest([entry.key for entry in self.builder.site.all_entries()], self.builder.key)

    def _whole_files(self) -> Iterator[Output]:
        return kept_files(self.builder.memo, self._everything, self._whole)

    def _item_files(self, entry: Entry[BaseModel]) -> Iterator[Output]:
        return kept_files(self.builder.memo, self._item_key(entry), partial(self._item, entry))

    def _share_whole(self) -> Shared:
        """In a copy of the process: what depends on all items, for the memo of the first."""
        next(self._whole_files(), None)
        return self.builder.memo.share()

    def _make_ahead(self, entry: Entry[BaseModel]) -> None:
        """What the files of an item ask of the memo, and the tables."""
        next(self._item_files(entry), None)
        if isinstance(entry.item, MetBronnen):
            kept_claims(self.builder, entry)

    def _whole(self) -> tuple[Output, ...]:
        lists, copies = tuple(api.api_lists(self.builder)), tuple(list_copies(self.builder))
        machine = (
            Output(CATALOG, catalog(self.builder).encode()),
            Output(LLMS, llms_text(self.builder, ((copy.adres, copy.titel) for copy in copies)).encode()),
            *(Output(_copy_path(copy.adres), copy.produce().encode()) for copy in copies),
        )
        return (*lists, *package_files(self.builder, lists), *machine, *subscription_files(self.builder))

    def _item(self, entry: Entry[BaseModel]) -> tuple[Output, ...]:
        data = api.api_item(self.builder, entry)
        if not api.has_page(entry):
            return (data,)
        copy = Output(_copy_path(entry.address), markdown_copy(self.builder, entry).encode())
        return (data, copy, *citation_files(entry, citation_of(self.builder, entry)))

    def _item_key(self, entry: Entry[BaseModel]) -> Key:
        """An aanpak has a verdict, which its praktijken decide."""
        site = self.builder.site
        others = site.praktijken_of(entry.ref) if entry.ref[0] == "aanpakken" else ()
        links = tuple(site.links[entry.ref].items())
        return digest(self._shared, entry.key, links, [other.key for other in others])

    @cached_property
    def _shared(self) -> Key:
        """What the files of every item may say."""
        site = self.builder.site
        return digest(self.builder.base_url, site.settings.model_dump(), [e.key for e in site.gemeenten.values()])


def _items(builder: PageBuilder) -> Iterator[Entry[BaseModel]]:
    """Those with a file of their own."""
    return (entry for name in ONE_BY_ONE for entry in getattr(builder.site, name).values())


def _item_paths(entry: Entry[BaseModel]) -> Iterator[str]:
    yield api.item_address(entry)
    if api.has_page(entry):
        yield _copy_path(entry.address)
        yield from (f"{entry.address.removeprefix('/')}{name}" for name in (BIB, RIS))


def _copy_path(address: str) -> str:
    return f"{address.removeprefix('/')}{COPY}"
