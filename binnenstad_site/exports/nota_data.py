"""The data of the nota: a list of praktijken at an address that stays, and per praktijk a file with what it gives.

The list names those files by a digest, so that a browser may keep them for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from functools import partial

from binnenstad_site.core.memo import Kept, digest
from binnenstad_site.core.outputs import DATA_FOLDER, Output, data_output, json_bytes
from binnenstad_site.models.items import Aanpak, Praktijk
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.nota import INDEX
from binnenstad_site.pages.nota_assembly import ALWAYS, CUT, MOST_LINES
from binnenstad_site.pages.nota_contributions import of_praktijk
from binnenstad_site.pages.parts.nota_parts import Bijdrage, NotaRegel
from binnenstad_site.validate.validator import Entry

FOLDER = f"{DATA_FOLDER}/nota"
LISTS = ("begin", "bedragen", "uitkomst", "mis", "wet", "stappen", "kanttekeningen")


def nota_files(builder: PageBuilder) -> Iterator[Output]:
    """The file of each praktijk, and last the list."""
    rows = []
    for entry in builder.site.praktijken.values():
        file = _file(builder, entry)
        name = file.path.removeprefix(f"{FOLDER}/{entry.slug}-").removesuffix(".json")
        rows.append((entry.slug, entry.item.titel, name))
        yield file
    data = {
        "map": builder.addresses.url_for(f"/{FOLDER}/"),
        "praktijken": rows,
        "altijd": [_values(line) for line in ALWAYS],
        "ingekort": _values(CUT),
    }
    yield Output(INDEX.removeprefix("/"), json_bytes(data))


def _file(builder: PageBuilder, entry: Entry[Praktijk]) -> Output:
    aanpakken = builder.site.aanpakken_of(entry.item)
    key = digest("nota", builder.key_of((entry, aanpakken)))
    return builder.memo.get(Kept.PAGE, key, partial(_made, builder, entry, aanpakken))


def _made(builder: PageBuilder, entry: Entry[Praktijk], aanpakken: tuple[Entry[Aanpak], ...]) -> Output:
    return data_output(f"nota/{entry.slug}", contribution_values(of_praktijk(builder, entry, aanpakken)))


def contribution_values(given: Bijdrage) -> dict[str, object]:
    """A contribution as the script reads it: the lines that a nota can hold, and one more to see that it is cut."""
    kept: dict[str, tuple[NotaRegel, ...]] = {name: getattr(given, name)[: MOST_LINES + 1] for name in LISTS}
    places = sorted({place for lines in kept.values() for line in lines for place in line.bronnen})
    return {
        **{name: getattr(given, name) for name in ("titel", "adres", "stand", "zin")},
        **{name: [_values(line, places) for line in lines] for name, lines in kept.items()},
        "bronnen": [astuple(given.bronnen[place]) for place in places],
    }


def _values(line: NotaRegel, places: Sequence[int] = ()) -> list[object]:
    """The fields of a line, without the empty ones at its end; `places` are those of the sources that are given."""
    values: list[object] = [line.vet, line.tekst, [places.index(place) for place in line.bronnen], line.klein]
    while not values[-1]:
        values.pop()
    return values
