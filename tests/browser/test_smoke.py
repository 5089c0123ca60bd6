"""The quick look in a browser of `make rook`: a good site passes, and what would hurt a reader is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from binnenstad_site.pipeline import Options, Session
from tests.conftest import TODAY
from tests.visiting import lay_out, write_site
from tools.proef import serving
from tools.sample import addresses
from tools.smoke import check

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built."""
    folder = tmp_path_factory.mktemp("rook")
    write_site(Session(lay_out(folder)).build(Options(TODAY)), folder / "_site")
    return folder / "_site"


def test_a_good_site(browser: Browser, good: Path) -> None:
    assert len(list(addresses(good))) >= 10
    with serving(good) as root:
        assert list(check(root, browser, good, ("/praktijken/leiden-proef/",))) == []


def test_what_is_wrong_is_told_with_its_address(browser: Browser, good: Path, tmp_path: Path) -> None:
    """A page without a heading, a script that is gone, an address that does not exist, a search without its index."""
    site = tmp_path / "_site"
    shutil.copytree(good, site)
    page = site / "trends/index.html"
    text = page.read_text(encoding="utf-8").replace("<h1", "<h2").replace("</h1>", "</h2>")
    page.write_text(text, encoding="utf-8")
    for index in site.glob("zoek/*/kern.json"):
        index.unlink()
    with serving(site) as root:
        faults = list(check(root, browser, site, ("/bestaat-niet/",)))
    assert "/trends/: er is geen kop te zien" in faults
    assert any(fault.startswith("/bestaat-niet/: 404 bij ") for fault in faults)
    assert any(fault.startswith("/zoeken/: zoeken op ") for fault in faults)
