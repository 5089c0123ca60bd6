"""Rules over aanpakken: that praktijken carry them, and that what they name fits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.typography import counted
from binnenstad_site.link.site import Site
from binnenstad_site.models.items import Aanpak
from binnenstad_site.validate.validator import Entry


def aanpak_used(site: Site) -> Iterator[Diagnostic]:
    """An aanpak is used by a praktijk; while one has errors, or none can be read, nobody knows which they name."""
    if not site.praktijken or any(collection == "praktijken" for collection, _ in site.broken):
        return
    for entry in site.aanpakken.values():
        if not any(uses(site, praktijk, entry.slug) for praktijk in site.praktijken):
            yield Diagnostic(
                Code.AANPAK_ZONDER_PRAKTIJK,
                Location(entry.document.path),
                "Geen enkele praktijk gebruikt deze aanpak, dus er is niets om over te oordelen",
                f"Zet bij elke praktijk die zo werkt: aanpakken: [{entry.slug}]",
            )


def uses(site: Site, praktijk: str, aanpak: str) -> bool:
    """Whether a praktijk names an aanpak, as far as is known: of one with errors, or withdrawn, nothing is said."""
    entry = site.praktijken.get(praktijk)
    return entry is None or aanpak in entry.item.aanpakken


def counted_otherwise_used(site: Site) -> Iterator[Diagnostic]:
    """What counts otherwise would count."""
    for entry, praktijk, place in _strangers(site, "telt_anders"):
        yield Diagnostic(
            Code.PRAKTIJK_ZONDER_AANPAK,
            place,
            f'"{praktijk}" telt hier anders, maar gebruikt deze aanpak niet',
            f'Voeg in die praktijk bij aanpakken toe: "{entry.slug}". Of haal haar hier weg bij telt_anders.',
        )


def mistakes_from_here(site: Site) -> Iterator[Diagnostic]:
    """A mistake was made where this aanpak was used."""
    for _, praktijk, place in _strangers(site, "fouten"):
        yield Diagnostic(
            Code.FOUT_VAN_ELDERS,
            place,
            f'Deze fout komt uit "{praktijk}", maar die praktijk gebruikt deze aanpak niet',
            "Kies een praktijk die zo werkt, of voeg deze aanpak daar toe bij aanpakken.",
        )


def _strangers(site: Site, field: Literal["telt_anders", "fouten"]) -> Iterator[tuple[Entry[Aanpak], str, Location]]:
    """The praktijken that the rows of a field name, though they do not use the aanpak; with where that stands."""
    for entry in site.aanpakken.values():
        for index, row in enumerate(getattr(entry.item, field)):
            if not uses(site, row.praktijk, entry.slug):
                yield entry, row.praktijk, entry.document.locate(field, index, "praktijk")


def conditions_shown(site: Site) -> Iterator[Diagnostic]:
    """A condition, and a reason not to begin, comes from a praktijk or a source."""
    for entry in site.aanpakken.values():
        for name in ("voorwaarden", "wanneer_niet"):
            for index, row in enumerate(getattr(entry.item, name)):
                if not row.praktijk and not row.bron:
                    yield Diagnostic(
                        Code.VOORWAARDE_ZONDER_BRON,
                        entry.document.locate(name, index, "tekst"),
                        "Bij deze zin staat geen praktijk en geen bron",
                        "Voeg een regel toe: praktijk: … (Slug van de praktijk die dit laat zien.) Of: bron: […]",
                    )


def rows_fit(site: Site) -> Iterator[Diagnostic]:
    """A row of a table has a praktijk or a place, and a value for each column."""
    for entry in site.aanpakken.values():
        yield from _rows_fit(entry)


def _rows_fit(entry: Entry[Aanpak]) -> Iterator[Diagnostic]:
    for number, table in enumerate(entry.item.tabellen):
        for index, row in enumerate(table.rijen):
            place = ("tabellen", number, "rijen", index)
            if not row.praktijk and not row.plaats:
                yield Diagnostic(
                    Code.VERPLICHT_VELD,
                    entry.document.locate(*place),
                    "Bij deze rij staat niet waar het over gaat",
                    "Voeg een regel toe: praktijk: … (Slug van de praktijk.) Of, voor een andere plek: plaats: …",
                )
            if len(row.waarden) != len(table.kolommen):
                values = counted(len(row.waarden), "waarde", "waarden")
                columns = counted(len(table.kolommen), "kolom", "kolommen")
                yield Diagnostic(
                    Code.RIJ_PAST_NIET,
                    entry.document.locate(*place, "waarden", key=True),
                    f"Deze rij heeft {values}, en de tabel heeft {columns}",
                    f"Geef elke kolom één waarde: {', '.join(table.kolommen)}. Wat u niet weet, is onbekend",
                )
