"""Templates and assets made ready by another process."""

from __future__ import annotations

from pathlib import Path

import pytest

from binnenstad_site.core.memo import Kept, Memo, MemoFile, digest
from binnenstad_site.render import templating
from binnenstad_site.render.ahead import prepare
from binnenstad_site.render.assets import read_assets
from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"


def memo_in(folder: Path) -> Memo:
    return Memo(MemoFile(folder / "geheugen", b"secret", b"rules"), live=False)


@pytest.mark.parametrize("processes", [1, 2])
def test_the_same_assets_by_any_number_of_processes(tmp_path: Path, processes: int) -> None:
    assert prepare(TEMPLATES, memo_in(tmp_path), processes)() == read_assets(TEMPLATES / "assets", memo=Memo())


def test_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another process made is known to the next build, which starts none."""
    memo = memo_in(tmp_path)
    prepare(TEMPLATES, memo, 2)()
    memo.end()

    def started(*_: object) -> None:
        raise AssertionError("another process for what is known")

    monkeypatch.setattr("binnenstad_site.render.ahead.Beside", started)
    again = memo_in(tmp_path)
    assert again.knows(Kept.TEMPLATE, digest("prepared", templating.template_sources(TEMPLATES)))
    assert prepare(TEMPLATES, again, 2)() == read_assets(TEMPLATES / "assets", memo=Memo())


def test_a_mistake_in_a_template_is_told_where_a_page_needs_it(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    (folder / "assets").mkdir(parents=True)
    (folder / "pagina.html").write_text("{% if %}", encoding="utf-8")
    assert prepare(folder, memo_in(tmp_path), 2)().files == read_assets(folder / "assets", memo=Memo()).files
