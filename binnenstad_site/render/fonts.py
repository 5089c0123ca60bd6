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
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from binnenstad_site.core.outputs import Artifact
from binnenstad_site.core.versions import version_of

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
    tools = "\0".join(version_of(package) for package in ("fonttools", "brotli"))
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
    """Round all kerning to `KERN_STEP`; drop the pairs of `rare` glyphs, and those that their classes say as well."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        subtables = [table.ExtSubTable if table.LookupType == 9 else table for table in lookup.SubTable]
        pairs = [table for table in subtables if table.LookupType == 2 and table.Format == 1]
        classes = [table for table in subtables if table.LookupType == 2 and table.Format == 2]
        values = [pair.Value1 for table in pairs for first in table.PairSet for pair in first.PairValueRecord]
        values += [second.Value1 for table in classes for first in table.Class1Record for second in first.Class2Record]
        for value in values:
            if value is not None and hasattr(value, "XAdvance"):
                value.XAdvance = round(value.XAdvance / KERN_STEP) * KERN_STEP
        for table in pairs:
            _forget_pairs(table, rare, classes)


def _forget_pairs(pairs: Any, rare: set[str], classes: list[Any]) -> None:
    """Keep of the pairs those that their classes would place otherwise."""
    pair_sets = []
    for glyph, first in zip(pairs.Coverage.glyphs, pairs.PairSet, strict=True):
        first.PairValueRecord = [
            pair
            for pair in first.PairValueRecord
            if pair.SecondGlyph not in rare
            and _advance(pair.Value1) != _advance_by_class(classes, glyph, pair.SecondGlyph)
        ]
        first.PairValueCount = len(first.PairValueRecord)
        if glyph not in rare and first.PairValueRecord:
            pair_sets.append((glyph, first))
    pairs.Coverage.glyphs = [glyph for glyph, _ in pair_sets]
    pairs.PairSet = [first for _, first in pair_sets]
    pairs.PairSetCount = len(pair_sets)


def _advance_by_class(classes: list[Any], first: str, second: str) -> int:
    """What the first table that covers a glyph says of a pair."""
    for table in classes:
        if first in table.Coverage.glyphs:
            row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
            return _advance(row[table.ClassDef2.classDefs.get(second, 0)].Value1)
    return 0


def _advance(value: Any) -> int:
    return getattr(value, "XAdvance", 0)


@lru_cache(maxsize=8)
def _read(package: str, name: str) -> bytes:
    return files(package).joinpath(name).read_bytes()


@lru_cache(maxsize=8)
def _digest(package: str, name: str) -> bytes:
    return sha256(_read(package, name)).digest()


@lru_cache(maxsize=1)
def _own_text() -> bytes:
    return Path(__file__).read_bytes()
