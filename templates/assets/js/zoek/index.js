// Reads the files of the search, each when it is first needed. docs/zoeken.md describes them.

/** Weight in a text -> what it counts: rises fast at first, never above 2.2 (BM25's saturation). */
const TELT = Array.from({ length: 36 }, (_, stap) => 0.15 * 2 ** (stap / 4)).map((tf) => (2.2 * tf) / (tf + 1.2));

const getal = (tekst) => parseInt(tekst, 36);

/** The place of the last of the sorted `grenzen` that is not after `waarde`, at least 0. */
function plek(grenzen, waarde) {
  let laag = 0;
  let hoog = grenzen.length;
  while (laag < hoog) {
    const midden = (laag + hoog) >> 1;
    if (grenzen[midden] <= waarde) laag = midden + 1;
    else hoog = midden;
  }
  return Math.max(0, laag - 1);
}

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

/** The entries that have a term, and what it counts in each. */
function leesPlekken(regel) {
  const [stappen, gewichten] = regel.split(" ");
  const documenten = [];
  let nummer = -1;
  let stap = 0;
  for (const teken of stappen) {
    const code = teken.charCodeAt(0);
    if (code >= 64 && code < 96) {
      nummer += stap * 32 + code - 63;
      stap = 0;
      documenten.push(nummer);
    } else {
      stap = stap * 32 + getal(teken);
    }
  }
  return { documenten, telt: Array.from(gewichten, (teken) => TELT[getal(teken)]) };
}

/** What entries can be narrowed by, as a function: (facet, entry) -> [[value, text]]. */
function leesKenmerken(tekst) {
  const facetten = JSON.parse(tekst);
  return (facet, document) => {
    const { waarden, groepen, breed, per } = facetten[facet];
    return groepen[getal(per.slice(breed * document, breed * (document + 1)))].map((i) => waarden[i]);
  };
}

/** Opens the index; `haal(naam)` gives the text of a file, or rejects. */
export async function open(haal) {
  const bestanden = new Map();
  function bestand(naam, lees) {
    if (!bestanden.has(naam)) {
      const belofte = haal(naam).then(lees);
      belofte.catch(() => bestanden.delete(naam)); // what failed may be asked for again
      bestanden.set(naam, belofte);
    }
    return bestanden.get(naam);
  }

  const kern = JSON.parse(await haal("kern.json"));
  const woordbestand = (i) => bestand(`w${i}.txt`, leesWoorden);

  /** Line `nummer` of a row of files, read when it is first asked for. */
  async function regel(soort, grenzen, nummer, lees) {
    const i = plek(grenzen, nummer);
    const regels = await bestand(`${soort}${i}.txt`, (tekst) => tekst.split("\n"));
    const at = nummer - grenzen[i];
    if (typeof regels[at] === "string") regels[at] = lees(regels[at]);
    return regels[at];
  }

  return {
    kern,
    plaatsen: new Map(Object.entries(kern.plaatsen)),
    stopwoorden: new Set(kern.stopwoorden.split(" ")),

    /** What the index knows of a stem or phrase: {woord, aantal, nummer, delen}, or undefined. */
    async woord(stam) {
      return (await woordbestand(plek(kern.woordbestanden, stam))).get(stam);
    },

    /** All words that begin so, from at most nine files. */
    async metBegin(begin) {
      const eerste = plek(kern.woordbestanden, begin);
      const laatste = Math.min(plek(kern.woordbestanden, `${begin}~`), eerste + 8);
      const delen = await Promise.all(Array.from({ length: laatste - eerste + 1 }, (_, i) => woordbestand(eerste + i)));
      return delen.flatMap((deel) => [...deel.values()].filter(({ woord }) => woord.startsWith(begin)));
    },

    /** A file by its name, as `lees` reads it; read once. */
    bestand,

    /** What may stand for a word with this number, unless no text has it and it has no synonyms. */
    async synoniemen({ nummer, aantal }) {
      if (aantal && nummer >= kern.sleutels) return [];
      return regel("s", kern.synoniembestanden, nummer, leesSynoniemen);
    },

    /** Where terms stand, by their numbers: number -> {documenten, telt}. */
    async plekken(termen) {
      const lees = async (nummer) => [nummer, await regel("p", kern.plekbestanden, nummer, leesPlekken)];
      return new Map(await Promise.all([...new Set(termen)].map(lees)));
    },

    /** The text of an entry, to show. */
    document: (nummer) => bestand(`d${nummer}.json`, JSON.parse),

    /** What entries can be narrowed by; see `leesKenmerken`. */
    kenmerken: () => bestand("kenmerken.json", leesKenmerken),
  };
}
