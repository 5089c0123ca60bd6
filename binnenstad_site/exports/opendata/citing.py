"""How a page is cited, for programs that keep references: BibTeX, RIS and CSL-JSON. In: an item. Out: text or values.

The author is who publishes the site: no page names persons. The date is the newest day that the item itself names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from binnenstad_site.core.outputs import Output
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.frames import StoryItem, citation_line
from binnenstad_site.pages.page import last_modified
from binnenstad_site.validate.validator import Entry

BIB, RIS = "citaat.bib", "citaat.ris"
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\N{NO-BREAK SPACE}": "~",
    }
)
"""What LaTeX reads as a command."""


@dataclass(frozen=True, slots=True)
class PageCitation:
    """What every way of citing says of a page."""

    sleutel: str
    titel: str
    uitgever: str
    site: str
    dag: str
    adres: str
    regel: str
    """The line that the page itself shows."""


def citation_of(builder: PageBuilder, entry: Entry[StoryItem]) -> PageCitation:
    """The citation of the page of an item."""
    settings = builder.site.settings
    return PageCitation(
        "-".join((entry.ref[0], *entry.slug.split("/"))),
        entry.item.titel,
        settings.uitgever,
        settings.titel,
        last_modified([entry]),
        builder.addresses.absolute(entry.address),
        citation_line(builder, entry),
    )


def citation_files(entry: Entry[StoryItem], citation: PageCitation) -> tuple[Output, ...]:
    """The two files beside a page."""
    folder = entry.address.removeprefix("/")
    return (
        Output(f"{folder}{BIB}", bibtex(citation).encode()),
        Output(f"{folder}{RIS}", ris(citation).encode()),
    )


def bibtex(citation: PageCitation) -> str:
    """An entry of BibLaTeX, in UTF-8; `year` and `howpublished` are for BibTeX."""
    fields = {
        "title": f"{{{citation.titel.translate(_LATEX)}}}",
        "author": f"{{{citation.uitgever.translate(_LATEX)}}}",
        "organization": citation.site.translate(_LATEX),
        "date": citation.dag,
        "year": citation.dag[:4],
        "url": citation.adres,
        "language": "dutch",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@online{{{citation.sleutel},\n{lines}\n}}\n"


def ris(citation: PageCitation) -> str:
    """A record of RIS: lines end with a carriage return, as its description asks."""
    lines = (
        ("TY", "ELEC"),
        ("ID", citation.sleutel),
        ("TI", citation.titel),
        ("AU", citation.uitgever),
        ("T2", citation.site),
        ("PY", citation.dag[:4]),
        ("DA", citation.dag.replace("-", "/")),
        ("LA", "nl"),
        ("UR", citation.adres),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def csl(citation: PageCitation) -> dict[str, Any]:
    """The same as CSL-JSON, which citation processors read."""
    value = {
        "id": citation.sleutel,
        "type": "webpage",
        "title": citation.titel,
        "author": [{"literal": citation.uitgever}],
        "container-title": citation.site,
        "language": "nl-NL",
        "URL": citation.adres,
    }
    date = [[int(part) for part in citation.dag.split("-")]] if citation.dag else []
    return value | ({"issued": {"date-parts": date}} if date else {})
