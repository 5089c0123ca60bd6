// What the scripts make of texts, words and compounds: reads one JSON object, writes one; tests/search/test_same_in_browser.py
// compares.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** @typedef {typeof import("../../templates/assets/js/zoek/language.js")} Language */
/** @typedef {typeof import("../../templates/assets/js/treffers/fragment.js")} Fragments */
/** @typedef {typeof import("../../templates/assets/js/onbekend/compounds.js")} Compounds */

const load = (/** @type {string} */ name) => import(pathToFileURL(`${process.argv[2]}/${name}`).href);
const { fold, stem, words } = /** @type {Language} */ (await load("zoek/language.js"));
const { marked, matcher } = /** @type {Fragments} */ (await load("treffers/fragment.js"));
const { SHORT, splitCompound } = /** @type {Compounds} */ (await load("onbekend/compounds.js"));
/** @type {{ teksten: string[], samenstellingen: string[], waarden: Record<string, number>, markeringen: string[][] }} */
const { teksten, samenstellingen, waarden, markeringen } = JSON.parse(readFileSync(0, "utf8"));
const worth = (/** @type {string} */ part) => waarden[stem(part)] ?? (SHORT.has(part) ? 4 : 0);

console.log(
  JSON.stringify({
    teksten: teksten.map((text) => words(fold(text)).map(({ word, pieces }) => [word, pieces, stem(word)])),
    gemarkeerd: markeringen.map(([question, text]) => {
      const match = matcher([{ tokens: words(fold(question)), alternatives: [] }]);
      return marked(text, match).flatMap(([piece, isMarked]) => (isMarked ? [piece] : []));
    }),
    samenstellingen: samenstellingen.map((word) => splitCompound(word, worth)),
  }),
);
