"""All stages together: order makes no difference, nothing asks the network, and a second build equals a first."""

from __future__ import annotations

import random
import re
import shutil
import socket
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule
from PIL.PngImagePlugin import PngInfo

from binnenstad_site.core.memo import Memo, MemoFile
from binnenstad_site.pipeline import Build, Options, Session
from tests.conftest import BASIS, ROOT, TODAY, build, codes_and_places, only_diagnostic
from tests.visiting import KANS, LAST, PRAKTIJK, WITHDRAWN, content_of, first, lay_out, page, picture_bytes

Change = Callable[..., None]


def same(one: Build, other: Build) -> bool:
    """Whether two builds gave the same, to the byte."""
    return (
        one.diagnostics == other.diagnostics
        and [(file.path, file.read()) for file in one.outputs] == [(file.path, file.read()) for file in other.outputs]
        and one.addresses == other.addresses
        and dict(one.sources) == dict(other.sources)
        and (one.files, one.base) == (other.files, other.base)
    )


class TestOrder:
    """What the disk says first makes no difference."""

    @pytest.mark.parametrize("seed", [1, 2])
    def test_of_making_the_files(self, tmp_path: Path, project: Path, seed: int) -> None:
        files = sorted(path for path in (BASIS / "content").rglob("*") if path.is_file())
        random.Random(seed).shuffle(files)
        for file in files:
            to = tmp_path / "other/content" / file.relative_to(BASIS / "content")
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, to)
        (tmp_path / "other/templates").symlink_to(ROOT / "templates")
        assert same(build(tmp_path / "other"), build(project))

    def test_of_the_stages(self, project: Path) -> None:
        """Each is told as it begins, for whoever measures."""
        announced: list[str] = []
        Session(project).build(Options(TODAY), announced.append)
        assert announced == ["load", "validate", "link", "derive", "render", "check"]


@pytest.fixture(params=[1, 2, 4])
def by_so_many(
    request: pytest.FixtureRequest, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Session:
    """Builds the small project, of which the smallest part is shared between so many processes."""
    for module in ("core.workers", "load.loader", "checks.ahead"):
        monkeypatch.setattr(f"binnenstad_site.{module}.WORTH_HELP", 1)
    memo = Memo(MemoFile(tmp_path / "geheugen", b"secret", b"rules"), live=False)
    return Session(project, memo, processes=request.param)


def contents(build: Build) -> dict[str, bytes]:
    """The open data of a build."""
    assert build.data is not None
    return {output.path: output.read() for output in build.data.files}


def test_as_many_processes_as_there_are_make_the_same(by_so_many: Session, project: Path, tmp_path: Path) -> None:
    """The whole site, its search and data, and what is kept of it for the next build."""
    options = Options(TODAY, share_images=True, data=True)
    alone = Session(project).build(options)
    built = by_so_many.build(options)
    by_so_many.end(built)
    again = Session(project, Memo(MemoFile(tmp_path / "geheugen", b"secret", b"rules"), live=False))
    kept = again.build(options)
    again.end(kept)
    for other in (built, kept):
        assert same(other, alone)
        assert other.search is not None
        assert alone.search is not None
        assert other.search.files() == alone.search.files()
        assert contents(other) == contents(alone)
        assert [picture.key for picture in other.pictures] == [picture.key for picture in alone.pictures]


def test_no_socket_is_opened(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build works without a network, and tells nobody what it builds."""

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a build asked for the network")

    for name in ("socket", "create_connection", "getaddrinfo", "socketpair"):
        monkeypatch.setattr(socket, name, refuse)
    assert not build(project).failed


class TestSettings:
    """`content/site.yaml` is needed for anything to be made; what is wrong with it is told at its line."""

    def test_missing(self, project: Path) -> None:
        (project / "content/site.yaml").unlink()
        result = build(project)
        diagnostic = only_diagnostic(result)
        assert (diagnostic.code, diagnostic.location.path) == (
            "instellingen",
            "content/site.yaml",
        )
        assert result.settings_failed
        assert result.failed
        assert not result.has_bug

    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("titel: De nieuwe binnenstad\n", "", "verplicht-veld"),
            ("titel: De", "titel: De: x", "dubbele-punt"),
            ("basisadres: https://", "basisadres: ", "ongeldige-url"),
        ],
    )
    def test_broken(self, project: Path, change: Change, old: str, new: str, code: str) -> None:
        """One message, about the mistake; not also that the settings are missing."""
        change("content/site.yaml", old, new)
        result = build(project)
        assert only_diagnostic(result).code == code
        assert result.settings_failed

    def test_a_praktijk_that_does_not_exist(self, project: Path, change: Change) -> None:
        change("content/site.yaml", "- deventer-makers", "- deventer-maker")
        result = build(project)
        diagnostic = only_diagnostic(result)
        assert (diagnostic.code, diagnostic.location.line) == ("onbekende-verwijzing", 12)
        assert "deventer-makers" in only_diagnostic(result).hint

    @pytest.mark.parametrize("how", ["empty", "gone"])
    def test_no_content(self, project: Path, how: str) -> None:
        """An empty folder lacks its settings; one that is not there is named."""
        shutil.rmtree(project / "content")
        if how == "empty":
            (project / "content").mkdir()
        result = build(project)
        assert only_diagnostic(result).code == ("instellingen" if how == "empty" else "bestand-onleesbaar")
        assert result.settings_failed


class TestFiles:
    """What lies beside an item goes along."""

    def test_a_picture(self, project: Path, change: Change) -> None:
        folder = project / "content/praktijken/leiden-proef"
        folder.mkdir()
        (project / PRAKTIJK).rename(folder / "index.md")
        text = PngInfo()
        text.add_text("Author", "Jan de Fotograaf")
        (folder / "plein.png").write_bytes(picture_bytes("PNG", pnginfo=text))
        change("content/praktijken/leiden-proef/index.md", "De leegstand liep op.", "![Een leeg plein](plein.png)")
        change("content/praktijken/leiden-proef/index.md", "(../trends", "(../../trends")
        result = build(project, base_url="https://kennis.example/pad")
        assert codes_and_places(result) == []
        (photo,) = result.photos
        assert photo.path == "praktijken/leiden-proef/plein.png"
        assert b"Fotograaf" not in photo.make()
        assert photo.path not in {output.path for output in result.outputs}
        images = page(result, "/praktijken/leiden-proef/").css("main img")
        assert [(i.attributes["src"], i.attributes["alt"]) for i in images] == [
            ("/pad/praktijken/leiden-proef/plein.png", "Een leeg plein")
        ]

    def test_the_photo_of_a_praktijk_and_its_size(self, project: Path, change: Change) -> None:
        """Beside the file, in a folder of its name. A picture of another size makes the page anew."""
        folder = project / "content/praktijken/leiden-proef"
        folder.mkdir()
        fields = "foto:\n  bestand: leiden-proef/straat.jpg\n  beschrijving: Een straat met lege panden.\n"
        change(PRAKTIJK, "wat_ging_mis:", f"{fields}  maker: Gemeente Leiden\n  jaar: 2021\nwat_ging_mis:")
        change(PRAKTIJK, "De leegstand liep op.", "![Een straat van opzij](leiden-proef/straat.jpg)")
        session = Session(project)
        for before, after in (((40, 30), ("40", "30")), ((3200, 100), ("1600", "50"))):
            (folder / "straat.jpg").write_bytes(picture_bytes("JPEG", before))
            result = session.build(Options(TODAY))
            assert codes_and_places(result) == []
            assert [photo.path for photo in result.photos] == ["praktijken/leiden-proef/straat.jpg"]
            tree = page(result, "/praktijken/leiden-proef/")
            shown = [image.attributes for image in tree.css("main img")]
            assert [(image["src"], image["width"], image["height"]) for image in shown] == [
                ("/praktijken/leiden-proef/straat.jpg", *after)
            ] * 2
            assert shown[0]["alt"] == "Een straat met lege panden."
            assert first(tree, ".foto figcaption").text(strip=True) == "Foto: Gemeente Leiden, 2021."


@pytest.mark.parametrize("how", ["gone", "empty", "twice", "torn"])
def test_any_single_file_may_be_missing_or_damaged(tmp_path: Path, how: str) -> None:
    """No file is needed so much that its absence is a fault of the builder: the editor hears what to do."""
    project = lay_out(tmp_path)
    session = Session(project)
    for file in sorted(path for path in (project / "content").rglob("*") if path.is_file()):
        data = file.read_bytes()
        if how == "gone":
            file.unlink()
        else:
            file.write_bytes({"empty": b"", "twice": data * 2, "torn": data[: len(data) // 2]}[how])
        result = session.build(Options(TODAY))
        file.write_bytes(data)
        assert not result.has_bug, file
        if how == "empty":
            assert result.failed, file


class Editing(RuleBasedStateMachine):
    """An editor at work, with a `serve` beside it: whatever they do, the next build is as if it were the first."""

    praktijken = Bundle("praktijken")
    files = (
        "trends/anders-werken.md",
        "scenarios/binnenstad-united.md",
        "kansen/lege-panden.yaml",
        "gemeenten.yaml",
        "begrippen.yaml",
        "verslagen/ronde-tafel.md",
        "paginas/over/index.md",
        "omleidingen.yaml",
        "site.yaml",
    )

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = lay_out(Path(self.folder.name))
        self.content = self.project / "content"
        self.session = Session(self.project)
        self.file = MemoFile(Path(self.folder.name) / "geheugen", b"secret", b"rules")
        self.options = Options(TODAY)
        self.broken: dict[Path, str] = {}
        self.count = 0

    def edit(self, path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    @initialize(target=praktijken)
    def start(self) -> str:
        return "leiden-proef"

    @rule(
        target=praktijken,
        trend=st.sampled_from(["anders-werken", "anders-vervoeren"]),
        gemeente=st.sampled_from(["leiden", "lelystad"]),
    )
    def add(self, trend: str, gemeente: str) -> str:
        self.count += 1
        text = (BASIS / PRAKTIJK).read_text(encoding="utf-8")
        text = text.replace("titel: Een proef", f"titel: Proef {self.count}").replace("- leiden", f"- {gemeente}")
        (self.content / f"praktijken/p{self.count}.md").write_text(
            text.replace("- anders-werken", f"- {trend}"), encoding="utf-8"
        )
        return f"p{self.count}"

    @rule(slug=praktijken)
    def remove(self, slug: str) -> None:
        (self.content / f"praktijken/{slug}.md").unlink(missing_ok=True)

    @rule(target=praktijken, slug=praktijken)
    def rename(self, slug: str) -> str:
        self.count += 1
        file = self.content / f"praktijken/{slug}.md"
        if file.exists():
            file.rename(file.with_name(f"q{self.count}.md"))
        return f"q{self.count}"

    @rule(slug=praktijken, old=st.sampled_from(["titel: ", "status: loopt", "bewijs: 1", "- ruimte", "liep op", LAST]))
    def change(self, slug: str, old: str) -> None:
        """Title, status, evidence, instrument, text, or withdrawal."""
        self.count += 1
        new = {
            "titel: ": f"titel: Nieuw {self.count} ",
            "status: loopt": "status: gestopt",
            "bewijs: 1": "bewijs: 2",
            "- ruimte": "- geld",
            "liep op": "daalde [@krant-2024]",
            LAST: WITHDRAWN,
        }[old]
        file = self.content / f"praktijken/{slug}.md"
        if file.exists():
            self.edit(file, old, new)

    @rule(name=st.sampled_from(files))
    def damage(self, name: str) -> None:
        file = self.content / name
        if file not in self.broken:
            self.broken[file] = file.read_text(encoding="utf-8")
            file.write_text(self.broken[file].replace(": ", ": x: ", 1) + "\n*", encoding="utf-8")

    @precondition(lambda self: self.broken)
    @rule()
    def repair(self) -> None:
        file, text = self.broken.popitem()
        file.write_text(text, encoding="utf-8")

    @rule(word=st.sampled_from(["leegstand", "makers", "eigenaren", "straat"]))
    def change_term(self, word: str) -> None:
        """A term is explained wherever it is mentioned."""
        if self.content / "begrippen.yaml" not in self.broken:
            text = (BASIS / "content/begrippen.yaml").read_text(encoding="utf-8")
            (self.content / "begrippen.yaml").write_text(
                text.replace("term: leegstand", f"term: {word}"), encoding="utf-8"
            )

    @rule(title=st.sampled_from(["Anders werken", "Werken"]), place=st.sampled_from(["Leiden", "Leyden"]))
    def change_names(self, title: str, place: str) -> None:
        """Names that stand on many pages."""
        trend, gemeenten = self.content / "trends/anders-werken.md", self.content / "gemeenten.yaml"
        if not {trend, gemeenten} & self.broken.keys():
            for file, field, name in ((trend, "titel", title), (gemeenten, "naam", place)):
                text = (BASIS / "content" / file.relative_to(self.content)).read_text(encoding="utf-8")
                old = "titel: Anders werken" if field == "titel" else "naam: Leiden"
                file.write_text(text.replace(old, f"{field}: {name}"), encoding="utf-8")

    @rule(
        setting=st.sampled_from(
            [
                "titel: Een ander plein",
                "omschrijving: Iets anders over de toekomst van de binnenstad.",
                "uitgever: iemand anders",
                "kanalen:\n  mail: redactie@voorbeeld.example",
                "repository:\n  url: https://github.com/een/ander",
                "zoekvoorbeelden:\n  - leegstand",
                "uitgelicht:\n  - leiden-proef",
            ]
        )
    )
    def change_settings(self, setting: str) -> None:
        """What all pages show, and what some do."""
        file = self.content / "site.yaml"
        if file not in self.broken:
            text = (BASIS / "content/site.yaml").read_text(encoding="utf-8")
            field = setting.partition(":")[0]
            kept = re.sub(rf"^{field}:.*\n(?:  .*\n)*", "", text, flags=re.MULTILINE)
            file.write_text(f"{setting}\n{kept}", encoding="utf-8")

    @rule(day=st.sampled_from([TODAY, date(2027, 6, 1), date(2030, 1, 1)]), preview=st.booleans())
    def another_day(self, day: date, preview: bool) -> None:
        self.options = Options(day, "https://kennis.example/pad" if preview else "", preview)

    @rule()
    def publish(self) -> None:
        result = self.session.build(self.options)
        listed = sorted(address for address in result.addresses if address.endswith("/"))
        (self.content / "gepubliceerde-adressen.txt").write_text("\n".join([*listed, ""]), encoding="utf-8")

    @invariant()
    def as_if_it_were_the_first(self) -> None:
        first = Session(self.project).build(self.options)
        command = Session(self.project, Memo(self.file, live=False))
        for session in (self.session, command):
            again = session.build(self.options)
            session.end(again)
            assert same(again, first)
        assert not first.has_bug, first.diagnostics

    def teardown(self) -> None:
        self.folder.cleanup()


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=2, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)


class LongEditing(Editing):
    """The same for a whole night's work of some two hundred edits."""


TestLongEditing = pytest.mark.nacht(LongEditing.TestCase)
TestLongEditing.settings = settings(TestEditing.settings, max_examples=17)


def test_kansen_of_a_praktijk_follow_when_only_the_kans_changes(project: Path, change: Change) -> None:
    """A page is made anew when something it shows changed in another file."""
    session = Session(project)
    session.build(Options(TODAY))
    change(KANS, "titel: Vul lege panden", "titel: Geef lege panden")
    result = session.build(Options(TODAY))
    assert "Geef lege panden" in content_of(result, "praktijken/deventer-makers/index.html").decode()
    assert same(result, build(project))
