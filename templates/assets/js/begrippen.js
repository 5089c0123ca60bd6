// Narrows the terms by what is typed: letters without a term that holds it go, and so do their links.

import { element, find, findAll, setText } from "./dom.js";
import { holds } from "./holds.js";

const bar = find(".letters");
const letters = findAll(".letter").map((part) => ({
  part,
  link: find(`[href="#${part.id}"]`, bar).parentElement,
  rows: findAll("article", part).map((item) => ({ item })),
}));
const status = element("p", { className: "leeg", role: "status" });

/** @param {string} typed */
function show(typed) {
  const fits = holds(typed);
  let left = 0;
  for (const { part, link, rows } of letters) {
    for (const row of rows) row.item.hidden = !fits(row);
    const fitting = rows.filter(({ item }) => !item.hidden).length;
    left += fitting;
    part.hidden = !fitting;
    if (link) link.hidden = !fitting;
  }
  const number = left === 1 ? "1 begrip" : `${left || "Geen"} begrippen`;
  setText(status, typed.trim() ? `${number} met “${typed.trim()}”` : "");
}

/** @type {HTMLInputElement} */
const field = find(".typveld input");
field.addEventListener("input", () => {
  const typed = field.value.trim();
  history.replaceState(null, "", typed ? `?${new URLSearchParams({ tekst: typed })}` : location.pathname);
  show(typed);
});
bar.after(status);
field.value = new URLSearchParams(location.search).get("tekst") ?? "";
show(field.value);
