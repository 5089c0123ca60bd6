"""The comment under a proposal: what changes where, what the check says of it, and what a reviewer should look at.

    python3 -m tools.comment ZIP --out melding.md --server ADRES --repository NAAM --run NUMMER
                             [--netlify NAAM] [--live ADRES]

Runs in a workflow that nobody's proposal can change; prints the number of the pull request that the proposal claims.
All that comes from the proposal is told as text: it can make no link, picture, mention or HTML. Needs nothing beyond
the standard library. Exit status 1 when the file is not what the check writes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from binnenstad_site.core.typography import counted
from binnenstad_site.report.frames import safe
from tools.proposal import LONGEST, Binary, ChangedPage, Malformed, Message, NewHost, Proposal, read, unzipped

MARK = "<!-- reactie van de controle -->"
"""Begins the comment; by it `.ci/reactie` finds its own."""
MOST = 65_000
"""Characters; GitHub takes 65,536 of a comment, and `.ci/reactie` may add a sentence."""
MOST_SHOWN = 40
"""Pages, hosts and files; of messages all are shown."""
LONGEST_PATH = 200
"""Characters of the path of a file."""
SEVERITIES = {"error": "fout", "warning": "waarschuwing"}
_PLAIN = re.compile(r"(?!www\.|GH-|[0-9a-fA-F]{7,40}\b)[\w.,;!?()'\"“”‘’„…%€+/–-]*:?", re.IGNORECASE)
"""A word of which GitHub makes nothing: no mention, number of an issue, link, commit or face."""
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are that a comment leads to; comes from the workflow, never from the proposal."""

    repository: str
    """Address at the Git host, without closing slash."""
    run: str
    """Number of the run that checked the proposal."""
    netlify: str = ""
    """Name of the site at Netlify, where every proposal has a preview; empty: there is none."""
    live: str = ""
    """Address of the site that is online, without closing slash; empty: it is not known."""

    @property
    def run_page(self) -> str:
        """Where the run can be seen."""
        return f"{self.repository}/actions/runs/{self.run}"


def code(text: str, longest: int = LONGEST) -> str:
    """Text as code on one line, in which nothing means anything."""
    text = safe(text).strip()[:longest]
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}" if text else ""


def plain(text: str) -> str:
    """A sentence on one line: words as they are, and all that GitHub might make something of as code."""
    groups = groupby(safe(text).split(), key=lambda word: _PLAIN.fullmatch(word) is not None)
    return " ".join(
        _PUNCTUATION.sub(r"\\\1", joined) if is_plain else code(joined)
        for is_plain, words in groups
        if (joined := " ".join(words))
    )


def as_comment(proposal: Proposal, places: Places) -> str:
    """The whole comment, cut where GitHub would refuse it; ends with a newline."""
    head = [MARK, "## Wat de controle ziet", _verdict(proposal)]
    head += _pages(proposal, places)
    head += _hosts(proposal.hosts)
    head += _binaries(proposal.binaries)
    return _cut("\n\n".join(head), list(_messages(proposal.messages, places)), places)


def _verdict(proposal: Proposal) -> str:
    errors = sum(message.severity == "error" for message in proposal.messages)
    warnings = len(proposal.messages) - errors
    if not proposal.is_checked:
        return "De controle is niet klaar gekomen. Begin haar opnieuw, of vraag een beheerder om te kijken."
    counts = [counted(errors, "fout", "fouten")] if errors else []
    counts += [counted(warnings, "waarschuwing", "waarschuwingen")] if warnings else []
    if not counts:
        return "Geen fouten gevonden."
    advice = (
        "Een fout houdt het voorstel tegen: verbeter het bestand, en de controle begint vanzelf opnieuw."
        if errors
        else "Een waarschuwing houdt het voorstel niet tegen, maar kijk er even naar."
    )
    return f"**{' en '.join(counts)}.** {advice}"


def _pages(proposal: Proposal, places: Places) -> Iterator[str]:
    if not proposal.pages:
        return
    is_made = proposal.is_checked and all(message.severity != "error" for message in proposal.messages)
    rows = [_page_row(page, places, proposal.number, is_made=is_made) for page in proposal.pages[:MOST_SHOWN]]
    table = "\n".join(["| pagina | voorbeeld | nu live |", "| --- | --- | --- |", *rows])
    yield f"### {counted(len(proposal.pages), 'pagina', 'pagina’s')}"
    yield table
    yield from _others(len(proposal.pages))
    if is_made and not places.netlify:
        yield (
            f"Het voorbeeld opent op uw eigen computer: haal [het bestand `voorbeeld`]({places.run_page}#artifacts) "
            "op, onderaan die pagina, pak het uit en open de pagina. Lezen kan daar, zoeken en kiezen niet."
        )


def _page_row(page: ChangedPage, places: Places, number: int, *, is_made: bool) -> str:
    file = f"{page.address.strip('/')}/index.html".lstrip("/")
    if page.state == "weg":
        preview = "gaat weg"
    elif not is_made:
        preview = "na verbetering"
    elif places.netlify:
        preview = f"[bekijk](https://deploy-preview-{number}--{places.netlify}.netlify.app{page.address})"
    else:
        preview = f"`{file}`"
    if page.state == "nieuw":
        live = "nog niet"
    else:
        live = f"[nu]({places.live}{page.address})" if places.live else "adres niet bekend"
    return f"| `{page.address}` | {preview} | {live} |"


def _hosts(hosts: Sequence[NewHost]) -> Iterator[str]:
    if hosts:
        yield "### Nieuwe andere sites"
        yield "Deze noemt de inhoud nog nergens. Kijk of u ze vertrouwt."
        yield "\n".join(f"- {code(host.host)} in {code(host.path, LONGEST_PATH)}" for host in hosts[:MOST_SHOWN])
        yield from _others(len(hosts))


def _binaries(binaries: Sequence[Binary]) -> Iterator[str]:
    if binaries:
        yield "### Bestanden die geen tekst zijn"
        yield "Bij een wijziging zijn ze niet te lezen. Open ze, en kijk of we ze mogen gebruiken."
        yield "\n".join(
            f"- {code(binary.path, LONGEST_PATH)}, {max(1, round(binary.size / 1000))} kB"
            for binary in binaries[:MOST_SHOWN]
        )
        yield from _others(len(binaries))


def _others(count: int) -> Iterator[str]:
    if count > MOST_SHOWN:
        yield f"En nog {count - MOST_SHOWN}."


def _messages(messages: Sequence[Message], places: Places) -> Iterator[str]:
    """A heading for each file and a paragraph for each message, errors first."""
    if not messages:
        return
    yield "### Meldingen"
    yield (
        "Bij de regels zelf toont GitHub hooguit tien fouten en tien waarschuwingen. Hier staan ze allemaal, en ook op "
        f"[de pagina van deze keer]({places.run_page})."
    )
    ordered = sorted(messages, key=lambda message: (message.severity != "error", message.path, message.line))
    for (severity, path), group in groupby(ordered, key=lambda message: (message.severity, message.path)):
        yield f"**{SEVERITIES[severity].capitalize()}** in {code(path)}"
        for message in group:
            explained = f"[{message.code}]({places.repository}/blob/main/docs/fouten.md#{message.code})"
            hint = f"<br>Oplossing: {plain(message.hint)}" if message.hint else ""
            yield f"- regel {message.line}, {explained}: {plain(message.message)}{hint}"


def _cut(head: str, parts: Sequence[str], places: Places) -> str:
    run = f"[de pagina van deze keer]({places.run_page})"
    end = f"Dit bericht is te lang voor GitHub. De andere meldingen staan op {run}."
    text = head
    for part in parts:
        longer = f"{text}\n\n{part}"
        if _length(longer) + _length(end) + 3 > MOST:
            return f"{text}\n\n{end}\n"
        text = longer
    return f"{text}\n"


def _length(text: str) -> int:
    """As GitHub counts at its strictest: a face is two."""
    return len(text.encode("utf-16-le")) // 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the comment and print the number of the pull request."""
    parser = argparse.ArgumentParser(prog="python3 -m tools.comment", description="De reactie onder een voorstel.")
    parser.add_argument("zip", type=Path, metavar="ZIP", help="wat de controle bewaarde")
    parser.add_argument("--out", type=Path, required=True, metavar="BESTAND", help="waar de tekst komt")
    parser.add_argument("--server", required=True, metavar="ADRES", help="adres van de Git-host")
    parser.add_argument("--repository", required=True, metavar="NAAM", help="eigenaar/naam")
    parser.add_argument("--run", required=True, metavar="NUMMER", help="nummer van de keer dat gecontroleerd is")
    parser.add_argument("--netlify", default="", metavar="NAAM", help="naam van de site bij Netlify")
    parser.add_argument("--live", default="", metavar="ADRES", help="adres van de site die online staat")
    options = parser.parse_args(arguments)
    places = Places(f"{options.server}/{options.repository}", options.run, options.netlify, options.live.rstrip("/"))
    try:
        proposal = read(unzipped(options.zip.read_bytes()))
    except (Malformed, OSError) as error:
        print(f"fout: {error}; er komt geen reactie.", file=sys.stderr)
        return 1
    options.out.write_text(as_comment(proposal, places), encoding="utf-8", newline="\n")
    print(proposal.number)
    return 0


if __name__ == "__main__":
    sys.exit(main())
