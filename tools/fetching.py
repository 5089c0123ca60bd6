"""One question to a web host, with nothing followed and nothing kept: what stands at an address now."""

from __future__ import annotations

import http.client
from argparse import ArgumentTypeError
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from binnenstad_site.core.urls import BASE_URL

TIMEOUT = 30
"""Seconds that a host may be silent."""
ASKED_WITH = {"Cache-Control": "no-cache", "User-Agent": "de-nieuwe-binnenstad"}


class NoReply(Exception):  # noqa: N818 - names what was found
    """A host does not answer, or not in HTTP. The text is Dutch and for the reader."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a host answered."""

    status: int
    headers: Mapping[str, str]
    """By name in small letters; what came more than once is joined with a comma."""
    body: bytes


def base_url(text: str) -> str:
    """An argument of the command line that is the address of a site; without closing slash."""
    if not BASE_URL.fullmatch(text):
        raise ArgumentTypeError(f'"{text}" is geen adres. Schrijf het met https://, zoals https://voorbeeld.nl.')
    return text.rstrip("/")


def fetch(address: str) -> Reply:
    """The answer at `address` (http or https), past the caches on the way; raises `NoReply`."""
    parts = urlsplit(address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers: dict[str, str] = {}
    try:
        connection = kind(parts.netloc, timeout=TIMEOUT)
        try:
            connection.request("GET", target, headers=ASKED_WITH)
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
    except (OSError, http.client.HTTPException) as error:
        raise NoReply(f"{address} geeft geen antwoord: {str(error) or type(error).__name__}") from error
    for name, value in response.getheaders():
        headers[name.lower()] = f"{headers[name.lower()]}, {value}" if name.lower() in headers else value
    return Reply(response.status, headers, body)
