// The wall above the list: a brick for each praktijk that is found, the strongest evidence first.

import { element, find, findAll } from "../dom.js";

const GRADES = ["aangekondigd", "beschreven", "onderbouwd", "gemeten", "vergeleken"];

/** @type {SVGRectElement[]} */
let bricks = [];
/** Of each grade, the highest first. @type {Element[]} */
let grades = [];
let margin = 0;

/** The lower edge of the course of a brick. @param {SVGRectElement} brick */
const foot = (brick) => brick.y.baseVal.value + margin;

/**
 * Lay so many bricks of each grade of evidence: the first of those that were drawn, each in the group of its grade.
 * @param {HTMLElement} figure @param {number[]} counts
 */
export function layBricks(figure, counts) {
  /** @type {SVGSVGElement} */
  const wall = find("svg", figure);
  const size = wall.viewBox.baseVal;
  if (!bricks.length) {
    bricks = findAll(":scope > :not(.ringen) > rect", wall); // rings are not bricks
    grades = findAll(":scope > :not(.ringen)", wall);
    margin = size.height - foot(bricks[bricks.length - 1]);
  }
  let laid = 0;
  for (const [place, group] of grades.entries()) {
    const end = laid + counts[counts.length - 1 - place];
    group.replaceChildren(...bricks.slice(laid, end));
    laid = end;
  }
  size.height = foot(bricks[Math.max(laid, 1) - 1]);
  const parts = counts.flatMap((count, grade) =>
    count ? [[", ", element("b", {}, String(count)), ` ${GRADES[grade]}`]] : [],
  );
  find("p", figure).replaceChildren("Elke steen is een praktijk: ", ...parts.reverse().flat().slice(1), ".");
  figure.hidden = !laid;
}
