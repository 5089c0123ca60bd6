// The search field in place, on any page, which leads to the search page. Loaded when a reader asks for it.

import { element } from "./dom.js";

const ROOT = new URL("../../../", import.meta.url).pathname;
const SHEET = new URL("../css/zoekvak.css", import.meta.url).pathname;
const { dataset } = document.documentElement;

/** @type {HTMLDialogElement | undefined} */
let dialog;

/** The sheet of the field, before that is shown. */
function loadSheet() {
  return new Promise((resolve) => {
    const sheet = element("link", { rel: "stylesheet", href: SHEET });
    for (const end of ["load", "error"]) sheet.addEventListener(end, resolve);
    document.head.append(sheet);
  });
}

/** Keeps on this device that the key / is put off; who wants it keeps nothing. @param {boolean} isOn */
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
  const field = element("input", {
    name: "q",
    type: "search",
    maxLength: 300,
    dir: "auto",
    enterKeyHint: "search",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: false,
  });
  const key = element("input", { type: "checkbox", checked: !dataset.toets });
  key.addEventListener("change", () => keepKey(key.checked));
  const close = element("button", { type: "button", className: "knop knop-klein knop-rand" }, "Sluit");
  const form = element(
    "form",
    { action: `${ROOT}zoeken/`, role: "search", className: "zoekvak-vorm" },
    element("label", {}, "Zoek op woorden, op een plaats of met een hele vraag ", field),
    element("button", { className: "knop" }, "Zoek"),
  );
  const choice = element("label", { className: "vink" }, key, "Open dit veld met de toets /");
  const made = element(
    "dialog",
    { className: "zoekvak", ariaLabel: "Zoeken" },
    form,
    element("div", {}, choice, close),
  );
  close.addEventListener("click", () => made.close());
  made.addEventListener("click", ({ target }) => target === made && made.close()); // beside it
  document.body.append(made);
  return made;
}

/** Lets a reader type: in the field that the page has, or else in one in place. */
export async function open() {
  const own = /** @type {HTMLInputElement | null} */ (document.querySelector("#zoekveld"));
  if (own) return own.select();
  if (!dialog) {
    dialog = make();
    await loadSheet();
  }
  /** @type {HTMLElement | null} */ (document.querySelector("#menu:popover-open"))?.hidePopover();
  if (!dialog.open) dialog.showModal();
}
