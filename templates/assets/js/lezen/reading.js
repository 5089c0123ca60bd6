// Which wordings of a question mean a kenmerk, such as "gestopt" or "sinds 2020". binnenstad_site/search/reading.py
// writes the table of wordings.

import { stem } from "../zoek/language.js";

/** @import { Token } from "../zoek/language.js" */
/** The lowest and highest number of a value, and the number of its term. @typedef {[from: number, to: number, term: number]} Span */
/** @typedef {[name: string, facet: string, meaning: string | number[], isSoft: number, wordings: string]} Row */
/** `tussen` are the words that may stand anywhere in a wording. */
/** @typedef {{ rijen: Row[], grenzen: Record<string, Span[]>, tussen: string[], werkwoorden: string[] }} Table */
/**
 * A kenmerk in a question: the words that name it, what a chip says, its facet, the numbers of its terms, and whether pages
 * without it are as good; `id` is what the address says when a reader takes it away.
 * @typedef {{ start: number, length: number, id: string, label: string, facet: string, terms: number[], isSoft: boolean }} Reading
 */

const LONGEST = 7;
const YEARS = /^(?:19|20)[0-9]{2}$/;

/** @type {WeakMap<Table, Map<string, Row>>} */
const tables = new WeakMap();

/** Wording -> its row. @param {Table} table */
function rowsOf(table) {
  let rows = tables.get(table);
  if (!rows) {
    rows = new Map(table.rijen.flatMap((row) => row[4].split("|").map((wording) => [wording, row])));
    tables.set(table, rows);
  }
  return rows;
}

/** The terms that a row means with these numbers; none when the numbers say nothing. */
/** @param {Table} table @param {Row} row @param {number[]} numbers */
function termsOf({ grenzen }, [, facet, meaning], numbers) {
  if (typeof meaning !== "string") return meaning;
  const [one, other = one] = numbers;
  const from = meaning === "tot" ? -1 : Math.min(one, other);
  const to = meaning === "vanaf" ? Number.MAX_VALUE : Math.max(one, other);
  const isYear = facet === "jaar" || facet === "begin";
  if (isYear && !numbers.every((number) => YEARS.test(String(number)))) return [];
  const inside = (/** @type {Span} */ [low, high]) =>
    meaning === "tot" ? high <= to : meaning === "vanaf" ? low >= from : low <= to && high > from - (isYear ? 1 : 0);
  return grenzen[facet].filter(inside).map(([, , term]) => term);
}

/**
 * The kenmerken that a question names, in order; of two wordings that begin at a word the longest.
 * @param {Token[]} tokens @param {Table} table @param {Set<string>} stopwords
 * @param {string[]} removed ids that a reader took away
 * @returns {Reading[]}
 */
export function readQuestion(tokens, table, stopwords, removed) {
  const rows = rowsOf(table);
  const keys = tokens.flatMap(({ word }, at) => {
    if (table.tussen.includes(word)) return [];
    return [{ at, word, key: stopwords.has(word) ? `.${word}` : /^[0-9]+$/.test(word) ? "#" : stem(word) }];
  });
  /** @type {Reading[]} */
  const readings = [];
  for (let first = 0; first < keys.length; first++) {
    for (let count = Math.min(LONGEST, keys.length - first); count; count--) {
      const part = keys.slice(first, first + count);
      const row = rows.get(part.map(({ key }) => key).join(" "));
      if (!row) continue;
      const numbers = part.flatMap(({ key, word }) => (key === "#" ? [word] : []));
      const id = [row[0], ...numbers].join(" ");
      const terms = removed.includes(id) ? [] : termsOf(table, row, numbers.map(Number));
      if (!terms.length) continue;
      const written = numbers.map((number) => (number.length > 4 ? Number(number).toLocaleString("nl") : number));
      const label = [row[0], written.join(" en ")].filter(Boolean).join(" ");
      const { at: start } = part[0];
      const length = part[count - 1].at - start + 1;
      readings.push({ start, length, id, label, facet: row[1], terms, isSoft: row[3] > 0 });
      first += count - 1;
      break;
    }
  }
  return together(readings, tokens);
}

/** Facets of which an entry has one value. */
const SINGLE = new Set(["status", "bewijs", "uitkomst", "kosten", "land"]);

/**
 * What two readings of one facet mean together: with "of" between them either, as countries always do; else both, which
 * nothing can have.
 * @param {Reading[]} readings @param {Token[]} tokens
 */
function together(readings, tokens) {
  readings.forEach((reading, i) => {
    const before = readings
      .slice(0, i)
      .findLast(({ facet, terms }) => facet === reading.facet && !terms.some((term) => reading.terms.includes(term)));
    if (!before || !SINGLE.has(reading.facet)) return;
    const between = tokens.slice(before.start + before.length, reading.start);
    const isEither = reading.facet === "land" || between.some(({ word }) => word === "of");
    const terms = isEither ? [...before.terms, ...reading.terms] : null;
    for (const one of [before, reading]) Object.assign(one, { isSoft: false, terms: terms ?? one.terms });
  });
  return readings;
}

/** Words after a verb among which its other piece is looked for. */
const REACH = 9;

/** @type {WeakMap<Table, Map<string, string>>} */
const verbs = new WeakMap();

/** Stem of a form and other piece -> stem of the whole verb. @param {Table} table */
function verbsOf(table) {
  let wholes = verbs.get(table);
  if (!wholes) {
    wholes = new Map();
    for (const row of table.werkwoorden) {
      const [forms, pieces] = row.split("|").map((part) => part.split(" "));
      for (const form of forms) for (const piece of pieces) wholes.set(`${form} ${piece}`, piece + forms[0]);
    }
    verbs.set(table, wholes);
  }
  return wholes;
}

/**
 * The stems of verbs that a question has in two pieces ("koopt panden aan"), by the word that is the verb.
 * @param {Token[]} tokens @param {Table} table
 */
export function wholeVerbs(tokens, table) {
  const wholes = verbsOf(table);
  /** @type {Map<Token, string>} */
  const found = new Map();
  tokens.forEach((token, i) => {
    for (const { word } of tokens.slice(i + 1, i + 1 + REACH)) {
      const whole = wholes.get(`${stem(token.word)} ${word}`);
      if (whole) found.set(token, whole);
    }
  });
  return found;
}
