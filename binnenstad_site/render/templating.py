"""Stage render: a page's context through its template to HTML. A mistake in a template is reported with its line.

A template sees `site` (the constants), `page` (its context) and the function `asset`; nothing else, so equal contexts
give equal pages and a finished page can be kept under its context.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.outputs import Output
from binnenstad_site.core.urls import page_path
from binnenstad_site.pages.constants import Constants
from binnenstad_site.pages.frames import Context, ItemContext
from binnenstad_site.pages.page import Page
from binnenstad_site.render.assets import Assets

FOLDER = "templates"


def environment(templates: Path, assets: Assets, base: str) -> Environment:
    """The strict Jinja environment: escaping everywhere, undefined names are errors, no extensions."""
    jinja = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    jinja.globals.clear()
    jinja.globals["asset"] = lambda name: base + assets.address(name)
    return jinja


@dataclass(frozen=True, slots=True)
class Rendered:
    """Finished pages, and what is wrong with the templates of the others."""

    pages: Mapping[str, Output]
    """By output path."""
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _FinishedPages:
    """What was rendered with one set of templates, assets and constants."""

    key: object
    environment: Environment
    by_url: dict[str, tuple[Context, Output]] = field(default_factory=dict)


class Renderer:
    """Renders pages and caches them by context, until templates, assets or constants change."""

    def __init__(self, templates: Path, times: ItemTimes | None = None) -> None:
        self._templates = templates
        self._times = times or ItemTimes()
        self._finished: _FinishedPages | None = None

    def render(self, pages: Iterable[Page], constants: Constants, assets: Assets, base: str) -> Rendered:
        """Every page through its template; a page whose template goes wrong is left out."""
        key = (constants, assets, base, _fingerprint(self._templates))
        if self._finished is None or self._finished.key != key:
            self._finished = _FinishedPages(key, environment(self._templates, assets, base))
        outputs: dict[str, Output] = {}
        diagnostics: list[Diagnostic] = []
        for page in pages:
            try:
                output = self._output(page, constants, self._finished)
            except Exception as error:  # noqa: BLE001 - a template can raise anything that its expressions raise
                diagnostics.append(self._diagnose(error, page))
            else:
                outputs[output.path] = output
        return Rendered(outputs, tuple(diagnostics))

    def _output(self, page: Page, constants: Constants, finished: _FinishedPages) -> Output:
        """The finished page, from the cache when the context is equal; raises what its template raises."""
        context, output = finished.by_url.get(page.url, (None, None))
        if output is None or context != page.context:
            template = finished.environment.get_template(f"pages/{page.context.TEMPLATE}")
            path = page.origin.path if isinstance(page.context, ItemContext) else ""  # a list is of many files
            with self._times.measured("render", path, page.url):
                html = template.render(site=constants, page=page.context)
            output = Output(page_path(page.url), html.encode("utf-8"))
            finished.by_url[page.url] = (page.context, output)
        return output

    def _diagnose(self, error: Exception, page: Page) -> Diagnostic:
        """The last place inside the templates that the error passed through."""
        location = Location(f"{FOLDER}/pages/{page.context.TEMPLATE}")
        if isinstance(error, TemplateSyntaxError):
            location = Location(f"{FOLDER}/{error.name}", error.lineno)
        else:
            for frame in traceback.extract_tb(error.__traceback__):
                path = Path(frame.filename)
                if path.is_relative_to(self._templates):
                    place = path.relative_to(self._templates).as_posix()
                    location = Location(f"{FOLDER}/{place}", frame.lineno or 1)
        kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
        return Diagnostic(
            Code.SJABLOONFOUT,
            location,
            f"Het sjabloon gaat fout bij {page.url}: {kind}{error}",
            "Dit is een fout in de sitebouwer, niet in uw tekst. Meld dit aan een beheerder.",
        )


def _fingerprint(templates: Path) -> tuple[tuple[str, bytes], ...]:
    """The templates themselves: a finished page is good only for the templates it was made with."""
    return tuple((path.as_posix(), path.read_bytes()) for path in sorted(templates.rglob("*.html")))
