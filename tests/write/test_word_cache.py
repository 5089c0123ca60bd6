"""Cached words save time and change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from binnenstad_site.cli.main import main
from binnenstad_site.search import TermStore
from binnenstad_site.search.analysis_cache import Analyses, Analysis
from binnenstad_site.write.word_cache import WORDS_FILE, load_cached_words, save_words

PARK = Analysis("stadspark", ("stad", "park"), ("stad", "stads", "park"))
KNOWN = Analyses({"stadspark": PARK}, {"stad": 6, "stads": 0, "park": 9})


def test_saved_and_loaded(tmp_path: Path) -> None:
    save_words(TermStore(analyses=KNOWN), tmp_path / ".bouw")
    assert load_cached_words(tmp_path / ".bouw").analyses == KNOWN
    assert [file.name for file in (tmp_path / ".bouw").iterdir()] == [WORDS_FILE]


def test_what_stands_there_already_is_not_written_again(tmp_path: Path) -> None:
    save_words(TermStore(analyses=KNOWN), tmp_path)
    before = (tmp_path / WORDS_FILE).stat()
    save_words(load_cached_words(tmp_path), tmp_path)
    assert (tmp_path / WORDS_FILE).stat().st_ino == before.st_ino


def test_nothing_there(tmp_path: Path) -> None:
    assert load_cached_words(tmp_path).analyses == Analyses()


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00" * 40])
def test_anything_else_is_ignored(tmp_path: Path, content: bytes) -> None:
    (tmp_path / WORDS_FILE).write_bytes(content)
    assert load_cached_words(tmp_path).analyses == Analyses()


def test_a_byte_that_fell_over_is_noticed(tmp_path: Path) -> None:
    save_words(TermStore(analyses=KNOWN), tmp_path)
    content = bytearray((tmp_path / WORDS_FILE).read_bytes())
    content[-10] ^= 1
    (tmp_path / WORDS_FILE).write_bytes(content)
    assert load_cached_words(tmp_path).analyses == Analyses()


def test_other_rules_load_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_words(TermStore(analyses=KNOWN), tmp_path)
    monkeypatch.setattr("binnenstad_site.write.word_cache.rules", lambda: "other")
    assert load_cached_words(tmp_path).analyses == Analyses()


def test_a_folder_that_cannot_be_used_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / ".bouw").write_bytes(b"")
    save_words(TermStore(analyses=KNOWN), tmp_path / ".bouw")
    assert load_cached_words(tmp_path / ".bouw").analyses == Analyses()


def test_the_site_is_the_same_with_and_without(here: Path) -> None:
    """Without, with what a build left itself, and with answers that rest on words which these texts do not have."""
    sites = []
    for number in range(3):
        out = here / f"site-{number}"
        assert main(["--out", str(out), "--date", "2026-11-24", "--no-share-images"]) == 0
        files = sorted(path for path in out.rglob("*") if path.is_file())
        sites.append({path.relative_to(out): path.read_bytes() for path in files})
        words = load_cached_words(here / ".bouw").analyses.words
        assert any(analysis.parts for analysis in words.values())
        assert not any("aap" in analysis.parts for analysis in words.values())
        if number == 1:
            wrong = {word: Analysis("mies", ("aap", "noot"), ("aap",)) for word in words}
            save_words(TermStore(analyses=Analyses(wrong, {"aap": 9})), here / ".bouw")
    assert sites[0] == sites[1] == sites[2]


def test_a_check_loads_and_writes_nothing(here: Path) -> None:
    assert main(["check", "--date", "2026-11-24"]) == 0
    assert not (here / ".bouw" / WORDS_FILE).exists()
