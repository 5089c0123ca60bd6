"""What each command does: runs the stages, prints the report, and gives the exit status.

Imports are local where they are slow, so that `--help` and `new` answer at once.
"""

from __future__ import annotations

import gc
import json
import os
import secrets
import sys
from datetime import UTC, date, datetime
from enum import IntEnum
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from binnenstad_site.cli.arguments import Usage
from binnenstad_site.cli.deadline import OutOfTime, deadline
from binnenstad_site.core.outputs import SCRATCH

if TYPE_CHECKING:
    from argparse import Namespace

    from binnenstad_site.core.outputs import Output
    from binnenstad_site.pipeline import Build, Options

PROJECT = Path(__file__).resolve().parents[2]


class ExitStatus(IntEnum):
    """What the process ends with."""

    GOOD = 0
    CONTENT = 1
    """The content has errors."""
    USAGE = 2
    """Wrong words on the command line, or wrong settings."""
    BUG = 70
    """A fault in the generator."""
    DISK = 74
    """The disk is full or not writable."""
    BUSY = 75
    """Another build is running."""
    LATE = 124
    """It took longer than it may; the number is that of `timeout`."""
    STOPPED = 130
    """Stopped with Ctrl-C."""


def _today(text: str) -> date:
    """`--date`, else `SOURCE_DATE_EPOCH`, else today in UTC."""
    if text:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Usage(f'--date "{text}" is geen datum. Schrijf JJJJ-MM-DD, zoals 2026-11-24.') from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise Usage(f'SOURCE_DATE_EPOCH "{epoch}" is geen aantal seconden.') from None
    return datetime.now(UTC).date()


def _options(parsed: Namespace) -> Options:
    from binnenstad_site.core.urls import BASE_URL
    from binnenstad_site.pipeline import Options

    if parsed.base_url and not BASE_URL.fullmatch(parsed.base_url):
        raise Usage(
            f'--base-url "{parsed.base_url}" is geen adres. Schrijf het met https://, zoals https://voorbeeld.nl.'
        )
    share_images = not getattr(parsed, "no_share_images", False)
    return Options(_today(parsed.date), parsed.base_url, parsed.preview, share_images)


class TooLate(Exception):  # noqa: N818 - no failure of ours
    """The run was ended because it took too long. The text is Dutch and for the reader."""


class _Stopwatch:
    """Seconds per stage, for `--timings`."""

    def __init__(self) -> None:
        self._name = "start"
        self._since = perf_counter()
        self.seconds: dict[str, float] = {}

    def __call__(self, name: str) -> None:
        now = perf_counter()
        self.seconds[self._name] = round(now - self._since, 4)
        self._name, self._since = name, now

    def print(self) -> None:
        self("end")
        print(json.dumps({name: seconds for name, seconds in self.seconds.items() if name != "start"}), file=sys.stderr)


def _build(parsed: Namespace, stopwatch: _Stopwatch, *, save: bool = False) -> Build:
    """Build with the words that earlier builds analysed; with `save`, make the search and cache the words for the next.

    Raises `TooLate` when that takes longer than `--time-limit`.
    """
    from binnenstad_site.core.item_times import ItemTimes
    from binnenstad_site.load.yamltext import FAST
    from binnenstad_site.pipeline import Session
    from binnenstad_site.write.word_cache import load_cached_words, save_words

    if not FAST:
        print("Let op: de snelle YAML-lezer ontbreekt op deze computer. Bouwen duurt daardoor langer.", file=sys.stderr)

    gc.disable()  # a build makes much and drops little; the process ends soon
    words = load_cached_words(PROJECT / SCRATCH)
    options, times = _options(parsed), ItemTimes(process_time)
    try:
        with deadline(parsed.time_limit):
            build = Session(PROJECT, words, times).build(options, stopwatch)
            if save and build.search and not build.failed:
                build.search.index()
    except OutOfTime:
        raise TooLate(_late(parsed.time_limit, times.current)) from None
    if save:
        save_words(words, PROJECT / SCRATCH)
    return build


def _late(limit: int, path: str) -> str:
    """What somebody reads whose build was ended."""
    from binnenstad_site.core.typography import counted

    time = counted(limit, "seconde", "seconden")
    sentences = [f"Het duurde langer dan {time} en is daarom gestopt. De site is niet vernieuwd."]
    if path:
        sentences.append(f"Het laatst ging het om {path}: kijk of dat bestand korter kan.")
    sentences.append("Is er gewoon veel te doen, geef dan meer tijd, zoals met --time-limit 600.")
    return "\n".join(sentences)


def _status(build: Build) -> ExitStatus:
    if build.settings_failed:
        return ExitStatus.USAGE
    if build.has_bug:
        return ExitStatus.BUG
    return ExitStatus.CONTENT if build.failed else ExitStatus.GOOD


def _print_report(build: Build, form: str) -> None:
    from binnenstad_site.report import render

    if form == "json":
        print(render.as_json(build.diagnostics, build.files))
    elif form == "github":
        token = secrets.token_hex(16)
        print(render.as_github(build.diagnostics, build.sources, token))
        summary = os.environ.get("GITHUB_STEP_SUMMARY", "")
        if summary:
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(render.as_summary(build.diagnostics, build.sources))
    else:
        print(render.as_text(build.diagnostics, build.sources, build.files))


def run_build(parsed: Namespace) -> ExitStatus:
    """`python build.py`: build, and replace the site when nothing is wrong."""
    from binnenstad_site.write.locking import locked
    from binnenstad_site.write.publish import publish, recover, scratch_folder

    target = Path(parsed.out).absolute()
    stopwatch = _Stopwatch()
    with locked(scratch_folder(target)):
        recover(target)
        build = _build(parsed, stopwatch, save=True)
        status = _status(build)
        stopwatch("make")
        outputs = () if status else (*build.outputs, *_artifacts(build))
        stopwatch("write")
        published = None if status else publish(outputs, target)
    if parsed.timings:
        stopwatch.print()
    _print_report(build, parsed.format)
    if published is not None and parsed.format == "text":
        count = f"{published.files} bestanden, {published.written} nieuw"
        print(f"\n{len(build.addresses)} pagina's in {parsed.out} ({count}).")
    return status


def _artifacts(build: Build) -> tuple[Output, ...]:
    """Fonts, share pictures and search: from the cache of earlier builds, or made now."""
    from binnenstad_site.write.artifacts import CACHE_FOLDER, drop_others, produce

    cache, artifacts = PROJECT / SCRATCH / CACHE_FOLDER, (*build.fonts, *build.pictures)
    outputs = produce(artifacts, cache)
    if build.pictures:
        drop_others(artifacts, cache)
    return (*outputs, *build.search.files()) if build.search else outputs


def run_check(parsed: Namespace) -> ExitStatus:
    """`python build.py check`: the same without writing."""
    stopwatch = _Stopwatch()
    build = _build(parsed, stopwatch)
    if parsed.timings:
        stopwatch.print()
    _print_report(build, parsed.format)
    return _status(build)


def run_adressen(parsed: Namespace) -> ExitStatus:
    """`python build.py adressen`: list every address of a good build as published; nothing is ever taken off."""
    from binnenstad_site.core.outputs import CannotWrite
    from binnenstad_site.exports.redirects import PUBLISHED_FILE, published_text
    from binnenstad_site.write.atomic import replace_file

    build = _build(parsed, _Stopwatch())
    status = _status(build)
    added = 0
    if status == ExitStatus.GOOD:
        text, added = published_text(build.sources.get(PUBLISHED_FILE, ""), build.addresses)
        if added:
            try:
                replace_file(PROJECT / PUBLISHED_FILE, text.encode("utf-8"))
            except OSError as error:
                raise CannotWrite.because(PROJECT / PUBLISHED_FILE, error) from error
    if status == ExitStatus.GOOD and parsed.format == "text":
        print(f"{added} adressen toegevoegd aan {PUBLISHED_FILE}.")
    else:
        _print_report(build, parsed.format)
    return status


def _as_typed(word: str) -> str:
    """A word of the command line, also where Python took its UTF-8 for ASCII."""
    return os.fsencode(word).decode("utf-8", "replace")


def run_new(parsed: Namespace) -> ExitStatus:
    """`python build.py new praktijken "Naam"`: a commented example to fill in; never overwrites."""
    from binnenstad_site.cli.new import write_skeleton

    print(write_skeleton(PROJECT, parsed.collectie, _as_typed(parsed.naam), _today(parsed.date)))
    return ExitStatus.GOOD


def run_zoek(parsed: Namespace) -> ExitStatus:
    """`python build.py zoek "lege panden"`: what the search finds, with each score taken apart."""
    from binnenstad_site.cli.explain_search import NoNode, explain

    question = _as_typed(" ".join(parsed.vraag)).strip()
    if not question:
        raise Usage('Typ een vraag, zoals: python build.py zoek "lege panden"')
    build = _build(parsed, _Stopwatch())
    try:
        lines = explain(build, question)
    except NoNode:
        raise Usage("Hiervoor is Node nodig. Installeer het pakket nodejs.") from None
    print("\n".join(lines))
    return _status(build) if build.settings_failed else ExitStatus.GOOD


def run_serve(parsed: Namespace) -> ExitStatus:
    """`python build.py serve`: the site while somebody works on it, until Ctrl-C."""
    from binnenstad_site.serve.preview import preview
    from binnenstad_site.serve.server import PORT

    preview(PROJECT, _options(parsed), parsed.port or PORT, print)
    return ExitStatus.GOOD


COMMANDS = {
    "build": run_build,
    "check": run_check,
    "serve": run_serve,
    "new": run_new,
    "adressen": run_adressen,
    "zoek": run_zoek,
}
