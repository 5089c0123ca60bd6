// The map and the wall of the praktijken that are found, loaded when they can be seen.

import { find, findAll, setText } from "./dom.js";

/** @type {Promise<(found: string[], province: string) => void> | undefined} */
let showing;

/** Puts what the page keeps in a template in its place; the map is made when that stands there. */
async function open(/** @type {HTMLElement} */ picture, /** @type {(province: string) => void} */ onProvince) {
  const template = /** @type {HTMLTemplateElement | null} */ (picture.querySelector("template"));
  template?.replaceWith(template.content);
  const [{ createMap }, { layBricks }] = await Promise.all([import("./beeld/map.js"), import("./beeld/wall.js")]);
  const provinces = findAll("[data-provincie]", picture).map(({ dataset }) => ({ value: dataset.provincie ?? "" }));
  const showMap = createMap(picture, provinces, ({ value }) => onProvince(value));
  return (/** @type {string[]} */ found, /** @type {string} */ province) => {
    const rows = found.map((text) => {
      const [step, ...points] = text.split(" ").map(Number);
      return { matches: true, step, points };
    });
    const counts = [0, 0, 0, 0, 0];
    for (const { step } of rows) counts[step]++;
    layBricks(find(".muurvak", picture), counts);
    showMap(rows, new Set(provinces.filter(({ value }) => value === province)));
    const here = rows.filter(({ points }) => points.length).length;
    const telling = here === 1 ? "Waar de gevonden praktijk ligt." : `Waar de ${here} gevonden praktijken liggen.`;
    find(".kaartfiguur", picture).hidden = !here;
    setText(find(".kaart-telling", picture), telling);
  };
}

/**
 * Shows where praktijken are and how strong their evidence is; of each the step and the numbers of its dots.
 * @param {HTMLElement} picture @param {string[]} found @param {string} province the chosen one
 * @param {(province: string) => void} onProvince is told which is pressed
 */
export async function showFound(picture, found, province, onProvince) {
  showing ??= open(picture, onProvince);
  (await showing)(found, province);
}
