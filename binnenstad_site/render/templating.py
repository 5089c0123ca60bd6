"""Stage render: a page's context through its template to HTML. A mistake in a template is reported with its line.

A template sees `site` (the constants), `page` (its context) and the function `asset`; nothing else, so equal contexts
give equal pages and a finished page can be kept under its context.
"""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.bccache import Bucket

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Kept, Key, Memo, digest
from binnenstad_site.core.outputs import KeptBytes, Output
from binnenstad_site.core.urls import page_path
from binnenstad_site.pages.constants import Constants
from binnenstad_site.pages.frames import ItemContext
from binnenstad_site.pages.page import Page
from binnenstad_site.render.assets import Assets
from binnenstad_site.render.template_keys import template_keys

FOLDER = "templates"


class _CompiledTemplates(BytecodeCache):
    """Compiled templates, from one build to the next."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket what the memo knows, if anything."""
        with contextlib.suppress(_NotCompiledError):
            bucket.bytecode_from_string(self._memo.get(Kept.TEMPLATE, _key_of(bucket), _not_compiled))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja just compiled."""
        self._memo.get(Kept.TEMPLATE, _key_of(bucket), bucket.bytecode_to_string)


class _NotCompiledError(Exception):
    """The memo does not know this template."""


def _not_compiled() -> bytes:
    raise _NotCompiledError


def _key_of(bucket: Bucket) -> Key:
    return digest(bucket.key, bucket.checksum)


def environment(templates: Path, assets: Assets, base: str, memo: Memo) -> Environment:
    """The strict Jinja environment: escaping everywhere, undefined names are errors, no extensions."""
    jinja = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
        bytecode_cache=_CompiledTemplates(memo),
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
class Renderer:
    """Renders pages with one set of templates, assets and constants; what the memo knows is not rendered again."""

    templates: Path
    environment: Environment
    constants: Constants
    key: Key
    """A digest of what is the same for all pages, their templates aside."""
    template_keys: Mapping[str, Key]
    """Of each template a digest of what it is made from, by name."""
    memo: Memo
    times: ItemTimes

    def render(self, pages: Iterable[Page]) -> Rendered:
        """Every page through its template; a page whose template goes wrong is left out."""
        outputs: dict[str, Output] = {}
        diagnostics: list[Diagnostic] = []
        for page in pages:
            try:
                output = self.output(page)
            except Exception as error:  # noqa: BLE001 - a template can raise anything that its expressions raise
                diagnostics.append(self._diagnose(error, page))
            else:
                outputs[output.path] = output
        return Rendered(outputs, tuple(diagnostics))

    def key_of(self, page: Page) -> Key:
        """A digest of all that decides the finished page, its picture aside."""
        return digest(self.key, self.template_keys.get(f"pages/{page.kind.TEMPLATE}"), page.key)

    def output(self, page: Page) -> Output:
        """The finished page; raises what its template raises."""
        produce = partial(self._html, page)
        key = digest(self.key_of(page), page.picture)
        rendered = self.memo.get(Kept.HTML, key, lambda: KeptBytes.of(produce(), self.memo))
        return rendered.output(page_path(page.url), self.memo, produce)

    def _html(self, page: Page) -> bytes:
        template = self.environment.get_template(f"pages/{page.kind.TEMPLATE}")
        path = page.origin.path if issubclass(page.kind, ItemContext) else ""  # a list is of many files
        with self.times.measured("render", path, page.url):
            return template.render(site=self.constants, page=page.context).encode("utf-8")

    def _diagnose(self, error: Exception, page: Page) -> Diagnostic:
        """The last place inside the templates that the error passed through."""
        location = Location(f"{FOLDER}/pages/{page.kind.TEMPLATE}")
        if isinstance(error, TemplateSyntaxError):
            location = Location(f"{FOLDER}/{error.name}", error.lineno)
        else:
            for frame in traceback.extract_tb(error.__traceback__):
                path = Path(frame.filename)
                if path.is_relative_to(self.templates):
                    place = path.relative_to(self.templates).as_posix()
                    location = Location(f"{FOLDER}/{place}", frame.lineno or 1)
        kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
        return Diagnostic(
            Code.SJABLOONFOUT,
            location,
            f"Het sjabloon gaat fout bij {page.url}: {kind}{error}",
            "Dit is een fout in de sitebouwer, niet in uw tekst. Meld dit aan een beheerder.",
        )


class Templates:
    """The templates of a folder, compiled for as long as nothing that they show changes."""

    def __init__(self, folder: Path, memo: Memo, times: ItemTimes) -> None:
        self._folder = folder
        self._memo = memo
        self._times = times
        self._environment: tuple[Key, Environment] = (b"", Environment(autoescape=True))

    def renderer(self, constants: Constants, assets: Assets, base: str) -> Renderer:
        """What renders the pages of one build."""
        sources, key = template_sources(self._folder), digest(constants, assets.folder, base)
        if self._environment[0] != (fresh := digest(key, sources)):
            self._environment = fresh, environment(self._folder, assets, base, self._memo)
        keys = template_keys(sources)
        return Renderer(self._folder, self._environment[1], constants, key, keys, self._memo, self._times)


def template_sources(templates: Path) -> tuple[tuple[str, bytes], ...]:
    """The templates themselves, by name: a finished page is good only for the templates it was made with."""
    paths = sorted(templates.rglob("*.html"))
    return tuple((path.relative_to(templates).as_posix(), path.read_bytes()) for path in paths)
