// A word that no text has and no synonym: what did the reader mean?

import { FORM } from "../zoek/alternatives.js";
import { stem } from "../zoek/language.js";
import { baseForm } from "./base_form.js";
import { SHORT, withParts } from "./compounds.js";

/** @import { Entry, Index } from "../zoek/index.js" */
/** A better word, as an entry of the index or as the numbers of its parts; `isForm` when only its form differs. */
/** @typedef {{ word: string, weight: number, entry?: Entry, terms?: number[], isForm?: boolean }} Repair */

const SOUNDS = "ei ij, au ou, g ch, d t, c k, s z, f v, dt t, y i, ks x, ie i"
  .split(", ")
  .map((pair) => pair.split(" "));
const sorted = (/** @type {string} */ letters) => [...letters].sort().join("");
const ENDINGS = new Set("e n s en er es ers ing ingen je jes heid heden t de".split(" ").map(sorted));

const SHORTEST_TARGET = 4;
const MOST_TARGETS = 4;
const LONG_ENDINGS = ["ing", "ingen", "heid"];
const NEAR_ENDINGS = /^(?:e[^n]|[^e]n|in|ng|ig)$/;

/**
 * Edits between two words (insert, delete, replace, swap), or more than `most` when there are more than that.
 * @param {string} a @param {string} b @param {number} most
 */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let beforePrevious = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + differs);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, beforePrevious[j - 2] + 1);
      }
      row.push(value);
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length];
}

/** The word with one sound spelt the other way, in every place. @param {string} word */
function* speltOtherwise(word) {
  for (const [from, to] of SOUNDS.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ])) {
    for (let i = word.indexOf(from); i >= 0; i = word.indexOf(from, i + 1)) {
      yield word.slice(0, i) + to + word.slice(i + from.length);
    }
  }
}

/**
 * The forms of a typed word that may be near a stem, with the edits that they took: its own stem, and its beginnings when
 * an ending is left over, or for one edit what is nearly an ending.
 * @param {string} word
 */
function formsOf(word) {
  const forms = new Map([
    [stem(word), 0],
    [word, 0],
  ]);
  const add = (/** @type {string} */ form, /** @type {number} */ cost) => forms.has(form) || forms.set(form, cost);
  add(word.replace(/a$/, "um"), 0);
  for (let n = 1; n <= 6 && word.length - n >= 4; n++) {
    const ending = word.slice(-n);
    const start = word.slice(0, -n);
    const isLong = n > 2 && LONG_ENDINGS.some((long) => distance(ending, long, 1) < 2);
    const isNear = NEAR_ENDINGS.test(ending);
    if (!isLong && !isNear && !ENDINGS.has(sorted(ending))) continue;
    for (const form of [start, stem(start)]) add(form, !isLong && isNear ? 1 : 0);
  }
  return [...forms];
}

/** The words of the index that begin in one of these ways and could be meant. */
/** @param {Index} index @param {string[]} starts */
async function candidates(index, starts) {
  const entries = await Promise.all(starts.map((start) => index.startingWith(start)));
  return entries.flat().filter(({ word }) => word.length >= SHORTEST_TARGET && !index.stopwords.has(word));
}

/** Those nearest to a typed word, at most `most` edits away. @param {Entry[]} entries @param {string} word @param {number} most */
function nearest(entries, word, most) {
  const typed = formsOf(word).filter(([form]) => form.length >= SHORTEST_TARGET);
  let far = most;
  /** @type {Set<Entry>} */
  let closest = new Set();
  for (const entry of entries) {
    for (const [form, cost] of typed) {
      const edits = cost + distance(form, entry.word, far);
      if (edits > far) continue;
      if (edits < far) closest = new Set();
      far = edits;
      closest.add(entry);
    }
  }
  return { far: closest.size ? far : Infinity, entries: [...closest] };
}

/**
 * Better words for one that nothing has, best first, or none; `isCompound` when it can be split.
 * @param {string} word @param {Index} index @param {boolean} isCompound
 * @returns {Promise<Repair[]>}
 */
export async function repair(word, index, isCompound) {
  for (const variant of speltOtherwise(word)) {
    const entry = await index.word(stem(variant));
    if (entry) return [{ word: entry.word, entry, weight: 0.85 }];
  }

  const base = await baseForm(word, index);
  if (base) return [{ word: base.word, entry: base, weight: FORM, isForm: true }];

  const most = isCompound || word.length < 8 ? 1 : 2;
  const starts = [word.slice(0, 2), word[1] + word[0]];
  let best = nearest(await candidates(index, starts), word, most);
  if (best.far > 1) best = nearest(await candidates(index, [word[0], starts[1]]), word, most);
  if (best.entries.length) {
    const weight = best.far < 2 ? 0.75 : 0.55;
    const frequent = best.entries.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
    return frequent.slice(0, MOST_TARGETS).map((entry) => ({ word: entry.word, entry, weight }));
  }
  return nearCompound(word, index);
}

/** A compound of which one part is known and the other nearly. @param {string} word @param {Index} index */
async function nearCompound(word, index) {
  const parts = await withParts(index, (worth, partsBy) => nearParts(word, worth, partsBy));
  const entries = await Promise.all(parts.map((part) => index.word(part)));
  const terms = entries.flatMap((entry) => (entry?.count ? [entry.number] : []));
  return parts.length && terms.length === parts.length ? [{ word: parts.join(""), weight: 0.6, terms }] : [];
}

/**
 * The stems of its two parts, none when there are no such parts.
 * @param {string} word
 * @param {import("./compounds.js").Worth} worth
 * @param {import("./compounds.js").PartsBy} partsBy
 */
function nearParts(word, worth, partsBy) {
  const known = (/** @type {string} */ part) => (part.length > 3 || SHORT.has(part) ? worth(part) : 0);
  /** @type {{ score: number, parts: string[] }} */
  let best = { score: 0, parts: [] };
  /** @param {string} part @param {string} other @param {(name: string) => string[]} join */
  const near = (part, other, join) => {
    if (part.length < 4 || !known(other)) return;
    const typed = formsOf(part);
    for (const [name, counts] of partsBy(part[0])) {
      const score = counts + known(other) + Math.min(part.length, 8);
      if (name.length < 4 || score <= best.score) continue;
      if (typed.some(([form, cost]) => cost + distance(form, name, 1) < 2)) best = { score, parts: join(name) };
    }
  };
  for (let i = 3; i <= word.length - 3; i++) {
    const left = word.slice(0, i);
    for (const right of [word.slice(i), word.slice(i).replace(/^(s|en|n)/, "")]) {
      near(right, left, (name) => [stem(left), name]);
      near(left, right, (name) => [name, stem(right)]);
    }
  }
  return best.parts;
}
