// Throws odd questions at the search of a site: node raar.mjs <scripts> <index> <number>. Each must end soon, with numbers
// that are numbers; prints how many were asked.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [scripts, map, aantal] = process.argv.slice(2);
const { fragment, merker, open, plan, rangschik } = await import(pathToFileURL(`${scripts}/zoek.js`));
const index = await open((naam) => readFile(`${map}/${naam}`, "utf8"));

const VAST = [
  "", " ", "a", "é", "z".repeat(5000), "leegstand ".repeat(500), "de het een van", '"lege panden"', "wonen AND winkels OR -sloop",
  "constructor", "__proto__", "hasOwnProperty toString valueOf", "😀 leegstand 👍🏽", "مدينة leegstand", "<b>leegstand</b>",
  "<script>alert(1)</script>", "(a+)+$", "[\\w-]*)*x", "\\", "%", "${1+1}", "'s-", "-", "'", "a/d a/d", "P + R", "\u0000\u200b\u202e",
  "winkel-leeg-stand-verordening", "ß ﬁ ĳ Ǆ İ", "0".repeat(60), "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "@den-haag", "~ ! | \t \n",
];
const LETTERS = [..."abcdefghijklmnopqrstuvwxyzéëïôç'’-+&/ .,!?\"0123456789@~|\t😀ß"];
let zaad = 20261124;
const worp = (grens) => {
  zaad = (zaad * 1664525 + 1013904223) % 4294967296;
  return zaad % grens;
};
const willekeurig = () => Array.from({ length: 1 + worp(40) }, () => LETTERS[worp(LETTERS.length)]).join("");
const woorden = ["leegstand", "winkels", "verordening", "den haag", "fietsen", "wonen", "boven", "deelscooter", "3d"];
const door_elkaar = () => Array.from({ length: 1 + worp(8) }, () => woorden[worp(woorden.length)]).join(worp(2) ? " " : "");

let gevraagd = 0;
for (const vraag of [...VAST, ...Array.from({ length: Number(aantal) }, (_, i) => (i % 3 ? willekeurig() : door_elkaar()))]) {
  for (const typend of [false, true]) {
    const begin = performance.now();
    const groepen = await plan(vraag, index, { typend });
    const hits = await rangschik(groepen, index);
    const merk = merker(groepen);
    if (hits[0]) fragment(await index.document(hits[0].document), merk);
    const duur = performance.now() - begin;
    const klopt =
      hits.every(({ document, score }) => Number.isInteger(document) && document < index.kern.aantal && Number.isFinite(score) && score > 0) &&
      groepen.every(({ alternatieven }) => alternatieven.every(([gewicht, termen]) => gewicht > 0 && gewicht <= 1 && termen.every(Number.isInteger)));
    if (!klopt || duur > 5000) throw new Error(`${JSON.stringify(vraag)}: ${duur} ms, klopt: ${klopt}`);
    gevraagd++;
  }
}
console.log(gevraagd);
