"""What ships is what was built, term by term; and what was built is what the texts say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.pages.page import Kenmerk, SearchEntry, Stuk
from binnenstad_site.search import TermStore, Vocabulary, Woordgroep, index, search, term_counts
from binnenstad_site.search.coding import base36, digits, gaps, shards
from binnenstad_site.search.compounds import IN_WORD_LIST, corpus_worth
from binnenstad_site.search.language import stem
from binnenstad_site.search.postings import HIGHEST, LOWEST, fields_of, quantized, survey_terms, weigh
from binnenstad_site.search.shards import LONGEST_PART
from binnenstad_site.search.synonyms import (
    BACK,
    HEAD,
    NARROWER,
    RELATED,
    SAME,
    find_words_without_page,
    key,
    keys_of,
    synonyms,
)
from binnenstad_site.search.words import Compounds, TermPlaces
from tests.zoekbestanden import from_digits, from_gaps, read

NO_WORDS = Vocabulary((), ())


def an_entry(title: str, text: str = "", *marks: Kenmerk) -> SearchEntry:
    address = f"/{'-'.join(title.lower().split())}/"
    return SearchEntry(title, address, "praktijk", "", (Stuk("Aanpak", "aanpak", text),), "", marks)


DEVENTER = Kenmerk("gemeente", "deventer", "Deventer")
ENTRIES = [
    an_entry("Lege panden in Deventer", "Makers huren een leegstaand pand.", DEVENTER),
    an_entry("Een leegstandsverordening", "Eigenaren melden leegstand aan de gemeente. Een verordening helpt."),
    an_entry("Deelscooters", "Wie een scooter deelt, heeft er zelf geen nodig."),
]
GROUPS = (
    Woordgroep(("leegstand", "lege panden", "spookstraat"), ("winkelleegstand",), ("makers",)),
    Woordgroep(("stadsverordening", "regel")),
)


class TestCoding:
    """Numbers and lines as text."""

    @given(st.sets(st.integers(0, 20_000)))
    def test_gaps_and_back(self, numbers: set[int]) -> None:
        assert list(from_gaps(gaps(sorted(numbers)))) == sorted(numbers)

    @given(st.lists(st.integers(0, HIGHEST)))
    def test_digits_and_back(self, values: list[int]) -> None:
        assert list(from_digits(digits(values))) == values

    @given(st.integers(0, 10**9))
    def test_base_36(self, number: int) -> None:
        assert int(base36(number), 36) == number

    @given(st.lists(st.text("ab", max_size=30)), st.integers(1, 50))
    def test_shards_hold_every_line_once_and_are_not_too_long(self, lines: list[str], size: int) -> None:
        runs = list(shards(lines, size))
        assert [number for run in runs for number in run] == list(range(len(lines)))
        for run in runs:
            assert len(run) == 1 or sum(len(lines[number]) + 1 for number in run[:-1]) <= size

    def test_weights(self) -> None:
        assert (quantized(LOWEST), quantized(LOWEST * 2), quantized(LOWEST / 100), quantized(1e9)) == (0, 4, 0, HIGHEST)


class TestGathering:
    """From entries to terms."""

    def test_a_word_in_the_title_weighs_more_than_in_the_text(self) -> None:
        entries = [an_entry("Markt", "niets bijzonders"), an_entry("Niets", "een markt"), an_entry("Iets", "anders")]
        posting = weigh(survey_terms(TermStore().count(entries, TermPlaces({})))).postings["markt"]
        assert list(posting.documents) == [0, 1]
        assert posting.weights[0] > posting.weights[1]

    def test_the_parts_of_a_compound_count_for_less(self) -> None:
        postings = weigh(survey_terms(TermStore().count(ENTRIES, TermPlaces({})))).postings
        assert 1 in postings["leegstand"].documents
        assert 2 in postings["scooter"].documents
        compound, part = postings[stem("deelscooters")], postings[stem("deel")]
        assert part.weights[part.documents.index(2)] <= compound.weights[compound.documents.index(2)]

    def test_a_form_counts_for_the_word_it_is_a_form_of_as_well(self) -> None:
        entries = [an_entry("Winkels", "De winkel verhuisde."), an_entry("Panden", "Het pand is gesloopt.")]
        weighed = weigh(survey_terms(TermStore().count(entries, TermPlaces({}))))
        form, word = weighed.postings["verhuisd"], weighed.postings[stem("verhuizen")]
        assert list(form.documents) == list(word.documents) == [0]
        assert list(word.weights) < list(form.weights)
        assert list(weighed.postings[stem("slopen")].documents) == [1]
        assert weighed.parts[stem("gesloopt")] == (stem("slopen"),)
        assert fields_of(entries[0], [stem("verhuizen")], weighed.compounds) == ["tekst"]

    def test_a_place_is_one_term_by_any_of_its_names(self) -> None:
        places = TermPlaces.of([("Den Bosch", "den-bosch"), ("'s-Hertogenbosch", "den-bosch")])
        entries = [an_entry("Markt", "In Den Bosch en ’s-Hertogenbosch."), an_entry("Iets", "een den in een bosch")]
        postings = weigh(survey_terms(TermStore().count(entries, places))).postings
        assert list(postings["@den-bosch"].documents) == [0]

    def test_the_longest_name_wins(self) -> None:
        places = TermPlaces.of([("Bergen", "bergen"), ("Bergen op Zoom", "bergen-op-zoom")])
        assert list(places.slugs_in("In Bergen op Zoom.", ["in", "bergen", "op", "zoom"])) == ["bergen-op-zoom"]


class TestSynonyms:
    """Rows of `begrippen.yaml`."""

    def test_keys_leave_out_what_says_nothing(self) -> None:
        assert [key(text) for text in ("lege panden", "wonen boven de winkel", "zonder auto", "van de")] == [
            "leg pand",
            "won bof winkel",
            "",
            "van de",
        ]

    def test_same_works_both_ways_narrower_and_related_back_for_much_less(self) -> None:
        terms = {"leg", "pand", "leg pand", "leegstand", "maker", "winkelleegstand"}
        alternatives = synonyms(GROUPS, terms, Compounds({}))
        weights = {(at, row.written): row.weight for at, rows in alternatives.items() for row in rows}
        assert weights["leg pand", "leegstand"] == SAME
        assert weights["leegstand", "lege panden"] == SAME  # a term of its own: its words stand together
        assert weights["spookstrat", "leegstand"] == SAME  # no text has it; a reader may type it
        assert weights["leegstand", "winkelleegstand"] == NARROWER
        assert weights["leegstand", "makers"] == RELATED
        assert weights["winkelleegstand", "leegstand"] == weights["maker", "leegstand"] == BACK

    def test_the_head_of_a_compound_leads_to_it(self) -> None:
        alternatives = synonyms(GROUPS, {"stadsverorden", "regel"}, Compounds({"stad": 3, "verorden": 3}))
        assert [(row.weight, row.written) for row in alternatives["verorden"]] == [
            (HEAD, "regel"),
            (HEAD, "stadsverordening"),
        ]

    def test_words_that_lead_nowhere(self) -> None:
        terms = {"leegstand", "maker"}
        assert list(find_words_without_page(GROUPS, terms)) == [(0, "winkelleegstand"), (1, "stadsverordening")]
        explained = (Woordgroep(("stadsverordening", "regel"), uitgelegd=True),)
        assert list(find_words_without_page(explained, terms)) == []


VOCABULARY = Vocabulary(GROUPS, (("Deventer", "deventer"), ("Delft", "delft")))
LETTERS = st.text("abdeghiknoprstuvw -'", min_size=1, max_size=40)


class TestFiles:
    """The files say exactly what was weighed."""

    def test_every_term_is_there_with_all_its_entries_and_weights(self) -> None:
        self._holds(ENTRIES, VOCABULARY)

    @given(st.lists(st.tuples(LETTERS, LETTERS), max_size=12))
    def test_for_any_texts(self, texts: list[tuple[str, str]]) -> None:
        entries = [an_entry(f"{title} {number}", text) for number, (title, text) in enumerate(texts)]
        self._holds(entries, Vocabulary(GROUPS, ()))

    def _holds(self, entries: list[SearchEntry], vocabulary: Vocabulary) -> None:
        built = index(entries, vocabulary)
        again = read(built.files)
        lies_in = {mark.waarde for entry in entries for mark in entry.kenmerken}
        here = [(name, slug) for name, slug in vocabulary.places if slug in lies_in]
        weighed = weigh(survey_terms(TermStore().count(entries, TermPlaces.of(here, keys_of(vocabulary.groups)))))
        linked = synonyms(vocabulary.groups, weighed.postings, weighed.compounds)
        assert {word for word, (count, _, _) in again.words.items() if count} == set(weighed.postings)
        for term, posting in weighed.postings.items():
            count, number, parts = again.words[term]
            assert again.postings[number] == (tuple(posting.documents), tuple(posting.weights))
            assert count == len(posting.documents)
            assert built.terms[number] == term
            assert tuple(built.terms[part] for part in parts) == weighed.parts.get(term, ())
        for word, rows in linked.items():
            count, number, _ = again.words[word]
            assert not count or number < again.core["sleutels"]
            rows_read = again.synonyms[number]
            listed = [(weight, tuple(built.terms[n] for n in terms), written) for weight, terms, written in rows_read]
            assert listed == [(row.weight, row.terms, row.written) for row in rows]
        assert len(again.synonyms) == len(linked)
        assert [document["adres"] for document in again.documents] == [entry.adres for entry in entries]

    @pytest.mark.parametrize("same", [34, 35, 36, 39])
    def test_the_bound_between_two_words_tells_them_apart(self, monkeypatch: pytest.MonkeyPatch, same: int) -> None:
        """However many letters they share, though a line can leave out 35 only."""
        monkeypatch.setattr("binnenstad_site.search.shards.WORDS_SIZE", 1)  # a file for every word
        one, other = "a" * same + "1", "a" * same + "2"
        again = read(index([an_entry("B", f"{one} {other}")], NO_WORDS).files)
        assert again.words.keys() >= {one, other}
        assert other in again.core["woordbestanden"]

    def test_only_places_that_something_lies_in(self) -> None:
        assert read(index(ENTRIES, VOCABULARY).files).core["plaatsen"] == ["deventer"]

    def test_parts_lie_with_their_first_letter_and_are_worth_what_the_texts_say(self) -> None:
        again = read(index(ENTRIES, VOCABULARY).files)
        counts = weigh(survey_terms(TermStore().count(ENTRIES, TermPlaces({})))).counts
        assert again.core["delen"] == "".join(sorted({part[0] for part in again.parts}))
        assert {part: worth for part, worth in again.parts.items() if part in counts} == {
            word: corpus_worth(count) for word, count in counts.items() if 2 < len(word) <= LONGEST_PART
        }
        assert again.parts["spookstrat"] == IN_WORD_LIST  # a word of a row that no text has

    def test_a_result_says_what_it_shows_without_the_facets(self) -> None:
        marks = (
            Kenmerk("trend", "werken", "Werken"),
            Kenmerk("status", "laatst-gezien", "eerder gezien", "liep in 2013"),
            Kenmerk("bewijs", "3", "3 van 4"),
        )
        first, second = read(index([an_entry("A", "", *marks), an_entry("B")], NO_WORDS).files).documents
        assert (first["trend"], first["status"], first["bewijs"]) == (
            "Werken",
            ["laatst-gezien", "liep in 2013"],
            "3",
        )
        assert second["trend"] == ""
        assert second.keys().isdisjoint({"status", "bewijs"})

    def test_facets_tell_each_entry_apart(self) -> None:
        marks = [Kenmerk("trend", f"t{number}", f"T{number}") for number in range(60)]
        entries = [an_entry(f"A {number}", "", marks[number], marks[0]) for number in range(1, 60)]
        facet = read(index(entries, NO_WORDS).files).marks["trend"]
        wide = facet["breed"]
        assert len(facet["per"]) == wide * len(entries)
        for number, entry in enumerate(entries):
            code = facet["per"][number * wide : (number + 1) * wide]
            values = [tuple(value) for value in facet["groepen"][int(code, 36)]]
            assert values == [(mark.waarde, mark.tekst) for mark in entry.kenmerken]

    def test_equal_texts_give_equal_files_and_another_text_another_folder(self) -> None:
        one, same = index(ENTRIES, NO_WORDS).files, index(list(ENTRIES), NO_WORDS).files
        assert one == same
        other = index([*ENTRIES[:2], an_entry("Deelscooters", "Anders.")], NO_WORDS).files
        assert {str(file.path).split("/")[1] for file in one}.isdisjoint(str(file.path).split("/")[1] for file in other)


ALL = [*ENTRIES, an_entry("Winkelstraat", "Leegstaande panden en deelscooters, de winkelstraat."), ENTRIES[0]]
EDITED = an_entry("Lege panden in Deventer", "Makers delen een leegstaande winkel.", DEVENTER)
SITES = st.lists(st.sampled_from([*ALL, EDITED, an_entry("Lege panden in Deventer", "Delft is ver.")]), max_size=6)


class TestBetweenBuilds:
    """What was counted before makes no difference, and an address belongs to one content."""

    @given(st.lists(SITES, min_size=1, max_size=5))
    def test_after_any_edits_as_if_new(self, sites: list[list[SearchEntry]]) -> None:
        store = TermStore()
        for entries in sites:
            again, fresh = search(entries, VOCABULARY, store), search(entries, VOCABULARY)
            assert (again.folder, again.words_without_page) == (fresh.folder, fresh.words_without_page)
            assert again.files() == fresh.files()

    def test_files_may_be_asked_for_after_the_next_build(self) -> None:
        """`serve` makes them when a browser asks, and somebody may have saved meanwhile."""
        store = TermStore()
        first = search(ENTRIES, VOCABULARY, store)
        search([EDITED, an_entry("Nieuw", "met nieuwe woorden")], VOCABULARY, store).files()
        assert first.files() == search(ENTRIES, VOCABULARY).files()

    def test_what_fails_halfway_leaves_no_trace(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """`serve` goes on after any error."""
        store = TermStore()
        search(ENTRIES, VOCABULARY, store).files()
        with monkeypatch.context() as patched:
            patched.setattr(term_counts, "runs", lambda text: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                search([EDITED], VOCABULARY, store).files()
        assert search([EDITED], VOCABULARY, store).files() == search([EDITED], VOCABULARY).files()

    @given(SITES, SITES)
    def test_other_entries_have_another_address(self, one: list[SearchEntry], other: list[SearchEntry]) -> None:
        folders = {search(one, VOCABULARY).folder, search(other, VOCABULARY).folder}
        assert len(folders) == (1 if one == other else 2)

    def test_other_words_have_another_address(self) -> None:
        vocabularies = (VOCABULARY, NO_WORDS, Vocabulary(GROUPS, ()), Vocabulary(GROUPS[:1], VOCABULARY.places))
        assert len({search(ENTRIES, vocabulary).folder for vocabulary in vocabularies}) == 4

    def test_words_of_a_row_alone_are_dead(self) -> None:
        """What only the page of the row itself says is no page to find."""
        row = SearchEntry("spookstraat", "/begrippen/#spookstraat", "begrip", "", ())
        groups = (Woordgroep(("spookstraat",)), Woordgroep(("leegstand",)))
        assert search([row, *ENTRIES], Vocabulary(groups, ())).words_without_page == ((0, "spookstraat"),)
