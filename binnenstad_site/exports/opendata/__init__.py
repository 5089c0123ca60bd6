"""The open data: what is downloaded, subscribed to or read by machines, made of the same site as the pages.

Its paths are known at once, for the links to them; the files are made when somebody asks, which `check` never does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from pydantic import BaseModel

from binnenstad_site.core.memo import Key, digest
from binnenstad_site.core.outputs import Output
from binnenstad_site.exports.opendata import api
from binnenstad_site.exports.opendata.kept import kept_files
from binnenstad_site.exports.opendata.package import (
    ARCHIVE,
    CODEBOOK,
    DESCRIPTION,
    GEOJSON,
    package_files,
    table_path,
)
from binnenstad_site.exports.opendata.rows import ROWS
from binnenstad_site.exports.opendata.tables import EXCEL_SUFFIX
from binnenstad_site.pages import Page, PageBuilder
from binnenstad_site.pages.data_tables import IN_FULL, ONE_BY_ONE
from binnenstad_site.validate.validator import Entry

FIXED = (ARCHIVE, CODEBOOK, DESCRIPTION, GEOJSON, f"{api.ROOT}/index.json")


@dataclass(frozen=True)
class OpenData:
    """The files of one build, still to be made."""

    builder: PageBuilder
    pages: tuple[Page, ...]

    @cached_property
    def paths(self) -> frozenset[str]:
        """Every file there will be."""
        tables = (table_path(table, suffix) for table in ROWS for suffix in ("", EXCEL_SUFFIX))
        lists = ((api.list_address(name), api.schema_address(name)) for name in (*ONE_BY_ONE, *IN_FULL))
        items = map(api.item_address, self._items())
        return frozenset((*FIXED, *tables, *(path for pair in lists for path in pair), *items))

    @cached_property
    def files(self) -> tuple[Output, ...]:
        """All files; what the last build made of the same items is not made again."""
        builder = self.builder
        everything = digest([entry.key for entry in builder.site.all_entries()], builder.key)
        items = (
            output
            for entry in self._items()
            for output in kept_files(builder.memo, self._item_key(entry), partial(self._item, entry))
        )
        return (*kept_files(builder.memo, everything, self._whole), *items)

    def _whole(self) -> tuple[Output, ...]:
        lists = tuple(api.api_lists(self.builder))
        return (*lists, *package_files(self.builder, lists))

    def _item(self, entry: Entry[BaseModel]) -> tuple[Output, ...]:
        return (api.api_item(self.builder, entry),)

    def _items(self) -> Iterator[Entry[BaseModel]]:
        return (entry for name in ONE_BY_ONE for entry in getattr(self.builder.site, name).values())

    def _item_key(self, entry: Entry[BaseModel]) -> Key:
        """An aanpak has a verdict, which its praktijken decide."""
        others = self.builder.site.praktijken_of(entry.ref) if entry.ref[0] == "aanpakken" else ()
        return digest(self.builder.base_url, entry.key, [other.key for other in others])
