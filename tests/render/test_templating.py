"""A template shows the constants and its page, strictly; a mistake in it is told with its file and line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from binnenstad_site.core.diagnostics import Diagnostic
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.pipeline import Options, Session
from tests.conftest import ROOT, TODAY, build, only_diagnostic
from tests.visiting import PRAKTIJK, html_files, page, texts

Change = Callable[..., None]


@pytest.fixture
def templates(project: Path) -> Path:
    """The templates of the project as files that a test may change."""
    folder = project / "templates"
    folder.unlink()
    shutil.copytree(ROOT / "templates", folder)
    return folder


def put_in(template: Path, text: str) -> int:
    """Put a line at the start of the block for the list of a page; its number."""
    lines = template.read_text(encoding="utf-8").split("\n")
    number = lines.index("{% block lijst %}") + 1
    lines.insert(number, text)
    template.write_text("\n".join(lines), encoding="utf-8")
    return number + 1


class TestMistakes:
    """Exit status 70 and the place in the template, for the maintainer."""

    def broken(self, project: Path, template: str, text: str) -> tuple[Diagnostic, int]:
        number = put_in(project / "templates" / template, text)
        built = build(project)
        assert built.has_bug
        assert built.failed
        return only_diagnostic(built), number

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("{{ page.titl }}", "titl"),
            ("{{ titel }}", "'titel' is undefined"),
            ("{{ 1 / 0 }}", "ZeroDivisionError: division by zero"),
            ("{{ asset('weg.css') }}", "KeyError: 'weg.css'"),
            ("{% include 'weg.html' %}", "weg.html"),
            ("{% if %}", "Expected an expression"),
            ("{{ range(3) }}", "'range' is undefined"),
        ],
    )
    def test_file_and_line(self, project: Path, templates: Path, text: str, words: str) -> None:
        """The line of the template, not of Jinja; the page it was for is named."""
        wrong, number = self.broken(project, "pages/wijzigingen.html", text)
        assert wrong.code == "sjabloonfout"
        assert (wrong.location.path, wrong.location.line) == ("templates/pages/wijzigingen.html", number)
        assert wrong.message.startswith("Het sjabloon gaat fout bij /wijzigingen/: ")
        assert words in wrong.message
        assert "Meld dit aan een beheerder." in wrong.hint

    def test_inside_a_macro(self, project: Path, templates: Path) -> None:
        """The place that goes wrong, not the place that calls it."""
        macro = templates / "macros/lijsten.html"
        macro.write_text(
            macro.read_text(encoding="utf-8").replace(
                "{% macro agenda(regels, niveau) %}\n", "{% macro agenda(regels, niveau) %}\n{{ regels.weg }}\n"
            ),
            encoding="utf-8",
        )
        line = macro.read_text(encoding="utf-8").split("\n").index("{{ regels.weg }}") + 1
        wrong = [d for d in build(project).diagnostics if d.code == "sjabloonfout"]
        assert {(d.location.path, d.location.line) for d in wrong} == {("templates/macros/lijsten.html", line)}
        assert {d.message.split(": ")[0].split(" bij ")[1] for d in wrong} == {"/", "/agenda/", "/gemeenten/deventer/"}

    def test_a_template_that_is_gone(self, project: Path, templates: Path) -> None:
        (templates / "pages/verslag.html").unlink()
        wrong = only_diagnostic(build(project))
        assert (wrong.location.path, wrong.location.line) == ("templates/pages/verslag.html", 1)

    def test_bytes_that_are_no_text(self, project: Path, templates: Path) -> None:
        (templates / "pages/verslag.html").write_bytes(b"\xff\xfe")
        assert only_diagnostic(build(project)).location.path == "templates/pages/verslag.html"

    def test_other_pages_are_made_all_the_same(self, project: Path, templates: Path) -> None:
        put_in(templates / "pages/wijzigingen.html", "{{ page.titl }}")
        built = build(project)
        paths = set(html_files(built))
        assert "wijzigingen/index.html" not in paths
        assert len(paths) == len(built.addresses) - 1


class TestStrictness:
    """Text stays text, and a template reaches nothing but its page."""

    @pytest.mark.parametrize(
        "text", ["{{ 7 * 7 }}", "{% import 'os' as os %}", "{{ page.titel }}", "<script>1</script>"]
    )
    def test_content_is_never_a_template(self, project: Path, change: Change, text: str) -> None:
        """What looks like an expression comes out letter for letter, or is refused as markup in a field."""
        change(PRAKTIJK, "plek: De hoofdstraat", f"plek: '{text.replace(chr(39), chr(34))}'")
        built = build(project)
        if text.startswith("<"):
            assert [d.code for d in built.diagnostics if d.severity == "error"] == ["opmaak-in-veld"]
        else:
            passport = page(built, "/praktijken/leiden-proef/")
            plek = dict(zip(texts(passport, "#paspoort dt"), texts(passport, "#paspoort dd"), strict=True))["Plek"]
            assert plek.replace("“", '"').replace("”", '"') == text.replace("'", '"')

    def test_special_characters_are_escaped(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, "plek: De hoofdstraat", "plek: 'A & B > C'")
        html = html_files(build(project))["praktijken/leiden-proef/index.html"]
        assert "A &amp; B &gt; C" in html
        assert "A & B" not in html


class TestKept:
    """A finished page is kept under everything it was made from."""

    def test_an_equal_page_is_the_same_file(self, project: Path) -> None:
        session = Session(project)
        first = {output.path: output for output in session.build(Options(TODAY)).outputs}
        second = {output.path: output for output in session.build(Options(TODAY)).outputs}
        pages = [path for path in first if path.endswith("/index.html")]
        assert pages
        assert all(second[path].content is first[path].content for path in pages)

    @pytest.mark.parametrize("name", ["base.html", "macros/tekens.html", "assets/css/10-tokens.css"])
    def test_a_changed_template_changes_its_pages(self, project: Path, templates: Path, name: str) -> None:
        """Also one that other templates import, and a style sheet, whose address is on every page."""
        session = Session(project)
        before = session.build(Options(TODAY)).outputs
        file = templates / name
        file.write_text(
            file.read_text(encoding="utf-8").replace("</svg>", "</svg >").replace("</head>", "</head >") + "\n",
            encoding="utf-8",
        )
        if name.endswith(".css"):
            file.write_text(file.read_text(encoding="utf-8") + ":root { --nieuw: 1px; }\n", encoding="utf-8")
        after = session.build(Options(TODAY)).outputs
        assert after == build(project).outputs
        assert after != before

    def test_a_template_of_one_kind_of_page_makes_only_those_anew(self, project: Path, templates: Path) -> None:
        times = ItemTimes()
        session = Session(project, times=times)
        session.build(Options(TODAY))
        times.seconds.clear()
        file = templates / "pages/trend.html"
        file.write_text(file.read_text(encoding="utf-8").replace("<h2", "<h2 lang=nl"), encoding="utf-8")
        after = session.build(Options(TODAY)).outputs
        made = {url for stage, _, url in times.seconds if stage == "render"}
        assert made == {f"/trends/{path.stem}/" for path in (project / "content/trends").glob("*.md")}
        assert after == build(project).outputs

    def test_another_address_changes_every_page(self, project: Path) -> None:
        session = Session(project)
        session.build(Options(TODAY))
        built = session.build(Options(TODAY, "https://kennis.example/pad"))
        assert built.outputs == build(project, base_url="https://kennis.example/pad").outputs
