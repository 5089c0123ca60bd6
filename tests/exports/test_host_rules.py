"""What ships to the web host is what was meant, and a line a host would misread never ships."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binnenstad_site.exports.host_rules import (
    HEADERS,
    META_POLICY,
    REDIRECTS,
    TABLE,
    MalformedRule,
    Redirect,
    Rules,
    _in_meta,
    headers_file,
    parse_headers,
    parse_redirects,
    redirects_file,
)
from tests.conftest import build
from tests.visiting import html_files

CSP = "Content-Security-Policy"
PATHS = ["/", "/404.html", "/trends/anders-werken/", "/bestaat-niet", "/assets/stijl.0a1b.css", "/zoek/index.9.json"]


def shipped(base: str = "", *, preview: bool = False) -> Rules:
    """The rules as a host reads them from the file."""
    output = headers_file(base, preview=preview)
    assert output.path == HEADERS
    return Rules(parse_headers(output.read().decode("ascii")))


def directives(policy: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.strip().partition(" ") for part in policy.split(";"))}


class TestHeaders:
    @pytest.mark.parametrize("path", PATHS)
    def test_every_answer_has_every_header_of_the_site_once(self, path: str) -> None:
        """Also the page for an address that does not exist."""
        headers = shipped().headers_for(path)
        assert headers.items() >= TABLE["/*"].items()

    def test_policy_gives_nothing_that_the_site_does_not_use(self) -> None:
        policy = directives(shipped().headers_for("/")[CSP])
        assert policy["default-src"] == "'none'"
        assert policy["form-action"] == "'self'"
        assert policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == "'none'"
        assert policy["require-trusted-types-for"] == "'script'"
        assert not re.search(r"unsafe|data:|https?:|\*", shipped().headers_for("/")[CSP])

    def test_no_promise_for_ever_before_the_owner_of_the_domain_agrees(self) -> None:
        assert "preload" not in shipped().headers_for("/")["Strict-Transport-Security"]

    @pytest.mark.parametrize(
        ("path", "cached"),
        [
            ("/assets/stijl.0a1b.css", True),
            ("/zoek/index.9f.json", True),
            ("/zoeken/", False),
            ("/", False),
            ("/assets.html", False),
            ("/feeds/alles.xml", False),
        ],
    )
    def test_only_files_whose_name_changes_are_cached_for_ever(self, path: str, cached: bool) -> None:
        headers = shipped().headers_for(path)
        assert headers.get("Cache-Control") == ("public, max-age=31536000, immutable" if cached else None)

    def test_no_header_is_given_twice_except_the_policy_of_a_drawing(self) -> None:
        """A host joins two values or takes the narrower rule. For a drawing both forbid scripts; elsewhere it has no
        choice.
        """
        rules = shipped()
        for path in [*PATHS, "/assets/kaart.0a.svg"]:
            given_by = [
                name for pattern in rules.headers for name in Rules({pattern: rules.headers[pattern]}).headers_for(path)
            ]
            twice = {name for name in given_by if given_by.count(name) > 1}
            assert twice == ({CSP} if path.endswith(".svg") else set())
        alone = TABLE["/*.svg"][CSP]
        assert directives(alone) == {"default-src": "'none'", "style-src": "'unsafe-inline'", "sandbox": ""}
        assert rules.headers_for("/assets/kaart.0a.svg")[CSP] == f"{TABLE['/*'][CSP]}, {alone}"

    def test_base_path_comes_before_every_pattern(self) -> None:
        rules = shipped("/pad")
        assert rules.headers_for("/pad/trends/") == shipped().headers_for("/trends/")
        assert rules.headers_for("/pad/assets/a.svg") == shipped().headers_for("/assets/a.svg")
        assert rules.headers_for("/elders/") == {}

    def test_preview_stays_out_of_search_engines(self) -> None:
        assert shipped(preview=True).headers_for("/trends/")["X-Robots-Tag"] == "noindex"
        assert "X-Robots-Tag" not in shipped().headers_for("/trends/")

    def test_pattern_without_star_is_one_path(self) -> None:
        rules = Rules({"/a": {"X": "1"}})
        assert (rules.headers_for("/a"), rules.headers_for("/ab")) == ({"X": "1"}, {})

    def test_star_takes_no_letter_twice(self) -> None:
        """`/ab*ba` wants at least `/abba`."""
        assert Rules({"/ab*ba": {"X": "1"}}).headers_for("/aba") == {}

    def test_comments_and_empty_lines(self) -> None:
        assert parse_headers("# a\n\n/a\n# b\n  X: 1\n\n  Y: a: b\n/b\n  X: 2") == {
            "/a": {"X": "1", "Y": "a: b"},
            "/b": {"X": "2"},
        }
        assert parse_headers("") == {}

    @pytest.mark.parametrize(
        ("line", "text"),
        [
            (1, "  X: 1"),
            (1, "a\n  X: 1"),
            (1, "/a"),
            (1, "/a\n/b\n  X: 1"),
            (1, "/a b\n  X: 1"),
            (1, "/a/:slug\n  X: 1"),
            (1, "/*/*\n  X: 1"),
            (2, "/a\n X: 1"),
            (2, "/a\n   X: 1"),
            (2, "/a\n\tX: 1"),
            (2, "/a\n  X 1"),
            (2, "/a\n  X:1"),
            (2, "/a\n  X: "),
            (2, "/a\n  X: 1 "),
            (2, "/a\n  X: é"),
            (2, "/a\n  X: 1\r"),
            (2, "/a\n  ! X: 1"),
            (3, "/a\n  X: 1\n  x: 2"),
            (3, "/a\n  X: 1\n/a\n  Y: 1"),
            (2, f"/a\n  X: {'1' * 2000}"),
        ],
    )
    def test_malformed_line_is_told_with_its_number(self, line: int, text: str) -> None:
        with pytest.raises(MalformedRule, match=f"^_headers:{line}: ") as caught:
            parse_headers(text)
        assert caught.value.line == line


class TestPolicyInPages:
    """Where a host ignores `_headers`, the page itself says what it may load and run."""

    def test_it_says_what_the_header_says(self) -> None:
        """All but what only a header can say, what sends a browser to https, and what `default-src` already says."""
        header, meta = directives(TABLE["/*"][CSP]), directives(META_POLICY)
        assert meta.items() <= header.items()
        left_out = header.keys() - meta.keys()
        assert left_out == {"frame-ancestors", "upgrade-insecure-requests", "frame-src", "object-src"}
        assert {header[name] for name in ("frame-src", "object-src")} == {meta["default-src"]} == {"'none'"}

    def test_only_a_header_can_say_it(self) -> None:
        policy = "default-src 'none'; img-src 'self'; sandbox; report-uri /x; report-to x; frame-ancestors 'none'"
        assert _in_meta(policy) == "default-src 'none';img-src 'self'"

    def test_every_page_has_it_before_anything_that_loads(self, project: Path) -> None:
        """Also the page for what does not exist, and the small page at a former address."""
        (project / "content/omleidingen.yaml").write_text("- van: /info/\n  naar: /over/\n", encoding="utf-8")
        pages = html_files(build(project))
        assert {"index.html", "404.html", "info/index.html", "zoeken/index.html"} <= pages.keys()
        start = (
            '<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{META_POLICY}">\n<title>'
        )
        assert [path for path, html in pages.items() if html.count(start) != 1] == []
        assert [path for path, html in pages.items() if html.count(CSP) != 1] == []


class TestRedirects:
    def test_moved_for_good_also_where_a_page_stands(self) -> None:
        output = redirects_file({"/oud/": "/nieuw/", "/kansen/x/": "/begrippen/#x"})
        assert output.path == REDIRECTS
        assert output.read() == b"/kansen/x/ /begrippen/#x 301!\n/oud/ /nieuw/ 301!\n"
        rules = Rules(redirects=parse_redirects(output.read().decode("ascii")))
        assert rules.redirect_for("/oud/") == rules.redirect_for("/oud") == Redirect("/nieuw/", 301, forced=True)
        assert rules.redirect_for("/nieuw/") is None

    def test_base_path_comes_before_both(self) -> None:
        assert redirects_file({"/oud/": "/nieuw/"}, "/pad").read() == b"/pad/oud/ /pad/nieuw/ 301!\n"

    def test_no_redirects(self) -> None:
        assert redirects_file({}).read() == b""

    @pytest.mark.parametrize(
        "target", ["//evil.example/", "https://evil.example/", "/a b/", "", "/a/\n/b/", "/é/", "/oud/"]
    )
    def test_address_that_cannot_stand_in_the_file(self, target: str) -> None:
        with pytest.raises(MalformedRule):
            redirects_file({"/oud/": target})

    @pytest.mark.parametrize(
        "text",
        [
            "/a/ /b/",
            "/a/ /b/ 200",
            "/a/  /b/ 301",
            "/a/ /b/ 301 ",
            "/a/ /b/ 301\r",
            " /a/ /b/ 301",
            "/a/* /b/:splat 301",
            "a /b/ 301",
            "/a/ /b/ 301 Country=nl",
            "/a/ /a/#b 301",
            "/a/ /b/ 301\n/a/ /c/ 301",
            f"/{'a' * 2000} /b/ 301",
        ],
    )
    def test_malformed_line(self, text: str) -> None:
        with pytest.raises(MalformedRule, match=r"^_redirects:"):
            parse_redirects(f"# note\n\n{text}\n")

    def test_rule_that_is_not_forced(self) -> None:
        assert parse_redirects("/a/ /b/ 302") == {"/a/": Redirect("/b/", 302, forced=False)}


ADDRESS = st.from_regex(r"/(?:[a-z0-9-]{1,8}/){1,3}", fullmatch=True)


@settings(deadline=None)
@given(st.dictionaries(ADDRESS, ADDRESS.map(lambda address: "/nieuw" + address)))
def test_what_was_meant_is_what_a_host_reads(redirects: dict[str, str]) -> None:
    read = parse_redirects(redirects_file(redirects).read().decode("ascii"))
    assert {source: redirect.target for source, redirect in read.items()} == redirects


@settings(deadline=None)
@given(st.text(alphabet="/aX:* #\n\r\t1é!", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (parse_headers, parse_redirects):
        try:
            rules = parse(text)
        except MalformedRule:
            continue
        assert all(path.startswith("/") for path in rules)
