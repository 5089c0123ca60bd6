// A group: the links of its members in a pasted text, and what they come to together; never who.

import { emptyScan, isWhole, MOST_PEOPLE, scanFrom } from "./answers.js";

/** @import { Scan } from "./answers.js" */

// A full stop or comma behind a link is no part of it.
const LINK = /#[sg]=[\w~-]*(?:\.[\w~-]+)*/g;
const DIVIDED = 3;

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort();
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

/**
 * The outcome of the group in a text, if there is a group in it, and what that text holds: the names of sentences of the
 * page, each with a number.
 * @param {string} text @returns {{ scan: Scan | null, notes: [name: string, count: number][] }}
 */
export function groupFrom(text) {
  const links = text.match(LINK) ?? [];
  /** @type {Map<string, Scan>} */
  const members = new Map();
  let unread = 0;
  for (const link of links) {
    const { scan } = scanFrom(link);
    if (!scan?.pairs.size || scan.people) unread += 1;
    else members.set(JSON.stringify([...scan.pairs]), scan);
  }
  const { size } = members;
  const twice = links.length - unread - size;
  /** @type {[name: string, count: number][]} */
  const notes = [["gevonden", size]];
  if (twice) notes.push(["dubbel", twice]);
  if (unread) notes.push(["onleesbaar", unread]);
  if (size < 2) notes.push(["te-klein", size]);
  if (size > MOST_PEOPLE) notes.push(["te-groot", MOST_PEOPLE]);
  return { scan: size > 1 && size <= MOST_PEOPLE ? togetherOf([...members.values()]) : null, notes };
}

/** @param {Scan[]} members @returns {Scan} */
function togetherOf(members) {
  const scan = { ...emptyScan(), people: members.length };
  scan.size = members.find(({ size }) => size)?.size ?? 0;
  scan.start = Math.min(...members.map(({ start }) => start));
  for (const number of new Set(members.flatMap(({ pairs }) => [...pairs.keys()]))) {
    const pairs = members.map((member) => member.pairs.get(number)).filter(isWhole);
    if (!pairs.length) continue;
    const columns = [0, 1].map((i) => pairs.map((pair) => pair[i]));
    scan.pairs.set(number, columns.map(median));
    scan.spread.set(
      number,
      columns.flatMap((column) => [Math.min(...column), Math.max(...column)]),
    );
  }
  return scan;
}

/** How far the answers to a statement lie apart. @param {number[]} ends */
export const width = ([low, high, lowest, highest]) => Math.max(high - low, highest - lowest);
/** Whether a group was divided about a statement. @param {number[]} ends */
export const isDivided = (ends) => width(ends) >= DIVIDED;
