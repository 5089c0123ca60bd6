"""What praktijken and aanpakken give to a nota, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from binnenstad_site.core.dates import day_in_words, in_words, needs_check
from binnenstad_site.core.typography import capital, first_sentence
from binnenstad_site.models import COLLECTIONS, vocabulary
from binnenstad_site.models.blocks import Bron
from binnenstad_site.models.items import Aanpak, Praktijk, Resultaat
from binnenstad_site.models.items.aanpakken import Voorwaarde, Wetsregel
from binnenstad_site.pages.aanpak_cases import Cases
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.parts.nota_parts import Bijdrage, NotaBron, NotaRegel
from binnenstad_site.pages.standing import period, status_label
from binnenstad_site.pages.verdict import MEASURED, sum_in_words
from binnenstad_site.validate.validator import Entry

UNKNOWN = "onbekend"
LAWS_EACH = 3
"""Of one aanpak, and twice that of all aanpakken of a praktijk; a nota has room for few."""


def of_praktijk(builder: PageBuilder, entry: Entry[Praktijk], aanpakken: Sequence[Entry[Aanpak]]) -> Bijdrage:
    """What a praktijk gives, with the laws of its aanpakken: the main one first, each law once."""
    item = entry.item
    place = _place(builder, item)
    laws = tuple(dict.fromkeys(law for aanpak in aanpakken for law in aanpak.item.wet[:LAWS_EACH]))[: 2 * LAWS_EACH]
    own = [source.sleutel for source in item.bronnen]
    return Bijdrage(
        titel=item.titel,
        adres=builder.addresses.url_for(entry.address),
        stand=_standing(builder, item, place),
        zin=item.in_een_zin,
        begin=tuple(_before(item, own)),
        bedragen=tuple(
            NotaRegel(amount.bedrag, f"({amount.jaar}), {amount.wie}: {amount.waarvoor}", _places(amount.bron, own))
            for amount in item.kosten.bedragen
        )
        or (NotaRegel("", "Geen bedrag gevonden."),),
        uitkomst=tuple(_outcome(item, place, own)),
        mis=tuple(
            NotaRegel(f"{place}: {wrong.kop}.", wrong.tekst, _places(wrong.bron, own)) for wrong in item.wat_ging_mis
        )
        or (NotaRegel(f"{place}:", "in de bronnen is hierover niets gevonden."),),
        wet=_laws(laws, len(own)),
        stappen=tuple(NotaRegel("", step) for step in item.eerste_stappen),
        kanttekeningen=tuple(_caveats(builder, item, place)),
        bronnen=(*map(_source, item.bronnen), *map(_law_source, laws)),
    )


def of_aanpak(builder: PageBuilder, entry: Entry[Aanpak], cases: Cases) -> Bijdrage:
    """What an aanpak itself gives: its verdict, its law, its steps, and when not to do it."""
    item, site = entry.item, builder.site
    own = [source.sleutel for source in item.bronnen]
    laws = tuple(item.wet)
    number = COLLECTIONS["praktijken"].counted(len(cases.entries))
    return Bijdrage(
        uitkomst=(
            NotaRegel(
                f"Oordeel over {number}: {vocabulary.OORDEEL_AANPAK[cases.verdict]}.",
                f"{capital(sum_in_words(cases.cases))}. {vocabulary.OORDEEL_AANPAK_UITLEG[cases.verdict]}",
            ),
            NotaRegel("Doorlooptijd:", item.doorlooptijd.tekst, _places(item.doorlooptijd.bron, own)),
        ),
        mis=tuple(
            NotaRegel(f"{_place(builder, site.praktijken[error.praktijk].item)}:", error.fout)
            for error in item.fouten
            if error.praktijk in site.praktijken
        ),
        wet=_laws(laws, len(own)),
        stappen=tuple(NotaRegel("", step.stap, klein=f"Wie: {step.wie}.") for step in item.stappen),
        kanttekeningen=tuple(
            _in_turn(
                _conditions("Doe het niet:", item.wanneer_niet, own),
                _conditions("Moet kloppen:", item.voorwaarden, own),
            )
        ),
        bronnen=(*map(_source, item.bronnen), *map(_law_source, laws)),
    )


def _place(builder: PageBuilder, item: Praktijk) -> str:
    """Where it is in a word or two: its one dot on the map, else its gemeenten."""
    return item.kaartpunten[0].plaats if len(item.kaartpunten) == 1 else builder.cards.place_name(item)


def _standing(builder: PageBuilder, item: Praktijk, place: str) -> str:
    """`Winschoten (Oldambt), 25.000 tot 50.000 inwoners. 2013 tot heden; loopt.`"""
    whole = builder.cards.place_name(item)
    where = whole if whole.startswith(place) else f"{place} ({whole})"
    towns = builder.site.gemeenten_of(item)
    size = f", {vocabulary.GROOTTEKLASSE[towns[0].item.klasse]}" if len(towns) == 1 else ""
    return f"{where}{size}. {capital(period(item, builder.today))}; {status_label(item, builder.today).tekst}."


def _before(item: Praktijk, own: list[str]) -> Iterator[NotaRegel]:
    for before in item.uitgangssituatie:
        measure = "" if before.maat == "anders" else f"{capital(vocabulary.MAAT[before.maat])}:"
        year = "" if before.jaar == UNKNOWN else f" ({before.jaar})"
        yield NotaRegel(measure, f"{before.waarde}{year}", _places(before.bron, own))
    if not item.uitgangssituatie:
        yield NotaRegel("", "Geen beginstand gevonden.")


def _outcome(item: Praktijk, place: str, own: list[str]) -> Iterator[NotaRegel]:
    """Whether the goal was reached and how sure that is; then what was measured, and then the other results."""
    outcome = vocabulary.UITKOMST[item.uitkomst or "onbekend"]
    evidence = f"Bewijs: {item.bewijs} van 4, {vocabulary.BEWIJS[item.bewijs]}."
    yield NotaRegel(f"{place}: {outcome}.", item.uitkomst_reden or "", _places(item.uitkomst_bron, own), evidence)
    for result in sorted(item.resultaten, key=lambda result: not (result.voor and result.na)):
        yield NotaRegel(f"{place}:", _result(result), _places(result.bron, own))


def _result(result: Resultaat) -> str:
    if not (result.voor and result.na):
        return result.tekst
    return f"{result.maat or 'gemeten'}: {result.voor} werd {result.na}. {result.tekst}"


def _caveats(builder: PageBuilder, item: Praktijk, place: str) -> Iterator[NotaRegel]:
    """What a reader has to know before leaning on this praktijk."""
    if int(item.bewijs) < MEASURED:
        yield NotaRegel(f"{place}: niet gemeten.", first_sentence(item.bewijs_reden))
    if item.land != "NL":
        yield NotaRegel(f"{place}:", f"ligt in {vocabulary.LAND[item.land]}, met andere wetten en belastingen.")
    if needs_check(item.gecontroleerd, builder.today):
        yield NotaRegel(f"{place}:", f"gecontroleerd in {in_words(item.gecontroleerd)}; controleer of dit nog klopt.")


def _laws(laws: Iterable[Wetsregel], first: int) -> tuple[NotaRegel, ...]:
    """Each law as a line that cites itself; `first` is the place of the first law among the sources."""
    return tuple(
        NotaRegel(f"{law.naam}, {law.artikel}:", law.wat_mag, (place,), f"Let op: {law.let_op}" if law.let_op else "")
        for place, law in enumerate(laws, start=first)
    )


def _conditions(about: str, rows: Iterable[Voorwaarde], own: list[str]) -> Iterator[NotaRegel]:
    return (NotaRegel(about, row.tekst, _places(row.bron, own)) for row in rows)


def _in_turn(*lists: Iterable[NotaRegel]) -> Iterator[NotaRegel]:
    """One of each list, then the second of each: what comes first is what stays."""
    return (line for rank in zip_longest(*lists) for line in rank if line)


def _places(keys: Iterable[str], own: list[str]) -> tuple[int, ...]:
    """Where these sources stand; one that is missing is an error of its own."""
    return tuple(own.index(key) for key in keys if key in own)


def _source(source: Bron) -> NotaBron:
    day = day_in_words(source.datum)
    read = f"{day}; gelezen {in_words(source.geraadpleegd)}"
    return NotaBron(source.titel, source.uitgever, read, source.url or "", source.taal or "")


def _law_source(law: Wetsregel) -> NotaBron:
    return NotaBron(f"{law.naam}, {law.artikel}", "wet of regel", f"gelezen {in_words(law.gecontroleerd)}", law.url)
