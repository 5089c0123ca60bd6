"""A project tree with N generated praktijken, to measure the builder with: `python -m tools.corpus N OUT [--seed 42]`.

OUT gets `content/` with N valid praktijken of some 454 words (a list, a table, three links to other praktijken,
emphasis, two to four cited sources; every status, evidence level and trend; real municipalities, a few of them often),
the standing content of this project, its templates, `build.py` and the package, so that `python build.py` works there.
The first praktijken share the aanpakken, five for each. The real praktijken stay out; of kansen, verslagen and
publicaties a few stay in, and what referred to the others refers to one that is there.

The words come from Debian's package wdutch when it is installed, else from the content of this project. The same N,
seed, word source and content give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import TypeAlias

import yaml

from binnenstad_site.core.urls import slugify
from binnenstad_site.models.vocabulary import SOORT_BRON, STATUS, TREND_SLUGS
from tools.dutch import Writer, dutch_words
from tools.standing import copy_standing

PROJECT = Path(__file__).resolve().parents[1]
MARKER = "corpus.json"
"""Says that a folder was made here, from what; only such a folder is made anew."""
PRAKTIJKEN = Path("content/praktijken")

STARTED = (2012, 2024)
LONGEST_TITLE = 90
CHECKED = "2026-10"
INSTRUMENTS = ("regel", "geld", "ruimte", "organisatie", "data", "communicatie")
PER_AANPAK = 5
SOURCE_KINDS = tuple(SOORT_BRON)
SIZES = ("tot-25.000", "25.000-50.000", "50.000-100.000", "100.000-250.000", "vanaf-250.000")
COSTS = ("tot-50.000", "50.000-250.000", "250.000-1-miljoen", "vanaf-1-miljoen", "onbekend")
EVIDENCE = "0112121234"
"""Most cases are described or argued, few are measured."""

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"


@dataclass(frozen=True, slots=True)
class Head:
    """What other praktijken need to know to link to one."""

    slug: str
    title: str


def heads(writer: Writer, n: int) -> list[Head]:
    """N different titles with their slugs."""
    titles: dict[str, None] = {}
    while len(titles) < n:
        title = writer.phrase(4, 7)
        if len(title) <= LONGEST_TITLE:
            titles[title] = None
    return [
        Head(f"bp-{index:05d}-{slugify(' '.join(title.split()[:4]))}", title)
        for index, title in enumerate(titles, start=1)
    ]


def body(writer: Writer, others: Sequence[Head], sources: Sequence[str]) -> str:
    """The five sections of a praktijk, in which every source is cited."""
    source = cycle(sources)
    listed = "\n".join(f"- {writer.sentence(5, 9)}" for _ in range(5))
    rows = "\n".join(
        f"| {writer.phrase(2, 2)} | {writer.phrase(3, 3)} | {writer.random.randint(2012, 2025)} |" for _ in range(5)
    )
    parts = [
        "## In het kort",
        f"Meetpunt meetpunt-0. {writer.paragraph(3, 3, source=next(source))}",
        "## Aanleiding",
        writer.paragraph(4, 5, source=next(source)),
        "## Aanpak",
        writer.paragraph(4, 5, source=next(source)),
        listed,
        "## Resultaat",
        writer.paragraph(4, 5, source=next(source)),
        f"| Onderdeel | Uitkomst | Jaar |\n| --- | --- | ---: |\n{rows}",
        "## Wat andere gemeenten hiervan kunnen leren",
        writer.paragraph(4, 5),
    ]
    if others:
        first, *more = (f"[{head.title}]({head.slug}.md)" for head in others)
        seen_also = " en ".join([first, *more[:1]])
        compared = "".join(f" Vergelijk dit met {link}." for link in more[1:])
        parts.append(f"Zie ook {seen_also}. {writer.sentence()}{compared}")
    parts.append(f"{writer.sentence(4, 6)} {writer.phrase(8, 18)} [@{'; @'.join(sources[:2])}].")
    return "\n\n".join(parts) + "\n"


def shared(aanpakken: Sequence[str], n: int) -> Mapping[int, list[str]]:
    """Which of N praktijken use which aanpakken: each of those five times, as far as there are praktijken."""
    shares: dict[int, list[str]] = {}
    for number, slug in enumerate([*aanpakken] * PER_AANPAK):
        own = shares.setdefault(number % n, [])
        own += [slug] if slug not in own else []
    return shares


def fields(
    writer: Writer,
    index: int,
    title: str,
    town: Mapping[str, str],
    sources: Sequence[str],
    aanpakken: Sequence[str] = (),
) -> dict[str, Value]:
    """The fields of one praktijk, in the order of the model."""
    chance = writer.random
    status = tuple(STATUS)[index % len(STATUS)]
    start = chance.randint(*STARTED)
    end = str(min(start + chance.randint(1, 4), 2025)) if status in ("afgerond", "gestopt") else "heden"
    evidence = EVIDENCE[index // len(STATUS) % len(EVIDENCE)]
    cost = chance.choice(COSTS)
    costs: dict[str, Value] = {"klasse": cost}
    if cost != "onbekend":
        costs |= {"toelichting": writer.plain(8, 16), "bron": [sources[0]]}
    result: dict[str, Value] = {"tekst": writer.plain(10, 18), "bron": [sources[-1]]}
    if evidence in "34":
        result |= {"maat": writer.phrase(2, 4), "voor": f"{chance.randint(10, 40)} procent", "na": "9 procent"}
    trends = [TREND_SLUGS[index % len(TREND_SLUGS)]]
    trends += [trend for trend in writer.some(TREND_SLUGS, 0, 2) if trend not in trends]
    values: dict[str, Value] = {
        "titel": title,
        "in_een_zin": f"In {town['naam']} {writer.plain(10, 14).lower()}"[:199],
        "gemeenten": [town["slug"]],
        "plek": f"{writer.phrase(2, 4)} in {town['hoofdplaats']}",
        "trends": trends,
        "opgave": writer.plain(8, 14),
        "instrumenten": writer.some(INSTRUMENTS, 1, 3),
        **({"aanpakken": aanpakken} if aanpakken else {}),
        "status": status,
        "status_peildatum": str(min(start + 2, 2025)),
        "periode": {"start": str(start), "eind": end},
        "partijen": [f"gemeente {town['naam']}, opdrachtgever", writer.phrase(2, 5)],
        "kosten": costs,
    }
    if index % 3 == 0:
        values |= {"past_bij": writer.some(SIZES, 1, 3), "past_bij_reden": writer.plain(8, 16)}
    missed: Value = [{"kop": writer.phrase(2, 4), "tekst": writer.plain(12, 22), "bron": [sources[0]]}]
    return values | {
        "bewijs": evidence,
        "bewijs_reden": writer.plain(8, 16),
        "resultaten": [result, {"tekst": writer.plain(10, 18), "bron": [sources[0]]}],
        "wat_ging_mis": missed if index % 2 else "onbekend",
        "lessen": [
            {"tekst": writer.plain(8, 16), "afgeleid": "nee", "bron": [sources[0]]},
            {"tekst": writer.plain(8, 16), "afgeleid": "ja"},
        ],
        "eerste_stappen": [writer.plain(8, 14) for _ in range(3)],
        "bronnen": [
            {
                "sleutel": key,
                "titel": writer.phrase(4, 7),
                "uitgever": f"Uitgeverij {writer.phrase(1, 2)}",
                "soort": SOURCE_KINDS[(index + place) % len(SOURCE_KINDS)],
                "url": f"https://voorbeeld.example/{chance.randint(1000, 9999)}/{key}",
                "datum": str(chance.randint(start, 2025)),
                "geraadpleegd": CHECKED,
            }
            for place, key in enumerate(sources)
        ],
        "gecontroleerd": CHECKED,
        "wijzigingen": [
            {
                "datum": f"{chance.randint(2015, 2025)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
                "soort": "groot",
                "wat": "Eerste versie.",
            }
        ],
    }


def block_style(named: Mapping[str, Value], indent: str = "") -> Iterator[str]:
    """The lines of YAML for fields, one a line, as the content of this project is written."""
    for name, value in named.items():
        if isinstance(value, str):
            yield f"{indent}{name}: {value}"
            continue
        yield f"{indent}{name}:"
        if isinstance(value, Mapping):
            yield from block_style(value, indent + "  ")
            continue
        for entry in value:
            if isinstance(entry, Mapping):
                first, *rest = block_style(entry, indent + "    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
            else:
                yield f"{indent}  - {entry}"


def praktijken(
    n: int, words: Sequence[str], towns: Sequence[Mapping[str, str]], seed: int, aanpakken: Sequence[str] = ()
) -> Iterator[tuple[str, str]]:
    """N praktijken as (slug, text of the file); the first of `towns` come most often."""
    writer = Writer(words, seed)
    all_heads = heads(writer, n)
    shares = shared(aanpakken, n)
    for index, head in enumerate(all_heads):
        town = towns[int(len(towns) * writer.random.random() ** 1.3)]
        sources = [f"bron-{number}" for number in range(1, writer.random.randint(2, 4) + 1)]
        away = [writer.random.randrange(1, n) for _ in range(3)] if n > 1 else []
        others = [all_heads[(index + steps) % n] for steps in away]
        front = "\n".join(block_style(fields(writer, index, head.title, town, sources, shares.get(index, ()))))
        yield head.slug, f"---\n{front}\n---\n\n{body(writer, others, sources)}"


def towns_of(content: Path) -> list[dict[str, str]]:
    """The municipalities, those with most inhabitants first."""
    text = (content / "gemeenten.yaml").read_text(encoding="utf-8")
    loaded: list[dict[str, str]] = yaml.load(text, Loader=yaml.CBaseLoader)
    return sorted(loaded, key=lambda town: (-int(town["inwoners"]), town["slug"]))


def origin(n: int, seed: int, project: Path = PROJECT) -> str:
    """What a tree is made from, as one line: a tree with another line is out of date."""
    content, code = project / "content", project / "tools"
    files = [code / name for name in ("corpus.py", "dutch.py", "standing.py")]
    files += [path for path in content.rglob("*") if path.is_file() and PRAKTIJKEN.name not in path.parts]
    digest = hashlib.sha256("\n".join(dutch_words(content)).encode())
    for path in sorted(files):
        digest.update(path.read_bytes())
    return json.dumps({"n": n, "seed": seed, "from": digest.hexdigest()}) + "\n"


def is_made(n: int, out: Path, seed: int = 42, project: Path = PROJECT) -> bool:
    """Whether the tree that `make` would write is there already."""
    marker = out / MARKER
    return marker.is_file() and marker.read_text(encoding="utf-8") == origin(n, seed, project)


def place_code(out: Path, project: Path = PROJECT) -> None:
    """Put the builder and its templates as they are now into a tree.

    Copies, not links: the builder looks for the content beside the place where it really is.
    """
    shutil.copyfile(project / "build.py", out / "build.py")
    for name in ("binnenstad_site", "templates"):
        shutil.rmtree(out / name, ignore_errors=True)
        shutil.copytree(project / name, out / name, ignore=shutil.ignore_patterns("__pycache__"))


def make(n: int, out: Path, seed: int = 42, project: Path = PROJECT) -> None:
    """Write the tree. `out` may not exist, or be empty, or be a tree made here before, which is replaced."""
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        raise FileExistsError(f"{out} is not empty and was not made by this tool")
    shutil.rmtree(out, ignore_errors=True)
    folder = out / PRAKTIJKEN
    folder.mkdir(parents=True)
    (out / MARKER).write_text("{}\n", encoding="utf-8")  # ours, and not finished
    content = project / "content"
    slugs, aanpakken = [], sorted(path.stem for path in (content / "aanpakken").glob("*.md"))
    for slug, text in praktijken(n, dutch_words(content), towns_of(content), seed, aanpakken):
        slugs.append(slug)
        (folder / f"{slug}.md").write_text(text, encoding="utf-8")
    copy_standing(content, out / "content", slugs)
    place_code(out, project)
    (out / MARKER).write_text(origin(n, seed, project), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; the exit status is 2 when OUT is a folder of somebody else."""
    parser = argparse.ArgumentParser(prog="python -m tools.corpus", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("n", type=int, metavar="N", help="number of praktijken")
    parser.add_argument("out", type=Path, metavar="OUT", help="folder to make")
    parser.add_argument("--seed", type=int, default=42, help="another seed gives other praktijken")
    chosen = parser.parse_args(arguments)
    try:
        make(chosen.n, chosen.out, chosen.seed)
    except FileExistsError as error:
        print(f"corpus: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
