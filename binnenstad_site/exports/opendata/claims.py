"""The claims of an item: every sentence that names a source, in its fields and in its text.

In: an item. Out: `SourcedSentence` values in the order of the file. The id of a claim is a digest of its words alone:
it stays when a sentence moves, and changes when somebody rewrites it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import unescape

from pydantic import BaseModel

from binnenstad_site.core.citations import words_and_keys
from binnenstad_site.models.blocks import BRONVELDEN
from binnenstad_site.validate.markdown import Section
from binnenstad_site.validate.markdown.claims import CITED, sentences
from binnenstad_site.validate.markdown.escaping import HOLE
from binnenstad_site.validate.validator import Entry

SAYS = ("tekst", "uitspraak", "bedrag", "waarde", "zin", "toelichting", "klasse")
"""Fields of a block that say what its sources carry; the first that is filled counts."""
SAYS_OF = {"uitkomst_bron": ("wat_gebeurde", "uitkomst_reden")}
"""The same for a field of sources with a name of its own."""
_BLOCK = re.compile(r"</(?:p|li|td|th|dd|h[3-6]|figcaption|blockquote)>")
_TAG = re.compile(r"<[^>]*>")
_BLANKS = re.compile(r"\s+")
_BEFORE_SIGN = re.compile(r"\s+([.,;:!?)])")


@dataclass(frozen=True, slots=True)
class SourcedSentence:
    """A sentence with the keys of its sources."""

    id: str
    plek: str
    """The field (`resultaten.1`) or the heading of the section."""
    anker: str
    """Of the section; empty for a field."""
    zin: str
    bronnen: tuple[str, ...]


def claim_id(sentence: str) -> str:
    """`c-` and ten hexadecimals, from the words of a sentence without case, blanks and signs at its end."""
    words = _BLANKS.sub(" ", sentence).strip(" .!?…").casefold()
    return f"c-{sha256(words.encode()).hexdigest()[:10]}"


def claims_of(entry: Entry[BaseModel]) -> tuple[SourcedSentence, ...]:
    """The claims of an item: first its fields, then its text."""
    return (*_in_fields(entry.item, ()), *(claim for part in entry.body.sections for claim in _in_section(part)))


def _claim(place: str, anchor: str, sentence: str, keys: Iterable[str]) -> SourcedSentence:
    return SourcedSentence(claim_id(sentence), place, anchor, sentence, tuple(dict.fromkeys(keys)))


def _in_fields(block: BaseModel, path: tuple[str, ...]) -> Iterator[SourcedSentence]:
    values = block.__dict__
    place = ".".join(path)
    for name, value in values.items():
        if name in BRONVELDEN:
            if value and (sentence := _said(values, SAYS_OF.get(name, SAYS))):
                yield _claim(".".join((*path, name)) if name in SAYS_OF else place, "", sentence, value)
        elif isinstance(value, str):
            if "[@" in value:
                yield from _in_text(value, ".".join((*path, name)))
        elif value:
            yield from _inside(value, (*path, name))


def _inside(value: object, path: tuple[str, ...]) -> Iterator[SourcedSentence]:
    if isinstance(value, tuple):
        for number, part in enumerate(value, 1):
            if not isinstance(part, str):
                yield from _inside(part, (*path, str(number)))
    elif isinstance(value, Mapping):
        for name, part in value.items():
            if not isinstance(part, str):
                yield from _inside(part, (*path, str(name)))
    elif isinstance(value, BaseModel):
        yield from _in_fields(value, path)


def _said(values: Mapping[str, object], names: Sequence[str]) -> str:
    """What a block says; of a row of a table its values."""
    if row := values.get("waarden"):
        assert isinstance(row, tuple)
        return "; ".join(row)
    return next((str(values[name]) for name in names if values.get(name)), "")


def _in_text(text: str, place: str) -> Iterator[SourcedSentence]:
    """The claims in a field that cites as `[@sleutel]`."""
    marked, keys = "", []
    for words, cited in words_and_keys(text):
        marked += words + CITED * bool(cited)
        keys += [cited] if cited else []
    yield from _cited(marked, iter(keys), place, "")


def _in_section(section: Section) -> Iterator[SourcedSentence]:
    """The claims in a section of a body, block by block."""
    if not any(isinstance(hole, tuple) for hole in section.holes):
        return
    title, anchor = (section.heading.text, section.heading.id) if section.heading else ("", "")
    for block in _BLOCK.split(section.html):
        text = _TAG.sub("", block)  # and with the tags the holes for addresses
        holes = [section.holes[int(number)] for number in HOLE.findall(text)]
        keys = [hole for hole in holes if isinstance(hole, tuple)]
        if keys:
            yield from _cited(unescape(HOLE.sub(CITED, text)), iter(keys), title, anchor)


def _cited(marked: str, keys: Iterator[tuple[str, ...]], place: str, anchor: str) -> Iterator[SourcedSentence]:
    """The sentences of a paragraph that hold a citation, each with its keys."""
    for begin, end in sentences(marked):
        sentence = marked[begin:end]
        count = sentence.count(CITED)
        if count:
            words = _BEFORE_SIGN.sub(r"\1", _BLANKS.sub(" ", sentence.replace(CITED, "")).strip())
            yield _claim(place, anchor, words, [key for _ in range(count) for key in next(keys)])
