"""Rules over the site as a whole: closed lists, reserved addresses, and what may occur once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import Any

from pydantic import BaseModel

from binnenstad_site.checks.texts import first_line
from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.suggestions import enumerate_words, nearest
from binnenstad_site.link.site import Site
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import Praktijk
from binnenstad_site.models.vocabulary import SCENARIO_SLUGS, TREND_SLUGS
from binnenstad_site.validate.validator import Entry

RESERVED_PAGES = frozenset({"admin", "api", "assets", "zoek", "feeds", "gegevens"})
"""First parts of addresses that hold files of the site itself."""
FEWEST_SHARED = 2
"""One source in common means little: a report on several towns, or a very short list."""
ADDRESS_START = re.compile(r"^https?://(?:www\.)?")
IDS_OF_EVERY_PAGE = frozenset({"inhoud", "menu"})


def closed_lists(site: Site) -> Iterator[Diagnostic]:
    """There are exactly the six trends and the four scenarios."""
    for row in COLLECTIONS.values():
        present: dict[str, Entry[BaseModel]] = getattr(site, row.name)
        always = f"in content/{row.name} staan altijd dezelfde {len(row.closed)} bestanden"
        withdrawn = {entry.slug: entry for entry in site.withdrawn if entry.collection.name == row.name}
        absent = [slug for slug in row.closed if slug not in {**present, **withdrawn}]
        absent = [slug for slug in absent if (row.name, slug) not in site.broken]
        for entry in withdrawn.values() if row.closed else ():
            yield Diagnostic(
                Code.GESLOTEN_LIJST,
                entry.document.locate("ingetrokken", key=True),
                f"Een {row.enkelvoud} kan niet worden ingetrokken: {always}",
                "Haal het veld ingetrokken weg, met alles wat eronder inspringt.",
            )
        for slug in sorted(present.keys() - row.closed) if row.closed else ():
            intended = nearest(slug, absent)
            absent = [other for other in absent if other != intended]  # a file with another name is one mistake
            yield Diagnostic(
                Code.GESLOTEN_LIJST,
                Location(present[slug].document.path),
                f'"{slug}" kan hier niet: {always}',
                f"Noem het bestand: {intended}.md"
                if intended
                else f"Haal het bestand weg. Een {row.enkelvoud} erbij kan niet.",
            )
        for slug in absent:
            yield Diagnostic(
                Code.GESLOTEN_LIJST,
                Location(f"content/{row.name}"),
                f"Het bestand {slug}.md ontbreekt: {always}",
                f"Zet het bestand terug: content/{row.name}/{slug}.md",
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
                    entry.document.locate(row.slug_from),
                    f'De naam "{slug}" kan niet: op de pagina heet iets anders al zo',
                    "Geef dit een andere naam.",
                )
            elif intro and slug in headings:
                name = getattr(entry.item, "naam", slug)
                line = headings[slug]
                yield Diagnostic(
                    Code.DUBBELE_KOP,
                    intro.document.in_body(line, 1, len(intro.document.body.split("\n")[line - 1]) + 1),
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


CREDITS_PAGE = "over/bronnen"
CREDITS = (
    "Kaart: provinciegrenzen Kadaster / Centraal Bureau voor de Statistiek, 2022 (CC BY 4.0), geprojecteerd en "
    "vereenvoudigd. Plaatsen: GeoNames (CC BY 4.0), bewerkt; enkele plaatscentra Kadaster / Centraal Bureau voor de "
    "Statistiek, 2022 en 2024 (CC BY 4.0), bewerkt. Inwoners en stedelijkheid: CBS, Kerncijfers wijken en buurten 2024 "
    "(CC BY 4.0), bewerkt."
)
"""To the letter: the licences of the map and the places ask for it."""


def credits_given(site: Site) -> Iterator[Diagnostic]:
    """The page about sources credits those who made the map and the list of places, in the words of their licences."""
    entry = site.paginas.get(CREDITS_PAGE)
    if entry and CREDITS not in " ".join(" ".join(section.text for section in entry.body.sections).split()):
        yield Diagnostic(
            Code.NAAMSVERMELDING,
            first_line(entry.document),
            "De naamsvermelding van de kaart en de plaatsen staat hier niet meer, of niet meer woordelijk",
            f"Zet deze zinnen terug: {CREDITS}",
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
    judgements: list[tuple[Entry[Any], str, Any]] = [
        (e, "scenario_oordeel", e.item.scenario_oordeel) for e in site.kansen.values()
    ]
    judgements += [(e, "in_scenarios", e.item.in_scenarios) for e in site.trends.values() if e.item.in_scenarios]
    for entry, field, given in judgements:
        absent = [slug for slug in SCENARIO_SLUGS if slug not in given]
        if len(given) < len(SCENARIO_SLUGS):  # else a name that is no scenario was reported already
            below = "met daaronder oordeel: … en reden: …" if field == "scenario_oordeel" else "… (één alinea)"
            yield Diagnostic(
                Code.VERPLICHT_VELD,
                entry.document.locate(field, key=True),
                f"Er ontbreekt een scenario: {enumerate_words(absent, 'en')}",
                f"Voeg onder {field} toe: {absent[0]}: {below}",
            )


def titles_unique(site: Site) -> Iterator[Diagnostic]:
    """No two items of a collection have the same title."""
    seen: dict[tuple[str, str], Entry[BaseModel]] = {}
    for entry in sorted(site.all_entries(), key=lambda entry: entry.document.path):
        title = vars(entry.item).get("titel", "")  # pydantic takes long to say that there is none
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


def programmes_apart(site: Site) -> Iterator[Diagnostic]:
    """No two praktijken of one gemeente rest for half on the same sources: one programme has one page."""
    by_gemeente: dict[str, list[Entry[Praktijk]]] = {}
    for entry in sorted(site.praktijken.values(), key=lambda entry: entry.document.path):
        for slug in entry.item.gemeenten:
            by_gemeente.setdefault(slug, []).append(entry)
    pairs = {pair: None for entries in by_gemeente.values() for pair in combinations(entries, 2)}
    for first, second in pairs:
        shared = len(_addresses(first) & _addresses(second))
        fewest = min(len(_addresses(first)), len(_addresses(second)))
        if shared >= FEWEST_SHARED and 2 * shared >= fewest:
            yield Diagnostic(
                Code.DUBBEL_PROGRAMMA,
                second.document.locate("bronnen", key=True),
                f"{shared} van de {fewest} bronnen staan ook in {first.document.path}, over dezelfde gemeente",
                "Gaat het over hetzelfde programma, maak er dan één pagina van: voeg de teksten samen, haal dit "
                "bestand weg en zet het adres ervan bij aliases van het andere.",
            )


@lru_cache(maxsize=20_000)
def _addresses(entry: Entry[Praktijk]) -> frozenset[str]:
    """Where its sources stand, however the address is written."""
    return frozenset(ADDRESS_START.sub("", s.url.lower()).rstrip("/") for s in entry.item.bronnen if s.url)


def terms_unique(site: Site) -> Iterator[Diagnostic]:
    """No word belongs to two terms."""
    seen: dict[str, Entry[Any]] = {}
    for entry in sorted(site.begrippen.values(), key=lambda entry: entry.document.entry or 0):
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
        if slug not in TREND_SLUGS:
            continue  # it has no place, which was reported already
        if place in seen:
            yield Diagnostic(
                Code.DUBBELE_WAARDE,
                entry.document.locate("volgorde"),
                f'Volgorde {place} is al van "{seen[place]}"',
                "Geef elke trend een eigen nummer van 1 tot en met 6.",
            )
        seen.setdefault(place, slug)
