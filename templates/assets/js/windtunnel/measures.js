// The measures of a reader: what they are in a link, and what their verdicts come to. Nothing here needs a page.

import { cleaned, packed, packNumbers, packText, unpacked, unpackNumbers, unpackText } from "../state.js";

/**
 * A measure: a kans by its code or an own text, whether its verdicts are shown, and those of the reader: for each
 * scenario a place in `WORTH`, 0 where the reader left it.
 * @typedef {{ code: string, text: string, shown: boolean, verdicts: number[] }} Measure
 */
/** @typedef {{ measures: Measure[], gone: string[], problem: "" | import("../state.js").Problem }} Choice */

export const MOST = 6;
export const LONGEST_LINK = 300;
const KEY = "w";
const VERSION = 1;
const SCENARIOS = 4;
const LONGEST_TEXT = 60;
const CODE = /^[\da-z-]{1,24}$/;
/** What a text of the reader begins with in a link; a code never has a capital. */
const OWN = "E";
/** What a verdict counts: none, works, works with a change, does not work. */
const WORTH = [0, 1, 0.5, 0];
/** Per measure one number: four verdicts of four values, and whether they are shown. */
const BASE = 2 * WORTH.length ** SCENARIOS;

/** @param {string} code @returns {Measure} */
export const ofKans = (code) => ({ code, text: "", shown: false, verdicts: Array(SCENARIOS).fill(0) });
/** @param {string} text @returns {Measure} */
export const ofReader = (text) => ({ ...ofKans(""), text: cleaned(text, LONGEST_TEXT) });
/** @param {Measure} one @param {Measure} other */
export const isSame = (one, other) => one.code === other.code && one.text.toLowerCase() === other.text.toLowerCase();

/** The fragment for these measures; empty without any. @param {Measure[]} measures */
export function toFragment(measures) {
  if (!measures.length) return "";
  const numbers = measures.map(({ shown, verdicts }) =>
    verdicts.reduce((sum, verdict) => sum * WORTH.length + verdict, Number(shown)),
  );
  const names = measures.map(({ code, text }) => code || OWN + packText(text));
  return packed(KEY, VERSION, [packNumbers(numbers, BASE), ...names].join("~"));
}

/** @param {number} number @returns {Pick<Measure, "shown" | "verdicts">} */
function fromNumber(number) {
  const verdicts = [];
  let rest = number;
  for (; verdicts.length < SCENARIOS; rest = Math.floor(rest / WORTH.length)) verdicts.unshift(rest % WORTH.length);
  return { shown: rest === 1, verdicts };
}

/**
 * The measures in a fragment; `gone` names the kansen that are no longer there, of which the rest is kept.
 * @param {string} fragment @param {(code: string) => boolean} isKnown @returns {Choice}
 */
export function fromFragment(fragment, isKnown) {
  const { payload, problem } = unpacked(fragment, KEY, VERSION);
  const [packedNumbers, ...names] = payload.split("~");
  const numbers = problem || names.length > MOST ? null : unpackNumbers(packedNumbers, BASE, names.length);
  if (!numbers || !names.length) return { measures: [], gone: [], problem: problem || "kapot" };
  /** @type {Measure[]} */
  const measures = [];
  const gone = [];
  for (const [i, name] of names.entries()) {
    const own = name.startsWith(OWN) ? unpackText(name.slice(OWN.length), LONGEST_TEXT) : "";
    const measure = { ...(own ? ofReader(own) : ofKans(name)), ...fromNumber(numbers[i]) };
    if (!own && !isKnown(name)) gone.push(CODE.test(name) ? name : "onleesbaar");
    else if (!measures.some((other) => isSame(other, measure))) measures.push(measure);
  }
  return { measures, gone, problem: "" };
}

/** The code of a kans that a link elsewhere on the site adds: `#kans=code`; empty without. @param {string} fragment */
export const addedCode = (fragment) => /^#kans=([\da-z-]{1,24})$/.exec(fragment)?.[1] ?? "";

/** What verdicts come to; the name is empty while one is missing. @param {number[]} verdicts */
export function outcomeOf(verdicts) {
  const points = verdicts.reduce((sum, verdict) => sum + WORTH[verdict], 0);
  const missing = verdicts.filter((verdict) => !verdict).length;
  const name = points >= 3 ? "robuust" : points >= 2 ? "optie" : "gok";
  return { name: missing ? "" : name, points, missing };
}

/** The place of the first scenario in which a measure does worst; -1 where it works everywhere. @param {number[]} verdicts */
export const worstOf = (verdicts) => {
  const breaks = verdicts.indexOf(3);
  return breaks < 0 ? verdicts.indexOf(2) : breaks;
};
