"""What GitHub reads beside the workflows: review, updates of packages, and the forms for who reports something."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from binnenstad_site.models.vocabulary import STATUS
from tests.repository.programs import NODE_LOCKS, ROOT, read, run_tool

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
MAINTAINERS = "@de-nieuwe-binnenstad/beheer"
EDITORS = "@de-nieuwe-binnenstad/redactie"


def load(path: str) -> dict[str, Any]:
    loaded = yaml.safe_load(read(path))
    assert isinstance(loaded, dict)
    return loaded


# --- review


def owners() -> list[tuple[str, str]]:
    """Pattern and owner of each line of CODEOWNERS."""
    lines = [line.split() for line in read(".github/CODEOWNERS").splitlines() if line and not line.startswith("#")]
    return [(pattern, owner) for pattern, owner in lines]


def owner_of(path: str) -> str:
    """Who reviews a file: the last pattern counts, a pattern that ends with a slash is a folder."""
    matches = [
        owner
        for pattern, owner in owners()
        if pattern in {"*", f"/{path}"} or (pattern.endswith("/") and f"/{path}".startswith(pattern))
    ]
    return matches[-1]


def test_every_path_with_an_owner_exists() -> None:
    missing = [pattern for pattern, _ in owners() if pattern != "*" and not (ROOT / pattern.strip("/")).exists()]
    assert missing == []


@pytest.mark.parametrize(
    "path",
    [
        "content/site.yaml",
        "content/gepubliceerde-adressen.txt",
        ".github/workflows/publiceer.yml",
        ".github/CODEOWNERS",
        "binnenstad_site/exports/host_rules.py",
        "requirements.txt",
        "package-lock.json",
        "netlify.toml",
    ],
)
def test_a_maintainer_reviews_what_can_harm_the_site(path: str) -> None:
    assert (ROOT / path).exists()
    assert owner_of(path) == MAINTAINERS


@pytest.mark.parametrize("path", ["content/praktijken/nieuw.md", "docs/woordenlijst.txt"])
def test_an_editor_reviews_content(path: str) -> None:
    assert owner_of(path) == EDITORS


# --- updates of packages


def test_dependabot_follows_its_schema_and_has_no_known_weakness() -> None:
    run_tool("check-jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml")
    run_tool("zizmor", "--offline", "--persona=pedantic", ".github/dependabot.yml")


def test_updates_of_every_kind_come_monthly_and_grouped() -> None:
    updates = {update["package-ecosystem"]: update for update in load(".github/dependabot.yml")["updates"]}
    assert set(updates) == {"pip", "npm", "github-actions"}
    for update in updates.values():
        assert update["schedule"] == {"interval": "monthly"}
        assert len(update["groups"]) == 1
        assert update["cooldown"] == {"default-days": 7}
    assert {f"{folder.rstrip('/')}/package-lock.json" for folder in updates["npm"]["directories"]} == {
        f"/{lock}" for lock in NODE_LOCKS
    }


# --- forms


def test_forms_follow_their_schema() -> None:
    assert [path.stem for path in FORMS] == ["1-fout", "2-praktijk", "3-idee"]
    run_tool("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *FORMS)
    config = ".github/ISSUE_TEMPLATE/config.yml"
    run_tool("check-jsonschema", "--builtin-schema", "vendor.github-issue-config", config)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_for_something_and_says_u(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fields = [field for field in yaml.safe_load(text)["body"] if field["type"] != "markdown"]
    assert any(field.get("validations", {}).get("required") for field in fields)
    assert len({field["id"] for field in fields}) == len(fields)
    assert not re.search(r"\b(je|jij|jouw)\b", text, re.IGNORECASE)


def test_a_new_praktijk_chooses_from_the_statuses_of_the_model() -> None:
    fields = {field.get("id"): field for field in load(".github/ISSUE_TEMPLATE/2-praktijk.yml")["body"]}
    assert fields["status"]["attributes"]["options"] == list(STATUS)
