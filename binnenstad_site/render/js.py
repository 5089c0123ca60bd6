"""Scripts made ready to send: minified, and the modules of one folder as one file.

A browser then asks for one file instead of following imports, and what the modules share is compressed once. The
sources stay modules that run as they are. Names at the top of the modules of a folder must differ; a test runs the
result.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping

_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"([^"]*)";\n', re.MULTILINE)
_MODULE = re.compile(r'"(\.\.?/[\w/-]+\.js)"')
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
"""A comment on lines of its own: minify-html keeps those that stand before a statement."""


def bundle_scripts(sources: Mapping[str, str]) -> dict[str, str]:
    """The scripts as they are sent, by name: `js/site.js` alone, and all of `js/zoek/` as `js/zoek.js`."""
    bundles: defaultdict[str, str] = defaultdict(str)
    for name, source in _imported_first(sources).items():
        bundles[_bundle(name)] += _beside(posixpath.dirname(name), source)
    scripts = {name: _imports_once(script, own_name=posixpath.basename(name)) for name, script in bundles.items()}
    imported = {f"js/{path.removeprefix('./')}" for script in scripts.values() for path in _MODULE.findall(script)}
    return {name: minify_js(s if name in imported else _EXPORT.sub("", s)) for name, s in scripts.items()}


def minify_js(script: str) -> str:
    """The same module, shorter; names stay as they are."""
    start, end = "<script type=module>", "</script>"
    import minify_html  # noqa: PLC0415 - most builds know the scripts

    minified: str = minify_html.minify(f"{start}{_COMMENT.sub('', script)}{end}", minify_js=True)
    return minified.removeprefix(start).removesuffix(end).replace("/* @__PURE__ */ ", "")


def _bundle(path: str) -> str:
    """The file that a module is sent in."""
    top, *folder = posixpath.dirname(posixpath.normpath(path)).split("/")
    return f"{top}/{folder[0]}.js" if folder else posixpath.normpath(path)


def _imported_first(sources: Mapping[str, str]) -> dict[str, str]:
    """The sources in the order in which a browser would run them: each after those that it imports."""
    ordered: dict[str, str] = {}

    def place(name: str) -> None:
        for _, path in _IMPORT.findall(sources[name]):
            imported = posixpath.normpath(f"{posixpath.dirname(name)}/{path}")
            if imported in sources and imported not in ordered:
                place(imported)
        ordered.setdefault(name, sources[name])

    for name in sorted(sources):
        place(name)
    return ordered


def _beside(folder: str, source: str) -> str:
    """The source of a module in `folder` with the files that other modules are sent in, all beside each other."""
    return _MODULE.sub(lambda path: f'"./{posixpath.basename(_bundle(f"{folder}/{path[1]}"))}"', source)


def _imports_once(script: str, own_name: str) -> str:
    """The same script with one import per file, in front, and none of the file `own_name`, in which it stands."""
    names_by_path: defaultdict[str, set[str]] = defaultdict(set)
    for names, path in _IMPORT.findall(script):
        names_by_path[path].update(name.strip() for name in names.split(",") if name.strip())
    names_by_path.pop(f"./{own_name}", None)
    imports = "".join(
        f'import {{ {", ".join(sorted(names))} }} from "{path}";\n' if names else f'import "{path}";\n'
        for path, names in sorted(names_by_path.items())
    )
    return imports + _IMPORT.sub("", script)
