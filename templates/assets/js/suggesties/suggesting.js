// What a reader may be typing: from the texts that the search has loaded for the hits. Loaded when somebody types.

import { fold, words } from "../zoek/language.js";
import { combobox } from "./combobox.js";

/** @import { Index, SearchDocument } from "../zoek/index.js" */
/** @import { Hit } from "../zoek/ranking.js" */
/** @typedef {{ text: string, kind: string }} Suggestion */

const MOST = 6;
const SHORTEST = 2;
const TERM = "b"; // the kind of a term in the index
const MOST_TERMS = 2;

const wordsOf = (/** @type {string} */ text) => words(fold(text)).map(({ word }) => word);

/** The towns that an entry names, as it writes them. @param {SearchDocument} document */
const towns = ({ plaats, soort, titel }) => (soort === "gemeente" ? [titel] : plaats.split(/, | en /));

/**
 * At most six texts of which words begin as those typed: a place, terms, a question, and titles of the best hits.
 * @param {string} typed @param {SearchDocument[]} documents @param {Map<string, number>} places
 * @param {string[]} questions those that the page shows as examples
 * @returns {Suggestion[]}
 */
export function suggestions(typed, documents, places, questions) {
  const begun = wordsOf(typed);
  if (begun.join("").length < SHORTEST) return [];
  const fits = (/** @type {string} */ text) => {
    const own = wordsOf(text);
    return begun.every((start) => own.some((word) => word.startsWith(start))) && own.join(" ") !== begun.join(" ");
  };
  /** @type {(kind: string, texts: string[], most: number) => Suggestion[]} */
  const some = (kind, texts, most) => [...new Set(texts.filter(fits))].slice(0, most).map((text) => ({ kind, text }));
  const named = documents.flatMap(towns).filter((name) => places.has(fold(name)));
  const terms = documents.filter(({ soort }) => soort === "begrip");
  const asked = terms.map(({ titel }) => `Wat betekent ${titel}?`);
  const titles = documents.filter(({ soort }) => soort !== "begrip" && soort !== "gemeente");
  return [
    ...some("plaats", [...named, ...places.keys()], 1),
    ...some(
      "begrip",
      terms.flatMap(({ titel, ook = [] }) => [titel, ...ook]),
      2,
    ),
    ...some("vraag", [...questions, ...asked], 1),
    ...titles.flatMap(({ titel, soort }) => some(soort, [titel], 1)),
  ].slice(0, MOST);
}

/**
 * The texts of the best terms among the hits: of a word half typed they may stand below the ten that are shown.
 * @param {Hit[]} hits @param {Index} index
 */
export function termsAmong(hits, index) {
  const terms = hits.filter(({ document }) => index.kinds[document] === TERM).slice(0, MOST_TERMS);
  return Promise.all(terms.map(({ document }) => index.document(document)));
}

/**
 * Lets a field suggest; `onChoose` is called when a suggestion stands in it, and what it returns gets the texts of the best hits.
 * @param {HTMLInputElement} field @param {string[]} questions @param {() => void} onChoose
 */
export function suggesting(field, questions, onChoose) {
  const show = combobox(field, onChoose);
  return (/** @type {SearchDocument[]} */ documents, /** @type {Map<string, number>} */ places = new Map()) =>
    show(documents.length ? suggestions(field.value, documents, places, questions) : []);
}
