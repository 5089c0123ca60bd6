"""What readers call a page, by rows of kenmerk `pagina`: it is found by those words and does not show them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from binnenstad_site.cli.explain_search import Question, ask, scripts_of
from tests.conftest import build, codes_and_places
from tests.visiting import page

ROWS = """\
- naam: makers
  kenmerk: pagina
  paginas:
    - praktijken/deventer-makers
    - aanpakken/makers-op-proef
  woorden:
    - hobbyisten met soldeerbouten
- naam: nog eens makers
  kenmerk: pagina
  paginas:
    - praktijken/deventer-makers
  woorden:
    - knutselaars
"""
MAKERS = "/praktijken/deventer-makers/"
APPROACH = "/aanpakken/makers-op-proef/"


def test_words_of_all_rows_are_those_of_the_page_and_of_no_other(project: Path) -> None:
    (project / "content/zoekwoorden.yaml").write_text(ROWS, encoding="utf-8")
    built = build(project)
    words = {entry.adres: entry.anders for entry in built.entries if entry.anders}
    assert words == {
        MAKERS: ("hobbyisten met soldeerbouten", "knutselaars"),
        APPROACH: ("hobbyisten met soldeerbouten",),
    }
    assert built.index is not None
    questions = [Question("soldeerbout", {}), Question("knutselaar", {})]
    both, one = ask(questions, built.index, scripts_of(built))
    assert {built.entries[hit.number].adres for hit in both.hits} == {MAKERS, APPROACH}
    assert [built.entries[hit.number].adres for hit in one.hits] == [MAKERS]
    assert "soldeerbout" not in (page(built, MAKERS).html or "soldeerbout")


def test_a_page_that_is_withdrawn_takes_its_words_with_it(project: Path, change: Callable[..., None]) -> None:
    """The row stays as it is, for when the page comes back."""
    last = "    wat: Eerste versie.\n"
    change("content/praktijken/deventer-makers.md", last, f"{last}ingetrokken:\n  reden: Dit geldt niet meer.\n")
    (project / "content/zoekwoorden.yaml").write_text(ROWS, encoding="utf-8")
    built = build(project)
    assert [entry.adres for entry in built.entries if entry.anders] == [APPROACH]
    assert codes_and_places(built) == []
