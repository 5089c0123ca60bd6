"""The rows of the tables of the open data, from the site that the pages are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pydantic import BaseModel

from binnenstad_site.core.citations import without_citations
from binnenstad_site.core.memo import Kept, digest
from binnenstad_site.exports.opendata.tables import Row, joined
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.blocks import Punt
from binnenstad_site.models.items import MetBronnen, Praktijk
from binnenstad_site.models.vocabulary import SCENARIO_SLUGS
from binnenstad_site.pages import PageBuilder, data_tables
from binnenstad_site.pages.aanpak_cases import cases_of
from binnenstad_site.pages.claims import NOT_NUMBERED, SourcedSentence, claims_of
from binnenstad_site.pages.data_tables import Table
from binnenstad_site.pages.evidence import only_news
from binnenstad_site.pages.verdict import METHOD, sum_of
from binnenstad_site.validate.validator import Entry


def place_of(builder: PageBuilder, item: Praktijk) -> tuple[float, float] | None:
    """Latitude and longitude of the first dot of a praktijk; None where it has none and lies abroad."""
    if item.kaartpunten:
        return item.kaartpunten[0].lat, item.kaartpunten[0].lon
    gemeente = builder.site.gemeente_of(item)
    return (gemeente.lat, gemeente.lon) if gemeente else None


def item_name(entry: Entry[MetBronnen]) -> str:
    """`praktijken/voorbeeld`: how rows of other tables name an item."""
    return "/".join(entry.ref)


def sourced(builder: PageBuilder) -> tuple[Entry[MetBronnen], ...]:
    """Every item with sources that lists show."""
    with_sources = (name for name, row in COLLECTIONS.items() if issubclass(row.model, MetBronnen))
    return tuple(entry for name in with_sources for entry in getattr(builder.site, name).values())


def kept_claims(builder: PageBuilder, entry: Entry[BaseModel]) -> tuple[SourcedSentence, ...]:
    """The claims of an item, as the last build made them of the same text."""
    return builder.memo.get(Kept.PAGE, digest("claims", entry.key), lambda: claims_of(entry))


def _praktijken(builder: PageBuilder) -> Iterator[Row]:
    for slug, entry in builder.site.praktijken.items():
        item = entry.item
        gemeenten = [gemeente.item for gemeente in builder.site.gemeenten_of(item)]
        yield (
            slug,
            item.titel,
            item.in_een_zin,
            builder.addresses.absolute(entry.address),
            item.land,
            joined(gemeente.naam for gemeente in gemeenten),
            joined(gemeente.code for gemeente in gemeenten),
            joined(builder.site.provincies_of(item)),
            item.plek,
            *(place_of(builder, item) or (None, None)),
            joined(item.trends),
            joined(item.aanpakken),
            joined(item.instrumenten),
            item.opgave,
            item.doel.tekst if item.doel else "",
            item.status,
            item.status_peildatum,
            item.periode.start,
            item.periode.eind,
            item.kosten.klasse,
            int(item.bewijs),
            item.bewijs_reden,
            item.uitkomst or "",
            item.uitkomst_reden or "",
            len(item.wat_ging_mis),
            len(item.bronnen),
            item.gecontroleerd,
            "ja" if only_news(item) else "nee",
        )


def _series(points: tuple[Punt, ...]) -> str:
    return joined(f"{point.jaar}={point.waarde}" for point in points)


def _uitkomsten(builder: PageBuilder) -> Iterator[Row]:
    for slug, entry in builder.site.praktijken.items():
        for number, before in enumerate(entry.item.uitgangssituatie, 1):
            unit, sources = before.eenheid or "", joined(before.bron)
            yield (
                slug,
                number,
                "begin",
                before.waarde,
                before.maat,
                before.getal or "",
                "",
                before.jaar,
                unit,
                "",
                sources,
            )
        for number, result in enumerate(entry.item.resultaten, 1):
            measured = (result.maat or "", result.voor or "", result.na or "", "", result.eenheid or "")
            yield slug, number, "resultaat", result.tekst, *measured, _series(result.reeks), joined(result.bron)


def _bedragen(builder: PageBuilder) -> Iterator[Row]:
    for slug, entry in builder.site.praktijken.items():
        for number, row in enumerate(entry.item.kosten.bedragen, 1):
            amount = (row.bedrag, row.euro_van, row.euro_tot, int(row.jaar))
            yield slug, number, *amount, row.wie, row.waarvoor, joined(row.bron)


def _bronnen(builder: PageBuilder) -> Iterator[Row]:
    for entry in sourced(builder):
        for number, source in enumerate(entry.item.bronnen, 1):
            what = (source.titel, source.taal or "", source.uitgever, source.url or "")
            yield item_name(entry), source.sleutel, number, *what, source.datum, source.geraadpleegd, source.soort or ""


def claim_address(builder: PageBuilder, entry: Entry[BaseModel], claim: SourcedSentence) -> str:
    """Where a claim stands: the page with the id of the sentence, or the item where its page shows no numbers."""
    address = builder.addresses.absolute(entry.address)
    return address if entry.ref[0] in NOT_NUMBERED else f"{address.partition('#')[0]}#{claim.id}"


def _claims(builder: PageBuilder) -> Iterator[Row]:
    for entry in sourced(builder):
        name = item_name(entry)
        sources = {source.sleutel: (source.url or "", source.soort or "") for source in entry.item.bronnen}
        for claim in kept_claims(builder, entry):
            place = claim_address(builder, entry, claim)
            for key in claim.bronnen:
                yield claim.id, name, place, claim.plek, claim.zin, key, *sources.get(key, ("", ""))


def _gemeenten(builder: PageBuilder) -> Iterator[Row]:
    for slug, entry in builder.site.gemeenten.items():
        item, figures = entry.item, entry.item.kerncijfers
        key_figures = (figures.adressendichtheid, figures.aandeel_65plus, figures.woz_1000) if figures else (None,) * 3
        place = (item.code, slug, item.naam, item.provincie, item.streek or "", item.klasse)
        people = (item.inwoners, int(item.inwoners_jaar), item.lat, item.lon)
        yield *place, *people, *key_figures, len(builder.site.praktijken_of(entry.ref))


def _kansen(builder: PageBuilder) -> Iterator[Row]:
    for slug, entry in builder.site.kansen.items():
        item = entry.item
        verdicts = (item.scenario_oordeel[name].oordeel for name in SCENARIO_SLUGS)
        what = (item.trend, item.fase, item.wie, item.eerste_stap, without_citations(item.waarom), item.aanpak or "")
        address = builder.addresses.absolute(entry.address)
        yield slug, item.titel, address, *what, joined(item.praktijken), *verdicts, item.gecontroleerd


def _aanpakken(builder: PageBuilder) -> Iterator[Row]:
    for slug, entry in builder.site.aanpakken.items():
        item, cases = entry.item, cases_of(builder.site, entry)
        numbers = sum_of(cases.cases)
        what = (item.titel, item.in_een_zin, builder.addresses.absolute(entry.address), joined(item.trends))
        counted = (len(cases.entries), numbers.counted, numbers.worked, numbers.failed)
        yield slug, *what, item.opgave, item.doorlooptijd.tekst, cases.verdict, METHOD, *counted, item.gecontroleerd


ROWS: Mapping[Table, Callable[[PageBuilder], Iterator[Row]]] = {
    data_tables.PRAKTIJKEN: _praktijken,
    data_tables.UITKOMSTEN: _uitkomsten,
    data_tables.BEDRAGEN: _bedragen,
    data_tables.BRONNEN: _bronnen,
    data_tables.CLAIMS: _claims,
    data_tables.GEMEENTEN: _gemeenten,
    data_tables.KANSEN: _kansen,
    data_tables.AANPAKKEN: _aanpakken,
}
"""In the order in which the page names them."""
