"""No address of this site as if it were another: it changes with the site, and a page is no source for itself."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from binnenstad_site.checks.sentences import WrittenItem
from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.hosts import host_of
from binnenstad_site.link.site import Site
from binnenstad_site.validate.validator import Ref


def own_addresses(site: Site, written: Mapping[Ref, WrittenItem]) -> Iterator[Diagnostic]:
    """A link to this site names a file, and a source is elsewhere."""
    own = host_of(site.settings.basisadres)
    for entry in site.all_entries():
        if entry.ref in written and own not in written[entry.ref].hosts:
            continue
        for link in entry.body.links:
            if not link.is_image and own and host_of(link.href) == own:
                place = entry.document.in_body(link.line, link.column, link.end_column)
                message = "Hier staat het volledige adres van deze site, en geen bestand"
                target = _file_of(site, link.href)
                example = posixpath.relpath(target, posixpath.dirname(entry.document.path))
                hint = f"Verwijs naar het bestand, vanaf dit bestand gezien, zoals {example}."
                yield Diagnostic(Code.LINK_BUITEN_INHOUD, place, message, hint)
        for index, source in enumerate(getattr(entry.item, "bronnen", ())):
            if source.url and host_of(source.url) == own:
                place = entry.document.locate("bronnen", index, "url")
                message = "Deze bron is een pagina van deze site zelf"
                hint = "Noem de bron waar het stuk van die pagina op steunt. Een link kan in de tekst."
                yield Diagnostic(Code.ONGELDIGE_URL, place, message, hint)


def _file_of(site: Site, href: str) -> str:
    """What to write for an address of this site: a file, or an entry in a file; an example when there is none."""
    parts = urlsplit(href)
    path = parts.path.rstrip("/") + "/"
    files = {
        entry.address: entry.document.path if entry.document.entry is None else f"{entry.document.path}#{entry.slug}"
        for entry in site.all_entries()
    }
    return files.get(f"{path}#{parts.fragment}") or files.get(path) or "content/trends/anders-werken.md"
