// From what a reader typed to groups of alternatives (see alternatives.js): one group per word, place or phrase.

import { completions, knownAlternatives, times } from "./alternatives.js";
import { fold, stem, words } from "./language.js";

/** @import { Reading } from "../lezen/reading.js" */
/** @import { Token } from "./language.js" */
/** @import { Alternative, Index } from "./index.js" */
/** Tokens and what may stand for them; `telling` are those that say something, `repaired` the stems that a word was taken for. */
/** `reading` is the kenmerk that the words mean; what a question "zonder" or "geen" asks for is denied. */
/** @typedef {{ tokens: Token[], alternatives: Alternative[], isPlace?: boolean, isDenied?: boolean, isLight?: boolean, reading?: Reading, telling?: Token[], repaired?: string[] }} Group */

const MOST_WORDS = 16;
const LONGEST_PHRASE = 5;
const LONGEST_PLACE = 4;
/** What a word counts beside what it says together with others: a text "zonder subsidie" tells of subsidies too. */
const ASIDE = 0.7;
/** What the words of a phrase count where they stand apart. */
const APART = 0.5;
/** What one of the words of a phrase counts. */
const ALONE = 0.1;
/** What a verb counts that is one of two pieces. */
const PIECE = 0.3;
const DENIALS = new Set(["zonder", "geen"]);
/** Words that ask for nothing by themselves: units as `fold` writes them, and denials. */
const VAGUE = new Set(["euro", "procent", "m2", "km", "niet", ...DENIALS]);

const stemsOf = (/** @type {Token[]} */ tokens) => tokens.map(({ word }) => stem(word));

/** The numbers of those stems that texts have. @param {Index} index @param {string[]} stems */
async function numbersOf(index, stems) {
  const entries = await Promise.all(stems.map((root) => index.word(root)));
  return entries.flatMap((entry) => (entry?.count ? [entry.number] : []));
}

/** Words as groups still without alternatives, but for places: the longest name that begins at a word. */
/** @param {Index} index @param {Token[]} tokens @param {Reading[]} readings */
async function withPlaces(index, tokens, readings) {
  /** @type {Group[]} */
  const groups = [];
  for (let i = 0; i < tokens.length; ) {
    const reading = readings.find(({ start }) => start === i);
    if (reading) {
      groups.push({ tokens: tokens.slice(i, i + reading.length), alternatives: [], reading });
      i += reading.length;
      continue;
    }
    let length = LONGEST_PLACE;
    const nameOf = () =>
      tokens
        .slice(i, i + length)
        .map(({ word }) => word)
        .join(" ");
    while (length && !index.places.has(nameOf())) length--;
    const part = tokens.slice(i, i + (length || 1));
    /** @type {Group} */
    const group = { tokens: part, alternatives: [], isPlace: length > 0 };
    if (length) {
      const terms = await numbersOf(index, stemsOf(part));
      group.alternatives.push([1, [/** @type {number} */ (index.places.get(nameOf()))]]);
      if (terms.length === part.length) group.alternatives.push([0.9, terms]);
    }
    groups.push(group);
    i += part.length;
  }
  return groups;
}

/** Whether a group is no word that may go together with its neighbours. @param {Group} group */
const isFixed = ({ isPlace, isDenied, reading }) => isPlace || isDenied || reading;

/** The longest phrase that begins at a group and has synonyms, as a group. @param {Index} index @param {Group[]} groups */
async function phrase(index, groups) {
  for (let length = Math.min(LONGEST_PHRASE, groups.length); length > 1; length--) {
    const part = groups.slice(0, length);
    if (part.some(isFixed)) continue;
    const tokens = part.map((group) => group.tokens[0]);
    const stems = stemsOf(tokens);
    const entry = await index.word(stems.join(" "));
    if (!entry) continue;
    const terms = await numbersOf(index, stems);
    const alternatives = await knownAlternatives(index, entry);
    for (const number of terms) alternatives.push([ALONE, [number]]);
    if (terms.length === part.length) alternatives.push([entry.count ? APART : 1, terms]);
    return { tokens, alternatives };
  }
}

/**
 * The group for one word; `isUnfinished` when more of it may follow.
 * @param {Index} index @param {Token} token @param {boolean} isUnfinished
 * @returns {Promise<Group>}
 */
async function wordGroup(index, token, isUnfinished) {
  const root = stem(token.word);
  const entry = await index.word(root);
  if (entry?.count) {
    const alternatives = await knownAlternatives(index, entry);
    if (isUnfinished) alternatives.push(...(await completions(index, token.word)));
    return { tokens: [token], alternatives, isLight: index.light.has(root) };
  }
  const { unknownWord } = await import("../onbekend/unknown.js");
  return { tokens: [token], ...(await unknownWord(index, token, entry, isUnfinished)) };
}

/**
 * The group for words that mean a kenmerk; the one word that tells counts as well, and most when it is a soft reading.
 * Only then its synonyms count: "loopt" as a status has nothing to do with walking.
 * @param {Index} index @param {Group} group
 * @returns {Promise<Group>}
 */
async function readingGroup(index, { tokens, reading }) {
  const { terms, isSoft } = /** @type {Reading} */ (reading);
  const telling = tokens.filter(({ word }) => !index.stopwords.has(word));
  const all = telling.length === 1 ? (await wordGroup(index, telling[0], false)).alternatives : [];
  const own = isSoft ? all : all.filter(([, , written]) => !written);
  const [asRead, asWord] = isSoft ? [0.6, 1] : [1, 0.5];
  /** @type {Alternative[]} */
  const alternatives = terms.map((term) => [asRead, [term]]);
  const isLight = isSoft && telling.length === 0;
  return { tokens, telling, reading, isLight, alternatives: [...alternatives, ...times(asWord, own)] };
}

/**
 * The group for a word that there should be none of: texts that say so, and what means the same.
 * @param {Index} index @param {Token} token
 * @returns {Promise<Group>}
 */
async function deniedGroup(index, token) {
  const [entry, group] = await Promise.all([index.word(`!${stem(token.word)}`), wordGroup(index, token, false)]);
  const denied = entry ? await knownAlternatives(index, entry) : [];
  return { ...group, alternatives: [...denied, ...times(ASIDE, group.alternatives)], isDenied: true };
}

/**
 * A group for a verb with the verb that its two pieces are; the one piece alone then says little.
 * @param {Index} index @param {Group} group @param {string | undefined} whole stem of the whole verb
 * @returns {Promise<Group>}
 */
async function withWholeVerb(index, group, whole) {
  const entry = whole && (await index.word(whole));
  if (!entry) return group;
  const alternatives = [...(await knownAlternatives(index, entry)), ...times(PIECE, group.alternatives)];
  return { ...group, alternatives, isLight: false };
}

/** What a chip says of a word that is denied. @param {Group} group */
export const denialOf = ({ tokens }) => `zonder ${tokens[0].word}`;

/** Marks the words behind "zonder" and "geen". @param {Group[]} groups @param {Index} index */
function deny(groups, index, /** @type {string[]} */ removed) {
  groups.forEach((group, i) => {
    if (group.reading || !DENIALS.has(group.tokens[0].word)) return;
    const next = groups.slice(i + 1).find(({ tokens: [{ word }] }) => !index.stopwords.has(word));
    if (next && !next.isPlace && !next.reading && !removed.includes(denialOf(next))) next.isDenied = true;
  });
}

/** Neighbours written apart that the texts write as one word: each of them may be that word. */
/** @param {Index} index @param {Group[]} groups */
async function joinNeighbours(index, groups) {
  for (let i = 0; i < groups.length; i++) {
    for (let length = 2; length <= 3 && i + length <= groups.length; length++) {
      const part = groups.slice(i, i + length);
      if (part.some((group) => isFixed(group) || group.tokens.length > 1)) continue;
      const letters = part.map((group) => group.tokens[0].word);
      for (const joined of new Set([letters.join(""), letters.join("s")])) {
        const entry = await index.word(stem(joined));
        if (!entry) continue;
        const more = await knownAlternatives(index, { ...entry, parts: [] });
        for (const { alternatives } of part) alternatives.push(...more);
      }
    }
  }
}

/** The question with each number as one word: 12 656 is 12656. @param {string} question */
const withWholeNumbers = (question) =>
  question.replace(
    /(^|[^0-9])([0-9]{1,3}(?: [0-9]{3})+)(?![0-9])/g,
    (number) => number[0] + number.slice(1).replaceAll(" ", ""),
  );

/**
 * Plans one question, with no groups when it is only a unit or a denial; `isTyping` when its last word may be unfinished, `removed` names the readings that a reader took away.
 * @param {string} question @param {Index} index @param {{ isTyping?: boolean, removed?: string[] }} [options]
 */
export async function plan(question, index, { isTyping = false, removed = [] } = {}) {
  const all = words(fold(withWholeNumbers(question))).slice(0, 4 * MOST_WORDS);
  if (all.every(({ word }) => VAGUE.has(word))) return [];
  const [{ readQuestion, wholeVerbs }, table] = await Promise.all([import("../lezen/reading.js"), index.readings()]);
  const separate = await withPlaces(index, all, readQuestion(all, table, index.stopwords, removed));
  deny(separate, index, removed);
  const verbs = wholeVerbs(all, table);
  const tells = separate.filter(
    (group) => isFixed(group) || !index.stopwords.has(group.tokens[0].word) || verbs.has(group.tokens[0]),
  );
  const left = (tells.length ? tells : separate).slice(0, MOST_WORDS);
  /** @type {Group[]} */
  const groups = [];
  while (left.length) {
    const phraseGroup = await phrase(index, left);
    const [group] = left.splice(0, phraseGroup?.tokens.length ?? 1);
    const [token] = group.tokens;
    const isUnfinished = isTyping && token === all.at(-1) && token.word.length > 1;
    if (phraseGroup) groups.push(phraseGroup);
    else if (group.isPlace) groups.push(group);
    else if (group.reading) groups.push(await readingGroup(index, group));
    else if (group.isDenied) groups.push(await deniedGroup(index, token));
    else groups.push(await withWholeVerb(index, await wordGroup(index, token, isUnfinished), verbs.get(token)));
  }
  await joinNeighbours(index, groups);
  return groups;
}

/** What was read in a question: per kenmerk or denial what a chip says, and what takes it away. @param {Group[]} groups */
export const readingsOf = (groups) =>
  groups.flatMap((group) => {
    if (group.reading) return [{ id: group.reading.id, label: group.reading.label }];
    return group.isDenied ? [{ id: denialOf(group), label: denialOf(group) }] : [];
  });
