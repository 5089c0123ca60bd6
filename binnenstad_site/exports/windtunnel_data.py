"""The data of the windtunnel: a site -> JSON files with scenarios, trends, and kansen with their judgements."""

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


def windtunnel_data(builder: PageBuilder) -> tuple[Output, Output]:
    """Two files: what there is to choose, and in the same order what the site thinks of it."""
    site, addresses = builder.site, builder.addresses
    trends = list(site.trends)
    scenarios = [entry.item for entry in builder.cards.scenarios]
    kansen = [entry for entry in site.kansen.values() if entry.item.trend in site.trends]
    choices = {
        "scenarios": [(scenario.titel,) for scenario in scenarios],
        "trends": [entry.item.titel for entry in site.trends.values()],
        "kansen": [(code_of(kans.slug), kans.item.titel, trends.index(kans.item.trend)) for kans in kansen],
        "ingetrokken": {code_of(e.slug): e.item.titel for e in site.withdrawn if isinstance(e.item, Kans)},
    }
    verdicts = {
        "scenarios": [(scenario.signalen[0].signaal, scenario.signalen[0].indicator) for scenario in scenarios],
        "kansen": [
            (
                addresses.url_for(kans.address),
                kans.item.eerste_stap,
                [(CODES.index(row.waarde) + 1, row.reden) for row in judgements(builder, kans.item)],
                _sources(kans.item),
            )
            for kans in kansen
        ],
    }
    return data_output("windtunnel", choices), data_output("windtunnel-oordelen", verdicts)


def _sources(item: Kans) -> list[tuple[str, str]]:
    """The newest sources: title with publisher, and address; without a date comes last."""
    newest = sorted(item.bronnen, key=lambda source: as_iso_day(str(source.datum)), reverse=True)
    return [(f"{source.titel}, {source.uitgever}", str(source.url or "")) for source in newest[:MOST_SOURCES]]
