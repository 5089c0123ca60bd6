// The search field in place, on any page, which leads to the search page. Loaded when a reader asks for it.

import { element } from "./dom.js";
import { loadSheet, suggestIn } from "./elders.js";

const ACTION = new URL("../../../zoeken/", import.meta.url).pathname;
const { dataset } = document.documentElement;

/** @type {HTMLDialogElement | undefined} */
let dialog;

/** Keeps on this device that the key / is put off; of who wants it nothing is kept. @param {boolean} isOn */
function keepKey(isOn) {
  dataset.toets = isOn ? "" : "uit";
  try {
    if (isOn) localStorage.removeItem("toets");
    else localStorage.setItem("toets", "uit");
  } catch {
    // storage can be switched off; the choice then holds for this page only
  }
}

function make() {
  const id = "zoekveld";
  const field = element("input", {
    id,
    name: "q",
    type: "search",
    maxLength: 300,
    dir: "auto",
    enterKeyHint: "search",
  });
  Object.assign(field, { autocomplete: "off", autocapitalize: "none", spellcheck: false });
  const key = element("input", { type: "checkbox", checked: !dataset.toets });
  const close = element("button", { type: "button", className: "knop knop-klein knop-rand" }, "Sluit");
  const form = element(
    "form",
    { action: ACTION, role: "search" },
    element("label", { htmlFor: id }, "Zoek op woorden, op een plaats of met een hele vraag"),
    element("div", { className: "zoekvak-rij" }, field, element("button", { className: "knop" }, "Zoek")),
  );
  const choice = element("label", { className: "vink" }, key, "Open dit veld met de toets /");
  const made = element(
    "dialog",
    { className: "zoekvak", ariaLabel: "Zoeken" },
    form,
    element("div", {}, choice, close),
  );
  key.addEventListener("change", () => keepKey(key.checked));
  close.addEventListener("click", () => made.close());
  made.addEventListener("click", ({ target }) => target === made && made.close()); // beside it
  document.body.append(made);
  suggestIn(field);
  return made;
}

/** Lets a reader type: in the field that the page has, or else in one in place. */
export async function open() {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector("#zoekveld"));
  if (field && !dialog) return field.select();
  await loadSheet();
  dialog ??= make();
  /** @type {HTMLElement | null} */ (document.querySelector("#menu:popover-open"))?.hidePopover();
  if (!dialog.open) dialog.showModal();
}
