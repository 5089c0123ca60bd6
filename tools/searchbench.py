"""How many bytes and how much time a search takes: `make bench-zoeken` or `python -m tools.searchbench [--sizes N,N]`.

For each size it makes the search of so many generated praktijken (`tools.corpus`) and the standing content, puts it
into a small site, opens the search page of that site in Chromium at the width of a phone, and asks the development and
misspelt questions of `tests/zoek/`. No page of a praktijk is made, so 10,000 of them need minutes and some 1.5 GB.

Bytes are those of a first question with an empty cache: every script of the page and every file of the search that the
browser asked for, the texts of ten results included, each compressed with gzip; a wide screen shows the filters at once
and asks for one file more, which is told beside it. Times are those of one key, from the letters until the ten results
could be drawn, for every beginning of every question, with the files at hand. Nothing here asserts a figure.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from statistics import fmean, median
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser

from binnenstad_site.link.linker import link
from binnenstad_site.load.loader import load
from binnenstad_site.models.rows import LAYOUTS, ROWS
from binnenstad_site.models.settings import Settings
from binnenstad_site.pages import PageBuilder, content_pages
from binnenstad_site.search import Index, index, vocabulary
from binnenstad_site.validate.validator import validate
from tools.bench import BENCH
from tools.chromium import in_chromium
from tools.corpus import PROJECT, is_made, make
from tools.filtering import built
from tools.saving import DATE

QUESTIONS = ("queries-dev.jsonl", "queries-typos.jsonl")
MISSPELT = 40
"""Of the misspelt questions as many, spread over the list."""
SHELL = 5
"""Praktijken of the site that lends its search page."""
LOADED = re.compile(r"/(?:assets/.*/js/(?P<script>.*)|zoek/[^/]+/(?P<kind>[a-z]+).*)")
ANSWERED = "() => document.querySelector('#meldingen .aantal').textContent.includes('“')"
TIMES = """async ({ questions, script }) => {
  const { open, plan, rank } = await import(script);
  const { fragment, matcher } = await import(script.replace("zoek.js", "treffers.js"));
  const folder = document.querySelector("#zoekvorm").dataset.gegevens.replace("kern.json", "");
  const index = await open((name) => fetch(folder + name).then((answer) => answer.text()));
  const times = [];
  for (const round of [0, 1])
    for (const question of questions)
      for (let size = 1; size <= question.length; size++) {
        const start = performance.now();
        const groups = await plan(question.slice(0, size), index, { isTyping: size < question.length });
        const hits = (await rank(groups, index)).slice(0, 10);
        const mark = matcher(groups);
        for (const text of await Promise.all(hits.map((hit) => index.document(hit.document)))) fragment(text, mark);
        if (round) times.push(performance.now() - start);
      }
  return times;
}"""


@dataclass(frozen=True, slots=True)
class FirstQuestion:
    """One first question: what was loaded for it, compressed bytes by kind of file."""

    question: str
    bytes: Counter[str]

    @property
    def total(self) -> int:
        return self.bytes.total()


def questions() -> list[str]:
    """What is asked."""
    texts: list[str] = []
    for name in QUESTIONS:
        lines = (PROJECT / "tests" / "zoek" / name).read_text(encoding="utf-8").splitlines()
        queries = [json.loads(line)["query"] for line in lines]
        texts += queries[:: max(1, len(queries) // MISSPELT)] if "typos" in name else queries
    return texts


def searched(items: int) -> tuple[int, Index]:
    """The search of a corpus with so many praktijken, made without a page; and how many entries it finds."""
    folder = BENCH / str(items)
    if not is_made(items, folder):
        make(items, folder)
    library = load(folder, LAYOUTS).library
    checked = (validate(document, ROWS[document.collection]).entry for document in library.documents)
    entries = [entry for entry in checked if entry]
    settings = next(entry.item for entry in entries if isinstance(entry.item, Settings))
    site = link(entries, library, settings).site
    pages = content_pages(PageBuilder(site, date.fromisoformat(DATE), settings.basisadres))
    search_entries = [entry for page in pages for entry in page.search]
    return len(search_entries), index(search_entries, vocabulary(site))


def put(search: Index, site: Path) -> None:
    """Give a finished site another search."""
    shutil.rmtree(site / "zoek")
    for output in search.files:
        target = site / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.read())
    page = site / "zoeken" / "index.html"
    core = f'data-gegevens="/{search.files[0].path}"'
    page.write_text(re.sub('data-gegevens="[^"]*"', core, page.read_text(encoding="utf-8")), encoding="utf-8")


def first_question(browser: Browser, address: str, site: Path, question: str) -> FirstQuestion:
    """Ask one question with an empty cache."""
    size = cache(lambda path: len(gzip.compress((site / path).read_bytes())))
    loaded: Counter[str] = Counter()

    def note(url: str) -> None:
        path = urlsplit(url).path
        if match := LOADED.fullmatch(path):
            loaded["script" if match["script"] else match["kind"]] += size(path[1:])

    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.on("request", lambda request: note(request.url))
    page.goto(f"{address}/zoeken/?q={quote(question)}")
    page.wait_for_function(ANSWERED)
    context.close()
    return FirstQuestion(question, loaded)


def measured(site: Path) -> tuple[list[FirstQuestion], list[float]]:
    """What each first question loads, and the milliseconds of every key."""
    (scripts,) = (site / "assets").glob("*/js")
    with in_chromium(site) as (address, browser):
        first = [first_question(browser, address, site, question) for question in questions()]
        page = browser.new_page()
        page.goto(f"{address}/zoeken/")
        script = f"/assets/{scripts.parent.name}/js/zoek.js"
        times: list[float] = page.evaluate(TIMES, {"questions": questions(), "script": script})
    return first, times


def share(values: Sequence[float], part: float) -> float:
    """The value below which this part of the values lies."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def summary(values: Sequence[float]) -> str:
    """Median, 95th percentile and maximum."""
    return f"median {median(values):5.1f}   p95 {share(values, 0.95):5.1f}   max {max(values):5.1f}"


def kinds(loaded: Counter[str]) -> str:
    """Bytes by kind of file, in kB."""
    return ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in sorted(loaded.items()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tools.searchbench", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--sizes", default="150,1000,10000", help="numbers of praktijken (default: %(default)s)")
    parser.add_argument("--heaviest", type=int, default=1, help="questions to take apart (default: %(default)s)")
    chosen = parser.parse_args(arguments)
    site = built(SHELL)
    for items in map(int, chosen.sizes.split(",")):
        entries, search = searched(items)
        put(search, site)
        first, times = measured(site)
        filters = next(len(gzip.compress(file.read())) for file in search.files if file.path.endswith("kenmerken.json"))
        print(f"{items} praktijken, {entries} entries, {len(search.files)} files")
        print(f"  a first question, kB gzip: {summary([question.total / 1000 for question in first])}")
        print(f"  a key, ms:                 {summary(times)}")
        used = {kind for question in first for kind in question.bytes}
        mean = Counter({kind: round(fmean(question.bytes[kind] for question in first)) for kind in used})
        print(f"  on average: {kinds(mean)}; with the filters open {filters / 1000:.1f} more")
        for question in sorted(first, key=lambda question: -question.total)[: chosen.heaviest]:
            print(f"  {question.total / 1000:.1f}: {question.question} ({kinds(question.bytes)})", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
