"""A newcomer goes word for word by CONTRIBUTING.md, from "I have a case" to "it is online": nothing turns red.

Names and commands come from that text and from the workflows, so neither can say anything else than what works. The
Git host is a bare repository and a folder in which its workflows run; who reads the site asks a server on this machine.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.content.githost import GitHost, lay_out, newcomer, shell
from tests.tree import environment
from tools.fetching import fetch
from tools.proef import serving

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
STEPS = re.findall(
    r"^\d\. (.+(?:\n   .+)*)", GUIDE.partition("## Een praktijk toevoegen")[2].partition("\n## ")[0], re.MULTILINE
)
BLOCKS = re.findall(r"```sh\n(.*?)```", GUIDE.partition("## Op uw eigen computer")[2], re.DOTALL)
FILL_IN = "<vul in>"
MARK = "pytest.mark." + "content"
TODAY = datetime.now(UTC).date().isoformat()
VALUES = (
    "De nieuwe markt van Delft",
    "Een overdekte markt in een leeg warenhuis, waar kraamhouders uit de buurt het hele jaar staan.",
    "delft",
    "Een warenhuis aan de Markt",
    "anders-consumeren",
    "Het warenhuis stond leeg en de weekmarkt werd elk jaar kleiner.",
    "ruimte",
    "loopt",
    "2026",
    "2026-03",
    "heden",
    "gemeente, verhuurder",
    "onbekend",
    "1",
    "Een krant beschrijft wat er is gedaan, zonder meting.",
    "Weinig kraamhouders in de winter",
    "In de winter bleef de helft van de kramen leeg.",
    "delft-krant-2026",
    "Bel de kraamhouders van de weekmarkt.",
    "Vraag de eigenaar om een contract voor een jaar.",
    "Begin met één dag in de week.",
    "delft-krant-2026",
    "Een markt onder dak",
    "De Delftse Krant",
    "krant",
    "https://krant.example/markt-onder-dak",
    TODAY[:4],
    TODAY,
    TODAY,
    TODAY,
    "De gemeente huurde een leeg warenhuis en verhuurt er kramen 🎉 [@delft-krant-2026].",
    "De weekmarkt kromp en het warenhuis stond leeg [@delft-krant-2026].",
    "Kraamhouders tekenden een contract voor een jaar [@delft-krant-2026].",
    "Het is er druk op zaterdag, zegt de krant [@delft-krant-2026].",
    "Begin klein, en laat de kraamhouders zelf kiezen op welke dag zij staan.",
)
"""What somebody fills in, place by place; optional fields keep the hash before them."""


def filled_in() -> str:
    """The example with every place filled in, explanations left where they are."""
    values = iter(VALUES)
    lines = (ROOT / EXAMPLE).read_text(encoding="utf-8").split("\n")
    text = "\n".join(
        line.replace(FILL_IN, next(values)) if FILL_IN in line and not line.lstrip().startswith("#") else line
        for line in lines
    )
    assert not list(values)
    return text


def named(step: str, pattern: str) -> str:
    """What a step of the guide calls something."""
    found = re.search(pattern, step)
    assert found is not None, step
    return found.group(1)


EXAMPLE = named(STEPS[0], r"\[het voorbeeld\]\(([^)]+)\)")
NEW = f"{named(STEPS[1], '`(content/[a-z]+)`')}/{named(STEPS[2], '`([a-z-]+[.]md)`')}"
ADDRESS = f"/{NEW.removeprefix('content/').removesuffix('.md')}/"


def test_the_guide_says_the_same_for_a_browser_and_a_computer_of_your_own() -> None:
    """Six steps in a browser; the commands copy the example of the first to the file that the third names."""
    assert len(STEPS) == 6
    assert f"`{FILL_IN}`" in STEPS[3]
    assert len(BLOCKS) == 2
    assert f"cp {EXAMPLE} {NEW}\n" in BLOCKS[0]


@pytest.mark.nacht
def test_from_a_case_to_a_page_that_is_online(tmp_path: Path) -> None:
    """And a mistake that is made then comes back as one comment, in Dutch, with what to type."""
    host = GitHost(tmp_path / "host", lay_out(tmp_path / "begin"))
    empty = tmp_path / "leeg"
    empty.mkdir()
    shell(BLOCKS[0].replace("ADRES", str(host.repository)), newcomer(empty))
    mine = empty / named(BLOCKS[0], r"cd (\S+)")
    assert (mine / NEW).read_text(encoding="utf-8") == (ROOT / EXAMPLE).read_text(encoding="utf-8")
    (mine / NEW).write_text(filled_in(), encoding="utf-8")
    checked = shell(BLOCKS[1], newcomer(mine))
    assert "waarschuwing" in checked
    assert "fout[" not in checked

    proposal = host.check("delft-nieuwe-markt", number=1)
    assert proposal.is_good, proposal.report
    assert {d["severity"] for d in proposal.report} == {"warning"}
    assert {d["code"] for d in proposal.report if d["path"] == NEW} == {
        "aanbevolen-veld",
        "te-korte-tekst",
        "teken-buiten-lettertype",
    }
    assert f"| `{ADDRESS}` | `{ADDRESS.strip('/')}/index.html` | nog niet |" in proposal.comment
    assert "- `krant.example` in " in proposal.comment
    host.merge("delft-nieuwe-markt")
    with serving(host.online) as site:
        host.publish(site)
        page = fetch(site + ADDRESS)
        assert page.status == 200
        assert f"<h1>{VALUES[0]}" in page.body.decode()
        assert host.new_addresses() >= {ADDRESS}

        shell("git switch --create tikfout", newcomer(mine))
        (mine / NEW).write_text(filled_in().replace("status: loopt", "status: lopt"), encoding="utf-8")
        shell("git commit --all --message Status && git push origin tikfout", newcomer(mine))
        mistake = host.check("tikfout", number=2, live=site)
    assert not mistake.is_good
    assert "**1 fout" in mistake.comment
    assert f"| `{ADDRESS}` | na verbetering | [nu]({site}{ADDRESS}) |" in mistake.comment
    told = mistake.comment.replace("\\", "")  # as it is read: signs of Markdown stand there with a backslash
    assert '"lopt" kan niet bij "Status"' in told
    assert 'Bedoelde u "loopt"?' in told


def test_no_test_of_the_content_fails(tmp_path: Path) -> None:
    """All tests that read the content pass with the new praktijk in it."""
    tree = lay_out(tmp_path)
    (tree / NEW).write_text(filled_in(), encoding="utf-8")
    # Collecting every test takes longer than running these few, so their files are found by the mark they carry.
    marked = [file for file in sorted((tree / "tests").rglob("test_*.py")) if MARK in file.read_text(encoding="utf-8")]
    tests = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-m", "content", "-p", "no:cacheprovider", "-p", "no:xdist", *marked],
        cwd=tree,
        env=environment(PYTHONDONTWRITEBYTECODE="1", PATH=os.environ["PATH"]),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert tests.returncode == 0, tests.stdout[-5000:]
    assert "passed" in tests.stdout
