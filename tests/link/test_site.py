"""The site knows what belongs to what, however many items are withdrawn, broken or gone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binnenstad_site.core.diagnostics import Severity
from binnenstad_site.link.site import Site
from binnenstad_site.models import COLLECTIONS
from tests.conftest import BASIS, ROOT, build
from tests.stages import PRAKTIJK, linked, source

LEIDEN = "content/praktijken/leiden-proef.md"
VERSLAG = "content/verslagen/ronde-tafel.md"
WITHDRAWN = "ingetrokken:\n  reden: De bron bleek niet te kloppen.\n"
FOLDERS = sorted(path.relative_to(BASIS).as_posix() for path in BASIS.rglob("content/*/**/*") if path.is_file())
Change = Callable[..., None]


@pytest.fixture
def site(project: Path) -> Site:
    return linked(project).site


def test_an_item_by_its_key(site: Site) -> None:
    entry = site.entry(("trends", "anders-werken"))
    page = site.entry(("paginas", "over/redactie"))

    assert entry is not None
    assert entry.ref == ("trends", "anders-werken")
    assert page is not None
    assert page.address == "/over/redactie/"


@pytest.mark.parametrize("ref", [("trends", "bestaat-niet"), ("settings", "titel"), ("__class__", "x"), ("", "")])
def test_no_item_by_another_key(site: Site, ref: tuple[str, str]) -> None:
    assert site.entry(ref) is None


def test_an_item_that_is_broken_or_withdrawn_is_not_given(project: Path, change: Change) -> None:
    change(PRAKTIJK, "status: loopt", "status: lopt")
    change(LEIDEN, "\n---\n\n", f"\n{WITHDRAWN}---\n\n")
    site = linked(project).site

    assert site.entry(("praktijken", "deventer-makers")) is None
    assert site.entry(("praktijken", "leiden-proef")) is None
    assert site.broken == {("praktijken", "deventer-makers")}
    assert [entry.ref for entry in site.withdrawn] == [("praktijken", "leiden-proef")]


def test_every_item_once(site: Site) -> None:
    refs = [entry.ref for entry in site.all_entries()]

    assert len(refs) == len(set(refs))
    assert {ref[0] for ref in refs} == set(COLLECTIONS)
    assert set(refs) == {(name, slug) for name in COLLECTIONS for slug in getattr(site, name)}


def test_the_withdrawn_come_last(project: Path, change: Change) -> None:
    change(LEIDEN, "\n---\n\n", f"\n{WITHDRAWN}---\n\n")
    *_, last = linked(project).site.all_entries()

    assert last.slug == "leiden-proef"


def test_what_names_an_item(site: Site) -> None:
    trend, praktijk, gemeente = (
        ("trends", "anders-werken"),
        ("praktijken", "deventer-makers"),
        ("gemeenten", "deventer"),
    )

    assert [entry.slug for entry in site.praktijken_of(trend)] == ["deventer-makers", "leiden-proef"]
    assert [entry.slug for entry in site.praktijken_of(praktijk)] == ["leiden-proef"]
    assert [entry.slug for entry in site.praktijken_of(gemeente)] == ["deventer-makers"]
    assert [entry.slug for entry in site.kansen_of(trend)] == ["lege-panden"]
    assert [entry.slug for entry in site.kansen_of(praktijk)] == ["lege-panden"]
    assert [entry.slug for entry in site.verslagen_of(trend)] == ["ronde-tafel"]
    assert [entry.slug for entry in site.verslagen_of(gemeente)] == ["ronde-tafel"]
    assert site.praktijken_of(("gemeenten", "lelystad")) == ()
    assert site.kansen_of(("trends", "anders-vervoeren")) == ()
    assert site.verslagen_of(("bestaat", "niet")) == ()


def test_where_a_praktijk_is(project: Path, change: Change) -> None:
    """The first gemeente, and each province once."""
    change(PRAKTIJK, "gemeenten:\n  - deventer\n", "gemeenten:\n  - leiden\n  - deventer\n  - lelystad\n")
    site = linked(project).site
    praktijk = site.praktijken["deventer-makers"].item

    gemeente = site.gemeente_of(praktijk)
    assert gemeente is not None
    assert gemeente.naam == "Leiden"
    assert site.provincies_of(praktijk) == ("Zuid-Holland", "Overijssel", "Flevoland")
    assert site.provincies_of(site.verslagen["ronde-tafel"].item) == ("Overijssel",)


def test_gemeenten_in_one_province_are_one_province(project: Path, change: Change) -> None:
    change("content/gemeenten.yaml", "provincie: Flevoland", "provincie: Overijssel")
    change(PRAKTIJK, "gemeenten:\n  - deventer\n", "gemeenten:\n  - deventer\n  - lelystad\n")
    site = linked(project).site

    assert site.provincies_of(site.praktijken["deventer-makers"].item) == ("Overijssel",)


def test_a_praktijk_abroad_has_no_gemeente(project: Path, change: Change) -> None:
    change(PRAKTIJK, "gemeenten:\n  - deventer\n", "land: BE\n")
    site = linked(project).site
    praktijk = site.praktijken["deventer-makers"].item

    assert site.gemeente_of(praktijk) is None
    assert site.provincies_of(praktijk) == ()


def test_a_gemeente_with_errors_is_passed_over(project: Path, change: Change) -> None:
    change("content/gemeenten.yaml", "provincie: Overijssel", "provincie: Oost")
    site = linked(project).site
    praktijk = site.praktijken["deventer-makers"].item

    assert site.gemeente_of(praktijk) is None
    assert site.provincies_of(praktijk) == ()


HOLES: dict[str, Callable[[str], str | None]] = {
    "broken": lambda text: text.replace("titel:", "titell:", 1),
    "unreadable": lambda _: "",
    "gone": lambda _: None,
    "withdrawn": lambda text: text.replace("gecontroleerd: 2026-11\n", f"gecontroleerd: 2026-11\n{WITHDRAWN}", 1),
}


@settings(max_examples=20)
@given(st.dictionaries(st.sampled_from(FOLDERS), st.sampled_from(sorted(HOLES)), max_size=6))
def test_a_site_with_holes_is_built_or_told(holes: dict[str, str]) -> None:
    """Whatever is broken, withdrawn or gone: nothing is raised, and no fault of the generator comes of it."""
    with TemporaryDirectory() as folder:
        project = Path(folder)
        shutil.copytree(BASIS / "content", project / "content")
        (project / "templates").symlink_to(ROOT / "templates")
        for path, hole in holes.items():
            text = HOLES[hole](source(path))
            if text is None:
                (project / path).unlink()
            else:
                (project / path).write_text(text, encoding="utf-8")
        made_of_it = build(project)
        site = linked(project).site

    assert not made_of_it.has_bug
    assert made_of_it.outputs
    for ref, sources in site.backlinks.items():
        assert all(site.entry(source) is not None for source in sources)
        for entry in (*site.praktijken_of(ref), *site.kansen_of(ref), *site.verslagen_of(ref)):
            assert entry.ref in sources


def test_an_empty_project_has_a_site(project: Path) -> None:
    """Apart from the two closed lists nothing has to be there."""
    for name in ("praktijken", "kansen", "aanpakken", "verslagen", "agenda", "publicaties", "paginas"):
        shutil.rmtree(project / "content" / name)
    for name in ("begrippen", "bijeenkomsten", "gemeenten", "omleidingen"):
        (project / "content" / f"{name}.yaml").unlink()
    text = source("content/site.yaml").replace("uitgelicht:\n  - deventer-makers\n", "")
    (project / "content/site.yaml").write_text(text, encoding="utf-8")
    result = build(project)

    assert [d for d in result.diagnostics if d.severity is Severity.ERROR] == []
    assert "/praktijken/" in result.addresses
