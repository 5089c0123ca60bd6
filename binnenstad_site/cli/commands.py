"""What each command does: runs the stages, prints the report, and gives the exit status.

Imports are local where they are slow, so that `--help` and `new` answer at once.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from binnenstad_site.cli.arguments import Usage, refuse_example
from binnenstad_site.cli.deadline import OutOfTime, TooLate, deadline
from binnenstad_site.cli.exit_status import ExitStatus
from binnenstad_site.cli.reporting import print_report, report_text, write_json
from binnenstad_site.cli.secret import read_secret
from binnenstad_site.cli.stopwatch import Stopwatch
from binnenstad_site.core.outputs import SCRATCH

if TYPE_CHECKING:
    from argparse import Namespace

    from binnenstad_site.cli.last_build import LastBuild
    from binnenstad_site.core.item_times import ItemTimes
    from binnenstad_site.core.outputs import Output
    from binnenstad_site.pipeline import Build, Options, Session

PROJECT = Path(__file__).resolve().parents[2]


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
    from binnenstad_site.cli.cms_installed import has_program
    from binnenstad_site.core.urls import BASE_URL
    from binnenstad_site.pipeline import Options

    if parsed.base_url and not BASE_URL.fullmatch(parsed.base_url):
        raise Usage(
            f'--base-url "{parsed.base_url}" is geen adres. Schrijf het met https://, zoals https://voorbeeld.nl.'
        )
    share_images = not getattr(parsed, "no_share_images", False)
    return Options(_today(parsed.date), parsed.base_url, parsed.preview, share_images, has_program(PROJECT))


def _session(parsed: Namespace, secret: bytes | None, times: ItemTimes, *, files: bool) -> Session:
    """A session that knows what earlier builds of the project left, when they sealed it with this secret."""
    from binnenstad_site.cli.memo_file import open_memo
    from binnenstad_site.core.memo_store import BUILD, CHECK
    from binnenstad_site.core.workers import processors
    from binnenstad_site.load.yamltext import FAST
    from binnenstad_site.pipeline import Session

    if not FAST:
        print("Let op: de snelle YAML-lezer ontbreekt op deze computer. Bouwen duurt daardoor langer.", file=sys.stderr)

    memo = open_memo(PROJECT, secret, clean=getattr(parsed, "schoon", False), record=BUILD if files else CHECK)
    return Session(PROJECT, memo, times, processors(), files=files)


def _build(parsed: Namespace, secret: bytes | None, stopwatch: Stopwatch, *, files: bool = False) -> Build:
    """Build without fonts and pictures, and with the `files` of data and search or without. Raises `TooLate`."""
    from binnenstad_site.core.item_times import ItemTimes

    options, times = _options(parsed), ItemTimes(process_time)
    session: Session | None = None
    try:
        with deadline(parsed.time_limit):
            session = _session(parsed, secret, times, files=files)
            build = session.build(replace(options, data=files), stopwatch)
            stopwatch("save")
            session.end(build)
            if files and build.search and not build.failed:
                build.search.files()
    except OutOfTime:
        raise TooLate.after(parsed.time_limit, times.current) from None
    finally:
        if session is not None:
            session.leave()
    return build


def _status(build: Build) -> ExitStatus:
    if build.settings_failed:
        return ExitStatus.USAGE
    if build.has_bug:
        return ExitStatus.BUG
    return ExitStatus.CONTENT if build.failed else ExitStatus.GOOD


def _absolute(path: str) -> Path:
    try:
        return Path(path).absolute()
    except FileNotFoundError:
        raise Usage("De map waarin u dit typt, bestaat niet meer. Ga met cd naar een andere map.") from None


def run_build(parsed: Namespace) -> ExitStatus:
    """`python build.py`: build, and replace the site when nothing is wrong."""
    target, secret = _absolute(parsed.out), read_secret()
    last = _last_build(parsed, secret, target)
    if last is not None and (said := last.report()) is not None:
        print(f"{said}\nEr is niets veranderd; bouw met --schoon om alles opnieuw te maken.")
        return ExitStatus.GOOD
    return _build_anew(parsed, secret, target, last)


def _last_build(parsed: Namespace, secret: bytes | None, target: Path) -> LastBuild | None:
    """The record of the last build; None for a build that is to be looked at, or to begin from nothing."""
    from binnenstad_site.cli.cms_installed import program_stamp
    from binnenstad_site.cli.last_build import last_build

    if parsed.schoon or parsed.timings or parsed.format != "text":
        return None
    switches = (parsed.preview, parsed.no_share_images, parsed.publish)
    options = (_today(parsed.date), parsed.base_url, *switches, parsed.out, program_stamp(PROJECT))
    return last_build(PROJECT, target, options, secret)


def _build_anew(parsed: Namespace, secret: bytes | None, target: Path, last: LastBuild | None) -> ExitStatus:
    from binnenstad_site.write.locking import locked
    from binnenstad_site.write.publish import publish, recover, scratch_folder

    stopwatch = Stopwatch()
    with locked(scratch_folder(target)):
        recover(target)
        build = _build(parsed, secret, stopwatch, files=True)
        if parsed.publish:
            refuse_example(build.address)
        status = _status(build)
        stopwatch("make")
        outputs = () if status else (*build.outputs, *_artifacts(build, secret))
        if build.settings is not None and build.settings.repository is not None:
            from binnenstad_site.cli.cms_program import with_forms

            outputs = with_forms(outputs, PROJECT, build.settings, build.address, preview=parsed.preview)
        stopwatch("write")
        published = None if status else publish(outputs, target)
    if parsed.timings:
        print(stopwatch.report(), file=sys.stderr)
    print_report(build, parsed.format)
    if published is not None and parsed.format == "text":
        pages = f"\n{len(build.addresses)} pagina's in {parsed.out} ({published.files} bestanden"
        print(f"{pages}, {published.written} nieuw).")
        if last is not None:
            last.save(report_text(build) + f"\n{pages}).")
    return status


def _artifacts(build: Build, secret: bytes | None) -> tuple[Output, ...]:
    """Fonts, pictures, documents and search: from the cache of earlier builds, or made now."""
    from binnenstad_site.write.artifacts import CACHE_FOLDER, drop_others, produce

    cache = PROJECT / SCRATCH / CACHE_FOLDER
    artifacts = (*build.fonts, *build.pictures, *build.documents, *build.photos)
    outputs = produce(artifacts, cache, secret or os.urandom(32))  # without a secret nothing in the cache counts
    if build.pictures:
        drop_others(artifacts, cache)
    data = build.data.files if build.data else ()
    return (*outputs, *data, *(build.search.files() if build.search else ()))


def run_check(parsed: Namespace) -> ExitStatus:
    """`python build.py check`: the same without making the site."""
    stopwatch = Stopwatch()
    build = _build(parsed, read_secret(), stopwatch)
    if parsed.timings:
        print(stopwatch.report(), file=sys.stderr)
    print_report(build, parsed.format)
    if parsed.json:
        write_json(build, Path(parsed.json))
    return _status(build)


def run_adressen(parsed: Namespace) -> ExitStatus:
    """`python build.py adressen`: list every address of a good build as published; nothing is ever taken off."""
    from binnenstad_site.core.outputs import CannotWrite
    from binnenstad_site.exports.redirects import PUBLISHED_FILE, published_text
    from binnenstad_site.write.atomic import replace_file

    build = _build(parsed, read_secret(), Stopwatch())
    status = _status(build)
    added = 0
    if status == ExitStatus.GOOD:
        text, added = published_text(build.sources.get(PUBLISHED_FILE, ""), build.addresses)
        if added:
            try:
                replace_file(PROJECT / PUBLISHED_FILE, text.encode("utf-8"), lasting=True)
            except OSError as error:
                raise CannotWrite.because(PROJECT / PUBLISHED_FILE, error) from error
    if status == ExitStatus.GOOD and parsed.format == "text":
        print(f"{added} adressen toegevoegd aan {PUBLISHED_FILE}.")
    else:
        print_report(build, parsed.format)
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
    from binnenstad_site.cli.search_questions import QUESTIONS, gap_lines, outcomes, read_questions

    question = _as_typed(" ".join(parsed.vraag or ())).strip()
    if not question and not parsed.gaten:
        raise Usage('Typ een vraag, zoals: python build.py zoek "lege panden"')
    if parsed.gaten and not QUESTIONS.is_file():
        raise Usage("De vragen ontbreken: tests/zoek/vragen.yaml. Haal het bestand terug uit de repository.")
    build = _build(parsed, read_secret(), Stopwatch())
    try:
        if parsed.gaten and build.index:
            lines = gap_lines(build, list(outcomes(build, read_questions())))
        else:
            lines = explain(build, question)
    except NoNode:
        raise Usage("Hiervoor is Node nodig. Installeer het pakket nodejs.") from None
    print("\n".join(lines))
    return _status(build) if build.settings_failed else ExitStatus.GOOD


def run_serve(parsed: Namespace) -> ExitStatus:
    """`python build.py serve`: the site while somebody works on it, until Ctrl-C."""
    from binnenstad_site.cli.memo_file import open_memo
    from binnenstad_site.serve.preview import preview
    from binnenstad_site.serve.server import PORT

    secret = read_secret()
    memo = open_memo(PROJECT, secret, live=True)
    options = replace(_options(parsed), forms=False)  # they are there in a finished site only
    preview(PROJECT, options, parsed.port or PORT, print, memo, secret or b"")
    return ExitStatus.GOOD


def _run_upkeep(parsed: Namespace) -> ExitStatus:
    """The commands that change or look after the content as a whole."""
    from binnenstad_site.cli import upkeep_commands

    today = _today(getattr(parsed, "date", ""))
    print(upkeep_commands.COMMANDS[parsed.command](parsed, PROJECT, today))
    return ExitStatus.GOOD


COMMANDS = {
    "build": run_build,
    "check": run_check,
    "serve": run_serve,
    "new": run_new,
    "adressen": run_adressen,
    "zoek": run_zoek,
    **dict.fromkeys(("verplaats", "trek-in", "herstel", "nabellen", "links", "zinnen"), _run_upkeep),
}
