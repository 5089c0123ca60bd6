"""The data of `/aan-de-slag/plaatsen/`, a file per province: its gemeenten, those like them, and their praktijken.

The scripts of that page and of the list of praktijken read it. What occurs often stands once, in a list, and is named
by its place there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from binnenstad_site.core.memo import Kept, digest
from binnenstad_site.core.outputs import Output, json_bytes
from binnenstad_site.models import vocabulary
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.introduction import PLACES
from binnenstad_site.pages.places import in_province
from binnenstad_site.pages.towns import SHOWN


def places_files(builder: PageBuilder) -> Iterator[Output]:
    """`/aan-de-slag/plaatsen/utrecht.json` and the others."""
    for slug, name in vocabulary.PROVINCIE.items():
        key = digest("places", builder.towns.key, name)
        content = builder.memo.get(Kept.PAGE, key, partial(_file, builder, name))
        yield Output(f"{PLACES}/{slug}.json", content)


def _file(builder: PageBuilder, name: str) -> bytes:
    return json_bytes(_province(builder, name))


def _province(builder: PageBuilder, name: str) -> dict[str, object]:
    """`gemeenten`: slug -> name, and per gemeente like it its place in `plaatsen` and that of the reason in `redenen`.

    `plaatsen`: slug, name, whether it has a page, titles of the first praktijken, and the slugs of all.
    """
    towns = builder.towns
    alike = {entry.slug: towns.alike(entry.slug) for entry in in_province(builder, name)}
    slugs = list(dict.fromkeys(town.slug for row in alike.values() for town in row))
    reasons = list(dict.fromkeys(town.reden for row in alike.values() for town in row))
    number, reason_number = ({value: place for place, value in enumerate(values)} for values in (slugs, reasons))
    return {
        "gemeenten": {
            slug: [
                builder.site.gemeenten[slug].item.naam,
                [[number[town.slug], reason_number[town.reden]] for town in row],
            ]
            for slug, row in alike.items()
        },
        "redenen": reasons,
        "plaatsen": [_town(builder, slug) for slug in slugs],
    }


def _town(builder: PageBuilder, slug: str) -> list[object]:
    praktijken = builder.towns.praktijken[slug]
    titles = [entry.item.titel for entry in praktijken[:SHOWN]]
    has_page = int(slug in builder.towns.with_page)
    return [slug, builder.site.gemeenten[slug].item.naam, has_page, titles, [entry.slug for entry in praktijken]]
