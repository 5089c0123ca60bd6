"""What a nota is made of: lines with the sources that carry them, ready to be laid out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotaRegel:
    """A line: what it is about, the sentence itself, and a remark; `bronnen` are places or numbers of sources."""

    vet: str
    tekst: str
    bronnen: tuple[int, ...] = ()
    klein: str = ""


@dataclass(frozen=True, slots=True)
class NotaBron:
    """A source as the nota lists it; `datum` says when it was published and when it was read."""

    titel: str
    uitgever: str
    datum: str
    adres: str
    taal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijdrage:
    """What one praktijk, or the aanpak itself, gives to a nota, the most telling first.

    The numbers in its lines are places in its own `bronnen`, from 0. An aanpak has no `titel`: it is no row.
    """

    titel: str = ""
    adres: str = ""
    stand: str = ""
    zin: str = ""
    begin: tuple[NotaRegel, ...] = ()
    bedragen: tuple[NotaRegel, ...] = ()
    uitkomst: tuple[NotaRegel, ...] = ()
    mis: tuple[NotaRegel, ...] = ()
    wet: tuple[NotaRegel, ...] = ()
    stappen: tuple[NotaRegel, ...] = ()
    kanttekeningen: tuple[NotaRegel, ...] = ()
    bronnen: tuple[NotaBron, ...] = ()


@dataclass(frozen=True, slots=True)
class NotaRij:
    """A praktijk in the table of a nota."""

    titel: str
    adres: str
    stand: str
    zin: str
    begin: tuple[NotaRegel, ...]
    bedragen: tuple[NotaRegel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotaDeel:
    """A nota: what fits on two sheets, with its sources numbered from 1 in the order in which they are cited."""

    rijen: tuple[NotaRij, ...]
    uitkomst: tuple[NotaRegel, ...]
    mis: tuple[NotaRegel, ...]
    wet: tuple[NotaRegel, ...]
    stappen: tuple[NotaRegel, ...]
    kanttekeningen: tuple[NotaRegel, ...]
    bronnen: tuple[NotaBron, ...]
