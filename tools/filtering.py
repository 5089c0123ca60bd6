"""How fast the list of praktijken filters: `make bench-filters` or `python -m tools.filtering [--items N] [--slow N]`.

It makes a site with N generated praktijken (`tools.corpus`, under `.bouw/bench/`), opens the list in Chromium with the
processor slowed down, and makes the choices of a reader again and again. What is measured is one choice until count,
filters and the uppermost rows stand where they belong, layout included: the time by the clock, and the processor time
of the page. Medians in milliseconds, and the least, which is nearest to a machine that does nothing else; nothing here
asserts a time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tools.bench import BENCH
from tools.chromium import in_chromium
from tools.corpus import is_made, make, place_code
from tools.saving import DATE

CHOICES = {
    "a trend": "[name=trend][value='anders-werken']",
    "evidence too": "[name=bewijs][value='1']",
    "a province too": "[name=provincie][value='noord-holland']",
    "without the trend": ".chip",
    "without evidence": ".chip",
    "back to all": ".chip",
}
"""Step -> what is pressed."""
ORDERS = ("naam", "gecontroleerd")
ACT = """([selector, value]) => {
  const control = document.querySelector(selector);
  const start = performance.now();
  if (value) {
    control.value = value;
    control.dispatchEvent(new Event("change"));
  } else control.click();
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))"
BUSY = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")


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


def measured(site: Path, slow: float, rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Per step the time by the clock and the processor time of every round."""
    steps = [(step, selector, "") for step, selector in CHOICES.items()]
    steps += [(f"order: {value}", "#filter-volgorde", value) for value in ORDERS]
    times: dict[str, list[tuple[float, float]]] = {step: [] for step, _, _ in steps}
    with in_chromium(site) as (address, browser):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/praktijken/")
        page.locator("#filters input[name=trend]").first.wait_for()
        tools = page.context.new_cdp_session(page)
        tools.send("Performance.enable", {"timeDomain": "threadTicks"})
        tools.send("Emulation.setCPUThrottlingRate", {"rate": slow})

        def busy() -> float:
            metrics = tools.send("Performance.getMetrics")["metrics"]
            return float(sum(metric["value"] for metric in metrics if metric["name"] in BUSY)) * 1000

        for _ in range(rounds):
            for step, selector, value in steps:
                page.evaluate(DRAWN)
                before = busy()
                clock = page.evaluate(ACT, [selector, value])
                times[step].append((clock, busy() - before))
    return times


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tools.filtering", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--items", type=int, default=500, help="number of praktijken (default: %(default)s)")
    parser.add_argument("--slow", type=float, default=6, help="how much slower the processor is (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=9, help="how often each step is measured (default: %(default)s)")
    chosen = parser.parse_args(arguments)
    times_of = measured(built(chosen.items), chosen.slow, chosen.rounds)
    print(f"{chosen.items} items, processor {chosen.slow:g} times slower".ljust(40) + "   clock  processor   least")
    for step, times in times_of.items():
        clocks, busy = ([pair[kind] for pair in times] for kind in (0, 1))
        print(f"{step:40}{median(clocks):8.1f}{median(busy):11.1f}{min(busy):8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
