"""Rules over what a source can carry: what was announced is no event, what was so then is not so today.

They read the body of a praktijk sentence by sentence, each with the dates of the sources that it cites. They are narrow
on purpose: a sentence that names a plan, a wish or a term is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from binnenstad_site.checks.texts import shortened
from binnenstad_site.core.citations import CITATION, keys_of, without_citations
from binnenstad_site.core.dates import MONTHS, in_words, seen_lately
from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.models.items import Praktijk
from binnenstad_site.validate.markdown.claims import masked, sentences
from binnenstad_site.validate.validator import Entry

UNKNOWN = re.compile(
    r"\b(?:niet|nergens) (?:bekend|teruggevonden|gevonden)\b|\b(?:is|zijn|blijft|blijven|bleef|bleven) onbekend\b",
    re.IGNORECASE,
)
"""Ways to say that something is not known."""
NOW = re.compile(r"\b(?:nu|momenteel|op dit moment|tegenwoordig)\b", re.IGNORECASE)
PRESENT = re.compile(
    r"\b(?:is|zijn|staat|staan|komt|komen|biedt|bieden|heeft|hebben|kan|kunnen|mag|mogen|werkt|werken|wordt|worden|rijdt|"
    r"rijden|zit|zitten|doet|doen)\b"
)
PLAN = re.compile(
    r"\b(?:zou|zouden|zal|zullen|aangekondigd\w*|kondig\w*|gepland\w*|plan|plannen|voorzien|verwacht\w*|verwachting|"
    r"moet\w*|moest\w*|wil|wilde|willen|wilden|doel|doelen|streef\w*|tot|uiterlijk|beoog\w*|ambitie|belo\w+|toegezegd\w*|"
    r"afspraak|afspraken|loopt|geldt|besloot|besluit\w*|begroot\w*|begroting|raming|geraamd|voorspel\w*|reken\w*|vanaf|"
    r"gaat|gaan|komt|komen|volgens|oefening|nooit|sprak|spraken|trok|trokken|schoof|schoven|agenda|voor \d{4})\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells of what was to come."""
DATE = re.compile(rf"\b(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)}) )?(?P<year>(?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a body with its place, and the newest date of what it cites."""

    words: str
    place: Location
    newest: str
    """Empty when it cites nothing, or a source without a date."""


def unknown_said_once(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """A text says once that something is not known; more of it is a list of gaps, and each is a claim."""
    saying = [s for s in _sentences(entry) if UNKNOWN.search(s.words)]
    if len(saying) > 1:
        yield Diagnostic(
            Code.VAKER_ONBEKEND,
            saying[1].place,
            f"Hier staat voor de tweede keer dat iets niet bekend is; eerder op regel {saying[0].place.line}",
            "Zeg het één keer, met alles wat niet in de bronnen staat. Zoek eerst nog eens: ook dit is een bewering.",
        )


def told_after_it_happened(entry: Entry[Any]) -> Iterator[Diagnostic]:
    """What a sentence tells as an event lies not after the newest source that it cites."""
    for sentence in _sentences(entry):
        later = _later_date(sentence) if sentence.newest and not PLAN.search(sentence.words) else ""
        if later:
            yield Diagnostic(
                Code.AANKONDIGING,
                sentence.place,
                f"De bron is van {in_words(sentence.newest)}, maar de zin vertelt over {in_words(later)}: "
                f"{shortened(sentence.words)}",
                "Die bron kan het alleen aankondigen. Schrijf “zou” of “was aangekondigd”, of noem een bron van erna.",
            )


def nothing_old_is_now(entry: Entry[Any], today: date) -> Iterator[Diagnostic]:
    """A sentence that says how it is now cites a source of the last three years."""
    for sentence in _sentences(entry):
        of_now = NOW.search(sentence.words) and PRESENT.search(sentence.words)
        if sentence.newest and of_now and not seen_lately(sentence.newest, today):
            yield Diagnostic(
                Code.NU_MET_OUDE_BRON,
                sentence.place,
                f"Deze zin zegt hoe het nu is, met een bron van {in_words(sentence.newest)}: "
                f"{shortened(sentence.words)}",
                f"Schrijf hoe het toen was, zoals: In {sentence.newest[:4]} … Of zoek een nieuwere bron.",
            )


@lru_cache(maxsize=1)
def _sentences(entry: Entry[Any]) -> tuple[Sentence, ...]:
    """The sentences in the body of a praktijk, without what stands between brackets for Markdown; none of others."""
    if not isinstance(entry.item, Praktijk):
        return ()
    rows: list[Sentence] = []
    dates = {source.sleutel: source.datum for source in entry.item.bronnen}
    for number, line in enumerate(entry.document.body.split("\n"), start=1):
        hidden = masked(line)
        for begin, end in sentences(hidden):
            cited = [dates.get(key, "") for match in CITATION.finditer(line[begin:end]) for key in keys_of(match)]
            known = cited and all(text[:4].isdigit() for text in cited)
            first = begin + len(line[begin:end]) - len(line[begin:end].lstrip())
            place = entry.document.in_body(number, first + 1, end + 1)
            words = " ".join(without_citations(line[begin:end]).split())
            rows.append(Sentence(words, place, max(cited) if known else ""))
    return tuple(rows)


def _later_date(sentence: Sentence) -> str:
    """The first date in the words that certainly lies after the newest source; empty without one."""
    for match in DATE.finditer(sentence.words):
        month = f"-{MONTHS.index(match['month']) + 1:02d}" if match["month"] else ""
        day = f"-{int(match['day']):02d}" if match["day"] else ""
        written = f"{match['year']}{month}{day}"
        shared = min(len(written), len(sentence.newest))
        if written[:shared] > sentence.newest[:shared]:
            return written
    return ""
