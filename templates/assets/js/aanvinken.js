// A tick box "Vergelijk" on every card of a list; up to three lead to the page that puts them side by side.

import { element, find, findAll } from "./dom.js";

const MOST = 3;
const PER_TURN = 12;
const COMPARE = new URL("../../../praktijken/vergelijk/", import.meta.url).pathname;
/** @type {Set<string>} */
const chosen = new Set();
/** @type {HTMLInputElement[]} */
const boxes = [];
const text = element("span");
const link = element("a", { className: "knop knop-klein", href: COMPARE }, "Zet naast elkaar");
const bar = element("div", { className: "vergelijkbalk", hidden: true }, text, link);
bar.setAttribute("role", "status");

const list = find("#lijst");
const cards = findAll("#lijst > :is(.kaartjes, .vouw) .kaartje");

/** Give the next cards their box; the others wait, so that a long list can be used in the meantime. */
function addBoxes() {
  for (const card of cards.splice(0, PER_TURN)) {
    const title = find("h3 a", card);
    const value = title.getAttribute("href")?.split("/").at(-2);
    const box = element("input", { type: "checkbox", name: "vergelijk", value, disabled: chosen.size === MOST });
    const name = element("span", { className: "voorlezen" }, ` ${title.textContent}`);
    const label = element("label", { className: "vink aanvinken" }, box, element("span", {}, "Vergelijk", name));
    card.lastElementChild?.append(label);
    boxes.push(box);
  }
  if (cards.length) setTimeout(addBoxes);
}

addBoxes();
list.addEventListener("change", (event) => {
  const target = /** @type {HTMLInputElement} */ (event.target);
  if (target.name !== "vergelijk") return;
  if (target.checked) chosen.add(target.value);
  else chosen.delete(target.value);
  const isFull = chosen.size === MOST;
  for (const box of boxes) box.disabled = isFull && !box.checked;
  text.textContent = isFull
    ? `${MOST} gekozen; meer past niet naast elkaar.`
    : `${chosen.size} gekozen om te vergelijken.`;
  link.href = `${COMPARE}#p=${[...chosen].join(",")}`;
  bar.hidden = !chosen.size;
});
list.append(bar);
