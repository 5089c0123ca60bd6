"""Rules over the text of a praktijk: as long as is worth reading, and every figure and quotation with its source."""

from __future__ import annotations

from collections.abc import Iterator

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.link.site import Site
from binnenstad_site.load.documents import Document

FEWEST_WORDS = 100
MOST_WORDS = 600
QUOTED = 120
"""Characters of a sentence that a message repeats."""


def figures_sourced(site: Site) -> Iterator[Diagnostic]:
    """A sentence with a figure, an amount or a quotation names its source; `markdown/claims.py` says what counts."""
    for entry in site.praktijken.values():
        for claim in entry.body.unsourced:
            states = "haalt iemand aan" if claim.is_quotation else "noemt een getal"
            key = entry.item.bronnen[0].sleutel
            yield Diagnostic(
                Code.CIJFER_ZONDER_BRON,
                entry.document.in_body(claim.line, claim.column, claim.end_column),
                f"Deze zin {states} zonder bron: {shortened(claim.sentence)}",
                f"Zet de bron voor de punt, zoals [@{key}]. Staat het in geen enkele bron, haal het dan weg.",
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
