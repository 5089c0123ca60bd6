// List, wall and map as one instrument: a card, brick or dot that is pointed at marks the same praktijk in the other two.
// A brick says below the wall which praktijk it is, and leads there; on a touch screen the first tap on a brick shows
// what it is and the second follows it, as kaart.js does for dots. Cards and register have the same links for the keyboard and by ear.

import { element, find, findAll } from "./dom.js";
import { svgElement } from "./kaart.js";

/**
 * What this needs to know of a praktijk: its card, its place in the list, its dots, its step of evidence, whether it is found.
 * @typedef {{ li: HTMLElement, place: number, points: number[], step: number, matches: boolean }} Marked
 */
/** What is pointed at, and the praktijken that it stands for. @typedef {{ what: Element, of: Marked[] }} Pointed */

/** How far a ring is from what it is around, in the units of both drawings. */
const AIR = 5;

/** @param {Element} shape @param {string} painted @param {Record<string, number>} ring */
const ringed = (shape, painted, ring) => {
  const copy = /** @type {Element} */ (shape.cloneNode());
  copy.setAttribute("class", painted);
  return [svgElement(shape.localName, { ...ring, class: "z-ring z-papier" }), copy];
};

/** A brick in a ring that leads to its praktijk. @param {SVGRectElement} brick @param {Marked} row */
function ringedBrick(brick, { li }) {
  const { x, y, width, height } = brick.getBBox();
  const link = svgElement("a", { href: find("h3 a", li).getAttribute("href"), tabindex: -1 });
  const ring = { x: x - AIR, y: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR };
  link.append(...ringed(brick, brick.parentElement?.getAttribute("class") ?? "", ring));
  return link;
}

/** @param {Element} dot */
function ringedDot(dot) {
  const [cx, cy, r] = ["cx", "cy", "r"].map((name) => Number(dot.getAttribute(name)));
  return ringed(dot, "z-t", { cx, cy, r: r + AIR });
}

/**
 * Joins the parts. What comes out takes every mark away, for when the list changes.
 * @param {Marked[]} rows @param {HTMLElement} wall @param {HTMLElement | null} map
 */
export function joinParts(rows, wall, map) {
  const dots = map ? findAll(".kaart-punten circle:not(.kaart-doel)", map) : [];
  const [onWall, onMap] = [1, 2].map(() => svgElement("g", { class: "ringen", "aria-hidden": true }));
  const answer = element("p", { className: "muur-antwoord", ariaHidden: "true" });
  /** @type {Pointed | undefined} */
  let shown;
  /** What is below a ring on the wall. @type {Map<Element | null, Pointed>} */
  const below = new Map();
  /** Whether a finger came down last, and what was shown then. @type {{ isDown: boolean, on?: Element }} */
  let finger = { isDown: false };
  /** Where the pointer came last: what scrolls below it is not pointed at. */
  let last = "";
  find(".muur", wall).append(onWall);
  map?.querySelector(".kaart-namen")?.before(onMap);

  const bricks = () => /** @type {SVGRectElement[]} */ (findAll(".muur > :not(.ringen) > rect", wall));
  /** The praktijken in the order of their bricks. */
  const laid = () => rows.filter(({ matches }) => matches).sort((a, b) => b.step - a.step || a.place - b.place);

  function hide() {
    for (const { li } of shown?.of ?? []) li.firstElementChild?.classList.remove("aangewezen");
    for (const marks of [onWall, onMap, answer]) marks.replaceChildren();
    answer.remove();
    below.clear();
    shown = undefined;
  }

  /** Says which praktijk a brick is. @param {HTMLElement} li */
  function tell(li) {
    const { href, textContent } = /** @type {HTMLAnchorElement} */ (find("h3 a", li));
    const [place, status] = [".kaartje-meta > :not([class])", ".status"].map((part) => li.querySelector(part));
    const stand = [place, status].flatMap((part) => part?.textContent ?? []).join(", ");
    answer.append(element("a", { href, tabIndex: -1 }, textContent), stand);
    wall.append(answer);
  }

  /** @param {Pointed} pointed */
  function show(pointed) {
    if (pointed.what === shown?.what) return;
    hide();
    shown = pointed;
    const [all, order, dot] = [bricks(), laid(), dots.indexOf(/** @type {any} */ (pointed.what))];
    for (const row of pointed.of) {
      const brick = all[order.indexOf(row)];
      if (brick) {
        const ring = ringedBrick(brick, row);
        below.set(ring, { what: brick, of: [row] });
        onWall.append(ring);
      }
      if (pointed.what !== row.li) row.li.firstElementChild?.classList.add("aangewezen");
    }
    const places = dot < 0 ? pointed.of.flatMap(({ points }) => points) : [dot];
    onMap.append(...places.flatMap((place) => (dots[place] ? ringedDot(dots[place]) : [])));
    if (pointed.what.localName === "rect") tell(pointed.of[0].li);
  }

  /** What an element is or belongs to. @param {Element} target @returns {Pointed | undefined} */
  function pointedAt(target) {
    const card = rows.find(({ li }) => li.contains(target));
    if (card) return { what: card.li, of: [card] };
    const ring = below.get(target.closest(".ringen a"));
    if (ring) return ring;
    const brick = bricks().indexOf(/** @type {any} */ (target));
    if (brick >= 0) return { what: target, of: laid().slice(brick, brick + 1) };
    const entry = /** @type {HTMLElement | null} */ (target.closest("[data-punt]"));
    const what = entry
      ? dots[Number(entry.dataset.punt)]
      : (target.closest(".kaart-punten a")?.lastElementChild ?? target);
    const dot = dots.indexOf(/** @type {any} */ (what));
    const of = rows.filter(({ matches, points }) => matches && points.includes(dot));
    return what && of.length ? { what, of } : undefined;
  }

  /** @param {Event} event */
  function point({ target }) {
    if (!(target instanceof Element) || answer.contains(target)) return;
    const pointed = pointedAt(target);
    if (pointed) show(pointed);
    else if (!target.closest(".muur")) hide();
  }

  /** Bricks are smaller than a finger: the nearest one is meant. @param {MouseEvent} event */
  function nearestBrick({ clientX, clientY }) {
    const distances = bricks().map((brick) => {
      const { left, right, top, bottom } = brick.getBoundingClientRect();
      return { brick, distance: Math.hypot((left + right) / 2 - clientX, (top + bottom) / 2 - clientY) };
    });
    return distances.reduce((best, other) => (other.distance < best.distance ? other : best)).brick;
  }

  /** A first tap on a brick shows, and follows no link. @param {MouseEvent} event */
  function tap(event) {
    const { target } = event;
    if (!finger.isDown || !(target instanceof Element) || !target.closest(".muur, .kaart")) return;
    const isOnWall = target.closest(".muur");
    const pointed = pointedAt(isOnWall ? nearestBrick(event) : target);
    if (!pointed) return;
    if (isOnWall && pointed.what !== finger.on) event.preventDefault();
    show(pointed);
  }

  addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch" && String([event.x, event.y]) !== last) point(event);
  });
  addEventListener("pointermove", ({ x, y }) => {
    last = String([x, y]);
  });
  addEventListener("focusin", point);
  addEventListener("pointerdown", ({ pointerType }) => {
    finger = { isDown: pointerType === "touch", on: shown?.what };
  });
  addEventListener("click", tap, true);
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
  return hide;
}
