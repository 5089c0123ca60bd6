// A nota that is laid out, as text for elsewhere: Markdown, and HTML that a word processor reads.

import { element, findAll } from "../dom.js";

/** Signs that mean something in Markdown stay signs. @param {string} text */
const escaped = (text) => text.replace(/[\\`*_[\]<>|#~]/g, "\\$&");

/** The words in an element as Markdown on one line. @param {Node} node @returns {string} */
function inline(node) {
  if (!(node instanceof HTMLElement)) return escaped((node.textContent ?? "").replace(/\s+/g, " "));
  if (node.localName === "sup") return node.textContent;
  const text = [...node.childNodes].map(inline).join("");
  if (node instanceof HTMLAnchorElement) return `[${text}](${node.href.replace(/[()\s]/g, encodeURIComponent)})`;
  return node.localName === "b" ? `**${text}**` : text;
}

/** @param {HTMLElement} row */
const tableRow = (row) => {
  const cells = findAll("th, td", row).map((cell) => {
    const lines = findAll("p", cell);
    return (lines.length ? lines.map(inline).join("<br>") : inline(cell)).trim();
  });
  return `| ${cells.join(" | ")} |`;
};

/** @param {HTMLElement} block @returns {string} */
function toBlock(block) {
  const name = block.localName;
  if (block.hidden) return "";
  if (name === "section") return /** @type {HTMLElement[]} */ ([...block.children]).map(toBlock).join("");
  if (name === "table") {
    const [head, ...rows] = findAll("tr", block).map(tableRow);
    return `${[head, "|---|---|---|---|", ...rows].join("\n")}\n\n`;
  }
  if (name === "ul" || name === "ol") {
    const marks = findAll("li", block).map(
      (item, i) => `${name === "ol" ? `${i + 1}.` : "-"} ${inline(item).trim()}\n`,
    );
    return `${marks.join("")}\n`;
  }
  const text = inline(block).trim();
  return text && `${name[0] === "h" ? `${"#".repeat(Number(name[1]) - 1)} ` : ""}${text}\n\n`;
}

/** @param {HTMLElement} article */
export const toMarkdown = (article) =>
  `${/** @type {HTMLElement[]} */ ([...article.children]).map(toBlock).join("").trim()}\n`;

/** An element as text, for elsewhere: here it is never read as HTML again. @param {Node} node */
const markup = (node) =>
  new XMLSerializer().serializeToString(node).replace(' xmlns="http://www.w3.org/1999/xhtml"', "");

/** The nota as HTML without anything of this site; its table has lines of its own. @param {HTMLElement} article */
export function toHtml(article) {
  const copy = /** @type {HTMLElement} */ (article.cloneNode(true));
  for (const part of [copy, ...findAll("*", copy)]) {
    if (part.hidden) part.remove();
    if (part instanceof HTMLAnchorElement) part.href = String(part.href);
    for (const { name } of [...part.attributes])
      if (!["href", "scope", "lang"].includes(name)) part.removeAttribute(name);
    if (part.localName === "table") part.setAttribute("border", "1");
  }
  return markup(copy);
}

/** That as a file. @param {HTMLElement} article @param {string} title */
export const toDocument = (article, title) =>
  `<!doctype html>\n<html lang="nl"><head><meta charset="utf-8">${markup(element("title", {}, title))}</head>\n<body>${toHtml(article)}</body></html>\n`;
