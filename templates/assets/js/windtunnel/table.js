// The table of measures by scenario, and what follows from it for the raadsmemo.

import { element } from "../dom.js";
import { icon } from "../icon.js";
import { outcomeOf, worstOf } from "./measures.js";

/** @import { Measure } from "./measures.js" */
/** A verdict of the site on a kans in one scenario, and its reason. @typedef {[verdict: number, reason: string]} Own */
/** @typedef {[code: string, title: string, trend: number, address: string, step: string, verdicts: Own[], sources: [string, string][]]} Kans */
/** @typedef {[title: string, signal: string, indicator: string]} Scenario */
/** @typedef {{ scenarios: Scenario[], trends: string[], kansen: Kans[], ingetrokken: Record<string, string> }} Data */
/** What happens on the page. @typedef {{ onRemove: () => void, onAnswer: (answer: string, reveals: boolean) => void, onVerdict: () => void }} Handlers */

const VERDICTS = ["nog kiezen", "werkt", "met aanpassing", "werkt niet"];
const ICONS = ["status-onbekend", "oordeel-werkt", "oordeel-werkt-met-aanpassing", "oordeel-werkt-niet"];

/** @param {number} points */
const inDutch = (points) => String(points).replace(".", ",");
/** The verdicts that count: of the reader, else ours. @param {Measure} measure @param {Kans | undefined} kans */
export const verdictsOf = ({ verdicts }, kans) => verdicts.map((verdict, i) => verdict || (kans?.[5][i]?.[0] ?? 0));

/** What the verdicts of a measure come to, in words. @param {number[]} verdicts */
export function inWords(verdicts) {
  const { name, points, missing } = outcomeOf(verdicts);
  return name ? `${name}, telt ${inDutch(points)} van ${verdicts.length}` : `nog ${missing} te beoordelen`;
}

/** The signal to watch for a measure; on paper the scenario is enough, for the signals stand below. @param {number[]} verdicts @param {Scenario[]} scenarios */
function createSignal(verdicts, scenarios) {
  if (!outcomeOf(verdicts).name) return [];
  const worst = worstOf(verdicts);
  if (worst < 0) return ["Werkt overal zoals het is."];
  const [name, signal] = scenarios[worst];
  return [`Volg ${name}`, element("span", { className: "signaal" }, `: ${signal}`), "."];
}

/** The cell of one scenario. @param {Scenario} scenario @param {number} i @param {Measure} measure @param {string} title @param {Kans | undefined} kans @param {() => void} onVerdict */
function createVerdict([name], i, measure, title, kans, onVerdict) {
  const [ours = 0, reason = ""] = kans?.[5][i] ?? [];
  const choice = element("select", { ariaLabel: `${title} in ${name}` });
  for (const [value, text] of VERDICTS.entries()) if (value || !ours) choice.append(new Option(text, String(value)));
  const onPaper = element("span", { className: "op-papier" });
  const status = element("span", { className: "status" }, icon(ICONS[0]), choice, onPaper);
  const why = element("p");
  const cell = element("td", {}, status, why);
  cell.dataset.kop = name;
  const show = () => {
    const verdict = measure.verdicts[i] || ours;
    choice.value = String(verdict);
    onPaper.textContent = VERDICTS[verdict];
    status.firstElementChild?.replaceWith(icon(ICONS[verdict]));
    why.textContent = verdict === ours || !ours ? reason : `Redactie: ${VERDICTS[ours]}. ${reason}`;
  };
  choice.addEventListener("change", () => {
    const verdict = Number(choice.value);
    measure.verdicts[i] = verdict === ours ? 0 : verdict;
    show();
    onVerdict();
  });
  show();
  return cell;
}

/** The question that comes before the verdicts. @param {string} title @param {string} answer @param {Handlers} handlers */
function createQuestion(title, answer, { onAnswer }) {
  const field = element("input", { type: "text", maxLength: 200, autocomplete: "off", required: true, value: answer });
  const label = element("label", {}, "Waardoor zou deze maatregel mislukken?", field);
  label.firstChild?.after(element("span", { className: "voorlezen" }, ` ${title}`));
  const button = element("button", { className: "knop knop-klein" }, "Toon de oordelen");
  const form = element("form", {}, label, button);
  field.addEventListener("change", () => onAnswer(field.value, false));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onAnswer(field.value, true);
  });
  return form;
}

/** @param {Measure} measure @param {Kans | undefined} kans @param {string} answer @param {Data} data @param {Handlers} handlers */
function createMeasure(measure, kans, answer, { scenarios, trends }, handlers) {
  const title = kans?.[1] ?? measure.text;
  const remove = element("button", { type: "button", className: "chip" }, "Haal weg", icon("kruis"));
  remove.firstChild?.after(element("span", { className: "voorlezen" }, ` ${title}`));
  remove.addEventListener("click", handlers.onRemove);
  const name = kans ? element("a", { href: kans[3] }, title) : element("span", {}, title);
  const kind = element("p", { className: "soort-maatregel" }, kans ? trends[kans[2]] : "Eigen maatregel");
  const head = element("th", { scope: "row" }, name, kind);
  const row = element("tr", {}, head);
  if (!measure.shown) {
    const waiting = element("span", { className: "op-papier" }, "Nog niet beoordeeld");
    const question = createQuestion(title, answer, handlers);
    row.append(element("td", { colSpan: scenarios.length + 1 }, question, waiting));
  } else {
    if (answer) head.append(element("p", {}, element("b", {}, "Waardoor het zou mislukken: "), answer));
    const outcome = element("b", { className: "robuustheid" });
    const count = element("span");
    const signal = element("p");
    const show = () => {
      const verdicts = verdictsOf(measure, kans);
      const { name: word } = outcomeOf(verdicts);
      outcome.textContent = word;
      outcome.dataset.is = word;
      count.textContent = inWords(verdicts).replace(`${word}, `, "");
      signal.replaceChildren(...createSignal(verdicts, scenarios));
    };
    const onVerdict = () => {
      show();
      handlers.onVerdict();
    };
    row.append(...scenarios.map((scenario, i) => createVerdict(scenario, i, measure, title, kans, onVerdict)));
    const last = element("td", {}, outcome, " ", count, signal);
    last.dataset.kop = "Uitkomst";
    row.append(last);
    show();
  }
  head.append(remove);
  return row;
}

/**
 * The table.
 * @param {Measure[]} measures @param {(measure: Measure) => Kans | undefined} kansOf
 * @param {(measure: Measure) => string} answerOf @param {Data} data @param {(place: number) => Handlers} handlers
 */
export function createTable(measures, kansOf, answerOf, data, handlers) {
  const heads = ["Maatregel", ...data.scenarios.map(([title]) => title), "Uitkomst"];
  const rows = measures.map((one, i) => createMeasure(one, kansOf(one), answerOf(one), data, handlers(i)));
  return element(
    "table",
    { className: "stapel breed" },
    element("caption", { className: "voorlezen" }, "Maatregelen per scenario"),
    element("thead", {}, element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)))),
    element("tbody", {}, ...rows),
  );
}

/** @param {string} heading @param {"ol" | "ul"} name @param {HTMLElement[]} items */
const createPart = (heading, name, items) =>
  items.length ? [element("h3", {}, heading), element(name, {}, ...items)] : [];

/** A source as text with its address, which counts on paper. @param {string} text @param {string} href */
const createSource = (text, href) => element("span", {}, text, ...(href ? [" ", element("a", { href }, href)] : []));

/**
 * Signals, first steps and sources of the measures that were judged; the numbers are those of the rows of the table.
 * @param {Measure[]} measures @param {(measure: Measure) => Kans | undefined} kansOf @param {Data} data
 * @param {string} base address that links are written out from
 */
export function createMemo(measures, kansOf, { scenarios }, base) {
  const signals = new Set();
  const steps = [];
  const sources = [];
  for (const [i, measure] of measures.entries()) {
    const kans = kansOf(measure);
    if (!measure.shown) continue;
    signals.add(worstOf(verdictsOf(measure, kans)));
    if (!kans) continue;
    const [, , , address, step, , own] = kans;
    const shown = own.map(([text, href]) => createSource(`${text}:`, href));
    shown.push(createSource("alle bronnen:", new URL(address, base).href));
    steps.push(element("li", { value: i + 1 }, step));
    sources.push(
      element("li", { value: i + 1 }, ...shown.flatMap((source, place) => (place ? ["; ", source] : [source]))),
    );
  }
  const lines = scenarios
    .filter((_, i) => signals.has(i))
    .map(([name, signal, indicator]) =>
      element("li", {}, element("b", {}, `${name}: `), `${signal}. Meet dit: ${indicator}.`),
    );
  return [
    ...createPart("Signalen om te volgen", "ul", lines),
    ...createPart("Eerste stappen", "ol", steps),
    ...createPart("Bronnen", "ol", sources),
  ];
}
