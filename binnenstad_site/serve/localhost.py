"""How our two local servers (`serve` and `make proef`) answer: to this machine only, one file for one address.

In: an address and a folder. Out: the file, its type, or where the address should have pointed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from binnenstad_site.core.outputs import refuse_escape

HOST = "127.0.0.1"
HIGHEST_PORT = 65535
_LOCAL = re.compile(r"(?:localhost|127\.0\.0\.1)(?::\d+)?", re.IGNORECASE)
_TEXT = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".md": "text/markdown",
    ".ttl": "text/turtle",
    ".geojson": "application/geo+json",
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
}
_BINARY = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}


class NoPort(Exception):  # noqa: N818 - names what was found
    """There is no port to listen on. The text is Dutch and for the reader."""


def is_local(host: str | None) -> bool:
    """Whether a `Host` header names this machine; a page elsewhere that points its own name at us does not get in."""
    return host is not None and _LOCAL.fullmatch(host) is not None


def content_type(path: str) -> str:
    """The media type by the end of the name, the same on every machine; text is UTF-8."""
    suffix = "." + path.rpartition(".")[2]
    if suffix in _TEXT:
        return f"{_TEXT[suffix]}; charset=utf-8"
    return _BINARY.get(suffix, "application/octet-stream")


def find_file(folder: Path, path: str) -> Path | str | None:
    """The file of an address (`/trends/`), the address to go to instead (`/trends` -> `/trends/`), or None.

    The address is percent-encoded and has no query. A folder is never listed and nothing outside `folder` is found.
    """
    name = unquote(path)[1:]
    try:
        inside = refuse_escape(name.rstrip("/") or "index.html")
    except ValueError:
        return None
    file = folder / inside
    if name.endswith("//"):
        return None
    if name.endswith("/"):
        file /= "index.html"
    with contextlib.suppress(OSError):  # a name that is longer than any file has
        if not name.endswith("/") and (file / "index.html").is_file():
            return path + "/"
        return file if file.is_file() and folder.resolve() in file.resolve().parents else None
    return None


def listen(port: int, say: Callable[[str], None], tries: int = 20) -> socket.socket:
    """A listening socket on `port`, or on the first free one after it; `say` is told about each that was taken.

    Port 0 takes any free one. Raises `NoPort` when none of `tries` ports is free, or the first is not for us.
    """
    if not 0 <= port <= HIGHEST_PORT:
        raise NoPort(f"Een poort is een getal van 0 tot en met {HIGHEST_PORT}; kies een andere met --port.")
    for candidate in range(port, min(port + tries, HIGHEST_PORT + 1)):
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if os.name != "nt":  # pragma: no branch - on Windows this would take the port from whoever has it
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sock.bind((HOST, candidate))
            sock.listen(128)
        except OSError as error:
            sock.close()
            if error.errno != errno.EADDRINUSE:
                raise NoPort(f"Poort {candidate} mag hier niet worden gebruikt; kies een andere met --port.") from error
            say(f"Poort {candidate} is bezet; de volgende wordt geprobeerd.")
        else:
            return sock
    raise NoPort(f"Er is geen vrije poort vanaf {port}; kies een andere met --port.")
