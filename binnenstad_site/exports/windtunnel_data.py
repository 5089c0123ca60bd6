"""The data of the windtunnel: a site -> a JSON file with scenarios, trends, and kansen with their judgements."""

from __future__ import annotations

from binnenstad_site.core.dates import as_iso_day
from binnenstad_site.core.outputs import Output, data_output
from binnenstad_site.models.items import Kans
from binnenstad_site.models.vocabulary import OORDEEL
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.kansen import judgements
from binnenstad_site.pages.scenario_links import code_of

MOST_SOURCES = 1
"""Of a kans on the raadsmemo, the newest: all are on the page of the kans, and the memo is one sheet."""
CODES = tuple(OORDEEL)
"""In the data a judgement is its place here, from 1; the script knows the same order."""


def windtunnel_data(builder: PageBuilder) -> Output:
    """The file: scenarios with their signals, trends, kansen with judgements and sources."""
    site, addresses = builder.site, builder.addresses
    trends = list(site.trends)
    data = {
        "scenarios": [
            (entry.item.titel, entry.item.signalen[0].signaal, entry.item.signalen[0].indicator)
            for entry in builder.cards.scenarios
        ],
        "trends": [entry.item.titel for entry in site.trends.values()],
        "kansen": [
            (
                code_of(entry.slug),
                entry.item.titel,
                addresses.url_for(entry.address),
                trends.index(entry.item.trend),
                entry.item.eerste_stap,
                [(CODES.index(row.waarde) + 1, row.reden) for row in judgements(builder, entry.item)],
                _sources(entry.item),
            )
            for entry in site.kansen.values()
            if entry.item.trend in site.trends
        ],
        "ingetrokken": {code_of(e.slug): e.item.titel for e in site.withdrawn if isinstance(e.item, Kans)},
    }
    return data_output("windtunnel", data)


def _sources(item: Kans) -> list[tuple[str, str]]:
    """The newest sources: title with publisher, and address; without a date comes last."""
    newest = sorted(item.bronnen, key=lambda source: as_iso_day(str(source.datum)), reverse=True)
    return [(f"{source.titel}, {source.uitgever}", str(source.url or "")) for source in newest[:MOST_SOURCES]]
