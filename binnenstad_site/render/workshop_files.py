"""The files of the workshop: its printed set as PDF, and a ZIP with the same and a page that needs no network.

In: the page of the workshop, its data and the template of its report. Out: two `Artifact`. Equal keys give equal bytes:
neither file holds a date of its own. The content goes into the typesetting as JSON, so none of it is read as markup.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from binnenstad_site.core.outputs import Artifact
from binnenstad_site.core.versions import version_of
from binnenstad_site.pages import Page, PageBuilder
from binnenstad_site.pages.frames import Context
from binnenstad_site.pages.report_template import template_text
from binnenstad_site.pages.workshop import PDF, REPORT, ZIP, WerkplaatsPagina
from binnenstad_site.pages.workshop_set import workshop_set
from binnenstad_site.render.fonts import FACES, HEADING, TEXT

SET, OFFLINE, STYLE, SIGNS = "werkplaats.typ", "doos.html", "doos.css", "assets/beeld/tekens.svg"
MACROS = ("macros/workshop.html", "macros/lijsten.html", "macros/onderdeel.html", "macros/tekens.html")
"""Templates: those of the set and of the page in the ZIP, and what that page is made with."""
TYPESETTER = Path(__file__).with_name("typesetter.py")
FOLDER = "werkplaats-in-een-doos"
"""The folder in the ZIP."""
BEGIN, STYLE_NAME = "begin-hier.html", "stijl.css"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP can name: every file in it has that."""
READABLE = 0o644 << 16
STANDARD = "ua-1"
"""Checked while the PDF is made: tags, title, language, and an alternative for every picture."""
NO_GLYPH = "?"
"""Stands for a character that the letters do not have: the standard refuses a gap."""
_SIGN = re.compile(r'<symbol id="trend-(\w+)" (viewBox="[^"]*")>(.*?)</symbol>')


@dataclass(frozen=True)
class WorkshopFiles:
    """All that decides the two files."""

    page: Page
    data: str
    """The set as JSON."""
    report: bytes
    """The template of the report."""
    templates: Path

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        """The PDF and the ZIP, still to be made."""
        return (
            Artifact(PDF.removeprefix("/"), f"pdf-{self.pdf_key}", self.pdf),
            Artifact(ZIP.removeprefix("/"), f"zip-{self.zip_key}", self.zip),
        )

    @cached_property
    def pdf_key(self) -> str:
        """A digest of the data, the template, the letters, the typesetter and this code."""
        decided_by = sha256(repr((version_of("typst"), [face.axes for face in FACES])).encode())
        for part in (
            self.data.encode(),
            self._read(SET),
            self._read(SIGNS),
            *(file.read_bytes() for file in (Path(__file__), TYPESETTER)),
        ):
            decided_by.update(sha256(part).digest())
        for face in FACES:
            decided_by.update(face.digest)
        return decided_by.hexdigest()[:32]

    @cached_property
    def zip_key(self) -> str:
        """The same for all that lies in the ZIP."""
        decided_by = sha256(self.pdf_key.encode() + self.page.key + version_of("jinja2").encode())
        for part in (self.report, *map(self._read, (OFFLINE, STYLE, *MACROS))):
            decided_by.update(sha256(part).digest())
        return decided_by.hexdigest()[:32]

    def pdf(self) -> bytes:
        """The printed set, typeset once for itself and for the ZIP."""
        return self._set

    @cached_property
    def _set(self) -> bytes:
        return typeset(self._read(SET), self.templates, self.data, signs(self._read(SIGNS).decode()))

    def zip(self) -> bytes:
        """The set, a page with the script, and the template of the report, without compression that may differ."""
        names = [Path(address).name for address in (PDF, REPORT)]
        content = {
            BEGIN: offline_page(self.templates, self.page.context).encode(),
            names[0]: self.pdf(),
            names[1]: self.report,
            STYLE_NAME: self._read(STYLE),
        }
        return zipped(content)

    def _read(self, name: str) -> bytes:
        return (self.templates / name).read_bytes()


def workshop_files(builder: PageBuilder, pages: Iterable[Page], templates: Path) -> tuple[Artifact, ...]:
    """The files of the workshop, when a page offers them."""
    for page, entry in zip(_offering(pages), builder.site.werkplaats.values(), strict=True):
        report = template_text(builder, entry.item).encode()
        return WorkshopFiles(page, workshop_set(builder, entry), report, templates).artifacts
    return ()


def workshop_paths(pages: Iterable[Page]) -> frozenset[str]:
    """Where they will be, which takes no time to say."""
    return frozenset(path.removeprefix("/") for _ in _offering(pages) for path in (PDF, ZIP))


def _offering(pages: Iterable[Page]) -> Iterator[Page]:
    return (page for page in pages if page.kind is WerkplaatsPagina and page.listed)


def typeset(template: bytes, root: Path, data: str, drawings: Mapping[str, str]) -> bytes:
    """The PDF of this data; raises `RuntimeError` when the template is wrong or the standard is not met."""
    order = {
        "template": template.decode(),
        "root": str(root.resolve()),
        "fonts": [str(files(face.package).joinpath("files")) for face in (HEADING, TEXT)],
        "inputs": {"set": drawable(data), "tekens": json.dumps(drawings)},
        "standard": STANDARD,
    }
    program = [sys.executable, "-I", str(TYPESETTER)]
    asked = f"{os.getpid()}\n{json.dumps(order)}".encode()
    done = subprocess.run(program, input=asked, capture_output=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    return done.stdout


def drawable(text: str) -> str:
    """The text with only what the letters can draw."""
    known = _characters()
    return "".join(char if ord(char) in known or char in "\n\t" else NO_GLYPH for char in text)


@lru_cache(maxsize=1)
def _characters() -> frozenset[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above

    return frozenset(TTFont(io.BytesIO(TEXT.source), lazy=True).getBestCmap())


def signs(sheet: str) -> Mapping[str, str]:
    """The sign of each trend as an SVG of its own, in black."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" {}>{}</svg>'
    symbols = _SIGN.findall(sheet.replace("currentColor", "#000"))
    return {name: drawing.format(box, inner) for name, box, inner in symbols}


def offline_page(templates: Path, context: Context) -> str:
    """The page in the ZIP, which names the files beside it."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(OFFLINE).render(page=context)


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A ZIP of these files in one folder; equal content gives equal bytes, whatever compresses on this computer."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, content_of_file in sorted(content.items()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", EARLIEST)
            entry.external_attr, entry.create_system = READABLE, 3
            archive.writestr(entry, content_of_file)
    return written.getvalue()
