"""Rules for the body of an item: its named sections in order, and its citations against its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from binnenstad_site.diagnostics import Code, Diagnostic, Location
from binnenstad_site.documents import Document
from binnenstad_site.markdown import Body, Heading, Section
from binnenstad_site.suggestions import did_you_mean
from binnenstad_site.urls import is_slug, slugify

LARGEST_BODY = 256_000
"""Characters; a body beyond this is refused before it is parsed into a page."""
MOST_SENTENCES = 5
SHORT_SECTION = "In het kort"
SENTENCE_END = re.compile(r"[.!?…][”’)]*(?=\s+[A-Z0-9“‘€]|\s*$)")


def check_body(document: Document, body: Body, sections: tuple[str, ...] | None) -> Iterator[Diagnostic]:
    """What parsing found, and whether the sections are those of the collection (None: free; empty: no body)."""
    named = sections or ()
    strange = {heading.line for heading in body.headings if named and heading.level == 2 and heading.text not in named}
    for finding in body.findings:
        if finding.code is Code.GERESERVEERDE_KOP and finding.line in strange:
            continue  # that this heading cannot be here is told below
        place = document.in_body(finding.line, finding.column, finding.end_column)
        yield Diagnostic(finding.code, place, finding.message, finding.hint)
    if len(document.body) > LARGEST_BODY:
        yield Diagnostic(
            Code.BESTAND_TE_GROOT,
            document.in_body(1),
            f"De tekst is te lang: {len(document.body)} tekens, en hooguit {LARGEST_BODY} passen",
            "Verdeel de tekst over meer bestanden.",
        )
    if sections == ():
        return
    if not document.body.strip():
        yield Diagnostic(
            Code.LEGE_TEKST,
            document.in_body(1),
            "Onder de velden staat geen tekst",
            f"Schrijf de tekst onder de regel met ---. Begin met: ## {sections[0]}"
            if sections
            else "Schrijf de tekst.",
        )
    elif sections is not None:
        yield from _sections(document, body, sections)


def _sections(document: Document, body: Body, wanted: tuple[str, ...]) -> Iterator[Diagnostic]:
    seen: list[str] = []
    for section in body.sections:
        heading = section.heading
        if heading is None:
            yield Diagnostic(
                Code.TEKST_VOOR_SECTIE,
                document.in_body(1 + len(document.body) - len(document.body.lstrip("\n"))),
                "Er staat tekst boven de eerste kop, en die krijgt geen plaats op de pagina",
                f"Zet de tekst onder een kop: ## {wanted[0]}",
            )
        elif heading.level == 2:
            yield from _one_section(document, section, heading, wanted, seen)
    for index, title in enumerate(wanted):
        if title not in seen and not _misspelt(body, title, wanted):
            after = f"na ## {wanted[index - 1]}" if index else "als eerste"
            yield Diagnostic(
                Code.SECTIE_ONTBREEKT,
                document.in_body(1),
                f'De kop "{title}" ontbreekt',
                f"Voeg een regel toe, {after}: ## {title}",
            )


def _misspelt(body: Body, title: str, wanted: tuple[str, ...]) -> bool:
    """Whether another heading was already reported as probably this one: the same mistake."""
    strange = [
        s.heading.text for s in body.sections if s.heading and s.heading.level == 2 and s.heading.text not in wanted
    ]
    return any(f'"{title}"' in did_you_mean(text, wanted, list_all=False) for text in strange)


def _one_section(
    document: Document, section: Section, heading: Heading, wanted: tuple[str, ...], seen: list[str]
) -> Iterator[Diagnostic]:
    title = heading.text
    written = document.body.split("\n", heading.line)[heading.line - 1]
    place = document.in_body(heading.line, 1, len(written) + 1)
    if title not in wanted:
        hint = did_you_mean(title, wanted, list_all=False)
        yield Diagnostic(
            Code.ONBEKENDE_SECTIE,
            place,
            f'De kop "{title}" bestaat hier niet',
            f"{hint} De koppen zijn, in deze volgorde: {', '.join(wanted)}. Een tussenkop krijgt drie hekjes.".strip(),
        )
        return
    if title in seen:
        yield Diagnostic(
            Code.DUBBELE_SECTIE, place, f'De kop "{title}" staat er twee keer', "Voeg de twee stukken tekst samen."
        )
        return
    later = [other for other in seen if wanted.index(other) > wanted.index(title)]
    seen.append(title)
    if later:
        yield Diagnostic(
            Code.SECTIEVOLGORDE,
            place,
            f'De kop "{title}" staat onder "{later[0]}", maar hoort erboven',
            f"De volgorde is: {', '.join(wanted)}.",
        )
    if not section.html.strip():
        yield Diagnostic(
            Code.LEGE_TEKST,
            place,
            f'Onder de kop "{title}" staat niets',
            "Schrijf wat er bekend is, of dat het onbekend is.",
        )
    sentences = len(SENTENCE_END.findall(section.text))
    if title == SHORT_SECTION and sentences > MOST_SENTENCES:
        yield Diagnostic(
            Code.TE_LANG_IN_HET_KORT,
            place,
            f'"{SHORT_SECTION}" telt {sentences} zinnen, en hooguit {MOST_SENTENCES} passen',
            "Kort het in, of zet een deel onder een volgende kop.",
        )


def check_sources(
    document: Document, body: Body, sections: tuple[str, ...] | None, *, refused: bool = False
) -> Iterator[Diagnostic]:
    """Every citation names a source of the item, every source is named, and no key stands for two.

    With `refused` something was said about the list of sources itself: then nobody knows which there are.
    """
    listed = document.fields.get("bronnen", ())
    keys: dict[str, int] = {}
    for index, source in enumerate(listed if isinstance(listed, tuple) else ()):
        key = source.get("sleutel") if isinstance(source, Mapping) else None
        if not isinstance(key, str):
            refused = True
            continue
        key = _meant(key)
        if key in keys:
            yield Diagnostic(
                Code.DUBBELE_BRON,
                document.locate("bronnen", index, "sleutel"),
                f'De sleutel "{key}" hoort bij twee bronnen',
                f"Geef een van de twee een andere sleutel, zoals {key}-2.",
            )
        keys.setdefault(key, index)
    used: set[str] = set()
    for citation in body.citations:
        used.update(citation.keys)
        for key in citation.keys:
            if key not in keys and not refused:
                place = document.in_body(citation.line, citation.column, citation.end_column)
                yield _unknown_source(key, keys, place)
    for path, written in _named(document.fields, ()):
        key = _meant(written)
        used.add(key)
        if key not in keys and not refused and isinstance(path[-1], int):
            yield _unknown_source(key, keys, document.locate(*path))
    for key, index in keys.items():
        if key not in used and sections != ():
            yield Diagnostic(
                Code.ONGEBRUIKTE_BRON,
                document.locate("bronnen", index, "sleutel"),
                f'De bron "{key}" wordt nergens genoemd',
                f"Zet [@{key}] achter de zin die op deze bron steunt, of haal de bron weg.",
            )


def _meant(key: str) -> str:
    """The key as it will be once it is written as it should; that it is not was said."""
    return key.strip() if is_slug(key.strip()) else slugify(key)


def _unknown_source(key: str, keys: Mapping[str, int], place: Location) -> Diagnostic:
    hint = did_you_mean(key, keys) if keys else "Voeg de bron toe bij bronnen, met een sleutel."
    return Diagnostic(
        Code.ONBEKENDE_BRON,
        place,
        f'Er is geen bron met de sleutel "{key}" in dit bestand',
        hint or "Voeg de bron toe bij bronnen, met deze sleutel.",
    )


def _named(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every key in a field `bron`, with its path: of its place in the list, or of the field when it is in no list."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name == "bron" and isinstance(inner, str):
                yield (*path, name), inner
            elif name == "bron" and isinstance(inner, tuple):
                yield from (((*path, name, i), key) for i, key in enumerate(inner) if isinstance(key, str))
            else:
                yield from _named(inner, (*path, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _named(inner, (*path, index))
