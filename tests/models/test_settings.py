"""The settings of the site are one frozen value, or every mistake in `content/site.yaml` is told at its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.models.rows import LAYOUTS
from binnenstad_site.models.settings import SITE, Settings
from binnenstad_site.validate.validator import validate
from tests.conftest import build, codes_and_places, only_diagnostic
from tests.stages import diagnostics_of, documents, line_of, source

PATH = "content/site.yaml"
FULL = """\
kanalen:
  mail: redactie@binnenstad.example
  groep: https://groep.example/binnenstad
"""
MORE = """\
repository:
  url: https://git.example/binnenstad
  tak: hoofd
"""


def read(text: str) -> Settings:
    entry = validate(documents(PATH, text)[0], SITE).entry
    assert entry is not None
    assert isinstance(entry.item, Settings)
    return entry.item


def wrong(old: str, new: str) -> Diagnostic:
    """The one thing that is said about the settings in which a piece is another."""
    text = full()
    assert text.count(old) == 1
    (diagnostic,) = diagnostics_of(documents(PATH, text.replace(old, new))[0])
    return diagnostic


def full() -> str:
    """The settings with everything that can be set."""
    text = source(PATH)
    return text.replace("navigatie:", FULL + "navigatie:").replace("licentie:", MORE + "licentie:")


def test_what_must_be_there() -> None:
    site_settings = read(source(PATH))

    assert site_settings.titel == "De nieuwe binnenstad"
    assert site_settings.basisadres == "https://binnenstad.example"
    assert [(point.tekst, point.adres) for point in site_settings.navigatie] == [
        ("Trends", "/trends/"),
        ("Praktijken", "/praktijken/"),
    ]
    assert site_settings.uitgelicht == ("deventer-makers",)
    assert site_settings.zoekvoorbeelden == ()
    assert (site_settings.kanalen.mail, site_settings.kanalen.groep, site_settings.repository) == (None, None, None)


def test_what_may_be_there() -> None:
    site_settings = read(full())

    assert site_settings.kanalen.mail == "redactie@binnenstad.example"
    assert site_settings.kanalen.groep == "https://groep.example/binnenstad"
    assert site_settings.repository is not None
    assert (site_settings.repository.url, site_settings.repository.tak) == ("https://git.example/binnenstad", "hoofd")
    assert read(full().replace("  tak: hoofd\n", "")).repository != site_settings.repository


def test_nobody_changes_the_settings() -> None:
    site_settings: Any = read(full())

    with pytest.raises(ValueError, match="frozen"):
        site_settings.titel = "Anders"
    with pytest.raises(ValueError, match="frozen"):
        site_settings.kanalen.mail = None


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("titel: De nieuwe binnenstad", "titel: " + "x" * 81, Code.TE_LANG),
        (
            "omschrijving: Kennis over de toekomst van de binnenstad, voor wie eraan werkt.",
            "omschrijving: Kort.",
            Code.TE_KORT,
        ),
        ("https://binnenstad.example", "binnenstad.example", Code.ONGELDIGE_URL),
        ("https://binnenstad.example", "https://binnenstad.example/?a=b", Code.ONBEKENDE_KEUZE),
        ("https://binnenstad.example", "https://binnenstad.example/#a", Code.ONBEKENDE_KEUZE),
        ("uitgever:", "uitgevr:", Code.ONBEKEND_VELD),
        ("redactie@binnenstad.example", "redactie", Code.ONGELDIG_MAILADRES),
        ("redactie@binnenstad.example", "redactie@binnenstad", Code.ONGELDIG_MAILADRES),
        ("redactie@binnenstad.example", "Redactie <redactie@x.nl>", Code.ONGELDIG_MAILADRES),
        ("https://groep.example/binnenstad", "javascript:alert(1)", Code.ONGELDIGE_URL),
        ("adres: /trends/", "adres: trends/", Code.ONBEKENDE_KEUZE),
        ("adres: /trends/", "adres: /trends/?a=b", Code.ONBEKENDE_KEUZE),
        ("adres: /trends/", "adres: https://x.nl/", Code.ONBEKENDE_KEUZE),
        ("tekst: Trends", "tekst: " + "x" * 31, Code.TE_LANG),
        ("  url: https://git.example/binnenstad\n", "", Code.VERPLICHT_VELD),
        ("https://git.example/binnenstad", "git@git.example:binnenstad", Code.ONGELDIGE_URL),
        ("  - deventer-makers", "  - deventer-makers\n  - deventer-makers", Code.DUBBELE_WAARDE),
        ("licentie: CC BY 4.0", "licentie: '**CC**'", Code.OPMAAK_IN_VELD),
    ],
)
def test_a_mistake_is_told_at_its_line(old: str, new: str, code: Code) -> None:
    diagnostic = wrong(old, new)

    assert diagnostic.code is code
    assert diagnostic.location.path == PATH
    if code is Code.VERPLICHT_VELD:
        assert diagnostic.location.line == line_of(full(), "repository:")
    else:
        assert diagnostic.location.line == line_of(full(), old) + new.count("\n")


@pytest.mark.parametrize(
    ("navigatie", "code"),
    [
        ("navigatie: []", Code.TE_WEINIG),
        ("navigatie:\n" + "  - tekst: Een\n    adres: /een/\n" * 8, Code.TE_VEEL),
        ("navigatie: /trends/", Code.LIJST_VERWACHT),
    ],
)
def test_the_navigation_has_one_to_seven_entries(navigatie: str, code: Code) -> None:
    text = source(PATH)
    start, end = text.index("navigatie:"), text.index("licentie:")
    (diagnostic,) = diagnostics_of(documents(PATH, f"{text[:start]}{navigatie}\n{text[end:]}")[0])

    assert diagnostic.code is code


def test_the_file_is_read_and_checked_like_an_item() -> None:
    assert SITE.model is Settings
    assert PATH in {layout.path for layout in LAYOUTS}
    assert SITE.sections == ()


def test_mistakes_in_the_settings_and_in_the_content_are_told_in_one_run(
    project: Path, change: Callable[..., None]
) -> None:
    change(PATH, "https://binnenstad.example", "binnenstad")
    change("content/kansen/lege-panden.yaml", "fase: nu", "fase: straks")
    result = build(project)

    assert [code for code, *_ in codes_and_places(result)] == ["onbekende-keuze", "ongeldige-url"]
    assert result.settings_failed


def test_that_there_are_no_settings_is_told_whatever_else_is_wrong(project: Path, change: Callable[..., None]) -> None:
    (project / PATH).unlink()
    change("content/kansen/lege-panden.yaml", "fase: nu", "fase: straks")

    assert [code for code, *_ in codes_and_places(build(project))] == ["onbekende-keuze", "instellingen"]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"- een\n", b"tekst\n"])
def test_settings_that_cannot_be_read_are_one_mistake(project: Path, data: bytes) -> None:
    (project / PATH).write_bytes(data)
    result = build(project)

    assert only_diagnostic(result).code is not Code.INSTELLINGEN
    assert result.settings_failed


def test_a_folder_in_its_place_is_one_mistake(project: Path) -> None:
    (project / PATH).unlink()
    (project / PATH).mkdir()

    assert only_diagnostic(build(project)).code is Code.ONBEKENDE_MAP


def test_another_ending_is_one_mistake(project: Path) -> None:
    (project / PATH).rename(project / "content/site.yml")

    assert only_diagnostic(build(project)).hint == 'Bedoelde u "site.yaml"?'


def test_without_settings_there_is_nothing_to_build(project: Path) -> None:
    (project / PATH).unlink()
    result = build(project)

    assert only_diagnostic(result).code is Code.INSTELLINGEN
    assert only_diagnostic(result).location == Location(PATH)
    assert result.outputs == ()


def test_a_praktijk_that_is_not_there_cannot_stand_out(project: Path, change: Callable[..., None]) -> None:
    change(PATH, "  - deventer-makers", "  - deventer-maker")
    diagnostic = only_diagnostic(build(project))

    assert diagnostic.code is Code.ONBEKENDE_VERWIJZING
    assert diagnostic.hint.startswith('Bedoelde u "deventer-makers"?')
    assert diagnostic.location.line == line_of(source(PATH), "  - deventer-makers")
