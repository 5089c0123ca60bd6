"""One walk over the tokens of a text: its headings, links and citations with their places, and what is wrong."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from markdown_it.token import Token

from binnenstad_site.core import typography
from binnenstad_site.core.budgets import LINKS, NOTES, Overrun, overrun
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.core.urls import slugify
from binnenstad_site.models.vocabulary import FILL_IN
from binnenstad_site.validate.markdown.body import BodyProblem, Citation, Heading, Link, LinkKey, LinkKind
from binnenstad_site.validate.markdown.escaping import is_allowed, is_outside
from binnenstad_site.validate.markdown.outside import outside_problem
from binnenstad_site.validate.markdown.plain_text import plain
from binnenstad_site.validate.markdown.reserved_ids import is_reserved_id
from binnenstad_site.validate.markdown.unsupported import KINDS, unsupported

IN_BRACKETS = re.compile(r"\[[^\[\]\n]*\](?!\()")
AT_SIGN = re.compile(r"(?<![\w.])@")
CITED = re.compile(r"@([A-Za-z0-9][\w-]*)")
BROKEN_LINK = re.compile(r"[^\[\]]*\][(\[]")
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
INSTEAD = {
    **dict.fromkeys(("b", "strong"), "Typ sterretjes: **vet**."),
    **dict.fromkeys(("i", "em"), "Typ sterretjes: *schuin*."),
    **dict.fromkeys(("br", "p"), "Begin een nieuwe alinea met een lege regel."),
    **dict.fromkeys(("h1", "h2"), "Typ hekjes: ## Kop."),
    **dict.fromkeys(("ul", "li"), "Begin elk punt op een eigen regel met een streepje: - punt."),
    "a": "Typ: [tekst](adres).",
    "h3": "Typ hekjes: ### Tussenkop.",
    "img": "Typ: ![wat u ziet](foto.jpg).",
}
"""What to type for an element that people know."""
START = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*:|[/\\]{1,2})")
"""What a link begins with when it is no file."""
MOST_LOST = 20
"""How often something is looked for in one block that is not there as it was read."""


class Reader:
    """Walks the tokens of one text once and gathers what `Body` holds."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.lines = text.split("\n")
        self.begins = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        """Where each line begins in the text; the last is its end."""
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.citations: list[Citation] = []
        self.problems: list[BodyProblem] = []
        self.anchors: set[str] = set()
        self.notes = 0
        self.over: Overrun | None = None
        """The first link or note too many."""
        self.cursor = 0
        self.lost = 0
        """How often something was not found in this block."""
        self.definitions: dict[str, tuple[int, int, int | None]] = {}
        """Where the address of a reference link first stands."""
        self.last: tuple[int, int, int | None] = (1, 1, None)
        """Where the last citation stands."""
        self.unsupported: set[int] = set()
        """Kinds of what is not supported that were reported."""
        self.elements: set[str] = set()
        """Names of the HTML elements that were reported: their ends are not reported too."""

    def find(self, needle: str, first: int, end: int) -> tuple[int, int, int | None]:
        """Line, column and end column (from 1) of `needle` between two lines, after the last one found there."""
        if needle and "\n" not in needle and self.lost < MOST_LOST:
            begin = max(self.cursor, self.begins[first])
            at = self.source.find(needle, begin, self.begins[min(end, len(self.lines))])
            if at >= 0:
                self.cursor = at + 1
                return self.place(at, len(needle))
            self.lost += 1
        return first + 1, 1, None

    def place(self, at: int, width: int) -> tuple[int, int, int]:
        """Line, column and end column of a piece of the text."""
        row = bisect_right(self.begins, at) - 1
        column = at - self.begins[row] + 1
        return row + 1, column, column + width

    def defined(self, href: str) -> tuple[int, int, int | None] | None:
        """Where an address first stands in the text, which is in the definition of a reference link."""
        if href not in self.definitions and (at := self.source.find(href)) >= 0:
            self.definitions[href] = self.place(at, len(href))
        return self.definitions.get(href)

    def report(self, code: Code, place: tuple[int, int, int | None], message: str, hint: str) -> None:
        self.problems.append(BodyProblem(code, *place, message, hint))

    def heading(self, opener: Token, inline: Token) -> Heading:
        line = opener.map[0] if opener.map else 0
        level = int(opener.tag[1])
        text = plain(inline)
        heading = Heading(level, text, slugify(text), line + 1)
        place = (line + 1, 1, len(self.lines[line]) + 1)
        previous = self.headings[-1].level if self.headings else 1
        if level == 1:
            sign = "Een kop met één hekje" if opener.markup == "#" else "Een regel met === eronder"
            self.report(
                Code.KOP_NIVEAU_1,
                place,
                f"{sign} is de titel van de pagina, en die staat al in het veld titel",
                f"Gebruik twee hekjes: ## {text}",
            )
        elif level > previous + 1:
            above = f"maar de kop erboven heeft er {previous}" if self.headings else "maar er staat geen kop boven"
            self.report(
                Code.KOPNIVEAU_OVERGESLAGEN,
                place,
                f"Deze kop heeft {level} hekjes, {above}",
                f"Gebruik hier {previous + 1} hekjes: {'#' * (previous + 1)} {text}",
            )
        if not text:
            hint = f"Schrijf de kop op deze regel: {'#' * level} Kop. Of haal de regel weg."
            self.report(Code.LEGE_TEKST, place, "In deze kop staat niets", hint)
        elif is_reserved_id(heading.id):
            self.report(
                Code.GERESERVEERDE_KOP,
                place,
                f'De kop "{text}" krijgt het anker #{heading.id}, maar dat gebruikt de site zelf al',
                "Kies een andere tekst voor deze kop.",
            )
        elif heading.id in self.anchors:
            self.report(
                Code.DUBBELE_KOP,
                place,
                f'Er staan twee koppen "{text}" in deze tekst, dus een link kan ze niet uit elkaar houden',
                "Geef een van de twee een andere tekst.",
            )
        self.headings.append(heading)
        self.anchors.add(heading.id)
        return heading

    def inline(self, token: Token, *, in_heading: bool) -> None:
        """The inside of one block; its texts get typographic quotes here."""
        first, end = token.map or (0, len(self.lines))
        self.cursor, self.lost = self.begins[first], 0
        children = token.children or []
        opener: Token | None = None
        before = ""
        for index, child in enumerate(children if self.over is None else ()):
            previous = children[index - 1] if index else None
            if child.type == "text":
                self.text(child, previous, first, end, linked=opener is not None)
                child.content = typography.curl(child.content, before)
            elif child.type == "citation":
                self.citation(child, previous, first, end, in_heading=in_heading)
            elif child.type == "link_open":
                opener = child
            elif child.type == "link_close" and opener is not None:
                self.link(opener, first, end)
                opener = None
            elif child.type == "image":
                self.image(child, first, end)
            elif child.type == "html_inline":
                self.html(child.content, first, end)
            before = " " if child.type in ("softbreak", "hardbreak") else child.content or before

    def text(self, child: Token, previous: Token | None, first: int, end: int, *, linked: bool) -> None:
        # A citation in the text of a link is, to markdown-it, a link in a link: it gives up on the outer one.
        in_link = previous is not None and previous.type == "citation" and BROKEN_LINK.match(child.content)
        if in_link and self.citations and (self.citations[-1].line, self.citations[-1].column) == self.last[:2]:
            self.citations.pop()
            self.misplaced(self.last, "de tekst van een link")
        self.report_near_citations(child.content, first, end)
        if not linked:
            self.report_unsupported(child.content, first, end)

    def citation(self, child: Token, previous: Token | None, first: int, end: int, *, in_heading: bool) -> None:
        place = self.last = self.find(child.content, first, end)
        self.notes += 1
        if self.notes > NOTES.most:
            self.over = self.over or overrun(NOTES, *place)
        if previous is not None and previous.type == "text":
            previous.content = previous.content.rstrip()  # the number stands against the word
        if in_heading:
            self.misplaced(place, "een kop")
        else:
            self.citations.append(Citation(child.meta["keys"], place[0], place[1], place[2] or place[1]))

    def report_near_citations(self, content: str, first: int, end: int) -> None:
        for match in IN_BRACKETS.finditer(content):
            if not AT_SIGN.search(match.group()):
                continue
            keys = dict.fromkeys(slugify(key) for key in CITED.findall(match.group()))
            guess = f"Bedoelde u [{'; '.join(f'@{key}' for key in keys)}]? " if keys else ""
            self.report(
                Code.ONGELDIGE_BRONVERWIJZING,
                self.find(match.group(), first, end),
                f"{match.group()} lijkt een bronverwijzing, maar is het niet",
                guess + "Zet alleen sleutels tussen de haken, in kleine letters. Meer bronnen: [@een; @twee].",
            )

    def report_unsupported(self, content: str, first: int, end: int) -> None:
        for number, match in unsupported(content):
            if number not in self.unsupported:
                self.unsupported.add(number)
                kind = KINDS[number]
                place = self.find(match.group().strip(), first, end)
                self.report(kind.code, place, kind.message(match), kind.hint(match))

    def misplaced(self, place: tuple[int, int, int | None], where: str) -> None:
        self.report(
            Code.BRON_OP_VERKEERDE_PLEK,
            place,
            f"Een bronverwijzing kan niet in {where} staan",
            "Zet de verwijzing in de lopende tekst, aan het eind van de zin.",
        )

    def link(self, token: Token, first: int, end: int) -> None:
        href = str(token.attrs.get("href", ""))
        place = self.find(href or "]()", first, end)
        if place[2] is None and href:  # a reference link: its address stands in a definition elsewhere
            place = self.defined(href) or place  # or it is written with escapes: where its block begins
            self.cursor = self.begins[first]
        hint = "Gebruik een adres met https://, mailto: of tel:, of een bestand zoals ../trends/anders-werken.md."
        kind = LinkKind.REFUSED
        if self.allowed(href, place, "Een link", hint):
            kind = LinkKind.OUTSIDE if is_outside(href) else LinkKind.INSIDE
        self.add_link(token, Link(LinkKey(len(self.links)), kind, href, *place))

    def image(self, token: Token, first: int, end: int) -> None:
        source = str(token.attrs.get("src", ""))
        alternative = "".join(child.content for child in token.children or ()).strip()
        cited = next((child.content for child in token.children or () if child.type == "citation"), "")
        inside = self.find(cited, first, end) if cited else None
        place = self.find(source, first, end)
        if inside is not None:
            self.misplaced(inside, "de beschrijving van een afbeelding")
        elif not alternative:
            self.report(
                Code.GEEN_ALTERNATIEVE_TEKST,
                place,
                "Deze afbeelding heeft geen beschrijving; wie haar niet ziet, mist wat erop staat",
                f"Zet tussen de blokhaken wat er te zien is: ![wat u ziet]({source})",
            )
        hint = "Zet de afbeelding in de map van dit item en noem haar hier zo: delft-markt/plein.jpg."
        kind = LinkKind.INSIDE if self.allowed(source, place, "Een afbeelding", hint) else LinkKind.REFUSED
        self.add_link(token, Link(LinkKey(len(self.links)), kind, source, *place, is_image=True))

    def add_link(self, token: Token, link: Link) -> None:
        """Gather a link, and give it to the token that will be drawn."""
        self.links.append(link)
        token.meta["link"] = link
        if len(self.links) > LINKS.most:
            self.over = self.over or overrun(LINKS, link.line, link.column, link.end_column)

    def allowed(self, href: str, place: tuple[int, int, int | None], kind: str, hint: str) -> bool:
        if is_allowed(href):
            if (problem := outside_problem(href)) is not None:
                self.report(Code.VERBODEN_LINK, place, *problem)
            return True
        start = START.match(href)
        message = f"{kind} kan hier niet beginnen met {start.group(1) if start else href[:20]}"
        self.report(Code.VERBODEN_LINK, place, message, hint)
        return False

    def html(self, content: str, first: int, end: int) -> None:
        sample = content.strip().split("\n")[0][:40]
        if sample.startswith(FILL_IN):
            place = self.find(FILL_IN, first, end)
            self.report(Code.LEGE_TEKST, place, f"Hier staat nog {FILL_IN}", "Schrijf hier de tekst.")
            return
        tags = [(slash, name.lower()) for slash, name in TAG.findall(content)]
        if tags and all(slash and name in self.elements for slash, name in tags):
            return
        self.elements.update(name for _, name in tags)
        hint = INSTEAD.get(tags[0][1], "") if tags else ""
        if sample.startswith("<!--"):
            hint = "Haal de opmerking weg; aantekeningen voor uzelf horen niet in de tekst."
        self.report(
            Code.HTML_IN_TEKST,
            self.find(sample, first, end),
            f"Hier staat HTML ({sample}); die wordt niet uitgevoerd",
            hint or "Haal de code weg. Bedoelt u het teken <, schrijf dan &lt;.",
        )
