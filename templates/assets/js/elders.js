// Suggestions in a search field outside the search page. Once somebody types there it loads what the search page would.

import { element } from "./dom.js";

const ADDRESS = new URL("../../../zoeken/kern.json", import.meta.url);
const SHEET = new URL("../css/zoekvak.css", import.meta.url).pathname;
const AFTER_KEY = 60; // milliseconds between the last key and the search
const HITS = 10;

/** @type {Promise<unknown> | undefined} */
let sheet;

/** The sheet of the field and its suggestions, before those are shown. */
export function loadSheet() {
  sheet ??= new Promise((resolve) => {
    const link = element("link", { rel: "stylesheet", href: SHEET });
    for (const end of ["load", "error"]) link.addEventListener(end, resolve);
    document.head.append(link);
  });
  return sheet;
}

/** @param {string | URL} address */
async function load(address) {
  const response = await fetch(address);
  return response.ok ? response.text() : Promise.reject(response);
}

/** What suggestions need. @param {HTMLInputElement} field */
async function openSearch(field) {
  const [core, { open }, { plan }, { rank }, { suggesting, termsAmong }] = await Promise.all([
    load(ADDRESS).then(JSON.parse),
    import("./zoek/index.js"),
    import("./zoek/query.js"),
    import("./zoek/ranking.js"),
    import("./suggesties/suggesting.js"),
    loadSheet(),
  ]);
  const index = await open((name) => load(core.replace("kern.json", name)));
  const examples = [...(field.form?.querySelectorAll(".meta a") ?? [])].map(({ textContent }) => textContent ?? "");
  return { index, plan, rank, termsAmong, suggest: suggesting(field, examples, () => field.form?.requestSubmit()) };
}

/** Lets a field suggest; a failure leaves it a plain field. @param {HTMLInputElement} field */
export function suggestIn(field) {
  /** @type {ReturnType<typeof openSearch> | undefined} */
  let opened;
  let turn = 0;

  async function suggestTo(/** @type {number} */ mine) {
    opened ??= openSearch(field).catch((error) => {
      opened = undefined;
      throw error;
    });
    const { index, plan, rank, termsAmong, suggest } = await opened;
    const groups = await plan(field.value, index, { isTyping: true });
    const hits = await rank(groups, index);
    const first = hits.slice(0, HITS).map(({ document }) => index.document(document));
    const [documents, terms] = await Promise.all([Promise.all(first), termsAmong(hits, index)]);
    if (mine === turn) suggest([...documents, ...terms], index.places);
  }

  field.addEventListener("input", () => {
    const mine = ++turn;
    setTimeout(() => {
      if (mine === turn) suggestTo(mine).catch(() => {});
    }, AFTER_KEY);
  });
}
