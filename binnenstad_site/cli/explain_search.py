"""Asks the search that a build made, by running its scripts in Node, and takes a ranking apart for an editor."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from binnenstad_site.core.outputs import Output
from binnenstad_site.pages.page import SearchEntry
from binnenstad_site.pipeline import Build
from binnenstad_site.search import Index, fields_of
from binnenstad_site.search.words import MARK, WITHOUT

SCRIPT = Path(__file__).parents[1] / "search" / "ask.mjs"
NO_WORDS = {MARK: "kenmerk", WITHOUT: "iets dat er niet is"}
"""What terms are that stand in no text, by their first sign."""


class NoNode(Exception):  # noqa: N818 - a lack, not a failure
    """Node is not installed."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; a filter has a facet and one of its values."""

    text: str
    filters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one word of the question gave a hit."""

    word: str
    score: float
    weight: float
    """Of the alternative that gave most, 1 for the word itself."""
    terms: tuple[str, ...]
    written: str
    """How the synonym is written, when it was one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that was found."""

    number: int
    """Its place among the entries."""
    score: float
    contributions: tuple[Contribution, ...]
    good: bool = True
    """Whether it stands among the hits, and not behind "minder goede treffers"."""


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word, place or phrase of the question as the search read it."""

    text: str
    place: bool
    repaired: tuple[str, ...]
    """The stems it was taken for, when no text has it."""
    read_as: str = ""
    """What the chip on the page says, when it was read as a kenmerk or as what there should be none of."""


@dataclass(frozen=True, slots=True)
class SearchExplanation:
    """How a question was read, and what it found, best first."""

    words: tuple[QueryWord, ...]
    dropped: tuple[str, ...]
    """Words that say too little to search for."""
    hits: tuple[Hit, ...]


def ask(questions: Iterable[Question], index: Index, scripts: Mapping[str, bytes]) -> Iterator[SearchExplanation]:
    """What each question finds; `scripts` are the finished assets by name. `NoNode` when it is missing."""
    node = shutil.which("node")
    if node is None:
        raise NoNode
    rows = ({"id": number, "query": q.text, "filter": dict(q.filters)} for number, q in enumerate(questions))
    with tempfile.TemporaryDirectory() as folder:
        command = [node, str(SCRIPT), folder, str(lay_out(Path(folder), index.files, scripts))]
        process = subprocess.run(  # noqa: S603 - our own script; the question goes in as data
            command,
            input="\n".join(map(json.dumps, rows)),
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
    for line in process.stdout.splitlines():
        answer = json.loads(line)
        words = tuple(
            QueryWord(word["woorden"], word["plaats"], tuple(word["hersteld"]), word["als"])
            for word in answer["gelezen"]
        )
        yield SearchExplanation(words, tuple(answer["weg"]), tuple(_hit(hit, index.terms) for hit in answer["hits"]))


def lay_out(folder: Path, files: Sequence[Output], scripts: Mapping[str, bytes]) -> Path:
    """Write the scripts and the files of the index; gives the folder of the index."""
    folder.joinpath("package.json").write_text('{"type": "module"}', encoding="utf-8")
    for name, content in scripts.items():
        if name.startswith("js/"):
            folder.joinpath(name.removeprefix("js/")).write_bytes(content)
    for output in files:
        target = folder / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.read())
    return (folder / files[0].path).parent


def _hit(hit: Mapping[str, Any], terms: Sequence[str]) -> Hit:
    """From what `ask.mjs` writes of one hit."""
    contributions = tuple(
        Contribution(
            word=group["woorden"],
            score=group["deel"],
            weight=group["gewicht"],
            terms=tuple(terms[number] for number in group["termen"]),
            written=group.get("geschreven") or "",
        )
        for group in hit["groepen"]
    )
    return Hit(hit["document"], hit["score"], contributions, hit["goed"])


def scripts_of(build: Build) -> dict[str, bytes]:
    """The finished assets of a build by name, as `ask` wants them."""
    return {
        output.path.split("/", 2)[2]: output.content
        for output in build.outputs
        if isinstance(output.content, bytes) and output.path.startswith("assets/")
    }


def explain(build: Build, question: str) -> Iterator[str]:
    """What a build finds for a question, as lines for an editor. `NoNode` when it is missing."""
    if build.index is None:
        return iter(["Er is geen site om in te zoeken. Voer uit: python build.py check"])
    (explanation,) = ask([Question(question, {})], build.index, scripts_of(build))
    return explanation_lines(explanation, build.entries, build.index)


def explanation_lines(
    explanation: SearchExplanation, entries: Sequence[SearchEntry], index: Index, most: int = 10
) -> Iterator[str]:
    """How the question was read, and the first hits: each with its score and what each word of the question gave."""
    hits = sorted(explanation.hits, key=lambda hit: not hit.good)
    good = sum(hit.good for hit in hits)
    lesser = f" en {len(hits) - good} minder goede" if good < len(hits) else ""
    yield f"{good} {'treffer' if good == 1 else 'treffers'}{lesser}. Zo is de vraag gelezen:"
    yield from (f"    {_as_read(word)}" for word in explanation.words)
    if explanation.dropped:
        yield f"    niet meegeteld, want te gewoon: {', '.join(explanation.dropped)}"
    if not hits:
        yield "Niets gevonden. Gebruiken lezers dit woord? Zet het in content/begrippen.yaml bij wat het betekent."
    for place, hit in enumerate(hits[:most], start=1):
        if place == good + 1:
            yield "Hier eindigt de lijst. Achter een knop staan:" if good else "Niets heeft dit allemaal. In de buurt:"
        entry = entries[hit.number]
        yield f"{place:2}. {_figure(hit.score):>6}  {entry.titel}  ({entry.soort}, {entry.adres})"
        for contribution in hit.contributions:
            score = _figure(contribution.score)
            yield f"            {score:>6}  {contribution.word}: {_reason(contribution, entry, index)}"
        matched = {contribution.word for contribution in hit.contributions}
        if missing := [word.text for word in explanation.words if word.text not in matched]:
            yield f"            minder, want hier ontbreekt: {', '.join(missing)}"
    if hits:
        yield 'Achter "als" staan woorden zoals de zoeker ze inkort. De velden zijn die van het bestand.'


def _as_read(word: QueryWord) -> str:
    if word.place:
        return f"{word.text} (plaats)"
    if word.read_as:
        return f"{word.text} (gelezen als {word.read_as})"
    if word.repaired:
        return f"{word.text} (staat in geen tekst; opgevat als {' of '.join(word.repaired)})"
    return word.text


def _reason(contribution: Contribution, entry: SearchEntry, index: Index) -> str:
    where = ", ".join(fields_of(entry, contribution.terms, index.compounds))
    weight = f"gewicht {_figure(contribution.weight)}"
    if not where:
        return f"als {NO_WORDS.get(contribution.terms[0][0], 'plaats')}, {weight}"
    through = f'via "{contribution.written}"' if contribution.written else f"als {' + '.join(contribution.terms)}"
    return f"{through}, {weight}, in {where}"


def _figure(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")
