"""The timeline: where moments lie, how long a bar is, and what a page of a gemeente makes of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.drawings.timeline import Axis, Span, axis_of, bar, years
from binnenstad_site.pages.gemeente_timeline import moment, without_bar
from tests.conftest import build
from tests.visiting import add_praktijk, page, texts

AXIS = Axis(2005, 2025.0)


@pytest.mark.parametrize(
    ("text", "end", "year"),
    [
        ("2011", False, 2011.0),
        ("2011", True, 2012.0),
        ("2016-10", False, 2016.75),
        ("2018-06", True, 2018.5),
        ("2018-12-31", True, 2019.0),
    ],
)
def test_moment(text: str, end: bool, year: float) -> None:
    assert moment(text, end=end) == pytest.approx(year)


def test_an_axis_begins_at_a_line_and_ends_today() -> None:
    axis = axis_of([Span(2011.5, 2013), Span(2008, 2010)], 2026.9)
    assert (axis.first, axis.at(2005), axis.at(2026.9), axis.at(2040)) == (2005, 0, 100, 100)
    assert list(axis.lines) == [2005, 2010, 2015, 2020, 2025]
    assert axis_of([], 2026.0).first == 2025


def test_numbers_stay_clear_of_today() -> None:
    """A number is left out where the word for today stands."""
    labels = LexborHTMLParser(years(AXIS)).css("text")
    assert [label.text() for label in labels] == ["2005", "2010", "2015", "2020", "nu"]
    assert [label.attributes["text-anchor"] for label in labels] == ["start", "middle", "middle", "middle", "end"]


def bars(span: Span) -> list[tuple[str | None, ...]]:
    """Class, beginning and width of each bar of a row."""
    nodes = LexborHTMLParser(bar(span, AXIS)).css("rect")
    return [tuple(node.attributes[name] for name in ("class", "x", "width")) for node in nodes]


def test_a_bar_lies_between_its_moments() -> None:
    assert bars(Span(2010, 2015)) == [("z-t", "25%", "25%")]
    assert len(LexborHTMLParser(bar(Span(2010, 2015), AXIS)).css("line")) == len(AXIS.lines) + 1


def test_one_that_stopped_is_hatched() -> None:
    assert [cls for cls, *_ in bars(Span(2010, 2015, stopped=True))] == ["z-papier", "z-arcering", "z-lijn"]


@pytest.mark.parametrize("span", [Span(2010, 2010), Span(2025, 2025), Span(2026, 2027)])
def test_a_short_bar_can_be_seen(span: Span) -> None:
    """Also one that begins today."""
    ((_, _, width),) = bars(span)
    assert 1 <= float((width or "").removesuffix("%")) < 2


def test_on_the_page_of_a_gemeente(project: Path) -> None:
    """From three praktijken on, the earliest first, with its period in words; one without a start is named below."""
    assert not page(build(project), "/gemeenten/leiden/").css("#tijdlijn")
    add_praktijk(project, "vroeg", ("  start: 2021-03", "  start: 2012"))
    add_praktijk(project, "laat", ("  start: 2021-03", "  start: 2023"), ("status: loopt", "status: gestopt"))
    add_praktijk(project, "onbekend", ("  start: 2021-03", "  start: onbekend"))
    tree = page(build(project, date(2026, 11, 28)), "/gemeenten/leiden/")
    assert texts(tree, "#tijdlijn h2") == ["15 jaar in één beeld"]
    assert texts(tree, ".tijdbalken li a") == ["Praktijk vroeg", "Een proef in de hoofdstraat", "Praktijk laat"]
    assert texts(tree, ".tijdbalken li .noot-regel")[0] == "2012 tot heden"
    assert texts(tree, ".tijdbalken li .noot-regel")[2] == "2023 tot heden, gestopt"
    sentence = "Van 1 praktijk is het begin niet bekend; die staat alleen hieronder."
    assert texts(tree, "#tijdlijn > .noot-regel") == [sentence]
    assert len(tree.css(".tijdbalken li")) + 1 == len(tree.css("#praktijken article"))


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (0, ""),
        (1, "Van 1 praktijk is het begin niet bekend; die staat alleen hieronder."),
        (2, "Van 2 praktijken is het begin niet bekend; die staan alleen hieronder."),
    ],
)
def test_what_is_said_of_those_without_a_bar(number: int, sentence: str) -> None:
    assert without_bar(number) == sentence
