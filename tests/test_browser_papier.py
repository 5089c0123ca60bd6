"""What comes out of the printer: signs that keep their meaning, what stays together, and where it came from."""

from __future__ import annotations

from typing import Any

import pytest

from tests.test_browser import KINDS, browser, open_page, site

__all__ = ["browser", "open_page", "site"]
pytestmark = pytest.mark.browser

WINDOW = """window => {
  const { backgroundColor, backgroundImage, borderTopColor, borderTopStyle, printColorAdjust }
    = getComputedStyle(window, "::before");
  return { backgroundColor, backgroundImage, borderTopColor, borderTopStyle, printColorAdjust };
}"""
NOTHING = "rgba(0, 0, 0, 0)"


def test_the_windows_of_kansen_stay_apart(open_page: Any) -> None:
    """Filled is a praktijk, hatched one that stopped, dashed and empty none yet: a border alone leaves a hole."""
    page = open_page(KINDS["kansen.html"])
    page.emulate_media(media="print")
    praktijk = page.locator(".ramen > li:not(.raam-dicht)").first.evaluate(WINDOW)
    stopped = page.locator(".ramen > .raam-dicht").first.evaluate(WINDOW)
    unknown = page.locator(".raam-onbekend").first.evaluate(WINDOW)

    assert praktijk["backgroundColor"] == praktijk["borderTopColor"] != NOTHING
    assert "gradient" in stopped["backgroundImage"]
    assert stopped["backgroundColor"] == unknown["backgroundColor"] == NOTHING
    assert (praktijk["borderTopStyle"], unknown["borderTopStyle"]) == ("solid", "dashed")
    assert {window["printColorAdjust"] for window in (praktijk, stopped, unknown)} == {"exact"}
