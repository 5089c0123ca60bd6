// Which of the first hits explains exactly what was asked.

import { fold, stem, words } from "../zoek/language.js";

/** @import { Group } from "../zoek/query.js" */
/** @import { SearchDocument } from "../zoek/index.js" */
/** @import { Hit } from "../zoek/ranking.js" */

const AMONG = 3;

/** The stems of words, without those that say nothing. @param {string[]} all @param {Set<string>} stopwords */
function stemsOf(all, stopwords) {
  const telling = all.filter((word) => !stopwords.has(word));
  return (telling.length ? telling : all).map(stem).join(" ");
}

/**
 * The term that a question asks for and nothing else: "leegstand", and "wat betekent leegstand?", of which the first words
 * are read as the kind of entry that a term is.
 * @param {SearchDocument[]} documents @param {Hit[]} hits those of the documents
 * @param {Group[]} question @param {Set<string>} stopwords
 */
export function explained(documents, hits, question, stopwords) {
  return documents.slice(0, AMONG).find(({ soort, titel, ook = [] }, place) => {
    if (soort !== "begrip") return false;
    const { document, groups } = hits[place];
    const asked = question.filter(({ reading }, i) => {
      const term = groups[i].through[document]?.[1][0];
      return !(reading?.facet === "soort" && term !== undefined && reading.terms.includes(term));
    });
    const stems = stemsOf(
      asked.flatMap(({ tokens }) => tokens.map(({ word }) => word)),
      stopwords,
    );
    return [titel, ...ook].some(
      (name) =>
        stems ===
        stemsOf(
          words(fold(name)).map(({ word }) => word),
          stopwords,
        ),
    );
  });
}
