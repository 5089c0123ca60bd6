"""What items share."""

from __future__ import annotations

from typing import Annotated

from binnenstad_site.models.blocks import Blok, Bron, Ingetrokken, Wijziging, veld
from binnenstad_site.models.texttypes import Adres, Maand, Tekst, Uniek


class Item(Blok):
    """What every item has: a title."""

    titel: Tekst = veld("Titel", "De naam van het item.", min_length=2, max_length=120)

    @property
    def naam(self) -> str:
        """What lists and links call this item."""
        return self.titel


class MetBronnen(Item):
    """An item whose facts carry sources, with the date of the last check and its changes."""

    bronnen: tuple[Bron, ...] = veld("Bronnen", "De bronnen, elk met een sleutel.", min_length=1)
    gecontroleerd: Maand = veld("Gecontroleerd", "Wanneer de feiten voor het laatst zijn nagekeken: JJJJ-MM.")
    wijzigingen: tuple[Wijziging, ...] = veld("Wijzigingen", "Wat er veranderde, met de dag.", default=())
    ingetrokken: Ingetrokken | None = veld(
        "Ingetrokken", "Alleen als het item niet meer geldt: sinds wanneer en waarom.", default=None
    )
    aliases: Annotated[tuple[Adres, ...], Uniek] = veld(
        "Vroegere adressen", "Oude adressen van deze pagina, met een schuine streep voor en achter.", default=()
    )
