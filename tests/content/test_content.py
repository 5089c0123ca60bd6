"""The content that ships: it builds without errors, today. What editors write is judged by `check`, never here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from binnenstad_site.core.diagnostics import Severity
from binnenstad_site.load.loader import load
from binnenstad_site.models.rows import LAYOUTS
from binnenstad_site.models.settings import SETTINGS_FILE, Settings
from binnenstad_site.report.render import as_text
from tests.conftest import ROOT, build
from tests.visiting import first, page

pytestmark = pytest.mark.content


def test_it_builds_without_errors_today() -> None:
    """Warnings are for editors to weigh; `make redactie` counts them."""
    built = build(ROOT, datetime.now(UTC).date())
    errors = tuple(d for d in built.diagnostics if d.severity is Severity.ERROR)

    assert errors == (), as_text(errors, built.sources)


def test_what_can_be_set_later_stands_where_it_belongs() -> None:
    """An owner takes away hashes, and hears of no wrong order."""
    settings = (ROOT / SETTINGS_FILE).read_text(encoding="utf-8")
    names = re.findall(r"^(?:# )?([a-z]+):$|^([a-z]+):", settings, re.MULTILINE)
    order = [waiting or filled_in for waiting, filled_in in names]
    assert {"kanalen", "repository"} <= set(order)
    assert order == [name for name in Settings.model_fields if name in order]


def test_every_verdict_follows_from_the_rule() -> None:
    """The rule as `/over/oordeel/` tells it, applied to the files once more, gives what each page of an aanpak says."""
    library = load(ROOT, LAYOUTS).library
    aanpakken = {d.slug: d.fields for d in library.documents if d.collection == "aanpakken"}
    praktijken = {d.slug: d.fields for d in library.documents if d.collection == "praktijken"}
    built = build(ROOT, datetime.now(UTC).date())
    for slug, fields in aanpakken.items():
        if "ingetrokken" not in fields:
            said = first(page(built, f"/aanpakken/{slug}/"), "#oordeel .oordeel").attributes["class"]
            assert said == f"oordeel is-{_verdict(slug, fields, praktijken)}", slug


def _verdict(slug: str, fields: Mapping[str, Any], praktijken: Mapping[str, Mapping[str, Any]]) -> str:
    """Worked out from the words of the rule."""
    kinds = {row["praktijk"]: row["soort"] for row in fields.get("telt_anders", ())}
    rows = []
    for name, praktijk in praktijken.items():
        uses = slug in praktijk.get("aanpakken", ()) and "ingetrokken" not in praktijk
        if uses and kinds.get(name) not in ("instelling", "andere-uitkomst"):
            grade = 0 if kinds.get(name) == "ander-bewijs" else int(praktijk["bewijs"])
            failed = kinds.get(name) == "mislukt"
            rows.append(("niet-gehaald", 0) if failed else (praktijk.get("uitkomst", "onbekend"), grade))
    good_grades = [grade for outcome, grade in rows if outcome in ("gehaald", "deels")]
    bad_grades = [grade for outcome, grade in rows if outcome == "niet-gehaald"]
    supported = len([grade for grade in good_grades if grade >= 2])
    measured = len([grade for grade in good_grades if grade >= 3])
    measured_bad = len([grade for grade in bad_grades if grade >= 3])
    if supported >= 3 and measured >= 2 and supported >= 2 * len(bad_grades):
        return "aanraden"
    if supported >= 2 and supported > len(bad_grades):
        return "kansrijk"
    if measured_bad >= 2 and measured_bad > measured:
        return "afraden"
    return "afwachten"
