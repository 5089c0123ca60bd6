"""The claims of an item: every sentence that names a source, in its fields and in its text.

The id of a claim is a digest of its words (`core.citations`): it stays when a sentence moves, and changes when somebody
rewrites it. Pages put it on the sentence, so that an address can end in it. Which of two equal sentences has a number
behind its id is decided here by their places, for the pages and the data alike, and not by who comes first on a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import BaseModel

from binnenstad_site.core.citations import as_words, claim_id, words_and_keys
from binnenstad_site.models.blocks import BRONVELDEN
from binnenstad_site.validate.markdown import CitedSentence, Section
from binnenstad_site.validate.markdown.claims import CITED, sentences
from binnenstad_site.validate.validator import Entry

SAYS = ("tekst", "uitspraak", "bedrag", "waarde", "zin", "toelichting", "klasse")
"""Fields of a block that say what its sources carry; the first that is filled counts."""
SAYS_OF = {"uitkomst_bron": ("wat_gebeurde", "uitkomst_reden")}
"""The same for a field of sources with a name of its own."""
NOT_NUMBERED = frozenset({"bijeenkomsten", "stellingen"})
"""Collections whose pages name sources without numbers, and so have no place for an id."""


Place = tuple[int, str]
"""Where a claim stands within its item: the identity of a block with the name of its field, or that of a sentence in
the text with no name."""


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


def _told_apart(entry: Entry[BaseModel]) -> str:
    """What goes into the ids of an item that shares its page with others; empty where it has a page of its own."""
    return entry.slug if "#" in entry.address else ""


def claims_of(entry: Entry[BaseModel]) -> tuple[SourcedSentence, ...]:
    """The claims of an item: first its fields, then its text. The same words again have a number behind their id."""
    return tuple(claim for _, claim in _placed(entry))


def claim_places(entry: Entry[BaseModel]) -> Mapping[Place, tuple[str, ...]]:
    """The ids of the same claims by where each stands; a field that cites as `[@sleutel]` may have several."""
    ids: dict[Place, tuple[str, ...]] = {}
    for place, claim in _placed(entry):
        ids[place] = (*ids.get(place, ()), claim.id)
    return ids


def _placed(entry: Entry[BaseModel]) -> Iterator[tuple[Place, SourcedSentence]]:
    found = (*_in_fields(entry.item, ()), *(claim for part in entry.body.sections for claim in _in_section(part)))
    item, seen = _told_apart(entry), Counter[str]()
    for place, claim in found:
        own = claim_id(claim.zin, item)
        seen[own] += 1
        yield place, replace(claim, id=own if seen[own] == 1 else f"{own}-{seen[own]}")


def cited_pieces(text: str) -> Iterator[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]]:
    """A field that cites as `[@sleutel]`, by sentence: its words, and its pieces with the keys behind each.

    What names no source has no words.
    """
    marked, keys = "", list[tuple[str, ...]]()
    for words, cited in words_and_keys(text):
        marked += words + CITED * bool(cited)
        keys += [cited] if cited else []
    left = iter(keys)
    for begin, end in sentences(marked):
        sentence = marked[begin:end]
        bare = sentence.lstrip()
        if len(bare) < len(sentence):
            yield "", ((sentence[: -len(bare)] if bare else sentence, ()),)
        *parts, last = bare.split(CITED)
        pieces = (*((part, next(left)) for part in parts), *(((last, ()),) if last else ()))
        yield as_words(bare.replace(CITED, "")) if parts else "", pieces


def _claim(place: str, anchor: str, sentence: str, keys: Iterable[str]) -> SourcedSentence:
    return SourcedSentence("", place, anchor, sentence, tuple(dict.fromkeys(keys)))


def _in_fields(block: BaseModel, path: tuple[str, ...]) -> Iterator[tuple[Place, SourcedSentence]]:
    values = block.__dict__
    whole = ".".join(path)
    for name, value in values.items():
        if name in BRONVELDEN:
            if value and (sentence := _said(values, name)):
                plek = ".".join((*path, name)) if name in SAYS_OF else whole
                yield (id(block), name), _claim(plek, "", sentence, value)
        elif isinstance(value, str):
            if "[@" in value:
                for claim in _in_text(value, ".".join((*path, name))):
                    yield (id(block), name), claim
        elif value:
            yield from _inside(value, (*path, name))


def _inside(value: object, path: tuple[str, ...]) -> Iterator[tuple[Place, SourcedSentence]]:
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


def _said(values: Mapping[str, object], field: str) -> str:
    """What the sources in a field of a block carry; of a row of a table its values."""
    if row := values.get("waarden"):
        assert isinstance(row, tuple)
        return "; ".join(row)
    return next((str(values[name]) for name in SAYS_OF.get(field, SAYS) if values.get(name)), "")


def _in_text(text: str, place: str) -> Iterator[SourcedSentence]:
    for sentence, pieces in cited_pieces(text):
        if sentence:
            yield _claim(place, "", sentence, [key for _, keys in pieces for key in keys])


def _in_section(section: Section) -> Iterator[tuple[Place, SourcedSentence]]:
    title, anchor = (section.heading.text, section.heading.id) if section.heading else ("", "")
    for hole in section.holes:
        if isinstance(hole, CitedSentence):
            yield (id(hole), ""), _claim(title, anchor, hole.words, hole.keys)
