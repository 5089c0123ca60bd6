"""What `serve` adds to the site while there are errors: a page with a report, and a line at the top of every other.

In: a report as the terminal shows it, or a finished page. Out: HTML. None of it is ever published.
"""

from __future__ import annotations

import html
import re

ALL = "/_fouten/"
"""Where the whole report is; no page of the site has an address that begins with `_`."""
_BODY = re.compile(rb"<body\b[^>]*>")
_BANNER = """<aside aria-label="Fouten in de inhoud" style="position:relative;z-index:99;margin:0;padding:.5rem 1rem;\
background:#8b1a1a;color:#fff;font:1rem/1.5 system-ui,sans-serif">\
Er zijn fouten. U ziet deze pagina zoals zij vóór uw laatste wijziging was. \
<a href="{href}" style="color:#fff;text-decoration:underline">Lees wat er mis is</a></aside>"""
_OTHERS = '<p><a href="{href}">Alle fouten</a></p>\n'


def error_page(report: str, href: str = "") -> str:
    """A whole page that shows a report where the page would have been; `href` leads to the rest of it, if any."""
    others = _OTHERS.format(href=html.escape(href)) if href else ""
    return f"""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Deze pagina kan niet worden gemaakt</title>
</head>
<body>
<h1>Deze pagina kan niet worden gemaakt</h1>
<p>Herstel wat hieronder staat en sla het bestand op. Deze pagina ververst dan vanzelf.</p>
<pre>{html.escape(report)}</pre>
{others}</body>
</html>
"""


def with_banner(page: bytes, href: str) -> bytes:
    """A finished page of the last good site, with a line that leads to the report first in its body."""
    banner = _BANNER.format(href=html.escape(href)).encode()
    return _BODY.sub(lambda start: start.group() + banner, page, count=1)
