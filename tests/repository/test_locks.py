"""The locks say what pyproject.toml and package.json ask: with hashes, no addresses; needs no network."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.repository.programs import NODE_LOCKS, read

LOCKS = ("requirements.txt", "requirements-dev.txt")
VIA_US = "binnenstad-site (pyproject.toml"


@dataclass(frozen=True)
class Pin:
    """One package of a lock: its requirement, its hashes, and who asked for it."""

    requirement: Requirement
    hashes: tuple[str, ...]
    via: tuple[str, ...]

    @property
    def version(self) -> str:
        return str(self.requirement.specifier).removeprefix("==")


def pins(lock: str) -> dict[str, Pin]:
    """The pins of a lock by name: an unindented line starts one, its hashes and reasons are indented."""
    by_name: dict[str, Pin] = {}
    for block in re.split(r"\n(?=\S)", read(lock).strip()):
        first, *rest = block.splitlines()
        requirement = Requirement(first.removesuffix("\\").strip())
        hashes = tuple(re.findall(r"--hash=(\S+)", block))
        comments = [line.strip(" #") for line in rest if line.strip().startswith("#")]
        via = tuple(reason for line in comments if (reason := line.removeprefix("via").strip()))
        name = canonicalize_name(requirement.name)
        assert name not in by_name, f"{lock} pins {name} twice"
        by_name[name] = Pin(requirement, hashes, via)
    return by_name


def requirements(lock: str) -> list[Requirement]:
    settings = tomllib.loads(read("pyproject.toml"))
    texts = list(settings["project"]["dependencies"])
    if lock == "requirements-dev.txt":
        texts += settings["dependency-groups"]["dev"]
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("lock", LOCKS)
def test_each_dependency_is_pinned_within_its_specifier(lock: str) -> None:
    locked = pins(lock)
    for requirement in requirements(lock):
        pin = locked.get(canonicalize_name(requirement.name))
        assert pin is not None, f"{requirement.name} is not in {lock}: run `make sloten`"
        assert requirement.specifier.contains(pin.version), f"{lock} has {pin.requirement}, asked {requirement}"


@pytest.mark.parametrize("lock", LOCKS)
def test_no_pin_is_left_of_a_dependency_that_was_removed(lock: str) -> None:
    ours = {name for name, pin in pins(lock).items() if any(VIA_US in reason for reason in pin.via)}
    assert ours == {canonicalize_name(requirement.name) for requirement in requirements(lock)}


@pytest.mark.parametrize("lock", LOCKS)
def test_each_pin_is_exact_and_has_hashes(lock: str) -> None:
    locked = pins(lock)
    assert locked
    for name, pin in locked.items():
        assert re.fullmatch(r"==[0-9][0-9a-z.+]*", str(pin.requirement.specifier)), name
        assert pin.requirement.url is None, name
        assert pin.hashes, f"{name} has no hash in {lock}"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", digest) for digest in pin.hashes), name


def test_tests_run_with_the_versions_that_the_site_is_built_with() -> None:
    tests = pins("requirements-dev.txt")
    for name, pin in pins("requirements.txt").items():
        assert tests[name].requirement == pin.requirement
        assert tests[name].hashes == pin.hashes


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_no_path(lock: str) -> None:
    text = read(lock)
    for fragment in ("://", "index-url", "find-links", "trusted-host", " @ ", "file:", "-c /", "-r /"):
        assert fragment not in text, f"{fragment!r} in {lock}"


@pytest.mark.parametrize("path", NODE_LOCKS)
def test_node_lock_is_in_step_and_names_no_address(path: str) -> None:
    folder = path.removesuffix("package-lock.json")
    package: dict[str, Any] = json.loads(read(f"{folder}package.json"))
    lock: dict[str, Any] = json.loads(read(path))
    root, *others = lock["packages"].values()
    for field in ("name", "version", "engines", "dependencies", "devDependencies"):
        assert root.get(field) == package.get(field), f"{field} differs: run `npm install --package-lock-only`"
    for name, version in {**package.get("dependencies", {}), **package.get("devDependencies", {})}.items():
        assert lock["packages"][f"node_modules/{name}"]["version"] == version, f"{name} must be pinned exactly"
    assert others
    assert all("integrity" in other and "resolved" not in other for other in others)
    assert "omit-lockfile-registry-resolved=true" in read(f"{folder}.npmrc").splitlines()
    assert "registry=" not in read(f"{folder}.npmrc").replace("registry-resolved=", "")
