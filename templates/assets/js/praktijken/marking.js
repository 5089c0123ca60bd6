// What is pointed at is marked in list, wall and map. The script for that is loaded when somebody first points, so that
// the page runs less; what could not be had is asked for the next time.

/** @typedef {import("./rows.js").ListRow} ListRow */

/**
 * Joins the parts when somebody points. What comes out takes every mark away.
 * @param {ListRow[]} rows @param {HTMLElement} wall @param {HTMLElement | null} map
 */
export function markPointed(rows, wall, map) {
  /** @type {Promise<(() => void) | undefined> | undefined} */
  let joining;

  async function join() {
    try {
      const { joinParts } = await import("../pointing.js");
      return joinParts(rows, wall, map);
    } catch {
      joining = undefined;
      return undefined;
    }
  }

  for (const pointing of ["pointerover", "focusin"]) {
    addEventListener(pointing, () => {
      joining ??= join();
    });
  }
  return () => joining?.then((hide) => hide?.());
}
