// Dutch text as the search sees it: folded, cut into words, and each word brought back to a stem.
// binnenstad_site/search/language.py does exactly the same when the site is made; change both, or neither.

const GESPELD = { ø: "o", æ: "ae", œ: "oe", ß: "ss", ł: "l", đ: "d", ĳ: "ij" };
const LANGSTE_WOORD = 40;

/** Lower case, without accents and invisible characters, with one kind of apostrophe and dash. */
export function vouw(tekst) {
  return tekst
    .toLowerCase()
    .normalize("NFD")
    .replace(/\W/g, (teken) => GESPELD[teken] ?? teken)
    .replace(/[’‘‛ʼ´`′＇]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[\u0300-\u036f\u00ad\u200b]+/g, "")
    .replace(/(^|[^a-z0-9])a\/d(?![a-z0-9])/g, "$1aan den")
    .replace(/(^|[^a-z0-9])([a-z0-9]) ?[+&] ?([a-z0-9])(?![a-z0-9])/g, "$1$2$3");
}

/** The words of a folded text: {woord, stukken}; the pieces are what stood between hyphens. */
export function woorden(gevouwen) {
  return (gevouwen.match(/[a-z0-9]+(?:['-][a-z0-9]+)*/g) ?? []).map((geschreven) => {
    const kaal = geschreven.replace(/(..)'s$/, "$1");
    const stukken = kaal.replaceAll("'", "").split("-");
    return {
      woord: stukken.join("").slice(0, LANGSTE_WOORD),
      stukken: stukken.length > 1 ? stukken.map((stuk) => stuk.slice(0, LANGSTE_WOORD)) : [],
    };
  });
}

const HEEL = new Map(
  "lege leeg hoge hoog lage laag hele heel vele veel late laat rode rood dure duur vage vaag leden lid cafes cafe trends trend zones zone"
    .match(/\S+ \S+/g)
    .map((paar) => paar.split(" ")),
);
const UITGANGEN =
  "besteden besteed steden stad schepen schip musea museum centra centrum kinderen kind mensen mens sleden slid lieden man lui man heden heid ieen ie eeen ee"
    .match(/\S+ \S+/g)
    .map((paar) => paar.split(" "));

/** Without the ending of a plural or a diminutive. */
function enkelvoud(woord) {
  for (const [einde, enkel] of UITGANGEN) {
    if (woord.endsWith(einde)) return woord.slice(0, -einde.length) + enkel;
  }
  if (woord.length >= 7) {
    const klein = woord.replace(/(?:([^aeiouy])etje|([lnrw])tje|(m)pje|je)s?$/, "$1$2$3");
    if (klein !== woord) return klein;
  }
  const meervoud =
    (woord.length >= 6 && /(?:er|el|al|en|em|um|or|eur|aar|[^cr]e|ent|ant)s$/.test(woord)) || /(?:...o|[bp])s$/.test(woord);
  return meervoud ? woord.slice(0, -1) : woord;
}

/** Without -heid, -en or -e, and -ing. */
function zonderAchtervoegsel(woord) {
  if (woord.length >= 7 && !/(over|een)heid$/.test(woord)) woord = woord.replace(/heid$/, "");
  if (woord.length >= 5) woord = woord.replace(/([^aeiouy]|[aeou]i)en?$/, "$1");
  if (woord.length >= 6 && /[aeiouy].*ing$/.test(woord)) woord = woord.slice(0, -3);
  return woord;
}

/** The stem of a word: "steden" and "stad" give "stad", "woningen" and "wonen" give "won". */
export function stam(woord) {
  if (woord.length < 4 || /[0-9]/.test(woord)) return woord;
  return zonderAchtervoegsel(enkelvoud(HEEL.get(woord) ?? woord))
    .replace(/(..)([bcdfghjklmnpqrstvwxz])\2$/, "$1$2")
    .replace(/v$/, "f")
    .replace(/z$/, "s")
    .replace(/(aa|ee|oo|uu)(?=[bcdfghjklmnpqrstvwxz]+$)/, (klinkers) => klinkers[0]);
}
