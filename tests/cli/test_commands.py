"""The commands of the command line that are not about building: adressen, new and serve."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from binnenstad_site.cli.exit_status import ExitStatus
from binnenstad_site.cli.main import main
from binnenstad_site.exports.redirects import PUBLISHED_COMMENT, PUBLISHED_FILE
from binnenstad_site.serve import preview
from binnenstad_site.serve.localhost import NoPort
from tests.visiting import PRAKTIJK

Change = Callable[..., None]
Said = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("here")
DAY = ("--date", "2026-11-24")


class TestAdressen:
    """`python build.py adressen`: the list of what was published."""

    def test_a_first_list(self, here: Path, capsys: Said) -> None:
        assert main(["adressen", *DAY]) == ExitStatus.GOOD
        text = (here / PUBLISHED_FILE).read_text(encoding="utf-8")
        number = text.count("\n/")
        assert capsys.readouterr().out == f"{number} adressen toegevoegd aan {PUBLISHED_FILE}.\n"
        assert text.startswith(f"{PUBLISHED_COMMENT}\n/\n/aan-de-slag/\n")
        files = sum(path.is_file() for path in (here / "content").rglob("*"))
        assert main(["check", *DAY]) == ExitStatus.GOOD
        assert f"Geen fouten gevonden in {files} bestanden." in capsys.readouterr().out

    def test_it_grows_and_keeps_what_maintainers_wrote(self, here: Path, capsys: Said) -> None:
        (here / "content/omleidingen.yaml").write_text("- van: /oud/\n  naar: /over/\n", encoding="utf-8")
        (here / PUBLISHED_FILE).write_text("# van ons\n/oud/\n/over/\n", encoding="utf-8")
        assert main(["adressen", *DAY]) == ExitStatus.GOOD
        lines = (here / PUBLISHED_FILE).read_text(encoding="utf-8").split("\n")
        assert lines[0] == "# van ons"
        assert lines[1:-1] == sorted(lines[1:-1])
        assert "/oud/" in lines
        assert f"{len(lines) - 4} adressen" in capsys.readouterr().out

    def test_twice_is_once(self, here: Path, capsys: Said) -> None:
        main(["adressen", *DAY])
        stamp = (here / PUBLISHED_FILE).stat().st_mtime_ns
        capsys.readouterr()
        assert main(["adressen", *DAY]) == ExitStatus.GOOD
        assert capsys.readouterr().out.startswith("0 adressen toegevoegd")
        assert (here / PUBLISHED_FILE).stat().st_mtime_ns == stamp

    def test_not_of_a_site_with_errors(self, here: Path, capsys: Said, change: Change) -> None:
        """What is not published is not listed."""
        change(PRAKTIJK, "status: loopt", "status: lopt")
        assert main(["adressen", *DAY]) == ExitStatus.CONTENT
        assert not (here / PUBLISHED_FILE).exists()
        assert "onbekende-keuze" in capsys.readouterr().out

    def test_the_disk_refuses(self, here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        """The old list stays whole: it is replaced, not written over."""
        (here / PUBLISHED_FILE).write_text("/over/\n", encoding="utf-8")

        def full(path: str, _: bytes) -> None:
            Path(path).touch()
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("binnenstad_site.write.atomic.write_file", full)
        assert main(["adressen", *DAY]) == ExitStatus.DISK
        assert "de schijf is vol" in capsys.readouterr().err
        assert (here / PUBLISHED_FILE).read_bytes() == b"/over/\n"
        assert not list((here / "content").glob(".*"))


class TestNew:
    """`python build.py new`: an example to fill in."""

    def test_a_praktijk(self, here: Path, capsys: Said) -> None:
        assert main(["new", "praktijken", "Markt in Delft", *DAY]) == ExitStatus.GOOD
        path = "content/praktijken/markt-in-delft.md"
        assert capsys.readouterr().out == f"{path} is gemaakt. Vul het in en voer uit: python build.py check\n"
        assert "titel: Markt in Delft" in (here / path).read_text(encoding="utf-8")

    def test_a_folder_that_was_not_there(self, here: Path) -> None:
        (here / "content/agenda/open-dag.yaml").unlink()
        (here / "content/agenda").rmdir()
        assert main(["new", "agenda", "Open dag", *DAY]) == ExitStatus.GOOD
        assert (here / "content/agenda/open-dag.yaml").exists()

    @pytest.mark.parametrize("there", ["content/praktijken/markt.md", "content/praktijken/markt/index.md"])
    def test_it_never_overwrites(self, here: Path, capsys: Said, there: str) -> None:
        (here / there).parent.mkdir(exist_ok=True)
        (here / there).write_text("mijn werk", encoding="utf-8")
        assert main(["new", "praktijken", "Markt", *DAY]) == ExitStatus.USAGE
        assert capsys.readouterr().err == f"{there} bestaat al. Kies een andere naam, of pas dat bestand aan.\n"
        assert (here / there).read_text(encoding="utf-8") == "mijn werk"

    def test_a_term_goes_behind_the_others(self, here: Path, capsys: Said) -> None:
        """Also behind a last line without an end; what was there stays to the byte."""
        file = here / "content/begrippen.yaml"
        before = file.read_bytes().rstrip(b"\n")
        file.write_bytes(before)
        assert main(["new", "begrippen", "plint", *DAY]) == ExitStatus.GOOD
        assert "content/begrippen.yaml is aangevuld." in capsys.readouterr().out
        assert file.read_bytes().startswith(before + b"\n")
        assert "- term: plint\n" in file.read_text(encoding="utf-8")
        assert main(["new", "begrippen", "plint", *DAY]) == ExitStatus.USAGE
        assert capsys.readouterr().err == '"plint" staat al in content/begrippen.yaml.\n'

    def test_a_list_that_is_no_text(self, here: Path) -> None:
        """The check tells that; adding to it does not crash."""
        (here / "content/begrippen.yaml").write_bytes(b"# caf\xe9\n")
        assert main(["new", "begrippen", "plint", *DAY]) == ExitStatus.GOOD
        assert main(["check", *DAY]) == ExitStatus.CONTENT

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["praktijk", "X"], 'Er is geen collectie "praktijk". Bedoelde u "praktijken"? Kies uit: '),
            (["gemeenten", "X"], "De gemeenten zijn een gesloten lijst"),
            (["trends", "Anders wonen"], ""),
            (["praktijken", "???"], ""),
            (["praktijken", "Trend"], ""),
        ],
    )
    def test_what_cannot_be(self, here: Path, capsys: Said, words: list[str], message: str) -> None:
        before = sorted(here.rglob("*"))
        assert main(["new", *words, *DAY]) == ExitStatus.USAGE
        assert capsys.readouterr().err.startswith(message)
        assert sorted(here.rglob("*")) == before

    def test_the_disk_refuses(self, here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(self: Path, *_: Any, **__: Any) -> None:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))

        monkeypatch.setattr(Path, "open", refuse)
        assert main(["new", "praktijken", "Markt", *DAY]) == ExitStatus.DISK
        assert "markt.md lukt niet: u hebt daar geen schrijfrecht." in capsys.readouterr().err


class TestServe:
    """`python build.py serve`."""

    def test_what_it_is_told(self, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
        """The project, the options and the port; it ends with Ctrl-C and status 130."""
        arguments: list[Any] = []

        def pretend(*how: Any) -> None:
            arguments.extend(how)
            raise KeyboardInterrupt

        monkeypatch.setattr(preview, "preview", pretend)
        assert main(["serve", "--port", "8000", "--base-url", "https://x.nl/pad", *DAY]) == ExitStatus.STOPPED
        assert arguments[0] == here
        assert (arguments[1].base_url, arguments[2]) == ("https://x.nl/pad", 8000)
        assert capsys.readouterr().err == "\nGestopt.\n"

    def test_it_may_end_by_itself(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(preview, "preview", lambda *_: None)
        assert main(["serve"]) == ExitStatus.GOOD

    def test_no_port(self, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
        def none(*_: Any) -> None:
            raise NoPort("Er is geen poort vrij.")

        monkeypatch.setattr(preview, "preview", none)
        assert main(["serve"]) == ExitStatus.USAGE
        assert "poort" in capsys.readouterr().err
