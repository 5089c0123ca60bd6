// Compound words cut into the words they are made of, as binnenstad_site/search/compounds.py does; see there for why.

import { stem } from "../zoek/language.js";

/** @import { Index } from "../zoek/index.js" */
/** What a part is worth, or 0. @typedef {(part: string) => number} Worth */
/** All stems that begin with a letter, with what each is worth. @typedef {(letter: string) => Map<string, number>} PartsBy */

const SHORTEST = 7;
const MOST_PARTS = 4;
/** @type {[letters: string, cost: number][]} */
const LINKS = [
  ["", 0],
  ["s", 1],
  ["en", 1],
  ["n", 2],
  ["e", 2],
  ["er", 2],
];
export const SHORT = new Set(
  "app arm bak bal bar bed biz bom bon bos bot bus dag dak dek eet eis erf gas hal hub ijs job kar kas kit kop lab las lid lus luw man mat mbo net pad pas pin pop put rek rij spa tas tip tol ton vak vip web weg wmo wok zak zee zon zonne zzp circulatie hitte kerst lieden".split(
    " ",
  ),
);
const NOT_FIRST = new Set(
  "ver ont her aan uit bij mee toe door over onder voor tegen achter naar met samen weer neer terug langs mis rond heen der den des het een wan vol loos tot van als dan dat die trans".split(
    " ",
  ),
);
const NOT_LAST = new Set(
  "heid heden ing ingen tie ties atie aties lijk lijke lijks baar bare loos loze schap zaam zame achtig achtige matig matige eren eert eerd eerde erde ering eringen ster sters eling elingen ling lingen aar aars aren ier iers isme iteit teit sel sels erig erige isch ische aal ale eel ele ant ante ent ents ten ren ers ens end ende tering tend tende ding dingen king ring ringen ting tingen ning ningen ette enen even elen eten aten ossen orde orden erij nis nissen oren ment menten mate rende nemer nemers neming nemingen eigen zien".split(
    " ",
  ),
);

/**
 * The parts of a compound, the head last, none for a word that is none.
 * @param {string} word @param {Worth} worth
 */
export function splitCompound(word, worth) {
  let best = -1;
  /** @type {string[]} */
  let parts = [];
  const worthOf = (/** @type {string} */ part, /** @type {Set<string>} */ exceptions) =>
    exceptions.has(part) || (part.length === 3 && !SHORT.has(part)) ? 0 : worth(part);

  /** @param {string} rest @param {number} weakest @param {number} cost @param {string[]} before */
  function further(rest, weakest, cost, before) {
    for (let end = 3; end < rest.length - 2; end++) {
      const part = rest.slice(0, end);
      const points = worthOf(part, NOT_FIRST);
      if (!points) continue;
      for (const [letters, price] of LINKS) {
        const left = rest.slice(end + letters.length);
        if (!rest.startsWith(letters, end) || left.length < 3) continue;
        const total = cost + 3 + price + (end === 3 ? 4 : 0);
        const least = Math.min(weakest, points);
        const head = worthOf(left, NOT_LAST);
        const gain = least + head - total - (left.length === 3 ? 4 : 0);
        if (head && gain > best) {
          best = gain;
          parts = [...before, part, left];
        }
        if (before.length + 2 < MOST_PARTS) further(left, least, total, [...before, part]);
      }
    }
  }
  if (word.length >= SHORTEST) further(word, Infinity, 0, []);
  return parts;
}

/** A file of parts, all of which begin with one letter: stem -> what it is worth. @param {string} text */
function readParts(text) {
  /** @type {Map<string, number>} */
  const worths = new Map();
  let word = "";
  for (const line of text.split("\n")) {
    word = word.slice(0, parseInt(line[0], 36)) + line.slice(1, -1);
    worths.set(word, Number(line.at(-1)));
  }
  return worths;
}

/**
 * What `compute` makes of the words a compound can be made of. Files that it asked for and that are not there yet are
 * fetched, and it starts again; so a word that begins like no other costs one file, and a compound those of the places
 * where it can be cut.
 * @template T
 * @param {Index} index @param {(worth: Worth, partsBy: PartsBy) => T} compute
 */
export async function withParts(index, compute) {
  /** @type {Map<string, Map<string, number>>} */
  const read = new Map();
  for (;;) {
    /** @type {Set<string>} */
    const missing = new Set();
    /** @type {PartsBy} */
    const partsBy = (letter) => {
      const parts = read.get(letter);
      if (!parts) missing.add(letter);
      return parts ?? new Map();
    };
    /** @type {Worth} */
    const worth = (part) => partsBy(stem(part)[0]).get(stem(part)) ?? (SHORT.has(part) ? 4 : 0);
    const outcome = compute(worth, partsBy);
    if (!missing.size) return outcome;
    const load = async (/** @type {string} */ letter) => {
      const hasFile = index.partFiles.includes(letter);
      read.set(letter, hasFile ? await index.file(`delen-${letter}.txt`, readParts) : new Map());
    };
    await Promise.all([...missing].map(load));
  }
}
