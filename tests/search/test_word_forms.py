"""Words in another form than the texts have them: what the scripts find of it."""

from __future__ import annotations

import pytest

from binnenstad_site.cli.explain_search import Question, ask
from binnenstad_site.pages.page import Kenmerk, SearchEntry, Stuk
from binnenstad_site.render.assets import read_assets
from binnenstad_site.search import Index, Vocabulary, Woordgroep, index
from tests.conftest import ROOT

TEXTS = {
    "sloop": "Het oude winkelcentrum maakt plaats: de sloop begint in mei.",
    "groei": "Het aantal cafés groeit al jaren.",
    "verhuizing": "De boekhandel verhuisde in het voorjaar.",
    "podium": "Op het plein staat een podium.",
    "vrijwilliger": "Een vrijwilliger schenkt koffie.",
    "smid": "Twee goudsmeden werken in het zicht.",
    "leegstand": "De leegstand daalt, al blijft een pand soms leeg staan.",
}
ENTRIES = [
    SearchEntry(f"Verhaal {number}", name, "praktijk", "", (Stuk("", "", text),), "", ())
    for number, (name, text) in enumerate(TEXTS.items())
]
SCRIPTS = read_assets(ROOT / "templates" / "assets").files


@pytest.fixture(scope="module")
def search() -> Index:
    return index(ENTRIES, Vocabulary((Woordgroep(("verhuizen", "verkassen")),), ()))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("gesloopt", "sloop"),
        ("slopen", "sloop"),
        ("gegroeide", "groei"),
        ("groeiden", "groei"),
        ("verhuizen", "verhuizing"),
        ("verhuisd", "verhuizing"),
        ("verkassen", "verhuizing"),
        ("podia", "podium"),
        ("vrijwilligster", "vrijwilliger"),
        ("goudsmid", "smid"),
        ("leegstant", "leegstand"),
        ("vrijwilligem", "vrijwilliger"),
        ("verhuizimg", "verhuizing"),
        ("podja", "podium"),
    ],
)
def test_any_form_of_a_word_finds_the_others(search: Index, question: str, expected: str) -> None:
    (answer,) = ask([Question(question, {})], search, SCRIPTS)
    assert [ENTRIES[hit.number].adres for hit in answer.hits][:1] == [expected]


def test_a_word_stays_rare_though_many_have_a_part_of_it() -> None:
    """`binnenstadsmanager` says more than `betaalt`, in however many texts there is a binnenstad."""
    texts = ["De binnenstadsmanager kent ons.", *["Ieder betaalt mee."] * 4, *["De binnenstad leeft hier."] * 12]
    entries = [
        SearchEntry(str(at), str(at), "praktijk", "", (Stuk("", "", text),), "", ()) for at, text in enumerate(texts)
    ]
    built = index(entries, Vocabulary((), ()))
    (answer,) = ask([Question("wie betaalt de binnenstadsmanager", {})], built, SCRIPTS)
    assert answer.hits[0].number == 0


@pytest.mark.parametrize("question", ["zuid holland", "Zuid-Holland", "'s gravenhage", "'s-Gravenhage", "den-haag"])
def test_a_name_is_known_with_blanks_and_with_hyphens(question: str) -> None:
    town = (Kenmerk("gemeente", "den-haag", "Den Haag"), Kenmerk("provincie", "zuid-holland", "Zuid-Holland"))
    entries = [SearchEntry("Plein", "plein", "praktijk", "", (), "", town), ENTRIES[0]]
    names = (("Den Haag", "den-haag"), ("'s-Gravenhage", "den-haag"), ("Zuid-Holland", "zuid-holland"))
    (answer,) = ask([Question(question, {})], index(entries, Vocabulary((), names)), SCRIPTS)
    assert [entries[hit.number].adres for hit in answer.hits] == ["plein"]
    assert answer.words[0].place
