// The list for Monday: which kansen fit a town.

/** @import { Score } from "./outcome.js" */
/** A kans as exports/scan_data.py writes it: `plaatsen` has for some sizes a town that did it. @typedef {{ code: string, titel: string, adres: string, trend: string, fase: number, stap: string, wie: string, aanpak: [string, string] | null, plaatsen: Record<number, string> }} Kans */

/**
 * Three kansen of the trends that come first, in turn when they are more: what a town of that size did, near the term.
 * @param {Kans[]} kansen @param {Score[]} first @param {number} size @param {number} start
 */
export function proposed(kansen, first, size, start) {
  const cost = (/** @type {Kans} */ { fase, plaatsen }) =>
    2 * Math.abs(fase - start) + (Object.keys(plaatsen).length ? 0 : 2) + (!size || plaatsen[size] ? 0 : 3);
  const rows = first.map(({ word }) => kansen.filter(({ trend }) => trend === word).sort((a, b) => cost(a) - cost(b)));
  return [0, 1, 2].flatMap((turn) => rows.flatMap((row) => row.slice(turn, turn + 1))).slice(0, 3);
}
