"""An address that was published keeps working, and a redirect that cannot work is told where it was written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.core.diagnostics import Location
from binnenstad_site.exports.host_rules import parse_redirects
from binnenstad_site.exports.redirects import (
    PUBLISHED_COMMENT,
    PUBLISHED_FILE,
    Moved,
    broken_addresses,
    check_published,
    former_addresses,
    in_doubt,
    published_text,
    resolve,
    stub,
)
from tests.conftest import build, codes_and_places, only_diagnostic
from tests.visiting import KANS, LAST, PRAKTIJK, attribute, page, text_file, texts

Change = Callable[..., None]
URLS = frozenset({"/", "/trends/", "/over/", "/kansen/anders-werken/"})
SOME_ADDRESSES = st.sets(st.sampled_from([f"/{word}/" for word in ("a", "B", "a/b", "a-b", "zoek", "0", "a_b", "~")]))
HERE = Location("content/omleidingen.yaml", 1, 8)


def redirects(*pairs: tuple[str, str], broken: frozenset[str] = frozenset()) -> tuple[dict[str, str], list[str]]:
    """What `resolve` makes of `(old, new)` pairs, and the codes it reports."""
    places = [partial(Location, HERE.path, line) for line in range(1, len(pairs) + 1)]
    moved = [Moved(*pair, place, place) for pair, place in zip(pairs, places, strict=True)]
    resolved = resolve(moved, URLS, broken)
    return dict(resolved.targets), [diagnostic.code.value for diagnostic in resolved.diagnostics]


class TestResolve:
    """From what editors ask to what hosts do."""

    def test_a_former_address_leads_on(self) -> None:
        pairs = (("/oud/", "/over/"), ("/ouder/", "/kansen/anders-werken/#kans-x"))
        assert redirects(*pairs) == (dict(pairs), [])

    def test_to_an_item_that_is_broken(self) -> None:
        """The file with errors is told already; the redirect to it is good."""
        assert redirects(("/oud/", "/trends/x/"), broken=frozenset({"/trends/x/"})) == ({"/oud/": "/trends/x/"}, [])

    @pytest.mark.parametrize(
        ("pairs", "codes"),
        [
            ([("/oud/", "/weg/")], ["kapotte-omleiding"]),
            ([("/over/", "/trends/")], ["omleiding-verbergt-pagina"]),
            ([("/OVER/", "/trends/")], ["omleiding-verbergt-pagina"]),
            ([("/stuk/", "/trends/")], ["omleiding-verbergt-pagina"]),
            ([("/oud/", "/oud/")], ["omleiding-in-kring"]),
            ([("/a/", "/b/"), ("/b/", "/a/")], ["omleiding-in-kring"]),
            ([("/a/", "/b/"), ("/b/", "/c/"), ("/c/", "/b/")], ["omleiding-in-kring"]),
            ([("/a/", "/b/"), ("/b/", "/over/")], ["omleiding-over-omleiding"]),
            ([("/a/", "/b/"), ("/b/", "/a/"), ("/c/", "/c/")], ["omleiding-in-kring"] * 2),
            ([("/a/", "/over/"), ("/a/", "/trends/")], ["dubbel-adres"]),
            ([("/a/", "/over/"), ("/A/", "/trends/")], ["dubbel-adres"]),
        ],
    )
    def test_what_cannot_work(self, pairs: list[tuple[str, str]], codes: list[str]) -> None:
        """Each is reported and none of it reaches a host; what can work does."""
        targets, reported = redirects(*pairs, broken=frozenset({"/stuk/"}))
        assert reported == codes
        assert all(new in URLS for new in targets.values())

    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["/a/", "/b/", "/B/", "/c/", "/over/"]),
                st.sampled_from(["/a/", "/b/", "/c/", "/over/", "/x/"]),
            ),
            max_size=6,
        )
    )
    def test_whatever_is_asked(self, pairs: list[tuple[str, str]]) -> None:
        """What is left ends at a page in one step and hides none; if anything was dropped, something was said."""
        targets, reported = redirects(*pairs)
        assert set(targets.values()) <= URLS
        assert not {old.casefold() for old in targets} & URLS
        assert len({old.casefold() for old in targets}) == len(targets)
        assert len(reported) <= len(pairs) - len(targets), "a ring is told once"
        assert (len(targets) == len(pairs)) == (not reported)


class TestAddresses:
    """Which addresses items with errors would have."""

    def test_of_broken_items(self) -> None:
        """A trend has three pages; a kans or a term has an anchor on a page that is there anyway."""
        refs = [
            ("trends", "anders-werken"),
            ("paginas", "over/redactie"),
            ("kansen", "x"),
            ("begrippen", "y"),
            ("site", ""),
        ]
        assert broken_addresses(refs) == {
            "/trends/anders-werken/",
            "/kansen/anders-werken/",
            "/praktijken/trend/anders-werken/",
            "/over/redactie/",
        }

    def test_in_doubt(self) -> None:
        """When a folder could not be read, perhaps the page is there; when an item has errors, perhaps its gemeente."""
        listed = ["/praktijken/x/", "/praktijken/", "/over/", "/gemeenten/leiden/"]
        assert in_doubt(listed, ["praktijken"], incomplete=False) == {"/praktijken/x/", "/praktijken/"}
        assert in_doubt(listed, [], incomplete=True) == {"/gemeenten/leiden/"}
        assert in_doubt(listed, [], incomplete=False) == frozenset()

    def test_what_was_meant(self) -> None:
        """An alias that is written badly was told; what it was meant to save is not said to be lost as well."""
        assert list(former_addresses({"aliases": ("/oud/", "ouder", ("x",)), "van": "/info"})) == [
            "/oud/",
            "/ouder/",
            "/info/",
        ]
        assert list(former_addresses({"aliases": "oud/", "titel": "x"})) == ["/oud/"]


class TestPublished:
    """`gepubliceerde-adressen.txt` grows, and nothing on it goes away unseen."""

    def check(self, lines: list[tuple[int, str]]) -> list[tuple[str, int, str]]:
        diagnostics = check_published(lines, URLS, frozenset({"/stuk/"}), {"/oud/"})
        return [(d.code.value, d.location.line, d.message) for d in diagnostics]

    def test_what_is_still_there(self) -> None:
        """A page, a redirect or a broken item: nothing is lost."""
        listed = [
            (n, address)
            for n, address in enumerate(["/", "/kansen/anders-werken/", "/oud/", "/over/", "/stuk/", "/trends/"], 1)
        ]
        assert self.check(listed) == []

    def test_what_goes_away(self) -> None:
        lines = [*enumerate(sorted(URLS), 1), (9, "/ovr/")]
        assert self.check(lines) == [("verdwenen-adres", 9, "Het adres /ovr/ is gepubliceerd en verdwijnt")]

    def test_what_is_new_is_a_word_for_the_maintainer(self) -> None:
        ((code, line, message),) = self.check([])
        assert (code, line) == ("nieuw-adres", 1)
        assert message == "Nog niet in de lijst van gepubliceerde adressen: /, /kansen/anders-werken/, /over/ en 1 meer"

    def test_the_text_of_the_list(self) -> None:
        """Sorted, each once, with the comments of the maintainer on top; nothing is ever taken off."""
        before = "# van de redactie\n/over/\n\n# nog iets\n  /oud/\n"
        assert published_text(before, {"/over/", "/a/", "/404.html"}) == (
            "# van de redactie\n# nog iets\n/a/\n/oud/\n/over/\n",
            1,
        )
        assert published_text("", ["/"]) == (f"{PUBLISHED_COMMENT}\n/\n", 1)

    @given(SOME_ADDRESSES, SOME_ADDRESSES)
    def test_nothing_is_lost_and_twice_is_once(self, first: set[str], second: set[str]) -> None:
        text, added = published_text(published_text("", first)[0], second)
        assert added == len(second - first)
        assert set(text.split("\n")[1:-1]) == first | second
        assert published_text(text, first | second) == (text, 0)

    def test_a_line_that_is_no_address(self, project: Path) -> None:
        (project / PUBLISHED_FILE).write_text("# zo\n/over/\nover\n/a\n", encoding="utf-8")
        assert codes_and_places(build(project)) == [
            ("ongeldig-adres", PUBLISHED_FILE, 3, 1),
            ("ongeldig-adres", PUBLISHED_FILE, 4, 1),
        ]


class TestInASite:
    """Aliases of items and `omleidingen.yaml`, through the whole builder."""

    def test_aliases_and_the_list_together(self, project: Path, change: Change) -> None:
        """A rule for hosts that read rules, and a small page for those that do not."""
        change(PRAKTIJK, LAST, f"{LAST}aliases:\n  - /praktijken/oude-naam/\n")
        change(KANS, LAST, f"{LAST}aliases:\n  - /kansen/oud/\n")
        (project / "content/omleidingen.yaml").write_text("- van: /info/\n  naar: /over/\n", encoding="utf-8")
        result = build(project, base_url="https://kennis.example/pad")
        rules = parse_redirects(text_file(result, "_redirects"))

        assert codes_and_places(result) == []
        assert {old: rule.target for old, rule in rules.items()} == {
            "/pad/info/": "/pad/over/",
            "/pad/kansen/oud/": "/pad/kansen/anders-werken/#kans-lege-panden",
            "/pad/praktijken/oude-naam/": "/pad/praktijken/leiden-proef/",
        }
        small = page(result, "/kansen/oud/")
        target = "/pad/kansen/anders-werken/#kans-lege-panden"
        assert attribute(small, "meta[http-equiv=refresh]", "content") == f"0; url={target}"
        assert attribute(small, "main a", "href") == target
        assert attribute(small, "link[rel=canonical]", "href") == f"https://kennis.example{target}"
        assert attribute(small, "meta[name=robots]", "content") == "noindex"

    def test_published_and_moved(self, project: Path, change: Change) -> None:
        """A renamed file loses its address unless the new one has the old as alias."""
        (project / PUBLISHED_FILE).write_text("/praktijken/leiden-proef/\n", encoding="utf-8")
        (project / PRAKTIJK).rename(project / "content/praktijken/leiden-hoofdstraat.md")
        aanpak = project / "content/aanpakken/makers-op-proef.md"
        text = aanpak.read_text(encoding="utf-8")
        aanpak.write_text(text.replace("leiden-proef", "leiden-hoofdstraat"), encoding="utf-8")
        lost = only_diagnostic(build(project))
        assert (lost.code, lost.location.path, lost.location.line) == ("verdwenen-adres", PUBLISHED_FILE, 1)
        change("content/praktijken/leiden-hoofdstraat.md", LAST, f"{LAST}aliases:\n  - /praktijken/leiden-proef/\n")
        assert codes_and_places(build(project)) == []

    def test_a_redirect_with_an_error_is_told_once(self, project: Path) -> None:
        """Its old address is not said to be lost as well."""
        (project / PUBLISHED_FILE).write_text("/info/\n", encoding="utf-8")
        (project / "content/omleidingen.yaml").write_text("- van: /info/\n  naar: /ovr/\n", encoding="utf-8")
        wrong = only_diagnostic(build(project))
        assert (wrong.code, wrong.location) == ("kapotte-omleiding", Location("content/omleidingen.yaml", 2, 9, 14))
        assert wrong.hint == 'Bedoelde u "/over/"?'

    @pytest.mark.parametrize("alias", ["/../x/", "/sitemap.xml/", "/a:b/", "/a*/", "/café/", "/a%2fb/", "/a/./b/"])
    def test_an_alias_that_no_host_can_serve(self, project: Path, change: Change, alias: str) -> None:
        change(PRAKTIJK, LAST, f'{LAST}aliases:\n  - "{alias}"\n')
        wrong = only_diagnostic(build(project))
        assert (wrong.code, wrong.location.path) == ("ongeldig-adres", PRAKTIJK)

    def test_a_small_page_is_a_whole_page(self) -> None:
        output = stub("/oud/", '/a"b/', 'https://x.example/a"b/')
        assert output.path == "oud/index.html"
        assert b'<html lang="nl">' in output.read()
        assert b'"/a&#34;b/"' in output.read()


def test_a_facet_that_was_published_stays(project: Path) -> None:
    """All values have a page, so none of them can go away with the last praktijk that had it."""
    (project / PUBLISHED_FILE).write_text("/praktijken/bewijs/4/\n/praktijken/provincie/zeeland/\n", encoding="utf-8")
    result = build(project)
    assert codes_and_places(result) == []
    assert texts(page(result, "/praktijken/bewijs/4/"), ".leeg")
