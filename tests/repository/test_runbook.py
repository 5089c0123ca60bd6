"""All that `docs/publiceren.md` tells a maintainer to set, type and open is there, and nothing is left out."""

from __future__ import annotations

import re
import shlex

from binnenstad_site.cli.arguments import parse
from tests.repository.programs import ROOT, read, run
from tests.repository.test_workflows import WORKFLOWS
from tests.repository.test_workflows import read as load

GUIDE = "docs/publiceren.md"
OF_GITHUB = {"GITHUB_TOKEN"}
"""Secrets that nobody has to set."""


def spans() -> list[str]:
    """Everything between single backticks outside the blocks, also when it goes on at the next line."""
    text = re.sub(r"^```.*?^```", "", read(GUIDE), flags=re.MULTILINE | re.DOTALL)
    return [re.sub(r"\s+", " ", code) for code in re.findall(r"`([^`]+)`", text)]


def commands() -> list[str]:
    """The lines of the blocks of shell, and what is typed in a sentence."""
    blocks = re.findall(r"^```sh\n(.*?)^```", read(GUIDE), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def test_ten_steps_in_order() -> None:
    steps = read(GUIDE).partition("## In tien stappen")[2].partition("\n## ")[0]
    assert re.findall(r"^(\d+)\. \*\*", steps, re.MULTILINE) == [str(number) for number in range(1, 11)]


def test_lines_are_no_longer_than_in_code() -> None:
    assert [line for line in read(GUIDE).splitlines() if len(line) > 120 and not line.startswith("|")] == []


def test_every_variable_and_secret_is_explained() -> None:
    """Those in the table are exactly those that a workflow reads, with the environment of a secret."""
    texts = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    table = read(GUIDE).partition("## Wat elke variabele")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| ([^|]+) \|", table, re.MULTILINE))
    variables = set(re.findall(r"\bvars\.(\w+)", texts))
    secrets = set(re.findall(r"\bsecrets\.(\w+)", texts)) - OF_GITHUB
    assert {name for name, kind in rows.items() if kind == "variabele"} == variables
    assert {name for name, kind in rows.items() if kind != "variabele"} == secrets
    environments = {
        job["environment"]
        for path in WORKFLOWS
        for job in load(path)["jobs"].values()
        if isinstance(job.get("environment"), str)
    }
    assert {kind for name, kind in rows.items() if name in secrets} == {
        f"geheim in de omgeving `{environment}`" for environment in environments
    }


def test_every_job_of_the_workflow_has_a_place_in_the_table_of_faults() -> None:
    jobs = load(ROOT / ".github/workflows/publiceer.yml")["jobs"].values()
    table = read(GUIDE).partition("| rood |")[2].partition("\n## ")[0]
    red = {cell.partition(",")[0] for cell in re.findall(r"^\| ([A-Z][^|]+?) \|", table, re.MULTILINE)}
    assert red == {job["name"] for job in jobs}


def test_the_required_check_exists() -> None:
    names = {job["name"] for job in load(ROOT / ".github/workflows/controle.yml")["jobs"].values()}
    assert "Klaar" in names
    assert "**Require status checks to pass** met alleen `Klaar`" in re.sub(r"\s+", " ", read(GUIDE))


def test_files_exist() -> None:
    named = [span for span in spans() if re.fullmatch(r"[\w.]+(?:/[\w.-]+)*(?:/|\.(?:yaml|toml|py))", span)]
    assert len(named) > 5
    assert [path for path in named if path not in {"_site/", ".example"} and not (ROOT / path).exists()] == []


def test_commands_are_known() -> None:
    typed = [*commands(), *(span for span in spans() if span.startswith("make "))]
    assert len(typed) > 4
    for command in typed:
        program, *words = shlex.split(command.partition(" > ")[0])
        if program == "make":
            assert run("make", "--dry-run", *words).returncode == 0, command
        elif words[0] == "build.py":
            assert parse(words[1:]).command == "build"
        else:
            assert words[0] == "-m"
            assert (ROOT / f"{words[1].replace('.', '/')}.py").is_file()


def test_it_says_u() -> None:
    assert not re.search(r"\b(je|jij|jouw)\b", read(GUIDE), re.IGNORECASE)
