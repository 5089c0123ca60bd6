// A chosen gemeente in the fragment of an address, and the gemeenten that are like it.

import { fromPayload, payloadOf } from "./gemeente.js";
import { packed, unpacked } from "./state.js";

/** @import { Gemeente } from "./gemeente.js" */
/** @typedef {{ slug: string, naam: string, heeftPagina: boolean, reden: string, titels: string[], praktijken: string[] }} Gelijke */
/**
 * The file of a province, as exports/places_data.py writes it.
 * @typedef {{ gemeenten: Record<string, [naam: string, gelijken: [plaats: number, reden: number][]]>, redenen: string[], plaatsen: [slug: string, naam: string, heeftPagina: number, titels: string[], praktijken: string[]][] }} Places
 */

const KEY = "g";
const VERSION = 1;
const FILES = new URL("../../../aan-de-slag/plaatsen/", import.meta.url);

/** The fragment that says this gemeente is chosen. @param {Gemeente} gemeente */
export const fragmentOf = (gemeente) => packed(KEY, VERSION, payloadOf(gemeente));

/** The gemeente that a fragment names, and whether it is one that cannot be read. @param {string} fragment */
export function readFragment(fragment) {
  const { payload, problem } = unpacked(fragment, KEY, VERSION);
  const gemeente = fromPayload(payload);
  return { gemeente, isBroken: !gemeente && problem !== "leeg" };
}

/** @type {Map<string, Promise<Places>>} */
const loaded = new Map();

/** The places of a province; fails when there is no such province, or no connection. @param {string} provincie */
function loadPlaces(provincie) {
  let places = loaded.get(provincie);
  if (!places) {
    const file = new URL(`${provincie}.json`, FILES);
    places = fetch(file).then((response) => (response.ok ? response.json() : Promise.reject(response)));
    places.catch(() => loaded.delete(provincie));
    loaded.set(provincie, places);
  }
  return places;
}

/** The name of a gemeente and those like it; null when there is none of that name. @param {Places} places @param {string} slug */
export function alike({ gemeenten, redenen, plaatsen }, slug) {
  if (!Object.hasOwn(gemeenten, slug)) return null;
  const [naam, rows] = gemeenten[slug];
  /** @type {Gelijke[]} */
  const gelijken = rows.map(([plaats, reden]) => {
    const [slug, naam, heeftPagina, titels, praktijken] = plaatsen[plaats];
    return { slug, naam, heeftPagina: heeftPagina > 0, reden: redenen[reden], titels, praktijken };
  });
  return { naam, gelijken };
}

/** The same, fetched. @param {Gemeente} gemeente */
export const loadAlike = async ({ provincie, slug }) => alike(await loadPlaces(provincie), slug);
