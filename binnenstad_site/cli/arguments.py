"""The words of the command line: what can be asked, and what to say in Dutch when something cannot."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from binnenstad_site.core.suggestions import did_you_mean

Run = Callable[[argparse.Namespace], int]
EXAMPLES = """voorbeelden:
  python build.py                          maak de site in _site/
  python build.py check                    controleer de inhoud, schrijf niets
  python build.py new praktijken "Naam"    maak een voorbeeldbestand om in te vullen
  python build.py zoek "lege panden"       laat zien wat een lezer daarmee vindt, en waarom
"""


class Usage(Exception):  # noqa: N818 - a way of asking, not a failure
    """The command cannot be carried out as asked. The text is Dutch and for the reader."""


class _Dutch(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "gebruik: ")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Usage(f"{in_dutch(message)}\nZie: {self.prog} --help")


def in_dutch(message: str) -> str:
    """What argparse says of wrong usage, in Dutch."""
    if match := re.search(r"invalid choice: '(.*?)' \(choose from (.*)\)", message):
        options = re.findall(r"[\w-]+", match.group(2))
        return f'"{match.group(1)}" ken ik niet. {did_you_mean(match.group(1), options)}'
    if match := re.search(r"unrecognized arguments: (.*)", message):
        return f'"{match.group(1)}" ken ik niet.'
    if match := re.search(r"argument (\S+): expected one argument", message):
        return f"Achter {match.group(1)} hoort een waarde."
    if match := re.search(r"argument (\S+): invalid int value: '(.*)'", message):
        return f'Achter {match.group(1)} hoort een getal, en "{match.group(2)}" is er geen.'
    if match := re.search(r"the following arguments are required: (.*)", message):
        return f"Er ontbreekt: {match.group(1)}."
    return "Deze opdracht klopt niet."


def _group(**extra: str) -> _Parser:
    return _Parser(add_help=False, **extra)  # type: ignore[arg-type]


def parser(commands: Mapping[str, Run]) -> argparse.ArgumentParser:
    """The parser; `commands` are the functions that carry out build, check, serve, new, adressen and zoek."""
    helped = _group()
    helped.add_argument("-h", "--help", action="help", help="deze uitleg")
    dated = _group()
    dated.add_argument("--date", default="", metavar="JJJJ-MM-DD", help="bouwdatum in plaats van vandaag")
    common = _group()
    common.add_argument("--base-url", default="", metavar="ADRES", help="adres waar de site komt te staan")
    common.add_argument("--preview", action="store_true", help="zet op elke pagina dat dit een voorbeeld is")
    timed = _group()
    timed.add_argument("--timings", action="store_true", help="tijd per stap als JSON op de foutuitvoer")
    shown = _group()
    shown.add_argument("--format", choices=("text", "github", "json"), default="text", help="vorm van de meldingen")
    made = _group()
    made.add_argument("--out", default="_site", metavar="MAP", help="map voor de site (standaard: _site)")
    made.add_argument("--no-share-images", action="store_true", help="maak geen plaatjes voor wie een pagina deelt")

    whole = _Parser(
        prog="python build.py",
        description="Maakt van content/ de site. Zonder opdracht: bouwen.",
        epilog=EXAMPLES,
        formatter_class=_Dutch,
        usage="python build.py [opdracht] [keuzes]",
        add_help=False,
        parents=[helped, dated, common, timed, shown, made],
    )
    whole.set_defaults(run=commands["build"])
    below = whole.add_subparsers(title="opdrachten", metavar="", prog="python build.py", parser_class=_Parser)
    kinds = (
        ("check", "controleer alles, schrijf niets", [helped, dated, common, timed, shown]),
        ("serve", "toon de site en ververs bij elke wijziging", [helped, dated, common]),
        ("new", "maak een voorbeeldbestand om in te vullen", [helped, dated]),
        ("zoek", "laat zien wat een vraag vindt en waarom (vraagt Node)", [helped, dated]),
        ("adressen", "zet nieuwe adressen in de lijst van gepubliceerde adressen", [helped, dated, common, shown]),
    )
    made_parsers = {}
    for name, text, parents in kinds:
        made_parsers[name] = below.add_parser(
            name, help=text, description=text, parents=parents, add_help=False, formatter_class=_Dutch
        )
        made_parsers[name].set_defaults(run=commands[name])
    made_parsers["serve"].add_argument("--port", type=int, default=0, metavar="NUMMER", help="poort op deze computer")
    made_parsers["new"].add_argument("collectie", help="map in content/, zoals praktijken")
    made_parsers["new"].add_argument("naam", help="naam van het nieuwe item, tussen aanhalingstekens")
    made_parsers["zoek"].add_argument("vraag", nargs="+", help='wat een lezer zou typen, zoals "lege panden"')
    for one in (whole, *made_parsers.values()):
        one._positionals.title = "opdracht"  # noqa: SLF001 - argparse offers no other way to say it in Dutch
        one._optionals.title = "keuzes"  # noqa: SLF001
    return whole
