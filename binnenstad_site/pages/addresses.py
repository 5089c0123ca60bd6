"""How pages write addresses: with the path of the base address, or with scheme and host."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from binnenstad_site.core.urls import base_path
from binnenstad_site.load.documents import CONTENT
from binnenstad_site.models import COLLECTIONS
from binnenstad_site.models.items import Named
from binnenstad_site.models.settings import Repository
from binnenstad_site.pages.parts.labels import PaginaLink
from binnenstad_site.validate.validator import Entry

FORMS_PAGE = "admin/index.html"
LIST_FILE = "lijst"
"""What the forms call the one file, and the one list in it, of a collection that is a list."""


@dataclass(frozen=True)
class Addresses:
    """Where the site will live, and where its files can be edited."""

    base_url: str
    """Without closing slash: `https://voorbeeld.nl/pad`."""
    repository: Repository | None = None
    forms: bool = False
    """Whether the program of the forms is installed."""

    @cached_property
    def base(self) -> str:
        """The path of the base address: empty, or `/pad`."""
        return base_path(self.base_url)

    def url_for(self, address: str) -> str:
        """An address from the root of the site, as links write it."""
        return self.base + address

    def absolute(self, address: str) -> str:
        return self.base_url + address

    def link(self, text: str, address: str) -> PaginaLink:
        """A link to an address from the root of the site."""
        return PaginaLink(text, self.url_for(address))

    def link_to(self, entry: Entry[Named]) -> PaginaLink:
        """A link with the name of an item."""
        return self.link(entry.item.naam, entry.address)

    def list_link(self, collection: str) -> PaginaLink:
        """A link to the list of a collection, with its title."""
        return self.link(COLLECTIONS[collection].title, COLLECTIONS[collection].list_address)

    def edit(self, path: str) -> str:
        """Where a file can be edited on the Git host; empty when no repository is configured."""
        repository = self.repository
        return f"{repository.url.rstrip('/')}/edit/{repository.tak}/{path}" if repository else ""

    @property
    def has_forms(self) -> bool:
        """Whether the site has `/admin/`: the program is installed, and the repository is one that it knows."""
        return self.forms and self.repository is not None and bool(self.repository.github)

    @property
    def made_elsewhere(self) -> frozenset[str]:
        """Files that links may lead to and that no stage makes: the command line adds the forms to the site."""
        return frozenset({FORMS_PAGE}) if self.has_forms else frozenset()

    def form(self, path: str) -> str:
        """The form of a file of `content/` at `/admin/`; empty when there are no forms, or none for this file.

        The forms know an item as a file: none of one in a folder of its own (`x/index.md`), and one of a whole list.
        """
        collection, _, slug = path.removeprefix(f"{CONTENT}/").rpartition(".")[0].partition("/")
        row = COLLECTIONS.get(collection)
        if not self.has_forms or path.endswith("/index.md") or row is None or row.zonder_formulier:
            return ""
        return self.url_for(f"/admin/#/collections/{collection}/entries/{slug or LIST_FILE}")

    def crumbs(self, *between: PaginaLink) -> tuple[PaginaLink, ...]:
        """The start page, then the steps `between` it and a page.

        A page right below the start page shows none: the name of the site above it is that link already.
        """
        return (self.link("Start", "/"), *between) if between else ()
