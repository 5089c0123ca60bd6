"""The reports of workshops and meetings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup

from binnenstad_site.core.dates import in_words
from binnenstad_site.core.diagnostics import Location
from binnenstad_site.drawings.room import room
from binnenstad_site.models.items import Verslag
from binnenstad_site.pages.builder import PageBuilder, last_modified
from binnenstad_site.pages.contexts import VerslagenPagina, VerslagPagina
from binnenstad_site.pages.itemfields import contents, item_fields
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.parts import PaginaLink, Sectie, VerslagKaart
from binnenstad_site.pages.search_entries import marks, pieces
from binnenstad_site.pages.static_pages import introduction
from binnenstad_site.validate.validator import Entry

PEOPLE = re.compile(r"(\d+)\s(?:mensen|deelnemers|aanwezigen|personen|bezoekers|betrokkenen)\b")

LIST = r"(<ul>(?:(?!<ul>).)*?</ul>)"
KNOWN = re.compile(
    rf"<p><strong>(Wat bekend is)</strong></p>\s*{LIST}\s*"
    rf"<p><strong>(Wat niet (?:bekend|gevonden) is)</strong></p>\s*{LIST}",
    re.DOTALL,
)
"""What a report knows and what it does not, one after the other in the text."""
BESIDE = (
    r'<div class="weten"><section class="sectie"><h3>\1</h3>\2</section>'
    r'<div class="weten-niet"><section class="sectie"><h3>\3</h3>\4</section></div></div>'
)


def verslag_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/verslagen/` and a page per verslag, the withdrawn too."""
    site = builder.site
    intro = introduction(builder, "verslagen", "Verslagen", "Verslagen van workshops en bijeenkomsten.")
    cards = tuple(builder.verslag(entry) for entry in site.verslagen.values())
    newest = max((last_modified(entry.item) for entry in site.verslagen.values()), default="")
    yield intro.page("/verslagen/", VerslagenPagina(**intro.fields, inleiding=intro.html, verslagen=cards), newest)
    dated = {slug: builder.verslag(entry) for slug, entry in site.verslagen.items() if entry.item.datum != "onbekend"}
    withdrawn = [entry for entry in site.withdrawn if entry.collection.name == "verslagen"]
    for entry in (*site.verslagen.values(), *withdrawn):
        yield _verslag(builder, entry, *neighbours(entry.slug, dated))  # type: ignore[arg-type]


def participants(told: Iterable[str]) -> int:
    """How many people there were; 0 when the text gives no exact number of people ("ruim 60", "35 tot 40")."""
    exact = (PEOPLE.match(line) for line in told)
    return next((int(found[1]) for found in exact if found), 0)


def neighbours(slug: str, dated: Mapping[str, VerslagKaart]) -> tuple[VerslagKaart | None, VerslagKaart | None]:
    """The report before and the one after it in time; `dated` has the newest first."""
    order = list(dated)
    if slug not in dated:
        return None, None
    place = order.index(slug)
    earlier = dated[order[place + 1]] if place + 1 < len(order) else None
    return earlier, dated[order[place - 1]] if place else None


def beside(part: Sectie) -> Sectie:
    """What is known next to what is not, where a report says both; the text of a section is ours and safe."""
    return replace(part, html=Markup(KNOWN.sub(BESIDE, str(part.html))))  # noqa: S704 - only moves what is there


def _contents(context: VerslagPagina) -> tuple[PaginaLink, ...]:
    return contents(
        *((part.id, part.titel, part.html) for part in context.secties),
        ("bronnen", "Bronnen", context.bronnen),
        ("wijzigingen", "Wijzigingen", context.wijzigingen),
        ("praktijken", "Praktijken", context.praktijken),
    )


def _verslag(
    builder: PageBuilder, entry: Entry[Verslag], earlier: VerslagKaart | None, later: VerslagKaart | None
) -> Page:
    item, site = entry.item, builder.site
    notes = builder.notes(entry)
    secties = builder.sections(entry.body, notes)
    gemeenten = [site.gemeenten[slug] for slug in item.gemeenten if slug in site.gemeenten]
    scenarios = [site.scenarios[slug] for slug in item.scenarios if slug in site.scenarios]
    context = VerslagPagina(
        datum=in_words(item.datum),
        wanneer=builder.verslag(entry).datum,
        datum_toelichting=item.datum_toelichting or "",
        plaats=item.plaats,
        soort=item.soort,
        organisator=item.organisator,
        deelnemers=item.deelnemers,
        zaal=room(participants(item.deelnemers)),
        secties=tuple(beside(part) for part in secties),
        eerder=earlier,
        later=later,
        meedoen=PaginaLink("Meedoen", builder.url_for("/meedoen/")) if "meedoen" in site.paginas else None,
        trends=tuple(builder.trend(slug) for slug in item.trends),
        scenarios=tuple(PaginaLink(found.item.titel, builder.url_for(found.address)) for found in scenarios),
        praktijken=builder.cards_of(site.praktijken[slug] for slug in item.praktijken if slug in site.praktijken),
        gemeenten=tuple(PaginaLink(found.item.naam, builder.url_for(found.address)) for found in gemeenten),
        # last: by now the page has cited and explained all that it does
        **item_fields(builder, entry, notes, "/verslagen/", PaginaLink("Verslagen", "/verslagen/")),
    )
    context = replace(context, onderdelen=_contents(context))
    search = SearchEntry(
        item.titel,
        builder.url_for(entry.address),
        "verslag",
        item.in_een_zin,
        pieces(entry.body),
        item.plaats,
        marks(
            builder,
            "verslag",
            trends=item.trends,
            gemeenten=item.gemeenten,
            provincies=builder.site.provincies_van(item),
        ),
    )
    findable = () if item.ingetrokken else (search,)
    listed = item.ingetrokken is None
    return Page(entry.address, context, Location(entry.document.path), findable, last_modified(item), listed)
