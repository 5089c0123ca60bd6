// Finding elements, and making them without HTML from text, which the policy of this site forbids.

/**
 * The first element for a selector that every page with this script has.
 * @template {Element} [E=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {E}
 */
export const find = (selector, root = document) => /** @type {E} */ (root.querySelector(selector));

/**
 * All elements for a selector.
 * @template {Element} [E=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [root]
 */
export const findAll = (selector, root = document) => /** @type {E[]} */ ([...root.querySelectorAll(selector)]);

/**
 * An element with properties, and text or elements in it.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string)} content
 */
export function element(name, properties = {}, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

/** Writes only what changed: what is written is laid out anew. @param {Node} place @param {string} text */
export function setText(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
