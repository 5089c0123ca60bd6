// What a result shows of an entry: the piece that answers best, with the words of the question marked.

import { fold, stem, words } from "../zoek/language.js";

/** @import { Group } from "../zoek/query.js" */
/** @import { SearchDocument } from "../zoek/index.js" */
/** The stem that a word of a text answers the question with, or "". @typedef {(word: string) => string} Matcher */

const WINDOW = 30;
const SHORTEST_PART = 4;
const MOST_READ = 30_000;

/** Word of a text -> its stems; most words return with every key. @type {Map<string, string[]>} */
const stemsByWord = new Map();

function textStems(/** @type {string} */ text) {
  let stems = stemsByWord.get(text);
  if (!stems) {
    if (stemsByWord.size > MOST_READ) stemsByWord.clear();
    stems = words(fold(text)).flatMap(({ word, pieces }) => [word, ...pieces].map(stem));
    stemsByWord.set(text, stems);
  }
  return stems;
}

/** What is searched for beside the question: synonyms as they are written, each once. @param {Group[]} groups */
export function writtenSynonyms(groups) {
  const alternatives = groups.flatMap((group) => group.alternatives);
  return new Set(alternatives.flatMap(([weight, , written]) => (written && weight >= 0.3 ? [written] : [])));
}

/**
 * Tells whether a word of a text answers the question; of a synonym its stop words do not.
 * @param {Group[]} groups @param {Set<string>} [stopwords] @returns {Matcher}
 */
export function matcher(groups, stopwords) {
  /** @type {Set<string>} */
  const stems = new Set();
  const add = (/** @type {string} */ text) => {
    for (const { word } of words(fold(text))) stems.add(stem(word));
  };
  for (const written of writtenSynonyms(groups)) {
    for (const { word } of words(fold(written))) if (!stopwords?.has(word)) add(word);
  }
  for (const { tokens, telling = tokens, repaired = [] } of groups) {
    for (const { word, pieces } of telling) [word, ...pieces].forEach(add);
    for (const root of repaired) stems.add(root);
  }
  const long = [...stems].filter((part) => part.length >= SHORTEST_PART);
  /** @type {Map<string, string>} */
  const answers = new Map();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) {
      const own = textStems(text);
      const whole = own.find((root) => stems.has(root));
      const part = () => long.find((root) => own.some((other) => other.startsWith(root) || other.endsWith(root)));
      answer = whole ?? part() ?? "";
      answers.set(text, answer);
    }
    return answer;
  };
}

/** A word, or a number as it is written: "€ 1,2 miljoen", "12.656", "7,5%". */
const PIECE =
  /((?:€ ?)?\p{Nd}[\p{L}\p{N}.,\u00a0\u202f-]*(?: ?%| (?:duizend|miljoen|mln|miljard)(?!\p{L}))?|vierkante meters?|[\p{L}\p{N}][\p{L}\p{N}'’-]*|%)/u;

/** A text as pieces, each with whether it is marked. @param {string} text @param {Matcher} match */
export function marked(text, match) {
  const pieces = text.split(PIECE);
  return pieces.map((piece) => /** @type {const} */ ([piece, Boolean(match(piece))]));
}

/**
 * The best piece of an entry, of its sentence and its sections, with its parts as from `marked`.
 * @param {Pick<SearchDocument, "zin" | "stukken">} document @param {Matcher} match
 */
export function fragment({ zin, stukken }, match) {
  let best = { score: -1, heading: "", anchor: "", row: [""], start: 0 };
  for (const [heading, anchor, text] of [["", "", zin], ...stukken]) {
    const row = text.split(/\s+/);
    const hits = row.map(match);
    for (let start = 0; start === 0 || start + WINDOW <= row.length; start += 5) {
      const inside = hits.slice(start, start + WINDOW).filter(Boolean);
      const score = 3 * new Set(inside).size + Math.min(inside.length, 5) * 0.2;
      if (score > best.score) best = { score, heading, anchor, row, start };
    }
  }
  const { heading, anchor, row, start } = best;
  const end = start + WINDOW;
  const text = (start ? "… " : "") + row.slice(start, end).join(" ") + (end < row.length ? " …" : "");
  return { heading, anchor, parts: marked(text, match) };
}
