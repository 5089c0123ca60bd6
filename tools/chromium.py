"""A built site in Chromium: served with the headers of the real host, in a browser without a window."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.proef import serving


@contextlib.contextmanager
def in_chromium(site: Path) -> Iterator[tuple[str, Browser]]:
    """The address of the site, and a browser; both last as long as the block."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield address, browser
        browser.close()
