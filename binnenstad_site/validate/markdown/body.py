"""The values that parsing gives: a body in sections, with everything other stages want to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from binnenstad_site.core.diagnostics import Code


@dataclass(frozen=True, slots=True)
class BodyProblem:
    """A mistake in a body; line and columns count from 1 within the body."""

    code: Code
    line: int
    column: int
    end_column: int | None
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its anchor; `line` counts from 1 within the body."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence with the keys of the sources that it names; a page gives it its id."""

    words: str
    """As it is read, without the numbers of the sources."""
    keys: tuple[str, ...]


LinkKey = NewType("LinkKey", int)
"""The number of a link or image among all those of its body, from 0."""


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Width and height of the image with this key."""

    key: LinkKey


Hole = LinkKey | Dimensions | tuple[str, ...] | CitedSentence
"""What a page fills in: the address of a link by its key, the size of an image, the numbers of the sources with these
keys, or the id of a sentence."""


class LinkKind(Enum):
    """How the address of a link is treated."""

    INSIDE = "inside"
    """It leads to a file of this project: linking gives it an address, which the page looks up by its key. All images
    that are not refused are of this kind: none is shown from elsewhere."""
    OUTSIDE = "outside"
    """It keeps the address as written."""
    REFUSED = "refused"
    """It may not be followed, and gets no address."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image as written: `href` is not encoded or resolved."""

    key: LinkKey
    kind: LinkKind
    href: str
    line: int
    column: int
    end_column: int | None
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@a; @b]` in running text."""

    keys: tuple[str, ...]
    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence with a figure or a quotation and without a source; the place is that of the figure or quotation."""

    sentence: str
    """As written."""
    line: int
    column: int
    end_column: int
    is_quotation: bool


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """What stands below one level-2 heading; `heading` is None for what stands before the first."""

    heading: Heading | None
    html: str
    """Safe HTML, with a numbered hole wherever a page fills something in."""
    holes: tuple[Hole, ...]
    text: str
    """Plain text, for search."""


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A parsed body. The same text always gives the same object, so it can be compared by identity."""

    sections: tuple[Section, ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    """By key."""
    citations: tuple[Citation, ...]
    unsourced: tuple[Claim, ...]
    problems: tuple[BodyProblem, ...]
    word_count: int
    anchors: frozenset[str] = frozenset()
    """The ids of its headings."""
    refused: bool = False
    """Whether it asks more than a text may: then nothing of it is known."""

    def section(self, title: str) -> Section | None:
        """The section with this level-2 heading."""
        return next((s for s in self.sections if s.heading is not None and s.heading.text == title), None)
