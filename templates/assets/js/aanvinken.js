// A tick box "Vergelijk" on every card of a list; up to three lead to the page that puts them side by side. The choice is
// in the address of the list (?vergelijk=a,b), so it is still there after a reload, or when a reader comes back.

import { element, find, findAll } from "./dom.js";

const MOST = 3;
const PER_TURN = 12;
const KEY = "vergelijk";
const COMPARE = new URL("../../../praktijken/vergelijk/", import.meta.url).pathname;
const asked = new URLSearchParams(location.search).get(KEY)?.split(",") ?? [];
const chosen = new Set(asked.filter((slug) => /^[a-z\d-]+$/.test(slug)).slice(0, MOST));
/** @type {HTMLInputElement[]} */
const boxes = [];
const text = element("span");
const link = element("a", { className: "knop knop-klein", href: COMPARE }, "Zet naast elkaar");
const none = element("button", { type: "button", className: "knop knop-klein" }, "Wis de keuze");
const bar = element("div", { className: "vergelijkbalk", hidden: true }, text, element("span", {}, none, " ", link));
bar.setAttribute("role", "status");

const list = find("#lijst");
const cards = findAll("#lijst > :is(.kaartjes, .vouw) .kaartje");

/** Give the next cards their box; the others wait, so that a long list can be used in the meantime. */
function addBoxes() {
  for (const card of cards.splice(0, PER_TURN)) {
    const title = find("h3 a", card);
    const value = title.getAttribute("href")?.split("/").at(-2);
    const box = element("input", { type: "checkbox", name: KEY, value });
    const name = element("span", { className: "voorlezen" }, ` ${title.textContent}`);
    const label = element("label", { className: "vink aanvinken" }, box, element("span", {}, "Vergelijk", name));
    card.lastElementChild?.append(label);
    boxes.push(box);
  }
  if (cards.length) setTimeout(addBoxes);
  show();
}

/** The boxes and the bar say what is chosen, whatever a browser filled in. */
function show() {
  const isFull = chosen.size === MOST;
  for (const box of boxes) {
    box.checked = chosen.has(box.value);
    box.disabled = isFull && !box.checked;
  }
  text.textContent = isFull
    ? `${MOST} gekozen; meer past niet naast elkaar.`
    : `${chosen.size} gekozen om te vergelijken.`;
  link.href = `${COMPARE}#p=${[...chosen].join(",")}`;
  bar.hidden = !chosen.size;
}

/** Put the choice in the address, without a step of the back button. */
function write() {
  const url = new URL(location.href);
  url.searchParams.delete(KEY);
  const query = url.searchParams.toString() + (chosen.size ? `&${KEY}=${[...chosen].join(",")}` : "");
  url.search = query.replace(/^&/, "");
  history.replaceState(history.state, "", url);
}

list.addEventListener("change", (event) => {
  const target = /** @type {HTMLInputElement} */ (event.target);
  if (target.name !== KEY) return;
  if (target.checked) chosen.add(target.value);
  else chosen.delete(target.value);
  show();
  write();
});
none.addEventListener("click", () => {
  const first = boxes.find(({ checked }) => checked);
  chosen.clear();
  show();
  write();
  first?.focus();
});
addEventListener("pageshow", show); // a browser fills boxes in again, and keeps the bar of a page that it kept whole
addEventListener("popstate", write); // a step back in the filters is not one in this choice
list.append(bar);
addBoxes();
