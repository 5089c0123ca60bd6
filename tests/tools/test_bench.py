"""The bench measures real processes, refuses what was not built, leaves the corpus as it was, and tells all figures."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from tools import accounting, bench, history, saving
from tools.edits import Effect

FAKE_BUILDER = """
import http.server, json, pathlib, sys
items = pathlib.Path("content/praktijken")
arguments = sys.argv[1:]

class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write((items / (pathlib.Path(self.path).name + ".md")).read_bytes())

if "serve" in arguments:
    http.server.HTTPServer(("127.0.0.1", int(arguments[arguments.index("--port") + 1])), Page).serve_forever()
elif "check" not in arguments:
    out = pathlib.Path(arguments[arguments.index("--out") + 1])
    for source in items.iterdir():
        page = out / "praktijken" / source.stem / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(source.read_text())
    print("let op: iets", json.dumps({"load": 0.002, "render": 0.001}), sep="\\n", file=sys.stderr)
"""
FAKE_PIPELINE = """
import collections, pathlib
Build = collections.namedtuple("Build", "outputs")

class Options:
    def __init__(self, today):
        self.today = today

class Output:
    def __init__(self, source):
        self.path = f"praktijken/{source.stem}/index.html"
        self.read = source.read_bytes

class Session:
    def __init__(self, project):
        self.project = project

    def end(self, build):
        pass

    def build(self, options):
        return Build([Output(source) for source in (self.project / "content/praktijken").iterdir()])
"""


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sites of one item each with a builder that copies files."""
    monkeypatch.setattr(bench, "BENCH", tmp_path)
    monkeypatch.setattr(saving, "REST", 0)

    def prepare(site: bench.Site) -> None:
        files = {
            "build.py": FAKE_BUILDER,
            "binnenstad_site/__init__.py": "",
            "binnenstad_site/pipeline.py": FAKE_PIPELINE,
            "content/praktijken/x.md": "Meetpunt meetpunt-0.",
        }
        for name, text in files.items():
            path = site.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    monkeypatch.setattr(bench.Site, "prepare", prepare)
    return tmp_path


def test_the_bench_prints_a_table_for_each_size_and_writes_all_figures(
    fake: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench.Site, "effects", lambda site, rounds: {"begrip": Effect(0.5, 0.4, 0.1, site.n, rounds)})
    monkeypatch.setattr(bench, "MOST_EDITED", 10)
    assert bench.main(["--sizes", "10,20", "--rounds", "2"]) == 0
    output = capsys.readouterr().out
    assert re.search(r"^10 items, one edit +wall s.*\nbegrip +0\.500 +0\.400 .* 10 +2$", output, re.MULTILINE)
    assert "20 items, one edit" not in output
    assert "10 items" in output
    assert "20 items" in output
    assert re.search(rf"^{bench.COLD} .* 1\.000$", output, re.MULTILINE)
    assert "cold build by stage: load 0.002 s" in output
    assert "cold time of one item, 10 to 20:" in output
    assert re.search(r"^20 items: \d+\.\d{3} s per MB of HTML", output, re.MULTILINE)
    assert "against the last time" not in output
    result = json.loads((fake / "resultaat.json").read_text(encoding="utf-8"))
    assert result["rounds"] == 2
    assert result["sizes"].keys() == {"10", "20"}
    assert result["sizes"]["10"].keys() == {bench.COLD, bench.UNCHANGED, bench.EDITED, bench.MEMORY, "seen after"}
    assert result["sizes"]["20"][bench.COLD]["stages"] == {"load": 0.002, "render": 0.001}
    assert result["edits"] == {"10": {"begrip": asdict(Effect(0.5, 0.4, 0.1, 10, 2))}}
    assert "10 items, begrip" in result["loops"]
    assert result["check"]["ratio"] > 0


def test_a_second_result_is_held_against_the_first(fake: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In loops of Python, and only on the same machine."""
    assert bench.main(["--sizes", "10", "--rounds", "1", "--no-edits"]) == 0
    result = json.loads((fake / "resultaat.json").read_text(encoding="utf-8"))
    result["loops"] = {"10 items, cold build": 1e-9, bench.CHECK: 1e9}
    (fake / "resultaat.json").write_text(json.dumps(result), encoding="utf-8")
    capsys.readouterr()
    assert bench.main(["--sizes", "10", "--rounds", "1", "--no-edits"]) == 0
    output = capsys.readouterr().out
    assert re.search(r"^10 items, cold build .* slower$", output, re.MULTILINE)
    assert re.search(rf"^{bench.CHECK} .* faster$", output, re.MULTILINE)
    result["machine"]["processors"] = 1000
    (fake / "resultaat.json").write_text(json.dumps(result), encoding="utf-8")
    assert bench.main(["--sizes", "10", "--rounds", "1", "--no-edits"]) == 0
    assert "against the last time" not in capsys.readouterr().out


def test_what_became_slower_is_a_warning_on_request_and_all_results_stay(
    fake: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = {"machine": 1}
    history.store(machine | {"loops": {"a": 1.0, "b": 1.0, "c": 1.0}}, fake)
    ratios = history.changes(machine | {"loops": {"a": 1.05, "b": 1.2, "new": 1.0}}, fake)
    assert ratios == pytest.approx({"a": 1.05, "b": 1.2})
    assert list(history.warnings(ratios)) == ["::warning title=Trager::b kost 1.20 keer zo veel als de vorige keer."]
    for _ in range(2):
        assert bench.main(["--sizes", "10", "--rounds", "1", "--no-edits", "--annotate"]) == 0
    assert len((fake / history.ALL).read_text(encoding="utf-8").splitlines()) == 3
    assert "against the last time" in capsys.readouterr().out


FAKE_PEERS = """
import json, os, pathlib, sys
n, rounds, names = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3].split(",")
assert "{o}" in os.environ["OURS"] and "{n}" in os.environ["OURS_SITE"]
with (pathlib.Path(os.environ["PEERS"]) / "results.jsonl").open("a") as file:
    for name in names * rounds:
        run = {"name": name, "n": n, "wall": 2 if name == "ours" else 1, "exit": int(name == "mkdocs")}
        file.write(json.dumps(run | {"cpu": 1, "peak": 9, "MiB": 3}) + "\\n")
"""


def test_other_generators_are_measured_beside_ours(
    fake: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only those that are there."""
    monkeypatch.delenv("PEERS", raising=False)
    (fake / "anderen").mkdir()
    (fake / "anderen/measure.py").write_text(FAKE_PEERS, encoding="utf-8")
    assert bench.main(["--sizes", "10", "--rounds", "1", "--no-edits", "--peers", str(fake / "anderen")]) == 0
    output = capsys.readouterr().out
    assert re.search(r"^hugo +10 +1\.00 .* 2\.00x$", output, re.MULTILINE)
    assert re.search(r"^ours +10 +2\.00 .* 1\.00x$", output, re.MULTILINE)
    assert "mkdocs" not in output
    (fake / "anderen/measure.py").unlink()
    assert bench.main(["--sizes", "10", "--rounds", "1", "--no-edits", "--peers", str(fake / "anderen")]) == 1


def test_an_edit_is_undone_also_when_the_build_fails(fake: Path) -> None:
    site = bench.Site(10)
    site.prepare()
    site.rebuild()
    assert site.item.read_text(encoding="utf-8") == "Meetpunt meetpunt-0."
    (site.folder / "build.py").write_text("raise SystemExit(1)", encoding="utf-8")
    with pytest.raises(saving.MeasurementError):
        site.rebuild()
    assert site.item.read_text(encoding="utf-8") == "Meetpunt meetpunt-0."


def test_an_edit_that_does_not_reach_its_page_is_no_measurement(fake: Path) -> None:
    site = bench.Site(10)
    site.prepare()
    site.build()
    (site.folder / "build.py").write_text("", encoding="utf-8")
    with pytest.raises(saving.MeasurementError, match=r"the edit of x\.md is not in its page"):
        site.rebuild()


def test_a_session_that_keeps_an_old_page_is_no_measurement(fake: Path) -> None:
    site = bench.Site(10)
    site.prepare()
    stale = FAKE_PIPELINE.replace("source.read_bytes", "lambda: b''")
    (site.folder / "binnenstad_site" / "pipeline.py").write_text(stale, encoding="utf-8")
    with pytest.raises(saving.MeasurementError, match="is not in its page"):
        site.in_memory(1)


def test_a_server_that_ends_or_shows_nothing_new_is_given_up(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = bench.Site(10)
    site.prepare()
    monkeypatch.setattr(saving, "LONGEST_WAIT", 0.3)
    (site.folder / "build.py").write_text(FAKE_BUILDER.replace(".read_bytes()", ".name.encode()"), encoding="utf-8")
    with pytest.raises(saving.MeasurementError, match=r"did not show meetpunt- \(status None\)"):
        saving.served(site.folder, site.item, 1)
    (site.folder / "build.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.setattr(saving, "LONGEST_WAIT", 60)
    with pytest.raises(saving.MeasurementError, match=r"\(status 3\)"):
        saving.served(site.folder, site.item, 1)


def test_a_build_that_fails_ends_the_bench_with_what_it_said(
    fake: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "FAKE_BUILDER", "raise SystemExit('fout: kapot')")
    assert bench.main(["--sizes", "10"]) == 1
    output = capsys.readouterr().err
    assert "ended with status 1" in output
    assert "fout: kapot" in output


def test_a_run_is_accounted_as_the_system_does(tmp_path: Path) -> None:
    """Sleeping takes wall time and no processor time; memory that was touched counts."""
    slept = accounting.run([sys.executable, "-c", "import time; time.sleep(0.3)"], tmp_path)
    filled = accounting.run([sys.executable, "-c", "b'x' * 200_000_000"], tmp_path)
    assert slept.wall >= 0.3
    assert slept.cpu < slept.wall
    assert filled.peak > 190


def test_stages_are_read_from_the_last_json_line() -> None:
    assert accounting.stages_in('{"load": 1}\nlet op\n{"load": 2.5}\nklaar\n') == {"load": 2.5}
    assert accounting.stages_in("klaar\n") == {}


def test_growth_compares_one_item_in_two_sizes() -> None:
    assert bench.growth({1000: 2.0, 100: 0.4, 10_000: 30.0}) == pytest.approx(
        {"100 to 1000": 0.5, "1000 to 10000": 1.5}
    )
    assert bench.growth({100: 1.0}) == {}
