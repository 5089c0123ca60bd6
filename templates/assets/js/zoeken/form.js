// The form of the search page: the question and the choices. The address holds what is in it.

import { element, find, findAll } from "../dom.js";

export const form = /** @type {HTMLFormElement} */ (find("#zoekvorm"));
export const field = /** @type {HTMLInputElement} */ (find("#zoekveld"));
export const drawer = /** @type {HTMLDetailsElement} */ (find("#filters"));
export const kinds = /** @type {HTMLElement} */ (drawer.nextElementSibling);
/** @type {HTMLSelectElement[]} */
export const selects = findAll("select", drawer);
export const FACETS = ["soort", ...selects.map(({ name }) => name)];
const { title } = document;

/** Whether there is room beside the hits. */
export const isWide = () => matchMedia("(width >= 60rem)").matches;

/** @param {string} facet */
const control = (facet) => /** @type {RadioNodeList | HTMLSelectElement} */ (form.elements.namedItem(facet));
export const chosen = (/** @type {string} */ facet) => control(facet).value;
/** Chooses a value of a facet, which may not be among those it shows; once more takes it away. */
export function toggle(/** @type {string} */ facet, /** @type {string} */ value) {
  const select = /** @type {HTMLSelectElement} */ (control(facet));
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
  select.value = select.value === value ? "" : value;
}
export const isNarrowed = () => FACETS.some(chosen);

/** Takes every choice away. */
export function widen() {
  for (const facet of FACETS) control(facet).value = "";
}

/** The readings that a reader took away. */
export const removed = () => new FormData(form).getAll("niet").map(String);

/** Takes these readings away, and no others. @param {string[]} ids */
export function setRemoved(ids) {
  for (const input of findAll("[name=niet]", form)) input.remove();
  form.append(...ids.map((value) => element("input", { type: "hidden", name: "niet", value })));
}

/** Puts the form in the address, as a step of the back button or in the place of the last. @param {boolean} isStep */
export function writeAddress(isStep) {
  const address = new URL(location.href);
  const entries = /** @type {[string, string][]} */ ([...new FormData(form)]);
  address.search = String(new URLSearchParams(entries.filter(([, value]) => value.trim())));
  if (address.href !== location.href) history[isStep ? "pushState" : "replaceState"](null, "", address);
  document.title = field.value ? `${field.value} · ${title}` : title;
}

/** Takes the form from the address. */
export function readAddress() {
  const query = new URLSearchParams(location.search);
  form.reset();
  field.value = (query.get("q") ?? "").slice(0, field.maxLength);
  setRemoved(query.getAll("niet").slice(0, 9));
  control("soort").value = query.get("soort") ?? "";
  for (const select of selects) select.replaceChildren(new Option(query.get(select.name) ?? ""));
  drawer.open = selects.some(({ value }) => value);
}
