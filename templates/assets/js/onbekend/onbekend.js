// What may stand for a word that no text has: its parts, words that begin so, and what the reader may have meant.
// Loaded when the first such word is typed.

import { aanvulling, bekend, delen, maal } from "../zoek/alternatieven.js";
import { stam } from "../zoek/taal.js";
import { metDelen, splits } from "./samenstelling.js";
import { herstel } from "./tikfout.js";

const ONBEKEND = { samen: 0.75, alleen: 0.3 };
const HERSTELD = { samen: 1, alleen: 0.4 };
const BEGIN_ALLEEN = 0.2;
const OVER = 4;

/** The longest known beginning and ending of a word that cannot be split whole; four letters or more are left over. */
function randdelen(woord, namen) {
  const isBekend = (deel) => namen(stam(deel)[0]).has(stam(deel));
  const lengtes = Array.from({ length: Math.max(0, woord.length - 2 * OVER + 1) }, (_, i) => woord.length - OVER - i);
  const voor = lengtes.find((n) => isBekend(woord.slice(0, n)));
  const achter = lengtes.find((n) => isBekend(woord.slice(-n)));
  return [voor && [BEGIN_ALLEEN, woord.slice(0, voor)], achter && [ONBEKEND.alleen, woord.slice(-achter)]].filter(Boolean);
}

/** The group for such a word; `synoniem` is what the index knows of it when it is a synonym of words that texts have. */
export async function onbekend(index, { woord, stukken }, synoniem, vult) {
  const stukjes = stukken.length ? stukken : await metDelen(index, (waarde) => splits(woord, waarde));
  const gevonden = (await Promise.all(stukjes.map((stuk) => index.woord(stam(stuk))))).filter((deel) => deel?.aantal);
  const nummers = gevonden.map(({ nummer }) => nummer);
  if (synoniem) return { alternatieven: [...(await bekend(index, synoniem)), ...(await delen(index, nummers))] };

  const uit = await delen(index, nummers, ONBEKEND);
  const randen = nummers.length ? [] : await metDelen(index, (_, namen) => randdelen(woord, namen));
  for (const [gewicht, deel] of randen) {
    const kant = await index.woord(stam(deel));
    if (kant?.aantal) uit.push([gewicht, [kant.nummer]]);
  }
  const begin = woord.length > 2 ? await aanvulling(index, stam(woord)) : [];
  uit.push(...begin);
  if (woord.length < OVER || (vult && begin.length)) return { alternatieven: uit };
  const beter = await herstel(woord, index, nummers.length > 1);
  for (const { gewicht, gevonden: doel, termen } of beter) {
    const erbij = doel ? await bekend(index, doel) : await delen(index, termen, HERSTELD);
    uit.push(...maal(gewicht, erbij));
  }
  return { alternatieven: uit, hersteld: beter.filter(({ vorm }) => !vorm).map((een) => een.woord) };
}
