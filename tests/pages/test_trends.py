"""The pages that gather around the six trends: the start page, the dossiers, the kansen and the scenarios."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.conftest import build, codes_and_places
from tests.drawings.geometry import windows_in
from tests.visiting import (
    KANS,
    LAST,
    PRAKTIJK,
    WITHDRAWN,
    add_praktijk,
    addresses,
    attribute,
    first,
    links,
    page,
    texts,
    words,
)

Change = Callable[..., None]
TREND = "content/trends/anders-werken.md"


class TestStart:
    """The first page."""

    def test_it_leads_to_everything(self, project: Path) -> None:
        tree = page(build(project), "/")
        linked = set(addresses(tree, "main a"))
        assert texts(tree, "h1") == ["Welke toekomst kiest uw binnenstad?"]
        assert ("Naar de lijst", "/praktijken/") in links(tree, "main a")
        assert {"/trends/anders-werken/", "/scenarios/binnenstad-united/", "/praktijken/deventer-makers/"} <= linked
        assert {"/trends/", "/praktijken/", "/kansen/", "/wijzigingen/"} <= linked

    def test_a_question_goes_to_the_search(self, project: Path, change: Change) -> None:
        """Who it is for comes first; the field and its examples are a form and links, so no script is needed."""
        examples = "zoekvoorbeelden:\n  - lege winkels\n  - Wie betaalt een BIZ?\n"
        change("content/site.yaml", "uitgelicht:", f"{examples}uitgelicht:")
        tree = page(build(project), "/")
        form = first(tree, ".opening form")
        assert texts(tree, ".opening > *")[0] == "Kennis voor gemeenten"
        assert (form.attributes["method"], form.attributes["action"]) == ("get", "/zoeken/")
        assert attribute(tree, ".opening input", "name") == "q"
        assert links(tree, ".opening form a") == [
            ("lege winkels", "/zoeken/?q=lege+winkels"),
            ("Wie betaalt een BIZ?", "/zoeken/?q=Wie+betaalt+een+BIZ%3F"),
        ]

    def test_what_stopped_is_told_only_when_something_did(self, project: Path, change: Change) -> None:
        """Of what stopped, one that tells what went wrong and what was learned."""
        assert not page(build(project), "/").css(".mis")
        wrong = "wat_ging_mis:\n  - kop: Te duur\n    tekst: De huur was te hoog.\n    bron:\n      - krant-2024\n"
        add_praktijk(project, "a-gestopt", ("status: loopt", "status: gestopt"), ("wat_ging_mis: onbekend\n", wrong))
        add_praktijk(
            project,
            "z-gestopt",
            ("status: loopt", "status: gestopt"),
            ("lessen:\n  - tekst: Begin klein en maak het tijdelijk.\n    afgeleid: ja\n", ""),
        )
        tree = page(build(project), "/")
        assert addresses(tree, ".mis h3 a") == ["/praktijken/a-gestopt/"]
        assert "De les: Begin klein en maak het tijdelijk." in words(first(tree, ".mis"))
        assert "Te duur. De huur was te hoog." in words(first(tree, ".mis"))
        assert "Leer van 4 praktijken, ook als ze stopten" in words(first(tree, ".lead"))
        change("content/praktijken/a-gestopt.md", "status: gestopt", "status: loopt")
        assert "De les" not in words(first(page(build(project), "/"), ".mis"))

    def test_numbers(self, project: Path, change: Change) -> None:
        tree = page(build(project), "/")
        assert "Praktijken in 2 gemeenten" in words(first(tree, ".kaartfiguur figcaption"))
        assert words(first(tree, ".opening")).count("2 praktijken") == 1
        change(PRAKTIJK, "gemeenten:\n  - leiden\n", "land: BE\n")
        caption = words(first(page(build(project), "/"), ".kaartfiguur figcaption"))
        assert "Praktijken in 1 gemeente , en 1 praktijk over de grens." in caption

    def test_the_street_has_a_window_per_praktijk(self, project: Path) -> None:
        """An item counts in each of its trends; a trend without praktijken has houses without windows."""
        for slug in ("a", "b", "c"):
            add_praktijk(project, slug)
        tree = page(build(project), "/")
        assert len(tree.css(".straat > li > svg.blok")) == 6
        lit = {node.attributes["class"]: windows_in(node) for node in tree.css(".straat > li")}
        assert lit["trend-werken"] == 5
        assert lit["trend-consumeren"] == 5
        assert lit["trend-vervoeren"] == 0
        assert texts(tree, ".sleutel > span")[0] == "Elk verlicht raam is één praktijk"

    def test_each_praktijk_has_a_window_of_its_own(self, project: Path) -> None:
        """Its page rings one window in the houses of its first trend; what stopped rings a shutter, on hatch."""
        for slug in ("a", "b"):
            add_praktijk(project, slug)
        add_praktijk(project, "c", ("status: loopt", "status: gestopt"))
        built = build(project)
        ringed = set()
        for slug in ("a", "b", "leiden-proef"):
            drawn = first(page(built, f"/praktijken/{slug}/"), "svg.blok")
            assert "verlichte raam" in (drawn.attributes["aria-label"] or "")
            assert len(drawn.css("circle.z-ring")) == 1
            ringed.add((first(drawn, "circle").attributes["cx"], first(drawn, "circle").attributes["cy"]))
        assert len(ringed) == 3
        shutter = first(page(built, "/praktijken/c/"), "svg.blok")
        assert "gesloten luik" in (shutter.attributes["aria-label"] or "")
        assert len(shutter.css("circle.z-arcering")) == 1

    def test_above_160_one_window_stands_for_more_and_the_key_says_so(self, project: Path) -> None:
        """161 praktijken in a trend are 81 windows; every page that shows the street says what one is."""
        for number in range(159):
            add_praktijk(project, f"nummer-{number:03}")
        built = build(project)
        tree = page(built, "/")
        drawn = first(tree, ".straat .trend-werken")
        assert words(first(drawn, ".straat-tel b")) == "161 praktijken"
        assert windows_in(drawn) == 81
        for url in ("/", "/trends/"):
            assert texts(page(built, url), ".sleutel > span")[0] == "Elk verlicht raam staat voor 2 praktijken"
        label = attribute(page(built, "/praktijken/nummer-100/"), "svg.blok", "aria-label")
        assert label.endswith("; elk raam staat voor 2 praktijken")

    def test_what_was_withdrawn_has_no_window(self, project: Path) -> None:
        text = (project / PRAKTIJK).read_text(encoding="utf-8")
        (project / PRAKTIJK).write_text(text.replace(LAST, WITHDRAWN, 1), encoding="utf-8")
        assert not page(build(project), "/praktijken/leiden-proef/").css("svg.blok")

    def test_what_a_town_needs_comes_first(self, project: Path) -> None:
        """Vacancy, money and zones in the first sentence; praktijken before stories about later."""
        tree = page(build(project), "/")
        assert words(first(tree, ".lead")).startswith(
            "Wat helpt tegen lege panden, wie betaalt dat en wat doet een zone met het verkeer?"
        )
        headings = texts(tree, "h2")
        assert headings.index("Praktijken om mee te beginnen") < headings.index("Dezelfde straat, vier toekomsten")

    def test_other_praktijken_every_day(self, project: Path, change: Change) -> None:
        """Three of the list in turn, the same all day."""
        slugs = ["deventer-makers", *(f"dag-{i}" for i in range(4))]
        for slug in slugs[1:]:
            add_praktijk(project, slug)
        listed = "".join(f"  - {slug}\n" for slug in slugs)
        change("content/site.yaml", "uitgelicht:\n  - deventer-makers\n", f"uitgelicht:\n{listed}")
        featured = [
            addresses(page(build(project, date(2026, 12, day)), "/"), ".kaartjes h3 a") for day in (1, 2, 3, 4, 5, 6)
        ]
        assert {len(day) for day in featured} == {3}
        assert featured[0] == featured[5] != featured[1]
        assert {address for day in featured for address in day} == {f"/praktijken/{slug}/" for slug in slugs}

    def test_one_kind_does_not_fill_the_list_of_changes(self, project: Path) -> None:
        """Of one day, the kinds take turns."""
        for slug in ("a", "b", "c", "d", "e", "f"):
            add_praktijk(project, slug)
        kinds = texts(page(build(project), "/"), ".tijdlijn-titel .soort")
        assert len(kinds) == 5
        assert len(set(kinds)) > 2
        assert "pagina" not in kinds[:3]

    def test_a_day_with_news_is_named_once(self, project: Path) -> None:
        days = texts(page(build(project), "/"), ".tijdlijn time")
        assert len(days) == len(set(days)) < len(page(build(project), "/").css(".tijdlijn > li"))

    def test_a_trend_is_not_named_above_its_name(self, project: Path) -> None:
        tree = page(build(project), "/trends/anders-werken/")
        assert "Anders werken" not in words(first(tree, ".titelblok .meta"))

    def test_what_is_new_says_what_it_is_about(self, project: Path, change: Change) -> None:
        """A first version its sentence, a kans where it belongs; a later change what changed."""
        later = "wijzigingen:\n  - datum: 2026-11-25\n    soort: groot\n    wat: Cijfers van 2026.\n"
        change(PRAKTIJK, "wijzigingen:\n", later)
        lines = [words(line) for line in page(build(project), "/").css(".tijdlijn > li")]
        assert lines[0].endswith("praktijk Cijfers van 2026.")
        assert any(line.endswith("kans Anders werken, nu.") for line in lines[1:])
        lead = words(first(page(build(project), "/scenarios/binnenstad-united/"), ".lead"))
        assert any(line.endswith(f"scenario {lead}") for line in lines[1:])
        assert not any("Eerste versie" in line for line in lines)

    def test_new_things_are_few(self, project: Path) -> None:
        """Five changes, the newest first; all of them are a click away."""
        for day in range(1, 8):
            add_praktijk(project, f"dag-{day}", ("datum: 2026-11-20", f"datum: 2027-01-0{day}"))
        built = build(project, date(2027, 2, 1))
        titles = [text for text, _ in links(page(built, "/"), ".tijdlijn-titel a") if text.startswith("Praktijk dag")]
        assert titles == [f"Praktijk dag-{day}" for day in (7, 6, 5, 4, 3)]
        assert len(page(built, "/wijzigingen/").css(".wijzigingdag li")) == 7 + 15


class TestKansen:
    """The overview by trend and phase, and all kansen of a trend on one page."""

    def add(self, project: Path, slug: str, *changes: tuple[str, str]) -> None:
        """A kans like the one that is there, which names itself so that the two share no sentence."""
        text = (project / KANS).read_text(encoding="utf-8").replace("titel: Vul", f"titel: Doe {slug} en vul")
        text = re.sub(r"(?m)^(waarom|eerste_stap|    reden): ", rf"\1: Bij {slug} geldt dat ", text)
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (project / f"content/kansen/{slug}.yaml").write_text(text, encoding="utf-8")

    def test_the_kansen_of_a_trend_by_name_first(self, project: Path) -> None:
        """By phase, each with the way to its place; its changes stand on the line of its check."""
        tree = page(build(project), "/kansen/anders-werken/")
        assert texts(tree, "nav[aria-label='Kansen op deze pagina'] b") == ["Nu"]
        ways = addresses(tree, "nav[aria-label='Kansen op deze pagina'] a")
        assert ways == ["#kans-lege-panden"]
        assert tree.css(ways[0])
        assert "Gecontroleerd november 2026" in words(first(tree, ".kansdeel-bronnen .meta"))
        assert "Eerste versie" in words(first(tree, ".kansdeel-bronnen .meta"))

    def test_every_id_begins_with_the_kans(self, project: Path) -> None:
        """Several kansen share a page, each with its own source 1."""
        self.add(project, "tweede")
        tree = page(build(project), "/kansen/anders-werken/")
        for slug in ("lege-panden", "tweede"):
            part = first(tree, f"#kans-{slug}")
            inside = [node.attributes["id"] for node in part.css("[id]")][1:]
            assert inside == [f"kans-{slug}-oordelen", f"kans-{slug}-bron-1"]
        assert texts(tree, ".bronnen > li .bron-titel") == ["Een stuk in de krant"] * 2

    def test_phases_in_order(self, project: Path) -> None:
        self.add(project, "a-later", ("fase: nu", "fase: later"))
        self.add(project, "b-straks", ("fase: nu", "fase: deze-collegeperiode"))
        built = build(project)
        assert texts(page(built, "/kansen/anders-werken/"), ".vlak-sectie > h2")[:3] == [
            "Nu",
            "Deze collegeperiode",
            "Later",
        ]
        row = next(
            node for node in page(built, "/kansen/").css(".kansrij") if "Anders werken" in words(first(node, "p"))
        )
        assert [len(phase.css("article")) for phase in row.css(".fase")] == [1, 1, 1]
        assert texts(page(built, "/kansen/"), ".aantal") == ["3 kansen"]

    def test_no_case_is_said(self, project: Path, change: Change) -> None:
        change(KANS, "praktijken:\n  - deventer-makers\n", "")
        built = build(project)
        for url in ("/kansen/anders-werken/", "/kansen/"):
            assert texts(page(built, url), ".raam-onbekend") == ["Nog geen praktijk bekend"]
        assert texts(page(built, "/kansen/"), ".trend-werken td:nth-child(2)") == ["1 zonder praktijk"]

    def test_a_window_for_each_praktijk(self, project: Path, change: Change) -> None:
        """A stopped one says so, and its window is closed."""
        change("content/praktijken/deventer-makers.md", "status: loopt", "status: gestopt")
        tree = page(build(project), "/kansen/")
        assert links(tree, ".ramen a") == [("Makers in lege panden", "/praktijken/deventer-makers/")]
        assert texts(tree, ".raam-dicht") == ["Makers in lege panden Deventer, gestopt"]

    def test_doors_and_filters_count_the_same(self, project: Path) -> None:
        """The table of doors, the filters and the list agree."""
        self.add(project, "a-later", ("fase: nu", "fase: later"), ("praktijken:\n  - deventer-makers\n", ""))
        tree = page(build(project), "/kansen/")
        assert texts(tree, ".deurtabel .trend-werken td") == ["1 met praktijk", "geen", "1 zonder praktijk", "2"]
        assert texts(tree, ".filterbalk fieldset:nth-child(2) label") == ["Nu 1", "Deze collegeperiode 0", "Later 1"]
        assert texts(tree, ".filterbalk fieldset:nth-child(3) label") == ["bekend 1", "nog niet 1"]
        known_praktijk = [node.attributes["data-praktijk"] for node in tree.css(".kans")]
        assert known_praktijk == ["bekend", "nog-niet"]

    def test_where_it_holds(self, project: Path, change: Change) -> None:
        """A kans is shown with the scenarios in which it works, first without and then with changes."""
        game = "autarkische-binnenstad:\n    oordeel: werkt\n"
        text = (project / KANS).read_text(encoding="utf-8")
        text = text.replace("binnenstad-united:\n    oordeel: werkt\n", "binnenstad-united:\n    oordeel: werkt-niet\n")
        text = text.replace(game, game.replace("werkt\n", "werkt-met-aanpassing\n"))
        (project / KANS).write_text(text, encoding="utf-8")
        self.add(project, "z-vooraan", ("werkt-met-aanpassing", "werkt"))
        built = build(project)
        assert codes_and_places(built) == []
        assert not page(built, "/scenarios/binnenstad-united/").css("#kansen .kans")
        titles = texts(page(built, "/scenarios/autarkische-binnenstad/"), "#kansen .kans h3")
        assert titles == [
            "Doe z-vooraan en vul lege panden met makers uit de buurt",
            "Vul lege panden met makers uit de buurt",
        ]
        row = "Houdt stand in 2 van 4 scenario’s, met aanpassing in nog 1 : De binnenstad als game werkt, "
        row += "Binnenstad united werkt niet, "
        row += "De exclusieve binnenstad werkt, De autarkische binnenstad werkt met aanpassing"
        kans = first(page(built, "/kansen/"), ".kans")
        assert row in words(kans)
        glyphs = [(use.attributes["href"] or "").partition("#")[2] for use in kans.css(".oordeelrij use")]
        assert glyphs == [f"oordeel-{w}" for w in ("werkt", "werkt-niet", "werkt", "werkt-met-aanpassing")]

    def test_facts_that_were_checked_long_ago(self, project: Path) -> None:
        tree = page(build(project, date(2029, 1, 1)), "/kansen/anders-werken/")
        assert texts(tree, "#kans-lege-panden .label-controle") == ["controle nodig"]


class TestTrends:
    """The dossiers."""

    def test_counts(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, "status: loopt", "status: gestopt")
        tree = page(build(project), "/trends/")
        column = first(tree, ".straat .trend-werken")
        assert words(first(column, ".straat-tel")) == (
            "2 praktijken bij Anders werken , 1 gestopt 1 kans bij Anders werken beknopt dossier"
        )
        assert addresses(tree, ".trend-werken a") == [
            "/trends/anders-werken/",
            "/praktijken/trend/anders-werken/",
            "/kansen/anders-werken/",
        ]
        assert len(column.css("svg path.z-luik")) == 1

    def test_a_trend_is_named_once_in_the_list(self, project: Path) -> None:
        built = build(project)
        for url in ("/", "/trends/"):
            names = texts(page(built, url), "main :is(h2, h3)")
            assert [names.count(name) for name in texts(page(built, url), ".straat :is(h2, h3)")] == [1] * 6

    def test_the_strongest_praktijken_go_first(self, project: Path) -> None:
        """By evidence, where being the main trend is one step more; then by name, at most three, and the way to all."""
        series = (
            "    bron:\n      - krant-2024\nwat",
            "    bron:\n      - krant-2024\n    reeks:\n      - jaar: 2021\n        waarde: 5\nwat",
        )
        add_praktijk(project, "sterk", ("bewijs: 1", "bewijs: 3"), series)
        swapped = (
            "trends:\n  - anders-werken\n  - anders-consumeren",
            "trends:\n  - anders-consumeren\n  - anders-werken",
        )
        add_praktijk(project, "aa-zijdelings", swapped, ("bewijs: 1", "bewijs: 2"))
        built = build(project)
        tree = page(built, "/trends/anders-werken/")
        assert addresses(tree, "#praktijken h3 a") == [
            f"/praktijken/{s}/" for s in ("sterk", "deventer-makers", "leiden-proef")
        ]
        sure = ("bewijs: 1", "bewijs: 3")
        add_praktijk(project, "zz-zijdelings", swapped, sure, series)
        again = addresses(page(build(project), "/trends/anders-werken/"), "#praktijken h3 a")
        assert again[:2] == ["/praktijken/sterk/", "/praktijken/zz-zijdelings/"]
        assert ("Alle 4 praktijken", "/praktijken/trend/anders-werken/") in links(tree, "#praktijken a.meer")
        assert ("Meer over de kans", "/kansen/anders-werken/") in links(tree, "#kansen a.meer")

    def test_jumps_to_what_one_can_do(self, project: Path) -> None:
        tree = page(build(project), "/trends/anders-werken/")
        assert links(tree, ".titelblok .meta a") == [
            ("1 kans", "#kansen"),
            ("2 praktijken", "#praktijken"),
            ("Komt deze trend bij u eerst?", "/aan-de-slag/trendscan/"),
        ]
        assert len(tree.css("#kansen")) == 1
        assert len(tree.css("#praktijken")) == 1

    def test_what_points_to_it(self, project: Path) -> None:
        """Below its sources, with what it is."""
        tree = page(build(project), "/trends/anders-werken/")
        assert addresses(tree, "#verder-lezen a") == ["/publicaties/#de-nieuwe-binnenstad", "/verslagen/ronde-tafel/"]
        assert texts(tree, "#verder-lezen li p") == ["Publicatie", "Verslag"]

    def test_publications_to_read_on(self, project: Path) -> None:
        """The one about most trends and those about few others, at most two; of equals a book before an article."""
        text = (project / "content/publicaties/de-nieuwe-binnenstad.yaml").read_text(encoding="utf-8")
        trends = "trends:\n  - anders-werken\n"
        assert trends in text
        for slug, both in (("a-een", False), ("b-twee", True), ("c-drie", False), ("d-vier", False), ("e-vijf", False)):
            about = trends + "  - anders-consumeren\n" if both else trends
            built = text.replace(trends, about).replace("titel: ", f"titel: {slug} ", 1)
            (project / f"content/publicaties/{slug}.yaml").write_text(built, encoding="utf-8")
        to_read = addresses(page(build(project), "/trends/anders-werken/"), "#verder-lezen a")
        assert to_read[:-1] == [f"/publicaties/#{slug}" for slug in ("b-twee", "a-een")]
        assert "soort: publicatie\n" in text
        article = text.replace(trends, trends + "  - anders-consumeren\n").replace(
            "soort: publicatie", "soort: artikel"
        )
        (project / "content/publicaties/f-zes.yaml").write_text(
            article.replace("titel: ", "titel: f-zes ", 1), encoding="utf-8"
        )
        to_read = addresses(page(build(project), "/trends/anders-werken/"), "#verder-lezen a")
        assert to_read[:-1] == [f"/publicaties/#{slug}" for slug in ("b-twee", "a-een")]

    def test_figures_and_scenarios(self, project: Path, change: Change) -> None:
        """The scenarios stand in the order of the rows of glyphs, whatever the order in the file."""
        slugs = ("binnenstad-united", "binnenstad-als-game", "exclusieve-binnenstad", "autarkische-binnenstad")
        figure = (
            "cijfers:\n  - tekst: Zoveel mensen werken thuis.\n    eenheid: procent\n    bron:\n      - krant-2024\n"
        )
        figure += "    reeks:\n      - jaar: 2024\n        waarde: 23,7\nin_scenarios:\n"
        figure += "".join(f"  {slug}: In {slug} werkt men anders.\n" for slug in slugs)
        change(TREND, "bronnen:\n", f"{figure}bronnen:\n")
        built = build(project)
        tree = page(built, "/trends/anders-werken/")
        assert codes_and_places(built) == []
        assert texts(tree, ".cijfer-groot") == ["23,7 procent 2024"]
        assert [address.split("/")[2] for address in addresses(tree, "#per-scenario h3 a")] == [
            slugs[1],
            slugs[0],
            *slugs[2:],
        ]
        there = page(built, "/scenarios/binnenstad-united/")
        assert ("Anders werken", "/trends/anders-werken/") in links(there, "h3 a")

    def test_the_street_in_section_and_its_four_numbers(self, project: Path, change: Change) -> None:
        """The numbers in the drawing are those of the four consequences below it."""
        tree = page(build(project), "/trends/anders-werken/")
        assert texts(tree, ".doorsnede .z-nummer") == ["1", "2", "3", "4"]
        assert texts(tree, ".gevolgen h3") == ["Pand", "Straat", "Regels", "Geld"]
        assert "niet op schaal" in words(first(tree, ".gevolgen"))
        assert attribute(tree, ".doorsnede", "tabindex") == "0"
        change(TREND, "kort: werken", "kort: elders")
        tree = page(build(project), "/trends/anders-werken/")
        assert not tree.css(".doorsnede")
        assert "niet op schaal" not in words(first(tree, ".gevolgen"))

    def test_figures_stand_where_they_help(self, project: Path, change: Change) -> None:
        """Series after the summary, a single number under what is not known; sources lead back in that order."""
        one = "  - tekst: Zoveel mensen.\n    eenheid: procent\n    bron:\n      - krant-2024\n    reeks:\n"
        figures = f"cijfers:\n{one}      - jaar: 2024\n        waarde: 23,7\n{one}"
        figures += "      - jaar: 2020\n        waarde: 10\n      - jaar: 2024\n        waarde: 20\n"
        change(TREND, "bronnen:\n", f"{figures}bronnen:\n")
        tree = page(build(project), "/trends/anders-werken/")
        assert texts(tree, ".cijfers .reeks-waarde") == ["10", "20"]
        assert texts(tree, ".weten-niet .cijfer-groot") == ["23,7 procent 2024"]
        parts = [node.attributes["class"] for node in first(tree, ".tekst").iter()]
        assert parts.index("cijfers") == 1
        assert parts.index("weten") > 1
        noten = [node.attributes["id"] for node in tree.css(".tekst sup a")]
        assert addresses(tree, "#bron-1 .terug a") == [
            f"#{note}" for note in noten if (note or "").startswith("noot-1-")
        ]

    def test_kansen_in_a_table(self, project: Path) -> None:
        """The nearest phase first, one praktijk with each and how many more there are."""
        text = (project / KANS).read_text(encoding="utf-8").replace("titel: Vul", "titel: Doe het later en vul")
        (project / "content/kansen/aa.yaml").write_text(text.replace("fase: nu", "fase: later"), encoding="utf-8")
        for slug in ("b-tweede", "c-derde"):
            add_praktijk(project, slug)
        more = "praktijken:\n  - deventer-makers\n  - b-tweede\n  - c-derde\n"
        text = (project / KANS).read_text(encoding="utf-8").replace("praktijken:\n  - deventer-makers\n", more)
        (project / KANS).write_text(text, encoding="utf-8")
        tree = page(build(project), "/trends/anders-werken/")
        assert texts(tree, ".kanstabel td[data-kop='Wanneer']") == ["Nu", "Later"]
        assert len(tree.css(".kanstabel tr:nth-child(1) .ramen li")) == 1
        assert ("en nog 2", "/kansen/anders-werken/#kans-lege-panden") in links(tree, ".kanstabel a")
        assert "De vakjes staan in deze volgorde" in words(first(tree, "#kansen .oordeellegenda"))

    def test_five_kansen_and_the_way_to_the_rest(self, project: Path) -> None:
        text = (project / KANS).read_text(encoding="utf-8")
        for number in range(6):
            built = text.replace("titel: Vul", f"titel: Kans {number} en vul")
            (project / f"content/kansen/kans-{number}.yaml").write_text(built, encoding="utf-8")
        tree = page(build(project), "/trends/anders-werken/")
        assert len(tree.css(".kanstabel tbody tr")) == 5
        assert ("Alle 7 kansen", "/kansen/anders-werken/") in links(tree, "#kansen a.meer")

    def test_the_map_and_what_it_cannot_show(self, project: Path, change: Change) -> None:
        tree = page(build(project), "/trends/anders-werken/")
        assert "2 praktijken bij deze trend." in words(first(tree, ".kaartfiguur"))
        assert attribute(tree, ".landkaartje", "aria-label").endswith("in 2 plaatsen met een praktijk")
        change(PRAKTIJK, "gemeenten:\n  - leiden\n", "land: BE\n")
        caption = words(first(page(build(project), "/trends/anders-werken/"), ".kaartfiguur"))
        assert "Buiten Nederland: 1, alleen in de lijst." in caption

    def test_the_contents_lead_to_places_on_the_page(self, project: Path) -> None:
        tree = page(build(project), "/trends/anders-werken/")
        for address in addresses(tree, "nav[aria-label='Op deze pagina'] a"):
            assert tree.css(address), address

    def test_a_term_is_explained_at_its_first_mention(self, project: Path) -> None:
        tree = page(build(project), "/trends/anders-werken/")
        assert texts(tree, "button.begrip") == ["leegstand"]
        assert attribute(tree, "button.begrip", "popovertarget") == "begrip-1"
        assert "Een pand staat leeg" in words(first(tree, "#begrip-1[popover]"))
        assert addresses(tree, "#begrip-1 a") == ["/begrippen/#leegstand"]
        assert texts(tree, ".vast") == ["leegstand ."], "a line never begins with the mark behind a term"
