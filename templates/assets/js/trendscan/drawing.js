// The street of a town: a house for each trend, the tallest the most urgent, lit as far as the town is ready.

/** @import { Score } from "./outcome.js" */

const NAMESPACE = "http://www.w3.org/2000/svg";
const WIDE = 46;
const PITCH = 56;
const LOWEST = 36;
const MOST_RISE = 112;
const GABLE = 28;
const STOREY = 15;
/** The roof of each trend, from the left end of the eaves to the right. @type {Record<string, string>} */
const GABLES = {
  samenleven: "c11-2 5-21 23-21c18 0 12 19 23 21",
  produceren: "v-15l23 15v-15l23 15",
  consumeren: "v-5h6v-5h6v-5h6v-5h10v5h6v5h6v5h6v5",
  werken: "h-1.5v-4h49v4h-1.5",
  investeren: "q11.6-2 10.6-19h-1.5v-3.5h27.8v3.5h-1.5q-1 17 10.6 19",
  vervoeren: "l19-23v-4.5h8v4.5l19 23",
};

/** @param {string} name @param {Record<string, string | number>} attributes @param {Node[]} content */
function svg(name, attributes, ...content) {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...content);
  return made;
}

/** @param {Score} score @param {number} index */
function house({ word, readiness, urgency, place }, index) {
  const eaves = Math.round(LOWEST + (MOST_RISE * urgency) / 16);
  const rows = Math.floor((eaves - 20) / STOREY);
  const lit = Math.round((readiness / 4) * 3 * rows);
  const windows = ["", ""];
  for (let i = 0; i < 3 * rows; i += 1) {
    windows[i < lit ? 0 : 1] += `M${6 + 13 * (i % 3)} ${-20 - STOREY * Math.floor(i / 3)}h8v-10h-8z`;
  }
  const number = svg("text", { class: "z-bord", x: WIDE / 2, y: 17 });
  number.append(String(place));
  return svg(
    "g",
    { class: `trend-${word}`, transform: `translate(${index * PITCH + 4})` },
    svg("path", { class: "z-gevel", d: `M0 0V${-eaves}${GABLES[word] ?? GABLES.werken}V0z` }),
    svg("path", { class: "z-inkt", d: "M19 0v-14h8v14z" }),
    svg("path", { class: "z-t", d: windows[0] }),
    svg("path", { class: "z-luik", d: windows[1] }),
    number,
  );
}

/** For the eye only: the table says the same. @param {Score[]} scores */
export function street(scores) {
  const high = LOWEST + MOST_RISE + GABLE;
  const viewBox = `0 ${-high} ${scores.length * PITCH + 2} ${high + 22}`;
  return svg("svg", { class: "tekening", viewBox, "aria-hidden": "true" }, ...scores.map(house));
}

/** Both averages of a trend on one scale. @param {Score} score */
export function scale({ influence, readiness }) {
  const [from, to] = [readiness, influence].map((value) => 10 + 35 * value);
  const marks = [0, 1, 2, 3, 4].map((value) => `M${10 + 35 * value} 2v20`).join("");
  return svg(
    "svg",
    { class: "tekening", viewBox: "0 0 160 24", "aria-hidden": "true" },
    svg("path", { class: "z-rand", d: marks }),
    svg("path", { class: "z-t-lijn", d: `M${from} 12H${to}` }),
    svg("circle", { class: "z-t", cx: to, cy: 12, r: 7 }),
    svg("circle", { class: "z-papier", cx: from, cy: 12, r: 6 }),
    svg("circle", { class: "z-t-lijn", cx: from, cy: 12, r: 6 }),
  );
}
