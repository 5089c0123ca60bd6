// The figure that a question asks for. Loaded when a question asks how much or how many; binnenstad_site/search/figures.py
// says which words a question is about.

import { element, find } from "../dom.js";
import { fold, stem, words } from "../zoek/language.js";

/** A figure, after the questions that ask for it. */
/** @typedef {[asked: string, text: string, unit: string, series: [year: string, value: string][], address: string, title: string, source: string]} Row */
/** `om` are words around what a question is about, `niet` those that make it another. @typedef {{ om: string, niet: string, rijen: Row[] }} Table */
/** @typedef {{ value: string, unit: string, year: string, text: string, address: string, title: string, source: string }} Figure */

const YEAR = /^(?:19|20)[0-9]{2}$/;
const SHARE = "procent";

/** @type {Promise<Table> | undefined} */
let table;

/** The figures of the site. @param {string} address */
async function getTable(address) {
  table ??= fetch(address).then((response) => (response.ok ? response.json() : Promise.reject(response)));
  table.catch(() => {
    table = undefined;
  });
  return table;
}

/**
 * The figure that a question asks for: its words are those of one that an editor wrote, in any order, and its year and unit
 * are there. Nothing when one word is left: no figure is better than the wrong one.
 * @param {string} question @param {Table} table @param {Set<string>} stopwords
 * @returns {Figure | undefined}
 */
export function askedFigure(question, { om, niet, rijen }, stopwords) {
  const [around, turning] = [om, niet].map((row) => new Set(row.split(" ")));
  const all = words(fold(question)).map(({ word }) => word);
  const years = all.filter((word) => YEAR.test(word));
  const says = (/** @type {string} */ word) => turning.has(word) || !(stopwords.has(word) || around.has(word));
  const telling = all.filter((word) => says(word) && !YEAR.test(word)).map(stem);
  const asked = [...new Set(telling)].sort().join(" ");
  const row = rijen.find(([questions]) => questions.split("|").includes(asked));
  if (!row || years.length > 1) return undefined;
  const [, text, unit, series, address, title, source] = row;
  const point = years.length ? series.find(([year]) => year === years[0]) : series.at(-1);
  const asksShare = all.includes(SHARE) || all.includes("percentage");
  if (!point || (asksShare && unit !== SHARE)) return undefined;
  return { year: point[0], value: point[1], text, unit, address, title, source };
}

/**
 * What shows the figure that a question asks for in its place in the page, or hides that.
 * @param {string} question @param {string} address of the table @param {Set<string>} stopwords
 */
export async function figureShower(question, address, stopwords) {
  const figure = askedFigure(question, await getTable(address), stopwords);
  return (/** @type {HTMLElement} */ place) => {
    place.hidden = !figure;
    if (!figure) return;
    const [value, text, source] = /** @type {HTMLElement[]} */ ([...place.children]);
    const parts = [figure.value, figure.unit && element("span", {}, figure.unit)];
    if (figure.year) parts.push(element("span", { className: "cijfer-jaar" }, figure.year));
    value.replaceChildren(...parts.flatMap((part) => (part ? [part, " "] : [])));
    text.textContent = figure.text;
    find("a", source).textContent = figure.title;
    find("a", source).setAttribute("href", figure.address);
    find("span", source).textContent = figure.source;
  };
}
