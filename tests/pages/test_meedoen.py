"""What the page for bringing asks and offers, by what is configured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages.contribution_questions import new_praktijk
from tests.conftest import build, codes_and_places
from tests.visiting import attribute, first, links, page, texts, words

Change = Callable[..., None]
SETTINGS = "content/site.yaml"
MAIL = "kanalen:\n  mail: redactie@binnenstad.example\nnavigatie:"
GITHUB = "repository:\n  url: https://github.com/voorbeeld/site\nlicentie:"


def test_bounds_are_those_of_the_model() -> None:
    asked = {question.naam: question for group in new_praktijk(()) for question in group.vragen}
    for name in ("titel", "in_een_zin", "plek", "opgave"):
        limits = str(Praktijk.model_fields[name].metadata)
        assert f"max_length={asked[name].meest}" in limits
        assert not asked[name].minst or f"min_length={asked[name].minst}" in limits


def test_with_nothing_configured_nothing_is_promised(project: Path) -> None:
    built = build(project)
    assert codes_and_places(built) == []
    tree = page(built, "/meedoen/")
    assert "Ik wil hierover bellen" not in words(first(tree, "main"))
    assert "nog niet insturen" in words(first(tree, "#brengen"))
    assert attribute(tree, "#brengen", "data-mail") == ""
    assert attribute(tree, "#brengen", "data-daarna") == "Bewaar het: insturen kan nog niet."
    assert links(tree, "#op-papier a") == []
    assert "github" not in words(first(tree, "main")).lower()


@pytest.mark.parametrize(("setting", "offers_calling"), [(("navigatie:", MAIL), True), (("licentie:", GITHUB), False)])
def test_a_channel_is_offered(
    project: Path,
    change: Change,
    setting: tuple[str, str],
    offers_calling: bool,
) -> None:
    change(SETTINGS, *setting)
    built = build(project)
    tree = page(built, "/meedoen/")
    assert ("Ik wil hierover bellen" in texts(tree, ".keuzes label")) is offers_calling
    praktijk = dict(links(page(built, "/praktijken/deventer-makers/"), "#weet-u-meer a"))
    assert praktijk["Dit is gestopt"] == "/meedoen/?over=/praktijken/deventer-makers/&wat=gestopt"
    assert ("Ik wil hierover bellen" in praktijk) is offers_calling
    upload = "https://github.com/voorbeeld/site/upload/main/content/praktijken"
    assert (upload in [address for _, address in links(tree, "#brengen a")]) is not offers_calling


def test_the_mail_with_the_questions_is_short(project: Path, change: Change) -> None:
    change(SETTINGS, "navigatie:", MAIL)
    link = attribute(page(build(project), "/meedoen/"), "#op-papier a", "href")
    assert len(link) < 1900
    assert "- Wat hebt u gedaan?\n" in unquote(link)


def test_without_the_page_no_other_leads_to_it(project: Path) -> None:
    (project / "content/paginas/meedoen.md").unlink()
    assert "/meedoen/" not in str(page(build(project), "/praktijken/deventer-makers/").html)
