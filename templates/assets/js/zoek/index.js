// Reads the files of the search, each when it is first needed. docs/zoeken.md describes them.

/** What the index knows of a word: in how many entries it is, its number, and the numbers of its parts. */
/** @typedef {{ word: string, count: number, number: number, parts: number[] }} Entry */
/** The weight of an alternative for a word, the numbers of its terms, and a synonym as it is written. */
/** @typedef {[weight: number, terms: number[], written?: string]} Alternative */
/** The entries that have a term, and what it counts in each. @typedef {{ documents: number[], counts: number[] }} Postings */
/** @typedef {{ titel: string, adres: string, soort: string, plaats: string, trend: string, bewijs?: string, status?: string[], ook?: string[] }} DocumentHead */
/** An entry to show; its pieces are [heading, anchor, text]. */
/** @typedef {DocumentHead & { zin: string, stukken: [string, string, string][] }} SearchDocument */
/** @typedef {(facet: string, document: number) => [value: string, text: string][]} Facets */
/** @typedef {Awaited<ReturnType<typeof open>>} Index */

/** Weight in a text -> what it counts: 2.2 w / (w + 1.2) for w = 0.15 * 2 ** (step / 4), so never above 2.2 (BM25). */
const COUNTS = Array.from({ length: 36 }, (_, step) => 2.2 / (1 + 8 / 2 ** (step / 4)));

const MOST_FILES = 20;

/** @param {string} text */
const toNumber = (text) => parseInt(text, 36);

/**
 * The place of the last of the rising `limits` that is not after `value`; the first never is.
 * @template {string | number} V
 * @param {V[]} limits @param {V} value
 */
const placeIn = (limits, value) => limits.findLastIndex((limit) => limit <= value);

/** A file of words. @param {string} text */
function readWords(text) {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  let word = "";
  let number = -1;
  for (const line of text.split("\n")) {
    const [letters, fields] = line.split("\t");
    const [count, ...rest] = fields.split(" ");
    word = word.slice(0, toNumber(letters[0])) + letters.slice(1);
    number = rest[0]?.[0] === "!" ? toNumber((rest.shift() ?? "").slice(1)) : number + 1;
    entries.set(word, { word, count: toNumber(count), number, parts: rest.map(toNumber) });
  }
  return entries;
}

/** What may stand for a word, the heaviest first. @param {string} line @returns {Alternative[]} */
function readSynonyms(line) {
  return line.split("|").map((alternative) => {
    const [weight, terms, ...written] = alternative.split(" ");
    return [Number(weight) / 100, terms.split(".").map(toNumber), written.join(" ")];
  });
}

/** Rising numbers from the steps between them; the last digit of a step is one of 32 characters from @ on. */
function readSteps(/** @type {string} */ text) {
  const numbers = [];
  let number = -1;
  let step = 0;
  for (const character of text) {
    const code = character.charCodeAt(0) - 64;
    if (code >= 0 && code < 32) {
      number += step * 32 + code + 1;
      step = 0;
      numbers.push(number);
    } else {
      step = step * 32 + toNumber(character);
    }
  }
  return numbers;
}

/** @param {string} line @returns {Postings} */
function readPostings(line) {
  const [steps, weights] = line.split(" ");
  return { documents: readSteps(steps), counts: Array.from(weights, (character) => COUNTS[toNumber(character)]) };
}

/** What entries can be narrowed by. @param {string} text @returns {Facets} */
function readFacets(text) {
  const facets = JSON.parse(text);
  return (facet, document) => {
    const { groepen, breed, per } = facets[facet] ?? { groepen: [[]], breed: 0, per: "0" };
    return groepen[toNumber(per.slice(breed * document, breed * (document + 1)))];
  };
}

/** Opens the index; `load` gives the text of a file, or rejects. @param {(name: string) => Promise<string>} load */
export async function open(load) {
  /** @type {Map<string, Promise<any>>} */
  const promises = new Map();
  /**
   * What `make` promises, asked for once; what failed may be asked for again.
   * @template T
   * @param {string} name @param {() => Promise<T>} make
   * @returns {Promise<T>}
   */
  function once(name, make) {
    let promise = promises.get(name);
    if (!promise) {
      promise = make();
      promise.catch(() => promises.delete(name));
      promises.set(name, promise);
    }
    return promise;
  }
  /**
   * A file by its name, as `read` reads it; read once.
   * @template T
   * @param {string} name @param {(text: string) => T} read
   */
  const file = (name, read) => once(name, () => load(name).then(read));

  const core = JSON.parse(await load("kern.json"));
  const wordFile = (/** @type {number} */ i) => file(`w${i}.txt`, readWords);

  /**
   * By number a line of a kind of file, of which each begins with one of the numbers that `steps` tell.
   * @template T
   * @param {string} kind @param {string} steps @param {(line: string) => T} read
   */
  function lines(kind, steps, read) {
    const limits = readSteps(steps);
    return (/** @type {number} */ number) =>
      once(kind + number, async () => {
        const i = placeIn(limits, number);
        const all = await file(`${kind}${i}.txt`, (text) => text.split("\n"));
        return read(all[number - limits[i]]);
      });
  }
  const synonymsOf = lines("s", core.synoniembestanden, readSynonyms);
  const postingsOf = lines("p", core.plekbestanden, readPostings);
  /** @type {[string, number][]} */
  const places = core.plaatsen.flatMap((/** @type {string} */ names, /** @type {number} */ i) =>
    names.split("|").map((name) => [name, core.sleutels + i]),
  );

  return {
    /** In how many entries the search looks. @type {number} */
    size: core.aantal,
    /** The letters with a file of parts. @type {string} */
    partFiles: core.delen,
    /** The kind of each entry, as a sign. @type {string} */
    kinds: core.soorten,
    places: new Map(places),
    stopwords: new Set(/** @type {string[]} */ (core.stopwoorden.split(" "))),
    /** Stems of words that hardly narrow a question. */
    light: new Set(/** @type {string[]} */ (core.lichte.split(" "))),
    file,

    /** What the index knows of a stem or phrase. @param {string} stem */
    async word(stem) {
      return (await wordFile(placeIn(core.woordbestanden, stem))).get(stem);
    },

    /** All words that begin so, from at most twenty files. @param {string} start */
    async startingWith(start) {
      const first = placeIn(core.woordbestanden, start);
      const end = Math.min(placeIn(core.woordbestanden, `${start}~`) + 1, first + MOST_FILES);
      const starts = /** @type {string[]} */ (core.woordbestanden.slice(first, end));
      const files = await Promise.all(starts.map((_, i) => wordFile(first + i)));
      return files.flatMap((entries) => [...entries.values()].filter(({ word }) => word.startsWith(start)));
    },

    /** What may stand for a word: none for a word of the texts without synonyms (its number is from `sleutels` on). */
    /** @param {{ number: number, count: number }} entry */
    async synonyms({ number, count }) {
      return count && number >= core.sleutels ? [] : synonymsOf(number);
    },

    /** Where terms stand, by their numbers. @param {number[]} terms */
    async postings(terms) {
      const found = terms.map(async (number) => /** @type {const} */ ([number, await postingsOf(number)]));
      return new Map(await Promise.all(found));
    },

    /** The text of an entry, to show. @param {number} number @returns {Promise<SearchDocument>} */
    document: (number) => file(`d${number}.json`, JSON.parse),

    /** The wordings that mean a kenmerk. @returns {Promise<import("../lezen/reading.js").Table>} */
    readings: () => file("lezing.json", JSON.parse),

    /** What entries can be narrowed by. */
    facets: () => file("kenmerken.json", readFacets),
  };
}
