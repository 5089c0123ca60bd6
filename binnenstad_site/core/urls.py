"""Slugs, and the paths of addresses."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 80
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ĳ": "ij"})
DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)})
"""Names that Windows keeps for devices: a file with such a name cannot be checked out there."""


LONGEST_ADDRESS = 200
_PART = rf"(?!(?i:{'|'.join(sorted(DEVICES))})/)[A-Za-z0-9_~-]{{1,{LONGEST_SLUG}}}/"
ADDRESS = re.compile(rf"(?!/_|/(?i:admin)/)(?=[^\n]{{1,{LONGEST_ADDRESS}}}\Z)/(?:{_PART})+")
"""A former address: like the addresses of this site, so that it can be a folder and stand in a rule of any web host.

At most 200 characters with at most 80 in a part and no name of a device, so that its folder can be made on any disk;
what begins with `_` is of the host, and at `/admin/` are the forms.
"""
_EXAMPLES = frozenset({"example", "invalid", "localhost", "test"})
"""Last words of names that nobody can register (RFC 2606)."""
BASE_URL = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")


def is_slug(text: str) -> bool:
    """Whether `text` can be a file name and an address: ASCII words joined by single hyphens, at most 80 characters."""
    return len(text) <= LONGEST_SLUG and SLUG.fullmatch(text) is not None and text not in DEVICES


@lru_cache(maxsize=100_000)
def slugify(text: str) -> str:
    """The slug of a title or heading: `Wat wéten we?` gives `wat-weten-we`; `item` when nothing is left.

    Kept, since lists are sorted by it at each build.
    """
    # Without the loose accents before as well as after: putting a long row of them in order takes quadratic time.
    plain = unicodedata.normalize("NFD", _without_accents(text.lower()))
    plain = _without_accents(plain).translate(_LETTERS)  # after the accents: a letter of two can carry one too
    plain = re.sub(r"['’‘`]", "", plain)
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:LONGEST_SLUG].rstrip("-") or "item"


def _without_accents(text: str) -> str:
    return text if text.isascii() else "".join(char for char in text if not unicodedata.combining(char))


def page_path(url: str) -> str:
    """The output file of an address: `/trends/` is `trends/index.html`, `/404.html` is `404.html`."""
    inside = url.lstrip("/")
    return inside + "index.html" if not inside or inside.endswith("/") else inside


def base_path(base_url: str) -> str:
    """The path of a base address, without closing slash: `https://x.nl/repo/` gives `/repo`, `https://x.nl` nothing."""
    return re.sub(r"^[a-z]+://[^/]+", "", base_url).rstrip("/")


def is_example(base_url: str) -> bool:
    """Whether a base address lies at a name that is only there for examples: `https://x.example`, `http://localhost`."""
    words = (urlsplit(base_url).hostname or "").rstrip(".").split(".")
    return words[-1] in _EXAMPLES or words[-2:-1] == ["example"]
