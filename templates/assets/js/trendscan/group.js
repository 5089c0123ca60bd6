// A group: the links of its members in a pasted text, and what they come to together; never who.

import { emptyScan, isWhole, MOST_PEOPLE, scanFrom } from "./answers.js";

/** @import { Scan, Spread } from "./answers.js" */

const LINK = /#[sg]=[^\s<>"'&)\]]*/g;
const DIVIDED = 3;

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** @param {number} count @param {string} one @param {string} more */
const counted = (count, one, more) => `${count} ${count === 1 ? one : more}`;

/**
 * The outcome of the group in a text, and what to say of that text; null when there is no group in it.
 * @param {string} text @returns {{ scan: Scan | null, message: string }}
 */
export function groupFrom(text) {
  const links = text.match(LINK) ?? [];
  if (!links.length)
    return { scan: null, message: "In deze tekst staat geen link van de scan. Een link eindigt op iets als #s=1.i~…" };
  /** @type {Map<string, Scan>} */
  const members = new Map();
  let broken = 0;
  let twice = 0;
  let groups = 0;
  for (const link of links) {
    const { scan } = scanFrom(link);
    if (!scan?.pairs.size) broken += 1;
    else if (scan.people) groups += 1;
    else {
      const answers = JSON.stringify([...scan.pairs]);
      if (members.has(answers)) twice += 1;
      members.set(answers, scan);
    }
  }
  const notes = [];
  if (broken) notes.push(`${counted(broken, "link was", "links waren")} niet te lezen of leeg`);
  if (groups) notes.push(`${counted(groups, "link was", "links waren")} al een uitslag van een groep`);
  if (twice)
    notes.push(
      `${counted(twice, "link stond", "links stonden")} er dubbel in en ${twice === 1 ? "telt" : "tellen"} één keer mee`,
    );
  const rest = notes.length ? ` ${notes.join("; ")}.` : "";
  if (members.size > MOST_PEOPLE) {
    return {
      scan: null,
      message: `Er staan ${members.size} verschillende links in. Er passen er ${MOST_PEOPLE}: splits uw groep.${rest}`,
    };
  }
  if (members.size < 2) {
    return {
      scan: null,
      message: `Een groep begint bij twee verschillende links; hier ${members.size ? "staat er één" : "staat er geen"} in.${rest}`,
    };
  }
  return { scan: togetherOf([...members.values()]), message: `${members.size} links zijn samengenomen.${rest}` };
}

/** @param {Scan[]} members @returns {Scan} */
function togetherOf(members) {
  const scan = { ...emptyScan(), people: members.length };
  scan.size = members.find(({ size }) => size)?.size ?? 0;
  scan.start = Math.min(...members.map(({ start }) => start));
  const numbers = [...new Set(members.flatMap(({ pairs }) => [...pairs.keys()]))].sort((a, b) => a - b);
  for (const number of numbers) {
    const pairs = members.map((member) => member.pairs.get(number)).filter(isWhole);
    if (!pairs.length) continue;
    const [influence, readiness] = [0, 1].map((i) => pairs.map((pair) => pair[i]));
    scan.pairs.set(number, [median(influence), median(readiness)]);
    scan.spread.set(
      number,
      [influence, readiness].flatMap((row) => [Math.min(...row), Math.max(...row)]),
    );
  }
  return scan;
}

/** The numbers of the statements about which a group was divided, the widest first. @param {Map<number, Spread>} spread */
export function dividedIn(spread) {
  const widths = [...spread].map(([number, [low, high, lowest, highest]]) => ({
    number,
    width: Math.max(high - low, highest - lowest),
  }));
  return widths
    .filter(({ width }) => width >= DIVIDED)
    .sort((a, b) => b.width - a.width || a.number - b.number)
    .map(({ number }) => number);
}
