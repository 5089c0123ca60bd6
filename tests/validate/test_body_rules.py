"""The text of an item has its named sections in order, and its citations and sources belong to each other."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binnenstad_site.core.budgets import LARGEST_BODY
from binnenstad_site.core.diagnostics import WARNINGS, Code, Diagnostic
from binnenstad_site.load.documents import Document
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.validate.body_rules import MOST_SENTENCES, SENTENCE_END, check_body
from binnenstad_site.validate.markdown import parse
from tests.stages import (
    KANS,
    PAGINA,
    PRAKTIJK,
    TREND,
    changed,
    diagnostic_of,
    diagnostics_of,
    document,
    documents,
    inside,
    line_of,
    source,
)

SECTIONS = COLLECTIONS["praktijken"].sections or ()


def body(*sections: str) -> str:
    """A body with a sentence below each heading; only the first cites."""
    first, *rest = [f"## {title}\n\nEen zin.\n" for title in sections]
    return "\n".join([first.replace("zin.", "zin [@krant-2024]."), *rest])


def codes(doc: Document) -> list[str]:
    return [diagnostic.code.value for diagnostic in diagnostics_of(doc)]


def texts(doc: Document) -> list[tuple[str, str, str]]:
    return [(d.code.value, d.message, d.hint) for d in diagnostics_of(doc)]


def test_the_sections_of_a_collection() -> None:
    assert codes(document(body=body(*SECTIONS))) == []
    assert codes(document(body="\n\n" + body(*SECTIONS).replace("\n", "\n\n"))) == []


@pytest.mark.parametrize(
    "path", [PRAKTIJK, TREND, "content/scenarios/binnenstad-united.md", "content/verslagen/ronde-tafel.md"]
)
@pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
def test_an_item_needs_a_text(path: str, text: str) -> None:
    doc = document(path, body=text)
    (empty,) = [d for d in diagnostics_of(doc) if d.code not in WARNINGS]

    assert (empty.code, empty.message) == (Code.LEGE_TEKST, "Onder de velden staat geen tekst")
    first = (COLLECTIONS[doc.collection].sections or ("",))[0]
    assert empty.hint == f"Schrijf de tekst onder de regel met ---. Begin met: ## {first}"


def test_a_page_needs_a_text_of_any_form() -> None:
    assert texts(document(PAGINA, body="")) == [
        ("lege-tekst", "Onder de velden staat geen tekst", "Schrijf de tekst onder de regel met ---.")
    ]
    assert codes(document(PAGINA, body="Zomaar een zin.")) == []
    assert codes(document(PAGINA, body="## Een kop\n\n### Nog een\n\n## Nog een kop\n\nTekst.")) == []


def test_an_item_of_fields_has_no_text() -> None:
    assert codes(document(KANS)) == []
    assert list(check_body(document(KANS), parse(""), ())) == []


@pytest.mark.parametrize("absent", SECTIONS)
def test_a_missing_section_is_told_with_its_place(absent: str) -> None:
    (diagnostic,) = diagnostics_of(document(body=body(*(title for title in SECTIONS if title != absent))))
    where = "onderaan" if absent == SECTIONS[-1] else "hierboven"

    assert (diagnostic.code, diagnostic.message) == (Code.SECTIE_ONTBREEKT, f'De kop "{absent}" ontbreekt')
    assert diagnostic.hint == f"Voeg {where} een regel toe: ## {absent}"


def test_a_missing_section_is_told_at_the_heading_below_it() -> None:
    text = source(PRAKTIJK).replace("## Aanpak\n", "")
    (diagnostic,) = diagnostics_of(documents(PRAKTIJK, text)[0])

    assert diagnostic.location.line == line_of(text, "## Resultaat")


@pytest.mark.parametrize("written", ["##Aanpak", "### Aanpak", "**Aanpak**", "Aanpak:", "####Aanpak", "__Aanpak:__"])
def test_a_title_that_is_not_marked_as_a_heading_is_told_at_its_line(written: str) -> None:
    text = source(PRAKTIJK).replace("## Aanpak\n", f"{written}\n")
    (diagnostic,) = diagnostics_of(documents(PRAKTIJK, text)[0])

    assert diagnostic.code is Code.SECTIE_ONTBREEKT
    assert diagnostic.message == 'De kop "Aanpak" is niet als kop geschreven'
    assert diagnostic.hint == "Typ twee hekjes en een spatie ervoor: ## Aanpak"
    assert diagnostic.location.line == line_of(text, written)


@pytest.mark.parametrize("written", ["##In het kort", "**In het kort**"])
def test_a_first_title_that_is_not_marked_is_one_mistake(written: str) -> None:
    text = source(PRAKTIJK).replace("## In het kort\n", f"{written}\n")

    assert codes(documents(PRAKTIJK, text)[0]) == ["sectie-ontbreekt"]


def test_a_title_in_a_text_that_shows_nothing() -> None:
    """A definition of a link, and no paragraph."""
    assert set(codes(document(body="[x]:\nAanpak"))) == {"sectie-ontbreekt"}


def test_a_first_title_that_is_gone_is_one_mistake() -> None:
    text = source(PRAKTIJK).replace("## In het kort\n", "")

    assert codes(documents(PRAKTIJK, text)[0]) == ["tekst-voor-sectie"]


@pytest.mark.parametrize("written", ["# Aanpak", "# Aanpak #"])
def test_a_section_of_the_first_level_is_one_mistake(written: str) -> None:
    text = source(PRAKTIJK).replace("## Aanpak\n", f"{written}\n")

    assert codes(documents(PRAKTIJK, text)[0]) == ["kop-niveau-1"]


def test_what_ends_in_a_wrong_heading_may_not_be_all() -> None:
    """The heading is told, and not that the section above it is empty or long."""
    strange = body(*SECTIONS).replace("## Aanpak\n\nEen zin.", "## Aanpak\n\n## Zomaar\n\nEen zin.")
    long = body(*SECTIONS).replace("\n## Aanleiding\n", "Nog een. " * 9 + "\n")

    assert codes(document(body=strange)) == ["onbekende-sectie"]
    assert codes(document(body=long)) == ["sectie-ontbreekt"]


def test_dashes_below_a_text_make_it_a_heading() -> None:
    diagnostic = diagnostic_of(changed(PRAKTIJK, "De leegstand liep op.", "De leegstand liep op.\n---"))

    assert diagnostic.code is Code.ONBEKENDE_SECTIE
    assert diagnostic.hint == "Zet een lege regel boven de streepjes, of haal ze weg."


def test_all_missing_sections_are_told() -> None:
    assert codes(document(body="Een [@krant-2024].\n\n## Aanpak\n\nTwee.")) == [
        "tekst-voor-sectie",
        *["sectie-ontbreekt"] * 3,
    ]


def test_a_text_without_any_heading_is_one_mistake() -> None:
    diagnostic = diagnostic_of(document(body="Zomaar een zin [@krant-2024]."))

    assert (diagnostic.code, diagnostic.message) == (Code.SECTIE_ONTBREEKT, "De tekst heeft geen koppen")
    assert diagnostic.hint.endswith(f"{', '.join(SECTIONS)}.")
    assert source(PRAKTIJK).split("\n")[diagnostic.location.line - 1] == "---"


@pytest.mark.parametrize("written", ["Resultaten", "resultaat", "Resultat", "Resultaat:"])
def test_a_misspelt_section_is_one_mistake(written: str) -> None:
    """Not also a missing one."""
    text = body(*SECTIONS).replace("## Resultaat", f"## {written}")
    diagnostic = diagnostic_of(document(body=text))

    assert (diagnostic.code, diagnostic.message) == (Code.ONBEKENDE_SECTIE, f'De kop "{written}" bestaat hier niet')
    assert diagnostic.hint == 'Bedoelde u "Resultaat"?'
    assert diagnostic.location.end_column == len(f"## {written}") + 1


def test_a_heading_of_ones_own_is_told_with_the_headings_there_are() -> None:
    diagnostic = diagnostic_of(document(body=body(*SECTIONS[:3], "Zomaar", *SECTIONS[3:])))

    assert diagnostic.code is Code.ONBEKENDE_SECTIE
    assert diagnostic.hint.startswith("De koppen zijn, in deze volgorde: In het kort, Aanleiding,")
    assert diagnostic.hint.endswith("Maak er een tussenkop van: ### Zomaar")


def test_a_heading_below_a_section_is_free() -> None:
    assert codes(document(body=body(*SECTIONS).replace("Een zin.", "### Van mij\n\nEen zin.", 1))) == []


def test_a_section_stands_once() -> None:
    diagnostic = diagnostic_of(document(body=body(*SECTIONS, "Aanpak")))

    assert (diagnostic.code, diagnostic.message) == (Code.DUBBELE_SECTIE, 'De kop "Aanpak" staat er twee keer')


def test_sections_stand_in_order() -> None:
    swapped = (SECTIONS[0], SECTIONS[2], SECTIONS[1], *SECTIONS[3:])
    diagnostic = diagnostic_of(document(body=body(*swapped)))

    assert diagnostic.code is Code.SECTIEVOLGORDE
    assert diagnostic.message == 'De kop "Aanleiding" staat onder "Aanpak", maar hoort erboven'
    assert diagnostic.hint == f"De volgorde is: {', '.join(SECTIONS)}."


def test_a_section_without_text_is_told() -> None:
    diagnostic = diagnostic_of(document(body=body(*SECTIONS).replace("## Aanpak\n\nEen zin.", "## Aanpak")))

    assert (diagnostic.code, diagnostic.message) == (Code.LEGE_TEKST, 'Onder de kop "Aanpak" staat niets')


def test_a_section_with_only_a_picture_or_a_heading_has_something() -> None:
    assert codes(document(body=body(*SECTIONS).replace("## Aanpak\n\nEen zin.", "## Aanpak\n\n- Punt"))) == []


@pytest.mark.parametrize(("lead", "line"), [("Vooraf.\n\n", 1), ("\n\n\nVooraf.\n\n", 4)])
def test_text_before_the_first_section_has_no_place(lead: str, line: int) -> None:
    doc = document(body=lead + body(*SECTIONS))
    diagnostic = diagnostic_of(doc)

    assert diagnostic.code is Code.TEKST_VOOR_SECTIE
    assert diagnostic.hint == "Zet de tekst onder een kop: ## In het kort"
    assert diagnostic.location.line == doc.body_line + line - 1


def test_a_heading_of_the_first_level_is_one_mistake() -> None:
    """The text below it is not also text without a section."""
    assert codes(document(body="# Titel\n\nTekst.\n\n" + body(*SECTIONS))) == ["kop-niveau-1"]


@pytest.mark.parametrize("count", [MOST_SENTENCES, MOST_SENTENCES + 1])
def test_in_het_kort_is_short(count: int) -> None:
    text = body(*SECTIONS).replace("Een zin [@krant-2024].", "Een zin [@krant-2024]. " + "Nog een. " * (count - 1))
    reported = texts(document(body=text))

    assert reported == (
        [
            (
                "te-lang-in-het-kort",
                f'"In het kort" telt {count} zinnen, en hooguit {MOST_SENTENCES} passen',
                "Kort het in, of zet een deel onder een volgende kop.",
            )
        ]
        if count > MOST_SENTENCES
        else []
    )


def test_in_het_kort_at_the_first_level_is_told_as_that() -> None:
    """However long it is, and whatever else there is."""
    long = body(*SECTIONS).replace("## In het kort\n", "# In het kort\n\n" + "Nog een. " * MOST_SENTENCES)

    assert codes(document(body=long)) == ["kop-niveau-1"]


def test_another_section_may_be_long() -> None:
    text = body(*SECTIONS).replace("## Aanpak\n\nEen zin.", "## Aanpak\n\n" + "Een zin. " * 20)

    assert codes(document(body=text)) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Zonder punt", 0),
        ("Een. Twee! Drie? Vier…", 4),
        ("Zij zei “ja.” Hij ook.", 2),
        ("Het kostte 1.250 euro op de Grote Markt.", 1),
        ("Een. € 5 is genoeg.", 2),
        ("Een... Twee.", 2),
        ("Volgens dr. de Vries, enz. en zo.", 1),
    ],
)
def test_counting_sentences(text: str, count: int) -> None:
    assert len(SENTENCE_END.findall(text)) == count


def test_a_body_has_a_limit() -> None:
    text = body(*SECTIONS) + "x" * LARGEST_BODY
    diagnostic = diagnostic_of(document(body=text))

    assert diagnostic.code is Code.BESTAND_TE_GROOT
    size = f"256.{len(text) - LARGEST_BODY}"
    assert diagnostic.message == f"De tekst is te lang: {size} tekens, en hooguit 256.000 passen"
    assert codes(document(body=body(*SECTIONS).ljust(LARGEST_BODY))) == []


def test_what_parsing_found_is_told_at_its_line_of_the_file() -> None:
    diagnostic = diagnostic_of(changed(PRAKTIJK, "De leegstand liep op.", "De leegstand\nliep <b> op."))
    shown = source(PRAKTIJK)

    assert diagnostic.code is Code.HTML_IN_TEKST
    assert diagnostic.location.line == line_of(shown, "De leegstand liep op.") + 1
    assert diagnostic.location.column == 6


@pytest.mark.parametrize("heading", ["Resultat\n--------", "Resultat\n-", "## *Resultat*", "##   Resultat   ##"])
def test_a_heading_in_any_notation_is_told_inside_its_line(heading: str) -> None:
    text = source(PRAKTIJK).replace("## Resultaat", heading)
    diagnostic = diagnostic_of(documents(PRAKTIJK, text)[0])

    assert diagnostic.code is Code.ONBEKENDE_SECTIE
    assert inside(diagnostic, {PRAKTIJK: text})


LINES = st.sampled_from(
    [
        "",
        "Een zin. Nog een.",
        *(f"## {title}" for title in SECTIONS),
        "## Zomaar",
        "## resultaat",
        "# Titel",
        "# In het kort",
        "In het kort",
        "Een zin. " * 9,
        "### Tussenkop",
        "Kop\n===",
        "Kop\n---",
        "[@krant-2024]",
        "[@onbekend; @krant-2024]",
        "<b>",
        "> - citaat",
    ]
)


@given(st.lists(LINES, max_size=20).map("\n".join))
def test_any_text_is_told_inside_the_file(text: str) -> None:
    edited = source(PRAKTIJK).split("\n## ")[0] + "\n" + text
    for diagnostic in diagnostics_of(documents(PRAKTIJK, edited)[0]):
        assert inside(diagnostic, {PRAKTIJK: edited})


@given(st.lists(st.sampled_from((*SECTIONS, "Zomaar")), min_size=1, max_size=7))
def test_exactly_the_sections_in_their_order_are_right(titles: list[str]) -> None:
    right = tuple(titles) == SECTIONS

    assert (codes(document(body=body(*titles))) == []) == right


def cited(text: str, **changes: Any) -> list[Diagnostic]:
    """What is said of a praktijk with `text` below one of its headings."""
    return list(diagnostics_of(document(body=body(*SECTIONS) + f"\n{text}\n", **changes)))


def bron(key: str) -> dict[str, object]:
    return {"sleutel": key, "titel": "Stuk", "uitgever": "Krant", "datum": "2024", "geraadpleegd": "2026-11"}


def test_every_citation_names_a_source() -> None:
    (diagnostic,) = cited("Een zin [@krant-2025].")

    assert (diagnostic.code, diagnostic.message) == (
        Code.ONBEKENDE_BRON,
        'Er is geen bron met de sleutel "krant-2025" in dit bestand',
    )
    assert diagnostic.hint == 'Bedoelde u "krant-2024"?'


def test_a_key_in_a_value_that_could_not_be_read_is_one_mistake() -> None:
    """Nobody knows which source it names."""
    text = source(PRAKTIJK).replace("    bron:\n      - krant-2024\nwat", "    bron: [@krant-2024]\nwat")

    assert codes(documents(PRAKTIJK, text.replace("makers [@krant-2024]", "makers"))[0]) == []


def test_each_unknown_key_of_a_citation_is_told() -> None:
    diagnostics = cited("Een zin [@een; @krant-2024; @twee].")

    assert [re.findall(r'"([^"]+)"', d.message)[0] for d in diagnostics] == ["een", "twee"]


def test_with_many_sources_the_hint_says_where_to_add_one() -> None:
    sources = tuple(bron(f"bron-{n}") for n in range(20))
    text = " ".join(f"[@bron-{n}]" for n in range(20))
    diagnostics = cited(f"{text} en [@zzz].", bronnen=(*sources, bron("krant-2024")))

    assert [(d.code, d.hint) for d in diagnostics] == [
        (Code.ONBEKENDE_BRON, "Voeg de bron toe bij bronnen, met sleutel: zzz")
    ]


def test_a_field_names_a_source_too() -> None:
    result = {"tekst": "Vijf panden kregen een maker.", "bron": ("krant-2025",)}
    diagnostics = cited("", resultaten=(result,))

    assert [d.code for d in diagnostics] == [Code.ONBEKENDE_BRON]
    text = source(PRAKTIJK)
    results = text.index("resultaten:")
    assert diagnostics[0].location.line == line_of(text, "      - krant-2024", results)


def test_a_source_that_only_a_field_names_is_named() -> None:
    result = {"tekst": "Vijf panden kregen een maker.", "bron": ("tweede",)}

    assert cited("", resultaten=(result,), bronnen=(bron("krant-2024"), bron("tweede"))) == []


def test_a_source_that_nothing_names_is_a_warning() -> None:
    (diagnostic,) = cited("", bronnen=(bron("krant-2024"), bron("tweede")))

    assert (diagnostic.code, diagnostic.message) == (Code.ONGEBRUIKTE_BRON, 'De bron "tweede" wordt nergens genoemd')
    assert diagnostic.hint == "Zet [@tweede] achter de zin die op deze bron steunt, of haal de bron weg."


def test_an_item_without_text_need_not_name_its_sources() -> None:
    """The sources of a kans are those of the whole."""
    assert codes(document(KANS)) == []


def test_a_key_stands_for_one_source() -> None:
    (diagnostic,) = cited("", bronnen=(bron("krant-2024"), bron("krant-2024")))

    line = line_of(source(PRAKTIJK), "  - sleutel: krant-2024")
    assert (diagnostic.code, diagnostic.message) == (
        Code.DUBBELE_BRON,
        f'De sleutel "krant-2024" hoort bij twee bronnen: eerder op regel {line}',
    )
    assert diagnostic.hint == "Geef een van de twee een andere sleutel, zoals krant-2024-2."


@pytest.mark.parametrize("written", ["Krant 2024", "KRANT-2024", " krant-2024 ", "krant_2024"])
def test_a_key_that_is_written_wrong_is_one_mistake(written: str) -> None:
    """Everything that cites it is right once the key is."""
    diagnostics = cited("", bronnen=(bron(written),))

    assert [d.code for d in diagnostics] == ([] if written.strip() == "krant-2024" else [Code.ONGELDIGE_SLUG])


@pytest.mark.parametrize("key", [None, ("a",), {"a": "b"}])
def test_a_source_without_a_key_is_one_mistake(key: object) -> None:
    """Any citation may mean that source."""
    wrong = {name: value for name, value in {**bron(""), "sleutel": key}.items() if value is not None}
    diagnostics = cited("Een zin [@iets].", bronnen=(wrong,))

    assert [d.code for d in diagnostics] == [Code.TEKST_VERWACHT if key else Code.VERPLICHT_VELD]


@pytest.mark.parametrize("key", ["krant-2024", "tweede", "derde"])
def test_a_key_outside_a_list_is_one_mistake(key: str) -> None:
    """Whether or not the source is there, and it counts as named."""
    result = {"tekst": "Vijf panden kregen een maker.", "bron": key}
    sources = (bron("krant-2024"), *([bron("tweede")] if key == "tweede" else []))

    assert [d.code for d in cited("", resultaten=(result,), bronnen=sources)] == [Code.LIJST_VERWACHT]
