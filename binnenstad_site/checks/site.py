"""Rules over the site as a whole: closed lists, reserved addresses, and what may occur once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from binnenstad_site.diagnostics import Code, Diagnostic, Location
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.vocabulary import SCENARIO_SLUGS
from binnenstad_site.site import Site
from binnenstad_site.suggestions import did_you_mean, enumerate_words
from binnenstad_site.validation import Entry

RESERVED_PAGES = frozenset({"assets", "zoek", "feeds", "gegevens"})
"""First parts of addresses that hold files of the site itself."""
IDS_OF_EVERY_PAGE = frozenset({"inhoud", "menu"})


def closed_lists(site: Site) -> Iterator[Diagnostic]:
    """There are exactly the six trends and the four scenarios."""
    for row in COLLECTIONS.values():
        present: dict[str, Entry[BaseModel]] = getattr(site, row.name)
        if not row.closed:
            continue
        withdrawn = {entry.slug: entry for entry in site.withdrawn if entry.collection.name == row.name}
        for gone in withdrawn.values():
            yield Diagnostic(
                Code.GESLOTEN_LIJST,
                gone.document.locate("ingetrokken", key=True),
                f"Een {row.enkelvoud} kan niet worden ingetrokken: er zijn altijd {len(row.closed)} {row.name}",
                "Haal het veld ingetrokken weg.",
            )
        for slug in row.closed:
            if slug not in present and (row.name, slug) not in site.broken and slug not in withdrawn:
                yield Diagnostic(
                    Code.GESLOTEN_LIJST,
                    Location(f"content/{row.name}"),
                    f"Het bestand {slug}.md ontbreekt; de {len(row.closed)} {row.name} horen er alle te zijn",
                    f"Zet het bestand terug: content/{row.name}/{slug}.md",
                )
        for slug, entry in present.items():
            if slug not in row.closed:
                yield Diagnostic(
                    Code.GESLOTEN_LIJST,
                    Location(entry.document.path),
                    f'"{slug}" is geen van de {len(row.closed)} {row.name}',
                    did_you_mean(slug, row.closed),
                )


def reserved_addresses(site: Site) -> Iterator[Diagnostic]:
    """No item takes an address that the site itself uses."""
    for entry in site.all_entries():
        first = entry.slug.partition("/")[0]
        taken = entry.slug in entry.collection.reserved
        if taken or (entry.collection.name == "paginas" and first in RESERVED_PAGES):
            yield Diagnostic(
                Code.GERESERVEERD_ADRES,
                Location(entry.document.path),
                f'De naam "{entry.slug}" kan niet: de site gebruikt dat adres zelf',
                "Geef het bestand een andere naam.",
            )


def anchors_apart(site: Site) -> Iterator[Diagnostic]:
    """On a page that several items share, nothing else has the anchor of an item."""
    for row in COLLECTIONS.values():
        if not row.address.endswith("/#{slug}"):
            continue
        intro = site.paginas.get(row.name)
        headings = {heading.id: heading.line for heading in intro.body.headings} if intro else {}
        entries: dict[str, Entry[BaseModel]] = getattr(site, row.name)
        for slug, entry in entries.items():
            if slug in IDS_OF_EVERY_PAGE or slug.startswith("begrip-"):
                yield Diagnostic(
                    Code.GERESERVEERD_ADRES,
                    entry.document.locate(),
                    f'De naam "{slug}" kan niet: op de pagina heet iets anders al zo',
                    "Geef dit een andere naam.",
                )
            elif intro and slug in headings:
                name = getattr(entry.item, "naam", slug)
                yield Diagnostic(
                    Code.DUBBELE_KOP,
                    intro.document.in_body(headings[slug]),
                    f'Deze kop heeft op de pagina hetzelfde adres als "{name}" in de lijst',
                    "Geef de kop andere woorden.",
                )


def terms_explained(site: Site) -> Iterator[Diagnostic]:
    """A term that another term leads to has an explanation: without one it is not on the page of terms."""
    for entry in site.begrippen.values():
        for index, ref in enumerate(entry.item.zie):
            collection, _, slug = ref.partition("/")
            target = site.begrippen.get(slug) if collection == "begrippen" else None
            if target is not None and not target.item.uitleg:
                yield Diagnostic(
                    Code.ONBEKENDE_VERWIJZING,
                    entry.document.locate("zie", index),
                    f'"{target.item.term}" heeft geen uitleg en staat dus niet bij de begrippen',
                    "Geef dat begrip een uitleg, of haal deze regel weg.",
                )


def scenarios_apart(site: Site) -> Iterator[Diagnostic]:
    """The four scenarios stand in four different corners."""
    corners: dict[tuple[str, str], str] = {}
    for slug, entry in site.scenarios.items():
        corner = (entry.item.digitalisering, entry.item.circulair)
        if corner in corners:
            yield Diagnostic(
                Code.SCENARIO_OP_ZELFDE_PLEK,
                entry.document.locate("digitalisering"),
                f'"{slug}" staat op dezelfde plek als "{corners[corner]}": digitalisering {corner[0]}, '
                f"circulair {corner[1]}",
                "Geef elk scenario een eigen combinatie van hoog en laag.",
            )
        corners.setdefault(corner, slug)


def judged_everywhere(site: Site) -> Iterator[Diagnostic]:
    """A kans has a judgement in each of the four scenarios, and a trend a paragraph in all or none."""
    found: list[tuple[Entry[Any], str, Any]] = [
        (e, "scenario_oordeel", e.item.scenario_oordeel) for e in site.kansen.values()
    ]
    found += [(e, "in_scenarios", e.item.in_scenarios) for e in site.trends.values() if e.item.in_scenarios]
    for entry, field, given in found:
        absent = [slug for slug in SCENARIO_SLUGS if slug not in given]
        if absent:
            yield Diagnostic(
                Code.VERPLICHT_VELD,
                entry.document.locate(field, key=True),
                f"Er ontbreekt een scenario: {enumerate_words(absent, 'en')}",
                f"Voeg onder {field} toe: {absent[0]}:",
            )


def titles_unique(site: Site) -> Iterator[Diagnostic]:
    """No two items of a collection have the same title."""
    seen: dict[tuple[str, str], Entry[BaseModel]] = {}
    for entry in sorted(site.all_entries(), key=lambda entry: entry.document.path):
        title = getattr(entry.item, "titel", "")
        if not title:
            continue
        key = (entry.collection.name, title.casefold())
        if key in seen:
            yield Diagnostic(
                Code.DUBBELE_TITEL,
                entry.document.locate("titel"),
                f'De titel "{title}" staat ook in {seen[key].document.path}',
                "Geef een van de twee een titel die het verschil laat zien.",
            )
        seen.setdefault(key, entry)


def terms_unique(site: Site) -> Iterator[Diagnostic]:
    """No word belongs to two terms."""
    seen: dict[str, Entry[Any]] = {}
    for entry in sorted(site.begrippen.values(), key=lambda entry: entry.document.locate("term")):
        words: list[tuple[tuple[str | int, ...], str]] = [(("term",), entry.item.term)]
        words += [(("ook", index), word) for index, word in enumerate(entry.item.ook)]
        for loc, word in words:
            other = seen.setdefault(word.casefold(), entry)
            if other is not entry:
                yield Diagnostic(
                    Code.DUBBEL_BEGRIP,
                    entry.document.locate(*loc),
                    f'"{word}" staat al bij "{other.item.term}" (regel {other.document.locate("term").line})',
                    "Laat het woord bij één begrip staan.",
                )


def trends_ordered(site: Site) -> Iterator[Diagnostic]:
    """Each trend has its own place in the row of six."""
    seen: dict[int, str] = {}
    for slug, entry in site.trends.items():
        place = entry.item.volgorde
        if place in seen:
            yield Diagnostic(
                Code.DUBBELE_WAARDE,
                entry.document.locate("volgorde"),
                f'Volgorde {place} is al van "{seen[place]}"',
                "Geef elke trend een eigen nummer van 1 tot en met 6.",
            )
        seen.setdefault(place, slug)
