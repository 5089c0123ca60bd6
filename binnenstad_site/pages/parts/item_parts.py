"""Pieces of the page of one item."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.pages.kans_evidence import KansBewijs
from binnenstad_site.pages.parts.aanpak_parts import AanpakRegel
from binnenstad_site.pages.parts.folds import Gevouwen
from binnenstad_site.pages.parts.kans_parts import KansPraktijk
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.pages.parts.list_items import KansRegel

MOST_SOURCES_UNFOLDED = 6


@dataclass(frozen=True, slots=True)
class Sectie:
    """A named part of a body; empty `html` when the item has none."""

    titel: str
    id: str
    html: Markup


@dataclass(frozen=True, slots=True)
class BronRegel:
    """A source in the numbered list; `terug` are the places that cite it, a, b, c in the order of the page.

    `taal` is that of the title when it is not Dutch: a screen reader has to know. `soort` is empty when the name of the
    publisher says it. `geraadpleegd` is empty when it is what the list says of all its sources.
    """

    id: str
    nummer: int
    titel: str
    taal: str
    uitgever: str
    soort: str
    adres: str
    datum: str
    geraadpleegd: str
    terug: tuple[PaginaLink, ...]


@dataclass(frozen=True, slots=True)
class BronLijst:
    """The numbered sources of a text, and in one sentence when they were read."""

    regels: tuple[BronRegel, ...] = ()
    geraadpleegd: str = ""

    def __len__(self) -> int:
        return len(self.regels)

    @property
    def vouwen(self) -> str:
        """The text of the button behind which a phone keeps many sources; empty for a few."""
        return f"Toon de {len(self.regels)} bronnen" if len(self.regels) > MOST_SOURCES_UNFOLDED else ""


NO_SOURCES = BronLijst()


@dataclass(frozen=True, slots=True)
class WijzigingRegel:
    """A major change; `dag` is the ISO date for `<time>`."""

    dag: str
    datum: str
    wat: str
    titel: str = ""
    """The item, where changes of several items stand together."""
    adres: str = ""
    soort: str = ""
    over: str = ""
    """What the item is about, when this is its first version: on the start page that tells more than that it is one."""


@dataclass(frozen=True, slots=True)
class BegripUitleg:
    """A term explained on demand: the button in the text points to `id`."""

    id: str
    term: str
    uitleg: str
    adres: str


@dataclass(frozen=True, slots=True)
class FotoDeel:
    """A photo with its size in pixels."""

    adres: str
    breedte: int
    hoogte: int
    beschrijving: str
    bijschrift: str
    """Who made it, and when."""


@dataclass(frozen=True, slots=True)
class ResultaatRegel:
    """A result; `maat`, `voor` and `na` are empty where nothing was measured."""

    tekst: str
    noten: Markup
    maat: str
    voor: str
    na: str
    geen_staven: str = ""
    """Why before and after are not drawn, where they were measured."""


@dataclass(frozen=True, slots=True)
class GestoptDeel:
    """How a praktijk ended: `kop` says when, `duur` after how long, `feiten` are up to three names with a value."""

    kop: str
    duur: str
    toelichting: str
    """How it ended, or else what is said of the period."""
    noten: Markup
    """The sources of how it ended."""
    feiten: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MisserRegel:
    """Something that went wrong."""

    kop: str
    tekst: str
    noten: Markup


@dataclass(frozen=True, slots=True)
class LesRegel:
    """A lesson; `afgeleid`: our own conclusion."""

    tekst: str
    afgeleid: bool
    noten: Markup


@dataclass(frozen=True, slots=True)
class OordeelRegel:
    """How a kans holds up in one scenario; `waarde` is the allowed value (also a class)."""

    scenario: PaginaLink
    waarde: str
    tekst: str
    reden: str


@dataclass(frozen=True, slots=True)
class KansDeel:
    """A kans in full, on the page of its trend; `id` is its anchor."""

    id: str
    regel: KansRegel
    waarom: Markup
    aanpak: AanpakRegel | None
    """The aanpak that it is a part of."""
    praktijken: Gevouwen[KansPraktijk]
    bewijs: KansBewijs
    oordelen: tuple[OordeelRegel, ...]
    toets: str
    """The address that puts it in the windtunnel."""
    bronnen: BronLijst
    gecontroleerd: str
    controle_nodig: bool
    wijzigingen: tuple[WijzigingRegel, ...]
    bewerken: str
    verbeteren: str
