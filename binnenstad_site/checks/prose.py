"""The prose of an item, with places: its text fields and its body, without sources, slugs and codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.load.documents import Document
from binnenstad_site.load.yamltext import Loc
from binnenstad_site.validate.markdown.claims import HIDDEN, masked

PROSE_FIELDS = frozenset(
    {"bewijs_reden", "datum_toelichting", "deelnemers", "eerste_stap", "eerste_stappen", "geld", "in_een_zin"}
    | {"in_scenarios", "indicator", "kop", "kort", "maat", "na", "omschrijving", "opgave", "organisator", "pand"}
    | {"partijen", "past_bij_reden", "plek", "reden", "regels", "signaal", "straat", "tekst", "thema", "titel"}
    | {"toelichting", "uitleg", "verliezers", "voor", "voor_wie", "waarom", "wat", "wie", "winnaars"}
)
"""Fields that hold text to read; what is below one of these is text as well."""
LITERAL_FIELDS = frozenset({"bronnen"})
"""Fields that hold what somebody else wrote, as it is."""
TITLES_OF_OTHERS = "publicaties"
"""The collection whose titles are those of somebody else."""

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
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", start)
        end = min(end, line_end) if line_end >= 0 else end
        line = self.text.count("\n", 0, start) + 1
        return self.document.in_body(line, start - line_start + 1, end - line_start + 1)


@lru_cache(maxsize=20_000)
def passages(document: Document) -> tuple[Passage, ...]:
    """The texts of one item."""
    fields = [Passage(document, loc, masked(text)) for loc, text in prose_fields(document)]
    body = [Passage(document, (), _DEFINITION.sub(_blot_out, masked(document.body)))] if document.body else []
    return (*fields, *body)


def prose_fields(document: Document) -> Iterator[tuple[Loc, str]]:
    """Place and value of each field that holds text to read."""
    for loc, text in text_values(document.fields):
        if not (PROSE_FIELDS.isdisjoint(loc) or (loc == ("titel",) and document.collection == TITLES_OF_OTHERS)):
            yield loc, text


def text_values(value: object, loc: Loc = (), skipped: frozenset[str] = LITERAL_FIELDS) -> Iterator[tuple[Loc, str]]:
    """Every text in a tree of fields with its place, without what lies below a `skipped` field."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in skipped:
                yield from text_values(inner, (*loc, name), skipped)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from text_values(inner, (*loc, index), skipped)


def _blot_out(match: re.Match[str]) -> str:
    return HIDDEN * len(match.group())
