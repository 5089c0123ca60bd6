"""The addresses on other sites that the content names, and what is said of those that no longer work.

In: the content, and what a visit of each address gave (`cli/visiting.py`). Out: what to visit, and a report.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.core.typography import counted
from binnenstad_site.load.documents import Document
from binnenstad_site.validate.markdown import parse

KEPT_DAYS = 30
"""How long a good answer is believed."""
GONE = frozenset({404, 410, 451})
REFUSED = frozenset({401, 403, 405, 406, 429, 503, 999})
"""Answers of a site that lets people in and programs not: they say nothing of the page."""
_WEB = re.compile(r"https?://\S+\Z")
_EXCEPTION = re.compile(r"(?P<until>\d{4}-\d{2}-\d{2})\s+(?P<url>https?://\S+)(?:\s+(?P<why>.*))?")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a visit gave."""

    day: str
    """Of the visit: JJJJ-MM-DD."""
    status: int
    """Of HTTP; 0 when there was no answer."""
    moved_to: str = ""
    """Where the page went for good."""
    problem: str = ""
    """Why there was no answer, in Dutch."""

    @property
    def is_gone(self) -> bool:
        return self.status in GONE or (self.status >= 500 and self.status not in REFUSED)

    @property
    def is_good(self) -> bool:
        return 200 <= self.status < 400 and not self.moved_to

    def is_believed(self, today: date) -> bool:
        """Whether a new visit is not needed yet."""
        return self.is_good and date.fromisoformat(self.day) > today - timedelta(days=KEPT_DAYS)


class Exempt(NamedTuple):
    """An address that is left alone until a day."""

    until: str
    url: str
    why: str


def outside_addresses(documents: Sequence[Document]) -> Mapping[str, tuple[Location, ...]]:
    """Every web address in fields and texts, with the places that name it; sorted."""
    places: defaultdict[str, list[Location]] = defaultdict(list)
    for document in documents:
        for loc, url in _in_fields(document.fields, ()):
            places[url.partition("#")[0]].append(document.locate(*loc))
        for link in parse(document.body).links if document.body else ():
            if _WEB.match(link.href):
                place = document.in_body(link.line, link.column, link.end_column)
                places[link.href.partition("#")[0]].append(place)
    return {url: tuple(sorted(set(places[url]))) for url in sorted(places)}


def _in_fields(value: object, loc: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _in_fields(inner, (*loc, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _in_fields(inner, (*loc, index))
    elif isinstance(value, str) and _WEB.match(value):
        yield loc, value


def exemptions(text: str) -> tuple[Exempt, ...]:
    """The exceptions in a list: on each line a last day, an address and why; `#` begins a remark."""
    matches = (_EXCEPTION.fullmatch(line.strip()) for line in text.splitlines())
    return tuple(Exempt(m["until"], m["url"].partition("#")[0], m["why"] or "") for m in matches if m is not None)


def to_visit(
    addresses: Mapping[str, object], known: Mapping[str, Answer], exempt: Sequence[Exempt], today: date
) -> tuple[str, ...]:
    """The addresses of which nothing is believed and that no exception leaves alone."""
    quiet = {row.url for row in exempt if row.until >= today.isoformat()}
    return tuple(url for url in addresses if url not in quiet and not (url in known and known[url].is_believed(today)))


def report(
    addresses: Mapping[str, Sequence[Location]],
    answers: Mapping[str, Answer],
    exempt: Sequence[Exempt],
    today: date,
) -> str:
    """What an editor has to do, as Markdown; empty when there is nothing."""
    quiet = {row.url for row in exempt if row.until >= today.isoformat()}
    seen = {url: answers[url] for url in addresses if url in answers and url not in quiet}
    gone = {url: answer for url, answer in seen.items() if answer.is_gone or not answer.status}
    moved = {url: answer for url, answer in seen.items() if answer.moved_to and url not in gone}
    late = [row for row in exempt if row.until < today.isoformat() and row.url in addresses]
    parts = [
        _part("Werkt niet meer", "Zoek de pagina opnieuw op, of haal het adres weg.", gone, addresses),
        _part("Verhuisd", "Neem het nieuwe adres over, als daar hetzelfde stuk staat.", moved, addresses),
    ]
    if late:
        rows = "\n".join(f"- {row.url} (tot {row.until}) {row.why}".rstrip() for row in late)
        parts.append(f"## Uitzondering verlopen\n\nKijk of de uitzondering nog nodig is.\n\n{rows}\n")
    return "\n".join(part for part in parts if part)


def _part(title: str, advice: str, answers: Mapping[str, Answer], addresses: Mapping[str, Sequence[Location]]) -> str:
    if not answers:
        return ""
    rows = [
        f"| {' '.join(f'{place.path}:{place.line}' for place in addresses[url])} | {_cell(url)} "
        f"| {_said(answer)} | {_cell(answer.moved_to)} |"
        for url, answer in answers.items()
    ]
    head = "| waar | adres | antwoord | nieuw adres |\n| --- | --- | --- | --- |"
    return f"## {title}: {counted(len(answers), 'adres', 'adressen')}\n\n{advice}\n\n{head}\n" + "\n".join(rows) + "\n"


def _said(answer: Answer) -> str:
    return str(answer.status) if answer.status else _cell(answer.problem)


def _cell(text: str) -> str:
    """An address or sentence in a cell: it may not end the cell or become anything but text."""
    safe = re.sub(r"[|`<>\[\]\\\s]", lambda match: f"%{ord(match.group()):02X}", text) if "://" in text else text
    return f"`{safe}`" if safe else ""
