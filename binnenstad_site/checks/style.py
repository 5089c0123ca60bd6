"""Rules over how one item is written: amounts and dates in one way, nothing left unfinished."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from binnenstad_site.checks.prose import Passage, passages
from binnenstad_site.core.dates import in_words
from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.mojibake import garbled
from binnenstad_site.models.texttypes import suggest_date
from binnenstad_site.render.fonts import CHARACTERS
from binnenstad_site.validate.markdown.claims import CITED, HIDDEN
from binnenstad_site.validate.validator import Entry

AMOUNT = re.compile(
    r"(?:(?<!â)€|\bEUR\b)\s?(?P<number>\d(?:[\d.,]*\d)?)?(?:\s?(?P<unit>k|K|M|mln|mld|miljoen|miljard|duizend)\b|,-)?"
)
"""Not the € of text that was saved wrongly, such as `menâ€™s`."""
AMOUNT_IN_WORDS = re.compile(
    r"\b(?:(?P<number>\d(?:[\d.,]{0,30}\d)?)(?:\s(?P<unit>mln|mld|miljoen|miljard|duizend))?"
    r"|\w*(?:honderd|duizend|miljoen|miljard))\seuro\b"
)
GOOD_AMOUNT = re.compile(r"€ (?:\d{1,3}(?:\.\d{3})?|\d{1,3},\d+)(?: (?:miljoen|miljard|duizend))?")
"""`€ 5`, `€ 1.200`, `€ 1,2 miljoen`."""
UNITS = {"k": 1_000, "K": 1_000, "duizend": 1_000, "M": 10**6, "mln": 10**6, "miljoen": 10**6, "mld": 10**9}
UNITS["miljard"] = 10**9
DATE = re.compile(r"\b(?:\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b")
_LIKE_A_DATE = re.compile(r"[-/]\d\d?[-/]\d")
"""A quick test before `DATE`, which is slower; most texts fail it."""
WORKING_NOTE = re.compile(
    r"TODO\b|FIXME\b|TBD\b|NIET GEVONDEN\b|Lorem ipsum|lorem ipsum|\?\?\?"
    r"|\[(?:bron|citaat|naam|jaar|datum)\??\](?!\()"
)
"""Each alternative begins with a plain character, so that `re` looks only where one of those stands."""
ODD_CHARACTER = re.compile(f"[^{re.escape(''.join(sorted(CHARACTERS)))}{CITED}{HIDDEN}\n\t„\ufe0f\u200d]")
"""What our fonts cannot draw. Selectors and joiners go with the emoji that they follow; another rule tells of `„`."""


def amounts_in_one_way(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """An amount is written as `€ 5`, `€ 1.200` or `€ 1,2 miljoen`."""
    for passage in passages(entry.document):
        worded = AMOUNT_IN_WORDS.finditer(passage.text) if "euro" in passage.text else ()
        signed = AMOUNT.finditer(passage.text) if "€" in passage.text or "EUR" in passage.text else ()
        for match in (*signed, *worded):
            if not GOOD_AMOUNT.fullmatch(match.group()):
                better = suggest_amount(match)
                yield Diagnostic(
                    Code.BEDRAG_ANDERS_GESCHREVEN,
                    passage.locate(*match.span()),
                    f'Dit bedrag staat er anders dan op de rest van de site: "{match.group().strip()}"',
                    f"Schrijf: {better}" if better else "Schrijf een bedrag zo: € 5, € 1.200 of € 1,2 miljoen.",
                )


def suggest_amount(match: re.Match[str]) -> str:
    """The amount in our notation; empty when it has no number in digits or is no whole number of euros."""
    number, unit = match["number"], match["unit"]
    if not number or not re.fullmatch(r"\d+(?:\.\d{3})*(?:,\d+)?", number):
        return ""
    integer, _, fraction = number.replace(".", "").partition(",")
    billionths = int(integer + fraction.ljust(9, "0")[:9]) * UNITS.get(unit or "", 1)
    euros, rest = divmod(billionths, 10**9)
    if rest:
        return f"€ {euros},{fraction}" if euros < 1_000 and not unit else ""
    for name, size in (("miljard", 10**9), ("miljoen", 10**6)):
        if euros >= size and euros % (size // 100) == 0:
            return f"€ {euros / size:.2f}".rstrip("0").rstrip(".").replace(".", ",") + f" {name}"
    return f"€ {euros:,}".replace(",", ".") if euros < 10**6 else ""


def dates_in_one_way(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """A date in a text is written as `12 mei 2025`."""
    for passage in passages(entry.document):
        for match in DATE.finditer(passage.text) if _LIKE_A_DATE.search(passage.text) else ():
            suggestion = suggest_date(match.group())
            written = in_words(suggestion) if suggestion else match.group()
            yield Diagnostic(
                Code.DATUM_ANDERS_GESCHREVEN,
                passage.locate(*match.span()),
                f'Deze datum staat er anders dan op de rest van de site: "{match.group()}"',
                f"Schrijf: {written}" if written != match.group() else "Schrijf een datum zo: 12 mei 2025.",
            )


def nothing_unfinished(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """No note of a writer to themselves is left in a text or a source."""
    for passage in (*passages(entry.document), *_sources_with_note(entry)):
        for match in WORKING_NOTE.finditer(passage.text):
            yield Diagnostic(
                Code.WERKNOTITIE,
                passage.locate(*match.span()),
                f'Hier staat nog een notitie voor uzelf: "{match.group()}"',
                "Vul in wat hier moet staan, of haal het weg.",
            )


def _sources_with_note(entry: Entry[Any]) -> Iterator[Passage]:
    """The fields of the sources of an item in which a note is left."""
    for index, source in enumerate(getattr(entry.item, "bronnen", ())):
        for name, text in source:
            if text and WORKING_NOTE.search(text):
                yield Passage(entry.document, ("bronnen", index, name), text)


def characters_drawn(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """Every character is one that our fonts draw; reported once per item and character."""
    seen: set[str] = set()
    for passage in passages(entry.document):
        wrong = {at for match in garbled(passage.text) for at in range(*match.span())}  # reported for the whole file
        for match in ODD_CHARACTER.finditer(passage.text):
            if match.group() not in seen and match.start() not in wrong:
                seen.add(match.group())
                yield Diagnostic(
                    Code.TEKEN_BUITEN_LETTERTYPE,
                    passage.locate(*match.span()),
                    f'Het lettertype van de site heeft dit teken niet: "{match.group()}"',
                    "Het ziet er bij elke lezer anders uit. Schrijf een woord, of haal het weg. Hoort het bij een "
                    "naam, laat het dan staan.",
                )
