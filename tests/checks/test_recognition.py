"""A page that is recognised without parsing is one of which the parser and the rules say the same."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from binnenstad_site.checks.outputs import FinishedPage, _inside, facts_by_parsing
from binnenstad_site.checks.recognition import BLOCKS, DRAWN, LINES, ONLY_UNDER, VOID, Recogniser
from tests.conftest import build
from tests.visiting import lay_out

PAGE = (
    '<!doctype html>\n<html lang="nl">\n<head><meta charset="utf-8"><title>x</title>{head}</head>\n'
    "<body><h1>x</h1>{body}</body>\n</html>\n"
)
ODD = (
    "template",
    "style",
    "textarea",
    "foreignObject",
    "math",
    "font",
    "iframe",
    "noscript",
    "frameset",
    "image",
    "hr",
)
OFTEN = ("b", "a", "p", "div", "span", "li", "ul", "td", "svg", "path", "h2", "h3") * 3
KNOWN = {*BLOCKS, *LINES, *DRAWN, *ONLY_UNDER, "dt", "dd", "head", "body", "html", "title"}
NAMES = [*sorted(KNOWN), *OFTEN, *ODD]
ATTRIBUTES = [
    *("", "", "", "", "", ' id="een"', ' id="twee"', ' id="drie"', ' id="vier"', ' ID="een"', " id=een", ' id=""'),
    *(' href="#een"', ' href="#twee"', ' href="/a/"', ' href="https://elders.example/"', ' href=""', ' href="#"'),
    *(' href="/a/?b=1&amp;copy=2#c"', ' href="/a/?b=1&copy=2"', ' href="javascript:x()"', ' href=" data:x"', " href"),
    *(' src="/x.js"', ' src="//elders.example/x.js"', ' src=""', ' srcset="x 2x"', ' style="x"', ' onclick="x()"'),
    *(' rel="canonical"', ' rel="stylesheet"', ' class="x y"', ' class="a>b"', ' viewBox="0 0 1 1"', " hidden", "/"),
    *(' class="\r"', " class='x'", '  class="x"', ' action="https://elders.example/"', ' xlink:href="/a/"', ' x="é"'),
    *(' class=" id="', " title=' id=\"een\"'", ' id="een" id="twee"', ' href="/a/" src="/b/"', ' class="&lt;&#34;"'),
]
TEXTS = ["", "", "x", " ", "\n", "&lt;b&gt;", ' id="een"', ">", "<", "<!-- x -->", "\0", "<!doctype html>", "/>"]


def agrees(content: bytes, recogniser: Recogniser | None = None) -> bool:
    """Whether a page is recognised; when it is, parsing must have given the same, and no diagnostic."""
    good = (recogniser or Recogniser()).recognise(content)
    if good is not None:
        facts = facts_by_parsing(FinishedPage("a/index.html", content), "")
        assert facts.diagnostics == ()
        assert facts.ids == good.ids
        assert facts.inside == _inside(good.addresses, "")
    return good is not None


def random_element(chance: random.Random, depth: int) -> str:
    """An element of any kind with anything in it, mostly with its end tag."""
    name = chance.choice(NAMES)
    attributes = "".join(chance.choice(ATTRIBUTES) for _ in range(chance.randint(0, 2)))
    inside = "".join(random_element(chance, depth - 1) for _ in range(chance.randint(0, 3) if depth else 0))
    start, end = f"<{name}{attributes}>", "" if name in VOID or chance.random() < 0.03 else f"</{name}>"
    return f"{start}{chance.choice(TEXTS) if chance.random() < 0.2 else ''}{inside}{end}"


@settings(max_examples=400)
@given(seed=st.integers(0, 2**32))
def test_random_elements(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        body = "".join(random_element(chance, chance.randint(0, 4)) for _ in range(chance.randint(1, 3)))
        agrees(PAGE.format(head="", body=body).encode())


@settings(max_examples=400)
@given(seed=st.integers(0, 2**32))
def test_elements_nested_in_all_ways(seed: int) -> None:
    """Only the nesting is at random: what may stand where is what the table of elements must be right about."""
    chance = random.Random(seed)
    names = [name for name in NAMES if name not in VOID]
    for _ in range(40):
        chain = [chance.choice(names) for _ in range(chance.randint(1, 6))]
        marked = "".join(f'<{name} id="n{number}">' for number, name in enumerate(chain))
        closing = "".join(f"</{name}>" for name in reversed(chain))
        after = "".join(f'<{chance.choice(names)} class="z">' for _ in range(chance.randint(0, 1)))
        agrees(PAGE.format(head="", body=f"{marked}x{closing}{after}").encode())


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The pages of the small project."""
    outputs = build(lay_out(tmp_path_factory.mktemp("recognised"))).outputs
    return [output.content for output in outputs if output.path.endswith(".html") and isinstance(output.content, bytes)]


def test_our_own_pages_are_recognised(pages: list[bytes]) -> None:
    """All but those with a `<template>` or lines of code: without this, checking a site takes three times as long."""
    recogniser = Recogniser()
    assert len(pages) > 50
    assert [agrees(page, recogniser) for page in pages] == [
        not re.search(b"<(template|pre)\\b", page) for page in pages
    ]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_our_own_pages_damaged(pages: list[bytes], data: st.DataObject) -> None:
    """A tag dropped, doubled, moved or changed, or anything put somewhere."""
    page = data.draw(st.sampled_from(pages))
    chance = random.Random(data.draw(st.integers(0, 2**32)))
    pieces = re.split(rb"(<[^>]*>)", page)
    for _ in range(chance.randint(1, 2)):
        at, other = chance.randrange(1, len(pieces), 2), chance.randrange(1, len(pieces), 2)
        tag = pieces[at]
        more = tag[:-1] + chance.choice(ATTRIBUTES).encode() + b">"
        beside = [tag + tag, pieces[other], tag + pieces[other], tag + chance.choice(TEXTS).encode()]
        pieces[at] = chance.choice([b"", *beside, more, tag[1:], tag.upper(), tag.replace(b'"', b"'")])
    agrees(b"".join(pieces))


@pytest.mark.parametrize(
    "body",
    [
        '<p id="een"></p><a href="#een">x</a><a href="/a/?b=1&amp;c=2">y</a>',
        '<h2 id="een">a</h2><h3>b</h3><h2>c</h2>',
        "<dl><div><dt>a</dt><dd>b</dd></div></dl><ul><li><p>a</p></li></ul>",
        "<table><caption>a</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td><p>a</p></td></tr></tbody></table>",
        '<a href="/a/"><svg class="x"><a href="/b/"><path d="M0 0"/></a></svg></a>',
        '<script src="/x.js"></script><form action="/a/"><select><option>a</option></select></form>',
    ],
)
def test_good(body: str) -> None:
    assert agrees(PAGE.format(head="", body=body).encode())


@pytest.mark.parametrize(
    "body",
    [
        '<p id="een"></p><p id="een"></p>',
        '<p id="een"></p><b id="een"></b>',
        '<p> id="een"</p><a href="#een">x</a>',
        "<h3>a</h3>",
        "<h1>a</h1>",
        '<a href="#een">x</a>',
        '<p><b id="een">a</p><p>b</b></p>',
        '<p><em id="een"><div>a</div></em></p>',
        '<a href="/a/" id="een"><b><a href="/b/">c</a></b></a>',
        '<tr id="een"></tr>',
        '<p id="een"><table><caption><p>a</p></caption></table></p>',
        '<svg><p id="een"/></svg>',
        "<svg><g/></g></svg>",
        "<div/>",
        '<template><p id="een"></p></template>',
        "<!-- <p> --><p>a</p>",
        "<a href='/a/'>x</a>",
        '<a href="/a/?b=1&copy=2">x</a>',
        '<a href="javascript:x()">x</a>',
        '<p style="x">a</p>',
        '<p onclick="x()">a</p>',
        '<img src="">',
        "<script>x()</script>",
        '<use href="https://elders.example/"></use>',
        '<form action="https://elders.example/"></form>',
        '<meta http-equiv="refresh" content="0; url=https://elders.example/">',
    ],
)
def test_left_to_the_parser(body: str) -> None:
    assert not agrees(PAGE.format(head="", body=body).encode())


@pytest.mark.parametrize(
    "page",
    [
        PAGE.format(head="", body="").removeprefix("<!doctype html>"),
        "x" + PAGE.format(head="", body=""),
        PAGE.format(head="", body="").replace("</title>", "<b></b></title>"),
        PAGE.format(head='<p id="een"></p>', body=""),
        PAGE.format(head="", body="").replace("</html>", "</html><p>x</p>"),
        PAGE.format(head="", body="").replace("</html>", ""),
        PAGE.format(head="", body="").replace("<body>", "<body><body>"),
        PAGE.format(head="", body="").replace("<h1>x</h1>", ""),
    ],
)
def test_frames_left_to_the_parser(page: str) -> None:
    assert not agrees(page.encode())


def test_what_is_remembered_is_bounded(pages: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Forgetting in the middle changes nothing."""
    monkeypatch.setattr("binnenstad_site.checks.recognition.MOST_STEPS", 10)
    recogniser = Recogniser()
    assert all(agrees(page, recogniser) for page in pages if not re.search(b"<(template|pre)\\b", page))
