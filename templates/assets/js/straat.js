// The street answers: a window that is pointed at gets a ring, and below the ground stands which praktijk it is. A click
// opens that praktijk; on a touch screen the first tap shows it and the second opens it. The list of praktijken has the
// same links for the keyboard and by ear, so nothing here can take the focus. What cannot be loaded changes nothing, and
// is asked for again when somebody comes back or taps again.

import { element, find } from "./dom.js";

/**
 * A window, with the upper left corner that it has in the drawing, and the praktijk behind it.
 * @typedef {{ x: number, y: number, titel: string, plaats: string, stand: string, adres: string, isShut: boolean }} Raam
 */
/** A row of the file that exports/street_data.py writes. @typedef {[number, number, string, string, string, string]} Row */
/** Where somebody points: the column of a trend, and the place in its drawing. @typedef {{ column: Element, x: number, y: number }} Place */

const SVG = "http://www.w3.org/2000/svg";
const [WIDE, HIGH, RING] = [6.4, 8.6, 10.5];
/** How far from its middle a window still answers: up to the next window. */
const REACH = 9;
/** How much larger the window in the ring is. */
const LARGER = 1.2;

const street = find(".straat");
const answer = element("p", { className: "straat-antwoord", ariaHidden: "true" });
/** @type {Map<Element, Promise<Raam[]>>} */
const asked = new Map();
/** The windows that are known, by column. @type {Map<Element, Raam[]>} */
const known = new Map();
/** The columns of which the windows could not be had. @type {Set<Element>} */
const failed = new Set();
/** The window in the ring. @type {Raam | undefined} */
let shown;
/** @type {Element | undefined} */
let ring;
/** Where the pointer was last. @type {Place | undefined} */
let last;
/** Whether a finger came down last, and whether that was on the window in the ring. */
const finger = { isDown: false, isOnRing: false };

/** @param {Row[]} rows @param {boolean} isShut @returns {Raam[]} */
const windows = (rows, isShut) =>
  rows.map(([x, y, titel, plaats, stand, adres]) => ({ x, y, titel, plaats, stand, adres, isShut }));

/** Asks for the windows of a column; there are none when they cannot be had, until they are forgotten. @param {Element} column */
function load(column) {
  const asking =
    asked.get(column) ??
    fetch(`${find(".straat-tekst a", column).getAttribute("href")}ramen.json`)
      .then((response) => (response.ok ? response.json() : Promise.reject(response)))
      .then(({ ramen, luiken }) => [...windows(ramen, false), ...windows(luiken, true)])
      .catch(() => {
        failed.add(column);
        return [];
      })
      .then((all) => {
        known.set(column, all);
        return all;
      });
  asked.set(column, asking);
  return asking;
}

/** Who comes with a pointer or finger asks anew for what could not be had; who only moves does not. */
function forgetFailed() {
  for (const column of failed) for (const kept of [asked, known]) kept.delete(column);
  failed.clear();
}

/** Where in a drawing an event is; nowhere below the ground. @param {MouseEvent} event @returns {Place | undefined} */
function placeOf({ target, clientX, clientY }) {
  const column = target instanceof Element ? target.closest(".straat > li") : null;
  const drawing = column?.querySelector(".blok");
  const matrix = drawing instanceof SVGGraphicsElement && drawing.getScreenCTM();
  if (!column || !matrix) return undefined;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return y < 0 ? { column, x, y } : undefined;
}

/** The window at a place, as far as known. @param {Place} place */
function windowAt({ column, x, y }) {
  const distance = (/** @type {Raam} */ raam) => Math.hypot(raam.x + WIDE / 2 - x, raam.y + HIGH / 2 - y);
  const inReach = (known.get(column) ?? []).filter((raam) => distance(raam) < REACH);
  return inReach.sort((one, other) => distance(one) - distance(other)).at(0);
}

/** @param {string} name @param {Record<string, string | number>} attributes @param {Element[]} inside */
function drawn(name, attributes, ...inside) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...inside);
  return made;
}

/** The window, larger, in a ring that leads to its praktijk. @param {Raam} raam */
function ringed({ x, y, adres, isShut }) {
  const [cx, cy, width, height] = [x + WIDE / 2, y + HIGH / 2, WIDE * LARGER, HIGH * LARGER];
  const outline = `M${cx - width / 2} ${cy - height / 2}h${width}v${height}h${-width}z`;
  return drawn(
    "a",
    { href: adres, tabindex: -1 },
    drawn("circle", { cx, cy, r: RING, class: "z-ring z-papier" }),
    drawn("path", {
      d: isShut ? `${outline}l${width} ${height}m0 ${-height}l${-width} ${height}` : outline,
      class: isShut ? "z-luik" : "z-t",
    }),
  );
}

function hide() {
  ring?.remove();
  answer.remove();
  shown = undefined;
}

/** @param {Element} column @param {Raam} raam */
function show(column, raam) {
  if (raam === shown) return;
  hide();
  shown = raam;
  ring = ringed(raam);
  const title = element("a", { href: raam.adres, tabIndex: -1 }, raam.titel);
  answer.replaceChildren(title, `${raam.plaats}, ${raam.stand}`);
  find(".blok", column).append(ring);
  column.append(answer);
}

/** What the pointer of a mouse or pen is on; between two windows the last one stays. @param {MouseEvent} event */
async function point(event) {
  last = placeOf(event);
  if (!last) return;
  const { column } = last;
  if (!known.has(column)) await load(column);
  const raam = last?.column === column ? windowAt(last) : undefined;
  if (raam) show(column, raam);
}

/** A tap on a window that has no ring yet shows it, and does not follow the link of the trend. @param {MouseEvent} event */
async function tap(event) {
  const place = finger.isDown && !finger.isOnRing && event.detail > 0 ? placeOf(event) : undefined;
  const isUnknown = place && !known.has(place.column);
  if (!place || !(isUnknown || windowAt(place))) return;
  event.preventDefault();
  if (isUnknown) await load(place.column);
  const raam = windowAt(place);
  if (raam) show(place.column, raam);
  else find(".straat-tekst a", place.column).click();
}

street.addEventListener("pointerenter", forgetFailed);
street.addEventListener("pointermove", (event) => {
  if (event.pointerType !== "touch") point(event);
});
street.addEventListener("pointerleave", (event) => {
  last = undefined;
  if (event.pointerType !== "touch") hide();
});
street.addEventListener("pointerdown", (event) => {
  const place = placeOf(event);
  finger.isDown = event.pointerType === "touch";
  finger.isOnRing = Boolean(place && shown && windowAt(place) === shown);
});
street.addEventListener("click", tap, true);
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") hide();
});
