"""The workshop: its page, the choice of its cards, the template of its report, and the ways that lead to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from binnenstad_site.models.vocabulary import FILL_IN
from binnenstad_site.pages.workshop_set import with_numbers
from tests.conftest import build, codes_and_places
from tests.visiting import addresses, first, page, text_file, texts, words

Change = Callable[..., None]
WORKSHOP = "/aan-de-slag/workshop/"
FILE = "content/werkplaats.yaml"
REPORT = "aan-de-slag/workshop/verslag.md"
DAY = {
    "titel": "Werkplaats in Deventer",
    "in_een_zin": "Twaalf mensen legden drie plannen voor de binnenstad naast vier toekomsten.",
    "datum": "2026-11-20",
    "plaats": "De bibliotheek",
    "organisator": "Gemeente Deventer",
    "uitgever": "Gemeente Deventer",
    "soort": "gemeente",
    "geraadpleegd": "2026-11",
    "gecontroleerd": "2026-11",
}


def filled(template: str) -> str:
    """The template with all that it asks for, and nothing else."""
    lines = []
    for line in template.split("\n"):
        name, _, asked = line.strip(" -#").partition(": ")
        if asked == FILL_IN:
            lines.append(line.replace(FILL_IN, DAY.get(name, "")))
        elif line.strip() == f"- {FILL_IN}" or line == f"#  - {FILL_IN}":
            lines.append(line.replace(FILL_IN, "twaalf mensen van de gemeente en van buiten"))
        else:
            number = sum(FILL_IN in earlier for earlier in lines)
            lines.append(line.replace(FILL_IN, f"Dit kwam er uit deel {len(lines) + number} van deze middag"))
    return "\n".join(lines)


def test_the_script_by_the_minute(project: Path) -> None:
    built = build(project)
    tree = page(built, WORKSHOP)
    assert codes_and_places(built) == []
    assert texts(tree, "#doos-draaiboek ~ table tbody tr") == [
        "0 Opening 30 min",
        "30 Trends wegen 60 min",
        "90 Oogsten 60 min",
    ]
    steps = ["Minuut 0", "Minuut 10", "Minuut 30", "Minuut 90"]
    assert texts(tree, "#doos-draaiboek ~ .vouw .tijdlijn b:has(.voorlezen)") == steps
    assert "Zeg: “Vandaag voorspellen wij niets, wij oefenen.”" in words(first(tree, ".tijdlijn"))
    assert addresses(tree, "#doos-draaiboek ~ table a") == ["#doos-deel-1", "#doos-deel-2", "#doos-deel-3"]


def test_a_phone_folds_what_is_long(project: Path) -> None:
    """The steps of each part, and what to do in each case; where they stand stays in sight."""
    tree = page(build(project), WORKSHOP)
    buttons = texts(tree, ".vouw > summary")
    assert [text for text in buttons if text.startswith("Toon de stappen van")] == [
        "Toon de stappen van Opening",
        "Toon de stappen van Trends wegen",
        "Toon de stappen van Oogsten",
    ]
    assert "Toon wat u doet : Het blijft stil" in buttons
    assert not tree.css(".vouw h3, .vouw #doos-anders")


def test_what_it_offers(project: Path) -> None:
    tree = page(build(project), WORKSHOP)
    names = ("werkplaats-in-een-doos.pdf", "werkplaats-in-een-doos.zip", "verslag.md")
    assert addresses(tree, ".knoppen a") == [f"{WORKSHOP}{name}" for name in names]
    assert not tree.css("script[src*=workshop]")


def test_sources_are_numbered_in_the_order_of_the_list(project: Path) -> None:
    tree = page(build(project), WORKSHOP)
    assert len(tree.css("#bronnen .bronnen > li")) == 1
    assert words(first(tree, "#bronnen .terug")).startswith("Terug:")


@pytest.mark.parametrize("address", ["/scenarios/", "/verslagen/", "/aan-de-slag/"])
def test_it_is_found_where_the_need_arises(project: Path, address: str) -> None:
    assert WORKSHOP in addresses(page(build(project), address), "main a")


def test_without_a_workshop_nothing_leads_to_it(project: Path) -> None:
    (project / FILE).unlink()
    built = build(project)
    assert codes_and_places(built) == []
    assert not built.documents
    assert WORKSHOP not in built.addresses
    assert REPORT not in {output.path for output in built.outputs}


def test_a_withdrawn_workshop_keeps_its_page_only(project: Path, change: Change) -> None:
    change(FILE, "gecontroleerd: 2026-11", "gecontroleerd: 2026-11\ningetrokken:\n  reden: Er is een nieuwe opzet.")
    built = build(project)
    tree = page(built, WORKSHOP)
    assert codes_and_places(built) == []
    assert "Er is een nieuwe opzet." in words(first(tree, ".ingetrokken"))
    assert not tree.css(".knoppen")
    assert not built.documents


def test_the_template_of_the_report_is_a_verslag_when_filled_in(project: Path) -> None:
    """As the template says, and `check` has nothing to say of it."""
    template = text_file(build(project), REPORT)
    (project / "content/verslagen/werkplaats-deventer.md").write_text(filled(template), encoding="utf-8")
    built = build(project)
    assert codes_and_places(built) == []
    report = page(built, "/verslagen/werkplaats-deventer/")
    assert "Oogstblad van onze werkplaats" in words(first(report, "#bronnen"))


def test_a_template_that_is_not_filled_in_is_refused(project: Path) -> None:
    template = text_file(build(project), REPORT)
    (project / "content/verslagen/werkplaats-deventer.md").write_text(template, encoding="utf-8")
    assert build(project).failed


def test_a_hint_with_quotes_stays_a_hint(project: Path, change: Change) -> None:
    change(FILE, "  kort: Wie er waren", '  kort: (Wie "er" waren) of niet')
    template = text_file(build(project), REPORT)
    (project / "content/verslagen/werkplaats-deventer.md").write_text(filled(template), encoding="utf-8")
    built = build(project)
    assert codes_and_places(built) == []
    assert "of niet" not in words(first(page(built, "/verslagen/werkplaats-deventer/"), "main"))


def test_the_cards_are_chosen_by_evidence(project: Path) -> None:
    """Four kansen of a trend at most: the highest step first, then what was measured, then how many."""
    kans = (project / "content/kansen/lege-panden.yaml").read_text(encoding="utf-8")
    for number in range(5):
        text = kans.replace("titel: ", f"titel: Kans {number} voor later en dan ", 1)
        text = text.replace("  - deventer-makers\n", "") if number < 4 else text
        text = text if number == 4 else text.replace("praktijken:\n", "praktijken: []\n", 1)
        (project / f"content/kansen/z{number}.yaml").write_text(text, encoding="utf-8")
    shown = addresses(page(build(project), WORKSHOP), ".drieen .linklijst a")
    assert [address.rpartition("#kans-")[2] for address in shown] == ["lege-panden", "z4", "z0", "z1"]


def test_numbers_in_place_of_keys() -> None:
    numbers = {"een": 1, "twee": 2}
    assert (
        with_numbers("Het werd stiller [@twee; @een]. Daarna niet.", numbers) == "Het werd stiller [2, 1]. Daarna niet."
    )
    assert with_numbers("Niets.", numbers) == "Niets."


def test_the_json_of_the_set_is_the_same_twice(project: Path) -> None:
    first_build, second_build = build(project), build(project)
    assert [artifact.key for artifact in first_build.documents] == [artifact.key for artifact in second_build.documents]
    assert json.dumps(sorted(first_build.addresses)) == json.dumps(sorted(second_build.addresses))
