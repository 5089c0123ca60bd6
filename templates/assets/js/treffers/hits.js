// What the search page shows of a hit.

import { element, find, findAll } from "../dom.js";
import { fragment, marked } from "./fragment.js";

/** @import { Matcher } from "./fragment.js" */
/** @import { SearchDocument } from "../zoek/index.js" */

/** @param {Element} place @param {(readonly [text: string, isMarked: boolean])[]} parts */
function showMarked(place, parts) {
  place.replaceChildren(...parts.map(([text, isMarked]) => (isMarked ? element("mark", {}, text) : text)));
}

/**
 * One hit. The template has every label there is; those that the entry has not are taken out.
 * @param {SearchDocument} document @param {Matcher} match
 */
export function showHit({ titel, adres, soort, plaats, trend, bewijs, status = [], ...texts }, match) {
  const template = /** @type {HTMLTemplateElement} */ (find("#treffer"));
  const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const own = [trend, bewijs, status[0]];
  for (const label of findAll("[data-als]", made)) if (!own.includes(label.dataset.als)) label.remove();
  made.querySelector(".status")?.append(status[1]);
  const [kind, place, link, section, sentence] = findAll("[data-deel]", made);
  const { heading, anchor, parts } = fragment(texts, match);
  find("li", made).className = made.querySelector("[data-als]")?.className ?? ""; // the colour of its trend
  kind.textContent = soort;
  place.textContent = plaats;
  link.setAttribute("href", adres);
  showMarked(link, marked(titel, match));
  if (anchor) Object.assign(section, { href: `${adres}#${anchor}`, textContent: `${heading}:` });
  else section.remove();
  showMarked(sentence, parts);
  return made;
}
