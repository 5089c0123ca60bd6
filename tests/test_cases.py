"""Every diagnostic code has folders with what an editor would have written and the whole report that follows.

`tests/cases/<code>/`, and `tests/cases/<code>--<variant>/` for other ways to make the mistake, is laid over the basis:
`content/…` adds or replaces files, a `templates/` folder replaces single templates, and `weg.txt` names files of the
basis to leave out. What git cannot hold, or should not, is made by the functions in `MADE`. `expected.txt` is what the
editor reads: one message, because there is one mistake.
`python -m pytest tests/test_cases.py --herschrijf` writes those reports anew; review the difference like prose.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from binnenstad_site import pipeline
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.exports.redirects import PUBLISHED_FILE, published_text
from binnenstad_site.report.render import as_text
from tests.conftest import BASIS, ROOT, build
from tests.stages import inside

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir())
PAGE = "---\ntitel: Groot\nin_een_zin: Een pagina waar te veel op staat.\ngecontroleerd: 2026-11\n---\n\n"


def _write(project: Path, path: str, content: str | bytes) -> None:
    (project / path).write_bytes(content if isinstance(content, bytes) else content.encode())


def _noise(length: int) -> str:
    """Text that hardly gets smaller when it is compressed."""
    letters = random.Random(1).choices("abcdefghijklmnopqrstuvwxyz", k=length)
    return " ".join("".join(letters[start : start + 10]) for start in range(0, length, 10))


def _forbidden(project: Path, patch: pytest.MonkeyPatch) -> None:
    """A file that may not be read; who runs the tests may be allowed everything, so the system's answer is made up."""
    opened = os.open

    def refuse(path: str, *args: int) -> int:
        if str(path).endswith("deventer-makers.md"):
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *args)

    patch.setattr(os, "open", refuse)


def _without_content(project: Path, patch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(project / "content")


def _large_file(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/groot.md", PAGE + "Nog een zin.\n" * 50_000)


def _large_text(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/groot.md", PAGE + "Nog een zin.\n" * 20_000)


def _large_picture(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/over/plein.jpg", b"\xff\xd8\xff" + bytes(6_000_000))


def _many_pixels(project: Path, patch: pytest.MonkeyPatch) -> None:
    Image.new("1", (8_000, 5_001)).save(project / "content/paginas/over/plein.jpg", "JPEG")


def _pipe(project: Path, patch: pytest.MonkeyPatch) -> None:
    os.mkfifo(project / "content/praktijken/pijp.md")


def _shortcut(project: Path, patch: pytest.MonkeyPatch) -> None:
    (project / "content/praktijken/markt.md").symlink_to("../verslagen/ronde-tafel.md")


def _many_fields(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/agenda/markt.yaml", "titel: Markt\ngemeenten:\n" + "  - deventer\n" * 5_000)


def _many_links(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/groot.md", PAGE + "[Werken](../trends/anders-werken.md)\n" * 501)


def _many_headings(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/groot.md", PAGE + "".join(f"## Kop {n}\n\nTekst.\n\n" for n in range(301)))


def _many_notes(project: Path, patch: pytest.MonkeyPatch) -> None:
    path = "content/praktijken/deventer-makers.md"
    text = (project / path).read_text(encoding="utf-8")
    _write(project, path, text.replace("De leegstand liep op.\n", "De leegstand liep op [@krant-2024].\n" * 501))


def _many_cells(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/groot.md", PAGE + "| a | b |\n| - | - |\n" + "| a | b |\n" * 1_000)


def _many_points(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/groot.md", PAGE + "- Nog een punt.\n" * 5_001)


def _many_marks(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/groot.md", PAGE + "Een *schuin* woord.\n" * 5_001)


def _many_lines(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/groot.md", PAGE + "Zin.\n" * 20_001)


def _many_redirects(project: Path, patch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"- van: /oud-{n}/\n  naar: /trends/anders-werken/\n" for n in range(201))
    _write(project, "content/omleidingen.yaml", rows)


def _many_former_addresses(project: Path, patch: pytest.MonkeyPatch) -> None:
    aliases = "".join(f"  - /oud-{n}/\n" for n in range(201))
    _write(project, "content/paginas/groot.md", PAGE.replace("\n---\n\n", f"\naliases:\n{aliases}---\n\nTekst.\n"))


def _open_brackets(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/groot.md", PAGE + "Zie de lijst [hier.\n" * 300)


def _long_line(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/agenda/markt.yaml", f"titel: Markt\nplaats: {'heel ' * 5_000}ver\n")


def _loose_accents(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/groot.md", f"{PAGE}Een a met veel accenten: a{chr(0x301) * 40}.\n")


def _in_main_folder(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "delft-markt.md", PAGE)


def _folder_in_main_folder(project: Path, patch: pytest.MonkeyPatch) -> None:
    (project / "praktijken").mkdir()
    _write(project, "praktijken/delft-markt.md", PAGE)


def _slow_file(project: Path, patch: pytest.MonkeyPatch) -> None:
    """A clock on which one file takes long."""

    class SlowTimes(ItemTimes):
        def __init__(self) -> None:
            self.now = 0.0
            super().__init__(lambda: self.now)

        @contextmanager
        def measured(self, stage: str, path: str, part: str = "") -> Iterator[None]:
            with super().measured(stage, path, part):
                yield
                self.now += 1.5 if path.endswith("deventer-makers.md") else 0

    patch.setattr(pipeline, "ItemTimes", SlowTimes)


def _all_but_one_listed(project: Path, patch: pytest.MonkeyPatch) -> None:
    """The list of addresses as a maintainer left it, before the page of this case was written."""
    news = project / "content/paginas/nieuws.md"
    text = news.read_text(encoding="utf-8")
    news.unlink()
    _write(project, PUBLISHED_FILE, published_text("", build(project).addresses)[0])
    _write(project, "content/paginas/nieuws.md", text)


def _heavy_list(project: Path, patch: pytest.MonkeyPatch) -> None:
    page = f'<!doctype html>\n<html lang="nl">\n<title>Zoek verder</title>\n<h1>Zoek</h1>\n<p>{_noise(200_000)}</p>\n'
    _write(project, "templates/pages/niet-gevonden.html", page)


def _heavy_page(project: Path, patch: pytest.MonkeyPatch) -> None:
    _write(project, "content/paginas/groot.md", f"{PAGE}{_noise(150_000)}\n")


MADE: dict[str, Callable[[Path, pytest.MonkeyPatch], None]] = {
    "bestand-onleesbaar": _forbidden,
    "bestand-onleesbaar--geen-inhoud": _without_content,
    "bestand-te-groot": _large_file,
    "bestand-te-groot--beeldpunten": _many_pixels,
    "bestand-te-groot--foto": _large_picture,
    "bestand-te-groot--lange-tekst": _large_text,
    "bijzonder-bestand": _pipe,
    "bijzonder-bestand--snelkoppeling": _shortcut,
    "lijst-te-zwaar": _heavy_list,
    "nieuw-adres": _all_but_one_listed,
    "onbekend-bestand--hoofdmap": _in_main_folder,
    "onbekende-map--hoofdmap": _folder_in_main_folder,
    "pagina-te-zwaar": _heavy_page,
    "te-veel-in-bestand": _many_links,
    "te-veel-in-bestand--accenten": _loose_accents,
    "te-veel-in-bestand--blokhaken": _open_brackets,
    "te-veel-in-bestand--koppen": _many_headings,
    "te-veel-in-bestand--lange-regel": _long_line,
    "te-veel-in-bestand--noten": _many_notes,
    "te-veel-in-bestand--omleidingen": _many_redirects,
    "te-veel-in-bestand--opmaak": _many_marks,
    "te-veel-in-bestand--punten": _many_points,
    "te-veel-in-bestand--regels": _many_lines,
    "te-veel-in-bestand--vakken": _many_cells,
    "te-veel-in-bestand--vroegere-adressen": _many_former_addresses,
    "te-veel-velden": _many_fields,
    "traag-bestand": _slow_file,
}
"""What git cannot hold, or should not; each changes a project that is laid out."""


def code_of(name: str) -> str:
    """The code that a folder shows."""
    return name.partition("--")[0]


def lay_out(case: Path, project: Path) -> None:
    """The basis with the files of a case over it."""
    shutil.copytree(BASIS / "content", project / "content")
    if (case / "templates").is_dir() or case.name in MADE:  # it changes them
        shutil.copytree(ROOT / "templates", project / "templates")
    else:
        (project / "templates").symlink_to(ROOT / "templates")
    for name in ("content", "templates"):
        if (case / name).is_dir():
            shutil.copytree(case / name, project / name, dirs_exist_ok=True)
    if (case / "weg.txt").exists():
        for line in (case / "weg.txt").read_text(encoding="utf-8").split():
            (project / line).unlink()


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of the case is exactly what is expected: one message, with its code, at a place that exists."""
    code = code_of(name)
    project = tmp_path / "project"
    lay_out(CASES / name, project)
    if name in MADE:
        MADE[name](project, monkeypatch)
    result = build(project)
    shown = tuple(d for d in result.diagnostics if d.code != Code.NIEUW_ADRES or code == Code.NIEUW_ADRES)
    report = as_text(shown, result.sources, result.files) + "\n"
    expected = CASES / name / "expected.txt"
    if request.config.getoption("herschrijf"):
        expected.write_text(report, encoding="utf-8", newline="\n")

    assert report == expected.read_text(encoding="utf-8")
    assert [d.code for d in shown] == [code]
    assert all(d.hint for d in shown)
    assert all(inside(d, result.sources) for d in shown if d.location.path in result.sources)


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    """A code without a folder was never read by a person; a folder without a code is of something that is gone."""
    assert {code_of(name) for name in NAMES} == {code.value for code in Code}
    assert set(NAMES) >= {code.value for code in Code}
    assert set(NAMES) >= MADE.keys()
