"""A page in the system's Firefox, without a window: opened, given a width, and asked things.

Playwright drives only a Firefox of its own, and Debian has no geckodriver. Firefox itself speaks WebDriver BiDi
(https://w3c.github.io/webdriver-bidi/), and Tornado, which is here for `serve`, the WebSocket below it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from tornado.websocket import WebSocketClientConnection, websocket_connect

PROGRAMS = ("firefox-esr", "firefox")
PATIENCE = 30.0
"""Seconds for Firefox to start, and to answer."""
ANNOUNCEMENT = "WebDriverBiDiServer.json"
"""The file in its profile in which a Firefox that was started with a free port says which it took."""


class FirefoxError(Exception):
    """Firefox did not start, stopped, or refused a command."""


@dataclass
class FirefoxPage:
    """The one tab of a running Firefox; `complaints` are the errors in the console of what it opened so far."""

    runner: asyncio.Runner
    socket: WebSocketClientConnection
    tab: str = ""
    complaints: list[str] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def goto(self, url: str) -> None:
        """Open an address, and wait until everything in it has loaded."""
        self.command("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def resize(self, width: int, height: int) -> None:
        """Give the page this size, in CSS pixels."""
        self.command("browsingContext.setViewport", context=self.tab, viewport={"width": width, "height": height})

    def evaluate(self, function: str, argument: Any = None) -> Any:
        """What a JavaScript function (or what it promises) gives for an argument; both can be written as JSON."""
        expression = (
            f"Promise.resolve(({function})({json.dumps(argument)})).then(value => JSON.stringify(value ?? null))"
        )
        answer = self.command("script.evaluate", expression=expression, target={"context": self.tab}, awaitPromise=True)
        if answer["type"] == "exception":
            raise FirefoxError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def run(self, script: str) -> None:
        """Run a script in the page, also one that the policy of the page would refuse."""
        self.command("script.evaluate", expression=script, target={"context": self.tab}, awaitPromise=False)

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of a command of WebDriver BiDi; what happens meanwhile is noted."""
        number = next(self.numbers)
        message = json.dumps({"id": number, "method": method, "params": parameters})
        return self.runner.run(asyncio.wait_for(self._exchange(number, message), PATIENCE))

    async def _exchange(self, number: int, message: str) -> dict[str, Any]:
        await self.socket.write_message(message)
        while True:
            received = await self.socket.read_message()
            if received is None:
                raise FirefoxError("Firefox stopped")
            answer: dict[str, Any] = json.loads(received)
            if answer.get("id") == number:
                break
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] == "error":
                self.complaints.append(str(answer["params"]["text"]))
        if answer["type"] == "error":
            raise FirefoxError(f"{answer['error']}: {answer['message']}")
        result: dict[str, Any] = answer["result"]
        return result


@contextlib.contextmanager
def firefox() -> Iterator[FirefoxPage]:
    """A tab of the system's Firefox, or of the one that `FIREFOX` names; it ends with the block."""
    program = os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "firefox ontbreekt: apt-get install firefox-esr"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, asyncio.Runner() as runner:
        command = [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            try:
                socket = runner.run(_connect(_address(Path(profile, ANNOUNCEMENT), process)))
                page = FirefoxPage(runner, socket)
                page.command("session.new", capabilities={})
                page.command("session.subscribe", events=["log.entryAdded"])
                page.tab = page.command("browsingContext.getTree")["contexts"][0]["context"]
                yield page
                socket.close()
            finally:
                process.terminate()


def _address(announcement: Path, process: subprocess.Popen[bytes]) -> str:
    """Where a Firefox that has just been started listens."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(FileNotFoundError, json.JSONDecodeError):
            place = json.loads(announcement.read_text(encoding="utf-8"))
            return f"ws://{place['ws_host']}:{place['ws_port']}/session"
        time.sleep(0.05)
    raise FirefoxError("Firefox did not start")


async def _connect(address: str) -> WebSocketClientConnection:
    return await websocket_connect(address)
