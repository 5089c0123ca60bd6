"""`make online`, and whether there is something to publish: nothing on a good host, a line for each fault."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from binnenstad_site.core.outputs import Output
from binnenstad_site.exports.host_rules import headers_file, redirects_file
from binnenstad_site.write.publish import publish
from tools import changed, live
from tools.changed import reason_to_publish
from tools.fetching import Reply
from tools.live import faults, looked_at
from tools.proef import serving

STYLE = "/assets/1a/css/site.css"
CLOSED = "http://127.0.0.1:9"
"""Nothing listens there."""


def lay_out(folder: Path, base: str = "") -> Path:
    """A small site with a page of some kinds, a former address, and the files that are looked at."""
    publish(
        [
            headers_file(base),
            redirects_file({"/oud/": "/trends/", "/weg/": "/trends/#kans"}, base),
            Output("404.html", b"<title>bestaat niet</title>"),
            Output("index.html", b"<title>start</title>"),
            *(Output(f"{name}/index.html", name.encode()) for name in ("trends", "trends/werken", "praktijken/a")),
            *(Output(f"{name}/index.html", b"verhuisd") for name in ("oud", "weg")),
            Output("assets/1a/css/site.css", b"a {}"),
            Output("zoek/1a/kern.json", b"{}"),
            Output("feeds/alles.xml", b"<feed/>"),
        ],
        folder / "_site",
    )
    return folder / "_site"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """What should be online."""
    return lay_out(tmp_path)


@pytest.fixture
def online(site: Path, tmp_path: Path) -> Path:
    """What the host holds: a copy, to be spoilt."""
    shutil.copytree(site, tmp_path / "online")
    return tmp_path / "online"


@pytest.fixture
def host(online: Path) -> Iterator[str]:
    with serving(online) as address:
        yield address


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


class TestFaults:
    def test_a_good_site(self, site: Path, host: str) -> None:
        assert list(looked_at(site)) == [
            *("/", "/trends/", "/trends/werken/", "/praktijken/a/"),
            *(STYLE, "/zoek/1a/kern.json", "/feeds/alles.xml"),
        ]
        assert list(faults(host, site)) == []

    def test_under_a_base_path(self, tmp_path: Path) -> None:
        site = lay_out(tmp_path, "/pad")
        with serving(site, "/pad") as host:
            assert list(faults(host, site)) == []

    @pytest.mark.parametrize(
        ("spoil", "line"),
        [
            (
                lambda folder: (folder / "trends/index.html").unlink(),
                "/trends/: antwoord 404 in plaats van 200",
            ),
            (
                lambda folder: (folder / "trends/index.html").write_bytes(b"iets anders"),
                "/trends/: de inhoud is anders dan die van trends/index.html",
            ),
            (
                lambda folder: (folder / "404.html").write_bytes(b"eigen pagina van de host"),
                "/bestaat-niet-4f1c/: de inhoud is anders dan die van 404.html",
            ),
            (
                lambda folder: change(folder / "_headers", "  X-Frame-Options: DENY\n", ""),
                "/: de header X-Frame-Options ontbreekt",
            ),
            (
                lambda folder: change(folder / "_headers", "X-Frame-Options: DENY", "X-Frame-Options: SAMEORIGIN"),
                '/: de header X-Frame-Options is "SAMEORIGIN" in plaats van "DENY"',
            ),
            (
                lambda folder: change(folder / "_headers", ", max-age=31536000, immutable", ""),
                f'{STYLE}: de header Cache-Control is "public" in plaats van "public, max-age=31536000, immutable"',
            ),
            (
                lambda folder: change(folder / "_redirects", "/oud/ /trends/ 301!\n", ""),
                "/oud/: antwoord 200 in plaats van een doorverwijzing naar /trends/",
            ),
            (
                lambda folder: change(folder / "_redirects", "/oud/ /trends/", "/oud/ /elders/"),
                "/oud/: verwijst door naar HOST/elders/ in plaats van /trends/",
            ),
            (
                lambda folder: change(folder / "_redirects", "301!\n/weg", "302!\n/weg"),
                "/oud/: antwoord 302 in plaats van een doorverwijzing naar /trends/",
            ),
            (
                lambda folder: (folder / "manifest.json").unlink(),
                "Online staat een andere site dan in SITE: manifest.json is online niet te lezen: antwoord 404",
            ),
            (
                lambda folder: (folder / "manifest.json").write_bytes(b"{}"),
                "Online staat een andere site dan in SITE: manifest.json is online anders",
            ),
        ],
    )
    def test_a_fault_of_each_kind(
        self, site: Path, online: Path, host: str, spoil: Callable[[Path], None], line: str
    ) -> None:
        """The one fault is told, at each address where it is."""
        spoil(online)
        told = line.replace("HOST", host).replace("SITE", str(site))
        lines = list(faults(host, site))
        assert told in lines
        assert {line.partition(": ")[2] for line in lines} == {told.partition(": ")[2]}

    def test_a_page_of_another_kind(self, site: Path, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """And a page that says it exists where nothing is."""
        monkeypatch.setattr(
            live, "fetch", lambda _: Reply(200, {"content-type": "text/plain"}, b"<title>start</title>")
        )
        lines = list(faults(host, site, with_rules=False))
        assert "/: soort is text/plain in plaats van text/html" in lines
        assert "/bestaat-niet-4f1c/: antwoord 200 in plaats van 404" in lines

    def test_nobody_answers(self, site: Path) -> None:
        lines = list(faults(CLOSED, site))
        assert f"Online staat een andere site dan in {site}: {CLOSED}/manifest.json geeft geen antwoord: " in lines[0]
        assert any(line.startswith(f"{CLOSED}/trends/ geeft geen antwoord: ") for line in lines)
        assert any(line.startswith(f"{CLOSED}/oud/ geeft geen antwoord: ") for line in lines)

    def test_a_host_that_does_not_speak_http(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "geeft geen antwoord" in next(faults("https://127.0.0.1:9", site))

    def test_a_site_that_was_made_for_another_path(self, site: Path, host: str) -> None:
        (line,) = faults(f"{host}/pad", site)
        assert line == f"De site in {site} is niet gemaakt voor {host}/pad. Maak hem met: --base-url {host}/pad"

    def test_a_host_without_rules(self, site: Path, online: Path, host: str) -> None:
        """GitHub Pages: no headers of ours, and a small page at a former address."""
        for name in ("_headers", "_redirects"):
            (online / name).unlink()
        assert list(faults(host, site, with_rules=False)) == []
        (online / "oud/index.html").unlink()
        assert list(faults(host, site, with_rules=False)) == ["/oud/: antwoord 404 in plaats van 200"]

    def test_plain_http_leads_to_https(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def answer(address: str) -> Reply:
            return Reply(301, {"location": address.replace("http:", "https:") + "x"}, b"")

        monkeypatch.setattr(live, "fetch", answer)
        last = list(faults("https://binnenstad.nl", site))[-1]
        assert last == (
            "http://binnenstad.nl/: verwijst door naar https://binnenstad.nl/x in plaats van https://binnenstad.nl/"
        )


class TestProgram:
    def test_good(self, site: Path, host: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert live.main([host + "/", "--out", str(site), "--wait", "5"]) == 0
        assert capsys.readouterr().out == f"8 adressen van {host} en de doorverwijzingen zijn zoals bedoeld.\n"

    def test_wrong(self, site: Path, online: Path, host: str, capsys: pytest.CaptureFixture[str]) -> None:
        (online / "trends/index.html").unlink()
        assert live.main([host, "--out", str(site)]) == 1
        assert capsys.readouterr().out == "/trends/: antwoord 404 in plaats van 200\n"

    def test_a_fault_at_many_addresses_is_one_line(
        self, site: Path, online: Path, host: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        change(online / "_headers", "  X-Frame-Options: DENY\n", "")
        assert live.main([host, "--out", str(site)]) == 1
        output = capsys.readouterr().out
        assert output == "/, /trends/, /trends/werken/ en 5 meer: de header X-Frame-Options ontbreekt\n"

    def test_a_host_that_is_still_publishing(
        self, site: Path, online: Path, host: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (online / "manifest.json").write_bytes(b"{}")
        waited: list[float] = []

        def sleep(seconds: float) -> None:
            waited.append(seconds)
            shutil.copy(site / "manifest.json", online)

        monkeypatch.setattr("tools.live.time.sleep", sleep)
        assert live.main([host, "--out", str(site), "--wait", "600"]) == 0
        assert waited == [20]

    def test_a_host_that_does_not_publish(self, site: Path, online: Path, host: str) -> None:
        (online / "manifest.json").write_bytes(b"{}")
        assert live.main([host, "--out", str(site), "--wait", "1"]) == 1

    @pytest.mark.parametrize("program", [live.main, changed.main])
    def test_without_a_site(
        self, program: Callable[[list[str]], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert program([CLOSED, "--out", str(tmp_path)]) == 2
        assert "staat geen site. Maak hem eerst met: make" in capsys.readouterr().err

    @pytest.mark.parametrize("program", [live.main, changed.main])
    def test_no_address(
        self, program: Callable[[list[str]], int], site: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit, match="2"):
            program(["binnenstad.nl", "--out", str(site)])
        assert '"binnenstad.nl" is geen adres. Schrijf het met https://' in capsys.readouterr().err


class TestChanged:
    """In doubt there is something to publish."""

    def test_the_same_site(self, site: Path, host: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert changed.main([host, "--out", str(site)]) == 0
        assert capsys.readouterr().out == "nee\n"

    def test_another_site(self, site: Path, online: Path, host: str, capsys: pytest.CaptureFixture[str]) -> None:
        (online / "manifest.json").write_bytes((site / "manifest.json").read_bytes() + b" ")
        assert changed.main([host, "--out", str(site)]) == 0
        assert capsys.readouterr() == ("ja\n", "manifest.json is online anders\n")

    def test_no_site_yet(self, site: Path, online: Path, host: str) -> None:
        (online / "manifest.json").unlink()
        assert reason_to_publish(host, site) == "manifest.json is online niet te lezen: antwoord 404"

    def test_no_answer(self, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert changed.main([CLOSED, "--out", str(site)]) == 0
        output = capsys.readouterr()
        assert output.out == "ja\n"
        assert "geeft geen antwoord" in output.err
