"""The editorial rules: each finds what it is about, at its line, and nothing in content without the mistake."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from binnenstad_site.checks import DATED_ITEM_RULES, DATED_RULES, ITEM_RULES, RULES, check_site
from binnenstad_site.checks.sentences import no_sentence_twice
from binnenstad_site.checks.wordings import wordings_unique
from binnenstad_site.core.diagnostics import BUGS
from binnenstad_site.core.memo import Memo
from tests.conftest import TODAY, write_files
from tests.stages import linked
from tests.test_cases import CASES, code_of
from tests.visiting import KANS, LAST, PRAKTIJK, WITHDRAWN, add_praktijk

Change = Callable[..., None]
AGENDA = "content/agenda/open-dag.yaml"
TERMS = "content/begrippen.yaml"
FORECASTS = "content/voorspellingen.yaml"
TREND = "content/trends/anders-werken.md"
SCENARIO = "content/scenarios/binnenstad-united.md"
SOURCE = "    bron:\n      - krant-2024\nwat"
SERIES = SOURCE.replace("wat", "    reeks:\n      - jaar: 2021\n        waarde: 5\nwat")
MEASURED = SOURCE.replace("wat", '    voor: "5"\n    na: "3"\nwat')


def findings(project: Path, today: date = TODAY) -> list[tuple[str, str, int]]:
    """Code, path and line of what the rules over the site say, in the order of the files."""
    diagnostics = sorted(check_site(linked(project).site, today, Memo()), key=lambda diagnostic: diagnostic.sort_key())
    return [(d.code.value, d.location.path, d.location.line) for d in diagnostics]


def line_of(project: Path, path: str, text: str) -> int:
    """The first line of a file that holds `text`."""
    lines = (project / path).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


Edits = tuple[tuple[str, str, str], ...]
EVIDENCE_3 = (PRAKTIJK, "bewijs: 1\n", "bewijs: 3\n")
EVIDENCE_4 = (PRAKTIJK, "bewijs: 1\n", "bewijs: 4\n")
KNOWN_COSTS = (PRAKTIJK, "klasse: onbekend\n", "klasse: tot-50.000\n")
FITS = (PRAKTIJK, "bewijs: 1\n", "past_bij:\n  - tot-25.000\nbewijs: 1\n")
WHY = (PRAKTIJK, "bewijs: 1\n", "past_bij_reden: Klein genoeg om elkaar te kennen.\nbewijs: 1\n")
ABROAD = (PRAKTIJK, "plek: De", "land: BE\nplek: De")
PLACELESS = (PRAKTIJK, "gemeenten:\n  - leiden\n", "")
REASON = "bewijs_reden: Een bron uit Leiden beschrijft doel en aanpak, zonder meting.\n"
OUTCOME = "uitkomst: deels\nuitkomst_reden: Vier van de negen panden staan nog leeg.\nuitkomst_bron:\n  - krant-2024\n"
REACHED = (PRAKTIJK, REASON, REASON + OUTCOME)
UNKNOWN = (PRAKTIJK, REASON, f"{REASON}uitkomst: onbekend\nuitkomst_reden: Er is niet opnieuw geteld.\n")
SOURCE_ALONE = (PRAKTIJK, REASON, f"{REASON}uitkomst_bron:\n  - krant-2024\n")
ENDED = (PRAKTIJK, "lessen:\n", "einde:\n  tekst: De laatste maker vertrok.\n  bron:\n    - krant-2024\nlessen:\n")


def amount(*euros: str) -> tuple[str, str, str]:
    """An amount with these lines that say how much it is in euros."""
    lines = ("- bedrag: twee ton", *(f"  {line}" for line in euros), "  jaar: 2022", "  wie: de gemeente")
    rest = ("  waarvoor: verf", "  bron:", "    - krant-2024")
    listed = "".join(f"    {line}\n" for line in (*lines, *rest))
    return PRAKTIJK, "klasse: onbekend\n", f"klasse: onbekend\n  bedragen:\n{listed}"


UNEXPLAINED = (PRAKTIJK, LAST, "")
BAD: dict[str, tuple[Edits, str, str]] = {
    "evidence without a measurement": ((EVIDENCE_3,), "bewijs-zonder-meting", "bewijs: 3"),
    "evidence with only a value before": (
        (EVIDENCE_3, (PRAKTIJK, SOURCE, SOURCE.replace("wat", '    voor: "5"\nwat'))),
        "bewijs-zonder-meting",
        "bewijs: 3",
    ),
    "evidence by a party itself": (
        (EVIDENCE_4, (PRAKTIJK, SOURCE, SERIES), (PRAKTIJK, "- gemeente, opdrachtgever", "- de krant, uitvoerder")),
        "bewijs-zonder-vergelijking",
        "bewijs: 4",
    ),
    "costs without a source": ((KNOWN_COSTS,), "kosten-zonder-bron", "klasse: tot"),
    "sizes without a reason": ((FITS,), "past-bij-zonder-reden", "past_bij:"),
    "a reason without sizes": ((WHY,), "past-bij-zonder-reden", "past_bij_reden:"),
    "abroad with a gemeente": ((ABROAD,), "geen-gemeente", "gemeenten:"),
    "a period that ends before it begins": (
        (((PRAKTIJK, "eind: heden", "eind: 2020")),),
        "omgekeerde-periode",
        "eind: 2020",
    ),
    "an end a month too early": ((((PRAKTIJK, "eind: heden", "eind: 2021-02")),), "omgekeerde-periode", "eind: 2021"),
    "a major change without a word": ((UNEXPLAINED,), "wijziging-zonder-uitleg", "soort: groot"),
    "checked in the future": (
        (((PRAKTIJK, "gecontroleerd: 2026-11", "gecontroleerd: 2026-12")),),
        "datum-in-de-toekomst",
        "gecontroleerd: 2026-12",
    ),
    "changed in the future": (
        (((PRAKTIJK, "datum: 2026-11-20", "datum: 2026-11-25")),),
        "datum-in-de-toekomst",
        "datum: 2026-11-25",
    ),
    "checked too long ago": (
        (((PRAKTIJK, "gecontroleerd: 2026-11", "gecontroleerd: 2024-10")),),
        "controle-nodig",
        "gecontroleerd: 2024-10",
    ),
    "a goal reached, measured by a series alone": (
        (EVIDENCE_3, (PRAKTIJK, SOURCE, SERIES), REACHED),
        "uitkomst-zonder-meting",
        "uitkomst: deels",
    ),
    "a goal reached without any measurement": ((EVIDENCE_3, REACHED), "bewijs-zonder-meting", "bewijs: 3"),
    "an outcome without its source": (
        (REACHED, (PRAKTIJK, "uitkomst_bron:\n  - krant-2024\n", "")),
        "verplicht-veld",
        "uitkomst: deels",
    ),
    "a source of no outcome": ((SOURCE_ALONE,), "verplicht-veld", "uitkomst_bron:"),
    "an amount that falls": (
        (amount("euro_van: 200000", "euro_tot: 20000"),),
        "ongeldig-getal",
        "euro_tot: 20000",
    ),
    "a highest amount alone": ((amount("euro_tot: 200000"),), "verplicht-veld", "euro_tot: 200000"),
    "an end of what goes on": ((ENDED,), "einde-zonder-eind", "einde:"),
    "a title that exists": (
        (((PRAKTIJK, "titel: Een proef in de hoofdstraat", "titel: makers in LEGE panden")),),
        "dubbele-titel",
        "titel: makers",
    ),
}
GOOD: dict[str, Edits] = {
    "evidence with a series": (EVIDENCE_3, (PRAKTIJK, SOURCE, SERIES)),
    "evidence with before and after": (EVIDENCE_3, (PRAKTIJK, SOURCE, MEASURED)),
    "evidence by somebody else": (EVIDENCE_4, (PRAKTIJK, SOURCE, SERIES)),
    "costs with a source": ((PRAKTIJK, "klasse: onbekend\n", "klasse: tot-50.000\n  bron:\n    - krant-2024\n"),),
    "sizes with a reason": (FITS, WHY),
    "a goal reached, measured before and after": (EVIDENCE_3, (PRAKTIJK, SOURCE, MEASURED), REACHED),
    "a goal reached, described": (REACHED,),
    "a goal missed, measured by a series alone": (
        EVIDENCE_3,
        (PRAKTIJK, SOURCE, SERIES),
        REACHED,
        (PRAKTIJK, "uitkomst: deels", "uitkomst: niet-gehaald"),
    ),
    "an outcome that nobody knows": (UNKNOWN,),
    "one amount": (amount("euro_van: 200000", "euro_tot: 200000"),),
    "an amount in other money": (amount(),),
    "an end of what stopped": (ENDED, (PRAKTIJK, "status: loopt", "status: gestopt")),
    "abroad": (ABROAD, PLACELESS),
    "a period of one month in its year": ((PRAKTIJK, "eind: heden", "eind: 2021"),),
    "a period with an unknown end": ((PRAKTIJK, "eind: heden", "eind: onbekend"),),
    "a minor change without a word": ((PRAKTIJK, "    soort: groot\n" + LAST, "    soort: klein\n"),),
    "checked today": ((PRAKTIJK, "gecontroleerd: 2026-11", "gecontroleerd: 2026-11-24"),),
    "checked two years ago": ((PRAKTIJK, "gecontroleerd: 2026-11", "gecontroleerd: 2024-11"),),
    "the title of something else": ((PRAKTIJK, "titel: Een proef in de hoofdstraat", "titel: Anders werken"),),
    "an event of one day": ((AGENDA, "start: 2027-01-15", "start: 2027-01-15\neind: 2027-01-15"),),
}


class TestItems:
    """Rules over one item."""

    @pytest.mark.parametrize("name", BAD)
    def test_bad(self, project: Path, change: Change, name: str) -> None:
        """One mistake, one message, at the line where an editor can mend it."""
        edits, code, text = BAD[name]
        for edit in edits:
            change(*edit)
        assert findings(project) == [(code, PRAKTIJK, line_of(project, PRAKTIJK, text))]

    @pytest.mark.parametrize("name", GOOD)
    def test_good(self, project: Path, change: Change, name: str) -> None:
        for edit in GOOD[name]:
            change(*edit)
        assert findings(project) == []

    def test_nothing_wrong(self, project: Path) -> None:
        """The small project breaks no rule, so that what a test finds is what it put in."""
        assert findings(project) == []

    @pytest.mark.parametrize(
        ("words", "codes"), [(99, ["te-korte-tekst"]), (100, []), (600, []), (601, ["te-lange-tekst"])]
    )
    def test_the_length_of_a_text(self, project: Path, words: int, codes: list[str]) -> None:
        """Headings, links' addresses and citations are no words."""
        path = project / PRAKTIJK
        head, last, _ = path.read_text(encoding="utf-8").partition("Begin met de eigenaren.")
        path.write_text(f"{head}{last}", encoding="utf-8")
        rest = words - linked(project).site.praktijken["leiden-proef"].body.word_count
        path.write_text(f"{head}{last} {'woord ' * rest}\n", encoding="utf-8")
        assert findings(project) == [(code, PRAKTIJK, line_of(project, PRAKTIJK, "## In het kort")) for code in codes]

    def test_a_withdrawn_text_is_left_alone(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, "Er kwam een maker in elk pand.", "Er kwamen 30 makers.")
        assert [code for code, *_ in findings(project)] == ["cijfer-zonder-bron"]
        change(PRAKTIJK, LAST, WITHDRAWN)
        assert findings(project) == []

    def test_without_a_place(self, project: Path, change: Change) -> None:
        """What is not there has no line; the message is at the item."""
        change(*PLACELESS)
        assert [finding[:2] for finding in findings(project)] == [("geen-gemeente", PRAKTIJK)]

    def test_an_event_that_ends_before_it_begins(self, project: Path, change: Change) -> None:
        change(AGENDA, "start: 2027-01-15", "start: 2027-01-15\neind: 2027-01-14")
        assert findings(project) == [("omgekeerde-periode", AGENDA, 3)]

    @pytest.mark.parametrize(
        ("old", "new", "today", "found"),
        [
            ("doeljaar: 2022", "doeljaar: 2020", TODAY, []),
            ("doeljaar: 2022", "doeljaar: 2019", TODAY, [("omgekeerde-periode", "doeljaar: 2019")]),
            ("doeljaar: 2022", "doeljaar: onbekend", TODAY, []),
            ("jaar: 2020", "jaar: onbekend", TODAY, []),
            ("doeljaar: 2030", "doeljaar: 2026", TODAY, []),
            ("doeljaar: 2030", "doeljaar: 2026", date(2027, 1, 1), [("doeljaar-voorbij", "uitkomst: loopt-nog")]),
            ("doeljaar: 2030", "doeljaar: onbekend", date(2027, 1, 1), []),
            ("loopt-nog", "onbekend", TODAY, []),
            ("loopt-nog", "uitgekomen", TODAY, [("verplicht-veld", "uitkomst: uitgekomen")]),
            ("  uitkomst_bron:\n    - krant-2022\n", "", TODAY, [("verplicht-veld", "wat_gebeurde:")]),
        ],
    )
    def test_forecasts(
        self, project: Path, change: Change, old: str, new: str, today: date, found: list[tuple[str, str]]
    ) -> None:
        """Years in order, an outcome that is told with its source, and one for each whose year is over."""
        change(FORECASTS, old, new)
        assert findings(project, today) == [
            (code, FORECASTS, line_of(project, FORECASTS, text)) for code, text in found
        ]

    def test_the_day_decides(self, project: Path) -> None:
        """The same content, a build long after: every item with facts wants a new look."""
        stale = findings(project, date(2029, 1, 1))
        assert {code for code, *_ in stale} == {"controle-nodig"}
        assert len(stale) == 42


class TestSite:
    """Rules over all items together."""

    def test_a_trend_that_is_gone(self, project: Path) -> None:
        (project / TREND).unlink()
        assert ("gesloten-lijst", "content/trends") in [(code, path) for code, path, _ in findings(project)]

    def test_a_trend_too_many(self, project: Path) -> None:
        text = (project / TREND).read_text(encoding="utf-8").replace("titel: Anders", "titel: Anders wonen en")
        (project / "content/trends/anders-wonen.md").write_text(text, encoding="utf-8")
        assert ("gesloten-lijst", "content/trends/anders-wonen.md", 1) in findings(project)

    @pytest.mark.parametrize("path", [TREND, SCENARIO])
    def test_what_is_always_there_cannot_be_withdrawn(self, project: Path, change: Change, path: str) -> None:
        change(path, LAST, WITHDRAWN)
        assert ("gesloten-lijst", path, line_of(project, path, "ingetrokken:")) in findings(project)

    def test_two_trends_in_one_place(self, project: Path, change: Change) -> None:
        """Whichever comes second in the order is told, at the field."""
        change(TREND, "volgorde: 4", "volgorde: 5")
        assert [(code, path) for code, path, _ in findings(project)] == [("dubbele-waarde", TREND)]

    @pytest.mark.parametrize(
        "slug",
        [
            "trend",
            "status",
            "provincie",
            "bewijs",
            "kosten",
            "grootteklasse",
            "instrument",
            "leegstand",
            "uitkomst",
            "vergelijk",
        ],
    )
    def test_words_that_addresses_use(self, project: Path, slug: str) -> None:
        add_praktijk(project, slug)
        assert findings(project) == [("gereserveerd-adres", f"content/praktijken/{slug}.md", 1)]

    @pytest.mark.parametrize("slug", ["assets", "zoek", "feeds", "gegevens", "feeds/alles"])
    def test_folders_of_the_site(self, project: Path, slug: str) -> None:
        page = "---\ntitel: Bestanden\nin_een_zin: Wat er in deze map staat.\ngecontroleerd: 2026-11\n---\n\nTekst.\n"
        write_files(project, f"=== content/paginas/{slug}.md\n{page}")
        assert findings(project) == [("gereserveerd-adres", f"content/paginas/{slug}.md", 1)]

    @pytest.mark.parametrize("slug", ["inhoud", "menu", "begrip-leegstand"])
    @pytest.mark.parametrize("folder", ["agenda", "publicaties"])
    def test_anchors_that_every_page_has(self, project: Path, folder: str, slug: str) -> None:
        (file,) = (project / "content" / folder).iterdir()
        file.rename(file.with_name(f"{slug}.yaml"))
        assert findings(project) == [("gereserveerd-adres", f"content/{folder}/{slug}.yaml", 1)]

    def test_an_anchor_of_a_term(self, project: Path, change: Change) -> None:
        change(TERMS, "- term: maker\n", "- term: Menu\n  uitleg: Wat er te kiezen is op een pagina.\n")
        assert findings(project) == [("gereserveerd-adres", TERMS, line_of(project, TERMS, "Menu"))]

    @pytest.mark.parametrize(
        ("name", "heading"),
        [("agenda", "Open dag"), ("begrippen", "Leegstand"), ("publicaties", "De nieuwe binnenstad")],
    )
    def test_a_heading_above_a_list_with_the_name_of_an_item(self, project: Path, name: str, heading: str) -> None:
        """Both would have one address on the page."""
        page = "---\ntitel: Lijst\nin_een_zin: Wat er in deze lijst staat.\ngecontroleerd: 2026-11\n---\n\nTekst.\n"
        write_files(project, f"=== content/paginas/{name}.md\n{page}\n## {heading}\n\nTekst.\n")
        assert findings(project) == [("dubbele-kop", f"content/paginas/{name}.md", 9)]

    def test_two_scenarios_in_one_corner(self, project: Path, change: Change) -> None:
        other = project / "content/scenarios/binnenstad-als-game.md"
        corner = [line for line in other.read_text(encoding="utf-8").split("\n") if line.startswith(("digit", "circ"))]
        own = [
            line
            for line in (project / SCENARIO).read_text(encoding="utf-8").split("\n")
            if line.startswith(("digit", "circ"))
        ]
        change(SCENARIO, "\n".join(own), "\n".join(corner))
        assert [code for code, *_ in findings(project)] == ["scenario-op-zelfde-plek"]

    def test_a_kans_without_a_judgement(self, project: Path, change: Change) -> None:
        judged = "  exclusieve-binnenstad:\n    oordeel: werkt\n"
        judged += "    reden: In De exclusieve binnenstad is er vraag naar kleine panden.\n"
        change(KANS, judged, "")
        assert findings(project) == [("verplicht-veld", KANS, line_of(project, KANS, "scenario_oordeel"))]

    def test_a_trend_with_only_some_scenarios(self, project: Path, change: Change) -> None:
        """All four or none."""
        change(TREND, "bronnen:\n", "in_scenarios:\n  binnenstad-united: Hier werkt men samen.\nbronnen:\n")
        assert findings(project) == [("verplicht-veld", TREND, line_of(project, TREND, "in_scenarios"))]

    @pytest.mark.parametrize(
        ("old", "new", "text"),
        [
            ("  ook:\n    - ambachtsman\n", "  ook:\n    - Leegstand\n", "- Leegstand"),
            ("  ook:\n    - ambachtsman\n", "  ook:\n    - lege panden\n- term: x\n", "- lege panden"),
        ],
    )
    def test_one_word_for_two_terms(self, project: Path, change: Change, old: str, new: str, text: str) -> None:
        change(TERMS, old, new)
        lines = (project / TERMS).read_text(encoding="utf-8").split("\n")
        last = max(number for number, line in enumerate(lines, 1) if text in line)
        assert findings(project) == [("dubbel-begrip", TERMS, last)]

    def test_a_term_that_leads_to_one_without_explanation(self, project: Path, change: Change) -> None:
        """Such a word is for the search alone, so there is nowhere to lead a reader."""
        change(TERMS, "- trends/anders-werken", "- begrippen/maker")
        assert findings(project) == [("onbekende-verwijzing", TERMS, line_of(project, TERMS, "begrippen/maker"))]
        change(TERMS, "- ambachtsman\n", "- ambachtsman\n  uitleg: Wie dingen maakt met de handen.\n")
        assert findings(project) == []


def test_every_rule_says_in_one_sentence_what_it_asks() -> None:
    """The docstring of a rule is the rule."""
    for rule in (*RULES, *DATED_RULES, *ITEM_RULES, *DATED_ITEM_RULES, no_sentence_twice, wordings_unique):
        text = " ".join((rule.__doc__ or "").split())
        assert text.endswith("."), rule.__name__
        assert text[0].isupper()


def test_what_an_editor_can_cause_is_never_told_of_a_finished_page() -> None:
    """In no report of a mistake in content does a code of the net under the templates occur."""
    own = {"lijst-te-zwaar"} | {code.value for code in BUGS}
    for case in sorted(CASES.iterdir()):
        report = (case / "expected.txt").read_text(encoding="utf-8")
        if code_of(case.name) not in own:
            assert not [code for code in BUGS if f"[{code}]" in report], case.name
            assert "_site/" not in report, case.name
