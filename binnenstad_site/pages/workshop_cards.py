"""The cards and scenario sheets of the workshop, made from the trends, scenarios and kansen of the site.

Of each trend those kansen become a card that are known best: by the highest step of evidence of their praktijken, then
by how many were measured, then by how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from binnenstad_site.core.citations import without_citations
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Kans, Praktijk, Scenario, Trend, Werkplaats
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.days import TITLE as DAY
from binnenstad_site.pages.kans_aloud import costs_aloud, evidence_aloud
from binnenstad_site.pages.kans_evidence import MEASURED
from binnenstad_site.pages.parts.workshop_parts import Kaart, ScenarioBlad
from binnenstad_site.pages.scenarios import place_in_words
from binnenstad_site.validate.validator import Entry

PER_TREND = 4
"""So many kansen of each trend become a card."""
MOST_TOWNS = 3
"""So many places are named on the back of a kans."""
_HOUR = re.compile(r"(\d\d\.\d\d) (.+?)(?=\s\d\d\.\d\d |\Z)", re.DOTALL)


def cards(builder: PageBuilder, workshop: Werkplaats) -> tuple[Kaart, ...]:
    """Trends, scenarios, then the chosen kansen trend by trend."""
    trends = builder.site.trends.values()
    return (
        *(_trend(entry, workshop) for entry in trends),
        *(_scenario(entry, workshop) for entry in builder.cards.scenarios),
        *(
            _kans(builder, trend, kans, workshop.kansvraag)
            for trend in trends
            for kans in chosen_kansen(builder, trend)
        ),
    )


def chosen_kansen(builder: PageBuilder, trend: Entry[Trend]) -> tuple[Entry[Kans], ...]:
    """The kansen of a trend that become a card, by the rule above; what is equal by that goes by name."""
    own = builder.site.kansen_of(trend.ref)
    return tuple(sorted(own, key=lambda entry: (*_strength(builder, entry.item), entry.slug))[:PER_TREND])


def _strength(builder: PageBuilder, item: Kans) -> tuple[int, int, int]:
    """The stronger the evidence, the lower."""
    steps = [praktijk.bewijs for praktijk in _praktijken(builder, item)]
    return -max(map(int, steps), default=-1), -sum(step >= MEASURED for step in steps), -len(steps)


def _praktijken(builder: PageBuilder, item: Kans) -> list[Praktijk]:
    known = builder.site.praktijken
    return [known[slug].item for slug in item.praktijken if slug in known]


def _trend(entry: Entry[Trend], workshop: Werkplaats) -> Kaart:
    item = entry.item
    back = (
        ("Op straat", item.gevolgen.straat),
        ("In het pand", item.gevolgen.pand),
        ("Regels", item.gevolgen.regels),
        ("Geld", item.gevolgen.geld),
    )
    return Kaart(
        soort="trend",
        label="Trend",
        teken=item.kort,
        titel=item.titel,
        tekst=item.in_een_zin,
        achter=tuple((name, without_citations(text)) for name, text in back),
        vraag=workshop.kaartvragen.get(entry.slug, ""),
    )


def _scenario(entry: Entry[Scenario], workshop: Werkplaats) -> Kaart:
    item = entry.item
    back = (
        ("Wie wint", _sentences(item.winnaars)),
        ("Wie verliest", _sentences(item.verliezers)),
        ("Let op dit signaal", item.signalen[0].signaal),
        ("Meet dit", item.signalen[0].indicator),
    )
    question = workshop.scenariovragen.get(entry.slug, "")
    return Kaart("scenario", "Scenario", "", item.titel, item.in_een_zin, back, question, _corner(item))


def _sentences(entries: Iterable[str]) -> str:
    """A list as text in which each entry ends."""
    return " ".join(f"{entry.rstrip('.')}." for entry in entries)


def _corner(item: Scenario) -> tuple[bool, bool]:
    return item.digitalisering == "hoog", item.circulair == "hoog"


def _kans(builder: PageBuilder, trend: Entry[Trend], entry: Entry[Kans], question: str) -> Kaart:
    item = entry.item
    praktijken = _praktijken(builder, item)
    places = list(dict.fromkeys(map(builder.cards.place_name, praktijken)))
    back = (
        ("Eerste stap", item.eerste_stap),
        ("Wie", item.wie),
        ("Wat bekend is", evidence_aloud(praktijken, len(places))),
        ("Kosten van het hele plan", costs_aloud(praktijken) if praktijken else ""),
        ("Gedaan in", _towns(places)),
    )
    return Kaart(
        soort="kans",
        label=f"Kans bij {trend.item.titel.lower()}",
        teken=trend.item.kort,
        titel=item.titel,
        tekst=vocabulary.FASE[item.fase],
        achter=tuple((name, text) for name, text in back if text),
        vraag=question,
    )


def _towns(names: list[str]) -> str:
    others = len(names) - MOST_TOWNS
    return ", ".join(names[:MOST_TOWNS]) + (f" en {others} andere" if others > 0 else "")


def scenario_sheets(builder: PageBuilder, workshop: Werkplaats) -> Iterator[ScenarioBlad]:
    """A sheet per scenario, in the order in which the quadrant is read."""
    for entry in builder.cards.scenarios:
        item = entry.item
        yield ScenarioBlad(
            titel=item.titel,
            in_een_zin=item.in_een_zin,
            plaats=place_in_words(item),
            plek=_corner(item),
            dag=_hours(entry),
            winnaars=item.winnaars,
            verliezers=item.verliezers,
            signalen=tuple((sign.signaal, sign.indicator) for sign in item.signalen),
            vraag=workshop.scenariovragen.get(entry.slug, ""),
        )


def _hours(entry: Entry[Scenario]) -> tuple[tuple[str, str], ...]:
    """The hours of the day that the text of a scenario tells."""
    told = next((part.text for part in entry.body.sections if part.heading and part.heading.text == DAY), "")
    return tuple((time, text.strip()) for time, text in _HOUR.findall(told))
