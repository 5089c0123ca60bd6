"""The bill of materials of a version names every package of the locks once, with what proves it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.repository.programs import NODE_LOCKS, ROOT
from tools.sbom import HASH, NPM_LOCKS, PIN, bill, main, npm_components, pip_components


def test_every_package_of_every_lock() -> None:
    listed = bill()
    references = [part["bom-ref"] for part in listed["components"]]
    assert references == sorted(set(references))
    for lock in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert {f"pkg:pypi/{name}@{version}" for name, version in PIN.findall(text)} <= set(references)
        assert len(PIN.findall(text)) > 20
        digests = {item["content"] for part in listed["components"] for item in part["hashes"]}
        assert set(HASH.findall(text)) <= digests
    assert set(NPM_LOCKS) == set(NODE_LOCKS)
    packages = [json.loads((ROOT / lock).read_text(encoding="utf-8"))["packages"] for lock in NPM_LOCKS]
    assert sum(reference.startswith("pkg:npm/") for reference in references) > sum(map(len, packages)) // 2
    assert all(part["hashes"] for part in listed["components"])


def test_what_a_site_is_made_with_is_required_and_tools_are_not() -> None:
    scopes = {part["name"]: part["scope"] for part in bill()["components"]}
    assert (scopes["jinja2"], scopes["@sveltia/cms"]) == ("required", "required")
    assert {scopes[name] for name in ("pytest", "axe-core", "@mdn/mdn-http-observatory")} == {"excluded"}


def test_one_package_of_each_kind() -> None:
    lock = "a-b[x]==1.0 ; python_version < '4' \\\n    --hash=sha256:" + "0" * 64 + "\n    # via c\n"
    (python,) = pip_components(lock, "required")
    (node,) = npm_components(
        {"packages": {"": {}, "node_modules/@a/b": {"version": "2", "integrity": "sha1-AAE="}}}, "required"
    )
    assert (python["purl"], python["hashes"]) == ("pkg:pypi/a-b@1.0", [{"alg": "SHA-256", "content": "0" * 64}])
    assert (node["purl"], node["hashes"]) == ("pkg:npm/%40a/b@2", [{"alg": "SHA-1", "content": "0001"}])


def test_twice_is_the_same_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "a/1.json", tmp_path / "a/2.json"
    assert main(["--out", str(first)]) == main(["--out", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
    assert f"pakketten in {first}" in capsys.readouterr().out
