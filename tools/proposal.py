"""What the check of a proposal says about it, as one file of JSON from a job that ran its files to one that did not.

In: the bytes of that file, or the values to write. Out: a `Proposal` of which every part has the shape that it should
have. Whoever sends a proposal can write anything in the file, so nothing else than these values is taken from it.
Needs nothing beyond the standard library.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import Any, TypeVar

FILE = "voorstel.json"
MOST_BYTES = 4_000_000
"""Of the file; a report of a thousand messages is a quarter of it."""
MOST_ROWS = 10_000
LONGEST = 1_000
"""Characters of one text; `report/render.py` shows 600 of a message."""
STATES = ("nieuw", "anders", "weg")
ADDRESS = re.compile(r"(?=.{1,200}\Z)/(?:[A-Za-z0-9_~-]+/)*")
HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::[0-9]{1,5})?")
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Row = TypeVar("Row")


class Malformed(Exception):  # noqa: N818 - an answer, not a failure
    """The file is not what the check writes. The text is Dutch."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the check at a line."""

    severity: str
    code: str
    path: str
    line: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page whose file is new, different or gone."""

    address: str
    state: str


@dataclass(frozen=True, slots=True)
class NewHost:
    """Another site that no file named before, and the first file that does."""

    host: str
    path: str


@dataclass(frozen=True, slots=True)
class Binary:
    """A file that is not text, with its size in bytes."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that is told of a proposal."""

    number: int
    """Of the pull request, as the proposal says it: to be compared with what the Git host says."""
    is_checked: bool
    """Whether the check came to a report."""
    messages: tuple[Message, ...]
    pages: tuple[ChangedPage, ...]
    hosts: tuple[NewHost, ...]
    binaries: tuple[Binary, ...]


def as_json(proposal: Proposal) -> str:
    """The file; ends with a newline."""
    return json.dumps(asdict(proposal), indent=1) + "\n"


def unzipped(data: bytes) -> bytes:
    """The one file in a ZIP that is read, no further than is allowed. Raises `Malformed`."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as folder, folder.open(FILE) as file:
            return file.read(MOST_BYTES + 1)
    except (KeyError, OSError, RuntimeError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        raise Malformed(f"{FILE} is niet te lezen") from None


def read(data: bytes) -> Proposal:
    """The proposal in a file. Raises `Malformed` for anything else."""
    if len(data) > MOST_BYTES:
        raise Malformed(f"{FILE} is te groot")
    try:
        fields = _fields(json.loads(data))
    except (ValueError, RecursionError):
        raise Malformed(f"{FILE} is geen JSON") from None
    return Proposal(
        _whole(fields, "number", 999_999_999, least=1),
        _truth(fields, "is_checked"),
        _rows(fields, "messages", _message),
        _rows(fields, "pages", _page),
        _rows(fields, "hosts", _host),
        _rows(fields, "binaries", _binary),
    )


def _message(fields: Mapping[str, Any]) -> Message:
    return Message(
        _one_of(fields, "severity", ("error", "warning")),
        _shaped(fields, "code", _CODE),
        _text(fields, "path"),
        _whole(fields, "line", 10_000_000, least=1),
        _text(fields, "message"),
        _text(fields, "hint"),
    )


def _page(fields: Mapping[str, Any]) -> ChangedPage:
    return ChangedPage(_shaped(fields, "address", ADDRESS), _one_of(fields, "state", STATES))


def _host(fields: Mapping[str, Any]) -> NewHost:
    return NewHost(_shaped(fields, "host", HOST), _text(fields, "path"))


def _binary(fields: Mapping[str, Any]) -> Binary:
    return Binary(_text(fields, "path"), _whole(fields, "size", 10**12))


def _fields(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Malformed(f"{FILE} heeft niet de vorm die het hoort te hebben")
    return value


def _wrong(name: str) -> Malformed:
    return Malformed(f'"{name}" in {FILE} heeft niet de vorm die het hoort te hebben')


def _rows(fields: Mapping[str, Any], name: str, one: Callable[[Mapping[str, Any]], Row]) -> tuple[Row, ...]:
    rows = fields.get(name)
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        raise _wrong(name)
    return tuple(one(_fields(row)) for row in rows)


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or len(value) > LONGEST:
        raise _wrong(name)
    return value


def _shaped(fields: Mapping[str, Any], name: str, shape: re.Pattern[str]) -> str:
    value = _text(fields, name)
    if not shape.fullmatch(value):
        raise _wrong(name)
    return value


def _one_of(fields: Mapping[str, Any], name: str, choices: tuple[str, ...]) -> str:
    value = _text(fields, name)
    if value not in choices:
        raise _wrong(name)
    return value


def _whole(fields: Mapping[str, Any], name: str, most: int, least: int = 0) -> int:
    value = fields.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise _wrong(name)
    return value


def _truth(fields: Mapping[str, Any], name: str) -> bool:
    value = fields.get(name)
    if not isinstance(value, bool):
        raise _wrong(name)
    return value
