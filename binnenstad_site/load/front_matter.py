"""Stage load: from the bytes of one file to its documents.

In: bytes, the path and the layout of the collection. Out: a `ParsedFile` with the documents and the diagnostics. A
pure function: the same bytes always give the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from binnenstad_site.core.budgets import lines_overrun, long_line_overrun
from binnenstad_site.core.characters import invisible, without_invisible
from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.memo import Key, digest
from binnenstad_site.core.mojibake import garbled_letters
from binnenstad_site.core.urls import slugify
from binnenstad_site.load.documents import Document, Layout, Storage, slug_of
from binnenstad_site.load.textfiles import decode
from binnenstad_site.load.yamltext import Loc, ParsedYaml, SourcePositions, parse_yaml

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: .*)?|={7})$", re.MULTILINE)
"""What Git puts around two versions that it could not make one of."""
_NEARLY = re.compile(r"\s*(?:[-–—_=*+~]{2,}|[–—])[ \t]*")
"""What people type for `---`."""
_NEARLY_AT_END = re.compile(r"(?:[-–—_=*+~][-–—_=*+~]|[–—])[ \t]*$", re.MULTILINE)
"""A line that ends with what people type for `---`."""


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What one file says."""

    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...]
    broken: bool
    """Whether there is, or may be, an item in the file that is not in `documents`."""
    source: tuple[str, ...]
    """The text, in parts that documents also hold, so that it is not kept twice."""


def file_key(data: bytes, path: str, layout: Layout) -> Key:
    """A digest of all that decides what a file says."""
    return digest(path, layout.name, layout.storage.value, layout.slug_from, data)


def parse_file(data: bytes, path: str, layout: Layout) -> ParsedFile:
    """Read the bytes of one file; never raises for what stands in it."""
    parsed = _parse(data, path, layout)
    key = file_key(data, path, layout)
    documents = tuple(replace(document, key=digest(key, document.entry)) for document in parsed.documents)
    return replace(parsed, documents=documents)


def _parse(data: bytes, path: str, layout: Layout) -> ParsedFile:
    text, problem = decode(data, path)
    if problem is not None:
        return ParsedFile((), (problem,), broken=True, source=(text,))
    unseen = (*invisible(text, path), *garbled_letters(text, path))
    if not text.strip():
        empty = Diagnostic(Code.LEEG_BESTAND, Location(path), "Dit bestand is leeg", "Vul het, of gooi het weg.")
        return ParsedFile((), (empty,), broken=True, source=(text,))
    if conflict := _CONFLICT.search(text):
        return _unmerged(text, path, conflict.start(), len(set(_CONFLICT.findall(text))) > 1)
    parsed = (_markdown if layout.is_markdown else _yaml)(text, path, layout)
    return replace(parsed, diagnostics=(*unseen, *parsed.diagnostics)) if unseen else parsed


def _unmerged(text: str, path: str, at: int, several: bool) -> ParsedFile:  # noqa: FBT001
    """A file in which Git left two versions of a passage beside each other, or an editor one of its lines."""
    line = text.count("\n", 0, at) + 1
    if not several:
        message = "Deze regel bleef staan toen twee versies van de tekst werden samengevoegd"
        hint = "Haal de regel weg, en kijk of de tekst erboven en eronder niet dubbel is."
        return _broken(text, Code.SAMENVOEGEN_NIET_AF, Location(path, line, 1, 8), message, hint)
    message = "Hier staan twee versies van een stuk tekst onder elkaar, want het samenvoegen is niet afgemaakt"
    hint = "Kies een van de twee, en haal de regels weg die beginnen met <<<<<<<, ======= en >>>>>>>."
    return _broken(text, Code.SAMENVOEGEN_NIET_AF, Location(path, line, 1, 8), message, hint)


def _broken(text: str, code: Code, place: Location, message: str, hint: str) -> ParsedFile:
    return ParsedFile((), (Diagnostic(code, place, message, hint),), broken=True, source=(text,))


def _too_long(fields: str, path: str, first_line: int) -> Diagnostic | None:
    """What is said of fields in too many or too long lines; the text below them is judged when it is parsed."""
    if (over := lines_overrun(fields) or long_line_overrun(fields)) is None:
        return None
    place = Location(path, first_line + over.line - 1, over.column, over.end_column)
    return Diagnostic(Code.TE_VEEL_IN_BESTAND, place, over.message, over.hint)


def _markdown(text: str, path: str, layout: Layout) -> ParsedFile:
    opening = _OPENING.match(text)
    if opening is None:
        return _no_fields(text, path)
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        message = "Het blok met velden is niet afgesloten met een regel met alleen ---"
        hint = "Zet onder het laatste veld een regel met alleen ---."
        if nearly := _NEARLY_AT_END.search(text, opening.end()):
            line = text.count("\n", 0, nearly.end()) + 1
            hint = f"Zet onder het laatste veld een regel met precies ---. Op regel {line} staat iets dat erop lijkt."
        return _broken(text, Code.VOORBLOK_NIET_GESLOTEN, Location(path, 1, 1, 4), message, hint)
    head = text[opening.end() : max(closing.start() - 1, opening.end())]
    start = min(closing.end() + 1, len(text))
    body = text[start:]
    source = (text[: opening.end()], head, text[opening.end() + len(head) : start], body)
    if (problem := _too_long(head, path, 2)) is not None:
        return ParsedFile((), (problem,), broken=True, source=source)
    yaml = parse_yaml(head, path, 2, layout.max_nodes)
    fields, problems = _fields(yaml, Location(path, 1, 1, 4), Code.GEEN_VOORBLOK)
    diagnostics = (*yaml.diagnostics, *problems)
    if fields is None:
        return ParsedFile((), diagnostics, broken=True, source=source)
    document = Document(
        path=path,
        collection=layout.name,
        slug=slug_of(path, layout),
        fields=fields,
        body=without_invisible(body),
        body_line=text.count("\n", 0, start) + 1,
        positions=SourcePositions(head, 2, layout.max_nodes),
        reported=yaml.reported,
    )
    return ParsedFile((document,), diagnostics, broken=False, source=source)


def _no_fields(text: str, path: str) -> ParsedFile:
    """A Markdown file that does not begin with its fields."""
    line = len(text) - len(text.lstrip("\n"))
    begin = text[line:].split("\n", 1)[0]
    place = Location(path, line + 1, 1, max(len(begin), 1) + 1)
    if begin.strip() == "---":
        message, hint = "Voor de regel met --- staat nog iets", "Laat het bestand beginnen met --- op de eerste regel."
    elif _NEARLY.fullmatch(begin):
        message = "De eerste regel lijkt op ---, maar is het niet precies"
        hint = "Typ precies drie gewone streepjes: ---"
    else:
        message = "Dit bestand begint niet met een blok met velden"
        hint = "Begin met een regel met alleen ---, dan de velden (titel: …), dan weer ---, en daaronder de tekst."
    return _broken(text, Code.GEEN_VOORBLOK, place, message, hint)


def _fields(
    yaml: ParsedYaml, place: Location, when_empty: Code
) -> tuple[dict[str, object] | None, Iterable[Diagnostic]]:
    """The fields of an item, or why there are none."""
    value = yaml.value
    if isinstance(value, dict):
        return value, ()
    if not yaml.understood or () in yaml.reported:
        return None, ()
    if value is None:
        message, hint = "Er staan geen velden in dit bestand", "Schrijf op elke regel een veld: naam: waarde."
        return None, (Diagnostic(when_empty, place, message, hint),)
    message = f"Hier {'staat een lijst' if isinstance(value, tuple) else 'staat tekst'} waar velden moeten staan"
    hint = "Schrijf op elke regel een veld: naam: waarde. Let op de spatie achter de dubbele punt."
    return None, (Diagnostic(Code.GROEP_VERWACHT, place, message, hint),)


def _yaml(text: str, path: str, layout: Layout) -> ParsedFile:
    if (problem := _too_long(text, path, 1)) is not None:
        return ParsedFile((), (problem,), broken=True, source=(text,))
    yaml = parse_yaml(text, path, 1, layout.max_nodes)
    positions = SourcePositions(text, 1, layout.max_nodes)
    if layout.storage is Storage.LIST:
        return _list(yaml, positions, path, layout)
    fields, problems = _fields(yaml, Location(path), Code.LEEG_BESTAND)
    diagnostics = (*yaml.diagnostics, *problems)
    if fields is None:
        return ParsedFile((), diagnostics, broken=True, source=(text,))
    slug = slug_of(path, layout)
    document = Document(path, layout.name, slug, fields, "", 1, positions, reported=yaml.reported)
    return ParsedFile((document,), diagnostics, broken=False, source=(text,))


def _list(yaml: ParsedYaml, positions: SourcePositions, path: str, layout: Layout) -> ParsedFile:
    source = (positions.text,)
    if yaml.understood and yaml.value is None:  # nothing but comments
        return ParsedFile((), yaml.diagnostics, broken=False, source=source)
    if not isinstance(yaml.value, tuple):
        message, hint = "Dit bestand hoort een lijst te zijn", "Begin elk item met een streepje: - "
        problem = Diagnostic(Code.LIJST_VERWACHT, Location(path), message, hint)
        unreported = (problem,) if yaml.understood and () not in yaml.reported else ()
        return ParsedFile((), (*yaml.diagnostics, *unreported), broken=True, source=source)
    if layout.entries is not None and len(yaml.value) > layout.entries.most:
        place = Document(path, layout.name, "", {}, "", 1, positions, layout.entries.most).locate()
        problem = Diagnostic(Code.TE_VEEL_IN_BESTAND, place, layout.entries.message, layout.entries.hint)
        return ParsedFile((), (problem,), broken=True, source=source)
    reported_in: defaultdict[object, set[Loc]] = defaultdict(set)
    for loc in yaml.reported:
        reported_in[loc[0] if loc else None].add(loc[1:])
    documents: list[Document] = []
    first: dict[str, Document] = {}
    diagnostics = list(yaml.diagnostics)
    uncertain = False
    for position, fields in enumerate(yaml.value):
        reported = frozenset(reported_in[position])
        document = Document(path, layout.name, "", {}, "", 1, positions, position, reported)
        if not isinstance(fields, dict):
            uncertain = True
            if () not in reported:
                message, hint = "Dit punt heeft geen velden", "Schrijf achter het streepje een veld: - naam: waarde."
                diagnostics.append(Diagnostic(Code.GROEP_VERWACHT, document.locate(), message, hint))
            continue
        slug = _entry_slug(fields, reported, layout)
        document = replace(document, slug=slug or f"{position + 1}", fields=fields)
        if slug and (earlier := first.setdefault(slug, document)) is not document:
            line = earlier.locate(layout.slug_from).line
            message = f'"{slug}" staat twee keer in deze lijst: eerder op regel {line}'
            place = document.locate(layout.slug_from)
            diagnostics.append(Diagnostic(Code.DUBBEL_ITEM, place, message, "Voeg ze samen, of noem er een anders."))
        else:
            documents.append(document)
        uncertain |= not slug and layout.slug_from != ""
    return ParsedFile(tuple(documents), tuple(diagnostics), broken=uncertain, source=source)


def _entry_slug(fields: Mapping[str, object], reported: frozenset[Loc], layout: Layout) -> str:
    """The slug of an entry of a list; empty when its field is not there or wrong."""
    name = fields.get(layout.slug_from)
    return slugify(name) if isinstance(name, str) and name.strip() and (layout.slug_from,) not in reported else ""
