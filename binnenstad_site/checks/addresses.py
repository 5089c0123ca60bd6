"""Two pages or files never share an address; a clash is reported at the file of the editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.urls import page_path
from binnenstad_site.link.references import ref_of_path
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.pages.page import Page


def check_addresses(pages: Sequence[Page], others: Iterable[tuple[str, Location]]) -> Iterator[Diagnostic]:
    """No two pages or files have one address, also not when only capitals differ; `others` are paths of files."""
    seen: dict[str, Location] = {}
    paths = [(page_path(page.url), page.origin) for page in pages]
    paths.sort(key=lambda pair: pair[1].path.startswith("content/paginas/"))  # those can move, the others cannot
    for path, origin in (*paths, *others):
        first = seen.setdefault(path.casefold(), origin)
        if first is not origin and not any(map(_is_reserved, (first.path, origin.path))):
            yield Diagnostic(
                Code.DUBBEL_ADRES,
                Location(origin.path),
                f"/{path.removesuffix('index.html')} is ook het adres van {first.path}",
                "Geef een van de twee bestanden een andere naam.",
            )


def _is_reserved(path: str) -> bool:
    """Whether a file has a name that its collection cannot have, which is told of that file."""
    collection, slug = ref_of_path(path)
    return collection in COLLECTIONS and slug in COLLECTIONS[collection].reserved
