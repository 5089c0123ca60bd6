// On a list that cannot be filtered: pointing at a card, brick or dot marks the same praktijk in the other two.

import { find, findAll } from "./dom.js";
import { joinParts } from "./pointing.js";

const cards = findAll("#lijst > :is(.kaartjes, .vouw) li:has(.stenen)");
const rows = cards.map((li, place) => ({
  li,
  place,
  points: (li.dataset.p ?? "").split(" ").filter(Boolean).map(Number),
  step: Number(find(".stenen use", li).getAttribute("href")?.at(-1)),
  matches: true,
}));
joinParts(rows, find(".muurvak"), document.getElementById("kaart"));
