"""The style sheet holds nothing that no page uses, and is sent as short as it can be."""

from __future__ import annotations

import re

import pytest

from binnenstad_site.render.css import minify_css
from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"
STYLES = {path.name: path.read_text(encoding="utf-8") for path in sorted((TEMPLATES / "assets/css").rglob("*.css"))}
WRITTEN = "\n".join(
    path.read_text(encoding="utf-8")
    for folder, pattern in (
        (TEMPLATES, "*.html"),
        (TEMPLATES / "assets/js", "*.js"),
        (TEMPLATES / "assets/beeld", "*.svg"),
        (ROOT / "binnenstad_site", "*.py"),
    )
    for path in sorted(folder.rglob(pattern))
)
WORDS = frozenset(re.findall(r"[\w-]+", WRITTEN))
BEGINNINGS = frozenset(re.findall(r"([\w-]+-)(?:\{|\$\{|\" ~)", WRITTEN))
"""What stands before a value: `trend-{{ kort }}`, `f"z-steen-{grade}"`."""
ENDS = frozenset(re.findall(r"\}(-[\w-]+)", WRITTEN))


def rules() -> str:
    """All style sheets without comments, strings and numbers, so that a dot begins a class."""
    return re.sub(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'|url\([^)]*\)", "", "\n".join(STYLES.values()), flags=re.DOTALL)


def is_written(name: str) -> bool:
    """Whether a template, a drawing or a script can give an element this class."""
    parts = [name[: match.end()] for match in re.finditer("-", name)]
    return name in WORDS or any(part in BEGINNINGS for part in parts)


def test_every_class_is_used() -> None:
    """A class that nothing carries is dead weight: the whole style sheet is on every page."""
    classes = set(re.findall(r"\.([A-Za-z_][\w-]*)", rules()))
    assert len(classes) > 100
    assert sorted(name for name in classes if not is_written(name)) == []


def test_every_token_is_used_and_defined() -> None:
    """A custom property that is used is set somewhere, and one that is set is used."""
    style = rules()
    set_here = set(re.findall(r"(--[\w-]+)\s*:", style))
    asked = set(re.findall(r"var\((--[\w-]+)", style)) | set(re.findall(r"var\((--[\w-]+)", WRITTEN))
    assert sorted(asked - set_here) == []
    assert sorted(set_here - asked) == []


def test_a_component_has_one_file() -> None:
    """The same selector with the same context stands in one file only, except to adapt it for print and the like."""
    seen: dict[str, set[str]] = {}
    for name, text in STYLES.items():
        if name.startswith(("80", "90")):
            continue
        for selector in re.findall(r"^  (\.[\w-]+) \{\s+[a-z-]+:", text, flags=re.MULTILINE):
            seen.setdefault(selector, set()).add(name)
    assert {selector: names for selector, names in seen.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/* why */\na { color: red; }\n", "a{color:red}"),
        (
            "a > b,\n  a :hover { margin: 0 1px; padding: calc(1px + 2px) }",
            "a>b,a :hover{margin:0 1px;padding:calc(1px + 2px)}",
        ),
        ('a::after { content: " ; } /* */ "; }', 'a::after{content:" ; } /* */ "}'),
        ("@media (min-width: 44rem) { a { b: c; } /* it's */ }", "@media (min-width:44rem){a{b:c}}"),
        ('a { grid: "x  y" / 1fr; }', 'a{grid:"x  y" / 1fr}'),
        ("@media (width >= 44rem) { a { b: c } }", "@media (width>=44rem){a{b:c}}"),
        (".a { .b { c: d; } & + .c { e: f } }", ".a{.b{c:d}& + .c{e:f}}"),
        ('.a :is(.b, .c) [d] { e: url("../f.svg") }', '.a :is(.b,.c) [d]{e:url("../f.svg")}'),
        (":root { --a: b, c ; }", ":root{--a:b,c}"),
        ("a { b: c /* d */ e }", "a{b:c e}"),
        ("@layer a, b; @layer a { c { d: e } } @layer a { f { g: h } }", "@layer a,b;@layer a{c{d:e}f{g:h}}"),
    ],
)
def test_only_comments_and_blanks_that_mean_nothing_go(written: str, sent: str) -> None:
    assert minify_css(written) == sent
    assert minify_css(sent) == sent
