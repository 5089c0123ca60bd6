// From answers to an order: what a trend comes to, and how that is said in words.

import { isWhole } from "./answers.js";

/** @import { Pair } from "./answers.js" */
/** @typedef {{ word: string, title: string, numbers: number[] }} Trend */
/** `place` is the same for trends of equal urgency. @typedef {Trend & { influence: number, readiness: number, urgency: number, place: number }} Score */
/** Gives a sentence of the page by its name. @typedef {(name: string, ...values: unknown[]) => string} Sentence */

const CLOSE = 0.5;

/** With one digit, as Dutch readers write it. @param {number} value */
export const written = (value) => value.toFixed(1).replace(".", ",");
/** Trends within a sentence. @param {Trend[]} trends */
export const names = (trends) =>
  trends
    .map(({ title }) => title.toLowerCase())
    .join(", ")
    .replace(/, ([^,]*)$/, " en $1");

/** The trends of which something is answered, the most urgent first. @param {Trend[]} trends @param {Map<number, Pair>} pairs @returns {Score[]} */
export function scoresOf(trends, pairs) {
  const scores = trends.flatMap((trend) => {
    const whole = trend.numbers.map((number) => pairs.get(number)).filter(isWhole);
    if (!whole.length) return [];
    const [influence, readiness] = [0, 1].map((i) => whole.reduce((sum, pair) => sum + pair[i], 0) / whole.length);
    return [{ ...trend, influence, readiness, urgency: Math.round(10 * influence * (4 - readiness)) / 10, place: 0 }];
  });
  scores.sort((a, b) => b.urgency - a.urgency);
  for (const score of scores) score.place = 1 + scores.findIndex(({ urgency }) => urgency === score.urgency);
  return scores;
}

/** The trends that come first, together when their urgency is the same. @param {Score[]} scores */
export const firstOf = (scores) => scores.filter(({ place, urgency }) => place === 1 && urgency);

/** The title and the sentence above an outcome. @param {Score[]} scores @param {Sentence} sentence @returns {[title: string, reason: string]} */
export function headline(scores, sentence) {
  const first = firstOf(scores);
  if (!first.length) return [sentence("geen"), sentence("geen-reden")];
  const [{ influence, readiness, urgency }] = first;
  const text = names(first);
  if (first.length > 1) {
    return [sentence("gelijk", text[0].toUpperCase() + text.slice(1)), sentence("gelijk-reden", written(urgency))];
  }
  const next = scores[1];
  const [large, ready] = ["invloed", "voorbereid"].map((name) => sentence(name).split(", "));
  const values = [large[Math.round(influence)], written(influence), ready[Math.round(readiness)], written(readiness)];
  const isClose = next && urgency - next.urgency < CLOSE;
  const close = isClose ? sentence("scheelt-weinig", names([next]), written(urgency), written(next.urgency)) : "";
  return [sentence("begin", text), sentence("begin-reden", ...values) + close];
}
