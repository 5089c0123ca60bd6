"""What goes with the tables: GeoJSON, the codebook, `datapackage.json`, the licence, and one ZIP of all.

Equal content gives equal bytes: nothing in the ZIP is compressed, and no file in it has a date of its own.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from binnenstad_site.core.outputs import Output, json_bytes
from binnenstad_site.exports.opendata.release import release_of
from binnenstad_site.exports.opendata.rows import ROWS, place_of
from binnenstad_site.exports.opendata.tables import (
    BETWEEN,
    EXCEL_SUFFIX,
    csv_files,
    table_schema,
)
from binnenstad_site.models.vocabulary import BEWIJS, BEWIJS_REGEL
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.data_tables import Table

FOLDER = "open-data"
GEOJSON, CODEBOOK, DESCRIPTION = f"{FOLDER}/praktijken.geojson", f"{FOLDER}/codeboek.md", f"{FOLDER}/datapackage.json"
ARCHIVE = f"{FOLDER}/de-nieuwe-binnenstad.zip"
INSIDE = "de-nieuwe-binnenstad"
"""The folder in the ZIP."""
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can name."""
READABLE = 0o644 << 16
DECIMALS = 5
"""Of a degree: about a metre."""


def table_path(table: Table, suffix: str = "") -> str:
    """The file of a table."""
    return f"{FOLDER}/{table.naam}{suffix}.csv"


def table_files(builder: PageBuilder) -> Iterator[tuple[Table, int, Output, Output]]:
    """Each table with the number of its rows and its two files."""
    for table, rows_of in ROWS.items():
        rows = tuple(rows_of(builder))
        first, second = csv_files(table, rows)
        yield table, len(rows), Output(table_path(table), first), Output(table_path(table, EXCEL_SUFFIX), second)


def package_files(builder: PageBuilder, api: Sequence[Output]) -> Iterator[Output]:
    """Tables, GeoJSON, codebook, description and ZIP; `api` are files that the ZIP holds too."""
    made = tuple(table_files(builder))
    tables = [(table, count, comma) for table, count, comma, _ in made]
    geojson = Output(GEOJSON, geojson_bytes(builder))
    codebook = Output(CODEBOOK, codebook_text(builder, [(table, count) for table, count, _ in tables]).encode())
    description = Output(DESCRIPTION, json_bytes(data_package(builder, tables)))
    plain = (*(comma for _, _, comma in tables), geojson, codebook, description)
    yield from plain
    yield from (excel for *_, excel in made)
    content = {output.path.removeprefix(f"{FOLDER}/"): output.read() for output in (*plain, *api)}
    yield Output(ARCHIVE, archive({**content, "LICENTIE.txt": licence_text(builder).encode()}))


def geojson_bytes(builder: PageBuilder) -> bytes:
    """Every praktijk with its dots (RFC 7946): longitude before latitude."""
    return json_bytes({"type": "FeatureCollection", "features": list(_features(builder))})


def _features(builder: PageBuilder) -> Iterator[dict[str, object]]:
    for slug, entry in builder.site.praktijken.items():
        item = entry.item
        first = place_of(builder, item)
        places = [(dot.lat, dot.lon) for dot in item.kaartpunten] or ([first] if first else [])
        points = [[round(lon, DECIMALS), round(lat, DECIMALS)] for lat, lon in places]
        shape = "Point" if len(points) == 1 else "MultiPoint"
        yield {
            "type": "Feature",
            "id": slug,
            "geometry": {"type": shape, "coordinates": points[0] if len(points) == 1 else points} if points else None,
            "properties": {
                "titel": item.titel,
                "adres": builder.addresses.absolute(entry.address),
                "gemeenten": [gemeente.item.naam for gemeente in builder.site.gemeenten_of(item)],
                "trends": item.trends,
                "status": item.status,
                "bewijs": int(item.bewijs),
                "uitkomst": item.uitkomst,
            },
        }


def data_package(builder: PageBuilder, tables: Sequence[tuple[Table, int, Output]]) -> dict[str, object]:
    """The description of the tables after the Data Package standard, with size and digest of each file."""
    release, settings = release_of(builder), builder.site.settings
    licence = {"name": release.licentie.replace(" ", "-"), "title": release.licentie, "path": release.licentie_url}
    return {
        "profile": "tabular-data-package",
        "name": INSIDE,
        "title": settings.titel,
        "description": settings.omschrijving,
        "homepage": builder.addresses.absolute(f"/{FOLDER}/"),
        "version": release.nummer,
        "created": f"{release.datum}T00:00:00Z",
        "licenses": [{name: value for name, value in licence.items() if value}],
        "contributors": [{"title": release.uitgever, "role": "publisher"}],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.naam,
                "title": table.titel,
                "description": table.uitleg,
                "path": file.path.removeprefix(f"{FOLDER}/"),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": file.size,
                "hash": f"sha256:{file.sha256}",
                "rows": count,
                "schema": table_schema(table),
            }
            for table, count, file in tables
        ],
    }


def codebook_text(builder: PageBuilder, tables: Sequence[tuple[Table, int]]) -> str:
    """What every column of every table means, in Markdown."""
    release = release_of(builder)
    lines = [
        f"# Codeboek bij de open data van {builder.site.settings.titel}",
        "",
        f"Uitgave {release.nummer} van {release.datum}. Licentie: {release.licentie}. Uitgever: {release.uitgever}.",
        "",
        "- `.csv`: UTF-8, komma tussen de velden, punt in een getal.",
        "- `-excel.csv`: puntkomma tussen de velden, komma in een getal, voor een Nederlandse Excel.",
        f"- Meer waarden in één vak staan met `{BETWEEN}` ertussen.",
        "- Begint een tekst met `=`, `+`, `-` of `@`, dan staat er een apostrof (') voor, zodat geen programma haar",
        "  als formule leest. In de JSON-bestanden staat die apostrof niet.",
        "- Leeg is: niet ingevuld of niet van toepassing. `onbekend` is: wij zochten het en vonden het niet.",
        "",
        "## Bewijsladder",
        "",
        *(f"- {step} {name}: {BEWIJS_REGEL[step]}" for step, name in BEWIJS.items()),
    ]
    for table, count in tables:
        lines += ["", f"## {table.naam}.csv", "", f"{table.uitleg} Rijen: {count}.", ""]
        lines += ["| kolom | soort | betekenis |", "| --- | --- | --- |"]
        lines += [f"| {c.naam} | {KINDS[c.soort]} | {c.uitleg.replace('|', chr(92) + '|')} |" for c in table.kolommen]
    return "\n".join((*lines, ""))


KINDS: Mapping[str, str] = {"string": "tekst", "integer": "geheel getal", "number": "getal"}


def licence_text(builder: PageBuilder) -> str:
    """The licence of the data in plain words."""
    release, site = release_of(builder), builder.site.settings.titel
    return (
        f"{site}, open data, uitgave {release.nummer} ({release.datum})\n\n"
        f"Licentie: {release.licentie} {release.licentie_url}\n"
        "U mag dit overnemen, bewerken en verspreiden, ook voor geld, als u de bron noemt:\n"
        f"{site}, {release.uitgever}, {builder.addresses.absolute('/')}\n"
    )


def archive(content: Mapping[str, bytes]) -> bytes:
    """A ZIP of these files in one folder, with the digest of each in SHA256SUMS."""
    sums = "".join(f"{sha256(content[name]).hexdigest()}  {name}\n" for name in sorted(content))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as file:
        for name, data in sorted({**content, "SHA256SUMS": sums.encode()}.items()):
            entry = zipfile.ZipInfo(f"{INSIDE}/{name}", EARLIEST)
            entry.external_attr, entry.create_system = READABLE, 3
            file.writestr(entry, data)
    return written.getvalue()
