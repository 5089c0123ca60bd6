"""What `serve` builds: the pipeline with its caches, and an error page for each page with a mistake.

In: the project and the options. Out: nothing; it goes on until Ctrl-C.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from binnenstad_site.core.diagnostics import Diagnostic, Severity
from binnenstad_site.core.memo import Memo
from binnenstad_site.core.outputs import SCRATCH
from binnenstad_site.core.urls import page_path
from binnenstad_site.link.references import ref_of_path
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.pipeline import Build, Options, Session
from binnenstad_site.report.render import as_text
from binnenstad_site.serve.server import Deferred, ServeResult, serve
from binnenstad_site.write.artifacts import CACHE_FOLDER, produce


def address_of_file(path: str) -> str:
    """Where the item in a content file would be read; the page of its collection when it has none of its own."""
    collection, slug = ref_of_path(path)
    row = COLLECTIONS.get(collection)
    if row is None:
        return "/"
    if not slug or "{item" in row.address or "#" in row.address:
        return f"/{collection}/"
    return row.address.format(slug=slug)


def error_pages(build: Build) -> Mapping[str, str]:
    """Address -> report, for every page that has errors or was not made."""
    by_page: dict[str, list[Diagnostic]] = {}
    for diagnostic in build.diagnostics:
        path = diagnostic.location.path
        if diagnostic.severity is Severity.ERROR and path.startswith("content/"):
            by_page.setdefault(address_of_file(path), []).append(diagnostic)
    pages = {address: _report(diagnostics, build) for address, diagnostics in by_page.items()}
    written = {output.path for output in build.outputs}
    report = _report(build.diagnostics, build)
    return pages | {address: report for address in build.addresses if page_path(address) not in written}


def _report(diagnostics: Sequence[Diagnostic], build: Build) -> str:
    return as_text(diagnostics, build.sources, build.files)


def result_of(
    build: Build, artifacts: Path, secret: bytes = b"", end: Callable[[], None] = lambda: None
) -> ServeResult:
    """What the server shows of a build: the site, or a report on each page with errors.

    `artifacts` is the folder in which fonts and pictures are kept, with the secret that proves them. `end` is called
    when all of the build is made: for a good one after browsers have it.
    """
    if build.failed:
        end()
        return ServeResult(None, _report(build.diagnostics, build), error_pages(build), addresses=build.addresses)

    def finish() -> str:
        end()
        return _report(build.diagnostics, build)

    deferred = Deferred(build.search.folder, build.search.files) if build.search else None
    return ServeResult(
        (*build.outputs, *produce((*build.fonts, *build.photos), artifacts, secret)), "", {}, deferred, finish
    )


@contextlib.contextmanager
def collector_off() -> Iterator[None]:
    """A build makes much at once and drops little: looking in the middle for what can go is a third of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def preview(
    project: Path,
    options: Options,
    port: int,
    say: Callable[[str], None],
    memo: Memo | None = None,
    secret: bytes = b"",
) -> None:
    """Serve the project and build it again at every change; ends with `KeyboardInterrupt`.

    The memo gives the first build what earlier commands left, and gets what this one makes; fonts are proved with the
    secret.
    """
    options = replace(options, reloads=True)
    scratch = project / SCRATCH
    session = Session(project, memo)
    with collector_off():
        base = session.build(options).base
    gc.freeze()  # what the first build made stays: the collector need not look at it again

    def build_again() -> ServeResult:
        with collector_off():
            build = session.build(options)
        return result_of(build, scratch / CACHE_FOLDER, secret, partial(session.end, build))

    serve(
        build_again,
        watched=[project / "content", project / "templates"],
        scratch=scratch,
        say=say,
        port=port,
        base=base,
    )
