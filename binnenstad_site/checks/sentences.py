"""Rules over sentences: one where one is asked for, and none that two items share.

What is kept of an item for the next build is here too: what the rules of style and tense say of it, and its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any

from binnenstad_site.checks import personal, style, tense
from binnenstad_site.checks.prose import Passage, passages
from binnenstad_site.checks.texts import shortened
from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.hosts import host_of
from binnenstad_site.core.memo import Kept, Memo, digest
from binnenstad_site.link.site import Site
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.validate.markdown.claims import CITED, HIDDEN, masked, sentences
from binnenstad_site.validate.validator import Entry, Ref

ITEM_RULES: tuple[Callable[[Entry[Any]], Iterator[Diagnostic]], ...] = (
    style.amounts_in_one_way,
    style.dates_in_one_way,
    style.nothing_unfinished,
    style.characters_drawn,
    personal.nobody_reachable,
    tense.unknown_said_once,
    tense.told_after_it_happened,
)
"""Rules that ask for nothing but one item."""
DATED_ITEM_RULES: tuple[Callable[[Entry[Any], date], Iterator[Diagnostic]], ...] = (tense.nothing_old_is_now,)
"""Those that ask for the build date too."""
FEWEST_WORDS_OF_A_SENTENCE = 8
"""Shorter sentences may be said more than once: "Dat is niet bekend."."""
_SENTENCE_BREAK = re.compile(r"[.!?…][*_”\"’')\]]*\s+|\n(?:\s*\n|\s*(?:[-*#>|]|\d+\.)\s)")
_SIGNS = re.compile(f"[{CITED}{HIDDEN}.,;:!?…\"“”„'‘’*_]+")
_CITATION, _ASIDE = re.compile(f"\\s*{CITED}+"), re.compile(f"{HIDDEN}+")
Sentence = tuple[bytes, int, int, int]
"""A digest of a sentence as it is compared, the number of its passage in the item, and where it stands there."""


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """How an item is written."""

    diagnostics: tuple[Diagnostic, ...]
    """Of `ITEM_RULES` and `DATED_ITEM_RULES`."""
    sentences: tuple[Sentence, ...]
    """Those that nothing else may repeat."""
    hosts: frozenset[str]
    """Where its links and sources lead."""


def written_items(site: Site, today: date, memo: Memo) -> Mapping[Ref, WrittenItem]:
    """Every item that readers see; what the memo knows is not looked at again."""
    withdrawn = set(site.withdrawn)
    by_file: dict[str, list[Entry[Any]]] = {}
    for entry in site.all_entries():
        if entry not in withdrawn:
            by_file.setdefault(entry.document.path, []).append(entry)
    for entries in by_file.values():  # in the order of the file, in which other processes had them
        entries.sort(key=lambda entry: entry.document.entry or 0)
    return {
        entry.ref: written
        for entries in by_file.values()
        for entry, written in zip(entries, written_file(entries, today, memo), strict=True)
    }


def written_file(entries: Sequence[Entry[Any]], today: date, memo: Memo) -> Sequence[WrittenItem]:
    """How the items of one file are written, which the memo knows from then on."""
    key = digest("written", [entry.key for entry in entries], today)
    return memo.get(Kept.FACTS, key, lambda: [_written(entry, today) for entry in entries])


def _written(entry: Entry[Any], today: date) -> WrittenItem:
    diagnostics = (
        *(diagnostic for rule in ITEM_RULES for diagnostic in rule(entry)),
        *(diagnostic for rule in DATED_ITEM_RULES for diagnostic in rule(entry, today)),
    )
    return WrittenItem(diagnostics, tuple(_comparable_sentences(entry)), frozenset(map(host_of, _addresses(entry))))


def _addresses(entry: Entry[Any]) -> Iterator[str]:
    yield from (link.href for link in entry.body.links)
    yield from (source.url or "" for source in getattr(entry.item, "bronnen", ()))


def _comparable_sentences(entry: Entry[Any]) -> Iterator[Sentence]:
    for number, passage in enumerate(passages(entry.document)):
        for start, end in _sentence_spans(passage.text):
            sentence = _as_said(passage.text[start:end])
            if sentence.count(" ") >= FEWEST_WORDS_OF_A_SENTENCE - 1 or _is_reason(passage):
                yield blake2b(sentence.encode(), digest_size=16).digest(), number, start, end


def no_sentence_twice(site: Site, written: Mapping[Ref, WrittenItem]) -> Iterator[Diagnostic]:
    """No two items share a sentence, and no reason of a judgement is used twice; reported at the newer item."""
    first_uses: dict[bytes, tuple[Entry[Any], int]] = {}
    entries = (entry for entry in site.all_entries() if entry.ref in written)
    for entry in sorted(entries, key=_age):
        shared: dict[str, list[tuple[Passage, int, int]]] = {}
        for sentence, number, start, end in written[entry.ref].sentences:
            other, elsewhere = first_uses.setdefault(sentence, (entry, number))
            if other is not entry or elsewhere != number:
                passage = passages(entry.document)[number]
                if other is not entry or _is_reason(passage):
                    place = passages(other.document)[elsewhere].locate(0, 0)
                    where = f"in {place.path}" if other is not entry else f"op regel {place.line}"
                    shared.setdefault(where, []).append((passage, start, end))
        for where, places in shared.items():
            passage, start, end = places[0]
            sentence_text = shortened(_as_read(passage.text[start:end]))
            several = f"{len(places)} zinnen staan ook {where}, zoals"
            yield Diagnostic(
                Code.DUBBELE_ZIN,
                passage.locate(start, end),
                f"{several if len(places) > 1 else f'Deze zin staat ook {where}'}: {sentence_text}",
                "Schrijf op wat alleen hier geldt, of haal het weg.",
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


def _as_read(sentence: str) -> str:
    """A sentence for a message: without its citations, and with `…` for a link or code."""
    return " ".join(_ASIDE.sub("…", _CITATION.sub("", sentence)).split())


def _age(entry: Entry[Any]) -> tuple[str, str, int]:
    """Sort key, oldest first: by the date of the first change, then by path and place in the file."""
    changes = entry.item.wijzigingen if isinstance(entry.item, MetBronnen) else ()
    return min((change.datum for change in changes), default=""), entry.document.path, entry.document.entry or 0


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
