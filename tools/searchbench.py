"""How many bytes and how much time a search takes: `make bench-zoeken` or `python -m tools.searchbench [--sizes N,N]`.

For each size it makes a site with so many generated praktijken (`tools.corpus`), opens the search page in Chromium and
asks the development and misspelt questions of `tests/zoek/`. Bytes are those of a first question with an empty cache:
the scripts of the page and every file the question needs, the texts of ten results included, each file compressed with
gzip. Times are those of one key, from the letters until the ten results could be drawn, for every beginning of every
question, with the files at hand. Nothing here asserts a figure.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tools.corpus import PROJECT
from tools.filtering import built
from tools.proef import serving

QUESTIONS = ("queries-dev.jsonl", "queries-typos.jsonl")
MISSPELT = 40
"""Of the misspelt questions as many, spread over the list."""
SCRIPTS = ("zoek.js", "zoeken.js", "site.js", "thema.js")
MEASURE = """async ({ questions, script }) => {
  const { fragment, merker, open, plan, rangschik } = await import(script);
  const folder = document.querySelector("#zoekvorm").dataset.gegevens.replace("kern.json", "");
  const asked = new Set();
  const load = (name) => (asked.add(name), fetch(folder + name).then((answer) => answer.text()));
  const answer = async (index, question, typend) => {
    const groups = await plan(question, index, { typend });
    const hits = (await rangschik(groups, index)).slice(0, 10);
    const mark = merker(groups);
    for (const text of await Promise.all(hits.map((hit) => index.document(hit.document)))) fragment(text, mark);
  };
  const files = [];
  for (const question of questions) {
    asked.clear();
    await answer(await open(load), question, false);
    files.push([...asked]);
  }
  const index = await open(load);
  const times = [];
  for (const round of [0, 1])
    for (const question of questions)
      for (let size = 1; size <= question.length; size++) {
        const start = performance.now();
        await answer(index, question.slice(0, size), size < question.length);
        if (round) times.push(performance.now() - start);
      }
  return { files, times };
}"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one size."""

    bytes: list[int]
    """Compressed bytes of each first question, scripts included."""
    times: list[float]
    """Milliseconds per key."""
    script: int
    """Compressed bytes of the scripts of the page, and of what an unknown word adds."""
    unknown: int


def questions() -> list[str]:
    """What is asked."""
    found: list[str] = []
    for name in QUESTIONS:
        lines = (PROJECT / "tests" / "zoek" / name).read_text(encoding="utf-8").splitlines()
        asked = [json.loads(line)["query"] for line in lines]
        found += asked[:: max(1, len(asked) // MISSPELT)] if "typos" in name else asked
    return found


def measured(site: Path) -> Figures:
    """Bytes and times of all questions on one site."""
    (scripts,) = (site / "assets").glob("*/js")
    (index,) = (path for path in (site / "zoek").iterdir() if path.is_dir())
    size = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in (*scripts.iterdir(), *index.iterdir())}
    script = sum(size[name] for name in SCRIPTS)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page()
        page.goto(f"{address}/zoeken/")
        address_of = f"/assets/{scripts.parent.name}/js/zoek.js"
        found = page.evaluate(MEASURE, {"questions": questions(), "script": address_of})
        browser.close()
    unknown = size["onbekend.js"]
    weights = [
        script + (unknown if "delen.txt" in names else 0) + sum(size[name] for name in names)
        for names in found["files"]
    ]
    return Figures(weights, found["times"], script, unknown)


def share(values: Sequence[float], part: float) -> float:
    """The value below which this part of the values lies."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tools.searchbench", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--sizes", default="150,1000,10000", help="numbers of praktijken (default: %(default)s)")
    chosen = parser.parse_args(arguments)
    print("items   first question, kB gzip: median   p95   max    a key, ms: median   p95   max")
    for items in map(int, chosen.sizes.split(",")):
        found = measured(built(items))
        weights = [each / 1000 for each in found.bytes]
        print(
            f"{items:5} {median(weights):32.1f} {share(weights, 0.95):5.1f} {max(weights):5.1f}"
            f" {median(found.times):20.1f} {share(found.times, 0.95):5.1f} {max(found.times):5.1f}"
        )
        print(
            f"      scripts {found.script / 1000:.1f} kB, and {found.unknown / 1000:.1f} for an unknown word",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
