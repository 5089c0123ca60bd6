// A button that copies, and says in words what came of it.

import { copy } from "./taking.js";

const FAILED = "Kopiëren mag hier niet van de browser";

export const canCopy = Boolean(navigator.clipboard);

/**
 * A button that copies what `text` gives, and says in `status` what happened.
 * @param {HTMLElement} button @param {() => string} text @param {Element | null | undefined} status
 */
export function makeCopy(button, text, status) {
  let clearing = 0;
  const tell = (/** @type {string} */ words) => {
    if (status) status.textContent = words;
  };
  button.addEventListener("click", async () => {
    clearTimeout(clearing);
    tell((await copy(text())) ? "Gekopieerd" : FAILED);
    clearing = setTimeout(tell, 6000, "");
  });
}
