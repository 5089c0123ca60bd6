"""The settings of the site: `content/site.yaml` as one frozen value. A mistake in it ends with status 2."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from binnenstad_site.core.urls import BASE_URL
from binnenstad_site.load.documents import CONTENT, Storage
from binnenstad_site.models import Collection
from binnenstad_site.models.blocks import Blok, PraktijkSlug, veld
from binnenstad_site.models.texttypes import Mailadres, Naam, Tekst, Uniek, Url


class Navigatiepunt(Blok):
    """One entry of the main navigation."""

    tekst: Tekst = veld("Tekst", "Wat er staat.", max_length=30)
    adres: Annotated[str, Field(pattern=r"^/[^\s?#]*$")] = veld("Adres", "Adres op deze site, zoals /trends/.")


class Kanalen(Blok):
    """How a reader reaches the editors; a channel that is not there is not shown."""

    mail: Mailadres | None = veld("Mail", "Mailadres van een rol, nooit van een persoon.", default=None)
    groep: Url | None = veld("Groep", "Webadres van een besloten groep.", default=None)


class Repository(Blok):
    """Where the files live, so that each page can offer to edit its own."""

    url: Url = veld("Webadres", "Webadres van de repository, zonder schuine streep aan het eind.")
    tak: Naam = veld("Tak", "Naam van de tak, zoals main.", default="main", max_length=80)

    @property
    def github(self) -> str:
        """`eigenaar/naam` of a repository on GitHub, for which there can be forms; else empty."""
        match = re.fullmatch(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?", self.url)
        return match.group(1) if match else ""


class Settings(Blok):
    """What every page shows, and where the site lives."""

    titel: Tekst = veld("Titel", "Naam van de site.", max_length=80)
    omschrijving: Tekst = veld("Omschrijving", "De site in één zin.", min_length=20, max_length=200)
    basisadres: Annotated[Url, Field(pattern=f"^(?:{BASE_URL.pattern})$")] = veld(
        "Basisadres", "Het adres waar de site staat, zoals https://voorbeeld.nl, zonder vraagteken of hekje erachter."
    )
    uitgever: Naam = veld("Uitgever", "Wie de site maakt.", max_length=120)
    kanalen: Kanalen = veld("Kanalen", "Hoe lezers de redactie bereiken.", default=Kanalen())
    navigatie: tuple[Navigatiepunt, ...] = veld("Navigatie", "Het hoofdmenu.", min_length=1, max_length=7)
    repository: Repository | None = veld("Repository", "Waar de bestanden staan.", default=None)
    licentie: Naam = veld("Licentie", "Licentie van de teksten.", max_length=40)
    uitgelicht: Annotated[tuple[PraktijkSlug, ...], Uniek] = veld(
        "Uitgelicht", "Slugs van praktijken op de startpagina.", default=(), max_length=10
    )
    zoekvoorbeelden: tuple[Annotated[Naam, Field(max_length=40)], ...] = veld(
        "Zoekvoorbeelden", "Vragen die de zoekpagina voordoet; elk moet iets vinden.", default=(), max_length=5
    )


SITE = Collection("site", "instellingen", Settings, Storage.FILE, "")
"""`content/site.yaml`, read and checked like an item."""
SETTINGS_FILE = f"{CONTENT}/{SITE.name}.yaml"
