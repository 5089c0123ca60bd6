// The table with praktijken side by side, a row for each field, and the verdicts put together.

import { element } from "../dom.js";
import { icon } from "../icon.js";
import { enumerate, judge, textOf, VERDICTS } from "./judgement.js";

/** @import { Line } from "./judgement.js" */
/** @typedef {{ titel: string, plaats: string, vak: string, trend: string, waarden: Line[][] }} Praktijk */
/** A field: its name and its kind. @typedef {[name: string, kind: string]} Field */

let onlyDifferences = false;

/** @param {Line} line @param {boolean} isOnlyHere */
function createLine(line, isOnlyHere) {
  const [text, className = "", drawing = ""] = typeof line === "string" ? [line] : line;
  const row = element("span", { className: `regel ${className}` });
  if (drawing) row.append(drawing.startsWith("stenen") ? icon(drawing, "stenen", 60, 12) : icon(drawing));
  row.append(text);
  if (isOnlyHere) row.append(" ", element("small", {}, "alleen hier"));
  return row;
}

/** @param {Field} field @param {Line[][]} values @param {string[]} names */
function createRow([name, kind], values, names) {
  const [verdict, explanation] = judge(kind, values, names);
  const told = element("span", {}, element("b", {}, verdict), explanation ? `: ${explanation}` : "");
  const cells = values.map((lines, i) => {
    const elsewhere = values.flatMap((others, j) => (i === j ? [] : others.map(textOf)));
    const marksOwn = kind === "lijst" && verdict === "deels gelijk";
    const cell = element("td");
    cell.append(...lines.map((line) => createLine(line, marksOwn && !elsewhere.includes(textOf(line)))));
    cell.dataset.bij = names[i];
    return cell;
  });
  const row = element("tr", { className: verdict.split(" ")[0], hidden: onlyDifferences && verdict === "gelijk" });
  row.append(element("th", { scope: "row" }, name, " ", told), ...cells);
  return { verdict, name, row };
}

/** @param {Praktijk} praktijk @param {string} href @param {() => void} onRemove */
function createHead({ titel, plaats, vak, trend }, href, onRemove) {
  const line = element("span", { className: "kaartje-meta" }, plaats);
  if (vak) line.append(element("span", { className: "kaartvak" }, "vak ", element("b", {}, vak)));
  const which = element("span", { className: "voorlezen" }, ` ${titel}`);
  const button = element("button", { type: "button", className: "chip" }, "Haal weg", which, icon("kruis"));
  button.addEventListener("click", onRemove);
  const properties = { scope: "col", className: `trend-${trend}` };
  return element("th", properties, line, element("a", { href }, titel), button);
}

/**
 * The table, and above it the verdicts when there is something to compare; `onRemove` gets the place of a column.
 * @param {Field[]} fields @param {Praktijk[]} praktijken @param {string[]} addresses @param {string} caption
 * @param {(column: number) => void} onRemove
 */
export function createTable(fields, praktijken, addresses, caption, onRemove) {
  const isOnly = (/** @type {string} */ place) => praktijken.filter(({ plaats }) => plaats === place).length === 1;
  const names = praktijken.map(({ plaats, titel }) => (isOnly(plaats) ? plaats.replace(/ \(.*/, "") : titel));
  const rows = fields.map((field, i) => {
    const values = praktijken.map(({ waarden }) => waarden[i]);
    return createRow(field, values, names);
  });
  const heads = praktijken.map((praktijk, i) => createHead(praktijk, addresses[i], () => onRemove(i)));
  const table = element(
    "table",
    {},
    element("caption", { className: "voorlezen" }, caption),
    element("thead", {}, element("tr", {}, element("td"), ...heads)),
    element("tbody", {}, ...rows.map(({ row }) => row)),
  );
  const box = element("input", { type: "checkbox", checked: onlyDifferences });
  box.addEventListener("change", () => {
    onlyDifferences = box.checked;
    for (const { verdict, row } of rows) row.hidden = onlyDifferences && verdict === "gelijk";
  });
  const summary = element("div", { className: "vergelijk-woorden" });
  for (const verdict of VERDICTS) {
    const parts = rows.flatMap((row) => (row.verdict === verdict ? [row.name.toLowerCase()] : []));
    if (parts.length) summary.append(element("p", {}, element("b", {}, verdict), enumerate(parts)));
  }
  summary.append(element("label", { className: "vink" }, box, element("span", {}, "Toon alleen verschillen")));
  return praktijken.length > 1 ? [summary, table] : [table];
}
