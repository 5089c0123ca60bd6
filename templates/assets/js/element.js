// Elements made without HTML from text, which the policy of this site forbids.

const TEKENS = new URL("../beeld/tekens.svg", import.meta.url).pathname;
const SVG = "http://www.w3.org/2000/svg";

/** An element with properties, and text or elements in it. */
export function element(naam, eigenschappen = {}, ...inhoud) {
  const nieuw = Object.assign(document.createElement(naam), eigenschappen);
  nieuw.append(...inhoud);
  return nieuw;
}

/** One of the drawings of tekens.svg, for the eye only. */
export function teken(naam, klasse = "teken", breed = 20, hoog = 20) {
  const svg = document.createElementNS(SVG, "svg");
  const eigenschappen = { class: klasse, width: breed, height: hoog, "aria-hidden": true };
  for (const [sleutel, waarde] of Object.entries(eigenschappen)) svg.setAttribute(sleutel, waarde);
  svg.append(document.createElementNS(SVG, "use"));
  svg.firstChild.setAttribute("href", `${TEKENS}#${naam}`);
  return svg;
}
