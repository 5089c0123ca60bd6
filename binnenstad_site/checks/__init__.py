"""Stage check: rules over the site, reported at the line of the editor, and over the finished pages.

Every rule is a generator of diagnostics with the rule as its docstring; it changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from binnenstad_site.checks import (
    aanpakken,
    forecasts,
    items,
    measured,
    outcomes,
    personal,
    scan,
    sentences,
    site,
    texts,
    wordings,
    workshop,
)
from binnenstad_site.checks.addresses import check_addresses
from binnenstad_site.checks.outputs import check_pages
from binnenstad_site.checks.own_addresses import own_addresses
from binnenstad_site.checks.sentences import DATED_ITEM_RULES, ITEM_RULES
from binnenstad_site.checks.weights import check_weight
from binnenstad_site.checks.words import check_words
from binnenstad_site.core.diagnostics import Diagnostic
from binnenstad_site.core.memo import Kept, Memo, digest
from binnenstad_site.link.site import Site

__all__ = [
    "DATED_ITEM_RULES",
    "DATED_RULES",
    "ITEM_RULES",
    "RULES",
    "check_addresses",
    "check_pages",
    "check_site",
    "check_weight",
    "check_words",
]

RULES: tuple[Callable[[Site], Iterator[Diagnostic]], ...] = (
    site.closed_lists,
    site.reserved_addresses,
    site.anchors_apart,
    site.terms_explained,
    site.scenarios_apart,
    site.judged_everywhere,
    site.titles_unique,
    site.terms_unique,
    site.trends_ordered,
    site.credits_given,
    scan.three_statements,
    workshop.script_on_time,
    workshop.steps_tell,
    workshop.questions_for_all,
    site.programmes_apart,
    items.evidence_measured,
    items.evidence_compared,
    items.costs_sourced,
    items.fit_explained,
    items.place_known,
    items.periods_in_order,
    items.changes_explained,
    items.advised_fields_given,
    items.source_kinds_given,
    personal.contact_of_an_office,
    measured.drawings_add_up,
    outcomes.outcome_explained,
    outcomes.outcome_measured,
    outcomes.amounts_in_order,
    outcomes.ends_when_over,
    outcomes.lessons_sourced,
    forecasts.years_in_order,
    forecasts.outcome_told,
    aanpakken.aanpak_used,
    aanpakken.counted_otherwise_used,
    aanpakken.mistakes_from_here,
    aanpakken.conditions_shown,
    aanpakken.rows_fit,
    texts.figures_sourced,
    texts.texts_of_length,
    sentences.one_sentence,
    wordings.wordings_mean_something,
)
DATED_RULES: tuple[Callable[[Site, date], Iterator[Diagnostic]], ...] = (
    items.not_from_the_future,
    items.facts_fresh,
    personal.consent_holds,
    forecasts.settled_in_time,
)
"""Rules that depend on the build date."""


def check_site(linked: Site, today: date, memo: Memo) -> Iterator[Diagnostic]:
    """Every rule over the site; what the memo knows of one item is not looked for again."""
    for rule in RULES:
        yield from rule(linked)
    for dated_rule in DATED_RULES:
        yield from dated_rule(linked, today)
    words = digest("wordings", [entry.key for entry in linked.zoekwoorden])
    yield from memo.get(Kept.FACTS, words, lambda: tuple(wordings.wordings_unique(linked)))
    written = sentences.written_items(linked, today, memo)
    for item in written.values():
        yield from item.diagnostics
    yield from sentences.no_sentence_twice(linked, written)
    yield from own_addresses(linked, written)
