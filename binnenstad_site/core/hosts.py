"""Web addresses that do not lead a reader to what they name: inside an organisation, wrapped by a mail program, or made
to look like another. One rule for fields and for links in a text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address

INSIDE_NAMES = ("intranet", "localhost", "sharepoint")
INSIDE_ENDS = (
    ".local",
    ".lan",
    ".intern",
    ".internal",
    ".intra",
    ".sharepoint.com",
    ".localdomain",
    ".home",
    ".home.arpa",
    ".corp",
    ".private",
    ".test",
    ".invalid",
)
WRAPPERS = (
    ("safelinks.protection.outlook.com", "url"),
    ("l.facebook.com", "u"),
)
"""Hosts (with all below them) that send a reader on -> the parameter with the real address."""

LONGEST_URL = 2000
_HOST = re.compile(r"https?://([^/?#]*)")
_LABEL = r"(?!-)[\w-]{1,63}(?<!-)"
_NAME = re.compile(rf"(?=[^:]{{1,253}}(?::|\Z)){_LABEL}(?:\.{_LABEL})+(?::(?P<port>\d{{1,5}}))?", re.ASCII)
"""A name as the domain name system can have it, with perhaps a port."""
_MOST_PORT = 65_535
_ENDS_IN_NUMBER = re.compile(r"(?:\d+|0x[0-9a-f]*)\Z", re.IGNORECASE | re.ASCII)
"""What browsers read as a number in a network, however it is spelt: 127.1, 0177.0.0.1, 192.168.257, 0x7f.1."""
_LATIN_OF_THEIR_OWN = frozenset("æøœßđłþð")
"""Letters that are no plain one with an accent, and are not taken for one."""
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"\\^`{|}]")
TRACKING = re.compile(r"[?&](utm_\w+|fbclid|gclid|mc_[ce]id)=", re.IGNORECASE)


class UrlFault(StrEnum):
    """Why readers cannot be sent to a web address."""

    LENGTE = "lengte"
    GEBRUIKER = "gebruiker"
    """A name and perhaps a password before the host, which is then not what the address begins with."""
    LETTERS = "letters"
    """A letter in the host that may look like another: an address bar would show what it really is."""
    INTERN = "intern"
    OMWEG = "omweg"
    VORM = "vorm"
    VOLGCODE = "volgcode"


def url_fault(url: str) -> UrlFault | None:
    """What is wrong with a web address; None when readers can be sent there."""
    return next((fault for fault, is_so in _FAULTS if is_so(url)), None)


def host_and_port(url: str) -> str:
    """What stands between `https://` and the path, as it was written; empty when the address begins otherwise."""
    match = _HOST.match(url)
    return match.group(1) if match else ""


def _is_misshapen(url: str) -> bool:
    name = _NAME.fullmatch(host_and_port(url))
    if name is None or not 0 < int(name["port"] or 443) <= _MOST_PORT or _NOT_IN_ADDRESS.search(url) is not None:
        return True
    host = _parts(url)[0]
    return _ENDS_IN_NUMBER.match(host.rpartition(".")[2]) is not None and _machine(host) is None


def _machine(host: str) -> IPv4Address | IPv6Address | None:
    """The number of a machine in its usual notation; None for a host that is a name, or a number in disguise."""
    from ipaddress import ip_address  # noqa: PLC0415 - most runs meet no new address

    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None


def _is_plain(char: str) -> bool:
    """Whether a sign of a host is what it seems: a letter of ours, or one with an accent."""
    return char.isascii() or char in _LATIN_OF_THEIR_OWN or unicodedata.normalize("NFD", char)[0].isascii()


def _imitates(url: str) -> bool:
    """Whether the host has a letter that may look like another; also when it is spelt as `xn--`."""
    host = host_and_port(url)
    if not host.isascii():
        return True
    encoded = [label for label in host.lower().partition(":")[0].split(".") if label.startswith("xn--")]
    try:
        letters = "".join(label.removeprefix("xn--").encode().decode("punycode") for label in encoded)
    except UnicodeError:
        return True
    return not all(map(_is_plain, letters))


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
    if machine := _machine(host):
        return not machine.is_global
    first = host.partition(".")[0]
    return "." not in host or first in INSIDE_NAMES or host.endswith(INSIDE_ENDS)


def is_wrapped(url: str) -> bool:
    """Whether a mail program or social medium put its own address before the real one."""
    return bool(_parameter(url))


def unwrapped(url: str) -> str:
    """The real address in a wrapped one; empty when it cannot be found."""
    real = parse_qs(_parts(url)[2]).get(_parameter(url), [""])[0]
    return real if re.match(r"https?://\S+\Z", real) else ""


def without_tracking(url: str) -> str:
    """An address without the codes by which readers are followed."""
    address, hash_, fragment = url.partition("#")
    path, _, query = address.partition("?")
    parts = [part for part in query.split("&") if part and not TRACKING.match(f"?{part}")]
    return path + ("?" + "&".join(parts) if parts else "") + hash_ + fragment


def _parameter(url: str) -> str:
    host = _parts(url)[0]
    return next((name for wrapper, name in WRAPPERS if host == wrapper or host.endswith(f".{wrapper}")), "")


_FAULTS: tuple[tuple[UrlFault, Callable[[str], bool]], ...] = (
    (UrlFault.LENGTE, lambda url: len(url) > LONGEST_URL),
    (UrlFault.GEBRUIKER, lambda url: "@" in host_and_port(url)),
    (UrlFault.LETTERS, _imitates),
    (UrlFault.INTERN, is_internal),
    (UrlFault.OMWEG, is_wrapped),
    (UrlFault.VORM, _is_misshapen),
    (UrlFault.VOLGCODE, lambda url: TRACKING.search(url) is not None),
)
"""The first that holds is told."""
