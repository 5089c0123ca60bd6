"""Sees of most pages that they keep every rule of `outputs`, without parsing them: bytes -> what links need to know.

What our templates write is so regular that reading its tags in order is enough. A page is recognised only when a parser
would give exactly one element per start tag, in that order, with those attributes: every tag is written in one strict
way, elements are properly nested, and each stands where a parser neither closes, moves, copies nor drops anything.
Whatever is written otherwise, or may break a rule, is left to the parser and the rules; this never says what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from html import unescape
from operator import getitem
from urllib.parse import unquote

from binnenstad_site.checks.origins import ACTIVE, LOADED_BY_HREF, NOT_LOADED, is_ours

DOCTYPE = b"<!doctype html>"
TAG = re.compile(rb"<[^>]*>")
END_TAG = re.compile(rb"</[a-z][a-z0-9]*>")
NAME = "(?:[a-z][a-z0-9-]*|viewBox|preserveAspectRatio|patternUnits|patternTransform)"
START_TAG = re.compile(rf'<([a-z][a-z0-9]*)((?: {NAME}(?:="[^"<>]*")?)*)(/?)>')
ATTRIBUTE = re.compile(r' ([a-zA-Z0-9-]+)(?:="([^"]*)")?')
OTHER_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|#34|#39);)")
"""A character reference that may be read differently in an attribute; those that our templates write are not."""
ONLY_RULES_JUDGE = frozenset({"style", "srcset", "poster"})
POLICY = "Content-Security-Policy"
"""What a `<meta http-equiv>` may give; the rules judge others."""

VOID = frozenset({"br", "img", "input", "link", "meta"})
HEAD = frozenset({"link", "meta", "script", "title"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    {"article", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "header"}
    | {"main", "nav", "ol", "p", "section", "summary", "table", "ul", *HEADINGS}
)
"""What closes an open paragraph."""
LINES = frozenset(
    {"a", "abbr", "b", "br", "button", "code", "em", "i", "img", "input", "label", "legend", "script", "select"}
    | {"small", "span", "strong", "sub", "sup", "svg", "time"}
)
"""What may stand in running text."""
ONLY_UNDER = {
    "li": frozenset({"ul", "ol"}),
    "option": frozenset({"select"}),
    "caption": frozenset({"table"}),
    "thead": frozenset({"table"}),
    "tbody": frozenset({"table"}),
    "tr": frozenset({"thead", "tbody"}),
    "td": frozenset({"tr"}),
    "th": frozenset({"tr"}),
}
ONLY_HOLDS = {
    "select": frozenset({"option"}),
    "table": frozenset({"caption", "thead", "tbody"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"td", "th"}),
    "option": frozenset[str](),
    "script": frozenset[str](),
    "title": frozenset[str](),
}
ONCE_OPEN = frozenset({"a", "button", "form", "svg", "table"})
"""Within itself a parser closes or ignores it."""
DRAWN = frozenset(
    {"a", "circle", "defs", "ellipse", "g", "line", "path", "pattern", "polygon", "polyline", "rect", "symbol", "text"}
    | {"tspan", "use"}
)
"""What may stand in a drawing, and nothing else: many names of HTML end it."""
DEEPEST = 60
FRAME = {
    ("begin", "!doctype"): "doctype",
    ("doctype", "html"): "html",
    ("html", "head"): "head",
    ("head", "/head"): "after head",
    ("after head", "body"): "body",
    ("body", "/body"): "after body",
    ("after body", "/html"): "end",
}
"""Where a page is that has no other element open, and a tag -> where it is then."""
_Key = tuple[str, tuple[str, ...], int]
"""One of the names in `FRAME`, the elements that are open inside it, and the level of the last heading (0: none)."""
NOWHERE: _Key = ("nowhere", (), 0)
MOST_STEPS = 100_000
"""Steps that are remembered: some 30 MB."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page that keeps all rules: what links are checked against."""

    ids: frozenset[str]
    addresses: frozenset[str]
    """Of its links, and of all it loads."""


@dataclass(frozen=True, slots=True)
class _StartTag:
    """A start tag that is written strictly and keeps every rule about one element."""

    name: str
    closed: bool
    id: str | None
    address: str
    """Where it leads or what it loads; empty for most elements."""


class _Place(dict[bytes, "_Place"]):
    """What is open at some point of a page: leads by each tag to the place behind it.

    Pages go through the same places again and again, so nearly every step is a look-up and nothing more.
    """

    def __init__(self, key: _Key, step: Callable[[_Place, bytes], _Place]) -> None:
        super().__init__()
        self.frame, self.opened, self.level = key
        self._step = step

    def __missing__(self, tag: bytes) -> _Place:
        place = self[tag] = self._step(self, tag)
        return place


class Recogniser:
    """Recognises good pages, and remembers the places it went through and the tags it saw."""

    def __init__(self) -> None:
        self._places: dict[_Key, _Place] = {}
        self._start_tags: dict[bytes, _StartTag | None] = {}
        self._telling: dict[bytes, _StartTag] = {}
        """The tags with an id or an address."""
        self._steps = 0

    def recognise(self, content: bytes) -> Recognised | None:
        """What there is to know of a page that keeps all rules; None when only the rules themselves can tell."""
        tags = TAG.findall(content)
        if not len(tags) == content.count(b"<") == content.count(b">") or b"\0" in content or b"\r" in content:
            return None
        if self._steps > MOST_STEPS:
            self._places, self._start_tags, self._telling, self._steps = {}, {}, {}, 0
        end = reduce(getitem, tags, self._place("begin", (), 0))
        if end.frame != "end" or not end.level or not content.startswith(DOCTYPE):
            return None
        telling = [self._telling[tag] for tag in self._telling.keys() & set(tags)]
        ids = [start.id for start in telling if start.id is not None]
        known_ids = frozenset(ids)
        # Each id is in a tag of its own, and each of those tags stands once.
        if not len(known_ids) == len(ids) == content.count(b' id="'):
            return None
        addresses = frozenset(start.address for start in telling if start.address)
        if any(address[0] == "#" and unquote(address[1:]) not in known_ids for address in addresses):
            return None
        return Recognised(known_ids, addresses)

    def _place(self, *key: *_Key) -> _Place:
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = _Place(key, self._step)
        return place

    def _step(self, place: _Place, tag: bytes) -> _Place:
        """Where a page is behind a tag; nowhere when it is not known what a parser makes of it there."""
        self._steps += 1
        if tag not in self._start_tags:
            start = self._start_tags[tag] = _start_tag(tag)
            if start and (start.address or start.id is not None):
                self._telling[tag] = start
        start = self._start_tags[tag]
        key = _behind_end(place, tag) if start is None else _behind_start(place, start)
        return self._place(*(key or NOWHERE))


def _behind_end(place: _Place, tag: bytes) -> _Key | None:
    """The key of the place behind an end tag or the doctype."""
    name = "!doctype" if tag == DOCTYPE else tag[1:-1].decode() if END_TAG.fullmatch(tag) else ""
    if place.opened:
        return (place.frame, place.opened[:-1], place.level) if name == f"/{place.opened[-1]}" else None
    frame = FRAME.get((place.frame, name))
    return (frame, (), place.level) if frame else None


def _behind_start(place: _Place, start: _StartTag) -> _Key | None:
    """The key of the place behind a start tag."""
    frame, opened, level = place.frame, place.opened, place.level
    if not opened and (frame, start.name) in FRAME:
        return None if start.closed else (FRAME[frame, start.name], (), level)
    if start.name in HEADINGS:
        level = HEADINGS[start.name]
        if level > place.level + 1 or (level == 1) != (place.level == 0):
            return None
    if not _fits(start, frame, opened):
        return None
    return frame, opened if start.closed or start.name in VOID else (*opened, start.name), level


def _fits(start: _StartTag, frame: str, opened: tuple[str, ...]) -> bool:
    """Whether a parser simply puts an element into the one that is open, and closes none."""
    name, parent = start.name, opened[-1] if opened else ""
    if "svg" in opened:
        return name in DRAWN and len(opened) < DEEPEST
    if frame != "body":
        return frame == "head" and not opened and name in HEAD and not start.closed
    if name in ONLY_UNDER or parent in ONLY_HOLDS:
        right = parent in ONLY_UNDER.get(name, ()) and name in ONLY_HOLDS.get(parent, (name,))
    elif name in ("dt", "dd"):
        right = opened[-1:] == ("dl",) or opened[-2:] == ("dl", "div")
    elif name in BLOCKS:
        right = not (name in HEADINGS and parent in HEADINGS)
    else:
        right = name in LINES
    closes_paragraph = "p" in opened and name not in LINES and name != "option"
    closes_itself = name in ONCE_OPEN and name in opened
    is_kept = not start.closed or name == "svg"
    return right and not closes_paragraph and not closes_itself and is_kept and len(opened) < DEEPEST


def _start_tag(tag: bytes) -> _StartTag | None:
    """A tag that is written strictly and keeps every rule about one element; None for any other."""
    try:
        text = tag.decode()
    except UnicodeDecodeError:
        return None
    strict = START_TAG.fullmatch(text)
    if strict is None or OTHER_REFERENCE.search(text):
        return None
    written = ATTRIBUTE.findall(strict[2])
    attributes: dict[str, str] = dict(written)
    if len(attributes) < len(written):
        return None
    if "&" in text:
        attributes = {key: unescape(value) for key, value in written}
    if not _is_good(strict[1], attributes):
        return None
    address = attributes.get("href") or attributes.get("src") or ""
    return _StartTag(strict[1], bool(strict[3]), attributes.get("id"), address)


def _is_good(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element keeps every rule about one element."""
    if not ONLY_RULES_JUDGE.isdisjoint(attributes) or any(key.startswith("on") for key in attributes):
        return False
    if attributes.get("http-equiv", POLICY) != POLICY:
        return False
    if "href" in attributes and ("src" in attributes or ACTIVE.match(attributes["href"])):
        return False
    if name == "script" and "src" not in attributes:
        return False
    if name == "form" and not is_ours(attributes.get("action") or "/"):
        return False
    loads = "src" in attributes or (
        "href" in attributes and name in LOADED_BY_HREF and attributes.get("rel") not in NOT_LOADED
    )
    return not loads or is_ours(attributes.get("src", attributes.get("href", "")))
