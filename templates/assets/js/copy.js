// Copying, said in words. A page may not always write to the clipboard: then the text itself is shown to be copied.

const FAILED = "Kopiëren mag hier niet van de browser";

export const canCopy = Boolean(navigator.clipboard);

/** Whether a text is on the clipboard now. @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

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
