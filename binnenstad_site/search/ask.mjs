// Asks questions of a built search with the scripts that browsers get: node ask.mjs <scripts> <index>.
// Reads {"id", "query", "filter"} as JSON lines, writes {"id", "gelezen", "weg", "hits"} for each: how the question was
// read, the words that were left out of it, and what was found, best first.

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

/** @import { Token } from "../../templates/assets/js/zoek/language.js" */
/** @typedef {typeof import("../../templates/assets/js/zoek/language.js")} Language */
/** @typedef {typeof import("../../templates/assets/js/zoek/index.js")} Reading */
/** @typedef {typeof import("../../templates/assets/js/zoek/query.js")} Planning */
/** @typedef {typeof import("../../templates/assets/js/zoek/ranking.js")} Ranking */

const [scripts, folder] = process.argv.slice(2);
/** @type {Language & Reading & Planning & Ranking} */
const { fold, open, plan, rank, readingsOf, words } = await import(pathToFileURL(`${scripts}/zoek.js`).href);
const index = await open((name) => readFile(`${folder}/${name}`, "utf8"));
const facets = await index.facets();

/**
 * Whether an entry has the value of a facet, by the word in the address or by what readers see.
 * @param {string} facet @param {number} document @param {string} value
 */
const has = (facet, document, value) =>
  facets(facet, document).some((pair) => pair.some((text) => fold(text) === fold(value)));
const joined = (/** @type {Token[]} */ tokens) => tokens.map(({ word }) => word).join(" ");

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, query, filter = {} } = JSON.parse(line);
  const groups = await plan(query, index);
  /** @type {[string, string][]} */
  const required = Object.entries(filter);
  const passing = (await rank(groups, index)).filter(({ document }) =>
    required.every(([facet, value]) => has(facet, document, value)),
  );
  const hits = passing.map(({ document, score, isGood, groups: weighed }) => ({
    document,
    score,
    goed: isGood,
    groepen: weighed.flatMap(({ parts, through }, g) => {
      const alternative = through[document];
      if (!alternative) return [];
      const [gewicht, termen, geschreven] = alternative;
      return [{ woorden: joined(groups[g].tokens), deel: parts[document], gewicht, termen, geschreven }];
    }),
  }));
  const gelezen = groups.map((group) => ({
    woorden: joined(group.tokens),
    plaats: Boolean(group.isPlace),
    als: readingsOf([group])[0]?.label ?? "",
    hersteld: group.repaired ?? [],
  }));
  const kept = new Set(groups.flatMap(({ tokens }) => tokens.map(({ word }) => word)));
  const weg = words(fold(query)).flatMap(({ word }) => (kept.has(word) ? [] : [word]));
  console.log(JSON.stringify({ id, gelezen, weg, hits }));
}
