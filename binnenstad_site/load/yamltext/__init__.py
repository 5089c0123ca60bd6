"""Text-first YAML: every value stays the text that was typed, and each has its exact place in the file.

In: the YAML part of a file. Out: a `Reading` of texts, tuples and dictionaries with the mistakes that were found, and
`SourcePositions` that find a value or the name of a field back. YAML never decides what a value is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from binnenstad_site.core.characters import MOST_LINES, ODD_SPACES, PLACEHOLDER, mask
from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.load.yamltext.places import Loc, Place, Places
from binnenstad_site.load.yamltext.traps import SyntaxProblem
from binnenstad_site.load.yamltext.values import FAST, Builder

__all__ = ["FAST", "MOST_NODES", "Loc", "Reading", "SourcePositions", "read"]

MOST_NODES = 5_000
"""Fields and values in one file, unless its collection says otherwise."""
MOST_RESTARTS = 20
"""How often reading starts again behind a mistake that stopped it."""

_TAB_BEHIND_NAME = re.compile(r"^[ -]*\w+:[ ]*(\t+)", re.MULTILINE)
"""Harmless, but only one of the two parsers thinks so."""
_ODD_INDENTATION = re.compile(rf"^[ -]*(?:\w+:)?([{ODD_SPACES}][ {ODD_SPACES}]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text of YAML says."""

    value: object
    """Text, tuple or dictionary; None when there is nothing, or when it could not be understood."""
    understood: bool
    """Whether `value` is what the text says, apart from the values in `reported`."""
    reported: frozenset[Loc]
    """Values about which `diagnostics` say what is wrong; there is nothing more to say of them."""
    diagnostics: tuple[Diagnostic, ...]
    """In the order of the text."""


def read(text: str, path: str, first_line: int = 1, most_nodes: int = MOST_NODES) -> Reading:
    """Read YAML that begins on `first_line` of the file `path`, with single newlines. Never raises for what was typed.

    Reading goes on behind a mistake as long as it is clear what was meant, so that one run tells all. Invisible
    characters in `text` are passed over: whoever reads the file reports them for all of it.
    """
    builder, traps, understood = _build(text, first_line, most_nodes)
    last = text.count("\n")  # what the parser finds behind the last line is about its end
    found = sorted([*_odd_spaces(text), *traps], key=lambda trap: (trap.line, trap.column))
    return Reading(
        value=builder.value if understood else None,
        understood=understood,
        reported=frozenset(builder.reported),
        diagnostics=tuple(_diagnostic(trap, path, first_line + min(trap.line, last)) for trap in found),
    )


def _diagnostic(trap: SyntaxProblem, path: str, line: int) -> Diagnostic:
    place = Location(path, line, trap.column + 1, trap.end_column + 1)
    return Diagnostic(trap.code, place, trap.message.replace(PLACEHOLDER, ""), trap.hint.replace(PLACEHOLDER, ""))


def _build(
    text: str, first_line: int, most_nodes: int, *, with_places: bool = False
) -> tuple[Builder, list[SyntaxProblem], bool]:
    if not text.isascii():
        text = _ODD_INDENTATION.sub(_plain_spaces, text)
    if "\t" in text:
        text = _TAB_BEHIND_NAME.sub(_plain_spaces, text)
    # One empty line more, because the parser counts the end of the text as a line.
    lines = (*mask(text).split("\n"), "")
    stops: list[SyntaxProblem] = []
    repaired: set[int] = set()
    while True:
        builder = Builder(lines, first_line, most_nodes, frozenset(repaired), Places() if with_places else None)
        trap = builder.run()
        # What was said of a line before is not said again, nor is what may well be its consequence.
        if trap is not None and not (stops and (trap.vague or trap.line in repaired)):
            stops.append(trap)
            if trap.repaired is not None and len(stops) < MOST_RESTARTS:
                lines = trap.repaired
                repaired.add(trap.line)
                continue
        said = {(each.line, each.column) for each in stops}
        found = [e for e in builder.found if e.line not in repaired and (e.line, e.column) not in said]
        return builder, [*stops, *found], trap is None and all(each.certain for each in stops)


def _plain_spaces(match: re.Match[str]) -> str:
    return match.group()[: match.start(1) - match.start()] + " " * len(match.group(1))


def _odd_spaces(text: str) -> Iterator[SyntaxProblem]:
    """Spaces that YAML does not take for a space, where one is needed."""
    if text.isascii():
        return
    said = 0
    for line, written in enumerate(text.split("\n")):
        if (match := _ODD_INDENTATION.match(written)) is not None and said < MOST_LINES:
            said += 1
            message = "Hier staat een harde spatie op de plek van een gewone"
            hint = "Verwijder de spatie en typ een gewone."
            yield SyntaxProblem(Code.ONZICHTBAAR_TEKEN, line, match.start(1), match.end(1), message, hint)


@dataclass(slots=True, eq=False)
class SourcePositions:
    """Finds the places of values and names in a text of YAML; looks for them only when somebody asks."""

    text: str
    first_line: int = 1
    most_nodes: int = MOST_NODES
    _places: Places | None = field(default=None, repr=False)

    def find(self, loc: Loc, base: Loc = (), *, key: bool = False) -> tuple[int, int, int | None] | None:
        """Line, column (from 1) and exclusive end of the deepest part of `loc` that exists below `base`.

        A part that is not there is passed over: pydantic puts in names of its own. Gives the place of the value, or of
        its name with `key` or when a deeper part is missing; None when nothing of `loc` exists, so that the
        answer would be all of `base`.
        """
        places = self._all()
        path, missing = base, False
        for part in loc:
            missing = (*path, part) not in places.values
            if part == "[key]":
                key = True
            elif not missing:
                path = (*path, part)
        if path == base:
            return None
        place = places.values[path]
        name = places.names.get(path)
        if name is not None and (key or place.is_block or missing):
            place = name
        return self._from_one(place)

    def start(self, loc: Loc) -> tuple[int, int, int | None] | None:
        """Line, column (from 1) and end of the first thing in the value at `loc`, such as an entry of a list."""
        places = self._all()
        value = places.values.get(loc)
        if value is None:
            return None
        first = next((name for path, name in places.names.items() if path[:-1] == loc), value)
        return self._from_one(first if value.is_block else value)

    def _from_one(self, place: Place) -> tuple[int, int, int | None]:
        end = None if place.end is None or place.is_block or place.end <= place.column else place.end + 1
        line = min(place.line, self.text.count("\n"))  # nothing stands behind the last line
        return line + self.first_line, place.column + 1, end

    def _all(self) -> Places:
        if self._places is None:
            builder, _, _ = _build(self.text, self.first_line, self.most_nodes, with_places=True)
            self._places = builder.places or Places()
        return self._places
