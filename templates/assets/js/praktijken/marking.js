// What is pointed at is marked in list, wall and map. The script for that is loaded when somebody first points, so that
// the page runs less; a first tap waits for it, and what could not be had is asked for the next time.

/** @typedef {import("./rows.js").ListRow} ListRow */

/**
 * Joins the parts when somebody points. What comes out takes every mark away.
 * @param {ListRow[]} rows @param {HTMLElement} wall @param {HTMLElement | null} map
 */
export function markPointed(rows, wall, map) {
  /** @type {Promise<(() => void) | undefined> | undefined} */
  let joining;
  let isJoined = false;
  let isFinger = false;

  async function join() {
    try {
      const { joinParts } = await import("../pointing.js");
      isJoined = true;
      return joinParts(rows, wall, map, isFinger);
    } catch {
      joining = undefined;
      return undefined;
    }
  }

  /** Taps again when the parts are joined; when they cannot be, the tap leads where its link does. @param {MouseEvent} event */
  async function hold(event) {
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest(".kaart a");
    if (isJoined || !isFinger || !link) return;
    event.preventDefault();
    joining ??= join();
    await joining;
    if (isJoined) target?.dispatchEvent(new MouseEvent("click", event));
    else location.assign(link.getAttribute("href") ?? "");
  }

  for (const pointing of ["pointerover", "focusin"]) {
    addEventListener(pointing, () => {
      joining ??= join();
    });
  }
  addEventListener("pointerdown", ({ pointerType }) => {
    isFinger = pointerType === "touch";
  });
  addEventListener("click", hold, true);
  return () => joining?.then((hide) => hide?.());
}
