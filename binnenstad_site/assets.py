"""The files that pages load: style sheets joined into one, scripts and drawings, at an address that changes with them.

The address holds a hash of everything, so a host may let browsers keep the files for ever, and relative addresses
between them go on working.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from binnenstad_site.outputs import Output

STYLESHEET = "css/site.css"
STYLE_PARTS = re.compile(
    r""" "[^"\n]*" | '[^'\n]*' | /\*.*?\*/ | \s*;?\s*}\s* | \s*[{;,>]\s* | :\s+ | \s+ """, re.VERBOSE | re.DOTALL
)
"""What a style sheet holds that may be written shorter, and the strings, in which nothing may change."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The finished files by the name that templates use: `css/site.css`."""

    folder: str
    """Where they go in the output: `assets/0123456789`."""
    files: Mapping[str, bytes]

    def outputs(self) -> tuple[Output, ...]:
        return tuple(Output(f"{self.folder}/{name}", content) for name, content in self.files.items())

    def address(self, name: str) -> str:
        """The address of a file from the root of the site; `KeyError` when there is no such file."""
        if name not in self.files:
            raise KeyError(name)
        return f"/{self.folder}/{name}"


def read_assets(source: Path) -> Assets:
    """Read `templates/assets/`; the style sheets are joined in the order of their names."""
    found = {path.relative_to(source).as_posix(): path for path in sorted(source.rglob("*")) if path.is_file()}
    styles = [path.read_text(encoding="utf-8") for name, path in found.items() if name.startswith("css/")]
    files = {name: path.read_bytes() for name, path in found.items() if not name.startswith("css/")}
    files[STYLESHEET] = shorten("\n".join(styles)).encode("utf-8")
    digest = sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name] + b"\0")
    return Assets(f"assets/{digest.hexdigest()[:10]}", dict(sorted(files.items())))


def shorten(style: str) -> str:
    """A style sheet without comments and without the blanks that mean nothing; every rule stands as it was written."""
    bare = STYLE_PARTS.sub(lambda part: "" if part[0].startswith("/*") else part[0], style)
    return STYLE_PARTS.sub(_shortened, bare).strip()


def _shortened(part: re.Match[str]) -> str:
    found = part[0]
    if found.startswith(('"', "'")):
        return found
    mark = found.strip()
    return "}" if mark.endswith("}") else mark or " "
