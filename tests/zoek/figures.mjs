// Which figure each question asks for: node figures.mjs <scripts>; reads {"tabel", "stopwoorden", "vragen"}, writes a value or null
// for each question.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** @type {typeof import("../../templates/assets/js/gevraagd/figure.js")} */
const { askedFigure } = await import(pathToFileURL(`${process.argv[2]}/gevraagd/figure.js`).href);
const { tabel, stopwoorden, vragen } = JSON.parse(readFileSync(0, "utf8"));
const answers = vragen.map((/** @type {string} */ question) => askedFigure(question, tabel, new Set(stopwoorden)));
console.log(JSON.stringify(answers.map((/** @type {any} */ figure) => (figure ? [figure.value, figure.year] : null))));
