"""What strangers write, changed at random towards code that did not run yet: read or reported, never raised or slow.

A short run every time, a long one at night. What was found this way stands as a test at the part that it was in.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import partial

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.core.citations import without_citations, words_and_keys
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.hosts import url_fault
from binnenstad_site.exports.host_rules import MalformedRule, parse_headers, parse_redirects
from binnenstad_site.exports.redirects import Moved, read_published, resolve
from binnenstad_site.load.documents import Layout, Storage
from binnenstad_site.load.front_matter import parse_file
from binnenstad_site.load.textfiles import single_newlines
from binnenstad_site.search.language import fold, stem, tokens
from binnenstad_site.validate.markdown import Notes, Terms, parse, render
from tests.conftest import BASIS, ROOT
from tests.fuzzing import changed, fuzz
from tests.hostile import ATTEMPTS, IN_MARKDOWN, escaped

NODE = shutil.which("node") or "node"
SHORT, LONG, LONGER = 150, 7_500, 75_000
"""Rounds; each at length takes some minutes, so what reads little gets the most."""
FILES = [path.read_text(encoding="utf-8") for path in sorted((BASIS / "content").rglob("*.*"))]
BODIES = [text.split("\n---\n", 1)[1] for text in FILES if "\n---\n" in text] + [
    way.replace("{}", form) for attempt in ATTEMPTS[::6] for form in escaped(attempt) for way in IN_MARKDOWN[::3]
]
MARKDOWN = Layout("praktijken", Storage.MARKDOWN)
LIST = Layout("begrippen", Storage.LIST, slug_from="term")


def front_matter(text: str) -> None:
    """Documents or diagnostics, each within the file."""
    data = text.encode("utf-8", "replace")
    lines = single_newlines(text).count("\n") + 1
    for layout, path in ((MARKDOWN, "content/praktijken/x.md"), (LIST, "content/begrippen.yaml")):
        for diagnostic in parse_file(data, path, layout).diagnostics:
            assert 1 <= diagnostic.location.line <= lines + 1, diagnostic


def markdown(text: str) -> None:
    """Nothing in it becomes active, and every problem lies within it."""
    body = parse(text)
    terms = Terms.of({way: f"begrip-{number}" for number, way in enumerate(("a", "0", "1", "39", "amp", "&", "b c"))})
    notes = Notes(links={link.key: link.href for link in body.links}, terms=terms)
    html = "".join(render(section, notes) for section in body.sections)
    assert "\0" not in html
    tree = LexborHTMLParser(html)
    assert tree.css("script, iframe, object, embed, base, form, style, meta[http-equiv]") == []
    for node in tree.css("*"):
        assert not [name for name in node.attributes if name == "style" or name.startswith("on")], node.html
        address = (node.attributes.get("href") or node.attributes.get("src") or "").strip().lower()
        assert not address.startswith(("javascript:", "vbscript:", "data:", "file:", "//")), node.html
    assert all(1 <= problem.line <= single_newlines(text).count("\n") + 2 for problem in body.problems)


def citations(text: str) -> None:
    """The pieces without their keys are the words."""
    assert isinstance(without_citations(text), str)
    assert all(isinstance(keys, tuple) for _, keys in words_and_keys(text))
    url_fault(text)


def redirects(text: str) -> None:
    """What is resolved leads to a page that is there, whatever stands in the list."""
    addresses = frozenset({"/", "/over/", "/trends/"})
    words = text.split()
    places = [partial(Location, "content/omleidingen.yaml", line) for line in range(1, len(words) + 1)]
    moved = [Moved(old, new, at, at) for old, new, at in zip(words, words[1:], places, strict=False)]
    for target in resolve(moved, addresses, frozenset()).targets.values():
        assert target.partition("#")[0] in addresses
    read_published(text)


def host_files(text: str) -> None:
    """Read, or refused with the number of the line."""
    for read in (parse_headers, parse_redirects):
        try:
            rules = read(text)
        except MalformedRule:
            continue
        assert all(path.startswith("/") for path in rules)


ADDRESSES = ["/oud/ /over/ /ouder/ /oud/", "/a/ /trends/#x", "/over/\n/trends/\n", *ATTEMPTS[::5]]
RULES = ["/*\n  X-Frame-Options: DENY\n\n/a/*\n  ! X\n", "/a/ /b/ 301!\n/c/ /d/ 302\n", "# noot\n"]
PARTS: dict[str, tuple[Callable[[str], None], Sequence[str]]] = {
    "front matter": (front_matter, FILES),
    "Markdown": (markdown, BODIES),
    "citations": (citations, [*BODIES, "a [@b, p. 3; @c]", *ATTEMPTS]),
    "redirects": (redirects, ADDRESSES),
    "host files": (host_files, RULES),
}


@pytest.mark.parametrize("part", PARTS)
def test_shortly(part: str) -> None:
    work, begin = PARTS[part]
    assert fuzz(work, begin[:25], SHORT).lines > 20


@pytest.mark.nacht
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("seed", range(4))
def test_at_length(part: str, seed: int) -> None:
    work, begin = PARTS[part]
    rounds = LONG if part in ("front matter", "Markdown") else LONGER
    assert fuzz(work, begin, rounds, 100 + seed).lines > 20


def test_it_finds_what_only_one_way_leads_to() -> None:
    """The tests above can fail: a mistake behind two steps that no text of the beginning takes."""

    def fragile(text: str) -> None:
        markdown(text)
        assert "```" not in text

    with pytest.raises(AssertionError, match="```"):
        fuzz(fragile, ["tekst"], 2_000)


READERS = """
import * as state from "{js}/state.js";
import * as measures from "{js}/windtunnel/measures.js";
import * as answers from "{js}/trendscan/answers.js";
import * as choice from "{js}/nota/choice.js";
import {{ readFragment }} from "{js}/alike.js";
import {{ readFileSync }} from "node:fs";
const known = (name) => name.length % 2 === 0;
for (const text of JSON.parse(readFileSync(0, "utf8"))) {{
  for (const key of ["m", "s", "g", "p", "n", "w"]) for (const fragment of [text, state.packed(key, 1, text)]) {{
    const begin = performance.now();
    const found = [measures.fromFragment(fragment, known), answers.scanFrom(fragment), readFragment(fragment),
      choice.fromFragment(fragment, known), state.unpackText(text, 60), state.unpackNumbers(text, 25, 4),
      measures.addedCode(fragment)];
    if (JSON.stringify(found).length > 20000) throw new Error("large: " + fragment);
    if (performance.now() - begin > 1000) throw new Error("slow: " + fragment);
  }}
}}
"""


def decoded_by_the_scripts(count: int, seed: int) -> None:
    """Any fragment is read or refused, in little time and to little: also with a sum that is right."""
    chance = random.Random(seed)
    begin = ["", "1a2b~utrecht~", "~~~", "zz~!AA~b", "utrecht~veenendaal", "Z29lZGVuZGFn", "9" * 300, *ATTEMPTS]
    texts = [changed(chance.choice(begin), begin, chance)[:400] for _ in range(count)]
    script = READERS.format(js=(ROOT / "templates/assets/js").as_uri())
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", script],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def read_alike(count: int, seed: int) -> None:
    """Both analysers of the search give the same words, pieces and stems for any text."""
    chance = random.Random(seed)
    begin = [*FILES, *ATTEMPTS, "stadscentrum 's-Hertogenbosch 12.656 € 50 7,5% m² co₂ coöperatie ĳsselstein"]
    texts = [changed(chance.choice(begin), begin, chance) for _ in range(count)]
    question = {"teksten": texts, "samenstellingen": [], "waarden": {}, "markeringen": []}
    done = subprocess.run(
        [NODE, str(ROOT / "tests/zoek/same.mjs"), str(ROOT / "templates/assets/js")],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    for text, answer in zip(texts, json.loads(done.stdout)["teksten"], strict=True):
        assert answer == [[token.word, list(token.pieces), stem(token.word)] for token in tokens(fold(text))], text


SCRIPTS = {"fragments": decoded_by_the_scripts, "analysers": read_alike}


@pytest.mark.parametrize("part", SCRIPTS)
def test_scripts_shortly(part: str) -> None:
    SCRIPTS[part](200, 1)


@pytest.mark.nacht
@pytest.mark.parametrize("part", SCRIPTS)
def test_scripts_at_length(part: str) -> None:
    for seed in range(20):
        SCRIPTS[part](2_000, seed + 100)
