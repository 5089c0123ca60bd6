"""Measure the built site with Lighthouse, as a phone sees it: a start page, a list, a praktijk and a trend.

    python -m tools.lighthouse [--out _site] [ADRES ...]

The site is served with the headers of the real host. Prints the scores; exit status 1 when one is below its bar, 2 when
there is no site or no browser. Not part of `make test`: the figures of performance differ from run to run.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.proef import serving

PAGES = ("/", "/praktijken/", "/praktijken/fietsparkeren-binnenstad-den-haag/", "/trends/anders-vervoeren/")
BARS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
NAMES = {"performance": "snel", "accessibility": "toegankelijk", "best-practices": "goed gebruik", "seo": "vindbaar"}
PROGRAM = Path("node_modules/lighthouse/cli/index.js")


def scores(report: Mapping[str, Any]) -> dict[str, int]:
    """The score of each category in a report of Lighthouse, 0 to 100; a category that failed counts as 0."""
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in BARS}


def below(scored: Mapping[str, int]) -> list[str]:
    """The categories whose score is below the bar."""
    return [name for name, bar in BARS.items() if scored[name] < bar]


def faults(report: Mapping[str, Any]) -> list[str]:
    """What Lighthouse has to say where the score is not full: the titles of audits that failed."""
    named = {
        reference["id"]
        for category in ("accessibility", "best-practices", "seo")
        for reference in report["categories"][category]["auditRefs"]
    }
    audits = (report["audits"][name] for name in sorted(named))
    return [audit["title"] for audit in audits if audit["score"] is not None and audit["score"] < 1]


def measure(address: str, chromium: str) -> dict[str, Any]:
    """The report on one address."""
    flags = "--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else "")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.json"
        command = ["node", str(PROGRAM), address, "--quiet", "--output=json", f"--output-path={target}"]
        command += [f"--only-categories={','.join(BARS)}", f"--chrome-flags={flags}"]
        subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": chromium})
        report: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return report


def main(argv: Sequence[str] | None = None) -> int:
    """Measure the pages and print a line for each."""
    parser = argparse.ArgumentParser(prog="python -m tools.lighthouse", description="De site meten met Lighthouse.")
    parser.add_argument("--out", type=Path, default=Path("_site"), help="map met de gemaakte site (_site)")
    parser.add_argument("adressen", nargs="*", default=PAGES, help="bladzijden om te meten")
    options = parser.parse_args(argv)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not (options.out / "index.html").is_file() or not chromium or not PROGRAM.is_file():
        print("Nodig: een site (make), chromium en de pakketten van npm (make test).", file=sys.stderr)
        return 2
    failed = False
    with serving(options.out) as base:
        for address in options.adressen:
            report = measure(base + address, chromium)
            scored = scores(report)
            failed |= bool(below(scored))
            print(
                f"{address:52}", *(f"{NAMES[name]} {score:3}" for name, score in scored.items()), sep="  ", flush=True
            )
            for fault in faults(report):
                print(f"    {fault}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
