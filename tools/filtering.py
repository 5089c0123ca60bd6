"""How fast the list of praktijken filters: `make bench-filters` or `python -m tools.filtering [--items N] [--slow N]`.

It makes a site with N generated praktijken (`tools.corpus`, under `.bouw/bench/`), opens the list in Chromium with the
processor slowed down, and makes the choices of a reader again and again. A figure is the time from the choice until
list, counts, wall, map and register stand where they belong, layout included; the second until the browser has drawn
them. Medians and the slowest, in milliseconds; nothing here asserts a time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tools.bench import BENCH
from tools.corpus import is_made, make, place_code
from tools.proef import serving
from tools.saving import DATE

CHOICES = {
    "a trend": '[name=trend][value="anders-werken"]',
    "evidence too": '[name=bewijs][value="1"]',
    "a province too": '[name=provincie][value="noord-holland"]',
}
MEASURE = """async (choices) => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const time = async (act) => {
    await drawn();
    const start = performance.now();
    act();
    document.body.getBoundingClientRect();
    const laid = performance.now() - start;
    await drawn();
    return [laid, performance.now() - start];
  };
  const found = {};
  for (const [name, selector] of Object.entries(choices))
    found[name] = await time(() => document.querySelector(selector).click());
  found["back to all"] = await time(() => {
    for (const chip of document.querySelectorAll(".chip")) document.querySelector(".chip").click();
  });
  const order = document.querySelector("#filter-volgorde");
  for (const value of ["naam", "gecontroleerd"])
    found[`order: ${value}`] = await time(() => {
      order.value = value;
      order.dispatchEvent(new Event("change"));
    });
  return found;
}"""


def built(items: int) -> Path:
    """A finished site with so many praktijken, by the code as it is now."""
    folder = BENCH / str(items)
    if not is_made(items, folder):
        make(items, folder)
    place_code(folder)
    site = folder / "_filteren"
    command = [sys.executable, "build.py", "--out", str(site), "--date", DATE, "--no-share-images"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return site


def measured(site: Path, slow: float, rounds: int) -> dict[str, list[list[float]]]:
    """Per step the two times of every round."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    found: dict[str, list[list[float]]] = {}
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/praktijken/")
        page.locator("#filters input").first.wait_for()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
        for _ in range(rounds):
            for step, times in page.evaluate(MEASURE, CHOICES).items():
                found.setdefault(step, []).append(times)
        browser.close()
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tools.filtering", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--items", type=int, default=500, help="number of praktijken (default: %(default)s)")
    parser.add_argument("--slow", type=float, default=6, help="how much slower the processor is (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=9, help="how often each step is measured (default: %(default)s)")
    chosen = parser.parse_args(arguments)
    found = measured(built(chosen.items), chosen.slow, chosen.rounds)
    print(f"{chosen.items} items, processor {chosen.slow:g} times slower".ljust(40) + "median ms   slowest   drawn")
    for step, times in found.items():
        laid, drawn = ([each[kind] for each in times] for kind in (0, 1))
        print(f"{step:40}{median(laid):9.1f}{max(laid):10.1f}{median(drawn):8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
