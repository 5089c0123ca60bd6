// What a reader takes along: a copy, a print, a file. A page may not always write to the clipboard: then the text
// itself is shown to be copied.

import { element } from "./dom.js";

/** Whether a text is on the clipboard now. @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Prints the page, or one part of it that the style sheet knows by name. @param {string} [part] */
export function printPage(part) {
  if (part) document.body.dataset.print = part;
  print();
  delete document.body.dataset.print;
}

/** Gives a text as a file. @param {string} download @param {string} type @param {string} text */
export function saveFile(download, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href, download }).click();
  URL.revokeObjectURL(href);
}
