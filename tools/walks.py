"""Six tasks of readers, done with the keyboard alone, and what is said at each step: `make wandelingen`.

The outcome stands in `docs/toegankelijkheid.md`; `--write` puts it there anew. A step names what must be said, with a
`*` for what depends on the content: `tests/browser/test_walks.py` walks them on the real site, and the docs must agree.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import ViewportSize

from tools.chromium import in_chromium
from tools.walking import Row, Step, Walk, walked

SITE = Path("_site")
DOCS = Path("docs/toegankelijkheid.md")
BEGIN, END = "<!-- wandelingen -->", "<!-- einde wandelingen -->"
VIEWPORT: ViewportSize = {"width": 1280, "height": 900}
HEAD = "| wat | toets | wat er gezegd wordt |\n| --- | --- | --- |"
LONGEST = 320
"""Characters of what is said that the docs tell."""
PAST_THE_MENU = (
    Step("Voorbij het menu.", "Tab", until="Naar de inhoud, link"),
    Step("De sprong nemen.", "Enter", heard="verder vanaf:"),
)
WALKS = (
    Walk(
        "Een praktijk vinden voor een kleine stad met veel leegstand",
        "/praktijken/",
        (
            *PAST_THE_MENU,
            Step(
                "Horen waar dit over gaat.", read="Praktijken", heard="kop niveau 1*hebben gedaan voor hun binnenstad"
            ),
            Step("Naar de filters over leegstand.", "Tab", until="Begon met leegstand*samengevouwen"),
            Step("Die openen.", "Space", heard="uitgevouwen"),
            Step("Naar veel leegstand.", "Tab", until="25 procent en meer*selectievakje, niet aangevinkt"),
            Step("Veel leegstand kiezen.", "Space", heard="aangevinkt*melding: * gevonden"),
            Step("Naar het aantal inwoners.", "Tab", until="Inwoners*samengevouwen"),
            Step("Dat openen.", "Space", heard="uitgevouwen"),
            Step("Naar een kleine stad.", "Tab", until="25.000 tot 50.000*selectievakje, niet aangevinkt"),
            Step("Een kleine stad kiezen.", "Space", heard="aangevinkt*melding: * gevonden"),
            Step("Naar wat gekozen is.", "Tab", until="Haal weg: *, knop"),
            Step("Naar de eerste praktijk.", "Tab", until=", link"),
            Step("Die openen.", "Enter", heard="pagina * · De nieuwe binnenstad"),
            Step("Het begin lezen.", read="Paspoort", heard="Uitkomst"),
        ),
    ),
    Walk(
        "Van een zin naar zijn bron, en terug",
        "/praktijken/stadshart-lelystad/",
        (
            *PAST_THE_MENU,
            Step("Het eerste deel lezen.", read="In het kort", heard="kop niveau 2*bron 1, link"),
            Step("Naar het nummer achter een zin.", "Tab", until="bron 1, link", heard="hoofdgebied*bron 1, link"),
            Step("Horen welke bron dat is.", "Enter", heard="notitie Bron 1*Geraadpleegd"),
            Step("Verder in de notitie.", "Tab", heard="Open bron, link"),
            Step("Terug naar de zin.", "Escape", heard="bron 1, link"),
            Step("De notitie nog eens openen.", "Enter", heard="notitie Bron 1"),
            Step("Naar de lijst van bronnen.", "Tab", until="Alle bronnen, link"),
            Step("Daarheen.", "Enter", heard="verder vanaf: *link"),
            Step("De bron zelf.", "Tab", heard=", link"),
            Step("De weg terug.", "Tab", heard="verwijzing 1 a, link"),
            Step("Terug naar de zin.", "Enter", heard="bron 1, link"),
        ),
    ),
    Walk(
        "Een vraag stellen, een woord weghalen en een treffer openen",
        "/",
        (
            Step("Naar het zoekveld.", "Tab", until="Zoek op onderwerp, plaats of vraag, zoekvak"),
            Step("De eerste letter.", text="l", heard="tekstvak met keuzelijst"),
            Step("De volgende.", text="eeg", heard="uitgevouwen*melding: * suggesties, kies met de pijltjes"),
            Step("Een suggestie horen.", "ArrowDown", heard=", optie, geselecteerd"),
            Step("Die niet kiezen.", "Escape", heard="tekstvak met keuzelijst, samengevouwen"),
            Step(
                "De vraag afmaken en stellen.",
                "Enter",
                text="stand loopt nog in drenthe",
                heard="pagina *Zoeken*melding: * treffers",
            ),
            Step("Naar hoe de vraag begrepen is.", "Tab", until="haal weg, knop"),
            Step("Dat weghalen.", "Enter", heard="melding: * treffers voor"),
            Step("Naar de soorten.", "Tab", until="Alles*keuzerondje, aangevinkt"),
            Step("Naar de eerste treffer.", "Tab", heard="lijst met *, link"),
            Step("Die openen.", "Enter", heard="pagina * · De nieuwe binnenstad"),
            Step("Terug naar de vraag.", "Alt+ArrowLeft", heard="pagina *Zoeken"),
        ),
    ),
    Walk(
        "Twee praktijken naast elkaar zetten",
        "/praktijken/",
        (
            Step("Naar de sprong over de filters.", "Tab", until="Naar de praktijken, link"),
            Step("De sprong nemen.", "Enter", heard="praktijken, kop niveau 2"),
            Step("Naar het vakje van de eerste.", "Tab", until="Vergelijk *, selectievakje, niet aangevinkt"),
            Step("Die kiezen.", "Space", heard="aangevinkt"),
            Step("Naar het vakje van de volgende.", "Tab", until="Vergelijk *, selectievakje, niet aangevinkt"),
            Step("Die kiezen.", "Space", heard="aangevinkt*melding: 2 gekozen om te vergelijken"),
            Step("Naar de knop daarvoor.", "Tab", until="Zet naast elkaar, link"),
            Step("Naast elkaar zetten.", "Enter", heard="pagina Praktijken vergelijken"),
            Step("Lezen wat verschilt.", read="Twee praktijken naast elkaar", heard="kop niveau 1*Verschilt"),
        ),
    ),
    Walk(
        "De straat lezen en een andere toekomst kiezen",
        "/scenarios/",
        (
            Step("Naar een trend.", "Tab", until="Vervoeren, link"),
            Step("Die kiezen.", "Enter", heard="verder vanaf: Anders vervoeren in vier scenario’s"),
            Step("Naar de toekomsten.", "Tab", heard="groep Teken de straat in dit scenario*keuzerondje, aangevinkt"),
            Step("Een andere kiezen.", "ArrowDown", heard="Binnenstad united, keuzerondje, aangevinkt"),
            Step("Lezen wat daar gebeurt.", read="Binnenstad united", heard="kop niveau 3*Anders vervoeren."),
            Step("De volgende kiezen.", "ArrowDown", heard="De exclusieve binnenstad, keuzerondje, aangevinkt"),
            Step("Lezen wat er anders is.", read="De exclusieve binnenstad", heard="kop niveau 3*Anders vervoeren."),
        ),
    ),
    Walk(
        "Een praktijk brengen",
        "/meedoen/",
        (
            Step("Naar het formulier.", "Tab", until="Een nieuwe praktijk, keuzerondje, aangevinkt"),
            Step("Te vroeg naar de knop.", "Tab", until="Maak het bestand, knop"),
            Step(
                "Horen wat er mist.",
                "Enter",
                heard="Hoe heet het?*ongeldige invoer, Vul dit in.*melding: * nog niet goed",
            ),
            Step("De naam.", "Tab", text="Makers op de markt", heard="Wat is het, in één zin?, tekstvak"),
            Step(
                "Wat het is.",
                "Tab",
                text="De gemeente geeft makers elke zaterdag een kraam.",
                heard="In welk land?, keuzelijst",
            ),
            Step("Nederland staat er al.", "Tab", heard="In welke gemeente?, tekstvak met keuzelijst"),
            Step("De gemeente.", "Tab", text="Deventer", heard="Waar in de stad?, tekstvak"),
            Step("De plek.", "Tab", text="De markt", heard="Welk probleem wilde u oplossen?, tekstvak"),
            Step("Het probleem.", "Tab", text="Makers hadden geen plek.", heard="Wat hebt u gedaan?, tekstvak"),
            Step(
                "Wat er gedaan is.", "Tab", text="De gemeente zette kramen neer, zonder huur.", heard="Wie deden mee?"
            ),
            Step("Wie meededen.", "Tab", text="gemeente, opdrachtgever", heard="groep Bij welke trends hoort het?"),
            Step("Een trend.", "Space", heard="aangevinkt"),
            Step("Verder.", "Tab", until="regel, selectievakje"),
            Step("Een middel.", "Space", heard="aangevinkt"),
            Step("Verder.", "Tab", until="Eerste stap voor wie dit ook wil, tekstvak"),
            Step("De eerste stap.", "Tab", text="Tel de makers.", heard="Tweede stap"),
            Step("De tweede.", "Tab", text="Kies een plein.", heard="Derde stap"),
            Step("De derde.", "Tab", text="Bel de marktmeester.", heard="Titel van een openbaar stuk"),
            Step("Verder.", "Tab", until="Uw functie en organisatie, tekstvak"),
            Step("Wie dit schrijft.", "Tab", text="marktmeester, gemeente Deventer", heard="Maak het bestand, knop"),
            Step("Het bestand maken.", "Enter", heard="melding: Het bestand *.md is gemaakt"),
        ),
    ),
)


def cut(words: str) -> str:
    """What is said, for a cell of a table: at most `LONGEST` characters, and nothing that ends the cell."""
    text = words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
    return text.replace("|", "\\|")


def chapter(number: int, walk: Walk, rows: Sequence[Row]) -> str:
    """A walk as Markdown."""
    lines = [f"| {row.wish} | {row.keys} | {cut(row.said)} |" for row in rows]
    return "\n".join((f"### {number}. {walk.title}", "", HEAD, *lines, ""))


def written(docs: str, chapters: str) -> str:
    """The docs with these walks between their marks."""
    before, _, rest = docs.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{chapters}\n{END}{rest.partition(END)[2]}"


def done(site: Path) -> Iterator[tuple[Walk, list[Row]]]:
    """Every walk on a built site, each in a page of its own."""
    with in_chromium(site) as (address, browser):
        context = browser.new_context(viewport=VIEWPORT, reduced_motion="reduce")
        for walk in WALKS:
            page = context.new_page()
            yield walk, walked(page, address, walk)
            page.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Walk, and print or write what was said."""
    parser = argparse.ArgumentParser(prog="python -m tools.walks", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--write", action="store_true", help=f"put it into {DOCS}")
    options = parser.parse_args(arguments)
    if not (SITE / "index.html").is_file():
        print(f"In {SITE} staat geen site. Maak hem eerst met: make", file=sys.stderr)
        return 2
    walks = list(done(SITE))
    text = "\n".join(chapter(number, walk, rows) for number, (walk, rows) in enumerate(walks, start=1))
    if options.write:
        DOCS.write_text(written(DOCS.read_text(encoding="utf-8"), text), encoding="utf-8")
    else:
        print(text)
    missed = [f"{walk.title}: {row.wish} {row.said}" for walk, rows in walks for row in rows if not row.is_heard]
    print("\n".join(missed), file=sys.stderr, end="\n" if missed else "")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
