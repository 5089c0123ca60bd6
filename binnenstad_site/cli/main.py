"""The command line: reads arguments, the date and the environment, runs the stages, prints, and gives the exit status.

Statuses: 0 good, 1 content has errors, 2 wrong usage or settings, 70 a bug in the generator, 74 disk full or not
writable, 75 another build is running, 130 stopped with Ctrl-C. Imports are local where they are slow, so that `--help`
answers at once.
"""

from __future__ import annotations

import contextlib
import gc
import os
import secrets
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from binnenstad_site.cli.arguments import Usage, parser

if TYPE_CHECKING:
    from argparse import Namespace

    from binnenstad_site.core.outputs import Output
    from binnenstad_site.pipeline import Build, Options

GOOD, CONTENT, USAGE, BUG, DISK, BUSY, STOPPED = 0, 1, 2, 70, 74, 75, 130
PROJECT = Path(__file__).resolve().parents[2]
SCRATCH = ".bouw"
CRASH_FILE = f"{SCRATCH}/fout.txt"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; nothing escapes as a traceback."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        print("\nGestopt.", file=sys.stderr)
        return STOPPED


def _run(arguments: Sequence[str] | None) -> int:
    from binnenstad_site.core.outputs import CannotWrite
    from binnenstad_site.serve.localhost import NoPort
    from binnenstad_site.write.locking import Busy
    from binnenstad_site.write.publish import NotOurFolder

    try:
        parsed = parser(COMMANDS).parse_args(arguments)
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except SystemExit:  # --help
        return GOOD
    except (Usage, NotOurFolder, NoPort) as wrong:
        print(wrong, file=sys.stderr)
        return USAGE
    except Busy as busy:
        print(busy, file=sys.stderr)
        return BUSY
    except CannotWrite as full:
        print(f"{full} De site is niet vernieuwd.", file=sys.stderr)
        return DISK
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: say nothing more
        return GOOD
    except Exception as bug:  # noqa: BLE001 - the last net: an editor never sees a traceback
        return _crash(bug)
    return status


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
    shared = not getattr(parsed, "no_share_images", False)
    return Options(_today(parsed.date), parsed.base_url, parsed.preview, shared)


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
        import json

        self("end")
        print(json.dumps({name: took for name, took in self.seconds.items() if name != "start"}), file=sys.stderr)


def _build(parsed: Namespace, stopwatch: _Stopwatch, *, keep: bool = False) -> Build:
    from binnenstad_site.load.yamltext import FAST
    from binnenstad_site.pipeline import Session
    from binnenstad_site.write.word_cache import load_cached_words, save_words

    if not FAST:
        print("Let op: de snelle YAML-lezer ontbreekt op deze computer. Bouwen duurt daardoor langer.", file=sys.stderr)

    gc.disable()  # a build makes much and drops little; the process ends soon
    words = load_cached_words(PROJECT / SCRATCH)
    build = Session(PROJECT, words).build(_options(parsed), stopwatch)
    if keep:
        save_words(words, PROJECT / SCRATCH)
    return build


def _status(build: Build) -> int:
    if build.settings_failed:
        return USAGE
    if build.has_bug:
        return BUG
    return CONTENT if build.failed else GOOD


def _print_report(build: Build, form: str, *, renewed: bool) -> None:
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
    if renewed and form == "text":
        print()


def run_build(parsed: Namespace) -> int:
    """`python build.py`: build, and replace the site when nothing is wrong."""
    from binnenstad_site.write.locking import locked
    from binnenstad_site.write.publish import publish, recover, scratch_folder

    target = Path(parsed.out).absolute()
    stopwatch = _Stopwatch()
    with locked(scratch_folder(target)):
        recover(target)
        build = _build(parsed, stopwatch, keep=True)
        stopwatch("make")
        outputs = () if _status(build) else (*build.outputs, *_made(build))
        stopwatch("write")
        published = None if _status(build) else publish(outputs, target)
    if parsed.timings:
        stopwatch.print()
    _print_report(build, parsed.format, renewed=published is not None)
    if published is not None and parsed.format == "text":
        count = f"{published.files} bestanden, {published.written} nieuw"
        print(f"{len(build.addresses)} pagina's in {parsed.out} ({count}).")
    return _status(build)


def _made(build: Build) -> tuple[Output, ...]:
    """What takes long to make: from what was kept of earlier builds, or anew."""
    from binnenstad_site.write.artifacts import CACHE_FOLDER, drop_others, produce

    cache, artifacts = PROJECT / SCRATCH / CACHE_FOLDER, (*build.fonts, *build.pictures)
    outputs = produce(artifacts, cache)
    if build.pictures:
        drop_others(artifacts, cache)
    return (*outputs, *build.search.files()) if build.search else outputs


def run_check(parsed: Namespace) -> int:
    """`python build.py check`: the same without writing."""
    stopwatch = _Stopwatch()
    build = _build(parsed, stopwatch)
    if parsed.timings:
        stopwatch.print()
    _print_report(build, parsed.format, renewed=False)
    return _status(build)


def run_adressen(parsed: Namespace) -> int:
    """`python build.py adressen`: list every address of a good build as published; nothing is ever taken off."""
    from binnenstad_site.exports.redirects import PUBLISHED_FILE, published_text

    build = _build(parsed, _Stopwatch())
    status = _status(build)
    if status != GOOD:
        _print_report(build, parsed.format, renewed=False)
        return status
    text, added = published_text(build.sources.get(PUBLISHED_FILE, ""), build.addresses)
    if added:
        _replace(PROJECT / PUBLISHED_FILE, text)
    if parsed.format == "text":
        print(f"{added} adressen toegevoegd aan {PUBLISHED_FILE}.")
    else:
        _print_report(build, parsed.format, renewed=False)
    return GOOD


def _replace(path: Path, text: str) -> None:
    """Put a file with this text in the place of the old one: all of it, or nothing and `CannotWrite`."""
    from binnenstad_site.core.outputs import CannotWrite

    beside = path.with_name(f".{path.name}.tmp")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise CannotWrite.because(path, error) from error


def run_new(parsed: Namespace) -> int:
    """`python build.py new praktijken "Naam"`: a commented example to fill in; never overwrites."""
    from binnenstad_site.cli.new import add

    naam = os.fsencode(parsed.naam).decode("utf-8", "replace")  # as it was typed, also where Python expects ASCII
    print(add(PROJECT, parsed.collectie, naam, _today(parsed.date)))
    return GOOD


def run_zoek(parsed: Namespace) -> int:
    """`python build.py zoek "lege panden"`: what the search finds, with each score taken apart."""
    from binnenstad_site.cli.explain_search import NoNode, explain

    question = os.fsencode(" ".join(parsed.vraag)).decode("utf-8", "replace").strip()
    if not question:
        raise Usage('Typ een vraag, zoals: python build.py zoek "lege panden"')
    build = _build(parsed, _Stopwatch())
    try:
        lines = explain(build, question)
    except NoNode:
        raise Usage("Hiervoor is Node nodig. Installeer het pakket nodejs.") from None
    print("\n".join(lines))
    return _status(build) if build.settings_failed else GOOD


def run_serve(parsed: Namespace) -> int:
    """`python build.py serve`: the site while somebody works on it, until Ctrl-C."""
    from binnenstad_site.serve.preview import preview
    from binnenstad_site.serve.server import PORT

    preview(PROJECT, _options(parsed), parsed.port or PORT, print)
    return GOOD


def _crash(bug: Exception) -> int:
    """An exception nobody foresaw: a sentence for the editor, the details in a file for a maintainer."""
    where = ""
    try:
        path = PROJECT / CRASH_FILE
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(traceback.format_exception(bug)), encoding="utf-8")
        where = f" De bijzonderheden staan in {CRASH_FILE}; geef dat bestand aan een beheerder."
    except OSError:
        where = f" {type(bug).__name__}: {bug}."
    print(f"Dit is een fout in de sitebouwer, niet in uw tekst.{where} De site is niet vernieuwd.", file=sys.stderr)
    return BUG


COMMANDS = {
    "build": run_build,
    "check": run_check,
    "serve": run_serve,
    "new": run_new,
    "adressen": run_adressen,
    "zoek": run_zoek,
}
