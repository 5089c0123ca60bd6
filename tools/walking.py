"""A task done with the keyboard alone in Chromium, and at each step what would be said of it (`tools.spoken`)."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice

from playwright.sync_api import CDPSession, Page
from playwright.sync_api import Error as BrowserError

from tools.spoken import Moment, Node, Tree, first_line, lines, said, told

PATIENCE = 5.0
"""Seconds until what a step expects must have been said."""
POLL = 0.1
MOST_PRESSES = 150
"""Times that a key is pressed to come somewhere."""
BACK = "Alt+ArrowLeft"
KEYS = {
    "ArrowDown": "pijl omlaag",
    "ArrowRight": "pijl rechts",
    "Space": "spatie",
    "Shift+Tab": "Shift + Tab",
    BACK: "Alt + pijl links",
}
"""Names of keys, where they differ from those of the browser."""
LINES = 4
"""Lines that are read on from a heading."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does: press a key, once or until something has the focus, type, or read on."""

    wish: str
    """What for, in Dutch."""
    key: str = ""
    """A key as Playwright names it."""
    until: str = ""
    """What must be said of the focus for the key to be pressed no more, as in `heard`."""
    text: str = ""
    """What is typed."""
    read: str = ""
    """The heading from which the page is read, without a key: a screen reader jumps from heading to heading."""
    heard: str = ""
    """What must be said, whatever stands where a `*` is; as `until` when that is all."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A task, and how it is done."""

    title: str
    address: str
    """Of the page where it begins, without the site."""
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A step that was done."""

    wish: str
    keys: str
    said: str
    is_heard: bool
    """Whether what it expects was said."""


def is_in(expected: str, words: str) -> bool:
    """Whether the pieces of `expected` between its `*` stand in `words` in that order."""
    return re.search(".*".join(map(re.escape, expected.split("*"))), words) is not None


def keys_of(step: Step, presses: int = 1) -> str:
    """What is pressed or typed, for a reader."""
    if step.read:
        return "(lezen)"
    typed = f"“{step.text}” typen" if step.text else ""
    pressed = KEYS.get(step.key, step.key) + (f" ×{presses}" if presses > 1 else "")
    return ", ".join(filter(None, (typed, pressed)))


@dataclass(slots=True)
class Walker:
    """Somebody at the keyboard of one page."""

    page: Page
    client: CDPSession
    before: Moment | None = None
    seen: dict[int, str] = field(default_factory=dict)
    """What was said of each live region, or stood in it when it came."""

    def begin(self, address: str) -> str:
        """Open a page, unless it is; what is said of it."""
        if self.page.url != address:
            self.page.goto(address)
        self.page.wait_for_load_state("networkidle")
        self.before = None
        return self._said("")

    def take(self, step: Step) -> Row:
        """Do a step, and wait until what it expects is said."""
        expected = step.heard or step.until
        if step.read:
            words = self._read(step.read, expected)
            return Row(step.wish, keys_of(step), words, is_in(expected, words))
        if step.text:
            self.page.keyboard.type(step.text)
        presses = self._press(step) if step.key else 1
        words = self._said(expected)
        return Row(step.wish, keys_of(step, presses), words, is_in(expected, words))

    def _read(self, heading: str, expected: str) -> str:
        """What is read on from a heading, once what is expected stands there."""
        end = time.monotonic() + PATIENCE
        while True:
            words = " · ".join(islice(lines(self._now().tree, heading), LINES))
            if time.monotonic() > end or (words and is_in(expected, words)):
                return words
            self._notice()

    def _press(self, step: Step) -> int:
        """Press the key of a step as often as it asks; how often that was."""
        if step.key == BACK:  # a key of the window, and there is none
            self.page.go_back()
            return 1
        for presses in range(1, MOST_PRESSES + 1):
            self.page.keyboard.press(step.key)
            if not step.until or is_in(step.until, said(self._focused())):
                return presses
        return MOST_PRESSES

    def _said(self, expected: str) -> str:
        """What is said since the last time, as soon as something is that has what is expected."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                now = self._now()
            except BrowserError:  # between two pages
                now = None
            words = " · ".join(told(self.before, now, self.seen)) if now else ""
            if now and (time.monotonic() > end or (words and is_in(expected, words))):
                self.before, self.seen = now, now.tree.live()
                return words
            self._notice()

    def _notice(self) -> None:
        """Wait a little, and note which live regions there are by then."""
        time.sleep(POLL)
        with suppress(BrowserError):
            self.seen = self._now().tree.live() | self.seen

    def _now(self) -> Moment:
        tree = Tree.of(self.client.send("Accessibility.getFullAXTree")["nodes"])
        root = next(iter(tree.nodes.values()))
        focus = tree.elements.get(self._focused().element, root)
        if focus.is_ignored:  # the body: nothing has the focus
            focus = root
        if active := focus.states.get("activedescendant"):
            focus = tree.elements.get(active[0], focus)
        target = self._element("document.querySelector(':target')")
        reached = tree.elements.get(self._number(target)) if target else None
        words = first_line(tree, reached) if reached else ""
        return Moment(tree, focus, self.page.url, words)

    def _focused(self) -> Node:
        """What has the focus, without what is around it."""
        wanted = {"objectId": self._element("document.activeElement"), "fetchRelatives": False}
        return Node.of(self.client.send("Accessibility.getPartialAXTree", wanted)["nodes"][0])

    def _element(self, expression: str) -> str:
        """What the browser calls the element that an expression gives; empty for none."""
        found: str = self.client.send("Runtime.evaluate", {"expression": expression})["result"].get("objectId", "")
        return found

    def _number(self, element: str) -> int:
        number: int = self.client.send("DOM.describeNode", {"objectId": element})["node"]["backendNodeId"]
        return number


def walked(page: Page, site: str, walk: Walk) -> list[Row]:
    """A task done from its first page on, on the site at an address; it ends at a step that is not heard."""
    client = page.context.new_cdp_session(page)
    client.send("Accessibility.enable")
    walker = Walker(page, client)
    rows = [Row("De pagina openen.", walk.address, walker.begin(site + walk.address), is_heard=True)]
    for step in walk.steps:
        rows.append(walker.take(step))
        if not rows[-1].is_heard:
            break
    client.detach()
    return rows
