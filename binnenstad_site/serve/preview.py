"""What `serve` builds: the pipeline with all that is kept between builds, and each mistake at the page it breaks.

In: the project and the options. Out: nothing; it goes on until Ctrl-C.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from binnenstad_site.core.diagnostics import Diagnostic, Severity
from binnenstad_site.core.urls import page_path
from binnenstad_site.link.references import ref_of_path
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.pipeline import Build, Options, Session
from binnenstad_site.report.render import as_text
from binnenstad_site.serve.server import Later, ServeResult, serve
from binnenstad_site.write.artifacts import KEPT, made
from binnenstad_site.write.word_cache import keep_words, recalled_words


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
    """Address -> report, for every page that errors keep from being made or make doubtful."""
    by_page: dict[str, list[Diagnostic]] = {}
    for found in build.diagnostics:
        if found.severity is Severity.ERROR and found.location.path.startswith("content/"):
            by_page.setdefault(address_of_file(found.location.path), []).append(found)
    pages = {address: as_text(found, build.sources, build.files) for address, found in by_page.items()}
    made = {output.path for output in build.outputs}
    whole = _report(build.diagnostics, build)
    pages.update({address: whole for address in build.addresses if page_path(address) not in made})
    return pages


def _report(found: Iterable[Diagnostic], build: Build) -> str:
    return as_text(tuple(found), build.sources, build.files)


def result_of(build: Build, kept: Path) -> ServeResult:
    """What the server does with a build: show it, or show what is wrong where it is wrong; `kept` holds the fonts."""
    report = _report(build.diagnostics, build)
    if build.failed:
        return ServeResult(None, report, error_pages(build))
    later = Later(build.search.folder, build.search.files) if build.search else None
    return ServeResult((*build.outputs, *made(build.fonts, kept)), report, {}, later)


def preview(project: Path, options: Options, port: int, say: Callable[[str], None]) -> None:
    """Serve the project and build it again at every change; ends with `KeyboardInterrupt`."""
    scratch = project / ".bouw"
    words = recalled_words(scratch)
    session = Session(project, words)
    base = session.build(options).base
    keep_words(words, scratch)
    gc.freeze()  # what the first build made stays: the collector need not look at it again
    watched = [project / "content", project / "templates"]
    serve(
        lambda: result_of(session.build(options), scratch / KEPT),
        watch=watched,
        scratch=scratch,
        say=say,
        port=port,
        base=base,
    )
