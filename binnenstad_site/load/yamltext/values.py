"""From the events of the YAML parser to values, in one pass that stops at the first event beyond the limits.

In: lines of YAML. Out: texts, tuples and dictionaries, with what is wrong in single values and, when asked for, the
place of each. Nothing is composed or constructed, so a bomb of references or nesting has nothing to explode in.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from sys import intern
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from binnenstad_site.core.budgets import accents_overrun
from binnenstad_site.core.characters import PLACEHOLDER, without_invisible
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.core.typography import dotted
from binnenstad_site.load.yamltext.failures import explain, failure_of, no_name, second_document
from binnenstad_site.load.yamltext.missing_dashes import forgotten_dash, is_below_entry
from binnenstad_site.load.yamltext.spans import Loc, SourceSpan, SourceSpans
from binnenstad_site.load.yamltext.syntax_problems import (
    SyntaxProblem,
    ValueSpan,
    label,
    no_space_behind_dash,
    open_quote,
    reference,
    special_character,
    swallows_fields,
)
from binnenstad_site.load.yamltext.value_problems import NOTHING, curly, dropped, escaped, nothing, repeated

DEEPEST = 20

_Loader: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


class _Frame:
    """A list or group that is being filled."""

    __slots__ = ("column", "fields", "flow", "items", "line", "lines", "name", "path", "skip")

    def __init__(self, path: Loc | None, event: Any) -> None:
        self.path = path
        """None inside the value of a repeated field, which counts for nothing."""
        self.line: int = event.start_mark.line
        self.column: int = event.start_mark.column
        self.flow: bool = event.flow_style
        self.items: list[object] = []
        self.fields: dict[str, object] | None = {} if type(event) is MappingStartEvent else None
        self.lines: dict[str, int] = {}
        self.name: str | None = None
        """Of the field whose value comes next."""
        self.skip = False
        """Whether that field was there before."""

    @property
    def next_path(self) -> Loc | None:
        """The path of the value that comes next."""
        if self.path is None or self.skip:
            return None
        return (*self.path, len(self.items) if self.name is None else self.name)


class ValueBuilder:
    """Builds the value of one text; `run` once, then read the attributes."""

    def __init__(
        self,
        lines: Sequence[str],
        first_line: int,
        most_nodes: int,
        repaired: frozenset[int],
        spans: SourceSpans | None = None,
    ) -> None:
        self._lines = lines
        self._text = "\n".join(lines)
        self._masked = PLACEHOLDER in self._text
        self._signs = " #" in self._text or "\t#" in self._text
        self._escapes = "\\" in self._text
        self._first_line = first_line
        self._most_nodes = most_nodes
        self._repaired = repaired
        """Lines with a mistake that was reported before: nothing more is said about them."""
        self._frames: list[_Frame] = []
        self._last: tuple[Any, Any, str] | None = None
        self.value: object = None
        """What was read: None when there was nothing."""
        self.problems: list[SyntaxProblem] = []
        """Mistakes in single values, which did not stop the reading."""
        self.reported: set[Loc] = set()
        """Values about which a problem was reported."""
        self.spans = spans

    def run(self) -> SyntaxProblem | None:
        """Read to the end (None) or to the mistake behind which nothing can be read."""
        loader = _Loader(self._text)
        try:
            return self._read(loader.get_event)
        except yaml.YAMLError as error:
            return explain(self._lines, failure_of(error, self._last))
        finally:
            loader.dispose()

    def _read(self, next_event: Callable[[], Any]) -> SyntaxProblem | None:
        nodes = 0
        problem: SyntaxProblem | None = None
        documents = 0
        while problem is None:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                nodes += 1
                problem = self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                nodes += 1
                problem = self._open(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is AliasEvent:
                problem = reference(self._lines, event.start_mark.line, event.start_mark.column)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    problem = second_document(self._lines, event.start_mark.line)
            elif kind is StreamEndEvent:
                break
            if nodes > self._most_nodes:
                problem = self._beyond(event, Code.TE_VEEL_VELDEN)
        return problem

    def _beyond(self, event: Any, code: Code) -> SyntaxProblem:
        if code is Code.TE_DIEP_GENEST:
            message = f"Hier staan meer dan {DEEPEST} lijsten en groepen in elkaar"
            hint = "Kijk of er haken of streepjes te veel staan."
        else:
            message = f"Dit bestand heeft meer dan {dotted(self._most_nodes)} velden en waarden"
            hint = "Verdeel de inhoud over meer bestanden."
        line, column = event.start_mark.line, event.start_mark.column
        return SyntaxProblem(code, line, column, column + 1, message, hint)

    def _open(self, event: Any) -> SyntaxProblem | None:
        frames = self._frames
        if event.anchor is not None or event.tag is not None:
            return self._marked(event)
        if len(frames) >= DEEPEST:
            return self._beyond(event, Code.TE_DIEP_GENEST)
        path: Loc | None = ()
        if frames:
            frame = frames[-1]
            if frame.fields is not None and frame.name is None:  # a list or group as the name of a field: {{x}}
                outer = frame if frame.flow else event.start_mark
                return special_character(self._lines, outer.line, outer.column)
            path = frame.next_path
        frames.append(_Frame(path, event))
        return None

    def _close(self, event: Any) -> None:
        frame = self._frames.pop()
        end = event.end_mark
        span = None
        if self.spans is not None:
            span = SourceSpan(frame.line, frame.column, end.column if end.line == frame.line else None, not frame.flow)
        if frame.flow:
            self._last = (frame, end, self._lines[frame.line][frame.column])
        # A block over several lines is not worthless because one line in it was wrong.
        lines = (frame.line, end.line) if frame.flow else None
        self._put(tuple(frame.items) if frame.fields is None else frame.fields, lines, span)

    def _marked(self, event: Any) -> SyntaxProblem:
        line, column = event.start_mark.line, event.start_mark.column
        return (label if self._lines[line][column] == "!" else reference)(self._lines, line, column)

    def _put(self, value: object, lines: tuple[int, int] | None, span: SourceSpan | None) -> None:
        """Store a value, which stands on `lines` (first and last), in the list or group it belongs to."""
        frame = self._frames[-1] if self._frames else None
        if span is not None or self._repaired:
            path = () if frame is None else frame.next_path
            if path is not None:
                if span is not None and self.spans is not None:
                    self.spans.values[path] = span
                if lines is not None and any(lines[0] <= line <= lines[1] for line in self._repaired):
                    self.reported.add(path)
        if frame is None:
            self.value = value
        elif frame.fields is None:
            frame.items.append(value)
        else:
            if not frame.skip and frame.name is not None:
                frame.fields[frame.name] = value
            frame.name, frame.skip = None, False

    def _scalar(self, event: Any) -> SyntaxProblem | None:
        if event.anchor is not None or event.tag is not None:
            return self._marked(event)
        frame = self._frames[-1] if self._frames else None
        value: str = event.value.replace(PLACEHOLDER, "") if self._masked else event.value
        if frame is not None and frame.fields is not None and frame.name is None:
            return self._name(frame, event, value)
        start, end, style = event.start_mark, event.end_mark, event.style
        if not style:
            if (problem := self._not_plain(frame, event)) is not None:
                return problem
            if event.value in NOTHING:
                self._add(frame, nothing(self._lines, event, frame.name if frame else None))
                value = ""
            elif (problem := curly(self._lines, event)) or (self._signs and (problem := dropped(self._lines, event))):
                self.problems.append(problem)
        elif style in {'"', "'"}:
            if frame is not None and self._stays_open(frame, event):
                return open_quote(self._lines, start.line, start.column)
            if style == '"' and self._escapes:
                value = self._without_codes(frame, event, value)
        self._last = (start, end, style or "")
        span = None
        if self.spans is not None:
            stop = end.column if end.line == start.line else len(self._lines[start.line].rstrip())
            span = SourceSpan(start.line, start.column, stop)
        if self._masked and event.value and not value:
            self._report(frame)  # only an invisible character stood there, and that was reported
        self._put(value, (start.line, end.line - (end.column == 0 < end.line - start.line)), span)
        return None

    def _not_plain(self, frame: _Frame | None, event: Any) -> SyntaxProblem | None:
        """A value that is read as one without quotes and was meant as something else."""
        line, column = event.start_mark.line, event.start_mark.column
        if event.value == "" and frame is not None and frame.flow:
            before = self._lines[line][:column].rstrip()
            return None if before.endswith(":") else special_character(self._lines, frame.line, frame.column)  # {x}
        return no_space_behind_dash(self._lines, line, column) if event.value[:1] == "-" else None

    def _stays_open(self, frame: _Frame, event: Any) -> bool:
        """Whether a text between quotes runs on over the next fields, as it does without its closing quote."""
        start, end = event.start_mark, event.end_mark
        span = ValueSpan(start.line, start.column, end.line, end.column)
        return start.line < end.line and not frame.flow and swallows_fields(self._lines, span, frame.column)

    def _without_codes(self, frame: _Frame | None, event: Any, value: str) -> str:
        if (problem := escaped(self._lines, event, value)) is not None:
            self._add(frame, problem)
        value = without_invisible(value)
        if (over := accents_overrun(value)) is not None:
            line, column = event.start_mark.line, event.start_mark.column
            code = Code.TE_VEEL_IN_BESTAND
            self._add(frame, SyntaxProblem(code, line, column, column + 1, over.message, over.hint))
            return ""
        return unicodedata.normalize("NFC", value)

    def _name(self, frame: _Frame, event: Any, name: str) -> SyntaxProblem | None:
        """The name of a field, which may stand in a group once."""
        assert frame.fields is not None
        start, end = event.start_mark, event.end_mark
        self._last = (start, end, event.style or "")
        if name[:1] == "-" and (problem := no_space_behind_dash(self._lines, start.line, start.column)) is not None:
            return problem
        if not name:
            return no_name(self._lines, start.line, start.column)
        name = intern(name)
        frame.name = name
        at = (self._lines, start.line, start.column)
        if (name in frame.lines or is_below_entry(*at)) and (problem := forgotten_dash(*at)) is not None:
            return problem
        if name in frame.lines:
            frame.skip = True
            self.problems.append(repeated(self._lines, event, frame.lines[name] + self._first_line))
            return None
        frame.lines[name] = start.line
        if self.spans is not None and (path := frame.next_path) is not None:
            span = SourceSpan(start.line, start.column, end.column if end.line == start.line else None)
            self.spans.names[path] = span
            self.spans.firsts.setdefault(path[:-1], span)
        return None

    def _add(self, frame: _Frame | None, problem: SyntaxProblem) -> None:
        """A mistake that leaves nothing of the value to check."""
        self.problems.append(problem)
        self._report(frame)

    def _report(self, frame: _Frame | None) -> None:
        path = () if frame is None else frame.next_path
        if path is not None:
            self.reported.add(path)
