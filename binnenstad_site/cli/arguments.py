"""The arguments of the command line, and the Dutch messages about wrong ones."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from binnenstad_site.core.suggestions import did_you_mean
from binnenstad_site.core.urls import is_example

PROGRAM = "python build.py"
TIME_LIMIT = 120
"""Seconds that a run may take; without pictures, of which there is one for each page, and without writing."""
CLAIMS_FILE = "open-data/claims.csv"
"""Where a site keeps its list of sentences with a source."""
EXAMPLES = """voorbeelden:
  python build.py                          maak de site in _site/
  python build.py check                    controleer de inhoud, schrijf niets
  python build.py new praktijken "Naam"    maak een voorbeeldbestand om in te vullen
  python build.py zoek "lege panden"       laat zien wat een lezer daarmee vindt, en waarom
"""


class Usage(Exception):  # noqa: N818 - a way of asking, not a failure
    """The command cannot be carried out as asked. The text is Dutch and for the reader."""


def parse(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command (`build` when none is named) with its options, from the words behind the program's name.

    Raises `Usage` for anything else, `SystemExit` after `--help`. None stands for the words this process was given.
    """
    parsed, others = _parser().parse_known_args(words)
    needed = () if getattr(parsed, "gaten", False) else parsed.needed
    if missing := [name for name in needed if getattr(parsed, name) is None]:
        raise _usage(f"Er ontbreekt: {', '.join(missing)}.", f"{PROGRAM} {parsed.command}")
    if others:
        raise _usage(f'"{" ".join(others)}" ken ik niet.', PROGRAM)
    if getattr(parsed, "time_limit", 0) < 0:
        raise _usage("Achter --time-limit hoort een getal van 0 of meer.", f"{PROGRAM} {parsed.command}")
    return parsed


def _usage(sentence: str, program: str) -> Usage:
    return Usage(f"{sentence}\nZie: {program} --help")


def refuse_example(address: str) -> None:
    """Raises `Usage` when the address of a site to publish is one that cannot exist."""
    if is_example(address):
        raise Usage(
            f"{address} is een voorbeeldadres: daar kan geen site staan. De site is niet vernieuwd.\n"
            "Geef het echte adres mee met --base-url, of zet het bij basisadres in content/site.yaml."
        )


class _Dutch(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "gebruik: ")


class _Parser(argparse.ArgumentParser):
    """Raises `Usage` with a Dutch message made from the refused option and word; argparse's own texts are not shown."""

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - English
        raise _usage("Deze opdracht klopt niet.", self.prog)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            raise _usage(f'"{value}" ken ik niet. {did_you_mean(value, action.choices)}', self.prog)

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        try:
            return super()._get_value(action, arg_string)
        except argparse.ArgumentError:
            sentence = f'Achter {_name(action)} hoort een getal, en "{arg_string}" is er geen.'
            raise _usage(sentence, self.prog) from None

    def _match_argument(self, action: argparse.Action, arg_strings_pattern: str) -> int:
        try:
            return super()._match_argument(action, arg_strings_pattern)
        except argparse.ArgumentError:
            raise _usage(f"Achter {_name(action)} hoort een waarde.", self.prog) from None


def _name(action: argparse.Action) -> str:
    return "/".join(action.option_strings)


def _option(name: str, **details: Any) -> _Parser:
    """A parser of one option, to be shared between commands."""
    group = _Parser(add_help=False)
    group.add_argument(name, **details)
    return group


def _parser() -> _Parser:
    help_ = _Parser(add_help=False)
    help_.add_argument("-h", "--help", action="help", help="deze uitleg")
    date = _option("--date", default="", metavar="JJJJ-MM-DD", help="bouwdatum in plaats van vandaag")
    address = _option("--base-url", default="", metavar="ADRES", help="adres waar de site komt te staan")
    preview = _option("--preview", action="store_true", help="zet op elke pagina dat dit een voorbeeld is")
    publish = _option("--publish", action="store_true", help="de site gaat online: weiger een voorbeeldadres")
    timings = _option("--timings", action="store_true", help="tijd per stap als JSON op de foutuitvoer")
    form = _option("--format", choices=("text", "github", "json"), default="text", help="vorm van de meldingen")
    limit = _option(
        "--time-limit",
        type=int,
        default=TIME_LIMIT,
        metavar="SECONDEN",
        help=f"stop als het langer duurt (standaard: {TIME_LIMIT}; 0: nooit)",
    )
    out = _option("--out", default="_site", metavar="MAP", help="map voor de site (standaard: _site)")
    clean = _option("--schoon", action="store_true", help="maak alles opnieuw, zonder wat eerder bewaard is")
    images = _option("--no-share-images", action="store_true", help="maak geen plaatjes voor wie een pagina deelt")

    build = _Parser(
        prog=PROGRAM,
        description="Maakt van content/ de site. Zonder opdracht: bouwen.",
        epilog=EXAMPLES,
        formatter_class=_Dutch,
        usage=f"{PROGRAM} [opdracht] [keuzes]",
        add_help=False,
        parents=[help_, date, address, publish, preview, timings, limit, form, out, images, clean],
    )
    build.set_defaults(command="build", needed=())
    below = build.add_subparsers(title="opdrachten", metavar="", prog=PROGRAM, parser_class=_Parser)
    rows = (
        ("check", "controleer alles, schrijf niets", [help_, date, address, preview, timings, limit, form]),
        ("serve", "toon de site en ververs bij elke wijziging", [help_, date, address, preview]),
        ("new", "maak een voorbeeldbestand om in te vullen", [help_, date]),
        ("zoek", "laat zien wat een vraag vindt en waarom (vraagt Node)", [help_, date, limit]),
        (
            "adressen",
            "zet nieuwe adressen in de lijst van gepubliceerde adressen",
            [help_, date, address, preview, limit, form],
        ),
        ("verplaats", "geef een item een andere naam, met alias, verwijzingen en links", [help_]),
        ("trek-in", "trek een item in: de pagina blijft en zegt waarom", [help_, date]),
        ("herstel", "toon wat zonder vragen te herstellen is", [help_]),
        ("nabellen", "noem de praktijken die het langst niet zijn nagekeken, en wie u kunt vragen", [help_]),
        ("zinnen", "noem de zinnen met een bron die nieuw, herschreven of weg zijn", [help_]),
        ("links", "bezoek de adressen van andere sites die de inhoud noemt", [help_, date]),
    )
    commands = {
        name: below.add_parser(
            name, help=text, description=text, parents=parents, add_help=False, formatter_class=_Dutch
        )
        for name, text, parents in rows
    }
    for name, command in commands.items():
        command.set_defaults(command=name)
    commands["serve"].add_argument("--port", type=int, default=0, metavar="NUMMER", help="poort op deze computer")
    _need(
        commands["new"],
        collectie="map in content/, zoals praktijken",
        naam="naam van het nieuwe item, tussen aanhalingstekens",
    )
    _need(commands["zoek"], vraag='wat een lezer zou typen, zoals "lege panden"', nargs="+")
    commands["zoek"].add_argument(
        "--gaten", action="store_true", help="noem de vragen die tekortschieten en de woorden zonder pagina"
    )
    _need(
        commands["verplaats"],
        oud="het item, zoals praktijken/delft-markt",
        nieuw="de nieuwe naam, zoals delft-nieuwe-markt",
    )
    _need(
        commands["trek-in"],
        item="het item, zoals praktijken/delft-markt",
        reden="waarom, in één zin tussen aanhalingstekens",
    )
    commands["check"].add_argument(
        "--json", default="", metavar="BESTAND", help="schrijf alle meldingen ook als JSON in dit bestand"
    )
    commands["herstel"].add_argument("--schrijf", action="store_true", help="schrijf de verbeterde bestanden")
    commands["nabellen"].add_argument(
        "--aantal", type=int, default=10, metavar="NUMMER", help="hoeveel (standaard: 10)"
    )
    commands["zinnen"].add_argument(
        "vorige",
        nargs="?",
        default=f"_site/{CLAIMS_FILE}",
        help=f"de eerdere lijst: bestand of adres (standaard: _site/{CLAIMS_FILE})",
    )
    commands["links"].add_argument(
        "--verslag", default="", metavar="BESTAND", help="schrijf het verslag in dit bestand"
    )
    for parser in (build, *commands.values()):
        parser._positionals.title = "opdracht"  # noqa: SLF001 - argparse offers no other way to say it in Dutch
        parser._optionals.title = "keuzes"  # noqa: SLF001
    return build


def _need(command: _Parser, nargs: str | None = None, **texts: str) -> None:
    """Words that a command needs; `parse` says in Dutch which are missing, so argparse must not."""
    for name, text in texts.items():
        command.add_argument(name, nargs=nargs, help=text).required = False
    command.set_defaults(needed=tuple(texts))
