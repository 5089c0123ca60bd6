"""The headers and redirects of the site for a web server of one's own: a configuration for nginx or Caddy.

    python -m tools.webserver nginx|caddy ADRES [--out _site] [--root /var/www/binnenstad]

In: `_headers` and `_redirects` of the built site, which come from the one table in `exports/host_rules.py`. Out: the
text of the file, on standard output. `--root` is where the server finds the site; under a path (`https://x.nl/pad`) it
lies there in a folder of that name. An address on http is for a network without certificates. Exit status: 2 when there
is no site, or one that was made for another path.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from binnenstad_site.exports.host_rules import HEADERS, REDIRECTS, Rules
from tools.fetching import base_url
from tools.proef import REVALIDATE, on_plain_http, rules_of

CACHING = "Cache-Control"
PACKED = "text/css text/plain text/javascript application/javascript application/json application/xml image/svg+xml"
"""Kinds of files beside HTML that get smaller when they are compressed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the site is served, and by which rules."""

    address: str
    """Without closing slash."""
    root: str
    rules: Rules

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    @property
    def base(self) -> str:
        return urlsplit(self.address).path

    @property
    def secure(self) -> bool:
        return self.address.startswith("https://")

    @property
    def everywhere(self) -> Mapping[str, str]:
        """The headers of every answer."""
        headers = self.rules.headers[f"{self.base}/*"]
        return headers if self.secure else on_plain_http(headers)

    @property
    def special(self) -> Mapping[str, Mapping[str, str]]:
        """Header -> pattern -> value, for headers that only some addresses have. A value beside that of every answer
        is sent with it.
        """
        table: dict[str, dict[str, str]] = {}
        for pattern, headers in self.rules.headers.items():
            if pattern != f"{self.base}/*":
                for name, value in headers.items():
                    table.setdefault(name, {})[pattern] = value
        return table

    @property
    def redirects(self) -> Iterator[tuple[str, str, int]]:
        """Former address with and without closing slash, where it leads to, and the status."""
        for source, redirect in self.rules.redirects.items():
            for address in dict.fromkeys((source, source.rstrip("/"))):
                yield address, redirect.target, redirect.status


def expression(pattern: str) -> str:
    """The regular expression of a path pattern; `*` is anything."""
    return f"^{re.escape(pattern).replace(re.escape('*'), '.*')}$".replace(r"\-", "-")


def nginx(place: Place) -> str:
    """A file for `conf.d/`: it stands in `http`."""
    names = {name: f"$binnenstad_{name.lower().replace('-', '_')}" for name in place.special}
    blocks = []
    for name, patterns in place.special.items():
        fallback = REVALIDATE if name == CACHING else ""
        lines = [f'"~{expression(pattern)}" "{value}";' for pattern, value in patterns.items()]
        blocks.append(_block(f"map $uri {names[name]}", [f'default "{fallback}";', *lines]))
    if place.secure:
        away = f"return 301 https://{place.host}$request_uri;"
        blocks.append(_block("server", ["listen 80;", "listen [::]:80;", f"server_name {place.host};", away]))
    blocks.append(_block("server", [*_nginx_listen(place), *_nginx_files(place), *_nginx_answers(place, names)]))
    return f"{_made_for(place, 'nginx')}\n" + "\n".join(blocks)


def _nginx_listen(place: Place) -> Iterator[str]:
    if place.secure:
        yield from ("listen 443 ssl;", "listen [::]:443 ssl;", f"server_name {place.host};")
        yield "# Waar het certificaat van deze server staat:"
        yield f"ssl_certificate /etc/ssl/{place.host}/fullchain.pem;"
        yield f"ssl_certificate_key /etc/ssl/{place.host}/privkey.pem;"
    else:
        yield from (f"listen {urlsplit(place.address).port or 80};", f"server_name {place.host};")


def _nginx_files(place: Place) -> Iterator[str]:
    yield from (f"root {place.root};", "index index.html;", "absolute_redirect off;", "server_tokens off;")
    yield from ("charset utf-8;", f"charset_types {PACKED};", "gzip on;", "gzip_vary on;", f"gzip_types {PACKED};")
    yield f"error_page 404 {place.base}/404.html;"
    yield f"error_page 403 =404 {place.base}/404.html;"


def _nginx_answers(place: Place, names: Mapping[str, str]) -> Iterator[str]:
    yield from (f'add_header {name} "{value}" always;' for name, value in place.everywhere.items())
    yield from (f"add_header {name} {variable} always;" for name, variable in names.items())
    for file in (HEADERS, REDIRECTS):
        yield f"location = {place.base}/{file} {{ return 404; }}"
    for source, target, status in place.redirects:
        yield f"location = {source} {{ return {status} {target}; }}"


def caddy(place: Place) -> str:
    """A Caddyfile; Caddy takes care of the certificate and of http."""
    matchers: dict[str, str] = {}
    special: list[str] = []
    for name, patterns in place.special.items():
        plus = "+" if name in place.everywhere else ""
        for pattern, value in patterns.items():
            matcher = matchers.setdefault(pattern, f"@regel{len(matchers) + 1}")
            special.append(f'header {matcher} {plus}{name} "{value}"')
    headers = {CACHING: REVALIDATE} | dict(place.everywhere)
    route = [
        *(f'header {name} "{value}"' for name, value in headers.items()),
        *special,
        *(f"redir {source} {target} {status}" for source, target, status in place.redirects),
        "error @regels 404",
        "file_server",
    ]
    site = [
        f"root * {place.root}",
        "encode gzip",
        *(f"{matcher} path_regexp {expression(pattern)}" for pattern, matcher in matchers.items()),
        f"@regels path {place.base}/{HEADERS} {place.base}/{REDIRECTS}",
        _block("route", route).rstrip("\n"),
        _block("handle_errors", [f"rewrite * {place.base}/404.html", "file_server"]).rstrip("\n"),
    ]
    where = urlsplit(place.address)
    return f"{_made_for(place, 'caddy')}\n" + _block(where.netloc if place.secure else f"http://{where.netloc}", site)


def _made_for(place: Place, server: str) -> str:
    return (
        f"# Headers en doorverwijzingen van {place.address}, uit _headers en _redirects van de gemaakte site.\n"
        f"# Maak dit bestand opnieuw na een nieuwe versie: python -m tools.webserver {server} {place.address}\n"
    )


def _block(head: str, lines: Sequence[str]) -> str:
    """A head with its lines between braces, each a tab further."""
    inside = "\n".join(f"\t{line}" for entry in lines for line in entry.split("\n"))
    return f"{head} {{\n{inside}\n}}\n"


SERVERS = {"nginx": nginx, "caddy": caddy}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the configuration."""
    parser = argparse.ArgumentParser(prog="python -m tools.webserver", description="Instellingen voor een webserver.")
    parser.add_argument("server", choices=SERVERS, metavar="nginx|caddy", help="welke webserver")
    parser.add_argument("address", type=base_url, metavar="ADRES", help="waar de site komt te staan")
    parser.add_argument("--out", type=Path, default=Path("_site"), help="map met de gemaakte site (_site)")
    parser.add_argument("--root", default="/var/www/binnenstad", help="map waar de webserver de site vindt")
    options = parser.parse_args(arguments)
    place = Place(options.address, options.root, rules_of(options.out))
    if f"{place.base}/*" not in place.rules.headers:
        print(f"In {options.out} staat geen site voor {place.address}. Maak hem met: --base-url", file=sys.stderr)
        return 2
    print(SERVERS[options.server](place), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
