"""The files that pages load: style sheets, scripts, drawings and fonts, in a folder named after a hash of them all.

Browsers may therefore cache them for ever, and relative addresses between them work.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from binnenstad_site.core.memo import Kept, Memo, digest
from binnenstad_site.core.outputs import Artifact, Output
from binnenstad_site.render import fonts
from binnenstad_site.render.js import bundle_scripts

STYLESHEET = "css/site.css"
"""What every page loads; what only some load has a sheet of its own."""


@dataclass(frozen=True, slots=True)
class Assets:
    """The finished files by the name that templates use: `css/site.css`."""

    folder: str
    """Where they go in the output: `assets/0123456789`."""
    files: Mapping[str, bytes]
    fonts: Mapping[str, Artifact] = field(default_factory=dict)
    """By name as well; as `Artifact`, not made yet."""

    def outputs(self) -> tuple[Output, ...]:
        return tuple(Output(f"{self.folder}/{name}", content) for name, content in self.files.items())

    def address(self, name: str) -> str:
        """The address of a file from the root of the site; `KeyError` when there is no such file."""
        if name not in self.files and name not in self.fonts:
            raise KeyError(name)
        return f"/{self.folder}/{name}"


def read_assets(source: Path, letters: Iterable[Artifact] | None = None, memo: Memo | None = None) -> Assets:
    """Read `templates/assets/`; the style sheets of a folder become one, and so do its scripts.

    The fonts (or other `letters`) and their licences come along.
    """
    sources = {path.relative_to(source).as_posix(): path for path in sorted(source.rglob("*")) if path.is_file()}
    styles = {name: path.read_text(encoding="utf-8") for name, path in sources.items() if name.startswith("css/")}
    scripts = {name: path.read_text(encoding="utf-8") for name, path in sources.items() if name.startswith("js/")}
    files = {name: path.read_bytes() for name, path in sources.items() if not name.startswith(("css/", "js/"))}
    memo = memo or Memo()
    bundles = memo.get(Kept.TEMPLATE, digest("scripts", scripts), partial(bundle_scripts, scripts))
    files |= {name: text.encode("utf-8") for name, text in bundles.items()}
    files.update(fonts.licences())
    for name, style in join_styles(styles).items():
        files[name] = memo.get(Kept.TEMPLATE, digest("style", style), partial(_minified, style)).encode("utf-8")
    artifacts = {artifact.path: artifact for artifact in (fonts.font_artifacts() if letters is None else letters)}
    everything = sha256()
    for name in sorted(files):
        everything.update(name.encode() + b"\0" + files[name] + b"\0")
    for name, artifact in artifacts.items():
        everything.update(name.encode() + b"\0" + artifact.key.encode() + b"\0")
    folder = f"assets/{everything.hexdigest()[:10]}"
    placed = {name: replace(artifact, path=f"{folder}/{name}") for name, artifact in artifacts.items()}
    return Assets(folder, dict(sorted(files.items())), placed)


def _minified(style: str) -> str:
    from binnenstad_site.render.css import minify_css  # noqa: PLC0415 - most builds know the style

    return minify_css(style)


def join_styles(sources: Mapping[str, str]) -> dict[str, str]:
    """The sheets in the order of the names of their sources: `css/10-a.css` is in `STYLESHEET`, `css/b/10-a.css` in
    `css/b.css`.
    """
    sheets: defaultdict[str, list[str]] = defaultdict(list)
    for name, source in sorted(sources.items()):
        _, *folder, _ = name.split("/")
        sheets[f"css/{folder[0]}.css" if folder else STYLESHEET].append(source)
    return {name: "\n".join(texts) for name, texts in sheets.items()}
