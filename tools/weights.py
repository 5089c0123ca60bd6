"""What a visitor has to load: a page with its style, scripts, drawings and fonts, in bytes after gzip."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator
from functools import cache

from binnenstad_site.pipeline import Build
from binnenstad_site.render.fonts import FOREIGN, FOREIGN_FACES

KIB = 1024
"""Bytes."""
PAGE_BAR, LIST_BAR = 60 * KIB, 90 * KIB
"""What a page weighs at most with everything loaded; a page that holds a whole list may weigh more."""
LISTS = re.compile(
    r"praktijken/((trend|status|provincie|bewijs)/[^/]+/)?index\.html"
    r"|(kansen|voorspellingen|begrippen|publicaties|wijzigingen|zoeken|over/vormgeving)/index\.html"
)
_LOADED = re.compile(r'<(?:script|link|use)\b[^>]*?\b(?:src|href)="(/(?:assets|zoek)/[^"#]+)')
_FOREIGN_FILES = tuple(face.name for face in FOREIGN_FACES)
_IMPORTED = re.compile(r"""\bimport\s*(?:\{[^}]*\}\s*from\s*)?["'](\./[^"']+)["']""")


class Files:
    """The finished site, with the size of each file."""

    def __init__(self, build: Build) -> None:
        """Makes the fonts, which a build leaves for later."""
        html = (output for output in build.outputs if output.path.endswith(".html"))
        self.pages = {output.path: output.read().decode("utf-8") for output in html}
        loadable = (output for output in build.outputs if output.path.startswith(("assets/", "zoek/")))
        self.content = {output.path: output.read() for output in loadable}
        self.content |= {font.path: font.make() for font in build.fonts}
        self._foreign = [font.path for font in build.fonts if font.path.endswith(_FOREIGN_FILES)]
        self.size = cache(self._size)

    def _size(self, path: str) -> int:
        """As it is sent; fonts are packed already."""
        content = self.content[path]
        return len(content) if path.endswith(".woff2") else len(gzip.compress(content))

    def loaded(self, html: str) -> frozenset[str]:
        """Every file that a page loads: what its scripts import too, and fonts for the foreign letters in it."""
        named = (name for address in _LOADED.findall(html) for name in self._with_imports(address[1:]))
        return frozenset((*named, *(self._foreign if FOREIGN & set(html) else ())))

    def _with_imports(self, path: str) -> Iterator[str]:
        yield path
        if path.endswith(".js"):
            for name in _IMPORTED.findall(self.content[path].decode("utf-8")):
                yield from self._with_imports(posixpath.normpath(posixpath.join(posixpath.dirname(path), name)))

    def weight(self, html: str) -> int:
        """Bytes of a page with everything it loads."""
        return len(gzip.compress(html.encode("utf-8"))) + sum(self.size(name) for name in self.loaded(html))
