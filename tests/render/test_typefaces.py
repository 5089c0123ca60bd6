"""Words in pictures are set as the finished fonts set them: the same advances, kerning and ligatures."""

from __future__ import annotations

from itertools import product

import pytest

from binnenstad_site.render.fonts import BOLD, FACES, HEADING, KERN_STEP, TEXT, Face, static
from binnenstad_site.render.typefaces import NO_GLYPH, typeface

LETTERS = "abcdefghijklmnopqrstuvwxyzABDFHKLPSTVWYZ019.,:-’é "


def kerning(face: Face) -> dict[tuple[str, str], int]:
    """The kerning of pairs of letters in the font that is cut for the site."""
    font = static(face)
    names = font.getBestCmap()
    tables = [
        getattr(table, "ExtSubTable", table)
        for lookup in font["GPOS"].table.LookupList.Lookup
        for table in lookup.SubTable
    ]
    pairs = {}
    for left, right in product(LETTERS, LETTERS):
        pairs[left, right] = 0
        for table in tables:
            value = value_in(table, names[ord(left)], names[ord(right)])
            if value is not None:
                pairs[left, right] = value
                break
    return pairs


def value_in(table: object, left: str, right: str) -> int | None:
    """What one subtable says of a pair; None when it says nothing."""
    if left not in table.Coverage.glyphs:  # type: ignore[attr-defined]
        return None
    if table.Format == 2:  # type: ignore[attr-defined]
        first = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)]  # type: ignore[attr-defined]
        value = first.Class2Record[table.ClassDef2.classDefs.get(right, 0)].Value1  # type: ignore[attr-defined]
        return getattr(value, "XAdvance", 0)
    seconds = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord  # type: ignore[attr-defined]
    return next((getattr(pair.Value1, "XAdvance", 0) for pair in seconds if pair.SecondGlyph == right), None)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_kerning_is_that_of_the_finished_font(face: Face) -> None:
    """Rounded in another order, one pair in thousands may be a step off."""
    expected, opened = kerning(face), typeface(face)
    placed = {pair: list(opened.placed("".join(pair))) for pair in expected}
    own = {pair: glyphs[1][1] - opened.advance(pair[0]) for pair, glyphs in placed.items() if len(glyphs) == 2}
    others = {pair: (value, expected[pair]) for pair, value in own.items() if value != expected[pair]}
    assert len(placed) - len(own) <= 3  # ligatures
    assert sum(map(bool, expected.values())) > 100
    assert len(others) <= 2, others
    assert all(abs(one - other) == KERN_STEP for one, other in others.values()), others


def test_ligatures_are_those_of_the_face() -> None:
    text = typeface(TEXT)
    assert [name for name, _ in text.placed("office")] == ["o", "f_f_i", "c", "e"]
    assert [name for name, _ in text.placed("of")] == ["o", "f"]
    assert len(list(typeface(HEADING).placed("office"))) == 6


def test_spacing_comes_after_every_glyph() -> None:
    bold = typeface(BOLD)
    close, wide = (dict(bold.placed("nul", spacing)) for spacing in (0, 10))
    assert [wide[name] - close[name] for name in ("n", "u", "l")] == [0, 10, 20]
    assert bold.length("nul") == close["l"] + bold.advance("l")
    assert bold.length("") == 0


def test_a_character_that_the_font_lacks_takes_room_and_has_no_shape() -> None:
    text = typeface(TEXT)
    assert text.advance("中") == NO_GLYPH
    assert list(text.placed("中n")) == [("", 0), ("n", NO_GLYPH)]
    assert text.outline("").path == ""
    assert text.outline("n").path.startswith("M")
