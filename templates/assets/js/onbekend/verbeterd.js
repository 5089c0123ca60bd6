// What to show when a word was taken for another: the question as the texts would spell it.

import { stam, vouw, woorden } from "../zoek/taal.js";

const WOORD = /\p{L}[\p{L}'’-]*/gu;
const wortel = (geschreven) => woorden(vouw(geschreven)).map(({ woord }) => stam(woord)).join("");

/** The question with every repaired word the way the entries found write it, or as its stem; "" when that is the same. */
export function verbeterd(vraag, groepen, documenten) {
  const teksten = documenten.flatMap(({ titel, zin, stukken }) => [titel, zin, ...stukken.map(([, , tekst]) => tekst)]);
  const geschreven = new Map(teksten.reverse().flatMap((tekst) => tekst.match(WOORD) ?? []).map((woord) => [wortel(woord), woord.toLowerCase()]));
  const beter = new Map(
    groepen.filter(({ hersteld }) => hersteld?.length).map(({ woorden: [{ woord }], hersteld: [beste] }) => [woord, geschreven.get(beste) ?? beste]),
  );
  const nieuw = vraag.split(/(\s+)/).map((deel) => beter.get(woorden(vouw(deel))[0]?.woord) ?? deel).join("");
  return nieuw === vraag ? "" : nieuw;
}
