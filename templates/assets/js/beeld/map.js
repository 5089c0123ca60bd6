// The map beside a list of praktijken, loaded after the list: dots as large as their number of praktijken, provinces that choose, and the register.

import { find, findAll, setText } from "../dom.js";
import "../kaart.js";

/** A province to choose. @typedef {{ value: string }} Province */

/**
 * A function that makes the map follow the list; `onToggle` gets a province that is pressed.
 * @template {Province} P
 * @param {HTMLElement} map @param {P[]} provinces @param {(province: P) => void} onToggle
 */
export function createMap(map, provinces, onToggle) {
  const dots = findAll(".kaart-punten circle:not(.kaart-doel)", map);
  const names = new Map(findAll(".kaart-namen text", map).map((text) => [text.textContent, text]));
  const places = findAll("[data-punt]", map).map((li) => {
    const number = find(".getal", li);
    const name = li.firstElementChild?.textContent ?? "";
    return {
      li,
      number,
      dot: dots[Number(li.dataset.punt)],
      point: Number(li.dataset.punt),
      name,
      count: Number(number.textContent) || 1,
    };
  });
  const links = findAll("[data-provincie]", map).flatMap((link) => {
    const option = provinces.find(({ value }) => value === link.dataset.provincie);
    return option ? { link, option } : [];
  });
  for (const { link, option } of links) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onToggle(option);
    });
  }

  /** @param {(typeof places)[number]} place @param {number} count */
  function showCount(place, count) {
    if (place.count === count) return;
    if (!place.count !== !count) {
      place.li.hidden = !count;
      place.dot.classList.toggle("rest", !count);
      names.get(place.name)?.setAttribute("display", count ? "inline" : "none");
    }
    place.count = count;
    setText(place.number, count > 1 ? String(count) : "");
    place.dot.setAttribute("r", count ? (2.6 + 1.6 * Math.sqrt(count)).toFixed(1) : "3");
  }

  /** @param {Pick<import("../praktijken/rows.js").ListRow, "matches" | "points">[]} rows @param {Set<P>} chosen */
  return function showMap(rows, chosen) {
    const counts = dots.map(() => 0);
    for (const { matches, points } of rows) if (matches) for (const point of points) counts[point]++;
    for (const place of places) showCount(place, counts[place.point]);
    for (const { link, option } of links) {
      if (chosen.has(option)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const first = places.find(({ count }) => count);
    find(".kaart-grijs", map).hidden = !counts.includes(0);
    for (const part of findAll(".kaart-zoek, .register", map)) part.hidden = !first;
    if (first) setText(find(".kaart-zoek b", map), find(".vak", first.li).textContent);
  };
}
