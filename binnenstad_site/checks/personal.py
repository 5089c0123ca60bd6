"""No telephone number or e-mail address in what stands online for years; `/over/` and other pages may have our own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from binnenstad_site.checks.prose import passages
from binnenstad_site.core.contacts import contacts
from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
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
