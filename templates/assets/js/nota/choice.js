// What a reader chose for a nota, and what it is in a link. Nothing here needs a page.

import { cleaned, packed, packText, unpacked, unpackText } from "../state.js";

/** @typedef {{ gemeente: string, cijfers: string, vraag: string, slugs: string[] }} Choice */
/** @typedef {{ choice: Choice, gone: string[], problem: "" | import("../state.js").Problem }} Reading */

export const MOST = 3;
export const LONGEST_LINK = 600;
const KEY = "n";
const VERSION = 1;
/** What can be the name of a praktijk. */
export const SLUG = /^[\da-z][\da-z-]{0,79}$/;
/** The longest that each text may be, in letters. */
export const LENGTHS = { gemeente: 40, cijfers: 60, vraag: 160 };

/** @returns {Choice} */
export const emptyChoice = () => ({ gemeente: "", cijfers: "", vraag: "", slugs: [] });

/** The fragment of a choice; empty without any. @param {Choice} choice */
export function toFragment({ gemeente, cijfers, vraag, slugs }) {
  const texts = [gemeente, cijfers, vraag].map(packText);
  return texts.some(Boolean) || slugs.length ? packed(KEY, VERSION, [...texts, ...slugs].join("~")) : "";
}

/** The choice with the longest question that fits in so many characters. @param {Choice} choice @param {number} room @returns {Choice} */
export function fitted(choice, room) {
  const letters = [...choice.vraag];
  const rest = { ...choice };
  while (letters.length && toFragment(rest).length > room) {
    letters.pop();
    rest.vraag = letters.join("").trim();
  }
  return rest;
}

/**
 * The choice in a fragment: our own, or that of the compare page (`#p=a,b`). `gone` names praktijken that are not there
 * any more, of which the rest is kept.
 * @param {string} fragment @param {(slug: string) => boolean} isKnown @returns {Reading}
 */
export function fromFragment(fragment, isKnown) {
  const choice = emptyChoice();
  if (fragment.startsWith("#p="))
    return { ...withSlugs(choice, fragment.slice(3, 400).split(","), isKnown), problem: "" };
  const { payload, problem } = unpacked(fragment, KEY, VERSION);
  const parts = payload.split("~");
  if (problem || parts.length < 3 || parts.length > 3 + MOST) return { choice, gone: [], problem: problem || "kapot" };
  const [gemeente, cijfers, vraag, ...slugs] = parts;
  choice.gemeente = unpackText(gemeente, LENGTHS.gemeente);
  choice.cijfers = unpackText(cijfers, LENGTHS.cijfers);
  choice.vraag = unpackText(vraag, LENGTHS.vraag);
  return { ...withSlugs(choice, slugs, isKnown), problem: "" };
}

/** @param {Choice} choice @param {string[]} slugs @param {(slug: string) => boolean} isKnown */
function withSlugs(choice, slugs, isKnown) {
  const once = [...new Set(slugs.filter(Boolean))];
  const gone = once.filter((slug) => !isKnown(slug)).map((slug) => (SLUG.test(slug) ? slug : "onleesbaar"));
  return { choice: { ...choice, slugs: once.filter(isKnown).slice(0, MOST) }, gone: gone.slice(0, MOST) };
}

/** Text of a reader as it is kept. @param {keyof typeof LENGTHS} name @param {string} text */
export const textFor = (name, text) => cleaned(text, LENGTHS[name]);
