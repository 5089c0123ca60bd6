"""Everything in `content/` is read in a fixed order; what is wrong is said, and keeps nothing else from being read."""

import os
import random
import socket
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from binnenstad_site.core.diagnostics import Diagnostic
from binnenstad_site.core.memo import Memo, MemoFile
from binnenstad_site.core.urls import is_slug
from binnenstad_site.core.workers import WORTH_HELP
from binnenstad_site.load.discovery import name_problem, printable
from binnenstad_site.load.documents import Layout, Library, Storage
from binnenstad_site.load.loader import Reading, load
from binnenstad_site.load.textfiles import FileContent, read_file
from tests.visiting import picture_bytes

LAYOUTS = (
    Layout("praktijken", Storage.MARKDOWN),
    Layout("kansen", Storage.YAML),
    Layout("begrippen", Storage.LIST, slug_from="term"),
    Layout("paginas", Storage.TREE),
    Layout("site", Storage.FILE),
)
ITEM = "---\ntitel: Delft\n---\n\nTekst.\n"
PNG = picture_bytes("PNG")
Write = Callable[..., None]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file below `content/`."""

    def put(name: str, text: str | bytes = ITEM) -> None:
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    (tmp_path / "content").mkdir()
    return put


def read(root: Path, memo: Memo | None = None) -> tuple[Library, list[tuple[str, str]]]:
    """The library, and code and path of what is wrong."""
    loaded = load(root, LAYOUTS, memo)
    diagnostics = sorted(loaded.diagnostics, key=Diagnostic.sort_key)
    return loaded.library, [(d.code.value, d.location.path) for d in diagnostics]


def items(library: Library) -> list[str]:
    return [f"{document.collection}/{document.slug}" for document in library.documents]


def messages(root: Path) -> list[tuple[str, str]]:
    return [(d.message, d.hint) for d in sorted(load(root, LAYOUTS).diagnostics, key=Diagnostic.sort_key)]


class TestReading:
    def test_every_shape(self, tmp_path: Path, write: Write) -> None:
        write("site.yaml", "titel: De site\n")
        write("begrippen.yaml", "- term: Plint\n- term: Buurt\n")
        write("paginas/over/redactie.md")
        write("paginas/over/index.md")
        write("paginas/meedoen.md")
        write("praktijken/zwolle.md")
        write("praktijken/tilburg-lochal/index.md")
        write("praktijken/tilburg-lochal/foto.png", PNG)
        write("kansen/lege-panden.yaml", "titel: Een kans\n")
        write("gepubliceerde-adressen.txt", "/\n/over/\n")

        library, wrong = read(tmp_path)

        assert wrong == []
        assert items(library) == [
            "praktijken/tilburg-lochal",
            "praktijken/zwolle",
            "kansen/lege-panden",
            "begrippen/plint",
            "begrippen/buurt",
            "paginas/meedoen",
            "paginas/over",
            "paginas/over/redactie",
            "site/site",
        ]
        assert library.attachments == {
            "content/praktijken/tilburg-lochal/foto.png": tmp_path / "content/praktijken/tilburg-lochal/foto.png"
        }
        assert library.broken == frozenset()
        assert library.broken_lists == frozenset()
        assert library.files == 9
        assert library.sources["content/praktijken/zwolle.md"] == ITEM
        assert library.sources["content/gepubliceerde-adressen.txt"] == "/\n/over/\n"
        assert len(library.sources) == len(list(library.sources)) == 9
        assert "content/praktijken/tilburg-lochal/foto.png" not in library.sources

    def test_nothing_at_all_is_fine(self, tmp_path: Path, write: Write) -> None:
        (tmp_path / "content/praktijken/leeg").mkdir(parents=True)
        (tmp_path / "content/paginas/over").mkdir(parents=True)

        library, wrong = read(tmp_path)

        assert (library.documents, library.files, wrong) == ((), 0, [])

    def test_the_order_of_the_disk_makes_no_difference(self, tmp_path: Path, write: Write) -> None:
        names = [f"praktijken/item-{n}.md" for n in range(20)] + [f"praktijken/map-{n}/index.md" for n in range(5)]
        expected = sorted(f"content/{name}" for name in names)
        random.Random(3).shuffle(names)
        for name in names:
            write(name)

        library, _ = read(tmp_path)

        assert [document.path for document in library.documents] == expected

    @pytest.mark.parametrize(
        "name",
        [".gitkeep", ".DS_Store", "x.md~", ".x.md.swp", "x.swx", "x.tmp", "x.part", "4913", "#x.md#", "~$x.docx",
         "Thumbs.db", "desktop.ini", "x.bak"],
    )  # fmt: skip
    @pytest.mark.parametrize("folder", ["", "praktijken/", "praktijken/map/", "paginas/over/", "kansen/"])
    def test_what_programs_leave_behind_is_ignored(self, tmp_path: Path, write: Write, name: str, folder: str) -> None:
        write(folder + name, "rommel")

        library, wrong = read(tmp_path)

        assert (library.documents, library.attachments, library.broken, wrong) == ((), {}, frozenset(), [])


class TestNames:
    @pytest.mark.parametrize(
        ("name", "words", "hint"),
        [
            ("Delft.md", "hoofdletters", "delft.md"),
            ("delft.MD", "hoofdletters", "delft.md"),
            ("delft markt.md", "spaties", "delft-markt.md"),
            ("Delft Markt.md", "hoofdletters en spaties", "delft-markt.md"),
            ("delft--markt.md", "alleen kleine letters", "delft-markt.md"),
            ("delft_markt.md", "alleen kleine letters", "delft-markt.md"),
            ("café.md", "accenten", "cafe.md"),
            ("cafe\u0301.md", "accenten", "cafe.md"),
            ("d\u200belft.md", "accenten", "d-elft.md"),
            ("con.md", "Windows", "con-1.md"),
            ("lpt1.md", "Windows", "lpt1-1.md"),
            ("x" * 81 + ".md", "80 tekens", "x" * 80 + ".md"),
            ("Île.md", "accenten", "ile.md"),
            ("!!!.md", "alleen kleine letters", "item.md"),
        ],
    )
    def test_a_bad_name_is_read_under_the_name_to_use(
        self, tmp_path: Path, write: Write, name: str, words: str, hint: str
    ) -> None:
        """So that links to it are not reported as well."""
        write(f"praktijken/{name}")

        library, wrong = read(tmp_path)
        [(message, advice)] = messages(tmp_path)

        assert [code for code, _ in wrong] == ["ongeldige-bestandsnaam"]
        assert words in message
        assert advice == f"Noem het bestand: {hint}"
        assert [document.slug for document in library.documents] == [
            hint.removesuffix(".md") if "-1" not in hint else hint[:-5]
        ]

    def test_bytes_that_are_no_text(self, tmp_path: Path, write: Write) -> None:
        """A name in another encoding can be shown, and does not end the run."""
        Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/praktijken")).mkdir()
        Path(os.fsdecode(os.fsencode(tmp_path / "content/praktijken") + b"/caf\xe9.md")).write_text(
            ITEM, encoding="utf-8"
        )

        library, wrong = read(tmp_path)

        assert wrong == [("ongeldige-bestandsnaam", "content/praktijken/caf\N{REPLACEMENT CHARACTER}.md")]
        assert items(library) == ["praktijken/caf"]

    def test_a_name_with_a_line_end_cannot_make_a_line(self) -> None:
        assert printable("a\n::error::b\x1b[31m") == "a\ufffd::error::b\ufffd[31m"

    @pytest.mark.parametrize("folder", ["praktijken/Mijn Map/index.md", "paginas/Mijn Map/redactie.md"])
    def test_a_bad_name_of_a_folder(self, tmp_path: Path, write: Write, folder: str) -> None:
        write(folder)

        library, wrong = read(tmp_path)

        assert wrong == [("ongeldige-bestandsnaam", f"content/{folder.rpartition('/')[0]}")]
        assert messages(tmp_path)[0][1] == "Noem de map: mijn-map"
        assert library.documents[0].slug.startswith("mijn-map")

    def test_a_long_path(self, tmp_path: Path, write: Write) -> None:
        part = "a" * 70
        write(f"paginas/{part}/{part}/kort.md")
        write(f"paginas/{part}/{part}/{part}.md")
        write(f"paginas/{part}/{part}/{part}/diep.md")

        library, wrong = read(tmp_path)

        assert [code for code, _ in wrong] == ["ongeldige-bestandsnaam"] * 2
        assert "langer dan 200 tekens" in messages(tmp_path)[0][0]
        assert len(library.documents) == 2  # below the folder nothing is looked at

    @settings(max_examples=200, deadline=None)
    @given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1))
    def test_the_name_to_use_is_always_good(self, stem: str) -> None:
        problem = name_problem(f"{stem}.md", f"content/praktijken/{stem}.md", ".md")

        if problem is None:
            assert is_slug(stem)
        else:
            assert is_slug(problem.hint.removeprefix("Noem het bestand: ").removesuffix(".md"))


class TestDoubles:
    def test_a_file_and_a_folder(self, tmp_path: Path, write: Write) -> None:
        write("praktijken/delft.md")
        write("praktijken/delft/index.md", "---\ntitel: Ander\n---\n")

        library, wrong = read(tmp_path)
        [(message, _)] = messages(tmp_path)

        assert wrong == [("dubbel-item", "content/praktijken/delft/index.md")]
        assert "content/praktijken/delft.md" in message
        assert "content/praktijken/delft/index.md" in message
        assert [document.path for document in library.documents] == ["content/praktijken/delft.md"]

    def test_capitals_only(self, tmp_path: Path, write: Write) -> None:
        """One message, which names both, and not one about the name as well."""
        write("praktijken/Delft.md")
        write("praktijken/delft.md")

        library, wrong = read(tmp_path)

        assert wrong == [("dubbel-item", "content/praktijken/Delft.md")]
        assert "verschillen alleen in hoofdletters" in messages(tmp_path)[0][0]
        assert [document.path for document in library.documents] == ["content/praktijken/delft.md"]

    def test_two_bad_names_for_one_item(self, tmp_path: Path, write: Write) -> None:
        write("praktijken/Delft.md")
        write("praktijken/DELFT.md")

        _, wrong = read(tmp_path)

        assert wrong == [
            ("ongeldige-bestandsnaam", "content/praktijken/DELFT.md"),
            ("dubbel-item", "content/praktijken/Delft.md"),
        ]

    def test_pages_in_folders(self, tmp_path: Path, write: Write) -> None:
        write("paginas/over.md")
        write("paginas/over/index.md")

        assert read(tmp_path)[1] == [("dubbel-item", "content/paginas/over/index.md")]

    def test_two_endings(self, tmp_path: Path, write: Write) -> None:
        write("kansen/x.yaml", "titel: a\n")
        write("kansen/x.yml", "titel: b\n")

        assert read(tmp_path)[1] == [("dubbel-item", "content/kansen/x.yml")]


class TestPlaces:
    """What lies where it does not belong."""

    @pytest.mark.parametrize(
        ("name", "code", "words", "broken"),
        [
            ("praktijken/x.markdown", "onbekend-bestand", "Noem het bestand: x.md", None),
            ("kansen/x.yml", "onbekend-bestand", "Noem het bestand: x.yaml", None),
            ("praktijken/x.docx", "onbekend-bestand", "uitgang .md", ("praktijken", "x")),
            ("praktijken/x.yaml", "onbekend-bestand", "uitgang .md", ("praktijken", "x")),
            ("kansen/x.md", "onbekend-bestand", "uitgang .yaml", ("kansen", "x")),
            ("praktijken/LEESMIJ", "onbekend-bestand", "uitgang .md", ("praktijken", "leesmij")),
            ("praktijken/x/tekening.svg", "onbekend-bestand", "als .jpg of .png", ("praktijken", "x")),
            ("praktijken/x/plan.pptx", "onbekend-bestand", "als .pdf in de map", ("praktijken", "x")),
            ("praktijken/x/lied.mp3", "onbekend-bestand", "Bijlagen: .avif, .jpeg", ("praktijken", "x")),
            ("praktijken/x/tekst.md", "onbekend-bestand", "noem het index.md", ("praktijken", "x")),
            ("praktijken/x/Index.md", "onbekend-bestand", "noem het index.md", ("praktijken", "x")),
            ("praktijken/x/foto.png", "onbekende-map", "content/praktijken/x.md", ("praktijken", "x")),
            ("praktijken/x/diep/index.md", "onbekende-map", "een map hoger", ("praktijken", "x")),
            ("kansen/x/y.yaml", "onbekende-map", "content/kansen/", None),
            ("praktijken/index.md", "ongeldige-bestandsnaam", "content/paginas/praktijken.md", None),
            ("paginas/index.md", "ongeldige-bestandsnaam", "content/paginas/paginas.md", None),
            ("paginas/x.docx", "onbekend-bestand", "uitgang .md", ("paginas", "x")),
        ],
    )
    def test_in_a_collection(
        self, tmp_path: Path, write: Write, name: str, code: str, words: str, broken: tuple[str, str] | None
    ) -> None:
        text = PNG if name.endswith(".png") else "titel: Delft\n" if name.endswith(".yml") else ITEM
        write(name, text)

        library, wrong = read(tmp_path)
        [(_, hint)] = messages(tmp_path)

        assert [name for name, _ in wrong] == [code]
        assert words in hint
        assert broken is None or broken in library.broken
        assert [d.slug for d in library.documents] == (["x"] if "Noem het bestand: x" in words else [])

    def test_an_image_outside_a_folder(self, tmp_path: Path, write: Write) -> None:
        """It is reported once: a link to it is not wrong as well."""
        write("praktijken/foto.png", PNG)

        library, wrong = read(tmp_path)

        assert wrong == [("onbekend-bestand", "content/praktijken/foto.png")]
        assert list(library.attachments) == ["content/praktijken/foto.png"]

    @pytest.mark.parametrize(
        ("name", "code", "words", "uncertain"),
        [
            ("praktijk/x.md", "onbekende-map", 'Bedoelde u "praktijken"?', {"praktijken"}),
            ("Kansen/x.yaml", "onbekende-map", 'Bedoelde u "kansen"?', {"kansen"}),
            ("iets/x.md", "onbekende-map", "Kies uit: praktijken, kansen of paginas", set()),
            ("begrippen.yml", "onbekend-bestand", 'Bedoelde u "begrippen.yaml"?', {"begrippen"}),
            ("LEESMIJ.md", "onbekend-bestand", "map van zijn soort", set()),
            ("gepubliceerde-adresen.txt", "onbekend-bestand", 'Bedoelde u "gepubliceerde-adressen.txt"?', set()),
            ("begrippen.yaml/x.md", "onbekende-map", "andere naam", {"begrippen"}),
            ("praktijken", "onbekend-bestand", "andere naam", {"praktijken"}),
        ],
    )
    def test_in_content(
        self, tmp_path: Path, write: Write, name: str, code: str, words: str, uncertain: set[str]
    ) -> None:
        """One message; what seems to be a collection under another name does not make all links to it wrong."""
        write(name)

        library, wrong = read(tmp_path)
        [(_, hint)] = messages(tmp_path)

        assert wrong == [(code, f"content/{name.partition('/')[0]}")]
        assert words in hint
        assert library.broken_lists == uncertain
        assert library.documents == ()

    def test_a_collection_that_is_there_is_not_uncertain(self, tmp_path: Path, write: Write) -> None:
        write("praktijken/x.md")
        write("praktijk/y.md")

        assert read(tmp_path)[0].broken_lists == frozenset()


def png_header(width: int, height: int) -> bytes:
    """A picture that ends after it has said how large it is: there is nothing to decode."""
    parts = struct.pack(">4sIIBBBBB", b"IHDR", width, height, 8, 2, 0, 0, 0)
    return PNG[:8] + struct.pack(">I", 13) + parts + struct.pack(">I", zlib.crc32(parts)) + b"\0\0\0\4IDAT\0\0\0\0"


class TestAttachments:
    KINDS: ClassVar = {
        "jpg": picture_bytes("JPEG"),
        "jpeg": picture_bytes("JPEG"),
        "png": PNG,
        "webp": picture_bytes("WEBP"),
        "avif": picture_bytes("AVIF"),
        "pdf": b"%PDF-1.7\n",
    }

    @pytest.mark.parametrize("kind", KINDS)
    def test_each_kind(self, tmp_path: Path, write: Write, kind: str) -> None:
        write("praktijken/x/index.md")
        write(f"praktijken/x/bijlage.{kind}", self.KINDS[kind])

        library, wrong = read(tmp_path)

        assert wrong == []
        assert list(library.attachments) == [f"content/praktijken/x/bijlage.{kind}"]

    @pytest.mark.parametrize(
        ("name", "data", "code", "words"),
        [
            ("foto.png", KINDS["jpg"], "onbekend-bestand", "geen png maar jpg"),
            ("foto.jpg", b"<svg xmlns='x'><script/></svg>", "onbekend-bestand", "geen jpg"),
            ("foto.avif", b"\0\0\0\x20ftypheic\0\0\0\0heic", "onbekend-bestand", "geen avif"),
            ("stuk.pdf", b"MZ\x90", "onbekend-bestand", "geen pdf"),
            ("foto.webp", b"RIFF\0\0\0\0WAVEfmt ", "onbekend-bestand", "geen webp"),
            ("foto.png", b"", "leeg-bestand", "leeg"),
            ("foto.png", PNG[:30], "afbeelding-onleesbaar", "beschadigd"),
            ("foto.jpg", KINDS["jpg"][:-40], "afbeelding-onleesbaar", "beschadigd"),
            ("foto.webp", KINDS["webp"][:-10], "afbeelding-onleesbaar", "beschadigd"),
            ("foto.avif", KINDS["avif"][:-10], "afbeelding-onleesbaar", "beschadigd"),
            ("foto.png", png_header(8_000, 5_001), "bestand-te-groot", "40 miljoen beeldpunten"),
            ("foto.png", png_header(60_000, 60_000), "bestand-te-groot", "40 miljoen beeldpunten"),
            ("foto.png", PNG + b"\0" * 5 * 1024 * 1024, "bestand-te-groot", "5 MB"),
            ("stuk.pdf", KINDS["pdf"] + b"\0" * 10 * 1024 * 1024, "bestand-te-groot", "10 MB"),
            ("Foto Plein.PNG", PNG, "ongeldige-bestandsnaam", "hoofdletters"),
        ],
    )
    def test_what_is_refused(self, tmp_path: Path, write: Write, name: str, data: bytes, code: str, words: str) -> None:
        """It still counts as being there, so that a link to it is not wrong as well."""
        write("praktijken/x/index.md")
        write(f"praktijken/x/{name}", data)

        library, wrong = read(tmp_path)

        assert wrong == [(code, f"content/praktijken/x/{name}")]
        assert words in messages(tmp_path)[0][0]
        assert list(library.attachments) == [f"content/praktijken/x/{name}"]

    def test_a_pdf_may_be_larger_than_an_image(self, tmp_path: Path, write: Write) -> None:
        write("praktijken/x/index.md")
        write("praktijken/x/stuk.pdf", self.KINDS["pdf"] + b"\0" * 6 * 1024 * 1024)

        assert read(tmp_path)[1] == []

    def test_beside_pages(self, tmp_path: Path, write: Write) -> None:
        write("paginas/over/redactie.md")
        write("paginas/over/foto.png", PNG)

        library, wrong = read(tmp_path)

        assert wrong == []
        assert list(library.attachments) == ["content/paginas/over/foto.png"]

    def test_one_that_cannot_be_opened(self, tmp_path: Path, write: Write, refused: set[str]) -> None:
        write("praktijken/x/index.md")
        write("praktijken/x/foto.png", PNG)
        refused.add("foto.png")

        assert read(tmp_path)[1] == [("bestand-onleesbaar", "content/praktijken/x/foto.png")]


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of files that the system does not let us open; root may open anything, so rights prove nothing."""
    names: set[str] = set()
    real = os.open

    def limited(path: str, flags: int, *rest: int) -> int:
        if Path(path).name in names:
            raise PermissionError(13, "Permission denied", path)
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", limited)
    return names


class TestDisk:
    """What the disk does to us is said, for the file it is about."""

    @pytest.mark.parametrize("name", ["praktijken/x.md", "praktijken/x/index.md", "paginas/x.md", "kansen/x.yaml"])
    @pytest.mark.parametrize("kind", ["link", "dangling", "folder link", "fifo", "socket"])
    def test_special_files_are_never_opened(self, tmp_path: Path, write: Write, name: str, kind: str) -> None:
        write("praktijken/goed.md")
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if kind == "link":
            path.symlink_to("/etc/passwd")
        elif kind == "dangling":
            path.symlink_to(tmp_path / "is er niet")
        elif kind == "folder link":
            path.symlink_to(tmp_path, target_is_directory=True)
        elif kind == "fifo":
            os.mkfifo(path)
        else:
            folder = Path.cwd()
            os.chdir(path.parent)  # the name of a socket may not be long
            try:
                with socket.socket(socket.AF_UNIX) as unix_socket:
                    unix_socket.bind(path.name)
            finally:
                os.chdir(folder)

        library, wrong = read(tmp_path)

        assert wrong == [("bijzonder-bestand", f"content/{name}")]
        assert items(library) == ["praktijken/goed"]
        assert (name.partition("/")[0], "x") in library.broken

    @pytest.mark.parametrize("name", ["begrippen.yaml", "praktijken", "gepubliceerde-adressen.txt", "vreemd"])
    def test_special_files_in_content(self, tmp_path: Path, write: Write, name: str) -> None:
        (tmp_path / "content" / name).symlink_to("/etc")

        library, wrong = read(tmp_path)

        assert wrong == [("bijzonder-bestand", f"content/{name}")]
        assert library.broken_lists == {name.removesuffix(".yaml")} & {"begrippen", "praktijken"}

    def test_a_file_that_may_not_be_read(self, tmp_path: Path, write: Write, refused: set[str]) -> None:
        write("praktijken/goed.md")
        write("praktijken/dicht.md")
        write("begrippen.yaml", "- term: a\n")
        refused |= {"dicht.md", "begrippen.yaml"}

        library, wrong = read(tmp_path)

        assert wrong == [
            ("bestand-onleesbaar", "content/begrippen.yaml"),
            ("bestand-onleesbaar", "content/praktijken/dicht.md"),
        ]
        assert items(library) == ["praktijken/goed"]
        assert library.broken == {("praktijken", "dicht")}
        assert library.broken_lists == {"begrippen"}

    @pytest.mark.parametrize(
        ("error", "words"),
        [
            (FileNotFoundError(2, "x"), "verdween"),
            (PermissionError(13, "x"), "mag niet worden gelezen"),
            (OSError(5, "Input/output error"), "kan niet worden gelezen"),
        ],
    )
    @pytest.mark.parametrize("function", ["open", "fstat", "read"])
    def test_a_file_that_goes_away_or_breaks(
        self, tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str, function: str
    ) -> None:
        write("praktijken/x.md")

        def fail(*rest: object) -> None:
            raise error

        monkeypatch.setattr(os, function, fail)
        reported = messages(tmp_path)
        monkeypatch.undo()

        assert len(reported) == 1
        assert words in reported[0][0]

    def test_a_link_that_appears_between_looking_and_opening(
        self, tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The file is opened in a way that does not follow links, whatever was seen before."""
        write("praktijken/x.md")
        real = os.open

        def swapped(path: str, flags: int) -> int:
            Path(path).unlink()
            Path(path).symlink_to("/etc/passwd")
            return real(path, flags)

        monkeypatch.setattr(os, "open", swapped)

        assert read(tmp_path)[1] == [("bijzonder-bestand", "content/praktijken/x.md")]

    def test_a_pipe_that_appears_between_looking_and_opening(
        self, tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nobody waits for its other side."""
        write("praktijken/x.md")
        real = os.open

        def swapped(path: str, flags: int) -> int:
            Path(path).unlink()
            os.mkfifo(path)
            return real(path, flags)

        monkeypatch.setattr(os, "open", swapped)

        assert read(tmp_path)[1] == [("bijzonder-bestand", "content/praktijken/x.md")]

    def test_a_folder_that_may_not_be_looked_into(
        self, tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("praktijken/x.md")
        write("kansen/y.yaml", "titel: a\n")
        real = os.scandir

        def limited(path: str) -> object:
            if path.endswith("praktijken"):
                raise PermissionError(13, "x")
            return real(path)

        monkeypatch.setattr(os, "scandir", limited)

        library, wrong = read(tmp_path)

        assert wrong == [("bestand-onleesbaar", "content/praktijken")]
        assert items(library) == ["kansen/y"]
        assert library.broken_lists == {"praktijken"}

    def test_a_name_that_is_gone_when_looked_at(
        self, tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("praktijken/x.md")
        write("praktijken/y.md")
        real = os.scandir

        class Gone:
            def __init__(self, entry: os.DirEntry[str]) -> None:
                self.name, self.path = entry.name, entry.path

            def stat(self, *, follow_symlinks: bool) -> os.stat_result:
                raise FileNotFoundError(2, "x")

        class Listing:
            def __init__(self, path: str) -> None:
                self._names = real(path)

            def __enter__(self) -> Iterator[object]:
                return (Gone(entry) if entry.name == "x.md" else entry for entry in self._names)

            def __exit__(self, *rest: object) -> None:
                self._names.close()

        monkeypatch.setattr(os, "scandir", Listing)

        library, wrong = read(tmp_path)

        assert wrong == [("bestand-onleesbaar", "content/praktijken/x.md")]
        assert items(library) == ["praktijken/y"]

    def test_files_that_are_too_big(self, tmp_path: Path, write: Write) -> None:
        write("praktijken/past.md", "---\ntitel: x\n---\n".ljust(512 * 1024, "x"))
        write("praktijken/groot.md", "---\ntitel: x\n---\n".ljust(512 * 1024 + 1, "x"))
        write("begrippen.yaml", "- term: x\n#".ljust(2048 * 1024 + 1, "x"))

        library, wrong = read(tmp_path)

        assert wrong == [
            ("bestand-te-groot", "content/begrippen.yaml"),
            ("bestand-te-groot", "content/praktijken/groot.md"),
        ]
        assert [message for message, _ in messages(tmp_path)] == [
            "Dit bestand is groter dan 2 MB",
            "Dit bestand is groter dan 512 kB",
        ]
        assert items(library) == ["praktijken/past"]
        assert library.broken == {("praktijken", "groot")}

    def test_a_file_that_grows_while_it_is_read(
        self, tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """All of it is read, but never more than the limit."""
        write("praktijken/x.md")
        path = tmp_path / "content/praktijken/x.md"
        real = os.fstat

        def grow(handle: int) -> os.stat_result:
            status = real(handle)
            with path.open("a", encoding="utf-8") as file:
                file.write("Meer.\n" * 100)
            return status

        monkeypatch.setattr(os, "fstat", grow)

        library, wrong = read(tmp_path)

        assert wrong == []
        assert library.documents[0].body.count("Meer.") == 100

    @pytest.mark.parametrize("kind", ["missing", "file", "link"])
    def test_no_content(self, tmp_path: Path, kind: str) -> None:
        if kind == "file":
            (tmp_path / "content").write_text("x", encoding="utf-8")
        elif kind == "link":
            (tmp_path / "content").symlink_to(tmp_path)

        library, wrong = read(tmp_path)

        assert wrong == [("bestand-onleesbaar" if kind == "missing" else "bijzonder-bestand", "content")]
        assert library.documents == ()


class TestBroken:
    def test_one_bad_file_keeps_nothing_else_from_being_read(self, tmp_path: Path, write: Write) -> None:
        write("praktijken/a.md", "geen velden")
        write("praktijken/b.md")
        write("praktijken/c.md", b"\xff\xfe\x00")
        write("kansen/d.yaml", "a: 1\n  b: 2\n")
        write("begrippen.yaml", "term: x\n")
        write("site.yaml", "")
        write("gepubliceerde-adressen.txt", "/één/\n".encode("latin-1"))

        library, wrong = read(tmp_path)

        assert [code for code, _ in wrong] == [
            "lijst-verwacht", "geen-utf8", "yaml-fout", "geen-voorblok", "geen-utf8", "leeg-bestand",
        ]  # fmt: skip
        assert items(library) == ["praktijken/b"]
        assert library.broken == {("praktijken", "a"), ("praktijken", "c"), ("kansen", "d"), ("site", "site")}
        assert library.broken_lists == {"begrippen"}
        assert library.files == 7


class TestCache:
    def test_nothing_changed(self, tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        """The same documents and the same messages, without opening a file."""
        write("praktijken/x.md")
        write("praktijken/fout.md", "---\nstatus:\n---\n")
        write("begrippen.yaml", "- term: a\n")
        write("gepubliceerde-adressen.txt", "/\n")
        memo = Memo()
        first, wrong = read(tmp_path, memo)
        monkeypatch.setattr(os, "open", None)

        second, again = read(tmp_path, memo)

        assert second.documents == first.documents
        assert again == wrong == [("lege-waarde", "content/praktijken/fout.md")]
        assert dict(second.sources) == dict(first.sources)
        assert second.files == first.files

    def test_saved_without_a_change(self, tmp_path: Path, write: Write) -> None:
        """Another stamp with the same bytes is the same document."""
        write("praktijken/x.md")
        memo = Memo()
        first, _ = read(tmp_path, memo)
        os.utime(tmp_path / "content/praktijken/x.md", ns=(1, 1))

        second, _ = read(tmp_path, memo)

        assert second.documents == first.documents

    def test_one_change(self, tmp_path: Path, write: Write) -> None:
        write("praktijken/x.md")
        write("praktijken/y.md")
        memo = Memo()
        first, _ = read(tmp_path, memo)
        write("praktijken/x.md", ITEM.replace("Delft", "Leiden"))

        second, _ = read(tmp_path, memo)

        assert second.documents[0] != first.documents[0]
        assert second.documents[0].fields == {"titel": "Leiden"}
        assert second.documents[1] is first.documents[1]
        assert "Leiden" in second.sources["content/praktijken/x.md"]

    def test_gone_and_back(self, tmp_path: Path, write: Write) -> None:
        """A file that is gone gives nothing; when it is back as it was, it is known."""
        write("praktijken/x.md")
        memo = Memo()
        first, _ = read(tmp_path, memo)
        (tmp_path / "content/praktijken/x.md").unlink()
        without, _ = read(tmp_path, memo)
        write("praktijken/x.md")
        back, _ = read(tmp_path, memo)

        assert without.documents == ()
        assert back.documents == first.documents

    def test_read_once(self, tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        """To know whether other processes help, the files of a large folder are looked at: that is the only time."""
        for number in range(WORTH_HELP):
            write(f"praktijken/p{number}.md")
        opened: list[str] = []
        offered: list[int] = []

        def counted(file: str, path: str, most: int) -> FileContent:
            opened.append(path)
            return read_file(file, path, most)

        def prepare(readings: Sequence[Reading], memo: Memo) -> None:
            offered.append(len(readings))
            with memo.ahead(soon=True):
                for reading in readings:
                    reading()

        monkeypatch.setattr("binnenstad_site.load.loader.read_file", counted)
        file = MemoFile(tmp_path / "geheugen", b"secret", b"rules")
        for _ in range(2):
            memo = Memo(file, live=False)
            load(tmp_path, LAYOUTS, memo, prepare=partial(prepare, memo=memo))
            memo.end()
        assert offered == [WORTH_HELP, 0]
        assert len(opened) == 2 * WORTH_HELP

    def test_another_layout(self, tmp_path: Path, write: Write) -> None:
        """What was read under other rules does not count."""
        write("begrippen.yaml", "- term: a\n  naam: b\n")
        memo = Memo()
        first = load(tmp_path, [Layout("begrippen", Storage.LIST, slug_from="term")], memo).library
        second = load(tmp_path, [Layout("begrippen", Storage.LIST, slug_from="naam")], memo).library

        assert (items(first), items(second)) == (["begrippen/a"], ["begrippen/b"])

    def test_an_unreadable_file_is_tried_again(self, tmp_path: Path, write: Write, refused: set[str]) -> None:
        write("praktijken/x.md")
        memo = Memo()
        refused.add("x.md")
        _, wrong = read(tmp_path, memo)
        refused.clear()
        library, after = read(tmp_path, memo)

        assert wrong == [("bestand-onleesbaar", "content/praktijken/x.md")]
        assert after == []
        assert items(library) == ["praktijken/x"]

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        edits=st.lists(
            st.tuples(st.sampled_from("abc"), st.sampled_from(["", ITEM, "fout", ITEM + "meer", "x: 1"])), max_size=6
        )
    )
    def test_with_and_without_cache_are_the_same(
        self, tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str]]
    ) -> None:
        """After any edits, a session that remembers knows what a new one finds."""
        root = tmp_path_factory.mktemp("project")
        folder = root / "content/praktijken"
        folder.mkdir(parents=True)
        memo = Memo()
        for name, text in edits:
            path = folder / f"{name}.md"
            if text or not path.exists():
                path.write_text(text, encoding="utf-8")
            else:
                path.unlink()
            again, again_wrong = read(root, memo)
            fresh, fresh_wrong = read(root)

            assert again_wrong == fresh_wrong
            assert [(d.slug, d.fields, d.body) for d in again.documents] == [
                (d.slug, d.fields, d.body) for d in fresh.documents
            ]
            assert dict(again.sources) == dict(fresh.sources)
            assert (again.broken, again.files) == (fresh.broken, fresh.files)
