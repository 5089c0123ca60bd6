"""The overview of scenarios and the page of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup

from binnenstad_site.models.vocabulary import SCENARIO_SLUGS
from binnenstad_site.pages.days import TITLE, day_of
from binnenstad_site.pages.parts.item_parts import Sectie
from tests.conftest import build
from tests.visiting import KANS, addresses, first, links, page, texts, words

Change = Callable[..., None]
UNITED = "content/scenarios/binnenstad-united.md"
HOUR = "<ul>\n<li><strong>07.30</strong> Aan.</li>\n</ul>\n"
NEW_DAY = "Ons verhaal [@krant-2024].\n\n- **07.30** Licht aan."
EXCLUSIVE = "exclusieve-binnenstad:\n    oordeel: werkt\n"
READ = ["binnenstad-als-game", "binnenstad-united", "exclusieve-binnenstad", "autarkische-binnenstad"]
"""The order in which the quadrant is read: top left, top right, bottom left, bottom right."""


def tell_trend(change: Change, trend: str = "anders-werken") -> None:
    """A trend says what it does in every scenario."""
    paragraphs = "".join(f"  {slug}: Hier werkt men thuis. En dat is het begin.\n" for slug in SCENARIO_SLUGS)
    change(f"content/trends/{trend}.md", "bronnen:\n", f"in_scenarios:\n{paragraphs}bronnen:\n")


class TestDay:
    """A list of hours in the text."""

    def test_a_list_that_ends_the_section_and_has_only_hours(self) -> None:
        html = Markup(
            "<p>Eerst.</p>\n<ul>\n<li><strong>07.30</strong> Aan.</li>\n<li><strong>21.00</strong> Uit.</li>\n</ul>\n"
        )
        day, rest = day_of([Sectie(TITLE, "dag", html), Sectie("Later", "later", Markup("x"))])
        assert day.sectie.html == "<p>Eerst.</p>\n"
        assert day.uren == (("07.30", "Aan."), ("21.00", "Uit."))
        assert [part.titel for part in rest] == ["Later"]

    def test_any_other_list_stays_as_it_is(self) -> None:
        for html in (
            HOUR.replace("07.30", "Let op"),
            HOUR + "<p>Na.</p>",
        ):
            day, _ = day_of([Sectie(TITLE, "dag", Markup(html))])
            assert day.sectie.html == html
            assert day.uren == ()


class TestOverview:
    """The quadrant."""

    def test_it_is_read_from_top_left_to_bottom_right(self, project: Path) -> None:
        tree = page(build(project), "/scenarios/")
        assert addresses(tree, ".kwadrant h3 a") == [f"/scenarios/{slug}/" for slug in READ]
        assert texts(tree, ".kwadrant-plaats")[0] == "Veel digitalisering, circulaire economie beperkt"
        assert texts(tree, ".as")[0] == "Veel digitalisering"
        assert len(tree.css(".kwadrant .scenario-doorsnede")) == 4
        assert "eigen uitwerking van de redactie" in words(first(tree, ".bijschrift"))

    def test_one_of_them_is_drawn(self, project: Path) -> None:
        """As many choices as drawings, in the same order; the first is chosen."""
        tree = page(build(project), "/scenarios/")
        choices = tree.css(".toekomst input[type=radio][name=scenario]")
        assert [f"/scenarios/{node.attributes['value']}/" for node in choices] == addresses(tree, ".kwadrant h3 a")
        assert ["checked" in node.attributes for node in choices] == [True, False, False, False]
        assert [child.tag for child in first(tree, ".toekomst").css("legend, label")] == ["legend", *["label"] * 4]

    def test_a_trend_that_tells_of_every_scenario_has_an_address(self, project: Path, change: Change) -> None:
        """Whole, so that no script is needed; the first is shown until another is asked for."""
        assert not page(build(project), "/scenarios/").css(".trendkeuze")
        tell_trend(change)
        tell_trend(change, "anders-vervoeren")
        tree = page(build(project), "/scenarios/")
        assert addresses(tree, ".trendkeuze a") == ["#verken-werken", "#verken-vervoeren"]
        assert all(len(tree.css(f".assen > h2{address}")) == 1 for address in addresses(tree, ".trendkeuze a"))
        assert texts(tree, ".bij-werken")[1] == "Anders werken. Hier werkt men thuis. En dat is het begin."
        assert len(tree.css(".kwadrant-trend p")) == 8
        assert len(tree.css(".kwadrant-trend .bij-werken.eerste")) == len(tree.css(".kwadrant-trend .eerste")) == 4

    def test_the_way_to_the_windtunnel(self, project: Path) -> None:
        built = build(project)
        for address in ("/scenarios/", "/scenarios/binnenstad-united/"):
            assert "/scenarios/windtunnel/" in addresses(page(built, address), "#kansen a")

    def test_what_holds_everywhere(self, project: Path, change: Change) -> None:
        tree = page(build(project), "/scenarios/")
        assert addresses(tree, "#kansen h3 a") == ["/kansen/anders-werken/#kans-lege-panden"]
        change(
            KANS, "exclusieve-binnenstad:\n    oordeel: werkt\n", "exclusieve-binnenstad:\n    oordeel: werkt-niet\n"
        )
        assert not page(build(project), "/scenarios/").css("#kansen")

    def test_what_works_as_it_is_comes_first(self, project: Path) -> None:
        """Before the order of trends and titles; the glyphs are told in words."""
        text = (project / KANS).read_text(encoding="utf-8")
        less = text.replace("oordeel: werkt\n", "oordeel: werkt-met-aanpassing\n", 1)
        (project / "content/kansen/aai.yaml").write_text(less.replace("titel: Vul", "titel: Aai"), encoding="utf-8")
        tree = page(build(project), "/scenarios/")
        assert [title.split()[0] for title in texts(tree, "#kansen h3")] == ["Vul", "Aai"]
        judgements = [words(node) for node in tree.css("#kansen .oordeelrij .voorlezen")]
        assert [line.count("met aanpassing") for line in judgements] == [0, 1]

    def test_the_first_signal_of_each(self, project: Path) -> None:
        scenarios = links(page(build(project), "/scenarios/"), ".signalen a")
        assert [address for _, address in scenarios] == [f"/scenarios/{slug}/#signalen" for slug in READ]


class TestScenario:
    """One scenario."""

    def test_its_street_and_its_place(self, project: Path) -> None:
        tree = page(build(project), "/scenarios/binnenstad-united/")
        assert texts(tree, ".plaats-op-assen") == ["Veel digitalisering, circulaire economie ver doorgevoerd"]
        assert len(tree.css(".doorsnede svg[role=img]")) == 1
        assert "eigen uitwerking van de redactie, daarop geïnspireerd" in words(first(tree, ".bijschrift"))
        assert addresses(tree, ".andere a") == [f"/scenarios/{slug}/" for slug in READ if slug != "binnenstad-united"]

    def test_hours_stand_beside_what_happens(self, project: Path, change: Change) -> None:
        tree = page(build(project), "/scenarios/binnenstad-united/")
        assert "Het is ochtend in Binnenstad united" in words(first(tree, ".dag .inleiding"))
        change(
            UNITED,
            "Het is ochtend in Binnenstad united [@krant-2024].",
            NEW_DAY,
        )
        tree = page(build(project), "/scenarios/binnenstad-united/")
        assert texts(tree, ".uren li") == ["07.30 Licht aan."]
        assert "Ons verhaal" in words(first(tree, ".dag-kop"))

    def test_contents_stand_beside_the_day_and_the_way_to_cite_at_the_end(self, project: Path) -> None:
        tree = page(build(project), "/scenarios/binnenstad-united/")
        assert len(tree.css(".inhoudsopgave")) == len(tree.css(".dag-kop .inhoudsopgave")) == 1
        named = [text for text, _ in links(tree, ".inhoudsopgave a")]
        assert "De andere scenario’s" in named
        assert "Zes trends in dit scenario" not in named, "no trend tells of this scenario"
        assert not tree.css(".kolommen #citeren")
        assert len(tree.css("#citeren")) == 1

    def test_trends_with_their_colour(self, project: Path, change: Change) -> None:
        tell_trend(change)
        tree = page(build(project), "/scenarios/exclusieve-binnenstad/")
        assert texts(tree, ".zestal > .trend-werken") == ["Anders werken Hier werkt men thuis. En dat is het begin."]
        assert ("Zes trends in dit scenario", "#zes-trends") in links(tree, ".inhoudsopgave a")

    def test_contents_name_every_part_in_its_order(self, project: Path, change: Change) -> None:
        """A heading at the side is no part; every other one that begins a part is there, and leads to it."""
        tell_trend(change)
        tree = page(build(project), "/scenarios/exclusieve-binnenstad/")
        named = links(tree, ".inhoudsopgave a")
        headings = [words(heading) for heading in tree.css("main h2") if words(heading) in dict(named)]
        assert [text for text, _ in named] == headings
        assert {"Zes trends in dit scenario", "De andere scenario’s"} <= set(headings)
        assert all(len(tree.css(address)) == 1 for _, address in named)

    def test_every_judgement_is_there_with_its_reason(self, project: Path, change: Change) -> None:
        change(
            KANS, "exclusieve-binnenstad:\n    oordeel: werkt\n", "exclusieve-binnenstad:\n    oordeel: werkt-niet\n"
        )
        built = build(project)
        there = page(built, "/scenarios/binnenstad-united/")
        assert "Hier: werkt. In Binnenstad united is er vraag" in words(first(there, "#kansen .oordeelreden"))
        assert "1 van de 1 kansen" in words(first(there, "#kansen .kopregel"))
        assert not there.css("details.lade")
        breaks = page(built, "/scenarios/exclusieve-binnenstad/")
        assert "0 van de 1 kansen" in words(first(breaks, "#kansen .kopregel"))
        assert "In De exclusieve binnenstad is er vraag" in words(first(breaks, ".lade li"))
