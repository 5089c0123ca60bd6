"""What a visitor finds on the finished pages of a build, and quick ways to have one more item in a project."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import Any

from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from binnenstad_site.core.urls import page_path
from binnenstad_site.pipeline import Build
from binnenstad_site.write.artifacts import CACHE_FOLDER, produce
from binnenstad_site.write.publish import publish
from tests.conftest import BASIS, ROOT

PRAKTIJK = "content/praktijken/leiden-proef.md"
KANS = "content/kansen/lege-panden.yaml"
VERSLAG = "content/verslagen/ronde-tafel.md"
LAST = "    wat: Eerste versie.\n"
"""Where the fields of an item of the small project end; `ingetrokken` and `aliases` go behind it."""
WITHDRAWN = LAST + "ingetrokken:\n  datum: 2026-10\n  reden: De bron bleek niet te kloppen.\n"


def lay_out(folder: Path) -> Path:
    """The small project in a folder, with the real templates, for a build that several tests look at."""
    shutil.copytree(BASIS / "content", folder / "content")
    (folder / "templates").symlink_to(ROOT / "templates")
    return folder


def write_site(build: Build, target: Path) -> None:
    """The whole site of a good build in a folder, with its search, fonts and documents and without share pictures."""
    assert not build.failed, build.diagnostics
    assert build.search
    assert build.data
    artifacts = produce((*build.fonts, *build.documents, *build.photos), ROOT / ".bouw" / CACHE_FOLDER)
    publish((*build.outputs, *build.search.files(), *build.data.files, *artifacts), target)


def picture_bytes(kind: str, size: tuple[int, int] = (2, 2), **options: Any) -> bytes:
    """A small picture of the kind that Pillow calls `kind`, as an editor could put beside an item."""
    written = io.BytesIO()
    Image.new("RGB", size, (120, 160, 90)).save(written, kind, **options)
    return written.getvalue()


def content_of(build: Build, path: str) -> bytes:
    """The bytes of a file of the site."""
    (output,) = (file for file in build.outputs if file.path == path)
    return output.read()


def text_file(build: Build, path: str) -> str:
    return content_of(build, path).decode("utf-8")


def page(build: Build, url: str) -> LexborHTMLParser:
    """The finished page at an address, without the base path."""
    return LexborHTMLParser(text_file(build, page_path(url)))


def first(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """The first element that `selector` finds; there must be one."""
    node = tree.css_first(selector)
    assert node is not None, f"no {selector}"
    return node


def attribute(tree: LexborHTMLParser | LexborNode, selector: str, name: str) -> str:
    """An attribute of the first element that `selector` finds."""
    return first(tree, selector).attributes[name] or ""


def words(node: LexborNode) -> str:
    """The text of an element with single spaces, also between elements; a no-break space counts as a space."""
    return " ".join(node.text(separator=" ").split())


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [words(node) for node in tree.css(selector)]


def links(tree: LexborHTMLParser, selector: str = "a") -> list[tuple[str, str]]:
    """Text and address of each link that `selector` finds."""
    return [(words(node), node.attributes.get("href") or "") for node in tree.css(selector)]


def addresses(tree: LexborHTMLParser, selector: str = "a") -> list[str]:
    return [address for _, address in links(tree, selector)]


def html_files(build: Build) -> dict[str, str]:
    """Every HTML file of the site by its path."""
    return {output.path: output.read().decode("utf-8") for output in build.outputs if output.path.endswith(".html")}


def add_praktijk(project: Path, slug: str, *changes: tuple[str, str]) -> None:
    """A praktijk like the one in Leiden, without named relatives, with pieces of its file replaced.

    It names itself where the other says Leiden, so that the two share no sentence.
    """
    text = (project / PRAKTIJK).read_text(encoding="utf-8")
    own = (("titel: Een proef in de hoofdstraat", f"titel: Praktijk {slug}"), ("verwant:\n  - deventer-makers\n", ""))
    for old, new in (*own, *changes):
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {PRAKTIJK}"
        text = text.replace(old, new)
    (project / f"content/praktijken/{slug}.md").write_text(text.replace("Leiden", slug), encoding="utf-8")
