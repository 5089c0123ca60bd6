"""The search page in a browser, under the strict headers, on a phone and on a wide screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.pages import Visitor, box_of, violations
from tools.searchbench import ANSWERED

pytestmark = pytest.mark.browser

WIDTHS = pytest.mark.parametrize("width", [375, 1280])


def ask(page: Page, question: str) -> None:
    """Type a question and wait for its answer."""
    page.locator("#zoekveld").fill(question)
    expect(page.locator("#meldingen")).to_contain_text(question)


@WIDTHS
def test_results_while_typing(open_page: Visitor, width: int) -> None:
    """Marked words, the best section as a link, status and evidence; the count is expected politely."""
    page = open_page("/zoeken/", width)
    ask(page, "munt heerlen")
    first = page.locator("#uitkomst li").first
    expect(first.locator("h2 a")).to_contain_text("Heerlens Heitje")
    expect(first.locator("mark").first).to_be_visible()
    expect(first).to_contain_text(re.compile(r"\d van 4: "))
    expect(page.locator("#meldingen")).to_have_attribute("role", "status")
    expect(page.locator("#meldingen")).to_contain_text(re.compile(r"\d+ treffers?"))
    section = page.locator("#uitkomst li p > a[href*='#']").first
    address = section.get_attribute("href") or ""
    section.click()
    assert page.url.endswith(address)
    expect(page.locator(f"[id='{address.partition('#')[2]}']")).to_be_visible()


@WIDTHS
def test_nothing_is_wider_than_the_screen_and_axe_is_content(open_page: Visitor, width: int) -> None:
    """With results, filters open and a repaired word in sight."""
    page = open_page("/zoeken/?q=leegstandsverordenig", width)
    expect(page.locator("#meldingen p:has-text('Bedoelde u')")).to_be_visible()
    page.locator("#filters").evaluate("filters => { filters.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


@WIDTHS
def test_filters_count_and_stay_in_the_address(open_page: Visitor, width: int) -> None:
    page = open_page("/zoeken/?q=leegstand", width)
    expect(page.locator("#uitkomst li").first).to_be_visible()
    page.locator("#filters").evaluate("filters => { filters.open = true; }")
    choice = page.locator("select[name=status]")
    label = choice.locator("option[value=loopt]").inner_text()
    number = int(re.search(r"\((\d+)\)", label).group(1))  # type: ignore[union-attr]
    choice.select_option("loopt")
    expect(page.locator("#meldingen .aantal")).to_have_text(re.compile(rf"^{number} treffer"))
    assert "status=loopt" in page.url
    for hit in page.locator("#uitkomst li").all():
        expect(hit).to_contain_text("loopt")
    page.reload()
    expect(page.locator("#meldingen .aantal")).to_have_text(re.compile(rf"^{number} treffer"))
    page.go_back()
    expect(page.locator("#meldingen .aantal")).not_to_have_text(re.compile(rf"^{number} treffer"))
    assert "status" not in page.url


def test_a_phone_asks_for_the_values_of_filters_only_when_they_are_opened(open_page: Visitor) -> None:
    page = open_page("/zoeken/", 375)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, "leegstand")
    expect(page.locator("#uitkomst li").first).to_contain_text(re.compile(r"\d van 4: "))
    assert not any(address.endswith("kenmerken.json") for address in asked)
    page.keyboard.press("Escape")  # the suggestions lie over it
    page.locator("#filters summary").click()
    expect(page.locator("select[name=status] option[value=loopt]")).to_be_attached()
    assert sum(address.endswith("kenmerken.json") for address in asked) == 1


def test_kinds_are_chips_with_their_numbers(open_page: Visitor) -> None:
    """Choosing one leaves hits of that kind only, and the numbers of the others stay."""
    page = open_page("/zoeken/?q=leegstand")
    expect(page.locator("#uitkomst li").first).to_be_visible()
    chip = page.locator(".keuzes label", has_text="Begrippen")
    number = int(chip.locator(".getal").inner_text())
    everything = page.locator(".keuzes label", has_text="Alles").locator(".getal").inner_text()
    chip.click()
    expect(page.locator("#meldingen .aantal")).to_contain_text(f"{number} treffers")
    for hit in page.locator("#uitkomst li").all():
        expect(hit.locator(".soort")).to_have_text("begrip")
    assert "soort=begrip" in page.url
    expect(page.locator(".keuzes label", has_text="Alles").locator(".getal")).to_have_text(everything)
    page.keyboard.press("ArrowLeft")
    expect(chip.locator("input")).not_to_be_checked()


def test_map_and_wall_follow_the_hits(open_page: Visitor) -> None:
    """As many bricks as praktijken, dots where they are; a province narrows, and a phone has the hits first."""
    page = open_page("/zoeken/?q=leegstand")
    picture, found = page.locator("#kaart"), page.locator(".keuzes label", has_text="Praktijken").locator(".getal")
    bricks = picture.locator(".muur rect")
    expect(picture.locator(".kaart-telling")).to_contain_text("gevonden praktijken")
    expect(bricks).to_have_count(int(found.inner_text()))
    page.locator(".keuzes label", has_text="Begrippen").click()
    expect(picture).to_be_hidden()
    page.locator(".keuzes label", has_text="Alles").click()
    dots = picture.locator(".kaart-punten circle:not(.kaart-doel, .rest)")
    expect(dots.first).to_be_visible()
    everywhere = dots.count()
    picture.locator("a[data-provincie=drenthe]").press("Enter")
    expect(picture.locator("a[data-provincie=drenthe]")).to_have_attribute("aria-current", "true")
    assert "provincie=drenthe" in page.url
    assert 0 < dots.count() < everywhere
    expect(bricks).to_have_count(int(found.inner_text()))
    assert violations(page) == []

    page.set_viewport_size({"width": 375, "height": 900})
    page.goto(page.url.partition("?")[0] + "?q=leegstand")
    expect(page.locator("#uitkomst li").first).to_be_visible()
    expect(bricks).to_have_count(0)
    assert box_of(picture)["y"] > box_of(page.locator("#uitkomst"))["y"]
    picture.locator("summary").click()
    expect(bricks.first).to_be_visible()


def test_a_shared_address_shows_what_it_is_narrowed_by(open_page: Visitor) -> None:
    """On a phone too, where the filters are closed otherwise; one button lets everything in again."""
    page = open_page("/zoeken/?q=leegstand&status=gestopt", 375)
    expect(page.locator("select[name=status]")).to_be_visible()
    expect(page.locator("select[name=status] option:checked")).to_have_text(re.compile(r"gestopt \(\d+\)"))
    page.locator("button:has-text('Toon alle')").click()
    expect(page.locator("button:has-text('Toon alle')")).to_be_hidden()
    assert page.url.endswith("?q=leegstand")


def test_back_leads_to_the_question_before(open_page: Visitor) -> None:
    """Every question that was finished is a step; the letters of one are not."""
    page = open_page("/zoeken/")
    for question in ("leegstand", "deelauto"):
        ask(page, question)
        page.locator("#zoekveld").press("Enter")
    expect(page).to_have_title(re.compile("^deelauto · "))
    page.go_back()
    expect(page.locator("#zoekveld")).to_have_value("leegstand")
    expect(page.locator("#meldingen .aantal")).to_contain_text("leegstand")


@pytest.mark.parametrize("question", ["q=", "q=lege%20panden", "q=leegstand&utm_source=nb", "q=a(b)", "q=leegstand"])
def test_back_leads_out_however_the_address_is_spelt(open_page: Visitor, question: str) -> None:
    """Reading an address is no step, neither at first sight nor when a reader returns to it."""
    page = open_page("/praktijken/")
    page.goto(page.url.replace("/praktijken/", f"/zoeken/?{question}"))
    for _ in range(2):
        expect(page.locator("html:not([data-vraag])")).to_be_attached()  # the question was answered
        expect(page.locator("#uitkomst li").first).to_be_visible(visible=question != "q=")
        page.go_back()
        expect(page).to_have_url(re.compile("/praktijken/$"))
        page.go_forward()
        expect(page).to_have_url(re.compile("/zoeken/"))


def test_a_return_within_the_page_keeps_what_lies_ahead(open_page: Visitor) -> None:
    """Also when the address that a reader returns to is spelt otherwise than the form does."""
    page = open_page("/zoeken/?q=leegstand")
    expect(page.locator("#uitkomst li").first).to_be_visible()
    page.evaluate("history.replaceState(null, '', '?q=lege%20panden')")
    page.evaluate("history.pushState(null, '', '?q=deelauto')")
    for _ in range(2):
        page.go_back()
        expect(page.locator("#zoekveld")).to_have_value("lege panden")
        expect(page.locator("#meldingen .aantal")).to_contain_text("lege panden")
        page.go_forward()
        expect(page.locator("#zoekveld")).to_have_value("deelauto")
        expect(page.locator("#meldingen .aantal")).to_contain_text("deelauto")
        page.evaluate("history.replaceState(null, '', '?q=deelauto&utm_source=nb')")


def test_a_typing_error_is_repaired_and_said(open_page: Visitor) -> None:
    page = open_page("/zoeken/")
    ask(page, "leegstandsverordenig")
    expect(page.locator("#meldingen p:has-text('Bedoelde u')")).to_have_text("Bedoelde u leegstandsverordening?")
    page.emulate_media(media="print")
    expect(page.locator("#meldingen p:has-text('Bedoelde u')")).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator("#meldingen button:visible").click()
    expect(page.locator("#zoekveld")).to_have_value("leegstandsverordening")
    expect(page.locator("#meldingen p:has-text('Bedoelde u')")).to_be_hidden()
    assert page.url.endswith("q=leegstandsverordening")


def test_nothing_found_is_never_an_empty_page(open_page: Visitor) -> None:
    page = open_page("/zoeken/")
    ask(page, "xqzxqz")
    expect(page.locator("#meldingen")).to_contain_text("Niets gevonden")
    expect(page.locator("#lijst")).to_be_visible()
    ask(page, "m²")
    expect(page.locator("#meldingen")).to_contain_text("zegt nog niet waarover")
    expect(page.locator("#lijst")).to_be_visible()
    ask(page, "gestopt en loopt")
    expect(page.locator("#meldingen")).to_contain_text("Geen pagina heeft dit allemaal")
    expect(page.locator("#gelezen button")).to_have_count(2)
    ask(page, "leegstand")
    expect(page.locator("#lijst")).to_be_hidden()


def test_a_term_and_a_figure_are_answers_above_ten_hits(open_page: Visitor) -> None:
    page = open_page("/zoeken/?q=Wat+betekent+leegstand%3F")
    expect(page.locator("#antwoord h2")).to_have_text("leegstand")
    expect(page.locator("#uitkomst > li")).to_have_count(10)
    expect(page.locator("#getal")).to_be_hidden()
    ask(page, "hoeveel gemeenten hebben een zone")
    expect(page.locator("#getal .cijfer-groot")).to_have_text("18 gemeenten 2025")
    expect(page.locator("#antwoord")).to_be_hidden()
    assert violations(page) == []
    page.locator("#getal a").click()
    expect(page.locator("#cijfers")).to_be_visible()
    assert page.url.endswith("/trends/anders-vervoeren/#cijfers")


def test_filters_that_leave_nothing_can_be_dropped_at_once(open_page: Visitor) -> None:
    page = open_page("/zoeken/?q=munt+heerlen&status=gestopt&provincie=zeeland")
    expect(page.locator("#meldingen")).to_contain_text("Niets gevonden")
    expect(page.locator("select[name=provincie] option:checked")).to_have_text("Zeeland (0)")
    page.locator("button:has-text('Toon alle')").click()
    expect(page.locator("#uitkomst li").first).to_be_visible()
    expect(page.locator("#meldingen .aantal")).to_be_focused()
    assert "provincie" not in page.url


def test_the_bench_sees_when_a_question_was_answered(open_page: Visitor) -> None:
    page = open_page("/zoeken/")
    assert not page.evaluate(ANSWERED)
    for question in ("leegstand", "xqzxqz"):
        page.goto(page.url.partition("?")[0] + "?q=" + question)
        page.wait_for_function(ANSWERED)
        expect(page.locator("#meldingen")).to_contain_text(question)


def test_keys_act_only_in_the_form(open_page: Visitor) -> None:
    page = open_page("/zoeken/?q=leegstand")
    expect(page.locator("#uitkomst li").first).to_be_visible()
    page.locator("#zoekveld").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#uitkomst h2 a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#zoekveld")).to_have_value("leegstand")
    page.locator("#zoekveld").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#zoekveld")).to_have_value("")
    expect(page.locator("#uitkomst li")).to_have_count(0)


def test_suggestions_are_a_combobox(open_page: Visitor) -> None:
    """The focus stays in the field; arrows, Home, Escape and Enter do as the pattern says, and one tap puts it off."""
    page = open_page("/zoeken/", 320, color_scheme="dark")
    field, options = page.locator("[role=combobox]"), page.locator("[role=option]")
    page.locator("#zoekveld").press_sequentially("leegs")
    expect(options.first).to_have_text("leegstand begrip")
    page.keyboard.press("Backspace")
    expect(page.locator("#meldingen .aantal")).to_contain_text("“leeg”")
    expect(page.get_by_role("status").filter(has_text="suggesties")).to_have_text(re.compile("[2-6] suggesties"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = [box_of(part)["height"] for part in [*options.all(), page.locator(".suggesties button")]]
    assert min(heights) >= 24
    page.emulate_media(forced_colors="active")
    colours = [option.evaluate("option => getComputedStyle(option).backgroundColor") for option in options.all()[:2]]
    assert colours[0] != colours[1]
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("leeg")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("ArrowDown")
    assert asked == []  # all of this needs no more than the hits did
    page.keyboard.press("Enter")
    expect(field).to_have_value("leegstand")
    expect(options.first).to_be_hidden()
    expect(page.locator("#meldingen .aantal")).to_contain_text("“leegstand”")
    field.press_sequentially(" in")
    expect(options.first).to_be_visible()
    page.get_by_role("button", name="Zet suggesties uit").click()
    field.press("Backspace")
    expect(page.locator("#meldingen .aantal")).to_contain_text("“leegstand i”")
    expect(options.first).to_be_hidden()
    page.get_by_role("button", name="Zet suggesties aan").click()
    expect(field).to_be_focused()
    assert page.evaluate("sessionStorage.length") == 0


def test_the_field_opens_on_every_page(open_page: Visitor) -> None:
    """With the link in the menu or with /, which is a letter in a field and can be put off; it suggests as well."""
    page = open_page("/praktijken/", 375)
    page.locator(".menuknop").click()
    page.locator(".zoekhier").click()
    dialog, field = page.locator("dialog"), page.locator("dialog input[name=q]")
    expect(field).to_be_focused()
    page.keyboard.type("autol/")
    expect(field).to_have_value("autol/")
    expect(dialog.get_by_role("option").first).to_contain_text("autol")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    expect(dialog.get_by_role("option").first).to_be_hidden()
    dialog.get_by_role("button", name="Sluit").click()
    page.keyboard.press("/")
    expect(field).to_be_focused()
    dialog.get_by_label("toets /").click()
    dialog.get_by_role("button", name="Sluit").click()
    page.keyboard.press("/")
    expect(dialog).to_be_hidden()
    page.reload()
    page.keyboard.press("/")
    page.locator(".menuknop").click()
    page.locator(".zoekhier").click()
    dialog.get_by_label("toets /").click()
    assert page.evaluate("localStorage.length") == 0
    field.fill("autoluw")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=autoluw$"))


def test_more_results_come_on_request_and_focus_moves_to_the_first(open_page: Visitor) -> None:
    page = open_page("/zoeken/?q=markt")
    expect(page.locator("#uitkomst li")).to_have_count(10)
    page.locator("#meer").click()
    expect(page.locator("#uitkomst li")).to_have_count(20)
    expect(page.locator("#uitkomst li").nth(10).locator("h2 a")).to_be_focused()


def test_a_failure_is_told_and_can_be_tried_again(open_page: Visitor) -> None:
    """No connection for a moment: the question stays, and one button asks it again."""
    page = open_page("/zoeken/")
    broken = True

    def sometimes(route: Route) -> None:
        route.fulfill(status=404, body="") if broken else route.continue_()

    page.route("**/zoek/**", sometimes)
    page.locator("#zoekveld").fill("leegstand")
    expect(page.locator("#meldingen")).to_contain_text("Zoeken lukt nu niet")
    broken = False
    page.locator("button:has-text('Probeer het opnieuw')").click()
    expect(page.locator("#uitkomst li").first).to_be_visible()
    expect(page.locator("button:has-text('Probeer het opnieuw')")).to_be_hidden()


def test_what_else_was_searched_for_is_told(open_page: Visitor) -> None:
    """It explains why other words than those of the question are marked."""
    page = open_page("/zoeken/?q=leegstand")
    expect(page.get_by_text("Ook gezocht op: ")).to_contain_text("lege panden")
    for question, word in (("zone in 2026", "zone"), ("terug naar werk", "werk")):
        ask(page, question)
        marks = {mark.lower() for mark in page.locator("#uitkomst mark").all_inner_texts()}
        assert word in marks
        assert marks.isdisjoint({"in", "de", "tot", "naar"})
    page.locator("#zoekveld").fill("xqzxqz")
    expect(page.locator("#meldingen")).to_contain_text("Niets gevonden")
    expect(page.get_by_text("Ook gezocht op: ")).to_have_count(0)


def test_examples_are_there_until_something_is_found(open_page: Visitor) -> None:
    page = open_page("/zoeken/")
    example = page.locator("#lijst .meta a").first
    question = example.inner_text()
    example.click()
    expect(page.locator("#meldingen")).to_contain_text(question)
    expect(page.locator("#uitkomst li").first).to_be_visible()
    expect(page.locator("#lijst .meta")).to_be_hidden()


def test_the_register_comes_when_the_script_does_not(open_page: Visitor) -> None:
    """A question in the address hides it until there are hits, but not for ever."""
    page = open_page("/zoeken/")
    page.route("**/js/zoeken.js", lambda route: route.fulfill(status=404, body=""))
    page.goto(page.url + "?q=leegstand")
    expect(page.locator("#lijst")).to_be_visible(timeout=15_000)


def test_waiting_is_told(open_page: Visitor) -> None:
    """Somebody with a slow connection reads that the search is at work."""
    page = open_page("/zoeken/")
    held: list[Route] = []
    slow = True
    page.route("**/zoek/**", lambda route: held.append(route) if slow else route.continue_())
    page.locator("#zoekveld").fill("leegstand")
    expect(page.locator("#meldingen .aantal")).to_have_text("Bezig met zoeken…")
    slow = False
    for route in held:
        route.continue_()
    expect(page.locator("#uitkomst li").first).to_be_visible()
    expect(page.locator("#meldingen .aantal")).to_contain_text("treffers")


def test_hits_stay_when_more_of_them_do_not_come(open_page: Visitor) -> None:
    page = open_page("/zoeken/?q=markt")
    expect(page.locator("#uitkomst li")).to_have_count(10)
    page.route("**/zoek/**", lambda route: route.fulfill(status=404, body=""))
    page.locator("#meer").click()
    expect(page.locator("#meldingen .aantal")).to_contain_text("Zoeken lukt nu niet")
    expect(page.locator("#uitkomst li")).to_have_count(10)


@pytest.mark.parametrize(
    ("question", "expected"), [("a" * 5000, "a" * 60 + "…”"), ("lege panden " * 400, "…”"), ("x", "“x”")]
)
def test_the_length_of_a_question_never_spoils_the_page(open_page: Visitor, question: str, expected: str) -> None:
    page = open_page(f"/zoeken/?q={question}", 375)
    expect(page.locator("#meldingen .aantal")).to_contain_text(expected)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#meldingen .aantal").evaluate("line => line.offsetHeight < 150")


def test_nothing_typed_is_interpreted(open_page: Visitor) -> None:
    """Markup, names of JavaScript, other scripts, numbers without end, only denials and units alone."""
    page = open_page("/zoeken/", 375)
    for question in (
        *("<img src=x onerror=alert(1)>", "__proto__", "constructor", "😀", "שלום", "(a+)+$", "de het een"),
        *("9" * 400, "9" * 400 + " euro", "sinds " + "2" * 400, "geen", "niet zonder", "geen subsidie zonder auto's"),
        *("€", "%", "km", "5 %", "gestopt loopt mislukt gelukt"),
    ):
        page.locator("#zoekveld").fill(question)
        page.locator("#zoekveld").press("Enter")
        expect(page.locator("#meldingen .aantal")).to_contain_text(question[:50])
        assert page.locator("#uitkomst img, #meldingen img").count() == 0
        assert page.locator("#meldingen button").first.text_content() != question
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), question[:50]
        assert page.locator("#meldingen .aantal").evaluate("line => line.offsetHeight < 150"), question[:50]
        found = page.locator("#uitkomst > li, #lijst a, #gelezen button").filter(visible=True)
        assert found.count(), f"no way on from {question[:50]}"
    assert violations(page) == []


def test_without_script_the_page_lists_everything(open_page: Visitor) -> None:
    page = open_page("/zoeken/", java_script_enabled=False)
    expect(page.locator('main a[href="/praktijken/leiden-singelpark/"]')).to_be_visible()
    expect(page.locator("#filters, #kaart")).to_have_count(2)
    expect(page.locator("#filters, #kaart").filter(visible=True)).to_have_count(0)
