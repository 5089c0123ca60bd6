"""The real site in a real browser, served with its headers: every page kind, with and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from binnenstad_site.pages.frames import Context
from tests.browser.pages import ADDRESSES, BROKEN_WORDS, RULES_OF_COLOUR, Visitor, box_of, violations
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

MOST_SHIFT = 0.02
LOADING = """() => new Promise(done => {
  let shift = 0, first = null;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) shift += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver(list => { first = list.getEntries().at(-1); })
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => done({ shift, picture: first?.url ?? "nothing was painted", tag: first?.element?.tagName }), 400);
})"""
MOST_CHARACTERS = 90
LONGEST = 18_000
"""The pixels of a page on a phone; of pages with more than the real content has, `test_folds.py` asks less."""
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; }
    * { word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The spacing of WCAG 1.4.12."""
LONG_LINES = """most => {
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), long = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (data.length < most || parentElement.closest(".voorlezen, svg, script, h2, td")) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const widths = [...range.getClientRects()].map(({ width }) => width);
    const longest = data.length * Math.max(0, ...widths) / widths.reduce((sum, width) => sum + width, 0);
    if (longest > most) long.push(`${Math.round(longest)}: ${data.slice(0, 60)}`);
  }
  return long;
}"""
"""The texts in a page of which a line has more characters than this."""
OVERPRINTED = """() => {
  const texts = [...document.querySelectorAll("main :is(h1, h2, h3, h4)")].flatMap(heading => {
    const range = document.createRange();
    range.selectNodeContents(heading);
    const box = range.getBoundingClientRect();
    const isHeard = heading.getBoundingClientRect().width < 2; // and not seen
    return isHeard || !heading.checkVisibility({ contentVisibilityAuto: true }) ? [] : [{ heading, box }];
  });
  return texts.flatMap(({ heading, box: a }, i) => texts.slice(i + 1)
    .filter(({ box: b }) => a.left < b.right - 1 && b.left < a.right - 1)
    .filter(({ box: b }) => a.top < b.bottom - 1 && b.top < a.bottom - 1)
    .map(({ heading: other }) => `${heading.textContent} / ${other.textContent}`));
}"""
"""The headings that are printed over another."""
LOOSE = """() => [...document.querySelectorAll("main button.begrip")].flatMap(term => {
  const next = term.nextSibling, range = document.createRange();
  if (!next || /^\\s/.test(next.textContent) || !term.checkVisibility()) return [];
  range.selectNodeContents(next);
  const [first] = range.getClientRects(), last = [...term.getClientRects()].at(-1);
  return first && first.top >= last.bottom - 2 ? [term.textContent + next.textContent.slice(0, 9)] : [];
})"""
"""The terms of which what stands right behind them is on the next line."""
SMALL_TARGETS = """() => {
  const size = 24, isSmall = ({ box }) => box.width < size - .1 || box.height < size - .1;
  const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter(part => part.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
    .map(part => ({ part, box: part.getBoundingClientRect(), rows: [...part.getClientRects()] }))
    .filter(({ box }) => box.width > 1 && box.right > 0);
  const centre = ({ box }) => [box.x + box.width / 2, box.y + box.height / 2];
  const isOnMap = ({ part }) => part.closest("svg.kaart");
  const isInSentence = ({ part }) => {
    let block = part;
    while (/^inline$/.test(getComputedStyle(block).display)) block = block.parentElement;
    if (block === part || part.closest("svg")) return false;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (/\\p{L}{2}/u.test(data) && !parentElement.closest("a, button")) return true;
    }
    return false;
  };
  const isNear = (small, other) => {
    if (small.part.contains(other.part) || other.part.contains(small.part)) return false;
    const [x, y] = centre(small), [otherX, otherY] = centre(other);
    if (isSmall(other) && Math.hypot(otherX - x, otherY - y) < size - .1) return true;
    return other.rows.some(({ left, right, top, bottom }) =>
      Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)) < size / 2 - .1);
  };
  return targets.filter(small => isSmall(small) && !isOnMap(small) && !isInSentence(small))
    .filter(small => targets.some(other => isNear(small, other)))
    .map(({ part, box }) => `${part.outerHTML.slice(0, 80)} ${Math.round(box.width)} × ${Math.round(box.height)}`);
}"""
"""What is smaller than 24 by 24 pixels, and around whose middle no circle of 24 pixels fits beside the others (WCAG
2.5.8). Left out is what stands in a sentence, and what has its place on a map; that is in a list too."""
MOVING = """() => [...document.querySelectorAll("*")].flatMap(part => ["", "::before", "::after"].flatMap(pseudo => {
  const { animationDuration, scrollBehavior, transitionDuration } = getComputedStyle(part, pseudo);
  const longest = Math.max(...`${animationDuration}, ${transitionDuration}`.split(", ").map(parseFloat));
  return longest > .01 || scrollBehavior === "smooth" ? [`${part.outerHTML.slice(0, 80)} ${pseudo} ${longest} s`] : [];
}))"""
"""What takes longer than a hundredth of a second to change, or scrolls smoothly."""
UNSEEN = """() => {
  const paper = getComputedStyle(document.body).backgroundColor;
  const isSeen = shape => {
    const { fill, stroke } = getComputedStyle(shape);
    return [fill, stroke].some(paint => paint !== "none" && paint !== paper);
  };
  const behind = part => {
    const { backgroundColor } = getComputedStyle(part);
    const isClear = /, 0\\)$/.test(backgroundColor) && part !== document.body;
    return isClear && part.parentElement ? behind(part.parentElement) : backgroundColor;
  };
  return [...document.querySelectorAll("svg:has(*)")].filter(drawing => drawing.checkVisibility())
    .filter(drawing => ![...drawing.querySelectorAll("path, rect, circle, line, use, text")].some(isSeen))
    .map(({ outerHTML }) => outerHTML.slice(0, 80))
    .concat([...document.querySelectorAll("body :not(script, style, svg *)")]
      .filter(({ childNodes }) => [...childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()))
      .filter(part => part.checkVisibility() && getComputedStyle(part).color === behind(part))
      .map(({ outerHTML }) => outerHTML.slice(0, 80)));
}"""
"""The drawings and texts in the colour of what is behind them. Not by axe: in colours of the reader it takes the colour
that a text would have had."""
FIRST_SCREEN = {
    "praktijk.html": ("h1", ".titelblok .lead", ".titelblok .meta a[href='#eerste-stappen']"),
    "trend.html": ("h1", ".titelblok .lead", ".titelblok .meta a >> nth=-1"),
    "kansen-trend.html": ("h1", ".titelblok .lead", ".linklijst a >> nth=0"),
}
"""Where a search engine leads: the parts of the first screen that say what this is, for whom, and what one can do."""


def test_every_page_kind_is_looked_at() -> None:
    """A new template needs a page here."""
    kinds = {kind.TEMPLATE for kind in _all_kinds(Context)} - {""}

    assert set(ADDRESSES) == kinds


def _all_kinds(kind: type[Context]) -> Iterator[type[Context]]:
    for below in kind.__subclasses__():
        yield below
        yield from _all_kinds(below)


def test_a_theme_is_only_colours() -> None:
    """So by night only the rules of colour can say something else than by day."""
    styles = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "templates").rglob("*.css")))
    pages = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "templates").rglob("*.html")))

    assert "prefers-color-scheme" not in styles + pages
    assert re.findall(r'data-thema\S*"(?:licht|donker)"[^}]*}', styles) == [
        'data-thema="licht"] { color-scheme: light; }',
        'data-thema="donker"] { color-scheme: dark; }',
    ]


@pytest.mark.parametrize("template", ADDRESSES)
def test_on_a_wide_screen_and_narrower(open_page: Visitor, template: str) -> None:
    """One visit that begins at 1280 pixels. Hardly anything moves while it loads, and the largest thing painted is
    text. Axe finds nothing on a phone, a tablet and a builder, by day and by night, and nothing scrolls sideways, at
    400 % neither: a window of 1280 by 900 is one of 320 by 225 then. No heading is printed over another. In a wide
    window no line is too long to read, whatever list or caption it stands in: 66ch is at most some 88 characters.
    """
    page = open_page(ADDRESSES[template])
    problems = {"loading": _loading(page)}
    page.set_viewport_size({"width": 1366, "height": 650})
    problems["below the first screen of a laptop"] = _below(page, template, 650)
    page.set_viewport_size({"width": 1920, "height": 900})
    problems["long lines at 1920"] = page.evaluate(LONG_LINES, MOST_CHARACTERS)
    for width in (1280, 768, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        problems[f"axe at {width}"] = violations(page)
        page.emulate_media(color_scheme="dark")
        problems[f"axe at {width} in the dark"] = violations(page, RULES_OF_COLOUR)
        problems[f"sideways at {width}"] = _sideways(page, width)
        problems[f"overprinted at {width}"] = page.evaluate(OVERPRINTED)
    zoomed = {"width": 320, "height": 225, "deviceScaleFactor": 4, "mobile": False}
    page.context.new_cdp_session(page).send("Emulation.setDeviceMetricsOverride", zoomed)
    assert page.evaluate("[innerWidth, innerHeight, devicePixelRatio]") == [320, 225, 4]
    problems["sideways at 400 %"] = _sideways(page, 320)

    assert {check: found for check, found in problems.items() if found} == {}


@pytest.mark.parametrize("template", ADDRESSES)
def test_on_a_phone_and_with_wider_spacing(open_page: Visitor, template: str) -> None:
    """One visit that begins at 375 pixels. Hardly anything moves while it loads, and the largest thing painted is text;
    it ends somewhere; a finger hits what it is meant for; no heading breaks a word, and no line begins with what
    belongs to a term; for who wants no motion nothing moves; in colours of the reader every drawing is seen;
    with wider spacing nothing scrolls sideways, also in a wide window.
    """
    page = open_page(ADDRESSES[template], 375)
    problems = {"loading": _loading(page), "below the first screen": _below(page, template, 667)}
    height = page.evaluate("document.documentElement.scrollHeight")
    problems["long"] = [f"{height} pixels"] if height > LONGEST else []
    problems["small targets"] = page.evaluate(SMALL_TARGETS)
    page.set_viewport_size({"width": 320, "height": 900})
    problems["small targets at 320"] = page.evaluate(SMALL_TARGETS)
    problems["broken words at 320"] = page.evaluate(BROKEN_WORDS, "h1, h2, h3, th")
    for width in (320, 345, 375):
        page.set_viewport_size({"width": width, "height": 900})
        problems[f"what belongs to a term on the next line at {width}"] = page.evaluate(LOOSE)
    page.emulate_media(reduced_motion="reduce")
    problems["motion"] = page.evaluate(MOVING)
    page.emulate_media(forced_colors="active")
    problems["forced colours"] = page.evaluate(UNSEEN)
    page.emulate_media(forced_colors="none")
    page.evaluate(SPACED)
    for width in (320, 768, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        problems[f"sideways with wider spacing at {width}"] = _sideways(page, width)

    assert {check: found for check, found in problems.items() if found} == {}


def _loading(page: Page) -> list[str]:
    """What is wrong with how a page that was just opened came to be."""
    loading = page.evaluate(LOADING)
    moved = [f"moved {loading['shift']}"] if loading["shift"] >= MOST_SHIFT else []
    return [*moved, *([f"painted {loading}"] if loading["picture"] != "" else [])]


def _below(page: Page, template: str, height: int) -> list[str]:
    """What says what the page is, for whom and what one can do, and is not whole in a screen of this height."""
    parts = (".kruimels p", *FIRST_SCREEN[template]) if template in FIRST_SCREEN else ()
    boxes = [(part, box_of(page.locator(part))) for part in parts]
    return [part for part, box in boxes if box["y"] + box["height"] > height]


def _sideways(page: Page, width: int) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"{wide} pixels"] if wide > width else []


@pytest.mark.parametrize("template", ADDRESSES)
def test_without_script(open_page: Visitor, template: str) -> None:
    """Without script a page has its heading, its text and its navigation, and nothing to press that does nothing."""
    page = open_page(ADDRESSES[template], java_script_enabled=False)

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("header nav a").first).to_be_visible()
    assert len(page.locator("main").inner_text()) > 40
    controls = page.locator("main :is(button, input, select, textarea):not([popovertarget], form[action] *)")
    expect(controls.filter(visible=True)).to_have_count(0)


def test_filters_work_as_pages(open_page: Visitor) -> None:
    """Without script a filter is a link to a page that shows only those praktijken."""
    page = open_page("/praktijken/", java_script_enabled=False)
    page.locator('a[href="/praktijken/status/gestopt/"]').first.click()

    expect(page.locator("h1")).to_contain_text("gestopt")
    expect(page.locator("main")).to_contain_text("Luchtsingel")


def test_a_term_is_explained_by_keyboard(open_page: Visitor) -> None:
    """Enter opens the explanation, where it can be heard, and Escape goes back to the word; no script needed."""
    page = open_page("/trends/anders-vervoeren/", java_script_enabled=False)
    button = page.locator("button.begrip").first
    explanation = page.locator(f"#{button.get_attribute('popovertarget')}")
    expect(explanation).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(explanation).to_be_visible()
    expect(explanation.locator("p").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()
    expect(button).to_be_focused()


def test_the_theme_is_remembered(open_page: Visitor) -> None:
    """A choice of theme holds on the next page."""
    page = open_page("/", color_scheme="light")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("header button").last.click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert before != after
    page.goto(page.url + "trends/")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_a_page_prints(open_page: Visitor, tmp_path: Path) -> None:
    """In print the navigation is gone and the text is there."""
    page = open_page(ADDRESSES["praktijk.html"])
    page.emulate_media(media="print")

    expect(page.locator("header nav").first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
