// A search field with suggestions, by the pattern for a combobox with a list of WAI-ARIA: the focus stays in the field.

import { element } from "../dom.js";

/** @import { Suggestion } from "./suggesting.js" */

const STORED = "suggesties";

/** Whether this reader wants none, for this visit. */
function areOff() {
  try {
    return sessionStorage.getItem(STORED) === "uit";
  } catch {
    return false; // storage can be switched off
  }
}

function remember(/** @type {boolean} */ isOff) {
  try {
    if (isOff) sessionStorage.setItem(STORED, "uit");
    else sessionStorage.removeItem(STORED);
  } catch {
    // the choice then holds for this page only
  }
}

/** What an option puts in the field. @param {Element | undefined} option */
const textOf = (option) => /** @type {HTMLElement | undefined} */ (option)?.dataset.tekst;

/**
 * Makes a field a combobox; `onChoose` is called when a suggestion stands in it. What it returns shows suggestions.
 * @param {HTMLInputElement} field @param {() => void} onChoose
 */
export function combobox(field, onChoose) {
  const id = `${field.id}-suggesties`;
  const list = element("ul", { id, role: "listbox", ariaLabel: "Suggesties" });
  const off = element("button", { type: "button", className: "knop knop-klein" }, "Zet suggesties uit");
  const popup = element("section", { className: "suggesties", hidden: true }, list, off);
  const on = element("button", { type: "button", className: "knop knop-klein suggesties-aan" }, "Zet suggesties aan");
  const status = element("p", { className: "voorlezen", role: "status" });
  let isOff = areOff();
  let active = -1;

  on.hidden = !isOff;
  field.parentElement?.append(popup);
  field.parentElement?.after(on, status);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-controls", id],
    ["aria-expanded", "false"],
  ]) {
    field.setAttribute(name, value);
  }

  /** @param {boolean} isOpen */
  function setOpen(isOpen) {
    popup.hidden = !isOpen;
    field.setAttribute("aria-expanded", String(isOpen));
    activate(-1);
  }

  /** @param {number} place of the option that Enter chooses; -1 for none */
  function activate(place) {
    active = place;
    for (const [i, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(i === active));
    const id = list.children[active]?.id;
    if (id) field.setAttribute("aria-activedescendant", id);
    else field.removeAttribute("aria-activedescendant");
  }

  function choose(/** @type {Element} */ option) {
    field.value = textOf(option) ?? "";
    setOpen(false);
    field.focus();
    onChoose();
  }

  /** Whether a key was for the suggestions. @param {KeyboardEvent} event */
  function follow({ key, altKey }) {
    const count = list.children.length;
    const isOpen = !popup.hidden;
    if (!isOpen && altKey && key === "ArrowDown" && count && !isOff) setOpen(true);
    else if (!isOpen) return false;
    else if (key === "ArrowDown") activate(active + 1 < count ? active + 1 : 0);
    else if (key === "ArrowUp") activate(active > 0 ? active - 1 : count - 1);
    else if (key === "Enter" && active >= 0) choose(list.children[active]);
    else if (key === "Escape" || (key === "Enter" && active < 0)) {
      setOpen(false);
      return key === "Escape";
    } else {
      activate(-1); // Home, End and letters are for the text
      return false;
    }
    return true;
  }

  field.addEventListener("keydown", (event) => {
    if (event.isComposing || !follow(event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  field.addEventListener("blur", () => setTimeout(() => popup.contains(document.activeElement) || setOpen(false)));
  popup.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget !== field) setOpen(false);
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the field
  list.addEventListener("click", ({ target }) => {
    const option = target instanceof Element && target.closest("li");
    if (option) choose(option);
  });
  for (const button of [off, on]) {
    button.addEventListener("click", () => {
      isOff = button === off;
      remember(isOff);
      field.focus();
      setOpen(false);
      on.hidden = !isOff;
      status.textContent = isOff ? "Suggesties staan uit." : "Suggesties staan aan.";
    });
  }

  /** Shows these while a reader types; none closes the list. What is pointed at stays so. @param {Suggestion[]} suggested */
  return function suggest(suggested) {
    if (isOff || document.activeElement !== field) return;
    const pointed = suggested.findIndex(({ text }) => text === textOf(list.children[active]));
    const options = suggested.map(({ text, kind }, i) => {
      const option = element("li", { id: `${id}-${i}`, role: "option" }, text, " ", element("span", {}, kind));
      option.dataset.tekst = text;
      return option;
    });
    list.replaceChildren(...options);
    setOpen(options.length > 0);
    activate(pointed);
    const count = options.length === 1 ? "1 suggestie" : `${options.length} suggesties`;
    status.textContent = options.length ? `${count}, kies met de pijltjes` : "";
  };
}
