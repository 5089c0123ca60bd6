"""The open data: what is downloaded, subscribed to or read by machines, made of the same site as the pages.

Its paths are known at once, for the links to them; the files are made when somebody asks, which `check` never does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from pydantic import BaseModel

from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Key, digest
from binnenstad_site.core.outputs import Output
from binnenstad_site.core.workers import WORTH_HELP, warm
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


@dataclass(frozen=True)
class OpenData:
    """The files of one build, still to be made."""

    builder: PageBuilder
    processes: int
    """So many make what the memo does not know."""
    times: ItemTimes

    @cached_property
    def files(self) -> tuple[Output, ...]:
        """All files; what the last build made of the same items is not made again."""
        builder = self.builder
        tasks = [partial(self._make_ahead, entry) for entry in _items(builder) if not self._knows(entry)]
        if self.processes > 1 and len(tasks) >= WORTH_HELP:
            warm(builder.memo, tasks, self.processes, self.times)
        everything = digest([entry.key for entry in builder.site.all_entries()], builder.key)
        items = (
            output
            for entry in _items(builder)
            for output in kept_files(builder.memo, self._item_key(entry), partial(self._item, entry))
        )
        return (*kept_files(builder.memo, everything, self._whole), *items)

    def _knows(self, entry: Entry[BaseModel]) -> bool:
        return self.builder.memo.knows(*files_name(self._item_key(entry)))

    def _make_ahead(self, entry: Entry[BaseModel]) -> None:
        """What the files of an item ask of the memo, and the tables."""
        for _ in kept_files(self.builder.memo, self._item_key(entry), partial(self._item, entry)):
            break
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
