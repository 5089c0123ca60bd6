// A word that no text has and no synonym: what did the reader mean?

import { grondvorm } from "./grondvorm.js";
import { KORT, metDelen } from "./samenstelling.js";
import { VORM } from "../zoek/alternatieven.js";
import { stam } from "../zoek/taal.js";

const KLANKEN = [
  ["ei", "ij"], ["au", "ou"], ["g", "ch"], ["d", "t"], ["c", "k"], ["s", "z"], ["f", "v"], ["dt", "t"], ["y", "i"], ["ks", "x"], ["ie", "i"],
];
const gesorteerd = (letters) => [...letters].sort().join("");
const EINDEN = new Set(["e", "n", "s", "en", "er", "es", "ers", "ing", "ingen", "je", "jes", "heid", "heden", "t", "de"].map(gesorteerd));

const KORTSTE_DOEL = 4;
const MEESTE_DOELEN = 4;
const LANGE_EINDEN = ["ing", "ingen", "heid"];
const BIJNA_EINDEN = /^(?:e[^n]|[^e]n|in|ng|ig)$/;

/** Edits between two words (insert, delete, replace, swap), or more than `meest` when there are more than that. */
function afstand(a, b, meest) {
  if (Math.abs(a.length - b.length) > meest) return meest + 1;
  let voorvorige = [];
  let vorige = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const rij = [i];
    let kleinste = i;
    for (let j = 1; j <= b.length; j++) {
      const gelijk = a[i - 1] === b[j - 1] ? 0 : 1;
      let waarde = Math.min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + gelijk);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) waarde = Math.min(waarde, voorvorige[j - 2] + 1);
      rij.push(waarde);
      if (waarde < kleinste) kleinste = waarde;
    }
    if (kleinste > meest) return meest + 1;
    voorvorige = vorige;
    vorige = rij;
  }
  return vorige[b.length];
}

/** The word with one sound spelt the other way, in every place. */
function* andersGespeld(woord) {
  for (const [een, ander] of KLANKEN) {
    for (const [van, naar] of [[een, ander], [ander, een]]) {
      for (let i = woord.indexOf(van); i >= 0; i = woord.indexOf(van, i + 1)) {
        yield woord.slice(0, i) + naar + woord.slice(i + van.length);
      }
    }
  }
}

/**
 * The forms of a typed word that may be near a stem, with the edits that they took: its own stem, and its beginnings when
 * an ending is left over, or for one edit what is nearly an ending.
 */
function vormen(woord) {
  const gevonden = new Map([[stam(woord), 0], [woord, 0]]);
  const voeg = (vorm, kosten) => gevonden.has(vorm) || gevonden.set(vorm, kosten);
  voeg(woord.replace(/a$/, "um"), 0);
  for (let n = 1; n <= 6 && woord.length - n >= 4; n++) {
    const einde = woord.slice(-n);
    const begin = woord.slice(0, -n);
    const lang = n > 2 && LANGE_EINDEN.some((uitgang) => afstand(einde, uitgang, 1) < 2);
    const kort = BIJNA_EINDEN.test(einde);
    if (lang || kort || EINDEN.has(gesorteerd(einde))) [begin, stam(begin)].forEach((vorm) => voeg(vorm, !lang && kort ? 1 : 0));
  }
  return [...gevonden];
}

/** The words of the index that begin in one of these ways and could be meant. */
async function kandidaten(index, beginnen) {
  const rijen = await Promise.all(beginnen.map((begin) => index.metBegin(begin)));
  return rijen.flat().filter(({ woord }) => woord.length >= KORTSTE_DOEL && !index.stopwoorden.has(woord));
}

/** Those nearest to a typed word, at most `meest` edits away: {ver, woorden}. */
function nabij(rij, woord, meest) {
  const getypt = vormen(woord).filter(([vorm]) => vorm.length >= KORTSTE_DOEL);
  let ver = meest;
  let dichtst = new Set();
  for (const kandidaat of rij) {
    for (const [vorm, kosten] of getypt) {
      const afgelegd = kosten + afstand(vorm, kandidaat.woord, ver);
      if (afgelegd > ver) continue;
      if (afgelegd < ver) dichtst = new Set();
      ver = afgelegd;
      dichtst.add(kandidaat);
    }
  }
  return { ver: dichtst.size ? ver : Infinity, woorden: [...dichtst] };
}

/**
 * Better words for one that nothing has: [{woord, gewicht, gevonden | termen}], best first, or none.
 * The word that it is only another form of has `vorm`.
 */
export async function herstel(woord, index, splitst) {
  for (const variant of andersGespeld(woord)) {
    const gevonden = await index.woord(stam(variant));
    if (gevonden) return [{ woord: gevonden.woord, gevonden, gewicht: 0.85 }];
  }

  const vorm = await grondvorm(woord, index);
  if (vorm) return [{ woord: vorm.woord, gevonden: vorm, gewicht: VORM, vorm: true }];

  const meest = splitst || woord.length < 8 ? 1 : 2;
  const begin = [woord.slice(0, 2), woord[1] + woord[0]];
  let beste = nabij(await kandidaten(index, begin), woord, meest);
  if (beste.ver > 1) beste = nabij(await kandidaten(index, [woord[0], begin[1]]), woord, meest);
  if (beste.woorden.length) {
    const gewicht = beste.ver < 2 ? 0.75 : 0.55;
    const vaakst = beste.woorden.sort((a, b) => b.aantal - a.aantal || (a.woord < b.woord ? -1 : 1));
    return vaakst.slice(0, MEESTE_DOELEN).map((gevonden) => ({ woord: gevonden.woord, gevonden, gewicht }));
  }
  return samenstelling(woord, index);
}

/** A compound of which one part is known and the other nearly. */
async function samenstelling(woord, index) {
  const delen = await metDelen(index, (waarde, namen) => bijnaSamen(woord, waarde, namen));
  const gevonden = await Promise.all(delen.map((deel) => index.woord(deel)));
  return delen.length && gevonden.every((een) => een?.aantal)
    ? [{ woord: delen.join(""), gewicht: 0.6, termen: gevonden.map(({ nummer }) => nummer) }]
    : [];
}

/** The stems of its two parts, none when there are no such parts; see `metDelen` for the functions. */
function bijnaSamen(woord, waarde, namen) {
  const bekend = (deel) => (deel.length > 3 || KORT.has(deel) ? waarde(deel) : 0);
  let beste = { punten: 0, delen: [] };
  const bijna = (deel, ander, stel) => {
    if (deel.length < 4 || !bekend(ander)) return;
    const getypt = vormen(deel);
    for (const [naam, telt] of namen(deel[0])) {
      const punten = telt + bekend(ander) + Math.min(deel.length, 8);
      if (naam.length < 4 || punten <= beste.punten) continue;
      if (getypt.some(([vorm, kosten]) => kosten + afstand(vorm, naam, 1) < 2)) beste = { punten, delen: stel(naam) };
    }
  };
  for (let i = 3; i <= woord.length - 3; i++) {
    const links = woord.slice(0, i);
    for (const rechts of [woord.slice(i), woord.slice(i).replace(/^(s|en|n)/, "")]) {
      bijna(rechts, links, (naam) => [stam(links), naam]);
      bijna(links, rechts, (naam) => [naam, stam(rechts)]);
    }
  }
  return beste.delen;
}
