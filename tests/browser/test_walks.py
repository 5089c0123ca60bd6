"""Six tasks with the keyboard alone on the real site: what has the focus, and what would be said (`tools.walks`)."""

from __future__ import annotations

import pytest

from tests.browser.pages import Visitor
from tools.walking import Walk, walked
from tools.walks import WALKS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.address.strip("/") or "start")
def test_a_task_by_keyboard(open_page: Visitor, walk: Walk) -> None:
    """Every step is said as it should be; what depends on the content may differ."""
    rows = walked(open_page(walk.address, reduced_motion="reduce"), open_page.site, walk)

    assert [row for row in rows if not row.is_heard] == []
    assert len(rows) == 1 + len(walk.steps)
