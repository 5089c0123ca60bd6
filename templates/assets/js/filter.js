// What a list can be narrowed by: within a facet any chosen option will do, between facets all must hold. The choice is
// in the address, so it can be shared and the back button goes one choice back.

/** A facet, and whether its choice is kept out of the address. @typedef {{ key: string, options: Option[], isPrivate: boolean }} Facet */
/** @typedef {{ facet: number, number: number, bit: number, value: string, text: string }} Option */
/**
 * The options that a row has: by number, and as bits in a mask per facet; `matches` is whether it fits the choice.
 * @typedef {{ masks: number[], numbers: number[], matches: boolean }} Row
 */

/**
 * Facets with their options; an option has a number among all options, and is one bit in the mask of its facet.
 * @param {{ key: string, options: { value: string, text?: string }[], isPrivate?: boolean }[]} groups
 * @returns {Facet[]}
 */
export function createFacets(groups) {
  let number = 0;
  return groups.map(({ key, options, isPrivate = false }, facet) => ({
    key,
    isPrivate,
    options: options.map(({ value, text = "" }, place) => ({ facet, number: number++, bit: 1 << place, value, text })),
  }));
}

/** The row that has these options. @param {Option[]} options @param {Facet[]} facets @returns {Row} */
export function createRow(options, facets) {
  const masks = facets.map(() => 0);
  for (const { facet, bit } of options) masks[facet] |= bit;
  return { masks, numbers: options.map(({ number }) => number), matches: true };
}

/** @template {Row} R */
export class Filter {
  /** @type {Set<Option>} */
  chosen = new Set();
  /** What a row must do beside having the chosen options. @type {(row: R) => boolean} */
  fits = () => true;

  /** @param {Facet[]} facets @param {R[]} rows */
  constructor(facets, rows) {
    this.facets = facets;
    this.rows = rows;
    this.options = facets.flatMap(({ options }) => options);
  }

  /** The options that are chosen, in the order of the facets; of one facet if named. @param {string} [key] */
  choice(key) {
    return this.options.filter((option) => this.chosen.has(option) && (!key || this.facets[option.facet].key === key));
  }

  matching() {
    return this.rows.filter(({ matches }) => matches);
  }

  /** Finds the rows that match, and counts by number each option among the rows that fit all other facets. */
  apply() {
    const counts = this.options.map(() => 0);
    const wanted = this.facets.map(() => 0);
    for (const { facet, bit } of this.chosen) wanted[facet] |= bit;
    for (const row of this.rows) {
      row.matches = this.fits(row);
      if (!row.matches) continue;
      let misses = 0;
      let missed = -1;
      for (let facet = 0; facet < wanted.length; facet++) {
        if (wanted[facet] && !(wanted[facet] & row.masks[facet])) {
          misses++;
          missed = facet;
        }
      }
      row.matches = !misses;
      if (misses > 1) continue;
      for (const number of row.numbers) if (!misses || this.options[number].facet === missed) counts[number]++;
    }
    return counts;
  }

  /** @param {Option} option @param {boolean} on */
  choose(option, on) {
    if (on) this.chosen.add(option);
    else this.chosen.delete(option);
  }

  /**
   * Takes the choice from the address, now and whenever a reader goes back or forward; `then` gets the parameters.
   * @param {(query: URLSearchParams) => void} then
   */
  followAddress(then) {
    const read = () => {
      const query = new URLSearchParams(location.search);
      const isAsked = (/** @type {Option} */ { facet, value }) =>
        !this.facets[facet].isPrivate && query.has(this.facets[facet].key, value);
      this.chosen = new Set(this.options.filter(isAsked));
      then(query);
    };
    addEventListener("popstate", read);
    read();
  }

  /**
   * Puts the choice in the address, as a step of the back button unless it goes on with the last one.
   * @param {Record<string, string>} [others] @param {string} [fragment] @param {boolean} [goesOn]
   */
  writeAddress(others = {}, fragment = "", goesOn = false) {
    const open = this.choice().filter(({ facet }) => !this.facets[facet].isPrivate);
    const query = new URLSearchParams(open.map(({ facet, value }) => [this.facets[facet].key, value]));
    for (const [key, value] of Object.entries(others)) query.append(key, value);
    const ticked = new URLSearchParams(location.search).get("vergelijk"); // of aanvinken.js
    if (ticked) query.append("vergelijk", ticked);
    history[goesOn ? "replaceState" : "pushState"](null, "", (query.size ? `?${query}` : location.pathname) + fragment);
  }
}
