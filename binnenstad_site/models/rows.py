"""Every kind of file in `content/`: the collections, and what is read and checked like one."""

from __future__ import annotations

from collections.abc import Mapping

from binnenstad_site.core.budgets import REDIRECTS
from binnenstad_site.load.documents import Layout
from binnenstad_site.models import COLLECTIONS, OMLEIDINGEN, Collection
from binnenstad_site.models.searchwords import ZOEKWOORDEN
from binnenstad_site.models.settings import SITE

ROWS: Mapping[str, Collection] = {
    **COLLECTIONS,
    OMLEIDINGEN.name: OMLEIDINGEN,
    ZOEKWOORDEN.name: ZOEKWOORDEN,
    SITE.name: SITE,
}
LAYOUTS = tuple(
    Layout(row.name, row.storage, row.slug_from, REDIRECTS if row is OMLEIDINGEN else None) for row in ROWS.values()
)
