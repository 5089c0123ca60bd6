"""Without an account, somebody brings a praktijk or a correction: as a file that `check` accepts, a mail or a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from binnenstad_site.core.diagnostics import Code, Severity
from binnenstad_site.pipeline import Options, Session
from tests.browser.pages import Visitor, violations, visiting
from tests.visiting import lay_out, write_site
from tools.proef import serving

pytestmark = pytest.mark.browser

MAILBOX = "redactie@voorbeeld.example"
EXPECTED = {
    Code.AANBEVOLEN_VELD,
    Code.LOS_ADRES,
    Code.NIEUW_ADRES,
    Code.TE_KORTE_TEKST,
    Code.TE_LANGE_TEKST,
    Code.TEKEN_BUITEN_LETTERTYPE,
}
"""What `check` may say of a file that an editor has still to work on; none of it is an error."""
LONGEST_MAIL = 2000
NASTY = (
    "\"Ja\", zei hij: 'nee' — 🎉👩‍👩‍👧 \\ `code` **vet** __x__ <b>HTML</b> <vul in> [@sleutel] [link](http://x.nl) "
    "{{ page }} ${x} # & &amp; | * _ ~~ == ::: (@een) \t tab \u202e omgekeerd \ufeff"
)
BODY = (
    f"---\n\n# Kop\n\n- [ ] punt\n\n1. Eén\n\n| a | b |\n| - | - |\n\n```\ncode\n```\n\n> citaat\n\n::: kader\n\n"
    f"{NASTY}\n\n"
    "titel: anders\n\n[uitleg]: # (weg)\n\n==markeer dit==\n\n    ingesprongen\n\n[^1] en ![plaatje](x.png)"
)
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with a mailbox of the editors."""
    project = lay_out(tmp_path_factory.mktemp("meedoen"))
    settings = project / "content/site.yaml"
    text = settings.read_text("utf-8").replace("navigatie:", f"kanalen:\n  mail: {MAILBOX}\nnavigatie:")
    settings.write_text(text, "utf-8")
    return project


@pytest.fixture(scope="module")
def site_with_mail(project: Path) -> Iterator[str]:
    write_site(Session(project).build(Options(datetime.now(UTC).date())), project / "_site")
    with serving(project / "_site") as address:
        yield address


@pytest.fixture
def open_form(browser: Browser, site_with_mail: str) -> Iterator[Visitor]:
    with visiting(browser, site_with_mail) as visitor:
        yield visitor


def deed(page: Page, name: str) -> Locator:
    return page.locator(f"#brengen [data-doe={name}]")


def fill(page: Page, **answers: str) -> None:
    for name, answer in answers.items():
        page.locator(f"#brengen [name={name}]").fill(answer)


def fill_praktijk(page: Page, **others: str) -> None:
    """Every question that a file cannot do without."""
    fill(
        page,
        **{
            "titel": "Makers op de markt",
            "in_een_zin": "De gemeente geeft makers elke zaterdag een kraam op de markt.",
            "gemeente": "Deventer",
            "plek": "De markt",
            "opgave": "Makers hadden geen plek om hun werk te laten zien.",
            "gedaan": "De gemeente zette kramen neer en vroeg geen huur.",
            "partijen": "gemeente, opdrachtgever\nwinkeliers, vrijwilligers",
            "stap1": "Tel de makers.",
            "stap2": "Kies een plein.",
            "stap3": "Bel de marktmeester.",
            "rol": "marktmeester, gemeente Deventer",
            **others,
        },
    )
    page.get_by_label("Anders werken").check()
    page.get_by_label("ruimte", exact=True).check()


def errors_of(project: Path, name: str, text: bytes) -> list[str]:
    """What `check` says of a file that somebody sent; only errors, and warnings that nobody expects."""
    path = project / "content/praktijken" / name
    path.write_bytes(text)
    try:
        build = Session(project).build(Options(datetime.now(UTC).date()))
        return [
            f"{found.location.line}: {found.code}: {found.message}"
            for found in build.diagnostics
            if found.location.path.endswith(name) and (found.severity is Severity.ERROR or found.code not in EXPECTED)
        ]
    finally:
        path.unlink()


def downloaded(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        deed(page, "bestand").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


class TestFile:
    """A new praktijk as a file."""

    def test_what_is_missing_is_told_at_the_field(self, open_form: Visitor) -> None:
        page = open_form("/meedoen/")
        deed(page, "bestand").click()
        expect(page.locator("#meldingen")).to_contain_text("vragen zijn nog niet goed ingevuld")
        expect(page.locator("[name=titel]")).to_be_focused()
        expect(page.locator("[name=titel]")).to_have_attribute("aria-invalid", "true")
        expect(page.locator("[data-vraag=titel] .fout")).to_have_text("Vul dit in.")
        assert violations(page) == []
        fill_praktijk(page, in_een_zin="te kort", gemeente="Atlantis", gedaan="Bel 06-12345678 voor meer uitleg.")
        fill(page, start="mei 2024", bron_url="www.x.nl")
        deed(page, "bestand").click()
        told = {
            name: page.locator(f"[data-vraag={name}] .fout").inner_text()
            for name in ("in_een_zin", "gemeente", "gedaan", "start", "bron_url")
        }
        assert told == {
            "in_een_zin": "Schrijf iets meer: minstens 40 tekens.",
            "gemeente": "Deze gemeente staat niet in de lijst. Kies een naam uit de lijst.",
            "gedaan": "Hier staat een mailadres of telefoonnummer. Haal het weg: dit komt op een openbare pagina.",
            "start": "Schrijf een jaar, of jaar en maand: 2024 of 2024-05.",
            "bron_url": "Kopieer het hele adres; het begint met https:// en heeft geen volgcode (utm_).",
        }
        fill(page, start="2024-05", eind="2023")
        fill(page, in_een_zin="Nu is deze zin wel lang genoeg voor het bestand.", gemeente="Deventer", gedaan="x" * 30)
        fill(page, bron_url="")
        deed(page, "bestand").click()
        expect(page.locator("[data-vraag=eind] .fout")).to_have_text("Dit ligt voor het begin. Controleer allebei.")

    def test_check_accepts_it(self, open_form: Visitor, project: Path) -> None:
        """As an official fills it in, and as nobody should."""
        page = open_form("/meedoen/")
        fill_praktijk(page)
        name, text = downloaded(page)
        assert name == "deventer-makers-op-de-markt.md"
        assert errors_of(project, name, text) == []
        expect(page.locator("#meldingen")).to_contain_text(f"Stuur het als bijlage naar {MAILBOX}.")

        long = (BODY + "\n\n" + NASTY * 60)[:9_990]
        fill_praktijk(page, gedaan=long, resultaat=long, leren=long, mis=f"1. {NASTY}", in_een_zin=f"• {NASTY}"[:150])
        fill(page, titel='Nee: geen #3 "winkels", ’s-Hertogenbosch 🎉', plek=f"- {NASTY}"[:150], opgave=NASTY)
        fill(page, partijen=f"• {NASTY}\n\n2. Winkeliers: {NASTY}", stap1=NASTY[:150], rol="Rol: 'x' # y")
        fill(page, bron_titel='Een "stuk": deel #2', bron_url="https://krant.example/stuk")
        fill(page, start="2021-03", eind="2024")
        page.get_by_label("gestopt", exact=True).check()
        page.get_by_label("tot € 50.000", exact=True).check()
        name, text = downloaded(page)
        (kind,) = errors_of(project, name, text)  # which an editor chooses who has read it
        assert 'bron-zonder-soort: Bij de bron "bron-1"' in kind
        assert "🎉" in text.decode("utf-8")

    def test_abroad_and_with_the_fewest_signs(self, open_form: Visitor, project: Path) -> None:
        page = open_form("/meedoen/")
        fill_praktijk(page, gemeente="", titel="🎉!")
        page.locator("[name=land]").select_option("BE")
        name, text = downloaded(page)
        assert name == "praktijk.md"
        assert errors_of(project, name, text) == []


class TestMail:
    """What a mail program gets, and what is copied when that is too much."""

    def test_a_correction(self, open_form: Visitor) -> None:
        page = open_form("/praktijken/deventer-makers/")
        page.get_by_role("link", name="Dit is gestopt").click()
        expect(page.get_by_label("Dit is gestopt")).to_be_checked()
        expect(page.locator("[name=over]")).to_have_value("https://binnenstad.example/praktijken/deventer-makers/")
        fill(page, vertel="Sinds mei 2026 & dat is jammer? 🎉\nEcht.")
        link = deed(page, "mail").get_attribute("href") or ""
        assert link.startswith(f"mailto:{MAILBOX}?subject=Dit%20is%20gestopt%3A%20https%3A%2F%2F")
        assert len(link) < LONGEST_MAIL
        assert "Wat wilt u ons vertellen?\r\nSinds mei 2026 & dat is jammer? 🎉\r\nEcht." in unquote(link)
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie.length]") == [0, 0, 0]

    def test_a_call(self, open_form: Visitor) -> None:
        page = open_form("/meedoen/?wat=bellen&over=/praktijken/deventer-makers/")
        fill(page, vertel="Hoe vond u de eigenaren?")
        deed(page, "kopieer").click()
        expect(page.locator("[data-vraag=bereik] .fout")).to_have_text("Vul dit in.")
        fill(page, bereik="06-12345678, op dinsdag")
        expect(page.locator("[data-vraag=bereik] .fout")).to_be_hidden()
        assert "06-12345678, op dinsdag" in unquote(deed(page, "mail").get_attribute("href") or "")

    def test_a_long_one_is_pasted(self, open_form: Visitor) -> None:
        page = open_form("/meedoen/?wat=klopt-niet&over=//kwaad.example/")
        expect(page.locator("[name=over]")).to_have_value("")
        fill(page, over="de kaart", vertel="Een lang verhaal. " * 500)
        deed(page, "mail").click()
        open_form.complaints = [asked for asked in open_form.complaints if not asked.startswith("mailto:")]
        expect(page.locator("#meldingen")).to_contain_text("te lang voor een link naar uw mailprogramma")
        expect(page.locator("#uw-tekst pre")).to_contain_text("Een lang verhaal.")
        assert len(deed(page, "mail").get_attribute("href") or "") < LONGEST_MAIL

    def test_without_a_mailbox_nothing_is_promised(self, open_page: Visitor) -> None:
        """The real site has none: it offers to write down, and nowhere to tell or call."""
        page = open_page("/meedoen/")
        expect(page.get_by_label("Ik wil hierover bellen")).to_have_count(0)
        expect(deed(page, "mail")).to_have_count(0)
        expect(page.locator("#brengen")).to_contain_text("nog niet insturen")
        page.goto(f"{open_page.site}/praktijken/tilburg-lochal/")
        expect(page.locator("#weet-u-meer")).to_have_count(0)
        page.get_by_role("link", name="Noteer een verbetering").click()
        where = "https://de-nieuwe-binnenstad.example/praktijken/tilburg-lochal/"
        expect(page.locator("[name=over]")).to_have_value(where)


class TestForAll:
    """Small, dark, by keyboard, on paper and without script."""

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_accessible(self, open_form: Visitor, scheme: str) -> None:
        page = open_form("/meedoen/", 320, color_scheme=scheme)
        found = [violations(page)]
        page.get_by_label("Nieuwe praktijk").focus()
        for _ in range(2):
            page.keyboard.press("ArrowRight")
        expect(page.get_by_label("Dit loopt nog")).to_be_checked()
        expect(page.locator("[name=titel]")).to_be_hidden()
        deed(page, "kopieer").click()
        found.append(violations(page))
        assert found == [[], []]
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    def test_on_paper(self, open_form: Visitor) -> None:
        page = open_form("/meedoen/?wat=klopt-niet", 680)
        fill(page, over="de kaart", vertel="Deze stad ligt ergens anders.")
        page.evaluate("window.print = () => {}")
        deed(page, "kopieer").click()
        page.emulate_media(media="print")
        page.evaluate("document.body.dataset.print = 'uw-tekst'")
        expect(page.locator("#uw-tekst pre")).to_be_visible()
        expect(page.locator("#op-papier, h1")).to_have_count(2)
        expect(page.locator("#op-papier")).to_be_hidden()
        page.evaluate("document.body.dataset.print = 'op-papier'")
        expect(page.locator("#op-papier .schrijflijnen").first).to_be_visible()
        expect(page.locator("#uw-tekst")).to_be_hidden()

    def test_without_script(self, open_form: Visitor) -> None:
        page = open_form("/meedoen/", java_script_enabled=False)
        expect(page.locator("#brengen")).to_be_hidden()
        expect(page.locator("#op-papier .schrijflijnen").first).to_be_visible()
        link = page.get_by_role("link", name="mail de vragen").get_attribute("href") or ""
        assert link.startswith(f"mailto:{MAILBOX}?subject=Een%20praktijk")
        assert len(link) < LONGEST_MAIL
