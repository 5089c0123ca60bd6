"""The memo saves time and changes nothing: not with what another left there, and not when the disk fails."""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest

from binnenstad_site.core import memo_store
from binnenstad_site.core.memo import Kept, Memo, MemoFile, digest
from binnenstad_site.core.memo_store import BUILD, CHECK
from tests.conftest import ROOT

SECRET, RULES, KEY = b"s" * 32, b"r" * 16, b"k" * 16


class Counter:
    """Makes a value and counts how often."""

    def __init__(self, value: object = "value") -> None:
        self.value = value
        self.calls = 0

    def __call__(self) -> object:
        self.calls += 1
        return self.value


OPENED: list[Memo] = []


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Whatever a test leaves open is closed."""
    yield
    while OPENED:
        OPENED.pop().close()


def memo(folder: Path, secret: bytes = SECRET, rules: bytes = RULES, *, live: bool = False) -> Memo:
    OPENED.append(Memo(MemoFile(folder / "geheugen", secret, rules), live=live))
    return OPENED[-1]


def kept(folder: Path, value: object = "value") -> None:
    """A file that holds one value."""
    first = memo(folder)
    first.get(Kept.ITEM, KEY, lambda: value)
    first.end()


def rows(folder: Path) -> list[tuple[bytes, bytes, bytes]]:
    base = sqlite3.connect(folder / "geheugen")
    try:
        return base.execute("select key, seal, value from memo").fetchall()
    finally:
        base.close()


class TestInMemory:
    def test_a_value_is_made_once(self) -> None:
        known, produce = Memo(), Counter()
        assert [known.get(kind, KEY, produce) for kind in (Kept.PART, Kept.PART, Kept.ITEM)] == ["value"] * 3
        assert produce.calls == 2

    def test_what_fails_is_not_kept(self) -> None:
        known, produce = Memo(), Counter()
        with pytest.raises(ZeroDivisionError):
            known.get(Kept.PART, KEY, lambda: 1 // 0)
        assert known.get(Kept.PART, KEY, produce) == "value"

    def test_what_two_builds_did_not_ask_for_is_forgotten(self) -> None:
        known, produce = Memo(), Counter()
        for asked in (True, False, True, False, False, True):
            if asked:
                known.get(Kept.PART, KEY, produce)
            known.end()
        assert produce.calls == 2

    def test_a_build_that_stopped_halfway_forgets_nothing(self) -> None:
        known, produce = Memo(), Counter()
        known.get(Kept.PART, KEY, produce)
        for _ in range(5):
            known.end(complete=False)
        known.get(Kept.PART, KEY, produce)
        assert produce.calls == 1


class TestInAFile:
    def test_the_next_process_knows_it(self, tmp_path: Path) -> None:
        kept(tmp_path)
        produce = Counter()
        assert memo(tmp_path).get(Kept.ITEM, KEY, produce) == "value"
        assert produce.calls == 0

    def test_only_durable_kinds(self, tmp_path: Path) -> None:
        first, produce = memo(tmp_path), Counter()
        first.get(Kept.PART, KEY, produce)
        first.end()
        memo(tmp_path).get(Kept.PART, KEY, produce)
        assert produce.calls == 2

    @pytest.mark.parametrize(("secret", "rules"), [(b"x" * 32, RULES), (SECRET, b"x" * 16)])
    def test_another_user_or_other_code_knows_nothing(self, tmp_path: Path, secret: bytes, rules: bytes) -> None:
        kept(tmp_path)
        produce = Counter("new")
        assert memo(tmp_path, secret, rules).get(Kept.ITEM, KEY, produce) == "new"

    def test_what_two_builds_did_not_ask_for_is_forgotten(self, tmp_path: Path) -> None:
        kept(tmp_path)
        size = len(rows(tmp_path))
        for number in range(3):
            other = memo(tmp_path)
            other.get(Kept.ITEM, bytes([number]) * 16, Counter())
            other.end()
        assert len(rows(tmp_path)) == size + 1
        assert memo(tmp_path).get(Kept.ITEM, KEY, Counter("new")) == "new"

    def test_nothing_new_writes_nothing(self, tmp_path: Path) -> None:
        kept(tmp_path)
        before = (tmp_path / "geheugen").stat().st_mtime_ns
        again = memo(tmp_path)
        again.get(Kept.ITEM, KEY, Counter())
        again.end()
        assert (tmp_path / "geheugen").stat().st_mtime_ns == before

    def test_the_last_of_a_kind(self, tmp_path: Path) -> None:
        first = memo(tmp_path)
        assert first.recall(Kept.WORDS, "none") == "none"
        first.remember(Kept.WORDS, "some")
        first.end()
        second = memo(tmp_path)
        assert second.recall(Kept.WORDS, "none") == "some"

    def test_only_read(self, tmp_path: Path) -> None:
        """A copy of a process writes nothing, also where there is no file yet."""
        file = MemoFile(tmp_path / "geheugen", SECRET, RULES, writable=False)
        for known, expected in ((False, "new"), (True, "value")):
            if known:
                kept(tmp_path)
            before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
            reader = Memo(file, live=False)
            assert reader.get(Kept.ITEM, KEY, Counter("new")) == expected
            assert reader.get(Kept.ITEM, b"o" * 16, Counter("new")) == "new"
            reader.end()
            assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before

    def test_builds_and_checks_keep_what_the_other_asked_for(self, tmp_path: Path) -> None:
        """However many of one kind come between, and each forgets what its own kind no longer asks for."""
        file = MemoFile(tmp_path / "geheugen", SECRET, RULES)
        for record, names in ((BUILD, b"ab"), (CHECK, b"ac"), (CHECK, b"ad"), (CHECK, b"ae")):
            run = Memo(replace(file, record=record), live=False)
            for name in names:
                run.get(Kept.ITEM, bytes([name]) * 16, lambda: "value")
            run.end()
        known = memo(tmp_path)
        assert [name for name in "abcde" if known.knows(Kept.ITEM, name.encode() * 16)] == ["a", "b", "d", "e"]

    def test_a_disk_that_may_only_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        kept(tmp_path)
        monkeypatch.setattr(memo_store, "_open_for_writing", Mock(side_effect=PermissionError))
        known = memo(tmp_path)
        assert known.get(Kept.ITEM, KEY, Counter("new")) == "value"
        known.end()

    def test_two_at_once(self, tmp_path: Path) -> None:
        """Builds in two places may end at the same time; what one could not save is made again."""
        one, other = memo(tmp_path), memo(tmp_path)
        one.get(Kept.ITEM, KEY, lambda: "one")
        other.get(Kept.ITEM, b"o" * 16, lambda: "other")
        one.end()
        other.end()
        assert memo(tmp_path).get(Kept.ITEM, b"o" * 16, Counter("new")) in {"other", "new"}


class Bomb:
    """A value that runs code when it is unpickled."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("touch gehackt",)


class TestNotTrusted:
    """The file comes from the project, so from a stranger."""

    @pytest.mark.parametrize("seal", [b"", b"\0" * 16, "text", None, 5])
    def test_a_planted_value_is_never_unpickled(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seal: object
    ) -> None:
        monkeypatch.chdir(tmp_path)
        kept(tmp_path)
        base = sqlite3.connect(tmp_path / "geheugen")
        with base:
            if seal is None:  # the seal of the right value
                base.execute("update memo set value = ?", (pickle.dumps(Bomb()),))
            else:
                base.execute("update memo set value = ?, seal = ?", (pickle.dumps(Bomb()), seal))
        base.close()
        known = memo(tmp_path)
        assert known.get(Kept.ITEM, KEY, Counter("new")) == "new"
        known.end()
        assert not (tmp_path / "gehackt").exists()
        assert memo(tmp_path).get(Kept.ITEM, KEY, Counter()) == "new"

    def test_a_value_under_the_key_of_another_is_never_used(self, tmp_path: Path) -> None:
        first = memo(tmp_path)
        first.get(Kept.ITEM, KEY, lambda: "one")
        first.get(Kept.ITEM, b"o" * 16, lambda: "other")
        first.end()
        (one, _, _), (other, _, _) = [row for row in rows(tmp_path) if b"item" in row[0]]
        base = sqlite3.connect(tmp_path / "geheugen")
        with base:
            base.execute("update memo set key = 'x' where key = ?", (one,))
            base.execute("update memo set key = ? where key = ?", (one, other))
        base.close()
        assert memo(tmp_path).get(Kept.ITEM, one[-16:], Counter("new")) == "new"

    @pytest.mark.parametrize(
        "content",
        [b"", b"no memo", b"SQLite format 3\0" + b"\xff" * 5000, b"\0" * 100_000],
        ids=["empty", "text", "torn", "zeros"],
    )
    def test_what_is_no_memo_is_made_anew(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "geheugen").write_bytes(content)
        kept(tmp_path)
        assert memo(tmp_path).get(Kept.ITEM, KEY, Counter("new")) == "value"

    @pytest.mark.parametrize(
        "schema", ["create table memo (a)", "create view memo as select 1 as key, 2 as seal, 3 as value"]
    )
    def test_another_table_of_that_name(self, tmp_path: Path, schema: str) -> None:
        base = sqlite3.connect(tmp_path / "geheugen")
        base.execute(schema)
        base.close()
        kept(tmp_path)
        assert memo(tmp_path).get(Kept.ITEM, KEY, Counter("new")) in {"value", "new"}

    def test_every_byte_may_be_wrong(self, tmp_path: Path) -> None:
        kept(tmp_path)
        content = (tmp_path / "geheugen").read_bytes()
        for at in range(0, len(content), 97):
            wrong = bytearray(content)
            wrong[at] ^= 0xFF
            (tmp_path / "geheugen").write_bytes(wrong)
            known = memo(tmp_path)
            assert known.get(Kept.ITEM, KEY, lambda: "value") == "value"
            known.end()

    def test_a_link_to_elsewhere_is_not_followed(self, tmp_path: Path) -> None:
        (tmp_path / "other").write_bytes(b"")
        (tmp_path / "geheugen").symlink_to(tmp_path / "other")
        kept(tmp_path)
        assert (tmp_path / "other").read_bytes() == b""


class TestDisk:
    @pytest.mark.parametrize("place", ["/dev/null/x", "/proc/x"])
    def test_no_place_costs_only_time(self, place: str) -> None:
        known = Memo(MemoFile(Path(place), SECRET, RULES))
        assert known.get(Kept.ITEM, KEY, Counter()) == "value"
        known.end()

    def test_a_full_disk_costs_only_time(self, tmp_path: Path) -> None:
        kept(tmp_path)
        full = memo(tmp_path)
        store = full._store
        assert store is not None
        assert store._base is not None
        store._base.execute("pragma max_page_count = 1")  # a limit as of a full disk, on the connection alone
        full.get(Kept.ITEM, b"o" * 16, lambda: "x" * 1_000_000)
        full.end()
        assert memo(tmp_path).get(Kept.ITEM, KEY, Counter("new")) == "value"


class TestDigest:
    def test_content_counts_and_not_what_is_shared(self) -> None:
        text = "een woord"
        assert digest((text, text)) == digest((text, text[:4] + text[4:]))
        assert digest("ab", "c") != digest("a", "bc")
        assert digest(1) != digest("1") != digest(b"1")

    def test_the_same_in_every_process(self) -> None:
        """A page that showed a set would be made again by every command: under each hash seed all keys are equal."""
        code = """
from datetime import date
from pathlib import Path
from binnenstad_site.core.memo import Memo
from binnenstad_site.pipeline import Options, Session
memo = Memo()
Session(Path("tests/basis").resolve(), memo)
import shutil, sys, tempfile
with tempfile.TemporaryDirectory() as folder:
    project = Path(folder)
    shutil.copytree("tests/basis/content", project / "content")
    (project / "templates").symlink_to(Path("templates").resolve())
    Session(project, memo).build(Options(date(2026, 11, 24), share_images=True)).search.files()
    print(sorted(name.hex() for name in memo._asked if not name.startswith((b"stamp", b"template"))))
"""
        printed = {
            subprocess.run(
                [sys.executable, "-c", code],
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("1", "2")
        }
        assert len(printed) == 1
