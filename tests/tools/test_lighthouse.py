"""What `make lighthouse` makes of a report; the measuring itself is not part of the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.lighthouse import BARS, below, faults, main, scores

REPORT = {
    "categories": {
        "performance": {"score": 0.975, "auditRefs": [{"id": "speed"}]},
        "accessibility": {"score": 1, "auditRefs": [{"id": "label"}]},
        "best-practices": {"score": None, "auditRefs": [{"id": "doctype"}]},
        "seo": {"score": 0.9, "auditRefs": [{"id": "title"}, {"id": "manual"}]},
    },
    "audits": {
        "speed": {"title": "Slow", "score": 0.5},
        "label": {"title": "Labels", "score": 1},
        "doctype": {"title": "Doctype", "score": 1},
        "title": {"title": "No title", "score": 0},
        "manual": {"title": "By hand", "score": None},
    },
}


def test_scores_and_bars() -> None:
    """A category that could not be measured is below its bar."""
    scored = scores(REPORT)
    assert scored == {"performance": 98, "accessibility": 100, "best-practices": 0, "seo": 90}
    assert below(scored) == ["best-practices", "seo"]
    assert below(dict.fromkeys(BARS, 100)) == []


def test_what_failed_is_named() -> None:
    """Audits of performance only explain a number, and what is checked by hand has no score."""
    assert faults(REPORT) == ["No title"]


def test_without_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--out", str(tmp_path)]) == 2
    assert "make" in capsys.readouterr().err
