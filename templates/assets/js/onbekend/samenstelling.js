// Compound words cut into the words they are made of, as binnenstad_site/search/compounds.py does; see there for why.

import { stam } from "../zoek/taal.js";

const KORTSTE = 7;
const MEESTE_DELEN = 4;
const VERBINDING = [["", 0], ["s", 1], ["en", 1], ["n", 2], ["e", 2], ["er", 2]];
export const KORT = new Set(
  "app arm bak bal bar bed biz bom bon bos bot bus dag dak dek eet eis erf gas hal hub ijs job kar kas kit kop lab las lid lus luw man mat mbo net pad pas pin pop put rek rij spa tas tip tol ton vak vip web weg wmo wok zak zee zon zonne zzp circulatie hitte kerst lieden".split(" "),
);
const NIET_VOORAAN = new Set(
  "ver ont her aan uit bij mee toe door over onder voor tegen achter naar met samen weer neer terug langs mis rond heen der den des het een wan vol loos tot van als dan dat die trans".split(" "),
);
const NIET_ACHTERAAN = new Set(
  "heid heden ing ingen tie ties atie aties lijk lijke lijks baar bare loos loze schap zaam zame achtig achtige matig matige eren eert eerd eerde erde ering eringen ster sters eling elingen ling lingen aar aars aren ier iers isme iteit teit sel sels erig erige isch ische aal ale eel ele ant ante ent ents ten ren ers ens end ende tering tend tende ding dingen king ring ringen ting tingen ning ningen ette enen even elen eten aten ossen orde orden erij nis nissen oren ment menten mate rende nemer nemers neming nemingen eigen zien".split(" "),
);

/** The parts of a compound, the head last, none for a word that is none; `waarde` gives what a word is worth, or 0. */
export function splits(woord, waarde) {
  let beste = -1;
  let delen = [];
  const telt = (deel, uitzonderingen) =>
    uitzonderingen.has(deel) || (deel.length === 3 && !KORT.has(deel)) ? 0 : waarde(deel);

  function verder(rest, zwakste, kosten, ervoor) {
    for (let einde = 3; einde < rest.length - 2; einde++) {
      const deel = rest.slice(0, einde);
      const punten = telt(deel, NIET_VOORAAN);
      if (!punten) continue;
      for (const [letters, prijs] of VERBINDING) {
        const over = rest.slice(einde + letters.length);
        if (!rest.startsWith(letters, einde) || over.length < 3) continue;
        const totaal = kosten + 3 + prijs + (einde === 3 ? 4 : 0);
        const minst = Math.min(zwakste, punten);
        const kop = telt(over, NIET_ACHTERAAN);
        const opbrengst = minst + kop - totaal - (over.length === 3 ? 4 : 0);
        if (kop && opbrengst > beste) {
          beste = opbrengst;
          delen = [...ervoor, deel, over];
        }
        if (ervoor.length + 2 < MEESTE_DELEN) verder(over, minst, totaal, [...ervoor, deel]);
      }
    }
  }
  if (woord.length >= KORTSTE) verder(woord, Infinity, 0, []);
  return delen;
}

/** A file of parts, all of which begin with one letter: stem -> what it is worth. */
function leesDelen(tekst) {
  const waarden = new Map();
  let woord = "";
  for (const regel of tekst.split("\n")) {
    woord = woord.slice(0, parseInt(regel[0], 36)) + regel.slice(1, -1);
    waarden.set(woord, Number(regel.at(-1)));
  }
  return waarden;
}

/**
 * What `reken` makes of the words a compound can be made of; it gets two functions: what a part is worth, and all stems
 * that begin with a letter. Files that it asked for and that are not there yet are fetched, and it starts again; so a
 * word that begins like no other costs one file, and a compound those of the places where it can be cut.
 */
export async function metDelen(index, reken) {
  const gelezen = new Map();
  for (;;) {
    const ontbreekt = new Set();
    const namen = (letter) => {
      if (!gelezen.has(letter)) ontbreekt.add(letter);
      return gelezen.get(letter) ?? new Map();
    };
    const waarde = (deel) => namen(stam(deel)[0]).get(stam(deel)) ?? (KORT.has(deel) ? 4 : 0);
    const uitkomst = reken(waarde, namen);
    if (!ontbreekt.size) return uitkomst;
    const bestand = (letter) => (index.kern.delen.includes(letter) ? index.bestand(`delen-${letter}.txt`, leesDelen) : new Map());
    await Promise.all([...ontbreekt].map(async (letter) => gelezen.set(letter, await bestand(letter))));
  }
}
