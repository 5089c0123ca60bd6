// What a result shows of an entry: the piece that answers best, with the words of the question marked.

import { stam, vouw, woorden } from "./taal.js";

const VENSTER = 30;
const KORTSTE_DEEL = 4;
const MEESTE_GELEZEN = 30_000;

const gelezen = new Map(); // word of a text -> its stems; most words return with every key

function stammenVan(tekst) {
  if (!gelezen.has(tekst)) {
    if (gelezen.size > MEESTE_GELEZEN) gelezen.clear();
    gelezen.set(tekst, woorden(vouw(tekst)).flatMap(({ woord, stukken }) => [woord, ...stukken].map(stam)));
  }
  return gelezen.get(tekst);
}

/** What is searched for beside the question: synonyms as they are written, each once. */
export function synoniemen(groepen) {
  const alternatieven = groepen.flatMap((groep) => groep.alternatieven);
  return new Set(alternatieven.flatMap(([gewicht, , geschreven]) => (geschreven && gewicht >= 0.3 ? [geschreven] : [])));
}

/** Whether a word of a text answers the question: word -> the stem it answers with, or "". */
export function merker(groepen) {
  const stammen = new Set();
  const voeg = (tekst) => woorden(vouw(tekst)).forEach(({ woord }) => stammen.add(stam(woord)));
  synoniemen(groepen).forEach(voeg);
  for (const { woorden: getypt, hersteld } of groepen) {
    for (const { woord, stukken } of getypt) [woord, ...stukken].forEach(voeg);
    hersteld?.forEach((wortel) => stammen.add(wortel));
  }
  const lang = [...stammen].filter((een) => een.length >= KORTSTE_DEEL);
  const bekend = new Map();
  return (tekst) => {
    if (!bekend.has(tekst)) {
      const eigen = stammenVan(tekst);
      const heel = eigen.find((een) => stammen.has(een));
      const deel = () => lang.find((een) => eigen.some((ander) => ander.startsWith(een) || ander.endsWith(een)));
      bekend.set(tekst, heel ?? deel() ?? "");
    }
    return bekend.get(tekst);
  };
}

/** A text as pieces [text, marked]. */
export function gemerkt(tekst, merk) {
  return tekst.split(/([\p{L}\p{N}][\p{L}\p{N}'’-]*)/u).map((stuk) => [stuk, Boolean(merk(stuk))]);
}

/** The best piece of an entry, of its sentence and its sections: {kop, anker, delen}, `delen` as from `gemerkt`. */
export function fragment({ zin, stukken }, merk) {
  let beste = { punten: -1 };
  for (const [kop, anker, tekst] of [["", "", zin], ...stukken]) {
    const rij = tekst.split(/\s+/);
    const raak = rij.map(merk);
    for (let i = 0; i === 0 || i + VENSTER <= rij.length; i += 5) {
      const binnen = raak.slice(i, i + VENSTER).filter(Boolean);
      const punten = 3 * new Set(binnen).size + Math.min(binnen.length, 5) * 0.2;
      if (punten > beste.punten) beste = { punten, kop, anker, rij, i };
    }
  }
  const { kop, anker, rij, i } = beste;
  const tekst = (i ? "… " : "") + rij.slice(i, i + VENSTER).join(" ") + (i + VENSTER < rij.length ? " …" : "");
  return { kop, anker, delen: gemerkt(tekst, merk) };
}
