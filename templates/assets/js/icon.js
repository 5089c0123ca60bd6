// The drawings of tekens.svg, made without HTML from text.

const ICONS = new URL("../beeld/tekens.svg", import.meta.url).pathname;
const SVG = "http://www.w3.org/2000/svg";

/** One of the drawings of tekens.svg, for the eye only. @param {string} name */
export function icon(name, className = "teken", width = 20, height = 20) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { class: className, width, height, "aria-hidden": true };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, String(value));
  svg.append(document.createElementNS(SVG, "use"));
  svg.firstElementChild?.setAttribute("href", `${ICONS}#${name}`);
  return svg;
}
