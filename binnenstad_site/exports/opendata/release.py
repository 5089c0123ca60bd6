"""The release that data and citations name: a number from the newest day in the content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from binnenstad_site.link.site import Site
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.page import last_modified

UNDATED = "1970-01-01"
LICENCES = {"CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/"}
"""Names of licences that settings may hold, with the address of their text."""


@dataclass(frozen=True, slots=True)
class Release:
    """What every download says of itself."""

    nummer: str
    """`2026.12.1`: year, month and day of the newest change."""
    datum: str
    licentie: str
    licentie_url: str
    uitgever: str

    def values(self) -> dict[str, str]:
        """As the head of a JSON file."""
        return {
            "uitgave": self.nummer,
            "uitgavedatum": self.datum,
            "licentie": self.licentie,
            "licentie_url": self.licentie_url,
            "uitgever": self.uitgever,
        }


@lru_cache(maxsize=1)
def _newest(site: Site) -> str:
    return last_modified(site.all_entries()) or UNDATED


def release_of(builder: PageBuilder) -> Release:
    """The release of the content of a site."""
    settings, day = builder.site.settings, _newest(builder.site)
    number = ".".join(str(int(part)) for part in day.split("-"))
    return Release(number, day, settings.licentie, LICENCES.get(settings.licentie, ""), settings.uitgever)
