"""Asks the search that a build made, by running its scripts in Node, and takes a ranking apart for an editor."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from binnenstad_site.core.outputs import Output
from binnenstad_site.pages.page import SearchEntry
from binnenstad_site.pipeline import Build
from binnenstad_site.search import Index, fields_of

SCRIPT = Path(__file__).parents[1] / "search" / "vragen.mjs"


class NoNode(Exception):  # noqa: N818 - a lack, not a failure
    """Node is not installed."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; a filter has a facet and one of its values."""

    text: str
    filters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Share:
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
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, place or phrase of the question as the search read it."""

    text: str
    place: bool
    repaired: tuple[str, ...]
    """The stems it was taken for, when no text has it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a question was read, and what it found, best first."""

    words: tuple[Word, ...]
    dropped: tuple[str, ...]
    """Words that say too little to search for."""
    hits: tuple[Hit, ...]


def ask(questions: Iterable[Question], found: Index, scripts: Mapping[str, bytes]) -> Iterator[Answer]:
    """The answer to each question; `scripts` are the finished assets by name. `NoNode` when it is missing."""
    node = shutil.which("node")
    if node is None:
        raise NoNode
    asked = ({"id": number, "query": q.text, "filter": dict(q.filters)} for number, q in enumerate(questions))
    lines = "\n".join(map(json.dumps, asked))
    with tempfile.TemporaryDirectory() as folder:
        index = lay_out(Path(folder), found.files, scripts)
        command = [node, str(SCRIPT), folder, str(index)]
        done = subprocess.run(  # noqa: S603 - our own script; the question goes in as data
            command, input=lines, capture_output=True, text=True, check=True, encoding="utf-8"
        )
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        words = tuple(Word(word["woorden"], word["plaats"], tuple(word["hersteld"])) for word in answer["gelezen"])
        yield Answer(words, tuple(answer["weg"]), tuple(_hit(hit, found.terms) for hit in answer["hits"]))


def lay_out(folder: Path, files: Sequence[Output], scripts: Mapping[str, bytes]) -> Path:
    """Write the scripts and the files of the index; gives the folder of the index."""
    folder.joinpath("package.json").write_text('{"type": "module"}', encoding="utf-8")
    for name, content in scripts.items():
        if name.startswith("js/"):
            folder.joinpath(name.removeprefix("js/")).write_bytes(content)
    for output in files:
        target = folder / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.content if isinstance(output.content, bytes) else output.content.read_bytes())
    return (folder / files[0].path).parent


def _hit(hit: Mapping[str, object], terms: Sequence[str]) -> Hit:
    shares = tuple(
        Share(
            share["woorden"],
            share["deel"],
            share["gewicht"],
            tuple(terms[number] for number in share["termen"]),
            share.get("geschreven") or "",
        )
        for share in hit["groepen"]  # type: ignore[attr-defined]
    )
    return Hit(hit["document"], hit["score"], shares)  # type: ignore[arg-type]


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
    (answer,) = ask([Question(question, {})], build.index, scripts_of(build))
    return explained(answer, build.entries, build.index)


def explained(answer: Answer, entries: Sequence[SearchEntry], found: Index, most: int = 10) -> Iterator[str]:
    """How the question was read, and the first hits: each with its score and what each word of the question gave."""
    count = len(answer.hits)
    yield f"{count} {'treffer' if count == 1 else 'treffers'}. Zo is de vraag gelezen:"
    yield from (f"    {_reading(word)}" for word in answer.words)
    if answer.dropped:
        yield f"    niet meegeteld, want te gewoon: {', '.join(answer.dropped)}"
    if not answer.hits:
        yield "Niets gevonden. Gebruiken lezers dit woord? Zet het in content/begrippen.yaml bij wat het betekent."
    for place, hit in enumerate(answer.hits[:most], start=1):
        entry = entries[hit.number]
        yield f"{place:2}. {_figure(hit.score):>6}  {entry.titel}  ({entry.soort}, {entry.adres})"
        for share in hit.shares:
            yield f"            {_figure(share.score):>6}  {share.word}: {_reason(share, entry, found)}"
        given = {share.word for share in hit.shares}
        if lacking := [word.text for word in answer.words if word.text not in given]:
            yield f"            minder, want hier ontbreekt: {', '.join(lacking)}"
    if answer.hits:
        yield 'Achter "als" staan woorden zoals de zoeker ze inkort. De velden zijn die van het bestand.'


def _reading(word: Word) -> str:
    if word.place:
        return f"{word.text} (plaats)"
    if word.repaired:
        return f"{word.text} (staat in geen tekst; opgevat als {' of '.join(word.repaired)})"
    return word.text


def _reason(share: Share, entry: SearchEntry, found: Index) -> str:
    where = ", ".join(fields_of(entry, share.terms, found.compounds))
    weight = f"gewicht {_figure(share.weight)}"
    if not where:
        return f"als plaats, {weight}"
    through = f'via "{share.written}"' if share.written else f"als {' + '.join(share.terms)}"
    return f"{through}, {weight}, in {where}"


def _figure(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")
