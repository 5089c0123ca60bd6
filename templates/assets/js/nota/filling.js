// A nota laid out in the page, with copies of what stands in its templates.

import { find, findAll } from "../dom.js";

/** @import { Line, Nota, Row, Source } from "./assembly.js" */

/** A copy of the one element of a template. @param {string} name @param {string} selector */
function copyOf(name, selector) {
  /** @type {HTMLTemplateElement} */
  const template = find(`[data-van=${name}]`);
  return /** @type {HTMLElement} */ (find(selector, template.content).cloneNode(true));
}

/** Writes the words of a line; what it does not have is taken away. @param {HTMLElement} place @param {Line} line */
function write(place, [vet, tekst, numbers = [], klein = ""]) {
  const words = { b: vet, span: tekst, sup: numbers.length ? `[${numbers.join(", ")}]` : "", small: klein };
  for (const [name, text] of Object.entries(words)) {
    const part = find(name, place);
    part.textContent = text;
    if (!text) part.remove();
  }
  return place;
}

/** @param {Line} line */
const createLine = (line) => write(copyOf("regel", "li"), line);

/** @param {Row} row */
function createRow({ titel, adres, stand, zin, begin, bedragen }) {
  const row = copyOf("rij", "tr");
  const [about, deeds, ...columns] = findAll("th, td", row);
  Object.assign(find("a", about), { href: adres, textContent: titel });
  find("small", about).textContent = stand;
  deeds.textContent = zin;
  for (const [i, lines] of [begin, bedragen].entries()) {
    const sample = find("p", columns[i]);
    columns[i].replaceChildren(
      ...lines.map((line) => write(/** @type {HTMLElement} */ (sample.cloneNode(true)), line)),
    );
  }
  return row;
}

/** @param {Source} source */
function createSource([titel, uitgever, datum, adres, lang]) {
  const item = copyOf("bron", "li");
  const link = find("a", item);
  if (adres) Object.assign(link, { href: adres, textContent: titel, lang });
  else link.replaceWith(titel);
  find("span", item).textContent = `${uitgever}, ${datum}`;
  return item;
}

/** Lays a nota out, without its question; a part without lines is not shown. @param {HTMLElement} article @param {Nota} nota */
export function fill(article, nota) {
  const { rijen, bronnen, ...lists } = nota;
  find("tbody", article).replaceChildren(...rijen.map(createRow));
  for (const [name, lines] of Object.entries(lists)) showPart(article, name, lines.map(createLine));
  showPart(article, "bronnen", bronnen.map(createSource));
}

/** @param {HTMLElement} article @param {string} name @param {HTMLElement[]} items */
function showPart(article, name, items) {
  const section = find(`[data-deel=${name}]`, article);
  section.hidden = !items.length;
  find("ul, ol", section).replaceChildren(...items);
}
