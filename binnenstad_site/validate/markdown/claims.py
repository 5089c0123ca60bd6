"""Sentences that state a figure or quote somebody without naming a source, with their place in the text.

A figure is a number in digits. This is narrow on purpose, so that a message is nearly always right. No figure is:

- a year, a date, a decade or a century: `in 2019`, `12 mei 2025`, `jaren 80`, `19e eeuw`;
- a number that is part of a name or a label: `Markt 12`, `School 7`, `A27`, `COVID-19`, `stap 2`, `24/7`;
- a number in words, or one in a heading, a table, code or the text of a link.

A quotation is at least `MANY_WORDS` words in double quotation marks; what is shorter is a name or a manner of speech.
A source counts when it stands in the sentence or right after it. The points of a list may have theirs in the sentence
above the list, when that ends with a colon.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from binnenstad_site.core import dates
from binnenstad_site.core.citations import FOOTNOTE
from binnenstad_site.core.contacts import PHONE
from binnenstad_site.validate.markdown.body import Claim

if TYPE_CHECKING:
    from markdown_it.token import Token

MANY_WORDS = 5
MONTHS = "|".join(dates.MONTHS)
LABELS = (
    r"artikel|bewijs|bladzijde|deel|fase|figuur|groep|hoofdstuk|klasse|laag|lijn|niveau|nr\.|nummer|pagina|perron|route|"
    "school|spoor|stap|tabel|trede|versie|vraag|zone"
)
ABBREVIATIONS = frozenset(
    {"art", "bijv", "bv", "ca", "circa", "dhr", "dr", "drs", "e.d", "excl", "incl", "ing", "ir", "jl", "max", "mevr"}
    | {"min", "mr", "nr", "nrs", "o.a", "prof", "resp", "st", "t.b.v", "v.chr", "vgl"}
)
"""Words whose full stop does not end a sentence."""
CITED, HIDDEN = "\x01", "\x02"
"""What stands for each character of a citation, and of a link or code."""
_WORTH_READING = re.compile(r"[0-9\"“„]")
"""What a figure or quotation cannot do without: looking for more is what takes time."""
_ASIDE_SIGN = re.compile(r"[\[`<]|\(@")
"""What an aside begins with."""
_ASIDE = re.compile(
    rf"(?P<cited>\[@[^\[\]\n]*\]|{FOOTNOTE.pattern}|\(@[a-z0-9][\w;@ -]*\))"
    r"|\[[^\[\]]*\]\([^()\s]*\)|`[^`]*`|<[^<>\n]*>"
)
"""What is cited, also in the way of other programs; or has no words of its own."""
_END = re.compile(
    rf"(?P<sign>[.!?…])[*_”\"’')\]]*(?:\s*{CITED})*(?=\s+(?:[A-ZÀ-Þ0-9“\"„‘'’€(*_\[{HIDDEN}])|\s*$)",
)
_UNIT = r"\s?(?:%|(?:procent|euro|miljoen|miljard|m²|m2|meter|kilometer|vierkante|hectare)(?!\w))"
_PLURAL = (
    r"\s(?!(?:als|binnen|dus|eens|gingen|hebben|kregen|konden|kwamen|samen|sinds|stonden|tussen|waren|werden|worden)\b)"
    r"[a-zà-þ-]{2,}(?:en|s)\b"
)
"""What is counted, as far as can be seen: in `Leiden 30 panden` it is no part of a name, in `Markt 30 werden` it is."""
_NUMBER = r"(?<![\w.,-])\d++(?:[.,:]\d++)*+"
_FIGURE = re.compile(
    rf"(?P<amount>€\s?\d++(?:[.,]\d++)*+|{_NUMBER}{_UNIT})"
    rf"|\d{{1,2}}\s(?:{MONTHS})\b(?:\s\d{{4}})?"
    rf"|\b(?i:{LABELS})\s\d++"
    r"|\bjaren\s['’]?\d\d\b"
    r"|(?<![\w.,-])(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?(?:(?:1[5-9]|20)?\d\d))?(?!\w|[.,]\d)"
    rf"|(?<=[\w,;:)] )[A-ZÀ-Þ][\w'’-]*\s\d++[a-z]?(?!\w|[.,]\d|{_UNIT}|{_PLURAL})"
    r"|\b24/7\b"
    rf"|{PHONE}"
    rf"|(?P<number>{_NUMBER}(?!\w))"
)
"""What is no figure comes first, after what always is one; only a named group counts."""
_QUOTE = re.compile(r"[“\"„](?P<said>[^“”\"„]++)[”\"]")
_QUIET = frozenset({"heading_open", "td_open", "th_open"})
_LIST_DEPTH = {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}


def unsourced(tokens: Sequence[Token], lines: Sequence[str], quiet: Collection[int] = ()) -> tuple[Claim, ...]:
    """The claims without a source in a text, in order; none in the blocks that begin on a `quiet` line (from 0)."""
    unnamed: list[Claim] = []
    depth, led = 0, False
    for index, token in enumerate(tokens):
        depth += _LIST_DEPTH.get(token.type, 0)
        if token.type != "inline" or token.map is None or tokens[index - 1].type in _QUIET:
            continue
        if token.map[0] in quiet:
            continue
        led = led and depth > 0
        if not led and _WORTH_READING.search(token.content):
            unnamed += claims(token.content, lines, token.map[0])
        led = led or (depth == 0 and _leads(token.content))
    return tuple(unnamed)


def masked(text: str) -> str:
    """The text with citations, links and code blotted out, so that every other character keeps its place."""
    if not _ASIDE_SIGN.search(text):
        return text
    return _ASIDE.sub(lambda match: (CITED if match["cited"] else HIDDEN) * len(match.group()), text)


def sentences(hidden: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each sentence of a masked paragraph; a citation right after a sentence belongs to it."""
    begin = 0
    for match in _END.finditer(hidden):
        before = hidden[max(begin, match.start() - 12) : match.start()].split()
        word = before[-1].lstrip("(").lower() if before else ""
        if (
            match["sign"] == "."
            and match.end() < len(hidden)
            and (word in ABBREVIATIONS or re.fullmatch("[a-z]", word))
        ):
            continue
        yield begin, match.end()
        begin = match.end()
    if hidden[begin:].strip():
        yield begin, len(hidden)


def _leads(content: str) -> bool:
    """Whether a paragraph ends with a colon, in a sentence that names a source."""
    if ":" not in content:
        return False
    hidden = masked(content).rstrip()
    if not hidden.rstrip(f" {CITED}").endswith(":"):
        return False
    *_, (begin, end) = sentences(hidden)
    return CITED in hidden[begin:end]


def _stated(text: str) -> tuple[int, int, bool] | None:
    """Begin and end of the first quotation or else the first figure of a sentence, and whether it is a quotation."""
    for match in _QUOTE.finditer(text):
        if len(match["said"].split()) >= MANY_WORDS:
            return match.start(), match.end(), True
    for match in _FIGURE.finditer(text):
        if match.lastgroup:
            return match.start(), match.end(), False
    return None


def claims(content: str, lines: Sequence[str], first: int) -> Iterator[Claim]:
    """The claims without a source in a paragraph, whose first line is line `first` (from 0) of the text."""
    hidden = masked(content)
    rows = content.split("\n")
    begins = list(accumulate((len(row) + 1 for row in rows), initial=0))
    indents: dict[int, int] = {}
    for begin, end in sentences(hidden):
        sentence = hidden[begin:end]
        if CITED in sentence or not _WORTH_READING.search(sentence) or (stated := _stated(sentence)) is None:
            continue
        start, stop, is_quotation = stated
        row = bisect_right(begins, begin + start) - 1
        line = min(first + row, len(lines) - 1)  # the parser also ends a line at a lone carriage return
        if row not in indents:
            indents[row] = _indent(lines[line], rows[row])
        offset = begin + start - begins[row]
        column = min(indents[row] + offset, len(lines[line]) - 1)
        end_column = min(column + min(stop - start, len(rows[row]) - offset), len(lines[line])) + 1
        yield Claim(" ".join(content[begin:end].split()), line + 1, column + 1, end_column, is_quotation)


def _indent(line: str, written: str) -> int:
    """How far into a line the written part begins: a list or a quotation stands further in."""
    return max(len(line) - len(written), 0) if line.endswith(written) else max(line.find(written), 0)
