"""Moving and withdrawing an item, mending files, asking again: what editors type, and what then stands in the files."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from binnenstad_site.cli.exit_status import ExitStatus
from binnenstad_site.cli.main import main
from binnenstad_site.upkeep.changed_claims import Key, claims_now
from binnenstad_site.upkeep.changed_claims import Said as ClaimedThere
from binnenstad_site.upkeep.survey import survey
from tests.conftest import build
from tests.stages import KANS, PRAKTIJK
from tests.visiting import picture_bytes

Change = Callable[..., None]
Said = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("here")
WORDS = "content/zoekwoorden.yaml"
LEIDEN = "content/praktijken/leiden-proef.md"
FOTO = "  beschrijving: Een straat met lege panden.\n  maker: Gemeente Leiden\n  jaar: 2021\n"
DAY = date(2026, 11, 24)


def text(project: Path, path: str) -> str:
    return (project / path).read_text(encoding="utf-8")


def mistakes(project: Path) -> list[str]:
    return [f"{d.location.path}: {d.message}" for d in build(project).diagnostics if d.code != "nieuw-adres"]


class TestVerplaats:
    """`python build.py verplaats OUD NIEUW`."""

    def test_file_alias_references_and_links_at_once(self, here: Path, change: Change, capsys: Said) -> None:
        change(LEIDEN, "De leegstand liep op.", "In [Deventer](./deventer-makers.md#aanpak) ook.")
        assert main(["verplaats", "praktijken/deventer-makers", "deventer-vaklieden"]) == ExitStatus.GOOD
        assert "verplaatst: content/praktijken/deventer-makers.md naar" in capsys.readouterr().out
        new = text(here, "content/praktijken/deventer-vaklieden.md")
        assert "aliases:\n  - /praktijken/deventer-makers/\n---\n" in new
        assert not (here / PRAKTIJK).exists()
        assert "(deventer-vaklieden.md#aanpak)" in text(here, LEIDEN)
        for path in (LEIDEN, KANS, "content/site.yaml"):
            assert "deventer-makers" not in text(here, path)
        assert mistakes(here) == []

    def test_there_and_back_leaves_one_alias(self, here: Path) -> None:
        before = text(here, PRAKTIJK)
        main(["verplaats", "deventer-makers", "deventer-vaklieden"])
        main(["verplaats", "/praktijken/deventer-vaklieden/", "deventer-makers"])
        assert text(here, PRAKTIJK) == before.replace(
            "\n---\n\n", "\naliases:\n  - /praktijken/deventer-vaklieden/\n---\n\n", 1
        )
        assert mistakes(here) == []

    def test_a_folder_goes_with_its_pictures(self, here: Path) -> None:
        folder = here / "content/praktijken/leiden-proef"
        folder.mkdir()
        shutil.move(here / LEIDEN, folder / "index.md")
        moved = text(here, "content/praktijken/leiden-proef/index.md")
        (folder / "index.md").write_text(moved.replace("(../trends", "(../../trends"), encoding="utf-8")
        main(["verplaats", "content/praktijken/leiden-proef/index.md", "leiden-straat"])
        assert (here / "content/praktijken/leiden-straat/index.md").is_file()
        assert mistakes(here) == []

    def test_the_folder_of_its_pictures_goes_along(self, here: Path, change: Change) -> None:
        (here / "content/praktijken/leiden-proef").mkdir()
        (here / "content/praktijken/leiden-proef/straat.jpg").write_bytes(picture_bytes("JPEG"))
        change(LEIDEN, "De leegstand liep op.", "De leegstand liep op. ![Een straat](leiden-proef/straat.jpg)")
        change(LEIDEN, "wat_ging_mis:", "foto:\n  bestand: leiden-proef/straat.jpg\n" + FOTO + "wat_ging_mis:")
        assert mistakes(here) == []
        main(["verplaats", "leiden-proef", "leiden-straat"])
        moved = text(here, "content/praktijken/leiden-straat.md")
        assert "bestand: leiden-straat/straat.jpg" in moved
        assert "(leiden-straat/straat.jpg)" in moved
        assert not (here / "content/praktijken/leiden-proef").exists()
        assert mistakes(here) == []

    def test_an_item_without_page_gets_no_alias(self, here: Path) -> None:
        main(["verplaats", "kansen/lege-panden", "vul-panden"])
        assert "aliases" not in text(here, "content/kansen/vul-panden.yaml")
        assert mistakes(here) == []

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ("deventer-maker", "x", 'Bedoelde u "deventer-makers"?'),
            ("deventer-makers", "leiden-proef", '"leiden-proef" bestaat al'),
            ("deventer-makers", "Deventer Makers", "Bedoelde u deventer-makers?"),
            ("deventer-makers", "kansen/deventer", "blijft in content/praktijken/"),
            ("trends/anders-werken", "werken", "bestaat niet"),
        ],
    )
    def test_what_cannot_be_done_changes_nothing(
        self, here: Path, capsys: Said, old: str, new: str, words: str
    ) -> None:
        before = text(here, PRAKTIJK)
        assert main(["verplaats", old, new]) == ExitStatus.USAGE
        assert words in capsys.readouterr().err
        assert text(here, PRAKTIJK) == before

    def test_not_while_there_are_mistakes(self, change: Change, capsys: Said) -> None:
        change(LEIDEN, "status: loopt", "status: lopt")
        assert main(["verplaats", "deventer-makers", "x"]) == ExitStatus.USAGE
        assert "Er staan fouten in de inhoud" in capsys.readouterr().err


class TestTrekIn:
    """`python build.py trek-in SLUG "reden"`."""

    def test_the_page_says_why_and_no_field_names_it(self, here: Path, change: Change, capsys: Said) -> None:
        change(KANS, "  - deventer-makers", "  - leiden-proef\n  - deventer-makers")
        change("content/paginas/meedoen.md", "Vertel", "Zie [Leiden](../praktijken/leiden-proef.md). Vertel")
        reason = "De proef in 't centrum bleek nooit begonnen."
        assert main(["trek-in", "leiden-proef", reason, "--date", "2026-11-24"]) == ExitStatus.GOOD
        assert "ingetrokken:\n  datum: 2026-11\n  reden: 'De proef in ''t centrum" in text(here, LEIDEN)
        assert "leiden-proef" not in text(here, KANS)
        assert "content/paginas/meedoen.md:7 linkt ernaar" in capsys.readouterr().out
        assert mistakes(here) == []

    def test_the_last_of_a_list_takes_the_field_along(self, here: Path) -> None:
        assert main(["trek-in", "deventer-makers", "Deze praktijk is gestopt."]) == ExitStatus.GOOD
        assert "verwant" not in text(here, LEIDEN)
        assert "uitgelicht" not in text(here, "content/site.yaml")

    def test_words_of_readers_that_led_only_to_it_go_too(self, here: Path) -> None:
        """Else they would mean nothing; an entry with other pages loses this one."""
        words = "- naam: {}\n  kenmerk: pagina\n  paginas:\n{}  woorden:\n    - {}\n"
        leiden, others = "    - praktijken/leiden-proef\n", "    - praktijken/deventer-makers\n"
        before = text(here, WORDS)
        both = words.format("makers", "{}" + others, "vaklieden aan de straat")
        (here / WORDS).write_text(
            before + words.format("proef", leiden, "een half jaar kijken") + "# Verder\n" + both.format(leiden), "utf-8"
        )
        assert main(["trek-in", "leiden-proef", "De proef is nooit begonnen."]) == ExitStatus.GOOD
        assert text(here, WORDS) == before + "# Verder\n" + both.format("")
        assert mistakes(here) == []

    def test_a_reason_is_a_sentence(self, capsys: Said) -> None:
        assert main(["trek-in", "deventer-makers", "weg"]) == ExitStatus.USAGE
        assert "Schrijf als reden één zin" in capsys.readouterr().err

    def test_not_twice(self, capsys: Said) -> None:
        main(["trek-in", "leiden-proef", "De proef is nooit begonnen."])
        assert main(["trek-in", "leiden-proef", "De proef is nooit begonnen."]) == ExitStatus.USAGE
        assert "is al ingetrokken" in capsys.readouterr().err


MESSY = (
    (
        "in_een_zin: Een vereniging van winkeliers vult lege panden met makers uit de buurt.",
        "in_een_zin: “Een vereniging van winkeliers vult lege panden met makers uit de buurt.”",
        'in_een_zin: "Een vereniging van winkeliers vult lege panden met makers uit de buurt."',
    ),
    ("plek: De hoofdstraat", "“plek”: De hoofdstraat", "plek: De hoofdstraat"),
    ("  - Bel de eigenaren.", "  • Bel de eigenaren.", "  - Bel de eigenaren."),
    ("  - Zoek een maker.", "  3. Zoek een maker.", "  - Zoek een maker."),
    ("    datum: 2024-05\n", "    datum: mei 2024\n", "    datum: 2024-05\n"),
    ("  eind: heden\n", "\teind:\theden\n", "  eind: heden\n"),
    (
        "url: https://krant.example/stuk",
        "url: https://krant.example/stuk?utm_source=x",
        "url: https://krant.example/stuk",
    ),
    ("De leegstand liep op.", "Het cafÃ© is leeg.", "Het café is leeg."),
    ("Er kwam een maker in elk pand.", "• Er kwam een maker.", "- Er kwam een maker."),
)


class TestHerstel:
    """`python build.py herstel`."""

    def test_what_is_safe_is_mended_and_shown_first(self, here: Path, capsys: Said) -> None:
        file = here / PRAKTIJK
        good = text(here, PRAKTIJK)
        messy = good
        for original, wrong, right in MESSY:
            assert messy.count(original) == 1, original
            messy, good = messy.replace(original, wrong), good.replace(original, right)
        data = b"\xef\xbb\xbf" + messy.replace("\n", "\r\n").encode()
        file.write_bytes(data)

        assert main(["herstel"]) == ExitStatus.GOOD
        shown = capsys.readouterr().out
        assert file.read_bytes() == data
        assert "+    datum: 2024-05\n" in shown
        assert "(BOM) gaat weg" in shown
        assert "gewone regeleinden" in shown
        assert "Er is niets geschreven" in shown

        assert main(["herstel", "--schrijf"]) == ExitStatus.GOOD
        assert file.read_bytes() == good.encode()
        assert mistakes(here) == []
        assert main(["herstel"]) == ExitStatus.GOOD
        assert capsys.readouterr().out.endswith("Er is niets te herstellen.\n")

    def test_a_former_name_becomes_the_name_now(self, here: Path, change: Change) -> None:
        change(
            PRAKTIJK, "soort: groot\n    wat: Eerste versie.\n---", "soort: klein\naliases:\n  - /praktijken/oud/\n---"
        )
        change(LEIDEN, "  - deventer-makers", "  - oud")
        change("content/paginas/meedoen.md", "Vertel", "[Zie](../praktijken/oud.md#aanpak). Vertel")
        main(["herstel", "--schrijf"])
        assert "  - deventer-makers" in text(here, LEIDEN)
        assert "(../praktijken/deventer-makers.md#aanpak)" in text(here, "content/paginas/meedoen.md")

    def test_nothing_to_mend_touches_nothing(self, here: Path, capsys: Said) -> None:
        before = {path: path.stat().st_mtime_ns for path in (here / "content").rglob("*.*")}
        assert main(["herstel", "--schrijf"]) == ExitStatus.GOOD
        assert capsys.readouterr().out == "Er is niets te herstellen.\n"
        assert before == {path: path.stat().st_mtime_ns for path in (here / "content").rglob("*.*")}


def test_nabellen_names_the_stalest_first_and_whom_to_ask(change: Change, capsys: Said) -> None:
    change(LEIDEN, "gecontroleerd: 2026-11", "gecontroleerd: 2025-03")
    assert main(["nabellen", "--aantal", "1"]) == ExitStatus.GOOD
    said = capsys.readouterr().out
    assert said.startswith(f"1. Een proef in de hoofdstraat ({LEIDEN})\n")
    assert "nagekeken: maart 2025; status: loopt in 2024" in said
    assert "vraag het: gemeente Leiden" in said
    assert "nieuwste bron: De Krant, 2024-05, https://krant.example/stuk" in said


class TestZinnen:
    """`python build.py zinnen`."""

    SENTENCE = "Winkeliers vullen lege panden met makers [@krant-2024]."

    def listed(self, here: Path) -> Path:
        rows = (f'{item},{claim},{said.plek},"{said.zin}"' for (item, claim), said in self.now(here).items())
        file = here / "eerder.csv"
        file.write_text("\ufeffitem,claim,plek,zin\n" + "\n".join(rows), encoding="utf-8")
        return file

    def now(self, here: Path) -> Mapping[Key, ClaimedThere]:
        site = survey(here).site
        assert site is not None
        return claims_now(site)

    def test_nothing_changed(self, here: Path, capsys: Said) -> None:
        assert main(["zinnen", str(self.listed(here))]) == ExitStatus.GOOD
        assert capsys.readouterr().out.endswith(" zinnen met een bron: 0 nieuw, 0 herschreven, 0 weg.\n")

    def test_new_rewritten_and_gone(self, here: Path, change: Change, capsys: Said) -> None:
        file = self.listed(here)
        change(PRAKTIJK, self.SENTENCE, "Winkeliers vulden lege panden met makers [@krant-2024].")
        change(LEIDEN, "De leegstand liep op.", "In 2024 was het rustiger [@krant-2024].")
        assert main(["zinnen", str(file)]) == ExitStatus.GOOD
        said = capsys.readouterr().out
        assert "Nieuw (1):\n  praktijken/leiden-proef, Aanleiding: In 2024 was het rustiger. (#c-" in said
        assert "    was: Winkeliers vullen lege panden met makers. (#c-" in said
        assert "    nu:  Winkeliers vulden lege panden met makers. (#c-" in said
        assert said.endswith("1 nieuw, 1 herschreven, 0 weg.\n")

    def test_a_sentence_that_moves_or_gets_markup_is_the_same(self, here: Path, change: Change, capsys: Said) -> None:
        file = self.listed(here)
        change(PRAKTIJK, self.SENTENCE, "Daar gaat dit over.")
        change(
            PRAKTIJK,
            "## Aanleiding\n",
            "## Aanleiding\n\nWinkeliers **vullen** lege panden met makers [@krant-2024].\n",
        )
        assert main(["zinnen", str(file)]) == ExitStatus.GOOD
        assert capsys.readouterr().out.endswith("0 nieuw, 0 herschreven, 0 weg.\n")

    def test_a_list_that_is_not_there_is_said(self, here: Path, capsys: Said) -> None:
        assert main(["zinnen"]) == ExitStatus.USAGE
        assert "_site/open-data/claims.csv is er niet" in capsys.readouterr().err

    def test_another_text_is_no_list(self, here: Path, capsys: Said) -> None:
        assert main(["zinnen", PRAKTIJK]) == ExitStatus.USAGE
        assert "Dit is geen lijst met zinnen" in capsys.readouterr().err
