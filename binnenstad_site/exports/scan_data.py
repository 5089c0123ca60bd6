"""The data of the trendscan: a site -> a JSON file with the kansen that its list for Monday chooses from."""

from __future__ import annotations

from hashlib import sha256

from binnenstad_site.core.outputs import Output, data_output
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Kans
from binnenstad_site.pages import PageBuilder
from binnenstad_site.validate.validator import Entry

CODE_LENGTH = 4
CLASSES = tuple(vocabulary.GROOTTEKLASSE)
PHASES = tuple(vocabulary.FASE)


def scan_data(builder: PageBuilder) -> Output:
    """The file: the kansen by trend, those that can begin soonest first. The first row names what the others hold."""
    in_phases = sorted(builder.site.kansen.values(), key=lambda entry: (PHASES.index(entry.item.fase), entry.slug))
    entries = (entry for trend in builder.site.trends for entry in in_phases if entry.item.trend == trend)
    rows = [_kans(builder, entry) for entry in entries]
    return data_output("trendscan", [tuple(rows[0]), *(tuple(row.values()) for row in rows)] if rows else [[]])


def kans_code(slug: str) -> str:
    """What stands for a kans in a link: short, and the same as long as the kans keeps its name."""
    return sha256(slug.encode()).hexdigest()[:CODE_LENGTH]


def _kans(builder: PageBuilder, entry: Entry[Kans]) -> dict[str, object]:
    item = entry.item
    aanpak = builder.site.aanpakken.get(item.aanpak or "")
    return {
        "code": kans_code(entry.slug),
        "titel": item.titel,
        "adres": builder.addresses.url_for(entry.address),
        "trend": builder.cards.trend(item.trend).kort,
        "fase": PHASES.index(item.fase),
        "stap": item.eerste_stap,
        "wie": item.wie,
        "aanpak": [aanpak.item.titel, builder.addresses.url_for(aanpak.address)] if aanpak else None,
        "plaatsen": _towns(builder, item),
    }


def _towns(builder: PageBuilder, item: Kans) -> dict[int, str]:
    """Per size class, by its place from 1, the first town with a praktijk of this kans that did not stop."""
    towns = dict[int, str]()
    for slug in item.praktijken:
        praktijk = builder.site.praktijken.get(slug)
        if praktijk is None or praktijk.item.gestopt:
            continue
        for gemeente in builder.site.gemeenten_of(praktijk.item):
            towns.setdefault(CLASSES.index(gemeente.item.klasse) + 1, gemeente.item.naam)
    return towns
