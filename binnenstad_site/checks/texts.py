"""Rules over the text of a praktijk: as long as is worth reading, and every figure and quotation with its source."""

from __future__ import annotations

from collections.abc import Iterator

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.link.site import Site
from binnenstad_site.load.documents import Document
from binnenstad_site.models.items import Gevolgen, Kans, MetBronnen, Trend
from binnenstad_site.validate.markdown.body import Claim
from binnenstad_site.validate.markdown.claims import claims
from binnenstad_site.validate.validator import Entry

FEWEST_WORDS = 100
MOST_WORDS = 600
QUOTED = 120
"""Characters of a sentence that a message repeats."""


def figures_sourced(site: Site) -> Iterator[Diagnostic]:
    """A sentence with a figure, an amount or a quotation names its source; `markdown/claims.py` says what counts."""
    with_body: tuple[Entry[MetBronnen], ...] = (*site.trends.values(), *site.praktijken.values())
    for entry in with_body:
        for claim in entry.body.unsourced:
            yield _unsourced(entry, claim, entry.document.in_body(claim.line, claim.column, claim.end_column))
    for kans in site.kansen.values():
        yield from _in_field(kans, kans.item.waarom, "waarom")
    for trend in site.trends.values():
        for name in Gevolgen.model_fields:
            yield from _in_field(trend, getattr(trend.item.gevolgen, name), "gevolgen", name)


def _in_field(entry: Entry[Kans] | Entry[Trend], text: str, *field: str) -> Iterator[Diagnostic]:
    """The first sentence of a field that names a figure or quotes somebody without a source."""
    for claim in claims(text, [text], 0):
        yield _unsourced(entry, claim, entry.document.locate(*field))
        return


def _unsourced(entry: Entry[MetBronnen] | Entry[Kans] | Entry[Trend], claim: Claim, place: Location) -> Diagnostic:
    states = "haalt iemand aan" if claim.is_quotation else "noemt een getal"
    return Diagnostic(
        Code.CIJFER_ZONDER_BRON,
        place,
        f"Deze zin {states} zonder bron: {shortened(claim.sentence)}",
        f"Zet de bron voor de punt, zoals [@{entry.item.bronnen[0].sleutel}]. Staat het in geen enkele bron, haal het "
        "dan weg.",
    )


def texts_of_length(site: Site) -> Iterator[Diagnostic]:
    """The text of a praktijk has 100 to 600 words."""
    for entry in site.praktijken.values():
        words = entry.body.word_count
        if words < FEWEST_WORDS:
            yield Diagnostic(
                Code.TE_KORTE_TEKST,
                first_line(entry.document),
                f"De tekst telt {words} woorden, en minstens {FEWEST_WORDS} zijn nodig",
                "Vertel wat er is gedaan, door wie en wat ervan kwam. Is dat niet bekend, schrijf dan dat het niet "
                "bekend is.",
            )
        elif words > MOST_WORDS:
            yield Diagnostic(
                Code.TE_LANGE_TEKST,
                first_line(entry.document),
                f"De tekst telt {words} woorden, en hooguit {MOST_WORDS} passen",
                "Kort de tekst in: houd over wat een andere gemeente nodig heeft om dit te begrijpen en over te nemen.",
            )


def shortened(sentence: str) -> str:
    """The sentence, or its beginning when it is long."""
    return sentence if len(sentence) <= QUOTED else sentence[:QUOTED].rpartition(" ")[0] + " …"


def first_line(document: Document) -> Location:
    """The place of the first line of the body that is not empty; in a praktijk that is its first heading."""
    lines = document.body.split("\n")
    index = next(index for index, line in enumerate(lines) if line.strip())
    return document.in_body(index + 1, 1, len(lines[index]) + 1)
