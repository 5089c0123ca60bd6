"""Rules for the body of an item: its named sections in order, and its citations against its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest

from binnenstad_site.core.budgets import LARGEST_BODY
from binnenstad_site.core.citations import CITATION, keys_of
from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.suggestions import Suggestions
from binnenstad_site.core.typography import dotted
from binnenstad_site.core.urls import is_slug, slugify
from binnenstad_site.load.documents import Document
from binnenstad_site.models.blocks import BRONVELDEN
from binnenstad_site.models.vocabulary import FILL_IN
from binnenstad_site.validate.markdown import Body, Heading, Section

MOST_SENTENCES = 5
SHORT_SECTION = "In het kort"
SENTENCE_END = re.compile(r"[.!?…][”’)]*(?=\s+[A-Z0-9“‘€]|\s*$)")


def check_body(document: Document, body: Body, sections: tuple[str, ...] | None) -> Iterator[Diagnostic]:
    """What parsing reported, and whether the sections are those of the collection (None: free; empty: no body)."""
    if len(document.body) > LARGEST_BODY:
        size, most = dotted(len(document.body)), dotted(LARGEST_BODY)
        message = f"De tekst is te lang: {size} tekens, en hooguit {most} passen"
        hint = "Verdeel de tekst over meer bestanden."
        yield Diagnostic(Code.BESTAND_TE_GROOT, _above(document), message, hint)
        return
    titles = sections or ()
    seconds = [heading for heading in body.headings if titles and heading.level == 2]
    first = {heading.id: heading.line for heading in reversed(seconds)}
    strange = {heading.line for heading in seconds if heading.text not in titles or heading.line != first[heading.id]}
    for problem in body.problems:
        if problem.code in {Code.GERESERVEERDE_KOP, Code.DUBBELE_KOP} and problem.line in strange:
            continue  # that this heading cannot be here, or is here twice, is reported below
        place = document.in_body(problem.line, problem.column, problem.end_column)
        yield Diagnostic(problem.code, place, problem.message, problem.hint)
    if sections == () or body.refused:
        return
    if not document.body.strip():
        begin = f" Begin met: ## {titles[0]}" if titles else ""
        hint = f"Schrijf de tekst onder de regel met ---.{begin}"
        yield Diagnostic(Code.LEGE_TEKST, _above(document), "Onder de velden staat geen tekst", hint)
    elif sections is not None:
        yield from _check_sections(document, body, sections)


def _above(document: Document) -> Location:
    """The line with dashes above the body."""
    fields = document.positions
    return Location(document.path, fields.first_line + fields.text.count("\n") + 1, 1, 4)


def _line(document: Document, line: int) -> Location:
    """A whole line of the body, from 1."""
    return document.in_body(line, 1, len(_lines(document)[line - 1]) + 1)


@lru_cache(maxsize=1)
def _lines(document: Document) -> tuple[str, ...]:
    """The lines of the body that is being checked."""
    return tuple(document.body.split("\n"))


def _check_sections(document: Document, body: Body, titles: tuple[str, ...]) -> Iterator[Diagnostic]:
    lines = {h.text: h.line for h in reversed(body.headings) if h.level == 2 and h.text in titles}
    unmarked = _unmarked(document, [title for title in titles if title not in lines])
    if not lines and not unmarked and not any(heading.level <= 2 for heading in body.headings):
        hint = f"Zet deze koppen in de tekst, elk met ## en een spatie ervoor: {', '.join(titles)}."
        yield Diagnostic(Code.SECTIE_ONTBREEKT, _above(document), "De tekst heeft geen koppen", hint)
        return
    suggestions = Suggestions()
    strange = dict.fromkeys(h.text for h in body.headings if h.level == 2 and h.text not in titles)
    guesses = {text: suggestions.nearest(text, titles) for text in strange}
    passed: list[str] = []
    leads = any(section.heading is None for section in body.sections)
    for section, below in zip_longest(body.sections, body.sections[1:]):
        heading = section.heading
        if heading is None:
            if titles[0] not in unmarked:
                place = _line(document, 1 + len(document.body) - len(document.body.lstrip("\n")))
                message = "Er staat tekst boven de eerste kop, en die krijgt geen plaats op de pagina"
                yield Diagnostic(Code.TEKST_VOOR_SECTIE, place, message, f"Zet de tekst onder een kop: ## {titles[0]}")
        elif heading.level == 2:
            # Text may seem to be missing because a heading below it is wrong.
            ends_well = below is None or (below.heading is not None and below.heading.text in lines)
            if heading.text in guesses:
                yield _strange(document, heading, guesses[heading.text], titles)
            else:
                yield from _check_section(document, section, heading, titles, passed, ends_well=ends_well)
                passed.append(heading.text)
    # When only the heading below it is gone, its text is not its own.
    ends = SHORT_SECTION in lines and (titles[1] in lines or len(lines) == 1)
    short = body.section(SHORT_SECTION) if ends else None
    sentences = len(SENTENCE_END.findall(short.text)) if short else 0
    if sentences > MOST_SENTENCES:
        message = f'"{SHORT_SECTION}" telt {sentences} zinnen, en hooguit {MOST_SENTENCES} passen'
        hint = "Kort het in, of zet een deel onder een volgende kop."
        yield Diagnostic(Code.TE_LANG_IN_HET_KORT, _line(document, lines[SHORT_SECTION]), message, hint)
    for title in titles:
        if title in unmarked:
            message, hint = f'De kop "{title}" is niet als kop geschreven', "Typ twee hekjes en een spatie ervoor: ## "
            yield Diagnostic(Code.SECTIE_ONTBREEKT, _line(document, unmarked[title]), message, hint + title)
        elif title not in lines and not _is_misspelt(body, title, guesses) and not (leads and title == titles[0]):
            yield _missing(document, title, lines, titles)


def _unmarked(document: Document, missing: Sequence[str]) -> dict[str, int]:
    """Title -> line of titles that stand on a line of their own without being a heading of the second level."""
    lines: dict[str, int] = {}
    for number, line in enumerate(_lines(document), start=1) if missing else ():
        title = line.strip(" \t#*_:")
        if title in missing and not re.match(r"##?\s", line):  # those are reported as the headings they are
            lines.setdefault(title, number)
    return lines


def _is_misspelt(body: Body, title: str, guesses: Mapping[str, str]) -> bool:
    """Whether a heading that was reported is probably this one: the same mistake."""
    first_level = any(heading.level == 1 and heading.text == title for heading in body.headings)
    return first_level or title in guesses.values()


def _missing(document: Document, title: str, lines: Mapping[str, int], titles: tuple[str, ...]) -> Diagnostic:
    """A heading that is missing is reported at the heading that it should stand above, or at the last one."""
    following = next((lines[other] for other in titles[titles.index(title) :] if other in lines), 0)
    where = "hierboven" if following else "onderaan"
    line = following or max(lines.values(), default=0)
    place = _line(document, line) if line else _above(document)
    message, hint = f'De kop "{title}" ontbreekt', f"Voeg {where} een regel toe: ## {title}"
    return Diagnostic(Code.SECTIE_ONTBREEKT, place, message, hint)


def _check_section(
    document: Document,
    section: Section,
    heading: Heading,
    titles: tuple[str, ...],
    passed: Sequence[str],
    *,
    ends_well: bool,
) -> Iterator[Diagnostic]:
    """A section has a title of the collection once, below those before it, and text; `passed` are the titles above."""
    title, place = heading.text, _line(document, heading.line)
    if title in passed:
        message = f'De kop "{title}" staat er twee keer'
        yield Diagnostic(Code.DUBBELE_SECTIE, place, message, "Voeg de twee stukken tekst samen.")
        return
    later = [other for other in passed if titles.index(other) > titles.index(title)]
    if later:
        message = f'De kop "{title}" staat onder "{later[0]}", maar hoort erboven'
        yield Diagnostic(Code.SECTIEVOLGORDE, place, message, f"De volgorde is: {', '.join(titles)}.")
    if not section.html.strip() and ends_well:
        hint = "Schrijf wat er bekend is, of dat het onbekend is."
        yield Diagnostic(Code.LEGE_TEKST, place, f'Onder de kop "{title}" staat niets', hint)


def _strange(document: Document, heading: Heading, guess: str, titles: tuple[str, ...]) -> Diagnostic:
    """A heading of the second level that is none of the `titles`; `guess` is the one that it looks like."""
    hint = f'Bedoelde u "{guess}"?' if guess else ""
    message = f'De kop "{heading.text}" bestaat hier niet'
    if not hint and not _lines(document)[heading.line - 1].lstrip().startswith("#"):
        message = "De streepjes eronder maken van deze tekst een kop, en die bestaat hier niet"
        hint = "Zet een lege regel boven de streepjes, of haal ze weg."
    elif not hint:
        order = ", ".join(titles)
        hint = f"De koppen zijn, in deze volgorde: {order}. Maak er een tussenkop van: ### {heading.text}"
    return Diagnostic(Code.ONBEKENDE_SECTIE, _line(document, heading.line), message, hint)


def check_sources(
    document: Document, body: Body, sections: tuple[str, ...] | None, *, unreadable: bool = False
) -> Iterator[Diagnostic]:
    """Every citation names a source of the item, every source is named, and no key stands for two.

    With `unreadable` the list of sources itself was reported, so that it is unknown which there are.
    """
    yield from _same_addresses(document)
    suggestions = Suggestions()
    listed = document.fields.get("bronnen", ())
    keys: dict[str, int] = {}
    for index, source in enumerate(listed if isinstance(listed, tuple) else ()):
        written = source.get("sleutel") if isinstance(source, Mapping) else None
        if not isinstance(written, str) or written == FILL_IN:
            unreadable = True
            continue
        key = _corrected(written)
        if key in keys:
            line = document.locate("bronnen", keys[key], "sleutel").line
            message = f'De sleutel "{key}" hoort bij twee bronnen: eerder op regel {line}'
            hint = f"Geef een van de twee een andere sleutel, zoals {key}-2."
            yield Diagnostic(Code.DUBBELE_BRON, document.locate("bronnen", index, "sleutel"), message, hint)
        keys.setdefault(key, index)
    used: set[str] = set()
    for citation in body.citations:
        used.update(citation.keys)
        for key in citation.keys:
            if key not in keys and not unreadable:
                place = document.in_body(citation.line, citation.column, citation.end_column)
                yield _unknown_source(key, keys, place, suggestions)
    unclear = False
    for path, written in _source_keys(document.fields, ()):
        if written == FILL_IN or document.already_reported(*path):
            unclear = True  # nobody knows which key was meant
            continue
        key = _corrected(written)
        used.add(key)
        if key not in keys and not unreadable and path[-1] not in BRONVELDEN:
            yield _unknown_source(key, keys, document.locate(*path), suggestions)
    for key, index in keys.items():
        if key not in used and sections != () and not unclear:
            hint = f"Zet [@{key}] achter de zin die op deze bron steunt, of haal de bron weg."
            message = f'De bron "{key}" wordt nergens genoemd'
            yield Diagnostic(Code.ONGEBRUIKTE_BRON, document.locate("bronnen", index, "sleutel"), message, hint)


def _same_addresses(document: Document) -> Iterator[Diagnostic]:
    """Two sources with one address are one source."""
    listed = document.fields.get("bronnen", ())
    first: dict[str, int] = {}
    for index, source in enumerate(listed if isinstance(listed, tuple) else ()):
        address = source.get("url") if isinstance(source, Mapping) else None
        if isinstance(address, str) and first.setdefault(address, index) != index:
            earlier = document.locate("bronnen", first[address], "url").line
            message = f"Dit adres staat twee keer bij de bronnen: eerder op regel {earlier}"
            hint = "Haal een van de twee bronnen weg, en gebruik overal de sleutel van de andere."
            yield Diagnostic(Code.DUBBELE_BRON, document.locate("bronnen", index, "url"), message, hint)


def _corrected(key: str) -> str:
    """The key as it will be once it is written as it should; that it is not was reported."""
    return key.strip() if is_slug(key.strip()) else slugify(key)


def _unknown_source(key: str, keys: Mapping[str, int], place: Location, suggestions: Suggestions) -> Diagnostic:
    hint = suggestions.did_you_mean(key, keys) or f"Voeg de bron toe bij bronnen, met sleutel: {key}"
    return Diagnostic(Code.ONBEKENDE_BRON, place, f'Er is geen bron met de sleutel "{key}" in dit bestand', hint)


def _source_keys(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every key in a field for sources or cited in a field of text, with its path: of its place in a list of keys,
    or of the field.
    """
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name in BRONVELDEN and isinstance(inner, str):
                yield (*path, name), inner
            elif name in BRONVELDEN and isinstance(inner, tuple):
                yield from (((*path, name, i), key) for i, key in enumerate(inner) if isinstance(key, str))
            else:
                yield from _source_keys(inner, (*path, name))
    elif isinstance(value, str):
        yield from ((path, key) for match in CITATION.finditer(value) for key in keys_of(match))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _source_keys(inner, (*path, index))
