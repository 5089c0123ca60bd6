// Narrows the hits of a search by the choices in its form. Loaded when a choice is made or can be seen.

import { find, findAll } from "./dom.js";
import { chosen, FACETS, kinds, selects } from "./zoeken/form.js";

/** @import { Facets } from "./zoek/index.js" */
/** @import { Hit } from "./zoek/ranking.js" */

/** @type {HTMLInputElement[]} */
const radios = findAll("input", kinds);

/** The hits that pass every choice but that of one facet. @param {Hit[]} hits @param {Facets} facets @param {string} [exceptFacet] */
export function narrowed(hits, facets, exceptFacet) {
  const required = FACETS.filter((facet) => facet !== exceptFacet && chosen(facet));
  return hits.filter(({ document }) =>
    required.every((facet) => facets(facet, document).some(([value]) => value === chosen(facet))),
  );
}

/**
 * How many of these hits have each value of a facet: value -> its text and the number.
 * @param {string} facet @param {Hit[]} hits @param {Facets} facets
 */
function countValues(facet, hits, facets) {
  /** @type {Map<string, { text: string, count: number }>} */
  const counts = new Map();
  for (const { document } of hits) {
    for (const [value, text] of facets(facet, document)) {
      counts.set(value, { text, count: (counts.get(value)?.count ?? 0) + 1 });
    }
  }
  return counts;
}

/**
 * Says at each choice how many of the `hits` it would leave, given the other choices; `all` know the words of more values.
 * @param {Hit[]} hits @param {Hit[]} all @param {Facets} facets
 */
export function showChoices(hits, all, facets) {
  const anyKind = narrowed(hits, facets, "soort");
  const perKind = countValues("soort", anyKind, facets).set("", { text: "", count: anyKind.length });
  for (const radio of radios) {
    const count = perKind.get(radio.value)?.count ?? 0;
    const label = /** @type {HTMLElement} */ (radio.parentElement);
    find(".getal", label).textContent = String(count);
    label.hidden = !count && !radio.checked;
  }
  for (const select of selects) {
    const { name, value } = select;
    const counts = countValues(name, narrowed(hits, facets, name), facets);
    if (value && !counts.has(value)) {
      const text = countValues(name, all, facets).get(value)?.text ?? value;
      counts.set(value, { text, count: 0 });
    }
    const rows = [...counts].sort(([, a], [, b]) => a.text.localeCompare(b.text, "nl"));
    const options = rows.map(([option, { text, count }]) => new Option(`${text} (${count})`, option));
    select.replaceChildren(new Option("Alle", ""), ...options);
    select.value = value;
    const label = /** @type {HTMLElement} */ (select.parentElement);
    label.hidden = !rows.length;
  }
}
