"""A style sheet written as short as it can be: every page loads the whole of it, and it has a budget.

Comments and blanks go, neighbouring layers of one name become one, and rules that follow each other and begin with the
same selector are nested. Rules stay in the order in which they were written; the declarations of a rule get one order.
Layers get a letter for a name, and a token that is a plain size and never changes (`--s1: .25rem`) is written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from string import ascii_lowercase

PARTS = re.compile(
    r""" "[^"\n]*" | '[^'\n]*' | /\*.*?\*/ | \s*;?\s*}\s* | \s*(?:[{;,]|[<>]=?)\s* | :\s+ | \s+ """,
    re.VERBOSE | re.DOTALL,
)
"""What may be written shorter, and the strings, in which nothing may change."""
TOKENS = re.compile(r"""((?:"[^"]*"|'[^']*'|[^{};"'])*)([{};]|$)""")
LAYERS = re.compile(r"@layer ([\w,-]+);")
LAYER_NAME = re.compile(r"(?<![@\w-])[\w-]+")
BESIDE = re.compile(r" ?([+~])(?!=) ?")
"""In a selector; in a calculation the blanks must stay."""
LEAD = re.compile(r"((?:[.#]?[\w-]+|\[[^\]]*\])+)(.*)", re.DOTALL)
"""What a selector begins with, and the rest."""

ROOT = re.compile(r":root\{([^{}]*)\}")
TOKEN = re.compile(r"(--[\w-]+):([^;]*)")
"""A token and its value."""
SIZE = re.compile(r"[\d.]+r?em")
FAMILIES = (
    *("all", "content", "cursor", "align", "flex", "max-width", "display", "grid", "letter", "font", "height"),
    *("overflow", "counter", "border", "padding", "color", "margin", "outline", "background", "width", "position"),
    *("inset", "z", "min-height", "vertical", "break", "stroke", "transform", "min-width", "text", "fill"),
)
"""The order in which a rule declares: with one order for all, gzip finds the most that is alike. A property belongs to
the family of its first word; a family keeps the order it was written in, for there one may set back another. What
sets back all others comes first."""
OTHER_FAMILY = {
    "line-height": "font",
    **dict.fromkeys(("top", "right", "bottom", "left"), "inset"),
    **dict.fromkeys(("gap", "row-gap", "column-gap", "columns"), "grid"),
    **dict.fromkeys(("justify-content", "justify-self", "justify-items", "place-items"), "align"),
    "white-space": "text",
}


@dataclass(slots=True)
class Rule:
    """A rule: its selector or at-rule, its declarations, and the rules inside it."""

    head: str
    declarations: list[str] = field(default_factory=list)
    inside: list[Rule] = field(default_factory=list)

    def __str__(self) -> str:
        declared = ";".join(self.declarations)
        nested = "".join(map(str, self.inside))
        return f"{self.head}{{{declared}{';' if declared and nested else ''}{nested}}}"


def shorten(style: str) -> str:
    """The style sheet in short; shortening that again changes nothing."""
    sheet = Rule("")
    _read(_layers(_written_out(_bare(style))), sheet)
    return ";".join(sheet.declarations) + ";" * bool(sheet.declarations) + "".join(map(str, _tidy(sheet.inside)))


def _bare(style: str) -> str:
    without = PARTS.sub(lambda part: "" if part[0].startswith("/*") else part[0], style)
    return PARTS.sub(_trimmed, without).strip()


def _written_out(style: str) -> str:
    """Without the tokens of `:root` that are a plain size and that nothing changes."""
    for name, value in TOKEN.findall(";".join(ROOT.findall(style))):
        if SIZE.fullmatch(value) and style.count(f"{name}:") == 1 and f"var({name})" in style:
            style = re.sub(rf"{name}:[^;}}]*;?", "", style).replace(f"var({name})", value)
    return style


def _layers(style: str) -> str:
    """With a letter for the name of each layer: the names mean nothing outside the style sheet."""
    names = LAYERS.match(style)
    letters = dict(zip(names[1].split(","), ascii_lowercase, strict=False)) if names else {}
    return re.sub(r"@layer [\w,-]+", lambda found: LAYER_NAME.sub(lambda n: letters.get(n[0], n[0]), found[0]), style)


def _trimmed(part: re.Match[str]) -> str:
    found = part[0]
    if found.startswith(('"', "'")):
        return found
    mark = found.strip()
    return "}" if mark.endswith("}") else mark or " "


def _read(style: str, sheet: Rule) -> None:
    """Read rules into `sheet`."""
    open_rules = [sheet]
    for text, mark in TOKENS.findall(style):
        if mark == "{":
            rule = Rule(text if text.startswith("@") else BESIDE.sub(r"\1", text))
            open_rules[-1].inside.append(rule)
            open_rules.append(rule)
            continue
        if text:
            open_rules[-1].declarations.append(text)
        if mark == "}":
            open_rules.pop().declarations.sort(key=_place)


def _place(declaration: str) -> int:
    """Where a declaration stands in its rule."""
    name = declaration.partition(":")[0].removeprefix("-webkit-")
    first = name if name.startswith(("min-", "max-")) else name.partition("-")[0]
    family = OTHER_FAMILY.get(name, first)
    return FAMILIES.index(family) if family in FAMILIES else len(FAMILIES)


def _tidy(rules: list[Rule]) -> list[Rule]:
    """Join neighbouring layers, and nest what begins alike; a rule that holds its own declarations comes first."""
    found: list[Rule] = []
    for rule in rules:
        last = found[-1] if found else None
        if last and rule.head.startswith("@layer ") and last.head == rule.head:
            last.inside += rule.inside
        else:
            found.append(rule)
    for rule in found:
        if rule.head.startswith("@"):
            rule.inside = _tidy(rule.inside)
    return list(_nested(found))


def _nested(rules: list[Rule]) -> Iterator[Rule]:
    group: list[tuple[str, Rule]] = []
    lead = ""
    for rule in rules:
        begins, rest = _split(rule.head)
        if group and begins and begins == lead and rest:
            group.append((rest, rule))
            continue
        yield from _joined(lead, group)
        lead, group = begins, [(rest, rule)]
    yield from _joined(lead, group)


def _joined(lead: str, group: list[tuple[str, Rule]]) -> Iterator[Rule]:
    """The rules of a group as one rule with the others inside it."""
    if len(group) < 2:
        yield from (rule for _, rule in group)
        return
    outer = Rule(lead)
    for rest, rule in group:
        if not rest:
            outer.declarations, outer.inside = rule.declarations, rule.inside
        else:
            head = rest[1:] if rest.startswith(" ") else rest if rest.startswith((">", "+", "~")) else f"&{rest}"
            outer.inside.append(Rule(head, rule.declarations, rule.inside))
    outer.inside = list(_nested(outer.inside))
    yield outer


def _split(head: str) -> tuple[str, str]:
    """The first part of a selector and the rest; nothing for an at-rule or a list of selectors."""
    found = LEAD.fullmatch(head)
    if found is None or re.search(r",(?![^(]*\))", head):
        return "", head
    return found[1], found[2]
