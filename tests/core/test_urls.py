"""Slugs and addresses: what may be one, and how a text becomes one."""

from __future__ import annotations

import posixpath
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.core.urls import DEVICES, LONGEST_SLUG, base_path, is_example, is_slug, page_path, slugify

ALPHABET = set(string.ascii_lowercase + string.digits + "-")


@pytest.mark.parametrize(
    "text", ["a", "0", "anders-werken", "2024", "a-1-b", "x" * LONGEST_SLUG, "console", "com10", "nul-1"]
)
def test_slugs(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "-a",
        "a-",
        "a--b",
        "A",
        "é",
        "a b",
        "a_b",
        "a/b",
        "a.b",
        "..",
        "a\n",
        "\n",
        "１",
        "x" * (LONGEST_SLUG + 1),
        *sorted(DEVICES),
    ],
)
def test_no_slugs(text: str) -> None:
    assert not is_slug(text)


def test_names_that_windows_keeps() -> None:
    assert {"con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9"} <= DEVICES
    assert len(DEVICES) == 22


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Wat wéten we?", "wat-weten-we"),
        ("’s-Hertogenbosch", "s-hertogenbosch"),
        ("Scenario's", "scenarios"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("Ærø Œuvre Straße Łódź đ ĳ", "aero-oeuvre-strasse-lodz-d-ij"),
        ("  De  binnenstad -- 2030! ", "de-binnenstad-2030"),
        ("e\u0301e\u0301n", "een"),
        ("a/b\\c.d", "a-b-c-d"),
        ("../../etc/passwd", "etc-passwd"),
        ("???", "item"),
        ("", "item"),
        ("東京", "item"),
        ("x" * 79 + " y", "x" * 79),
        ("x" * 100, "x" * LONGEST_SLUG),
        ("already-a-slug", "already-a-slug"),
    ],
)
def test_the_slug_of_a_title(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text())
def test_a_slug_is_never_empty_and_in_its_alphabet(text: str) -> None:
    slug = slugify(text)

    assert set(slug) <= ALPHABET
    assert is_slug(slug) or slug in DEVICES


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)


@given(st.from_regex(r"\A[a-z0-9]+(-[a-z0-9]+)*\Z").filter(lambda text: len(text) <= LONGEST_SLUG))
def test_a_good_name_stays(text: str) -> None:
    assert slugify(text) == text


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/", "index.html"),
        ("/trends/", "trends/index.html"),
        ("/trends/anders-werken/", "trends/anders-werken/index.html"),
        ("/404.html", "404.html"),
        ("/feeds/alles.xml", "feeds/alles.xml"),
        ("", "index.html"),
    ],
)
def test_the_file_of_an_address(url: str, path: str) -> None:
    assert page_path(url) == path


@given(st.lists(st.text().map(slugify)))
def test_the_file_of_an_address_lies_in_the_output(parts: list[str]) -> None:
    path = page_path("/" + "".join(f"{part}/" for part in parts))

    assert path.endswith("index.html")
    assert posixpath.normpath(path) == path
    assert not path.startswith(("/", ".."))


@pytest.mark.parametrize(
    ("base_url", "path"),
    [
        ("https://x.nl", ""),
        ("https://x.nl/", ""),
        ("https://x.nl/repo", "/repo"),
        ("https://x.nl/repo/", "/repo"),
        ("http://localhost:8000/a/b/", "/a/b"),
        ("/repo/", "/repo"),
        ("", ""),
    ],
)
def test_the_path_of_a_base_address(base_url: str, path: str) -> None:
    assert base_path(base_url) == path


@pytest.mark.parametrize(
    ("base_url", "example"),
    [
        ("https://de-nieuwe-binnenstad.example", True),
        ("https://DE-NIEUWE-BINNENSTAD.Example./pad", True),
        ("http://localhost:8000", True),
        ("https://x.test", True),
        ("https://www.example.nl/pad/", True),
        ("https://naam.github.io/example", False),
        ("https://example-stad.nl", False),
        ("https://example.gemeente.nl", False),
        ("", False),
    ],
)
def test_an_address_that_is_an_example(base_url: str, example: bool) -> None:
    assert is_example(base_url) is example
