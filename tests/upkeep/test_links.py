"""The addresses of other sites: which there are, how they are visited (a server on this machine), and what is said."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from binnenstad_site.cli import upkeep_commands, visiting
from binnenstad_site.cli.exit_status import ExitStatus
from binnenstad_site.cli.main import main
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.upkeep.links import Answer, exemptions, outside_addresses, report, to_visit
from binnenstad_site.upkeep.survey import survey
from tests.stages import PRAKTIJK, line_of, source

TODAY = date(2026, 12, 2)
HERE = (Location("content/praktijken/x.md", 7),)


class Site(BaseHTTPRequestHandler):
    """Answers by path, and counts how many questions it had at once."""

    open_now: ClassVar[Counter[str]] = Counter()
    most: ClassVar[Counter[str]] = Counter()

    def do_HEAD(self) -> None:
        host = self.headers["Host"]
        Site.open_now[host] += 1
        Site.most[host] = max(Site.most[host], Site.open_now[host])
        self.server.asked.append(f"{self.command} {self.path}")  # type: ignore[attr-defined]
        status, place = {
            "/goed": (200, ""),
            "/weg": (404, ""),
            "/alleen-get": (200 if self.command == "GET" else 405, ""),
            "/verhuisd": (301, "/goed"),
            "/even-elders": (302, "/goed"),
            "/kring": (301, "/kring"),
            "/naar-binnen": (302, "http://10.0.0.1/"),
            "/geen-programma": (403, ""),
        }[self.path]
        Site.open_now[host] -= 1
        self.send_response(status)
        if place:
            self.send_header("Location", place)
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    made.asked = []  # type: ignore[attr-defined]
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def only_this_machine(address: str) -> bool:
    return address == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "status", "moved_to", "problem"),
    [
        ("/goed", 200, "", ""),
        ("/weg", 404, "", ""),
        ("/alleen-get", 200, "", ""),
        ("/verhuisd", 200, "/goed", ""),
        ("/even-elders", 200, "", ""),
        ("/kring", 0, "", "stuurt steeds verder"),
        ("/naar-binnen", 0, "", "dit adres ligt in een eigen netwerk"),
        ("/geen-programma", 403, "", ""),
    ],
)
def test_a_visit(server: ThreadingHTTPServer, path: str, status: int, moved_to: str, problem: str) -> None:
    base = f"http://127.0.0.1:{server.server_port}"
    [answer] = visiting.visit([base + path], TODAY.isoformat(), only_this_machine, 0).values()
    assert answer == Answer("2026-12-02", status, moved_to and base + moved_to, problem)


def test_a_host_is_asked_one_thing_at_a_time(server: ThreadingHTTPServer) -> None:
    base = f"http://127.0.0.1:{server.server_port}"
    paths = ["/goed", "/weg", "/verhuisd", "/geen-programma", "/even-elders"]
    Site.most.clear()
    answers = visiting.visit([base + path for path in paths], TODAY.isoformat(), only_this_machine, 0)
    assert len(answers) == len(paths)
    assert set(Site.most.values()) == {1}


def test_by_itself_it_visits_public_addresses_only(server: ThreadingHTTPServer) -> None:
    [answer] = visiting.visit([f"http://localhost:{server.server_port}/goed"], TODAY.isoformat()).values()
    assert answer.problem == "dit adres ligt in een eigen netwerk"
    assert server.asked == []  # type: ignore[attr-defined]
    assert [
        visiting.is_public(ip) for ip in ("8.8.8.8", "10.1.1.1", "127.0.0.1", "169.254.169.254", "::1", "fc00::1")
    ] == [
        True,
        *[False] * 5,
    ]


def test_a_site_that_is_not_there() -> None:
    answers = visiting.visit(["http://127.0.0.1:9/x"], TODAY.isoformat(), only_this_machine)
    assert [answer.problem for answer in answers.values()] == ["geen antwoord"]


class TestWhatIsVisited:
    def test_addresses_of_fields_and_texts_with_their_lines(self, project: Path) -> None:
        page = project / "content/paginas/meedoen.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nZie [dit](https://x.example/a#b).\n", encoding="utf-8")
        addresses = outside_addresses(survey(project).library.documents)
        assert [place.line for place in addresses["https://x.example/a"]] == [9]
        line = line_of(source(PRAKTIJK), "url: https://krant")
        assert Location(PRAKTIJK, line, 10, 36) in addresses["https://krant.example/stuk"]
        assert list(addresses) == sorted(addresses)

    def test_a_good_answer_is_believed_for_thirty_days(self) -> None:
        addresses = {"https://a.nl": (), "https://b.nl": (), "https://c.nl": ()}
        known = {
            "https://a.nl": Answer("2026-11-10", 200),
            "https://b.nl": Answer("2026-11-01", 200),
            "https://c.nl": Answer("2026-12-01", 404),
        }
        assert to_visit(addresses, known, (), TODAY) == ("https://b.nl", "https://c.nl")

    def test_an_exception_ends(self) -> None:
        rows = exemptions("# uitleg\n2026-12-31 https://a.nl dicht\n2026-11-30 https://b.nl ook dicht\n")
        assert to_visit({"https://a.nl": (), "https://b.nl": ()}, {}, rows, TODAY) == ("https://b.nl",)
        said = report({"https://a.nl": HERE, "https://b.nl": HERE}, {}, rows, TODAY)
        assert "- https://b.nl (tot 2026-11-30) ook dicht" in said
        assert "a.nl" not in said


def test_the_report_names_file_line_status_and_new_address() -> None:
    answers = {
        "https://weg.nl/|x": Answer("2026-12-02", 410),
        "https://oud.nl/": Answer("2026-12-02", 200, "https://nieuw.nl/"),
        "https://niets.nl/": Answer("2026-12-02", 0, problem="geen antwoord"),
        "https://goed.nl/": Answer("2026-12-02", 200),
        "https://dicht.nl/": Answer("2026-12-02", 403),
    }
    said = report(dict.fromkeys(answers, HERE), answers, (), TODAY)
    assert "## Werkt niet meer: 2 adressen" in said
    assert "| content/praktijken/x.md:7 | `https://weg.nl/%7Cx` | 410 |  |" in said
    assert "| content/praktijken/x.md:7 | `https://niets.nl/` | `geen antwoord` |  |" in said
    assert "| content/praktijken/x.md:7 | `https://oud.nl/` | 200 | `https://nieuw.nl/` |" in said
    assert "goed.nl" not in said
    assert "dicht.nl" not in said


def test_the_command_keeps_what_it_saw(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    visits: list[list[str]] = []

    def visit(urls: tuple[str, ...], today: str) -> dict[str, Answer]:
        visits.append(list(urls))
        return {url: Answer(today, 200 if "krant" in url else 404) for url in urls}

    monkeypatch.setattr(upkeep_commands, "visit", visit)
    (here / ".bouw").mkdir()
    (here / upkeep_commands.VISITED).write_text("geen json", encoding="utf-8")
    assert main(["links", "--date", "2026-12-02", "--verslag", "verslag.md"]) == ExitStatus.GOOD
    assert "https://krant.example/stuk" in visits[0]
    assert json.loads((here / upkeep_commands.VISITED).read_text(encoding="utf-8"))
    first = (here / "verslag.md").read_text(encoding="utf-8")
    assert first in capsys.readouterr().out
    main(["links", "--date", "2026-12-03"])
    assert "https://krant.example/stuk" not in visits[1]
