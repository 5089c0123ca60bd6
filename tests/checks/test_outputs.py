"""The net under our own templates: small pages, good and bad; and nothing that content does is caught by it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from binnenstad_site.checks import check_addresses, check_pages, check_weight
from binnenstad_site.checks.weights import LIST_BUDGET, PAGE_BUDGET
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.memo import Memo
from binnenstad_site.core.outputs import Output
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.page import Page
from binnenstad_site.pages.praktijken_lists import PraktijkenPagina
from binnenstad_site.pages.static_pages import StandaardPagina
from binnenstad_site.pipeline import Options, Session
from binnenstad_site.write.publish import publish
from tests.conftest import TODAY, build, only_diagnostic, write_files
from tests.render.test_templates import Maker
from tests.visiting import PRAKTIJK, lay_out

PAGE = "<!doctype html><html lang=nl><head><title>x</title>{head}</head><body><h1>x</h1>{body}</body></html>"


def codes_of(body: str = "", head: str = "", *, base: str = "", **others: str) -> list[str]:
    """The codes for a page at `/a/`; `others` are the bodies of further pages by the names of their folders."""
    files = {f"{name}/index.html": PAGE.format(body=text, head="") for name, text in others.items()}
    files["a/index.html"] = PAGE.format(body=body, head=head)
    outputs = {path: Output(path, html.encode()) for path, html in files.items()}
    outputs["assets/x.css"] = Output("assets/x.css", b"")
    return [d.code.value for d in check_pages(outputs, base, Memo()) if d.location == Location("_site/a/index.html")]


class TestFinishedPages:
    """Each rule, with a page that keeps it and one that does not."""

    @pytest.mark.parametrize(
        ("body", "codes"),
        [
            ("<p id=een></p><p id=twee></p>", []),
            ("<p id=een></p><p id=een></p><p id=een></p>", ["uitvoer-id"]),
            ("<h2>a</h2><h3>b</h3><h2>c</h2>", []),
            ("<h3>b</h3>", ["uitvoer-kop"]),
            ("<h2>a</h2><h4>b</h4><h6>c</h6>", ["uitvoer-kop"] * 2),
            ("<h1>nog een</h1>", ["uitvoer-kop"]),
            ("<script src=/assets/x.css></script>", []),
            ("<script>alert(1)</script>", ["uitvoer-opmaak"]),
            ("<p style='color: red'></p>", ["uitvoer-opmaak"]),
            ("<style></style>", ["uitvoer-opmaak"]),
            ("<iframe src=/a/></iframe>", ["uitvoer-opmaak"]),
            ("<object></object><embed>", ["uitvoer-opmaak"] * 2),
            ("<p onclick=x()></p>", ["uitvoer-opmaak"]),
            ("<svg/onload=x()></svg>", ["uitvoer-opmaak"]),
            ('<p class="x"ONCLICK\n=x()></p>', ["uitvoer-opmaak"]),
            ("<p>De knop onclick = x is tekst, en onder = ook.</p>", []),
            ("<p>Zet online=ja aan, on the road</p>", []),
            ("<p data-once=1></p>", []),
            ("<form action=/a/></form><form></form>", []),
            ("<form action=https://elders.example/></form>", ["uitvoer-opmaak"]),
            ("<form action=//elders.example/></form>", ["uitvoer-opmaak"]),
            ("<img src=/assets/x.css alt=''>", []),
            ("<img src=https://elders.example/x.png alt=''>", ["uitvoer-opmaak"]),
            ("<img src=//elders.example/x.png alt=''>", ["uitvoer-opmaak"]),
            ("<img src=data:image/png;base64,AA== alt=''>", ["uitvoer-opmaak"]),
            ("<img srcset='https://elders.example/x.png 2x' alt=''>", ["uitvoer-opmaak"]),
            ("<video poster=https://elders.example/x.png></video>", ["uitvoer-opmaak"]),
            ("<svg><use href='/assets/x.css#deel'></use></svg>", []),
            ("<svg><use href='https://elders.example/x.svg#deel'></use></svg>", ["uitvoer-opmaak"]),
            ("<a href=https://elders.example/>x</a><a href=mailto:x@y.example>y</a>", []),
            ("<a href='javascript:alert(1)'>x</a>", ["uitvoer-opmaak"]),
            ("<a href=' JavaScript:alert(1)'>x</a>", ["uitvoer-opmaak"]),
            ("<a href='data:text/html,x'>x</a>", ["uitvoer-opmaak"]),
        ],
    )
    def test_on_a_page_itself(self, body: str, codes: list[str]) -> None:
        assert codes_of(body) == codes

    @pytest.mark.parametrize(
        ("head", "codes"),
        [
            ("<link rel=stylesheet href=/assets/x.css>", []),
            ("<link rel=stylesheet href=https://elders.example/x.css>", ["uitvoer-opmaak"]),
            ("<link rel=canonical href=https://elders.example/>", []),
            ("<link rel=preload href=https://elders.example/x.woff2>", ["uitvoer-opmaak"]),
            ("<base href=/a/>", ["uitvoer-opmaak"]),
            ("<meta http-equiv=refresh content='0; url=/a/'>", []),
            ("<meta http-equiv=Refresh content='0; url=https://elders.example/'>", ["uitvoer-opmaak"]),
            ("<meta http-equiv=refresh content='0; url=//elders.example/'>", ["uitvoer-opmaak"]),
            ("<meta http-equiv=refresh>", ["uitvoer-opmaak"]),
            ("<script src=https://elders.example/x.js></script>", ["uitvoer-opmaak"]),
        ],
    )
    def test_in_the_head(self, head: str, codes: list[str]) -> None:
        assert codes_of(head=head) == codes

    def test_no_heading_at_all(self) -> None:
        (diagnostic,) = check_pages({"a.html": Output("a.html", b"<p>x</p>")}, "", Memo())
        assert diagnostic.code == "uitvoer-kop"

    @pytest.mark.parametrize(
        ("link", "codes"),
        [
            ("/b/", []),
            ("/b/#plek", []),
            ("/b/?q=1#plek", []),
            ("?q=1", []),
            ("#hier", []),
            ("/assets/x.css#deel", []),
            ("/b/#p=een,twee", []),
            ("/c/", ["uitvoer-link"]),
            ("/b", ["uitvoer-link"]),
            ("c/", ["uitvoer-link"]),
            ("/b/#weg", ["uitvoer-anker"]),
            ("#weg", ["uitvoer-anker"]),
            ("/b/#%70lek", []),
        ],
    )
    def test_links_within_the_site(self, link: str, codes: list[str]) -> None:
        """They lead to a file, and to a place that is there; a choice for a script is no place."""
        assert codes_of(f'<p id="hier"></p><a href="{link}">x</a>', b="<p id=plek></p>") == codes

    @pytest.mark.parametrize(
        ("link", "codes"),
        [("/pad/a/", []), ("/a/", ["uitvoer-link"]), ("/", ["uitvoer-link"]), ("/padder/", ["uitvoer-link"])],
    )
    def test_links_under_a_base_path(self, link: str, codes: list[str]) -> None:
        """A link without the base path leads out of the site, also when the same path exists inside."""
        assert codes_of(f'<a href="{link}">x</a>', base="/pad") == codes

    def test_a_link_that_is_wrong_on_two_pages_is_told_of_both(self) -> None:
        wrong = PAGE.format(body="<a href=/weg/>x</a>", head="").encode()
        outputs = {path: Output(path, wrong) for path in ("a.html", "b.html")}
        assert [d.location.path for d in check_pages(outputs, "", Memo())] == ["_site/a.html", "_site/b.html"]

    def test_what_was_found_is_kept_by_the_bytes(self) -> None:
        """A second look at the same pages, of which one was mended, finds what is left."""
        memo = Memo()
        bad, good = (PAGE.format(body=body, head="").encode() for body in ("<p style=x></p>", ""))
        assert len(list(check_pages({p: Output(p, bad) for p in ("a.html", "b.html")}, "", memo))) == 2
        outputs = {"a.html": Output("a.html", good), "b.html": Output("b.html", bad)}
        assert [d.location.path for d in check_pages(outputs, "", memo)] == ["_site/b.html"]

    def test_only_pages_are_looked_at(self, tmp_path: Path) -> None:
        outputs = {"a.txt": Output("a.txt", b"<style>"), "b.html": Output("b.html", tmp_path)}
        assert list(check_pages(outputs, "", Memo())) == []


class TestPagesToBe:
    """Addresses and weight."""

    def test_one_address_for_two(self, project: Path) -> None:
        """The page an editor can move is the one that is told, with the other's file."""
        text = "---\ntitel: Iets anders\nin_een_zin: Een pagina op een plek die bezet is.\n"
        text += "gecontroleerd: 2026-11\n---\n\nTekst.\n"
        write_files(project, f"=== content/paginas/praktijken/leiden-proef.md\n{text}")
        wrong = only_diagnostic(build(project))
        assert (wrong.code, wrong.location.path) == ("dubbel-adres", "content/paginas/praktijken/leiden-proef.md")
        assert wrong.message == f"/praktijken/leiden-proef/ is ook het adres van {PRAKTIJK}"

    def test_addresses_that_differ_in_capitals(self) -> None:
        """Some hosts and disks do not tell them apart."""
        others = [("Trends/Foto.jpg", Location("content/een.jpg")), ("trends/foto.JPG", Location("content/twee.jpg"))]
        (wrong,) = check_addresses([], others)
        assert (wrong.code, wrong.location.path) == ("dubbel-adres", "content/twee.jpg")
        assert list(check_addresses([], others[:1])) == []

    @pytest.mark.parametrize(
        ("kind", "size", "codes"),
        [
            (StandaardPagina, PAGE_BUDGET - 1000, []),
            (StandaardPagina, PAGE_BUDGET + 1000, ["pagina-te-zwaar"]),
            (PraktijkenPagina, PAGE_BUDGET + 1000, []),
            (PraktijkenPagina, LIST_BUDGET - 1000, []),
            (PraktijkenPagina, LIST_BUDGET + 1000, ["lijst-te-zwaar"]),
        ],
    )
    def test_weight(self, kind: type[Context], size: int, codes: list[str]) -> None:
        """What counts is the weight after compression; a list may weigh more than a page about one item."""
        page = Page.of("/x/", Maker(full=False).make(kind), Location("content/paginas/x.md"))
        noise = random.Random(1).randbytes(size)

        assert [
            d.code.value for d in check_weight([page], {"x/index.html": Output("x/index.html", noise)}, Memo())
        ] == codes
        assert list(check_weight([page], {"x/index.html": Output("x/index.html", b"a" * 1_000_000)}, Memo())) == []

    def test_what_was_not_made_weighs_nothing(self) -> None:
        page = Page.of("/x/", Maker(full=False).make(StandaardPagina), Location("content/paginas/x.md"))
        assert list(check_weight([page], {}, Memo())) == []


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Session]:
    """A project that an editor damages again and again, as `serve` builds it; each example puts it back."""
    project = lay_out(tmp_path_factory.mktemp("damage"))
    return project, Session(project)


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("paginas/over/index.md", "Voor wie aan", "Voor wie aan\n\n## Voor wie\n\nEen", "dubbele-kop"),
        ("praktijken/leiden-proef.md", "De leegstand liep op.", "Die liep op.\n\n### Aanpak\n\nDus.", "dubbele-kop"),
        (
            "praktijken/leiden-proef.md",
            "De leegstand liep op.",
            "Die liep op.\n\n## Aanleiding\n\nJa.",
            "dubbele-sectie",
        ),
    ],
)
def test_headings_that_would_share_an_anchor(
    project: Path, change: Callable[..., None], path: str, old: str, new: str, code: str
) -> None:
    """On whatever level they are, the editor is told, and once."""
    change(f"content/{path}", old, new)
    diagnostic = only_diagnostic(build(project))
    assert (diagnostic.code, diagnostic.location.path) == (code, f"content/{path}")


HOSTILE = [
    *(
        "inhoud",
        "menu",
        "..",
        "/../x/",
        "/",
        "//elders.example/",
        "https://[a.b",
        "javascript:alert(1)",
        "{{ 7*7 }}",
        "<b>",
    ),
    *("a" * 90, "\u202e", "é", "[]", "{}", "''", "- x", "#", "2026-13-01", "-1", "1e9", "onbekend", "null", "~", "ja"),
    *(
        "https://x.nl/?a=1#b",
        "/praktijken/trend/",
        "/sitemap.xml/",
        "trends/anders-werken",
        "begrippen/maker",
        "GM0150",
    ),
    *(
        "[x](../gemeenten.yaml#lelystad)",
        "[x](../begrippen.yaml#maker)",
        "![x](y.png)",
        "[@krant-2024]",
        "# Kop",
        "### Kop",
    ),
]
"""What might be typed, pasted or meant ill."""


def damaged(text: str, number: int, value: str, how: str) -> str:
    """A text with one line changed: its value replaced, the line doubled, or another line put above it."""
    lines = text.split("\n")
    index = number % len(lines)
    if how == "double":
        lines.insert(index, lines[index])
    elif how == "insert":
        lines.insert(index, value)
    else:
        lines[index] = re.sub(r"^(\s*(?:- )?(?:[a-z_]+: )?).*", lambda match: match.group(1) + value, lines[index])
    return "\n".join(lines)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nothing_an_editor_types_is_a_fault_of_the_builder(fuzzed: tuple[Path, Session], data: st.DataObject) -> None:
    """Any line of any file replaced by anything: the site can be published, or the editor is told; no other end."""
    project, session = fuzzed
    file = data.draw(st.sampled_from(sorted(path for path in (project / "content").rglob("*") if path.is_file())))
    value = data.draw(st.sampled_from(HOSTILE) | st.text(st.characters(codec="utf-8"), max_size=20))
    how = data.draw(st.sampled_from(["value", "value", "double", "insert"]))
    before = file.read_text(encoding="utf-8")
    try:
        file.write_text(damaged(before, data.draw(st.integers(0, 100)), value, how), encoding="utf-8")
        built = session.build(Options(TODAY))
    finally:
        file.write_text(before, encoding="utf-8")
    assert not built.has_bug, built.diagnostics
    if built.failed:
        assert all(d.location.path.startswith("content") for d in built.diagnostics)
    else:
        publish(built.outputs, project / "_site")
