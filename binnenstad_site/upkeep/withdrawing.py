"""Withdraws an item: its page stays and says why, no list has it any more, and no field names it.

In: the content, the item, the reason and the month. Out: a `Change`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.models.searchwords import ZOEKWOORDEN
from binnenstad_site.upkeep.edits import with_field, without_entry, without_row
from binnenstad_site.upkeep.survey import CannotChange, Change, Inventory, find_item, text_of
from binnenstad_site.validate.markdown import LinkKind
from binnenstad_site.validate.validator import Entry

SHORTEST, LONGEST = 10, 400
"""Of the reason, in characters: as the model asks."""
FIELD = "ingetrokken"


def withdrawn(content: Inventory, name: str, reason: str, month: str) -> Change:
    """What changes when an item is withdrawn. Raises `CannotChange`."""
    item = find_item(content, name)
    if FIELD not in type(item.item).model_fields:
        raise CannotChange(f"Een {item.collection.enkelvoud} kan niet worden ingetrokken. Haal het bestand weg.")
    if getattr(item.item, FIELD) is not None:
        raise CannotChange(f'"{item.slug}" is al ingetrokken.')
    reason = " ".join(reason.split())
    if not SHORTEST <= len(reason) <= LONGEST:
        raise CannotChange(f"Schrijf als reden één zin van {SHORTEST} tot {LONGEST} tekens, tussen aanhalingstekens.")
    quoted = "'" + reason.replace("'", "''") + "'"
    own = text_of(content, item.document.path)
    rows = [f"  datum: {month}", f"  reden: {quoted}"]
    texts = {item.document.path: with_field(own, FIELD, rows, ("aliases",))}
    remarks: list[str] = []
    places: defaultdict[str, list[Location]] = defaultdict(list)
    only: set[Location] = set()
    for entry in content.entries:
        if entry is not item:
            for loc, collection, slug in entry.references:
                if (collection, slug) == item.ref:
                    place = entry.document.locate(*loc)
                    if isinstance(loc[-1], int):
                        places[entry.document.path].append(place)
                        only |= {place} if _is_only_about(entry, item) else set()
                    else:
                        remarks.append(f"{place.path}:{place.line} noemt het in een veld. Kies daar een ander item.")
            remarks += _linked(content, entry, item)
    for path, locations in places.items():
        text = text_of(content, path)
        for place in sorted(locations, reverse=True):
            whole = place in only
            text = without_row(text, place) if whole else without_entry(text, place, _value_at(text, place, item))
        texts[path] = text
    return Change(texts, remarks=tuple(remarks))


def _is_only_about(entry: Entry[Any], item: Entry[Any]) -> bool:
    """Whether words of readers lead to this item and to nothing else: without it they mean nothing."""
    return entry.collection is ZOEKWOORDEN and entry.item.paginas == ("/".join(item.ref),)


def _value_at(text: str, place: Location, item: Entry[Any]) -> str:
    """A reference as it is written: `slug`, or `praktijken/slug`."""
    written = text.split("\n")[place.line - 1][place.column - 1 :].lstrip("\"'")
    full = "/".join(item.ref)
    return full if written.startswith(full) else item.slug


def _linked(content: Inventory, entry: Entry[Any], item: Entry[Any]) -> list[str]:
    """The links of a text to the item: they keep working, and may say what no longer holds."""
    addresses = content.site.links.get(entry.ref, {}) if content.site else {}
    return [
        f"{entry.document.path}:{entry.document.in_body(link.line).line} linkt ernaar. Klopt die zin nog?"
        for link in entry.body.links
        if link.kind is LinkKind.INSIDE and addresses.get(link.key, "").partition("#")[0] == item.address
    ]
