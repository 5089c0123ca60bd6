"""What machines read is valid, complete and dated by the content alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from binnenstad_site.exports.feeds import MOST_ENTRIES, NEVER
from binnenstad_site.pipeline import Build
from tests.conftest import build, codes_and_places
from tests.visiting import KANS, LAST, PRAKTIJK, WITHDRAWN, add_praktijk, content_of, text_file

Change = Callable[..., None]
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOST = "https://binnenstad.example"


def feed(built: Build) -> ET.Element:
    content = content_of(built, "feeds/alles.xml")
    assert content.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<feed')
    return ET.fromstring(content)


def sitemap(built: Build) -> dict[str, str]:
    """Address -> day of the last change, or an empty text."""
    root = ET.fromstring(content_of(built, "sitemap.xml"))
    assert root.tag == f"{MAP}urlset"
    return {url.findtext(f"{MAP}loc", ""): url.findtext(f"{MAP}lastmod", "") for url in root}


def parts(element: ET.Element, name: str) -> list[str]:
    return [part.text or "" for part in element.findall(ATOM + name)]


class TestFeed:
    """Atom, of every item and every major change."""

    def test_what_every_feed_must_have(self, project: Path) -> None:
        root = feed(build(project))
        assert root.tag == f"{ATOM}feed"
        assert parts(root, "title") == ["De nieuwe binnenstad"]
        assert parts(root, "id") == [f"{HOST}/feeds/alles.xml"]
        assert [author.findtext(f"{ATOM}name") for author in root.findall(f"{ATOM}author")] == [
            "redactie De nieuwe binnenstad"
        ]
        assert [(link.get("rel"), link.get("href")) for link in root.findall(f"{ATOM}link")] == [
            ("self", f"{HOST}/feeds/alles.xml"),
            ("alternate", f"{HOST}/"),
        ]
        for entry in root.findall(f"{ATOM}entry"):
            for name in ("title", "id", "updated", "summary"):
                assert len(parts(entry, name)) == 1
                assert parts(entry, name)[0]

    def test_dates_are_those_of_the_content(self, project: Path, change: Change) -> None:
        """Whatever the build date: the feed is as new as the newest change.

        The site map too, as long as no status is told otherwise: three years after the newest source.
        """
        change(PRAKTIJK, "datum: 2026-11-20", "datum: 2026-11-22")
        one, other = build(project, date(2026, 11, 24)), build(project, date(2028, 2, 29))
        assert content_of(one, "feeds/alles.xml") == content_of(other, "feeds/alles.xml")
        assert content_of(one, "sitemap.xml") == content_of(build(project, date(2027, 5, 31)), "sitemap.xml")
        assert parts(feed(one), "updated") == ["2026-11-22T00:00:00Z"]

    def test_the_newest_first_and_of_one_day_by_kind_and_name(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, LAST, f"{LAST}  - datum: 2026-11-23\n    soort: groot\n    wat: Nieuwe cijfers.\n")
        entries = feed(build(project)).findall(f"{ATOM}entry")
        days = [parts(entry, "updated")[0] for entry in entries]
        assert days == sorted(days, reverse=True)
        assert parts(entries[0], "summary") == ["Nieuwe cijfers."]
        assert parts(entries[1], "title") == ["Makers op proef in lege panden"]
        assert parts(entries[2], "title") == ["Vul lege panden met makers uit de buurt"]
        assert [parts(entry, "title")[0] for entry in entries[3:5]] == [
            "Een proef in de hoofdstraat",
            "Makers in lege panden",
        ]

    def test_minor_changes_are_left_out(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, LAST, f"{LAST}  - datum: 2026-11-23\n    soort: klein\n    wat: Een typefout.\n")
        assert "Een typefout." not in text_file(build(project), "feeds/alles.xml")

    def test_every_entry_has_its_own_name(self, project: Path, change: Change) -> None:
        """Also two changes on one day, and an item with an anchor for an address."""
        same_day = f"{LAST}  - datum: 2026-11-20\n    soort: groot\n    wat: Nog iets.\n"
        change(PRAKTIJK, LAST, same_day)
        change(KANS, LAST, same_day)
        names = [parts(entry, "id")[0] for entry in feed(build(project)).findall(f"{ATOM}entry")]
        assert len(set(names)) == len(names)
        assert f"{HOST}/praktijken/leiden-proef/#wijziging-2026-11-20" in names
        assert f"{HOST}/praktijken/leiden-proef/#wijziging-2026-11-20-2" in names
        assert f"{HOST}/kansen/anders-werken/#kans-lege-panden&wijziging-2026-11-20-2" in names

    def test_not_longer_than_a_reader_needs(self, project: Path) -> None:
        for number in range(MOST_ENTRIES):
            add_praktijk(project, f"nummer-{number}")
        assert len(feed(build(project)).findall(f"{ATOM}entry")) == MOST_ENTRIES

    def test_nothing_ever_changed(self, project: Path) -> None:
        """A feed without entries is still a feed; its date is then one that never was."""
        for file in (project / "content").rglob("*.*"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("soort: groot\n    wat: Eerste versie.", "soort: klein"), encoding="utf-8")
        root = feed(build(project))
        assert root.findall(f"{ATOM}entry") == []
        assert parts(root, "updated") == [f"{NEVER}T00:00:00Z"]

    def test_text_that_looks_like_markup(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, "titel: Een proef in de hoofdstraat", 'titel: Winkel & werk > 3 "sterk"')
        titles = [parts(entry, "title")[0] for entry in feed(build(project)).findall(f"{ATOM}entry")]
        assert "Winkel & werk > 3 “sterk”" in titles

    def test_base_path(self, project: Path) -> None:
        """Every address in the feed is whole: with scheme, host and path, each once."""
        text = text_file(build(project, base_url="https://kennis.example/pad"), "feeds/alles.xml")
        assert "https://kennis.example/pad/praktijken/leiden-proef/" in text
        assert "/pad/pad/" not in text
        assert HOST not in text


class TestSitemap:
    """The pages that a search engine may show."""

    def test_exactly_the_pages_that_count(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, LAST, WITHDRAWN)
        change(KANS, LAST, LAST + "aliases:\n  - /oud/\n")
        built = build(project)
        expected = built.addresses - {"/404.html", "/praktijken/leiden-proef/"}
        assert codes_and_places(built) == []
        assert list(sitemap(built)) == sorted(HOST + url for url in expected)

    @pytest.mark.parametrize(
        ("url", "day"),
        [
            ("/praktijken/leiden-proef/", "2026-11-22"),
            ("/praktijken/", "2026-11-22"),
            ("/praktijken/trend/anders-werken/", "2026-11-22"),
            ("/praktijken/status/gestopt/", ""),
            ("/gemeenten/leiden/", "2026-11-22"),
            ("/gemeenten/deventer/", "2026-11-20"),
            ("/meedoen/", "2026-11-01"),
            ("/kansen/anders-werken/", "2026-11-20"),
            ("/kansen/anders-vervoeren/", ""),
            ("/", "2026-11-22"),
            ("/wijzigingen/", "2026-11-20"),
            ("/zoeken/", ""),
        ],
    )
    def test_the_newest_day_in_what_a_page_shows(self, project: Path, change: Change, url: str, day: str) -> None:
        """A minor change counts for the page itself, and a check without a day for the first of its month."""
        change(PRAKTIJK, LAST, f"{LAST}  - datum: 2026-11-22\n    soort: klein\n")
        assert sitemap(build(project))[HOST + url] == day

    def test_base_path(self, project: Path) -> None:
        built = build(project, base_url="https://kennis.example/pad/")
        assert set(sitemap(built)) == {f"https://kennis.example/pad{url}" for url in built.addresses - {"/404.html"}}


@pytest.mark.parametrize(("preview", "rule"), [(False, "Allow: /"), (True, "Disallow: /")])
def test_robots(project: Path, preview: bool, rule: str) -> None:
    """Everything may be read, of a preview nothing; the way to the sitemap has the base path."""
    built = build(project, base_url="https://kennis.example/pad", preview=preview)
    assert text_file(built, "robots.txt") == (
        f"User-agent: *\n{rule}\n\nSitemap: https://kennis.example/pad/sitemap.xml\n"
    )


def test_how_a_browser_searches_here(project: Path) -> None:
    """The description of OpenSearch leads to the search page, which leads to it."""
    built = build(project)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    root = ET.fromstring(content_of(built, "opensearch.xml"))
    address = root.find(f"{space}Url")
    assert address is not None
    assert address.get("template") == f"{HOST}/zoeken/?q={{searchTerms}}"
    assert len(root.findtext(f"{space}ShortName", "")) <= 16
    assert 'rel="search"' in text_file(built, "zoeken/index.html")
