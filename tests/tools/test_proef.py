"""`make proef` answers as the web host will, to this machine only."""

from __future__ import annotations

import gzip
import http.client
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from binnenstad_site.core.outputs import Output
from binnenstad_site.exports.host_rules import TABLE, headers_file, redirects_file
from binnenstad_site.serve.localhost import NoPort, content_type, find_file, is_local, listen
from binnenstad_site.write.publish import publish
from tools import proef
from tools.proef import serving

ROOT = Path(__file__).parents[2]
REDIRECTS = {"/oud/": "/trends/", "/kansen/x/": "/trends/#kans"}


def outputs(base: str = "") -> list[Output]:
    return [
        headers_file(base),
        redirects_file(REDIRECTS, base),
        Output("index.html", b"<title>start</title>"),
        Output("trends/index.html", b"<title>trends</title>"),
        Output("oud/index.html", b"moved"),
        Output("404.html", "<title>bestaat niet: één</title>".encode()),
        Output("assets/stijl.1a.css", b"a {}"),
        Output("assets/kaart.1a.svg", b"<svg/>"),
        Output("assets/kop.1a.woff2", b"letters"),
        Output("leeg/ander.txt", b""),
    ]


class Reply:
    """One answer, with nothing followed."""

    def __init__(self, site: str, path: str, method: str = "GET", host: str | None = None, accept: str = "") -> None:
        address = urlsplit(site)
        connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=30)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host or address.netloc)
        connection.putheader("Connection", "close")
        if accept:
            connection.putheader("Accept-Encoding", accept)
        connection.endheaders()
        response = connection.getresponse()
        self.status = response.status
        self.headers = dict(response.getheaders())
        self.body = response.read()
        connection.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("proef") / "_site"
    publish(outputs(), target)
    return target


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with serving(folder) as address:
        yield address


class TestAnswers:
    @pytest.mark.parametrize(
        ("path", "kind", "body"),
        [
            ("/", "text/html; charset=utf-8", b"<title>start</title>"),
            ("/trends/", "text/html; charset=utf-8", b"<title>trends</title>"),
            ("/trends/?q=a", "text/html; charset=utf-8", b"<title>trends</title>"),
            ("/trends/index.html", "text/html; charset=utf-8", b"<title>trends</title>"),
            ("/assets/stijl.1a.css", "text/css; charset=utf-8", b"a {}"),
            ("/%61ssets/stijl.1a.css", "text/css; charset=utf-8", b"a {}"),
            ("/assets/kaart.1a.svg", "image/svg+xml; charset=utf-8", b"<svg/>"),
        ],
    )
    def test_file(self, site: str, path: str, kind: str, body: bytes) -> None:
        reply = Reply(site, path)
        assert (reply.status, reply.headers["Content-Type"], reply.body) == (200, kind, body)

    def test_text_goes_compressed_to_who_can_read_it(self, site: str) -> None:
        plain, packed = Reply(site, "/trends/"), Reply(site, "/trends/", accept="br, gzip")
        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Content-Encoding"] == "gzip"
        assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
        assert packed.headers["Content-Length"] == str(len(packed.body))
        assert gzip.decompress(packed.body) == plain.body

    def test_what_is_compressed_already_goes_as_it_is(self, site: str) -> None:
        reply = Reply(site, "/assets/kop.1a.woff2", accept="gzip")
        assert (reply.headers.get("Content-Encoding"), reply.body) == (None, b"letters")

    def test_head_is_get_without_body(self, site: str) -> None:
        get, head = Reply(site, "/trends/"), Reply(site, "/trends/", "HEAD")
        assert head.body == b""
        assert head.headers["Content-Length"] == str(len(get.body))
        assert head.headers.keys() == get.headers.keys()

    def test_other_methods_are_not_there(self, site: str) -> None:
        assert Reply(site, "/", "POST").status == 501

    @pytest.mark.parametrize(
        "path",
        [
            "/nix",
            "/nix/",
            "/leeg/",
            "/leeg",
            "/assets",
            "/_headers",
            "/_redirects",
            "/%5fheaders",
            "/%5Fredirects",
            f"/{'a' * 5000}",
            f"/{'a' * 5000}/",
            "/../_site/index.html",
            "/%2e%2e/_site/index.html",
            "/..%2f_site%2findex.html",
            "/trends//",
            "/trends//index.html",
            "/a%00",
            "/a%5cb",
            "*",
            "http://evil.example/",
        ],
    )
    def test_what_is_not_there_gets_the_page_for_that(self, site: str, path: str) -> None:
        """No folder is listed, nothing outside the site is found, and the rules themselves are not shown."""
        reply = Reply(site, path)
        assert (reply.status, reply.body.decode()) == (404, "<title>bestaat niet: één</title>")
        assert reply.headers["Content-Type"] == "text/html; charset=utf-8"

    def test_link_to_a_file_elsewhere_is_not_followed(self, tmp_path: Path) -> None:
        publish(outputs(), tmp_path / "_site")
        (tmp_path / "secret.txt").write_bytes(b"secret")
        (tmp_path / "_site" / "secret.txt").symlink_to(tmp_path / "secret.txt")
        with serving(tmp_path / "_site") as site:
            assert Reply(site, "/secret.txt").status == 404

    @pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", "a b"])
    def test_name_that_is_not_ours_is_refused(self, site: str, host: str) -> None:
        assert Reply(site, "/", host=host or " ").status == 403

    def test_localhost_is_ours(self, site: str) -> None:
        assert Reply(site, "/", host="localhost:1").status == 200


class TestRules:
    def test_headers_are_the_meant_ones(self, site: str) -> None:
        """All but the two that belong to https."""
        headers = Reply(site, "/trends/").headers
        meant = dict(TABLE["/*"])
        assert headers["Content-Security-Policy"] + "; upgrade-insecure-requests" == meant.pop(
            "Content-Security-Policy"
        )
        del meant["Strict-Transport-Security"]
        assert "Strict-Transport-Security" not in headers
        assert headers.items() >= meant.items()

    def test_also_where_nothing_is(self, site: str) -> None:
        assert "default-src 'none'" in Reply(site, "/nix").headers["Content-Security-Policy"]

    def test_caching(self, site: str) -> None:
        assert Reply(site, "/assets/stijl.1a.css").headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert Reply(site, "/").headers["Cache-Control"] == "public, max-age=0, must-revalidate"

    def test_drawing_may_run_nothing(self, site: str) -> None:
        assert Reply(site, "/assets/kaart.1a.svg").headers["Content-Security-Policy"].endswith("sandbox")

    @pytest.mark.parametrize(
        ("path", "location"),
        [
            ("/oud/", "/trends/"),
            ("/oud", "/trends/"),
            ("/kansen/x/", "/trends/#kans"),
            ("/trends", "/trends/"),
            ("/trends?q=a&b", "/trends/?q=a&b"),
        ],
    )
    def test_redirect(self, site: str, path: str, location: str) -> None:
        """A rule wins from the page that stands at the former address; a page is at its address with the slash."""
        reply = Reply(site, path)
        assert (reply.status, reply.headers["Location"], reply.body) == (301, location, b"")

    def test_rule_that_is_not_forced_leaves_the_page(self, tmp_path: Path) -> None:
        rules = Output("_redirects", b"/trends/ /elders/ 302\n/weg/ /elders/ 302\n")
        publish([rules, *(output for output in outputs() if output.path != "_redirects")], tmp_path / "_site")
        with serving(tmp_path / "_site") as site:
            assert Reply(site, "/trends/").status == 200
            assert Reply(site, "/weg/").status == 302

    def test_malformed_rules_are_told(self, tmp_path: Path) -> None:
        publish([Output("index.html", b""), Output("_headers", b"  X: 1")], tmp_path / "_site")
        with serving(tmp_path / "_site") as site:
            reply = Reply(site, "/")
        assert reply.status == 500
        assert reply.body.startswith(b"_headers:1:")

    def test_site_without_rules_or_page_for_what_is_not_there(self, tmp_path: Path) -> None:
        publish([Output("index.html", b"")], tmp_path / "_site")
        with serving(tmp_path / "_site") as site:
            assert Reply(site, "/").status == 200
            reply = Reply(site, "/nix")
        assert (reply.status, reply.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")

    def test_base_path(self, tmp_path: Path) -> None:
        publish(outputs("/pad"), tmp_path / "_site")
        with serving(tmp_path / "_site", "/pad") as site:
            assert site.endswith("/pad")
            assert Reply(site, "/pad/trends/").body == b"<title>trends</title>"
            assert Reply(site, "/pad").headers["Location"] == "/pad/"
            assert Reply(site, "/pad/trends").headers["Location"] == "/pad/trends/"
            assert Reply(site, "/pad/oud/").headers["Location"] == "/pad/trends/"
            assert Reply(site, "/pad/").headers["X-Frame-Options"] == "DENY"
            assert {Reply(site, path).status for path in ("/", "/trends/", "/padden/", "/pad/_headers")} == {404}


def test_site_built_again_is_the_one_that_is_shown(tmp_path: Path) -> None:
    """Also by a reader that asks without a pause: every answer is the old site or the new one."""
    target = tmp_path / "_site"
    sites = [[Output("index.html", page), Output("404.html", b"")] for page in (b"oud", b"nieuw")]
    publish(sites[0], target)
    seen: list[tuple[int, bytes]] = []
    done = threading.Event()

    def read(site: str) -> None:
        while not done.is_set():
            reply = Reply(site, "/")
            seen.append((reply.status, reply.body))

    with serving(target) as site:
        reader = threading.Thread(target=read, args=(site,))
        reader.start()
        for turn in range(1, 21):
            publish(sites[turn % 2], target)
        done.set()
        reader.join()
        publish(sites[1], target)
        assert Reply(site, "/").body == b"nieuw"
    assert set(seen) <= {(200, b"oud"), (200, b"nieuw")}


class TestProgram:
    def test_says_where_it_is_and_ends_with_130(self, folder: Path) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            command = [sys.executable, "-m", "tools.proef", "--port", str(port), "--out", str(folder), "--base", "pad"]
            with subprocess.Popen(
                command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            ) as program:
                assert program.stdout is not None
                assert f"Poort {port} is bezet" in program.stdout.readline()
                line = program.stdout.readline()
                while "bezet" in line:
                    line = program.stdout.readline()
                address = line.split()[4].rstrip("/")
                assert address.endswith("/pad")
                assert Reply(address, "/pad/").status == 200
                program.send_signal(signal.SIGINT)
                _, errors = program.communicate(timeout=60)
        assert (program.returncode, errors) == (130, "")

    def test_without_a_site(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert proef.main(["--out", str(tmp_path / "_site")]) == 2
        assert "staat geen site. Maak hem eerst met: make" in capsys.readouterr().err

    def test_without_a_port(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert proef.main(["--out", str(folder), "--port", "70000"]) == 2
        assert "een getal van 0 tot en met 65535" in capsys.readouterr().err

    def test_browser_that_hangs_up_is_no_news(self, site: str, capfd: pytest.CaptureFixture[str]) -> None:
        address = urlsplit(site)
        with socket.create_connection((address.hostname, address.port)) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # hang up with a reset
            connection.sendall(b"GET / HT")
        assert Reply(site, "/").status == 200
        assert capfd.readouterr().err == ""


class TestLocalhost:
    def test_taken_ports_are_named_and_passed_over(self) -> None:
        said: list[str] = []
        with listen(0, said.append) as first:
            port = first.getsockname()[1]
            with listen(port, said.append) as second:
                assert second.getsockname()[1] > port
            with pytest.raises(NoPort, match="geen vrije poort"):
                listen(port, said.append, tries=1)
        assert said[0] == f"Poort {port} is bezet; de volgende wordt geprobeerd."

    def test_other_trouble_is_not_a_taken_port(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(socket.socket, "bind", refuse)
        with pytest.raises(NoPort, match="Poort 80 mag hier niet"):
            listen(80, print)

    @pytest.mark.parametrize(
        ("host", "local"),
        [("localhost", True), ("LOCALHOST:8", True), ("127.0.0.1", True), (None, False), ("::1", False)],
    )
    def test_names_of_this_machine(self, host: str | None, local: bool) -> None:
        assert is_local(host) is local

    def test_types_do_not_depend_on_the_machine(self) -> None:
        assert content_type("a/letters.1a.woff2") == "font/woff2"
        assert content_type("feeds/alles.xml") == "application/xml; charset=utf-8"
        assert content_type("a.onbekend") == content_type("a") == "application/octet-stream"

    @pytest.mark.parametrize("path", ["//", "//evil.example/", "/index.html/"])
    def test_path_that_names_no_file(self, tmp_path: Path, path: str) -> None:
        (tmp_path / "index.html").write_bytes(b"")
        assert find_file(tmp_path, path) is None

    def test_folder_that_is_a_link_itself(self, tmp_path: Path) -> None:
        (tmp_path / "real").mkdir()
        (tmp_path / "real" / "index.html").write_bytes(b"")
        (tmp_path / "link").symlink_to(tmp_path / "real")
        assert find_file(tmp_path / "link", "/") == tmp_path / "link" / "index.html"
