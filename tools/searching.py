"""`tools/zoekproef`: the search of this project over documents and questions of a test, for `tests/zoek/score.py`.

With `--site` it asks the site itself, as of today, and writes paths of pages: one a page, without what is behind `#`.

Documents are JSON lines with `id`, `title`, `body`, `trend`, `gemeente`; questions come on standard input as JSON lines
with `id`, `query` and `filter`. For each question a line `{"id", "ids"}` is written, the best first.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from binnenstad_site.cli.explain_search import Question, ask, scripts_of
from binnenstad_site.core.urls import slugify
from binnenstad_site.pages.page import Kenmerk, SearchEntry, Stuk
from binnenstad_site.pipeline import Options, Session
from binnenstad_site.render.assets import read_assets
from binnenstad_site.search import Index, Vocabulary, Woordgroep, index, phrase, region_names

ROOT = Path(__file__).resolve().parents[1]
Rows = Sequence[Mapping[str, Any]]


def entry(document: Mapping[str, Any], towns: Mapping[tuple[str, ...], Mapping[str, Any]]) -> SearchEntry:
    """A document of the test as something that can be found."""
    name = document.get("gemeente", "")
    town = towns.get(phrase(name))
    marks = [Kenmerk("trend", document["trend"], document["trend"])] if document.get("trend") else []
    if town:
        marks.append(Kenmerk("gemeente", town["slug"], town["naam"]))
        marks += [
            Kenmerk(facet, slugify(town[facet]), town[facet]) for facet in ("provincie", "streek") if facet in town
        ]
    elif name:
        marks.append(Kenmerk("gemeente", slugify(name), name))
    body = (Stuk("", "", document["body"]),)
    return SearchEntry(document["title"], document["id"], "praktijk", "", body, name, tuple(marks))


def groups(rows: Rows) -> tuple[Woordgroep, ...]:
    """The rows of a `begrippen.yaml`."""

    def words(row: Mapping[str, Any], field: str) -> tuple[str, ...]:
        return tuple(map(str, row.get(field) or ()))

    return tuple(
        Woordgroep((str(row["term"]), *words(row, "ook")), words(row, "enger"), words(row, "verwant")) for row in rows
    )


def place_names(towns: Rows, documents: Rows) -> Iterator[tuple[str, str]]:
    """Names of municipalities, provinces and of places that only the documents have, with their slugs."""
    for town in towns:
        yield from ((name, town["slug"]) for name in (town["naam"], *town.get("ook", ())))
    yield from region_names()
    known = {phrase(name) for town in towns for name in (town["naam"], *town.get("ook", ()))}
    for name in sorted({document.get("gemeente", "") for document in documents}):
        if name and phrase(name) not in known:
            yield name, slugify(name)


def build(documents: Rows, rows: Rows, towns: Rows) -> tuple[Index, list[SearchEntry]]:
    """The search for these documents."""
    by_name = {phrase(name): town for town in towns for name in (town["naam"], *town.get("ook", ()))}
    entries = [entry(document, by_name) for document in documents]
    places = tuple(dict.fromkeys(place_names(towns, documents)))
    return index(entries, Vocabulary(groups(rows), places)), entries


def read_lines(text: str) -> list[dict[str, Any]]:
    """The JSON lines of a text."""
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a YAML list; none for an empty file."""
    return yaml.safe_load(path.read_text(encoding="utf-8")) or []


def answer(documents: Rows, questions: Rows, rows: Rows) -> Iterator[dict[str, Any]]:
    """For each question its id and the ids of what was found, the best first."""
    towns = read_rows(ROOT / "content" / "gemeenten.yaml")
    search, entries = build(documents, rows, towns)
    scripts = read_assets(ROOT / "templates" / "assets").files
    asked_questions = [Question(question["query"], question.get("filter") or {}) for question in questions]
    for question, reply in zip(questions, ask(asked_questions, search, scripts), strict=True):
        yield {"id": question["id"], "ids": [entries[hit.number].adres for hit in reply.hits]}


def answer_of_site(questions: Rows) -> Iterator[dict[str, Any]]:
    """For each question its id and the paths of the pages that were found, each once, the best first."""
    build = Session(ROOT).build(Options(today=datetime.now(UTC).date()))
    assert build.index is not None, "the content has errors"
    asked = [Question(question["query"], question.get("filter") or {}) for question in questions]
    for question, reply in zip(questions, ask(asked, build.index, scripts_of(build)), strict=True):
        pages = (build.entries[hit.number].adres.split("#")[0] for hit in reply.hits)
        yield {"id": question["id"], "ids": list(dict.fromkeys(pages))}


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, ask, write."""
    parser = argparse.ArgumentParser(prog="tools/zoekproef", description=__doc__)
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("documents", type=Path, nargs="?", help="JSON lines with the documents")
    asked.add_argument("--site", action="store_true", help="ask the site itself")
    parser.add_argument(
        "--begrippen", type=Path, default=ROOT / "content" / "begrippen.yaml", help="the table of synonyms"
    )
    parsed = parser.parse_args(arguments)
    if parsed.site:
        for line in answer_of_site(read_lines(sys.stdin.read())):
            print(json.dumps(line))
        return 0
    documents = read_lines(parsed.documents.read_text(encoding="utf-8"))
    questions = read_lines(sys.stdin.read())
    for line in answer(documents, questions, read_rows(parsed.begrippen)):
        print(json.dumps(line))
    return 0


if __name__ == "__main__":
    sys.exit(main())
