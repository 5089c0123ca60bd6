"""What the settings and the options of a build do to every page: base path, preview, repository, channels, menu."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from binnenstad_site.checks.outputs import check_pages
from binnenstad_site.core.memo import Memo
from binnenstad_site.exports.opendata import data_paths
from tests.conftest import build, codes_and_places, only_diagnostic
from tests.visiting import KANS, LAST, addresses, html_files, links, page, text_file, texts

Change = Callable[..., None]
SETTINGS = "content/site.yaml"
LICENCE = "licentie: CC BY 4.0\n"
ADDRESS = re.compile(r'\b(?:href|src|action|data-gegevens)="([^"]*)"')


class TestBasePath:
    """One build serves one base: an address on any page leads below it."""

    def test_it_comes_before_every_link_on_every_page(self, project: Path, change: Change) -> None:
        change(KANS, LAST, LAST + "aliases:\n  - /oud/\n")
        built = build(project, base_url="https://kennis.example/pad")
        assert built.base == "/pad"
        assert codes_and_places(built) == []
        for path, html in html_files(built).items():
            for address in ADDRESS.findall(html):
                assert address.startswith(("/pad/", "#", "https://")), f"{path}: {address}"
                if "kennis.example" in address:
                    assert address.startswith("https://kennis.example/pad/")

    def test_a_link_without_it_is_seen(self, project: Path) -> None:
        """The rule over finished pages knows the base: a site for the root does not fit under a path."""
        built = build(project)
        by_path = {output.path: output for output in built.outputs}
        assert built.data
        later = {artifact.path for artifact in (*built.fonts, *built.documents)} | data_paths(built.data.builder)
        assert not list(check_pages(by_path, "", Memo(), later))
        wrong = list(check_pages(by_path, "/pad", Memo(), later))
        assert {"uitvoer-link"} == {diagnostic.code for diagnostic in wrong}
        assert {f"_site/{path}" for path in html_files(built)} == {diagnostic.location.path for diagnostic in wrong}

    @pytest.mark.parametrize("base_url", ["https://kennis.example/pad/", "https://kennis.example/pad"])
    def test_the_last_slash_makes_no_difference(self, project: Path, base_url: str) -> None:
        expected = build(project, base_url="https://kennis.example/pad").outputs
        assert build(project, base_url=base_url).outputs == expected

    def test_the_settings_say_where_when_the_options_do_not(self, project: Path, change: Change) -> None:
        change(SETTINGS, "https://binnenstad.example", "https://binnenstad.example/kennis/")
        built = build(project)
        assert built.base == "/kennis"
        assert addresses(page(built, "/over/"), "link[rel=canonical]") == ["https://binnenstad.example/kennis/over/"]

    @pytest.mark.parametrize(
        "address",
        [
            "https://x.nl/?a=1",
            "https://x.nl/#a",
            "https://x.nl/a*",
            "https://x.nl/é",
            "https://x.nl/..",
            "https://[x.nl/",
        ],
    )
    def test_an_address_that_cannot_be_a_base(self, project: Path, change: Change, address: str) -> None:
        """It is the editor who hears it, at the line, and not a crash of the builder."""
        change(SETTINGS, "https://binnenstad.example", f'"{address}"')
        built = build(project)
        assert (only_diagnostic(built).location.path, only_diagnostic(built).location.line) == (SETTINGS, 3)
        assert built.settings_failed


class TestPreview:
    """A preview cannot be taken for the site."""

    def test_every_page_says_so_and_no_search_engine_may_show_it(self, project: Path) -> None:
        built = build(project, preview=True)
        for path, html in html_files(built).items():
            assert '<meta name="robots" content="noindex">' in html, path
            assert "Dit is een voorbeeld, niet de echte site." in html
        assert "Disallow: /\n" in text_file(built, "robots.txt")
        assert "X-Robots-Tag: noindex" in text_file(built, "_headers")


class TestRepository:
    """An offer to edit appears when there is somewhere to edit, with the address of that very file."""

    @pytest.mark.parametrize(
        ("url", "file"),
        [
            ("/praktijken/leiden-proef/", "content/praktijken/leiden-proef.md"),
            ("/trends/anders-werken/", "content/trends/anders-werken.md"),
            ("/scenarios/binnenstad-united/", "content/scenarios/binnenstad-united.md"),
            ("/verslagen/ronde-tafel/", "content/verslagen/ronde-tafel.md"),
            ("/over/", "content/paginas/over/index.md"),
            ("/praktijken/", "content/paginas/praktijken.md"),
            ("/kansen/anders-werken/", KANS),
        ],
    )
    def test_every_kind_of_item(self, project: Path, change: Change, url: str, file: str) -> None:
        change(SETTINGS, LICENCE, f"repository:\n  url: https://git.example/redactie/site/\n  tak: hoofd\n{LICENCE}")
        built = build(project)
        assert codes_and_places(built) == []
        edit = [address for text, address in links(page(built, url), "main a") if text.startswith("Bewerk dit bestand")]
        assert edit == [f"https://git.example/redactie/site/edit/hoofd/{file}"]

    def test_pages_that_no_file_makes(self, project: Path, change: Change) -> None:
        """A page that is put together from many files, or from the generator's words, offers nothing to edit."""
        change(SETTINGS, LICENCE, f"repository:\n  url: https://git.example/redactie/site\n{LICENCE}")
        built = build(project)
        for url in ("/", "/404.html", "/praktijken/trend/anders-werken/", "/gemeenten/leiden/", "/begrippen/"):
            assert "Bewerk dit bestand" not in texts(page(built, url), "main a"), url
        assert ("De bestanden van deze site", "https://git.example/redactie/site") in links(
            page(built, "/"), "footer a"
        )


class TestChannels:
    """A channel that is configured is on every page; one that is not leaves no trace."""

    @pytest.mark.parametrize(
        ("setting", "link"),
        [
            ("mail: redactie@binnenstad.example", ("Mail de redactie", "mailto:redactie@binnenstad.example")),
            ("groep: https://groep.example/binnenstad", ("Naar de groep", "https://groep.example/binnenstad")),
        ],
    )
    def test_one_channel(self, project: Path, change: Change, setting: str, link: tuple[str, str]) -> None:
        change(SETTINGS, "navigatie:\n", f"kanalen:\n  {setting}\nnavigatie:\n")
        built = build(project)
        assert codes_and_places(built) == []
        for url in built.addresses:
            assert links(page(built, url), "footer a")[-1] == link
        asks = dict(links(page(built, "/over/"), ".bladvoet a"))
        told = "Klopt er iets niet?" if setting.startswith("mail") else "Noteer een verbetering"
        assert asks == {told: "/meedoen/?over=/over/&wat=klopt-niet"}
        praktijk = texts(page(built, "/praktijken/deventer-makers/"), "#weet-u-meer a")
        assert ("Ik wil hierover bellen" in praktijk) == bool(praktijk) == setting.startswith("mail")


class TestMenu:
    """The menu is what the settings say, as far as the pages exist."""

    def test_a_page_that_is_not_built_is_not_linked(self, project: Path, change: Change) -> None:
        change(SETTINGS, "adres: /praktijken/", "adres: /trendscan/")
        built = build(project)
        assert codes_and_places(built) == []
        assert texts(page(built, "/"), ".menu-hoofd a") == ["Trends"]
        assert "/trendscan/" not in addresses(page(built, "/404.html"))

    def test_the_entry_of_the_page_is_marked(self, project: Path) -> None:
        built = build(project)
        for url, marked in (
            ("/trends/anders-werken/", ["Trends"]),
            ("/praktijken/bewijs/1/", ["Praktijken"]),
            ("/", []),
        ):
            assert texts(page(built, url), "header [aria-current]") == marked

    def test_a_withdrawn_page_leaves_menu_and_footer(self, project: Path) -> None:
        """It keeps its address, but nothing leads readers there any more."""
        about = project / "content/paginas/over/redactie.md"
        text = about.read_text(encoding="utf-8")
        gone = "gecontroleerd: 2026-11\ningetrokken:\n  reden: Deze pagina is opgegaan in een andere.\n"
        about.write_text(text.replace("gecontroleerd: 2026-11\n", gone), encoding="utf-8")
        built = build(project)
        assert codes_and_places(built) == []
        assert "/over/redactie/" in built.addresses
        assert "/over/redactie/" not in addresses(page(built, "/"), "header a, footer a")
        assert "/over/redactie/" not in addresses(page(built, "/over/"), "main a")


def test_the_date_is_on_no_page(project: Path) -> None:
    """Two builds on two days differ only in what the day changes: here, nothing."""
    assert build(project, date(2026, 11, 24)).outputs == build(project, date(2026, 11, 25)).outputs
