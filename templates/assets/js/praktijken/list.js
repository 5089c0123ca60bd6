// The list of praktijken: a form in the place of the links, and list, wall, map and register that follow it.

import { element, find, findAll, setText } from "../dom.js";
import { Filter } from "../filter.js";
import { createClear, createForm, facets, showChips, wordsOf } from "./form.js";
import { markPointed } from "./marking.js";
import { begins, existingOrder, readRow, sortRows, splitList } from "./rows.js";
import { offerSimilar } from "./similar.js";

/** @typedef {import("./rows.js").ListRow} ListRow */

const STEP = 12;
const PAUSE = 600; // milliseconds without a key after which is said how many there are
const AT_ONCE = 3; // rows that a choice puts in place at once; what lies below them follows after the next drawing
const heading = find("#aantal");
const list = find("#lijst > .kaartjes");
const wall = find(".muurvak");
const map = find("#kaart");
const chips = find(".chips");
const filterButton = find(".filterknop");
/** @type {HTMLInputElement} */
const field = find(".typveld input");
/** @type {HTMLSelectElement} */
const order = find("#filter-volgorde");

const rows = findAll(":scope > li", list).map((li, place) => readRow(li, place, facets));
const filter = new Filter(facets, rows);
const provinces = facets.find(({ key }) => key === "provincie");
const form = createForm(choose, () => heading.focus());
const similar = offerSimilar(filter, form.similar, update);
const following = map && follow();
const unmark = markPointed(rows, wall, map);
let limit = STEP;

const more = element("button", { type: "button", className: "knop knop-rand", hidden: true });
more.addEventListener("click", () => {
  const first = filter.matching()[limit];
  limit += STEP;
  history.replaceState({ toon: limit }, "");
  showRows();
  find("h3 a", first.li).focus();
});
const elsewhere = element("p");
const empty = element(
  "div",
  { className: "leeg", hidden: true },
  element("p", {}, "Geen praktijk past bij alles wat u koos. Haal iets weg. ", createClear(clear)),
  elsewhere,
);
list.before(empty);
list.after(more);
const lists = splitList(list, rows, () => {
  more.hidden = true;
});

/** What is typed. */
const typed = () => field.value.trim();

let telling = 0;

/** Says how many are found. @param {number} [pause] milliseconds */
function tell(pause) {
  clearTimeout(telling);
  telling = setTimeout(() => setText(find("#meldingen"), `${heading.textContent} gevonden`), pause);
}

/** @param {import("../filter.js").Option} option @param {boolean} on */
function choose(option, on) {
  filter.choose(option, on);
  limit = STEP;
  update(true);
  tell();
}

/** The rows that have what stands in the field. @param {string} [text] */
function search(text) {
  if (text !== undefined) field.value = text;
  limit = STEP;
  update(true, text === undefined);
  tell(PAUSE);
}

/** Every praktijk again, with the focus on how many there are. */
function clear() {
  for (const option of filter.choice()) filter.choose(option, false);
  search("");
  heading.focus();
}

/** @param {import("../filter.js").Option} option */
function toggle(option) {
  choose(option, !filter.chosen.has(option));
}

/** Show these rows. A card tells its first trend, and here the chosen ones that it has too. @param {ListRow[]} shown */
function show(shown) {
  const trends = filter.choice("trend");
  for (const { li, numbers } of shown) {
    const first = li.querySelector(".trendlabel");
    const others = trends.filter(({ number, text }) => numbers.includes(number) && text !== first?.textContent);
    li.querySelector(".ook")?.remove();
    const text = ` ook ${others.map(({ text }) => text).join(", ")} `;
    if (others.length) first?.after(element("span", { className: "ook" }, text));
  }
  lists.show(shown);
}

/** Show the rows that fit, at most `limit`. */
function showRows() {
  const matching = filter.matching();
  show(matching.slice(0, limit));
  lists.sortRest(rows);
  const left = matching.length - limit;
  more.hidden = left <= 0;
  if (left > 0) setText(more, `Toon de volgende ${Math.min(left, STEP)}`);
}

/** The same for now: the uppermost rows, and below them those that stood there and still fit. */
function showFirst() {
  const first = filter.matching().slice(0, AT_ONCE);
  const staying = lists.shown().filter((row) => row.matches && !first.includes(row));
  show([...first, ...staying].slice(0, limit));
}

let turn = 0;
/** Whether the last step of the back button was made by typing, so that the next letter belongs to it. */
let wasTyping = false;

/** In the address beside the filters. @returns {Record<string, string>} */
const others = () => ({
  ...(typed() && { tekst: typed() }),
  ...(order.value !== "gecontroleerd" && { volgorde: order.value }),
});

/**
 * After the next drawing write the address and do the rest, unless another choice was made by then.
 * @param {() => void} finish @param {boolean} [isTyping]
 */
function afterDrawing(finish, isTyping = false) {
  const mine = ++turn;
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (mine !== turn) return;
      filter.writeAddress(others(), similar.fragment(), isTyping && wasTyping);
      wasTyping = isTyping;
      finish();
    }),
  );
}

/** What makes wall and map follow the list. */
async function follow() {
  const [{ createMap }, { layBricks }] = await Promise.all([import("../beeld/map.js"), import("../beeld/wall.js")]);
  const showMap = createMap(map, provinces?.options ?? [], toggle);
  return () => {
    layBricks(wall, stepCounts());
    showMap(rows, filter.chosen);
  };
}

/** How many of the rows that fit are on each step of evidence. */
function stepCounts() {
  const counts = [0, 0, 0, 0, 0];
  for (const { matches, step } of rows) if (matches) counts[step]++;
  return counts;
}

/** What lies further from the choice: the other rows, wall and map. */
function updateRest() {
  showRows();
  const trends = filter.choice("trend");
  const trendClass = trends.length === 1 ? ` trend-${trends[0].value.replace("anders-", "")}` : "";
  for (const part of [wall, map]) if (part) part.className = part.classList[0] + trendClass;
  unmark();
  following?.then((showRest) => showRest());
}

/** Where nothing in the list has what is typed, the whole site may. @param {string} text */
function offerSearch(text) {
  const href = `${find("[href$='/zoeken/']").getAttribute("href")}?${new URLSearchParams({ q: text })}`;
  const link = element("a", { href }, `Zoek “${text}” op de hele site`);
  elsewhere.replaceChildren(...(text ? ["Hier is gezocht in titel, plaats en samenvatting. ", link, "."] : []));
}

/** Everything that follows the choice; in haste what a reader looks at first, and the rest after the next drawing. */
function update(inHaste = false, isTyping = false) {
  filter.fits = begins(typed());
  form.show(filter);
  const { length } = filter.matching();
  empty.hidden = length > 0;
  if (!length) offerSearch(typed());
  if (inHaste) showFirst();
  setText(heading, length === 1 ? "1 praktijk" : `${length} praktijken`);
  setText(form.done, `Toon ${heading.textContent}`);
  setText(filterButton, filter.chosen.size ? `Filters: ${filter.chosen.size} actief` : "Filters");
  const wishes = filter.choice().map((option) => ({ text: wordsOf(option), onRemove: () => choose(option, false) }));
  if (typed()) wishes.unshift({ text: `“${typed()}”`, onRemove: () => search("") });
  showChips(chips, wishes, clear, heading);
  if (inHaste) afterDrawing(updateRest, isTyping);
  else {
    turn++;
    updateRest();
  }
}

field.addEventListener("input", () => search());
field.addEventListener("change", () => {
  wasTyping = false;
});
field.addEventListener("keydown", ({ key }) => {
  if (key === "Enter") heading.focus();
});
order.addEventListener("change", () => {
  sortRows(rows, order.value);
  showFirst();
  afterDrawing(showRows);
  find("#meldingen").textContent = `Gesorteerd op ${order.selectedOptions[0].text}`;
});
filter.followAddress((query) => {
  order.value = existingOrder(query.get("volgorde"));
  field.value = query.get("tekst") ?? "";
  wasTyping = false;
  limit = history.state?.toon ?? STEP;
  sortRows(rows, order.value);
  similar.follow();
  update();
});
// The wall first: it would move the list.
Promise.resolve(following).finally(() => delete document.documentElement.dataset.vraag);
