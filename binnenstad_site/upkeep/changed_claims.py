"""Which sentences with a source are new, gone or rewritten since an earlier list of them.

In: the site, and the text of an earlier `claims.csv`. Out: lines to read. An address that ends in the id of a sentence
that is gone or rewritten, leads to the top of its page from now on.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from binnenstad_site.core.typography import dotted
from binnenstad_site.link.site import Site
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.pages.claims import claims_of
from binnenstad_site.upkeep.survey import CannotChange

COLUMNS = frozenset({"claim", "item", "plek", "zin"})
ALIKE = 0.6
"""How much of its letters a sentence keeps at least when it is called rewritten, from 0 to 1."""
Key = tuple[str, str]
"""An item and the id of a sentence in it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its place: a field or a heading."""

    plek: str
    zin: str


def claims_now(site: Site) -> Mapping[Key, Said]:
    """Every sentence with a source that readers see."""
    withdrawn = set(site.withdrawn)
    return {
        ("/".join(entry.ref), claim.id): Said(claim.plek, claim.zin)
        for entry in site.all_entries()
        if isinstance(entry.item, MetBronnen) and entry not in withdrawn
        for claim in claims_of(entry)
    }


def claims_listed(text: str) -> Mapping[Key, Said]:
    """The sentences of an earlier list, with commas or semicolons. Raises `CannotChange` for any other text."""
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",")
    if not set(rows.fieldnames or ()) >= COLUMNS:
        raise CannotChange("Dit is geen lijst met zinnen. Geef het bestand claims.csv van een eerdere site.")
    return {(row["item"], row["claim"]): Said(row["plek"], row["zin"]) for row in rows}


def changed_lines(before: Mapping[Key, Said], now: Mapping[Key, Said]) -> Iterator[str]:
    """What is new, rewritten and gone, each with its item and place, and at last how many."""
    new, gone = [key for key in now if key not in before], [key for key in before if key not in now]
    rewritten = dict(_pairs(before, gone, now, new))
    new = [key for key in new if key not in rewritten.values()]
    gone = [key for key in gone if key not in rewritten]
    yield from _listed("Nieuw", now, new)
    if rewritten:
        yield f"Herschreven ({dotted(len(rewritten))}):"
    for old, key in rewritten.items():
        yield f"  {key[0]}, {now[key].plek}"
        yield f"    was: {before[old].zin} (#{old[1]})"
        yield f"    nu:  {now[key].zin} (#{key[1]})"
    yield from _listed("Weg", before, gone)
    numbers = f"{dotted(len(new))} nieuw, {dotted(len(rewritten))} herschreven, {dotted(len(gone))} weg"
    yield f"Van {dotted(len(now))} zinnen met een bron: {numbers}."


def _listed(title: str, said: Mapping[Key, Said], keys: Sequence[Key]) -> Iterator[str]:
    if keys:
        yield f"{title} ({dotted(len(keys))}):"
    for item, claim in keys:
        yield f"  {item}, {said[item, claim].plek}: {said[item, claim].zin} (#{claim})"


def _pairs(
    before: Mapping[Key, Said], gone: Sequence[Key], now: Mapping[Key, Said], new: Sequence[Key]
) -> Iterator[tuple[Key, Key]]:
    """Each sentence that is gone with the new one of its item that is most like it."""
    left: dict[str, dict[str, Key]] = {}
    for key in new:
        left.setdefault(key[0], {})[now[key].zin] = key
    for key in gone:
        candidates = left.get(key[0], {})
        for sentence in get_close_matches(before[key].zin, list(candidates), n=1, cutoff=ALIKE):
            yield key, candidates.pop(sentence)
