"""Rules for the body of an item: its named sections in order, and its citations against its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.suggestions import did_you_mean
from binnenstad_site.core.urls import is_slug, slugify
from binnenstad_site.load.documents import Document
from binnenstad_site.validate.markdown import Body, Heading, Section

LARGEST_BODY = 256_000
"""Characters; a body beyond this is refused before it is parsed into a page."""
MOST_SENTENCES = 5
SHORT_SECTION = "In het kort"
SENTENCE_END = re.compile(r"[.!?…][”’)]*(?=\s+[A-Z0-9“‘€]|\s*$)")


def check_body(document: Document, body: Body, sections: tuple[str, ...] | None) -> Iterator[Diagnostic]:
    """What parsing found, and whether the sections are those of the collection (None: free; empty: no body)."""
    named = sections or ()
    seconds = [heading for heading in body.headings if named and heading.level == 2]
    first = {heading.id: heading.line for heading in reversed(seconds)}
    told = {found.line for found in seconds if found.text not in named or found.line != first[found.id]}
    for finding in body.findings:
        if finding.code in {Code.GERESERVEERDE_KOP, Code.DUBBELE_KOP} and finding.line in told:
            continue  # that this heading cannot be here, or is here twice, is told below
        place = document.in_body(finding.line, finding.column, finding.end_column)
        yield Diagnostic(finding.code, place, finding.message, finding.hint)
    if len(document.body) > LARGEST_BODY:
        yield Diagnostic(
            Code.BESTAND_TE_GROOT,
            _above(document),
            f"De tekst is te lang: {_dotted(len(document.body))} tekens, en hooguit {_dotted(LARGEST_BODY)} passen",
            "Verdeel de tekst over meer bestanden.",
        )
    if sections == ():
        return
    if not document.body.strip():
        begin = f" Begin met: ## {named[0]}" if named else ""
        hint = f"Schrijf de tekst onder de regel met ---.{begin}"
        yield Diagnostic(Code.LEGE_TEKST, _above(document), "Onder de velden staat geen tekst", hint)
    elif sections is not None:
        yield from _sections(document, body, sections)


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _above(document: Document) -> Location:
    """The line with dashes above the body."""
    return Location(document.path, document.positions.first_line + document.positions.text.count("\n") + 1, 1, 4)


def _line(document: Document, line: int) -> Location:
    """A whole line of the body, from 1."""
    return document.in_body(line, 1, len(document.body.split("\n", line)[line - 1]) + 1)


def _sections(document: Document, body: Body, wanted: tuple[str, ...]) -> Iterator[Diagnostic]:
    there = {h.text: h.line for h in reversed(body.headings) if h.level == 2 and h.text in wanted}
    unmarked = _unmarked(document, [title for title in wanted if title not in there])
    if not there and not unmarked and not any(heading.level <= 2 for heading in body.headings):
        yield Diagnostic(
            Code.SECTIE_ONTBREEKT,
            _above(document),
            "De tekst heeft geen koppen",
            f"Zet deze koppen in de tekst, elk met ## en een spatie ervoor: {', '.join(wanted)}.",
        )
        return
    seen: list[str] = []
    leads = any(section.heading is None for section in body.sections)
    for section, below in zip_longest(body.sections, body.sections[1:]):
        heading = section.heading
        if heading is None:
            if wanted[0] not in unmarked:
                yield Diagnostic(
                    Code.TEKST_VOOR_SECTIE,
                    _line(document, 1 + len(document.body) - len(document.body.lstrip("\n"))),
                    "Er staat tekst boven de eerste kop, en die krijgt geen plaats op de pagina",
                    f"Zet de tekst onder een kop: ## {wanted[0]}",
                )
        elif heading.level == 2:
            # Text may seem to be missing because a heading below it is wrong.
            ends_well = below is None or (below.heading is not None and below.heading.text in there)
            yield from _one_section(document, section, heading, wanted, seen, ends_well=ends_well)
    # When only the heading below it is gone, its text is not its own.
    ends = SHORT_SECTION in there and (wanted[1] in there or len(there) == 1)
    short = body.section(SHORT_SECTION) if ends else None
    sentences = len(SENTENCE_END.findall(short.text)) if short else 0
    if sentences > MOST_SENTENCES:
        yield Diagnostic(
            Code.TE_LANG_IN_HET_KORT,
            _line(document, there[SHORT_SECTION]),
            f'"{SHORT_SECTION}" telt {sentences} zinnen, en hooguit {MOST_SENTENCES} passen',
            "Kort het in, of zet een deel onder een volgende kop.",
        )
    strange = [h.text for h in body.headings if h.level == 2 and h.text not in wanted]
    for title in wanted:
        if title in unmarked:
            yield Diagnostic(
                Code.SECTIE_ONTBREEKT,
                _line(document, unmarked[title]),
                f'De kop "{title}" is niet als kop geschreven',
                f"Typ twee hekjes en een spatie ervoor: ## {title}",
            )
        elif title not in there and not _told(body, title, strange, wanted) and not (leads and title == wanted[0]):
            yield _absent(document, title, there, wanted)


def _unmarked(document: Document, absent: Sequence[str]) -> dict[str, int]:
    """Title -> line of titles that stand on a line of their own without being a heading of the second level."""
    found: dict[str, int] = {}
    for number, line in enumerate(document.body.split("\n"), start=1) if absent else ():
        title = line.strip(" \t#*_:")
        if title in absent and not re.match(r"##?\s", line):  # those are told as the headings they are
            found.setdefault(title, number)
    return found


def _told(body: Body, title: str, strange: Iterable[str], wanted: tuple[str, ...]) -> bool:
    """Whether a heading was already told that is probably this one: the same mistake."""
    if any(heading.level == 1 and heading.text == title for heading in body.headings):
        return True
    return any(f'"{title}"' in did_you_mean(text, wanted, list_all=False) for text in strange)


def _absent(document: Document, title: str, there: Mapping[str, int], wanted: tuple[str, ...]) -> Diagnostic:
    """A heading that is missing is told at the heading that it should stand above, or at the last one."""
    following = next((there[other] for other in wanted[wanted.index(title) :] if other in there), 0)
    where = "hierboven" if following else "onderaan"
    line = following or max(there.values(), default=0)
    place = _line(document, line) if line else _above(document)
    message, hint = f'De kop "{title}" ontbreekt', f"Voeg {where} een regel toe: ## {title}"
    return Diagnostic(Code.SECTIE_ONTBREEKT, place, message, hint)


def _one_section(
    document: Document, section: Section, heading: Heading, wanted: tuple[str, ...], seen: list[str], *, ends_well: bool
) -> Iterator[Diagnostic]:
    title = heading.text
    place = _line(document, heading.line)
    if title not in wanted:
        yield _strange(document, title, place, heading.line, wanted)
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
    if not section.html.strip() and ends_well:
        yield Diagnostic(
            Code.LEGE_TEKST,
            place,
            f'Onder de kop "{title}" staat niets',
            "Schrijf wat er bekend is, of dat het onbekend is.",
        )


def _strange(document: Document, title: str, place: Location, line: int, wanted: tuple[str, ...]) -> Diagnostic:
    """A heading of the second level that is none of the wanted."""
    hint = did_you_mean(title, wanted, list_all=False)
    message = f'De kop "{title}" bestaat hier niet'
    if not hint and not document.body.split("\n", line)[line - 1].lstrip().startswith("#"):
        message = "De streepjes eronder maken van deze tekst een kop, en die bestaat hier niet"
        hint = "Zet een lege regel boven de streepjes, of haal ze weg."
    elif not hint:
        hint = f"De koppen zijn, in deze volgorde: {', '.join(wanted)}. Maak er een tussenkop van: ### {title}"
    return Diagnostic(Code.ONBEKENDE_SECTIE, place, message, hint)


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
            line = document.locate("bronnen", keys[key], "sleutel").line
            yield Diagnostic(
                Code.DUBBELE_BRON,
                document.locate("bronnen", index, "sleutel"),
                f'De sleutel "{key}" hoort bij twee bronnen: eerder op regel {line}',
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
    unclear = False
    for path, written in _named(document.fields, ()):
        if document.already_reported(*path):
            unclear = True  # nobody knows which key was meant
            continue
        key = _meant(written)
        used.add(key)
        if key not in keys and not refused and isinstance(path[-1], int):
            yield _unknown_source(key, keys, document.locate(*path))
    for key, index in keys.items():
        if key not in used and sections != () and not unclear:
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
    hint = did_you_mean(key, keys) or f"Voeg de bron toe bij bronnen, met sleutel: {key}"
    return Diagnostic(Code.ONBEKENDE_BRON, place, f'Er is geen bron met de sleutel "{key}" in dit bestand', hint)


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
