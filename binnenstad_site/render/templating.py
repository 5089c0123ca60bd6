"""Stage five, render: a page's context through its template to HTML. A mistake in a template is told with its line.

A template sees `site` (the constants), `page` (its context) and the function `asset`; nothing else, so equal contexts
give equal pages and a finished page can be kept under its context.
"""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.outputs import Output
from binnenstad_site.core.urls import page_path
from binnenstad_site.pages.contexts import Constants, Context
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


class Renderer:
    """Renders pages with one set of templates and constants, and keeps finished pages by their context."""

    def __init__(self, templates: Path, assets: Assets, constants: Constants, base: str) -> None:
        self._templates = templates
        self._environment = environment(templates, assets, base)
        self._constants = constants
        self._finished: dict[str, tuple[Context, Output]] = {}

    def render(self, page: Page) -> Output | Diagnostic:
        """The finished page, or where its template goes wrong."""
        finished = self._finished.get(page.url)
        if finished is not None and finished[0] == page.context:
            return finished[1]
        try:
            template = self._environment.get_template(f"pages/{page.context.TEMPLATE}")
            html = template.render(site=self._constants, page=page.context)
        except Exception as error:  # noqa: BLE001 - a template can raise anything that its expressions raise
            return self._diagnose(error, page)
        output = Output(page_path(page.url), html.encode("utf-8"))
        self._finished[page.url] = (page.context, output)
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
