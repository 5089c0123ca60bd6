"""Visits addresses on other sites, politely: one at a time for each host, ten seconds at most, public addresses only.

In: addresses. Out: an `Answer` for each. Only the head of a page is asked for, and its body never read.
"""

from __future__ import annotations

import asyncio
import http.client
import socket
import ssl
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit
from urllib.request import Request, urlopen

from binnenstad_site.upkeep.links import Answer

TIMEOUT = 10.0
"""Seconds for one question."""
PAUSE = 1.0
"""Seconds between two questions to a host."""
AT_ONCE = 8
"""Hosts that are visited side by side."""
LARGEST = 50_000_000
"""Bytes of a list that are read."""
MOST_STEPS = 5
"""Redirects that are followed."""
FOR_GOOD = frozenset({301, 308})
ON = FOR_GOOD | {302, 303, 307}
HEADERS = {"User-Agent": "de-nieuwe-binnenstad (controle van links)", "Accept": "text/html,*/*;q=0.8"}
MayVisit = Callable[[str], bool]
"""Whether an IP address may be visited."""


def is_public(address: str) -> bool:
    """Whether an IP address is on the internet and not in a network of this machine."""
    return ip_address(address).is_global and not ip_address(address).is_multicast


class _Refused(Exception):  # noqa: N818 - a way of saying no
    """No visit; the text is Dutch."""


def visit(
    urls: Iterable[str], today: str, may_visit: MayVisit = is_public, pause: float = PAUSE
) -> Mapping[str, Answer]:
    """What each address gives today."""
    return asyncio.run(_visit_all(urls, today, may_visit, pause))


async def _visit_all(urls: Iterable[str], today: str, may_visit: MayVisit, pause: float) -> Mapping[str, Answer]:
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).netloc.lower()].append(url)
    answers: dict[str, Answer] = {}
    with ThreadPoolExecutor(AT_ONCE) as threads:
        loop = asyncio.get_running_loop()

        async def host(addresses: list[str]) -> None:
            for number, url in enumerate(addresses):
                if number:
                    await asyncio.sleep(pause)
                answers[url] = await loop.run_in_executor(threads, _answer, url, today, may_visit)

        await asyncio.gather(*(host(addresses) for addresses in by_host.values()))
    return answers


def _answer(url: str, today: str, may_visit: MayVisit) -> Answer:
    """One address with its redirects; it moved for good when every step but the last says so."""
    here, for_good = url, True
    try:
        for _ in range(MOST_STEPS + 1):
            status, location = _ask("HEAD", here, may_visit)
            if status >= 400:
                status, location = _ask("GET", here, may_visit)
            if status not in ON or not location:
                return Answer(today, status, here if here != url and for_good and status < 400 else "")
            for_good = for_good and status in FOR_GOOD
            here = urljoin(here, location)
        return Answer(today, 0, problem="stuurt steeds verder")
    except _Refused as refused:
        return Answer(today, 0, problem=str(refused))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer(today, 0, problem=_in_dutch(error))


def _in_dutch(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "deze site bestaat niet"
    if isinstance(error, TimeoutError):
        return f"geen antwoord binnen {TIMEOUT:.0f} seconden"
    return "het certificaat klopt niet" if isinstance(error, ssl.SSLError) else "geen antwoord"


def _ask(method: str, url: str, may_visit: MayVisit) -> tuple[int, str]:
    """Status and `Location` of one answer. The address that was judged is the one that is connected to."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _Refused("stuurt verder naar iets anders dan een webadres")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    addresses = [str(row[4][0]) for row in found]
    if not all(map(may_visit, addresses)):
        raise _Refused("dit adres ligt in een eigen netwerk")
    connection = socket.create_connection((addresses[0], port), TIMEOUT)
    try:
        if parts.scheme == "https":
            connection = ssl.create_default_context().wrap_socket(connection, server_hostname=parts.hostname)
        client = http.client.HTTPConnection(parts.netloc, timeout=TIMEOUT)
        client.sock = connection
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        client.request(method, target.encode("ascii", "ignore").decode(), headers=HEADERS)
        response = client.getresponse()
        return response.status, response.headers.get("Location", "")
    finally:
        connection.close()


def downloaded(url: str) -> str:
    """The text at a web address that somebody typed; raises `OSError` or `ValueError` when that does not come."""
    with urlopen(Request(url, headers=HEADERS), timeout=TIMEOUT) as answer:  # noqa: S310 - only what is on the web
        return str(answer.read(LARGEST).decode("utf-8"))
