// Marks the rows of the list of praktijken that are from places like one gemeente, and offers to filter by them.

import { fragmentOf, loadAlike, readFragment } from "./alike.js";
import { element, find } from "./dom.js";
import { remembered } from "./gemeente.js";

/** @import { Gemeente } from "./gemeente.js" */

const GONE = "De gemeente in deze link is niet te vinden.";
const FAILED = "De plaatsen zijn nu niet op te halen.";

/**
 * For the gemeente in the address, or the one that this window remembers.
 * @param {import("./filter.js").Filter<import("./praktijken/rows.js").ListRow>} filter
 * @param {HTMLElement} label @param {HTMLElement} link @param {() => void} onReady
 */
export function createMarker(filter, label, link, onReady) {
  const option = filter.options[filter.options.length - 1];
  const note = element("p", { hidden: true });
  note.setAttribute("role", "status");
  link.before(note);
  /** The gemeente whose rows are marked. @type {Gemeente | null} */
  let known = null;

  /** @param {string} text */
  function tell(text) {
    note.textContent = text;
    note.hidden = !text;
  }

  /** Whether the rows of the places like it are marked. @param {Gemeente} gemeente */
  async function mark(gemeente) {
    const found = await loadAlike(gemeente);
    if (!found) {
      tell(GONE);
      return false;
    }
    const slugs = new Set(found.gelijken.flatMap(({ praktijken }) => praktijken));
    for (const row of filter.rows) {
      const isThere = slugs.has(find("h3 a", row.li).getAttribute("href")?.split("/").at(-2) ?? "");
      row.masks[option.facet] = isThere ? option.bit : 0;
      row.numbers = [...row.numbers.filter((number) => number !== option.number), ...(isThere ? [option.number] : [])];
    }
    option.text = `in plaatsen zoals ${found.naam}`;
    find("span", label).textContent = option.text;
    label.hidden = false;
    link.textContent = "Kies een andere gemeente";
    tell("");
    known = gemeente;
    return true;
  }

  return {
    fragment: () => (known && filter.chosen.has(option) ? fragmentOf(known) : ""),
    /** Follows the address: at once when its gemeente is known. */
    follow() {
      const { gemeente, isBroken } = readFragment(location.hash);
      if (isBroken) tell(GONE);
      const own = gemeente ?? known ?? remembered();
      if (!own) return;
      if (own.slug === known?.slug) {
        filter.choose(option, gemeente !== null);
        return;
      }
      mark(own).then(
        (isMarked) => {
          if (isMarked && gemeente) filter.choose(option, true);
          if (isMarked) onReady();
        },
        () => tell(FAILED),
      );
    },
  };
}
