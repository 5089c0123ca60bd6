"""The first hits are not all of one kind when another is nearly as good."""

from __future__ import annotations

from binnenstad_site.cli.explain_search import Question, ask
from binnenstad_site.pages.page import SearchEntry, Stuk
from binnenstad_site.render.assets import read_assets
from binnenstad_site.search import Vocabulary, index
from tests.conftest import ROOT


def entry(kind: str, number: int, text: str) -> SearchEntry:
    return SearchEntry(f"Plein {number}", f"/{kind}/{number}/", kind, "", (Stuk("", "", text),))


def kinds_of(entries: list[SearchEntry]) -> list[str]:
    scripts = read_assets(ROOT / "templates" / "assets").files
    (answer,) = ask([Question("fontein", {})], index(entries, Vocabulary((), ())), scripts)
    return [entries[hit.number].soort for hit in answer.hits]


def test_a_kind_that_is_nearly_as_good_is_among_the_first() -> None:
    many = [entry("praktijk", number, "Een fontein op het plein.") for number in range(12)]
    near = entry("kans", 1, "Een fontein op het plein, met bomen en met banken.")
    assert kinds_of([*many, near]).index("kans") < 10


def test_what_answers_less_stays_behind() -> None:
    many = [entry("praktijk", number, "Fontein, fontein, fontein: een fontein.") for number in range(12)]
    far = entry("kans", 1, "Een plein met bomen en ergens een fontein. " + "Verder veel over iets anders. " * 40)
    assert kinds_of([*many, far])[-1] == "kans"
