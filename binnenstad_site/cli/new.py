"""Adds an example to the content for an editor to fill in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from binnenstad_site.cli.arguments import Usage
from binnenstad_site.cli.skeleton import SkeletonRefused, skeleton
from binnenstad_site.core.outputs import CannotWrite
from binnenstad_site.core.suggestions import did_you_mean
from binnenstad_site.models import COLLECTIONS


def add(project: Path, collection: str, naam: str, today: date) -> str:
    """Write the example and give the sentence to show.

    `Usage` when it cannot be asked so or is there already, `CannotWrite` when the disk refuses.
    """
    row = COLLECTIONS.get(collection)
    if row is None:
        raise Usage(f'Er is geen collectie "{collection}". {did_you_mean(collection, COLLECTIONS)}')
    try:
        made = skeleton(row, naam, today)
    except SkeletonRefused as refused:
        raise Usage(str(refused)) from None
    taken = next((path for path in (made.path, *made.elsewhere) if (project / path).exists()), "")
    if taken and not made.append:
        raise Usage(f"{taken} bestaat al. Kies een andere naam, of pas dat bestand aan.")
    path = project / made.path
    try:
        if made.append and taken:
            lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
            if made.text.strip().split("\n")[0] in lines:
                raise Usage(f'"{naam}" staat al in {made.path}.')
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a" if made.append else "x", encoding="utf-8", newline="\n") as file:
            file.write(made.text)
    except OSError as error:
        raise CannotWrite.because(path, error) from error
    done = "aangevuld" if made.append else "gemaakt"
    return f"{made.path} is {done}. Vul het in en voer uit: python build.py check"
