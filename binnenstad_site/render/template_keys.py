"""What a template is made from: its own source, and those of the templates that it extends, includes and imports."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from binnenstad_site.core.memo import Key, digest

REFERENCE = re.compile(rb"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)%\}", re.DOTALL)
WRITTEN = re.compile(
    rb"""\s*(["'])([\w./-]+)\1\s*(?:import\b.*|as\b.*|(?:ignore\s+missing\s*)?(?:with(?:out)?\s+context\s*)?)-?""",
    re.DOTALL,
)
"""A template named by a string and nothing else.

Jinja can tell too (`jinja2.meta`), but parses every template for that, which is a third of compiling it.
"""


def template_keys(sources: Collection[tuple[str, bytes]]) -> dict[str, Key]:
    """A digest for each template, by name: while it is the same, the template shows the same of the same page.

    A template of which is not sure what it needs has the digest of all.
    """
    own = {name: digest(name, source) for name, source in sources}
    named = {name: names_in(source) for name, source in sources}
    return {name: digest(sorted(own[one] for one in _needed(name, named))) for name in own}


def names_in(source: bytes) -> frozenset[str] | None:
    """The templates that a source names, and maybe those of a comment; None when a name is computed."""
    written = [WRITTEN.fullmatch(reference) for reference in REFERENCE.findall(source)]
    return frozenset(match[2].decode() for match in written if match) if all(written) else None


def _needed(name: str, named: Mapping[str, Collection[str] | None]) -> Collection[str]:
    """The template and all that it needs; every template when one of those may need any."""
    needed: set[str] = set()
    found = [name]
    while found:
        one = found.pop()
        names = named.get(one)
        if names is None:
            return named.keys()
        if one not in needed:
            needed.add(one)
            found += names
    return needed
