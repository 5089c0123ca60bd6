"""Style sheets, scripts and drawings: one address that changes when any of them does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from binnenstad_site.core.outputs import Artifact
from binnenstad_site.render import fonts
from binnenstad_site.render.assets import STYLESHEET, Assets, read_assets
from tests.conftest import ROOT


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for name, text in {
        "css/20-b.css": "b {}\n\n",
        "css/10-a.css": "a {}\n",
        "js/x.js": "1;\n",
        "beeld/x.svg": "<svg/>",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_style_sheets_become_one_in_the_order_of_their_names(source: Path) -> None:
    assets = read_assets(source)
    assert assets.files[STYLESHEET] == b"a{}b{}"
    assert list(assets.files) == ["beeld/x.svg", "css/site.css", "js/x.js", *fonts.licences()]


def test_style_sheets_in_a_folder_become_a_sheet_of_their_own(source: Path) -> None:
    (source / "css/b").mkdir()
    (source / "css/b/20-d.css").write_text("d {}\n", encoding="utf-8")
    (source / "css/b/10-c.css").write_text("c {}\n", encoding="utf-8")
    files = read_assets(source).files
    assert (files[STYLESHEET], files["css/b.css"]) == (b"a{}b{}", b"c{}d{}")


def test_addresses(source: Path) -> None:
    """All files share one folder, so that they can name one another without knowing it."""
    assets = read_assets(source)
    assert assets.address("js/x.js") == f"/{assets.folder}/js/x.js"
    assert {output.path for output in assets.outputs()} == {f"{assets.folder}/{name}" for name in assets.files}
    with pytest.raises(KeyError):
        assets.address("js/y.js")


def test_fonts_stand_beside_the_others_before_they_are_made(source: Path) -> None:
    assets = read_assets(source)
    assert list(assets.fonts) == [face.name for face in fonts.FACES + fonts.FOREIGN_FACES]
    for name, font in assets.fonts.items():
        assert assets.address(name) == f"/{assets.folder}/{name}" == f"/{font.path}"
    other = Artifact("letters/kop.woff2", "another-key", lambda: b"")
    assert read_assets(source, [other]).folder != assets.folder


@pytest.mark.parametrize("name", ["css/10-a.css", "js/x.js", "beeld/x.svg"])
@pytest.mark.parametrize("how", ["changed", "renamed", "gone"])
def test_any_change_gives_another_folder(source: Path, name: str, how: str) -> None:
    """Browsers keep these files for ever."""
    before = read_assets(source)
    file = source / name
    if how == "changed":
        file.write_bytes(file.read_bytes() + b"c {}")
    elif how == "renamed":
        file.rename(file.with_name(f"30-{file.name}"))
    else:
        file.unlink()
    after = read_assets(source)
    if (name, how) == ("css/10-a.css", "renamed"):
        assert after.files[STYLESHEET] == b"b{}a{}"
    assert after.folder != before.folder


def test_the_order_of_the_disk_and_time_make_no_difference(source: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    for file in sorted((path for path in source.rglob("*") if path.is_file()), reverse=True):
        to = copy / file.relative_to(source)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, to)
    shutil.move(copy, tmp_path.parent / f"{tmp_path.name}-copy")
    assert read_assets(tmp_path.parent / f"{tmp_path.name}-copy") == read_assets(source)


def test_bytes_cannot_move_from_one_file_to_the_next() -> None:
    """The hash knows where a name and a content end."""
    first = Assets("", {"a": b"b\0c"})
    assert first != Assets("", {"a\0b": b"c"})


def test_the_real_files() -> None:
    assets = read_assets(ROOT / "templates/assets")
    assert {STYLESHEET, "js/site.js", "js/zoeken.js", "js/vergelijk.js", "beeld/tekens.svg"} <= set(assets.files)
    assert {name for name in assets.files if name.startswith("css/")} >= {STYLESHEET, "css/lijst.css"}
