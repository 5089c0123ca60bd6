"""The prose of an item, with places: its body and its fields of type `Tekst`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from pydantic import BaseModel

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.load.documents import Document
from binnenstad_site.load.yamltext import Loc
from binnenstad_site.models.annotations import marks_in
from binnenstad_site.models.rows import ROWS
from binnenstad_site.models.texttypes import Prose
from binnenstad_site.validate.markdown.claims import HIDDEN, masked

Tree = Mapping[str | int, "Tree"]
"""Names to what lies below them, `*` for each value of a list or mapping; empty where the text stands."""

_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:.*$", re.MULTILINE)
"""`[uitleg]: # (…)` and other definitions of Markdown, which no reader sees."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text: a field, or the whole body. Every character stands where it stands in the file."""

    document: Document
    loc: Loc
    """Where the field is; empty for the body."""
    text: str
    """As written, with citations, addresses, code and definitions blotted out."""

    def locate(self, start: int, end: int) -> Location:
        """The place of a part of the text: exact in a body, the whole value of a field."""
        if self.loc:
            return self.document.locate(*self.loc)
        begins = _begins_of_lines(self.text)
        line = bisect_right(begins, start)
        begin, end = begins[line - 1], min(end, begins[line] - 1)
        return self.document.in_body(line, start - begin + 1, end - begin + 1)


@lru_cache(maxsize=1)
def _begins_of_lines(text: str) -> Sequence[int]:
    """Where each line of the text of which parts are being located begins, and where one more would."""
    return list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


@lru_cache(maxsize=20_000)
def passages(document: Document) -> tuple[Passage, ...]:
    """The texts of one item."""
    fields = [Passage(document, loc, masked(text)) for loc, text in prose_fields(document)]
    body = [Passage(document, (), _DEFINITION.sub(_blot_out, masked(document.body)))] if document.body else []
    return (*fields, *body)


def prose_fields(document: Document) -> Iterator[tuple[Loc, str]]:
    """Place and value of each field that holds text to read, in the order of the file."""
    return _texts(document.fields, _prose_tree(ROWS[document.collection].model), ())


@cache
def _prose_tree(model: type[BaseModel]) -> Tree:
    """The fields of a model that are marked as `Prose`, and those that lead to them."""
    root: dict[str | int, Any] = {}
    for path, _ in marks_in(model, Prose):
        branch = root
        for name in path:
            branch = branch.setdefault(name, {})
    return root


def _texts(value: object, tree: Tree, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str) and not tree:
        yield loc, value
    inner = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, tuple) else ()
    for key, part in inner:
        below = tree.get(key, tree.get("*"))
        if below is not None:
            yield from _texts(part, below, (*loc, key))


def _blot_out(match: re.Match[str]) -> str:
    return HIDDEN * len(match.group())
