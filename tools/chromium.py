"""A built site in Chromium: served with the headers of the real host, in a browser without a window."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.proef import serving

QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
"""A browser asks nothing of hosts of its own."""
SUBPIXELS = "--font-render-hinting=none"
"""Letters as wide as in a browser with a window: without it the headless shell rounds them to whole pixels."""
PROGRAMS = ("chromium-headless-shell", "chromium")
"""The headless shell first: it is the same Chromium, and opens a context in a third of the time."""


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium without a window, or the one that `CHROMIUM` names; it ends with the block.

    As long as it runs, its thread cannot start an event loop of its own (`asyncio.run`).
    """
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "chromium ontbreekt: apt-get install chromium-headless-shell"
    arguments = (*QUIET, SUBPIXELS, *(("--no-sandbox",) if os.geteuid() == 0 else ()))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*arguments])
        yield browser
        browser.close()


@contextlib.contextmanager
def in_chromium(site: Path) -> Iterator[tuple[str, Browser]]:
    """The address of the site, and a browser; both last as long as the block."""
    with serving(site) as address, chromium() as browser:
        yield address, browser
