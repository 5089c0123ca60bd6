// What a reader fills in, and how it stands in a link: #s= for one reader, #g= for what a group comes to.

import { packed, packNumbers, packText, unpacked, unpackNumbers, unpackText } from "../state.js";

/** @import { Problem } from "../state.js" */
/** Influence and readiness, 0 to 4; null when not answered. @typedef {(number | null)[]} Pair */
/** @typedef {{ kans: string, day: string, who: string }} Action */
/**
 * `people` is 0 for one reader; `spread` has the lowest and highest of both answers; `size` and `start` are places in
 * the lists of the page.
 * @typedef {{ people: number, pairs: Map<number, Pair>, spread: Map<number, number[]>, size: number, start: number, actions: Action[] }} Scan
 */

const VERSION = 1;
export const MOST_PEOPLE = 40;
const LONGEST_WHO = 24;
const HIGHEST = 99;
const BLANK = 9;

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
export const isWhole = (pair) => pair?.every((value) => value !== null) ?? false;

/** The fragment that holds a scan; empty when nothing is filled in. @param {Scan} scan */
export function fragmentOf({ people, pairs, spread, size, start, actions }) {
  const last = Math.max(0, ...pairs.keys());
  if (!last && !size && !start) return "";
  const values = Array.from({ length: last }, (_, i) => {
    const pair = (pairs.get(i + 1) ?? [null, null]).map((value) => (value === null ? BLANK : 2 * value));
    return people ? [...pair, ...(spread.get(i + 1) ?? [0, 0, 0, 0])] : pair;
  });
  const parts = [last.toString(36), people.toString(36), packNumbers(values.flat(), 10), `${size}${start}`];
  for (const { kans, day, who } of actions) {
    parts.push(kans, day && Number(day.replaceAll("-", "")).toString(36), packText(who));
  }
  return packed(people ? "g" : "s", VERSION, parts.join("~").replace(/~+$/, ""));
}

/** A day as 2026-12-14 from its digits in base 36; empty when there is no such day. @param {string} text */
function dayFrom(text) {
  const day = String(Number.parseInt(text, 36)).replace(/^(20\d\d)(\d\d)(\d\d)$/, "$1-$2-$3");
  const date = new Date(day);
  return date.getTime() && date.toISOString().startsWith(`${day}T`) ? day : "";
}

/** The scan in an address or in any text around one. @param {string} text @returns {{ scan: Scan | null, problem: "" | Problem }} */
export function scanFrom(text) {
  const key = text.lastIndexOf("#g=") > text.lastIndexOf("#s=") ? "g" : "s";
  const { payload, problem } = unpacked(text, key, VERSION);
  const [written = "", group = "", packedValues = "", choices = "", ...rest] = payload.split("~");
  const last = Number.parseInt(written, 36);
  const people = Number.parseInt(group, 36);
  const width = people ? 6 : 2;
  const values = last <= HIGHEST ? unpackNumbers(packedValues, 10, width * last) : null;
  if (!values || !(people <= MOST_PEOPLE)) return { scan: null, problem: problem || "kapot" };
  const scan = { ...emptyScan(), people };
  for (let number = 1; number <= last; number += 1) {
    const [influence, readiness, ...ends] = values.slice(width * (number - 1), width * number);
    const pair = [influence, readiness].map((value) => (value === BLANK ? null : people ? value / 2 : value >> 1));
    if (influence < BLANK || readiness < BLANK) scan.pairs.set(number, pair);
    if (isWhole(pair) && people) scan.spread.set(number, ends);
  }
  scan.size = Number(/^[0-5]/.exec(choices));
  scan.start = Number(/[0-2]$/.exec(choices));
  for (const action of scan.actions) {
    const [kans = "", day = "", who = ""] = rest.splice(0, 3);
    Object.assign(action, { kans, day: dayFrom(day), who: unpackText(who, LONGEST_WHO) });
  }
  return { scan, problem };
}
