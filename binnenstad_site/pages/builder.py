"""What all page kinds are made with: the site, the build date, addresses, and the parts that return on many pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial

from markupsafe import Markup
from pydantic import BaseModel

from binnenstad_site.core.dates import in_words, needs_check, whole
from binnenstad_site.core.urls import base_path
from binnenstad_site.drawings import bars
from binnenstad_site.link.site import Site
from binnenstad_site.models import vocabulary
from binnenstad_site.models.blocks import Punt
from binnenstad_site.models.items import Kans, MetBronnen, Praktijk, Scenario, Verslag
from binnenstad_site.models.texttypes import number_of
from binnenstad_site.pages import geo
from binnenstad_site.pages.kept import Kept
from binnenstad_site.pages.parts import (
    NIETS,
    BegripUitleg,
    BewijsLabel,
    CijferDeel,
    KansRegel,
    OordeelVak,
    PaginaLink,
    PraktijkKaart,
    Sectie,
    StatusLabel,
    Trede,
    TrendLabel,
    VerslagKaart,
    Waarde,
)
from binnenstad_site.pages.street import Street, street_of
from binnenstad_site.validate.markdown import Body, Notes, render
from binnenstad_site.validate.validator import Entry

NO_TREND = TrendLabel("", "", "", "")


@dataclass(frozen=True)
class PageBuilder:
    """The site with a date and an address: what turns items into parts of pages."""

    site: Site
    today: date
    base_url: str
    """Where the site will live, without closing slash: `https://voorbeeld.nl/pad`."""
    kept: Kept = field(default_factory=Kept)
    """What an earlier build made, for `serve`."""

    def __post_init__(self) -> None:
        site = self.site
        rest = (site.trends, site.scenarios, site.gemeenten, site.begrippen)
        frame = (self.today, self.base_url, site.settings, site.terms, *(tuple(found.values()) for found in rest))
        self.kept.begin(frame)

    @cached_property
    def base(self) -> str:
        return base_path(self.base_url)

    def url_for(self, address: str) -> str:
        """An address on the site, as links write it: with the path of the base address."""
        return self.base + address

    def absolute(self, address: str) -> str:
        """An address on the site with scheme and host."""
        return self.base_url + address

    def edit(self, path: str) -> str:
        """Where a file can be edited on the Git host; empty when no repository is configured."""
        repository = self.site.settings.repository
        return f"{repository.url.rstrip('/')}/edit/{repository.tak}/{path}" if repository else ""

    def crumbs(self, *between: PaginaLink) -> tuple[PaginaLink, ...]:
        """The way down to a page: the start page, then `between` (addresses from the root of the site).

        A page right below the start page shows none: the name of the site above it is that link already.
        """
        if not between:
            return ()
        return (
            PaginaLink("Start", self.url_for("/")),
            *(PaginaLink(step.tekst, self.url_for(step.adres)) for step in between),
        )

    @cached_property
    def street(self) -> Street:
        """The street that all pages show, made once."""
        return street_of(self.site)

    # -- labels and cards ------------------------------------------------------------------------------------------

    @cached_property
    def trends(self) -> Mapping[str, TrendLabel]:
        return {
            slug: TrendLabel(slug, entry.item.titel, entry.item.kort, self.url_for(entry.address))
            for slug, entry in self.site.trends.items()
        }

    def trend(self, slug: str) -> TrendLabel:
        return self.trends.get(slug, NO_TREND)

    @cached_property
    def cards(self) -> Mapping[str, PraktijkKaart]:
        """The card of every praktijk, by slug."""
        return {
            slug: self.kept.get("card", slug, entry, partial(self._card, entry))
            for slug, entry in self.site.praktijken.items()
        }

    def _card(self, entry: Entry[Praktijk]) -> PraktijkKaart:
        item = entry.item
        return PraktijkKaart(
            slug=entry.slug,
            titel=item.titel,
            adres=self.url_for(entry.address),
            in_een_zin=item.in_een_zin,
            trend=self.trend(item.trends[0]),
            plaats=self.place_name(item),
            vak=self.map_square(item),
            status=status_label(item),
            bewijs=evidence(item.bewijs),
        )

    def cards_of(self, entries: Iterable[Entry[Praktijk]]) -> tuple[PraktijkKaart, ...]:
        return tuple(self.cards[entry.slug] for entry in entries if entry.slug in self.cards)

    def place_name(self, item: Praktijk) -> str:
        """The municipalities of a praktijk in words, or place and country abroad."""
        names = [self.site.gemeenten[slug].item.naam for slug in item.gemeenten if slug in self.site.gemeenten]
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
        found = [self.site.gemeenten[slug] for slug in item.gemeenten if slug in self.site.gemeenten]
        own = {g.item.hoofdplaats: self.url_for(g.address) for g in found}
        if not item.kaartpunten:
            return tuple(geo.Place(g.item.hoofdplaats, g.item.lat, g.item.lon, own[g.item.hoofdplaats]) for g in found)
        only = self.url_for(found[0].address) if len(found) == 1 else ""
        return tuple(geo.Place(p.plaats, p.lat, p.lon, own.get(p.plaats, only)) for p in item.kaartpunten)

    def map_square(self, item: Praktijk) -> str:
        places = self.places(item)
        return geo.square(places[0].lat, places[0].lon) if len(places) == 1 else ""

    def places_of(self, entries: Iterable[Entry[Praktijk]]) -> Iterator[geo.Place]:
        for entry in entries:
            yield from self._places[entry.slug]

    @cached_property
    def scenarios(self) -> tuple[Entry[Scenario], ...]:
        """As the quadrant is read: much digitalisation above, little circularity left."""
        found = self.site.scenarios.values()
        return tuple(sorted(found, key=lambda e: (e.item.digitalisering != "hoog", e.item.circulair == "hoog")))

    def kans(self, entry: Entry[Kans]) -> KansRegel:
        item = entry.item
        judged = [(s.item.titel, item.scenario_oordeel.get(s.slug)) for s in self.scenarios]
        glyphs = [OordeelVak(name, j.oordeel, vocabulary.OORDEEL[j.oordeel]) for name, j in judged if j is not None]
        return KansRegel(
            titel=item.titel,
            adres=self.url_for(entry.address),
            trend=self.trend(item.trend),
            fase=vocabulary.FASE[item.fase],
            wie=item.wie,
            eerste_stap=item.eerste_stap,
            houdt_stand=sum(glyph.waarde != "werkt-niet" for glyph in glyphs),
            oordelen=tuple(glyphs),
        )

    def verslag(self, entry: Entry[Verslag]) -> VerslagKaart:
        item = entry.item
        when = "datum onbekend" if item.datum == "onbekend" else in_words(item.datum)
        where = "plaats onbekend" if item.plaats == "onbekend" else item.plaats
        return VerslagKaart(item.titel, self.url_for(entry.address), item.in_een_zin, item.soort, when, where)

    # -- parts of an item's page -----------------------------------------------------------------------------------

    def notes(self, entry: Entry[MetBronnen], prefix: str = "") -> Notes:
        """The register of sources and terms for one item on one page."""
        numbers = {source.sleutel: number for number, source in enumerate(entry.item.bronnen, start=1)}
        addresses = self.site.links[entry.ref]
        links = {key: self.url_for(to) if to.startswith("/") else to for key, to in addresses.items()}
        return Notes(numbers, links, self.site.terms, prefix)

    def sections(self, body: Body, notes: Notes) -> tuple[Sectie, ...]:
        """The sections of a body in order; what stands before the first heading has no title."""
        return tuple(
            Sectie(s.heading.text if s.heading else "", s.heading.id if s.heading else "", render(s, notes))
            for s in body.sections
        )

    def part(self, body: Body, title: str, notes: Notes) -> Sectie:
        """The section with this title, or an empty one."""
        for found in body.sections:
            if found.heading and found.heading.text == title:
                return Sectie(title, found.heading.id, render(found, notes))
        return Sectie(title, "", NIETS)

    def explained(self, notes: Notes) -> tuple[BegripUitleg, ...]:
        """The terms that a page explains, in the order of their first mention."""
        found = []
        for number, slug in enumerate(notes.explained, start=1):
            entry = self.site.begrippen[slug]
            uitleg = entry.item.uitleg or ""
            found.append(BegripUitleg(f"begrip-{number}", entry.item.term, uitleg, self.url_for(entry.address)))
        return tuple(found)

    def figure(self, text: str, unit: str, series: Sequence[Punt], noten: Markup) -> CijferDeel:
        """A figure: its values with the length of their bars, and a line when they are many."""
        # what the sentence says already is not said twice
        unit = "" if unit.lower() in text.lower() else unit
        values = [number_of(point.waarde) for point in series]
        shown = tuple(Waarde(p.jaar, p.waarde, width) for p, width in zip(series, bars.widths(values), strict=True))
        if len(shown) == 1:
            year = "" if shown[0].jaar in text else shown[0].jaar
            return CijferDeel(text, unit, noten, (), replace(shown[0], jaar=year))
        years = [int(point.jaar) for point in series]
        if len(series) < bars.LONG or years != sorted(set(years)):
            return CijferDeel(text, unit, noten, shown)
        line = bars.line_chart(years, values, [point.waarde for point in series])
        return CijferDeel(text, unit, noten, shown, None, line, bars.in_words(years, values))

    def withdrawal(self, item: MetBronnen) -> str:
        """Why and since when an item no longer counts; empty when it does."""
        if item.ingetrokken is None:
            return ""
        since = f"Ingetrokken ({in_words(item.ingetrokken.datum)}). " if item.ingetrokken.datum else "Ingetrokken. "
        return since + item.ingetrokken.reden

    @cached_property
    def _places(self) -> Mapping[str, tuple[geo.Place, ...]]:
        return {slug: self.places(entry.item) for slug, entry in self.site.praktijken.items()}

    def checked(self, item: MetBronnen) -> bool:
        """Whether the facts of an item want a new look."""
        return needs_check(item.gecontroleerd, self.today)


def last_modified(item: BaseModel) -> str:
    """The newest ISO day that an item itself names, for the sitemap; empty when it names none."""
    if not isinstance(item, MetBronnen):
        return ""
    return max([whole(item.gecontroleerd), *(change.datum for change in item.wijzigingen)])


def status_label(item: Praktijk) -> StatusLabel:
    """The status of a praktijk with the year of the source that shows it."""
    return StatusLabel(item.status, vocabulary.STATUS[item.status], item.status_peildatum)


def evidence(step: str) -> BewijsLabel:
    """A step of the ladder in words."""
    return BewijsLabel(int(step), vocabulary.BEWIJS[step], vocabulary.BEWIJS_REGEL[step])


def evidence_spread(builder: PageBuilder) -> tuple[tuple[BewijsLabel, int], ...]:
    """Per step, from the lowest, how many praktijken stand on it."""
    grades: Counter[str] = Counter(entry.item.bewijs for entry in builder.site.praktijken.values())
    return tuple((evidence(step), grades[step]) for step in vocabulary.BEWIJS)


def ladder(grade: str) -> tuple[Trede, ...]:
    """All steps, the highest first, as they lie beside the grade of one praktijk."""
    steps = []
    for step, text in reversed(vocabulary.BEWIJS.items()):
        lies = "hier" if step == grade else "onder" if step < grade else "boven"
        steps.append(Trede(int(step), text, lies, vocabulary.BEWIJS_REGEL[step] if step == grade else ""))
    return tuple(steps)
