"""A table of the open data with its rows: as CSV in two ways, and its columns as a Table Schema.

A cell holds text, a number, or nothing. Several values in one cell are joined by `|`. A cell that a spreadsheet would
take for a formula gets an apostrophe in front, in both ways, so that opening a file never runs anything.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
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


def csv_bytes(table: Table, rows: Sequence[Row]) -> bytes:
    """RFC 4180 in UTF-8 with a comma and a decimal point: for programs."""
    return _written(table, rows, ",", safe).encode()


def excel_bytes(table: Table, rows: Sequence[Row]) -> bytes:
    """The same for a Dutch spreadsheet: a byte order mark, a semicolon and a decimal comma."""
    return ("\ufeff" + _written(table, rows, ";", _dutch)).encode()


def _dutch(cell: Cell) -> str:
    return safe(cell).replace(".", ",") if isinstance(cell, float) else safe(cell)


def _written(table: Table, rows: Sequence[Row], delimiter: str, worded: Callable[[Cell], str]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([column.naam for column in table.kolommen])
    writer.writerows([worded(cell) for cell in row] for row in rows)
    return stream.getvalue()


def table_schema(table: Table) -> dict[str, object]:
    """The columns as a Table Schema of Frictionless Data."""
    fields = [{"name": c.naam, "type": c.soort, "description": c.uitleg} for c in table.kolommen]
    return {"fields": fields} | ({"primaryKey": list(table.sleutel)} if table.sleutel else {})
