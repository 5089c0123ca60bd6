// The filter "in plaatsen zoals Veenendaal": a link to where a gemeente is chosen, and a box once one is known.

import { find } from "../dom.js";
import { remembered } from "../gemeente.js";

const place = find(".zoals");
const link = find("a", place);

/** The facet. Its choice is in the fragment, which a browser never sends. */
export const SIMILAR = {
  key: "zoals",
  name: find("h2", place).textContent,
  isNamed: false,
  isPrivate: true,
  options: [{ value: "mijn", text: "" }],
};

/**
 * Offers the filter. What it takes is loaded when the address or this window names a gemeente; `onReady` is called when
 * its rows are known.
 * @param {import("../filter.js").Filter<import("./rows.js").ListRow>} filter
 * @param {{ fieldset: HTMLElement, label: HTMLElement }} box @param {() => void} onReady
 */
export function offerSimilar(filter, { fieldset, label }, onReady) {
  /** @type {ReturnType<typeof import("../similar_rows.js").createMarker> | undefined} */
  let marker;
  label.hidden = true;
  fieldset.append(link);
  return {
    /** The fragment of the choice. */
    fragment: () => marker?.fragment() ?? "",
    /** Follows the address. */
    async follow() {
      if (!marker && !location.hash.startsWith("#g=") && !remembered()) return;
      if (!marker) {
        const { createMarker } = await import("../similar_rows.js");
        marker ??= createMarker(filter, label, link, onReady);
      }
      marker.follow();
    },
  };
}
