"""The page of a praktijk: its passport in words, its sources by number, and what it belongs with."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from binnenstad_site.pages.before_after import UNKNOWN
from binnenstad_site.pages.frames import WORDS_PER_MINUTE
from binnenstad_site.pages.related import SHOWN, WINDOW
from tests.conftest import build, codes_and_places
from tests.visiting import (
    PRAKTIJK,
    VERSLAG,
    add_praktijk,
    addresses,
    attribute,
    first,
    links,
    page,
    text_file,
    texts,
    words,
)

Change = Callable[..., None]
URL = "/praktijken/leiden-proef/"
SIZE = "klasse: 100.000-250.000\n  hoofdplaats: Leiden"


def passport(project: Path, url: str = URL) -> dict[str, str]:
    """The rows of the passport: name -> words."""
    tree = page(build(project), url)
    return dict(zip(texts(tree, "#paspoort dt"), texts(tree, "#paspoort dd"), strict=True))


class TestPassport:
    """Each field is shown, and what is not known is said."""

    def test_as_it_is(self, project: Path) -> None:
        assert passport(project) == {
            "Plek": "De hoofdstraat",
            "Trends": "Anders werken Anders consumeren",
            "Opgave": "Lege panden maken de straat in Leiden onaantrekkelijk voor bezoekers.",
            "Doel": "onbekend",
            "Aanpak": "Makers op proef in lege panden",
            "Instrumenten": "ruimte",
            "Status": "loopt stand volgens bron uit 2024",
            "Periode": "maart 2021 tot heden",
            "Partijen": "gemeente, opdrachtgever",
            "Kosten": "onbekend",
            "Bewijs": "Bewijs: 1 van 4: beschreven alleen nieuwsbronnen",
            "Uitkomst": "onbekend",
            "Gecontroleerd": "november 2026",
        }

    def test_with_everything(self, project: Path, change: Change) -> None:
        """Fields that may be left out are shown when they are there, the costs with their source."""
        change(
            PRAKTIJK,
            "  klasse: onbekend\n",
            "  klasse: tot-50.000\n  toelichting: Alleen het jaar 2022.\n"
            "  bron:\n    - krant-2024\npast_bij:\n  - tot-25.000\npast_bij_reden: Klein genoeg om elkaar te kennen.\n",
        )
        change(PRAKTIJK, "  eind: heden\n", "  eind: 2024\n  toelichting: Met een pauze in 2023.\n")
        rows = passport(project)
        assert rows["Kosten"] == "tot € 50.000 bron 1 Alleen het jaar 2022."
        assert rows["Past bij"] == "tot 25.000 inwoners Klein genoeg om elkaar te kennen."
        assert rows["Periode"] == "maart 2021 tot en met 2024 Met een pauze in 2023."

    def test_what_was_wanted_what_it_cost_and_how_it_came_out(self, project: Path) -> None:
        """Each with its source; an amount never without its year and who paid."""
        rows = passport(project, "/praktijken/deventer-makers/")
        wanted = "De vereniging wil binnen drie jaar een maker in elk van de negen lege panden. bron 1"
        before = (
            "leegstand : 9 lege panden, 12 procent van de straat (2021) bron 1 4 vaklieden zonder werkplaats bron 1"
        )
        paid = "€ 12.000 (2021), gemeente Deventer: verf en elektra in vijf panden bron 1"
        printed = "€ 4.000 tot € 6.000 (2022), de winkeliers: een folder langs de deuren bron 1"
        assert rows["Doel"] == wanted
        assert rows["Begon met"] == before
        assert rows["Periode"] == "maart 2021 tot heden bron 1"
        assert rows["Bedragen"] == f"{paid} {printed}"
        assert rows["Uitkomst"] == "doel deels gehaald bron 1 Vijf van de negen panden kregen een maker."
        assert "Einde" not in rows

    @pytest.mark.parametrize(
        ("status", "row", "top"),
        [("afgerond", "De laatste maker vertrok. bron 1", ""), ("gestopt", None, "De laatste maker vertrok. bron 1")],
    )
    def test_how_it_ended(self, project: Path, change: Change, status: str, row: str | None, top: str) -> None:
        """In the passport, or at the top of one that stopped; then what is said of the period stays in the passport."""
        change(PRAKTIJK, "status: loopt", f"status: {status}")
        change(PRAKTIJK, "  eind: heden\n", "  eind: 2024\n  toelichting: Met een pauze.\n")
        ended = "einde:\n  tekst: De laatste maker vertrok.\n  bron:\n    - krant-2024\n"
        change(PRAKTIJK, "lessen:\n", f"{ended}lessen:\n")
        rows = passport(project)
        assert rows.get("Einde") == row
        assert rows["Periode"] == "maart 2021 tot en met 2024 Met een pauze."
        tree = page(build(project), URL)
        assert " ".join(texts(tree, ".gestopt > div p")).endswith(top)
        assert [f"#{node.attributes['id']}" for node in tree.css('[id^="noot-"]')] == addresses(tree, ".terug a")

    @pytest.mark.parametrize(
        ("new", "place", "dots"),
        [
            ("gemeenten:\n  - leiden\n  - deventer\n", "Leiden en Deventer", 2),
            ("gemeenten:\n  - leiden\n  - deventer\n  - lelystad\n", "3 gemeenten", 3),
            (
                "gemeenten:\n  - leiden\n  - deventer\n  - lelystad\n  - almere\n",
                "4 gemeenten",
                4,
            ),
            ("land: BE\n", "België", 0),
        ],
    )
    def test_places(self, project: Path, change: Change, new: str, place: str, dots: int) -> None:
        """The place is named, many municipalities are counted and then listed; each has a dot."""
        if "almere" in new:
            almere = (project / "content/gemeenten.yaml").read_text(encoding="utf-8").split("- code: ")[3]
            almere = almere.replace("GM0995", "GM0034").replace("Lelystad", "Almere").replace("lelystad", "almere")
            with (project / "content/gemeenten.yaml").open("a", encoding="utf-8") as file:
                file.write("- code: " + almere.replace("lat: 52.5", "lat: 52.3"))
        change(PRAKTIJK, "gemeenten:\n  - leiden\n", new)
        built = build(project)
        assert codes_and_places(built) == []
        assert texts(page(built, URL), ".paspoort-naam") == [place]
        assert len(page(built, URL).css(".kaart circle")) == dots

    def test_a_place_of_its_own(self, project: Path, change: Change) -> None:
        """Points on the map go before the municipality; abroad they give the name of the place."""
        spot = "kaartpunten:\n  - plaats: Gent\n    lat: 51.05\n    lon: 3.72\ntrends:\n  - anders-werken\n  - anders-c"
        change(PRAKTIJK, "trends:\n  - anders-werken\n  - anders-c", spot)
        change(PRAKTIJK, "gemeenten:\n  - leiden\n", "land: BE\n")
        tree = page(build(project), URL)
        assert texts(tree, ".paspoort-naam") == ["Gent"]
        assert "België" in words(first(tree, ".paspoort-plaats"))
        assert "Praktijk in Gent (België)" in words(first(tree, ".meta"))
        assert "vak" not in words(first(tree, ".paspoort-plaats"))
        assert not tree.css(".kaart"), "abroad there is no map to stand on"

    def test_the_square_is_that_of_the_municipality(self, project: Path) -> None:
        assert "Zuid-Holland, vak B4" in words(first(page(build(project), URL), ".paspoort-plaats"))

    @pytest.mark.parametrize(("today", "old"), [(date(2028, 11, 30), False), (date(2028, 12, 1), True)])
    def test_facts_that_were_checked_long_ago(self, project: Path, today: date, old: bool) -> None:
        """More than 24 months before the build date: the page says so, and so does the report, as a warning."""
        built = build(project, today)
        assert bool(page(built, URL).css(".label-controle")) == old
        assert (PRAKTIJK in {path for code, path, *_ in codes_and_places(built) if code == "controle-nodig"}) == old
        assert not built.failed


class TestStory:
    """Results, what went wrong and lessons, each with what carries them."""

    def test_nothing_known_about_what_went_wrong(self, project: Path) -> None:
        tree = page(build(project), URL)
        assert "Onbekend: in de bronnen is hierover niets gevonden." in words(first(tree, "#wat-ging-mis"))

    def test_what_went_wrong(self, project: Path, change: Change) -> None:
        wrong = "wat_ging_mis:\n  - kop: Te duur\n    tekst: De huur was te hoog.\n    bron:\n      - krant-2024\n"
        change(PRAKTIJK, "wat_ging_mis: onbekend\n", wrong)
        built = build(project)
        assert texts(page(built, URL), "#wat-ging-mis li") == ["Te duur. De huur was te hoog. bron 1"]
        compared = (text_file(built, output.path) for output in built.outputs if "vergelijk-" in output.path)
        assert any('["Te duur.","vet"],"De huur was te hoog."' in part for part in compared)

    def test_measured_results(self, project: Path, change: Change) -> None:
        """A series and a pair are shown as bars, what cannot be drawn as a table, words as a list; each result once."""
        cited = "    bron:\n      - krant-2024\n"
        change(
            PRAKTIJK,
            cited + "wat",
            f"{cited}  - tekst: Er kwamen meer mensen.\n{cited}    maat: bezoekers per week\n"
            "    voor: 1.000\n    reeks:\n      - jaar: 2021\n        waarde: 1.000\n      - jaar: 2022\n"
            "        waarde: 2.500\n    eenheid: bezoekers\n"
            f'  - tekst: De leegstand nam af.\n{cited}    maat: lege panden\n    voor: "20"\n'
            f'  - tekst: De straat liep vol.\n{cited}    maat: volle panden\n    voor: "20"\n    na: "30"\nwat',
        )
        tree = page(build(project), URL)
        assert texts(tree, ".metingen tbody td") == ["20", "onbekend"]
        assert texts(tree, ".metingen tbody th") == [f"Lege panden De leegstand nam af. bron 1 {UNKNOWN}"]
        assert [node.attributes["width"] for node in tree.css(".staaf rect")] == ["40", "100", "67", "100"]
        assert len(tree.css(".reeks-voor")) == 2
        assert [words.replace("\N{NO-BREAK SPACE}", " ") for words in texts(tree, ".verschil")] == [
            "Verschil: 1.500 meer, 2,5 keer zo veel",
            "Verschil: 10 meer, een stijging van 50 procent",
        ]
        assert texts(tree, "figure figcaption")[0].startswith("Bezoekers per week. Er kwamen meer mensen.")
        assert len(texts(tree, "#resultaten + ul li")) == 1

    def test_a_card_shows_what_was_measured(self, project: Path, change: Change) -> None:
        """In small, from step 3 of the evidence on."""
        pair = '    maat: lege panden\n    voor: "20 (2019)"\n    na: "30 (2024)"\n'
        cited = "    bron:\n      - krant-2024\n"
        change(PRAKTIJK, cited + "wat", f"{cited}  - tekst: De straat liep vol.\n{cited}{pair}wat")
        assert not page(build(project), "/praktijken/").css(".kaartje .paar")
        change(PRAKTIJK, "bewijs: 1", "bewijs: 3")
        card = first(page(build(project), "/praktijken/"), ".kaartje .paar")
        assert words(card).replace("\N{NO-BREAK SPACE}", " ") == (
            "Lege panden: 10 meer, een stijging van 50 procent 2019 20 2024 30"
        )

    def test_one_that_stopped(self, project: Path, change: Change) -> None:
        """How it ended stands under the title, and what went wrong right after the summary."""
        wrong = "wat_ging_mis:\n  - kop: Te duur\n    tekst: De huur was te hoog.\n    bron:\n      - krant-2024\n"
        change(PRAKTIJK, "wat_ging_mis: onbekend\n", wrong)
        change(PRAKTIJK, "status: loopt", "status: gestopt")
        change(PRAKTIJK, "  eind: heden\n", "  eind: 2023-05\n  toelichting: De huur liep af.\n")
        tree = page(build(project), URL)
        assert texts(tree, ".gestopt p") == ["gestopt", "Gestopt in mei 2023 , na 26 maanden.", "De huur liep af."]
        assert texts(tree, ".gestopt dl div") == ["Begonnen maart 2021", "Nieuwste bron 2024"]
        assert texts(tree, ".tekst h2")[:3] == ["In het kort", "Wat ging mis", "Aanleiding"]
        assert addresses(tree, ".inhoudsopgave a")[:3] == ["#in-het-kort", "#wat-ging-mis", "#aanleiding"]
        assert not tree.css(".titelblok .status")

    def test_lessons_say_whose_they_are(self, project: Path, change: Change) -> None:
        own = "Begin klein en maak het tijdelijk. Eigen conclusie van de redactie."
        assert texts(page(build(project), URL), ".lessen li") == [own]
        change(PRAKTIJK, "afgeleid: ja", "afgeleid: nee")
        assert texts(page(build(project), URL), ".lessen li") == ["Begin klein en maak het tijdelijk."]

    def test_sections_in_their_order(self, project: Path) -> None:
        headings = texts(page(build(project), URL), ".tekst h2")
        assert headings == [
            "In het kort",
            "Aanleiding",
            "Aanpak",
            "Resultaat",
            "Wat ging mis",
            "Lessen",
            "Wat andere gemeenten hiervan kunnen leren",
            "Eerste drie stappen",
            "Bronnen",
            "Wijzigingen",
        ]


class TestReadingAids:
    """What helps with reading a long page."""

    def test_contents_lead_to_every_part_in_its_order(self, project: Path) -> None:
        tree = page(build(project), URL)
        named = links(tree, ".inhoudsopgave a")
        order = [node.attributes["id"] for node in tree.css("main [id]")]
        places = [order.index(address.removeprefix("#")) for _, address in named]
        assert places == sorted(places)
        assert [text for text, _ in named][:5] == ["In het kort", "Aanleiding", "Aanpak", "Resultaat", "Wat ging mis"]
        assert named[-1] == ("Verwant", "#verwant")

    def test_time_to_read_says_how_fast(self, project: Path, change: Change) -> None:
        """All that the page tells counts, and the speed is stated."""
        assert "1 min lezen" in words(first(page(build(project), URL), ".inhoudsopgave"))
        change(PRAKTIJK, "De leegstand liep op.", "De leegstand liep op." + " woord" * (3 * WORDS_PER_MINUTE))
        contents = words(first(page(build(project), URL), ".inhoudsopgave"))
        assert "4 min lezen" in contents
        assert f"{WORDS_PER_MINUTE} woorden per minuut" in contents

    def test_buttons_that_copy_wait_for_their_script(self, project: Path) -> None:
        buttons = page(build(project), URL).css("[data-kopieer]")
        assert {button.attributes["data-kopieer"] for button in buttons} == {"deel", "citaat", "pagina"}
        assert all("hidden" in button.attributes for button in buttons)


class TestSources:
    """A small number leads to the source, and the source back to each place that cites it."""

    def test_numbers_and_ways_back_in_the_order_of_the_page(self, project: Path, change: Change) -> None:
        second = "  - sleutel: boek-2020\n    titel: Een boek\n    uitgever: De Uitgever\n    datum: onbekend\n"
        second += "    geraadpleegd: 2026-11\n"
        change(PRAKTIJK, "bronnen:\n", f"bronnen:\n{second}")
        change(PRAKTIJK, "  klasse: onbekend\n", "  klasse: tot-50.000\n  bron:\n    - krant-2024\n")
        change(PRAKTIJK, "De leegstand liep op.", "De leegstand liep op [@boek-2020; @krant-2024].")
        tree = page(build(project), URL)

        cited = [
            (words(node), attribute(node, "a", "href"), attribute(node, "a", "id")) for node in tree.css("sup.noot")
        ]
        assert cited[0] == ("bron 2", "#bron-2", "noot-2-1"), "the costs stand in the passport, first on the page"
        assert [node.attributes["id"] for node in tree.css("sup.noot a")] == [
            "noot-2-1",
            "noot-2-2",
            "noot-1-1",
            "noot-2-3",
            "noot-2-4",
        ]
        back = {
            node.attributes["id"]: [link.attributes["href"] for link in node.css(".terug a")]
            for node in tree.css(".bronnen > li")
        }
        assert back == {"bron-1": ["#noot-1-1"], "bron-2": ["#noot-2-1", "#noot-2-2", "#noot-2-3", "#noot-2-4"]}
        names = [node.text() for node in tree.css(".terug a")]
        assert names == ["verwijzing 1a", "verwijzing 2a", "verwijzing 2b", "verwijzing 2c", "verwijzing 2d"]

    def test_what_a_source_says(self, project: Path) -> None:
        """When it was read is said once, below the list."""
        tree = page(build(project), URL)
        assert words(first(tree, ".bronnen > li")).startswith("Een stuk in de krant De Krant, mei 2024. Terug:")
        assert words(first(tree, "#bronnen > p")) == "Geraadpleegd in november 2026."

    def test_a_source_that_was_read_at_another_time(self, project: Path, change: Change) -> None:
        """It says so itself; of two times that are as frequent, the last is the one for all."""
        other = "  - sleutel: boek-2020\n    titel: Een boek\n    uitgever: De Uitgever\n    datum: onbekend\n"
        change(PRAKTIJK, "bronnen:\n", f"bronnen:\n{other}    geraadpleegd: 2026-12-03\n")
        change(PRAKTIJK, "De leegstand liep op.", "De leegstand liep op [@boek-2020; @krant-2024].")
        tree = page(build(project), URL)
        book, paper = (words(node) for node in tree.css(".bronnen > li"))
        assert "Geraadpleegd" not in book
        assert "mei 2024. Geraadpleegd november 2026. Terug:" in paper
        assert words(first(tree, "#bronnen > p")) == "Geraadpleegd op 3 december 2026, tenzij er iets anders bij staat."

    def test_a_title_in_another_language_is_marked(self, project: Path, change: Change) -> None:
        """So that it is read aloud as it is written, and only there."""
        change(PRAKTIJK, "    titel: Een stuk in de krant\n", "    titel: A piece of news\n    taal: en\n")
        tree = page(build(project), URL)
        assert texts(tree, "[lang=en]") == ["A piece of news"]
        assert len(tree.css("body [lang]")) == 1

    def test_more_ways_back_than_letters(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, "De leegstand liep op.", " ".join(["Zin [@krant-2024]."] * 28))
        tree = page(build(project), URL)
        letters = [words(node).split()[-1] for node in tree.css(".terug a")]
        assert letters[24:28] == ["y", "z", "aa", "ab"]


def relatives(project: Path, url: str = URL) -> list[tuple[str, str]]:
    """The related praktijken with the reason each is shown."""
    tree = page(build(project), url)
    related = [node.attributes["href"] or "" for node in tree.css("#verwant h3 a")]
    reasons = [re.sub(r"^Waarom hier: (.*)\.$", r"\1", reason) for reason in texts(tree, "#verwant .noot-regel")]
    return list(zip([address.split("/")[2] for address in related], reasons, strict=True))


class TestRelated:
    """Up to three, the editor's choice first, then what shares most, each with its reason."""

    def test_the_choice_of_the_editor(self, project: Path) -> None:
        assert relatives(project) == [
            ("deventer-makers", "gekozen door de redactie, zelfde trend, zelfde grootteklasse")
        ]
        assert relatives(project, "/praktijken/deventer-makers/") == [
            ("leiden-proef", "zelfde trend, zelfde grootteklasse")
        ]

    def test_what_shares_most_goes_first(self, project: Path, change: Change) -> None:
        """Trends weigh more than size, size more than instruments; of equals the first by name."""
        change("content/gemeenten.yaml", SIZE, SIZE.replace("100.000-250.000", "50.000-100.000"))
        in_lelystad = ("gemeenten:\n  - leiden", "gemeenten:\n  - lelystad")
        add_praktijk(project, "b-zelfde-klasse", in_lelystad, ("  - ruimte\n", "  - geld\n"))
        add_praktijk(project, "a-zelfde-klasse", in_lelystad, ("  - ruimte\n", "  - geld\n"))
        add_praktijk(project, "instrument", ("gemeenten:\n  - leiden", "gemeenten:\n  - deventer"))
        add_praktijk(
            project, "ander", ("trends:\n  - anders-werken\n  - anders-consumeren", "trends:\n  - anders-consumeren")
        )
        change(PRAKTIJK, "verwant:\n  - deventer-makers\n", "")
        size = "zelfde trend, zelfde grootteklasse"

        assert relatives(project) == [
            ("a-zelfde-klasse", size),
            ("b-zelfde-klasse", size),
            ("deventer-makers", "zelfde trend, zelfde instrument (ruimte)"),
        ]

    def test_nothing_shared_but_the_trend(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, "verwant:\n  - deventer-makers\n", "")
        change(PRAKTIJK, "  - ruimte\n", "  - geld\n")
        change(PRAKTIJK, "gemeenten:\n  - leiden\n", "land: BE\n")
        assert relatives(project) == [("deventer-makers", "zelfde trend")]

    def test_no_more_than_three_and_never_itself(self, project: Path, change: Change) -> None:
        for name in "abcd":
            add_praktijk(project, name)
        change(PRAKTIJK, "  - deventer-makers\nbronnen", "  - leiden-proef\n  - a\n  - b\n  - c\n  - d\nbronnen")
        assert relatives(project) == [
            (name, "gekozen door de redactie, zelfde gemeente, zelfde trend") for name in "abc"
        ]
        assert SHOWN == 3

    def test_many_in_one_trend(self, project: Path) -> None:
        """In a large trend each praktijk still has three relatives, none twice and never itself."""
        for number in range(WINDOW):
            add_praktijk(project, f"nummer-{number}")
        built = build(project)
        for url in (f"/praktijken/nummer-{number}/" for number in range(WINDOW)):
            related = [address for _, address in links(page(built, url), "#verwant h3 a")]
            assert len(set(related)) == 3
            assert url not in related

    def test_kansen_and_reports_that_name_it(self, project: Path) -> None:
        tree = page(build(project), "/praktijken/deventer-makers/")
        assert addresses(tree, "#kansen h3 a") == ["/kansen/anders-werken/#kans-lege-panden"]
        assert addresses(tree, "#verslagen h3 a") == ["/verslagen/ronde-tafel/"]


def test_a_report_without_praktijken_shows_no_heading_for_them(project: Path, change: Change) -> None:
    change(VERSLAG, "praktijken:\n  - deventer-makers\n", "")
    assert not page(build(project), "/verslagen/ronde-tafel/").css("#praktijken")


class TestContact:
    """Whom to ask stands on the page for as long as they agreed to it, and in no copy of the data."""

    @pytest.mark.parametrize(("until", "shown"), [("2026-11-24", True), ("2026-11-23", False)])
    def test_until_the_last_day(self, project: Path, change: Change, until: str, shown: bool) -> None:
        contact = "  rol: de centrummanager\n  mail: centrum@leiden.nl\n  toestemming: 2026-01-02\n"
        change(
            "content/praktijken/leiden-proef.md",
            "bronnen:\n  -",
            f"aanspreekpunt:\n{contact}  tot: {until}\nbronnen:\n  -",
        )
        result = build(project)

        assert ("centrum@leiden.nl" in texts(page(result, URL), "#aanspreekpunt a")) is shown
        assert result.data
        copies = [output.read() for output in result.data.files if "leiden-proef" in output.path]
        assert len(copies) > 2
        assert [copy for copy in copies if b"centrum@" in copy] == []
