"""The content that ships: it builds without errors, today. What editors write is judged by `check`, never here."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from binnenstad_site.core.diagnostics import Severity
from binnenstad_site.report.render import as_text
from tests.conftest import ROOT, build

pytestmark = pytest.mark.content


def test_it_builds_without_errors_today() -> None:
    """Warnings are for editors to weigh; `make redactie` counts them."""
    made = build(ROOT, datetime.now(UTC).date())
    errors = tuple(d for d in made.diagnostics if d.severity is Severity.ERROR)

    assert errors == (), as_text(errors, made.sources)
