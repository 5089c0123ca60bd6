// The buttons that copy on a page to read; they are shown only where the browser lets a page write to the clipboard.

import { canCopy, makeCopy } from "../copying.js";

const address = location.href.split("#")[0];
/** @returns {HTMLAnchorElement | null} */
const currentLink = () => document.querySelector(".inhoudsopgave [aria-current]");
/** @type {Record<string, () => string>} */
const texts = {
  citaat: () => document.querySelector(".citaat")?.textContent.trim() ?? "",
  deel: () => address + (currentLink()?.hash ?? ""),
  pagina: () => address,
};
/** @type {NodeListOf<HTMLElement>} */
const buttons = document.querySelectorAll("[data-kopieer]");

for (const button of canCopy ? buttons : []) {
  button.hidden = false;
  makeCopy(button, texts[button.dataset.kopieer ?? ""], button.parentElement?.querySelector("[role=status]"));
}
