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
from http import HTTPStatus
from pathlib import Path

import pytest

from binnenstad_site.core.outputs import CannotWrite, Output
from binnenstad_site.serve.server import Answer, Later, Preview, ServeResult, error_page, serve
from binnenstad_site.serve.watcher import CALM, LONGEST_BURST, QUIET, SHORTEST_PAUSE, SOON, Watcher, is_ignored, look
from binnenstad_site.write.locking import Busy

ROOT = Path(__file__).parents[2]
HANG = 60
"""Seconds after which something that should have happened at once is said not to happen."""
PASSING = [
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
]


def page(text: str) -> bytes:
    return f"<!doctype html><html><head><title>{text}</title></head></html>".encode()


def site(text: str) -> list[Output]:
    return [Output("index.html", page(text)), Output("a/index.html", page(text)), Output("404.html", page("weg"))]


class TestWatcher:
    """The watcher alone, with a clock of our own: no second is waited."""

    @pytest.fixture
    def content(self, tmp_path: Path) -> Path:
        (tmp_path / "content" / "praktijken").mkdir(parents=True)
        (tmp_path / "content" / "delft.md").write_bytes(b"1")
        return tmp_path / "content"

    class Clock:
        def __init__(self) -> None:
            self.now = 0.0
            self.step = 0.0

        def __call__(self) -> float:
            self.now += self.step
            return self.now

    def watcher(self, content: Path, during: Callable[[], object] = lambda: None) -> tuple[Watcher, Clock, list[float]]:
        clock = self.Clock()
        builds: list[float] = []

        def build() -> None:
            builds.append(clock.now)
            during()

        return Watcher([content], build, clock), clock, builds

    def settle(self, watcher: Watcher, clock: Clock) -> None:
        """Look as often as it takes for a burst to be over."""
        for _ in range(20):
            watcher.examine()
            clock.now += watcher.pause

    def test_nothing_changed(self, content: Path) -> None:
        watcher, clock, builds = self.watcher(content)
        self.settle(watcher, clock)
        assert watcher.examine() == (None, None)
        assert builds == []

    def test_one_save_is_one_build_soon(self, content: Path) -> None:
        watcher, clock, builds = self.watcher(content)
        (content / "delft.md").write_bytes(b"22")
        assert watcher.examine() == (None, None)
        assert watcher.pause == pytest.approx(QUIET)
        clock.now += watcher.pause
        assert watcher.examine() == ("*", None)
        self.settle(watcher, clock)
        assert len(builds) == 1

    @pytest.mark.parametrize("change", ["new", "gone", "renamed", "same size", "folder"])
    def test_every_kind_of_change_counts(self, content: Path, change: str) -> None:
        watcher, clock, builds = self.watcher(content)
        file = content / "delft.md"
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
        self.settle(watcher, clock)
        assert len(builds) == 1

    @pytest.mark.parametrize("name", PASSING)
    def test_files_of_an_editor_cause_no_build(self, content: Path, name: str) -> None:
        watcher, clock, builds = self.watcher(content)
        (content / name).write_bytes(b"")
        (content / "praktijken" / name).mkdir()
        (content / "praktijken" / name / "delft.md").write_bytes(b"")
        self.settle(watcher, clock)
        assert builds == []

    def test_files_of_the_site_are_not_taken_for_an_editors(self) -> None:
        names = ["delft.md", "site.yaml", "omleidingen.yaml", "plein.jpg", "a.html", "stijl.css", "tmp.md", "4913.md"]
        assert [name for name in names if is_ignored(name)] == []

    def test_storm_is_gathered(self, content: Path) -> None:
        """Files that keep coming while we look are one burst."""
        watcher, clock, builds = self.watcher(content)
        for number in range(200):
            (content / f"{number}.md").write_bytes(b"")
            if number % 20 == 0:
                watcher.examine()
                clock.now += 0.001
        assert builds == []
        self.settle(watcher, clock)
        assert len(builds) == 1

    def test_storm_with_gaps_is_built_once_more_after_it(self, content: Path) -> None:
        watcher, clock, builds = self.watcher(content)
        for number in range(100):
            (content / f"{number}.md").write_bytes(b"")
            watcher.examine()
            clock.now += QUIET * 1.5
            watcher.examine()
        self.settle(watcher, clock)
        assert len(builds) == 2

    def test_burst_without_end_is_built_all_the_same(self, content: Path) -> None:
        watcher, clock, builds = self.watcher(content)
        began = clock.now
        number = 0
        while not builds:
            number += 1
            (content / "log.md").write_bytes(b"x" * number)
            watcher.examine()
            clock.now += QUIET / 2
        assert builds[0] - began == pytest.approx(LONGEST_BURST, abs=QUIET)

    def test_save_during_a_build_causes_exactly_one_more(self, content: Path) -> None:
        texts = [b"333", b"4444"]

        def save() -> None:
            if texts:
                (content / "delft.md").write_bytes(texts.pop())

        watcher, clock, builds = self.watcher(content, save)
        (content / "delft.md").write_bytes(b"22")
        self.settle(watcher, clock)
        assert len(builds) == 3
        assert builds[1] - builds[0] >= CALM

    def test_next_save_much_later_is_quick_again(self, content: Path) -> None:
        watcher, clock, _ = self.watcher(content)
        (content / "delft.md").write_bytes(b"22")
        self.settle(watcher, clock)
        clock.now += SOON
        (content / "delft.md").write_bytes(b"333")
        watcher.examine()
        assert watcher.pause == pytest.approx(QUIET)

    def test_change_that_is_taken_back_causes_no_build(self, content: Path) -> None:
        watcher, clock, builds = self.watcher(content)
        (content / "nieuw.md").write_bytes(b"")
        watcher.examine()
        (content / "nieuw.md").unlink()
        self.settle(watcher, clock)
        assert builds == []

    def test_slow_looking_is_done_less_often(self, content: Path) -> None:
        watcher, clock, _ = self.watcher(content)
        watcher.examine()
        assert watcher.pause == SHORTEST_PAUSE
        clock.step = 0.04
        watcher.examine()
        assert watcher.pause == pytest.approx(5 * 0.04)

    def test_what_is_looked_at(self, content: Path, tmp_path: Path) -> None:
        """Files by themselves may be named; a link is looked at, not followed; what is not there is nothing."""
        (content / "link").symlink_to(tmp_path)
        (content / "praktijken" / "x.md").write_bytes(b"")
        found = look([content, content / "delft.md", tmp_path / "nowhere"])
        assert {Path(path).name for path in found} == {"delft.md", "link", "x.md"}


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
        assert preview.answer("/") == preview.answer("/a/") == Answer(HTTPStatus.OK, html, page("goed"))
        assert preview.answer("/a") == Answer(HTTPStatus.FOUND, html, b"", "/a/")
        assert preview.answer("/nix/") == Answer(HTTPStatus.NOT_FOUND, html, page("weg"))
        assert preview.answer("/../x").status == HTTPStatus.NOT_FOUND
        assert said == ["1 pagina"]

    def test_site_without_page_for_what_is_not_there(self, tmp_path: Path, said: list[str]) -> None:
        preview = self.preview(tmp_path, said, ServeResult(site("goed")[:1], "", {}))
        assert preview.answer("/nix").content == b"Niet gevonden.\n"
        assert said == []

    def test_error_stands_at_its_page_and_elsewhere_the_last_good_site(self, tmp_path: Path, said: list[str]) -> None:
        failed = ServeResult(None, "2 fouten", {"/a/": "regel 3: <b> & fout", "/nieuw/": "regel 1"})
        preview = self.preview(
            tmp_path, said, ServeResult(site("goed"), "", {}), failed, ServeResult(site("hersteld"), "", {})
        )
        preview.rebuild()
        assert preview.answer("/").content == page("goed")
        for path in ("/a/", "/a"):
            answer = preview.answer(path)
            assert answer.status == HTTPStatus.INTERNAL_SERVER_ERROR
            assert b"<pre>regel 3: &lt;b&gt; &amp; fout</pre>" in answer.content
        assert b"<pre>regel 1</pre>" in preview.answer("/nieuw/").content
        preview.rebuild()
        assert preview.answer("/a/").content == page("hersteld")
        assert preview.answer("/nieuw/").status == HTTPStatus.NOT_FOUND
        assert said == ["2 fouten"]

    def test_nothing_was_ever_built(self, tmp_path: Path, said: list[str]) -> None:
        """Every address shows the whole report, its own page only its own."""
        preview = self.preview(tmp_path, said, ServeResult(None, "alles fout", {"/a/": "alleen a"}))
        assert b"<pre>alles fout</pre>" in preview.answer("/").content
        assert b"<pre>alles fout</pre>" in preview.answer("/stijl.css").content
        assert b"<pre>alleen a</pre>" in preview.answer("/a/").content

    @pytest.mark.parametrize("error", [ValueError("x"), SystemExit(3), AssertionError(), RecursionError()])
    def test_crash_of_the_builder_is_told_and_the_site_stays(
        self, tmp_path: Path, said: list[str], error: BaseException
    ) -> None:
        preview = self.preview(tmp_path, said, ServeResult(site("goed"), "", {}), error)
        preview.rebuild()
        assert preview.answer("/").content == page("goed")
        assert said[0].startswith(f"Dit is een fout in de sitebouwer, niet in uw tekst: {type(error).__name__}")
        assert "test_server.py, regel " in said[0]
        assert "Traceback" not in said[0]

    def test_crash_that_leaves_no_trace(self, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("traceback.extract_tb", lambda _: [])
        self.preview(tmp_path, said, ValueError("x"))
        assert "ValueError: x. De vorige versie" in said[0]

    def test_what_is_for_later_is_made_when_asked_for(self, tmp_path: Path, said: list[str]) -> None:
        """Once, and gone when the next build has it no more; what is in other folders goes without."""
        asked = []

        def make() -> list[Output]:
            asked.append("zoek")
            return [Output("zoek/1/kern.json", b"{}")]

        good = ServeResult(site("goed"), "", {}, Later("zoek/1", make))
        preview = self.preview(tmp_path, said, good, ServeResult(site("nieuw"), "", {}), base="/pad")
        assert preview.answer("/pad/zoek/10/kern.json").status == HTTPStatus.NOT_FOUND
        assert preview.answer("/zoek/1/kern.json").status == HTTPStatus.NOT_FOUND
        assert preview.answer("/pad/").content == page("goed")
        assert asked == []
        assert preview.answer("/pad/zoek/1/kern.json").content == b"{}"
        assert preview.answer("/pad/zoek/1/nix.json").status == HTTPStatus.NOT_FOUND
        assert preview.answer("/pad/").content == page("goed")
        assert asked == ["zoek"]
        preview.rebuild()
        assert preview.answer("/pad/zoek/1/kern.json").status == HTTPStatus.NOT_FOUND
        assert preview.answer("/pad/").content == page("nieuw")

    def test_what_is_for_later_and_goes_wrong_is_told_where_it_was_asked(self, tmp_path: Path, said: list[str]) -> None:
        """The site stays, and asking again tries again."""

        def make() -> list[Output]:
            raise ValueError("x")

        preview = self.preview(tmp_path, said, ServeResult(site("goed"), "", {}, Later("zoek/1", make)))
        for _ in range(2):
            answer = preview.answer("/zoek/1/kern.json")
            assert answer.status == HTTPStatus.INTERNAL_SERVER_ERROR
            assert b"ValueError: x" in answer.content
        assert ["ValueError: x" in report for report in said] == [True, True]
        assert preview.answer("/").content == page("goed")

    def test_full_disk_is_told_and_the_site_stays(self, tmp_path: Path, said: list[str]) -> None:
        full = CannotWrite(Path("serve/a"), "de schijf is vol", 3)
        preview = self.preview(tmp_path, said, ServeResult(site("goed"), "", {}), full)
        preview.rebuild()
        assert said == [str(full)]
        assert preview.answer("/").content == page("goed")

    def test_ctrl_c_during_a_build_ends_it(self, tmp_path: Path, said: list[str]) -> None:
        with pytest.raises(KeyboardInterrupt):
            self.preview(tmp_path, said, KeyboardInterrupt())

    def test_base_path(self, tmp_path: Path, said: list[str]) -> None:
        good, bad = ServeResult(site("goed"), "", {}), ServeResult(None, "", {"/a/": "fout"})
        preview = self.preview(tmp_path, said, good, bad, base="/pad")
        assert preview.answer("/").location == preview.answer("/pad").location == "/pad/"
        assert preview.answer("/pad/a").location == "/pad/a/"
        assert preview.answer("/pad/a/").content == page("goed")
        assert preview.answer("/a/").status == preview.answer("/padden/a/").status == HTTPStatus.NOT_FOUND
        preview.rebuild()
        assert preview.answer("/pad/a/").status == HTTPStatus.INTERNAL_SERVER_ERROR

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
                server.build, watch=[tmp_path / "content"], scratch=tmp_path / ".bouw", say=server.said.put, port=port
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

    def test_storm_of_200_files_is_at_most_two_builds_and_passing_files_none(self, live: Live) -> None:
        for name in PASSING:
            (live.root / "content" / name).write_bytes(b"")
        for number in range(200):
            (live.root / "content" / f"{number}.md").write_bytes(b"")
        live.hear("gemaakt")
        before = live.builds
        assert before in {2, 3}
        live.save("twee")
        live.hear("gemaakt: twee")
        assert live.builds <= 4

    def test_passing_files_cause_no_build(self, live: Live) -> None:
        """The next real save is the first build after them, whenever that was."""
        for name in PASSING:
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
            serve(live.build, watch=[], scratch=live.root / ".bouw", say=live.said.put, port=0)


PROGRAM = """
import sys
from pathlib import Path
from binnenstad_site.core.outputs import Output
from binnenstad_site.serve.server import ServeResult, serve
def build():
    return ServeResult([Output("index.html", b"<html><head></head>")], "gemaakt", {})
def say(text):
    print(text, flush=True)
try:
    serve(build, watch=[], scratch=Path(sys.argv[1]), say=say, port=int(sys.argv[2]))
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
            _, errors = program.communicate(timeout=HANG)
            connection.close()
    assert (program.returncode, errors) == (130, "")
