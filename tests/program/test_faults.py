"""Harmful content, broken templates and a full disk, with the real program: told well, and the old site stays."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tree import DAY, HANG, LATER, calm, environment, run

DEEP = "---\ntitel: " + "[" * 200_000 + "\n---\n\nTekst.\n"


def nothing(content: Path) -> None:
    for path in content.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def no_settings(content: Path) -> None:
    (content / "site.yaml").unlink()


def brackets(content: Path) -> None:
    (content / "praktijken/diep.md").write_text(DEEP, encoding="utf-8")


def large(content: Path) -> None:
    (content / "praktijken/groot.md").write_bytes(b"---\ntitel: Groot\n---\n" + b"x" * 5_000_000)


def symlink(content: Path) -> None:
    (content / "praktijken/elders.md").symlink_to("/etc/passwd")


def loop(content: Path) -> None:
    (content / "paginas/rond").symlink_to(content)


def fifo(content: Path) -> None:
    os.mkfifo(content / "praktijken/pijp.md")


def fifo_for_settings(content: Path) -> None:
    (content / "site.yaml").unlink()
    os.mkfifo(content / "site.yaml")


def junk(content: Path) -> None:
    (content / "praktijken/ruis.md").write_bytes(bytes(range(256)) * 40)


def capitals(content: Path) -> None:
    shutil.copyfile(content / "praktijken/leiden-proef.md", content / "praktijken/Leiden-proef.md")


def bomb(content: Path) -> None:
    lines = ["---", "a: &a [x, x]", *(f"b{n}: &b{n} [*a, *a]" for n in range(20)), "---", "", "Tekst."]
    (content / "praktijken/bom.md").write_text("\n".join(lines), encoding="utf-8")


def python_tag(content: Path) -> None:
    (content / "praktijken/tag.md").write_text(
        '---\ntitel: !!python/object/apply:os.system ["true"]\n---\n\nx\n', "utf-8"
    )


def utf16(content: Path) -> None:
    file = content / "paginas/meedoen.md"
    file.write_bytes(file.read_text(encoding="utf-8").encode("utf-16"))


def long_name(content: Path) -> None:
    shutil.copyfile(content / "praktijken/leiden-proef.md", content / f"praktijken/{'a' * 120}.md")


def device(content: Path) -> None:
    shutil.copyfile(content / "praktijken/leiden-proef.md", content / "praktijken/aux.md")


def broken_link(content: Path) -> None:
    file = content / "paginas/meedoen.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n[weg](../trends/anders-weken.md)\n", encoding="utf-8")


def folder_for_a_file(content: Path) -> None:
    (content / "begrippen.yaml").unlink()
    (content / "begrippen.yaml").mkdir()


def gone(content: Path) -> None:
    shutil.rmtree(content)


FAULTS: dict[str, tuple[Callable[[Path], None], int, str]] = {
    "empty content folder": (nothing, 2, "content/site.yaml:1:1: fout[instellingen]"),
    "no content folder": (gone, 2, "fout[bestand-onleesbaar]: De map content is er niet"),
    "no settings": (no_settings, 2, "content/site.yaml:1:1: fout[instellingen]"),
    "settings that are a pipe": (fifo_for_settings, 2, "content/site.yaml:1:1: fout[bijzonder-bestand]"),
    "200,000 brackets": (brackets, 1, "content/praktijken/diep.md:2:"),
    "a file of 5 MB": (large, 1, "content/praktijken/groot.md:1:1: fout[bestand-te-groot]"),
    "a symbolic link": (symlink, 1, "content/praktijken/elders.md:1:1: fout[bijzonder-bestand]"),
    "a link that goes round": (loop, 1, "content/paginas/rond:1:1: fout[bijzonder-bestand]"),
    "a pipe": (fifo, 1, "content/praktijken/pijp.md:1:1: fout[bijzonder-bestand]"),
    "binary junk": (junk, 1, "content/praktijken/ruis.md:"),
    "two names that differ in capitals": (capitals, 1, "fout[dubbel-item]"),
    "a bomb of references": (bomb, 1, "content/praktijken/bom.md:2:4: fout[yaml-verwijzing]"),
    "a tag that asks for Python": (python_tag, 1, "content/praktijken/tag.md:2:8: fout[yaml-label]"),
    "another encoding": (utf16, 1, "content/paginas/meedoen.md:1:1: fout[geen-utf8]"),
    "a name that is too long": (long_name, 1, "fout[ongeldige-bestandsnaam]"),
    "a name that Windows keeps": (device, 1, "content/praktijken/aux.md:1:1: fout[ongeldige-bestandsnaam]"),
    "a folder for a file": (folder_for_a_file, 1, "content/begrippen.yaml:1:1: fout[onbekende-map]"),
    "a link to nowhere": (broken_link, 1, 'Bedoelde u "../trends/anders-werken.md"?'),
}


class TestContent:
    """Whatever stands in `content/`."""

    @pytest.mark.parametrize("name", FAULTS)
    def test_it_is_told_and_the_old_site_stays(self, tree: Path, content: Path, name: str) -> None:
        harm, status, message = FAULTS[name]
        harm(content)
        done = run(tree, *LATER)
        assert message in calm(done)
        assert done.returncode == status
        assert done.stdout.endswith("De site is niet vernieuwd.\n")
        assert len(done.stdout) < 5000, "a hostile line does not flood the screen"

    def test_every_other_mistake_is_told_in_the_same_run(self, tree: Path, content: Path) -> None:
        for harm in (brackets, large, symlink, fifo, junk, broken_link):
            harm(content)
        output = calm(run(tree, *LATER))
        for name in ("diep.md", "groot.md", "elders.md", "pijp.md", "ruis.md", "meedoen.md"):
            assert f"{name}:" in output
        assert "6 fouten in 6 bestanden" in output


class TestTemplates:
    """A fault of ours is told as such."""

    def test_a_mistake_in_a_template(self, tree: Path, content: Path) -> None:
        page = tree / "templates/pages/verslagen.html"
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("{% block lijst %}", "{% block lijst %}\n{{ page.weg.nog }}"), encoding="utf-8")
        try:
            done = run(tree, *LATER)
        finally:
            page.write_text(text, encoding="utf-8")
        line = text.split("\n").index("{% block lijst %}") + 2
        assert f"templates/pages/verslagen.html:{line}:1: fout[sjabloonfout]" in calm(done)
        assert "niet in uw tekst" in done.stdout
        assert done.returncode == 70

    def test_a_mistake_in_the_program(self, tree: Path, content: Path) -> None:
        """The details are in a file, not on the screen."""
        feeds = tree / "binnenstad_site/exports/feeds.py"
        text = feeds.read_text(encoding="utf-8")
        feeds.write_text(
            text.replace(
                "def robots(builder: PageBuilder, *, preview: bool) -> Output:\n",
                "def robots(builder: PageBuilder, *, preview: bool) -> Output:\n    1 / 0\n",
            ),
            encoding="utf-8",
        )
        try:
            done = run(tree, *LATER)
        finally:
            feeds.write_text(text, encoding="utf-8")
        assert "Dit is een fout in de sitebouwer, niet in uw tekst." in calm(done)
        assert done.returncode == 70
        assert "ZeroDivisionError" in (tree / ".bouw/fout.txt").read_text(encoding="utf-8")


class TestDisk:
    """A disk that refuses."""

    def test_no_room(self, tree: Path, content: Path) -> None:
        """A process that may write no file over 10 kB: the path, the reason and how much is needed."""
        done = subprocess.run(
            [sys.executable, "build.py", "--no-share-images", *LATER],
            cwd=tree,
            env=environment(PYTHONDONTWRITEBYTECODE="1"),
            capture_output=True,
            encoding="utf-8",
            timeout=HANG,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
            check=False,
        )
        assert done.returncode == 74
        assert "lukt niet: het bestand is groter dan hier mag. Er is " in calm(done)
        assert done.stderr.endswith("De site is niet vernieuwd.\n")

    def test_nowhere_to_write(self, tree: Path, content: Path) -> None:
        done = run(tree, "--out", "/dev/null/_site", *DAY)
        assert done.returncode == 74
        assert calm(done).startswith(
            "Schrijven naar /dev/null/.bouw/lock lukt niet: een deel van het pad is een bestand"
        )
