"""Writes an example into the content for an editor to fill in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from binnenstad_site.cli.arguments import Usage
from binnenstad_site.cli.skeleton import SkeletonRefused, skeleton
from binnenstad_site.core.outputs import CannotWrite
from binnenstad_site.core.suggestions import did_you_mean
from binnenstad_site.models import COLLECTIONS


def write_skeleton(project: Path, collection: str, naam: str, today: date) -> str:
    """Write the example of an item with this name and give the sentence to show.

    `Usage` when there can be no such item or it is there already, `CannotWrite` when the disk refuses.
    """
    row = COLLECTIONS.get(collection)
    if row is None:
        raise Usage(f'Er is geen collectie "{collection}". {did_you_mean(collection, COLLECTIONS)}')
    try:
        example = skeleton(row, naam, today)
    except SkeletonRefused as refused:
        raise Usage(str(refused)) from None
    taken = next((path for path in (example.path, *example.elsewhere) if (project / path).exists()), "")
    if taken and not example.append:
        raise Usage(f"{taken} bestaat al. Kies een andere naam, of pas dat bestand aan.")
    path = project / example.path
    try:
        if taken:
            lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
            if example.text.strip().split("\n")[0] in lines:
                raise Usage(f'"{naam}" staat al in {example.path}.')
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a" if example.append else "x", encoding="utf-8", newline="\n") as file:
            file.write(example.text)
    except OSError as error:
        raise CannotWrite.because(path, error) from error
    done = "aangevuld" if example.append else "gemaakt"
    return f"{example.path} is {done}. Vul het in en voer uit: python build.py check"
