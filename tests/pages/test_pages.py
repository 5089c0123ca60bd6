"""Every page that should be there is there, stands on its own, and leads on; nothing else is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from binnenstad_site.pipeline import Build
from tests.conftest import build, codes_and_places
from tests.visiting import PRAKTIJK, addresses, attribute, first, html_files, lay_out, links, page, texts, words

Change = Callable[..., None]
ALWAYS = frozenset(
    [
        "/",
        "/404.html",
        "/aan-de-slag/plaatsen/",
        "/aanpakken/",
        "/agenda/",
        "/begrippen/",
        "/gemeenten/",
        "/kansen/",
        "/open-data/",
        "/over/cijfers/",
        "/praktijken/",
        "/praktijken/vergelijk/",
        "/publicaties/",
        "/scenarios/",
        "/trends/",
        "/verslagen/",
        "/voorspellingen/",
        "/wijzigingen/",
        "/zoeken/",
    ]
)
"""The pages of every site, whatever its content."""
TRENDS = [f"anders-{word}" for word in ("samenleven", "produceren", "consumeren", "werken", "investeren", "vervoeren")]
SCENARIOS = ["binnenstad-united", "binnenstad-als-game", "exclusieve-binnenstad", "autarkische-binnenstad"]
FACETS = {
    "trend": TRENDS,
    "status": ["idee", "proef", "loopt", "opgeschaald", "afgerond", "gestopt", "onbekend", "laatst-gezien"],
    "bewijs": ["0", "1", "2", "3", "4"],
    "provincie": [
        "drenthe",
        "flevoland",
        "fryslan",
        "gelderland",
        "groningen",
        "limburg",
        "noord-brabant",
        "noord-holland",
        "overijssel",
        "utrecht",
        "zeeland",
        "zuid-holland",
        "buiten-nederland",
    ],
}
FACET_PAGES = frozenset(f"/praktijken/{facet}/{value}/" for facet, values in FACETS.items() for value in values)
PLACES_PAGES = frozenset(
    f"/aan-de-slag/plaatsen/{value}/" for value in FACETS["provincie"] if value != "buiten-nederland"
)
"""Written out, and not taken from the package: these addresses are published."""


class TestAddresses:
    """The list of addresses is the promise of the site."""

    def test_of_the_small_project(self, project: Path) -> None:
        """Every address, one by one: nothing is lacking and nothing is too many."""
        own = {"/gemeenten/deventer/", "/gemeenten/leiden/", "/meedoen/", "/over/", "/over/redactie/"}
        own |= {"/over/vormgeving/", "/scenarios/windtunnel/"}
        own |= {"/aanpakken/makers-op-proef/", "/aanpakken/makers-op-proef/nota/"}
        own |= {"/aan-de-slag/", "/aan-de-slag/trendscan/", "/aan-de-slag/trendscan/blad/", "/aan-de-slag/nota/"}
        own |= {"/aan-de-slag/workshop/"}
        own |= {"/praktijken/deventer-makers/", "/praktijken/leiden-proef/", "/verslagen/ronde-tafel/"}
        own |= {f"/{kind}/{slug}/" for kind in ("trends", "kansen") for slug in TRENDS}
        own |= {f"/scenarios/{slug}/" for slug in SCENARIOS}
        built = build(project)

        assert codes_and_places(built) == []
        assert built.addresses == own | ALWAYS | FACET_PAGES | PLACES_PAGES

    def test_what_is_for_a_later_round(self, project: Path) -> None:
        """No tool, data or copy that was postponed is promised by an address. A template to fill in is no copy."""
        paths = {output.path for output in build(project).outputs} - {"aan-de-slag/workshop/verslag.md"}
        assert not [path for path in paths if re.match(r"(trendscan|api|id)/|llms|.*\.md$", path)]

    @pytest.mark.parametrize("gone", ["rm", "rmdir"])
    @pytest.mark.parametrize("name", ["kansen", "aanpakken", "verslagen", "agenda", "publicaties", "praktijken"])
    def test_empty_collections(self, project: Path, change: Change, name: str, gone: str) -> None:
        """Without a single item of a kind, or without its folder, every page is still a whole page."""
        if name == "praktijken":
            change("content/site.yaml", "uitgelicht:\n  - deventer-makers\n", "")
            shutil.rmtree(project / "content/kansen")
            shutil.rmtree(project / "content/aanpakken")
            shutil.rmtree(project / "content/verslagen")
        if name == "aanpakken":
            change("content/kansen/lege-panden.yaml", "aanpak: makers-op-proef\n", "")
            for praktijk in ("deventer-makers", "leiden-proef"):
                change(f"content/praktijken/{praktijk}.md", "aanpakken:\n  - makers-op-proef\n", "")
        shutil.rmtree(project / "content" / name)
        if gone == "rm":
            (project / "content" / name).mkdir()
        built = build(project)

        assert codes_and_places(built) == []
        assert built.addresses >= ALWAYS | FACET_PAGES
        assert texts(page(built, f"/{name}/"), "h1")

    def test_empty_terms(self, project: Path) -> None:
        """A file with an empty list is a collection without items."""
        (project / "content/begrippen.yaml").write_text("[]\n", encoding="utf-8")
        built = build(project)
        assert codes_and_places(built) == []
        assert not page(built, "/begrippen/").css(".letters")


class TestFacets:
    """The filters that work without script."""

    def test_counts_lead_to_what_they_count(self, project: Path) -> None:
        built = build(project)
        options = page(built, "/praktijken/").css(".filters [data-facet]:not([hidden]) li")
        assert len(options) == len(FACET_PAGES)
        for option in options:
            address = attribute(option, "a", "href")
            cards = page(built, address).css("#lijst > .kaartjes > li")
            assert words(first(option, ".getal")) == str(len(cards)), address

    def test_an_empty_value_says_so(self, project: Path) -> None:
        tree = page(build(project), "/praktijken/status/gestopt/")
        assert texts(tree, "h1") == ["Praktijken met status: gestopt"]
        assert "Nu geen praktijken." in words(first(tree, ".leeg"))

    def test_a_province_shows_its_reports(self, project: Path) -> None:
        tree = page(build(project), "/praktijken/provincie/overijssel/")
        assert "/praktijken/deventer-makers/" in addresses(tree, "main a")
        assert "/verslagen/ronde-tafel/" in addresses(tree, "main a")
        assert tree.css("svg.kaart circle")
        assert "/verslagen/ronde-tafel/" not in addresses(page(build(project), "/praktijken/bewijs/1/"), "main a")

    def test_abroad(self, project: Path, change: Change) -> None:
        """A foreign praktijk stands under its own value and has no page of a gemeente."""
        change(PRAKTIJK, "gemeenten:\n  - leiden\n", "land: BE\n")
        built = build(project)
        assert codes_and_places(built) == []
        assert "/praktijken/leiden-proef/" in addresses(page(built, "/praktijken/provincie/buiten-nederland/"))
        assert "/gemeenten/leiden/" not in built.addresses
        assert "België" in words(first(page(built, "/praktijken/leiden-proef/"), "#paspoort"))


class TestEveryPage:
    """What holds for each page alike."""

    @pytest.fixture(scope="class")
    @staticmethod
    def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
        return build(lay_out(tmp_path_factory.mktemp("pages")))

    def test_it_says_what_and_where_it_is(self, built: Build) -> None:
        """Language, one h1, a description, its own address with the host, and a title."""
        for url in built.addresses:
            tree = page(built, url)
            assert addresses(tree, "link[rel=canonical]") == [f"https://binnenstad.example{url}"]
            assert len(tree.css("h1")) == len(tree.css("html[lang=nl] main")) == 1
            assert attribute(tree, "meta[name=description]", "content").strip()
            assert texts(tree, "title")[0].endswith("De nieuwe binnenstad")

    def test_titles_are_different(self, built: Build) -> None:
        titles = [texts(page(built, url), "title")[0] for url in built.addresses]
        assert len(set(titles)) == len(titles)

    def test_the_way_down(self, built: Build) -> None:
        """Every page below those right under the first has a path of links that exist, which ends with its own name."""
        deep = {url for url in built.addresses if url.count("/") > 2}
        assert not any(page(built, url).css(".kruimels") for url in built.addresses - deep)
        for url in deep:
            tree = page(built, url)
            way = links(tree, ".kruimels a")
            assert way[0] == ("Start", "/")
            assert {address for _, address in way} <= built.addresses
            assert texts(tree, ".kruimels [aria-current=page]") == texts(tree, "h1")

    @pytest.mark.parametrize(
        ("url", "way"),
        [
            (
                "/praktijken/deventer-makers/",
                [("Start", "/"), ("Praktijken", "/praktijken/"), ("Deventer", "/gemeenten/deventer/")],
            ),
            ("/praktijken/trend/anders-werken/", [("Start", "/"), ("Praktijken", "/praktijken/")]),
            ("/kansen/anders-werken/", [("Start", "/"), ("Kansen", "/kansen/")]),
            ("/gemeenten/deventer/", [("Start", "/"), ("Gemeenten", "/gemeenten/")]),
            ("/over/redactie/", [("Start", "/"), ("Over deze site", "/over/")]),
            ("/over/", []),
        ],
    )
    def test_some_ways_down(self, built: Build, url: str, way: list[tuple[str, str]]) -> None:
        assert links(page(built, url), ".kruimels a") == way

    def test_no_door_without_a_room(self, built: Build) -> None:
        """Without repository and channels no page offers to edit, to mail or to join."""
        for html in html_files(built).values():
            assert "Bewerk dit bestand" not in html
            assert "mailto:" not in html
            assert "Naar de groep" not in html
            assert "noindex" not in html

    def test_only_pages_that_exist_are_in_the_menu(self, built: Build) -> None:
        """The small project has no page about privacy, so the footer does not name it."""
        tree = page(built, "/")
        assert set(addresses(tree, "header a, footer nav a")) <= {*built.addresses, "/feeds/alles.xml"}
        assert "Privacy" not in texts(tree, "footer a")
