"""What SECURITY.md promises is what the program does: each budget is its constant, and each test named is there."""

from __future__ import annotations

import re

from binnenstad_site.cli.arguments import TIME_LIMIT
from binnenstad_site.core import budgets, suggestions, urls
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.load import attachments
from binnenstad_site.load.documents import Layout, Storage
from binnenstad_site.load.yamltext.values import DEEPEST as DEEPEST_FIELDS
from binnenstad_site.validate.markdown import parse
from binnenstad_site.validate.markdown.budgets import DEEPEST_QUOTE, LONGEST_REACH
from binnenstad_site.validate.markdown.parsing import DEEPEST as DEEPEST_TEXT
from tests.repository.programs import ROOT, read
from tools.shapes import SHAPES

TEXT = read("SECURITY.md")
ROW = re.compile(r"^\| (?!what )([^|]+) \| ([^|]+) \|$", re.MULTILINE)
ITEM, LIST = Layout("x", Storage.MARKDOWN), Layout("x", Storage.LIST)


def count(*numbers: int) -> str:
    return "; ".join(f"{number:,}" for number in numbers)


def kilobytes(size: int) -> str:
    return f"{size >> 20} MB" if size >= 1 << 20 else f"{size >> 10} kB"


BUDGETS = {
    "a file of text; a list file": f"{kilobytes(ITEM.max_bytes)}; {kilobytes(LIST.max_bytes)}",
    "a picture; a PDF": f"{kilobytes(attachments.LARGEST_IMAGE)} and {count(attachments.MOST_PIXELS)} pixels; "
    f"{kilobytes(attachments.LARGEST_PDF)}",
    "an address; a part of it": f"{count(urls.LONGEST_ADDRESS, urls.LONGEST_SLUG)} characters",
    "fields and values in a file; in a list file": count(ITEM.max_nodes, LIST.max_nodes),
    "the text below the fields": f"{count(budgets.LARGEST_BODY)} characters",
    "lines of the fields, lines of the text": f"{count(budgets.LINES.most)} each",
    "a line of fields": f"{count(budgets.LONGEST_LINE)} characters",
    "headings; links with images; citations": count(budgets.HEADINGS.most, budgets.LINKS.most, budgets.NOTES.most),
    "cells of tables; points of lists in the text": count(budgets.CELLS.most, budgets.POINTS.most),
    "entries of a list in the fields, such as a series or sources": f"{count(budgets.MOST_IN_LIST)}, "
    "or fewer where the model says so",
    "marks (`*`, `_`, `~`, `<`)": count(budgets.MARKS.most),
    "brackets that stay open": f"as many as reach over {count(LONGEST_REACH)} characters together",
    "quotations in each other; lists in each other; lists and groups of fields in each other": count(
        DEEPEST_QUOTE, (DEEPEST_TEXT - 1) // 2, DEEPEST_FIELDS
    ),
    "redirects in `omleidingen.yaml`, former addresses of an item": f"{count(budgets.REDIRECTS.most)} each",
    "accents in a row that belong to one letter": count(budgets.MOST_ACCENTS),
    'suggestions ("Bedoelde u …?") in the messages of each stage about a file': count(suggestions.MOST_SUGGESTIONS),
    "time of one file in reading, checking and rendering": f"{count(budgets.ITEM_SECONDS)} seconds, "
    "then a warning names it (`traag-bestand`)",
    "time of a run": f"{count(TIME_LIMIT)} seconds (`--time-limit`), "
    "then it ends with status 124 and the site stays as it was",
}


def test_each_budget_is_its_constant_and_none_is_left_out() -> None:
    rows = ROW.findall(TEXT[TEXT.index("### Budgets") : TEXT.index("## The boundary")])
    assert dict(rows[1:]) == BUDGETS
    named = {value for value in vars(budgets).values() if isinstance(value, budgets.Budget)}
    assert len(named) == 8, "a budget more or less: say so in SECURITY.md"


def test_a_list_in_a_text_is_refused_one_beyond_what_is_promised() -> None:
    """The parser counts two levels for each list, and one for what stands in it."""
    most = (DEEPEST_TEXT - 1) // 2
    found = [
        [problem.code for problem in parse("\n".join("  " * depth + "- a" for depth in range(lists))).problems]
        for lists in (most, most + 1)
    ]
    assert found == [[], [Code.TE_DIEP_GENEST]]


def test_files_that_it_names_are_there() -> None:
    named = re.findall(r"`([\w./-]+/[\w.-]+\.(?:py|md|yml))`", TEXT)
    assert len(named) > 6
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_over_a_hundred_shapes_are_measured() -> None:
    assert len(SHAPES) > 100
