// Reads the files of the search, each when it is first needed. docs/zoeken.md describes them.

/** Weight in a text -> what it counts: 2.2 w / (w + 1.2) for w = 0.15 * 2 ** (stap / 4), so never above 2.2 (BM25). */
const TELT = Array.from({ length: 36 }, (_, stap) => 2.2 / (1 + 8 / 2 ** (stap / 4)));

const MEESTE_BESTANDEN = 20;

const getal = (tekst) => parseInt(tekst, 36);

/** The place of the last of the rising `grenzen` that is not after `waarde`; the first never is. */
const plek = (grenzen, waarde) => grenzen.findLastIndex((grens) => grens <= waarde);

/** A file of words: word -> {woord, aantal, nummer, delen}. */
function leesWoorden(tekst) {
  const gevonden = new Map();
  let woord = "";
  let nummer = -1;
  for (const regel of tekst.split("\n")) {
    const [letters, velden] = regel.split("\t");
    const [aantal, ...rest] = velden.split(" ");
    woord = woord.slice(0, getal(letters[0])) + letters.slice(1);
    nummer = rest[0]?.[0] === "!" ? getal(rest.shift().slice(1)) : nummer + 1;
    gevonden.set(woord, { woord, aantal: getal(aantal), nummer, delen: rest.map(getal) });
  }
  return gevonden;
}

/** What may stand for a word: [[weight, numbers of terms, as written]], the heaviest first. */
function leesSynoniemen(regel) {
  return regel.split("|").map((alternatief) => {
    const [gewicht, termen, ...geschreven] = alternatief.split(" ");
    return [gewicht / 100, termen.split(".").map(getal), geschreven.join(" ")];
  });
}

/** Rising numbers from the steps between them; the last digit of a step is one of 32 characters from @ on. */
function leesStappen(tekst) {
  const nummers = [];
  let nummer = -1;
  let stap = 0;
  for (const teken of tekst) {
    const code = teken.charCodeAt(0) - 64;
    if (code >= 0 && code < 32) {
      nummer += stap * 32 + code + 1;
      stap = 0;
      nummers.push(nummer);
    } else {
      stap = stap * 32 + getal(teken);
    }
  }
  return nummers;
}

/** The entries that have a term, and what it counts in each. */
function leesPlekken(regel) {
  const [stappen, gewichten] = regel.split(" ");
  return { documenten: leesStappen(stappen), telt: Array.from(gewichten, (teken) => TELT[getal(teken)]) };
}

/** What entries can be narrowed by, as a function: (facet, entry) -> [[value, text]]. */
function leesKenmerken(tekst) {
  const facetten = JSON.parse(tekst);
  return (facet, document) => {
    const { groepen, breed, per } = facetten[facet];
    return groepen[getal(per.slice(breed * document, breed * (document + 1)))];
  };
}

/** Opens the index; `haal(naam)` gives the text of a file, or rejects. */
export async function open(haal) {
  const bekend = new Map();
  /** What `maak` promises, asked for once; what failed may be asked for again. */
  function eens(naam, maak) {
    if (!bekend.has(naam)) {
      const belofte = maak();
      belofte.catch(() => bekend.delete(naam));
      bekend.set(naam, belofte);
    }
    return bekend.get(naam);
  }
  const bestand = (naam, lees) => eens(naam, () => haal(naam).then(lees));

  const kern = JSON.parse(await haal("kern.json"));
  const woordbestand = (i) => bestand(`w${i}.txt`, leesWoorden);

  /** By number a line of a kind of file, of which each begins with one of the numbers that `stappen` tell. */
  function regels(soort, stappen, lees) {
    const grenzen = leesStappen(stappen);
    return (nummer) =>
      eens(soort + nummer, async () => {
        const i = plek(grenzen, nummer);
        const alle = await bestand(`${soort}${i}.txt`, (tekst) => tekst.split("\n"));
        return lees(alle[nummer - grenzen[i]]);
      });
  }
  const synoniemen = regels("s", kern.synoniembestanden, leesSynoniemen);
  const plekken = regels("p", kern.plekbestanden, leesPlekken);

  return {
    kern,
    plaatsen: new Map(kern.plaatsen.flatMap((namen, i) => namen.split("|").map((naam) => [naam, kern.sleutels + i]))),
    stopwoorden: new Set(kern.stopwoorden.split(" ")),

    /** What the index knows of a stem or phrase: {woord, aantal, nummer, delen}, or undefined. */
    async woord(stam) {
      return (await woordbestand(plek(kern.woordbestanden, stam))).get(stam);
    },

    /** All words that begin so, from at most twenty files. */
    async metBegin(begin) {
      const eerste = plek(kern.woordbestanden, begin);
      const tot = Math.min(plek(kern.woordbestanden, `${begin}~`) + 1, eerste + MEESTE_BESTANDEN);
      const delen = await Promise.all(kern.woordbestanden.slice(eerste, tot).map((_, i) => woordbestand(eerste + i)));
      return delen.flatMap((deel) => [...deel.values()].filter(({ woord }) => woord.startsWith(begin)));
    },

    /** A file by its name, as `lees` reads it; read once. */
    bestand,

    /** What may stand for a word: none for a word of the texts without synonyms (its number is from `sleutels` on). */
    async synoniemen({ nummer, aantal }) {
      return aantal && nummer >= kern.sleutels ? [] : synoniemen(nummer);
    },

    /** Where terms stand, by their numbers: number -> {documenten, telt}. */
    async plekken(termen) {
      return new Map(await Promise.all(termen.map(async (nummer) => [nummer, await plekken(nummer)])));
    },

    /** The text of an entry, to show. */
    document: (nummer) => bestand(`d${nummer}.json`, JSON.parse),

    /** What entries can be narrowed by; see `leesKenmerken`. */
    kenmerken: () => bestand("kenmerken.json", leesKenmerken),
  };
}
