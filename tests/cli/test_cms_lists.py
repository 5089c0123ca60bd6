"""What a form would lose of a list is kept beside it: comments with their places, and quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from binnenstad_site.cli.cms_lists import kept_of, kept_of_lists
from tests.conftest import BASIS


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        ("- naam: a\n\n- naam: b\n", []),
        ("# kop\n\n- naam: a\n", [("- naam: a", 0, ["# kop", ""])]),
        ("- naam: a\n  woorden:\n    - '# geen'\n\n# deel\n- naam: b\n", [("- naam: b", 1, ["", "# deel"])]),
        ("titel: a\n# einde", [("", 0, ["# einde"])]),
        ("", []),
    ],
)
def test_comments_with_what_they_stand_before(text: str, remarks: list[tuple[str, int, list[str]]]) -> None:
    assert kept_of(text)["remarks"] == [
        {"before": before, "entries": entries, "lines": lines} for before, entries, lines in remarks
    ]


def test_quotes_as_they_are_written() -> None:
    text = '- naam: \'a: b\'\n  aantal: "1"\n  plaats: Delft\n  zin: "op twee\n    regels"\n  é: "é \\"x\\""\n'
    assert kept_of(text)["quoted"] == {"a: b": "'a: b'", "1": '"1"', 'é "x"': '"é \\"x\\""'}


def test_every_list_with_a_form(tmp_path: Path) -> None:
    names = ["voorspellingen", "stellingen", "werkplaats", "bijeenkomsten", "zoekwoorden"]
    assert list(kept_of_lists(BASIS)) == names
    assert kept_of_lists(tmp_path) == {}
