"""Which links may be followed, and how text and addresses stand in HTML."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from markupsafe import escape

SCHEMES = frozenset({"https", "http", "mailto", "tel"})
HOLE = re.compile("\x00([0-9]+)\x00")
"""NUL cannot come from a text: markdown-it replaces it before it reads."""


def is_allowed(href: str) -> bool:
    """Whether a link may be followed: https, http, mailto, tel, or relative; never `//host` or another scheme."""
    cleaned = re.sub(r"[\x00-\x20\x7f-\xa0]", "", href)
    if cleaned.startswith(("//", "\\", "/\\")):
        return False
    try:
        scheme = urlsplit(cleaned).scheme
    except ValueError:
        return False
    return scheme.lower() in SCHEMES if scheme else ":" not in re.split(r"[/?#]", cleaned)[0]


def is_outside(href: str) -> bool:
    """Whether an address names a scheme, and so needs no resolving."""
    return href.lower().startswith(("http:", "https:", "mailto:", "tel:"))


def escaped(text: str) -> str:
    """`& < > " '` as character references."""
    return str(escape(text))


def encoded(href: str) -> str:
    """An address with what may not stand in one percent-encoded, ready for an attribute."""
    return escaped(quote(href, safe="/:?#[]@!$&'()*+,;=%~-._"))
