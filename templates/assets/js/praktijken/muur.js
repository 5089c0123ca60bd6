// The wall above the list: a brick for each praktijk that is found, the strongest evidence first.

import { element } from "../dom.js";

const TREDEN = ["aangekondigd", "beschreven", "onderbouwd", "gemeten", "vergeleken"];
const PER_LAAG = 17;

/** A brick: 17 in a course, every second course half a brick further, as drawings/wall.py. */
function steen(plaats) {
  const laag = Math.floor(plaats / PER_LAAG);
  return `M${(plaats % PER_LAAG) * 31 + (laag % 2) * 15.5 + 0.5} ${(laag * 14.4 + 0.5).toFixed(1)}h28.2v11.6h-28.2z`;
}

const stenen = [];

/** Lay so many bricks of each step of evidence, one path per step. */
export function metsel(muurvak, treden) {
  const paden = muurvak.querySelectorAll("path");
  let gelegd = 0;
  for (let trede = TREDEN.length - 1; trede >= 0; trede--) {
    const einde = gelegd + treden[trede];
    while (stenen.length < einde) stenen.push(steen(stenen.length));
    paden[TREDEN.length - 1 - trede].setAttribute("d", stenen.slice(gelegd, einde).join(""));
    gelegd = einde;
  }
  muurvak.firstElementChild.setAttribute("viewBox", `0 0 542.5 ${Math.max(1, Math.ceil(gelegd / PER_LAAG)) * 14.4}`);
  const delen = treden
    .flatMap((aantal, trede) => (aantal ? [[", ", element("b", {}, aantal), ` ${TREDEN[trede]}`]] : []))
    .reverse();
  muurvak.lastElementChild.replaceChildren("Elke steen is een praktijk: ", ...delen.flat().slice(1), ".");
  muurvak.hidden = !gelegd;
}
