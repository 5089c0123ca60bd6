// From what a reader typed to groups of alternatives (see alternatieven.js): one group per word, place or phrase.

import { aanvulling, bekend } from "./alternatieven.js";
import { stam, vouw, woorden } from "./taal.js";

const MEESTE_WOORDEN = 16;
const LANGSTE_FRASE = 5;
const LANGSTE_PLAATS = 4;

const wortels = (tokens) => tokens.map(({ woord }) => stam(woord));

/** The numbers of those stems that texts have. */
async function nummers(index, stammen) {
  const gevonden = await Promise.all(stammen.map((een) => index.woord(een)));
  return gevonden.flatMap((een) => (een?.aantal ? [een.nummer] : []));
}

/** Words as groups still without alternatives, but for places: the longest name that begins at a word. */
async function metPlaatsen(index, tokens) {
  const uit = [];
  for (let i = 0; i < tokens.length; ) {
    let n = LANGSTE_PLAATS;
    const naam = () => tokens.slice(i, i + n).map(({ woord }) => woord).join(" ");
    while (n && !index.plaatsen.has(naam())) n--;
    const deel = tokens.slice(i, i + (n || 1));
    if (n) {
      const termen = await nummers(index, wortels(deel));
      const alternatieven = [[1, [index.plaatsen.get(naam())]]];
      if (termen.length === deel.length) alternatieven.push([0.9, termen]);
      uit.push({ plaats: true, woorden: deel, alternatieven });
    } else {
      uit.push({ woorden: deel });
    }
    i += deel.length;
  }
  return uit;
}

/** The longest phrase that begins at a group and has synonyms: {groep, lengte}, or undefined. */
async function frase(index, groepen) {
  for (let n = Math.min(LANGSTE_FRASE, groepen.length); n > 1; n--) {
    const deel = groepen.slice(0, n);
    if (deel.some((groep) => groep.plaats)) continue;
    const tokens = deel.map((groep) => groep.woorden[0]);
    const stammen = wortels(tokens);
    const gevonden = await index.woord(stammen.join(" "));
    if (!gevonden) continue;
    const termen = await nummers(index, stammen);
    const alternatieven = [...(await bekend(index, gevonden)), ...termen.map((nummer) => [0.2, [nummer]])];
    if (termen.length === deel.length) alternatieven.push([1, termen]);
    return { lengte: n, groep: { woorden: tokens, alternatieven } };
  }
}

/** A group for one word: {woorden, alternatieven, hersteld?}; `hersteld` are the stems it was taken for. */
async function voorWoord(index, token, vult) {
  const gevonden = await index.woord(stam(token.woord));
  if (gevonden?.aantal) {
    const alternatieven = await bekend(index, gevonden);
    if (vult) alternatieven.push(...(await aanvulling(index, token.woord)));
    return { woorden: [token], alternatieven };
  }
  const { onbekend } = await import("../onbekend/onbekend.js");
  return { woorden: [token], ...(await onbekend(index, token, gevonden, vult)) };
}

/** Neighbours written apart that the texts write as one word: each of them may be that word. */
async function aaneen(index, groepen) {
  for (let i = 0; i < groepen.length; i++) {
    for (let n = 2; n <= 3 && i + n <= groepen.length; n++) {
      const deel = groepen.slice(i, i + n);
      if (deel.some((groep) => groep.plaats || groep.woorden.length > 1)) continue;
      const letters = deel.map((groep) => groep.woorden[0].woord);
      for (const samen of new Set([letters.join(""), letters.join("s")])) {
        const gevonden = await index.woord(stam(samen));
        if (!gevonden) continue;
        const erbij = await bekend(index, { ...gevonden, delen: [] });
        for (const { alternatieven } of deel) alternatieven.push(...erbij);
      }
    }
  }
}

/** Plans one question; `typend` when its last word may be unfinished. */
export async function plan(vraag, index, { typend } = {}) {
  const alle = woorden(vouw(vraag)).slice(0, 4 * MEESTE_WOORDEN);
  const los = await metPlaatsen(index, alle);
  const zegtIets = ({ plaats, woorden: [{ woord }] }) => plaats || !index.stopwoorden.has(woord);
  const over = (los.some(zegtIets) ? los.filter(zegtIets) : los).slice(0, MEESTE_WOORDEN);
  const groepen = [];
  while (over.length) {
    const gevonden = await frase(index, over);
    const [groep] = over.splice(0, gevonden?.lengte ?? 1);
    const [token] = groep.woorden;
    const vult = typend && token === alle.at(-1) && token.woord.length > 1;
    groepen.push(gevonden?.groep ?? (groep.plaats ? groep : await voorWoord(index, token, vult)));
  }
  await aaneen(index, groepen);
  return groepen;
}
