// The form in the place of the links, with a box and a count for each option, folded after the first groups; and the chips
// that take a choice away.

import { element, find, findAll } from "../dom.js";
import { createFacets } from "../filter.js";
import { icon } from "../icon.js";
import { SIMILAR } from "./similar.js";

/** @typedef {import("../filter.js").Option} Option */

/** "onbekend" says nothing without the name of its facet; a facet with pages of its own needs no name. */
const groups = findAll("[data-facet]").map((group) => ({
  key: group.dataset.facet ?? "",
  name: find("h2", group).textContent,
  isNamed: group.hidden,
  isPrivate: false,
  options: findAll("li", group).map((li) => ({
    value: li.dataset.waarde ?? "",
    text: li.firstElementChild?.textContent ?? "",
  })),
}));
groups.push(SIMILAR);

export const facets = createFacets(groups);

/** So many groups stand open, and that of similar places: then somebody with a keyboard is soon at the last one. */
const OPEN = 2;

/** The boxes of a group below its name. @param {number} facet @param {HTMLElement[]} labels */
function createGroup(facet, labels) {
  const { name } = groups[facet];
  const fieldset = element("fieldset", {}, ...labels);
  if (facet < OPEN || groups[facet] === SIMILAR) {
    fieldset.prepend(element("legend", {}, name));
    return fieldset;
  }
  fieldset.ariaLabel = name;
  return element("details", {}, element("summary", {}, name), fieldset);
}

/**
 * Puts the form in the page. `onChoose` is called for a box, `onDone` when a reader is ready to see the rows.
 * @param {(option: Option, on: boolean) => void} onChoose @param {() => void} onDone
 */
export function createForm(onChoose, onDone) {
  const done = element("button", { className: "knop" });
  /** By number of the option. @type {{ box: HTMLInputElement, label: HTMLElement, number: HTMLElement, count: number }[]} */
  const fields = [];
  const parts = facets.map(({ key, options }, facet) => {
    const labels = options.map((option) => {
      const box = element("input", { type: "checkbox", name: key, value: option.value });
      const number = element("span", { className: "getal" });
      box.addEventListener("change", () => onChoose(option, box.checked));
      const label = element("label", { className: "vink" }, box, element("span", {}, option.text), number);
      fields.push({ box, label, number, count: -1 });
      return label;
    });
    return createGroup(facet, labels);
  });
  const properties = { id: "filters", className: "filters", popover: "auto" };
  const form = element("form", properties, element("div", {}, ...parts), done);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!matchMedia("(width >= 75rem)").matches) form.hidePopover();
    onDone();
  });
  form.setAttribute("aria-label", "Filters");
  form.firstElementChild?.prepend(find(".filters-titel"), parts[parts.length - 1]);
  find("#filters").replaceWith(form);
  return {
    done,
    /** The box of the last facet, of which the option is still to come. */
    similar: { fieldset: parts[facets.length - 1], label: fields[fields.length - 1].label },
    /** Follows the choice. @param {import("../filter.js").Filter<any>} filter */
    show(filter) {
      for (const [i, count] of filter.apply().entries()) {
        const field = fields[i];
        const isOn = filter.chosen.has(filter.options[i]);
        const fold = isOn && !field.box.checked && field.box.closest("details");
        if (fold) fold.open = true;
        field.box.checked = isOn;
        if (field.count === count) continue;
        field.number.textContent = String(count);
        if (!field.count !== !count) field.label.classList.toggle("geen", !count);
        field.count = count;
      }
    },
  };
}

/** A button that takes every choice away. @param {() => void} onClear */
export function createClear(onClear) {
  const button = element("button", { type: "button", className: "knop knop-klein" }, "Wis alles");
  button.addEventListener("click", onClear);
  return button;
}

/** What a reader asks of the list, in words, and what takes it back. @typedef {{ text: string, onRemove: () => void }} Wish */

/** A chosen option in words. @param {Option} option */
export function wordsOf({ facet, text }) {
  const { isNamed, name } = groups[facet];
  return isNamed ? `${name}: ${text}` : text;
}

/**
 * Shows a chip for each wish; what was next to one that goes gets the focus, or `last` when none is left.
 * @param {HTMLElement} chips @param {Wish[]} wishes @param {() => void} onClear @param {HTMLElement} last
 */
export function showChips(chips, wishes, onClear, last) {
  const items = wishes.map(({ text, onRemove }, place) => {
    const hint = element("span", { className: "voorlezen" }, "Haal weg: ");
    const button = element("button", { type: "button", className: "chip" }, hint, text, icon("kruis"));
    button.addEventListener("click", () => {
      onRemove();
      const next = chips.children[place] ?? chips.lastElementChild;
      (next ? find("button", next) : last).focus();
    });
    return element("li", {}, button);
  });
  if (wishes.length > 1) items.push(element("li", {}, createClear(onClear)));
  chips.replaceChildren(...items);
}
