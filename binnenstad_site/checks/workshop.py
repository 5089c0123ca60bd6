"""Rules over the script of the workshop and what its cards ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.suggestions import enumerate_words
from binnenstad_site.core.typography import counted
from binnenstad_site.link.site import Site
from binnenstad_site.models.items import Werkplaats
from binnenstad_site.models.vocabulary import SCENARIO_SLUGS, TREND_SLUGS
from binnenstad_site.validate.validator import Entry

LASTS = 150
"""Minutes, as the page and the start of the script promise."""


def script_on_time(site: Site) -> Iterator[Diagnostic]:
    """All parts together last 150 minutes, and the steps of a part as long as the part."""
    for entry in site.werkplaats.values():
        blocks = entry.item.blokken
        for place, block in enumerate(blocks):
            steps = sum(step.minuten for step in block.stappen)
            if steps != block.minuten:
                yield Diagnostic(
                    Code.WERKPLAATS_MINUTEN,
                    entry.document.locate("blokken", place, "minuten"),
                    f'"{block.titel}" duurt {_minutes(block.minuten)}, maar de stappen samen duren {_minutes(steps)}',
                    f"Schrijf minuten: {steps}, of verander de minuten van een stap.",
                )
        total = sum(block.minuten for block in blocks)
        if total != LASTS:
            yield Diagnostic(
                Code.WERKPLAATS_MINUTEN,
                entry.document.locate("blokken", key=True),
                f"De onderdelen duren samen {_minutes(total)}, en dat moeten er {LASTS} zijn",
                f"{'Kort in' if total > LASTS else 'Verleng'}: {_minutes(abs(total - LASTS))}.",
            )


def _minutes(number: int) -> str:
    return counted(number, "minuut", "minuten")


def steps_tell(site: Site) -> Iterator[Diagnostic]:
    """In each step the facilitator does or says something."""
    for entry in site.werkplaats.values():
        for place, block in enumerate(entry.item.blokken):
            for number, step in enumerate(block.stappen):
                if not (step.doe or step.zeg):
                    yield Diagnostic(
                        Code.VERPLICHT_VELD,
                        entry.document.locate("blokken", place, "stappen", number),
                        "Deze stap zegt niet wat de begeleider doet of zegt",
                        "Voeg een regel toe: doe: … (wat er gebeurt), of zeg: … (de woorden van de begeleider).",
                    )


def questions_for_all(site: Site) -> Iterator[Diagnostic]:
    """There is a question for each trend and for each scenario."""
    for entry in site.werkplaats.values():
        yield from _without_question(entry, "kaartvragen", "trend", TREND_SLUGS, entry.item.kaartvragen)
        yield from _without_question(entry, "scenariovragen", "scenario", SCENARIO_SLUGS, entry.item.scenariovragen)


def _without_question(
    entry: Entry[Werkplaats], field: str, word: str, slugs: tuple[str, ...], given: Collection[str]
) -> Iterator[Diagnostic]:
    absent = [slug for slug in slugs if slug not in given]
    if absent and set(given) <= set(slugs):  # another name was reported already, and may be one of these
        yield Diagnostic(
            Code.VERPLICHT_VELD,
            entry.document.locate(field, key=True),
            f"Er ontbreekt een vraag bij een {word}: {enumerate_words(absent, 'en')}",
            f"Voeg onder {field} toe: {absent[0]}: … (één vraag)",
        )
