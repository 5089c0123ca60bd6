// What a reader fills in, and how it stands in a link: #s= for one reader, #g= for what a group comes to.

import { packed, packNumbers, packText, unpacked, unpackNumbers, unpackText } from "../state.js";

/** @import { Problem } from "../state.js" */
/** Influence and readiness, 0 to 4; null when not answered. @typedef {[number | null, number | null]} Pair */
/** The lowest and highest influence in a group, then readiness. @typedef {number[]} Spread */
/** @typedef {{ kans: string, day: string, who: string }} Action */
/**
 * `people` is 0 for one reader; `size` and `start` are places in the lists of the page.
 * @typedef {{ people: number, pairs: Map<number, Pair>, spread: Map<number, Spread>, size: number, start: number, actions: Action[] }} Scan
 */

const VERSION = 1;
export const MOST_PEOPLE = 40;
export const LONGEST_WHO = 24;
const HIGHEST = 99;
const BLANK = 5;

/** @returns {Scan} */
export const emptyScan = () => ({
  people: 0,
  pairs: new Map(),
  spread: new Map(),
  size: 0,
  start: 0,
  actions: [0, 1, 2].map(() => ({ kans: "", day: "", who: "" })),
});

/** Whether both questions of a statement are answered. @param {Pair | undefined} pair @returns {pair is [number, number]} */
export const isWhole = (pair) => pair !== undefined && pair[0] !== null && pair[1] !== null;

/** The fragment that holds a scan; empty when nothing is filled in. @param {Scan} scan */
export function fragmentOf({ people, pairs, spread, size, start, actions }) {
  const last = Math.max(0, ...pairs.keys());
  if (!last && !size && !start) return "";
  const numbers = Array.from({ length: last }, (_, i) => i + 1);
  const values = numbers.flatMap((number) => pairs.get(number) ?? [null, null]);
  const ends = (/** @type {number} */ end) =>
    numbers.flatMap((number) => [0, 2].map((scale) => spread.get(number)?.[scale + end] ?? BLANK));
  const parts = [last.toString(36)];
  if (people) {
    const doubled = values.map((value) => (value === null ? 9 : 2 * value));
    parts.push(people.toString(36), packNumbers(doubled, 10), packNumbers(ends(0), 6), packNumbers(ends(1), 6));
  } else {
    const whole = values.map((value) => value ?? BLANK);
    parts.push(packNumbers(whole, 6));
  }
  parts.push(`${size}${start}`);
  for (const { kans, day, who } of actions) {
    parts.push(kans, day && Number(day.replaceAll("-", "")).toString(36), packText(who));
  }
  return packed(people ? "g" : "s", VERSION, parts.join("~").replace(/~+$/, ""));
}

/** A day as 2026-12-14 from its digits in base 36; empty when there is no such day. @param {string} text */
function dayFrom(text) {
  const [, ...parts] = /^(20\d\d)(\d\d)(\d\d)$/.exec(String(Number.parseInt(text, 36))) ?? [];
  const day = parts.join("-");
  const date = new Date(`${day}T00:00Z`);
  return parts.length && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : "";
}

/** @param {number} value */
const answer = (value) => (value === BLANK ? null : value);

/** The scan in an address or in any text around one. @param {string} text @returns {{ scan: Scan, problem: "" } | { scan: null, problem: Problem }} */
export function scanFrom(text) {
  const isGroup = text.lastIndexOf("#g=") > text.lastIndexOf("#s=");
  const { payload, problem } = unpacked(text, isGroup ? "g" : "s", VERSION);
  if (problem) return { scan: null, problem };
  const parts = payload.split("~");
  const last = Number.parseInt(parts.shift() ?? "", 36);
  const people = isGroup ? Number.parseInt(parts.shift() ?? "", 36) : 0;
  const bases = isGroup ? [10, 6, 6] : [6];
  const rows = bases.map((base) => unpackNumbers(parts.shift() ?? "", base, 2 * last));
  if (!(last >= 0 && last <= HIGHEST && people >= 0 && people <= MOST_PEOPLE) || rows.includes(null)) {
    return { scan: null, problem: "kapot" };
  }
  const scan = { ...emptyScan(), people };
  const [values, lows, highs] = /** @type {number[][]} */ (rows);
  for (let i = 0; i < 2 * last; i += 2) {
    const pair = values.slice(i, i + 2).map((value) => (isGroup ? (value > 8 ? null : value / 2) : answer(value)));
    if (pair.some((value) => value !== null)) scan.pairs.set(i / 2 + 1, /** @type {Pair} */ (pair));
    const ends = isGroup ? [lows[i], highs[i], lows[i + 1], highs[i + 1]] : [];
    if (isGroup && !ends.includes(BLANK)) scan.spread.set(i / 2 + 1, ends);
  }
  const [, size, start] = /^([0-5])([0-2])$/.exec(parts.shift() ?? "") ?? ["", "0", "0"];
  scan.size = Number(size);
  scan.start = Number(start);
  for (const action of scan.actions) {
    const [kans = "", day = "", who = ""] = parts.splice(0, 3);
    action.kans = /^[\da-f]{4}$/.test(kans) ? kans : "";
    action.day = dayFrom(day);
    action.who = unpackText(who, LONGEST_WHO);
  }
  return { scan, problem: "" };
}
