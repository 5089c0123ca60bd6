"""The command line: what it prints where, what it writes, and the status it ends with."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest

from binnenstad_site.cli.exit_status import ExitStatus
from binnenstad_site.cli.main import main
from binnenstad_site.core.outputs import SCRATCH
from binnenstad_site.load import yamltext
from binnenstad_site.pipeline import Options, Session
from binnenstad_site.write.locking import locked
from tests.conftest import ROOT
from tests.visiting import PRAKTIJK

Change = Callable[..., None]
Said = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("here")
DAY = ("--date", "2026-11-24")


class TestBuild:
    """`python build.py`."""

    def test_a_good_site(self, here: Path, capsys: Said) -> None:
        """The report, and one line that says what was made."""
        assert main(DAY) == ExitStatus.GOOD
        output = capsys.readouterr()
        pages = sum(path.name in {"index.html", "404.html"} for path in (here / "_site").rglob("*.html"))
        files = len(json.loads((here / "_site/manifest.json").read_text(encoding="utf-8"))["files"])
        assert output.out.endswith(f"{pages} pagina's in _site ({files} bestanden, {files} nieuw).\n")
        assert output.err == ""

    def test_the_second_time_there_is_nothing_new(self, here: Path, capsys: Said) -> None:
        main(DAY)
        capsys.readouterr()
        assert main(DAY) == ExitStatus.GOOD
        assert ", 0 nieuw)." in capsys.readouterr().out

    def test_errors_leave_the_old_site(self, here: Path, capsys: Said, change: Change) -> None:
        main(DAY)
        before = (here / "_site/manifest.json").read_bytes()
        capsys.readouterr()
        change(PRAKTIJK, "status: loopt", "status: lopt")
        assert main(DAY) == ExitStatus.CONTENT
        output = capsys.readouterr().out
        assert f"{PRAKTIJK}:15:9: fout[onbekende-keuze]" in output
        assert output.endswith("1 fout in 1 bestand, en 1 waarschuwing. De site is niet vernieuwd.\n")
        assert (here / "_site/manifest.json").read_bytes() == before

    def test_another_folder_and_base(self, here: Path, tmp_path: Path) -> None:
        assert main(["--out", str(tmp_path / "elders"), "--base-url", "https://x.nl/pad", *DAY]) == ExitStatus.GOOD
        assert 'href="/pad/trends/"' in (tmp_path / "elders/index.html").read_text(encoding="utf-8")
        assert not (here / "_site").exists()

    def test_what_goes_online_has_a_real_address(self, here: Path, capsys: Said) -> None:
        """That of the settings too, when no other is given: there it is an example until there is a domain."""
        for words in ([], ["--base-url", "https://de-nieuwe-binnenstad.example/pad"]):
            assert main(["--publish", *words, *DAY]) == ExitStatus.USAGE
            output = capsys.readouterr()
            assert output.out == ""
            assert ".example" in output.err
            assert "is een voorbeeldadres" in output.err
            assert "--base-url" in output.err
        assert not (here / "_site").exists()
        assert main(["--publish", "--base-url", "https://x.nl", *DAY]) == ExitStatus.GOOD

    def test_timings(self, capsys: Said) -> None:
        """Seconds per stage as JSON, away from the report."""
        assert main(["--timings", "--format", "json", *DAY]) == ExitStatus.GOOD
        output = capsys.readouterr()
        assert json.loads(output.out)["version"] == 1
        seconds = json.loads(output.err)
        assert list(seconds) == [
            "load",
            "validate",
            "link",
            "derive",
            "data",
            "render",
            "check",
            "save",
            "make",
            "write",
        ]
        assert all(seconds >= 0 for seconds in seconds.values())

    @pytest.mark.parametrize("harm", ["folder", "file", "link"])
    def test_what_it_did_not_make_it_leaves_alone(self, here: Path, capsys: Said, harm: str) -> None:
        (here / "x").mkdir()
        (here / "x/scriptie.txt").write_text("klaar", encoding="utf-8")
        target = {"folder": here / "x", "file": here / "x/scriptie.txt", "link": here / "y"}[harm]
        if harm == "link":
            target.symlink_to(here / "x")
        assert main(["--out", str(target), *DAY]) == ExitStatus.USAGE
        assert "--out" in capsys.readouterr().err or harm == "link"
        assert (here / "x/scriptie.txt").read_text(encoding="utf-8") == "klaar"

    @pytest.mark.parametrize("link", [".bouw", ".bouw/gemaakt", ".bouw/fout.txt"])
    @pytest.mark.parametrize("command", [[], ["check"]])
    def test_a_link_in_its_own_folder(
        self, here: Path, tmp_path: Path, capsys: Said, link: str, command: list[str]
    ) -> None:
        """A commit can bring one: through it files of somebody would be overwritten and cleaned up."""
        (tmp_path / "van een ander").mkdir()
        (tmp_path / "van een ander/lock").write_text("belangrijk", encoding="utf-8")
        (here / link).parent.mkdir(exist_ok=True)
        (here / link).symlink_to(tmp_path / "van een ander")
        assert main(command) == ExitStatus.DISK
        assert capsys.readouterr().err == (
            f"Schrijven naar {here / link} lukt niet: dat is een snelkoppeling naar een andere plek. Verwijder haar. "
            "De site is niet vernieuwd.\n"
        )
        assert [file.read_text(encoding="utf-8") for file in (tmp_path / "van een ander").iterdir()] == ["belangrijk"]

    def test_another_build_is_running(self, here: Path, capsys: Said) -> None:
        with locked(here / ".bouw"):
            assert main(DAY) == ExitStatus.BUSY
        assert f"(proces {os.getpid()})" in capsys.readouterr().err
        assert not (here / "_site").exists()

    def test_the_disk_refuses(self, here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        """The reason and the path in Dutch, status 74, and the old site."""
        main(DAY)
        before = (here / "_site/manifest.json").read_bytes()
        capsys.readouterr()

        def refuse(*_: Any) -> None:
            raise OSError(errno.EROFS, "Read-only file system")

        monkeypatch.setattr("binnenstad_site.write.publish.write_file", refuse)
        assert main(["--date", "2027-06-01"]) == ExitStatus.DISK
        output = capsys.readouterr().err
        assert re.fullmatch(
            r"Schrijven naar \S+ lukt niet: de schijf is alleen-lezen\. De site is niet vernieuwd\.\n", output
        )
        assert (here / "_site/manifest.json").read_bytes() == before

    def test_the_disk_counts_no_more_files(self, here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        """The system calls that full too, though there is room."""

        def refuse(*_: Any) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("binnenstad_site.write.publish.write_file", refuse)
        monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(f_files=9, f_favail=0, f_bavail=9))
        assert main(DAY) == ExitStatus.DISK
        assert "er is nog ruimte, maar op deze schijf passen niet meer bestanden" in capsys.readouterr().err

    def test_the_folder_is_gone(self, here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        (here / "weg").mkdir()
        monkeypatch.chdir(here / "weg")
        (here / "weg").rmdir()
        assert main(DAY) == ExitStatus.USAGE
        assert (
            capsys.readouterr().err == "De map waarin u dit typt, bestaat niet meer. Ga met cd naar een andere map.\n"
        )

    @pytest.mark.parametrize("port", ["-1", "65536", "99999"])
    def test_a_port_that_does_not_exist(self, here: Path, capsys: Said, port: str) -> None:
        assert main(["serve", "--port", port]) == ExitStatus.USAGE
        assert "Een poort is een getal van 0 tot en met 65535" in capsys.readouterr().err


class TestCheck:
    """`python build.py check`: the same without making the site."""

    def test_it_writes_only_what_helps_the_next(self, here: Path, capsys: Said) -> None:
        before = set(here.rglob("*"))
        assert main(["check", "--timings", *DAY]) == ExitStatus.GOOD
        assert {path.relative_to(here).parts[0] for path in {*here.rglob("*")} - before} == {SCRATCH}
        assert capsys.readouterr().out.endswith("1 waarschuwing.\n")

    @pytest.mark.parametrize("command", [["check"], [], ["adressen"]])
    @pytest.mark.parametrize("bad", [False, True])
    def test_json_is_all_there_is(
        self, here: Path, command: list[str], bad: bool, capsys: Said, change: Change
    ) -> None:
        """One JSON value on standard output, whatever the command and however it ends."""
        if bad:
            change(PRAKTIJK, "status: loopt", "status: lopt")
        files = sum(path.is_file() for path in (here / "content").rglob("*"))
        assert main([*command, "--format", "json", *DAY]) == int(bad)
        report = json.loads(capsys.readouterr().out)
        assert report["summary"] == {"errors": int(bad), "warnings": 1, "files": files}

    def test_github(self, here: Path, capsys: Said, change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
        """Annotations on standard output, and a summary behind what others wrote in the file for it."""
        change(PRAKTIJK, "status: loopt", "status: lopt")
        (here / "summary.md").write_text("# Eerder\n", encoding="utf-8")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "summary.md"))
        assert main(["check", "--format", "github", *DAY]) == ExitStatus.CONTENT
        output = capsys.readouterr().out.split("\n")
        token = output[0].removeprefix("::stop-commands::")
        assert re.fullmatch("[0-9a-f]{32}", token)
        assert f"::{token}::" in output
        assert f"::error file={PRAKTIJK},line=15,col=9,endColumn=13,title=onbekende-keuze::" in "\n".join(output)
        summary = (here / "summary.md").read_text(encoding="utf-8")
        assert summary.startswith("# Eerder\n## Controle van de inhoud\n")

    def test_a_summary_that_cannot_be_written(self, here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is wrong with the content is told all the same."""
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "weg" / "summary.md"))
        assert main(["check", "--format", "github", *DAY]) == ExitStatus.GOOD
        output = capsys.readouterr()
        assert "::warning file=" in output.out
        assert output.err.startswith("De samenvatting staat niet op GitHub: ")

    def test_github_without_a_summary(self, capsys: Said) -> None:
        assert main(["check", "--format", "github", *DAY]) == ExitStatus.GOOD
        assert "::warning file=" in capsys.readouterr().out

    @pytest.mark.parametrize(
        "error",
        [
            PermissionError(errno.EACCES, "Permission denied"),
            FileNotFoundError(errno.ENOENT, "No such file or directory"),
            OSError(errno.EIO, "Input/output error"),
        ],
    )
    def test_a_file_that_may_not_be_read_or_goes_away(
        self, capsys: Said, change: Change, monkeypatch: pytest.MonkeyPatch, error: OSError
    ) -> None:
        """It is told by name, and so are the mistakes in the other files."""
        change("content/paginas/meedoen.md", "titel:", "titl:")
        opened = os.open

        def refuse(path: Any, *args: Any, **how: Any) -> int:
            if str(path).endswith("leiden-proef.md"):
                raise error
            return opened(path, *args, **how)

        monkeypatch.setattr(os, "open", refuse)
        assert main(["check", *DAY]) == ExitStatus.CONTENT
        output = capsys.readouterr().out
        assert f"{PRAKTIJK}:1:1: fout[bestand-onleesbaar]" in output
        assert "content/paginas/meedoen.md:2:1: fout[onbekend-veld]" in output
        assert "2 fouten in 2 bestanden" in output

    def test_settings(self, here: Path, capsys: Said) -> None:
        (here / "content/site.yaml").unlink()
        assert main(["check", *DAY]) == ExitStatus.USAGE
        assert "fout[instellingen]" in capsys.readouterr().out

    def test_a_slow_reader_is_mentioned(self, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(yamltext, "FAST", False)
        assert main(["check", *DAY]) == ExitStatus.GOOD
        assert capsys.readouterr().err.startswith("Let op: de snelle YAML-lezer ontbreekt")


class TestDate:
    """`--date`, else `SOURCE_DATE_EPOCH`, else today in UTC."""

    @pytest.fixture
    def dates(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The days for which a build was asked."""
        days: list[str] = []
        build = Session.build

        def note(self: Session, options: Options, *more: Any) -> Any:
            days.append(options.today.isoformat())
            return build(self, options, *more)

        monkeypatch.setattr(Session, "build", note)
        return days

    def test_the_flag_goes_first(self, dates: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
        main(["check", "--date", "2027-02-28"])
        main(["check"])
        assert dates == ["2027-02-28", "2026-11-24"]

    def test_today(self, dates: list[str]) -> None:
        before = datetime.now(UTC).date().isoformat()
        main(["check"])
        assert before <= dates[0] <= datetime.now(UTC).date().isoformat()

    @pytest.mark.parametrize("text", ["morgen", "24-11-2026", "2026-02-30", "2026-13-01"])
    def test_a_flag_that_is_no_date(self, text: str, capsys: Said) -> None:
        assert main(["check", "--date", text]) == ExitStatus.USAGE
        assert capsys.readouterr().err == f'--date "{text}" is geen datum. Schrijf JJJJ-MM-DD, zoals 2026-11-24.\n'

    @pytest.mark.parametrize("text", ["vandaag", "1e9", "9" * 30])
    def test_an_epoch_that_is_no_number(self, text: str, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
        assert main(["check"]) == ExitStatus.USAGE
        assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address",
    ["x.nl", "ftp://x.nl", "https://", "https://x.nl/?a", "https://x.nl/a b", "https://x.nl/é", "https://x.nl/*"],
)
def test_a_base_that_cannot_be(address: str, capsys: Said) -> None:
    """Refused before anything is built, and not by a crash further on."""
    assert main(["check", "--base-url", address, *DAY]) == ExitStatus.USAGE
    assert capsys.readouterr().err.startswith(f'--base-url "{address}" is geen adres.')


class TestEnds:
    """However it ends, somebody reads a sentence and no traceback."""

    def test_wrong_usage(self, capsys: Said) -> None:
        assert main(["chek"]) == ExitStatus.USAGE
        output = capsys.readouterr()
        assert output.out == ""
        assert output.err.startswith('"chek" ken ik niet. Bedoelde u "check"?')

    @pytest.mark.parametrize("words", [["--help"], ["new", "--help"]])
    def test_help(self, words: list[str], capsys: Said) -> None:
        assert main(words) == ExitStatus.GOOD
        assert capsys.readouterr().out.startswith("gebruik: python build.py")

    def crash(self, monkeypatch: pytest.MonkeyPatch) -> int:
        def fail(*_: Any, **__: Any) -> None:
            raise RuntimeError("dit kan niet")

        monkeypatch.setattr(Session, "build", fail)
        return main(DAY)

    def test_a_fault_of_the_builder(self, here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        """The details are in a file for a maintainer; the sentence says that it is not the editor's text."""
        assert self.crash(monkeypatch) == 70
        output = capsys.readouterr()
        assert output.out == ""
        assert output.err == (
            "Dit is een fout in de sitebouwer, niet in uw tekst. De bijzonderheden staan in .bouw/fout.txt; geef dat "
            "bestand aan een beheerder. De site is niet vernieuwd.\n"
        )
        details = (here / ".bouw/fout.txt").read_text(encoding="utf-8")
        assert details.startswith("Traceback")
        assert details.endswith("RuntimeError: dit kan niet\n")

    def test_a_fault_that_leaves_no_file(self, here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        (here / ".bouw").mkdir()
        (here / ".bouw/fout.txt").mkdir()
        assert self.crash(monkeypatch) == 70
        assert "niet in uw tekst. RuntimeError: dit kan niet." in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("absent", "status", "told"),
        [
            ("markdown_it.token", ExitStatus.USAGE, "Deze Python mist markdown_it, een pakket"),
            ("binnenstad_site.pages", ExitStatus.BUG, "Dit is een fout in de sitebouwer"),
        ],
    )
    def test_a_package_that_is_not_there(
        self, here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, absent: str, status: ExitStatus, told: str
    ) -> None:
        """Somebody typed `python` where the Python of the project was meant."""
        monkeypatch.setattr(Session, "build", Mock(side_effect=ModuleNotFoundError("absent", name=absent)))
        assert main(DAY) == status
        assert capsys.readouterr().err.startswith(told)

    def test_a_template_error(self, here: Path, capsys: Said) -> None:
        (here / "templates").unlink()
        shutil.copytree(ROOT / "templates", here / "templates")
        (here / "templates/pages/verslag.html").write_text("\n{{ page.weg }}", encoding="utf-8")
        assert main(DAY) == ExitStatus.BUG
        assert "templates/pages/verslag.html:2:1: fout[sjabloonfout]" in capsys.readouterr().out
        assert not (here / "_site").exists()

    def test_ctrl_c(self, here: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        def stop(*_: Any, **__: Any) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(Session, "build", stop)
        assert main(DAY) == ExitStatus.STOPPED
        assert capsys.readouterr() == ("", "\nGestopt.\n")

    def test_nobody_reads_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As in `python build.py check | head -1`."""
        read, write = os.pipe()
        os.close(read)
        with os.fdopen(write, "w", encoding="utf-8") as closed:
            monkeypatch.setattr("sys.stdout", closed)
            assert main(["check", *DAY]) == ExitStatus.GOOD
