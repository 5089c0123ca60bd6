"""What an element loads and what a link may begin with: shared by the rules over pages and their quick recognition."""

from __future__ import annotations

import re

ACTIVE = re.compile(r"\s*(javascript|vbscript|data|file):", re.IGNORECASE)
"""How an address begins that a browser runs or reads from the visitor's own disk."""
LOADED_BY_HREF = frozenset({"use", "image", "link"})
NOT_LOADED = frozenset({"canonical", "alternate"})
"""Kinds of `<link>` that a browser does not follow by itself."""


def is_ours(address: str) -> bool:
    """Whether an address is on this site whatever its host: from the root, or a place on the page itself."""
    return address.startswith(("/", "#")) and not address.startswith("//")
