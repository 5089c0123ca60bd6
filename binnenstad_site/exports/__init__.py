"""The outputs that are not pages: feeds, sitemap, redirects, host files, and data for scripts."""

from __future__ import annotations

from collections.abc import Mapping

from binnenstad_site.core.outputs import Output
from binnenstad_site.exports.feeds import atom, robots, sitemap
from binnenstad_site.exports.host_rules import headers_file, redirects_file
from binnenstad_site.exports.redirects import stub
from binnenstad_site.pages import Page, PageBuilder
from binnenstad_site.pages.changes import all_changes


def machine_files(
    builder: PageBuilder, pages: tuple[Page, ...], redirects: Mapping[str, str], *, preview: bool
) -> tuple[Output, ...]:
    """Sitemap, feed, robots, headers, data and redirects (former address -> address of now)."""
    return (
        sitemap(builder, pages),
        robots(builder, preview=preview),
        atom(builder, all_changes(builder)),
        headers_file(builder.addresses.base, preview=preview),
        redirects_file(redirects, builder.addresses.base),
        *(stub(old, builder.addresses.url_for(new), builder.addresses.absolute(new)) for old, new in redirects.items()),
    )
