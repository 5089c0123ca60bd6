"""Rules over what a praktijk wanted, what it cost and how it came out: fields that need each other."""

from __future__ import annotations

from collections.abc import Iterator

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.typography import dotted
from binnenstad_site.link.site import Site
from binnenstad_site.models.items import Praktijk

GOING_ON = frozenset({"idee", "proef", "loopt"})
"""Statuses of what has not ended."""
WHY = "Eén zin: waarom deze uitkomst."


def outcome_explained(site: Site) -> Iterator[Diagnostic]:
    """An outcome has its reason, a known one its source, and neither stands without an outcome."""
    for entry in site.praktijken.values():
        item = entry.item
        if not item.uitkomst:
            for there in ("uitkomst_reden", "uitkomst_bron"):
                if getattr(item, there):
                    yield Diagnostic(
                        Code.VERPLICHT_VELD,
                        entry.document.locate(there, key=True),
                        f'"{there}" staat er zonder "uitkomst"',
                        f"Voeg een regel toe: uitkomst: gehaald, deels, niet-gehaald of onbekend. Of haal {there} weg.",
                    )
                    break
            continue
        if not item.uitkomst_reden:
            yield Diagnostic(
                Code.VERPLICHT_VELD,
                entry.document.locate("uitkomst"),
                "Bij de uitkomst staat niet waarom",
                f"Voeg een regel toe: uitkomst_reden: … ({WHY})",
            )
        if item.uitkomst != "onbekend" and not item.uitkomst_bron:
            yield Diagnostic(
                Code.VERPLICHT_VELD,
                entry.document.locate("uitkomst"),
                "Bij deze uitkomst hoort een bron",
                f"Voeg een regel toe: uitkomst_bron: [{item.bronnen[0].sleutel}], met de sleutel van de bron die dit "
                "zegt. Is er geen, schrijf dan uitkomst: onbekend",
            )


def outcome_measured(site: Site) -> Iterator[Diagnostic]:
    """A goal that was reached, in part or whole, with evidence 3 and up needs a value before and after."""
    for entry in site.praktijken.values():
        item = entry.item
        if item.uitkomst in ("gehaald", "deels") and _measured_without_before_and_after(item):
            yield Diagnostic(
                Code.UITKOMST_ZONDER_METING,
                entry.document.locate("uitkomst"),
                f'Uitkomst "{item.uitkomst}" met bewijs {item.bewijs} vraagt een resultaat met voor en na',
                "Vul bij een resultaat voor en na in, met bron. Staan die cijfers er niet, kies dan bewijs 2 of lager, "
                "of uitkomst: onbekend",
            )


def _measured_without_before_and_after(item: Praktijk) -> bool:
    """Whether it counts as measured by a series alone; one without any measurement is told by `evidence_measured`."""
    results = item.resultaten
    return int(item.bewijs) >= 3 and any(r.reeks for r in results) and not any(r.voor and r.na for r in results)


def amounts_in_order(site: Site) -> Iterator[Diagnostic]:
    """A range of euros has a lower end, which is not above its upper end."""
    for entry in site.praktijken.values():
        for index, amount in enumerate(entry.item.kosten.bedragen):
            if amount.euro_tot is None:
                continue
            if amount.euro_van is None:
                yield Diagnostic(
                    Code.VERPLICHT_VELD,
                    entry.document.locate("kosten", "bedragen", index, "euro_tot"),
                    '"euro_tot" staat er zonder "euro_van"',
                    "Voeg een regel toe: euro_van: … (Het laagste bedrag, in hele euro's.)",
                )
            elif amount.euro_tot < amount.euro_van:
                yield Diagnostic(
                    Code.ONGELDIG_GETAL,
                    entry.document.locate("kosten", "bedragen", index, "euro_tot"),
                    f"Het bedrag loopt van € {dotted(amount.euro_van)} tot € {dotted(amount.euro_tot)}, dus omlaag",
                    "Zet het laagste bedrag bij euro_van en het hoogste bij euro_tot.",
                )


def ends_when_over(site: Site) -> Iterator[Diagnostic]:
    """What is going on does not say how it ended."""
    for entry in site.praktijken.values():
        item = entry.item
        if item.einde and item.status in GOING_ON:
            yield Diagnostic(
                Code.EINDE_ZONDER_EIND,
                entry.document.locate("einde", key=True),
                f'Hier staat hoe het eindigde, maar de status is "{item.status}"',
                "Kies status: gestopt of status: afgerond. Is het nog bezig, haal einde dan weg.",
            )


def lessons_sourced(site: Site) -> Iterator[Diagnostic]:
    """A lesson that is not our own names the source that teaches it."""
    for entry in site.praktijken.values():
        for index, lesson in enumerate(entry.item.lessen):
            if not lesson.afgeleid and not lesson.bron:
                yield Diagnostic(
                    Code.LES_ZONDER_BRON,
                    entry.document.locate("lessen", index, "afgeleid"),
                    "Deze les komt niet van de redactie, maar er staat geen bron bij",
                    f"Voeg een regel toe: bron: [{entry.item.bronnen[0].sleutel}], met de sleutel van de bron die dit "
                    "zegt. Trekt u de conclusie zelf, schrijf dan afgeleid: ja",
                )
