"""The real site in a real browser: built once for all browser tests, served with its headers."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from binnenstad_site.pipeline import Options, Session
from tests.browser.pages import Visitor, visiting
from tests.conftest import ROOT
from tests.visiting import write_site
from tools.chromium import chromium
from tools.proef import serving


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real content of today; the first that asks builds it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    target = shared / "browser" / "_site"
    target.parent.mkdir(exist_ok=True)
    with (target.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            write_site(Session(ROOT).build(Options(datetime.now(UTC).date(), data=True)), target)
    return target


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address of that site, served as a host would."""
    with serving(site_folder) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one file; tests elsewhere start event loops, which it does not allow."""
    with chromium() as running:
        yield running


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Visitor]:
    """Open an address; whatever the page says in the console, or asks elsewhere, fails the test."""
    with visiting(browser, site) as visitor:
        yield visitor
