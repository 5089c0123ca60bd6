// What may stand for a word that no text has: its parts, words that begin so, and what the reader may have meant.
// Loaded when the first such word is typed.

import { completions, knownAlternatives, partAlternatives, times } from "../zoek/alternatives.js";
import { stem } from "../zoek/language.js";
import { splitCompound, withParts } from "./compounds.js";
import { repair } from "./typos.js";

/** @import { Alternative, Entry, Index } from "../zoek/index.js" */
/** @import { Token } from "../zoek/language.js" */

const UNKNOWN = { together: 0.75, alone: 0.3 };
const REPAIRED = { together: 1, alone: 0.4 };
const START_ALONE = 0.2;
const LEFT_OVER = 4;

/**
 * The longest known beginning and ending of a word that cannot be split whole; four letters or more are left over.
 * @param {string} word @param {import("./compounds.js").PartsBy} partsBy
 * @returns {[weight: number, part: string][]}
 */
function edges(word, partsBy) {
  const isKnown = (/** @type {string} */ part) => partsBy(stem(part)[0]).has(stem(part));
  const count = Math.max(0, word.length - 2 * LEFT_OVER + 1);
  const lengths = Array.from({ length: count }, (_, i) => word.length - LEFT_OVER - i);
  const start = lengths.find((length) => isKnown(word.slice(0, length)));
  const end = lengths.find((length) => isKnown(word.slice(-length)));
  /** @type {[number, string][]} */
  const found = [];
  if (start) found.push([START_ALONE, word.slice(0, start)]);
  if (end) found.push([UNKNOWN.alone, word.slice(-end)]);
  return found;
}

/**
 * The group for such a word; `synonym` is what the index knows of it when it is a synonym of words that texts have.
 * @param {Index} index @param {Token} token @param {Entry | undefined} synonym @param {boolean} isUnfinished
 * @returns {Promise<{ alternatives: Alternative[], repaired?: string[] }>}
 */
export async function unknownWord(index, { word, pieces }, synonym, isUnfinished) {
  const parts = pieces.length ? pieces : await withParts(index, (worth) => splitCompound(word, worth));
  const entries = await Promise.all(parts.map((part) => index.word(stem(part))));
  const numbers = entries.flatMap((entry) => (entry?.count ? [entry.number] : []));
  if (synonym) {
    return {
      alternatives: [...(await knownAlternatives(index, synonym)), ...(await partAlternatives(index, numbers))],
    };
  }

  const alternatives = await partAlternatives(index, numbers, UNKNOWN);
  for (const [weight, part] of numbers.length ? [] : await withParts(index, (_, partsBy) => edges(word, partsBy))) {
    const edge = await index.word(stem(part));
    if (edge?.count) alternatives.push([weight, [edge.number]]);
  }
  const longer = word.length > 2 ? await completions(index, stem(word)) : [];
  alternatives.push(...longer);
  if (word.length < LEFT_OVER || /[0-9]{2}/.test(word) || (isUnfinished && longer.length)) return { alternatives };
  const better = await repair(word, index, numbers.length > 1);
  for (const { weight, entry, terms = [] } of better) {
    const more = entry ? await knownAlternatives(index, entry) : await partAlternatives(index, terms, REPAIRED);
    alternatives.push(...times(weight, more));
  }
  return { alternatives, repaired: better.filter(({ isForm }) => !isForm).map((repaired) => repaired.word) };
}
