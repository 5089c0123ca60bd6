"""The printed set of the workshop as data: everything that its typesetting shows, as one JSON text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from binnenstad_site.core.citations import words_and_keys
from binnenstad_site.core.dates import day_in_words, in_words
from binnenstad_site.core.outputs import json_bytes
from binnenstad_site.models.blocks import Bron
from binnenstad_site.models.items import MetBronnen, Verslag, Werkplaats
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.introduction import WINDTUNNEL
from binnenstad_site.pages.trendscan import ADDRESS as SCAN
from binnenstad_site.pages.trendscan import statement_parts
from binnenstad_site.pages.workshop_cards import PER_TREND, cards, scenario_sheets
from binnenstad_site.validate.validator import Entry

PARTICIPATE = "/meedoen/"
OTHERWISE = {*MetBronnen.model_fields, "kaartvragen", "scenariovragen"} - {"titel"}
"""Fields of the item that the set shows in another way, or not at all."""


def workshop_set(builder: PageBuilder, entry: Entry[Werkplaats]) -> str:
    """The data of the set; the same content gives the same text."""
    item = entry.item
    numbers = {source.sleutel: number for number, source in enumerate(item.bronnen, start=1)}
    statements = statement_parts(builder)
    trends = builder.cards.trends.values()
    data = {
        **_numbered(item.model_dump(mode="json", exclude=OTHERWISE), numbers),
        "site": builder.site.settings.titel,
        "licentie": builder.site.settings.licentie,
        "adres": builder.addresses.absolute(entry.address),
        "windtunnel": builder.addresses.absolute(f"/{WINDTUNNEL}/"),
        "meedoen": builder.addresses.absolute(PARTICIPATE) if "meedoen" in builder.site.paginas else "",
        "veldnamen": {name: field.title for name, field in Verslag.model_fields.items()},
        "gecontroleerd": in_words(item.gecontroleerd),
        "per_trend": PER_TREND,
        "kaarten": [asdict(card) for card in cards(builder, item)],
        "bladen": [asdict(sheet) for sheet in scenario_sheets(builder, item)],
        "scan": {
            "adres": builder.addresses.absolute(SCAN),
            "stellingen": [
                {
                    "plaats": part.plaats,
                    "tekst": part.tekst,
                    "schalen": [(scale.kort, scale.nul, scale.vier) for scale in part.schalen],
                }
                for part in statements
            ],
            "trends": [(label.titel, [part.plaats for part in statements if part.trend == label]) for label in trends],
        },
        "bronnen": [_source(source) for source in item.bronnen],
    }
    return json_bytes(data).decode("utf-8")


def _numbered(value: Any, numbers: Mapping[str, int]) -> Any:
    """The value with the number of each source where a text cites it: `Het werd stiller [1, 3].`"""
    if isinstance(value, dict):
        return {name: _numbered(part, numbers) for name, part in value.items()}
    if isinstance(value, list):
        return [_numbered(part, numbers) for part in value]
    return with_numbers(value, numbers) if isinstance(value, str) and "[@" in value else value


def with_numbers(text: str, numbers: Mapping[str, int]) -> str:
    """A text in which each citation is the numbers of its sources, between brackets."""
    pieces = ((words, ", ".join(str(numbers[key]) for key in keys)) for words, keys in words_and_keys(text))
    return "".join(f"{words} [{cited}]" if cited else words for words, cited in pieces)


def _source(source: Bron) -> Mapping[str, str]:
    day = day_in_words(source.datum)
    return {
        "titel": source.titel,
        "wie": f"{source.uitgever}, {day}",
        "adres": source.url or "",
        "taal": source.taal or "",
    }
