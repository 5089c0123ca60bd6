"""The printed set of the workshop and its ZIP: accessible, reproducible, and free of what the content may hold."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.core.outputs import Artifact
from binnenstad_site.render.workshop_files import drawable
from tests.conftest import ROOT, build, codes_and_places
from tests.processes import nobody_left

Change = Callable[..., None]
FILE = "content/werkplaats.yaml"
LARGEST = 3 * 1024 * 1024


def documents(project: Path) -> tuple[Artifact, Artifact]:
    """The PDF and the ZIP of a project."""
    built = build(project)
    assert codes_and_places(built) == []
    pdf, archive = built.documents
    return pdf, archive


def reader(project: Path) -> PdfReader:
    return PdfReader(io.BytesIO(documents(project)[0].make()))


def text_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())


def font_files(pdf: PdfReader) -> Iterator[tuple[str, bool]]:
    """Each font with whether its letters are in the file."""
    for sheet in pdf.pages:
        for font in sheet["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            for inner in font.get_object().get("/DescendantFonts", [font]):
                descriptor: Any = inner.get_object()["/FontDescriptor"]
                embedded = any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))
                yield str(font.get_object()["/BaseFont"]), embedded


def test_it_is_accessible(project: Path) -> None:
    """What PDF/UA-1 asks; the typesetter checks the rest, and makes nothing that fails."""
    pdf = reader(project)
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Een proefmiddag"


def test_it_can_be_found_through(project: Path) -> None:
    """Every part and every card is a bookmark."""

    def titles(marks: Any) -> Iterator[str]:
        for mark in marks:
            if isinstance(mark, list):
                yield from titles(mark)
            else:
                yield mark.title

    found = list(titles(reader(project).outline))
    assert {"Draaiboek", "Als het anders loopt", "Online", "Kaarten", "Toetsblad", "Verslagblad"} <= set(found)
    assert {"Anders werken", "Binnenstad united"} <= set(found)


def test_all_letters_are_in_it(project: Path) -> None:
    fonts = dict(font_files(reader(project)))
    assert fonts
    assert all(fonts.values())
    assert {name.partition("+")[2].partition("-")[0] for name in fonts} == {"HankenGrotesk", "BricolageGrotesque"}


def test_a_card_has_its_back_behind_it(project: Path) -> None:
    """Eleven cards and a blank one on three sheets; turned over along the long side, left and right change places."""
    pdf = reader(project)
    sheets = [number for number, sheet in enumerate(pdf.pages) if sheet.extract_text().count("Trend\n") == 4]
    front = sheets[0]
    assert front % 2 == 0, "a front is on an odd page: its back is on the same sheet"
    names, backs = (re.findall(r"Anders\s+(\w+)\n", pdf.pages[number].extract_text()) for number in (front, front + 1))
    assert [backs[1], backs[0], backs[3], backs[2]] == names


def test_what_the_set_says(project: Path) -> None:
    text = text_of(reader(project))
    for words in (
        "Minuut 30 tot 90.",
        "Zeg: “Schrijf het eerst voor uzelf op.”",
        "maakt de groep ruimer van blik [1].",
        "Wie werkt er straks in onze straten?",
        "Wat moet er waar zijn voordat dit bij ons werkt?",
        "Maak een lijst van lege panden.",
        "Plan, eerste stap en datum.",
    ):
        assert words in text


def test_what_a_set_may_have_more(project: Path, change: Change) -> None:
    """Names before writing lines, cards for those with a task, and texts to take over."""
    more = """regelnamen:
  - opdracht: 2
    namen: [Bewoner, Eigenaar]
taakkaarten:
  - naam: Groepsleider
    regels: [U leest de vraag voor., U toont de duim van uw groep.]
voorbeelden:
  - titel: Uitnodiging
    regels: [Wij nodigen u uit voor een middag.]
toets: """
    change(FILE, "toets: ", more)
    text = text_of(reader(project))
    for words in ("Bewoner:", "Eigenaar:", "Taakkaarten", "U toont de duim van uw groep.", "Wij nodigen u uit voor"):
        assert words in text


def test_a_part_that_is_named_has_its_page(project: Path, change: Change) -> None:
    change(FILE, "doe: Vul met de hele zaal het oogstblad in.", """doe: 'Kijk bij "Het blijft stil" en ga verder.'""")
    pdf = reader(project)
    number = next(n for n, sheet in enumerate(pdf.pages, 1) if "Als het anders loopt" in sheet.extract_text()[:40])
    assert f"“Het blijft stil” (bladzijde {number}) en ga verder." in text_of(pdf)


def test_a_sheet_to_fill_in_is_one_page(project: Path) -> None:
    """Each sheet has one heading, and the next page is another sheet."""
    pages = [sheet.extract_text().strip() for sheet in reader(project).pages]
    first = next(number for number, text in enumerate(pages) if text.startswith("Toetsblad"))
    assert [text.partition("\n")[0] for text in pages[first : first + 3]] == ["Toetsblad", "Wandblad", "Oogstblad"]


def test_it_is_the_same_twice(project: Path) -> None:
    first, second = documents(project), documents(project)
    assert [artifact.key for artifact in first] == [artifact.key for artifact in second]
    assert [artifact.make() for artifact in first] == [artifact.make() for artifact in second]
    assert all(len(artifact.make()) < LARGEST for artifact in first)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/kansen/lege-panden.yaml", "Maak een lijst", "Maak snel een lijst"),
        ("content/trends/anders-werken.md", "titel: Anders werken", "titel: Anders aan het werk"),
        (FILE, "Het oogstblad is vol.", "Het oogstblad is helemaal vol."),
    ],
)
def test_another_text_is_another_file(project: Path, change: Change, path: str, old: str, new: str) -> None:
    before = [artifact.key for artifact in build(project).documents]
    change(path, old, new)
    after = [artifact.key for artifact in build(project).documents]
    assert not set(before) & set(after)


@pytest.mark.parametrize(
    "words",
    [
        "#panic(1) en #read(sys.inputs.set) en #[*vet*] en _dun_",
        "$ x^2 $ en = kop en - streep en / term: uitleg",
        "1 < 2 & 3 > 2 en @verwijzing en ~ en --- en \\n",
        "een \N{GRINNING FACE} en \N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET} en \N{CJK UNIFIED IDEOGRAPH-4E2D}",
        "een \\u{41} en // opmerking en /* ook */",
    ],
)
def test_content_is_never_read_as_typesetting(project: Path, change: Change, words: str) -> None:
    """Marks of the typesetter are printed as they are; what no letter can draw becomes a question mark."""
    change(FILE, "zeg: Schrijf het eerst voor uzelf op.", f"zeg: '{words}'")
    built = build(project)
    assert not built.failed
    text = text_of(PdfReader(io.BytesIO(built.documents[0].make())))
    shown = "".join(drawable(words).split())
    assert shown in "".join(text.split())


def test_a_long_card_still_fits(project: Path, change: Change) -> None:
    """The longest text that a kans may have is set smaller, never cut: its end is on the page."""
    change(
        "content/kansen/lege-panden.yaml",
        "eerste_stap: Maak een lijst van lege panden.",
        f"eerste_stap: {'Maak een lange lijst van lege panden. ' * 7}Zo ver.",
    )
    assert "Zo ver." in text_of(PdfReader(io.BytesIO(build(project).documents[0].make())))


def test_the_zip_works_without_a_network(project: Path) -> None:
    """One folder, in which the page leads only to what lies beside it."""
    with zipfile.ZipFile(io.BytesIO(documents(project)[1].make())) as archive:
        names = archive.namelist()
        html = archive.read("werkplaats-in-een-doos/begin-hier.html").decode()
        days = {entry.date_time for entry in archive.infolist()}
        assert archive.testzip() is None
    beside = {name.removeprefix("werkplaats-in-een-doos/") for name in names}
    assert beside == {"begin-hier.html", "stijl.css", "verslag.md", "werkplaats-in-een-doos.pdf"}
    assert days == {(1980, 1, 1, 0, 0, 0)}
    tree = LexborHTMLParser(html)
    links = [str(node.attributes["href"]) for node in tree.css("[href]")]
    anchors = {node.attributes["id"] for node in tree.css("[id]")}
    assert all(link in beside or link[1:] in anchors or link.startswith("https://krant.example/") for link in links)
    assert not tree.css("script, [style], [src]")
    assert "Minuut 30 tot 90." in tree.css_first("main").text(separator=" ")  # type: ignore[union-attr]


def test_what_no_letter_draws() -> None:
    assert drawable("één\n€ 5\N{GRINNING FACE}") == "één\n€ 5?"


PARENT = """
import os, subprocess, sys
from binnenstad_site.render.workshop_files import TYPESETTER
typesetter = subprocess.Popen([sys.executable, "-I", str(TYPESETTER)], stdout=subprocess.DEVNULL)
print(os.getpid(), flush=True)
typesetter.wait()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems leave it to finish")
def test_the_typesetter_ends_with_a_process_that_is_killed() -> None:
    """It does not go on for who is gone: here it still waits for its order."""
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    ) as parent:
        assert parent.stdin is not None
        assert parent.stdout is not None
        parent.stdin.write(parent.stdout.readline())
        parent.stdin.flush()
        parent.kill()
        parent.wait()
        assert nobody_left(parent.pid, 5)
