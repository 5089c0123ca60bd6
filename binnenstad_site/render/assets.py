"""The files that pages load: style sheets joined into one, scripts and drawings, at an address that changes with them.

The address holds a hash of everything, so a host may let browsers keep the files for ever, and relative addresses
between them go on working.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from binnenstad_site.core.outputs import Artifact, Output
from binnenstad_site.render import fonts
from binnenstad_site.render.css import minify_css
from binnenstad_site.render.js import bundle_scripts

STYLESHEET = "css/site.css"


@dataclass(frozen=True, slots=True)
class Assets:
    """The finished files by the name that templates use: `css/site.css`."""

    folder: str
    """Where they go in the output: `assets/0123456789`."""
    files: Mapping[str, bytes]
    later: Mapping[str, Artifact] = field(default_factory=dict)
    """The fonts, still to be made, by name as well."""

    def outputs(self) -> tuple[Output, ...]:
        return tuple(Output(f"{self.folder}/{name}", content) for name, content in self.files.items())

    def address(self, name: str) -> str:
        """The address of a file from the root of the site; `KeyError` when there is no such file."""
        if name not in self.files and name not in self.later:
            raise KeyError(name)
        return f"/{self.folder}/{name}"


def read_assets(source: Path, letters: Iterable[Artifact] | None = None) -> Assets:
    """Read `templates/assets/`; style sheets are joined in the order of their names, and so are folders of scripts.

    The fonts (or other `letters`) and their licences come along.
    """
    found = {path.relative_to(source).as_posix(): path for path in sorted(source.rglob("*")) if path.is_file()}
    styles = [path.read_text(encoding="utf-8") for name, path in found.items() if name.startswith("css/")]
    scripts = {name: path.read_text(encoding="utf-8") for name, path in found.items() if name.startswith("js/")}
    files = {name: path.read_bytes() for name, path in found.items() if not name.startswith(("css/", "js/"))}
    files |= {name: text.encode("utf-8") for name, text in bundle_scripts(scripts).items()}
    files.update(fonts.licences())
    files[STYLESHEET] = minify_css("\n".join(styles)).encode("utf-8")
    recipes = {each.path: each for each in (fonts.to_make() if letters is None else letters)}
    digest = sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name] + b"\0")
    for name, recipe in recipes.items():
        digest.update(name.encode() + b"\0" + recipe.key.encode() + b"\0")
    folder = f"assets/{digest.hexdigest()[:10]}"
    placed = {name: replace(recipe, path=f"{folder}/{name}") for name, recipe in recipes.items()}
    return Assets(folder, dict(sorted(files.items())), placed)
