"""What the praktijken of one kans show together."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from binnenstad_site.pages.kans_evidence import KansBewijs, kans_evidence


def praktijk(bewijs: str, uitkomst: str | None, klasse: str) -> Any:
    return SimpleNamespace(bewijs=bewijs, uitkomst=uitkomst, kosten=SimpleNamespace(klasse=klasse))


@pytest.mark.parametrize(
    ("praktijken", "lines"),
    [
        ([], ("", "", "")),
        ([praktijk("3", "deels", "onbekend")], ("gemeten", "doel deels gehaald", "onbekend")),
        ([praktijk("0", None, "tot-50.000")], ("aangekondigd", "onbekend", "tot € 50.000")),
        (
            [praktijk("2", "onbekend", "onbekend"), praktijk("1", None, "onbekend")],
            ("geen gemeten, hoogstens onderbouwd", "2 onbekend", "onbekend"),
        ),
        (
            [
                praktijk("4", "niet-gehaald", "vanaf-1-miljoen"),
                praktijk("3", "deels", "tot-50.000"),
                praktijk("1", "deels", "onbekend"),
            ],
            ("2 van 3 gemeten", "2 deels, 1 niet gehaald", "van minder dan € 50.000 tot meer dan € 1 miljoen"),
        ),
    ],
)
def test_the_three_lines(praktijken: list[Any], lines: tuple[str, str, str]) -> None:
    assert kans_evidence(praktijken) == KansBewijs(*lines)
    assert bool(kans_evidence(praktijken)) is bool(praktijken)
