"""The windtunnel as it is built: what stands there without script, and what the script is given."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from binnenstad_site.pages.scenario_links import code_of
from binnenstad_site.pipeline import Build
from tests.conftest import build
from tests.visiting import KANS, LAST, WITHDRAWN, addresses, attribute, first, page, text_file, texts, words

Change = Callable[..., None]
ADDRESS = "/scenarios/windtunnel/"
FIRST_VERDICT = "oordeel: werkt\n"


def data_of(built: Build) -> dict[str, Any]:
    """What the script reads, from the addresses that the page names, put together as it does."""
    tree = page(built, ADDRESS)
    choices, verdicts = (
        json.loads(text_file(built, attribute(tree, ".windtunnel", name).removeprefix("/")))
        for name in ("data-keuzes", "data-oordelen")
    )
    kansen = [[*one, *more] for one, more in zip(choices["kansen"], verdicts["kansen"], strict=True)]
    scenarios = [[*one, *more] for one, more in zip(choices["scenarios"], verdicts["scenarios"], strict=True)]
    return {**choices, "kansen": kansen, "scenarios": scenarios}


class TestCode:
    """What a kans is called in a link."""

    def test_a_short_slug_is_its_own_code(self) -> None:
        assert code_of("lege-panden") == "lege-panden"

    def test_a_long_one_keeps_its_beginning_and_differs(self) -> None:
        long = "publieke-huurder-in-geliefd-gebouw"
        assert code_of(long).startswith("publieke-huurder-in-")
        assert len(code_of(long)) == 24
        assert code_of(long) != code_of(f"{long}-twee")


class TestPage:
    """Without script."""

    def test_the_kansen_that_hold_everywhere(self, project: Path) -> None:
        tree = page(build(project), ADDRESS)
        assert addresses(tree, "#overal th[scope=row] a") == ["/kansen/anders-werken/#kans-lege-panden"]
        assert texts(tree, "#overal td") == ["werkt"] * 4 + ["4 van 4 Toets Vul lege panden met makers uit de buurt"]
        assert f"{ADDRESS}#kans=lege-panden" in addresses(tree, "#overal td a")

    def test_what_works_with_a_change_counts_half(self, project: Path, change: Change) -> None:
        change(
            KANS,
            "exclusieve-binnenstad:\n    oordeel: werkt\n",
            "exclusieve-binnenstad:\n    oordeel: werkt-met-aanpassing\n",
        )
        assert texts(page(build(project), ADDRESS), "#overal td b") == ["3,5 van 4"]

    def test_no_kans_holds_everywhere(self, project: Path, change: Change) -> None:
        change(
            KANS, "exclusieve-binnenstad:\n    oordeel: werkt\n", "exclusieve-binnenstad:\n    oordeel: werkt-niet\n"
        )
        tree = page(build(project), ADDRESS)
        assert not tree.css("#overal")
        assert len(tree.css("#blad tbody tr")) == 6

    def test_the_sheet_says_how_it_counts(self, project: Path) -> None:
        tree = page(build(project), ADDRESS)
        assert "drie of meer is robuust, twee of meer is een optie, minder is een gok" in words(first(tree, "#blad p"))

    def test_it_is_found_at_its_own_address(self, project: Path) -> None:
        assert ADDRESS in {entry.adres for entry in build(project).entries}

    def test_a_kans_leads_here(self, project: Path) -> None:
        tree = page(build(project), "/kansen/anders-werken/")
        assert f"{ADDRESS}#kans=lege-panden" in addresses(tree, ".kansdeel a.meer")


class TestData:
    """What the script is given."""

    def test_a_kans(self, project: Path) -> None:
        (kans,) = data_of(build(project))["kansen"]
        code, title, trend, address, step, verdicts, sources = kans
        assert (code, address) == ("lege-panden", "/kansen/anders-werken/#kans-lege-panden")
        assert title.startswith("Vul lege panden")
        assert data_of(build(project))["trends"][trend] == "Anders werken"
        assert step == "Maak een lijst van lege panden."
        assert [verdict for verdict, _ in verdicts] == [1, 1, 1, 1]
        assert verdicts[0][1].startswith("In De binnenstad als game")
        assert sources == [["Een stuk in de krant, De Krant", "https://krant.example/stuk"]]

    def test_the_order_of_scenarios_is_that_of_the_page(self, project: Path) -> None:
        built = build(project)
        named = [title for title, *_ in data_of(built)["scenarios"]]
        assert named == texts(page(built, ADDRESS), "#overal thead a")

    def test_the_newest_source_stands_on_the_memo(self, project: Path, change: Change) -> None:
        newer = (
            "  - sleutel: nieuw\n    titel: Later\n    uitgever: De Krant\n    datum: 2025\n    geraadpleegd: 2026-11\n"
        )
        change(KANS, "bronnen:\n", f"bronnen:\n{newer}")
        (kans,) = data_of(build(project))["kansen"]
        assert kans[-1] == [["Later, De Krant", ""]]

    def test_a_withdrawn_kans_is_named(self, project: Path) -> None:
        text = (project / KANS).read_text(encoding="utf-8")
        assert LAST in text
        gone = text.replace(LAST, WITHDRAWN).replace("titel: Vul", "titel: Ooit vul")
        (project / "content/kansen/ooit.yaml").write_text(gone, encoding="utf-8")
        data = data_of(build(project))
        assert data["ingetrokken"] == {"ooit": "Ooit vul lege panden met makers uit de buurt"}
        assert len(data["kansen"]) == 1
