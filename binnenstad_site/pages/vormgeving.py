"""`/over/vormgeving/`: every component of the site with real data, to look at and to test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.drawings.wall import wall
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Kans, Praktijk, Voorspelling
from binnenstad_site.pages import geo
from binnenstad_site.pages.aanpak import rule_link, verdict_part
from binnenstad_site.pages.aanpak_cases import cases_of
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.changes import changes_of_listed
from binnenstad_site.pages.evidence import evidence_spread, ladder
from binnenstad_site.pages.figures import figure
from binnenstad_site.pages.frames import Context, page_frame
from binnenstad_site.pages.kansen import Deurtabel, Shown, choices, door_table, kans_part, shown, shown_by_trend
from binnenstad_site.pages.page import Page, Recipe
from binnenstad_site.pages.page_notes import Cited
from binnenstad_site.pages.parts.aanpak_parts import OordeelDeel, OordeelLabel
from binnenstad_site.pages.parts.figure_parts import CijferDeel
from binnenstad_site.pages.parts.item_parts import (
    NO_SOURCES,
    BegripUitleg,
    BronLijst,
    MisserRegel,
    OordeelRegel,
    WijzigingRegel,
)
from binnenstad_site.pages.parts.kans_parts import KansBlok
from binnenstad_site.pages.parts.labels import NIETS, BewijsLabel, Keuzegroep, PaginaLink, StatusLabel, Trede
from binnenstad_site.pages.parts.list_items import OordeelVak, PraktijkKaart, ScenarioKaart, Straat
from binnenstad_site.pages.parts.voorspelling_parts import VoorspellingRegel
from binnenstad_site.pages.scenarios import scenario_cards
from binnenstad_site.pages.standing import status_label
from binnenstad_site.pages.street import StreetNumbers
from binnenstad_site.pages.trend_list import trend_cards
from binnenstad_site.pages.voorspellingen import line
from binnenstad_site.validate.validator import Entry

T = TypeVar("T")

URL = "/over/vormgeving/"
COLOURS = (
    ("papier", "de pagina"),
    ("vlak", "paspoort en wat er misging"),
    ("aarde", "de grond onder de straat"),
    ("land", "provincies"),
    ("gevel", "gevels"),
    ("inkt", "tekst en zware lijnen"),
    ("inkt2", "bijzaken"),
    ("rand", "randen van velden"),
    ("lijn", "dunne lijnen"),
    ("steen", "de site zelf: links en stippen"),
    ("loof", "bomen en groene daken"),
    ("water", "water"),
)
MOST_CHANGES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class VormgevingPagina(Context, template="vormgeving.html"):
    """Every component with real data, in its states."""

    verder: PaginaLink
    """Where the example of a link that leads on goes to."""
    kleuren: tuple[tuple[str, str], ...]
    """Name of a token, and what it is for."""
    straat: Straat
    statussen: tuple[tuple[StatusLabel, int], ...]
    """Each with its number of praktijken."""
    trappen: tuple[tuple[BewijsLabel, int], ...]
    ladder: tuple[Trede, ...]
    muur: Markup
    aanpakoordelen: tuple[OordeelLabel, ...]
    """Every verdict on an aanpak."""
    gevallen: OordeelDeel | None
    """The verdict with most cases."""
    legenda: tuple[OordeelVak, ...]
    tabel: Deurtabel
    kansenlijst: str
    """Address of the page on which that table stands."""
    keuzes: tuple[Keuzegroep, ...]
    kansen: tuple[KansBlok, ...]
    """One with praktijken, and one without."""
    oordelen: tuple[OordeelRegel, ...]
    bronnen: BronLijst
    kaarten: tuple[PraktijkKaart, ...]
    """A praktijk that goes on, and one that stopped."""
    mis: tuple[MisserRegel, ...]
    cijfers: tuple[CijferDeel, ...]
    """One value, some years, many years."""
    scenarios: tuple[ScenarioKaart, ...]
    voorspellingen: tuple[VoorspellingRegel, ...]
    """The first of each outcome."""
    wijzigingen: tuple[WijzigingRegel, ...]
    punten: tuple[geo.KaartPunt, ...]


@dataclass(frozen=True, slots=True)
class _Examples:
    """What the page shows of the praktijken, the aanpakken and the forecasts."""

    statuses: tuple[tuple[StatusLabel, int], ...]
    evidence: tuple[tuple[BewijsLabel, int], ...]
    cases: OordeelDeel | None
    cards: tuple[PraktijkKaart, ...]
    wrong: tuple[MisserRegel, ...]
    forecasts: tuple[VoorspellingRegel, ...]
    dots: tuple[geo.KaartPunt, ...]
    changes: tuple[WijzigingRegel, ...]
    """Of all items."""


def design_page(builder: PageBuilder, changes: Sequence[WijzigingRegel]) -> Page:
    """The page; what the content does not have is not shown."""
    site = builder.site
    praktijken = tuple(site.praktijken.values())
    statuses = Counter(status_label(entry.item, builder.today).waarde for entry in praktijken)
    examples = _Examples(
        statuses=tuple((StatusLabel(key, text, ""), statuses[key]) for key, text in vocabulary.STATUS_OP_SITE.items()),
        evidence=evidence_spread(site),
        cases=_most_cases(builder),
        cards=_two(builder.cards.praktijken.values(), lambda card: card.status.gestopt),
        wrong=_went_wrong(praktijken),
        forecasts=tuple(line(builder, entry) for entry in _per_outcome(site.voorspellingen.values())),
        dots=geo.dots(builder.cards.places_of(praktijken)),
        changes=changes_of_listed(builder, changes)[:MOST_CHANGES],
    )
    first = shown(builder, list(site.kansen.values())[:1])
    above = builder.addresses.link_to(site.paginas["over"]) if "over" in site.paginas else None
    parts = (examples, builder.street.numbers, shown_by_trend(builder), first, above)
    return Page.made_of(builder, URL, Recipe(VormgevingPagina, _context, parts), Location("content/site.yaml"))


def _context(
    builder: PageBuilder,
    examples: _Examples,
    street: StreetNumbers,
    kansen: Sequence[Sequence[Shown]],
    first_kans: Sequence[Shown],
    above: PaginaLink | None,
) -> VormgevingPagina:
    addresses, table = builder.addresses, door_table(builder, street, kansen)
    part = next((kans_part(builder, kans) for kans in first_kans), None)
    sentence = "Alle onderdelen waar deze site uit bestaat, met echte gegevens."
    return VormgevingPagina(
        kader=page_frame(builder, URL, "Vormgeving", sentence, above, cited=Cited(begrippen=_term(builder))),
        verder=addresses.link("Naar de trends", "/trends/"),
        kleuren=COLOURS,
        straat=Straat(trend_cards(builder, street), street.window, street.shutter),
        statussen=examples.statuses,
        trappen=examples.evidence,
        ladder=ladder("2"),
        muur=wall([number for _, number in examples.evidence]),
        aanpakoordelen=tuple(OordeelLabel(value, word) for value, word in vocabulary.OORDEEL_AANPAK.items()),
        gevallen=examples.cases,
        legenda=part.regel.oordelen if part else (),
        tabel=table,
        kansenlijst=addresses.url_for("/kansen/"),
        keuzes=choices(table.rijen),
        kansen=_two([block for row in table.rijen for block in row.blokken], lambda block: not block.praktijken),
        oordelen=part.oordelen if part else (),
        bronnen=next((_uncited_sources(builder, kans.entry) for kans in first_kans), NO_SOURCES),
        kaarten=examples.cards,
        mis=examples.wrong,
        cijfers=tuple(_figures(builder)),
        scenarios=scenario_cards(builder),
        voorspellingen=examples.forecasts,
        wijzigingen=examples.changes,
        punten=examples.dots,
    )


def _per_outcome(entries: Iterable[Entry[Voorspelling]]) -> Iterable[Entry[Voorspelling]]:
    first: dict[str, Entry[Voorspelling]] = {}
    for entry in entries:
        first.setdefault(entry.item.uitkomst, entry)
    return first.values()


def _uncited_sources(builder: PageBuilder, kans: Entry[Kans]) -> BronLijst:
    """The sources of a kans without the way back to its text, which this page does not show."""
    return builder.notes(kans, f"kans-{kans.slug}-").finish().bronnen


def _two(values: Iterable[T], is_other: Callable[[T], bool]) -> tuple[T, ...]:
    """The first for which `is_other` does not hold, and the first for which it does."""
    first: dict[bool, T] = {}
    for value in values:
        first.setdefault(is_other(value), value)
    return tuple(first[kind] for kind in (False, True) if kind in first)


def _went_wrong(praktijken: Iterable[Entry[Praktijk]]) -> tuple[MisserRegel, ...]:
    """What went wrong in the first praktijk that tells most of it, without its sources."""
    most = max((entry.item.wat_ging_mis for entry in praktijken), key=len, default=())
    return tuple(MisserRegel(misser.kop, misser.tekst, NIETS) for misser in most)


def _most_cases(builder: PageBuilder) -> OordeelDeel | None:
    """The verdict that most cases lead to."""
    cases = [cases_of(builder.site, entry) for entry in builder.site.aanpakken.values()]
    most = max(cases, key=lambda of_one: len(of_one.counted), default=None)
    return verdict_part(most.cases, rule_link(builder)) if most else None


def _figures(builder: PageBuilder) -> Iterator[CijferDeel]:
    """A figure of each kind: one value, some years, many years."""
    seen = set()
    for trend in builder.site.trends.values():
        for cijfer in trend.item.cijfers:
            drawn = figure(cijfer.tekst, cijfer.eenheid, cijfer.reeks, NIETS)
            kind = (bool(drawn.groot), bool(drawn.lijn))
            if kind not in seen:
                seen.add(kind)
                yield drawn


def _term(builder: PageBuilder) -> tuple[BegripUitleg, ...]:
    """The first term that has an explanation."""
    explained = [entry for entry in builder.site.begrippen.values() if entry.item.uitleg]
    return tuple(
        BegripUitleg(f"begrip-{e.slug}", e.item.term, e.item.uitleg or "", builder.addresses.url_for(e.address))
        for e in explained[:1]
    )
