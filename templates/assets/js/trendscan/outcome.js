// From answers to an order: what a trend comes to, and how that is said in words.

import { isWhole } from "./answers.js";

/** @import { Pair } from "./answers.js" */
/** @typedef {{ word: string, title: string, numbers: number[] }} Trend */
/** `place` is the same for trends of equal urgency. @typedef {Trend & { influence: number, readiness: number, urgency: number, place: number }} Score */

const INFLUENCE = ["afwezig", "klein", "matig", "groot", "zeer groot"];
const READINESS = ["niet", "weinig", "half", "goed", "helemaal"];
const CLOSE = 0.5;
const WORDS = ["", "", "twee", "drie", "vier", "vijf", "zes"];

/** With one digit, as Dutch readers write it. @param {number} value */
export const written = (value) => value.toFixed(1).replace(".", ",");
/** @param {number} value */
const rounded = (value) => Math.round(10 * value) / 10;
/** @param {string[]} parts */
export const inWords = (parts) => parts.join(", ").replace(/, ([^,]*)$/, " en $1");
/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The trends of which something is answered, the most urgent first. @param {Trend[]} trends @param {Map<number, Pair>} pairs @returns {Score[]} */
export function scoresOf(trends, pairs) {
  const scores = trends.flatMap((trend) => {
    const whole = trend.numbers.map((number) => pairs.get(number)).filter(isWhole);
    if (!whole.length) return [];
    const [influence, readiness] = [0, 1].map((i) => whole.reduce((sum, pair) => sum + pair[i], 0) / whole.length);
    return [{ ...trend, influence, readiness, urgency: rounded(influence * (4 - readiness)), place: 0 }];
  });
  scores.sort((a, b) => b.urgency - a.urgency);
  for (const score of scores) score.place = 1 + scores.findIndex(({ urgency }) => urgency === score.urgency);
  return scores;
}

/** The trends that come first, together when their urgency is the same. @param {Score[]} scores */
export const firstOf = (scores) => scores.filter(({ place, urgency }) => place === 1 && urgency > 0);

/** The title and the sentence above an outcome. @param {Score[]} scores @returns {[title: string, sentence: string]} */
export function headline(scores) {
  const first = firstOf(scores);
  const names = first.map(({ title }) => title.toLowerCase());
  if (!first.length) {
    return [
      "Geen trend heeft nu haast",
      "Overal is de invloed nul, of bent u helemaal voorbereid. Doe de scan over een jaar nog eens.",
    ];
  }
  const [{ influence, readiness, urgency }] = first;
  if (first.length > 1) {
    const all = first.length === scores.length ? `Alle ${WORDS[first.length]} trends` : capital(inWords(names));
    return [
      `${all} staan gelijk`,
      `Hun urgentie is ${written(urgency)} van 16. Uw antwoorden kiezen er geen als eerste: dat doet u samen.`,
    ];
  }
  const next = scores[1];
  const isClose = next && urgency - next.urgency < CLOSE;
  const close = isClose
    ? ` Het scheelt weinig met ${next.title.toLowerCase()} (${written(urgency)} tegen ${written(next.urgency)}).`
    : "";
  return [
    `Begin met ${names[0]}`,
    `Daar is de invloed ${INFLUENCE[Math.round(influence)]} (${written(influence)} van 4) en bent u ${READINESS[Math.round(readiness)]} voorbereid (${written(readiness)}).${close}`,
  ];
}
