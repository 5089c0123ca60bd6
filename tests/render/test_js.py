"""Scripts as they are sent: nothing that means something may change."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from binnenstad_site.render.js import bundle_scripts, minify_js
from tests.conftest import ROOT

COMMENT = re.compile(r"^\s*//.*|/\*.*", re.MULTILINE)
SCRIPTS = ROOT / "templates" / "assets" / "js"


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/**\n * Why.\n */\nexport const a = b;\n", "export const a=b;"),
        ("  // why\nexport const a = 0.5; // half\n", "export const a=.5;"),
        ("export function fold(a) {\n  // why\n  return a.b + 1;\n}\n", "export function fold(a){return a.b+1}"),
        ("/** @type {A} */ (a).b = c;\n/** why */\nd();\n", "a.b=c,d();"),
        ("if (a) b();\n", "a&&b();"),
        ("say(/[/*]  \\/ b/u);\n", "say(/[/*]  \\/ b/u);"),
        ("say(`c  ${d} // e`);\n", "say(`c  ${d} // e`);"),
    ],
)
def test_a_script_says_the_same_in_fewer_letters(written: str, sent: str) -> None:
    assert minify_js(written) == sent


def test_modules_of_a_folder_become_one_that_imports_once_from_another() -> None:
    """What they import from each other stands above it; each file is beside it, also one that is asked for later."""
    modules = {
        "js/een/a.js": 'import { x } from "../weg/ver.js";\nimport { c } from "./b.js";\nexport const a = x + c;\n',
        "js/een/b.js": 'import "../los.js";\nimport { x, y } from "../weg/ver.js";\nexport const c = x - y;\n',
        "js/weg/ver.js": "export const x = f();\nexport const y = g();\n",
        "js/los.js": 'h(await import("./een/b.js"));\n',
    }
    assert bundle_scripts(modules) == {
        "js/een.js": 'import"./los.js";import{x,y}from"./weg.js";export const c=x-y;export const a=x+c;',
        "js/weg.js": "export const x=f();export const y=g();",
        "js/los.js": "h(await import(`./een.js`));",
    }


def test_the_real_scripts(tmp_path: Path) -> None:
    """Each is still a script, and no comment is left in it."""
    sources = {f"js/{path.relative_to(SCRIPTS)}": path.read_text("utf-8") for path in SCRIPTS.rglob("*.js")}
    for number, script in enumerate(bundle_scripts(sources).values()):
        file = tmp_path / f"{number}.mjs"
        file.write_text(script, encoding="utf-8")
        subprocess.run(["node", "--check", str(file)], check=True, capture_output=True)
        assert not COMMENT.findall(script)
