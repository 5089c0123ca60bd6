"""What this version is made of: every package with its version and hashes, as an SBOM in CycloneDX 1.6.

    python -m tools.sbom [--out .bouw/pakketten.cdx.json]

In: the locks of pip and npm. Out: one JSON file, byte for byte the same for the same locks: no clock, no network.
https://cyclonedx.org/docs/1.6/json/ names the fields.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / ".bouw/pakketten.cdx.json"
PIN = re.compile(r"^([a-z0-9._-]+)(?:\[[^]]*])?==([^ \\;]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
NPM_LOCKS = {"package-lock.json": "required", "tools/observatory/package-lock.json": "excluded"}
"""What a site is made with, or only tools, which a lock of tools alone does not say itself."""
HASHES = {"sha512": "SHA-512", "sha384": "SHA-384", "sha256": "SHA-256", "sha1": "SHA-1"}

Component = dict[str, Any]


def pip_components(lock: str, scope: str) -> Iterator[Component]:
    """The packages of a lock of pip, each with the digests of all its files."""
    starts = list(PIN.finditer(lock))
    for pin, after in zip(starts, [*starts[1:], None], strict=True):
        name, version = pin.groups()
        digests = HASH.findall(lock[pin.end() : after.start() if after else None])
        yield _component("pypi", name, version, scope, [("SHA-256", digest) for digest in digests])


def npm_components(lock: dict[str, Any], scope: str) -> Iterator[Component]:
    """The packages of a lock of npm, each with the digest that npm compares; tools of developers are excluded."""
    for path, package in lock["packages"].items():
        if not path or "version" not in package:
            continue
        name = package.get("name") or path.rpartition("node_modules/")[2]
        kind, _, digest = package.get("integrity", "").partition("-")
        hashes = [(HASHES[kind], base64.b64decode(digest).hex())] if kind else []
        yield _component("npm", name, package["version"], "excluded" if package.get("dev") else scope, hashes)


def _component(kind: str, name: str, version: str, scope: str, hashes: Sequence[tuple[str, str]]) -> Component:
    reference = f"pkg:{kind}/{name.replace('@', '%40')}@{version}"
    return {
        "type": "library",
        "bom-ref": reference,
        "name": name,
        "version": version,
        "scope": scope,
        "purl": reference,
        "hashes": [{"alg": kind, "content": digest} for kind, digest in hashes],
    }


def bill(root: Path = ROOT) -> dict[str, Any]:
    """The whole list; a package of which more than one place asks stands there once, as the strictest says."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, Component] = {}
    runtime = (root / "requirements.txt").read_text(encoding="utf-8")
    tools = (root / "requirements-dev.txt").read_text(encoding="utf-8")
    parts = [*pip_components(runtime, "required"), *pip_components(tools, "excluded")]
    for name, scope in NPM_LOCKS.items():
        parts += npm_components(json.loads((root / name).read_text(encoding="utf-8")), scope)
    for part in sorted(parts, key=lambda part: part["scope"] != "required"):
        found.setdefault(part["bom-ref"], part)
    components = [found[reference] for reference in sorted(found)]
    told = {"type": "application", "name": project["name"], "version": project["version"], "bom-ref": project["name"]}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, json.dumps([told, components]))}",
        "version": 1,
        "metadata": {"component": told},
        "components": components,
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Write the list and say where it is."""
    parser = argparse.ArgumentParser(prog="python -m tools.sbom", description="De lijst van alle pakketten.")
    parser.add_argument("--out", type=Path, default=OUT, help="bestand om te schrijven")
    options = parser.parse_args(argv)
    listed = bill()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(listed['components'])} pakketten in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
