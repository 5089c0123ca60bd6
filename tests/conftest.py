"""What tests share: a small complete project, and ways to change it and to look at what comes of it."""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from binnenstad_site.cli import commands
from binnenstad_site.core.diagnostics import Diagnostic
from binnenstad_site.core.memo import Memo
from binnenstad_site.drawings import qr
from binnenstad_site.pipeline import Build, Options, Session
from binnenstad_site.render import fonts, share_drawing, templating
from binnenstad_site.render.assets import Assets, read_assets
from binnenstad_site.write import artifacts

pytest_plugins = ("tests.night_table",)

ROOT = Path(__file__).parent.parent
BASIS = Path(__file__).parent / "basis"
TODAY = date(2026, 11, 24)

RARELY = (100_000, 20, 100)
"""How often the collector of cycles looks for work: a build makes much and drops little, and hundreds are made."""

# A machine that is slow for a moment is no mistake; pytest's timeout guards against hanging.
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")


def pytest_configure() -> None:
    """A shell that starts the tests in the background has them ignore Ctrl-C, and so all that they start: not here."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is there before the first test stays: the collector need not look at it again."""
    gc.freeze()
    gc.set_threshold(*RARELY)


class CompiledTemplates(BytecodeCache):
    """Each template as compiled once; only what a test changes is compiled for that test."""

    def __init__(self) -> None:
        self.compiled: dict[tuple[str, str], CodeType] = {}

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Also for a project with a copy of the templates: the code is the same, and told that it is of that file."""
        bucket = Bucket(environment, name, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        if bucket.code is not None:
            bucket.code = as_of_file(bucket.code, filename or name)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self.compiled[bucket.key, bucket.checksum] = bucket.code


def as_of_file(code: CodeType, filename: str) -> CodeType:
    """The code as if compiled from another file, so that a traceback names that one."""
    if code.co_filename == filename:
        return code
    inside = (as_of_file(held, filename) if isinstance(held, CodeType) else held for held in code.co_consts)
    return code.replace(co_filename=filename, co_consts=tuple(inside))


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Compiling templates is most of the time that a small build takes; hundreds of tests build with the same ones."""
    make, cache = templating.environment, CompiledTemplates()

    def environment(*how: Any) -> Environment:
        jinja = make(*how)
        jinja.bytecode_cache = cache
        return jinja

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templating, "environment", environment)
        yield


@pytest.fixture(scope="session", autouse=True)
def templates_read_once() -> Iterator[None]:
    """The templates of the project do not change while tests run; those that a test changes are read each time."""
    sources = templating.template_sources
    assets_once, sources_once = cache(read_assets), cache(sources)

    def read(source: Path, *, memo: Memo) -> Assets:
        real = source.resolve()
        return assets_once(real) if real.is_relative_to(ROOT / "templates") else read_assets(source, memo=memo)

    def read_sources(folder: Path) -> tuple[tuple[str, bytes], ...]:
        real = folder.resolve()
        return sources_once(real) if real.is_relative_to(ROOT / "templates") else sources(folder)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("binnenstad_site.render.ahead.read_assets", read)
        patch.setattr(templating, "template_sources", read_sources)
        yield


@pytest.fixture(scope="session", autouse=True)
def no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The secret of the builds of tests, here and in other processes, is not that of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def fonts_and_codes_made_once() -> Iterator[None]:
    """Making the fonts takes longer than a small build, and a QR code a tenth of one; a process makes each once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fonts, "subset", lru_cache(fonts.subset))
        patch.setattr("binnenstad_site.pages.trendscan.qr_code", lru_cache(qr.qr_code))
        yield


def write_files(project: Path, files: str) -> None:
    """Files from one text: each begins with a line `=== path`, relative to the project."""
    for part in files.split("=== ")[1:]:
        name, _, text = part.partition("\n")
        path = project / name.strip()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--herschrijf` writes the expected reports anew."""
    parser.addoption("--herschrijf", action="store_true", help="schrijf de verwachte meldingen opnieuw")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small complete project without any mistake, with the real templates, that a test may change."""
    folder = tmp_path / "project"
    shutil.copytree(BASIS / "content", folder / "content")
    (folder / "templates").symlink_to(ROOT / "templates")
    return folder


@pytest.fixture
def change(project: Path) -> Callable[..., None]:
    """Replace a piece of text in a file of the project; the piece must be there exactly once."""

    def replace(path: str, old: str, new: str) -> None:
        file = project / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        file.write_text(text.replace(old, new), encoding="utf-8")

    return replace


def at_home(project: Path, patch: pytest.MonkeyPatch) -> None:
    """From here on `main` builds this project, and it is where we are."""
    patch.setattr(commands, "PROJECT", project)
    patch.chdir(project)
    patch.setattr(share_drawing, "picture", lambda content, template, site_name: content.title.encode())  # not drawn
    patch.setattr(artifacts, "WORTH_HELP", sys.maxsize)
    for name in ("SOURCE_DATE_EPOCH", "GITHUB_STEP_SUMMARY"):
        patch.delenv(name, raising=False)


@pytest.fixture
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The command line as it runs in the small project: `main` builds that, and this is where we are."""
    at_home(project, monkeypatch)
    yield project
    gc.enable()  # a build stops the collector, for its process ends soon


def build(project: Path, today: date = TODAY, base_url: str = "", *, preview: bool = False) -> Build:
    """The build of a project with the templates as they are; projects with equal content share one, to look at only."""
    options = Options(today, base_url, preview)
    if (project / "templates").resolve() != ROOT / "templates":
        return Session(project).build(options)
    return _shared_build(_Content(project), options)


class _Content:
    """The content of a project; equal when every file has the same path and bytes."""

    def __init__(self, project: Path) -> None:
        self.project = project
        digest = blake2b((project / "templates").resolve().as_posix().encode())
        content = project / "content"
        for path in (content, *sorted(content.rglob("*"))) if os.path.lexists(content) else ():
            digest.update(f"\0{path.relative_to(project).as_posix()}\0{path.lstat().st_mode}\0".encode())
            with contextlib.suppress(OSError):  # what cannot be read, now or by the builder, tells by its mode
                digest.update(path.read_bytes() if path.is_file() else b"")
        self.digest = digest.digest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Content) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


_MEMO = Memo()
"""Of all shared builds: most differ from each other in one file."""
_SWEPT_AFTER = 100
"""Builds."""


@lru_cache(maxsize=64)
def _shared_build(content: _Content, options: Options) -> Build:
    made = Session(content.project, _MEMO).build(options)
    made.documents  # noqa: B018 - made now: the project may be gone when another test looks at them
    if _shared_build.cache_info().misses % _SWEPT_AFTER == 0:
        _MEMO.end()
    return made


def codes_and_places(build: Build) -> list[tuple[str, str, int, int]]:
    """Code, path, line and column of every diagnostic except for addresses that are not listed yet."""
    return [
        (d.code.value, d.location.path, d.location.line, d.location.column)
        for d in build.diagnostics
        if d.code != "nieuw-adres"
    ]


def only_diagnostic(build: Build) -> Diagnostic:
    """The one diagnostic there is, except for addresses that are not listed yet."""
    diagnostics = [d for d in build.diagnostics if d.code != "nieuw-adres"]
    assert len(diagnostics) == 1, diagnostics
    return diagnostics[0]
