"""The fonts hold what the content needs, come out the same each time, and have stand-ins of the same size."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from binnenstad_site.render import fonts
from binnenstad_site.render.assets import read_assets
from binnenstad_site.render.fonts import BOLD, CHARACTERS, COMMON, FACES, FOREIGN, FOREIGN_FACES, HEADING, TEXT, Face
from tests.conftest import ROOT
from tests.tree import environment

STYLES = (ROOT / "templates/assets/css/08-letters.css").read_text(encoding="utf-8")
"""Read as text: it holds figures that were computed from the fonts."""
BUDGET = {HEADING: 9_500, TEXT: 7_000, BOLD: 7_000}
"""Bytes; every page loads all three."""
LETTERS = "               eeeeeeeeeeeeeeennnnnnnnnaaaaaatttttrrrrriiiiiooooddddssslllggkkmmvvuupbhwjcz"
"""A hundred characters as our texts have them; stand-ins must take the same room on average."""
PLAIN = {" t": 278, "enaodgupbh": 556, "r": 333, "ilj": 222, "skvcz": 500, "m": 833, "w": 722}
"""Widths of characters in Arial and Liberation Sans, in thousandths of the size."""
HEAVY = {" ilj": 278, "easkvc": 556, "nodgupbh": 611, "t": 333, "r": 389, "m": 889, "w": 778, "z": 500}
"""The same in their bold."""


@cache
def finished(face: Face) -> bytes:
    return fonts.subset(face)


def opened(face: Face) -> TTFont:
    return TTFont(BytesIO(finished(face)))


def asked_for() -> dict[str, str]:
    """Every character that the templates show, with a file it stands in; of the content, `check` tells."""
    files = (ROOT / "templates").rglob("*.html")
    characters: dict[str, str] = {}
    for file in sorted(files):
        text = unicodedata.normalize("NFC", file.read_text(encoding="utf-8"))
        characters |= dict.fromkeys(text, str(file.relative_to(ROOT)))
    return characters


@pytest.mark.parametrize("face", FACES + FOREIGN_FACES, ids=lambda face: face.name)
def test_a_font_draws_its_characters(face: Face) -> None:
    assert {chr(code) for code in opened(face).getBestCmap()} == (COMMON if face in FACES else FOREIGN)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_all_that_is_written_can_be_drawn(face: Face) -> None:
    """Also what typography puts in the place of plain quotes and hyphens; other scripts than ours would come from the
    reader's own computer.
    """
    drawn = {chr(code) for code in opened(face).getBestCmap()}
    characters = asked_for() | dict.fromkeys("‘’“”–…\u00a0", "typography")
    assert {char: file for char, file in characters.items() if char not in drawn and char not in "\n\t"} == {}


def test_names_from_dutch_and_its_neighbours_can_be_written() -> None:
    for name in (
        "Súdwest-Fryslân",
        "Curaçao",
        "Århus",
        "Malmö",
        "Kraków",
        "Łódź",
        "Plzeň",
        "İzmir",
        "Győr",
        "São Paulo",
    ):
        missing = set(name) - CHARACTERS
        assert missing <= {"ź", "ň"}, name  # these come from the reader's own computer


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_font_is_small_static_and_keeps_kerning(face: Face) -> None:
    font = opened(face)
    assert finished(face).startswith(b"wOF2")
    assert len(finished(face)) < BUDGET[face]
    assert "fvar" not in font
    features = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert features == {"kern"}
    if face is not HEADING:  # the other family has none
        assert {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord} == {"liga"}


def test_kerning_is_rounded_and_not_lost() -> None:
    """Every value is a multiple of the step; a well-known pair is still drawn together."""
    values = list(kerning(opened(HEADING)).values())
    assert {value % fonts.KERN_STEP for value in values} == {0}
    assert kerning(opened(HEADING))["A", "V"] < -20
    assert kerning(opened(TEXT))["T", "o"] < -20


def kerning(font: TTFont) -> dict[tuple[str, str], int]:
    """Pairs of capitals and small letters -> how much they come together."""
    names = {
        name: chr(code) for code, name in font.getBestCmap().items() if chr(code).isascii() and chr(code).isalpha()
    }
    pairs: dict[tuple[str, str], int] = {}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in (getattr(table, "ExtSubTable", table) for table in lookup.SubTable):
            for glyph in table.Coverage.glyphs:
                if glyph in names:
                    for other, value in _seconds(table, glyph, names).items():
                        pairs.setdefault((names[glyph], other), value)
    return pairs


def _seconds(table: object, glyph: str, names: Mapping[str, str]) -> dict[str, int]:
    if table.Format == 1:  # type: ignore[attr-defined]
        pairs = table.PairSet[table.Coverage.glyphs.index(glyph)].PairValueRecord  # type: ignore[attr-defined]
        return {names[pair.SecondGlyph]: _advance(pair.Value1) for pair in pairs if pair.SecondGlyph in names}
    row = table.Class1Record[table.ClassDef1.classDefs.get(glyph, 0)].Class2Record  # type: ignore[attr-defined]
    of = table.ClassDef2.classDefs  # type: ignore[attr-defined]
    return {char: _advance(row[of.get(name, 0)].Value1) for name, char in names.items()}


def _advance(value: object) -> int:
    return getattr(value, "XAdvance", 0)


def test_the_same_bytes_on_each_run() -> None:
    """In another process, with another hash seed, the fonts and their keys are the same."""
    script = (
        "import hashlib\nfrom binnenstad_site.render import fonts\n"
        "for artifact in fonts.font_artifacts(): print(artifact.key, hashlib.sha256(artifact.make()).hexdigest())"
    )
    command = [sys.executable, "-c", script]
    other = [
        subprocess.run(command, cwd=ROOT, env=environment(PYTHONHASHSEED=seed), capture_output=True, check=True)
        for seed in ("1", "2")
    ]
    assert other[0].stdout == other[1].stdout
    assert [line.split()[0] for line in other[0].stdout.decode().splitlines()] == [
        artifact.key for artifact in fonts.font_artifacts()
    ]


def test_a_key_tells_the_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    """What decides the bytes is in the key, and with it in the address of all assets."""
    before = [artifact.key for artifact in fonts.font_artifacts()]
    folder = read_assets(ROOT / "templates/assets").folder
    more = tuple(replace(face, characters=f"{face.characters}ź") for face in FACES)
    monkeypatch.setattr(fonts, "FACES", more)
    monkeypatch.setattr(fonts, "FOREIGN_FACES", ())
    assert not set(before) & {artifact.key for artifact in fonts.font_artifacts()}
    assert read_assets(ROOT / "templates/assets").folder != folder


def test_the_licences_go_along() -> None:
    licences = fonts.licences()
    assert sorted(licences) == ["letters/OFL-BricolageGrotesque.txt", "letters/OFL-HankenGrotesk.txt"]
    for text in licences.values():
        assert text.startswith(b"Copyright 20")
        assert b"SIL OPEN FONT LICENSE Version 1.1" in text
        assert b"Reserved Font Name '" not in text  # a subset may keep the name


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_styles_and_pages_ask_for_each_font(face: Face) -> None:
    """Reads the sources, because a browser that does not get a font says nothing and uses the stand-in."""
    assert f"url(../{face.name})" in STYLES
    base = (ROOT / "templates/base.html").read_text(encoding="utf-8")
    assert f'href="{{{{ asset("{face.name}") }}}}" as="font" type="font/woff2" crossorigin' in base


@pytest.mark.parametrize("face", FOREIGN_FACES, ids=lambda face: face.name)
def test_a_font_of_foreign_letters_is_asked_for_when_one_stands_there(face: Face) -> None:
    """The range holds all of its letters, and none of those that every page has a font for."""
    rule = re.search(rf"url\(\.\./{face.name}\)[^}}]*unicode-range: ([^;]*);", STYLES)
    assert rule is not None
    ends = [part.removeprefix("U+").partition("-") for part in rule[1].split(", ")]
    asked = {chr(code) for start, _, end in ends for code in range(int(start, 16), int(end or start, 16) + 1)}
    assert asked >= FOREIGN
    assert not asked & COMMON


@pytest.mark.parametrize(
    ("face", "family", "weight", "widths"),
    [(HEADING, "Kop", 700, HEAVY), (TEXT, "Tekst", 400, PLAIN), (BOLD, "Tekst", 700, HEAVY)],
    ids=["headings", "text", "bold"],
)
def test_stand_ins_have_the_size_of_the_fonts(face: Face, family: str, weight: int, widths: Mapping[str, int]) -> None:
    """What a reader sees before the fonts are there takes the same room, so that nothing moves when they come."""
    font = opened(face)
    cmap, advances, line = font.getBestCmap(), font["hmtx"], font["hhea"]
    theirs = {char: width for chars, width in widths.items() for char in chars}
    size = sum(advances[cmap[ord(char)]][0] for char in LETTERS) / sum(theirs[char] for char in LETTERS)
    rule = re.search(rf"font-family: {family}-reserve; [^}}]*font-weight: {weight};[^}}]*", STYLES)
    assert rule is not None
    overrides = {name: float(value) for name, value in re.findall(r"([a-z-]+): ([0-9.]+)%", rule[0])}
    assert 100 * size - 1 < overrides["size-adjust"] < 100 * size + 0.3  # kerning takes up to one in a hundred
    assert overrides["ascent-override"] == pytest.approx(10 * line.ascent / overrides["size-adjust"], abs=0.1)
    assert overrides["descent-override"] == pytest.approx(-10 * line.descent / overrides["size-adjust"], abs=0.1)
    assert overrides["line-gap-override"] == line.lineGap == 0
