"""The outputs that are not pages: feeds, sitemap, redirects, host files, data for scripts, a template of a report."""

from __future__ import annotations

from collections.abc import Mapping

from binnenstad_site.core.outputs import Output
from binnenstad_site.exports.feeds import atom, feed_of_all, opensearch, robots, sitemap
from binnenstad_site.exports.host_rules import headers_file, redirects_file
from binnenstad_site.exports.nota_data import nota_files
from binnenstad_site.exports.places_data import places_files
from binnenstad_site.exports.redirects import stub
from binnenstad_site.exports.street_data import street_files
from binnenstad_site.exports.verdict_data import verdict_data
from binnenstad_site.pages import Page, PageBuilder
from binnenstad_site.pages.changes import all_changes
from binnenstad_site.pages.report_template import report_template


def machine_files(
    builder: PageBuilder, pages: tuple[Page, ...], redirects: Mapping[str, str], *, preview: bool
) -> tuple[Output, ...]:
    """Sitemap, feed, robots, headers, data and redirects (former address -> address of now)."""
    return (
        sitemap(builder, pages),
        robots(builder, preview=preview),
        opensearch(builder),
        atom(builder, all_changes(builder), feed_of_all(builder)),
        headers_file(builder.addresses.base, preview=preview),
        redirects_file(redirects, builder.addresses.base),
        *report_template(builder),
        *verdict_data(builder),
        *(stub(old, builder.addresses.url_for(new), builder.addresses.absolute(new)) for old, new in redirects.items()),
    )


def files_for_scripts(builder: PageBuilder) -> tuple[Output, ...]:
    """What the scripts of three tools ask for when a reader begins."""
    return (*places_files(builder), *street_files(builder), *nota_files(builder))
