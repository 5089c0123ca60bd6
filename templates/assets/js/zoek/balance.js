// The first hits in balance: of hits that are nearly as good, not all of one kind.

/** @import { Hit } from "./ranking.js" */

const FIRST = 10;
/** Hits among which the first are chosen. */
const AMONG = 40;
/** Hits of one kind that are as good as they are; each next one counts so much less. */
const FREE = 3;
const LESS = 0.1;

/**
 * The hits, the best first, with the first ten chosen one by one: each time the best, where one of a kind that is there often
 * counts less. `kinds` has a sign for each entry.
 * @param {Hit[]} hits @param {string} kinds
 */
export function balanced(hits, kinds) {
  const left = hits.slice(0, AMONG);
  /** @type {Hit[]} */
  const chosen = [];
  /** @type {Record<string, number>} */
  const times = {};
  const worth = (/** @type {Hit} */ { document, score }) =>
    score * (1 - LESS * Math.max(0, (times[kinds[document]] ?? 0) - FREE));
  while (chosen.length < FIRST && left.length) {
    const best = left.reduce((one, other) => (worth(other) > worth(one) ? other : one));
    left.splice(left.indexOf(best), 1);
    chosen.push(best);
    times[kinds[best.document]] = (times[kinds[best.document]] ?? 0) + 1;
  }
  return [...chosen, ...left, ...hits.slice(AMONG)];
}
