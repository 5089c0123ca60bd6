"""The data of the nota: per praktijk a file with what it gives, and a list of their names for who looks one up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from functools import partial

from binnenstad_site.core.memo import Kept, digest
from binnenstad_site.core.outputs import Output, json_bytes
from binnenstad_site.models.items import Aanpak, Praktijk
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.nota import FILES
from binnenstad_site.pages.nota_assembly import MOST_LINES
from binnenstad_site.pages.nota_contributions import of_praktijk
from binnenstad_site.pages.parts.nota_parts import Bijdrage, NotaRegel
from binnenstad_site.validate.validator import Entry

LISTS = ("begin", "bedragen", "uitkomst", "mis", "wet", "stappen", "kanttekeningen")


def nota_files(builder: PageBuilder) -> Iterator[Output]:
    """The file of each praktijk, and last the list."""
    entries = builder.site.praktijken.values()
    yield from (_file(builder, entry) for entry in entries)
    yield _output("", [(entry.slug, entry.item.titel) for entry in entries])


def _file(builder: PageBuilder, entry: Entry[Praktijk]) -> Output:
    aanpakken = builder.site.aanpakken_of(entry.item)
    key = digest("nota", builder.key_of((entry, aanpakken)))
    return builder.memo.get(Kept.PAGE, key, partial(_made, builder, entry, aanpakken))


def _made(builder: PageBuilder, entry: Entry[Praktijk], aanpakken: tuple[Entry[Aanpak], ...]) -> Output:
    return _output(f"/{entry.slug}", contribution_values(of_praktijk(builder, entry, aanpakken)))


def _output(name: str, value: object) -> Output:
    return Output(f"{FILES}{name}.json".removeprefix("/"), json_bytes(value))


def contribution_values(given: Bijdrage) -> dict[str, object]:
    """A contribution as the script reads it: the lines that a nota can hold, and one more to see that it is cut."""
    kept: dict[str, tuple[NotaRegel, ...]] = {name: getattr(given, name)[: MOST_LINES + 1] for name in LISTS}
    places = sorted({place for lines in kept.values() for line in lines for place in line.bronnen})
    return {
        **{name: getattr(given, name) for name in ("titel", "adres", "stand", "zin")},
        **{name: [_values(line, places) for line in lines] for name, lines in kept.items()},
        "bronnen": [astuple(given.bronnen[place]) for place in places],
    }


def _values(line: NotaRegel, places: Sequence[int]) -> list[object]:
    """The fields of a line, without the empty ones at its end; `places` are those of the sources that are given."""
    values: list[object] = [line.vet, line.tekst, [places.index(place) for place in line.bronnen], line.klein]
    while not values[-1]:
        values.pop()
    return values
