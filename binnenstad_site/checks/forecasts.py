"""Rules over voorspellingen: years in order, an outcome that is told, and one for each whose year is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.link.site import Site
from binnenstad_site.models.vocabulary import LOOPT_NOG, NIET_BESLIST


def years_in_order(site: Site) -> Iterator[Diagnostic]:
    """The year for which something was said is not before the year in which it was said."""
    for entry in site.voorspellingen.values():
        said, target = entry.item.jaar, entry.item.doeljaar
        if "onbekend" not in (said, target) and target < said:
            yield Diagnostic(
                Code.OMGEKEERDE_PERIODE,
                entry.document.locate("doeljaar"),
                f"Het doeljaar ({target}) ligt voor het jaar van de uitspraak ({said})",
                "Controleer jaar en doeljaar. Noemt de bron geen jaar voor de uitkomst, schrijf dan doeljaar: onbekend",
            )


def outcome_told(site: Site) -> Iterator[Diagnostic]:
    """An outcome says what happened, and by which source."""
    for entry in site.voorspellingen.values():
        item = entry.item
        if item.uitkomst in NIET_BESLIST:
            continue
        if not item.wat_gebeurde:
            yield Diagnostic(
                Code.VERPLICHT_VELD,
                entry.document.locate("uitkomst"),
                f'De uitkomst is "{item.uitkomst}", maar er staat niet wat er gebeurde',
                "Voeg een regel toe: wat_gebeurde: … (Wat er gebeurde, met jaar.) Is dat niet gevonden, kies dan "
                "uitkomst: onbekend",
            )
        elif not item.uitkomst_bron:
            yield Diagnostic(
                Code.VERPLICHT_VELD,
                entry.document.locate("wat_gebeurde", key=True),
                "Bij wat er gebeurde hoort een bron",
                f"Voeg een regel toe: uitkomst_bron: [{item.bronnen[0].sleutel}], met de sleutel van de bron die dit "
                "zegt. Is er geen, kies dan uitkomst: onbekend",
            )


def settled_in_time(site: Site, today: date) -> Iterator[Diagnostic]:
    """What was said for a year that is over has an outcome."""
    for entry in site.voorspellingen.values():
        item = entry.item
        if item.uitkomst == LOOPT_NOG and item.doeljaar != "onbekend" and int(item.doeljaar) < today.year:
            yield Diagnostic(
                Code.DOELJAAR_VOORBIJ,
                entry.document.locate("uitkomst"),
                f"Deze voorspelling gold voor {item.doeljaar} en dat jaar is voorbij, maar de uitkomst is: loopt-nog",
                "Zoek op wat er gebeurde. Kies dan uitgekomen, deels of niet-uitgekomen, en vul wat_gebeurde in. Is er "
                "geen cijfer te vinden, kies dan onbekend.",
            )
