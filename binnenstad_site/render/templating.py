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
from hashlib import sha256
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.bccache import Bucket

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Kept, Key, Memo, digest
from binnenstad_site.core.outputs import Output, Reproducible
from binnenstad_site.core.urls import page_path
from binnenstad_site.pages.constants import Constants
from binnenstad_site.pages.frames import ItemContext
from binnenstad_site.pages.page import Page
from binnenstad_site.render.assets import Assets
from binnenstad_site.render.quick_jinja import QuickEnvironment

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
    jinja = QuickEnvironment(
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
class _RenderedPage:
    """A page as the memo keeps it: in a file without its bytes, for the site of the last build has them."""

    size: int
    sha256: str
    html: bytes | None

    @classmethod
    def of(cls, html: bytes) -> _RenderedPage:
        return cls(len(html), sha256(html).hexdigest(), html)

    def __reduce__(self) -> tuple[type[_RenderedPage], tuple[int, str, None]]:
        return type(self), (self.size, self.sha256, None)


class Renderer:
    """Renders pages with the templates of a folder; what the memo knows is not rendered again."""

    def __init__(self, templates: Path, memo: Memo, times: ItemTimes | None = None) -> None:
        self._templates = templates
        self._memo = memo
        self._times = times or ItemTimes()
        self._environment: tuple[Key, Environment] = (b"", Environment(autoescape=True))

    def render(self, pages: Iterable[Page], constants: Constants, assets: Assets, base: str) -> Rendered:
        """Every page through its template; a page whose template goes wrong is left out."""
        same_for_all = digest(constants, assets.folder, base, _sources(self._templates))
        environment = self._environment_of(same_for_all, assets, base)
        outputs: dict[str, Output] = {}
        diagnostics: list[Diagnostic] = []
        for page in pages:
            produce = partial(self._html, environment, constants, page)
            try:
                rendered = self._memo.get(
                    Kept.HTML,
                    digest(same_for_all, page.key, page.picture),
                    lambda produce=produce: _RenderedPage.of(produce()),  # type: ignore[misc]
                )
            except Exception as error:  # noqa: BLE001 - a template can raise anything that its expressions raise
                diagnostics.append(self._diagnose(error, page))
            else:
                content = rendered.html
                path = page_path(page.url)
                later = Reproducible(rendered.size, rendered.sha256, produce)
                outputs[path] = Output(path, later if content is None else content)
        return Rendered(outputs, tuple(diagnostics))

    def _environment_of(self, key: Key, assets: Assets, base: str) -> Environment:
        """The environment of the last build when everything in it is the same, or a new one."""
        if self._environment[0] != key:
            self._environment = key, environment(self._templates, assets, base, self._memo)
        return self._environment[1]

    def _html(self, environment: Environment, constants: Constants, page: Page) -> bytes:
        """The finished page; raises what its template raises."""
        template = environment.get_template(f"pages/{page.kind.TEMPLATE}")
        path = page.origin.path if issubclass(page.kind, ItemContext) else ""  # a list is of many files
        with self._times.measured("render", path, page.url):
            return template.render(site=constants, page=page.context).encode("utf-8")

    def _diagnose(self, error: Exception, page: Page) -> Diagnostic:
        """The last place inside the templates that the error passed through."""
        location = Location(f"{FOLDER}/pages/{page.kind.TEMPLATE}")
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


def _sources(templates: Path) -> tuple[tuple[str, bytes], ...]:
    """The templates themselves: a finished page is good only for the templates it was made with."""
    paths = sorted(templates.rglob("*.html"))
    return tuple((path.relative_to(templates).as_posix(), path.read_bytes()) for path in paths)
