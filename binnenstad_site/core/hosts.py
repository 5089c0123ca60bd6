"""Web addresses that do not lead a reader to what they name: inside an organisation, or wrapped by a mail program."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import parse_qs, urlsplit

_INSIDE_NAMES = frozenset({"intranet", "localhost", "sharepoint"})
_INSIDE_ENDS = (".local", ".lan", ".intern", ".internal", ".intra", ".sharepoint.com", ".localdomain")
_WRAPPERS = (
    ("safelinks.protection.outlook.com", "url"),
    ("l.facebook.com", "u"),
)
"""Hosts (with all below them) that send a reader on -> the parameter with the real address."""


def _parts(url: str) -> tuple[str, str, str]:
    """Host, path and query; empty when the address cannot be read."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").rstrip("."), parts.path, parts.query
    except ValueError:
        return "", "", ""


def host_of(url: str) -> str:
    """The host of an address without `www.`; empty when it has none."""
    return _parts(url)[0].removeprefix("www.")


def is_internal(url: str) -> bool:
    """Whether only people inside an organisation can open an address: intranet, SharePoint, an address in a network."""
    host = _parts(url)[0]
    if not host:
        return False
    try:
        return not ip_address(host.strip("[]")).is_global
    except ValueError:
        first = host.partition(".")[0]
        return "." not in host or first in _INSIDE_NAMES or host.endswith(_INSIDE_ENDS)


def is_wrapped(url: str) -> bool:
    """Whether a mail program or social medium put its own address before the real one."""
    return bool(_parameter(url))


def unwrapped(url: str) -> str:
    """The real address in a wrapped one; empty when it cannot be found."""
    real = parse_qs(_parts(url)[2]).get(_parameter(url), [""])[0]
    return real if re.match(r"https?://\S+\Z", real) else ""


def _parameter(url: str) -> str:
    host = _parts(url)[0]
    return next((name for wrapper, name in _WRAPPERS if host == wrapper or host.endswith(f".{wrapper}")), "")
