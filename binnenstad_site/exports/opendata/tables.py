"""A table of the open data with its rows: as CSV in two ways, and its columns as a Table Schema.

A cell holds text, a number, or nothing. Several values in one cell are joined by `|`. A cell that a spreadsheet would
take for a formula gets an apostrophe in front, in both ways, so that opening a file never runs anything.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from binnenstad_site.pages.data_tables import Table

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Cell, ...]
BETWEEN = "|"
"""Stands between the values of one cell."""
EXCEL_SUFFIX = "-excel"
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*")
_BREAKS = re.compile(r"\s+")


def joined(values: Iterable[object]) -> str:
    """Several values as one cell."""
    return BETWEEN.join(map(str, values))


def safe(cell: Cell) -> str:
    """A cell as text on one line, which no spreadsheet takes for a formula; a number stays a number."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    text = _BREAKS.sub(" ", cell) if "\n" in cell or "\r" in cell or "\t" in cell else cell
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def csv_files(table: Table, rows: Iterable[Row]) -> tuple[bytes, bytes]:
    """The rows in two ways: for programs after RFC 4180, in UTF-8 with a comma and a decimal point; and for a Dutch
    spreadsheet with a byte order mark, a semicolon and a decimal comma.
    """
    lines = [list(map(safe, row)) for row in rows]
    head = [column.naam for column in table.kolommen]
    first = _written(head, lines, ",")
    decimals = [place for place, column in enumerate(table.kolommen) if column.soort == "number"]
    for line in lines if decimals else ():
        for place in decimals:
            line[place] = line[place].replace(".", ",")
    return first.encode(), ("\ufeff" + _written(head, lines, ";")).encode()


def _written(head: Sequence[str], lines: Iterable[Sequence[str]], delimiter: str) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(lines)
    return stream.getvalue()


def table_schema(table: Table) -> dict[str, object]:
    """The columns as a Table Schema of Frictionless Data."""
    fields = [{"name": c.naam, "type": c.soort, "description": c.uitleg} for c in table.kolommen]
    return {"fields": fields} | ({"primaryKey": list(table.sleutel)} if table.sleutel else {})
