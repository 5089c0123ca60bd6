"""From a parsed section to the HTML of one page: links resolved, sources numbered, terms explained at first mention."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from markupsafe import Markup, escape

from binnenstad_site.core.citations import claim_id
from binnenstad_site.load.documents import Size
from binnenstad_site.validate.markdown.body import CitedSentence, Dimensions, Hole, LinkKey, Section
from binnenstad_site.validate.markdown.escaping import HOLE, encoded, is_allowed

_TAG = re.compile(r"(<[^>]*>)")
_CLOSED = re.compile(
    rf'(<button type="button" class="begrip"[^>]*>[^<]{{1,30}}</button>(?:[.,;:!?)]|[’\']\w*|{HOLE.pattern})+)'
)
"""A short term with what stands right behind it: punctuation, an ending, the number of a source. Kept on one line, for
browsers may break a line after a button."""
_QUIET = ("a", "code", "h3", "h4", "h5", "h6", "th")
"""Elements in which no term is explained."""
_WORD = re.compile(rf"[^\s{re.escape(string.punctuation)}“”‘’…–—€]+")


_BEGINNING = re.compile(rf"{HOLE.pattern}|&#?\w+;|(?<![\w&-])\w+|\W")
"""Where a way of writing can begin in a text: at a whole word, or at a sign. A hole is passed as one, for its number
is no word; so is an entity.
"""


@lru_cache(maxsize=4096)
def _words(way: str) -> tuple[str, ...]:
    """The words of a way of writing."""
    return tuple(_WORD.findall(way.lower()))


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms that have an explanation: by each way of writing, the slug of the term."""

    by_word: Mapping[str, str] = field(default_factory=dict)
    by_first: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """First word of a way of writing -> those ways, to find candidates quickly."""

    @staticmethod
    def of(written: Mapping[str, str]) -> Terms:
        """From way of writing -> slug. An abbreviation keeps its capitals: MaaS is a term, the river Maas is not."""
        slugs = {way if _is_abbreviation(way) else way.lower(): slug for way, slug in written.items()}
        first: dict[str, list[str]] = {}
        for way in sorted(slugs):
            if words := _words(way):
                first.setdefault(words[0], []).append(way)
        return Terms(slugs, {word: tuple(ways) for word, ways in first.items()})

    def candidates(self, text: str) -> tuple[str, ...]:
        """The ways of writing that can occur in a text, longest first."""
        words = set(_WORD.findall(text.lower()))
        ways = [
            way for word in self.by_first.keys() & words for way in self.by_first[word] if words.issuperset(_words(way))
        ]
        return tuple(sorted(ways, key=lambda way: (-len(way), way)))


def _is_abbreviation(way: str) -> bool:
    return any(letter.isupper() for letter in way[1:])


@lru_cache(maxsize=4096)
def _pattern(way: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w&-]){re.escape(str(escape(way)))}(?![\w-])", re.IGNORECASE)


def _by_beginning(ways: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """What a way begins with: its first letters, or the one sign before them, -> those ways, in the same order."""
    beginnings: dict[str, list[str]] = {}
    for way in ways:
        if (begin := _BEGINNING.match(str(escape(way)))) is not None:
            beginnings.setdefault(begin.group().lower(), []).append(way)
    return beginnings


def _mentions(text: str, ways: Mapping[str, Sequence[str]]) -> Iterator[re.Match[str]]:
    """Where a text has one of the ways, from left to right without overlap; at one place, the first of them.

    So would one pattern with all ways. But nearly every section has other ones, and making a pattern takes longer than
    trying, at each beginning in the text, the ways that begin so.
    """
    end = 0
    for begin in _BEGINNING.finditer(text):
        if begin.start() >= end:
            tried = (_pattern(way).match(text, begin.start()) for way in ways.get(begin.group().lower(), ()))
            if (mention := next(filter(None, tried), None)) is not None:
                end = mention.end()
                yield mention


def own_claim(sentence: CitedSentence) -> str:
    """The id of a sentence that nothing else on its page says."""
    return claim_id(sentence.words)


@dataclass(slots=True)
class Notes:
    """What one page has cited and explained so far; a page is built in the order in which it is read."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    """Key of a source -> its number: its place in `bronnen`."""
    links: Mapping[LinkKey, str] = field(default_factory=dict)
    """The address of every link of the body that leads to a file of this project; empty when that is wrong."""
    terms: Terms = field(default_factory=Terms)
    prefix: str = ""
    """Put before ids where several items share a page."""
    claim_of: Callable[[CitedSentence], str] = own_claim
    """The id of a sentence on this page."""
    sizes: Mapping[LinkKey, Size] = field(default_factory=dict)
    """The size of every image of the body that can be shown."""
    cited: dict[str, list[str]] = field(default_factory=dict)
    """Key -> ids of the places that cite it, in order."""
    explained: list[str] = field(default_factory=list)
    """Slugs of the terms explained on this page, in order; the explanation of the first has the id `begrip-1`."""

    def cite(self, keys: Sequence[str], claim: str = "") -> Markup:
        """The small numbers of one citation, each with a link to its source and an id to come back to.

        `claim` is the id of what they stand behind, where nothing else has it.
        """
        links = []
        for key in keys:
            number = self.numbers.get(key, 0)
            places = self.cited.setdefault(key, [])
            place = f"{self.prefix}noot-{number}-{len(places) + 1}"
            places.append(place)
            words = f'<span class="voorlezen">bron </span>{number}'
            links.append(f'<a href="#{self.prefix}bron-{number}" id="{place}">{words}</a>')
        # Numbers and a prefix of slugs: nothing here comes from an editor's text.
        own = f' id="{claim}"' if claim else ""
        return Markup(f'<sup class="noot"{own}>{", ".join(links)}</sup>' if links else "")  # noqa: S704

    def fill(self, hole: Hole) -> str:
        """What goes into a hole: the address of a link, the numbers of a citation, or the id of a sentence.

        Raises `KeyError` for a link that linking did not resolve: these are the notes of another body.
        """
        if isinstance(hole, tuple):
            return self.cite(hole)
        if isinstance(hole, Dimensions):
            size = self.sizes.get(hole.key)
            return f' width="{size.width}" height="{size.height}"' if size else ""
        if isinstance(hole, CitedSentence):
            return self.claim_of(hole)
        target = self.links[hole]
        return encoded(target) if is_allowed(target) else ""


def _explain(html: str, notes: Notes, ways: Sequence[str]) -> str:
    """`html` with a button around the first mention of each term that this page has not explained yet."""

    def button(match: re.Match[str]) -> str:
        word = unescape(match.group())
        slug = notes.terms.by_word.get(word) or notes.terms.by_word.get(word.lower())
        if slug is None or slug in explained:
            return match.group()
        explained.add(slug)
        notes.explained.append(slug)
        opens = f"begrip-{len(notes.explained)}"
        return f'<button type="button" class="begrip" popovertarget="{opens}">{match.group()}</button>'

    explained = set(notes.explained)
    beginnings = _by_beginning(ways)
    pieces = _TAG.split(html)
    quiet = 0
    for index, piece in enumerate(pieces):
        if index % 2:
            name = piece.strip("</>").split(" ", 1)[0]
            if name in _QUIET:
                quiet += -1 if piece.startswith("</") else 1
        elif piece and not quiet:
            mentions = _mentions(piece, beginnings)
            pieces[index] = _replaced(piece, [(*match.span(), button(match)) for match in mentions])
    return _CLOSED.sub(r'<span class="vast">\1</span>', "".join(pieces))


def _replaced(text: str, parts: Sequence[tuple[int, int, str]]) -> str:
    """The text with something else from one place to another; the parts come in order."""
    kept = 0
    pieces: list[str] = []
    for begin, end, instead in parts:
        pieces += (text[kept:begin], instead)
        kept = end
    return "".join((*pieces, text[kept:]))


def render(section: Section, notes: Notes) -> Markup:
    """The blocks of a section as HTML; `notes` gathers what it cites and explains."""
    html = section.html
    if ways := notes.terms.candidates(section.text):
        html = _explain(html, notes, ways)
    if section.holes:
        html = HOLE.sub(lambda match: notes.fill(section.holes[int(match.group(1))]), html)
    return Markup(html)  # noqa: S704 - `safehtml` escaped all that an editor typed
