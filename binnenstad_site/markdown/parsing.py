"""From the Markdown of one item to a `Body`: a pure function of the text, cached.

HTML, forbidden links, misplaced citations and headings out of order are reported here: only here is their line known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from binnenstad_site import typography
from binnenstad_site.diagnostics import Code
from binnenstad_site.markdown.body import Body, Citation, Finding, Heading, Link, Section
from binnenstad_site.markdown.safehtml import Drawing, is_allowed
from binnenstad_site.urls import slugify

CITATION = re.compile(r"\[@([a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\s*\]")
LIKE_CITATION = re.compile(r"\[[^\[\]\n]*(?<![\w.])@[^\[\]\n]*\](?!\()")
CITED_DEFINITION = re.compile(r"^ {0,3}(\[@[^\]\n]*\]):", re.MULTILINE)
DEEPEST = 40
"""Nesting beyond which a text is refused; markdown-it itself drops text without a word at 100."""

RESERVED_IDS = frozenset(
    {
        "aantal",
        "bewijs",
        "bronnen",
        "cijfers",
        "citeren",
        "eerste-stappen",
        "filters",
        "gevolgen",
        "inhoud",
        "kaart",
        "kansen",
        "lessen",
        "lijst",
        "menu",
        "meldingen",
        "paspoort",
        "per-scenario",
        "praktijken",
        "publicaties",
        "resultaten",
        "signalen",
        "top",
        "uitkomst",
        "verslagen",
        "verwant",
        "wat-ging-mis",
        "wijzigingen",
        "winnaars-en-verliezers",
        "zoekveld",
        "zoekvorm",
    }
)
"""Ids that the templates use; a heading that would get one is refused, so that no address ever points elsewhere."""
RESERVED_PREFIXES = ("bron-", "begrip-", "kans-", "noot-", "kaart-", "filter-")


def is_reserved_id(name: str) -> bool:
    """Whether a heading may not have this id because a template uses it."""
    return name in RESERVED_IDS or name.startswith(RESERVED_PREFIXES)


def _citation_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """`[@sleutel; @sleutel]` becomes one token whose content is the text as written."""
    if state.src[state.pos] != "[" or not (match := CITATION.match(state.src, state.pos)):
        return False
    if state.src[match.end() : match.end() + 1] in ("(", "["):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match.group()
        token.meta = {"keys": tuple(key.strip().removeprefix("@") for key in match.group(1).split(";"))}
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": True})
    # Addresses stay as typed, so that they can be found in the source and reported; `render` encodes and refuses again.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: url is not None  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "citation", _citation_rule)
    return parser


PARSER = _parser()


class _Reader:
    """Walks the tokens of one text once and gathers what `Body` holds."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.citations: list[Citation] = []
        self.findings: list[Finding] = []
        self.cursor = (0, 0)

    def find(self, needle: str, first: int, end: int) -> tuple[int, int, int | None]:
        """Line, column and end column (from 1) of `needle` between two lines, after the last one found there."""
        row, column = max(self.cursor, (first, 0))
        while row < min(end, len(self.lines)):
            at = self.lines[row].find(needle, column)
            if at >= 0 and needle:
                self.cursor = (row, at + 1)
                return row + 1, at + 1, at + 1 + len(needle)
            row, column = row + 1, 0
        return first + 1, 1, None

    def report(self, code: Code, place: tuple[int, int, int | None], message: str, hint: str) -> None:
        self.findings.append(Finding(code, *place, message, hint))

    def heading(self, opener: Token, inline: Token) -> Heading:
        line = opener.map[0] if opener.map else 0
        level = int(opener.tag[1])
        text = plain(inline)
        found = Heading(level, text, slugify(text), line + 1)
        place = (line + 1, 1, len(self.lines[line]) + 1)
        previous = self.headings[-1].level if self.headings else 1
        if level == 1:
            self.report(
                Code.KOP_NIVEAU_1,
                place,
                "Een kop met één hekje is de titel van de pagina, en die staat al in het veld titel",
                f"Gebruik twee hekjes: ## {text}",
            )
        elif level > previous + 1:
            self.report(
                Code.KOPNIVEAU_OVERGESLAGEN,
                place,
                f"Deze kop heeft {level} hekjes, maar de kop erboven heeft er {previous}",
                f"Gebruik hier {previous + 1} hekjes: {'#' * (previous + 1)} {text}",
            )
        if is_reserved_id(found.id):
            self.report(
                Code.GERESERVEERDE_KOP,
                place,
                f'De kop "{text}" krijgt het anker #{found.id}, maar dat gebruikt de site zelf al',
                "Kies een andere tekst voor deze kop.",
            )
        elif level > 2 and any(other.id == found.id for other in self.headings):
            self.report(
                Code.DUBBELE_KOP,
                place,
                f'Er staan twee koppen "{text}" in deze tekst, dus een link kan ze niet uit elkaar houden',
                "Geef een van de twee een andere tekst.",
            )
        self.headings.append(found)
        return found

    def inline(self, token: Token, *, in_heading: bool) -> None:
        first, end = token.map or (0, len(self.lines))
        self.cursor = (first, 0)
        opener: Token | None = None
        before = ""
        previous: Token | None = None
        for child in token.children or ():
            if child.type == "text":
                self.look_for_citation(child.content, first, end)
                child.content = typography.curl(child.content, before)
                before = child.content or before
            elif child.type == "citation":
                place = self.find(child.content, first, end)
                if previous is not None and previous.type == "text":
                    previous.content = previous.content.rstrip()  # the number stands against the word
                if in_heading or opener is not None:
                    self.misplaced(place, "een kop" if in_heading else "de tekst van een link")
                else:
                    self.citations.append(Citation(child.meta["keys"], place[0], place[1], place[2] or place[1]))
            elif child.type == "link_open":
                opener = child
                self.link(child, plain_after(token.children or [], child), first, end)
            elif child.type == "link_close":
                opener = None
            elif child.type == "image":
                self.image(child, first, end)
            elif child.type == "html_inline":
                self.html(child.content, first, end)
            elif child.type in ("softbreak", "hardbreak"):
                before = " "
            else:
                before = child.content or before
            previous = child

    def look_for_citation(self, content: str, first: int, end: int) -> None:
        for match in LIKE_CITATION.finditer(content):
            self.report(
                Code.ONGELDIGE_BRONVERWIJZING,
                self.find(match.group(), first, end),
                f"{match.group()} lijkt een bronverwijzing, maar is het niet",
                "Schrijf alleen de sleutel van de bron, in kleine letters: [@sleutel]. Meer bronnen: [@een; @twee].",
            )

    def misplaced(self, place: tuple[int, int, int | None], where: str) -> None:
        self.report(
            Code.BRON_OP_VERKEERDE_PLEK,
            place,
            f"Een bronverwijzing kan niet in {where} staan",
            "Zet de verwijzing in de lopende tekst, aan het eind van de zin.",
        )

    def link(self, token: Token, text: str, first: int, end: int) -> None:
        href = str(token.attrs.get("href", ""))
        place = self.find(href, first, end)
        if place[2] is None:  # a reference link: its address stands in a definition elsewhere
            self.cursor = (0, 0)
            place = self.find(href, 0, len(self.lines))
            self.cursor = (first, 0)
        self.allowed(href, place)
        self.links.append(Link(href, text, *place))

    def image(self, token: Token, first: int, end: int) -> None:
        source = str(token.attrs.get("src", ""))
        alternative = "".join(child.content for child in token.children or ()).strip()
        place = self.find(source, first, end)
        if any(child.type == "citation" for child in token.children or ()):
            self.misplaced(place, "de beschrijving van een afbeelding")
        elif not alternative:
            self.report(
                Code.GEEN_ALTERNATIEVE_TEKST,
                place,
                "Deze afbeelding heeft geen beschrijving; wie haar niet ziet, mist wat erop staat",
                f"Zet tussen de blokhaken wat er te zien is: ![wat u ziet]({source})",
            )
        self.links.append(Link(source, alternative, *place, is_image=True))

    def allowed(self, href: str, place: tuple[int, int, int | None]) -> None:
        if not is_allowed(href):
            self.report(
                Code.VERBODEN_LINK,
                place,
                "Deze link begint met iets dat hier niet mag",
                "Gebruik een adres met https://, mailto: of tel:, of een bestand zoals ../trends/anders-werken.md.",
            )

    def html(self, content: str, first: int, end: int) -> None:
        sample = content.strip().split("\n")[0][:40]
        self.report(
            Code.HTML_IN_TEKST,
            self.find(sample, first, end),
            f"Hier staat HTML ({sample}); die wordt niet uitgevoerd",
            "Gebruik Markdown: **vet** of [tekst](adres). Bedoelt u het teken <, schrijf dan &lt;.",
        )


def plain(inline: Token) -> str:
    """The text of an inline token, without markup and citations."""
    return "".join(_texts(inline.children or [])).strip()


def plain_after(children: list[Token], opener: Token) -> str:
    """The text of a link, from its opening token on."""
    start = children.index(opener) + 1
    inside = []
    for child in children[start:]:
        if child.type == "link_close":
            break
        inside.append(child)
    return "".join(_texts(inside)).strip()


def _texts(children: list[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("text", "code_inline", "text_special", "html_inline"):
            yield child.content
        elif child.type in ("softbreak", "hardbreak"):
            yield " "
        elif child.type == "image":
            yield "".join(_texts(child.children or []))


def _section(heading: Heading | None, tokens: list[Token]) -> Section:
    pieces = [plain(token) if token.type == "inline" else token.content for token in tokens if token.content]
    drawing = Drawing()
    html = drawing.render(tokens, PARSER.options, {})
    return Section(heading, html, tuple(drawing.holes), " ".join(piece for piece in pieces if piece))


@lru_cache(maxsize=20_000)
def parse(text: str) -> Body:
    """The body of an item. Never raises; whatever an editor got wrong is in `findings`."""
    reader = _Reader(text)
    tokens = PARSER.parse(text)
    parts: list[tuple[Heading | None, list[Token]]] = [(None, [])]
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "heading_open":
            inline = tokens[index + 1]
            reader.inline(inline, in_heading=True)
            found = reader.heading(token, inline)
            token.attrs["id"] = found.id
            if found.level <= 2:
                parts.append((found, []))
            else:
                parts[-1][1].extend(tokens[index : index + 3])
            index += 3
            continue
        if token.type == "inline":
            reader.inline(token, in_heading=False)
        elif token.type == "html_block":
            reader.html(token.content, *(token.map or (0, len(reader.lines))))
        parts[-1][1].append(token)
        index += 1
    for match in CITED_DEFINITION.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start(1) - (text.rfind("\n", 0, match.start(1)) + 1) + 1
        reader.misplaced((line, column, column + len(match.group(1))), "een definitie")
    deep = next((t for t in tokens if t.level > DEEPEST), None)
    if deep is not None:
        reader.report(
            Code.TE_DIEP_GENEST,
            ((deep.map or (0, 0))[0] + 1, 1, None),
            "Deze tekst is te diep genest (lijsten in lijsten, of citaten in citaten)",
            "Gebruik hooguit drie niveaus.",
        )
    sections = tuple(_section(heading, part) for heading, part in parts if heading is not None or part)
    words = sum(len(section.text.split()) for section in sections)
    return Body(
        sections, tuple(reader.headings), tuple(reader.links), tuple(reader.citations), tuple(reader.findings), words
    )
