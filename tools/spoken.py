"""What a screen reader would say, worked out from Chromium's accessibility tree: roles, names, states, live regions.

A page gives the nodes (`Accessibility.getFullAXTree` of the Chrome DevTools Protocol); nothing here needs a browser.
It is the tree read as a script, in one fixed order, and not a screen reader: how a real one groups, shortens or repeats
this differs by program and by what its user has chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
ROLES = {
    "button": "knop",
    "checkbox": "selectievakje",
    "combobox": "keuzelijst",
    "dialog": "dialoogvenster",
    "DisclosureTriangle": "knop",
    "image": "afbeelding",
    "link": "link",
    "note": "notitie",
    "option": "optie",
    "paragraph": "alinea",
    "radio": "keuzerondje",
    "searchbox": "zoekvak",
    "textbox": "tekstvak",
}
"""The word for what a reader can be at."""
AROUND = {
    "banner": "koptekstgebied",
    "contentinfo": "voettekstgebied",
    "dialog": "dialoogvenster",
    "form": "formulier",
    "group": "groep",
    "main": "hoofdgebied",
    "navigation": "navigatie",
    "note": "notitie",
    "region": "gebied",
    "search": "zoekgebied",
    "table": "tabel",
}
"""The word for what is told when a reader comes into it."""
ONLY_NAMED = frozenset({"form", "group", "note", "region", "table"})
STATES = {
    "checked": {"true": "aangevinkt", "false": "niet aangevinkt"},
    "expanded": {"true": "uitgevouwen", "false": "samengevouwen"},
    "pressed": {"true": "ingedrukt", "false": "niet ingedrukt"},
    "selected": {"true": "geselecteerd"},
    "required": {"true": "verplicht"},
    "invalid": {"true": "ongeldige invoer"},
    "disabled": {"true": "niet beschikbaar"},
}
CONTROLS = frozenset({"button", "checkbox", "combobox", "DisclosureTriangle", "image", "radio", "searchbox", "textbox"})
WHOLE = CONTROLS | {"link"}
"""Roles that are told whole; what stands in them is their name."""
PARTS = frozenset({"cell", "definition", "listitem"})
TEXTS = frozenset({"caption", "Figcaption", "heading", "LabelText", "Legend", "paragraph", "status", "term"})
BLOCKS = CONTROLS | PARTS | TEXTS | {"columnheader", "rowheader"}
"""Roles of which each has a line of its own when a page is read; `PARTS` only when no other stands in them."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the tree."""

    key: str
    role: str
    name: str
    description: str
    value: str
    states: Mapping[str, Any]
    children: tuple[str, ...]
    element: int
    """The number that the browser has for its element."""
    is_ignored: bool

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> Node:
        """From what the protocol sends."""

        def text(part: str) -> str:
            value = raw.get(part, {}).get("value", "")
            return " ".join(str(value).replace(SOFT_HYPHEN, "").split())

        states = {found["name"]: found["value"].get("value") for found in raw.get("properties", ())}
        for found in raw.get("properties", ()):
            if found["name"] == "activedescendant":
                states["activedescendant"] = [node["backendDOMNodeId"] for node in found["value"]["relatedNodes"]]
        return cls(
            key=raw["nodeId"],
            role=raw.get("role", {}).get("value", ""),
            name=text("name"),
            description=text("description"),
            value=text("value"),
            states=states,
            children=tuple(raw.get("childIds", ())),
            element=raw.get("backendDOMNodeId", 0),
            is_ignored=raw.get("ignored", False),
        )


@dataclass(frozen=True)
class Tree:
    """All nodes of a page, the page itself first."""

    nodes: Mapping[str, Node] = field(default_factory=dict)

    @classmethod
    def of(cls, raw: Iterable[Mapping[str, Any]]) -> Tree:
        """From what the protocol sends."""
        return cls({node.key: node for node in map(Node.of, raw)})

    @cached_property
    def parents(self) -> Mapping[str, Node]:
        return {child: node for node in self.nodes.values() for child in node.children}

    @cached_property
    def elements(self) -> Mapping[int, Node]:
        return {node.element: node for node in self.nodes.values()}

    @cached_property
    def title(self) -> str:
        """The name of the page."""
        return next(iter(self.nodes.values())).name

    def above(self, node: Node) -> Iterator[Node]:
        """What a node stands in, the page first."""
        around = []
        while (parent := self.parents.get(node.key)) is not None:
            around.append(parent)
            node = parent
        return reversed(around)

    def below(self, node: Node) -> Iterator[Node]:
        """A node and all that stands in it, in the order in which it is read."""
        yield node
        for key in node.children:
            if key in self.nodes:
                yield from self.below(self.nodes[key])

    def shown(self, node: Node) -> Iterator[Node]:
        """What stands in a node, without the nodes that nobody hears of."""
        for key in node.children:
            if (child := self.nodes.get(key)) is not None:
                yield from self.shown(child) if child.is_ignored else (child,)

    def live(self) -> dict[int, str]:
        """What stands now in each part that is told when it changes."""
        return {
            node.element: inline(self, node)
            for node in self.nodes.values()
            if node.states.get("live") in ("polite", "assertive")
        }


def said(node: Node) -> str:
    """Name, role, states, value and description of what has the focus."""
    word = f"kop niveau {node.states.get('level')}" if node.role == "heading" else ROLES.get(node.role, "")
    if node.role == "combobox" and "editable" in node.states:
        word = "tekstvak met keuzelijst"
    states = [
        words[str(node.states[state]).lower()]
        for state, words in STATES.items()
        if str(node.states.get(state)).lower() in words
    ]
    value = node.value if node.value != node.name else ""
    return ", ".join(filter(None, (node.name, word, *states, value, node.description)))


def around(tree: Tree, node: Node) -> list[tuple[str, str]]:
    """What a node stands in as far as that is told, from the outside in: what tells it apart, and how it is said."""
    parts = []
    for outer in tree.above(node):
        if outer.is_ignored:
            continue
        if outer.role == "list":
            size = sum(child.role == "listitem" for child in tree.shown(outer))
            parts.append((outer.key, f"lijst met {size}"))
        elif (word := AROUND.get(outer.role)) and (outer.name or outer.role not in ONLY_NAMED):
            words = " ".join(filter(None, (word, outer.name)))
            parts.append((outer.key, ", ".join(filter(None, (words, outer.description)))))
    return parts


def inline(tree: Tree, node: Node) -> str:
    """What stands in a node, on one line: text, and of links and buttons also what they are."""
    return " ".join(" ".join(_pieces(tree, node)).split()).replace(" ,", ",").replace(" .", ".")


def _pieces(tree: Tree, node: Node) -> Iterator[str]:
    for child in tree.shown(node):
        if child.role == "StaticText":
            yield child.name
        elif child.role in WHOLE:
            yield f"({said(child)})"
        else:
            yield from _pieces(tree, child)


def lines(tree: Tree, heading: str) -> Iterator[str]:
    """What is read on from a heading, line by line; empty where there is no such heading."""
    (page, *_) = tree.nodes.values()
    reading = False
    for node in _blocks(tree, page):
        reading = reading or (node.role == "heading" and node.name == heading)
        if reading:
            yield from filter(None, [_line(tree, node)])


def first_line(tree: Tree, node: Node) -> str:
    """What is read first of a part of a page."""
    parts = list(_blocks(tree, node))
    if not _is_split(parts):
        return _line(tree, node)
    return next(filter(None, (_line(tree, part) for part in parts)), "")


def _is_split(parts: Iterable[Node]) -> bool:
    """Whether some of these have a line of their own, so that what they stand in has none."""
    return any(part.role in BLOCKS for part in parts)


def _line(tree: Tree, node: Node) -> str:
    return said(node) if node.role in WHOLE or node.role == "heading" else inline(tree, node)


def _blocks(tree: Tree, node: Node) -> Iterator[Node]:
    """The parts of a page that have a line of their own, in the order in which they are read."""
    for child in tree.shown(node):
        inner = list(_blocks(tree, child)) if child.role not in WHOLE else []
        if child.role in BLOCKS and not (child.role in PARTS and _is_split(inner)):
            yield child
        elif _is_split(inner):
            yield from inner
        elif inline(tree, child):  # loose words
            yield child


@dataclass(frozen=True, slots=True)
class Moment:
    """How a page stands: its tree, what has the focus, its address, and what stands where the address leads on it."""

    tree: Tree
    focus: Node
    address: str
    target: str = ""

    @property
    def file(self) -> str:
        """The address without what only changes what is shown of a page."""
        return self.address.partition("#")[0].partition("?")[0]


def told(before: Moment | None, after: Moment, seen: Mapping[int, str]) -> Iterator[str]:
    """What is said when a page changes from one moment to another; `before` is None where nothing was open.

    `seen` is what stood in the live regions that were there already: one that comes with its words is often not heard.
    """
    if before is None or before.file != after.file:
        yield f"pagina {after.tree.title}"
        before = None
    if before is None or after.focus.element != before.focus.element:
        known = {key for key, _ in around(before.tree, before.focus)} if before else set()
        if after.focus.role != "RootWebArea":
            yield from (words for key, words in around(after.tree, after.focus) if key not in known)
            yield said(after.focus)
        elif before and after.target:
            yield f"verder vanaf: {after.target}"
    elif changed := _changed(before.focus, after.focus):
        yield changed
    for element, words in after.tree.live().items():
        if words and element in seen and words != seen[element]:
            yield f"melding: {words}"


def _changed(before: Node, after: Node) -> str:
    """The states of what has the focus that became other ones; what is typed is no news."""
    old = said(before).split(", ")
    typed = after.value if "editable" in after.states else ""
    return ", ".join(part for part in said(after).split(", ") if part not in old and part not in typed)
