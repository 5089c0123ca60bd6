"""Scripts made ready to send: without comments and blanks, and the modules of one folder as one file.

A browser then asks for one file instead of following imports, and what the modules share is compressed once. The
sources stay modules that run as they are. Names at the top of the modules of a folder must differ; a test runs the
result.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
_AFTER = re.compile(r"[ \t]+// [^\n\"'`]*$", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)
_BESIDE = re.compile(r'^import \{[^}]*\} from "\./[a-z]+\.js";\n', re.MULTILINE)
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]*)";\n', re.MULTILINE)
_ABOVE = re.compile(r'"\.\./([a-z]+\.js)"')
_FOLDER = re.compile(r'"(?:\./|\.\./)([a-z]+)/[a-z]+\.js"')
_BLANKS = re.compile(
    r"""
    ( ^import\b.*\n | "(?:\\.|[^"\\\n])*" | `(?:\\.|[^`\\])*`                           # imports, strings
    | (?:(?<=[(=,!&|?:])|(?<=[(=,!&|?:]\ )|(?<=\breturn\ ))                                   # regular expressions
      / (?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+ / )
    | (?<=[{(\[,;]) \s+ | (?<=\}) \s+ (?=(?:async|const|export|for|function|if|let|return)\b)   # lines
    | [;,]? \s+ (?=\}) | ,? \s+ (?=[)\]]) | \s+ (?=[,;.])
    | (?<=[^+-])\ (?=[+-]=?\ [^+-]) | (?<=[^+-]\ [+-])\ (?=[^+-])                              # a + b
    | \ * ([=?:<>*|&!%{(\[]+) \s* | \ * ([)\]}]) \ * | (?<![\w$.]) 0 (?=\.\d)
    """,
    re.VERBOSE | re.MULTILINE,
)
"""What keeps its blanks (a text in it holds no backtick), and the blanks, last commas and noughts that mean nothing."""


def finished(scripts: Mapping[str, str]) -> dict[str, str]:
    """The scripts as they are sent, by name: `js/site.js` alone, and all of `js/zoek/` as `js/zoek.js`."""
    found: dict[str, str] = {}
    folders: dict[str, dict[str, str]] = {}
    for name, source in scripts.items():
        folder, _, module = name.removeprefix("js/").rpartition("/")
        if folder:
            folders.setdefault(f"js/{folder}.js", {})[module] = source
        else:
            found[name] = _imports_once(_FOLDER.sub(r'"./\1.js"', shorten_script(source)))
    return found | {name: bundle(modules) for name, modules in folders.items()}


def shorten_script(source: str) -> str:
    """A script without comments, indents and blank lines; comments stand on lines of their own or after code."""
    bare = _AFTER.sub("", _COMMENT.sub("", source))
    return _INDENT.sub("", bare).strip() + "\n"


def without_blanks(script: str) -> str:
    """The same script with no more blanks than it needs; the end of a line stays where it may end a statement."""
    return _BLANKS.sub(lambda found: found[1] or found[2] or found[3] or "", script)


def bundle(modules: Mapping[str, str]) -> str:
    """The modules of a folder as one; what they import from each other is there, the rest are files beside it."""
    joined = "".join(_BESIDE.sub("", shorten_script(source)) for _, source in sorted(modules.items()))
    return _imports_once(_ABOVE.sub(r'"./\1"', _FOLDER.sub(r'"./\1.js"', joined)))


def _imports_once(script: str) -> str:
    """The same script with one import per file, in front, and no more blanks than it needs."""
    wanted: dict[str, set[str]] = {}
    for names, path in _IMPORT.findall(script):
        wanted.setdefault(path, set()).update(name.strip() for name in names.split(",") if name.strip())
    lines = [f'import {{ {", ".join(sorted(names))} }} from "{path}";\n' for path, names in sorted(wanted.items())]
    return "".join(lines) + without_blanks(_IMPORT.sub("", script))
