"""Each type of field takes what it promises, refuses the rest, and offers a guess that it would take."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from binnenstad_site.core.hosts import LONGEST_URL
from binnenstad_site.core.typography import curl
from binnenstad_site.models import texttypes
from binnenstad_site.models.texttypes import OfOnbekend, Uniek, Vast, number_of, suggest_date

DATES = ("Begin", "Dag", "Datum", "Eind", "Jaar", "JaarOfOnbekend", "Maand")
ADAPTERS: Mapping[str, TypeAdapter[Any]] = {
    name: TypeAdapter(getattr(texttypes, name))
    for name in (*DATES, "Adres", "Decimaal", "Geheel", "Getal", "JaNee", "Slug", "Tekst", "Url")
}
LONG = "9" * 5000
"""More digits than Python will read."""


def refusal(name: str, value: object) -> tuple[str, Mapping[str, Any]]:
    """The type and the context of the one error that a value gives."""
    with pytest.raises(ValidationError) as caught:
        ADAPTERS[name].validate_python(value)
    (error,) = caught.value.errors()
    return error["type"], error.get("ctx", {})


def accepts(name: str, value: object) -> bool:
    try:
        ADAPTERS[name].validate_python(value)
    except ValidationError:
        return False
    return True


TAKEN: Mapping[str, list[tuple[str, object]]] = {
    "Tekst": [
        ("Delft: de markt #3", "Delft: de markt #3"),
        ("scenario's", "scenario’s"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("a < b en c*d of e_f_g", "a < b en c*d of e_f_g"),
        ("info@gemeente.nl (zie [1])", "info@gemeente.nl (zie [1])"),
    ],
    "Slug": [("ad-2017", "ad-2017"), ("a", "a")],
    "Adres": [(path, path) for path in ("/oud/", "/a/b-c/D_e~1/", "/over/admin/", "/console/", "/administratie/")],
    "Url": [
        (url, url)
        for url in (
            "https://x.nl",
            "http://x.nl/",
            "https://www.x.nl:8080/a?b=c#d",
            "https://x.nl?b",
            "https://x.nl#d",
            "https://x.nl/@naam/utm_source",
            "https://x.nl/" + "a" * (LONGEST_URL - 13),
        )
    ],
    "Geheel": [("0", 0), ("1250", 1250), ("-3", -3), ("9" * 15, 10**15 - 1)],
    "Decimaal": [("52.255", 52.255), ("-0.5", -0.5), ("6", 6.0), ("0", 0.0)],
    "Getal": [(n, n) for n in ("0", "1250", "1.250", "210.000", "23,7", "-1,5", "1.000.000,25", "007")],
    "JaNee": [("ja", True), ("true", True), ("nee", False), ("false", False)],
}
REFUSED: Mapping[str, list[tuple[str, str]]] = {
    "Tekst": [
        ("", "lege-waarde"),
        *(
            (text, "opmaak-in-veld")
            for text in ("**vet**", "een [@bron]", "[a](b)", "`code`", "__vet__", "<b>", "</b>")
        ),
        ("<!-- x -->", "opmaak-in-veld"),
    ],
    "Slug": [(text, "ongeldige-slug") for text in ("", "A", "a b", "é", "a--b", "con", "x" * 81)],
    "Adres": [
        (text, "ongeldig-adres")
        for text in (
            "",
            "/",
            "//",
            "oud",
            "/oud",
            "oud/",
            "/a//b/",
            "/a b/",
            "/a/?b",
            "/a/#b",
            "https://x.nl/a/",
            "/a/\n",
            "/a/../b/",
            "/sitemap.xml/",
            "/a:b/",
            "/a*/",
            "/café/",
            "/a%20b/",
            "/con/",
            "/over/Com1/x/",
            "/admin/",
            "/Admin/x/",
        )
    ],
    "Url": [
        (text, "ongeldige-url")
        for text in (
            "",
            "x.nl",
            "www.x.nl",
            "//x.nl/a",
            "ftp://x.nl",
            "javascript:alert(1)",
            "data:text/html,x",
            "mailto:a@x.nl",
            "https://",
            "https://x",
            "https://localhost/",
            "https://x.nl/a b",
            "https://x..nl",
            "https://.nl",
            "https://x.",
            "https://naam@x.nl/",
            "https://naam:geheim@x.nl/",
            'https://x.nl/"onload="x',
            "https://x.nl/<script>",
            "https://x.nl/?utm_source=nieuwsbrief",
            "https://x.nl/?a=b&fbclid=1",
            "https://x.nl/?GCLID=1",
            "https://x.nl/?mc_cid=1",
            "https://x.nl/" + "a" * LONGEST_URL,
            "HTTPS://x.nl",
            "https://b\u0430nk.nl",
            "https://café.nl",
        )
    ],
    "Geheel": [
        (text, "ongeldig-getal")
        for text in ("", "01", "1.250", "1 250", "1_000", "1,5", "+1", "0x1", "tien", "-0", "१२", LONG, "1\n")
    ],
    "Decimaal": [
        (text, "ongeldig-getal")
        for text in ("", "52,255", ".5", "5.", "00.5", "1e5", "inf", "nan", "1.2.3", "٥.٥", LONG, "1." + LONG)
    ],
    "Getal": [
        (text, "ongeldig-getal")
        for text in ("", "ruim 5", "5%", "1.25", "1,250.5", "1 250", "1.2500", ",5", "5,", "٥", LONG, "1," + LONG)
    ],
    "JaNee": [(text, "geen-ja-nee") for text in ("", "Ja", "NEE", "yes", "no", "on", "1", "misschien")],
}


@pytest.mark.parametrize(
    ("name", "typed", "value"), [(name, *row) for name, rows in TAKEN.items() for row in rows], ids=repr
)
def test_taken(name: str, typed: str, value: object) -> None:
    validated = ADAPTERS[name].validate_python(typed)

    assert validated == value
    assert type(validated) is type(value)


@pytest.mark.parametrize(
    ("name", "typed", "kind"),
    [pytest.param(name, *row, id=f"{name}-{row[0][:20]!r}") for name, rows in REFUSED.items() for row in rows],
)
def test_refused(name: str, typed: str, kind: str) -> None:
    assert refusal(name, typed)[0] == kind


DATE_ROWS: Mapping[str, set[str]] = {
    "2026": {"Begin", "Datum", "Eind", "Jaar", "JaarOfOnbekend"},
    "1000": {"Begin", "Datum", "Eind", "Jaar", "JaarOfOnbekend"},
    "2100": {"Begin", "Datum", "Eind", "Jaar", "JaarOfOnbekend"},
    "2026-05": {"Begin", "Datum", "Eind", "Maand"},
    "2026-05-31": {"Dag", "Datum", "Maand"},
    "2024-02-29": {"Dag", "Datum", "Maand"},
    "onbekend": {"Begin", "Datum", "Eind", "JaarOfOnbekend"},
    "heden": {"Eind"},
    **{
        text: set[str]()
        for text in (
            "",
            "0000",
            "0999",
            "2101",
            "2101-05",
            "2026-00",
            "2026-13",
            "2026-02-30",
            "2025-02-29",
            "2026-05-00",
            "2026-5",
            "2026-5-1",
            "31-05-2026",
            "26",
            "2026-05-31T12:00",
            "2026/05/31",
            " 2026",
            "2026\n",
            "２０２６",
            "２０２６-05",
            "2026-05-３1",
            "Onbekend",
            "mei 2026",
            "2026-05-31-01",
        )
    },
}


@pytest.mark.parametrize(("text", "takers"), DATE_ROWS.items())
def test_dates(text: str, takers: set[str]) -> None:
    """A date is taken only where its precision is asked, and only when the day exists."""
    assert {name for name in DATES if accepts(name, text)} == takers
    for name in set(DATES) - takers:
        assert refusal(name, text)[0] == "ongeldige-datum"


@pytest.mark.parametrize(
    ("name", "text", "guess"),
    [
        ("Dag", "31-05-2026", "2026-05-31"),
        ("Dag", "1/5/2026", "2026-05-01"),
        ("Dag", "2026.5.1", "2026-05-01"),
        ("Dag", "2026-5-1", "2026-05-01"),
        ("Dag", "31-02-2026", ""),
        ("Dag", "2026-05", ""),
        ("Dag", "mei", ""),
        ("Maand", "5-2026", "2026-05"),
        ("Maand", "2026-5", "2026-05"),
        ("Maand", "31-05-2026", "2026-05-31"),
        ("Maand", "2026", ""),
        ("Jaar", "2026-05", "2026"),
        ("Jaar", "31-05-2026", "2026"),
        ("Begin", "2026-05-31", "2026-05"),
        ("Begin", "ONBEKEND", "onbekend"),
        ("Eind", "Heden", "heden"),
        ("Dag", "Heden", ""),
        ("Datum", "٣١-05-2026", ""),
    ],
)
def test_a_date_written_otherwise(name: str, text: str, guess: str) -> None:
    """The guess is in a shape that this field takes, and never what was typed."""
    assert refusal(name, text)[1]["voorstel"] == guess


def test_a_refused_date_says_which_shapes_there_are() -> None:
    assert refusal("Eind", "x")[1]["vormen"] == ["JJJJ", "JJJJ-MM", "onbekend", "heden"]


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("1-2-2026", "2026-02-01"),
        (" 1-2-2026 ", "2026-02-01"),
        ("13-2026", ""),
        ("gisteren", ""),
        ("15 januari 2027", "2027-01-15"),
        ("mei 2026", "2026-05"),
        ("1 Mrt. 2026", "2026-03-01"),
        ("1 sept 2026", "2026-09-01"),
        ("30 februari 2026", ""),
        ("meiden 2026", ""),
        ("zomer 2026", ""),
        ("2027-01-15 12:30", "2027-01-15"),
        ("2027-01-15T12:30:00", "2027-01-15"),
    ],
)
def test_what_a_date_probably_means(text: str, guess: str) -> None:
    assert suggest_date(text) == guess


@pytest.mark.parametrize(
    ("name", "text", "guess"),
    [
        ("Geheel", "1.250", "1250"),
        ("Geheel", "1 250 000", "1250000"),
        ("Geheel", "1.25", ""),
        ("Geheel", "tien", ""),
        ("Geheel", LONG, ""),
        ("Decimaal", "52,255", "52.255"),
        ("Decimaal", "1.000,5", ""),
        ("Decimaal", "noord", ""),
        ("Geheel", "04", "4"),
        ("Geheel", "4_0", ""),
        ("Getal", "ruim 5", ""),
        ("Getal", "24 procent", "24"),
        ("Getal", "€ 1.250,50", "1.250,50"),
        ("Getal", "1.10", "1,10"),
        ("Getal", "24 tot 30", ""),
        ("Getal", "5,", "5"),
    ],
)
def test_a_number_written_otherwise(name: str, text: str, guess: str) -> None:
    assert refusal(name, text)[1]["voorstel"] == guess


@given(st.sampled_from((*DATES, "Geheel", "Decimaal", "Getal")), st.text() | st.from_regex(r"\A[0-9./ ,-]{1,12}\Z"))
def test_a_guess_is_taken(name: str, text: str) -> None:
    """Nobody types what we offered and is refused again."""
    if not accepts(name, text):
        guess = refusal(name, text)[1]["voorstel"]
        assert guess == "" or (guess != text and accepts(name, guess))


@given(st.sampled_from(sorted(ADAPTERS)), st.text())
def test_any_text_is_taken_or_refused_with_a_code_of_ours(name: str, text: str) -> None:
    if not accepts(name, text):
        kind, _ = refusal(name, text)
        assert "-" in kind
        assert kind == kind.lower()


@given(st.dates(date(1000, 1, 1), date(2100, 12, 31)))
def test_every_day_is_a_day(day: Any) -> None:
    assert accepts("Dag", day.isoformat())
    assert suggest_date(f"{day.day}-{day.month}-{day.year:04d}") == day.isoformat()


@given(st.text(min_size=1))
def test_text_keeps_its_length_and_is_printed_well(text: str) -> None:
    if accepts("Tekst", text):
        assert ADAPTERS["Tekst"].validate_python(text) == curl(text)


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_whole_numbers(number: int) -> None:
    assert ADAPTERS["Geheel"].validate_python(str(number)) == number
    dotted = f"{number:,}".replace(",", ".")
    assert number_of(ADAPTERS["Getal"].validate_python(dotted)) == float(number)


@pytest.mark.parametrize(("text", "number"), [("210.000", 210000.0), ("23,7", 23.7), ("-1.000,5", -1000.5)])
def test_the_value_of_a_published_number(text: str, number: float) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://x.nl/ a", "vorm"),
        ("https://x.nl/?utm_campaign=x", "volgcode"),
        ("https://x.nl/?utm_campaign=" + "x" * LONGEST_URL, "lengte"),
    ],
)
def test_an_address_is_refused_with_its_reason(url: str, reason: str) -> None:
    assert refusal("Url", url)[1]["reden"] == reason


@pytest.mark.parametrize("value", [("a",), {"a": "b"}])
@pytest.mark.parametrize("name", ["Geheel", "Decimaal", "JaNee", "Tekst"])
def test_a_list_or_group_is_left_to_pydantic(name: str, value: object) -> None:
    """Our own patterns are for text."""
    assert refusal(name, value)[0] in {"int_type", "float_type", "bool_type", "string_type"}


def test_a_list_without_repeats() -> None:
    adapter: TypeAdapter[tuple[str, ...]] = TypeAdapter(Annotated[tuple[str, ...], Uniek])

    assert adapter.validate_python(("a", "b")) == ("a", "b")
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(("a", "b", "a", "b"))
    assert caught.value.errors()[0]["ctx"] == {"waarde": "a", "plaats": 2}


def test_the_word_onbekend_for_a_list() -> None:
    adapter: TypeAdapter[tuple[str, ...]] = TypeAdapter(Annotated[tuple[str, ...], OfOnbekend])

    assert adapter.validate_python("onbekend") == ()
    assert adapter.validate_python(("onbekend",)) == ("onbekend",)
    with pytest.raises(ValidationError):
        adapter.validate_python("Onbekend")


def test_a_sealed_mapping() -> None:
    adapter: TypeAdapter[Mapping[str, str]] = TypeAdapter(Annotated[Mapping[str, str], Vast])
    given_ = {"a": "b"}
    sealed: Any = adapter.validate_python(given_)

    with pytest.raises(TypeError):
        sealed["a"] = "c"
    given_["a"] = "c"
    assert sealed == {"a": "b"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Url", "https://" + "a." * 200_000 + "@"),
        ("Url", "https://x.nl/?" + "&" * 400_000),
        ("Adres", "/" * 400_000),
        ("Slug", "a-" * 200_000),
        ("Getal", "1" + ".000" * 100_000 + "x"),
        ("Geheel", "1 " * 200_000),
        ("Tekst", "[" * 400_000),
        ("Datum", "1" * 400_000),
    ],
)
def test_a_huge_value_is_looked_at_once(name: str, text: str) -> None:
    """A hang guard: no pattern goes back and forth over a value of hundreds of kilobytes."""
    start = time.perf_counter()
    accepts(name, text)

    assert time.perf_counter() - start < 5


def test_a_huge_list_is_looked_at_once() -> None:
    """A hang guard, as above."""
    adapter: TypeAdapter[tuple[str, ...]] = TypeAdapter(Annotated[tuple[str, ...], Uniek])
    start = time.perf_counter()

    assert len(adapter.validate_python(tuple(str(n) for n in range(60_000)))) == 60_000
    assert time.perf_counter() - start < 5
