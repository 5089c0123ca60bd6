"""Rules over single items: what pydantic cannot see because it looks at one field at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from binnenstad_site.core.dates import CHECK_AFTER_MONTHS, as_iso_day, in_words, needs_check
from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.suggestions import enumerate_words
from binnenstad_site.link.site import Site
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.validate.validator import Entry


def evidence_measured(site: Site) -> Iterator[Diagnostic]:
    """Evidence 3 and up needs a result with a value before and after, or a series."""
    for entry in site.praktijken.values():
        item = entry.item
        if int(item.bewijs) >= 3 and not any((r.voor and r.na) or r.reeks for r in item.resultaten):
            yield Diagnostic(
                Code.BEWIJS_ZONDER_METING,
                entry.document.locate("bewijs"),
                f"Bewijs {item.bewijs} vraagt een meting, maar geen resultaat heeft voor en na, of een reeks",
                "Vul bij een resultaat voor en na in, met bron, of kies bewijs 2 of lager.",
            )


def evidence_compared(site: Site) -> Iterator[Diagnostic]:
    """Evidence 4 needs a source by another publisher than the parties."""
    for entry in site.praktijken.values():
        item = entry.item
        parties = " ".join(item.partijen).lower()
        if item.bewijs == "4" and all(source.uitgever.lower() in parties for source in item.bronnen):
            yield Diagnostic(
                Code.BEWIJS_ZONDER_VERGELIJKING,
                entry.document.locate("bewijs"),
                "Bewijs 4 vraagt een bron van een ander dan de partijen zelf",
                "Voeg de onafhankelijke evaluatie toe bij bronnen, of kies bewijs 3 of lager.",
            )


def costs_sourced(site: Site) -> Iterator[Diagnostic]:
    """A known class of costs needs a source."""
    for entry in site.praktijken.values():
        kosten = entry.item.kosten
        if kosten.klasse != "onbekend" and not kosten.bron:
            yield Diagnostic(
                Code.KOSTEN_ZONDER_BRON,
                entry.document.locate("kosten", "klasse"),
                "De kostenklasse is bekend, maar er staat geen bron bij",
                f"Voeg onder kosten toe: bron: [{entry.item.bronnen[0].sleutel}], met de sleutel van de bron die het "
                "bedrag noemt. Is er geen, schrijf dan klasse: onbekend",
            )


def fit_explained(site: Site) -> Iterator[Diagnostic]:
    """An item has both size classes and the reason for them, or neither."""
    for entry in site.praktijken.values():
        item = entry.item
        if bool(item.past_bij) != bool(item.past_bij_reden):
            there, absent = ("past_bij", "past_bij_reden") if item.past_bij else ("past_bij_reden", "past_bij")
            yield Diagnostic(
                Code.PAST_BIJ_ZONDER_REDEN,
                entry.document.locate(there, key=True),
                f'"{there}" staat er zonder "{absent}"',
                f"Vul ook {absent} in, of laat beide weg.",
            )


def place_known(site: Site) -> Iterator[Diagnostic]:
    """A praktijk in the Netherlands names its gemeente, and one abroad names none."""
    for entry in site.praktijken.values():
        item = entry.item
        if (item.land == "NL") != bool(item.gemeenten):
            if item.gemeenten:
                message = f"Bij land {item.land} kan geen Nederlandse gemeente horen"
                hint = "Haal het veld land weg, of het veld gemeenten."
            else:
                message = "Er staat geen gemeente bij, en dat kan alleen buiten Nederland"
                hint = "Voeg een regel toe, zoals gemeenten: [deventer]. Buiten Nederland: land: BE, met de landcode."
            yield Diagnostic(Code.GEEN_GEMEENTE, entry.document.locate("gemeenten"), message, hint)


def periods_in_order(site: Site) -> Iterator[Diagnostic]:
    """A period does not end before it begins."""
    spans: list[tuple[Entry[Any], tuple[str, ...], str, str]] = [
        (e, ("periode", "eind"), e.item.periode.start, e.item.periode.eind) for e in site.praktijken.values()
    ]
    spans += [
        (e, ("aanspreekpunt", "tot"), contact.toestemming, contact.tot)
        for e in site.praktijken.values()
        if (contact := e.item.aanspreekpunt)
    ]
    spans += [(e, ("eind",), e.item.start, e.item.eind or "") for e in site.agenda.values()]
    for entry, loc, start, end in spans:
        precision = min(len(start), len(end))
        if as_iso_day(start) and as_iso_day(end) and end[:precision] < start[:precision]:
            yield Diagnostic(
                Code.OMGEKEERDE_PERIODE,
                entry.document.locate(*loc),
                f"Het eind ({in_words(end)}) ligt voor het begin ({in_words(start)})",
                "Controleer het begin en het eind.",
            )


ADVISED_FIELDS = {
    "resultaten": "wat ervan kwam",
    "lessen": "wat ervan is geleerd",
    "wijzigingen": "sinds wanneer dit hier staat",
}
"""Optional fields of a praktijk that readers miss -> what they hold."""


def advised_fields_given(site: Site) -> Iterator[Diagnostic]:
    """A praktijk has results, lessons and changes, for those are what another town comes for."""
    for entry in site.praktijken.values():
        absent = [name for name in ADVISED_FIELDS if not getattr(entry.item, name)]
        if absent:
            to_add = enumerate_words([f"{name} ({ADVISED_FIELDS[name]})" for name in absent], "en")
            yield Diagnostic(
                Code.AANBEVOLEN_VELD,
                entry.document.locate(absent[0], key=True),
                f"Bij deze praktijk ontbreekt: {enumerate_words(absent, 'en')}",
                f"Voeg toe: {to_add}. Hoe u dat schrijft, staat in docs/voorbeelden/praktijken.md. Staat het in geen "
                "enkele bron, laat het dan weg.",
            )


def source_kinds_given(site: Site) -> Iterator[Diagnostic]:
    """Every source says what kind it is: a reader weighs a newspaper otherwise than an evaluation."""
    kinds = enumerate_words(list(vocabulary.SOORT_BRON), "of")
    for entry in site.all_entries():
        for index, source in enumerate(entry.item.bronnen if isinstance(entry.item, MetBronnen) else ()):
            if not source.soort:
                yield Diagnostic(
                    Code.BRON_ZONDER_SOORT,
                    entry.document.locate("bronnen", index, "sleutel"),
                    f'Bij de bron "{source.sleutel}" staat niet wat voor bron het is',
                    f"Voeg onder uitgever een regel toe: soort: {_kind_by_name(source.uitgever)}. Kies uit {kinds}.",
                )


def _kind_by_name(publisher: str) -> vocabulary.SoortBron:
    """The kind that the name of a publisher suggests, as an example to type."""
    first = publisher.lower().split(" ", 1)[0]
    return next((kind for kind, words in _KINDS_BY_WORD.items() if first in words), "krant")


_KINDS_BY_WORD: Mapping[vocabulary.SoortBron, frozenset[str]] = {
    "gemeente": frozenset({"gemeente", "gemeenteraad", "stad"}),
    "provincie": frozenset({"provincie"}),
    "rijk": frozenset({"minister", "ministerie", "rijksoverheid", "wetten.overheid.nl"}),
    "omroep": frozenset({"omroep", "rtv", "nos"}),
    "onderzoek": frozenset({"cbs", "universiteit", "hogeschool"}),
    "rechter": frozenset({"rechtbank", "gerechtshof"}),
}


def changes_explained(site: Site) -> Iterator[Diagnostic]:
    """A major change says what changed."""
    for entry in site.all_entries():
        for index, change in enumerate(entry.item.wijzigingen if isinstance(entry.item, MetBronnen) else ()):
            if change.soort == "groot" and not change.wat:
                yield Diagnostic(
                    Code.WIJZIGING_ZONDER_UITLEG,
                    entry.document.locate("wijzigingen", index, "soort"),
                    "Een grote wijziging heeft een zin nodig die lezers zien",
                    "Voeg een regel toe: wat: … (Eén zin: wat is er nieuw of anders.) Of maak er soort: klein van.",
                )


def not_from_the_future(site: Site, today: date) -> Iterator[Diagnostic]:
    """Nothing was checked or changed after the build date."""
    for entry in site.all_entries():
        if not isinstance(entry.item, MetBronnen):
            continue
        dated: list[tuple[tuple[str | int, ...], str]] = [(("gecontroleerd",), entry.item.gecontroleerd)]
        dated += [(("wijzigingen", i, "datum"), change.datum) for i, change in enumerate(entry.item.wijzigingen)]
        if contact := getattr(entry.item, "aanspreekpunt", None):
            dated.append((("aanspreekpunt", "toestemming"), contact.toestemming))
        for loc, text in dated:
            if as_iso_day(text) > today.isoformat():
                yield Diagnostic(
                    Code.DATUM_IN_DE_TOEKOMST,
                    entry.document.locate(*loc),
                    f"{in_words(text)} ligt na vandaag ({in_words(today.isoformat())})",
                    "Controleer de datum.",
                )


def facts_fresh(site: Site, today: date) -> Iterator[Diagnostic]:
    """The facts of an item were checked in the last 24 months."""
    for entry in site.all_entries():
        if isinstance(entry.item, MetBronnen) and needs_check(entry.item.gecontroleerd, today):
            yield Diagnostic(
                Code.CONTROLE_NODIG,
                entry.document.locate("gecontroleerd"),
                f"Dit is meer dan {CHECK_AFTER_MONTHS} maanden geleden nagekeken",
                "Kijk de feiten na en pas gecontroleerd aan. Tot dan staat op de pagina: controle nodig.",
            )
