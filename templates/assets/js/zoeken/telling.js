// What the search page says above the hits: how many there are, what was meant, and the answer to a question.

import { element, find } from "../dom.js";
import { form } from "./form.js";

/** @import { Index, SearchDocument } from "../zoek/index.js" */

export const messages = find("#meldingen");
export const [status, ...lines] = /** @type {HTMLElement[]} */ ([...messages.children]);
export const read = find("#gelezen");
const answer = find("#antwoord");
const figure = find("#getal");
/** Words that ask for a figure; the figure itself is looked for with more care. */
const ASKS_FIGURE = /\b(?:hoeveel|aantal|percentage|procent)\b|\bhoe (?:groot|hoog)\b|%/i;

let busy = 0;

/** The line above the hits; of the lines below it those that are named. */
/** @param {string} text @param {...(HTMLElement | false | "")} shown */
export function tell(text, ...shown) {
  clearTimeout(busy);
  status.textContent = text;
  for (const line of lines) line.hidden = !shown.includes(line);
}

/** Says that the search is at work, when a reader begins to wonder. */
export function tellWaiting() {
  clearTimeout(busy);
  busy = setTimeout(tell, 400, "Bezig met zoeken…");
}

/** A reading that a reader can take away. @param {string} id @param {string} label */
function chip(id, label) {
  const button = element("button", { type: "button", className: "knop knop-klein", value: id }, `${label} ×`);
  button.setAttribute("aria-label", `${label}, haal weg`);
  return button;
}

/** Shows how the question was read. @param {{ id: string, label: string }[]} readings */
export function showReadings(readings) {
  read.hidden = !readings.length;
  read.replaceChildren("Gelezen als: ", ...readings.flatMap(({ id, label }) => [chip(id, label), " "]));
}

/** Shows a term with its explanation above the hits. @param {SearchDocument | undefined} term */
export function showTerm(term) {
  answer.hidden = !term;
  if (!term) return;
  find("h2", answer).textContent = term.titel;
  find("p", answer).textContent = term.zin;
  Object.assign(find("a", answer), { href: term.adres });
}

/** What shows the figure that a question asks for; when its table does not come, none. */
/** @param {string} question @param {Index | undefined} index @returns {Promise<() => void>} */
export async function findFigure(question, index) {
  const hide = () => {
    figure.hidden = true;
  };
  if (!index || !ASKS_FIGURE.test(question)) return hide;
  try {
    const { figureShower } = await import("../gevraagd/figure.js");
    const show = await figureShower(question, String(new URL("cijfers.json", form.action)), index.stopwords);
    return () => show(figure);
  } catch {
    return hide;
  }
}
