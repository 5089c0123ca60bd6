"""`serve`: one build a burst, the last good site stays up, an error stands where its page would have been."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import queue
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from pathlib import Path

import pytest

from binnenstad_site.core.outputs import CannotWrite, Output
from binnenstad_site.serve.mistakes import ALL, error_page, with_banner
from binnenstad_site.serve.server import Deferred, Preview, Response, ServeResult, serve
from binnenstad_site.serve.watcher import is_ignored, watch
from binnenstad_site.write.locking import Busy

ROOT = Path(__file__).parents[2]
HANG = 60
"""Seconds after which something that should have happened at once is said not to happen."""
TEMPORARY = [
    "4913",
    "delft.md~",
    ".delft.md.swp",
    ".#delft.md",
    "#delft.md#",
    "~$delft.md",
    "delft.md.swp",
    "delft.swx",
    "delft.md.tmp",
    "delft.md.part",
    ".DS_Store",
    "Thumbs.db",
    "delft.md.BAK",
    "delft.md___jb_tmp___",
    "__pycache__",
]
REST = 0.3
"""Seconds in which a build that should not be would begin."""


def page(text: str) -> bytes:
    return f"<!doctype html><html><head><title>{text}</title></head><body></body></html>".encode()


def site(text: str) -> list[Output]:
    return [Output("index.html", page(text)), Output("a/index.html", page(text)), Output("404.html", page("weg"))]


class TestWatcher:
    """The watcher alone, on real files."""

    @pytest.fixture
    def content(self, tmp_path: Path) -> Path:
        (tmp_path / "content" / "praktijken").mkdir(parents=True)
        (tmp_path / "content" / "delft.md").write_bytes(b"1")
        return tmp_path / "content"

    def check(
        self, content: Path, *steps: tuple[Callable[[], object], int], during: Callable[[], object] = int
    ) -> None:
        """After each step there have been so many builds; `during` is called in every build."""
        builds = 0

        def build() -> None:
            nonlocal builds
            builds += 1
            during()

        async def run() -> None:
            watching = asyncio.create_task(watch([content], build))
            await asyncio.sleep(0)
            for step, expected in steps:
                step()
                async with asyncio.timeout(HANG):
                    while builds < expected:
                        await asyncio.sleep(0.01)
                await asyncio.sleep(REST)
                assert builds == expected
            watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watching

        asyncio.run(run())

    def test_nothing_changed(self, content: Path) -> None:
        self.check(content, (int, 0))

    def test_each_save_is_one_build(self, content: Path) -> None:
        save = (content / "delft.md").write_bytes
        self.check(content, (partial(save, b"22"), 1), (partial(save, b"333"), 2))

    @pytest.mark.parametrize("change", ["new", "gone", "renamed", "same size", "folder"])
    def test_every_kind_of_change_counts(self, content: Path, change: str) -> None:
        file = content / "delft.md"

        def act() -> None:
            match change:
                case "new":
                    (content / "praktijken" / "nieuw.md").write_bytes(b"")
                case "gone":
                    file.unlink()
                case "renamed":  # as editors save: a new file beside it, then its name
                    (content / "delft.tmp").write_bytes(b"1")
                    (content / "delft.tmp").rename(file)
                case "same size":
                    file.write_bytes(b"2")
                case _:
                    (content / "praktijken").rename(content / "trends")
                    (content / "trends" / "x.md").write_bytes(b"")

        self.check(content, (act, 1))

    def test_temporary_files_cause_no_build(self, content: Path) -> None:
        def act() -> None:
            for name in TEMPORARY:
                (content / name).write_bytes(b"")
                (content / "praktijken" / name).mkdir()
                (content / "praktijken" / name / "delft.md").write_bytes(b"")

        self.check(content, (act, 0))

    def test_files_of_the_site_are_not_temporary(self, tmp_path: Path) -> None:
        """Also when the project itself lies in a folder with such a name."""
        folder = tmp_path / ".bak"
        names = ["delft.md", "site.yaml", "omleidingen.yaml", "plein.jpg", "a.html", "stijl.css", "tmp.md", "4913.md"]
        assert [name for name in names if is_ignored(str(folder / name), [folder])] == []

    def test_many_files_are_one_burst(self, content: Path) -> None:
        def act() -> None:
            for number in range(200):
                (content / f"{number}.md").write_bytes(b"")

        self.check(content, (act, 1))

    def test_save_during_a_build_causes_exactly_one_more(self, content: Path) -> None:
        texts = [b"333"]

        def save() -> None:
            if texts:
                (content / "delft.md").write_bytes(texts.pop())

        self.check(content, (partial((content / "delft.md").write_bytes, b"22"), 2), during=save)

    def test_folder_that_goes_and_comes_back(self, content: Path) -> None:
        away = content.with_name("weg")
        file = content / "a.md"
        self.check(content, (partial(content.rename, away), 1), (content.mkdir, 2), (file.touch, 3), (file.unlink, 4))


class TestPreview:
    """What a browser gets, without a server."""

    @pytest.fixture
    def said(self) -> list[str]:
        return []

    def preview(self, folder: Path, said: list[str], *results: ServeResult | BaseException, base: str = "") -> Preview:
        """A preview that has built once, and has the other results to come."""
        coming = iter(results)

        def build() -> ServeResult:
            result = next(coming)
            if isinstance(result, BaseException):
                raise result
            return result

        preview = Preview(build, folder / "serve", said.append, base)
        preview.rebuild()
        return preview

    def test_good_site(self, tmp_path: Path, said: list[str]) -> None:
        preview = self.preview(tmp_path, said, ServeResult(site("goed"), "1 pagina", {}))
        html = "text/html; charset=utf-8"
        assert preview.respond("/") == preview.respond("/a/") == Response(HTTPStatus.OK, html, page("goed"))
        assert preview.respond("/a") == Response(HTTPStatus.FOUND, html, b"", "/a/")
        assert preview.respond("/nix/") == Response(HTTPStatus.NOT_FOUND, html, page("weg"))
        assert preview.respond("/../x").status == HTTPStatus.NOT_FOUND
        assert said == ["1 pagina"]

    def test_site_without_page_for_what_is_not_there(self, tmp_path: Path, said: list[str]) -> None:
        preview = self.preview(tmp_path, said, ServeResult(site("goed")[:1], "", {}))
        assert preview.respond("/nix").content == b"Niet gevonden.\n"
        assert said == []

    @pytest.mark.parametrize("path", ["/" + "a" * 5000, f"/{'a' * 5000}/", "/a%00", "/%2e%2e/x", "/a%5cb"])
    def test_an_address_that_no_file_can_have(self, tmp_path: Path, said: list[str], path: str) -> None:
        """Also while there are errors, when it might be a page that is new."""
        failed = ServeResult(None, "2 fouten", {}, addresses=frozenset({"/"}))
        preview = self.preview(tmp_path, said, ServeResult(site("goed"), "", {}), failed)
        assert preview.respond(path).status == HTTPStatus.NOT_FOUND
        preview.rebuild()
        assert preview.respond(path).status == HTTPStatus.NOT_FOUND

    def test_error_stands_at_its_page_and_elsewhere_the_last_good_site(self, tmp_path: Path, said: list[str]) -> None:
        failed = ServeResult(None, "2 fouten", {"/a/": "regel 3: <b> & fout", "/nieuw/": "regel 1"})
        preview = self.preview(
            tmp_path, said, ServeResult(site("goed"), "", {}), failed, ServeResult(site("hersteld"), "", {})
        )
        preview.rebuild()
        assert preview.respond("/").content == with_banner(page("goed"), ALL)
        for path in ("/a/", "/a"):
            response = preview.respond(path)
            assert response.status == HTTPStatus.INTERNAL_SERVER_ERROR
            assert b"<pre>regel 3: &lt;b&gt; &amp; fout</pre>" in response.content
        assert b"<pre>regel 1</pre>" in preview.respond("/nieuw/").content
        preview.rebuild()
        assert preview.respond("/a/").content == page("hersteld")
        assert preview.respond("/nieuw/").status == HTTPStatus.NOT_FOUND
        assert said == ["2 fouten"]

    def test_every_page_says_that_there_are_errors_and_leads_to_them(self, tmp_path: Path, said: list[str]) -> None:
        """Also the page for what does not exist; what is no page stays as it is, and afterwards so does every page."""
        outputs = [*site("goed"), Output("stijl.css", b"<body>")]
        failed = ServeResult(None, "2 fouten", {"/a/": "regel 3"}, addresses=frozenset({"/", "/a/", "/hernoemd/"}))
        preview = self.preview(
            tmp_path, said, ServeResult(outputs, "", {}), failed, ServeResult(outputs, "", {}), base="/pad"
        )
        assert preview.respond("/pad" + ALL).location == "/pad/"
        preview.rebuild()
        link = b'<body><aside aria-label="Fouten in de inhoud"', b'<a href="/pad/_fouten/" '
        for path, title, status in (("/pad/", b"goed", HTTPStatus.OK), ("/pad/nix/", b"weg", HTTPStatus.NOT_FOUND)):
            response = preview.respond(path)
            assert response.status == status
            assert title in response.content
            assert all(part in response.content for part in link)
        assert preview.respond("/pad/stijl.css").content == b"<body>"
        for path in ("/pad" + ALL, "/pad/hernoemd/", "/pad/hernoemd"):
            response = preview.respond(path)
            assert response.status == HTTPStatus.INTERNAL_SERVER_ERROR
            assert b"<pre>2 fouten</pre>" in response.content
        assert b'<a href="/pad/_fouten/">Alle fouten</a>' in preview.respond("/pad/a/").content
        preview.rebuild()
        assert preview.respond("/pad/").content == page("goed")
        assert preview.respond("/pad" + ALL).location == "/pad/"
        assert preview.respond("/pad/hernoemd/").status == HTTPStatus.NOT_FOUND

    def test_nothing_was_ever_built(self, tmp_path: Path, said: list[str]) -> None:
        """Every address shows the whole report, its own page only its own."""
        preview = self.preview(tmp_path, said, ServeResult(None, "alles fout", {"/a/": "alleen a"}))
        assert b"<pre>alles fout</pre>" in preview.respond("/").content
        assert b"<pre>alles fout</pre>" in preview.respond("/stijl.css").content
        assert b"<pre>alleen a</pre>" in preview.respond("/a/").content

    @pytest.mark.parametrize("error", [ValueError("x"), SystemExit(3), AssertionError(), RecursionError()])
    def test_crash_of_the_builder_is_told_and_the_site_stays(
        self, tmp_path: Path, said: list[str], error: BaseException
    ) -> None:
        preview = self.preview(tmp_path, said, ServeResult(site("goed"), "", {}), error)
        preview.rebuild()
        assert preview.respond("/").content == with_banner(page("goed"), ALL)
        assert said[0].startswith(f"Dit is een fout in de sitebouwer, niet in uw tekst: {type(error).__name__}")
        assert "test_server.py, regel " in said[0]
        assert "Traceback" not in said[0]

    def test_crash_that_leaves_no_trace(self, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("traceback.extract_tb", lambda _: [])
        self.preview(tmp_path, said, ValueError("x"))
        assert "ValueError: x. De vorige versie" in said[0]

    def test_what_is_for_later_is_made_when_asked_for(self, tmp_path: Path, said: list[str]) -> None:
        """Once, and gone when the next build has it no more; what is in other folders goes without."""
        made_folders = []

        def make() -> list[Output]:
            made_folders.append("zoek")
            return [Output("zoek/1/kern.json", b"{}")]

        good = ServeResult(site("goed"), "", {}, Deferred("zoek/1", make))
        preview = self.preview(tmp_path, said, good, ServeResult(site("nieuw"), "", {}), base="/pad")
        assert preview.respond("/pad/zoek/10/kern.json").status == HTTPStatus.NOT_FOUND
        assert preview.respond("/zoek/1/kern.json").status == HTTPStatus.NOT_FOUND
        assert preview.respond("/pad/").content == page("goed")
        assert made_folders == []
        assert preview.respond("/pad/zoek/1/kern.json").content == b"{}"
        assert preview.respond("/pad/zoek/1/nix.json").status == HTTPStatus.NOT_FOUND
        assert preview.respond("/pad/").content == page("goed")
        assert made_folders == ["zoek"]
        preview.rebuild()
        assert preview.respond("/pad/zoek/1/kern.json").status == HTTPStatus.NOT_FOUND
        assert preview.respond("/pad/").content == page("nieuw")

    def test_what_is_for_later_and_goes_wrong_is_told_where_it_was_asked(self, tmp_path: Path, said: list[str]) -> None:
        """The site stays, and asking again tries again."""

        def make() -> list[Output]:
            raise ValueError("x")

        preview = self.preview(tmp_path, said, ServeResult(site("goed"), "", {}, Deferred("zoek/1", make)))
        for _ in range(2):
            response = preview.respond("/zoek/1/kern.json")
            assert response.status == HTTPStatus.INTERNAL_SERVER_ERROR
            assert b"ValueError: x" in response.content
        assert ["ValueError: x" in report for report in said] == [True, True]
        assert preview.respond("/").content == page("goed")

    def test_full_disk_is_told_and_the_site_stays(self, tmp_path: Path, said: list[str]) -> None:
        full = CannotWrite(Path("serve/a"), "de schijf is vol", 3)
        preview = self.preview(tmp_path, said, ServeResult(site("goed"), "", {}), full)
        preview.rebuild()
        assert said == [str(full)]
        assert preview.respond("/").content == with_banner(page("goed"), ALL)
        assert f"<pre>{full}</pre>".encode() in preview.respond(ALL).content

    def test_ctrl_c_during_a_build_ends_it(self, tmp_path: Path, said: list[str]) -> None:
        with pytest.raises(KeyboardInterrupt):
            self.preview(tmp_path, said, KeyboardInterrupt())

    def test_base_path(self, tmp_path: Path, said: list[str]) -> None:
        good, bad = ServeResult(site("goed"), "", {}), ServeResult(None, "", {"/a/": "fout"})
        preview = self.preview(tmp_path, said, good, bad, base="/pad")
        assert preview.respond("/").location == preview.respond("/pad").location == "/pad/"
        assert preview.respond("/pad/a").location == "/pad/a/"
        assert preview.respond("/pad/a/").content == page("goed")
        assert preview.respond("/a/").status == preview.respond("/padden/a/").status == HTTPStatus.NOT_FOUND
        preview.rebuild()
        assert preview.respond("/pad/a/").status == HTTPStatus.INTERNAL_SERVER_ERROR

    def test_error_page_is_a_whole_page_and_shows_the_report_literally(self) -> None:
        text = error_page('a.md:1:1: fout\n  | </pre></head><script>alert(1)</script> "é" \'')
        assert text.startswith('<!doctype html>\n<html lang="nl">')
        assert text.count("</head>") == 1
        assert "<script" not in text
        assert "&lt;/pre&gt;" in text


@dataclass
class Live:
    """A real server in a thread, over a builder that puts the text of one file in every page."""

    root: Path
    said: queue.Queue[str] = field(default_factory=queue.Queue)
    builds: int = 0
    port: int = 0

    def build(self) -> ServeResult:
        self.builds += 1
        text = (self.root / "content" / "a.md").read_text(encoding="utf-8")
        if text == "stop":
            raise KeyboardInterrupt
        if text == "fout":
            return ServeResult(None, "fout", {"/a/": "fout op deze pagina"})
        if text == "exit":
            sys.exit(1)
        return ServeResult(site(text), f"gemaakt: {text}", {})

    def save(self, text: str) -> None:
        """As editors do: a file beside it takes the name, so that no build reads half a text."""
        beside = self.root / "content" / ".a.md"
        beside.write_text(text, encoding="utf-8")
        beside.replace(beside.with_name("a.md"))

    def hear(self, expected: str) -> None:
        """Wait until this was said; what was said before it is passed over."""
        while expected not in self.said.get(timeout=HANG):
            pass

    def get(self, path: str, host: str = "127.0.0.1") -> tuple[int, bytes, dict[str, str]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=HANG)
        connection.request("GET", path, headers={"Host": host})
        response = connection.getresponse()
        with contextlib.closing(connection):
            return response.status, response.read(), dict(response.getheaders())


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    (tmp_path / "content").mkdir()
    server = Live(tmp_path)
    server.save("een")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    ended: list[BaseException] = []

    def run() -> None:
        try:
            serve(
                server.build, watched=[tmp_path / "content"], scratch=tmp_path / ".bouw", say=server.said.put, port=port
            )
        except BaseException as error:  # noqa: BLE001 - looked at below
            ended.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        server.hear("gemaakt: een")
        line = server.said.get(timeout=HANG)
        assert line.startswith("De site staat op http://127.0.0.1:")
        server.port = int(line.split(":")[2].split("/")[0])
        yield server
    finally:
        server.save("stop")
        thread.join(HANG)
    assert not thread.is_alive()
    assert [type(error) for error in ended] == [KeyboardInterrupt]


class TestServer:
    def test_page_gets_the_script_that_reloads_it(self, live: Live) -> None:
        status, body, headers = live.get("/a/")
        assert status == 200
        assert b"livereload.js?port=" in body
        assert body.replace(body[body.index(b"<script") : body.index(b"</script>") + 9], b"") == page("een")
        assert headers["Cache-Control"] == "no-store"
        assert "Content-Security-Policy" not in headers
        assert live.get("/a")[2]["Location"] == "/a/"
        assert live.get("/nix")[0] == 404
        assert b"protocols/official-7" in live.get("/livereload.js")[1]

    def test_head(self, live: Live) -> None:
        request = urllib.request.Request(f"http://127.0.0.1:{live.port}/a/", method="HEAD")
        with urllib.request.urlopen(request, timeout=HANG) as response:
            assert (response.status, response.read()) == (200, b"")

    def test_error_then_exit_then_recovery(self, live: Live) -> None:
        live.save("fout")
        live.hear("fout")
        status, body, _ = live.get("/a/")
        assert status == 500
        assert b"<pre>fout op deze pagina</pre>" in body
        assert b"livereload.js" in body
        assert b"een" in live.get("/")[1]
        live.save("exit")
        live.hear("SystemExit")
        assert b"een" in live.get("/a/")[1]
        live.save("twee")
        live.hear("gemaakt: twee")
        assert b"twee" in live.get("/a/")[1]

    def test_storm_of_200_files_is_at_most_two_builds_and_temporary_files_none(self, live: Live) -> None:
        for name in TEMPORARY:
            (live.root / "content" / name).write_bytes(b"")
        for number in range(200):
            (live.root / "content" / f"{number}.md").write_bytes(b"")
        live.hear("gemaakt")
        before = live.builds
        assert before in {2, 3}
        live.save("twee")
        live.hear("gemaakt: twee")
        assert live.builds <= 4

    def test_temporary_files_cause_no_build(self, live: Live) -> None:
        """The next real save is the first build after them, whenever that was."""
        for name in TEMPORARY:
            (live.root / "content" / name).write_bytes(b"")
        live.save("twee")
        live.hear("gemaakt: twee")
        assert live.builds == 2

    @pytest.mark.parametrize("path", ["/", "/a/", "/livereload.js", "/livereload"])
    @pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80"])
    def test_name_that_is_not_ours_is_refused(self, live: Live, path: str, host: str) -> None:
        status, body, _ = live.get(path, host)
        assert (status, body) == (403, b"Deze server is er alleen voor deze computer.\n")

    def test_browser_is_told_to_reload_after_the_build(self, live: Live) -> None:
        """Twice in a row: the second is not dropped. Afterwards the new page is there."""
        from tornado.httpclient import HTTPClientError, HTTPRequest  # noqa: PLC0415 - with livereload, only here
        from tornado.websocket import websocket_connect  # noqa: PLC0415

        address = f"ws://127.0.0.1:{live.port}/livereload"

        async def listen() -> None:
            origin = {"Origin": f"http://127.0.0.1:{live.port}"}
            socket = await websocket_connect(HTTPRequest(address, headers=origin))
            await socket.write_message(json.dumps({"command": "hello"}))
            assert "official-7" in str(await socket.read_message())
            await socket.write_message(json.dumps({"command": "info", "url": "/a/"}))
            for text in ("twee", "drie"):
                # The page is asked for so that the message above has arrived before the file is saved.
                await asyncio.to_thread(live.get, "/a/")
                live.save(text)
                message = json.loads(str(await asyncio.wait_for(socket.read_message(), HANG)))
                assert (message["command"], message["path"]) == ("reload", "*")
                assert text.encode() in (await asyncio.to_thread(live.get, "/a/"))[1]
            socket.close()
            with pytest.raises(HTTPClientError, match="403"):
                await websocket_connect(HTTPRequest(address, headers={"Origin": "http://evil.example"}))

        asyncio.run(listen())

    def test_it_ends_while_a_browser_waits_for_a_reload(self, live: Live, request: pytest.FixtureRequest) -> None:
        """The browser's connection is closed in order, before the end of the fixture says the server has ended."""
        connection = socket.create_connection(("127.0.0.1", live.port), HANG)
        request.addfinalizer(connection.close)
        connection.sendall(
            b"GET /livereload HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n"
        )
        assert connection.recv(12) == b"HTTP/1.1 101"
        live.save("stop")
        while connection.recv(1000):
            pass

    def test_second_server_on_the_same_folder_hears_who_is_first(self, live: Live) -> None:
        with pytest.raises(Busy):
            serve(live.build, watched=[], scratch=live.root / ".bouw", say=live.said.put, port=0)


PROGRAM = """
import sys
from pathlib import Path
from binnenstad_site.core.outputs import Output
from binnenstad_site.serve.mistakes import ALL, error_page, with_banner
from binnenstad_site.serve.server import ServeResult, serve
def build():
    return ServeResult([Output("index.html", b"<html><head></head>")], "gemaakt", {})
def say(text):
    print(text, flush=True)
try:
    serve(build, watched=[], scratch=Path(sys.argv[1]), say=say, port=int(sys.argv[2]))
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_ctrl_c_ends_the_server_without_a_word(tmp_path: Path) -> None:
    """Also with a browser on the line, and on another port than the one that is taken."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-X", "dev", "-W", "error", "-c", PROGRAM, str(tmp_path), str(port)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
            assert program.stdout is not None
            lines = [program.stdout.readline()]
            while "De site staat op" not in lines[-1]:
                lines.append(program.stdout.readline())
            assert f"Poort {port} is bezet" in lines[0]
            reached = int(lines[-1].split(":")[2].split("/")[0])
            assert reached > port
            connection = http.client.HTTPConnection("127.0.0.1", reached, timeout=HANG)
            connection.request("GET", "/")
            assert connection.getresponse().read()
            program.send_signal(signal.SIGINT)
            try:
                _, errors = program.communicate(timeout=HANG)
            finally:
                program.kill()
                connection.close()
    assert (program.returncode, errors) == (130, "")
