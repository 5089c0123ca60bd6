"""The questions of `tests/zoek/vragen.yaml` asked of the real site: how many of the wanted pages come first, and
what lacks.

A measure of content and search together, for the report of `make redactie`: a new praktijk may rightly come before the
page that somebody had in mind. The search alone is measured by `make zoekproef`, on documents that never change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from binnenstad_site.cli.explain_search import Question, ask, scripts_of
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.pipeline import Build

QUESTIONS = Path(__file__).resolve().parents[2] / "tests" / "zoek" / "vragen.yaml"
FIRST = 3
"""A page counts when it is among so many results."""
WIDE = frozenset({"kenmerk", "getal", "betekenis", "meer-woorden"})
"""Kinds of questions that may have more than three pages: all that answer them."""
KINDS = frozenset(
    {"exact", "verbuiging", "onregelmatig", "deel-van-samenstelling", "samenstelling-in-delen", "los-geschreven"}
    | {"accenten", "synoniem", "plaats", "tikfout", "hele-vraag", "filter"}
    | WIDE
)


@dataclass(frozen=True)
class Vraag:
    """One question as the file has it; the names are those of the file."""

    vraag: str
    soort: str
    paginas: list[str]
    filter: dict[str, str] = field(default_factory=dict)
    nuttig: list[str] = field(default_factory=list)
    """Pages that help without being the answer; they are not counted."""


@dataclass(frozen=True)
class Outcome:
    """A question with the addresses that it gave, best first."""

    vraag: Vraag
    addresses: list[str]
    unknown: tuple[str, ...] = ()
    """Words of the question that no page has."""

    @property
    def missed(self) -> list[str]:
        """The wanted pages that are not among the first: three, or as many as are wanted when that is more."""
        first = self.addresses[: max(FIRST, len(self.vraag.paginas))]
        return [address for address in self.vraag.paginas if address not in first]

    def __str__(self) -> str:
        wanted, first = ", ".join(self.missed), self.addresses[0] if self.addresses else "niets"
        return f'"{self.vraag.vraag}" ({self.vraag.soort}): mist {wanted}; eerste is {first}'


def read_questions() -> list[Vraag]:
    """All questions, in the order of the file."""
    return [Vraag(**row) for row in yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))]


def outcomes(build: Build, questions: Sequence[Vraag]) -> Iterator[Outcome]:
    """Ask all questions. `NoNode` when Node is missing."""
    assert build.index is not None, "a build with a search"
    asked = [Question(vraag.vraag, vraag.filter) for vraag in questions]
    for vraag, answer in zip(questions, ask(asked, build.index, scripts_of(build)), strict=True):
        unknown = tuple(word.text for word in answer.words if word.repaired)
        yield Outcome(vraag, [build.entries[hit.number].adres for hit in answer.hits], unknown)


def share(answers: Sequence[Outcome]) -> float:
    """Of the pages that are wanted, the part among the first few."""
    return 1 - sum(len(answer.missed) for answer in answers) / sum(len(answer.vraag.paginas) for answer in answers)


def gap_lines(build: Build, answers: Sequence[Outcome]) -> Iterator[str]:
    """What an editor can do something about: questions that fall short, and words that lead to no page."""
    short = [answer for answer in answers if answer.missed]
    yield f"{len(short)} van de {len(answers)} vragen missen een pagina bij de eerste {FIRST}:"
    yield from (f"    {answer}" for answer in short)
    words = Counter(word for answer in answers if answer.vraag.soort != "tikfout" for word in answer.unknown)
    yield "Woorden uit vragen die op geen pagina staan (kies er een rij voor in content/begrippen.yaml):"
    yield from (f"    {word}" for word in sorted(words)) if words else ("    geen",)
    lost = [warning.message for warning in build.late() if warning.code is Code.WOORD_ZONDER_PAGINA]
    yield "Woorden van content/begrippen.yaml zonder pagina:"
    yield from (f"    {message}" for message in lost) if lost else ("    geen",)
