"""Everything at once, and one thing at a time: all mistakes are told in one run, and none of them about another file.

`tests/awful/` has two files laid over the basis: one that is written as badly as can be, and one that is written well
and in which nothing is right. `python -m pytest tests/test_awful.py --herschrijf` writes `expected.txt` anew.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.exports.redirects import PUBLISHED_FILE, published_text
from binnenstad_site.report.render import MOST_PER_FILE, as_text
from tests.conftest import BASIS, build, write_files
from tests.stages import inside
from tests.visiting import picture_bytes

AWFUL = Path(__file__).parent / "awful"
EVERY = sorted(path.relative_to(BASIS).as_posix() for path in BASIS.rglob("*") if path.is_file())
LISTS = [path for path in EVERY if path.count("/") == 1]
MAKERS = "content/praktijken/deventer-makers/index.md"
FILES = [MAKERS, *LISTS, *{path.rpartition("/")[0]: path for path in EVERY if path not in LISTS}.values()]
"""An item that much depends on, the lists and the settings, and of each folder one file."""


def diagnostics_of(project: Path) -> tuple[Diagnostic, ...]:
    """Everything that is wrong, without the addresses that are not listed yet."""
    return tuple(d for d in build(project).diagnostics if d.code != Code.NIEUW_ADRES)


def in_full(diagnostic: Diagnostic) -> str:
    """One diagnostic as three lines; a report shows no more than twenty of a file."""
    place = diagnostic.location
    where = f"{place.path}:{place.line}:{place.column}-{place.end_column or ''}"
    return f"{where} {diagnostic.severity} {diagnostic.code}\n    {diagnostic.message}\n    {diagnostic.hint}\n"


@pytest.fixture
def awful(project: Path) -> Path:
    """The small project with the two awful files."""
    shutil.copytree(AWFUL / "content", project / "content", dirs_exist_ok=True)
    return project


def test_all_mistakes_are_told_in_one_run_and_in_order(awful: Path, request: pytest.FixtureRequest) -> None:
    diagnostics = diagnostics_of(awful)
    report = "".join(map(in_full, diagnostics))
    expected = AWFUL / "expected.txt"
    if request.config.getoption("herschrijf"):
        expected.write_text(report, encoding="utf-8", newline="\n")

    assert report == expected.read_text(encoding="utf-8")
    assert [d.location for d in diagnostics] == sorted(d.location for d in diagnostics)


def test_only_the_awful_files_are_told_about(awful: Path) -> None:
    result = build(awful)

    assert {d.location.path for d in result.diagnostics if d.code != Code.NIEUW_ADRES} == {
        path.relative_to(AWFUL).as_posix() for path in AWFUL.rglob("*.md")
    }
    assert all(inside(d, result.sources) for d in result.diagnostics if d.code != Code.NIEUW_ADRES)


def test_no_place_has_two_messages_about_one_thing(awful: Path) -> None:
    """Two at one place are about two rules."""
    places = [d.location for d in diagnostics_of(awful)]
    twice = {place for place in places if places.count(place) > 1}

    assert {d.code for d in diagnostics_of(awful) if d.location in twice} == {
        Code.BEWIJS_ZONDER_METING,
        Code.BEWIJS_ZONDER_VERGELIJKING,
    }


def test_what_is_left_out_of_the_report_is_counted(awful: Path) -> None:
    diagnostics = diagnostics_of(awful)
    report = as_text(diagnostics, build(awful).sources)
    shown = len(re.findall(r"^content/", report, re.MULTILINE))

    assert shown == 2 * MOST_PER_FILE
    rest = re.search(r"En nog (\d+) fouten en (\d+) waarschuwingen;", report)
    assert rest is not None
    assert shown + int(rest[1]) + int(rest[2]) == len(diagnostics)


@pytest.fixture
def linked(project: Path, change: Callable[..., None]) -> Path:
    """The small project with everything that makes one file depend on another, and no mistake."""
    folder = project / "content/praktijken/deventer-makers"
    folder.mkdir()
    text = (folder.parent / "deventer-makers.md").read_text(encoding="utf-8")
    text = text.replace("(../trends", "(../../trends").replace("De leegstand liep op.", "![Het plein](plein.jpg)")
    text = text.replace("    wat: Eerste versie.\n", "    wat: Eerste versie.\naliases:\n  - /praktijken/makers/\n")
    (folder / "index.md").write_text(text, encoding="utf-8")
    (folder / "plein.jpg").write_bytes(picture_bytes("JPEG"))
    (folder.parent / "deventer-makers.md").unlink()
    moved = "- van: /oud/\n  naar: /praktijken/deventer-makers/\n- van: /ouder/\n  naar: /over/\n"
    write_files(project, f"=== content/omleidingen.yaml\n{moved}")
    meetings = project / "content/bijeenkomsten.yaml"  # with a second row: of a list of one, any indentation will do
    meeting = meetings.read_text(encoding="utf-8")
    other = meeting.replace("Avond over lege winkels", "Ochtend over de markt").replace(
        "Eigenaren vroegen wie de verbouwing van een winkel betaalt; het antwoord staat niet in de krant.",
        "Kooplieden spraken over de plek van hun kramen, en wat eruit kwam, meldt niemand.",
    )
    meetings.write_text(meeting + other, encoding="utf-8")
    change(
        "content/paginas/meedoen.md",
        "Vertel wat u deed.",
        "Zie [Leiden](../gemeenten.yaml#leiden), [leegstand](../begrippen.yaml#leegstand), "
        "[makers](../praktijken/deventer-makers/index.md#aanpak), [de open dag](../agenda/open-dag.yaml), "
        "[lege panden](../kansen/lege-panden.yaml), [de ronde tafel](../verslagen/ronde-tafel.md), "
        "[het boek](../publicaties/de-nieuwe-binnenstad.yaml) en [het plein](../praktijken/deventer-makers/plein.jpg).",
    )
    addresses = {*build(project).addresses, "/oud/", "/ouder/", "/praktijken/makers/"}
    (project / PUBLISHED_FILE).write_text(published_text("", addresses)[0], encoding="utf-8")
    return project


def test_the_linked_project_is_right(linked: Path) -> None:
    """Else what follows would show nothing."""
    assert build(linked).diagnostics == ()


def _open_quote(text: str) -> str:
    return re.sub(r": (?=\S)", ': "', text, count=1)


def _without_name(text: str) -> str:
    return re.sub(r"^((?:- )?)\w+:", r"\1zzz:", text, count=1, flags=re.MULTILINE)


BROKEN: dict[str, Callable[[str], str | bytes]] = {
    "open quote": _open_quote,
    "other name": _without_name,
    "colon": lambda text: re.sub(r": (\S)", r": x: \1", text, count=1),
    "indentation": lambda text: re.sub(r"\n(\S)", r"\n   \1", text, count=1),
    "empty": lambda _text: "",
    "no text": lambda text: text.encode() + b"\xff",
}
"""Ways to break any file."""


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("path", FILES)
def test_a_mistake_in_one_file_says_nothing_about_another(linked: Path, path: str, how: str) -> None:
    file = linked / path
    broken = BROKEN[how](file.read_text(encoding="utf-8"))
    file.write_bytes(broken if isinstance(broken, bytes) else broken.encode())
    diagnostics = diagnostics_of(linked)

    assert diagnostics
    assert {d.location.path for d in diagnostics} == {path}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (MAKERS, "aliases:\n", "aliasses:\n"),
        (MAKERS, "aliases:\n", "alias:\n"),
        (MAKERS, "  - /praktijken/makers/\n", '  - "/praktijken/makers/\n'),
        (MAKERS, "  - /praktijken/makers/\n", "  - praktijken/makers\n"),
        (MAKERS, "aliases:\n  - /praktijken/makers/\n", "aliases: @/praktijken/makers/\n"),
        (MAKERS, "status: loopt", "status: lopt"),
        (MAKERS, "## Aanpak", "## Anpak"),
        ("content/omleidingen.yaml", "naar: /over/", "naar: over"),
        ("content/gemeenten.yaml", "provincie: Zuid-Holland", "provincie: Holland"),
        ("content/begrippen.yaml", "term: leegstand", "term: @leegstand"),
        ("content/trends/anders-werken.md", "volgorde: 4", "volgorde: vier"),
        ("content/scenarios/binnenstad-united.md", "circulair: hoog", "circulair: hooog"),
        ("content/site.yaml", "  - deventer-makers", "  - deventer-maker"),
    ],
)
def test_what_others_depend_on_is_told_where_it_is_wrong(linked: Path, path: str, old: str, new: str) -> None:
    file = linked / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")

    assert {d.location.path for d in diagnostics_of(linked)} == {path}
