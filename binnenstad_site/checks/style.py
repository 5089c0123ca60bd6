"""Rules over how items are written: amounts and dates in one way, nothing left unfinished, no sentence twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from binnenstad_site.checks.prose import Passage, passages
from binnenstad_site.checks.texts import shortened
from binnenstad_site.core.dates import in_words
from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.link.site import Site
from binnenstad_site.load.documents import Document
from binnenstad_site.models.texttypes import suggest_date
from binnenstad_site.render.fonts import CHARACTERS
from binnenstad_site.validate.markdown.claims import CITED, HIDDEN, masked, sentences
from binnenstad_site.validate.validator import Entry

FEWEST_WORDS_OF_A_SENTENCE = 8
"""Shorter sentences may be said more than once: "Dat is niet bekend."."""
AMOUNT = re.compile(
    r"(?:€|\bEUR\b)\s?(?P<number>\d(?:[\d.,]*\d)?)?(?:\s?(?P<unit>k|K|M|mln|mld|miljoen|miljard|duizend)\b|,-)?"
)
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
_SENTENCE_BREAK = re.compile(r"[.!?…][*_”\"’')\]]*\s+|\n(?:\s*\n|\s*(?:[-*#>|]|\d+\.)\s)")
_SIGNS = re.compile(f"[{CITED}{HIDDEN}.,;:!?…\"“”„'‘’*_]+")


def amounts_in_one_way(site: Site) -> Iterator[Diagnostic]:
    """An amount is written as `€ 5`, `€ 1.200` or `€ 1,2 miljoen`."""
    for passage in _passages(site):
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


def dates_in_one_way(site: Site) -> Iterator[Diagnostic]:
    """A date in a text is written as `12 mei 2025`."""
    for passage in _passages(site):
        for match in DATE.finditer(passage.text) if _LIKE_A_DATE.search(passage.text) else ():
            suggestion = suggest_date(match.group())
            written = in_words(suggestion) if suggestion else match.group()
            yield Diagnostic(
                Code.DATUM_ANDERS_GESCHREVEN,
                passage.locate(*match.span()),
                f'Deze datum staat er anders dan op de rest van de site: "{match.group()}"',
                f"Schrijf: {written}" if written != match.group() else "Schrijf een datum zo: 12 mei 2025.",
            )


def nothing_unfinished(site: Site) -> Iterator[Diagnostic]:
    """No note of a writer to themselves is left in a text or a source."""
    for entry in _entries(site):
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


def one_sentence(site: Site) -> Iterator[Diagnostic]:
    """What stands in a publication is said in one sentence."""
    for entry in site.publicaties.values():
        count = sum(1 for _ in sentences(masked(entry.item.in_een_zin)))
        if count > 1:
            yield Diagnostic(
                Code.MEER_ZINNEN,
                entry.document.locate("in_een_zin"),
                f'"In één zin" telt {count} zinnen',
                "Maak er één zin van: wat staat erin.",
            )


def characters_drawn(site: Site) -> Iterator[Diagnostic]:
    """Every character is one that our fonts draw; reported once per item and character."""
    for entry in _entries(site):
        seen: set[str] = set()
        for passage in passages(entry.document):
            for match in ODD_CHARACTER.finditer(passage.text):
                if match.group() not in seen:
                    seen.add(match.group())
                    yield Diagnostic(
                        Code.TEKEN_BUITEN_LETTERTYPE,
                        passage.locate(*match.span()),
                        f'Het lettertype van de site heeft dit teken niet: "{match.group()}"',
                        "Het ziet er bij elke lezer anders uit. Schrijf een woord, of haal het weg. Hoort het bij een "
                        "naam, laat het dan staan.",
                    )


def no_sentence_twice(site: Site) -> Iterator[Diagnostic]:
    """No two items share a sentence, and no reason of a judgement is used twice; reported at the newer item."""
    first_uses: dict[str, tuple[Entry[Any], Passage]] = {}
    for entry in sorted(_entries(site), key=_age):
        shared: dict[str, list[tuple[Passage, int, int]]] = {}
        for sentence, passage, start, end in _comparable_sentences(entry.document):
            other, elsewhere = first_uses.setdefault(sentence, (entry, passage))
            if other is not entry or (_is_reason(passage) and elsewhere is not passage):
                place = elsewhere.locate(0, 0)
                where = f"in {place.path}" if other is not entry else f"op regel {place.line}"
                shared.setdefault(where, []).append((passage, start, end))
        for where, places in shared.items():
            passage, start, end = places[0]
            sentence = shortened(" ".join(passage.text[start:end].split()))
            several = f"{len(places)} zinnen staan ook {where}, zoals"
            yield Diagnostic(
                Code.DUBBELE_ZIN,
                passage.locate(start, end),
                f"{several if len(places) > 1 else f'Deze zin staat ook {where}'}: {sentence}",
                "Schrijf op wat alleen hier geldt, of haal het weg.",
            )


@lru_cache(maxsize=20_000)
def _comparable_sentences(document: Document) -> tuple[tuple[str, Passage, int, int], ...]:
    """The sentences of an item that nothing else may repeat: as said, and where they stand in which passage."""
    return tuple(
        (sentence, passage, start, end)
        for passage in passages(document)
        for start, end in _sentence_spans(passage.text)
        if (sentence := _as_said(passage.text[start:end])).count(" ") >= FEWEST_WORDS_OF_A_SENTENCE - 1
        or _is_reason(passage)
    )


def _is_reason(passage: Passage) -> bool:
    return bool(passage.loc) and passage.loc[-1] == "reden"


def _sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each sentence, list item and heading."""
    start = 0
    for gap in _SENTENCE_BREAK.finditer(text):
        sign_width = int(text[gap.start()] != "\n")
        yield start, gap.start() + sign_width
        start = gap.end()
    yield start, len(text)


def _as_said(sentence: str) -> str:
    """A sentence as it is compared: without capitals, sources, line breaks, quotation marks and punctuation."""
    return " ".join(_SIGNS.sub("", sentence).casefold().split())


def _age(entry: Entry[Any]) -> tuple[str, str, int]:
    """Sort key, oldest first: by the date of the first change, then by path and place in the file."""
    changes = [change.datum for change in getattr(entry.item, "wijzigingen", ())]
    return min(changes, default=""), entry.document.path, entry.document.entry or 0


def _entries(site: Site) -> Iterator[Entry[Any]]:
    """All items that readers see."""
    withdrawn = set(site.withdrawn)
    return (entry for entry in site.all_entries() if entry not in withdrawn)


def _passages(site: Site) -> Iterator[Passage]:
    return (passage for entry in _entries(site) for passage in passages(entry.document))
