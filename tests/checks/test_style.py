"""Rules over how items are written: what they find, what they leave alone, and what they propose instead."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest

from binnenstad_site.checks.sentences import no_sentence_twice, written_items
from binnenstad_site.checks.style import AMOUNT, AMOUNT_IN_WORDS, DATE, GOOD_AMOUNT, suggest_amount
from binnenstad_site.core.diagnostics import Diagnostic
from binnenstad_site.core.memo import Memo
from tests.stages import linked
from tests.visiting import LAST, PRAKTIJK, WITHDRAWN, add_praktijk

Change = Callable[..., None]
TEXT = "Er kwam een maker in elk pand."


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("EUR 5", "€ 5"),
        ("5 euro", "€ 5"),
        ("50.000 euro", "€ 50.000"),
        ("2,5 miljard euro", "€ 2,5 miljard"),
        ("een half miljoen euro", ""),
        ("tweehonderd euro", ""),
        ("€5", "€ 5"),
        ("€ vijf", ""),
        ("€ 1200", "€ 1.200"),
        ("€ 50k", "€ 50.000"),
        ("€ 5,-", "€ 5"),
        ("€ 1.200.000", "€ 1,2 miljoen"),
        ("€ 1.234.567", ""),
        ("€ 1,2 mln", "€ 1,2 miljoen"),
        ("1.5 miljoen euro", ""),
        ("12,50 euro", "€ 12,50"),
    ],
)
def test_amounts(text: str, better: str) -> None:
    (match,) = (*AMOUNT.finditer(text), *AMOUNT_IN_WORDS.finditer(text))
    assert not GOOD_AMOUNT.fullmatch(match.group())
    assert suggest_amount(match) == better


@pytest.mark.parametrize(
    "text", ["€ 5", "€ 12,50", "€ 1,2 miljoen", "€ 1.200", "€ 120.000 per jaar", "in euro's", "elke euro", "NEUR 5"]
)
def test_good_amounts(text: str) -> None:
    matches = (*AMOUNT.finditer(text), *AMOUNT_IN_WORDS.finditer(text))
    assert all(GOOD_AMOUNT.fullmatch(match.group()) for match in matches)


@pytest.mark.parametrize("text", ["12-05-2025", "1/2/2019", "2025-05-12"])
def test_dates(text: str) -> None:
    assert DATE.search(text)


@pytest.mark.parametrize("text", ["12 mei 2025", "2018-2020", "2018/2019", "24/7", "1-2-3"])
def test_good_dates(text: str) -> None:
    assert not DATE.search(text)


def diagnostics_of(project: Path) -> list[Diagnostic]:
    """What the rules of style say."""
    site = linked(project).site
    written = written_items(site, Memo())
    return [*chain.from_iterable(item.diagnostics for item in written.values()), *no_sentence_twice(site, written)]


def codes(project: Path) -> list[tuple[str, str]]:
    """Code and path of what the rules of style say."""
    return [(d.code.value, d.location.path) for d in diagnostics_of(project)]


@pytest.mark.parametrize(
    "text",
    [
        "[het besluit](https://krant.example/2025-05-12)",
        "`EUR 5`",
        "<https://krant.example/12-05-2025>",
        "[uitleg]: # (TODO 12-05-2025)",
    ],
)
def test_addresses_code_and_definitions_are_no_text(project: Path, change: Change, text: str) -> None:
    change(PRAKTIJK, TEXT, f"{TEXT}\n\n{text}")
    assert [code for code, _ in codes(project) if code != "werknotitie"] == []


def test_a_withdrawn_item_is_left_alone(project: Path, change: Change) -> None:
    change(PRAKTIJK, TEXT, f"{TEXT} Dat kostte EUR 5.")
    assert codes(project) == [("bedrag-anders-geschreven", PRAKTIJK)]
    change(PRAKTIJK, LAST, WITHDRAWN)
    assert codes(project) == []


def test_a_character_is_told_once_for_an_item(project: Path, change: Change) -> None:
    change(PRAKTIJK, TEXT, f"{TEXT} Feest 🎉, en nog eens 🎉.")
    assert codes(project) == [("teken-buiten-lettertype", PRAKTIJK)]


class TestSentences:
    """A sentence twice."""

    SENTENCE = "De vereniging belt nu elke week een eigenaar in de straat."

    def test_in_two_items(self, project: Path, change: Change) -> None:
        """Also when a source, a capital or a quotation mark differs; the item that came later is told."""
        add_praktijk(project, "andere", ("datum: 2026-11-20", "datum: 2026-11-21"), (TEXT, self.SENTENCE))
        other = 'de "vereniging" belt nu elke week een eigenaar in de straat [@krant-2024].'
        change(PRAKTIJK, TEXT, f"{TEXT} D{other[1:]}")
        assert codes(project) == [("dubbele-zin", "content/praktijken/andere.md")]

    def test_as_it_is_read(self, project: Path, change: Change) -> None:
        """The message repeats the words, not what hides citations and links while they are compared."""
        said = "De vereniging belt elke week [een eigenaar](/meedoen/) in de hele straat [@krant-2024]."
        add_praktijk(project, "andere", ("datum: 2026-11-20", "datum: 2026-11-21"), (TEXT, said))
        change(PRAKTIJK, TEXT, f"{TEXT} {said}")
        (diagnostic,) = diagnostics_of(project)
        assert diagnostic.message.endswith(": De vereniging belt elke week … in de hele straat.")

    def test_in_one_item(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, TEXT, f"{self.SENTENCE} {self.SENTENCE}")
        assert codes(project) == []

    def test_a_short_one(self, project: Path, change: Change) -> None:
        """Both say "Er kwam een maker in elk pand."."""
        add_praktijk(project, "andere")
        assert codes(project) == []
