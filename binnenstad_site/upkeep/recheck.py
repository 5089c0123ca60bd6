"""Which praktijken were checked longest ago, and whom to ask how they stand.

In: the site and a number. Out: lines to read.
"""

from __future__ import annotations

from collections.abc import Iterator

from binnenstad_site.core.dates import in_words
from binnenstad_site.link.site import Site
from binnenstad_site.models.items import Praktijk
from binnenstad_site.validate.validator import Entry

MOST = 10
GOING_ON = frozenset({"idee", "proef", "loopt", "opgeschaald"})
"""What may have ended since."""


def stalest(site: Site, most: int = MOST) -> tuple[Entry[Praktijk], ...]:
    """The praktijken to ask about first: checked longest ago, then with the oldest news, those that go on first."""
    return tuple(sorted(site.praktijken.values(), key=_staleness)[:most])


def _staleness(entry: Entry[Praktijk]) -> tuple[str, bool, str, str]:
    item = entry.item
    newest = max((source.datum for source in item.bronnen if source.datum != "onbekend"), default="")
    return item.gecontroleerd[:7], item.status not in GOING_ON, newest, entry.slug


def recheck_lines(site: Site, most: int = MOST) -> Iterator[str]:
    """For each praktijk its file, what stands there, and whom to ask."""
    for number, entry in enumerate(stalest(site, most), start=1):
        item = entry.item
        year = "" if item.status_peildatum == "onbekend" else f" in {item.status_peildatum}"
        yield f"{number}. {item.titel} ({entry.document.path})"
        yield f"   nagekeken: {in_words(item.gecontroleerd)}; status: {item.status}{year}"
        towns = [site.gemeenten[slug].item.naam for slug in item.gemeenten if slug in site.gemeenten]
        asked = [f"gemeente {name}" for name in towns] + [party for party in item.partijen if "gemeente" not in party]
        yield f"   vraag het: {'; '.join(asked)}"
        source = max(item.bronnen, key=lambda source: "" if source.datum == "onbekend" else source.datum)
        yield f"   nieuwste bron: {source.uitgever}, {source.datum}{f', {source.url}' if source.url else ''}"
