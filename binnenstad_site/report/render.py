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
from itertools import accumulate

from binnenstad_site.core.diagnostics import Diagnostic, Location, Severity
from binnenstad_site.report.frames import Frame, frame, safe

MOST_PER_FILE, MOST = 20, 200
"""Diagnostics that text and annotations show; errors go first. The summary has all that fits, and JSON always all."""
LONGEST = 600
"""Of a message or a hint, in characters."""
LARGEST_SUMMARY, LONGEST_HEADING = 900_000, 300
"""In bytes; the runner refuses more than 1 MiB. A heading is a path, kept apart for every message to be safe."""
EXPLAINED = "docs/fouten.md"
NOT_ALL_AT_THE_LINES = (
    "Bij de regels zelf (tabblad Files changed) toont GitHub hooguit tien fouten en tien waarschuwingen. Hier staan ze "
    "allemaal."
)

_DUTCH = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing"}
_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class _Selection:
    """The diagnostics that are shown, by place, and those that are only counted."""

    selected: tuple[Diagnostic, ...]
    omitted: tuple[Diagnostic, ...]


def _is_error(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.ERROR


def _errors_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(diagnostics, key=lambda diagnostic: (not _is_error(diagnostic), diagnostic.sort_key()))


def _select(diagnostics: Iterable[Diagnostic]) -> _Selection:
    per_file: Counter[str] = Counter()
    selected: list[Diagnostic] = []
    omitted: list[Diagnostic] = []
    for diagnostic in _errors_first(diagnostics):
        fits = len(selected) < MOST and per_file[diagnostic.location.path] < MOST_PER_FILE
        (selected if fits else omitted).append(diagnostic)
        per_file[diagnostic.location.path] += fits
    return _Selection(tuple(sorted(selected, key=Diagnostic.sort_key)), tuple(omitted))


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _warnings(number: int) -> str:
    return _count(number, "waarschuwing", "waarschuwingen")


def closing_line(diagnostics: Sequence[Diagnostic], files: int = 0) -> str:
    """The one sentence that says how it went; `files` is how many were read, or 0 to leave that out."""
    errors = [diagnostic for diagnostic in diagnostics if _is_error(diagnostic)]
    warnings = len(diagnostics) - len(errors)
    if errors:
        files_with_errors = len({diagnostic.location.path for diagnostic in errors})
        line = f"{_count(len(errors), 'fout', 'fouten')} in {_count(files_with_errors, 'bestand', 'bestanden')}"
        more = f", en {_warnings(warnings)}" if warnings else ""
        return f"{line}{more}. De site is niet vernieuwd."
    if warnings:
        return f"{_warnings(warnings)}."
    return f"Geen fouten gevonden in {_count(files, 'bestand', 'bestanden')}." if files else "Geen fouten gevonden."


def _omitted_line(omitted: Sequence[Diagnostic]) -> list[str]:
    """How many are not shown, as one paragraph; none when all are."""
    errors = sum(map(_is_error, omitted))
    warnings = len(omitted) - errors
    counts = [_count(errors, "fout", "fouten")] if errors else []
    counts += [_warnings(warnings)] if warnings else []
    return [f"En nog {' en '.join(counts)}; die staan hier niet bij om het leesbaar te houden."] if counts else []


def _short(text: str) -> str:
    text = safe(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _frame_of(diagnostic: Diagnostic, sources: Mapping[str, str]) -> Frame | None:
    """The line a diagnostic is about, with marks, or None when it is about no line of text."""
    place = diagnostic.location
    if place == Location(place.path) or place.path not in sources:
        return None  # it is about the file as a whole
    lines = sources[place.path].split("\n")
    return frame(lines[place.line - 1], place.column, place.end_column) if place.line <= len(lines) else None


def _as_paragraph(diagnostic: Diagnostic, sources: Mapping[str, str]) -> str:
    place = diagnostic.location
    where = f"{safe(place.path)}:{place.line}:{place.column}"
    number = f"{place.line}"
    edge = " " * len(number)
    lines = [f"{where}: {_DUTCH[diagnostic.severity]}[{diagnostic.code}]: {_short(diagnostic.message)}"]
    if (source := _frame_of(diagnostic, sources)) is not None:
        lines += [f"{edge} |", f"{number} | {source.text}".rstrip(), f"{edge} | {source.carets}"]
    if diagnostic.hint:
        lines.append(f"{edge} = oplossing: {_short(diagnostic.hint)}")
    lines.append(f"{edge} = uitleg: {EXPLAINED}#{diagnostic.code}")
    return "\n".join(lines)


def as_text(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], files: int = 0) -> str:
    """What an editor reads on the screen; ends without a newline."""
    selection = _select(diagnostics)
    paragraphs = [_as_paragraph(diagnostic, sources) for diagnostic in selection.selected]
    return "\n\n".join([*paragraphs, *_omitted_line(selection.omitted), closing_line(diagnostics, files)])


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
    annotated = _errors_first(_select(diagnostics).selected)
    text = as_text(diagnostics, sources)
    return "\n".join([f"::stop-commands::{token}", text, f"::{token}::", *map(_annotation, annotated)])


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _as_list_item(diagnostic: Diagnostic, sources: Mapping[str, str]) -> str:
    kind = _DUTCH[diagnostic.severity]
    lines = [
        f"- **Regel {diagnostic.location.line}**, {kind} {diagnostic.code}: {_escaped(_short(diagnostic.message))}"
    ]
    if (source := _frame_of(diagnostic, sources)) is not None:
        longest = max((len(run) for run in re.findall("`+", source.text)), default=0)
        fence = "`" * max(3, longest + 1)
        lines += ["", f"  {fence}text", f"  {source.text}".rstrip(), f"  {source.carets}", f"  {fence}"]
    if diagnostic.hint:
        lines += ["", f"  Oplossing: {_escaped(_short(diagnostic.hint))}"]
    return "\n".join(lines)


def as_summary(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """The report as Markdown, for the page of a workflow run: all that fits there; ends with a newline."""
    parts = ["## Controle van de inhoud", closing_line(diagnostics)]
    parts += [NOT_ALL_AT_THE_LINES] if diagnostics else []
    ordered = _errors_first(diagnostics)
    items = [_as_list_item(diagnostic, sources) for diagnostic in ordered]
    sizes = accumulate(len(item.encode()) + LONGEST_HEADING for item in items)
    fitting = sum(size <= LARGEST_SUMMARY for size in sizes)
    path = ""
    shown = zip(ordered[:fitting], items, strict=False)
    for diagnostic, item in sorted(shown, key=lambda pair: pair[0].sort_key()):
        if diagnostic.location.path != path:
            path = diagnostic.location.path
            parts.append(f"### {_escaped(safe(path))}")
        parts.append(item)
    parts += _omitted_line(ordered[fitting:])
    if diagnostics:
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
