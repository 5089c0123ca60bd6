"""How a praktijk stands today, as far as its sources go: the one place that decides it, for all that shows a status."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from binnenstad_site.core.dates import in_words, seen_lately
from binnenstad_site.models.items import Praktijk
from binnenstad_site.models.vocabulary import LAATST_GEZIEN, STATUS
from binnenstad_site.pages.parts.labels import StatusLabel

IN_THE_PAST: Mapping[str, str] = {"loopt": "liep", "proef": "was een proef", "idee": "was een plan"}
"""Statuses that say something of today -> the same of a year gone by."""
YEAR_UNKNOWN = "jaar onbekend"


def status_label(item: Praktijk, today: date) -> StatusLabel:
    """The status with its year; what the newest source of long ago calls going on is told as it was then."""
    if item.status not in IN_THE_PAST or seen_lately(item.laatst_gezien, today):
        return StatusLabel(item.status, STATUS[item.status], item.status_peildatum)
    year = year_seen(item)
    when = f" in {year}" if year else f", {YEAR_UNKNOWN}"
    return StatusLabel(LAATST_GEZIEN, f"{IN_THE_PAST[item.status]}{when}", year or "onbekend")


def year_seen(item: Praktijk) -> str:
    """The year of the newest source, or that of the status where it is earlier; empty without a dated source."""
    newest = item.laatst_gezien[:4]
    return min(newest, item.status_peildatum) if newest else ""  # "onbekend" comes after every year


def as_of(item: Praktijk, today: date) -> str:
    """From when the status is, as the sources tell: `stand volgens bron uit 2020`."""
    label = status_label(item, today)
    if label.waarde == LAATST_GEZIEN:
        return "geen nieuwere bron" if year_seen(item) else "geen bron met een datum"
    year = f", {YEAR_UNKNOWN}" if label.peildatum == "onbekend" else f" uit {label.peildatum}"
    return f"stand volgens bron{year}"


def period(item: Praktijk, today: date) -> str:
    """`oktober 2016 tot heden`, `2019 tot en met 2021`, `vanaf 2016, laatst gezien in 2020`, `onbekend`."""
    periode = item.periode
    start, end = in_words(periode.start), in_words(periode.eind)
    if periode.start == periode.eind:
        return start
    begin = "begin onbekend" if periode.start == "onbekend" else f"vanaf {start}"
    if periode.eind == "onbekend":
        return f"{begin}, einde onbekend"
    if periode.eind == "heden" and not seen_lately(item.laatst_gezien, today):
        return f"{begin}, laatst gezien in {year}" if (year := year_seen(item)) else f"{begin}, einde onbekend"
    if periode.start == "onbekend":
        return f"{begin}, {'loopt nog' if periode.eind == 'heden' else f'tot en met {end}'}"
    return f"{start} tot {'heden' if periode.eind == 'heden' else f'en met {end}'}"
