"""How a praktijk stands today: what its newest source still says, and from when on that is told in the past tense."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from binnenstad_site.models.blocks import Bron
from binnenstad_site.models.items import Periode, Praktijk
from binnenstad_site.models.vocabulary import LAATST_GEZIEN, Status
from binnenstad_site.pages.gemeente_timeline import span_of
from binnenstad_site.pages.standing import as_of, period, status_label, year_seen
from tests.conftest import TODAY, build
from tests.visiting import PRAKTIJK, page, texts

Change = Callable[..., None]
URL = "/praktijken/leiden-proef/"
LATELY, LONG_AGO = "2024-05", "2013-04-09"


def praktijk(
    *dates: str, status: Status = "loopt", year: str = "2024", start: str = "2010", end: str = "heden"
) -> Praktijk:
    """A praktijk with sources of these dates."""
    return Praktijk.model_construct(
        status=status,
        status_peildatum=year,
        periode=Periode(start=start, eind=end),
        bronnen=tuple(Bron.model_construct(datum=text) for text in dates),
    )


@pytest.mark.parametrize(
    ("dates", "newest"),
    [(["2013-04", "2024", "onbekend"], "2024"), (["onbekend"], ""), (["2019-03", "2019-11-02"], "2019-11-02")],
)
def test_the_newest_source(dates: list[str], newest: str) -> None:
    assert praktijk(*dates).laatst_gezien == newest


@pytest.mark.parametrize(
    ("newest", "today", "text"),
    [
        ("2023-11", date(2026, 11, 24), "loopt"),
        ("2023-11-01", date(2026, 11, 30), "loopt"),
        ("2023-10-31", date(2026, 11, 1), "liep in 2023"),
        ("2023", date(2026, 1, 31), "loopt"),
        ("2023", date(2026, 2, 1), "liep in 2023"),
        ("2027-01", date(2026, 11, 24), "loopt"),
        ("onbekend", date(2026, 11, 24), "liep, jaar onbekend"),
    ],
)
def test_for_three_years_a_source_says_how_it_is_today(newest: str, today: date, text: str) -> None:
    """Of a year its first month counts: what no source shows is not claimed."""
    assert status_label(praktijk(newest), today).tekst == text


@pytest.mark.parametrize(
    ("status", "value", "text"),
    [
        ("loopt", LAATST_GEZIEN, "liep in 2013"),
        ("proef", LAATST_GEZIEN, "was een proef in 2013"),
        ("idee", LAATST_GEZIEN, "was een plan in 2013"),
        ("opgeschaald", "opgeschaald", "opgeschaald"),
        ("afgerond", "afgerond", "afgerond"),
        ("gestopt", "gestopt", "gestopt"),
        ("onbekend", "onbekend", "stand onbekend"),
    ],
)
def test_what_is_over_stays_over(status: Status, value: str, text: str) -> None:
    """Only what a source calls going on can have changed since."""
    label = status_label(praktijk(LONG_AGO, status=status, year="2013"), TODAY)
    assert (label.waarde, label.tekst) == (value, text)


@pytest.mark.parametrize(
    ("newest", "year", "seen"),
    [("2019", "2016", "2016"), ("2019", "2023", "2019"), ("2019", "onbekend", "2019"), ("onbekend", "2011", "")],
)
def test_the_year_is_that_of_a_source_that_shows_it(newest: str, year: str, seen: str) -> None:
    """A later source may be about something else; a later year without a source is not followed."""
    assert year_seen(praktijk(newest, year=year)) == seen


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (praktijk(LATELY), "stand volgens bron uit 2024"),
        (praktijk(LATELY, year="onbekend"), "stand volgens bron, jaar onbekend"),
        (praktijk(LONG_AGO), "geen nieuwere bron"),
        (praktijk("onbekend"), "geen bron met een datum"),
    ],
)
def test_from_when_the_status_is(item: Praktijk, text: str) -> None:
    assert as_of(item, TODAY) == text


@pytest.mark.parametrize(
    ("start", "end", "newest", "text"),
    [
        ("2019", "2021", LATELY, "2019 tot en met 2021"),
        ("2016-10", "heden", LATELY, "oktober 2016 tot heden"),
        ("2019", "2019", LATELY, "2019"),
        ("onbekend", "onbekend", LATELY, "onbekend"),
        ("2019", "onbekend", LATELY, "vanaf 2019, einde onbekend"),
        ("onbekend", "2021-03", LATELY, "begin onbekend, tot en met maart 2021"),
        ("onbekend", "heden", LATELY, "begin onbekend, loopt nog"),
        ("2016-10", "heden", LONG_AGO, "vanaf oktober 2016, laatst gezien in 2013"),
        ("onbekend", "heden", LONG_AGO, "begin onbekend, laatst gezien in 2013"),
        ("2006", "heden", "onbekend", "vanaf 2006, einde onbekend"),
        ("2006", "2011", LONG_AGO, "2006 tot en met 2011"),
    ],
)
def test_periods(start: str, end: str, newest: str, text: str) -> None:
    assert period(praktijk(newest, start=start, end=end), TODAY) == text


@pytest.mark.parametrize(
    ("start", "newest", "end"),
    [("2010", LATELY, 2026.9), ("2010", LONG_AGO, 2014), ("2010", "onbekend", 2011), ("2015", LONG_AGO, 2016)],
)
def test_a_bar_ends_with_the_newest_source(start: str, newest: str, end: float) -> None:
    """Of one that began after it, the bar is its first year."""
    span = span_of(praktijk(newest, start=start), TODAY)
    assert span is not None
    assert span.end == pytest.approx(end, abs=0.1)


def test_everywhere_the_same(project: Path, change: Change) -> None:
    """Passport, card, list, filter, comparison and search say it in the same words, and a day decides when."""
    change(PRAKTIJK, "    datum: 2024-05\n", "    datum: 2013-05\n")
    change(PRAKTIJK, "status_peildatum: 2024", "status_peildatum: 2013")
    built = build(project)
    tree = page(built, URL)
    assert texts(tree, ".titelblok .status") == ["liep in 2013"]
    passport = dict(zip(texts(tree, "#paspoort dt"), texts(tree, "#paspoort dd"), strict=True))
    assert passport["Status"] == "liep in 2013 geen nieuwere bron"
    assert passport["Periode"] == "vanaf maart 2021, laatst gezien in 2013"
    assert texts(page(built, "/praktijken/status/laatst-gezien/"), ".kaartje .status") == ["liep in 2013"]
    assert texts(page(built, "/praktijken/status/loopt/"), ".kaartje .status") == ["loopt"]
    data = "".join(o.read().decode() for o in built.outputs if o.path.startswith("zoek/vergelijk-"))
    assert '["liep in 2013","","status-laatst-gezien"]' in data
    assert built.index is not None
    found = "".join(str(o.content) for o in built.index.files)
    assert json.dumps(["laatst-gezien", "liep in 2013"], separators=(",", ":")) in found
    assert texts(page(build(project, date(2016, 4, 1)), URL), ".titelblok .status") == ["loopt"]
