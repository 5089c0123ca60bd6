// What the scripts make of texts, words and compounds: reads one JSON object, writes one; tests/test_zoek_gelijk.py compares.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const map = process.argv[2];
const { stam, vouw, woorden } = await import(pathToFileURL(`${map}/zoek/taal.js`));
const { KORT, splits } = await import(pathToFileURL(`${map}/onbekend/samenstelling.js`));
const { teksten, samenstellingen, waarden } = JSON.parse(readFileSync(0, "utf8"));
const waarde = (deel) => waarden[stam(deel)] ?? (KORT.has(deel) ? 4 : 0);

console.log(
  JSON.stringify({
    teksten: teksten.map((tekst) => woorden(vouw(tekst)).map(({ woord, stukken }) => [woord, stukken, stam(woord)])),
    samenstellingen: samenstellingen.map((woord) => splits(woord, waarde)),
  }),
);
