"""Scripts as they are sent: nothing that means something may change."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from binnenstad_site.render.js import bundle, finished, shorten_script, without_blanks
from tests.conftest import ROOT

SCRIPTS = ROOT / "templates" / "assets" / "js"
TEXT = re.compile(r'"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`')


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("const a = b ? c : { d: [e, f] };", "const a=b?c:{d:[e,f]};"),
        ("if (a && !b) {\nreturn c;\n}\nd();", "if(a&&!b){return c}\nd();"),
        ("for (const a of b) {\nc();\n}\nreturn [\na,\nb,\n];", "for(const a of b){c()}return[a,b];"),
        ('say("a = { b }", `c ? ${d} : e`);', 'say("a = { b }",`c ? ${d} : e`);'),
        (r'say("a \" = b", c);', r'say("a \" = b",c);'),
        ("a + +b;", "a + +b;"),
        ("a - -b;", "a - -b;"),
        ("a++ + b;", "a++ + b;"),
        ("a + b - c;", "a+b-c;"),
        ("a += b;", "a+=b;"),
        ("a(0.5, b[0], c0.d, 10.5);\nconst e =\nf ||\ng;", "a(.5,b[0],c0.d,10.5);const e=f||g;"),
        ("a.replace(/, ([ ={}] \\/ b)/g, c);", "a.replace(/, ([ ={}] \\/ b)/g,c);"),
        ("const a = /b = c/u;", "const a=/b = c/u;"),
        ("if (d) {\nreturn /a = b/.test(c);\n}", "if(d){return /a = b/.test(c)}"),
        ("for (const [a, b] of c) d.push(...e);", "for(const[a,b]of c)d.push(...e);"),
        ("a\n.b()\n.c();", "a.b().c();"),
        ("const a = () => {}\nb();", "const a=()=>{}\nb();"),
    ],
)
def test_blanks_that_mean_nothing_go(written: str, sent: str) -> None:
    assert without_blanks(written) == sent


def test_modules_of_a_folder_import_once_from_another() -> None:
    """What they import from each other is there already."""
    modules = {
        "een.js": 'import { a } from "../ver/weg.js";\nimport { c } from "./twee.js";\nexport const b = a + c;\n',
        "twee.js": 'import { a, d } from "../ver/weg.js";\nexport const c = a - d;\n',
    }
    assert bundle(modules) == 'import { a, d } from "./ver.js";\nexport const b=a+c;export const c=a-d;'


def test_the_real_scripts(tmp_path: Path) -> None:
    """Each is still a script, and says what was written."""
    sources = {f"js/{path.relative_to(SCRIPTS)}": path.read_text("utf-8") for path in SCRIPTS.rglob("*.js")}
    sent = finished(sources)
    for number, script in enumerate(sent.values()):
        file = tmp_path / f"{number}.mjs"
        file.write_text(script, encoding="utf-8")
        subprocess.run(["node", "--check", str(file)], check=True, capture_output=True)
    written = dict.fromkeys(sent, "")
    for name, source in sorted(sources.items()):
        folder, _, module = name.removeprefix("js/").rpartition("/")
        written[f"js/{folder}.js" if folder else f"js/{module}"] += shorten_script(source)
    for name, script in sent.items():
        assert _texts(script) == _texts(written[name]) != [], name


def _texts(script: str) -> list[str]:
    """What a script says, in order, but for the paths of imports, which are put together."""
    return [text for text in TEXT.findall(script) if not text.endswith('.js"')]
