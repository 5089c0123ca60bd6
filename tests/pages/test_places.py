"""`/aan-de-slag/plaatsen/`: the register without script, a page per province, and what a gemeente page tells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conftest import build, codes_and_places
from tests.visiting import add_praktijk, attribute, first, links, page, texts, words

Change = Callable[..., None]
GEMEENTEN = "content/gemeenten.yaml"


def test_the_register_leads_to_the_province_of_each(project: Path) -> None:
    tree = page(build(project), "/aan-de-slag/plaatsen/")
    assert ("Deventer", "/aan-de-slag/plaatsen/overijssel/#deventer") in links(tree, "#lijst li a")
    assert ("Overijssel", "/aan-de-slag/plaatsen/overijssel/") in links(tree, "#lijst h3 a")
    assert attribute(tree, "[data-provincie] a[href$='#deventer']", "href")


def test_a_gemeente_is_found_by_its_main_town_too(project: Path, change: Change) -> None:
    change(GEMEENTEN, "hoofdplaats: Lelystad", "hoofdplaats: Batavia")
    tree = page(build(project), "/aan-de-slag/plaatsen/")
    assert attribute(tree, "a[href$='#lelystad']", "data-ook") == "Batavia"
    assert not tree.css("a[href$='#deventer'][data-ook]")


def test_a_province_tells_of_each_those_like_it_with_the_reason(project: Path) -> None:
    """Those with praktijken first, then by name; without a number that ranks them."""
    tree = page(build(project), "/aan-de-slag/plaatsen/overijssel/")
    lines = texts(tree, "#deventer li")
    assert [line.split(":")[0].strip() for line in lines] == ["Leiden", "Lelystad"]
    assert lines[0].endswith("1 praktijk")
    assert links(tree, "#deventer li a") == [("Leiden", "/gemeenten/leiden/")]


def test_a_gemeente_without_figures_says_so(project: Path) -> None:
    path = project / GEMEENTEN
    text = path.read_text(encoding="utf-8")
    begin = text.index("  kerncijfers:", text.index("slug: lelystad"))
    path.write_text(text[:begin], encoding="utf-8")
    built = build(project)
    assert codes_and_places(built) == []
    own = first(page(built, "/aan-de-slag/plaatsen/flevoland/"), "#lelystad")
    assert words(own) == "Lelystad Van deze gemeente zijn nog geen cijfers om mee te vergelijken."
    assert texts(page(built, "/aan-de-slag/plaatsen/overijssel/"), "#deventer li a") == ["Leiden"]


def test_a_gemeente_page_shows_three_praktijken_of_each(project: Path) -> None:
    for slug in ("a", "b", "c"):
        add_praktijk(project, slug)
    tree = page(build(project), "/gemeenten/deventer/")
    assert len(tree.css("#plaatsen .gelijken > li > ul a")) == 3
    assert texts(tree, "#plaatsen .gelijken > li > ul + p") == ["En nog 1 praktijk."]
    assert "Nu zonder praktijk: Lelystad (" in words(first(tree, "#plaatsen"))


def test_a_gemeente_page_leads_to_the_list_for_its_like(project: Path) -> None:
    """In the fragment, which a browser does not send; and to the tool."""
    shown = links(page(build(project), "/gemeenten/deventer/"), "#plaatsen .meerlinks a")
    assert shown[0][1].startswith("/praktijken/#g=1.overijssel~deventer.")
    assert shown[1] == ("Kies een andere gemeente", "/aan-de-slag/plaatsen/")
