"""A page in WebKit without a window, the engine of Safari: opened, given a width, and asked things.

Debian has WebKit for devices without a desktop (WPE) with its WebDriver (https://www.w3.org/TR/webdriver2/), and Cog,
which shows one page of it. Without a screen the window of Cog keeps its size, so the page is shown in a frame: a site
that refuses to be in one is served without its headers.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any

DRIVER, BROWSER = "WPEWebDriver", "cog"
PATIENCE = 30.0
"""Seconds for the driver to start, and for the browser to answer."""
SHOW = """({ url, size }) => new Promise(done => {
  const frame = document.createElement("iframe");
  Object.assign(frame.style, size, { border: 0 });
  Object.assign(frame, { src: url, onload: () => done(true) });
  document.body.replaceChildren(frame);
})"""
RESIZE = """size => { Object.assign(document.querySelector("iframe").style, size); }"""


class WebKitError(Exception):
    """WebKit did not start, stopped, or refused a command."""


@dataclass
class WebKitPage:
    """The one page of a running WebKit, as its driver at a port knows it."""

    port: int
    session: str = ""
    size: dict[str, str] = field(default_factory=dict)

    def goto(self, url: str) -> None:
        """Open an address, and wait until everything in it has loaded."""
        self.command("POST", "/frame", id=None)
        self.evaluate(SHOW, {"url": url, "size": self.size})
        self.command("POST", "/frame", id=0)

    def resize(self, width: int, height: int) -> None:
        """Give this page and the next ones this size, in CSS pixels."""
        self.size = {"width": f"{width}px", "height": f"{height}px"}
        self.command("POST", "/frame", id=None)
        if self.evaluate("() => Boolean(document.querySelector('iframe'))"):
            self.evaluate(RESIZE, self.size)
            self.command("POST", "/frame", id=0)

    def evaluate(self, function: str, argument: Any = None) -> Any:
        """What a JavaScript function (or what it promises) gives for an argument; both can be written as JSON."""
        script = f"""const done = arguments[arguments.length - 1];
          Promise.resolve(({function})(arguments[0]))
            .then(value => done({{ value }}), error => done({{ error: String(error) }}));"""
        answer = self.command("POST", "/execute/async", script=script, args=[argument])
        if "error" in answer:
            raise WebKitError(answer["error"])
        return answer.get("value")

    def run(self, script: str) -> None:
        """Run a script in the page, also one that the policy of the page would refuse."""
        self.command("POST", "/execute/sync", script=script, args=[])

    def command(self, method: str, path: str, **parameters: Any) -> Any:
        """The result of a command of WebDriver, of this session once there is one."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        body = json.dumps(parameters) if method == "POST" else None
        with contextlib.closing(connection):
            connection.request(method, f"/session/{self.session}{path}" if self.session else path, body)
            value = json.loads(connection.getresponse().read())["value"]
        if isinstance(value, dict) and "stacktrace" in value:
            raise WebKitError(f"{value['error']}: {value['message']}")
        return value


@contextlib.contextmanager
def webkit() -> Iterator[WebKitPage]:
    """A page in the system's WebKit; it ends with the block."""
    driver, browser = shutil.which(DRIVER), shutil.which(BROWSER)
    assert driver, f"{DRIVER} ontbreekt: apt-get install wpewebkit-webdriver"
    assert browser, f"{BROWSER} ontbreekt: apt-get install cog"
    port = _free_port()
    command = [driver, f"--port={port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(port, process)
            page = WebKitPage(port)
            wanted = {"wpe:browserOptions": {"binary": browser, "args": ["--automation", "--platform=headless"]}}
            page.session = page.command("POST", "/session", capabilities={"alwaysMatch": wanted})["sessionId"]
            yield page
            page.command("DELETE", "")
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the driver that has just been started listens."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise WebKitError("WebKit did not start")
