"""What `serve` shows of a build: the site, or each mistake at the page it is about."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from binnenstad_site.pipeline import Options
from binnenstad_site.serve.preview import address_of_file, preview, result_of
from binnenstad_site.serve.server import PORT, ServeResult
from tests.conftest import ROOT, TODAY, build
from tests.visiting import PRAKTIJK

Change = Callable[..., None]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("content/praktijken/leiden-proef.md", "/praktijken/leiden-proef/"),
        ("content/praktijken/leiden-proef/index.md", "/praktijken/leiden-proef/"),
        ("content/trends/anders-werken.md", "/trends/anders-werken/"),
        ("content/paginas/over/index.md", "/over/"),
        ("content/paginas/over/redactie.md", "/over/redactie/"),
        ("content/kansen/lege-panden.yaml", "/kansen/"),
        ("content/agenda/open-dag.yaml", "/agenda/"),
        ("content/begrippen.yaml", "/begrippen/"),
        ("content/gemeenten.yaml", "/gemeenten/"),
        ("content/site.yaml", "/"),
        ("content/omleidingen.yaml", "/"),
        ("content/gepubliceerde-adressen.txt", "/"),
        ("content", "/"),
    ],
)
def test_where_a_file_would_be_read(path: str, address: str) -> None:
    assert address_of_file(path) == address


def test_a_good_site_is_shown_with_its_report_and_fonts(project: Path) -> None:
    built = build(project)
    result = result_of(built, project / ".bouw/gemaakt")
    assert result.outputs is not None
    fonts = [font.path for font in built.fonts]
    assert result.outputs[: -len(fonts)] == built.outputs
    assert [output.path for output in result.outputs[-len(fonts) :]] == fonts
    assert result.error_pages == {}
    assert result.report == ""
    assert result.finish is not None
    assert "waarschuwing" in result.finish()
    assert built.search is not None
    assert result.deferred is not None
    assert result.deferred.folder == built.search.folder
    assert result.deferred.make() == built.search.files()


def test_mistakes_stand_at_their_pages(project: Path, change: Change) -> None:
    """Each page shows its own; the report in the terminal shows all."""
    change(PRAKTIJK, "status: loopt", "status: lopt")
    change("content/paginas/over/redactie.md", "index.md#voor-wie", "index.md#voor-wei")
    result = result_of(build(project), project)
    assert result.outputs is None
    assert set(result.error_pages) == {"/praktijken/leiden-proef/", "/over/redactie/"}
    assert "lopt" in result.error_pages["/praktijken/leiden-proef/"]
    assert "voor-wei" not in result.error_pages["/praktijken/leiden-proef/"]
    assert "lopt" in result.report
    assert "voor-wei" in result.report


def test_a_renamed_item_shows_the_report_at_its_new_address(project: Path) -> None:
    """What is wrong then stands in other files: a former address without a page, links to the old name."""
    (project / "content/gepubliceerde-adressen.txt").write_text("/praktijken/leiden-proef/\n", encoding="utf-8")
    (project / PRAKTIJK).rename(project / "content/praktijken/leiden-nieuw.md")
    result = result_of(build(project), project)
    assert "/praktijken/leiden-nieuw/" in result.addresses
    assert "verdwenen-adres" in result.report
    assert "/praktijken/leiden-nieuw/" not in result.error_pages


def test_settings_that_are_broken_stand_at_the_start(project: Path, change: Change) -> None:
    change("content/site.yaml", "titel:", "titl:")
    assert set(result_of(build(project), project).error_pages) == {"/"}


def test_a_template_error_stands_at_the_pages_it_breaks(project: Path) -> None:
    (project / "templates").unlink()
    shutil.copytree(ROOT / "templates", project / "templates")
    (project / "templates/pages/verslag.html").write_text("{{ page.weg }}", encoding="utf-8")
    result = result_of(build(project), project)
    assert set(result.error_pages) == {"/verslagen/ronde-tafel/"}
    assert "templates/pages/verslag.html:1:1" in result.error_pages["/verslagen/ronde-tafel/"]


def test_what_is_served(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server gets the base path, what to watch, where to write, and a build that sees every change.

    No page has a policy of its own, which would refuse the script that reloads it.
    """
    arguments: dict[str, Any] = {}

    def pretend(make: Callable[[], ServeResult], **how: Any) -> None:
        arguments.update(how, make=make)
        raise KeyboardInterrupt

    monkeypatch.setattr("binnenstad_site.serve.preview.serve", pretend)
    with pytest.raises(KeyboardInterrupt):
        preview(project, Options(TODAY, "https://kennis.example/pad"), PORT, print)
    gc.unfreeze()
    make = arguments.pop("make")
    assert arguments == {
        "watched": [project / "content", project / "templates"],
        "scratch": project / ".bouw",
        "say": print,
        "port": PORT,
        "base": "/pad",
    }
    outputs = make().outputs
    assert outputs is not None
    assert not any(b"Content-Security-Policy" in output.read() for output in outputs if output.path.endswith(".html"))
    (project / "content/site.yaml").unlink()
    assert make().outputs is None
