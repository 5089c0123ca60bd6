"""A site that opens without a web server: its addresses lead from file to file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.from_disk import copy, main, relative

PAGE = (
    '<head><meta http-equiv="Content-Security-Policy" content="x"><link rel="canonical" href="https://x.nl{base}/a/b/">'
    '<link rel="stylesheet" href="{base}/assets/1/site.css"><script type="module" src="{base}/assets/1/x.js"></script>'
    '</head><body><a href="{base}/">s</a><a href="{base}/a/">a</a><a href="{base}/a/?x=1#y">q</a><a href="#z">z</a>'
    '<a href="https://y.nl/a/">y</a><img src="{base}/a/plein.jpg"><svg>'
    '<use href="{base}/assets/1/tekens.svg#zoek"/></svg></body>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for path, text in {
        "index.html": '<link rel="canonical" href="https://x.nl/">',
        "a/b/index.html": PAGE.format(base=""),
        "assets/1/tekens.svg": '<svg xmlns="x"><symbol id="zoek"><path/></symbol></svg>',
        "oud/index.html": '<meta http-equiv="refresh" content="0;url=/a/b/">',
        "feeds/alles.xml": "x",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("base", ["", "/repo"])
def test_every_address_is_a_file_from_here(site: Path, base: str) -> None:
    """Below a path as well: GitHub gives a project one."""
    assert relative(PAGE.format(base=base), "a/b/index.html", base, site) == (
        f'<head><link rel="canonical" href="https://x.nl{base}/a/b/">'
        '<link rel="stylesheet" href="../../assets/1/site.css">'
        '</head><body><a href="../../index.html">s</a><a href="../index.html">a</a><a href="../index.html?x=1#y">q</a>'
        '<a href="#z">z</a><a href="https://y.nl/a/">y</a><img src="../plein.jpg">'
        '<svg><use href="#los-tekens-zoek"/></svg>'
        '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" aria-hidden="true"><defs>'
        '<symbol id="los-tekens-zoek"><path/></symbol></defs></svg></body>'
    )


def test_the_folder_is_made_anew(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "voorbeeld"
    (out / "rest").mkdir(parents=True)
    assert copy(site, out) == 3
    assert not (out / "rest").exists()
    assert not (out / "feeds").exists()
    assert "0;url=../a/b/index.html" in (out / "oud/index.html").read_text(encoding="utf-8")
    assert main(["--site", str(site), "--out", str(out)]) == 0
    assert main(["--site", str(tmp_path / "geen"), "--out", str(out)]) == 2
    assert "Maak hem eerst met: make" in capsys.readouterr().err
