"""What people know from other programs and means nothing here: footnotes, boxes, tick boxes, marking, bare addresses.

It would stand in the text as it was typed. One kind is one mistake, so each is reported at its first place only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from binnenstad_site.core.citations import FOOTNOTE
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.core.urls import slugify


class Unsupported(NamedTuple):
    """One kind: how it is recognised in running text, and what is said of it."""

    pattern: re.Pattern[str]
    code: Code
    message: Callable[[re.Match[str]], str]
    hint: Callable[[re.Match[str]], str]


def _cited(match: re.Match[str]) -> str:
    keys = dict.fromkeys(slugify(key) for key in re.findall(r"@([\w-]+)", match.group()))
    return f"[{'; '.join(f'@{key}' for key in keys)}]"


def _address(match: re.Match[str]) -> str:
    written = match.group()
    return written if written.startswith("http") else f"https://{written}"


KINDS: tuple[Unsupported, ...] = (
    Unsupported(
        FOOTNOTE,
        Code.ONGELDIGE_BRONVERWIJZING,
        lambda match: f"{match.group()} is een voetnoot, en die kent de site niet",
        lambda _: (
            "Zet de bron bij bronnen in de velden, en typ hier [@sleutel] met de sleutel van die bron. Staan er "
            "onderaan voetnoten, haal die dan weg."
        ),
    ),
    Unsupported(
        re.compile(r"\(@[A-Za-z0-9][\w-]*(?:\s*[;,]\s*@[\w-]+)*\)"),
        Code.ONGELDIGE_BRONVERWIJZING,
        lambda match: f"{match.group()} staat tussen ronde haken, dus het wordt geen bronverwijzing",
        lambda match: f"Gebruik vierkante haken: {_cited(match)}",
    ),
    Unsupported(
        re.compile(r"\A\s*:::+.*"),
        Code.ONBEKENDE_OPMAAK,
        lambda _: "Een kader met ::: kent de site niet",
        lambda _: "Haal de regels met ::: weg. Gebruik een tussenkop (### Kop) als het stuk op moet vallen.",
    ),
    Unsupported(
        re.compile(r"\A\[[ xX]?\](?=\s)"),
        Code.ONBEKENDE_OPMAAK,
        lambda match: f"Een vakje om af te vinken ({match.group()}) kent de site niet",
        lambda match: f"Haal {match.group()} weg, en houd het streepje.",
    ),
    Unsupported(
        re.compile(r"(?<![=\w])==(?=\S)([^=\n]{1,200})(?<=\S)==(?![=\w])"),
        Code.ONBEKENDE_OPMAAK,
        lambda _: "Tekst markeren met == kent de site niet",
        lambda match: f"Haal de tekens == weg, of maak het vet met sterretjes: **{match.group(1)}**",
    ),
    Unsupported(
        re.compile(r"!?\[[^\[\]\n]*\]\((?!https?:)([^()\s]{1,80}(?: [^()\s]{1,40}){1,8}(?<=\.\w{3})\w?)\)"),
        Code.KAPOTTE_LINK,
        lambda match: f'In de naam "{match.group(1)}" staat een spatie, dus hier komt geen afbeelding of link',
        lambda match: (
            f"Geef het bestand een naam zonder spaties en typ die hier, zoals {_without_spaces(match.group(1))}"
        ),
    ),
    Unsupported(
        re.compile(r"(?:https?://|\bwww\.)[^\s<>()\[\]]*[\w/]", re.IGNORECASE),
        Code.LOS_ADRES,
        lambda _: "Dit adres staat er als tekst, dus niemand kan erop klikken",
        lambda match: (
            f"Is het een bron, zet het dan bij bronnen en typ hier [@sleutel]. Typ anders: "
            f"[naam van de pagina]({_address(match)})"
        ),
    ),
)
_SIGNS = re.compile(r"[\[(]|==|:::|https?:|www\.", re.IGNORECASE)
"""What none of them can do without: nearly every text fails this quick test."""


def _without_spaces(name: str) -> str:
    *folders, file = name.strip().split("/")
    stem, dot, extension = file.rpartition(".")
    parts = [folder if folder in ("..", ".") else slugify(folder) for folder in folders]
    return "/".join([*parts, f"{slugify(stem)}{dot}{extension.lower()}"])


def unsupported(content: str) -> list[tuple[int, re.Match[str]]]:
    """The kinds that occur in a piece of running text, in its order: the place in `KINDS`, and the first match."""
    if not _SIGNS.search(content):
        return []
    places = ((number, kind.pattern.search(content)) for number, kind in enumerate(KINDS))
    return sorted(
        ((number, match) for number, match in places if match is not None), key=lambda found: found[1].start()
    )
