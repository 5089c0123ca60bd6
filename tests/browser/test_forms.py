"""An editor fills in the forms at `/admin/`, over a folder of files, and `check` takes what they write."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page

from binnenstad_site.cli.cms_program import with_forms
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.load.documents import CONTENT
from binnenstad_site.pipeline import Build, Options, Session
from binnenstad_site.write.publish import publish
from tests.conftest import ROOT, TODAY
from tests.visiting import lay_out, picture_bytes
from tools.proef import serving

pytestmark = pytest.mark.browser

WORDS = "content/zoekwoorden.yaml"
OLD, NEW = "content/praktijken/deventer-makers.md", "content/praktijken/een-markt-voor-vakwerk.md"
FOLDER_OF_THE_BROWSER = """
window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("project");
FileSystemHandle.prototype.requestPermission = async () => "granted";
"""
"""A window to choose a folder is the one thing that a browser without windows has not got."""
LAY_OUT = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of [...Object.entries(files), [".git/HEAD", ""]]) {
    const parts = path.split("/");
    let folder = await root.getDirectoryHandle("project", { create: true });
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
READ = """async () => {
  const files = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
      else files[path + name] = [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("project"), "");
  return files;
}"""


def _project(folder: Path) -> Path:
    project = lay_out(folder)
    (project / "node_modules").symlink_to(ROOT / "node_modules")
    settings = project / CONTENT / "site.yaml"
    repository = "repository:\n  url: https://github.com/voorbeeld/de-nieuwe-binnenstad\n"
    settings.write_text(settings.read_text("utf-8").replace("licentie:", f"{repository}licentie:"), "utf-8")
    section = """
# Uitkomst: "doel" hoort erbij
- naam: "niet gehaald"
  kenmerk: uitkomst
  waarden:
    - niet-gehaald
  woorden:
    - 'doel niet gehaald'
# Einde
"""
    (project / WORDS).write_text((project / WORDS).read_text("utf-8") + section, "utf-8")
    return project


def _built(project: Path) -> Build:
    build = Session(project).build(Options(TODAY, forms=True))
    assert [found for found in build.diagnostics if found.code is not Code.NIEUW_ADRES] == []
    return build


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _project(tmp_path_factory.mktemp("formulieren"))


@pytest.fixture(scope="module")
def context(browser: Browser, project: Path) -> Iterator[BrowserContext]:
    """A browser in English, with the project in a folder of its own; whatever is asked elsewhere fails the test."""
    build = _built(project)
    publish(with_forms(build.outputs, project, build.settings, build.address), project / "_site")
    texts = {
        path.relative_to(project).as_posix(): path.read_text("utf-8") for path in (project / CONTENT).rglob("*.[my]*")
    }
    asked: list[str] = []
    with serving(project / "_site") as address:
        context = browser.new_context(base_url=address, locale="en-GB", viewport={"width": 1400, "height": 14_000})
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto("/robots.txt")
        page.evaluate(LAY_OUT, texts)
        page.close()
        context.add_init_script(FOLDER_OF_THE_BROWSER)
        yield context
        context.close()
        assert [url for url in asked if not url.startswith((address, "blob:", "data:"))] == []


@pytest.fixture(scope="module")
def page(context: BrowserContext) -> Iterator[Page]:
    """The forms over that folder; the tests are one visit."""
    page = context.new_page()
    page.set_default_timeout(60_000)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto("/admin/")
    page.get_by_role("button", name="Werken met een lokale repository").click()
    page.get_by_text("Collecties").first.wait_for()
    yield page
    page.close()
    assert complaints == []


def at(page: Page, path: str) -> Locator:
    """The field at a path, such as `bronnen.0.titel`."""
    return page.locator(f'[data-key-path="{path}"]').first


def fill(page: Page, **values: str) -> None:
    """Type in fields; `__` in a name is a dot."""
    for name, value in values.items():
        at(page, name.replace("__", ".")).locator("input, textarea").first.fill(value)


def choose(page: Page, path: str, *labels: str) -> None:
    field = at(page, path)
    for label in labels:
        one, more = (field.get_by_role(role, name=label, exact=True) for role in ("radio", "checkbox"))
        if (shown := one.or_(more)).count():  # few choices all stand in the form
            shown.first.click()
        else:
            field.get_by_role("combobox").first.click()
            page.get_by_role("option", name=label, exact=True).first.click()


def add(page: Page, path: str, *texts: str) -> None:
    """One more entry in a list; with texts, so many entries of one text."""
    for number, text in enumerate(texts or ("",)):
        at(page, path).get_by_role("button", name="toevoegen").last.click()
        if texts:
            fill(page, **{f"{path}.{number}": text})


def save(page: Page) -> dict[str, bytes]:
    """What lies in the folder after a save that nothing stopped: then the form closes."""
    form = page.url
    page.get_by_role("button", name="Opslaan", exact=True).click()
    page.wait_for_url(lambda url: url != form)
    return {path: bytes(numbers) for path, numbers in page.evaluate(READ).items()}


def changed(project: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """Those of the files that the project does not have like that."""
    return {
        path: content
        for path, content in files.items()
        if path.startswith(CONTENT) and not ((project / path).is_file() and (project / path).read_bytes() == content)
    }


def lay(project: Path, files: dict[str, bytes]) -> None:
    """Put what the forms wrote in the project."""
    for path, content in files.items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_bytes(content)


def test_one_changed_field_is_one_changed_line(page: Page, project: Path) -> None:
    page.goto("/admin/#/collections/praktijken/entries/deventer-makers")
    fill(page, plek="De markt en de hoofdstraat")
    (written,) = changed(project, save(page)).items()
    before, after = (project / OLD).read_text("utf-8"), written[1].decode("utf-8")
    lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert written[0] == OLD
    assert lines == ["- plek: De hoofdstraat", "+ plek: De markt en de hoofdstraat"]
    (project / OLD).write_text(after, "utf-8", newline="\n")
    _built(project)


def test_a_list_keeps_its_comments_and_quotes(page: Page, project: Path) -> None:
    """Also those before an entry that gets another name."""
    page.goto("/admin/#/collections/zoekwoorden/entries/lijst")
    at(page, "lijst").get_by_role("button", name="Alles uitvouwen").click()
    fill(page, lijst__0__naam="gestopt of niet begonnen", lijst__2__naam="doel niet gehaald of niet begonnen")
    (written,) = changed(project, save(page)).items()
    before, after = (project / WORDS).read_text("utf-8"), written[1].decode("utf-8")
    lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert written[0] == WORDS
    assert lines == [
        "- - naam: gestopt",
        "+ - naam: gestopt of niet begonnen",
        '- - naam: "niet gehaald"',
        "+ - naam: doel niet gehaald of niet begonnen",
    ]
    lay(project, {WORDS: written[1]})
    _built(project)


def test_a_photo_goes_into_the_folder_of_its_praktijk(page: Page, project: Path) -> None:
    page.goto("/admin/#/collections/praktijken/entries/deventer-makers")
    at(page, "foto").get_by_text("toevoegen").first.click()
    content = picture_bytes("JPEG", (1800, 200))
    picture = FilePayload(name="Markt in Deventer.jpg", mimeType="image/jpeg", buffer=content)
    at(page, "foto.bestand").locator("input[type=file]").first.set_input_files(picture)
    at(page, "foto.bestand").get_by_text("markt-in-deventer.webp").wait_for()
    fill(page, foto__beschrijving="Kramen met vakwerk op de markt.", foto__maker="Gemeente Deventer", foto__jaar="2024")
    before = (project / OLD).read_text("utf-8")
    files = changed(project, save(page))
    assert sorted(files) == [OLD, "content/praktijken/deventer-makers/markt-in-deventer.webp"]
    lines = difflib.ndiff(before.splitlines(), files[OLD].decode("utf-8").splitlines())
    assert [line[2:] for line in lines if line[0] in "+-"] == [
        "foto:",
        "  bestand: deventer-makers/markt-in-deventer.webp",
        "  beschrijving: Kramen met vakwerk op de markt.",
        "  maker: Gemeente Deventer",
        "  jaar: 2024",
    ]
    lay(project, files)
    assert [photo.path for photo in _built(project).photos] == ["praktijken/deventer-makers/markt-in-deventer.webp"]


@pytest.mark.nacht  # some 25 seconds
def test_a_new_praktijk_with_every_kind_of_field(page: Page, project: Path) -> None:
    page.goto("/admin/#/collections/praktijken/new")
    fill(
        page,
        titel="Een markt voor vakwerk",
        in_een_zin="Een gemeente geeft makers elke zaterdag een kraam voor hun vakwerk.",
        plek="De markt: het plein",
        opgave="Makers hebben geen plek waar zij hun werk laten zien.",
        status_peildatum="2024",
        periode__start="2021-03",
        periode__eind="heden",
        bewijs_reden="Een stuk in de krant telt de kramen, maar niemand heeft de omzet gemeten.",
        gecontroleerd="2026-11",
    )
    choose(page, "gemeenten", "Deventer")
    choose(page, "trends", "Anders werken")
    choose(page, "instrumenten", "ruimte", "geld")
    choose(page, "aanpakken", "Makers op proef in lege panden")
    choose(page, "status", "loopt")
    choose(page, "kosten.klasse", "tot-50.000")
    choose(page, "bewijs", "1: beschreven")
    add(page, "kosten.bron", "krant-2024")
    add(page, "kosten.bedragen")
    fill(page, kosten__bedragen__0__bedrag="€ 12.000", kosten__bedragen__0__euro_van="12000")
    fill(page, kosten__bedragen__0__jaar="2021", kosten__bedragen__0__wie="gemeente Deventer")
    fill(page, kosten__bedragen__0__waarvoor="kramen en stroom")
    add(page, "kosten.bedragen.0.bron", "krant-2024")
    add(page, "kaartpunten")
    fill(page, kaartpunten__0__plaats="Deventer", kaartpunten__0__lat="52.250", kaartpunten__0__lon="6.163")
    add(page, "partijen", "gemeente, opdrachtgever", "winkeliers: de helft")
    add(page, "resultaten")
    fill(page, resultaten__0__tekst="Elke zaterdag staan er tien kramen.")
    add(page, "resultaten.0.bron", "krant-2024")
    add(page, "lessen")
    fill(page, lessen__0__tekst="Begin met een enkele zaterdag.")
    choose(page, "lessen.0.afgeleid", "ja")
    add(page, "eerste_stappen", "Tel de makers.", "Kies een plein.", "Bel de marktmeester.")
    add(page, "bronnen")
    fill(page, bronnen__0__sleutel="krant-2024", bronnen__0__titel="Een stuk in de krant: de markt")
    fill(page, bronnen__0__uitgever="De Krant", bronnen__0__url="https://krant.example/markt")
    fill(page, bronnen__0__datum="2024-05", bronnen__0__geraadpleegd="2026-11")
    add(page, "wijzigingen")
    at(page, "wijzigingen.0.datum").locator("input").first.fill("2026-11-20")
    choose(page, "wijzigingen.0.soort", "groot")
    fill(page, wijzigingen__0__wat="Eerste versie.")
    body = at(page, "body").locator("textarea")
    template = body.input_value()
    told = "Makers staan elke zaterdag op de markt [@krant-2024]. De gemeente zet de kramen neer en rekent geen huur. "
    body.fill(
        template.replace("<vul in>", told + "Winkeliers helpen mee, en na de zomer telt de gemeente wie er kwam.")
    )
    files = changed(project, save(page))
    assert NEW in files, json.dumps(sorted(files))
    lay(project, files)
    _built(project)


def test_mistakes_are_told_in_dutch_and_not_saved(page: Page) -> None:
    """Or nobody can make them: a choice has no bullet, a group no text, an entry no forgotten dash."""
    page.goto("/admin/#/collections/praktijken/new")
    fill(page, titel="Een **vette** titel", gecontroleerd="12 mei 2026", in_een_zin="te kort", plek="• ruimte")
    fill(page, bewijs_reden="Het cafÃ© is geteld.", periode__start="maart 2024")
    add(page, "eerste_stappen", "1. Bel de makers.")
    add(page, "bronnen")
    fill(page, bronnen__0__sleutel="De Krant 2024", bronnen__0__url="http://intranet/documenten/markt.pdf")
    page.get_by_role("button", name="Opslaan", exact=True).click()
    at(page, "opgave").get_by_text("Dit veld is verplicht").wait_for()
    told = {
        "titel": "Een veld is gewone tekst. Haal opsommingstekens, links, HTML, opmaak en verhaspelde tekens",
        "gecontroleerd": "Schrijf JJJJ-MM of JJJJ-MM-DD, zoals 2026-05-31.",
        "in_een_zin": "minstens 40 tekens",
        "plek": "Haal opsommingstekens",
        "bewijs_reden": "verhaspelde tekens (zoals Ã©) weg",
        "periode.start": "Schrijf JJJJ, JJJJ-MM of onbekend, zoals 2026-05.",
        "eerste_stappen.0": "Haal opsommingstekens, nummers, links",
        "bronnen.0.sleutel": "Alleen kleine letters, cijfers en streepjes",
        "bronnen.0.url": "Kopieer het adres van een openbare pagina uit de adresbalk",
    }
    assert {name: words for name, words in told.items() if words not in at(page, name).inner_text()} == {}
    for name in ("instrumenten", "status"):
        assert at(page, name).locator("input[type=text], textarea").count() == 0
