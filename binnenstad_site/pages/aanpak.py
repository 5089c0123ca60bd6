"""The page of an aanpak: the verdict that its praktijken give together, how it works, what the law says, when not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from binnenstad_site.core.typography import capital
from binnenstad_site.drawings.cases import case_mark, cases_wall
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.items import Aanpak, Bedrag, Kans, Praktijk
from binnenstad_site.pages.aanpak_cases import Cases, cases_of, own_amounts, span_in_words, towns_by_size
from binnenstad_site.pages.aanpak_story import AanpakVerhaal, named, story
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import ItemContext, Part, item_frame
from binnenstad_site.pages.nota import address_with, nota_address, strongest
from binnenstad_site.pages.page import Page, Recipe, Stuk, item_page_made_of, with_withdrawn
from binnenstad_site.pages.parts.aanpak_parts import (
    AanpakRegel,
    ApartRegel,
    BedragenDeel,
    BedragRij,
    Geval,
    GevalMerk,
    OordeelDeel,
    OordeelLabel,
    TellingRij,
)
from binnenstad_site.pages.parts.folds import Gevouwen, fold
from binnenstad_site.pages.parts.labels import NIETS, PaginaLink, TrendLabel
from binnenstad_site.pages.parts.list_items import KansRegel, PraktijkKaart
from binnenstad_site.pages.search_entries import aanpak_facet, body_pieces, facets, piece, search_entry
from binnenstad_site.pages.verdict import Case, changes_in_words, sum_in_words, verdict
from binnenstad_site.validate.validator import Entry

ABOUT_VERDICT = "over/oordeel"
CARDS_UNFOLDED = 6
"""On a phone; a multiple of two and three, so that wider screens show whole rows."""
"""The pagina that tells the rule."""
LAWS_NAMED = 2
"""Names of laws that fit in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AanpakPagina(ItemContext, template="aanpak.html"):
    """An aanpak."""

    trends: tuple[TrendLabel, ...]
    opgave: str
    oordeel: OordeelDeel
    telling: tuple[TellingRij, ...]
    """Empty when no praktijk counts."""
    telling_koppen: tuple[str, ...]
    """The heads of its columns after the outcome."""
    apart: tuple[ApartRegel, ...]
    zonder_trede: tuple[ApartRegel, ...]
    mislukt: tuple[ApartRegel, ...]
    spreiding: str
    """From the lowest amount to the highest; empty when none is known."""
    bedragen: tuple[BedragenDeel, ...]
    aantal_bedragen: int
    wetten: str
    """The law in one line; empty without."""
    wie_betaalt: tuple[str, ...]
    grootte: tuple[tuple[str, tuple[PaginaLink, ...]], ...]
    """Size classes with their gemeenten."""
    open_vragen: tuple[str, ...]
    verhaal: AanpakVerhaal
    kansen: tuple[KansRegel, ...]
    praktijken: Gevouwen[PraktijkKaart]
    """The strongest evidence first."""
    geteld: str
    """How many praktijken in words."""
    nota: str
    """Address of its nota; a withdrawn one has none."""
    maak_nota: str
    """Where a reader makes a nota of its strongest praktijken."""


def aanpak_pages(builder: PageBuilder) -> Iterator[Page]:
    """A page per aanpak, the withdrawn too."""
    for entry in with_withdrawn(builder.site, builder.site.aanpakken, Aanpak):
        yield _page(builder, entry)


def _page(builder: PageBuilder, entry: Entry[Aanpak]) -> Page:
    of_it = _of_praktijken(builder, entry)
    recipe = Recipe(AanpakPagina, _context, (entry, builder.site.kansen_of(entry.ref), of_it))
    words = (*facets(builder, entry.item.trends), aanpak_facet(entry))
    search = search_entry(builder, entry, entry.item.in_een_zin, _pieces(entry), words)
    return item_page_made_of(builder, entry, recipe, search)


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfPraktijken:
    """What the page shows of praktijken: fields of the page itself, but for the first two and `named`."""

    gevallen: tuple[Case, ...]
    hoe: PaginaLink | None
    telling: tuple[TellingRij, ...]
    telling_koppen: tuple[str, ...]
    apart: tuple[ApartRegel, ...]
    zonder_trede: tuple[ApartRegel, ...]
    mislukt: tuple[ApartRegel, ...]
    spreiding: str
    bedragen: tuple[BedragenDeel, ...]
    grootte: tuple[tuple[str, tuple[PaginaLink, ...]], ...]
    praktijken: tuple[PraktijkKaart, ...]
    nota: str
    maak_nota: str
    named: Mapping[str, Geval]
    """Those that its text and tables name, by slug."""


def _of_praktijken(builder: PageBuilder, entry: Entry[Aanpak]) -> _OfPraktijken:
    site, link_to = builder.site, builder.addresses.link_to
    cases = cases_of(site, entry)
    amounts = tuple(own_amounts(cases, entry.slug))
    return _OfPraktijken(
        gevallen=cases.cases,
        hoe=rule_link(builder),
        telling=_tally(cases),
        telling_koppen=_tally_heads(cases),
        apart=_apart(builder, cases.apart),
        zonder_trede=_apart(builder, cases.regraded),
        mislukt=_apart(builder, cases.failed),
        spreiding=span_in_words(amount for _, of_user in amounts for amount in of_user),
        bedragen=tuple(BedragenDeel(link_to(user), tuple(map(_amount, of_user))) for user, of_user in amounts),
        grootte=tuple(
            (vocabulary.GROOTTEKLASSE[size], tuple(map(link_to, towns)))
            for size, towns in towns_by_size(site, cases).items()
        ),
        praktijken=builder.cards.praktijken_of(user.slug for user in cases.entries),
        nota="" if entry.item.ingetrokken else builder.addresses.url_for(nota_address(entry)),
        maak_nota=address_with(builder, strongest(cases)),
        named=named(builder, entry.item),
    )


def _context(
    builder: PageBuilder, entry: Entry[Aanpak], kansen_of_it: Sequence[Entry[Kans]], of_it: _OfPraktijken
) -> AanpakPagina:
    item = entry.item
    notes = builder.notes(entry)
    verhaal = story(item, notes, of_it.named)
    kansen = tuple(map(builder.cards.kans, kansen_of_it))
    after = (("praktijken", "Praktijken", of_it.praktijken),)
    return AanpakPagina(
        kader=item_frame(
            builder,
            entry,
            notes.finish(),
            _parts(verhaal, of_it.bedragen, item, kansen),
            after,
            words=sum(len(part.tekst.split()) for part in _pieces(entry)),
        ),
        trends=builder.cards.trends_of(item.trends),
        opgave=item.opgave,
        oordeel=verdict_part(of_it.gevallen, of_it.hoe),
        telling=of_it.telling,
        telling_koppen=of_it.telling_koppen,
        apart=of_it.apart,
        zonder_trede=of_it.zonder_trede,
        mislukt=of_it.mislukt,
        spreiding=of_it.spreiding,
        bedragen=of_it.bedragen,
        aantal_bedragen=sum(len(part.bedragen) for part in of_it.bedragen),
        wetten=_laws(item),
        wie_betaalt=item.wie_betaalt,
        grootte=of_it.grootte,
        open_vragen=item.open_vragen,
        verhaal=verhaal,
        kansen=kansen,
        praktijken=fold(of_it.praktijken, CARDS_UNFOLDED, "praktijk", "praktijken"),
        nota=of_it.nota,
        maak_nota=of_it.maak_nota,
        geteld=COLLECTIONS["praktijken"].counted(len(of_it.praktijken)),
    )


def _parts(
    verhaal: AanpakVerhaal, amounts: tuple[BedragenDeel, ...], item: Aanpak, kansen: tuple[KansRegel, ...]
) -> tuple[Part, ...]:
    """What stands on the page before its sources."""
    sections = (verhaal.kort, verhaal.hoe, verhaal.weten, verhaal.mag, verhaal.niet)
    return (
        *((section.id, section.titel, section.html) for section in sections),
        ("bedragen", "Bedragen", amounts),
        ("nog-open", "Nog open", item.open_vragen),
        ("kansen", "Kansen", kansen),
    )


def _amount(amount: Bedrag) -> BedragRij:
    return BedragRij(amount.bedrag, amount.jaar, amount.wie, amount.waarvoor)


def verdict_label(found: vocabulary.OordeelAanpak) -> OordeelLabel:
    """The verdict as a word."""
    return OordeelLabel(found, vocabulary.OORDEEL_AANPAK[found])


def aanpak_line(builder: PageBuilder, entry: Entry[Aanpak]) -> AanpakRegel:
    """An aanpak as other pages list it."""
    cases, item = cases_of(builder.site, entry), entry.item
    return AanpakRegel(
        titel=item.titel,
        adres=builder.addresses.url_for(entry.address),
        in_een_zin=item.in_een_zin,
        trend=builder.cards.trend(item.trends[0]),
        oordeel=verdict_label(cases.verdict),
        som=sum_in_words(cases.cases),
        praktijken=COLLECTIONS["praktijken"].counted(len(cases.entries)),
    )


def rule_link(builder: PageBuilder) -> PaginaLink | None:
    """To the page that tells the rule, when there is one."""
    rule = builder.site.paginas.get(ABOUT_VERDICT)
    return builder.addresses.link("Zo komt een oordeel tot stand", rule.address) if rule else None


def verdict_part(cases: Sequence[Case], rule: PaginaLink | None) -> OordeelDeel:
    """The verdict on cases, the wall that it follows from, and what would change it."""
    counts = {outcome: sum(case.uitkomst == outcome for case in cases) for outcome in vocabulary.UITKOMST}
    grades = [case.bewijs for case in cases]
    found = verdict(cases)
    return OordeelDeel(
        label=verdict_label(found),
        uitleg=vocabulary.OORDEEL_AANPAK_UITLEG[found],
        som=f"{capital(sum_in_words(cases))}.",
        wijzigt=changes_in_words(cases),
        hoe=rule,
        muur=cases_wall([(case.bewijs, case.uitkomst) for case in cases]) if cases else NIETS,
        merken=tuple(
            GevalMerk(case_mark(outcome), vocabulary.UITKOMST[outcome], number)
            for outcome, number in counts.items()
            if number
        ),
        treden=tuple(
            (grades.count(int(step)), word)
            for step, word in reversed(vocabulary.BEWIJS.items())
            if grades.count(int(step))
        ),
        zonder_trede=grades.count(None),
    )


def _tally(cases: Cases) -> tuple[TellingRij, ...]:
    """How many cases per outcome and step of evidence; the last number is of those without a step, if there are any."""
    steps = _steps(cases)
    rows = []
    for outcome, text in vocabulary.UITKOMST.items():
        grades = [case.bewijs for case in cases.cases if case.uitkomst == outcome]
        rows.append(TellingRij(text, tuple(map(grades.count, steps)), len(grades)))
    return tuple(rows) if cases.cases else ()


def _steps(cases: Cases) -> tuple[int | None, ...]:
    steps: tuple[int | None, ...] = tuple(map(int, vocabulary.BEWIJS))
    return (*steps, None) if any(case.bewijs is None for case in cases.cases) else steps


def _tally_heads(cases: Cases) -> tuple[str, ...]:
    return tuple("zonder trede" if step is None else str(step) for step in _steps(cases))


def _apart(builder: PageBuilder, rows: tuple[tuple[Entry[Praktijk], str], ...]) -> tuple[ApartRegel, ...]:
    return tuple(
        ApartRegel(builder.addresses.link_to(user), builder.cards.place_name(user.item), reason)
        for user, reason in rows
    )


def _laws(item: Aanpak) -> str:
    """`Leegstandwet en Omgevingswet, en nog 3 regels`."""
    names = list(dict.fromkeys(law.naam for law in item.wet))
    more = len(names[LAWS_NAMED:])
    named = " en ".join(names[:LAWS_NAMED])
    return f"{named}, en nog {more}" if more else named


def _pieces(entry: Entry[Aanpak]) -> tuple[Stuk, ...]:
    """The whole text of the page, in the pieces that a search result can link to."""
    item = entry.item
    return (
        *body_pieces(entry.body),
        *piece(*(f"{step.stap} {step.wie}" for step in item.stappen), kop="Stappen", anker="stappenlijst"),
        *piece(*(f"{study.titel}. {study.uitkomst}" for study in item.onderzoek), kop="Onderzoek", anker="onderzoeken"),
        *piece(
            *(f"{law.naam}, {law.artikel}. {law.wat_mag}" for law in item.wet), kop="Wet en regels", anker="wetsregels"
        ),
        *piece(
            *(row.tekst for row in (*item.voorwaarden, *item.wanneer_niet)),
            *(row.fout for row in item.fouten),
            kop="Voorwaarden en fouten",
            anker="voorwaarden",
        ),
        *piece(*item.open_vragen, kop="Nog open", anker="nog-open"),
    )
