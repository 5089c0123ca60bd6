"""Addresses that lead into the windtunnel, and to a trend on the page of the scenarios."""

from __future__ import annotations

from hashlib import sha256

from binnenstad_site.pages.addresses import Addresses
from binnenstad_site.pages.introduction import WINDTUNNEL

ADDRESS = f"/{WINDTUNNEL}/"
TO_WINDTUNNEL = "Toets uw plan in de windtunnel"
WHOLE_SLUG, KEPT_OF_SLUG, DIGITS = 24, 19, 4


def code_of(slug: str) -> str:
    """What a kans is called in a link: its slug, of a long one the beginning with a few digits of its sum.

    Whoever reads it still sees which kans it was when that is gone, and six of them fit in a link.
    """
    if len(slug) <= WHOLE_SLUG:
        return slug
    return f"{slug[:KEPT_OF_SLUG].rstrip('-')}-{sha256(slug.encode()).hexdigest()[:DIGITS]}"


def address_with(addresses: Addresses, slug: str) -> str:
    """The address that puts a kans in the windtunnel."""
    return addresses.url_for(f"{ADDRESS}#kans={code_of(slug)}")


def trend_anchor(theme: str) -> str:
    """Where `/scenarios/` shows what a trend does in each of them."""
    return f"verken-{theme}"
