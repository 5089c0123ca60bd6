// Throws odd questions at the search of a site: node odd.mjs <scripts> <index> <number>. Each must end soon, with numbers
// that are numbers; prints how many were asked.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

/** @typedef {typeof import("../../templates/assets/js/treffers/fragment.js")} Fragments */
/** @typedef {typeof import("../../templates/assets/js/zoek/index.js")} Reading */
/** @typedef {typeof import("../../templates/assets/js/zoek/query.js")} Planning */
/** @typedef {typeof import("../../templates/assets/js/zoek/ranking.js")} Ranking */

const [scripts, folder, number] = process.argv.slice(2);
/** @type {Reading & Planning & Ranking} */
const { open, plan, rank } = await import(pathToFileURL(`${scripts}/zoek.js`).href);
/** @type {Fragments} */
const { fragment, matcher } = await import(pathToFileURL(`${scripts}/treffers.js`).href);
const index = await open((name) => readFile(`${folder}/${name}`, "utf8"));

// biome-ignore format: a list of short texts
const FIXED = [
  "", " ", "a", "é", "z".repeat(5000), "leegstand ".repeat(500), "de het een van", '"lege panden"', "wonen AND winkels OR -sloop",
  "constructor", "__proto__", "hasOwnProperty toString valueOf", "😀 leegstand 👍🏽", "مدينة leegstand", "<b>leegstand</b>",
  "<script>alert(1)</script>", "(a+)+$", "[\\w-]*)*x", "\\", "%", "$" + "{1+1}", "'s-", "-", "'", "a/d a/d", "P + R", "\u0000\u200b\u202e",
  "winkel-leeg-stand-verordening", "ß ﬁ ĳ Ǆ İ", "0".repeat(60), "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "@den-haag", "~ ! | \t \n",
  "gestopt en loopt", "9".repeat(400), "9".repeat(400) + " miljoen euro", "geen zonder niet", "geen geen subsidie", "€", "%", "m²", "km euro",
];
const LETTERS = [..."abcdefghijklmnopqrstuvwxyzéëïôç'’-+&/ .,!?\"0123456789@~|\t😀ß"];
let seed = 20261124;
const roll = (/** @type {number} */ limit) => {
  seed = (seed * 1664525 + 1013904223) % 4294967296;
  return seed % limit;
};
const letters = () => Array.from({ length: 1 + roll(40) }, () => LETTERS[roll(LETTERS.length)]).join("");
const WORDS = ["leegstand", "winkels", "verordening", "den haag", "fietsen", "wonen", "boven", "deelscooter", "3d"];
const mixed = () => Array.from({ length: 1 + roll(8) }, () => WORDS[roll(WORDS.length)]).join(roll(2) ? " " : "");
const RANDOM = Array.from({ length: Number(number) }, (_, i) => (i % 3 ? letters() : mixed()));

let asked = 0;
for (const question of [...FIXED, ...RANDOM]) {
  for (const isTyping of [false, true]) {
    const start = performance.now();
    const groups = await plan(question, index, { isTyping });
    const hits = await rank(groups, index);
    const match = matcher(groups);
    if (hits[0]) fragment(await index.document(hits[0].document), match);
    const duration = performance.now() - start;
    const isSound =
      hits.every(
        ({ document, score }) => document >= 0 && document < index.size && Number.isFinite(score) && score > 0,
      ) &&
      groups.every(({ alternatives }) =>
        alternatives.every(([weight, terms]) => weight > 0 && weight <= 1 && terms.every(Number.isInteger)),
      );
    if (!isSound || duration > 5000) throw new Error(`${JSON.stringify(question)}: ${duration} ms, sound: ${isSound}`);
    asked++;
  }
}
console.log(asked);
