"""The numbers of the site about itself are those of its content."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.conftest import build
from tests.visiting import page, texts

Change = Callable[..., None]
PRAKTIJK = "content/praktijken/leiden-proef.md"


def numbers(project: Path, part: str, today: date | None = None) -> dict[str, tuple[str, str]]:
    """Name -> number and share, of one part of the page."""
    tree = page(build(project, today) if today else build(project), "/over/cijfers/")
    section = next((node for node in tree.css("section") if node.css_first(f"#{part}")), None)
    rows = section.css("tbody tr") if section else []
    cells = ([" ".join(cell.text().split()) for cell in row.css("th, td")] for row in rows)
    return {name: (number, share) for name, number, share in cells}


def test_the_spread_of_evidence(project: Path, change: Change) -> None:
    before = numbers(project, "bewijs")
    assert sum(int(number) for number, _ in before.values()) == 2
    change(PRAKTIJK, "bewijs: 1", "bewijs: 2")
    after = numbers(project, "bewijs")
    assert int(after["2 onderbouwd"][0]) == int(before["2 onderbouwd"][0]) + 1


def test_sources_grow_older(project: Path) -> None:
    """The day of the build decides, and no source is lost."""
    now, later = numbers(project, "leeftijd"), numbers(project, "leeftijd", date(2045, 1, 1))
    assert sum(int(number) for number, _ in now.values()) == sum(int(number) for number, _ in later.values())
    assert later["jonger dan 2 jaar"][0] == "0"


def test_kinds_of_sources_and_who_rests_on_the_news_alone(project: Path, change: Change) -> None:
    """One function decides it for this page, the page of the praktijk, its card and the data."""
    before = numbers(project, "soorten")
    assert before["krant of nieuwssite"][1] == "100 procent"
    change(PRAKTIJK, "    soort: krant\n", "    soort: evaluatie\n")
    assert numbers(project, "soorten")["evaluatie"][0] == "1"
    change(PRAKTIJK, "    soort: evaluatie\n", "")
    built = build(project)
    assert numbers(project, "soorten")["niet ingevuld"][0] == "1"
    assert "Bij 1 van 2 praktijken zijn alle bronnen" in " ".join(texts(page(built, "/over/cijfers/"), "p"))
    assert texts(page(built, "/praktijken/leiden-proef/"), ".paspoort .label-nieuws") == []
    assert texts(page(built, "/praktijken/"), ".kaartje .label-nieuws") == ["alleen nieuwsbronnen"]
    assert built.data
    table = next(o.read() for o in built.data.files if o.path == "open-data/praktijken.csv").decode("utf-8-sig")
    assert table.count(",nee\r\n") == table.count(",ja\r\n") == 1


def test_checked_within_24_months(project: Path) -> None:
    assert numbers(project, "nagekeken")["binnen 24 maanden"][1] == "100 procent"
    assert numbers(project, "nagekeken", date(2045, 1, 1))["binnen 24 maanden"][1] == "0 procent"


def test_a_first_version_is_no_correction(project: Path, change: Change) -> None:
    assert numbers(project, "verbeterd") == {}
    added = "wijzigingen:\n  - datum: 2026-11-22\n    soort: groot\n    wat: Een cijfer is verbeterd.\n"
    change(PRAKTIJK, "wijzigingen:\n", added)
    assert numbers(project, "verbeterd") == {"4e kwartaal van 2026": ("1", "100 procent")}


def test_every_part_is_a_table_with_a_head(project: Path) -> None:
    tree = page(build(project), "/over/cijfers/")
    assert len(tree.css("table")) == len(tree.css("table caption")) == len(texts(tree, "section h2")) > 3
