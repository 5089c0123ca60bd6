"""Items as other pages show them: labels, cards and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

from binnenstad_site.core.dates import day_in_words
from binnenstad_site.link.site import Site
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Bijeenkomst, Kans, Praktijk, Scenario, Verslag
from binnenstad_site.pages import geo
from binnenstad_site.pages.addresses import Addresses
from binnenstad_site.pages.before_after import card_figure
from binnenstad_site.pages.evidence import evidence_of
from binnenstad_site.pages.parts.labels import TrendLabel
from binnenstad_site.pages.parts.list_items import KansRegel, OordeelVak, PraktijkKaart, VerslagKaart
from binnenstad_site.pages.praktijk_passport import outcome
from binnenstad_site.pages.standing import status_label
from binnenstad_site.validate.validator import Entry

NO_TREND = TrendLabel("", "", "", "")


@dataclass(frozen=True)
class Cards:
    """The cards of a site, each made once."""

    site: Site
    addresses: Addresses
    today: date
    part: Callable[[str, object, Callable[[], Any]], Any]
    """Keeps a card for the next build: `PageBuilder.part`."""

    @cached_property
    def trends(self) -> Mapping[str, TrendLabel]:
        """The label of every trend, by slug."""
        return {
            slug: TrendLabel(slug, entry.item.titel, entry.item.kort, self.addresses.url_for(entry.address))
            for slug, entry in self.site.trends.items()
        }

    def trend(self, slug: str) -> TrendLabel:
        return self.trends.get(slug, NO_TREND)

    def trends_of(self, slugs: Iterable[str]) -> tuple[TrendLabel, ...]:
        return tuple(map(self.trend, slugs))

    @cached_property
    def praktijken(self) -> Mapping[str, PraktijkKaart]:
        """The card of every praktijk, by slug."""
        return {
            slug: self.part("card", entry.key, partial(self.praktijk, entry))
            for slug, entry in self.site.praktijken.items()
        }

    def praktijken_of(self, slugs: Iterable[str]) -> tuple[PraktijkKaart, ...]:
        """The cards of the praktijken that there are."""
        return tuple(self.praktijken[slug] for slug in slugs if slug in self.praktijken)

    def praktijk(self, entry: Entry[Praktijk]) -> PraktijkKaart:
        """A new card of a praktijk."""
        item = entry.item
        return PraktijkKaart(
            slug=entry.slug,
            titel=item.titel,
            adres=self.addresses.url_for(entry.address),
            in_een_zin=item.in_een_zin,
            trend=self.trend(item.trends[0]),
            plaats=self.place_name(item),
            vak=self.map_square(item),
            status=status_label(item, self.today),
            bewijs=evidence_of(item),
            uitkomst=outcome(item),
            meting=card_figure(item),
        )

    def place_name(self, item: Praktijk) -> str:
        """The gemeenten of a praktijk in words, or place and country abroad."""
        names = [entry.item.naam for entry in self.site.gemeenten_of(item)]
        if len(names) > 3:
            return f"{', '.join(names[:2])} en {len(names) - 2} andere gemeenten"
        if names:
            return " en ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
        land = vocabulary.LAND[item.land]
        return f"{item.kaartpunten[0].plaats} ({land})" if item.kaartpunten else land

    def places(self, item: Praktijk) -> tuple[geo.Place, ...]:
        """Where a praktijk stands on the map, each with its gemeente; nowhere when it is not in the Netherlands."""
        if item.land != "NL":
            return ()
        gemeenten = self.site.gemeenten_of(item)
        own = {g.item.hoofdplaats: self.addresses.url_for(g.address) for g in gemeenten}
        if not item.kaartpunten:
            return tuple(
                geo.Place(g.item.hoofdplaats, g.item.lat, g.item.lon, own[g.item.hoofdplaats]) for g in gemeenten
            )
        only = self.addresses.url_for(gemeenten[0].address) if len(gemeenten) == 1 else ""
        return tuple(geo.Place(p.plaats, p.lat, p.lon, own.get(p.plaats, only)) for p in item.kaartpunten)

    def map_square(self, item: Praktijk) -> str:
        """The map square of a praktijk in one place; empty for others."""
        places = self.places(item)
        return geo.square(places[0].lat, places[0].lon) if len(places) == 1 else ""

    @cached_property
    def _places(self) -> Mapping[str, tuple[geo.Place, ...]]:
        return {slug: self.places(entry.item) for slug, entry in self.site.praktijken.items()}

    def places_of(self, entries: Iterable[Entry[Praktijk]]) -> Iterator[geo.Place]:
        """The places of listed praktijken."""
        for entry in entries:
            yield from self._places[entry.slug]

    @cached_property
    def scenarios(self) -> tuple[Entry[Scenario], ...]:
        """The scenarios as the quadrant is read: much digitalisation above, little circularity left."""
        entries = self.site.scenarios.values()
        return tuple(sorted(entries, key=lambda e: (e.item.digitalisering != "hoog", e.item.circulair == "hoog")))

    def kans(self, entry: Entry[Kans]) -> KansRegel:
        """A kans with its judgement in each scenario."""
        item = entry.item
        judgements = [(s.item.titel, item.scenario_oordeel.get(s.slug)) for s in self.scenarios]
        glyphs = [OordeelVak(name, j.oordeel, vocabulary.OORDEEL[j.oordeel]) for name, j in judgements if j is not None]
        return KansRegel(
            titel=item.titel,
            adres=self.addresses.url_for(entry.address),
            trend=self.trend(item.trend),
            fase=vocabulary.FASE[item.fase],
            wie=item.wie,
            eerste_stap=item.eerste_stap,
            oordelen=tuple(glyphs),
        )

    def verslag(self, entry: Entry[Verslag | Bijeenkomst]) -> VerslagKaart:
        """A meeting in a list, with or without a report."""
        item = entry.item
        day = day_in_words(item.datum)
        place = "plaats onbekend" if item.plaats == "onbekend" else item.plaats
        return VerslagKaart(item.titel, self.addresses.url_for(entry.address), item.in_een_zin, item.soort, day, place)

    def verslagen_of(self, entries: Iterable[Entry[Verslag | Bijeenkomst]]) -> tuple[VerslagKaart, ...]:
        return tuple(map(self.verslag, entries))
