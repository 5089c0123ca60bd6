"""No telephone number or e-mail address in what stands online for years; `/over/` and other pages may have our own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from binnenstad_site.checks.prose import passages
from binnenstad_site.core.contacts import contacts, of_an_office
from binnenstad_site.core.dates import in_words
from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.link.site import Site
from binnenstad_site.validate.validator import Entry

OWN_PAGES = "paginas"
HINT = (
    "Haal het weg: het kan van een persoon zijn, en deze pagina blijft jaren staan. Noem de rol of de afdeling, of zet "
    "er een link naar de contactpagina."
)


def nobody_reachable(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """An item names no telephone number or e-mail address, in a text or in a link."""
    if entry.document.collection == OWN_PAGES:
        return
    for passage in passages(entry.document):
        for match in contacts(passage.text):
            yield _reachable(match["mail"] is not None, passage.locate(*match.span()))
    for link in entry.body.links:
        if link.href.lower().startswith(("mailto:", "tel:")):
            place = entry.document.in_body(link.line, link.column, link.end_column)
            yield _reachable(link.href.lower().startswith("mailto:"), place)


def _reachable(is_mail: bool, place: Location) -> Diagnostic:  # noqa: FBT001
    what = "een mailadres" if is_mail else "een telefoonnummer"
    return Diagnostic(Code.PERSOONSGEGEVENS, place, f"Hier staat {what}", HINT)


def contact_of_an_office(site: Site) -> Iterator[Diagnostic]:
    """The address of an aanspreekpunt is of an office: it is public for as long as they agreed to."""
    for entry in site.praktijken.values():
        contact = entry.item.aanspreekpunt
        if contact and not of_an_office(contact.mail, tuple(site.gemeenten)):
            yield Diagnostic(
                Code.PERSOONSGEGEVENS,
                entry.document.locate("aanspreekpunt", "mail"),
                f'"{contact.mail}" kan het mailadres van een persoon zijn',
                "Vraag om een algemeen adres, zoals centrum@ of economie@. Is er geen, haal dan het hele aanspreekpunt "
                "weg. Is dit adres wel algemeen, vraag dan een beheerder het woord toe te voegen aan de lijst.",
            )


def consent_holds(site: Site, today: date) -> Iterator[Diagnostic]:
    """Whoever is an aanspreekpunt still agrees to it."""
    for entry in site.praktijken.values():
        contact = entry.item.aanspreekpunt
        if contact and contact.toestemming <= contact.tot < today.isoformat():
            yield Diagnostic(
                Code.TOESTEMMING_VERLOPEN,
                entry.document.locate("aanspreekpunt", "tot"),
                f"Dit aanspreekpunt stond tot en met {in_words(contact.tot)} op de site, en nu niet meer",
                "Vraag of het nog mag. Zo ja, pas toestemming en tot aan. Zo nee, haal aanspreekpunt weg.",
            )
