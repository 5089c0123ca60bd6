"""The forms at `/admin/` as files of the site: the program that npm installed, our page, and the configuration.

In: the project and what the build says of its settings. Out: outputs, or none when the program is not installed or
there is no repository for it. The program is taken from `node_modules/` and never committed; it is read only here, so
`check` and `serve` never touch it. Of its text, four addresses of other hosts are replaced by ours.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from binnenstad_site.cli.cms_config import cms_config
from binnenstad_site.cli.cms_installed import PACKAGE, PROGRAM, has_program
from binnenstad_site.cli.cms_lists import kept_of_lists
from binnenstad_site.core.outputs import Output, json_bytes
from binnenstad_site.core.urls import base_path
from binnenstad_site.exports.host_rules import ADMIN, ADMIN_META_POLICY, HEADERS, headers_file
from binnenstad_site.models.settings import Repository, Settings

_SOURCE = "https://unpkg.com/@sveltia/cms"
_CDN = "https://cdn.jsdelivr.net/fontsource/fonts/"
FONTS: Mapping[str, str] = {
    "source-sans-3:vf@5.3.0/latin-wght-normal.woff2": (
        "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"
    ),
    "noto-mono@5.3.0/latin-400-normal.woff2": "@fontsource/noto-mono/files/noto-mono-latin-400-normal.woff2",
    "material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": (
        "@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2"
    ),
}
"""What the program asks of a host of fonts -> the file of the package that has the same font."""


class ProgramChanged(Exception):  # noqa: N818 - names what was found
    """The program is another than the one whose addresses we know: look at it before it is upgraded."""


def with_forms(
    outputs: tuple[Output, ...], project: Path, settings: Settings | None, address: str, *, preview: bool = False
) -> tuple[Output, ...]:
    """A site with its forms, and with the headers that go with them; unchanged when it has none."""
    repository = settings.repository if settings else None
    if not outputs or not settings or not repository or not repository.github or not has_program(project):
        return outputs
    others = tuple(output for output in outputs if output.path != HEADERS)
    headers = headers_file(base_path(address), preview=preview, beside_forms=[output.path for output in others])
    return (*others, headers, *form_files(project, repository, address, settings.titel))


def replaced(program: str, base: str) -> str:
    """The program with our addresses; raises `ProgramChanged` when one of the four is not there exactly once."""
    ours = {_SOURCE: f"{base}/{ADMIN}/programma"}
    ours |= {_CDN + asked: f"{base}/{ADMIN}/letters/{Path(file).name}" for asked, file in FONTS.items()}
    for address, own in ours.items():
        if (times := program.count(address)) != 1:
            raise ProgramChanged(f"{PROGRAM} has {address} {times} times instead of once")
        program = program.replace(address, own)
    return program


def form_files(project: Path, repository: Repository, address: str, titel: str) -> tuple[Output, ...]:
    """All files below `/admin/`. Raises `OSError` when a package is not complete, `ProgramChanged`."""
    modules, package, base = project / "node_modules", project / PACKAGE, base_path(address)
    version = json.loads((package / "package.json").read_bytes())["version"]
    program = replaced((project / PROGRAM).read_text("utf-8"), base).encode()
    begin = (project / "templates" / ADMIN / "begin.js").read_bytes()
    page = (project / "templates" / ADMIN / "index.html").read_text("utf-8")
    html = page.format(
        base=base, titel=titel, policy=ADMIN_META_POLICY, begin=_integrity(begin), program=_integrity(program)
    )
    below: dict[str, bytes | Path] = {
        "index.html": html.encode(),
        "begin.js": begin,
        "config.json": json_bytes(cms_config(repository, address, titel)),
        "lijsten.json": json_bytes(kept_of_lists(project)),
        "programma/sveltia-cms.js": program,
        # The program asks whether there is a newer one: there is none but this.
        "programma/package.json": json_bytes({"version": version}),
        f"programma@{version}/locales/nl.json": package / "locales/nl.json",
        "programma/LICENSE.txt": package / "LICENSE.txt",
    }
    for file in FONTS.values():
        below[f"letters/{Path(file).name}"] = modules / file
        family, name = file.split("/files/")[0], Path(file).name.partition("-latin")[0]
        below[f"letters/{name}-LICENSE.txt"] = modules / family / "LICENSE"
    return tuple(Output(f"{ADMIN}/{path}", content) for path, content in below.items())


def _integrity(content: bytes) -> str:
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()
