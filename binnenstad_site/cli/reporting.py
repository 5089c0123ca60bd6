"""What a build says, in the form that was asked for: text, JSON, or annotations with a summary on GitHub."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from binnenstad_site.core.outputs import CannotWrite

if TYPE_CHECKING:
    from binnenstad_site.pipeline import Build


def print_report(build: Build, form: str) -> None:
    """Print what a build says in the form that was asked for; on GitHub also on the page of the run."""
    from binnenstad_site.report import render

    if form == "json":
        print(render.as_json(build.diagnostics, build.files))
    elif form == "github":
        token = secrets.token_hex(16)
        print(render.as_github(build.diagnostics, build.sources, token))
        summary = os.environ.get("GITHUB_STEP_SUMMARY", "")
        if summary:
            _append_summary(Path(summary), render.as_summary(build.diagnostics, build.sources))
    else:
        print(report_text(build))


def write_json(build: Build, file: Path) -> None:
    """Everything that a build says, for a program to read; raises `CannotWrite`."""
    from binnenstad_site.report import render

    try:
        file.write_text(render.as_json(build.diagnostics, build.files) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotWrite.because(file, error) from error


def _append_summary(file: Path, text: str) -> None:
    """Add to the page that GitHub shows of a run; what is wrong with the content is told all the same without it."""
    try:
        with file.open("a", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        reason = f"{file} kan niet worden geschreven ({error.strerror})"
        print(f"De samenvatting staat niet op GitHub: {reason}.", file=sys.stderr)


def report_text(build: Build) -> str:
    """What a build says, for an editor."""
    from binnenstad_site.report import render

    return render.as_text(build.diagnostics, build.sources, build.files)
