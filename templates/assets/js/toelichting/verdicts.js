// The quadrant of a kans says, beside it, how it holds in each scenario and why. Without script it is a link to that.

import { element, findAll } from "../dom.js";
import { icon } from "../icon.js";
import { explain } from "./beside.js";

/** @typedef {[scenario: string, value: string, word: string, reason: string]} Verdict */
/** @typedef {Record<string, Verdict[]>} Verdicts By the anchor of a kans. */

/** @type {Map<string, Promise<Verdicts>>} */
const files = new Map();

/** The verdicts on the kansen of one page, asked for once; when that fails, again the next time. @param {string} page address */
function verdictsOf(page) {
  const asked =
    files.get(page) ??
    fetch(`${page}oordelen.json`).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)));
  asked.catch(() => files.delete(page));
  files.set(page, asked);
  return asked;
}

/** In the places of the cross. @param {Verdict} verdict */
const createVerdict = ([scenario, value, word, reason]) =>
  element(
    "div",
    {},
    element("dt", {}, scenario),
    element("dd", {}, icon(`oordeel-${value}`), element("b", {}, `${word}.`), " ", reason),
  );

for (const link of findAll(".oordeelrij a")) {
  const { pathname, hash } = /** @type {HTMLAnchorElement} */ (link);
  explain(
    /** @type {HTMLAnchorElement} */ (link),
    async () => {
      const verdicts = (await verdictsOf(pathname))[hash.slice(1).replace(/-oordelen$/, "")] ?? [];
      return verdicts.length ? [element("dl", {}, ...verdicts.map(createVerdict))] : [];
    },
    { label: "Oordeel per scenario", onFocus: true },
  );
}
