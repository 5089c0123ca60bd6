"""How a face sets a text in a picture: which glyphs, how far apart, and their outlines.

In: text. Out: glyphs in thousandths of the size, with the kerning and ligatures that the finished fonts have. They are
read from the variable font one by one, because cutting a font takes seconds. Terms are those of the OpenType tables
GSUB (ligatures) and GPOS (pairs).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import floor
from typing import Any

from binnenstad_site.render.fonts import KERN_STEP, KERNED, Face

NO_GLYPH = 1000
"""The advance of a character without a shape of ours."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a glyph, with y upwards from the base line."""

    path: str
    """SVG path data; empty for a space."""
    box: tuple[float, float, float, float]
    """Left, bottom, right, top."""


class Typeface:
    """A face opened for reading. The tables of fontTools carry no types."""

    def __init__(self, face: Face) -> None:
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - needed when a picture is drawn, and then only
        from fontTools.varLib.varStore import VarStoreInstancer  # noqa: PLC0415

        font = TTFont(BytesIO(face.source), lazy=True)
        self._names: Mapping[int, str] = font.getBestCmap()
        self._shapes = font.getGlyphSet(location=dict(face.axes))
        self._rare = {name for code, name in self._names.items() if chr(code) not in KERNED}
        self._pairs = tuple(_subtables(font["GPOS"].table, "kern"))
        self._varied = VarStoreInstancer(font["GDEF"].table.VarStore, font["fvar"].axes, self._shapes.location)
        self._ligatures: Mapping[str, Any] = {
            first: ligatures
            for table in _subtables(font["GSUB"].table, "liga")
            for first, ligatures in table.ligatures.items()
        }
        self._advances: dict[str, int] = {}
        self._kerning: dict[tuple[str, str], int] = {}

    def advance(self, char: str) -> int:
        """The room that a character takes by itself."""
        return self._advance(self._names.get(ord(char), ""))

    def placed(self, text: str, spacing: float = 0) -> Iterator[tuple[str, float]]:
        """The glyphs of a line with the place of each; `spacing` is added after every glyph."""
        place, before = 0.0, ""
        for name in self._glyphs(text):
            place += self._kern(before, name)
            yield name, place
            place += self._advance(name) + spacing
            before = name

    def length(self, text: str) -> float:
        """The width of a line, with kerning and without spacing."""
        return max((place + self._advance(name) for name, place in self.placed(text)), default=0)

    def outline(self, name: str) -> Outline:
        """The shape of a glyph; none for a character that the font lacks."""
        from fontTools.pens.boundsPen import ControlBoundsPen  # noqa: PLC0415 - as above
        from fontTools.pens.svgPathPen import SVGPathPen  # noqa: PLC0415

        path, bounds = SVGPathPen(self._shapes, _whole), ControlBoundsPen(self._shapes)
        if name:
            self._shapes[name].draw(path)
            self._shapes[name].draw(bounds)
        return Outline(path.getCommands(), bounds.bounds or (0, 0, 0, 0))

    def _advance(self, name: str) -> int:
        if name not in self._advances:
            self._advances[name] = round(self._shapes[name].width) if name else NO_GLYPH
        return self._advances[name]

    def _glyphs(self, text: str) -> Iterator[str]:
        names = [self._names.get(ord(char), "") for char in text]
        at = 0
        while at < len(names):
            name, count = names[at], 1
            for ligature in self._ligatures.get(name, ()):
                if names[at + 1 : at + 1 + len(ligature.Component)] == ligature.Component:
                    name, count = ligature.LigGlyph, 1 + len(ligature.Component)
                    break
            yield name
            at += count

    def _kern(self, left: str, right: str) -> int:
        """The kerning of a pair as `fonts` leaves it: rounded, and for a rare glyph that of its class only."""
        if (left, right) not in self._kerning:
            self._kerning[left, right] = round(self._exact_kern(left, right) / KERN_STEP) * KERN_STEP
        return self._kerning[left, right]

    def _exact_kern(self, left: str, right: str) -> int:
        for table in self._pairs:
            if left not in table.Coverage.glyphs:
                continue
            if table.Format == 2:
                first, second = table.ClassDef1.classDefs.get(left, 0), table.ClassDef2.classDefs.get(right, 0)
                return self._value(table.Class1Record[first].Class2Record[second].Value1)
            if left in self._rare or right in self._rare:
                continue
            for pair in table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord:
                if pair.SecondGlyph == right:
                    return self._value(pair.Value1)
        return 0

    def _value(self, value: Any) -> int:
        """The advance of a value record at the place of this face in the variable font."""
        if value is None:
            return 0
        device = getattr(value, "XAdvDevice", None)
        varied = self._varied[(device.StartSize << 16) + device.EndSize] if device else 0
        return int(getattr(value, "XAdvance", 0)) + floor(varied + 0.5)


@lru_cache(maxsize=8)
def typeface(face: Face) -> Typeface:
    """A face opened for reading, once for each process."""
    return Typeface(face)


def _whole(value: float) -> str:
    return str(floor(value + 0.5))


def _subtables(table: Any, feature: str) -> Iterator[Any]:
    """The subtables of a feature in their order, of GSUB or GPOS."""
    lookups = {
        number
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for number in record.Feature.LookupListIndex
    }
    for number in sorted(lookups):
        for subtable in table.LookupList.Lookup[number].SubTable:
            yield getattr(subtable, "ExtSubTable", subtable)
