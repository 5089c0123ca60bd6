"""What search fields ask for under an address that stays: the index of today."""

from __future__ import annotations

from binnenstad_site.core.outputs import Output, json_bytes
from binnenstad_site.pages import PageBuilder


def search_address(builder: PageBuilder, core: str) -> Output:
    """`/zoeken/kern.json`: the address of the core, which lies at `core` from the root of the site."""
    return Output("zoeken/kern.json", json_bytes(builder.addresses.url_for(f"/{core}")))
