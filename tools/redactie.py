"""`make redactie`: what editors want to know of the content as a whole. A report, never a gate.

How much there is of everything, what falls short of what we want, what is due for a check, which warnings there are,
and how well the questions of `tests/zoek/vragen.yaml` are answered. What one file can break is told by `check`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from binnenstad_site.cli.explain_search import NoNode, Question, ask, scripts_of
from binnenstad_site.cli.search_questions import KINDS, outcomes, read_questions, share
from binnenstad_site.core.dates import CHECK_AFTER_MONTHS, as_iso_day, in_words
from binnenstad_site.link.linker import link
from binnenstad_site.link.site import Site
from binnenstad_site.load.loader import load
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.blocks import Bron
from binnenstad_site.models.items import MetBronnen
from binnenstad_site.models.rows import LAYOUTS, ROWS
from binnenstad_site.models.settings import Settings
from binnenstad_site.models.vocabulary import BEWIJS, FASE, STATUS, UITKOMST
from binnenstad_site.pages.aanpak_cases import cases_of
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.geo import NAMES, dots
from binnenstad_site.pages.verdict import sum_in_words
from binnenstad_site.pipeline import Build, Options, Session
from binnenstad_site.validate.validator import validate
from tools.prose import documents
from tools.spelling import WORD_LIST, names_of_towns
from tools.weights import KIB, LIST_BAR, LISTS, PAGE_BAR, Files

ROOT = Path(__file__).resolve().parents[1]
SOON = 6
"""Months before the label "controle nodig" in which an item is named here."""
DOSSIERS = {"volledig": (1_000, 12), "beknopt": (500, 1)}
"""Kind of dossier -> words and sources that a trend has at least."""
SCENARIO_WORDS = range(600, 901)
AANPAK_WORDS = range(700, 1_101)
AANPAK_FEWEST = {"wet": (3, "wetten en regels"), "onderzoek": (2, "onderzoeken")}
"""Field of an aanpak -> how many it has at least, and their word."""
AANPAK_CASES = 5
FEWEST = {"kansen per trend": 8, "signalen": 3, "woorden per scenario bij een trend": 20, "uitgelicht": 10}
MOST_NAMED = 10
"""Items that a line names at most."""
YEARS = 4
"""A source is recent when it was not older than this at the last check of the facts."""


def site_of(project: Path) -> Site:
    """The content of a project as far as it is valid."""
    library = load(project, LAYOUTS).library
    entries = [entry for d in library.documents if (entry := validate(d, ROWS[d.collection]).entry)]
    settings = next(entry.item for entry in entries if isinstance(entry.item, Settings))
    return link(entries, library, settings).site


def counts(site: Site) -> Iterator[str]:
    """How much there is, by collection and by what praktijken and kansen are sorted on."""
    for name in COLLECTIONS:
        yield f"{name}: {len(getattr(site, name))}"
    yield f"begrippen met uitleg: {sum(bool(entry.item.uitleg) for entry in site.begrippen.values())}"
    yield f"ingetrokken: {len(site.withdrawn)}"
    items = [entry.item for entry in site.praktijken.values()]
    yield from _table("praktijken per trend", (trend for item in items for trend in item.trends), site.trends)
    yield from _table("praktijken per status", (item.status for item in items), STATUS)
    yield from _table("praktijken per bewijs", (item.bewijs for item in items), BEWIJS)
    yield from _table("praktijken per provincie", (name for item in items for name in site.provincies_of(item)))
    yield from _table("praktijken per land", (item.land for item in items))
    yield f"praktijken met wat misging: {sum(bool(item.wat_ging_mis) for item in items)}"
    for trend in site.trends:
        phases = (entry.item.fase for entry in site.kansen.values() if entry.item.trend == trend)
        yield from _table(f"kansen bij {trend}", phases, FASE)


def fields_filled(site: Site) -> Iterator[str]:
    """How many praktijken have what tells how they came out, by value where there are few."""
    items = [entry.item for entry in site.praktijken.values()]
    values = (item.uitkomst or "niet ingevuld" for item in items)
    yield from _table("praktijken per uitkomst", values, UITKOMST)
    filled = {
        "een doel": sum(item.doel is not None for item in items),
        "een uitgangssituatie": sum(bool(item.uitgangssituatie) for item in items),
        "bedragen": sum(bool(item.kosten.bedragen) for item in items),
        "een einde (gestopt of afgerond)": sum(item.einde is not None for item in items),
    }
    yield from (f"praktijken met {what}: {number} van {len(items)}" for what, number in filled.items())
    unsourced = Counter(
        slug
        for slug, entry in site.praktijken.items()
        for lesson in entry.item.lessen
        if not (lesson.afgeleid or lesson.bron)
    )
    yield f"lessen uit een bron (afgeleid: nee) zonder die bron: {unsourced.total()}"
    if unsourced:
        yield f"de eerste daarvan: {', '.join(list(unsourced)[:MOST_NAMED])}"


def _table(label: str, values: Iterable[str], expected: Iterable[str] = ()) -> Iterator[str]:
    """One line: every expected value with its count, also when it is 0, then the others."""
    count = Counter(dict.fromkeys(expected, 0))
    count.update(values)
    yield f"{label}: {', '.join(f'{value} {number}' for value, number in count.items())}"


def shortfalls(site: Site) -> Iterator[str]:
    """What has less than we want, each with how much."""
    for slug, trend in site.trends.items():
        item, words = trend.item, trend.body.word_count
        fewest_words, fewest_sources = DOSSIERS[item.dossier]
        yield from _below(f"trend {slug}", words, fewest_words, "woorden")
        yield from _below(f"trend {slug}", len(item.bronnen), fewest_sources, "bronnen")
        for scenario, text in item.in_scenarios.items():
            fewest = FEWEST["woorden per scenario bij een trend"]
            yield from _below(f"trend {slug} in {scenario}", len(text.split()), fewest, "woorden")
        dated = [source for source in item.bronnen if source.datum != "onbekend"]
        recent = sum(is_recent(source, item.gecontroleerd) for source in dated)
        if item.dossier == "volledig" and recent * 2 < len(dated):
            yield f"trend {slug}: {recent} van {len(dated)} bronnen jonger dan {YEARS} jaar"
        kansen = sum(kans.item.trend == slug for kans in site.kansen.values())
        yield from _below(f"trend {slug}", kansen, FEWEST["kansen per trend"], "kansen")
    for slug, scenario_entry in site.scenarios.items():
        words = scenario_entry.body.word_count
        if words not in SCENARIO_WORDS:
            yield f"scenario {slug}: {words} woorden, gewenst {SCENARIO_WORDS[0]} tot {SCENARIO_WORDS[-1]}"
        indicators = {signal.indicator for signal in scenario_entry.item.signalen}
        yield from _below(f"scenario {slug}", len(indicators), FEWEST["signalen"], "verschillende indicatoren")
        if not any("eigen uitwerking" in section.text for section in scenario_entry.body.sections):
            yield f"scenario {slug}: de tekst zegt nergens dat dit een eigen uitwerking is"
    yield from _below("startpagina", len(site.settings.uitgelicht), FEWEST["uitgelicht"], "uitgelichte praktijken")


def aanpakken(site: Site) -> Iterator[str]:
    """The verdict on each with its sum, and what it has less or more of than we want."""
    for slug, entry in site.aanpakken.items():
        cases, words = cases_of(site, entry), entry.body.word_count
        yield f"{slug}: {cases.verdict}, {sum_in_words(cases.cases)}; apart gehouden: {len(cases.apart)}"
        if words not in AANPAK_WORDS:
            yield f"{slug}: {words} woorden, gewenst {AANPAK_WORDS[0]} tot {AANPAK_WORDS[-1]}"
        for name, (fewest, unit) in AANPAK_FEWEST.items():
            yield from _below(slug, len(getattr(entry.item, name)), fewest, unit)
        yield from _below(slug, len(cases.entries), AANPAK_CASES, "praktijken")


def _below(what: str, number: int, fewest: int, unit: str) -> Iterator[str]:
    if number < fewest:
        yield f"{what}: {number} {unit}, gewenst {fewest}"


def is_recent(source: Bron, checked: str) -> bool:
    """Whether a dated source is younger than four years; of one with only a year, its first month counts."""
    return _months(checked) - _months(source.datum) < YEARS * 12


def _months(text: str) -> int:
    year, month, _ = as_iso_day(text).split("-")
    return int(year) * 12 + int(month)


def due(site: Site, today: date) -> Iterator[str]:
    """Items whose facts were checked so long ago that they carry "controle nodig", or will within half a year."""
    checked = [
        (entry.item.gecontroleerd, entry.document.path)
        for entry in site.all_entries()
        if isinstance(entry.item, MetBronnen) and not entry.item.ingetrokken
    ]
    now = _months(today.isoformat())
    for month, path in sorted(checked):
        if now - _months(month) > CHECK_AFTER_MONTHS - SOON:
            yield f"{path}: nagekeken in {in_words(month[:7])}"


def lengths(site: Site) -> Iterator[str]:
    """The spread of the lengths of praktijken, and the five shortest."""
    words = sorted((entry.body.word_count, slug) for slug, entry in site.praktijken.items())
    if words:
        yield f"woorden per praktijk: {words[0][0]} tot {words[-1][0]}, de middelste {words[len(words) // 2][0]}"
        yield f"de kortste: {', '.join(f'{slug} {count}' for count, slug in words[:5])}"


def warnings(build: Build) -> Iterator[str]:
    """How often each warning of `check` occurs."""
    by_code = Counter(diagnostic.code.value for diagnostic in build.diagnostics)
    yield from (f"{code}: {number}" for code, number in by_code.most_common())


def heaviest(build: Build) -> Iterator[str]:
    """The five pages of each kind that come nearest to what they may weigh with everything loaded, or are over it."""
    files = Files(build)
    weights = sorted(((files.weight(html), path) for path, html in files.pages.items()), reverse=True)
    for name, bar, is_list in (("pagina", PAGE_BAR, False), ("lijst", LIST_BAR, True)):
        rows = [(weight, path) for weight, path in weights if (LISTS.fullmatch(path) is not None) == is_list]
        for weight, path in rows[:5]:
            over = ": te zwaar" if weight > bar else ""
            yield f"{name} /{path.removesuffix('index.html')}: {weight / KIB:.1f} van {bar // KIB} KiB{over}"


def examples(build: Build, site: Site) -> Iterator[str]:
    """Examples on the search page that find nothing with all their words together."""
    assert build.index is not None, "a build with a search"
    questions = [Question(text, {}) for text in site.settings.zoekvoorbeelden]
    for question, answer in zip(questions, ask(questions, build.index, scripts_of(build)), strict=True):
        if not answer.hits or len(answer.hits[0].contributions) < len(answer.words):
            yield f"het voorbeeld {question.text} op de zoekpagina vindt niets met al zijn woorden"


def answered(build: Build, site: Site) -> Iterator[str]:
    """The score of all questions and of each kind, and the questions that miss a page."""
    if build.index is None:
        yield "overgeslagen: er zijn fouten in de inhoud"
        return
    try:
        yield from examples(build, site)
        answers = list(outcomes(build, read_questions()))
    except NoNode:
        yield "overgeslagen: node ontbreekt. Debian: apt-get install nodejs"
        return
    yield f"alle {len(answers)} vragen: {share(answers):.2f} van de gezochte pagina's bij de eerste drie"
    for kind in sorted(KINDS):
        yield f"{kind}: {share([outcome for outcome in answers if outcome.vraag.soort == kind]):.2f}"
    yield from (str(outcome) for outcome in answers if outcome.missed)


def names_on_dots(site: Site, today: date) -> Iterator[str]:
    """Names on the map, placed by hand, that lie over the dot of a place."""
    builder = PageBuilder(site, today, "")
    for dot in dots(builder.cards.places_of(site.praktijken.values())):
        for name, at in NAMES.items():
            width = 14.5 * len(name)
            left = at.x - {"start": 0.0, "middle": width / 2, "end": width}[at.anker]
            descent = 6 if set(name) & set("gjpqy") else 0
            if left < dot.x < left + width and at.y - 18 - dot.straal < dot.y < at.y + descent + dot.straal:
                yield f"de naam {name} op de kaart ligt over de stip van {dot.plaats}"


def word_list(project: Path) -> Iterator[str]:
    """Words of the own list that stand there twice, or that are names of towns."""
    lines = (project / WORD_LIST).read_text(encoding="utf-8").splitlines()
    words = Counter(word for line in lines if (word := line.partition("#")[0].strip()))
    yield from (f"{word} staat er {number} keer in" for word, number in words.items() if number > 1)
    for word in sorted(words.keys() & names_of_towns(documents(project))):
        yield f"{word} is een plaatsnaam en hoort er niet in"


def report(project: Path, today: date) -> str:
    """The whole report; a part without lines says so."""
    site = site_of(project)
    build = Session(project).build(Options(today))
    parts: Mapping[str, Iterable[str]] = {
        "Aantallen": counts(site),
        "Uitkomst, doel en geld": fields_filled(site),
        "Lengte van de praktijken": lengths(site),
        "Aanpakken": aanpakken(site),
        "Minder dan gewenst": shortfalls(site),
        f"Na te kijken, of binnen {SOON} maanden": due(site, today),
        "Waarschuwingen van check": warnings(build),
        "Kaart": names_on_dots(site, today),
        f"Eigen woordenlijst ({WORD_LIST})": word_list(project),
        "Gewicht van de pagina's": heaviest(build),
        "Zoekvragen (tests/zoek/vragen.yaml)": answered(build, site),
    }
    return "\n\n".join("\n  ".join([name, *(lines or ["niets"])]) for name, lines in _listed(parts).items())


def _listed(parts: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {name: list(lines) for name, lines in parts.items()}


def main() -> int:
    """Print the report about this project."""
    print(report(ROOT, datetime.now(UTC).date()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
