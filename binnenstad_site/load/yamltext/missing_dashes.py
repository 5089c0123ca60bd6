"""A dash that was forgotten before the next entry of a list: to YAML its fields or its text belong to the entry above.

In: the lines and the place at which reading noticed. Out: one `SyntaxProblem`, or nothing when it is something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.load.yamltext.syntax_problems import LONGEST_HINT, SyntaxProblem

_FIELD = re.compile(r"([ ]*)(?:-[ ]+)?([A-Za-z_]\w*):(?:\s|$)")
_FIRST = re.compile(r"([ ]*)-[ ]+([A-Za-z_]\w*):(?:\s|$)")


def is_below_entry(lines: Sequence[str], line: int, column: int) -> bool:
    """Whether a place is right below a line that springs in further: where a list or group of another field ends."""
    return line > 0 and lines[line - 1][: column + 1].isspace()


def forgotten_dash(lines: Sequence[str], line: int, column: int) -> SyntaxProblem | None:
    """The name of a field at a place is that with which the entries of the list above it begin."""
    text = lines[line]
    name = _FIELD.match(text)
    if name is None or name.start(2) != column or text[:column].strip():
        return None
    above = _entry_above(lines, line, column, name[2])
    if above is None:
        return None
    first = _FIRST.match(lines[above])
    assert first is not None
    if not _goes_on_alike(lines, above, line, at=first.start(2)):
        return None
    is_aligned = column == first.start(2)
    repaired = (*lines[:line], f"{text[: column - 2]}- {text[column:]}", *lines[line + 1 :]) if is_aligned else None
    aside = f" (begin de regel met {len(first[1])} spaties, en zet de velden eronder recht onder {name[2]})"
    return _problem(lines, line, name.span(2), "" if is_aligned else aside, repaired)


def forgotten_dash_before_text(lines: Sequence[str], line: int, column: int) -> SyntaxProblem | None:
    """A text that stands right below the dash of another text; at the margin it may as well be the text of the page."""
    text, above = lines[line].rstrip(), lines[line - 1] if line else ""
    is_text = re.match(rf"[ ]{{{column}}}-[ ]+\S", above) and not _FIRST.match(above)
    if not column or not is_text or text[:column].strip():
        return None
    repaired = (*lines[:line], f"{text[:column]}- {text[column:]}", *lines[line + 1 :])
    return _problem(lines, line, (column, len(text)), "", repaired)


def _problem(
    lines: Sequence[str], line: int, place: tuple[int, int], aside: str, repaired: tuple[str, ...] | None
) -> SyntaxProblem:
    text = lines[line]
    word = text[slice(*place)][:LONGEST_HINT]
    message = f'Voor "{word}" ontbreekt een streepje: hier begint een nieuw punt van de lijst'
    hint = f"Typ: {f'- {text.strip()}'[:LONGEST_HINT]}{aside}"
    return SyntaxProblem(Code.STREEPJE_VERGETEN, line, *place, message, hint, repaired, certain=True)


def _entry_above(lines: Sequence[str], line: int, column: int, name: str) -> int | None:
    """The nearest line above that begins an entry with this name; what stands between belongs to that entry."""
    for number in range(line - 1, -1, -1):
        text = lines[number]
        indentation = len(text) - len(text.lstrip(" "))
        if (first := _FIRST.match(text)) is not None and first[2] == name:
            return number if column <= first.start(2) else None
        if text.strip() and indentation < max(column, 1):
            return None
    return None


def _goes_on_alike(lines: Sequence[str], above: int, line: int, at: int) -> bool:
    """Whether the field below is one that the entry above has too."""
    names = {
        field[2] for text in lines[above:line] if (field := _FIELD.match(text)) is not None and field.start(2) == at
    }
    below = _FIELD.match(lines[line + 1]) if line + 1 < len(lines) else None
    return below is not None and below[2] in names
