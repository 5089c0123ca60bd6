"""The page about the open data: which files there are, how large, how to use them, and what may be done with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from pydantic import BaseModel

from binnenstad_site.core.outputs import size_text
from binnenstad_site.core.typography import dotted
from binnenstad_site.link.site import Site
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import Named
from binnenstad_site.pages import data_tables
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.data_tables import IN_FULL, ONE_BY_ONE, Table
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.introduction import OPEN_DATA, introduction
from binnenstad_site.pages.page import Page, last_modified
from binnenstad_site.validate.validator import Entry

FOLDER = f"/{OPEN_DATA}/"
API = "/api/v1/"
CALENDAR = "/agenda/agenda.ics"
SPREADSHEET = '=AANTAL.ALS({kolom}:{kolom};"gehaald")'
PYTHON = """\
import csv
import io
from collections import Counter
from urllib.request import urlopen

adres = "{adres}"
with urlopen(adres) as bestand:
    rijen = list(csv.DictReader(io.TextIOWrapper(bestand, encoding="utf-8")))
telling = Counter(rij["uitkomst"] for rij in rijen)
for uitkomst, aantal in sorted(telling.items()):
    print(uitkomst or "niet beoordeeld", aantal)
"""
R = """\
adres <- "{adres}"
praktijken <- read.csv(adres, encoding = "UTF-8")
aantallen <- table(praktijken$uitkomst)
names(aantallen)[names(aantallen) == ""] <- "niet beoordeeld"
for (uitkomst in names(aantallen)) cat(uitkomst, aantallen[[uitkomst]], "\\n")
"""
"""Examples: how many praktijken reached their goal. A test runs both, and counts with the formula."""
COUNTED: Mapping[Table, Callable[[Site], int]] = {
    data_tables.PRAKTIJKEN: lambda site: len(site.praktijken),
    data_tables.UITKOMSTEN: lambda site: sum(
        len(entry.item.resultaten) + len(entry.item.uitgangssituatie) for entry in site.praktijken.values()
    ),
    data_tables.BEDRAGEN: lambda site: sum(len(entry.item.kosten.bedragen) for entry in site.praktijken.values()),
    data_tables.GEMEENTEN: lambda site: len(site.gemeenten),
    data_tables.KANSEN: lambda site: len(site.kansen),
    data_tables.AANPAKKEN: lambda site: len(site.aanpakken),
}
"""How many rows a table has, where that is known without making it; `datapackage.json` tells it of all."""


NO_SIZES: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file that can be downloaded."""

    tekst: str
    adres: str
    grootte: str
    """`41,2 kB`; empty where the files are not made, as for `check`."""


@dataclass(frozen=True, slots=True)
class DataTabel:
    """A table with its two files."""

    titel: str
    uitleg: str
    rijen: str
    """Empty: only the description of the package says it."""
    kolommen: int
    csv: Bestand
    excel: Bestand


@dataclass(frozen=True, slots=True)
class Verzameling:
    """A kind of item in the API."""

    aantal: str
    lijst: Bestand
    schema: Bestand


@dataclass(frozen=True, slots=True)
class Volgen:
    """The feeds of one subject."""

    naam: str
    atom: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDataPagina(Context, template="open-data.html"):
    """All that can be downloaded."""

    tabellen: tuple[DataTabel, ...]
    alles: Bestand
    """The ZIP."""
    ernaast: tuple[Bestand, ...]
    """Codebook, description of the package and the map."""
    api: Bestand
    machines: tuple[Bestand, ...]
    """The catalogue, and the list of texts."""
    verzamelingen: tuple[Verzameling, ...]
    volgen: tuple[Volgen, ...]
    """Of everything, each trend and each aanpak; those of a gemeente stand on its page."""
    agenda: str
    """Address of the calendar."""
    formule: str
    python: str
    r: str
    licentie: str
    uitgever: str


def open_data_page(builder: PageBuilder, sizes: Mapping[str, int] = NO_SIZES) -> Page:
    """`/open-data/`; `sizes` are bytes by path, of files that are made already."""
    sentence = "Alles wat op deze site staat, als bestand: om te tellen, te controleren en over te nemen."
    intro = introduction(builder, OPEN_DATA, sentence, "Open data")
    site = builder.site
    csv = builder.addresses.absolute(f"{FOLDER}praktijken.csv")

    def file(text: str, address: str) -> Bestand:
        size = sizes.get(address.removeprefix("/"))
        return Bestand(
            text,
            builder.addresses.url_for(address),
            "" if size is None else size_text(size).replace(" ", "\N{NO-BREAK SPACE}"),
        )

    context = OpenDataPagina(
        kader=intro.frame,
        tabellen=tuple(
            DataTabel(
                table.titel,
                table.uitleg,
                dotted(COUNTED[table](site)) if table in COUNTED else "",
                len(table.kolommen),
                file(f"{table.naam}.csv", f"{FOLDER}{table.naam}.csv"),
                file(f"{table.naam}-excel.csv", f"{FOLDER}{table.naam}-excel.csv"),
            )
            for table in data_tables.TABLES
        ),
        alles=file("Alles in één ZIP", f"{FOLDER}de-nieuwe-binnenstad.zip"),
        ernaast=(
            file("Codeboek: wat elke kolom betekent", f"{FOLDER}codeboek.md"),
            file(
                "Beschrijving van het pakket, met grootte en controlegetal van elk bestand", f"{FOLDER}datapackage.json"
            ),
            file("De praktijken op de kaart (GeoJSON)", f"{FOLDER}praktijken.geojson"),
        ),
        api=file(f"{API}index.json", f"{API}index.json"),
        machines=(
            file("Catalogus (DCAT-AP-NL)", f"{FOLDER}catalogus.ttl"),
            file("Alle teksten als Markdown (llms.txt)", "/llms.txt"),
        ),
        verzamelingen=tuple(
            Verzameling(
                COLLECTIONS[name].counted(len(getattr(site, name))),
                file(f"{name}.json", f"{API}{name}.json"),
                file("schema", f"{API}schema/{name}.json"),
            )
            for name in (*ONE_BY_ONE, *IN_FULL)
            if getattr(site, name)
        ),
        volgen=(
            Volgen(
                "Alles", builder.addresses.url_for("/feeds/alles.xml"), builder.addresses.url_for("/feeds/alles.json")
            ),
            *(feeds_of(builder, entry) for entry in (*site.trends.values(), *site.aanpakken.values())),
        ),
        agenda=builder.addresses.url_for(CALENDAR),
        formule=SPREADSHEET.format(kolom=letter_of(data_tables.PRAKTIJKEN, "uitkomst")),
        python=PYTHON.format(adres=csv),
        r=R.format(adres=csv),
        licentie=site.settings.licentie,
        uitgever=site.settings.uitgever,
    )
    return intro.page(context, last_modified(site.all_entries()))


def with_sizes(builder: PageBuilder, pages: Iterable[Page], sizes: Mapping[str, int]) -> tuple[Page, ...]:
    """The pages, of which that of the open data says how large its files are: bytes by path."""
    sized = open_data_page(builder, sizes)
    return tuple(replace(sized, picture=page.picture) if page.url == FOLDER else page for page in pages)


def feed_address(entry: Entry[BaseModel]) -> str:
    """The feed of a trend, aanpak or gemeente, without its ending: `/feeds/gemeenten/deventer`."""
    collection, slug = entry.ref
    return f"/feeds/{collection}/{slug}"


def feeds_of(builder: PageBuilder, entry: Entry[Named]) -> Volgen:
    """The two feeds of an item, with its name."""
    address = builder.addresses.url_for(feed_address(entry))
    return Volgen(entry.item.naam, f"{address}.xml", f"{address}.json")


def letter_of(table: Table, name: str) -> str:
    """How a spreadsheet calls a column: A to Z, then AA."""
    place = next(number for number, column in enumerate(table.kolommen) if column.naam == name)
    head, last = divmod(place, 26)
    return (chr(ord("A") + head - 1) if head else "") + chr(ord("A") + last)
