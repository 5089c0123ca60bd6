"""What the workshop shows: its script, its cards and its sheets."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class StapDeel:
    """A step from minute `begin`: what the facilitator does and says; one of them may be empty."""

    begin: int
    minuten: int
    doe: str
    zeg: str


@dataclass(frozen=True, slots=True)
class BlokDeel:
    """A part of the script, from minute `begin` to minute `eind`; `inkorten` and `waarom` may be empty."""

    id: str
    nummer: int
    titel: str
    minuten: int
    begin: int
    eind: int
    doel: str
    materiaal: tuple[str, ...]
    stappen: tuple[StapDeel, ...]
    klaar: str
    inkorten: str
    waarom: Markup


@dataclass(frozen=True, slots=True)
class AndersDeel:
    """What to do when the day goes otherwise; `zeg` and `waarom` may be empty."""

    titel: str
    merkt: str
    doe: tuple[str, ...]
    zeg: str
    waarom: Markup


@dataclass(frozen=True, slots=True)
class WerkplaatsTekst:
    """The words of the workshop, as its page and the page in the ZIP show them."""

    kort: Markup
    grenzen: Markup
    vraag: str
    duur: int
    """Minutes."""
    mensen: str
    groepen: Markup
    rollen: tuple[tuple[str, str, str, str], ...]
    """Name, how many, who, what."""
    printen: tuple[tuple[str, str, str], ...]
    """What, how, how often."""
    meenemen: tuple[str, ...]
    voorbereiding: tuple[tuple[str, str], ...]
    """When and what."""
    blokken: tuple[BlokDeel, ...]
    anders: tuple[AndersDeel, ...]
    online: Markup
    online_stappen: tuple[str, ...]
    daarna: tuple[str, ...]
    voorbeelden: tuple[tuple[str, tuple[str, ...]], ...]
    """Texts to send: a title, and paragraphs."""
    verslag: tuple[str, ...]
    """How to make the report for those who were there, and how to send it in."""


@dataclass(frozen=True, slots=True)
class Kaart:
    """A card: its front, and on its back names with what stands under each."""

    soort: str
    """`trend`, `scenario` or `kans`."""
    label: str
    """The words above the title."""
    teken: str
    """The trend of which it shows the sign (`vervoeren`), or empty."""
    titel: str
    tekst: str
    achter: tuple[tuple[str, str], ...]
    vraag: str
    """What to talk about, or empty."""
    plek: tuple[bool, bool] | None = None
    """Of a scenario: whether there is much digitalisation, and whether circularity goes far."""


@dataclass(frozen=True, slots=True)
class ScenarioBlad:
    """The sheet of a scenario: what it is like, and the question of the group that lives in it."""

    titel: str
    in_een_zin: str
    plaats: str
    plek: tuple[bool, bool]
    """As of a card."""
    dag: tuple[tuple[str, str], ...]
    """Hours with what happens then; empty when the day is not told by the hour."""
    winnaars: tuple[str, ...]
    verliezers: tuple[str, ...]
    signalen: tuple[tuple[str, str], ...]
    vraag: str
