"""The data behind search, derived from the pages to be: `pages -> outputs`.

The first engine is a list that a script searches whole; a better one replaces `index` and the script, nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

from binnenstad_site.outputs import Output
from binnenstad_site.pages.page import Page, SearchEntry

FOLDER = "zoek"


def _output(name: str, text: str) -> Output:
    content = text.encode("utf-8")
    return Output(f"{FOLDER}/{name}-{sha256(content).hexdigest()[:10]}.json", content)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def index(pages: Sequence[Page]) -> tuple[Output, ...]:
    """Everything that can be found, in the order of the pages; the first output is the one the script asks for."""
    items = ",".join(_item(entry) for page in pages for entry in page.search)
    return (_output("index", f'{{"items":[{items}]}}'),)


@lru_cache(maxsize=20_000)
def _item(entry: SearchEntry) -> str:
    """One item of the index; kept for the next build, in which most are the same."""
    place = ", ".join(part for part in (entry.plaats, entry.provincie) if part)
    found = {
        "titel": entry.titel,
        "adres": entry.adres,
        "soort": entry.soort,
        "in_een_zin": entry.in_een_zin,
        "tekst": entry.tekst,
        "plaats": place,
    }
    return _json(found)
