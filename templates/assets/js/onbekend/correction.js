// What to show when a word was taken for another: the question as the texts would spell it.

import { fold, stem, words } from "../zoek/language.js";

const WORD = /\p{L}[\p{L}'’-]*/gu;
const root = (/** @type {string} */ written) =>
  words(fold(written))
    .map(({ word }) => stem(word))
    .join("");

/**
 * The question with every repaired word the way the entries found write it, or as its stem; "" when that is the same.
 * @param {string} question
 * @param {import("../zoek/query.js").Group[]} groups
 * @param {import("../zoek/index.js").SearchDocument[]} documents
 */
export function corrected(question, groups, documents) {
  const texts = documents.flatMap(({ titel, zin, stukken }) => [titel, zin, ...stukken.map(([, , text]) => text)]);
  const all = texts.reverse().flatMap((text) => text.match(WORD) ?? []);
  const written = new Map(all.map((word) => [root(word), word.toLowerCase()]));
  /** @type {Map<string, string>} */
  const better = new Map();
  for (const { tokens, repaired } of groups) {
    const best = repaired?.[0];
    if (best) better.set(tokens[0].word, written.get(best) ?? best);
  }
  const pieces = question.split(/(\s+)/);
  const corrected = pieces.map((piece) => better.get(words(fold(piece))[0]?.word) ?? piece).join("");
  return corrected === question ? "" : corrected;
}
