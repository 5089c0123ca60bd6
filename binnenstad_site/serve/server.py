"""`serve`: the site while somebody works on it, built again at every save and reloaded in the browser.

In: what to call for a build, what to watch, where to write. Out: nothing; it goes on until Ctrl-C. A build that fails
leaves the last good site standing: the pages it could not make show the report where they would have been, and every
other page says at the top that there are errors.
"""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from binnenstad_site.core.outputs import CannotWrite, Output
from binnenstad_site.serve.localhost import HOST, content_type, find_file, listen
from binnenstad_site.serve.mistakes import ALL, error_page, with_banner
from binnenstad_site.serve.watcher import watch
from binnenstad_site.write.locking import locked
from binnenstad_site.write.publish import Mirror

if TYPE_CHECKING:
    import socket

    from tornado.web import Application

PORT = 5500
BROWSER_FIRST = 0.3
"""Seconds for a browser to fetch what it shows, before the rest of a build is done."""
_HTML = content_type(".html")
_RELOAD = (
    b"<script>document.head.append(Object.assign(document.createElement('script'),"
    b"{src:`//${location.host}/livereload.js?port=${location.port||80}`}))</script>"
)


@dataclass(frozen=True, slots=True)
class Deferred:
    """Files that are made when a browser first asks for one of them."""

    folder: str
    """All lie in it: `zoek/0a1b2c3d4e`."""
    make: Callable[[], Sequence[Output]]


@dataclass(frozen=True, slots=True)
class ServeResult:
    """What one build gave."""

    outputs: Sequence[Output] | None
    """The whole site, or None when there are errors."""
    report: str
    """What to say in the terminal at once."""
    error_pages: Mapping[str, str]
    """Address of a page that could not be made (`/trends/x/`, without the base path) -> the report about it."""
    deferred: Deferred | None = None
    """Files of the site that are not made yet."""
    finish: Callable[[], str] | None = None
    """What is left to do when browsers have the site; gives what more to say in the terminal."""
    addresses: frozenset[str] = frozenset()
    """Every page that a build with errors has, also the new ones, of which the last good site holds nothing."""


@dataclass(frozen=True, slots=True)
class Response:
    """A response to a browser."""

    status: HTTPStatus
    content_type: str
    content: bytes
    location: str = ""
    """The address to go to instead."""


@dataclass(slots=True)
class Preview:
    """The last good site, and what went wrong since."""

    build: Callable[[], ServeResult]
    folder: Path
    say: Callable[[str], None]
    base: str = ""
    _mirror: Mirror = field(init=False)
    _last: ServeResult = field(init=False, default=ServeResult(None, "", {}))
    _good: ServeResult = field(init=False, default=ServeResult(None, "", {}))
    _finish: Callable[[], str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._mirror = Mirror(self.folder)

    def rebuild(self) -> None:
        """Build and write what changed; a failure is reported and the server goes on, except for Ctrl-C."""
        self._last = _without_crash(self._build_and_write)
        self._finish = self._last.finish
        if self._last.report:
            self.say(self._last.report)

    def finish(self) -> None:
        """Do what a browser need not wait for, and say what comes of it; once for each build."""
        finish, self._finish = self._finish, None
        if finish is not None and (report := _without_crash(lambda: ServeResult(None, finish(), {})).report):
            self.say(report)

    def _build_and_write(self) -> ServeResult:
        result = self.build()
        if result.outputs is not None:
            self._mirror.update(result.outputs)
            self._good = result
        return result

    def _write_deferred(self) -> ServeResult:
        """The last good site, its deferred files included."""
        outputs, deferred = self._good.outputs or (), self._good.deferred
        complete = ServeResult((*outputs, *(deferred.make() if deferred else ())), "", {})
        self._mirror.update(complete.outputs or ())
        self._good = complete
        return complete

    def respond(self, path: str) -> Response:
        """What stands at an address as a browser asks for it: percent-encoded, with the base path, without query."""
        if self.base and path in {"/", self.base}:
            return Response(HTTPStatus.FOUND, _HTML, b"", self.base + "/")
        ours = path.startswith(self.base + "/")
        inside = path.removeprefix(self.base)
        waits = ours and self._good.deferred and inside.startswith(f"/{self._good.deferred.folder}/")
        if waits and (failed := _without_crash(self._write_deferred).report):
            self.say(failed)
            return self._error(failed)
        if report := self._report_for(inside):
            return self._error(report, "" if report == self._last.report else self.base + ALL)
        file = find_file(self.folder, inside) if ours else None
        if inside == ALL or isinstance(file, str):
            return Response(HTTPStatus.FOUND, _HTML, b"", self.base + ("/" if inside == ALL else str(file)))
        return self._file(file)

    def _file(self, file: Path | None) -> Response:
        """A file of the last good site, or the page for what does not exist."""
        try:
            if file:
                return self._page(HTTPStatus.OK, content_type(file.name), file.read_bytes())
            return self._page(HTTPStatus.NOT_FOUND, _HTML, (self.folder / "404.html").read_bytes())
        except OSError:
            return Response(HTTPStatus.NOT_FOUND, content_type(".txt"), b"Niet gevonden.\n")

    def _report_for(self, inside: str) -> str:
        """What to show at an address instead of the page: its own report, or all of it when there is no page."""
        last = self._last
        own = last.error_pages.get(inside) or last.error_pages.get(inside + "/")
        if own or last.outputs is not None:
            return own or ""
        is_new = {inside, inside + "/"} & last.addresses and find_file(self.folder, inside) is None
        return last.report if inside == ALL or is_new or self._good.outputs is None else ""

    @staticmethod
    def _error(report: str, href: str = "") -> Response:
        return Response(HTTPStatus.INTERNAL_SERVER_ERROR, _HTML, error_page(report, href).encode())

    def _page(self, status: HTTPStatus, kind: str, content: bytes) -> Response:
        """A file of the last good site; while there are errors a page says so."""
        if kind == _HTML and self._last.outputs is None:
            content = with_banner(content, self.base + ALL)
        return Response(status, kind, content)


def _without_crash(work: Callable[[], ServeResult]) -> ServeResult:
    """The result of the work, or a result with the report of what it raised."""
    try:
        return work()
    except KeyboardInterrupt:
        raise
    except CannotWrite as error:
        return ServeResult(None, str(error), {})
    except BaseException as error:  # noqa: BLE001 - also SystemExit: nothing may end the server of somebody at work
        return ServeResult(None, _crash_text(error), {})


def serve(
    build: Callable[[], ServeResult],
    *,
    watched: Sequence[Path],
    scratch: Path,
    say: Callable[[str], None],
    port: int = PORT,
    base: str = "",
) -> NoReturn:
    """Build, serve on `port` or the first free one after it, and build again when something below `watched` changes.

    `scratch` (`.bouw/`) takes the site, in `serve/`. `say` gets each line for the terminal. Raises `KeyboardInterrupt`
    at Ctrl-C, `Busy` when somebody serves from this folder already, `NoPort` when there is no free port.
    """
    with locked(scratch, "serve-lock"), listen(port, say) as listening:
        asyncio.run(_serve(Preview(build, scratch / "serve", say, base), watched, listening))
    raise KeyboardInterrupt


def _crash_text(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}, regel {frames[-1].lineno})" if frames else ""
    return (
        f"Dit is een fout in de sitebouwer, niet in uw tekst: {type(error).__name__}: {error}{where}. "
        "De vorige versie van de site blijft staan."
    )


async def _serve(preview: Preview, watched: Sequence[Path], listening: socket.socket) -> None:
    """Build and answer browsers until cancelled."""
    from livereload.handlers import LiveReloadHandler  # noqa: PLC0415 - publishing does without livereload
    from livereload.watcher import Watcher  # noqa: PLC0415
    from tornado.httpserver import HTTPServer  # noqa: PLC0415

    def rebuild() -> None:
        preview.rebuild()
        LiveReloadHandler.reload_waiters("*")
        asyncio.get_running_loop().call_later(BROWSER_FIRST, preview.finish)

    for name in ("livereload", "tornado", "asyncio"):
        logging.getLogger(name).setLevel(logging.ERROR)  # their English has no place on the terminal
    LiveReloadHandler.watcher = Watcher()  # watches nothing; livereload logs the path it would have changed
    http = HTTPServer(_application(preview))
    watching = asyncio.create_task(watch(watched, rebuild))
    await asyncio.sleep(0)  # it watches from here on, so what changes during the first build is not missed
    preview.rebuild()
    preview.finish()
    preview.say(f"De site staat op http://{HOST}:{listening.getsockname()[1]}{preview.base}/ (stoppen: Ctrl-C)")
    listening.settimeout(0)  # Tornado accepts until nobody is waiting
    http.add_socket(listening)
    try:
        await watching
    finally:
        http.stop()
        await http.close_all_connections()  # so that nothing complains of them while the process ends


def _application(preview: Preview) -> Application:
    from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler  # noqa: PLC0415
    from livereload.server import LiveScriptInjector  # noqa: PLC0415
    from tornado.routing import HostMatches  # noqa: PLC0415
    from tornado.web import Application, RequestHandler  # noqa: PLC0415
    from tornado.websocket import WebSocketHandler  # noqa: PLC0415

    class SiteHandler(RequestHandler):
        def get(self) -> None:
            response = preview.respond(self.request.path)
            self.set_status(response.status)
            self.set_header("Content-Type", response.content_type)
            self.set_header("Cache-Control", "no-store")
            if response.location:
                self.set_header("Location", response.location)
            self.finish(response.content)

        head = get

    class ReloadHandler(LiveReloadHandler):  # type: ignore[misc]
        check_origin = WebSocketHandler.check_origin  # livereload lets any website listen in

    class StrangerHandler(RequestHandler):
        """Another name than ours points at this machine: a website that tries to read what is here."""

        def prepare(self) -> None:
            self.set_status(HTTPStatus.FORBIDDEN)
            self.set_header("Content-Type", content_type(".txt"))
            self.finish("Deze server is er alleen voor deze computer.\n")

    class Injector(LiveScriptInjector):  # type: ignore[misc]
        script = _RELOAD

    ours = [(r"/livereload", ReloadHandler), (r"/livereload\.js", LiveReloadJSHandler), (r".*", SiteHandler)]
    return Application(
        [(HostMatches(r"(?:localhost|127\.0\.0\.1)"), ours)],
        default_handler_class=StrangerHandler,
        transforms=[Injector],
        log_function=lambda _: None,
    )
