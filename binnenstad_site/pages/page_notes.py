"""The citations and explained terms of one page: gathered while its parts are rendered, then a frozen value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup
from pydantic import BaseModel

from binnenstad_site.core.dates import day_in_words, in_words
from binnenstad_site.link.site import Site
from binnenstad_site.models import vocabulary
from binnenstad_site.models.blocks import Bron
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.pages.addresses import Addresses
from binnenstad_site.pages.claims import cited_pieces, claim_places
from binnenstad_site.pages.parts.item_parts import NO_SOURCES, BegripUitleg, BronLijst, BronRegel, Sectie
from binnenstad_site.pages.parts.labels import NIETS, PaginaLink
from binnenstad_site.validate.markdown import CitedSentence, Notes, Section, render
from binnenstad_site.validate.validator import Entry

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Cited:
    """The numbered sources of a page with the way back to each place, and the terms that it explains."""

    bronnen: BronLijst = NO_SOURCES
    begrippen: tuple[BegripUitleg, ...] = ()


NOTHING_CITED = Cited()


class PageNotes:
    """The register of one item on one page. Parts are rendered in the order in which they are read; then `finish`."""

    def __init__(self, entry: Entry[MetBronnen], site: Site, addresses: Addresses, prefix: str = "") -> None:
        """`prefix` stands before ids where several items share a page."""
        numbers = {source.sleutel: number for number, source in enumerate(entry.item.bronnen, start=1)}
        resolved = site.links[entry.ref]
        links = {key: addresses.url_for(to) if to.startswith("/") else to for key, to in resolved.items()}
        self._entry, self._site, self._addresses = entry, site, addresses
        sizes = {key: site.sizes[to[1:]] for key, to in resolved.items() if to[1:] in site.sizes}
        self._claims = dict(claim_places(entry))
        self._notes = Notes(numbers, links, site.terms, prefix, self._claim_of, sizes)
        self._finished = False

    def _open(self) -> Notes:
        if self._finished:
            raise RuntimeError("the sources of this page are listed already")
        return self._notes

    def cite(self, keys: Sequence[str]) -> Markup:
        """The small numbers of a citation alone."""
        return self._open().cite(keys)

    def behind(self, block: BaseModel, field: str = "bron") -> Markup:
        """The small numbers of the sources in a field of a block, with the id of what they stand behind.

        Of what a page says in two places, the first has the id.
        """
        return self._open().cite(getattr(block, field), "".join(self._claims.pop((id(block), field), ())))

    def text(self, block: BaseModel, field: str) -> Markup:
        """A field that may name its sources as `[@sleutel]`, with their numbers; a sentence that does has its id."""
        claims = iter(self._claims.pop((id(block), field), ()))
        sentences = cited_pieces(getattr(block, field) or "")
        return Markup("").join(self._sentence(next(claims, "") if words else "", parts) for words, parts in sentences)

    def _claim_of(self, sentence: CitedSentence) -> str:
        return self._claims[id(sentence), ""][0]

    def _sentence(self, claim: str, pieces: Sequence[tuple[str, Sequence[str]]]) -> Markup:
        inside = Markup("").join(Markup("{}{}").format(piece, self.cite(keys)) for piece, keys in pieces)
        return Markup('<span id="{}">{}</span>').format(claim, inside) if claim else inside

    def sections(self, sections: Iterable[Section]) -> tuple[Sectie, ...]:
        """Sections of a body in order; what stands before the first heading has no title."""
        return tuple(
            Sectie(s.heading.text if s.heading else "", s.heading.id if s.heading else "", render(s, self._open()))
            for s in sections
        )

    def section(self, title: str) -> Sectie:
        """The section of the body with this title, or an empty one."""
        named = [part for part in self._entry.body.sections if part.heading and part.heading.text == title]
        return next(iter(self.sections(named[:1])), Sectie(title, "", NIETS))

    def finish(self) -> Cited:
        """What was cited and explained; nothing more can be rendered."""
        notes, self._finished = self._open(), True
        explained = (self._site.begrippen[slug] for slug in notes.explained)
        return Cited(
            _sources(self._entry.item, notes),
            tuple(
                BegripUitleg(f"begrip-{number}", e.item.term, e.item.uitleg or "", self._addresses.url_for(e.address))
                for number, e in enumerate(explained, start=1)
            ),
        )


def _sources(item: MetBronnen, notes: Notes) -> BronLijst:
    """The date of consultation is given once for all sources; only a source with another date has its own."""
    dates = Counter(source.geraadpleegd for source in item.bronnen)
    usual = max(dates, key=lambda day: (dates[day], day), default="")
    rows = tuple(_source(number, source, notes, usual) for number, source in enumerate(item.bronnen, start=1))
    when = f"{'op' if len(usual) == len('2026-11-24') else 'in'} {in_words(usual)}"
    others = "" if len(dates) < 2 else ", tenzij er iets anders bij staat"
    return BronLijst(rows, f"Geraadpleegd {when}{others}." if rows else "")


def _source(number: int, source: Bron, notes: Notes, usual: str) -> BronRegel:
    places = notes.cited.get(source.sleutel, [])
    return BronRegel(
        id=f"{notes.prefix}bron-{number}",
        nummer=number,
        titel=source.titel,
        taal=source.taal or "",
        uitgever=source.uitgever,
        soort=_kind(source),
        adres=source.url or "",
        datum=day_in_words(source.datum),
        geraadpleegd="" if source.geraadpleegd == usual else in_words(source.geraadpleegd),
        terug=tuple(PaginaLink(_letter(index), f"#{place}") for index, place in enumerate(places)),
    )


def _kind(source: Bron) -> str:
    """What kind of source it is, in words; `Omroep Brabant` says that itself."""
    words = vocabulary.SOORT_BRON[source.soort] if source.soort else ""
    return "" if words.split(" ")[0] in source.uitgever.lower() else words


def _letter(index: int) -> str:
    """a, b, … z, aa, ab, …"""
    head = _letter(index // 26 - 1) if index >= 26 else ""
    return head + LETTERS[index % 26]
