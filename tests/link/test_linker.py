"""Linking puts every collection in its order, knows who points to whom, and says nothing that follows from an error."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.models import COLLECTIONS, FIRST_PUBLICATION
from binnenstad_site.models.vocabulary import SCENARIO_SLUGS
from tests.conftest import BASIS, build, codes_and_places, only_diagnostic, write_files
from tests.stages import KANS, PRAKTIJK, TREND, linked, source
from tests.visiting import picture_bytes

PNG = picture_bytes("PNG")
AANPAK = "content/aanpakken/makers-op-proef.md"
LEIDEN = "content/praktijken/leiden-proef.md"
FILES = sorted(path.relative_to(BASIS).as_posix() for path in BASIS.rglob("content/**/*") if path.is_file())
WITHDRAWN = "ingetrokken:\n  reden: De bron bleek niet te kloppen.\n---\n"
Change = Callable[..., None]


def test_every_item_is_in_its_collection(project: Path) -> None:
    result = linked(project)

    assert result.diagnostics == ()
    for name in COLLECTIONS:
        assert set(getattr(result.site, name)) == {
            doc.slug for doc in result.library.documents if doc.collection == name
        }
    assert result.site.withdrawn == ()
    assert result.site.broken == frozenset()
    assert result.site.settings.titel == "De nieuwe binnenstad"


@pytest.mark.parametrize(
    ("collection", "order"),
    [
        (
            "trends",
            [
                "anders-samenleven",
                "anders-produceren",
                "anders-consumeren",
                "anders-werken",
                "anders-investeren",
                "anders-vervoeren",
            ],
        ),
        ("scenarios", list(SCENARIO_SLUGS)),
        ("praktijken", ["leiden-proef", "deventer-makers"]),
        ("gemeenten", ["deventer", "leiden", "lelystad"]),
        ("paginas", ["meedoen", "over", "praktijken", "over/redactie", "aan-de-slag/trendscan"]),
    ],
)
def test_the_order_of_a_collection(project: Path, collection: str, order: list[str]) -> None:
    """Trends by their place, scenarios as the list of them, the others by their name."""
    assert list(getattr(linked(project).site, collection)) == order


def test_capitals_make_no_difference_to_the_order(project: Path, change: Change) -> None:
    change(PRAKTIJK, "titel: Makers in lege panden", "titel: een maker in elk pand")

    assert list(linked(project).site.praktijken) == ["deventer-makers", "leiden-proef"]


def copies(project: Path, path: str, **slugs: tuple[str, str]) -> None:
    """More items like the one at `path`: by slug, a piece of its text and what stands there instead."""
    text = (project / path).read_text(encoding="utf-8")
    for slug, (old, new) in slugs.items():
        assert old in text
        target = (project / path).with_stem(slug)
        target.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_reports_and_publications_have_the_newest_first(project: Path) -> None:
    """What has no date comes last, and the publication that the site starts from first."""
    copies(
        project,
        "content/verslagen/ronde-tafel.md",
        a=("datum: 2024-04-18", "datum: 2025"),
        b=("datum: 2024-04-18", "datum: onbekend"),
        c=("datum: 2024-04-18", "datum: 2025-02"),
        d=("datum: 2024-04-18", "datum: 2025"),
    )
    copies(
        project,
        f"content/publicaties/{FIRST_PUBLICATION}.yaml",
        a=("datum: 2018-03-15", "datum: onbekend"),
        b=("datum: 2018-03-15", "datum: 2026"),
    )
    site = linked(project).site

    assert list(site.verslagen) == ["c", "a", "d", "ronde-tafel", "b"]
    assert list(site.publicaties) == [FIRST_PUBLICATION, "b", "a"]


def test_opportunities_by_trend_and_phase_and_the_agenda_by_day(project: Path) -> None:
    copies(
        project,
        KANS,
        a=("fase: nu", "fase: later"),
        b=("fase: nu", "fase: deze-collegeperiode"),
        c=("trend: anders-werken", "trend: anders-vervoeren"),
        d=("fase: nu", "fase: nu"),
    )
    copies(project, "content/agenda/open-dag.yaml", a=("2027-01-15", "2027-01-16"), b=("2027-01-15", "2026-12-31"))
    site = linked(project).site

    assert list(site.kansen) == ["c", "d", "lege-panden", "b", "a"]
    assert list(site.agenda) == ["b", "open-dag", "a"]


def test_a_scenario_of_ones_own_comes_last(project: Path) -> None:
    """That it may not be there is for the checks to say."""
    copies(project, "content/scenarios/binnenstad-united.md", aa=("titel:", "titel:"))

    assert list(linked(project).site.scenarios) == [*SCENARIO_SLUGS, "aa"]


def test_who_points_to_whom(project: Path) -> None:
    """In fields and in texts, once for each, sorted, and nothing points to itself."""
    backlinks = linked(project).site.backlinks

    assert backlinks["praktijken", "deventer-makers"] == (
        ("aanpakken", "makers-op-proef"),
        ("kansen", "lege-panden"),
        ("praktijken", "leiden-proef"),
        ("verslagen", "ronde-tafel"),
    )
    assert backlinks["trends", "anders-werken"] == (
        ("aanpakken", "makers-op-proef"),
        ("begrippen", "leegstand"),
        ("bijeenkomsten", "avond-over-lege-winkels"),
        ("kansen", "lege-panden"),
        ("praktijken", "deventer-makers"),
        ("praktijken", "leiden-proef"),
        ("publicaties", "de-nieuwe-binnenstad"),
        ("stellingen", "10"),
        ("stellingen", "11"),
        ("stellingen", "12"),
        ("verslagen", "ronde-tafel"),
        ("voorspellingen", "bakfietsen"),
        ("voorspellingen", "kwart-leeg"),
        ("werkplaats", "werkplaats"),
    )
    assert backlinks["paginas", "over"] == (("paginas", "over/redactie"),)
    assert ("gemeenten", "lelystad") not in backlinks
    assert list(backlinks) == sorted(backlinks)


def test_a_link_in_a_text_points_too(project: Path, change: Change) -> None:
    change(LEIDEN, "De leegstand liep op.", "Zie [ons](leiden-proef.md) en [de kans](../kansen/lege-panden.yaml).")
    backlinks = linked(project).site.backlinks

    assert backlinks["kansen", "lege-panden"] == (("praktijken", "leiden-proef"),)
    assert backlinks["praktijken", "leiden-proef"] == (("aanpakken", "makers-op-proef"),)


def test_what_was_withdrawn_points_to_nothing_and_is_in_no_list(project: Path, change: Change) -> None:
    change(LEIDEN, "---\n\n## In het kort", f"{WITHDRAWN}\n## In het kort")
    result = linked(project)

    assert result.diagnostics == ()
    assert list(result.site.praktijken) == ["deventer-makers"]
    assert [entry.slug for entry in result.site.withdrawn] == ["leiden-proef"]
    assert ("praktijken", "leiden-proef") not in result.site.backlinks["praktijken", "deventer-makers"]
    assert ("praktijken", "leiden-proef") not in result.site.broken


def test_a_link_to_what_was_withdrawn_is_good(project: Path, change: Change) -> None:
    """Its page stays and says why."""
    change(PRAKTIJK, "---\n\n## In het kort", f"{WITHDRAWN}\n## In het kort")
    change(LEIDEN, "De leegstand liep op.", "Zie [de makers](deventer-makers.md).")
    change("content/site.yaml", "uitgelicht:\n  - deventer-makers\n", "")

    assert codes_and_places(build(project)) == []
    target = linked(project).addresses("praktijken", "leiden-proef")["deventer-makers.md"]
    assert target == "/praktijken/deventer-makers/"


def test_terms_with_an_explanation(project: Path) -> None:
    """In each way of writing; a word that only the search knows is not explained."""
    terms = linked(project).site.terms

    assert dict(terms.by_word) == {"leegstand": "leegstand", "lege panden": "leegstand"}


def test_a_word_of_two_terms_belongs_to_the_first(project: Path, change: Change) -> None:
    change(
        "content/begrippen.yaml",
        "- term: maker\n  ook:\n    - ambachtsman\n",
        "- term: maker\n  ook:\n    - lege panden\n  uitleg: Iemand die iets maakt, met de hand.\n",
    )

    assert linked(project).site.terms.by_word["lege panden"] == "leegstand"


def test_published_addresses_are_kept(project: Path) -> None:
    assert linked(project, ("/oud/", "/gemeenten/lelystad/")).site.published == ("/oud/", "/gemeenten/lelystad/")


def with_picture(project: Path, text: str = "") -> None:
    folder = project / "content/praktijken/leiden-proef"
    folder.mkdir()
    moved = (project / LEIDEN).read_text(encoding="utf-8").replace("](../trends", "](../../trends")
    (project / LEIDEN).unlink()
    (folder / "index.md").write_text(moved + text, encoding="utf-8")
    (folder / "plein.png").write_bytes(PNG)


def test_files_beside_items_are_copied(project: Path) -> None:
    with_picture(project, "\n![een plein](plein.png)\n")
    result = linked(project)

    assert result.diagnostics == ()
    assert result.site.copies == {
        "praktijken/leiden-proef/plein.png": project / "content/praktijken/leiden-proef/plein.png"
    }


def test_a_file_that_no_text_names_is_a_warning(project: Path) -> None:
    with_picture(project)
    diagnostic = only_diagnostic(build(project))

    assert diagnostic.code is Code.ONGEBRUIKT_BESTAND
    assert diagnostic.location.path == "content/praktijken/leiden-proef/index.md"
    assert diagnostic.message == 'Het bestand "plein.png" staat in de map, maar de tekst noemt het niet'


def test_a_file_of_another_name_in_the_text_does_not_count(project: Path, change: Change) -> None:
    """The path counts, not the last part of it."""
    with_picture(project, "\n[elders](https://x.nl/plein.png)\n")

    assert only_diagnostic(build(project)).code is Code.ONGEBRUIKT_BESTAND


def test_a_file_that_perhaps_a_broken_item_names_is_not_told(project: Path, change: Change) -> None:
    with_picture(project)
    change(PRAKTIJK, "status: loopt", "status: lopt")

    assert only_diagnostic(build(project)).location.path == PRAKTIJK


def test_a_file_beside_a_broken_item_is_not_told(project: Path) -> None:
    with_picture(project)
    index = project / "content/praktijken/leiden-proef/index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("status: loopt", "status: lopt"), encoding="utf-8")

    assert only_diagnostic(build(project)).code is Code.ONBEKENDE_KEUZE
    assert linked(project).site.copies == {}


# Things that lead to each other in every way that there is, so that what breaks can be missed.
TANGLE = f"""\
=== content/paginas/wijzer.md
---
titel: Wijzer
in_een_zin: Een pagina die overal naar verwijst.
gecontroleerd: 2026-11
---

[a](../trends/anders-werken.md#wat-weten-we), [b](../praktijken/deventer-makers.md#aanpak),
[c](../praktijken/leiden-proef.md), [d](../kansen/lege-panden.yaml), [e](../scenarios/binnenstad-united.md),
[f](../verslagen/ronde-tafel.md#open-vragen), [g](../gemeenten.yaml#leiden), [h](../begrippen.yaml#leegstand),
[i](../agenda/open-dag.yaml), [j](../publicaties/{FIRST_PUBLICATION}.yaml), [k](over/index.md#voor-wie),
[l](over/redactie.md), [m](meedoen.md), [n](praktijken.md), [o](../trends/anders-vervoeren.md).
=== content/omleidingen.yaml
- van: /oude-makers/
  naar: /praktijken/deventer-makers/
- van: /oude-trend/
  naar: /trends/anders-werken/
- van: /oude-over/
  naar: /over/redactie/
- van: /leiden/
  naar: /gemeenten/leiden/
=== content/gepubliceerde-adressen.txt
/
/trends/anders-werken/
/praktijken/deventer-makers/
/praktijken/leiden-proef/
/over/redactie/
/oude-makers/
/oude-proef/
"""
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "junk": lambda _: b"\x00\xff\xfe junk",
    "empty": lambda _: b"",
    "no-fields": lambda _: b"zomaar een tekst\n",
    "extra-field": lambda data: (
        data.replace(b"titel:", b"bestaat_niet: x\ntitel:", 1)
        .replace(b"  naam:", b"  bestaat_niet: x\n  naam:", 1)
        .replace(b"- term: leegstand", b"- bestaat_niet: x\n  term: leegstand", 1)
        .replace(b"- naam: gestopt", b"- bestaat_niet: x\n  naam: gestopt", 1)
        .replace(b"van: /oude-makers/", b"van: oude-makers", 1)
    ),
}


@pytest.fixture
def tangle(project: Path) -> Path:
    write_files(project, TANGLE)
    leiden = project / LEIDEN
    text = leiden.read_text(encoding="utf-8")
    leiden.write_text(text.replace("---\n\n##", "aliases:\n  - /oude-proef/\n---\n\n##", 1), encoding="utf-8")
    return project


def test_the_tangle_is_without_mistakes(tangle: Path) -> None:
    assert codes_and_places(build(tangle)) == []


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("path", FILES)
def test_a_broken_file_causes_no_errors_elsewhere(tangle: Path, path: str, damage: str) -> None:
    """Whatever leads to it: every message is about the file itself."""
    data = (tangle / path).read_bytes()
    (tangle / path).write_bytes(DAMAGE[damage](data))
    result = build(tangle)

    assert {where for _, where, _, _ in codes_and_places(result)} == {path}
    assert not result.has_bug


@pytest.mark.parametrize("folder", sorted({path.split("/")[1] for path in FILES if path.count("/") > 1}))
def test_a_broken_folder_causes_no_errors_elsewhere(tangle: Path, folder: str) -> None:
    """A file stands where a folder of items should be."""
    shutil.rmtree(tangle / "content" / folder)
    (tangle / "content" / folder).write_bytes(b"")

    assert {where for _, where, _, _ in codes_and_places(build(tangle))} == {f"content/{folder}"}


def test_two_broken_files_are_told_each_in_its_place(tangle: Path, change: Change) -> None:
    change(PRAKTIJK, "status: loopt", "status: lopt")
    change(TREND, "dossier: beknopt", "dossier: kort")

    assert [(code, path) for code, path, _, _ in codes_and_places(build(tangle))] == [
        ("onbekende-keuze", PRAKTIJK),
        ("onbekende-keuze", TREND),
    ]


def test_a_file_that_is_gone_is_told_wherever_it_is_named(project: Path) -> None:
    """Not broken but absent: each place that names it is wrong."""
    (project / PRAKTIJK).unlink()
    places = {path for code, path, _, _ in codes_and_places(build(project)) if code == "onbekende-verwijzing"}

    assert sorted(places) == [AANPAK, KANS, LEIDEN, "content/site.yaml", "content/verslagen/ronde-tafel.md"]


def test_the_order_of_files_makes_no_difference(project: Path, tmp_path: Path) -> None:
    """Folders give their names in the order in which files were made."""
    other = tmp_path / "andersom"
    for path in reversed(FILES):
        (other / path).parent.mkdir(parents=True, exist_ok=True)
        (other / path).write_text(source(path), encoding="utf-8")
    one, two = linked(project).site, linked(other).site

    assert one.backlinks == two.backlinks
    assert one.links == two.links
    for name in COLLECTIONS:
        assert list(getattr(one, name)) == list(getattr(two, name))
