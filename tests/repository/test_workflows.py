"""The workflows: valid, without known weaknesses, and every action pinned by commit. Needs no network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.repository.programs import ROOT, run_tool

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)


def read(workflow: Path) -> dict[Any, Any]:
    loaded = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_there_are_workflows() -> None:
    assert {workflow.name for workflow in WORKFLOWS} >= {"controle.yml", "publiceer.yml"}


def test_zizmor_finds_nothing() -> None:
    run_tool("zizmor", "--offline", "--persona=pedantic", "--config", ".github/zizmor.yml", ".github/workflows")


@pytest.mark.parametrize("schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"])
def test_workflows_follow_the_schema(schema: str) -> None:
    run_tool("check-jsonschema", "--builtin-schema", schema, *WORKFLOWS)


@each_workflow
def test_actions_are_pinned_by_commit_with_the_release_beside_it(workflow: Path) -> None:
    """The text is read, for a comment is no part of the loaded YAML."""
    uses = re.findall(r"^\s*(?:- )?uses: (.*)$", workflow.read_text(encoding="utf-8"), re.MULTILINE)
    assert uses
    for use in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)


@each_workflow
def test_code_from_outside_gets_a_token_that_reads_at_most(workflow: Path) -> None:
    content = read(workflow)
    triggers = content[True]  # YAML 1.1 reads the key `on` so
    assert set(triggers) <= {"pull_request", "merge_group", "push"}
    assert content["permissions"] == {}
    for name, job in content["jobs"].items():
        if "pull_request" in triggers or any("run" in step for step in job["steps"]):
            assert job["permissions"] == {"contents": "read"}, name


def test_pages_are_published_only_when_asked() -> None:
    jobs = read(ROOT / ".github/workflows/publiceer.yml")["jobs"]
    assert jobs["pages"]["if"] == "vars.PAGES == 'ja'"
    assert jobs["pages"]["needs"] == "bouw"
