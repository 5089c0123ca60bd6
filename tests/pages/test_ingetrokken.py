"""An item that no longer counts keeps its page and leaves everything else; a published address keeps a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import build, found
from tests.visiting import (
    KANS,
    LAST,
    PRAKTIJK,
    VERSLAG,
    WITHDRAWN,
    addresses,
    first,
    html_files,
    page,
    text_file,
    texts,
    words,
)

Change = Callable[..., None]
PUBLISHED = "content/gepubliceerde-adressen.txt"


class TestWithdrawn:
    """`ingetrokken` says why; the address stays."""

    @pytest.mark.parametrize(
        ("file", "url"),
        [(PRAKTIJK, "/praktijken/leiden-proef/"), (VERSLAG, "/verslagen/ronde-tafel/")],
    )
    def test_the_page_says_why_and_nothing_leads_to_it(
        self, project: Path, change: Change, file: str, url: str
    ) -> None:
        change(file, LAST, WITHDRAWN)
        built = build(project)
        reason = "Ingetrokken (oktober 2026). De bron bleek niet te kloppen."

        assert found(built) == []
        assert reason in words(first(page(built, url), ".ingetrokken"))
        for path, html in html_files(built).items():
            if path not in (f"{url[1:]}index.html", "wijzigingen/index.html"):
                assert f'href="{url}"' not in html, path
        assert built.search is not None
        for output in (*built.outputs, *built.search.files()):
            if output.path.startswith("zoek/") or output.path == "sitemap.xml":
                assert url.encode() not in output.read(), output.path

    def test_what_changed_stays_history(self, project: Path, change: Change) -> None:
        """The list of changes and the feed tell what happened to an item, also to one that was withdrawn since."""
        change(PRAKTIJK, LAST, WITHDRAWN)
        built = build(project)
        assert "/praktijken/leiden-proef/" in addresses(page(built, "/wijzigingen/"), "main a")
        assert "https://binnenstad.example/praktijken/leiden-proef/" in text_file(built, "feeds/alles.xml")

    def test_a_kans_on_the_page_of_its_trend(self, project: Path, change: Change) -> None:
        """Its anchor stays, with the reason; it counts nowhere and is found nowhere."""
        change(KANS, LAST, WITHDRAWN)
        built = build(project)
        tree = page(built, "/kansen/anders-werken/")

        assert found(built) == []
        assert "De bron bleek niet te kloppen." in words(first(tree, "#kans-lege-panden"))
        assert "Bij deze trend staat nog geen kans." in texts(tree, ".leeg")
        assert texts(page(built, "/kansen/"), ".aantal") == ["0 kansen"]
        for url in ("/trends/anders-werken/", "/scenarios/binnenstad-united/", "/praktijken/deventer-makers/"):
            assert "/kansen/anders-werken/#kans-lege-panden" not in addresses(page(built, url)), url

    def test_without_a_date(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, LAST, WITHDRAWN.replace("  datum: 2026-10\n", ""))
        tree = page(build(project), "/praktijken/leiden-proef/")
        assert "Ingetrokken. De bron bleek niet te kloppen." in words(first(tree, ".ingetrokken"))

    def test_a_standing_page_and_the_introduction_of_a_list(self, project: Path, change: Change) -> None:
        """A pagina keeps its page; the list goes on without its introduction."""
        gone = "gecontroleerd: 2026-11\ningetrokken:\n  reden: Dit geldt niet meer voor deze site.\n"
        for name in ("meedoen", "praktijken"):
            change(f"content/paginas/{name}.md", "gecontroleerd: 2026-11\n", gone)
        built = build(project)

        assert found(built) == []
        assert "Dit geldt niet meer voor deze site." in words(first(page(built, "/meedoen/"), ".ingetrokken"))
        assert "/meedoen/" not in text_file(built, "sitemap.xml")
        assert "Elk voorbeeld heeft een paspoort." not in words(first(page(built, "/praktijken/"), "main"))
        assert texts(page(built, "/praktijken/"), "h1") == ["Praktijken"]

    def test_the_gemeente_it_names_keeps_a_page(self, project: Path, change: Change) -> None:
        """Its page names the gemeente with a link, so there is a page, which says that there is nothing now."""
        change(PRAKTIJK, LAST, WITHDRAWN)
        built = build(project)
        assert "/gemeenten/leiden/" in addresses(page(built, "/praktijken/leiden-proef/"), "main a")
        assert texts(page(built, "/gemeenten/leiden/"), "#praktijken h3") == ["Nu geen praktijken uit Leiden"]

    def test_links_to_it_still_lead_there(self, project: Path, change: Change) -> None:
        change(VERSLAG, LAST, WITHDRAWN)
        change("content/paginas/meedoen.md", "Vertel", "Lees [het verslag](../verslagen/ronde-tafel.md). Vertel")
        built = build(project)
        assert found(built) == []
        assert "/verslagen/ronde-tafel/" in addresses(page(built, "/meedoen/"), "main a")


class TestPublished:
    """What was published once keeps a page."""

    def test_a_gemeente_without_items(self, project: Path) -> None:
        """Lelystad has nothing, and no page; had it one before, it keeps it, outside the numbers."""
        assert "/gemeenten/lelystad/" not in build(project).addresses
        (project / PUBLISHED).write_text("/gemeenten/lelystad/\n", encoding="utf-8")
        built = build(project)
        assert found(built) == []
        assert texts(page(built, "/gemeenten/lelystad/"), "#praktijken h3") == ["Nu geen praktijken uit Lelystad"]
        assert "/gemeenten/lelystad/" in addresses(page(built, "/gemeenten/"))

    def test_a_text_may_link_to_it_then(self, project: Path, change: Change) -> None:
        change("content/paginas/meedoen.md", "Vertel", "Kijk in [Lelystad](../gemeenten.yaml#lelystad). Vertel")
        assert [code for code, *_ in found(build(project))] == ["kapotte-link"]
        (project / PUBLISHED).write_text("/gemeenten/lelystad/\n", encoding="utf-8")
        assert found(build(project)) == []

    @pytest.mark.parametrize(
        ("path", "old", "new"),
        [
            ("trends/anders-werken.md", "volgorde: 4", "volgorde: 4: x"),
            ("trends/anders-werken.md", "dossier: beknopt", "dossier: kort"),
            ("scenarios/binnenstad-united.md", "digitalisering:", "digitaal:"),
            ("praktijken/leiden-proef.md", "status: loopt", "status: lopt"),
            ("verslagen/ronde-tafel.md", "datum: 2024-04-18", "datum: 18-04-2024"),
            ("kansen/lege-panden.yaml", "fase: nu", "fase: straks"),
            ("gemeenten.yaml", "naam: Leiden", "naam: Leiden: stad"),
            ("gemeenten.yaml", "naam: Leiden", "noam: Leiden"),
            ("begrippen.yaml", "term: leegstand", "term: leegstand: x"),
            ("paginas/over/index.md", "titel:", "titl:"),
            ("publicaties/de-nieuwe-binnenstad.yaml", "uitgever:", "uitgevr:"),
            ("agenda/open-dag.yaml", "plaats:", "plaat:"),
        ],
    )
    def test_a_broken_file_counts_as_existing(
        self, project: Path, change: Change, path: str, old: str, new: str
    ) -> None:
        """With every address published, one mistake in a file is one message, at that file."""
        listed = sorted(address for address in build(project).addresses if address.endswith("/"))
        (project / PUBLISHED).write_text("\n".join([*listed, ""]), encoding="utf-8")
        change(f"content/{path}", old, new)
        built = build(project)
        assert [(d.severity, d.location.path) for d in built.diagnostics] == [("error", f"content/{path}")]
