"""The catalogue of the open data after DCAT-AP-NL 3.0, as Turtle. In: a site. Out: text.

What the profile asks of a catalogue, a dataset and a distribution stands in `SHAPES` of the test, which pyshacl holds
against this file. No organisation of the government is named, for none publishes the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from binnenstad_site.core.outputs import json_bytes
from binnenstad_site.exports.opendata.release import release_of
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.data_tables import TABLES, Table

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
DUTCH = "<http://publications.europa.eu/resource/authority/language/NLD>"
PUBLIC = "<http://publications.europa.eu/resource/authority/access-right/PUBLIC>"
THEME = "<http://publications.europa.eu/resource/authority/data-theme/REGI>"
"""Regions and cities."""
FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"
MEDIA_TYPE = "http://www.iana.org/assignments/media-types/"
PACKAGE = ("alles", "Alles in één pakket", "Alle tabellen, lijsten, kaart, codeboek en licentie in één bestand.")
CATALOG = "open-data/catalogus.ttl"

Pair = tuple[str, str]


def text(value: str) -> str:
    """A text in Dutch; JSON writes strings as Turtle does."""
    return f"{json_bytes(value).decode()}@nl"


def catalog(builder: PageBuilder) -> str:
    """The whole catalogue."""
    page, site = builder.addresses.absolute("/open-data/"), builder.site.settings
    datasets = [(table.naam, table.titel, table.uitleg) for table in TABLES]
    names = [name for name, *_ in (PACKAGE, *datasets)]
    head = _node(
        f"<{page}#catalogus>",
        "dcat:Catalog",
        [
            ("dct:title", text(f"Open data van {site.titel}")),
            ("dct:description", text(site.omschrijving)),
            ("dcat:contactPoint", f"<{page}#contact>"),
            ("dct:publisher", f"<{page}#uitgever>"),
            ("dct:language", DUTCH),
            ("dct:license", _licence(builder)),
            ("foaf:homepage", f"<{page}>"),
            ("dct:modified", _day(builder)),
            *(("dcat:dataset", f"<{page}#{name}>") for name in names),
        ],
    )
    publisher = _node(f"<{page}#uitgever>", "foaf:Agent", [("foaf:name", text(site.uitgever))])
    address = f"mailto:{site.kanalen.mail}" if site.kanalen.mail else builder.addresses.absolute("/meedoen/")
    how = "vcard:hasEmail" if site.kanalen.mail else "vcard:hasURL"
    contact = _node(f"<{page}#contact>", "vcard:Kind", [("vcard:fn", text(site.uitgever)), (how, f"<{address}>")])
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    packed = _dataset(builder, *PACKAGE, [("ZIP", "application/zip", "open-data/de-nieuwe-binnenstad.zip")])
    each = (_dataset(builder, *dataset, _files(table)) for dataset, table in zip(datasets, TABLES, strict=True))
    return "\n".join((prefixes, head, publisher, contact, packed, *each))


def _files(table: Table) -> list[tuple[str, str, str]]:
    """The files of a table: kind of file, media type and path."""
    csv = [("CSV", "text/csv", f"open-data/{table.naam}{suffix}.csv") for suffix in ("", "-excel")]
    geojson = ("GEOJSON", "application/geo+json", "open-data/praktijken.geojson")
    return [*csv, geojson] if table.naam == "praktijken" else csv


def _dataset(
    builder: PageBuilder, name: str, title: str, description: str, files: Sequence[tuple[str, str, str]]
) -> str:
    page = builder.addresses.absolute("/open-data/")
    itself = f"<{page}#{name}>"
    parts = [f"<{page}#{name}-{number}>" for number in range(1, len(files) + 1)]
    dataset = _node(
        itself,
        "dcat:Dataset",
        [
            ("dct:title", text(title)),
            ("dct:description", text(description)),
            ("dct:identifier", f'"{page}#{name}"'),
            ("dct:accessRights", PUBLIC),
            ("dcat:contactPoint", f"<{page}#contact>"),
            ("dct:creator", f"<{page}#uitgever>"),
            ("dct:publisher", f"<{page}#uitgever>"),
            ("dcat:theme", THEME),
            ("dct:language", DUTCH),
            ("dct:modified", _day(builder)),
            ("dcat:version", f'"{release_of(builder).nummer}"'),
            *(("dcat:distribution", part) for part in parts),
        ],
    )
    return "\n".join((dataset, *_distributions(builder, title, zip(parts, files, strict=True))))


def _distributions(
    builder: PageBuilder, title: str, parts: Iterable[tuple[str, tuple[str, str, str]]]
) -> Iterator[str]:
    for itself, (kind, media, path) in parts:
        address = builder.addresses.absolute(f"/{path}")
        yield _node(
            itself,
            "dcat:Distribution",
            [
                ("dct:title", text(f"{title} ({path.rpartition('/')[2]})")),
                ("dcat:accessURL", f"<{builder.addresses.absolute('/open-data/')}>"),
                ("dcat:downloadURL", f"<{address}>"),
                ("dct:license", _licence(builder)),
                ("dct:format", f"<{FILE_TYPE}{kind}>"),
                ("dcat:mediaType", f"<{MEDIA_TYPE}{media}>"),
            ],
        )


def _licence(builder: PageBuilder) -> str:
    release = release_of(builder)
    return f"<{release.licentie_url}>" if release.licentie_url else text(release.licentie)


def _day(builder: PageBuilder) -> str:
    return f'"{release_of(builder).datum}"^^xsd:date'


def _node(subject: str, kind: str, pairs: Sequence[Pair]) -> str:
    """A subject with its type and all it says."""
    said = " ;\n".join(f"  {name} {value}" for name, value in pairs)
    return f"{subject} a {kind} ;\n{said} .\n"
