// Completes the drawings of drawings/scan.py: the street of a town, and the scale in a row of the table.

/** @import { Score } from "./outcome.js" */

const PITCH = 56;
const LOWEST = 36;
const STOREY = 15;

/** The house of a trend: the tallest is the most urgent, its windows are lit as far as the town is ready. @param {Element} house @param {Score} score @param {number} index */
export function drawHouse(house, { readiness, urgency, place }, index) {
  const eaves = Math.round(LOWEST + 7 * urgency);
  const count = 3 * Math.floor((eaves - 20) / STOREY);
  const windows = ["", ""];
  for (let i = 0; i < count; i += 1) {
    const isDark = i >= Math.round((readiness / 4) * count);
    windows[Number(isDark)] += `M${6 + 13 * (i % 3)} ${-20 - STOREY * Math.floor(i / 3)}h8v-10h-8z`;
  }
  const [wall, , lit, dark, number] = house.children;
  house.setAttribute("transform", `translate(${index * PITCH + 4})`);
  wall.setAttribute("d", `M0 0V${-eaves}${wall.getAttribute("data-dak")}V0z`);
  lit.setAttribute("d", windows[0]);
  dark.setAttribute("d", windows[1]);
  number.textContent = String(place);
}

/** Both averages of a trend on one scale. @param {Element} scale @param {Score} score */
export function drawScale(scale, { influence, readiness }) {
  const [to, from] = [influence, readiness].map((value) => String(10 + 35 * value));
  const [, line, closed, open] = scale.children;
  line.setAttribute("d", `M${from} 12H${to}`);
  closed.setAttribute("cx", to);
  open.setAttribute("cx", from);
}
