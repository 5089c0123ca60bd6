"""Content that asks as much work as it can, at any size, and how much time and memory a build of it takes.

`python -m tools.shapes` prints the table; with names behind it, those shapes only.
"""

from __future__ import annotations

import json
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import process_time

from binnenstad_site.models.items.praktijken import Praktijk
from binnenstad_site.pipeline import Options, Session
from binnenstad_site.report import render
from tools.memory import kibibytes

ROOT = Path(__file__).parent.parent
BASIS = ROOT / "tests/basis"
TODAY = date(2026, 11, 24)

PAGE = "content/paginas/zwaar.md"
PRAKTIJK = "content/praktijken/zwaar.md"
EVENT = "content/agenda/zwaar.yaml"
MOVED = "content/omleidingen.yaml"
TERMS = "content/begrippen.yaml"
PUBLISHED = "content/gepubliceerde-adressen.txt"
FIELDS = "titel: Zwaar\nin_een_zin: Een bestand dat zo veel werk vraagt als het kan.\ngecontroleerd: 2026-11\n"
SOURCE = (
    "  - sleutel: {key}\n    titel: Een stuk\n    uitgever: De Krant\n    soort: krant\n"
    "    datum: 2024\n    geraadpleegd: 2026-11\n"
)
DATES = "start: 2026-12-01\nplaats: Deventer\nsoort: bijeenkomst\nvoor_wie: Iedereen.\n"
RESULT = "  - tekst: Vijf panden kregen een maker.\n    bron:\n      - krant-2024\n"
"""A result of the praktijk of the small project, with its source."""
LONGEST = 20
"""Seconds of the processor after which a shape is ended."""
TWICE_BELOW = 1.0
"""Seconds; a shape that takes less is measured again, of which the least counts."""
Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shape:
    """Files that are made for a size; `size` is the one to measure, beside its half."""

    make: Callable[[int], Files]
    size: int


def page(body: str, fields: str = "") -> Files:
    """A page with a text, and perhaps more fields."""
    return {PAGE: f"---\n{FIELDS}{fields}---\n\n{body}\n"}


def praktijk(body: str) -> Files:
    """A praktijk with a text."""
    head = (BASIS / "content/praktijken/deventer-makers.md").read_text(encoding="utf-8").split("\n---\n")[0]
    return {PRAKTIJK: f"{head.replace('Makers in lege', 'Zwaar in volle')}\n---\n\n{body}\n"}


def with_field(old: str, new: str) -> Files:
    """The praktijk of the small project with another field, under another name."""
    text = (BASIS / "content/praktijken/deventer-makers.md").read_text(encoding="utf-8")
    assert text.count(old) == 1
    return {PRAKTIJK: text.replace("Makers in lege", "Zwaar in volle").replace(old, new)}


def repeated(piece: str) -> Shape:
    """A text of one piece, again and again, to 250,000 characters."""
    return Shape(lambda size: page("tekst " + piece * (size // len(piece))), 250_000)


def in_lines(piece: str, per_line: int = 1_000) -> Shape:
    """As `repeated`, in lines of at most so many pieces."""
    return Shape(lambda size: page("\n".join([piece * per_line] * (size // len(piece) // per_line))), 250_000)


def numbered(piece: str, size: int, before: str = "", kind: Callable[[str], Files] = page) -> Shape:
    """A text of numbered pieces; `{n}` in a piece is its number."""
    return Shape(lambda size: kind(before + "".join(piece.replace("{n}", str(n)) for n in range(size))), size)


def _moved(rows: list[tuple[str, str]]) -> Files:
    return {MOVED: "".join(f"- van: {old}\n  naar: {new}\n" for old, new in rows)}


def _sources(size: int, key: str = "bron-{n}") -> str:
    return "bronnen:\n" + "".join(SOURCE.format(key=key.replace("{n}", str(n))) for n in range(size))


def _terms(size: int) -> Files:
    terms = "".join(f"- term: woord{n}\n  uitleg: Dit is de uitleg van dit woord.\n" for n in range(size))
    return {TERMS: terms, **page(" ".join(f"woord{n}" for n in range(size)))}


SHAPES: dict[str, Shape] = {
    # named in the issue
    "verwijslinks": numbered("[a][r{n}]\n\n[r{n}]: h{n}\n\n", 8_000),
    "verwijslinks naar één": numbered("[a][r]\n", 10_000, before="[r]: https://x.example\n\n"),
    "links × koppen": Shape(
        lambda size: page(
            "".join(f"## Kop {n}\n\ntekst\n\n" for n in range(size)) + "".join(f"[x](#kop-{n})\n" for n in range(size))
        ),
        2_000,
    ),
    "links × koppen, bijna goed": Shape(
        lambda size: page(
            "".join(f"## Kop {n}\n\ntekst\n\n" for n in range(size)) + "".join(f"[x](#kob-{n})\n" for n in range(size))
        ),
        2_000,
    ),
    "kapotte links": numbered("[x](w{n}.md)\n", 16_000),
    "kapotte links, bijna goed": numbered("[x](../trends/anders-w{n}.md)\n", 8_000),
    "haak en apenstaarten": Shape(lambda size: page("[" + " @" * size), 120_000),
    "plaatjes geopend": Shape(lambda size: page("![" * size), 120_000),
    "vreemde secties": numbered("## Vreemd {n}\n\n", 15_000, kind=praktijk),
    "keten van omleidingen": Shape(lambda size: _moved([(f"/oud-{n}/", f"/oud-{n + 1}/") for n in range(size)]), 2_000),
    # Markdown: brackets, emphasis, code, HTML
    "haken": repeated("["),
    "haken dicht": repeated("[a]"),
    "haken in haken": Shape(lambda size: page("[" * (size // 2) + "]" * (size // 2)), 250_000),
    "link zonder eind": repeated("[a]("),
    "link met haakjes": repeated("[a](b(c"),
    "link in punthaken": repeated("[a](<b"),
    "link met titel open": repeated('[a](b "'),
    "definities": numbered("[a{n}]: b\n", 15_000),
    "definities van bronnen": numbered("[@a{n}]: b\n\n", 15_000),
    "sterren": repeated("*a "),
    "sterren dicht": repeated("*a*"),
    "sterren en strepen": repeated("**a_b"),
    "sterren aaneen": repeated("*"),
    "strepen": repeated("a_"),
    "doorgehaald": repeated("~~a "),
    "accenten code": Shape(lambda size: page("a".join("`" * n for n in range(1, int((2 * size) ** 0.5)))), 250_000),
    "punthaken": repeated("<"),
    "element open": repeated("<a "),
    "opmerkingen": repeated("<!--"),
    "opdrachten": repeated("<?"),
    "declaraties": repeated("<!A "),
    "cdata": repeated("<![CDATA["),
    "elementen": repeated("<b>"),
    "schuine strepen": repeated("\\["),
    "entiteiten": repeated("&amp;"),
    "entiteiten open": repeated("&a"),
    "citaten in citaten": repeated(">"),
    "citaten per regel": in_lines("> ", 60),
    "lijst in lijst": Shape(lambda size: page("\n".join("  " * (n % 45) + "- a" for n in range(size // 50))), 250_000),
    "lijst op een regel": repeated("- "),
    "lijst per regel": in_lines("- ", 40),
    "hekjes": in_lines("# ", 1),
    "regels": repeated("\n"),
    "spaties": Shape(lambda size: page("a" + " " * size + "a"), 250_000),
    "regels van spaties": in_lines(" ", 3),
    "blokken code": in_lines("```", 1),
    "tabel": Shape(lambda size: page("|a|b|\n|-|-|\n" + "|a|b|\n" * size), 30_000),
    "tabel breed": Shape(lambda size: page("|" + "a|" * size + "\n|" + "-|" * size + "\n" + "a\n" * size), 4_000),
    "koppen gelijk": numbered("## Kop\n\n", 15_000),
    "koppen leeg": numbered("##\n", 15_000),
    "noten": numbered("Zin [@a].\n", 20_000),
    "noten onbekend": Shape(lambda size: page("".join(f"Zin [@x-{n}].\n" for n in range(size)), _sources(400)), 15_000),
    "bijna noten": numbered("[ @X{n}] \n", 15_000),
    "plaatjes kwijt": numbered("![a](p{n}.png)\n\n", 12_000),
    "adressen": numbered("<https://a.example/{n}>\n", 9_000),
    # running text
    "lange regel": Shape(lambda size: page("a " * (size // 2)), 250_000),
    "lang woord": repeated("a"),
    "lange woorden": in_lines("binnenstad", 1_900),
    "zinnen": repeated("A. "),
    "cijfers": Shape(
        lambda size: praktijk(
            "\n\n".join(f"## {title}\n\n{{}}" for title in Praktijk.SECTIES or ()).format(
                "Er zijn 5 panden. " * (size // 18), *"abcd"
            )
        ),
        250_000,
    ),
    "getallen": repeated("1."),
    "getallen in euro": Shape(lambda size: page("euro " + "1." * (size // 2)), 250_000),
    "bedragen": repeated("€5,- "),
    "datums": repeated("1-2-2020 "),
    "aanhalingen": repeated("“a "),
    "notities": repeated("TODO "),
    "punten en sterren": repeated(".***"),
    "vreemde tekens": Shape(lambda size: page("".join(chr(0x4E00 + n % 20_000) for n in range(size))), 120_000),
    "onzichtbaar": repeated("a\u200b"),
    "losse accenten": Shape(lambda size: page("a" + "\u0301\u0323" * (size // 2)), 120_000),
    "losse accenten als code": Shape(
        lambda size: page("tekst", 'plek: "a' + ("\\u0301\\u0323" * 1_500 + "\\\n  ") * (size // 1_500) + '"\n'), 36_000
    ),
    "losse accenten als entiteit": Shape(lambda size: page("## a" + "&#769;&#803;" * size), 20_000),
    # fields
    "voorblok open": Shape(lambda size: {PAGE: "---\n" + "\n" * size + "x"}, 500_000),
    "voorblok van streepjes": Shape(lambda size: {PAGE: "---\n" + "-" * size + "x"}, 500_000),
    "velden onbekend": Shape(lambda size: page("tekst", "".join(f"veld{n}: a\n" for n in range(size))), 2_400),
    "velden dubbel": Shape(lambda size: page("tekst", "titel: a\n" * size), 2_400),
    "velden leeg": Shape(lambda size: page("tekst", "".join(f"veld{n}:\n" for n in range(size))), 2_400),
    "fouten in velden": Shape(lambda size: page("tekst", "a: b: c\n" * size), 2_400),
    "uitleg in velden": Shape(lambda size: page("tekst", "# uitleg\n" * (size // 9) + "a: b: c\n" * 30), 170_000),
    "nesting": Shape(lambda size: page("tekst", f"plek: {'[' * size}\n"), 19_000),
    "nesting van groepen": Shape(lambda size: page("tekst", f"plek: {'{a: ' * size}\n"), 4_500),
    "nesting van streepjes": Shape(lambda size: page("tekst", f"plek:\n  {'- ' * size}a\n"), 9_000),
    "lange tekst tussen aanhalingstekens": Shape(
        lambda size: page("tekst", 'plek: "' + "a b\n\n  " * (size // 7) + '"\n'), 66_000
    ),
    "verwijzingen in yaml": Shape(lambda size: page("tekst", "a: &a [*a" + ", *a" * size + "]\n"), 4_500),
    "bronnen": Shape(lambda size: page("tekst", _sources(size)), 400),
    "bronnen gelijk": Shape(lambda size: page("tekst", _sources(size, "bron")), 400),
    "gemeenten onbekend": Shape(
        lambda size: {EVENT: f"titel: Markt\n{DATES}gemeenten:\n" + "".join(f"  - devent{n}\n" for n in range(size))},
        4_800,
    ),
    "keuzes onbekend": Shape(
        lambda size: with_field("instrumenten:\n", "instrumenten:\n" + "".join(f"  - ruim{n}\n" for n in range(size))),
        4_500,
    ),
    "bronsleutels onbekend": Shape(
        lambda size: with_field(RESULT, RESULT + "".join(f"      - krant{n}\n" for n in range(size))),
        4_500,
    ),
    "partijen": Shape(
        lambda size: with_field("partijen:\n", "partijen:\n" + "".join(f"  - partij {n}, rol\n" for n in range(size))),
        4_500,
    ),
    "reeks": Shape(
        lambda size: with_field(
            RESULT,
            f"{RESULT}    maat: Panden\n    eenheid: panden\n    reeks:\n"
            + "".join(f"      - jaar: {1000 + n}\n        waarde: {n}\n" for n in range(size)),
        ),
        850,
    ),
    "kaartpunten": Shape(
        lambda size: with_field(
            "plek: De hoofdstraat\n",
            "plek: De hoofdstraat\nkaartpunten:\n"
            + "".join(f"  - plaats: Plek {n}\n    lat: 52.{n:04}\n    lon: 6.{n:04}\n" for n in range(size)),
        ),
        650,
    ),
    "wijzigingen": Shape(
        lambda size: with_field(
            "    wat: Eerste versie.\n",
            "    wat: Eerste versie.\n"
            + "".join(f"  - datum: 2026-11-20\n    soort: groot\n    wat: Versie {n}.\n" for n in range(size)),
        ),
        650,
    ),
    "aliassen": Shape(
        lambda size: page("tekst", "aliases:\n" + "".join(f"  - /oud-{n}/\n" for n in range(size))), 4_800
    ),
    # lists and files
    "omleidingen naar niets": Shape(
        lambda size: _moved([(f"/oud-{n}/", f"/praktijken/deventer-{n}/") for n in range(size)]), 10_000
    ),
    "omleidingen in een kring": Shape(
        lambda size: _moved([(f"/oud-{n}/", f"/oud-{(n + 1) % size}/") for n in range(size)]), 2_000
    ),
    "adressen verdwenen": Shape(
        lambda size: {PUBLISHED: "".join(f"/praktijken/deventer-{n}/\n" for n in range(size))}, 60_000
    ),
    "begrippen": Shape(_terms, 3_900),
    "begrippen leeg": Shape(lambda size: {TERMS: "- term:\n" * size}, 6_600),
    "begrippen zonder velden": Shape(lambda size: {TERMS: "- woord\n" * size}, 30_000),
    "begrippen gelijk": Shape(lambda size: {TERMS: "- term: woord\n" * size}, 6_600),
    "begrippen zien niets": Shape(
        lambda size: {TERMS: "".join(f"- term: woord {n}\n  zie: [trends/anders-w{n}]\n" for n in range(size))}, 3_200
    ),
    "begrippen onbekend veld": Shape(
        lambda size: {TERMS: "".join(f"- term: woord {n}\n  uitlegg: nee\n" for n in range(size))}, 3_900
    ),
    "begrippen op lange regels": Shape(
        lambda size: {
            TERMS: "[\n"
            + ",\n".join(", ".join("{term: , ook: }" for _ in range(1_000)) for _ in range(size // 1_000))
            + "]"
        },
        3_000,
    ),
    # as much as the budgets allow
    "binnen: links en koppen": Shape(
        lambda size: page(
            "".join(f"## Kop {n}\n\ntekst\n\n" for n in range(3 * size // 5))
            + "".join(f"[x](#kob-{n})\n" for n in range(size))
        ),
        500,
    ),
    "binnen: kapotte links": numbered("[x](../trends/anders-w{n}.md)\n", 500),
    "binnen: plaatjes kwijt": numbered("![x](plaatje-{n}.png)\n", 500),
    "binnen: verwijslinks": Shape(
        lambda size: page(
            "".join(f"[a][r{n}]\n" for n in range(size // 40))
            + "tekst\n" * (9 * size // 10)
            + "\n"
            + "".join(f"[r{n}]: h{n}\n" for n in range(size // 40))
        ),
        19_000,
    ),
    "binnen: noten onbekend": Shape(
        lambda size: page("".join(f"Zin [@bron-x{n}].\n" for n in range(size)), _sources(4 * size // 5)), 500
    ),
    "binnen: vreemde secties": numbered("## In het kor{n}\n\ntekst\n\n", 300, kind=praktijk),
    "binnen: opmaak": Shape(lambda size: page(("**_* " + "a " * 48) * size), 2_400),
    "binnen: opmaak genest": Shape(lambda size: page("*_" * size + "a" + "_*" * size), 2_400),
    "binnen: haken open": Shape(lambda size: page("[[" + "tekst *a* " * size), 4_900),
    "binnen: plaatjes in elkaar": Shape(lambda size: page("![" * size + "](a)" * size), 400),
    "binnen: citaten": Shape(lambda size: page(">" * 10 + "a\n" + "b\n" * size), 19_900),
    "binnen: lijsten": Shape(lambda size: page(("- " * 9 + "a\n") * size), 550),
    "binnen: lijsten om en om": Shape(lambda size: page("- a\n+ a\n" * size), 2_450),
    "binnen: tabel": Shape(lambda size: page("|a|b|\n|-|-|\n" + "|a|b|\n" * size), 990),
    "binnen: regels": Shape(lambda size: page("a\n" * size), 19_900),
    "binnen: keten van omleidingen": Shape(
        lambda size: _moved([(f"/oud-{n}/", f"/oud-{n + 1}/") for n in range(size)]), 200
    ),
    "binnen: omleidingen naar niets": Shape(
        lambda size: _moved([(f"/oud-{n}/", f"/praktijken/deventer-{n}/") for n in range(size)]), 200
    ),
}


def build(files: Files) -> tuple[float, int, list[str]]:
    """Seconds of the processor to build and report the small project with some files, kibibytes, and the messages."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        shutil.copytree(BASIS / "content", project / "content")
        (project / "templates").symlink_to(ROOT / "templates")
        for path, text in files.items():
            (project / path).write_bytes(text.encode())
        begin = process_time()
        result = Session(project).build(Options(TODAY))
        render.as_text(result.diagnostics, result.sources, result.files)
        seconds = process_time() - begin
    return seconds, kibibytes(), sorted({d.code for d in result.diagnostics})


@dataclass(frozen=True, slots=True)
class Cost:
    """What a shape costs above the small project as it is."""

    seconds: float
    """Of the processor."""
    mebibytes: int
    codes: tuple[str, ...]
    """Of the messages."""


def measure(name: str, size: int) -> Cost:
    """A shape in a process of its own; one that takes longer than `LONGEST` is ended and counts as that."""
    command = [sys.executable, "-m", "tools.shapes", "--one", name, str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return Cost(float(LONGEST), 0, ())
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stderr}")
    seconds, mebibytes, codes = json.loads(done.stdout)
    return Cost(seconds, mebibytes, tuple(codes))


def _one(name: str, size: int) -> None:
    """Measure here, and print the figures as JSON."""
    build({})
    plain, before, _ = min(build({}), build({}))
    files = SHAPES[name].make(size)
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST + 5, LONGEST + 5))
    seconds, memory, codes = build(files)
    if seconds < plain + TWICE_BELOW:  # what else the machine does counts for much
        seconds = min(seconds, build(files)[0])
    print(json.dumps((round(max(seconds - plain, 0), 2), (memory - before) >> 10, codes)))


def main(words: list[str]) -> None:
    """Print a row for each shape: its size, seconds of half of it and of all of it, and mebibytes."""
    if words[:1] == ["--one"]:
        _one(words[1], int(words[2]))
        return
    for name in words or SHAPES:
        shape = SHAPES[name]
        half, whole = measure(name, shape.size // 2), measure(name, shape.size)
        codes = " ".join(code for code in whole.codes if code != "nieuw-adres")
        print(
            f"{name:38} {shape.size:7} {half.seconds:6.2f} {whole.seconds:6.2f} {whole.mebibytes:5} {codes[:70]}",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
