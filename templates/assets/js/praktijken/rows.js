// The rows, in two lists: one that is shown, and the rest, which is not drawn and so costs nothing to change. What fits
// the choice is found there by a search in the page, and is printed.

import { find, findAll } from "../dom.js";
import { createRow } from "../filter.js";
import { plain } from "../holds.js";

/**
 * A praktijk: where it stood in the page, its points on the map, its step of evidence, and once asked its rank by name
 * and its words.
 * @typedef {import("../filter.js").Row & { li: HTMLElement, place: number, points: number[], step: number, rank?: number, words?: string }} ListRow
 */

/**
 * The row of a list item, which has in data-f a letter for a facet and a figure for the place of the option in it.
 * @param {HTMLElement} li @param {number} place @param {import("../filter.js").Facet[]} facets
 * @returns {ListRow}
 */
export function readRow(li, place, facets) {
  const codes = li.dataset.f?.match(/../g) ?? [];
  const options = codes.map((code) => facets[code.charCodeAt(0) - 97].options[parseInt(code[1], 36)]);
  return {
    ...createRow(options, facets),
    li,
    place,
    points: li.dataset.p ? li.dataset.p.split(" ").map(Number) : [],
    step: Number(find(".stenen use", li).getAttribute("href")?.at(-1)),
  };
}

/** The words of a text in one line, each after a space. @param {string} text */
const spaced = (text) => plain(text).replace(/[^\p{L}\d]+|^/gu, " ");

/**
 * Whether each word that is typed begins a word of the title, a place or the summary.
 * @param {string} typed @returns {(row: ListRow) => boolean}
 */
export function begins(typed) {
  const words = spaced(typed).match(/ [^ ]+/g) ?? [];
  return (row) => {
    if (!words.length) return true;
    row.words ??= spaced(
      findAll("h3, .kaartje-meta > :not([class]), .kaartje > :not([class])", row.li)
        .map(({ textContent }) => textContent)
        .join(" "),
    );
    return words.every((word) => row.words?.includes(word));
  };
}

/** @type {Record<string, (a: ListRow, b: ListRow) => number>} */
const ORDERS = {
  gecontroleerd: (a, b) => a.place - b.place,
  bewijs: (a, b) => b.step - a.step || a.place - b.place,
  naam: (a, b) => (a.rank ?? 0) - (b.rank ?? 0),
};

/** The name of an order that exists, whatever was asked. @param {string | null} name */
export const existingOrder = (name) => (name && Object.hasOwn(ORDERS, name) ? name : "gecontroleerd");

/** Comparing names takes long, so each row gets its rank, once, when somebody asks for this order. */
function rankByName(/** @type {ListRow[]} */ rows) {
  const { compare } = new Intl.Collator("nl");
  const named = rows.map((row) => ({ row, name: find("h3", row.li).textContent }));
  for (const [rank, { row }] of named.sort((a, b) => compare(a.name, b.name)).entries()) row.rank = rank;
}

/** @param {ListRow[]} rows @param {string} order */
export function sortRows(rows, order) {
  if (order === "naam" && rows[0]?.rank === undefined) rankByName(rows);
  rows.sort(ORDERS[order]);
}

/** Let a list hold these elements in this order; only what stands elsewhere is moved. */
function arrange(/** @type {Element} */ list, /** @type {Iterable<Element>} */ items) {
  let slot = list.firstElementChild;
  for (const li of items) {
    if (li === slot) slot = slot.nextElementSibling;
    else list.insertBefore(li, slot);
  }
}

/**
 * Two lists for the rows of one; what a search in the page finds in the rest stays shown, and `onMatch` is called.
 * @param {HTMLElement} list @param {ListRow[]} rows @param {() => void} onMatch
 */
export function splitList(list, rows, onMatch) {
  list.classList.remove("lang");
  const rest = /** @type {HTMLElement} */ (list.cloneNode(false));
  const rowOf = new Map(rows.map((row) => [/** @type {Element} */ (row.li), row]));
  list.after(rest);
  rest.addEventListener("beforematch", onMatch);
  return {
    shown: () => [...list.children].flatMap((li) => rowOf.get(li) ?? []),
    /** Show these rows and no other. @param {ListRow[]} shown */
    show(shown) {
      const staying = new Set(shown.map(({ li }) => /** @type {Element} */ (li)));
      rest.append(...[...list.children].filter((li) => !staying.has(li)));
      arrange(list, staying);
      for (const { li } of shown) li.hidden = false;
      rest.hidden = /** @type {any} */ ("until-found");
    },
    /** Put the rest in the order of these rows; what does not fit the choice cannot be found there. */
    sortRest(/** @type {ListRow[]} */ all) {
      const here = all.filter(({ li }) => li.parentElement === rest);
      const items = here.map(({ li }) => li);
      arrange(rest, items);
      for (const { li, matches } of here) li.hidden = !matches;
    },
  };
}
