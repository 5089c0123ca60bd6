"""Show the built site as the web host will: with its headers, its redirects and its page for what does not exist.

    python -m tools.proef [--port N] [--out _site] [--base /pad]

`make proef` for people, `serving` for browser tests. The folder is found by path at each request, so a site that is
built again in the meantime is the one that is shown. Text goes compressed, as hosts send it, so a page is
measured as what a visitor waits for. Exit status: 2 when there is no site or no port, 130 after Ctrl-C.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import socket
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from binnenstad_site.exports.host_rules import HEADERS, REDIRECTS, MalformedRule, Rules, parse_headers, parse_redirects
from binnenstad_site.serve.localhost import HOST, NoPort, content_type, find_file, is_local, listen

REVALIDATE = "public, max-age=0, must-revalidate"
"""What hosts say about a file when no rule does."""


def on_plain_http(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers without the two that send a browser to https, which is not spoken here.

    `upgrade-insecure-requests` makes some browsers (Safari) ask for our styles and scripts at https://127.0.0.1 and
    find nothing; `Strict-Transport-Security` would bind every other server on localhost to https for a year, in a
    browser that believes it.
    """
    sent = {name: value for name, value in headers.items() if name != "Strict-Transport-Security"}
    if policy := sent.get("Content-Security-Policy"):
        sent["Content-Security-Policy"] = policy.replace("; upgrade-insecure-requests", "")
    return sent


def rules_of(folder: Path) -> Rules:
    """The rules that lie in a built site; raises `MalformedRule`."""
    texts = [file.read_text("utf-8") if file.is_file() else "" for file in (folder / HEADERS, folder / REDIRECTS)]
    return _parsed(*texts)


@lru_cache(maxsize=8)
def _parsed(headers: str, redirects: str) -> Rules:
    return Rules(parse_headers(headers), parse_redirects(redirects))


@lru_cache(maxsize=64)
def _packed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10  # seconds that a browser may keep a connection open without asking anything

    def __init__(self, folder: Path, base: str, *args: Any) -> None:
        self.folder = folder
        self.base = base
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with the file, a redirect, or the page for what does not exist."""
        path, mark, query = self.path.partition("?")
        if not is_local(self.headers["Host"]):
            self._send(HTTPStatus.FORBIDDEN, {}, b"Deze server is er alleen voor deze computer.\n")
            return
        try:
            rules = rules_of(self.folder)
        except MalformedRule as error:
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, {}, f"{error}\n".encode())
            return
        headers = {"Cache-Control": REVALIDATE} | on_plain_http(rules.headers_for(path))
        file = self._find(path)
        redirect = rules.redirect_for(path)
        if redirect and (redirect.forced or not isinstance(file, Path)):
            self._send(HTTPStatus(redirect.status), headers | {"Location": redirect.target}, b"")
        elif isinstance(file, str):
            self._send(HTTPStatus.MOVED_PERMANENTLY, headers | {"Location": file + mark + query}, b"")
        else:
            self._send_file(file, headers)

    def do_HEAD(self) -> None:
        """As GET; the body stays behind in `_send`."""
        self.do_GET()

    def _find(self, path: str) -> Path | str | None:
        if path == self.base:
            return path + "/"
        rules = {f"{self.base}/{name}" for name in (HEADERS, REDIRECTS)}
        if not path.startswith(self.base + "/") or unquote(path) in rules:
            return None
        file = find_file(self.folder, path.removeprefix(self.base))
        return self.base + file if isinstance(file, str) else file

    def _send_file(self, file: Path | None, headers: Mapping[str, str]) -> None:
        status = HTTPStatus.OK if file else HTTPStatus.NOT_FOUND
        file = file or self.folder / "404.html"
        try:
            content = file.read_bytes()
        except OSError:
            status, content = HTTPStatus.NOT_FOUND, b"Niet gevonden.\n"
            file = file.with_suffix(".txt")
        headers = {**headers, "Content-Type": content_type(file.name)}
        if "charset" in headers["Content-Type"]:  # letters and pictures are compressed already
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                headers["Content-Encoding"] = "gzip"
                content = _packed(content)
        self._send(status, headers, content)

    def _send(self, status: HTTPStatus, headers: Mapping[str, str], content: bytes) -> None:
        self.send_response(status)
        for name, value in ({"Content-Type": "text/plain; charset=utf-8"} | dict(headers)).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def version_string(self) -> str:
        return "proef"

    def log_message(self, *args: Any) -> None:
        """Say nothing: the browser shows what was asked and answered."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, listening: socket.socket, folder: Path, base: str) -> None:
        super().__init__(listening.getsockname(), partial(_Handler, folder, base), bind_and_activate=False)
        self.socket.close()
        self.socket = listening

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no news; anything else is."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextlib.contextmanager
def serving(folder: Path, base: str = "") -> Iterator[str]:
    """Serve a built site for the length of the block, in a thread; yields its address without closing slash."""
    with listen(0, print) as listening, _Server(listening, folder, base) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://{HOST}:{listening.getsockname()[1]}{base}"
        finally:
            server.shutdown()
            thread.join()


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until Ctrl-C; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.proef", description="De gemaakte site bekijken zoals straks."
    )
    parser.add_argument("--port", type=int, default=8000, help="poort om te proberen (8000)")
    parser.add_argument("--out", type=Path, default=Path("_site"), help="map met de gemaakte site (_site)")
    parser.add_argument("--base", default="", help="pad waaronder de site staat, zoals in --base-url (/pad)")
    options = parser.parse_args(argv)
    base = "/" + options.base.strip("/") if options.base.strip("/") else ""
    if not (options.out / "index.html").is_file():
        print(f"In {options.out} staat geen site. Maak hem eerst met: make", file=sys.stderr)
        return 2
    try:
        listening = listen(options.port, print)
    except NoPort as error:
        print(error, file=sys.stderr)
        return 2
    with listening, _Server(listening, options.out, base) as server:
        print(f"De site staat op http://{HOST}:{listening.getsockname()[1]}{base}/ (stoppen: Ctrl-C)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
