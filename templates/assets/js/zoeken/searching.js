// What the search page asks with: the search, loaded with the first question.

import { form } from "./form.js";

const folder = form.dataset.gegevens?.replace("kern.json", "");

/** @type {ReturnType<typeof openSearch> | undefined} */
let opened;

/** @param {string} name */
async function load(name) {
  const response = await fetch(folder + name);
  return response.ok ? response.text() : Promise.reject(response);
}

/** What the search needs before it can answer. */
async function openSearch() {
  const [{ open }, { plan, readingsOf }, { rank }] = await Promise.all([
    import("../zoek/index.js"),
    import("../zoek/query.js"),
    import("../zoek/ranking.js"),
  ]);
  return { index: await open(load), plan, readingsOf, rank };
}

/** The search; after a failure the next question tries again. */
export function getSearch() {
  opened ??= openSearch().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}
