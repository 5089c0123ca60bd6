"""Links and images in texts become addresses of the site, or are told at their place with what was meant."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.link.body_links import owner_of
from binnenstad_site.link.site import copy_path
from binnenstad_site.models.rows import ROWS
from binnenstad_site.validate.validator import validate
from tests.conftest import BASIS, build, codes_and_places, only_diagnostic
from tests.stages import PRAKTIJK, documents, line_of, linked, source
from tests.visiting import picture_bytes

PNG = picture_bytes("PNG")
PDF = b"%PDF-1.7\n"
HERE = "content/praktijken/leiden-proef.md"
PIECE = "De leegstand liep op."
Change = Callable[..., None]


def link_diagnostic(project: Path, text: str, path: str = HERE, piece: str = PIECE) -> Diagnostic:
    """The one thing that linking says about a text in one of its files."""
    file = project / path
    written = file.read_text(encoding="utf-8")
    assert written.count(piece) == 1
    file.write_text(written.replace(piece, text), encoding="utf-8")
    (diagnostic,) = linked(project).diagnostics
    return diagnostic


def address(project: Path, href: str, path: str = HERE, piece: str = PIECE, *, image: bool = False) -> str:
    """Where a link leads; the whole build must find nothing wrong with it."""
    file = project / path
    file.write_text(
        file.read_text(encoding="utf-8").replace(piece, f"{'!' if image else ''}[wat er staat]({href})"),
        encoding="utf-8",
    )
    result = build(project)
    assert codes_and_places(result) == []
    collection, slug = path.removeprefix("content/").removesuffix(".md").removesuffix("/index").split("/", 1)
    return linked(project).addresses(collection, slug)[href]


@pytest.fixture
def pictures(project: Path) -> Path:
    """The project in which deventer-makers and over have a picture and a PDF beside them."""
    folder = project / "content/praktijken/deventer-makers"
    folder.mkdir()
    text = (project / PRAKTIJK).read_text(encoding="utf-8").replace("](../trends", "](../../trends")
    (project / PRAKTIJK).unlink()
    (folder / "index.md").write_text(
        text + "\n![een plein](plein.png) en [het rapport](rapport.pdf)\n", encoding="utf-8"
    )
    (folder / "plein.png").write_bytes(PNG)
    (folder / "rapport.pdf").write_bytes(PDF)
    return project


@pytest.mark.parametrize(
    ("href", "to"),
    [
        ("../trends/anders-werken.md", "/trends/anders-werken/"),
        ("../trends/anders-werken.md#wat-weten-we", "/trends/anders-werken/#wat-weten-we"),
        ("../trends/anders-werken.md#bronnen", "/trends/anders-werken/#bronnen"),
        ("deventer-makers.md", "/praktijken/deventer-makers/"),
        ("./deventer-makers.md", "/praktijken/deventer-makers/"),
        ("deventer%2Dmakers.md", "/praktijken/deventer-makers/"),
        ("../praktijken/../trends/anders-werken.md", "/trends/anders-werken/"),
        ("../scenarios/binnenstad-united.md", "/scenarios/binnenstad-united/"),
        ("../verslagen/ronde-tafel.md#open-vragen", "/verslagen/ronde-tafel/#open-vragen"),
        ("../kansen/lege-panden.yaml", "/kansen/anders-werken/#kans-lege-panden"),
        ("../kansen/lege-panden.yaml#wat-dan-ook", "/kansen/anders-werken/#kans-lege-panden"),
        ("../agenda/open-dag.yaml", "/agenda/#open-dag"),
        ("../publicaties/de-nieuwe-binnenstad.yaml", "/publicaties/#de-nieuwe-binnenstad"),
        ("../begrippen.yaml#leegstand", "/begrippen/#leegstand"),
        ("../gemeenten.yaml#deventer", "/gemeenten/deventer/"),
        ("../paginas/over/index.md", "/over/"),
        ("../paginas/over/index.md#voor-wie", "/over/#voor-wie"),
        ("../paginas/over/redactie.md", "/over/redactie/"),
        ("../paginas/praktijken.md", "/praktijken/"),
        ("#aanpak", "#aanpak"),
        ("#bronnen", "#bronnen"),
        ("leiden-proef.md#aanpak", "/praktijken/leiden-proef/#aanpak"),
    ],
)
def test_a_file_becomes_its_address(project: Path, href: str, to: str) -> None:
    assert address(project, href) == to


def test_a_page_in_a_folder_links_from_where_it_lies(project: Path) -> None:
    path = "content/paginas/over/redactie.md"

    assert address(project, "../../trends/anders-werken.md", path, "Zie [over]") == "/trends/anders-werken/"


@pytest.mark.parametrize("href", ["https://x.nl/a", "http://x.nl"])
def test_an_address_elsewhere_stays(project: Path, change: Change, href: str) -> None:
    change(HERE, PIECE, f"[daar]({href})")

    assert codes_and_places(build(project)) == []
    assert href not in linked(project).addresses("praktijken", "leiden-proef")


@pytest.mark.parametrize(
    ("href", "code", "message", "hint"),
    [
        (
            "../trends/anders-werke.md",
            "kapotte-link",
            'Het bestand "../trends/anders-werke.md" bestaat niet',
            'Bedoelde u "../trends/anders-werken.md"?',
        ),
        (
            "../Trends/Anders-Werken.md",
            "kapotte-link",
            'Het bestand "../Trends/Anders-Werken.md" bestaat niet',
            'Bedoelde u "../trends/anders-werken.md"?',
        ),
        (
            "anders-werken.md",
            "kapotte-link",
            'Het bestand "anders-werken.md" bestaat niet',
            'Bedoelde u "../trends/anders-werken.md"?',
        ),
        (
            "../trends/anders-werken",
            "kapotte-link",
            'Het bestand "../trends/anders-werken" bestaat niet',
            'Bedoelde u "../trends/anders-werken.md"?',
        ),
        (
            "../trends/anders-werken.yaml",
            "kapotte-link",
            'Het bestand "../trends/anders-werken.yaml" bestaat niet',
            'Bedoelde u "../trends/anders-werken.md"?',
        ),
        (
            "../jij.yaml#anders-werken",
            "kapotte-link",
            'Het bestand "../jij.yaml" bestaat niet',
            "Controleer de naam van het bestand.",
        ),
        ("zzz.docx", "kapotte-link", 'Het bestand "zzz.docx" bestaat niet', "Controleer de naam van het bestand."),
        (
            "www.voorbeeld.example",
            "kapotte-link",
            'Het bestand "www.voorbeeld.example" bestaat niet',
            "Is het een webadres, typ dan https://www.voorbeeld.example",
        ),
        (
            "redactie@voorbeeld.example",
            "kapotte-link",
            'Het bestand "redactie@voorbeeld.example" bestaat niet',
            "Is het een mailadres, typ dan mailto:redactie@voorbeeld.example",
        ),
        ("../gemeenten.yaml#leidn", "kapot-anker", '"leidn" staat niet in gemeenten.yaml', 'Bedoelde u "leiden"?'),
        (
            "../begrippen.yaml",
            "kapot-anker",
            '"" staat niet in begrippen.yaml',
            "Zet achter # het woord uit het adres.",
        ),
        (
            "../begrippen.yaml#maker",
            "kapot-anker",
            '"maker" heeft geen uitleg en staat dus niet bij de begrippen',
            "Geef het begrip een uitleg, of haal de link weg.",
        ),
        (
            "../gemeenten.yaml#lelystad",
            "kapotte-link",
            "De gemeente lelystad heeft nog geen pagina, want er staat niets over op deze site",
            "Haal de link weg en houd de naam.",
        ),
        (
            "../trends/anders-werken.md#wat-weten-wij",
            "kapot-anker",
            'De kop "#wat-weten-wij" staat niet in content/trends/anders-werken.md',
            (
                'Bedoelde u "#wat-weten-we"? Kies uit: #in-het-kort, #wat-verandert-er, #wat-weten-we, '
                "#wat-weten-we-niet, #wat-betekent-dit-voor-uw-binnenstad, #vragen-om-te-stellen of #bronnen."
            ),
        ),
        (
            "#anpak",
            "kapot-anker",
            f'De kop "#anpak" staat niet in {HERE}',
            (
                'Bedoelde u "#aanpak"? Kies uit: #in-het-kort, #aanleiding, #aanpak, #resultaat, '
                "#wat-andere-gemeenten-hiervan-kunnen-leren of #bronnen."
            ),
        ),
        (
            "../paginas/meedoen.md#bronnen",
            "kapot-anker",
            'De kop "#bronnen" staat niet in content/paginas/meedoen.md',
            "Haal # en wat erachter staat weg.",
        ),
        (
            "#",
            "kapotte-link",
            "Deze link heeft geen adres",
            "Zet tussen de haakjes een bestand, zoals ../trends/anders-werken.md, of haal de link weg.",
        ),
        (
            "/trends/anders-werken/",
            "link-buiten-inhoud",
            "Hier staat een adres van de site, en geen bestand",
            "Verwijs naar een bestand in content, vanaf dit bestand gezien, zoals ../trends/anders-werken.md.",
        ),
        (
            "/over/redactie/",
            "link-buiten-inhoud",
            "Hier staat een adres van de site, en geen bestand",
            "Verwijs naar een bestand in content, vanaf dit bestand gezien, zoals ../paginas/over/redactie.md.",
        ),
        (
            "/zomaar",
            "link-buiten-inhoud",
            "Hier staat een adres van de site, en geen bestand",
            "Verwijs naar een bestand in content, vanaf dit bestand gezien, zoals ../trends/anders-werken.md.",
        ),
        (
            "../../README.md",
            "link-buiten-inhoud",
            "Deze link wijst buiten de inhoud",
            "Verwijs naar een bestand in content, vanaf dit bestand gezien, zoals ../trends/anders-werken.md.",
        ),
        (
            "%2e%2e/%2e%2e/README.md",
            "link-buiten-inhoud",
            "Deze link wijst buiten de inhoud",
            "Verwijs naar een bestand in content, vanaf dit bestand gezien, zoals ../trends/anders-werken.md.",
        ),
        (
            "../../../../etc/passwd",
            "link-buiten-inhoud",
            "Deze link wijst buiten de inhoud",
            "Verwijs naar een bestand in content, vanaf dit bestand gezien, zoals ../trends/anders-werken.md.",
        ),
        (
            "..",
            "link-buiten-inhoud",
            "Deze link wijst buiten de inhoud",
            "Verwijs naar een bestand in content, vanaf dit bestand gezien, zoals ../trends/anders-werken.md.",
        ),
    ],
)
def test_a_link_that_leads_nowhere(project: Path, href: str, code: str, message: str, hint: str) -> None:
    diagnostic = link_diagnostic(project, f"Zie [dit]({href}).")

    assert (diagnostic.code.value, diagnostic.message, diagnostic.hint) == (code, message, hint)
    column = len("Zie [dit](") + 1
    assert diagnostic.location == Location(HERE, line_of(source(HERE), PIECE), column, column + len(href))


def test_a_link_without_address(project: Path) -> None:
    diagnostic = link_diagnostic(project, "Zie [dit]().")

    assert (diagnostic.code, diagnostic.message) == (Code.KAPOTTE_LINK, "Deze link heeft geen adres")
    assert diagnostic.location.line == line_of(source(HERE), PIECE)


@pytest.mark.parametrize("anchor", ["kaart", "zoekveld", "top", "menu", "bron-1", "noot-1-1", "begrip-leegstand"])
def test_places_that_templates_make_are_not_for_texts(project: Path, anchor: str) -> None:
    """They come and go with the page; on the page where a text shows they may not be there."""
    assert link_diagnostic(project, f"[x](#{anchor})").code is Code.KAPOT_ANKER


def test_the_hint_is_seen_from_the_page(project: Path) -> None:
    diagnostic = link_diagnostic(
        project, "[x](/trends/anders-werken/)", "content/paginas/over/redactie.md", "Zie [over](index.md#voor-wie)."
    )

    assert diagnostic.hint.endswith("zoals ../../trends/anders-werken.md.")


def test_a_picture_beside_the_item(pictures: Path) -> None:
    assert codes_and_places(build(pictures)) == []
    result = linked(pictures)

    assert result.addresses("praktijken", "deventer-makers")["plein.png"] == "/praktijken/deventer-makers/plein.png"
    assert set(result.site.copies) == {"praktijken/deventer-makers/plein.png", "praktijken/deventer-makers/rapport.pdf"}


def test_a_picture_of_another_item(pictures: Path) -> None:
    """It is copied once, below the item that it lies beside."""
    assert address(pictures, "deventer-makers/plein.png", image=True) == "/praktijken/deventer-makers/plein.png"


def test_a_picture_that_pages_in_a_folder_share(project: Path) -> None:
    (project / "content/paginas/over/plein.png").write_bytes(PNG)
    path = "content/paginas/over/redactie.md"

    assert address(project, "plein.png", path, "Zie [over](index.md#voor-wie).", image=True) == "/over/plein.png"


def test_a_picture_in_a_folder_without_a_page(project: Path) -> None:
    (project / "content/paginas/los").mkdir()
    (project / "content/paginas/los/plein.png").write_bytes(PNG)
    diagnostic = link_diagnostic(project, "![x](../paginas/los/plein.png)")

    assert (diagnostic.code, diagnostic.message) == (
        Code.KAPOTTE_LINK,
        'Het bestand "../paginas/los/plein.png" hoort bij geen item',
    )


def test_a_picture_outside_a_folder_is_told_once(project: Path) -> None:
    """By reading, at the picture."""
    (project / "content/praktijken/plein.png").write_bytes(PNG)
    (project / HERE).write_text(source(HERE).replace(PIECE, "![x](plein.png)"), encoding="utf-8")

    assert only_diagnostic(build(project)).location.path == "content/praktijken/plein.png"


def test_a_picture_of_an_item_with_errors_is_not_told(pictures: Path, change: Change) -> None:
    change("content/praktijken/deventer-makers/index.md", "status: loopt", "status: lopt")
    change(HERE, PIECE, "![x](deventer-makers/plein.png)")

    assert only_diagnostic(build(pictures)).code is Code.ONBEKENDE_KEUZE


@pytest.mark.parametrize(
    ("image", "code", "message", "hint"),
    [
        (
            "plijn.png",
            "ontbrekende-afbeelding",
            'De afbeelding "plijn.png" bestaat niet',
            'Bedoelde u "plein.png"? Kies uit: plein.png of rapport.pdf.',
        ),
        ("", "ontbrekende-afbeelding", 'De afbeelding "" bestaat niet', "Kies uit: plein.png of rapport.pdf."),
        ("#aanpak", "ontbrekende-afbeelding", 'De afbeelding "" bestaat niet', "Kies uit: plein.png of rapport.pdf."),
        (
            "rapport.pdf",
            "ontbrekende-afbeelding",
            'De afbeelding "rapport.pdf" bestaat niet',
            'Bedoelde u "rapport.pdf"? Kies uit: plein.png of rapport.pdf.',
        ),
        (
            "../../trends/anders-werken.md",
            "ontbrekende-afbeelding",
            'De afbeelding "../../trends/anders-werken.md" bestaat niet',
            "Kies uit: plein.png of rapport.pdf.",
        ),
        (
            "/plein.png",
            "link-buiten-inhoud",
            "Hier staat een adres van de site, en geen bestand",
            "Verwijs naar een bestand in content, vanaf dit bestand gezien, zoals ../../trends/anders-werken.md.",
        ),
        (
            "https://x.nl/plein.png",
            "link-buiten-inhoud",
            "Deze afbeelding staat op een andere site",
            "Bewaar de afbeelding in content/praktijken/deventer-makers/ en noem haar hier zo: plein.jpg.",
        ),
        (
            "mailto:a@x.nl",
            "link-buiten-inhoud",
            "Deze afbeelding staat op een andere site",
            "Bewaar de afbeelding in content/praktijken/deventer-makers/ en noem haar hier zo: plein.jpg.",
        ),
    ],
)
def test_a_picture_that_is_not_there(pictures: Path, image: str, code: str, message: str, hint: str) -> None:
    diagnostic = link_diagnostic(pictures, f"![wat er staat]({image})", "content/praktijken/deventer-makers/index.md")

    assert (diagnostic.code.value, diagnostic.message, diagnostic.hint) == (code, message, hint)


def test_without_a_folder_the_hint_says_to_make_one(project: Path) -> None:
    hint = "Zet de afbeelding in content/praktijken/leiden-proef/ en noem haar hier zo: leiden-proef/plein.jpg."
    assert link_diagnostic(project, "![x](plein.png)").hint == hint


def test_a_link_to_an_item_with_errors_is_not_told(project: Path, change: Change) -> None:
    change("content/trends/anders-werken.md", "dossier: beknopt", "dossier: kort")

    assert only_diagnostic(build(project)).location.path == "content/trends/anders-werken.md"


def test_a_link_to_a_trend_that_is_gone_is_not_told(project: Path) -> None:
    """The folder of trends tells it, once."""
    (project / "content/trends/anders-werken.md").unlink()

    assert only_diagnostic(build(project)).code is Code.GESLOTEN_LIJST


@pytest.mark.parametrize("data", [b"", b"\xff", b"geen velden"])
def test_a_link_to_an_unreadable_item_is_not_told(project: Path, data: bytes) -> None:
    (project / "content/trends/anders-werken.md").write_bytes(data)

    assert only_diagnostic(build(project)).location.path == "content/trends/anders-werken.md"


def test_a_gemeente_that_only_a_broken_item_names_is_not_told(project: Path, change: Change) -> None:
    """With the item right again it has its page."""
    change("content/paginas/meedoen.md", "Vertel wat u deed.", "Zie [Leiden](../gemeenten.yaml#leiden).")
    change(HERE, "status: loopt", "status: lopt")

    assert only_diagnostic(build(project)).location.path == HERE


def test_a_gemeente_that_had_a_page_keeps_it(project: Path, change: Change) -> None:
    (project / "content/gepubliceerde-adressen.txt").write_text("/gemeenten/lelystad/\n", encoding="utf-8")
    change(HERE, PIECE, "[x](../gemeenten.yaml#lelystad)")
    result = linked(project, ("/gemeenten/lelystad/", "/gemeenten/", "/over/lelystad/", "/"))

    assert codes_and_places(build(project)) == []
    assert result.addresses("praktijken", "leiden-proef")["../gemeenten.yaml#lelystad"] == "/gemeenten/lelystad/"


def test_an_entry_of_a_list_with_errors_is_not_told(project: Path, change: Change) -> None:
    change("content/gemeenten.yaml", "provincie: Zuid-Holland", "provincie: Holland")
    change("content/paginas/meedoen.md", "Vertel wat u deed.", "Zie [Leiden](../gemeenten.yaml#leiden).")

    assert only_diagnostic(build(project)).location.path == "content/gemeenten.yaml"


@settings(max_examples=200)
@given(st.text(max_size=30) | st.text("./#%20abdgmnyrst-wek", max_size=30) | st.sampled_from(("//x.nl", "a:b", "\\x")))
def test_any_link_is_resolved_or_told(href: str) -> None:
    """Whatever stands between the brackets: an address on the site, or a message inside the file, comes of it."""
    try:
        swapped = documents(HERE, source(HERE).replace(PIECE, f"[x](<{href}>) ![y](<{href}>)"))[0]
    except IndexError:  # not a text that can be read
        return
    result = linked(BASIS, swapped=swapped)
    for link, to in result.site.links.get(("praktijken", "leiden-proef"), {}).items():
        told_of = [d for d in result.diagnostics if d.location.path == HERE]
        assert to.startswith(("/", "#")) or told_of, link
    for diagnostic in result.diagnostics:
        assert diagnostic.location.line <= source(HERE).count("\n") + 1
        assert diagnostic.message
        assert diagnostic.hint


@pytest.mark.parametrize(
    ("path", "ref"),
    [
        ("content/praktijken/x/plein.png", ("praktijken", "x")),
        ("content/paginas/over/plein.png", ("paginas", "over")),
        ("content/paginas/over/team/plein.png", ("paginas", "over/team")),
        ("content/praktijken/plein.png", ("praktijken", "")),
    ],
)
def test_the_item_that_a_file_lies_beside(path: str, ref: tuple[str, str]) -> None:
    assert owner_of(path) == ref


@pytest.mark.parametrize(
    ("path", "name", "to"),
    [
        (PRAKTIJK, "a.png", "praktijken/deventer-makers/a.png"),
        ("content/paginas/over/redactie.md", "a.png", "over/redactie/a.png"),
        ("content/kansen/lege-panden.yaml", "a.png", "kansen/anders-werken/a.png"),
    ],
)
def test_where_a_file_beside_an_item_goes(path: str, name: str, to: str) -> None:
    doc = documents(path)[0]
    entry = validate(doc, ROWS[doc.collection]).entry
    assert entry is not None

    assert copy_path(entry, f"content/zomaar/{name}") == to
    assert posixpath.normpath(to) == to
    assert re.fullmatch(r"[a-z0-9/.-]+", to)
