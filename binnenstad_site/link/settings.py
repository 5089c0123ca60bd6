"""Finds the settings of the site, and checks the references in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import BaseModel

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.link.references import check_references, item_slugs
from binnenstad_site.load.documents import Library
from binnenstad_site.models.settings import SETTINGS_FILE, SITE, Settings
from binnenstad_site.validate.validator import Entry


@dataclass(frozen=True, slots=True)
class FoundSettings:
    """The settings, or None when there are none to build with."""

    settings: Settings | None
    diagnostics: tuple[Diagnostic, ...]


def find_settings(entries: Iterable[Entry[BaseModel]], library: Library) -> FoundSettings:
    """The settings among the valid `entries`; that they are missing is said unless something else is wrong there."""
    for entry in entries:
        if isinstance(entry.item, Settings):
            checked = check_references(entry.references, entry.document, item_slugs(library.documents, library))
            return FoundSettings(entry.item, checked.diagnostics)
    is_read = any(document.collection == SITE.name for document in library.documents)
    if is_read or (SITE.name, SITE.name) in library.broken or SITE.name in library.broken_lists:
        return FoundSettings(None, ())
    message = "De instellingen van de site ontbreken"
    hint = "Zet het bestand content/site.yaml terug, met minstens titel, omschrijving en basisadres."
    return FoundSettings(None, (Diagnostic(Code.INSTELLINGEN, Location(SETTINGS_FILE), message, hint),))
