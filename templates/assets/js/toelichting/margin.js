// On a wide screen sources stand in the margin too, beside the line that names them, each once and where there is room.
// It is a second look at what the numbers and the list say, so that nobody hears it twice.

import { element } from "../dom.js";
import { marks, sourceOf } from "./notes.js";

/** Between the text, the notes and the column at the right, and the least that a note needs, in pixels. */
const AIR = 16;
const NARROWEST = 112;
/** What is always free below a part of the text. */
const BELOW_SECTION = 40;
const wideScreen = matchMedia("screen and (width >= 75rem)");
const column = /** @type {HTMLElement | null} */ (document.querySelector(".kolommen > .tekst"));
/** @type {HTMLElement[]} */
let notes = [];

/** The end of the blocks from this one on that leave the margin free. @param {Element} block @param {number} left */
function endOfMargin(block, left) {
  let last = block;
  let next = block.nextElementSibling;
  for (; next && next.getBoundingClientRect().right <= left; next = next.nextElementSibling) last = next;
  return last.getBoundingClientRect().bottom + (next ? 0 : BELOW_SECTION);
}

/** @param {HTMLElement} text */
function layOut(text) {
  for (const note of notes) note.remove();
  notes = [];
  const line = text.querySelector(".sectie > p");
  if (!wideScreen.matches || !line) return;
  const { top, right } = text.getBoundingClientRect();
  const left = line.getBoundingClientRect().left + Number.parseFloat(getComputedStyle(line).maxWidth) + AIR;
  const beside = text.parentElement?.querySelector(":scope > :not(.tekst)")?.getBoundingClientRect().left ?? right;
  const width = Math.max(beside, right) - AIR - left;
  if (width < NARROWEST) return;
  const shown = new Set();
  let free = 0;
  for (const mark of marks) {
    const block = mark.closest(".tekst > .sectie > :is(p, ul, ol)"); // beside a part of two columns the margin is taken
    const { title, lang, about, address } = sourceOf(mark);
    if (!block || !text.contains(block) || shown.has(mark.hash) || !title) continue;
    if (block.getBoundingClientRect().right > left) continue;
    const y = Math.max(mark.getBoundingClientRect().top, free);
    const note = element("a", { className: "kantnoot", href: address || mark.hash, tabIndex: -1, ariaHidden: "true" });
    note.append(
      element("b", {}, mark.lastChild?.textContent ?? ""),
      " ",
      element("span", { lang }, title),
      element("br"),
      about,
    );
    note.style.inset = `${y - top}px auto auto ${left - text.getBoundingClientRect().left}px`;
    note.style.width = `${width}px`;
    text.append(note);
    const end = y + note.getBoundingClientRect().height;
    if (end > endOfMargin(block, left)) {
      note.remove();
      continue;
    }
    free = end + AIR / 2;
    shown.add(mark.hash);
    notes.push(note);
  }
}

if (column) new ResizeObserver(() => layOut(column)).observe(column);
