"""What pages show of an aanpak: its verdict, and what its praktijken and the law say of it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel


@dataclass(frozen=True, slots=True)
class OordeelLabel:
    """The verdict on an aanpak; `waarde` is the allowed value (also a class)."""

    waarde: str
    tekst: str


@dataclass(frozen=True, slots=True)
class AanpakRegel:
    """An aanpak in a list."""

    titel: str
    adres: str
    in_een_zin: str
    trend: TrendLabel
    oordeel: OordeelLabel
    som: str
    """`werkte in 6 van 9, waarvan 3 gemeten`."""
    praktijken: str
    """How many there are in words."""


@dataclass(frozen=True, slots=True)
class GevalMerk:
    """The mark of an outcome on a brick, with its word and how many cases have it."""

    merk: Markup
    tekst: str
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OordeelDeel:
    """The verdict with all that it follows from."""

    label: OordeelLabel
    uitleg: str
    som: str
    wijzigt: tuple[str, ...]
    """What would change it, a sentence each."""
    hoe: PaginaLink | None
    """To the page that tells the rule."""
    muur: Markup
    """A brick for each case; empty when nothing counts."""
    merken: tuple[GevalMerk, ...]
    treden: tuple[tuple[int, str], ...]
    """How many cases per step of evidence, the highest first."""
    zonder_trede: int
    """How many more count without a step."""


@dataclass(frozen=True, slots=True)
class TellingRij:
    """An outcome with its number of cases per step of evidence 0 to 4, without a step, and together."""

    uitkomst: str
    aantallen: tuple[int, ...]
    samen: int


@dataclass(frozen=True, slots=True)
class StapRegel:
    """A step, and who takes it."""

    stap: str
    wie: str


@dataclass(frozen=True, slots=True)
class WetRegel:
    """What a law or rule allows; `gecontroleerd` is when its text was read."""

    naam: str
    artikel: str
    wat_mag: str
    let_op: str
    adres: str
    gecontroleerd: str


@dataclass(frozen=True, slots=True)
class OnderzoekRegel:
    """A study; `jaar` and `adres` are empty where they are not known."""

    titel: str
    organisatie: str
    jaar: str
    uitkomst: str
    reikwijdte: str
    adres: str


@dataclass(frozen=True, slots=True)
class Geval:
    """A praktijk named by its place, for short; who listens also hears its title. A mere place has only itself."""

    plaats: str
    titel: str = ""
    adres: str = ""


@dataclass(frozen=True, slots=True)
class GevalZin:
    """A sentence with the praktijk that shows it, or with its sources."""

    tekst: str
    geval: Geval | None
    noten: Markup


@dataclass(frozen=True, slots=True)
class TabelRij:
    """A row of a table across cases."""

    geval: Geval
    noten: Markup
    cellen: tuple[tuple[str, str], ...]
    """Each the name of its column and the value."""


@dataclass(frozen=True, slots=True)
class TabelDeel:
    """A table across cases."""

    titel: str
    toelichting: str
    kolommen: tuple[str, ...]
    rijen: tuple[TabelRij, ...]


@dataclass(frozen=True, slots=True)
class BedragRij:
    """An amount: of which year, who paid, and for what."""

    bedrag: str
    jaar: str
    wie: str
    waarvoor: str


@dataclass(frozen=True, slots=True)
class BedragenDeel:
    """The amounts of one praktijk."""

    praktijk: PaginaLink
    bedragen: tuple[BedragRij, ...]


@dataclass(frozen=True, slots=True)
class ApartRegel:
    """A praktijk that uses the aanpak but does not count, or not with its grade, and why."""

    praktijk: PaginaLink
    plaats: str
    reden: str
