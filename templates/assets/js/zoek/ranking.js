// Which entries answer a question, best first. By entry means: in an array with a place for every entry.

import { balanced } from "./balance.js";

/** @import { Group } from "./query.js" */
/** @import { Alternative, Index, Postings } from "./index.js" */
/**
 * What a group gives: how rare it is, and by entry how much and through which alternative most of it.
 * @typedef {{ idf: number, parts: Float64Array, through: (Alternative | undefined)[] }} Weighed
 */
/** `isAsRead`: it has every kenmerk that the question was read as; `isGood`: and the score of a good one. */
/** @typedef {{ document: number, score: number, isAsRead: boolean, isGood: boolean, groups: Weighed[] }} Hit */

/** A word is rare when it tells at least so much of what the rarest of the question tells. */
const RARE = 0.7;
/** The part of the score of the best hit that a good one has at least. */
const LEAST = 0.3;
/** The same for a question of one word or phrase, which many entries have. */
const LEAST_OF_ONE = 0.4;
/** The same for one that has none of the rare words. */
const WITHOUT_RARE = 0.6;
/** What is left of the score of an entry that lacks a kenmerk that the question was read as. */
const NOT_AS_READ = 0.5;
/** What a word that hardly narrows a question counts of what another would. */
const LIGHT = 0.5;

/** The entries that have both of two terms, and what both together count there. */
/** @param {Postings} one @param {Postings} other @returns {Postings} */
function both(one, other) {
  /** @type {Postings} */
  const joined = { documents: [], counts: [] };
  let j = 0;
  one.documents.forEach((document, i) => {
    while (other.documents[j] < document) j++;
    if (other.documents[j] !== document) return;
    const [a, b] = [one.counts[i], other.counts[j]];
    joined.documents.push(document);
    joined.counts.push(0.5 * Math.min(a, b) + 0.25 * (a + b));
  });
  return joined;
}

/** @param {Group} group @param {Map<number, Postings>} postings @param {number} size @returns {Weighed} */
function weigh({ alternatives, isLight }, postings, size) {
  const highest = new Float64Array(size);
  const sum = new Float64Array(size);
  /** @type {(Alternative | undefined)[]} */
  const through = new Array(size);
  for (const alternative of alternatives) {
    const { documents, counts } = alternative[1]
      .map((number) => /** @type {Postings} */ (postings.get(number)))
      .reduce(both);
    documents.forEach((document, i) => {
      const value = alternative[0] * counts[i];
      sum[document] += value;
      if (value <= highest[document]) return;
      highest[document] = value;
      through[document] = alternative;
    });
  }
  // an entry with only a weak alternative, as one part of a compound, does not make the word less rare
  let total = 0.5;
  for (const alternative of through) total += alternative?.[0] ?? 0;
  const idf = (isLight ? LIGHT : 1) * Math.log((size + 1) / total);
  return { idf, through, parts: highest.map((high, document) => idf * (high + 0.25 * (sum[document] - high))) };
}

/**
 * The part of the score of the best hit that an entry has at least to be a good one: Infinity when it lacks a kenmerk that
 * the question was read as, and more when it has none of the rare words.
 * @param {Group[]} question @param {Weighed[]} groups @param {number} document
 */
function leastOf(question, groups, document) {
  const rarest = Math.max(...groups.map(({ idf }) => idf));
  let asksRare = false;
  let hasRare = false;
  for (const [i, { idf, through }] of groups.entries()) {
    const { reading } = question[i];
    const alternative = through[document];
    if (reading && !reading.isSoft && !reading.terms.includes(alternative?.[1][0] ?? -1))
      return Number.POSITIVE_INFINITY;
    if (reading || idf < RARE * rarest) continue;
    asksRare = true;
    hasRare ||= alternative !== undefined;
  }
  if (asksRare && !hasRare) return WITHOUT_RARE;
  return question.length > 1 ? LEAST : LEAST_OF_ONE;
}

/** All entries that match, best first, with the first ten in balance. @param {Group[]} question @param {Index} index @returns {Promise<Hit[]>} */
export async function rank(question, index) {
  const terms = question.flatMap(({ alternatives }) => alternatives.flatMap(([, numbers]) => numbers));
  const postings = await index.postings(terms);
  const groups = question.map((group) => weigh(group, postings, index.size));
  const all = groups.reduce((sum, { idf }) => sum + idf, 0);
  const hits = [];
  for (let document = 0; document < index.size; document++) {
    let score = 0;
    let covered = 0;
    for (const { idf, parts } of groups) {
      score += parts[document];
      if (parts[document]) covered += idf;
    }
    if (!score) continue;
    hits.push({ document, score: score * (covered / all) ** 0.8, isAsRead: true, isGood: true, groups });
  }
  const shares = hits.map(({ document }) => leastOf(question, groups, document));
  for (const [i, hit] of hits.entries()) {
    hit.isAsRead = shares[i] < 1;
    if (!hit.isAsRead) hit.score *= NOT_AS_READ;
  }
  const best = Math.max(0, ...hits.map(({ score }) => score));
  for (const [i, hit] of hits.entries()) hit.isGood = hit.isAsRead && hit.score >= shares[i] * best;
  hits.sort((a, b) => b.score - a.score);
  return balanced(hits, index.kinds);
}
