// Whether what stands in an element holds each word that is typed, whatever its capitals and accents.

/** A text in small letters without accents. @param {string} text */
export const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/[\p{M}\xad]/gu, "")
    .toLowerCase();

/**
 * A function that says it of an element, of which the text is read once.
 * @param {string} typed @returns {(row: { item: HTMLElement, text?: string }) => boolean}
 */
export function holds(typed) {
  const words = plain(typed).match(/\S+/g) ?? [];
  return (row) => {
    row.text ??= plain(row.item.textContent);
    return words.every((word) => row.text?.includes(word));
  };
}
