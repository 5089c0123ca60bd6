"""The nota: what a few praktijken, or an aanpak, give an adviser to lay before a council, on two sheets.

One page makes a nota of praktijken of choice, by a script that asks for what it needs; each aanpak has one ready.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from binnenstad_site.core.dates import in_words
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.models.items import Aanpak, Praktijk
from binnenstad_site.pages.aanpak_cases import Cases, cases_of
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, page_frame
from binnenstad_site.pages.introduction import NOTA, introduction
from binnenstad_site.pages.nota_assembly import CUT, assembled
from binnenstad_site.pages.nota_contributions import of_aanpak, of_praktijk
from binnenstad_site.pages.page import Page, Recipe, last_modified
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.pages.parts.nota_parts import Bijdrage, NotaBron, NotaDeel, NotaRegel, NotaRij
from binnenstad_site.pages.tools import tools_link
from binnenstad_site.validate.validator import Entry

ADDRESS = f"/{NOTA}/"
FILES = f"{ADDRESS}praktijken"
"""Of what a praktijk gives: `.json` has their names, `/<slug>.json` one. The addresses stay when words change."""
MOST = 3
"""Praktijken in one nota."""
_LINE = NotaRegel("vet", "tekst", (1,), "klein")
EMPTY = assembled(())
"""The form to fill in by hand."""
SAMPLE = replace(
    EMPTY,
    rijen=(NotaRij("titel", "#", "stand", "zin", (_LINE,), (_LINE,)),),
    uitkomst=(_LINE,),
    bronnen=(NotaBron("titel", "uitgever", "datum", "#"),),
)
"""One of each thing that the script copies and fills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotaPagina(Context, template="nota.html"):
    """A nota of praktijken of choice; without a script, the ready ones and an empty form."""

    gegevens: str
    """Address of the files of the praktijken, without their ending."""
    ingekort: str
    """What a nota says that leaves lines out."""
    leeg: NotaDeel
    voorbeeld: NotaDeel
    regels: tuple[int, ...]
    """The numbers of the empty lines of each part of the form."""
    aanpakken: tuple[PaginaLink, ...]
    """The nota of each aanpak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AanpakNota(Context, template="aanpak-nota.html"):
    """The nota of an aanpak, of its strongest praktijken."""

    aanpak: PaginaLink
    opgave: str
    in_een_zin: str
    nota: NotaDeel
    maak: str
    """The address where a reader makes a nota of the same praktijken with own figures."""
    gecontroleerd: str


def nota_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/aan-de-slag/nota/`, and `/aanpakken/<slug>/nota/` of every aanpak."""
    addresses = builder.addresses
    sentence = "Van een vraag naar een nota van twee bladen, met bedragen, bewijs, missers en bronnen."
    intro = introduction(builder, NOTA, sentence, "Nota in één middag", tools_link(builder))
    context = NotaPagina(
        kader=intro.frame,
        gegevens=addresses.url_for(FILES),
        ingekort=CUT.tekst,
        leeg=EMPTY,
        voorbeeld=SAMPLE,
        regels=tuple(range(1, MOST + 1)),
        aanpakken=tuple(addresses.link(e.item.titel, nota_address(e)) for e in builder.site.aanpakken.values()),
    )
    yield intro.page(context, last_modified(builder.site.praktijken.values()))
    for entry in builder.site.aanpakken.values():
        cases = cases_of(builder.site, entry)
        recipe = Recipe(AanpakNota, _ready, (entry, of_aanpak(builder, entry, cases), strongest(cases)))
        yield Page.made_of(
            builder, nota_address(entry), recipe, Location(entry.document.path), (), last_modified([entry])
        )


def nota_address(entry: Entry[Aanpak]) -> str:
    """Where the nota of an aanpak is."""
    return f"{entry.address}nota/"


def strongest(cases: Cases) -> tuple[Entry[Praktijk], ...]:
    """The praktijken that tell most of an aanpak: those that count with the strongest evidence, else any."""
    return (tuple(row.entry for row in cases.counted) or cases.entries)[:MOST]


def address_with(builder: PageBuilder, praktijken: Sequence[Entry[Praktijk]]) -> str:
    """Where a reader makes a nota of these."""
    return f"{builder.addresses.url_for(ADDRESS)}#p={','.join(entry.slug for entry in praktijken)}"


def _ready(
    builder: PageBuilder, entry: Entry[Aanpak], own: Bijdrage, praktijken: tuple[Entry[Praktijk], ...]
) -> AanpakNota:
    """Of law and steps the aanpak itself tells enough."""
    addresses, item = builder.addresses, entry.item
    above = addresses.list_link("aanpakken")
    link = addresses.link_to(entry)
    frame = page_frame(builder, nota_address(entry), f"Nota: {item.titel}", item.in_een_zin, above)
    others = (replace(of_praktijk(builder, praktijk, ()), stappen=()) for praktijk in praktijken)
    return AanpakNota(
        kader=replace(frame, kruimels=addresses.crumbs(above, link)),
        aanpak=link,
        opgave=item.opgave,
        in_een_zin=item.in_een_zin,
        nota=assembled((own, *others)),
        maak=address_with(builder, praktijken),
        gecontroleerd=in_words(item.gecontroleerd),
    )
