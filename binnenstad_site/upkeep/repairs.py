"""Mends what can be mended without asking: how a file was saved, and what a word processor or mail program left in it.

In: the bytes of a file with its layout, and the former names of items. Out: its text as it should be. What is wrong in
a field is known by checking it: each message that names one right answer is followed.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from binnenstad_site.core import mojibake
from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.hosts import is_wrapped, unwrapped, without_tracking
from binnenstad_site.load.documents import Document, Layout
from binnenstad_site.load.front_matter import parse_file
from binnenstad_site.load.textfiles import single_newlines
from binnenstad_site.models.pointers import references
from binnenstad_site.models.rows import ROWS
from binnenstad_site.upkeep.edits import Edit, applied
from binnenstad_site.validate.markdown import LinkKind, parse
from binnenstad_site.validate.validator import validate

_BULLET = re.compile(r"^(\s*)(?:-[ \t]+)?[•◦▪●‣∙·][ \t]+")
_NUMBER = re.compile(r"^(\s+)(?:-[ \t]+)?\d{1,2}[.)][ \t]+(?=\S)")
_OPENS_LIST = re.compile(r"^\s*\w+:\s*$")
_TAB_BEFORE = re.compile(r"^[ \t]*\t[ \t]*")
_TAB_BEHIND_NAME = re.compile(r"^(\s*(?:- +)?\w+:)[ ]*\t[ \t]*")
_CURLED = re.compile(r"^(\s*(?:- +)?(?:\w+: +)?)[“„”]([^“”„\"\\]*)[”“]\s*$")
_CURLED_ONCE = re.compile(r"^(\s*(?:- +)?(?:\w+: +)?)‘([^‘’\"\\]*)’\s*$")
_CURLED_NAME = re.compile(r"^(\s*(?:- +)?)(?:[“„”‘](\w+)[“”’\"]|\"(\w+)[“”])(?=:(?:\s|$))")
_LINK = re.compile(r"(?<=\]\()https?://[^()\s]+(?=\))")
_GUESS = re.compile(r'Bedoelde u "?([^"?\s]+(?:\?[^"\s]+)?)"?\?')
_FOLLOWED = frozenset({Code.ONGELDIGE_DATUM, Code.ONGELDIGE_URL})
"""Messages of which a guess is the one right answer."""
Former = Mapping[tuple[str, str], str]
"""(collection, former slug) -> the slug now."""


def former_names(documents: Iterator[Document] | tuple[Document, ...]) -> Former:
    """The names that items had, by their former addresses; without those that are in use again."""
    documents = tuple(documents)
    known = {document.ref for document in documents}
    names: dict[tuple[str, str], str] = {}
    for document in documents:
        aliases = document.fields.get("aliases", ())
        for alias in aliases if isinstance(aliases, tuple) else ():
            parts = str(alias).strip("/").split("/")
            if len(parts) == 2 and parts[0] == document.collection and (parts[0], parts[1]) not in known:
                names[parts[0], parts[1]] = document.slug
    return names


def repaired(data: bytes, path: str, layout: Layout, former: Former) -> str | None:
    """The text of a file as it should be; None when it cannot be read at all."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    text = mojibake.repaired(single_newlines(text))
    head, body = _parts(text, layout)
    text = _fields(head) + _body(body)
    for _ in range(2):  # a field may be read only after another was mended
        documents = parse_file(text.encode(), path, layout).documents
        edits = [edit for document in documents for edit in _known_answers(document, former)]
        text = applied(text, edits)
    return text


def difference(before: bytes, after: str, path: str) -> str:
    """The change as a diff; of what cannot be seen in one (line ends, a mark at the beginning) a line says so."""
    old = before.decode("utf-8-sig", "replace")
    lines = difflib.unified_diff(
        single_newlines(old).splitlines(keepends=True),
        after.splitlines(keepends=True),
        f"{path} (nu)",
        f"{path} (hersteld)",
    )
    remarks = "# regeleinden worden gewone regeleinden\n" * ("\r" in old)
    remarks += "# het onzichtbare merkteken aan het begin (BOM) gaat weg\n" * before.startswith(b"\xef\xbb\xbf")
    shown = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
    return f"{path}\n{remarks}{shown}" if remarks else shown


def _parts(text: str, layout: Layout) -> tuple[str, str]:
    """Fields and body; a file without the one has all in the other."""
    if not layout.is_markdown:
        return text, ""
    closing = re.compile(r"^---[ \t]*$\n?", re.MULTILINE).search(text, 4) if text.startswith("---") else None
    return (text[: closing.end()], text[closing.end() :]) if closing else ("", text)


def _fields(head: str) -> str:
    lines: list[str] = []
    in_list = False
    for written in head.split("\n"):
        spaced = _TAB_BEFORE.sub(lambda match: match.group().replace("\t", "  "), written)
        named = _CURLED_NAME.sub(r"\1\2\3", _TAB_BEHIND_NAME.sub(r"\1 ", spaced))
        line = _CURLED_ONCE.sub(r'\1"\2"', _CURLED.sub(r'\1"\2"', named))
        in_list = in_list and line[:1].isspace()
        if in_list or line.lstrip().startswith("- "):
            line = _NUMBER.sub(r"\1- ", _BULLET.sub(r"\1- ", line))
        in_list = bool(_OPENS_LIST.match(line)) or (in_list and line.lstrip().startswith("- "))
        lines.append(line)
    return "\n".join(lines)


def _body(body: str) -> str:
    lines = (_BULLET.sub(r"\1- ", line) for line in body.split("\n"))
    return _LINK.sub(lambda match: _real(match.group()), "\n".join(lines))


def _real(url: str) -> str:
    """An address without codes that follow a reader, and without that of a mail program before it."""
    return without_tracking(unwrapped(url) or url if is_wrapped(url) else url)


def _known_answers(document: Document, former: Former) -> Iterator[Edit]:
    result = validate(document, ROWS[document.collection])
    for diagnostic in result.diagnostics:
        if diagnostic.code in _FOLLOWED and (guess := _GUESS.search(diagnostic.hint)) is not None:
            yield from _answer(document, diagnostic, guess.group(1))
    if result.entry is not None:
        for loc, collection, slug in references(result.entry.item):
            if (now := former.get((collection, slug))) is not None:
                yield Edit(document.locate(*loc), slug, now)
    for link in parse(document.body).links if former and document.body else ():
        path = link.href.partition("#")[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), unquote(path)))
        collection, _, slug = target.removeprefix("content/").removesuffix(".md").removesuffix("/index").partition("/")
        if link.kind is LinkKind.INSIDE and (now := former.get((collection, slug))) is not None:
            yield Edit(document.in_body(link.line, link.column), path, path.replace(slug, now))


def _answer(document: Document, diagnostic: Diagnostic, guess: str) -> Iterator[Edit]:
    place = diagnostic.location
    lines = document.positions.text.split("\n")
    line = lines[place.line - document.positions.first_line]
    written = line[place.column - 1 : (place.end_column or len(line) + 1) - 1]
    typed = written.strip("\"'")
    if typed:
        yield Edit(place, typed, guess)
