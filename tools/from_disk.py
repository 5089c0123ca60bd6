"""`make voorbeeld`: the site in `_site/` as a folder that opens without a web server, to send or to look at.

    python -m tools.from_disk [--site _site] [--out .bouw/voorbeeld]

Every address within the site becomes relative and names the file, for a browser opens no folder. Browsers refuse parts
of other drawings and modules of JavaScript from a disk: the drawings come into the page, and the modules are left out,
since pages are made to be read without. What a policy allows is told in terms of a host, so pages lose theirs here.
What only a search, a program or a reader of feeds asks for stays behind.
"""

from __future__ import annotations

import argparse
import posixpath
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

_LINK = re.compile(r'(?<=\s)(href|src|action)="(/(?!/)[^"#?]*)([^"]*)"')
_REFRESH = re.compile(r'(?<=content="0;url=)(/(?!/)[^"#?]*)')
_DROPPED = re.compile(
    r'<script type="module"[^>]*></script>|<meta http-equiv="Content-Security-Policy"[^>]*>|'
    r'<link rel="(?:alternate|preload|modulepreload)"[^>]*>'
)
_USE = re.compile(r'(<use\b[^>]*?\bhref=")(/[^"#]+)#([^"]+)"')
_ID = re.compile(r'(?<=\sid=")(?=[^"])')
_DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" aria-hidden="true"><defs>{}</defs></svg>'
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
LEFT_OUT = ("api", "feeds", "zoek", "admin", "_headers", "_redirects", "manifest.json")


def relative(html: str, page: str, base: str, site: Path) -> str:
    """A page with addresses as they are from its own place; `page` is its path in the site, `base` that of the site."""

    def to_file(address: str) -> str:
        path = address.removeprefix(base).lstrip("/")
        if not path or path.endswith("/") or (site / path).is_dir():
            path = posixpath.join(path, "index.html")
        return posixpath.relpath(path, posixpath.dirname(page) or ".")

    html = with_drawings(html, base, site)
    html = _REFRESH.sub(lambda match: to_file(match.group(1)), _DROPPED.sub("", html))
    return _LINK.sub(lambda match: f'{match[1]}="{to_file(match[2])}{match[3]}"', html)


def with_drawings(html: str, base: str, site: Path) -> str:
    """The page with the drawings of which it shows a part, each once at its end, under names that are not its own."""
    names = dict.fromkeys(match[2] for match in _USE.finditer(html))
    drawings = []
    for name in names:
        svg = (site / name.removeprefix(base).lstrip("/")).read_text(encoding="utf-8")
        inside = svg[svg.index(">", svg.index("<svg")) + 1 : svg.rindex("</svg>")]
        drawings.append(_ID.sub(f"los-{PurePosixPath(name).stem}-", inside))
    html = _USE.sub(lambda match: f'{match[1]}#los-{PurePosixPath(match[2]).stem}-{match[3]}"', html)
    return html.replace("</body>", _DRAWN.format("".join(drawings)) + "</body>") if drawings else html


def base_of(site: Path) -> str:
    """The path below which a site was made, without closing slash, by what its first page calls itself."""
    found = _CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    return urlsplit(found.group(1)).path.rstrip("/") if found else ""


def files_of(site: Path) -> Iterator[Path]:
    """What a reader opens, relative to the site."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site)
        if file.is_file() and path.parts[0] not in LEFT_OUT:
            yield path


def copy(site: Path, target: Path) -> int:
    """Replace the folder by such a copy; the number of pages."""
    shutil.rmtree(target, ignore_errors=True)
    base, pages = base_of(site), 0
    for path in files_of(site):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".html":
            html = (site / path).read_text(encoding="utf-8")
            (target / path).write_text(relative(html, path.as_posix(), base, site), encoding="utf-8", newline="\n")
            pages += 1
        else:
            shutil.copyfile(site / path, target / path)
    return pages


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the folder; status 2 when there is no site."""
    parser = argparse.ArgumentParser(prog="python -m tools.from_disk", description="De site om van schijf te openen.")
    parser.add_argument("--site", type=Path, default=Path("_site"), help="map met de gemaakte site (_site)")
    parser.add_argument("--out", type=Path, default=Path(".bouw/voorbeeld"), help="map die gemaakt wordt")
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        print(f"In {options.site} staat geen site. Maak hem eerst met: make", file=sys.stderr)
        return 2
    pages = copy(options.site, options.out)
    print(f"{pages} pagina's in {options.out}; open daar index.html in een browser.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
