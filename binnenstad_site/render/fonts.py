"""The fonts of the site: static subsets of the variable fonts in their packages.

Every page loads three, with the characters of Dutch; three more hold the letters of other languages, and a browser asks
for those where such a letter stands.

In: nothing but the packages. Out: the fonts as `Artifact` (subsetting takes seconds), and their licences. The key of a
font is a hash of all that decides its bytes, the tools and this file included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from binnenstad_site.core.outputs import Artifact

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FOLDER = "letters"
FEATURES = ("kern", "liga")
KERN_STEP = 16
"""Kerning is rounded to this many thousandths of the size, which cannot be seen and saves 2.5 kB in the headings."""
KERNED = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("ÉÖàáâäçèéêëïóôöúü‘’“”–")
"""Characters whose pairs keep their own kerning; rarer ones follow their class, or stand as they are."""
COMMON = KERNED | frozenset("\u00a0§°²·×…—•€")
"""What Dutch text needs."""
FOREIGN = frozenset(
    "ÀÁÂÄÅÇÈÊËÍÎÏÑÓÔØÚÜßãåæìíîñòøùûýŒœ"  # west and north
    "ŁłŃńŚśĘęĄąŻżŠšŽžČčĆćŘřĚěŞşĞğİıŐőŰű"  # middle, east and Turkish
)
"""Letters in names of people and towns elsewhere; the style sheet names the same range."""
CHARACTERS = COMMON | FOREIGN
"""What the fonts draw; any other character comes from a font of the reader's own computer."""


@dataclass(frozen=True, slots=True)
class Face:
    """One static instance of a variable font."""

    name: str
    """The name as asset: `letters/kop.woff2`."""
    package: str
    file: str
    axes: tuple[tuple[str, float], ...]
    characters: str = "".join(sorted(COMMON))
    """What it draws, in a fixed order: the key of the font tells them."""

    @property
    def source(self) -> bytes:
        """The whole variable font."""
        return _read(self.package, f"files/{self.file}")

    @property
    def digest(self) -> bytes:
        """The hash of the whole font."""
        return _digest(self.package, f"files/{self.file}")


_HEADINGS = ("fontpkg_bricolage_grotesque", "BricolageGrotesque[opsz,wdth,wght].ttf")
_TEXT = ("fontpkg_hanken_grotesk", "HankenGrotesk[wght].ttf")
HEADING = Face(f"{FOLDER}/kop.woff2", *_HEADINGS, (("opsz", 48), ("wdth", 100), ("wght", 700)))
TEXT = Face(f"{FOLDER}/tekst.woff2", *_TEXT, (("wght", 420),))
BOLD = Face(f"{FOLDER}/vet.woff2", *_TEXT, (("wght", 700),))
FACES = (HEADING, TEXT, BOLD)
"""What every page loads."""
FOREIGN_FACES = tuple(
    replace(face, name=f"{face.name.removesuffix('.woff2')}-vreemd.woff2", characters="".join(sorted(FOREIGN)))
    for face in FACES
)
"""What a page loads that shows such a letter."""


def licences() -> dict[str, bytes]:
    """Asset name -> the licence of a family; the OFL requires it with every copy."""
    return {
        f"{FOLDER}/OFL-{face.file.partition('[')[0]}.txt": _read(face.package, "LICENSE") for face in (HEADING, TEXT)
    }


def font_artifacts() -> Iterator[Artifact]:
    """The fonts, with their asset name as path: the folder of the assets still has to be added."""
    tools = "\0".join(version(package) for package in ("fonttools", "brotli"))
    for face in FACES + FOREIGN_FACES:
        digest = sha256(repr((face, FEATURES, tools)).encode())
        digest.update(face.digest)
        digest.update(_own_text())
        yield Artifact(face.name, f"letter-{digest.hexdigest()[:32]}", partial(subset, face))


def subset(face: Face) -> bytes:
    """The finished font, as WOFF2."""
    characters = frozenset(face.characters)
    font = static(face, characters)
    _keep(font, characters, "GDEF")  # only the instancer needed that table
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written, reorderTables=None)
    return written.getvalue()


def static(face: Face, characters: frozenset[str] = CHARACTERS) -> TTFont:
    """The instance of a variable font with these characters, its kerning rounded."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - the tools are slow to load, and seldom needed
    from fontTools.varLib import instancer  # noqa: PLC0415

    font = TTFont(BytesIO(face.source), lazy=True, recalcTimestamp=False)
    _keep(font, characters, "STAT", "DSIG", "meta")
    font = instancer.instantiateVariableFont(font, dict(face.axes), inplace=True)
    _simplify_kerning(font, {name for code, name in font.getBestCmap().items() if chr(code) not in KERNED})
    return font


def _keep(font: TTFont, characters: frozenset[str], *dropped: str) -> None:
    """Cut the font down. No name in it is kept: the licence and its notice go along as a file."""
    from fontTools import subset as subsetting  # noqa: PLC0415 - as above

    names = font["name"]
    del font["name"]  # else every table is searched for names that it refers to, which takes a quarter of the time

    options = subsetting.Options(
        layout_features=list(FEATURES),
        hinting=False,
        glyph_names=False,
        notdef_outline=False,
    )
    options.drop_tables += list(dropped)
    subsetter = subsetting.Subsetter(options)
    subsetter.populate(unicodes=map(ord, characters))
    subsetter.subset(font)
    names.names = []
    font["name"] = names


def _simplify_kerning(font: TTFont, rare: set[str]) -> None:
    """Round all kerning to `KERN_STEP`, and drop the pairs of `rare` glyphs."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            pairs = table.ExtSubTable if table.LookupType == 9 else table
            if pairs.LookupType != 2:
                continue
            if pairs.Format == 1:
                _forget_pairs(pairs, rare)
                values = [pair.Value1 for first in pairs.PairSet for pair in first.PairValueRecord]
            else:
                values = [second.Value1 for first in pairs.Class1Record for second in first.Class2Record]
            for value in values:
                if value is not None and hasattr(value, "XAdvance"):
                    value.XAdvance = round(value.XAdvance / KERN_STEP) * KERN_STEP


def _forget_pairs(pairs: object, rare: set[str]) -> None:
    pair_sets = []
    for glyph, first in zip(pairs.Coverage.glyphs, pairs.PairSet, strict=True):  # type: ignore[attr-defined]
        first.PairValueRecord = [pair for pair in first.PairValueRecord if pair.SecondGlyph not in rare]
        first.PairValueCount = len(first.PairValueRecord)
        if glyph not in rare and first.PairValueRecord:
            pair_sets.append((glyph, first))
    pairs.Coverage.glyphs = [glyph for glyph, _ in pair_sets]  # type: ignore[attr-defined]
    pairs.PairSet = [first for _, first in pair_sets]  # type: ignore[attr-defined]
    pairs.PairSetCount = len(pair_sets)  # type: ignore[attr-defined]


@lru_cache(maxsize=8)
def _read(package: str, name: str) -> bytes:
    return files(package).joinpath(name).read_bytes()


@lru_cache(maxsize=8)
def _digest(package: str, name: str) -> bytes:
    return sha256(_read(package, name)).digest()


@lru_cache(maxsize=1)
def _own_text() -> bytes:
    return Path(__file__).read_bytes()
