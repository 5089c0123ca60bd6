"""The commands that change or look after the content as a whole: each writes what `upkeep/` says.

In: the words of the command line, the project and the day. Out: what to tell.
"""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path

from binnenstad_site.cli.arguments import CLAIMS_FILE, Usage
from binnenstad_site.cli.visiting import downloaded, visit
from binnenstad_site.core.outputs import SCRATCH, CannotWrite
from binnenstad_site.core.typography import counted
from binnenstad_site.models.rows import LAYOUTS
from binnenstad_site.upkeep import links
from binnenstad_site.upkeep.changed_claims import changed_lines, claims_listed, claims_now
from binnenstad_site.upkeep.moving import moved
from binnenstad_site.upkeep.recheck import recheck_lines
from binnenstad_site.upkeep.repairs import difference, former_names, repaired
from binnenstad_site.upkeep.survey import CannotChange, Change, Inventory, survey
from binnenstad_site.upkeep.withdrawing import withdrawn
from binnenstad_site.write.atomic import replace_file

VISITED = f"{SCRATCH}/links.json"
EXEMPT = "docs/links-uitzonderingen.txt"


@contextmanager
def _refusals() -> Iterator[None]:
    """What cannot be done is a wrong way of asking."""
    try:
        yield
    except CannotChange as refused:
        raise Usage(str(refused)) from None


def _good_survey(project: Path) -> Inventory:
    content = survey(project)
    if content.has_mistakes or content.site is None:
        raise Usage(
            "Er staan fouten in de inhoud, dus niet alle verwijzingen zijn te vinden. Zie: python build.py check"
        )
    return content


def _write(project: Path, change: Change) -> None:
    """All texts, and then the moves; raises `CannotWrite`."""
    path = project
    try:
        for name, text in sorted(change.texts.items()):
            path = project / name
            replace_file(path, text.encode("utf-8"), lasting=True)
        for old, new in change.moves:
            path = project / new
            (project / old).rename(path)
    except OSError as error:
        raise CannotWrite.because(path, error) from error


def _told(change: Change) -> str:
    lines = [f"aangepast: {path}" for path in sorted(change.texts)]
    lines += [f"verplaatst: {old} naar {new}" for old, new in change.moves]
    lines += [f"let op: {remark}" for remark in change.remarks]
    return "\n".join([*lines, "Kijk het na met: python build.py check"])


def run_verplaats(parsed: Namespace, project: Path, today: date) -> str:  # noqa: ARG001 - one way to call them all
    """`python build.py verplaats OUD NIEUW`."""
    with _refusals():
        change = moved(_good_survey(project), parsed.oud, parsed.nieuw)
    _write(project, change)
    return _told(change)


def run_trek_in(parsed: Namespace, project: Path, today: date) -> str:
    """`python build.py trek-in SLUG "reden"`."""
    with _refusals():
        change = withdrawn(_good_survey(project), parsed.item, parsed.reden, f"{today:%Y-%m}")
    _write(project, change)
    return _told(change)


def run_herstel(parsed: Namespace, project: Path, today: date) -> str:  # noqa: ARG001
    """`python build.py herstel`: what would change, as a diff; with `--schrijf` it is written too."""
    former = former_names(survey(project).library.documents)
    texts: dict[str, str] = {}
    shown: list[str] = []
    for layout in LAYOUTS:
        folder = project / layout.path
        for file in sorted(folder.rglob(f"*{layout.extension}")) if layout.is_folder else [folder]:
            if file.is_file() and not file.is_symlink():
                path = file.relative_to(project).as_posix()
                before = file.read_bytes()
                after = repaired(before, path, layout, former)
                if after is not None and after.encode("utf-8") != before:
                    texts[path] = after
                    shown.append(difference(before, after, path))
    if not texts:
        return "Er is niets te herstellen."
    closing = "Er is niets geschreven. Klopt het, typ dan: python build.py herstel --schrijf"
    if parsed.schrijf:
        _write(project, Change(texts))
        files = counted(len(texts), "bestand", "bestanden")
        closing = f"{files} hersteld. Kijk het na met: python build.py check"
    return "\n".join([*shown, closing])


def run_nabellen(parsed: Namespace, project: Path, today: date) -> str:  # noqa: ARG001
    """`python build.py nabellen`."""
    site = survey(project).site
    if site is None:
        raise Usage("De instellingen kloppen niet. Zie: python build.py check")
    return "\n".join(recheck_lines(site, max(parsed.aantal, 1))) or "Er zijn geen praktijken."


def run_zinnen(parsed: Namespace, project: Path, today: date) -> str:  # noqa: ARG001
    """`python build.py zinnen [VORIGE]`: what changed since an earlier list of sentences."""
    content = _good_survey(project)
    assert content.site is not None
    with _refusals():
        before = claims_listed(_list_of(parsed.vorige, project))
    return "\n".join(changed_lines(before, claims_now(content.site)))


def _list_of(place: str, project: Path) -> str:
    """The text of a list on disk or at an address; raises `Usage`."""
    try:
        on_the_web = place.startswith(("https://", "http://"))
        return downloaded(place) if on_the_web else (project / place).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Usage(f"{place} is geen tekst. Geef het bestand claims.csv van een eerdere site.") from None
    except (OSError, ValueError):
        raise Usage(
            f"{place} is er niet, of is niet te lezen.\nMaak eerst de site met python build.py, of geef het bestand of "
            f"adres van een eerdere lijst, zoals https://…/{CLAIMS_FILE}"
        ) from None


def run_links(parsed: Namespace, project: Path, today: date) -> str:
    """`python build.py links`: visits what was not found good in the last thirty days."""
    addresses = links.outside_addresses(survey(project).library.documents)
    exempt = links.exemptions(_text(project / EXEMPT))
    known = _known(project / VISITED)
    urls = links.to_visit(addresses, known, exempt, today)
    answers = {**known, **visit(urls, today.isoformat())}
    _keep(project / VISITED, {url: answers[url] for url in addresses if url in answers})
    report = links.report(addresses, answers, exempt, today)
    if parsed.verslag:
        Path(parsed.verslag).write_text(report, encoding="utf-8", newline="\n")
    visited = f"{counted(len(addresses), 'adres', 'adressen')}, waarvan nu bezocht: {len(urls)}"
    return f"{report}\n{visited}." if report else f"Alles werkt nog: {visited}."


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _known(path: Path) -> Mapping[str, links.Answer]:
    """The answers of earlier visits; what cannot be read is visited again."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        answers = {str(url): links.Answer(**fields) for url, fields in kept.items()}
        for answer in answers.values():
            date.fromisoformat(answer.day)
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
    return answers


def _keep(path: Path, answers: Mapping[str, links.Answer]) -> None:
    path.parent.mkdir(exist_ok=True)
    text = json.dumps({url: asdict(answer) for url, answer in answers.items()}, indent=1, sort_keys=True)
    path.write_text(text, encoding="utf-8", newline="\n")


COMMANDS: Mapping[str, Callable[[Namespace, Path, date], str]] = {
    "verplaats": run_verplaats,
    "trek-in": run_trek_in,
    "herstel": run_herstel,
    "nabellen": run_nabellen,
    "links": run_links,
    "zinnen": run_zinnen,
}
