// Narrows the overview of kansen, by choices and by what is typed. Each option says how many kansen it would leave.

import { element, find, findAll, setText } from "./dom.js";
import { createFacets, createRow, Filter } from "./filter.js";
import { holds } from "./holds.js";

const drawer = /** @type {HTMLDetailsElement} */ (find(".filterbalk"));
/** @type {HTMLFormElement} */
const form = find("form", drawer);
/** @type {HTMLInputElement} */
const field = find(".typveld input");
/** @type {HTMLInputElement[]} */
const boxes = findAll("input", form);
const reset = find("[type=reset]", form);
const status = find(".aantal");
const empty = element(
  "p",
  { className: "leeg", hidden: true },
  "Geen kans heeft al deze kenmerken. Haal een keuze weg.",
);
find(".kansen-kop").after(empty);

const groups = Map.groupBy(boxes, ({ name }) => name);
const facets = createFacets([...groups].map(([key, options]) => ({ key, options })));
const rows = findAll(".kans").map((item) => {
  const dataOf = (/** @type {string} */ key) => item.closest(`[data-${key}]`)?.getAttribute(`data-${key}`);
  const options = facets.flatMap(({ key, options }) => options.filter(({ value }) => value === dataOf(key)));
  return { ...createRow(options, facets), item };
});
const filter = new Filter(facets, rows);

function show() {
  filter.fits = holds(field.value);
  const counts = filter.apply();
  const left = filter.matching().length;
  const chosen = filter.chosen.size + Number(field.value.trim() !== "");
  for (const { item, matches } of rows) item.hidden = !matches;
  for (const part of findAll(".fase, .kansrij")) part.hidden = chosen > 0 && !part.querySelector(".kans:not([hidden])");
  for (const option of filter.options) {
    boxes[option.number].checked = filter.chosen.has(option);
    find(".getal", boxes[option.number].parentElement ?? form).textContent = String(counts[option.number]);
  }
  document.body.classList.toggle("een-fase", filter.choice("fase").length === 1);
  const all = `${rows.length} kansen`;
  const text = left === rows.length ? all : `${left} van ${all}`;
  setText(status, text);
  empty.hidden = left > 0;
  if (!chosen && document.activeElement === reset) boxes[0].focus();
  reset.hidden = !chosen;
  find(".filterbalk-actief", drawer).textContent = chosen ? `: ${chosen} actief` : "";
}

function choose() {
  for (const option of filter.options) filter.choose(option, boxes[option.number].checked);
  const typed = field.value.trim();
  filter.writeAddress(typed ? { tekst: typed } : {});
  show();
}

form.addEventListener("change", choose);
form.addEventListener("reset", () => {
  field.value = "";
  setTimeout(choose);
});
field.addEventListener("input", show);
field.addEventListener("change", choose);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  status.scrollIntoView();
});
drawer.open = matchMedia("(width >= 60rem)").matches;
filter.followAddress((query) => {
  field.value = query.get("tekst") ?? "";
  show();
});
