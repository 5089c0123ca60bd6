"""From diagnostics to what somebody reads: text with the line it is about, annotations, a summary, or JSON.

In: diagnostics and the texts of the files. Out: text for the command line to print. All that comes from content is
hostile here: it can imitate a command of the workflow runner or hide what is on the line.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from binnenstad_site.core.diagnostics import Diagnostic, Location, Severity
from binnenstad_site.report.frames import Frame, frame, safe

MOST_PER_FILE, MOST = 20, 200
"""Diagnostics that text, annotations and summary show; errors go first. JSON always has all."""
LONGEST = 600
"""Of a message or a hint, in characters."""
LARGEST_SUMMARY = 900_000
"""In bytes; the runner refuses more than 1 MiB."""
EXPLAINED = "docs/fouten.md"

_DUTCH = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing"}
_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class _Choice:
    """The diagnostics that are shown, by place, and how many are not."""

    shown: tuple[Diagnostic, ...]
    errors_left: int
    warnings_left: int


def _is_error(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.ERROR


def _choose(diagnostics: Iterable[Diagnostic]) -> _Choice:
    per_file: Counter[str] = Counter()
    chosen: list[Diagnostic] = []
    omitted: list[Diagnostic] = []
    for diagnostic in sorted(diagnostics, key=lambda diagnostic: (not _is_error(diagnostic), diagnostic.sort_key())):
        fits = len(chosen) < MOST and per_file[diagnostic.location.path] < MOST_PER_FILE
        (chosen if fits else omitted).append(diagnostic)
        per_file[diagnostic.location.path] += fits
    errors = sum(map(_is_error, omitted))
    return _Choice(tuple(sorted(chosen, key=Diagnostic.sort_key)), errors, len(omitted) - errors)


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _counts(errors: int, warnings: int) -> str:
    parts = [_count(errors, "fout", "fouten")] if errors else []
    parts += [_count(warnings, "waarschuwing", "waarschuwingen")] if warnings else []
    return " en ".join(parts)


def closing_line(diagnostics: Sequence[Diagnostic], files: int = 0) -> str:
    """The one sentence that says how it went; `files` is how many were read, or 0 to leave that out."""
    errors = [diagnostic for diagnostic in diagnostics if _is_error(diagnostic)]
    warnings = len(diagnostics) - len(errors)
    if errors:
        files_with_errors = len({diagnostic.location.path for diagnostic in errors})
        line = f"{_count(len(errors), 'fout', 'fouten')} in {_count(files_with_errors, 'bestand', 'bestanden')}"
        if warnings:
            line += f", en {_counts(0, warnings)}"
        return f"{line}. De site is niet vernieuwd."
    if warnings:
        return f"{_counts(0, warnings)}."
    return f"Geen fouten gevonden in {_count(files, 'bestand', 'bestanden')}." if files else "Geen fouten gevonden."


def _left_line(choice: _Choice) -> str:
    """How many are not shown, or an empty text."""
    omitted = _counts(choice.errors_left, choice.warnings_left)
    return f"En nog {omitted}; die staan hier niet bij om het leesbaar te houden." if omitted else ""


def _short(text: str) -> str:
    text = safe(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


class _Frames:
    """Draws frames, and splits each text once."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._lines: dict[str, list[str]] = {}

    def of(self, diagnostic: Diagnostic) -> Frame | None:
        """The line a diagnostic is about, or nothing when it is about no line of text."""
        place = diagnostic.location
        if place == Location(place.path) or place.path not in self._sources:
            return None  # it is about the file as a whole
        if place.path not in self._lines:
            self._lines[place.path] = self._sources[place.path].split("\n")
        lines = self._lines[place.path]
        return frame(lines[place.line - 1], place.column, place.end_column) if place.line <= len(lines) else None


def _as_paragraph(diagnostic: Diagnostic, frames: _Frames) -> str:
    place = diagnostic.location
    where = f"{safe(place.path)}:{place.line}:{place.column}"
    number = f"{place.line}"
    edge = " " * len(number)
    lines = [f"{where}: {_DUTCH[diagnostic.severity]}[{diagnostic.code}]: {_short(diagnostic.message)}"]
    if (source := frames.of(diagnostic)) is not None:
        lines += [f"{edge} |", f"{number} | {source.text}".rstrip(), f"{edge} | {source.carets}"]
    if diagnostic.hint:
        lines.append(f"{edge} = oplossing: {_short(diagnostic.hint)}")
    lines.append(f"{edge} = uitleg: {EXPLAINED}#{diagnostic.code}")
    return "\n".join(lines)


def as_text(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], files: int = 0) -> str:
    """What an editor reads on the screen; ends without a newline."""
    choice = _choose(diagnostics)
    frames = _Frames(sources)
    parts = [_as_paragraph(diagnostic, frames) for diagnostic in choice.shown]
    if omitted := _left_line(choice):
        parts.append(omitted)
    return "\n\n".join([*parts, closing_line(diagnostics, files)])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _annotation(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    columns = f",col={place.column}" + (f",endColumn={place.end_column}" if place.end_column else "")
    where = f"file={_property(safe(place.path))},line={place.line}{columns}"
    said = "\n".join(_short(part) for part in (diagnostic.message, diagnostic.hint) if part)
    return f"::{diagnostic.severity} {where},title={_property(diagnostic.code)}::{_data(said)}"


def as_github(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], token: str) -> str:
    """The text, in which the runner obeys nothing, and an annotation per diagnostic, errors first.

    `token` is random and unknown to whoever wrote the content: it ends the part in which commands are ignored.
    """
    shown = sorted(
        _choose(diagnostics).shown, key=lambda diagnostic: (not _is_error(diagnostic), diagnostic.sort_key())
    )
    text = as_text(diagnostics, sources)
    return "\n".join([f"::stop-commands::{token}", text, f"::{token}::", *map(_annotation, shown)])


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _as_list_item(diagnostic: Diagnostic, frames: _Frames) -> str:
    kind = _DUTCH[diagnostic.severity]
    lines = [
        f"- **Regel {diagnostic.location.line}**, {kind} {diagnostic.code}: {_escaped(_short(diagnostic.message))}"
    ]
    if (source := frames.of(diagnostic)) is not None:
        longest = max((len(run) for run in re.findall("`+", source.text)), default=0)
        fence = "`" * max(3, longest + 1)
        lines += ["", f"  {fence}text", f"  {source.text}".rstrip(), f"  {source.carets}", f"  {fence}"]
    if diagnostic.hint:
        lines += ["", f"  Oplossing: {_escaped(_short(diagnostic.hint))}"]
    return "\n".join(lines)


def as_summary(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """The report as Markdown, for the page of a workflow run; ends with a newline."""
    choice = _choose(diagnostics)
    frames = _Frames(sources)
    parts = ["## Controle van de inhoud", closing_line(diagnostics)]
    size = 0
    path = ""
    for count, diagnostic in enumerate(choice.shown):
        heading = [] if diagnostic.location.path == path else [f"### {_escaped(safe(diagnostic.location.path))}"]
        path = diagnostic.location.path
        item = _as_list_item(diagnostic, frames)
        size += len(item.encode())
        if size > LARGEST_SUMMARY:
            omitted = choice.shown[count:]
            errors = sum(map(_is_error, omitted))
            more = (choice.errors_left + errors, choice.warnings_left + len(omitted) - errors)
            choice = _Choice(choice.shown[:count], *more)
            break
        parts += [*heading, item]
    if line := _left_line(choice):
        parts.append(line)
    if choice.shown:
        parts.append(f"Uitleg van elke melding: {EXPLAINED}")
    return "\n\n".join(parts) + "\n"


def as_json(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """Everything, for a program; `docs/rapport.schema.json` describes it. ASCII only, without a closing newline."""
    errors = sum(map(_is_error, diagnostics))
    report = {
        "version": 1,
        "summary": {"errors": errors, "warnings": len(diagnostics) - errors, "files": files},
        "diagnostics": [
            {
                "code": diagnostic.code,
                "severity": diagnostic.severity,
                "path": diagnostic.location.path,
                "line": diagnostic.location.line,
                "column": diagnostic.location.column,
                "end_column": diagnostic.location.end_column,
                "message": diagnostic.message,
                "hint": diagnostic.hint,
            }
            for diagnostic in sorted(diagnostics, key=Diagnostic.sort_key)
        ],
    }
    # A workflow runner obeys ##[…] anywhere on a line; inside a JSON string this is the same text.
    return json.dumps(report, indent=2).replace("##[", "##\\u005b")
