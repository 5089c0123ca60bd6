// What may stand for a word that the index knows. An alternative with several terms needs all of them, and only synonyms
// say how they are written.

/** @import { Alternative, Entry, Index } from "./index.js" */

const MOST_COMPLETIONS = 12;
const MOST_REPLACEMENTS = 8;
/** What the parts of a compound count: all together, and one alone. */
const KNOWN = { together: 0.5, alone: 0.15 };
/** What the word counts of which the word in the question is a form. */
export const FORM = 0.8;

/**
 * The parts of a compound, the head last: all of them, each alone, and all with one replaced by a synonym.
 * @param {Index} index @param {number[]} numbers
 */
export async function partAlternatives(index, numbers, { together, alone } = KNOWN) {
  /** @type {Alternative[]} */
  const alternatives = numbers.map((number, i) => [i < numbers.length - 1 ? 0.7 * alone : alone, [number]]);
  if (numbers.length < 2) return alternatives;
  alternatives.push([together, numbers]);
  for (const number of numbers) {
    for (const [weight, terms] of (await index.synonyms({ number, count: 1 })).slice(0, MOST_REPLACEMENTS)) {
      alternatives.push([together * weight, numbers.flatMap((other) => (other === number ? terms : [other]))]);
    }
  }
  return alternatives;
}

/**
 * Alternatives that count so much less.
 * @param {number} factor @param {Alternative[]} alternatives
 * @returns {Alternative[]}
 */
export const times = (factor, alternatives) => alternatives.map(([weight, ...rest]) => [factor * weight, ...rest]);

/**
 * A word itself when texts have it, the word that it is a form of, its parts and its synonyms.
 * @param {Index} index @param {Omit<Entry, "word">} entry
 * @returns {Promise<Alternative[]>}
 */
export async function knownAlternatives(index, entry) {
  /** @type {Alternative[]} */
  const own = entry.count ? [[1, [entry.number]]] : [];
  const [number, head] = entry.parts;
  if (head >= 0) own.push(...(await partAlternatives(index, entry.parts)));
  else if (number >= 0) own.push(...times(FORM, await knownAlternatives(index, { number, count: 1, parts: [] })));
  return [...own, ...(await index.synonyms(entry))];
}

/**
 * The most frequent words that begin so.
 * @param {Index} index @param {string} start
 * @returns {Promise<Alternative[]>}
 */
export async function completions(index, start) {
  const entries = await index.startingWith(start);
  return entries
    .filter(({ word, count }) => count && word !== start)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_COMPLETIONS)
    .map(({ word, number }) => [0.45 * (0.5 + (0.5 * start.length) / word.length), [number]]);
}
