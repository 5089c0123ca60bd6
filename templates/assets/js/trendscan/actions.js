// The list for Monday: which kansen fit, and what stands with the three that are chosen.

import { element, find, findAll } from "../dom.js";
import { LONGEST_WHO } from "./answers.js";

/** @import { Action, Scan } from "./answers.js" */
/** @import { Score } from "./outcome.js" */
/** @typedef {{ code: string, trend: string, phase: number, towns: Map<number, string>, title: string, step: string, href: string, source: HTMLElement }} Kans */

const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

/** The kansen in the template of the page. @returns {Kans[]} */
export function kansenOf() {
  const { content } = /** @type {HTMLTemplateElement} */ (find("#kansen"));
  return findAll("[data-code]", content).map((source) => {
    const { code = "", trend = "", fase = "0", plaatsen = "" } = source.dataset;
    const towns = plaatsen
      .split("|")
      .filter(Boolean)
      .map((text) => /** @type {[number, string]} */ ([Number(text[0]), text.slice(2)]));
    const link = /** @type {HTMLAnchorElement} */ (source.querySelector("a"));
    const step = source.querySelector("p")?.lastChild?.textContent?.trim() ?? "";
    return {
      code,
      trend,
      phase: Number(fase),
      towns: new Map(towns),
      title: link.textContent,
      step,
      href: link.href,
      source,
    };
  });
}

/**
 * Three kansen of the trends that come first, in turn when they are more: what a town of that size did, near the term.
 * @param {Kans[]} kansen @param {Score[]} first @param {number} size @param {number} start
 */
export function proposed(kansen, first, size, start) {
  const cost = (/** @type {Kans} */ { towns, phase }) =>
    (size && towns.has(size) ? 0 : 3) + (towns.size ? 0 : 2) + 2 * Math.abs(phase - start);
  const rows = first.map(({ word }) => kansen.filter(({ trend }) => trend === word).sort((a, b) => cost(a) - cost(b)));
  const turns = [0, 1, 2].flatMap((turn) => rows.flatMap((row) => row.slice(turn, turn + 1)));
  return turns.slice(0, 3);
}

/** A day in words. @param {string} day */
export function dayInWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return day && `${date} ${MONTHS[month - 1]} ${year}`;
}

/**
 * One action; `onChange` gets what the reader changed of it.
 * @param {Action} action @param {Kans} kans @param {Kans[]} kansen @param {Score[]} scores @param {Scan} scan @param {number} index
 * @param {(change: Partial<Action>) => void} onChange
 */
export function actionRow(action, kans, kansen, scores, scan, index, onChange) {
  const field = (/** @type {string} */ words, /** @type {HTMLInputElement | HTMLSelectElement} */ input) =>
    element("label", {}, `${words} `, input);
  const choice = element("select", { id: `kans-${index}` });
  for (const { word, title } of scores) {
    const group = element("optgroup", { label: title });
    const own = kansen.filter(({ trend }) => trend === word);
    group.append(...own.map(({ code, title: text }) => new Option(text, code, false, code === kans.code)));
    choice.append(group);
  }
  const who = element("input", {
    value: action.who,
    maxLength: LONGEST_WHO,
    autocomplete: "off",
    placeholder: "rol of team",
  });
  const day = element("input", { type: "date", value: action.day, min: "2020-01-01", max: "2099-12-31" });
  choice.addEventListener("change", () => onChange({ kans: choice.value }));
  who.addEventListener("change", () => onChange({ who: who.value }));
  day.addEventListener("change", () => onChange({ day: day.value }));
  const text = /** @type {HTMLElement} */ (kans.source.cloneNode(true));
  const town = kans.towns.get(scan.size);
  if (town)
    text.append(element("p", { className: "noot-regel" }, `Een gemeente van uw grootte die dit deed: ${town}.`));
  const onPaper = `Wie: ${action.who || "…………………………"}   Wanneer: ${dayInWords(action.day) || "…………………………"}`;
  const fields = element(
    "p",
    { className: "scan-keuzes" },
    field("Andere kans", choice),
    field("Wie", who),
    field("Wanneer", day),
  );
  return element(
    "li",
    { className: `trend-${kans.trend}` },
    text,
    element("p", { className: "op-papier" }, onPaper),
    fields,
  );
}
