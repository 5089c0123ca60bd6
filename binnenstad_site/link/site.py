"""What the pages are derived from: all valid items, how they point to each other, and what was published.

A `Site` is frozen and holds keys, not pointers; templates never see it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from binnenstad_site.load.documents import Size
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import (
    Aanpak,
    Agendapunt,
    Begrip,
    Bijeenkomst,
    Gemeente,
    Kans,
    MetBronnen,
    Pagina,
    Praktijk,
    Publicatie,
    Scenario,
    Stelling,
    Trend,
    Verslag,
    Voorspelling,
    Werkplaats,
)
from binnenstad_site.models.searchwords import Zoekwoord
from binnenstad_site.models.settings import Settings
from binnenstad_site.validate.markdown import LinkKey, Terms
from binnenstad_site.validate.validator import Entry, Ref


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """Everything that is known after linking."""

    settings: Settings
    trends: Mapping[str, Entry[Trend]]
    """By slug, in the order of `volgorde`."""
    praktijken: Mapping[str, Entry[Praktijk]]
    """By slug, in the order of their titles, without the withdrawn; as all collections below."""
    kansen: Mapping[str, Entry[Kans]]
    aanpakken: Mapping[str, Entry[Aanpak]]
    """In the order of `volgorde`."""
    scenarios: Mapping[str, Entry[Scenario]]
    voorspellingen: Mapping[str, Entry[Voorspelling]]
    """By subject, within it the oldest first."""
    stellingen: Mapping[str, Entry[Stelling]]
    """The statements of the trendscan, by their number."""
    werkplaats: Mapping[str, Entry[Werkplaats]]
    """The workshop: one, or none."""
    verslagen: Mapping[str, Entry[Verslag]]
    bijeenkomsten: Mapping[str, Entry[Bijeenkomst]]
    gemeenten: Mapping[str, Entry[Gemeente]]
    begrippen: Mapping[str, Entry[Begrip]]
    agenda: Mapping[str, Entry[Agendapunt]]
    publicaties: Mapping[str, Entry[Publicatie]]
    paginas: Mapping[str, Entry[Pagina]]
    withdrawn: tuple[Entry[MetBronnen], ...]
    """Items with `ingetrokken`: their page stays, but nothing lists them."""
    broken: frozenset[Ref]
    """Items whose file exists but has errors; their addresses count as existing."""
    backlinks: Mapping[Ref, tuple[Ref, ...]]
    """Which items point to this one, in fields or in their text; sorted, without the withdrawn."""
    links: Mapping[Ref, Mapping[LinkKey, str]]
    """Per item: the address of every link and image in its body that leads to a file of this project."""
    copies: Mapping[str, Path]
    """Files that items show or link to: output path -> source file."""
    sizes: Mapping[str, Size]
    """Those of them that are pictures: output path -> size as the site shows it."""
    terms: Terms
    zoekwoorden: tuple[Entry[Zoekwoord], ...] = ()
    """Wordings that readers use for a kenmerk, in the order of the file."""
    published: tuple[str, ...] = ()
    """Addresses that were ever published, from `gepubliceerde-adressen.txt`."""

    def entry(self, ref: Ref) -> Entry[BaseModel] | None:
        """The item a key stands for, or None when it has errors, is withdrawn, or does not exist."""
        if ref[0] not in COLLECTIONS:
            return None
        entry: Entry[BaseModel] | None = getattr(self, ref[0]).get(ref[1])
        return entry

    def all_entries(self) -> Iterator[Entry[BaseModel]]:
        """Every valid item, collection by collection; the withdrawn last."""
        for name in COLLECTIONS:
            yield from getattr(self, name).values()
        yield from self.withdrawn

    def sizes_of(self, entry: Entry[BaseModel]) -> tuple[tuple[str, Size], ...]:
        """The pictures that an item shows, by output path."""
        if not self.sizes:  # as nearly always
            return ()
        paths = [address[1:] for address in self.links[entry.ref].values()]
        if foto := getattr(entry.item, "foto", None):
            paths.append(copy_path(entry, foto.bestand))
        return tuple((path, self.sizes[path]) for path in paths if path in self.sizes)

    def praktijken_of(self, ref: Ref) -> tuple[Entry[Praktijk], ...]:
        """The praktijken that name this trend, gemeente or praktijk."""
        return tuple(self.praktijken[s] for c, s in self.backlinks.get(ref, ()) if c == "praktijken")

    def kansen_of(self, ref: Ref) -> tuple[Entry[Kans], ...]:
        """The kansen that name this trend or praktijk."""
        return tuple(self.kansen[s] for c, s in self.backlinks.get(ref, ()) if c == "kansen")

    def verslagen_of(self, ref: Ref) -> tuple[Entry[Verslag], ...]:
        """The verslagen that name this item."""
        return tuple(self.verslagen[s] for c, s in self.backlinks.get(ref, ()) if c == "verslagen")

    def aanpakken_of(self, praktijk: Praktijk) -> tuple[Entry[Aanpak], ...]:
        """The aanpakken of a praktijk, the main one first."""
        return tuple(self.aanpakken[slug] for slug in praktijk.aanpakken if slug in self.aanpakken)

    def voorspellingen_of(self, ref: Ref) -> tuple[Entry[Voorspelling], ...]:
        """The voorspellingen that name this trend or scenario, in the order of all."""
        named = {slug for collection, slug in self.backlinks.get(ref, ()) if collection == "voorspellingen"}
        return tuple(entry for slug, entry in self.voorspellingen.items() if slug in named)

    def bijeenkomsten_of(self, ref: Ref) -> tuple[Entry[Bijeenkomst], ...]:
        """The bijeenkomsten without a report that name this item."""
        return tuple(self.bijeenkomsten[s] for c, s in self.backlinks.get(ref, ()) if c == "bijeenkomsten")

    def gemeente_of(self, praktijk: Praktijk) -> Gemeente | None:
        """The first municipality of a praktijk; None abroad."""
        entry = self.gemeenten.get(praktijk.gemeenten[0]) if praktijk.gemeenten else None
        return entry.item if entry else None

    def gemeenten_of(self, item: Praktijk | Verslag | Bijeenkomst) -> tuple[Entry[Gemeente], ...]:
        """The gemeenten of a praktijk or meeting; none abroad."""
        return tuple(self.gemeenten[slug] for slug in item.gemeenten if slug in self.gemeenten)

    def provincies_of(self, item: Praktijk | Verslag | Bijeenkomst) -> tuple[str, ...]:
        """The provinces of a praktijk or meeting, without repeats; empty abroad."""
        return tuple(dict.fromkeys(entry.item.provincie for entry in self.gemeenten_of(item)))


def copy_path(entry: Entry[BaseModel], path: str) -> str:
    """Where a file beside an item goes in the output: below the address of that item."""
    return entry.address.split("#")[0].strip("/") + "/" + posixpath.basename(path)
