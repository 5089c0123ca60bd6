"""The pages that lead to other pages: search, compare, and the one at an address that does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from binnenstad_site.pages.contexts.frame import Context
from binnenstad_site.pages.parts import (
    NIETS,
    BewijsLabel,
    PaginaLink,
    StatusLabel,
    TrendLabel,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VergelijkPagina(Context):
    """Up to three praktijken side by side; the choice is in the fragment, so a script fills the table."""

    TEMPLATE: ClassVar[str] = "vergelijk.html"

    praktijken: tuple[PaginaLink, ...]
    voorbeelden: tuple[tuple[TrendLabel, PaginaLink, str], ...]
    """Kansen with more than one praktijk: the link puts those side by side, the text says where they are."""
    gegevens: str
    """Addresses of the parts of the data that the script reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoekenPagina(Context):
    """The search page."""

    TEMPLATE: ClassVar[str] = "zoeken.html"

    inleiding: Markup = NIETS
    gegevens: str
    """Address of the core of the search index, beside which the script finds the rest."""
    voorbeelden: tuple[PaginaLink, ...]
    """Questions that show what may be asked, each as an address of this page."""
    soorten: tuple[tuple[str, str], ...]
    """The kinds of entries there are: the word in the address, and the words on the chip."""
    filters: tuple[tuple[str, str], ...]
    """What else results can be narrowed by: the word in the address, and the label."""
    trends: tuple[TrendLabel, ...]
    bewijzen: tuple[BewijsLabel, ...]
    statussen: tuple[StatusLabel, ...]
    """All labels that a result may have."""
    register: tuple[tuple[str, tuple[PaginaLink, ...]], ...]
    """Everything that can be found, by kind: what a reader without script uses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NietGevonden(Context):
    """What a reader sees at an address that does not exist."""

    TEMPLATE: ClassVar[str] = "niet-gevonden.html"

    tekening: Markup = NIETS
    """A street with one house missing."""
    wegen: tuple[tuple[PaginaLink, str], ...]
    """The sections, each with a few words."""
