"""A reader finds the whole old site or the whole new one; what was not made here is never touched."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binnenstad_site.core.outputs import CannotWrite, Output, refuse_escape, size_text
from binnenstad_site.write import atomic
from binnenstad_site.write.publish import Mirror, NotOurFolder, Published, publish, recover, scratch_folder

ROOT = Path(__file__).parents[2]
SITE = [
    Output("trends/index.html", b"<h1>Trends</h1>"),
    Output("index.html", b"<h1>De nieuwe binnenstad</h1>"),
    Output("assets/leeg.css", b""),
    Output("trends/anders-werken/index.html", b"x" * 5000),
]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def expected(outputs: list[Output]) -> dict[str, bytes]:
    return {output.path: output.read() for output in outputs}


def check(target: Path, outputs: list[Output]) -> None:
    """The folder holds exactly these outputs and a true manifest, and nothing is left in the scratch folder."""
    files = contents(target)
    manifest = json.loads(files.pop("manifest.json"))
    assert files == expected(outputs)
    assert manifest["files"] == [
        {"path": path, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in sorted(files.items())
    ]
    assert [file.name for file in scratch_folder(target).iterdir() if file.name != "lock"] == []


def inode(file: Path) -> int:
    return file.stat().st_ino


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


class TestPublish:
    def test_first_site(self, tmp_path: Path) -> None:
        """Parents of the target are made; the counts say what was done."""
        target = tmp_path / "deep" / "_site"
        assert publish(SITE, target) == Published(files=4, written=4)
        check(target, SITE)

    def test_empty_folder_is_taken(self, tmp_path: Path) -> None:
        (tmp_path / "_site").mkdir()
        publish(SITE, tmp_path / "_site")
        check(tmp_path / "_site", SITE)

    def test_empty_site(self, tmp_path: Path) -> None:
        publish([], tmp_path / "_site")
        publish([], tmp_path / "_site")
        check(tmp_path / "_site", [])

    def test_relative_target(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        publish(SITE, Path("_site"))
        publish(SITE[:2], Path("_site"))
        check(tmp_path / "_site", SITE[:2])

    def test_file_is_copied(self, tmp_path: Path) -> None:
        (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
        outputs = [Output("a.jpg", tmp_path / "photo.jpg")]
        publish(outputs, tmp_path / "_site")
        check(tmp_path / "_site", outputs)
        assert publish(outputs, tmp_path / "_site").written == 0

    def test_umask_and_order_make_no_difference(self, tmp_path: Path) -> None:
        """Same bytes in the manifest, same modes on disk."""
        with umask(0o077):
            publish(SITE, tmp_path / "a" / "_site")
        with umask(0):
            publish(SITE[::-1], tmp_path / "b" / "_site")
        assert contents(tmp_path / "a" / "_site") == contents(tmp_path / "b" / "_site")
        for target in (tmp_path / "a" / "_site", tmp_path / "b" / "_site"):
            for file in [target, *target.rglob("*")]:
                assert stat.S_IMODE(file.stat().st_mode) == (0o755 if file.is_dir() else 0o644)

    def test_nothing_changed_means_nothing_done(self, tmp_path: Path) -> None:
        target = tmp_path / "_site"
        publish(SITE, target)
        before = inode(target)
        assert publish(SITE, target).written == 0
        assert inode(target) == before

    def test_change(self, tmp_path: Path) -> None:
        """Equal files are the same files; a changed one is a new file, and the old one keeps its bytes to the end."""
        target = tmp_path / "_site"
        publish(SITE, target)
        inode_before, changed = inode(target / "index.html"), inode(target / "trends/index.html")
        outputs = [Output("trends/index.html", b"<h1>TRENDS</h1>"), *SITE[1:3], Output("nieuw.html", b"n")]
        with (target / "trends/index.html").open("rb") as reader:
            result = publish(outputs, target)
            assert reader.read() == b"<h1>Trends</h1>"
        assert result == Published(files=4, written=2)
        check(target, outputs)
        assert inode(target / "index.html") == inode_before
        assert inode(target / "trends/index.html") != changed

    def test_file_becomes_folder_and_back(self, tmp_path: Path) -> None:
        target = tmp_path / "_site"
        for outputs in ([Output("a", b"1")], [Output("a/b", b"2")], [Output("a", b"3")]):
            publish(outputs, target)
            check(target, outputs)


class TestOldSiteIsNotTrusted:
    """Whatever happened to the old site, the new one is right, and no link leads to what somebody else may change."""

    def harm(self, file: Path, kind: str) -> None:
        aside = file.parent.parent / "aside"
        if kind in {"fifo", "symlink", "gone", "folder"}:
            file.rename(aside)
        match kind:
            case "bytes":
                file.write_bytes(b"<h1>De nieuwe Binnenstad</h1>")
            case "mode":
                file.chmod(0o600)
            case "fifo":
                os.mkfifo(file)
            case "symlink":
                file.symlink_to(aside)
            case "folder":
                file.mkdir()
            case "extra":
                file.with_name("extra").write_bytes(b"")
            case "manifest":
                file.with_name("manifest.json").write_text('{"maker": "binnenstad_site", "files": []}', "utf-8")
            case "link":
                os.link(file, aside)
            case _:
                assert kind == "gone"

    @pytest.mark.parametrize("same_outputs", [True, False])
    @pytest.mark.parametrize(
        "kind", ["bytes", "mode", "fifo", "symlink", "gone", "folder", "extra", "manifest", "link"]
    )
    def test_harm(self, tmp_path: Path, kind: str, same_outputs: bool) -> None:
        target = tmp_path / "_site"
        publish(SITE, target)
        file = target / "index.html"
        self.harm(file, kind)
        outputs = [*SITE, *([] if same_outputs else [Output("nieuw.html", b"n")])]
        publish(outputs, target)
        check(target, outputs)
        assert not file.is_symlink()
        if kind != "link" or not same_outputs:
            assert stat.S_IMODE(file.stat().st_mode) == 0o644
            assert file.stat().st_nlink == 1

    def test_manifest_with_other_hashes(self, tmp_path: Path) -> None:
        target = tmp_path / "_site"
        publish(SITE, target)
        manifest = json.loads((target / "manifest.json").read_bytes())
        manifest["files"][0]["sha256"] = "0" * 64
        (target / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        publish(SITE, target)
        check(target, SITE)

    def test_other_size(self, tmp_path: Path) -> None:
        """A change that keeps the list of files but not their sizes."""
        target = tmp_path / "_site"
        publish(SITE, target)
        outputs = [Output(SITE[0].path, b"longer than it was"), *SITE[1:]]
        assert publish(outputs, target).written == 1
        check(target, outputs)

    def test_unreadable_part(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        target = tmp_path / "_site"
        publish(SITE, target)

        def refuse(folder: str) -> Iterator[str]:
            raise PermissionError(errno.EACCES, "Permission denied", folder)

        monkeypatch.setattr("binnenstad_site.write.publish.files_in", refuse)
        publish(SITE, target)
        check(target, SITE)

    def test_file_system_without_links(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        target = tmp_path / "_site"
        publish(SITE, target)

        def none(*_: object, **__: object) -> None:
            raise OSError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "link", none)
        assert publish(SITE[:3], target).written == 3
        check(target, SITE[:3])


class TestRefusedTarget:
    """Nobody's files are removed: what is not ours stays, and the reader hears why."""

    def test_symlink(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "_site").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(NotOurFolder, match="snelkoppeling"):
            publish(SITE, tmp_path / "_site")
        assert list((tmp_path / "elsewhere").iterdir()) == []

    def test_file(self, tmp_path: Path) -> None:
        (tmp_path / "_site").write_bytes(b"keep")
        with pytest.raises(NotOurFolder, match="is een bestand"):
            publish(SITE, tmp_path / "_site")
        assert (tmp_path / "_site").read_bytes() == b"keep"

    @pytest.mark.parametrize(
        "manifest", [None, b"", b"[]", b"{}", b'{"name": "app"}', b'{"maker": "binnenstad_site"}', b'{"maker": "x"}']
    )
    def test_folder_of_somebody_else(self, tmp_path: Path, manifest: bytes | None) -> None:
        """A `manifest.json` alone proves nothing: web applications have one too."""
        target = tmp_path / "_site"
        target.mkdir()
        (target / "thesis.txt").write_bytes(b"keep")
        if manifest is not None:
            (target / "manifest.json").write_bytes(manifest)
        before = contents(target)
        with pytest.raises(NotOurFolder, match="niet door dit programma gemaakt"):
            publish(SITE, target)
        assert contents(target) == before

    @pytest.mark.parametrize("outputs", [["a", "a"], ["manifest.json"], ["a", "a/b"], ["../a"], ["a", "a-b", "a/b/c"]])
    def test_paths_that_cannot_be(self, tmp_path: Path, outputs: list[str]) -> None:
        with pytest.raises(ValueError, match="path"):
            publish([Output(path, b"") for path in outputs], tmp_path / "_site")
        assert list(tmp_path.iterdir()) == []


class TestDisk:
    """The disk refuses: old site intact, nothing left behind, a Dutch sentence with the path."""

    def fail(self, target: Path, outputs: list[Output]) -> CannotWrite:
        before = contents(target)
        with pytest.raises(CannotWrite) as caught:
            publish(outputs, target)
        assert contents(target) == before
        assert [file.name for file in scratch_folder(target).iterdir()] == []
        return caught.value

    def test_full(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        publish(SITE, tmp_path / "_site")
        written = os.write

        def full(descriptor: int, content: memoryview) -> int:
            if len(content) > 4000:
                raise OSError(errno.ENOSPC, "No space left on device")
            return written(descriptor, content[:3])  # a system may write less than was asked

        monkeypatch.setattr(os, "write", full)
        error = self.fail(tmp_path / "_site", [*SITE[:3], Output("z/groot.html", b"y" * 2_000_000)])
        assert error.path == tmp_path / "_site" / "z/groot.html"
        assert error.reason == "de schijf is vol"
        assert error.bytes_needed == 2_000_000
        assert str(error) == f"Schrijven naar {error.path} lukt niet: de schijf is vol. Er is 2,0 MB nodig."

    def test_full_with_files_to_copy(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        publish(SITE, tmp_path / "_site")
        (tmp_path / "photo").write_bytes(b"12345")

        def full(*_: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "write", full)
        assert self.fail(tmp_path / "_site", [Output("a", tmp_path / "photo")]).bytes_needed == 5

    def test_limit_of_the_system(self, tmp_path: Path) -> None:
        """The real thing, without a disk to fill: a process that may not write files over 100 kB."""
        publish(SITE, tmp_path / "_site")
        script = (
            "import sys\nfrom pathlib import Path\nfrom binnenstad_site.core.outputs import *\n"
            "from binnenstad_site.write.publish import publish\n"
            "try: publish([Output('groot', b'z' * 200_000)], Path(sys.argv[1]))\n"
            "except CannotWrite as error: print(error.bytes_needed, error)\n"
        )
        result = subprocess.run(
            [sys.executable, "-c", script, tmp_path / "_site"],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)),
        )
        assert result.stdout.startswith("200000 Schrijven naar "), result.stderr
        assert "groot lukt niet: het bestand is groter dan hier mag. Er is 200,0 kB nodig." in result.stdout
        check(tmp_path / "_site", SITE)

    def test_folder_without_permission(self) -> None:
        """As somebody else than root, whom nothing is refused."""
        folder = Path(mkdtemp())
        try:
            folder.chmod(0o555)
            script = (
                "import os, sys\nfrom pathlib import Path\nfrom binnenstad_site.core.outputs import *\n"
                "from binnenstad_site.write.publish import publish\n"
                "if os.getuid() == 0: os.setuid(65534)\n"
                "try: publish([Output('a', b'')], Path(sys.argv[1]) / '_site')\n"
                "except CannotWrite as error: print(error)\n"
            )
            result = subprocess.run(
                [sys.executable, "-c", script, folder], cwd=ROOT, check=True, capture_output=True, text=True
            )
            assert result.stdout == f"Schrijven naar {folder}/_site lukt niet: u hebt daar geen schrijfrecht.\n"
            assert list(folder.iterdir()) == []
        finally:
            shutil.rmtree(folder)

    def test_ctrl_c_while_writing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        publish(SITE, tmp_path / "_site")

        def interrupt(*_: object) -> int:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "write", interrupt)
        with pytest.raises(KeyboardInterrupt):
            publish([Output("a", b"a")], tmp_path / "_site")
        check(tmp_path / "_site", SITE)

    def test_file_to_copy_is_gone(self, tmp_path: Path) -> None:
        publish(SITE, tmp_path / "_site")
        error = self.fail(tmp_path / "_site", [Output("foto.jpg", tmp_path / "foto.jpg")])
        assert "foto.jpg is niet (meer) te lezen" in str(error)

    @pytest.mark.parametrize(
        ("size", "text"), [(7, "7 bytes"), (1500, "1,5 kB"), (3_200_000, "3,2 MB"), (10**10, "10,0 GB")]
    )
    def test_sizes_in_dutch(self, size: int, text: str) -> None:
        assert size_text(size) == text


class TestExchange:
    """Where no step exchanges two folders, two renames do, and the next start finishes what was interrupted."""

    @pytest.fixture(autouse=True)
    def _no_swap(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "plan9")

    @pytest.fixture
    def target(self, tmp_path: Path) -> Path:
        publish(SITE, tmp_path / "_site")
        return tmp_path / "_site"

    def half_way(self, target: Path, *, new: bool, old: bool, site: bool) -> None:
        """The state that a kill leaves: the folders that are there, and the note."""
        scratch = scratch_folder(target)
        publish(SITE[:1], target.with_name("new"))
        target.with_name("new").rename(scratch / "nieuw-1-0123abcd")
        if not new:
            shutil.rmtree(scratch / "nieuw-1-0123abcd")
        if old:
            shutil.copytree(target, scratch / "oud-1-0123abcd")
        if not site:
            shutil.rmtree(target)
        note = {"doel": "_site", "nieuw": "nieuw-1-0123abcd", "oud": "oud-1-0123abcd"}
        (scratch / "wissel.json").write_text(json.dumps(note), encoding="utf-8")

    def test_change(self, target: Path) -> None:
        publish(SITE[:2], target)
        check(target, SITE[:2])

    @pytest.mark.parametrize(
        ("new", "old", "site", "result"),
        [
            (True, False, True, SITE),  # killed before the first rename
            (True, True, False, SITE[:1]),  # between the two: the new site is whole
            (False, True, True, SITE),  # after the second
            (False, True, False, SITE),  # the new one was thrown away by somebody
        ],
    )
    def test_next_start(self, target: Path, new: bool, old: bool, site: bool, result: list[Output]) -> None:
        self.half_way(target, new=new, old=old, site=site)
        recover(target)
        check(target, result)

    def test_nothing_left_to_restore(self, target: Path) -> None:
        self.half_way(target, new=False, old=False, site=False)
        publish(SITE, target)
        check(target, SITE)

    @pytest.mark.parametrize(
        "note",
        [
            "",
            "[]",
            "{}",
            '{"doel": 1, "nieuw": 2, "oud": 3}',
            '{"doel": "_site", "nieuw": 2, "oud": 3}',
            '{"doel": "_site", "nieuw": "../../precious", "oud": "../precious"}',
            '{"doel": "../_site", "nieuw": "nieuw-1-0123abcd", "oud": "nieuw-1-0123abcd"}',
        ],
    )
    def test_note_that_is_none_of_ours_moves_nothing(self, target: Path, note: str) -> None:
        (target.parent / "precious").mkdir()
        target.rename(target.parent / "kept")
        (scratch_folder(target) / "nieuw-1-0123abcd").mkdir()
        (scratch_folder(target) / "wissel.json").write_text(note, encoding="utf-8")
        recover(target)
        assert not target.exists()
        assert sorted(file.name for file in target.parent.iterdir()) == [".bouw", "kept", "precious"]
        assert list(scratch_folder(target).iterdir()) == []

    def test_second_rename_fails(self, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The old site is put back."""
        rename = Path.rename

        def sticky(self: Path, other: Path) -> Path:
            if self.name.startswith("nieuw-"):
                raise OSError(errno.EBUSY, "Device or resource busy")
            return rename(self, other)

        monkeypatch.setattr(Path, "rename", sticky)
        with pytest.raises(CannotWrite, match="busy"):
            publish(SITE[:1], target)
        check(target, SITE)

    def test_neither_site_can_be_put_in_place(self, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Both folders and the note stay, and the next start completes."""
        rename = Path.rename

        def sticky(self: Path, other: Path) -> Path:
            if self.parent.name == ".bouw":
                raise OSError(errno.EBUSY, "Device or resource busy")
            return rename(self, other)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", sticky)
            with pytest.raises(CannotWrite, match="staat nog in"):
                publish(SITE[:1], target)
        assert not target.exists()
        recover(target)
        check(target, SITE[:1])

    def test_site_that_cannot_be_put_back_is_not_swept_away(
        self, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The note and both folders stay until a start that can."""
        self.half_way(target, new=True, old=True, site=False)

        def stuck(self: Path, other: Path) -> Path:
            raise OSError(errno.EACCES, "Permission denied")

        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", stuck)
            with pytest.raises(CannotWrite, match="staat nog in"):
                publish(SITE, target)
        recover(target)
        check(target, SITE[:1])

    def test_first_rename_fails(self, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def stuck(self: Path, other: Path) -> Path:
            raise OSError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(Path, "rename", stuck)
        with pytest.raises(CannotWrite, match="geen schrijfrecht"):
            publish(SITE[:1], target)
        check(target, SITE)


def test_swap_is_one_step_where_the_system_has_it(tmp_path: Path) -> None:
    """Linux here; the other way is for systems and disks without."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_bytes(b"")
    assert atomic.swap(tmp_path / "a", tmp_path / "b")
    assert [file.name for file in (tmp_path / "a").iterdir()] == ["b"]
    assert not atomic.swap(tmp_path / "a", tmp_path / "nowhere")


def test_start_removes_what_dead_builds_left_and_nothing_else(tmp_path: Path) -> None:
    scratch = scratch_folder(tmp_path / "_site")
    for name in ("nieuw-12-0123abcd/a/b", "oud-12-0123abcd", "serve/a", "letters", "nieuw-mijn"):
        (scratch / name).mkdir(parents=True)
    (scratch / "nieuw-12-0123abcd/a/file").write_bytes(b"")
    (scratch / "letters/inter").write_bytes(b"")
    (scratch / "nieuw-12-0123abcd/a/link").symlink_to(scratch / "letters")
    (scratch / "nieuw-13-0123abcd").symlink_to(scratch / "letters")
    recover(tmp_path / "_site")
    assert sorted(file.name for file in scratch.iterdir()) == ["letters", "nieuw-mijn", "serve"]
    assert (scratch / "letters/inter").exists()


def test_folder_that_cannot_be_removed_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next start tries again; a build does not fail because of it."""
    publish(SITE, tmp_path / "_site")

    def stuck(path: str) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", stuck)
        publish(SITE[:1], tmp_path / "_site")
    assert contents(tmp_path / "_site").keys() == {SITE[0].path, "manifest.json"}
    recover(tmp_path / "_site")
    check(tmp_path / "_site", SITE[:1])


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab./\\:\x00\n~ é"), max_size=12))
def test_accepted_paths_stay_inside(path: str) -> None:
    try:
        accepted = refuse_escape(path)
    except ValueError:
        return
    inside = Path(os.path.normpath(f"/root/site/{accepted}"))
    assert inside.is_relative_to("/root/site")
    assert inside != Path("/root/site")
    assert inside.as_posix() == f"/root/site/{path}"


@pytest.mark.parametrize("path", ["", "/", "/a", "a/", "a//b", "..", "a/../b", ".", "a/.", "a\\b", "c:a", "a\0", "a\n"])
def test_escaping_paths_are_refused(path: str) -> None:
    with pytest.raises(ValueError, match="leaves"):
        refuse_escape(path)


class TestMirror:
    """For `serve`: file by file, only what differs, never a half-written file."""

    def test_only_what_differs_is_touched(self, tmp_path: Path) -> None:
        mirror = Mirror(tmp_path / "serve")
        assert mirror.update(SITE) == 4
        assert contents(tmp_path / "serve") == expected(SITE)
        before = {path: inode(tmp_path / "serve" / path) for path in expected(SITE)}
        outputs = [Output(SITE[0].path, b"nieuw"), *(Output(o.path, bytes(bytearray(o.read()))) for o in SITE[1:])]
        assert mirror.update(outputs) == 1
        assert contents(tmp_path / "serve") == expected(outputs)
        changed = {path for path, number in before.items() if inode(tmp_path / "serve" / path) != number}
        assert changed == {SITE[0].path}
        assert mirror.update(outputs) == 0

    def test_gone_files_and_empty_folders_are_removed(self, tmp_path: Path) -> None:
        mirror = Mirror(tmp_path / "serve")
        mirror.update(SITE)
        assert mirror.update(SITE[:2]) == 2
        assert sorted(file.name for file in (tmp_path / "serve").rglob("*")) == ["index.html", "index.html", "trends"]

    def test_file_becomes_folder_and_back(self, tmp_path: Path) -> None:
        mirror = Mirror(tmp_path / "serve")
        for outputs in ([Output("a", b"1")], [Output("a/b", b"2")], [Output("a", b"3")]):
            mirror.update(outputs)
            assert contents(tmp_path / "serve") == expected(outputs)

    def test_copied_file_is_compared_by_time_and_size(self, tmp_path: Path) -> None:
        photo = tmp_path / "photo.jpg"
        photo.write_bytes(b"1")
        outputs = [Output("photo.jpg", photo)]
        mirror = Mirror(tmp_path / "serve")
        assert (mirror.update(outputs), mirror.update(outputs)) == (1, 0)
        photo.write_bytes(b"22")
        assert mirror.update(outputs) == 1
        assert (tmp_path / "serve/photo.jpg").read_bytes() == b"22"
        photo.unlink()
        with pytest.raises(CannotWrite, match=r"niet \(meer\) te lezen"):
            mirror.update(outputs)
        assert (tmp_path / "serve/photo.jpg").read_bytes() == b"22"

    def test_what_an_earlier_run_left_is_removed(self, tmp_path: Path) -> None:
        (tmp_path / "serve").mkdir()
        (tmp_path / "serve" / "old.html").write_bytes(b"")
        Mirror(tmp_path / "serve").update(SITE)
        assert contents(tmp_path / "serve") == expected(SITE)

    def test_folder_that_was_thrown_away_is_made_again(self, tmp_path: Path) -> None:
        mirror = Mirror(tmp_path / "serve")
        mirror.update(SITE)
        shutil.rmtree(tmp_path / "serve")
        assert mirror.update(SITE) == 4

    def test_full_disk(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The last good files stay, no temporary file does, and the next update completes."""
        mirror = Mirror(tmp_path / "serve")
        mirror.update(SITE)

        def full(*_: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        outputs = [Output(output.path, output.read() + b"!") for output in SITE]
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            with pytest.raises(CannotWrite, match="schijf is vol"):
                mirror.update(outputs)
        assert contents(tmp_path / "serve") == expected(SITE)
        assert mirror.update(outputs) == 4
        assert contents(tmp_path / "serve") == expected(outputs)
