"""The rows of the passport that cite a source: what was wanted, how it stood, what it cost and how it came out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages.page_notes import PageNotes

UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class GeciteerdeZin:
    """A sentence with the numbers of its sources."""

    tekst: str
    noten: Markup


@dataclass(frozen=True, slots=True)
class BeginRegel:
    """How one thing stood before; `maat` is empty where no measure of the closed list fits, and so may be `jaar`."""

    maat: str
    waarde: str
    jaar: str
    noten: Markup


@dataclass(frozen=True, slots=True)
class BedragRegel:
    """An amount: of which year, who paid, and for what."""

    bedrag: str
    jaar: str
    wie: str
    waarvoor: str
    noten: Markup

    @property
    def tekst(self) -> str:
        """The whole line without its sources."""
        return f"{self.bedrag} ({self.jaar}), {self.wie}: {self.waarvoor}"


@dataclass(frozen=True, slots=True)
class UitkomstRegel:
    """Whether the own goal was reached, and why we say so; `tekst` is `onbekend` where nobody knows."""

    tekst: str
    reden: str
    noten: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class GeciteerdPaspoort:
    """Those rows, in the order of the passport."""

    doel: GeciteerdeZin | None
    begin: tuple[BeginRegel, ...]
    uitkomst: UitkomstRegel
    periode_noten: Markup
    einde: GeciteerdeZin | None
    """How it ended; of one that stopped, the top of the page tells it."""
    kosten_noten: Markup
    bedragen: tuple[BedragRegel, ...]


def cited_passport(item: Praktijk, notes: PageNotes) -> GeciteerdPaspoort:
    """Rendered in the order in which it is read, so that sources lead back in that order."""
    return GeciteerdPaspoort(
        doel=GeciteerdeZin(item.doel.tekst, notes.behind(item.doel)) if item.doel else None,
        begin=tuple(
            BeginRegel(
                "" if before.maat == "anders" else vocabulary.MAAT[before.maat],
                before.waarde,
                "" if before.jaar == UNKNOWN else before.jaar,
                notes.behind(before),
            )
            for before in item.uitgangssituatie
        ),
        uitkomst=UitkomstRegel(
            outcome(item) or UNKNOWN, item.uitkomst_reden or "", notes.behind(item, "uitkomst_bron")
        ),
        periode_noten=notes.behind(item.periode),
        einde=cited_end(item, notes) if not item.gestopt else None,
        kosten_noten=notes.behind(item.kosten),
        bedragen=tuple(
            BedragRegel(amount.bedrag, amount.jaar, amount.wie, amount.waarvoor, notes.behind(amount))
            for amount in item.kosten.bedragen
        ),
    )


def cited_end(item: Praktijk, notes: PageNotes) -> GeciteerdeZin | None:
    """How it ended, with its sources."""
    return GeciteerdeZin(item.einde.tekst, notes.behind(item.einde)) if item.einde else None


def outcome(item: Praktijk) -> str:
    """Whether the own goal was reached, in words; empty where that is not known."""
    known = item.uitkomst not in (None, UNKNOWN)
    return vocabulary.UITKOMST[item.uitkomst or UNKNOWN] if known else ""


def passport_words(item: Praktijk) -> Iterator[str]:
    """The texts of the passport, as the search finds them."""
    yield item.opgave
    if item.doel:
        yield item.doel.tekst
    yield from (before.waarde for before in item.uitgangssituatie)
    yield item.plek
    yield from item.partijen
    yield from (f"{amount.bedrag}, {amount.wie}: {amount.waarvoor}" for amount in item.kosten.bedragen)
    yield item.uitkomst_reden or ""
    if item.einde:
        yield item.einde.tekst
