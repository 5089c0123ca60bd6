"""The walks of the docs are those that are tested, and what is said is worked out from the tree as it should be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from tests.browser.pages import ADDRESSES
from tests.conftest import ROOT
from tools.spoken import Moment, Tree, around, lines, said, told
from tools.walking import Row, Step, is_in, keys_of
from tools.walks import BEGIN, DOCS, END, WALKS, chapter, written

COUNT = re.compile(r" ×\d+")
"""How often a key is pressed depends on the content."""


def raw(key: int, role: str, name: str = "", *children: int, **more: Any) -> dict[str, Any]:
    """A node as the protocol sends it."""
    node: dict[str, Any] = {"nodeId": str(key), "backendDOMNodeId": key, "ignored": more.pop("ignored", False)}
    node |= {"role": {"value": role}, "name": {"value": name}, "childIds": [str(child) for child in children]}
    node |= {part: {"value": more.pop(part)} for part in ("description", "value") if part in more}
    node["properties"] = [{"name": state, "value": {"value": value}} for state, value in more.items()]
    return node


def tree(*nodes: dict[str, Any]) -> Tree:
    return Tree.of(nodes)


PAGE = (
    raw(1, "RootWebArea", "Praktijken · De nieuwe binnenstad", 2, 3),
    raw(2, "status", "", 20, live="polite"),
    raw(20, "StaticText", ""),
    raw(3, "main", "", 4, 5),
    raw(4, "heading", "Leeg\u00adstand", level=2),
    raw(5, "none", "", 6, 7, ignored=True),
    raw(6, "paragraph", "", 60, 61, 62),
    raw(60, "StaticText", "Een pand is leeg"),
    raw(61, "link", "bron 1", 63),
    raw(63, "StaticText", "bron 1"),
    raw(62, "StaticText", "."),
    raw(7, "group", "Trend", 8, 9),
    raw(8, "checkbox", "Anders werken 31", checked="false", invalid="false"),
    raw(9, "list", "", 90, 91),
    raw(90, "listitem", "", 92),
    raw(91, "listitem"),
    raw(92, "link", "Naar de lijst"),
)


def changed(nodes: Iterable[dict[str, Any]], *instead: dict[str, Any]) -> Tree:
    """The tree with other nodes in the place of those with their number."""
    own = {node["nodeId"]: node for node in instead}
    return tree(*(own.get(node["nodeId"], node) for node in nodes))


def moment(page: Tree, element: int, address: str = "https://x.nl/praktijken/") -> Moment:
    return Moment(page, page.elements[element], address)


class TestSpoken:
    """Words for one tree."""

    def test_name_role_and_states(self) -> None:
        page = tree(*PAGE)
        assert said(page.elements[8]) == "Anders werken 31, selectievakje, niet aangevinkt"
        assert said(page.elements[4]) == "Leegstand, kop niveau 2"
        wrong = raw(8, "textbox", "Hoe heet het?", invalid="true", description="Vul dit in.", value="x")
        assert said(changed(PAGE, wrong).elements[8]) == "Hoe heet het?, tekstvak, ongeldige invoer, x, Vul dit in."

    def test_what_it_stands_in(self) -> None:
        page = tree(*PAGE)
        assert [words for _, words in around(page, page.elements[92])] == ["hoofdgebied", "groep Trend", "lijst met 2"]

    def test_reading_on(self) -> None:
        assert list(islice(lines(tree(*PAGE), "Leegstand"), 3)) == [
            "Leegstand, kop niveau 2",
            "Een pand is leeg (bron 1, link).",
            "Anders werken 31, selectievakje, niet aangevinkt",
        ]
        assert list(lines(tree(*PAGE), "Iets anders")) == []


class TestTold:
    """What is said of a change."""

    def test_a_page_and_then_only_what_is_new(self) -> None:
        page = tree(*PAGE)
        opened = list(told(None, moment(page, 8), {}))
        assert opened[0] == "pagina Praktijken · De nieuwe binnenstad"
        assert opened[-1].startswith("Anders werken")
        assert list(told(moment(page, 8), moment(page, 92), {})) == ["lijst met 2", "Naar de lijst, link"]

    def test_another_state_is_told_without_the_name(self) -> None:
        ticked = changed(PAGE, raw(8, "checkbox", "Anders werken 31", checked="true"))
        assert list(told(moment(tree(*PAGE), 8), moment(ticked, 8), {})) == ["aangevinkt"]

    def test_a_live_region_is_heard_if_it_was_there(self) -> None:
        counted = changed(PAGE, raw(20, "StaticText", "4 praktijken gevonden"))
        before, after = moment(tree(*PAGE), 8), moment(counted, 8)
        assert list(told(before, after, {2: ""})) == ["melding: 4 praktijken gevonden"]
        assert list(told(before, after, {})) == []


def test_a_star_is_what_depends_on_the_content() -> None:
    assert is_in("melding: * gevonden", "aangevinkt · melding: 4 praktijken gevonden")
    assert not is_in("gevonden*melding", "melding: 4 praktijken gevonden")


def test_what_is_pressed_is_told() -> None:
    assert keys_of(Step("w", "Tab", until="x"), 7) == "Tab ×7"
    assert keys_of(Step("w", "Space", text="ja")) == "“ja” typen, spatie"
    assert keys_of(Step("w", read="Kop")) == "(lezen)"


def test_the_docs_tell_these_walks() -> None:
    """Run `make wandelingen` when a walk changed, or what is said on the way."""
    docs = (ROOT / DOCS).read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    told_there = re.findall(r"^\| (.+?) \| (.+?) \| (.*) \|$", docs, re.MULTILINE)
    rows = [row for row in told_there if row[0] not in ("wat", "---")]
    steps = [step for walk in WALKS for step in (Step("De pagina openen.", heard="pagina"), *walk.steps)]
    assert re.findall(r"^### \d\. (.+)$", docs, re.MULTILINE) == [walk.title for walk in WALKS]
    assert [(wish, COUNT.sub("", keys)) for wish, keys, _ in rows] == [
        (step.wish, keys_of(step) or keys) for step, (_, keys, _) in zip(steps, rows, strict=True)
    ]
    for step, (_, _, words) in zip(steps, rows, strict=True):
        assert is_in(step.heard or step.until, words)


def test_the_docs_tell_of_every_page_kind() -> None:
    docs = (ROOT / DOCS).read_text(encoding="utf-8")
    told_of = re.findall(r"^\| `([a-z-]+\.html)` \|", docs, re.MULTILINE)
    assert sorted(told_of) == sorted(ADDRESSES)


def test_written_twice_is_written_once() -> None:
    text = chapter(1, WALKS[0], [Row("Iets.", "Tab", "a | b", is_heard=True)])
    once = written(f"vooraf\n{BEGIN}\noud\n{END}\nerna\n", text)
    assert written(once, text) == once
    assert r"| Iets. | Tab | a \| b |" in once
    assert once.startswith("vooraf\n")
    assert once.endswith(f"{END}\nerna\n")
