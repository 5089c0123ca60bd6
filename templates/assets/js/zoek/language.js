// Dutch text as the search sees it: folded, cut into words, and each word brought back to a stem.
// binnenstad_site/search/language.py does exactly the same when the site is made; change both, or neither.

/** A word of a text, and what stood between its hyphens. @typedef {{ word: string, pieces: string[] }} Token */

/** @type {Record<string, string>} */
const SPELT = {
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ł: "l",
  đ: "d",
  ĳ: "ij",
  "€": " euro ",
  "²": "2",
  "₂": "2",
  "³": "3",
};
const LONGEST_WORD = 40;
/** @type {Record<string, number>} */
const ZEROS = { duizend: 3, miljoen: 6, mln: 6, miljard: 9 };

/** Lower case, without accents and invisible characters, with one kind of apostrophe and dash, and numbers as words. @param {string} text */
export function fold(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\W/g, (letter) => SPELT[letter] ?? letter)
    .replace(/[’‘‛ʼ´`′＇]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[\u0300-\u036f\u00ad\u200b]+/g, "")
    .replace(/%/g, " procent ")
    .replace(/([0-9])[.\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))/g, "$1")
    .replace(/([0-9])[.,](?=[0-9]{1,2}(?![0-9]))/g, "$1d")
    .replace(/([0-9])-(?=[0-9])/g, "$1 ")
    .replace(/([0-9])\+/g, "$1-plus")
    .replace(/vierkante meters?(?![a-z])/g, "m2")
    .replace(
      /([0-9]+)(?:d([0-9]{1,2}))?[ \u00a0\u202f](duizend|miljoen|mln|miljard)(?![a-z])/g,
      (_, whole, fraction = "", size) => (whole + fraction.padEnd(ZEROS[size], "0")).replace(/^0+(?=.)/, ""),
    )
    .replace(/(^|[^a-z0-9])a\/d(?![a-z0-9])/g, "$1aan den")
    .replace(/(^|[^a-z0-9])te veel(?![a-z0-9])/g, "$1teveel")
    .replace(/(^|[^a-z0-9])zo'n(?![a-z0-9])/g, "$1zo een")
    .replace(/(^|[^a-z0-9])([a-z0-9]) ?[+&] ?([a-z0-9])(?![a-z0-9])/g, "$1$2$3");
}

/** The words of a folded text. @param {string} folded @returns {Token[]} */
export function words(folded) {
  return (folded.match(/[a-z0-9]+(?:['-][a-z0-9]+)*/g) ?? []).map((written) => {
    const bare = written.replace(/(..)'s$/, "$1");
    const pieces = bare.replaceAll("'", "").split("-");
    return {
      word: pieces.join("").slice(0, LONGEST_WORD),
      pieces: pieces.length > 1 ? pieces.map((piece) => piece.slice(0, LONGEST_WORD)) : [],
    };
  });
}

/** @param {string} text */
const pairs = (text) => (text.match(/\S+ \S+/g) ?? []).map((pair) => /** @type {[string, string]} */ (pair.split(" ")));
const WHOLE = new Map(
  pairs(
    "lege leeg hoge hoog lage laag hele heel vele veel late laat rode rood dure duur vage vaag leden lid cafes cafe trends trend zones zone percent procent",
  ),
);
const ENDINGS = pairs(
  "besteden besteed steden stad schepen schip musea museum centra centrum kinderen kind mensen mens sleden slid lieden man lui man heden heid ieen ie eeen ee advies adviez beurs beurz grens grenz verlies verliez",
);

/** Without the ending of a plural or a diminutive. @param {string} word */
function singular(word) {
  for (const [ending, single] of ENDINGS) {
    if (word.endsWith(ending)) return word.slice(0, -ending.length) + single;
  }
  if (word.length >= 7) {
    const undiminished = word.replace(/(?:([^aeiouy])etje|([lnrw])tje|(m)pje|je)s?$/, "$1$2$3");
    if (undiminished !== word) return undiminished;
  }
  const isPlural =
    (word.length >= 6 && /(?:er|el|al|en|em|um|or|eur|aar|[^cr]e|ent|ant)s$/.test(word)) ||
    /(?:...o|[bp])s$/.test(word);
  return isPlural ? word.slice(0, -1) : word;
}

/** Without -heid, -en or -e, and -ing. @param {string} word */
function withoutSuffix(word) {
  let bare = word;
  if (bare.length >= 7 && !/(over|een)heid$/.test(bare)) bare = bare.replace(/heid$/, "");
  if (bare.length >= 5) bare = bare.replace(/([^aeiouy]|[aeou]i)en?$/, "$1");
  if (bare.length >= 6 && /[aeiouy].*ing$/.test(bare)) bare = bare.slice(0, -3);
  return bare;
}

/** The stem of a word: "steden" and "stad" give "stad", "woningen" and "wonen" give "won". @param {string} word */
export function stem(word) {
  if (word.length < 4 || /[0-9]/.test(word)) return word;
  return withoutSuffix(singular(WHOLE.get(word) ?? word))
    .replace(/(..)([bcdfghjklmnpqrstvwxz])\2$/, "$1$2")
    .replace(/v$/, "f")
    .replace(/z$/, "s")
    .replace(/(aa|ee|oo|uu)(?=[bcdfghjklmnpqrstvwxz]+$)/, (vowels) => vowels[0]);
}
