"""The grade that Mozilla's HTTP Observatory gives to the built site: `make cijfer`, every night in the workflow Nacht.

    python -m tools.observatory [--out _site] [--least 115]

In: a built site, and the grader from npm in `tools/observatory/`. It stands apart from the other tools with a lock of
its own: it brings a web server and a database that nothing here uses. Out: a table. Exit status: 1 when the score is
lower than `--least`, 2 without a site or without the grader.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tools.fetching import fetch
from tools.proef import rules_of, serving

FOLDER = Path(__file__).parent / "observatory"
LEAST = 115
HOST = "binnenstad.example"
"""Stands for the real address; the score does not depend on it, unless browsers know it from a list of their own."""


def answer_of(site: Path, path: str = "/") -> dict[str, Any]:
    """What a host answers: the page as `make proef` serves it, with the headers that are only spoken over https."""
    with serving(site) as address:
        reply = fetch(address + path)
    full = {name.lower(): value for name, value in rules_of(site).headers_for(path).items()}
    return {"host": HOST, "headers": {**reply.headers, **full}, "body": reply.body.decode("utf-8")}


def grade(answer: dict[str, Any], folder: Path = FOLDER) -> dict[str, Any]:
    """Score, grade and tests; raises `CalledProcessError` when the grader fails."""
    done = subprocess.run(
        ["node", "grade.mjs"], cwd=folder, input=json.dumps(answer), capture_output=True, text=True, check=True
    )
    graded: dict[str, Any] = json.loads(done.stdout)
    return graded


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.observatory", description="Het cijfer van Mozilla.")
    parser.add_argument("--out", type=Path, default=Path("_site"), help="map met de gemaakte site (_site)")
    parser.add_argument("--least", type=int, default=LEAST, help=f"de laagste score die goed is ({LEAST})")
    options = parser.parse_args(argv)
    if not (options.out / "index.html").is_file():
        print(f"In {options.out} staat geen site. Maak hem eerst met: make", file=sys.stderr)
        return 2
    if not (FOLDER / "node_modules").is_dir():
        print("De beoordelaar is niet geïnstalleerd. Typ: make cijfer", file=sys.stderr)
        return 2
    graded = grade(answer_of(options.out))
    for test in graded["tests"]:
        print(f"{test['points']:+4}  {test['name']:32} {test['result']}")
    print(f"{graded['score']:4}  cijfer {graded['grade']} (minstens {options.least} is nodig)")
    return int(graded["score"] < options.least)


if __name__ == "__main__":
    sys.exit(main())
