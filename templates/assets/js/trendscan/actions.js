// The list for Monday: which kansen fit a town. A kans is its element in the template of the page.

/** @import { Score } from "./outcome.js" */
/** @typedef {{ dataset: DOMStringMap }} Kans */

/** A town of a size that did what a kans says, if there is one. @param {Kans} kans @param {number} size */
export const townOf = ({ dataset: { plaatsen = "" } }, size) => plaatsen.match(`(?:^|\\|)${size}:([^|]*)`)?.[1] ?? "";

/**
 * Three kansen of the trends that come first, in turn when they are more: what a town of that size did, near the term.
 * @template {Kans} K
 * @param {K[]} kansen @param {Score[]} first @param {number} size @param {number} start
 */
export function proposed(kansen, first, size, start) {
  const cost = (/** @type {K} */ kans) =>
    2 * Math.abs(Number(kans.dataset.fase) - start) +
    (kans.dataset.plaatsen ? 0 : 2) +
    (!size || townOf(kans, size) ? 0 : 3);
  const rows = first.map(({ word }) =>
    kansen.filter(({ dataset }) => dataset.trend === word).sort((a, b) => cost(a) - cost(b)),
  );
  return [0, 1, 2].flatMap((turn) => rows.flatMap((row) => row.slice(turn, turn + 1))).slice(0, 3);
}
