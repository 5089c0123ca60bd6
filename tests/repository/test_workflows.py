"""The workflows: valid, without known weaknesses, and every action pinned by commit. Needs no network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.repository.programs import NODE_LOCKS, ROOT, run_tool

PUBLISH = ROOT / ".github/workflows/publiceer.yml"
MOST_LINES = 3
"""Of a script in a workflow."""
MAY_DO_MORE: dict[tuple[str, str], dict[str, str]] = {
    ("links.yml", "melding"): {"contents": "read", "issues": "write"},
    ("reactie.yml", "plaats"): {"contents": "read", "pull-requests": "write"},
    ("publiceer.yml", "vooraf"): {"actions": "read", "pages": "read"},
    ("publiceer.yml", "netlify"): {},
    ("versie.yml", "uitgave"): {"contents": "write"},
    ("publiceer.yml", "adressen"): {"contents": "write", "pull-requests": "write"},
}
"""Workflow and job that runs a script -> its permissions, when these are not to read the repository."""
READS_MORE: dict[tuple[str, str], dict[str, str]] = {
    ("reactie.yml", "tekst"): {"actions": "read", "contents": "read", "pages": "read"},
}
"""Workflow and job that runs our own Python, as it stands on main -> what it may read."""
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)


def read(workflow: Path) -> dict[Any, Any]:
    loaded = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_there_are_workflows() -> None:
    assert {workflow.name for workflow in WORKFLOWS} >= {"controle.yml", "nacht.yml", "publiceer.yml"}


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
    allowed = {"pull_request", "merge_group", "push", "schedule", "workflow_dispatch"}
    assert set(triggers) <= (allowed | {"workflow_run"} if workflow.name == "reactie.yml" else allowed)
    assert content["permissions"] == {}
    for name, job in content["jobs"].items():
        if "pull_request" in triggers or (_runs(job) and (workflow.name, name) not in MAY_DO_MORE | READS_MORE):
            assert job["permissions"] == {"contents": "read"}, name


def test_a_token_that_can_do_more_meets_no_code_of_packages_or_content() -> None:
    """Nothing is installed there, and nothing of ours runs but a script around git and gh."""
    for (name, job_name), permissions in MAY_DO_MORE.items():
        job = read(ROOT / ".github/workflows" / name)["jobs"][job_name]
        assert job["permissions"] == permissions
        inline = "\n".join(_runs(job))
        files = [(ROOT / path).read_text(encoding="utf-8") for path in re.findall(r"\.ci/[a-z]+", inline)]
        commands = re.sub(r"^\s*#.*$", "", "\n".join((inline, *files)), flags=re.MULTILINE)
        foreign = re.findall(r"\.venv|\b(?:python\d?|build|pip|npm|npx|make|apt|docker|eval|source)\b", commands)
        assert foreign == [], job_name


def test_who_reads_more_can_change_nothing_and_gives_no_token_to_python() -> None:
    for (name, job_name), permissions in READS_MORE.items():
        job = read(ROOT / ".github/workflows" / name)["jobs"][job_name]
        assert job["permissions"] == permissions
        assert set(permissions.values()) == {"read"}
        with_token = [step["run"] for step in job["steps"] if "GH_TOKEN" in step.get("env", {})]
        assert with_token == [".ci/haal voorstel.zip"]
        assert "python" not in (ROOT / ".ci/haal").read_text(encoding="utf-8")


def test_the_comment_comes_after_the_check_and_runs_nothing_of_it() -> None:
    """`workflow_run` has the token of main, so what the proposal wrote comes in as one file that a program reads."""
    workflow = read(ROOT / ".github/workflows/reactie.yml")
    checked = read(ROOT / ".github/workflows/controle.yml")
    assert workflow[True] == {"workflow_run": {"workflows": [checked["name"]], "types": ["completed"]}}
    jobs = workflow["jobs"]
    assert jobs["tekst"]["if"] == "github.event.workflow_run.event == 'pull_request'"
    steps = [step for job in jobs.values() for step in job["steps"]]
    checkouts = [step["with"] for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts == [{"persist-credentials": False}] * 2
    downloads = [step["with"] for step in steps if step.get("uses", "").startswith("actions/download-artifact@")]
    assert downloads == [{"name": "reactie", "path": "nieuw"}]
    place = jobs["plaats"]["steps"][-1]["env"]
    assert place["HEAD"] == "${{ github.event.workflow_run.head_sha }}"
    written = [step.get("with", {}).get("name") for step in checked["jobs"]["inhoud"]["steps"]]
    assert "voorstel" in written


@each_workflow
def test_scripts_are_short_and_take_nothing_from_expressions(workflow: Path) -> None:
    """What is longer stands in `.ci/` or `tools/` and has tests; values come in as variables, never as script."""
    for job in read(workflow)["jobs"].values():
        for script in _runs(job):
            assert len(script.strip().splitlines()) <= MOST_LINES, script
            assert "${{" not in script


def _runs(job: dict[str, Any]) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def test_the_required_check_waits_for_every_job_and_always_runs() -> None:
    """Else a job that was skipped because another failed would count as passed."""
    jobs = read(ROOT / ".github/workflows/controle.yml")["jobs"]
    last = jobs.pop("klaar")
    assert set(last["needs"]) == set(jobs)
    assert last["if"] == "always()"
    results = {f"${{{{ needs.{name}.result }}}}" for name in jobs}
    assert results <= set(last["steps"][-1]["env"].values())


def test_only_the_kind_of_change_decides_what_is_skipped() -> None:
    jobs = read(ROOT / ".github/workflows/controle.yml")["jobs"]
    assert "if" not in jobs["inhoud"]
    assert {jobs[name]["if"] for name in ("alles", "python")} == {"needs.inhoud.outputs.soort == 'alles'"}


def test_it_publishes_after_a_merge_every_day_and_by_hand() -> None:
    """Always the branch main: by hand another could be chosen."""
    workflow = read(PUBLISH)
    triggers = workflow[True]
    assert triggers["push"] == {"branches": ["main"]}
    assert [entry["cron"].split()[2:] for entry in triggers["schedule"]] == [["*", "*", "*"]]
    assert "workflow_dispatch" in triggers
    assert workflow["jobs"]["vooraf"]["if"] == "github.ref == 'refs/heads/main'"
    assert workflow["jobs"]["bouw"]["needs"] == "vooraf"


def test_a_host_gets_a_site_only_when_asked_and_when_it_is_new() -> None:
    jobs = read(PUBLISH)["jobs"]
    for name, variable in (("pages", "PAGES"), ("netlify", "NETLIFY")):
        conditions = jobs[name]["if"].split(" && ")
        assert {f"vars.{variable} == 'ja'", "needs.bouw.outputs.publiceren == 'true'"} <= set(conditions)
        assert jobs[name]["needs"] == "bouw"


def test_what_is_published_is_built_for_a_real_address() -> None:
    """That of Pages comes from GitHub; `--publish` refuses an example."""
    jobs = read(PUBLISH)["jobs"]
    assert jobs["vooraf"]["outputs"]["adres"] == "${{ steps.pages.outputs.base_url || vars.BASE_URL }}"
    builds = [script for script in _runs(jobs["bouw"]) if "build.py --" in script]
    assert builds == ['.venv/bin/python build.py --publish --base-url "$BASE_URL"']


def test_what_is_published_is_signed_and_nothing_of_ours_can_sign() -> None:
    """The manifest has the digest of every file; no script runs where a token can sign."""
    workflow = read(PUBLISH)["jobs"]["herkomst"]
    assert workflow["permissions"] == {"attestations": "write", "id-token": "write"}
    assert workflow["steps"][-1]["with"] == {"subject-path": "site/manifest.json"}
    assert _runs(workflow) == []


def test_packages_are_looked_up_every_week() -> None:
    """In every lock, and not only in what goes online."""
    workflow = read(ROOT / ".github/workflows/pakketten.yml")
    assert [entry["cron"].split()[4] for entry in workflow[True]["schedule"]] == ["2"]
    scripts = "\n".join(script for job in workflow["jobs"].values() for script in _runs(job))
    assert "pip_audit --disable-pip --require-hashes --requirement requirements-dev.txt" in scripts
    for lock in NODE_LOCKS:
        folder = "" if lock == "package-lock.json" else f" --prefix {lock.removesuffix('/package-lock.json')}"
        assert f"npm audit{folder} --package-lock-only --audit-level=high" in scripts


def test_addresses_are_listed_only_after_the_site_was_seen_online() -> None:
    """Also when a job in between was skipped, after which GitHub would skip all that follow."""
    jobs = read(PUBLISH)["jobs"]
    assert set(jobs["online"]["needs"]) == {"vooraf", "bouw", "pages", "netlify"}
    for part in ("!cancelled()", "!contains(needs.*.result, 'failure')", "needs.bouw.result == 'success'"):
        assert part in jobs["online"]["if"]
    assert "!cancelled() && needs.online.result == 'success'" in jobs["adressen"]["if"]
