"""The reasons for the judgements on kansen: a site -> a JSON file per trend, beside the page of its kansen.

A script shows them where a kans stands with its quadrant only; it finds the file and the kans by where that links to.
"""

from __future__ import annotations

from collections.abc import Iterator

from binnenstad_site.core.outputs import Output, json_bytes
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.kansen import judgements

NAME = "oordelen.json"


def verdict_data(builder: PageBuilder) -> Iterator[Output]:
    """Per kans the scenario, the allowed value, its word and the reason, in the order of the cross."""
    for trend in builder.site.trends:
        kansen = {
            f"kans-{kans.slug}": [
                (row.scenario.tekst, row.waarde, row.tekst, row.reden) for row in judgements(builder, kans.item)
            ]
            for kans in builder.site.kansen.values()
            if kans.item.trend == trend
        }
        if kansen:
            yield Output(f"kansen/{trend}/{NAME}", json_bytes(kansen))
