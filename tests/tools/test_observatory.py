"""What is given to the grader of Mozilla is what a host answers over https, and a low grade is a failure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from binnenstad_site.exports.host_rules import HEADERS, headers_file
from tools import observatory

PAGE = "<!doctype html><title>x</title>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / HEADERS).write_bytes(headers_file("", preview=False).read())
    return tmp_path


def test_the_answer_has_what_is_only_said_over_https(site: Path) -> None:
    answer = observatory.answer_of(site)
    assert answer["body"] == PAGE
    assert answer["headers"]["strict-transport-security"].startswith("max-age=")
    assert "upgrade-insecure-requests" in answer["headers"]["content-security-policy"]
    assert answer["headers"]["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(("score", "status"), [(130, 0), (115, 0), (114, 1)])
def test_a_low_score_is_a_failure(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], score: int, status: int
) -> None:
    test = {"name": "cookies", "pass": True, "result": "cookies-not-found", "points": 0}
    graded: dict[str, Any] = {"score": score, "grade": "A+", "tests": [test]}
    (site / "node_modules").mkdir()
    monkeypatch.setattr(observatory, "FOLDER", site)
    monkeypatch.setattr(observatory, "grade", lambda _: graded)
    assert observatory.main(["--out", str(site)]) == status
    assert f" {score}  cijfer A+ (minstens 115 is nodig)" in capsys.readouterr().out


def test_without_a_site_or_the_grader(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(observatory, "FOLDER", site)
    assert observatory.main(["--out", str(site)]) == 2
    assert capsys.readouterr().err == "De beoordelaar is niet geïnstalleerd. Typ: make cijfer\n"
    assert observatory.main(["--out", str(site / "weg")]) == 2
