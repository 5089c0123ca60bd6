"""The trendscan: which trend comes first for a town, and what to do on Monday.

The page holds all that its script needs: the statements, and the kansen in a template that nothing shows by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from binnenstad_site.core.citations import without_citations
from binnenstad_site.core.dates import in_words
from binnenstad_site.drawings.qr import qr_code
from binnenstad_site.drawings.scan import scan_scale, scan_street
from binnenstad_site.drawings.svg import Drawing
from binnenstad_site.models import vocabulary
from binnenstad_site.models.blocks import Bron
from binnenstad_site.models.items import Kans, Stelling, Uitersten
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.frames import Context, withdrawal
from binnenstad_site.pages.introduction import introduction
from binnenstad_site.pages.page import Page, last_modified
from binnenstad_site.pages.parts.labels import PaginaLink, TrendLabel
from binnenstad_site.pages.parts.scan_parts import ScanKans, Schaal, Stand, StellingDeel
from binnenstad_site.validate.validator import Entry

SLUG = "aan-de-slag/trendscan"
ADDRESS = f"/{SLUG}/"
TOOLS = "/aan-de-slag/"
"""The page that lists the tools."""
CODE_LENGTH = 4
QUESTIONS = (
    ("i", "Invloed", "Hoe groot is de invloed op onze binnenstad?", vocabulary.INVLOED),
    ("v", "Voorbereid", "Hoe goed zijn wij voorbereid?", vocabulary.VOORBEREID),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendscanPagina(Context, template="trendscan.html"):
    """The statements, and what the script makes the outcome of."""

    trends: tuple[tuple[TrendLabel, tuple[int, ...]], ...]
    """Each trend with the numbers of its statements, for the table of the printed sheet."""
    stellingen: tuple[StellingDeel, ...]
    klassen: tuple[str, ...]
    """The size classes of a municipality, in words."""
    termijnen: tuple[str, ...]
    """When to begin, in words."""
    kansen: tuple[ScanKans, ...]
    straat: Drawing
    schaal: Drawing
    """The house of each trend, and the scale of its row: the script completes them."""
    qr: Markup
    """The address of the page without answers, for who holds the printed sheet."""
    ingetrokken: tuple[tuple[str, str, str], ...]
    """Withdrawn statements, whose anchors were published: id, statement, reason."""


def trendscan_pages(builder: PageBuilder) -> Iterator[Page]:
    """`/aan-de-slag/trendscan/`, when there are statements."""
    entries = _in_order_of_trends(builder)
    if not entries:
        return
    above = builder.addresses.link("Aan de slag", TOOLS)
    intro = introduction(builder, SLUG, "Welke trend vraagt bij u als eerste om werk?", "Trendscan", above)
    context = TrendscanPagina(
        kader=intro.frame,
        trends=tuple(
            (label, tuple(place for place, entry in enumerate(entries, start=1) if entry.item.trend == slug))
            for slug, label in builder.cards.trends.items()
        ),
        stellingen=tuple(_statement(builder, entry, place) for place, entry in enumerate(entries, start=1)),
        klassen=tuple(vocabulary.GROOTTEKLASSE.values()),
        termijnen=tuple(vocabulary.FASE.values()),
        kansen=tuple(_kans(builder, entry) for slug in builder.site.trends for entry in _kansen_of(builder, slug)),
        straat=scan_street(label.kort for label in builder.cards.trends.values()),
        schaal=scan_scale(),
        qr=qr_code(builder.addresses.absolute(ADDRESS), "QR-code met het adres van deze scan"),
        ingetrokken=tuple(
            (f"stelling-{entry.slug}", entry.item.titel, withdrawal(entry.item))
            for entry in builder.site.withdrawn
            if isinstance(entry.item, Stelling)
        ),
    )
    yield intro.page(context, last_modified(entries))


def _in_order_of_trends(builder: PageBuilder) -> list[Entry[Stelling]]:
    """The statements as they are asked: trend by trend, then by number."""
    order = list(builder.site.trends)
    return sorted(builder.site.trendscan.values(), key=lambda entry: (order.index(entry.item.trend), entry.item.nummer))


def _statement(builder: PageBuilder, entry: Entry[Stelling], place: int) -> StellingDeel:
    item = entry.item
    ends = (item.invloed, item.voorbereid)
    return StellingDeel(
        nummer=item.nummer,
        plaats=place,
        tekst=item.titel,
        trend=builder.cards.trend(item.trend),
        waarom=without_citations(item.waarom),
        bronnen=tuple(map(_source, item.bronnen)),
        schalen=tuple(_scale(*question, end) for question, end in zip(QUESTIONS, ends, strict=True)),
    )


def _scale(name: str, short: str, question: str, words: tuple[str, ...], ends: Uitersten) -> Schaal:
    steps = tuple(Stand(value, word) for value, word in enumerate(words))
    return Schaal(name, short, question, steps, ends.nul, ends.vier)


def _source(source: Bron) -> tuple[PaginaLink, str]:
    day = "datum onbekend" if source.datum == "onbekend" else in_words(source.datum)
    return PaginaLink(source.titel, source.url or ""), f"{source.uitgever}, {day}"


def _kansen_of(builder: PageBuilder, trend: str) -> list[Entry[Kans]]:
    """The kansen of a trend, what can begin soonest first."""
    phases = list(vocabulary.FASE)
    return sorted(builder.site.kansen_of(("trends", trend)), key=lambda entry: phases.index(entry.item.fase))


def _kans(builder: PageBuilder, entry: Entry[Kans]) -> ScanKans:
    item = entry.item
    aanpak = builder.site.aanpakken.get(item.aanpak or "")
    return ScanKans(
        code=kans_code(entry.slug),
        titel=item.titel,
        adres=builder.addresses.url_for(entry.address),
        trend=builder.cards.trend(item.trend).kort,
        fase=list(vocabulary.FASE).index(item.fase),
        termijn=vocabulary.FASE[item.fase],
        wie=item.wie,
        eerste_stap=item.eerste_stap,
        aanpak=builder.addresses.link_to(aanpak) if aanpak else None,
        plaatsen="|".join(f"{place}:{town}" for place, town in sorted(_towns(builder, item).items())),
    )


def kans_code(slug: str) -> str:
    """What stands for a kans in a link: short, and the same as long as the kans keeps its name."""
    return sha256(slug.encode()).hexdigest()[:CODE_LENGTH]


def _towns(builder: PageBuilder, item: Kans) -> dict[int, str]:
    """Per size class, by its place from 1, the first town with a praktijk of this kans that did not stop."""
    classes, towns = list(vocabulary.GROOTTEKLASSE), dict[int, str]()
    for slug in item.praktijken:
        praktijk = builder.site.praktijken.get(slug)
        if praktijk is None or praktijk.item.gestopt:
            continue
        for gemeente in builder.site.gemeenten_of(praktijk.item):
            towns.setdefault(classes.index(gemeente.item.klasse) + 1, gemeente.item.naam)
    return towns
