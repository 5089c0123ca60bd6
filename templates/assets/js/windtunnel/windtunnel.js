// Measures held in every scenario. The choice is in the fragment, which no server sees; what a reader writes on what
// would break a measure is kept with this place in the history of the tab, and nowhere else.

import { makeCopy } from "../copying.js";
import { element, find, findAll, setText } from "../dom.js";
import { cleaned, SENTENCES } from "../state.js";
import { printPage } from "../taking.js";
import { addedCode, fromFragment, isSame, LONGEST_LINK, MOST, ofKans, ofReader, toFragment } from "./measures.js";
import { createMemo, createTable, inWords, verdictsOf } from "./table.js";

/** @import { Measure } from "./measures.js" */
/** @import { Data, Handlers, Kans } from "./table.js" */

const LONGEST_ANSWER = 200;
const UNREADABLE = "De kansen zijn nu niet te lezen. Laad de pagina opnieuw, of gebruik het lege blad onderaan.";
const tool = find(".windtunnel");
const message = find("#meldingen");
const outcome = find("#uitkomst");
const choosing = find(".maatregelkeuze");
/** @type {HTMLSelectElement} */
const list = find("#filter-kans");
/** @type {HTMLInputElement} */
const field = find("#filter-eigen");
const [example, print, copyLink, restart] = findAll(".windtunnel > .knoppen button");
/** @type {Map<string, Kans>} */
const kansen = new Map();
/** What a reader wrote, by code or text of the measure. @type {Record<string, string>} */
let answers = {};
/** @type {Measure[]} */
let measures = [];
/** @type {Data} */
let data;
/** The arrival of what the site thinks of the choices. @type {Promise<void> | undefined} */
let verdicts;

/** @param {Measure} measure */
const kansOf = ({ code }) => kansen.get(code);
/** @param {Measure} measure */
const titleOf = (measure) => kansOf(measure)?.[1] ?? measure.text;
/** @param {Measure} measure */
const answerOf = ({ code, text }) => answers[code || text] ?? "";
/** @param {Measure[]} choice */
const addressOf = (choice) => location.pathname + location.search + toFragment(choice);
const base = () => document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? location.href;
/** @param {string} words */
const tell = (words) => setText(message, words);

/** Writes the choice in the address, as a new place in the history or the same one. @param {boolean} isNew */
function remember(isNew) {
  history[isNew ? "pushState" : "replaceState"]({ answers }, "", addressOf(measures));
}

function showMemo() {
  for (const old of findAll(":scope > :not(table)", outcome)) old.remove();
  outcome.append(...createMemo(measures, kansOf, data, base()));
}

/** What happens in the row at a place. @param {number} place @returns {Handlers} */
const handlersOf = (place) => ({
  onRemove: () => {
    const title = titleOf(measures[place]);
    choose(measures.filter((_, i) => i !== place));
    (findAll("th button", outcome)[Math.min(place, measures.length - 1)] ?? list).focus();
    tell(`Weggehaald: ${title}`);
  },
  onAnswer: (answer, reveals) => {
    const measure = measures[place];
    const written = cleaned(answer, LONGEST_ANSWER);
    answers = { ...answers, [measure.code || measure.text]: written };
    if (!reveals) return remember(false);
    if (!written) return tell("Schrijf eerst waardoor deze maatregel zou mislukken, al is het een vermoeden.");
    choose(measures.map((other, i) => (i === place ? { ...other, shown: true } : other)));
    outcome.querySelectorAll("tbody tr")[place].querySelector("select")?.focus();
    tell(`${titleOf(measure)}: ${inWords(verdictsOf(measure, kansOf(measure)))}`);
  },
  onVerdict: () => {
    const measure = measures[place];
    remember(false);
    showMemo();
    tell(`${titleOf(measure)}: ${inWords(verdictsOf(measure, kansOf(measure)))}`);
  },
});

function show() {
  const any = measures.length > 0;
  outcome.replaceChildren(...(any ? [createTable(measures, kansOf, answerOf, data, handlersOf)] : []));
  showMemo();
  tool.classList.toggle("gevuld", any);
  example.hidden = any;
  for (const button of [print, copyLink, restart]) button.hidden = !any;
  choosing.hidden = measures.length >= MOST;
}

/** Another choice, made here. @param {Measure[]} choice */
function choose(choice) {
  measures = choice;
  remember(true);
  show();
}

/** Adds a measure, or says why that cannot be. @param {Measure} measure */
function add(measure) {
  const choice = [...measures, measure];
  const place = measures.findIndex((other) => isSame(other, measure));
  const length = new URL(addressOf(choice), location.href).href.length;
  if (place >= 0) tell(`${titleOf(measure)} staat er al`);
  else if (measures.length >= MOST) tell(`Er passen ${MOST} maatregelen in. Haal er eerst een weg.`);
  else if (length > LONGEST_LINK) tell("Deze maatregel past niet meer in de link. Maak de tekst korter.");
  else {
    choose(choice);
    tell(`Toegevoegd: ${titleOf(measure)}. ${measures.length} van ${MOST} maatregelen.`);
  }
  const row = outcome.querySelectorAll("tbody tr")[place < 0 ? measures.length - 1 : place];
  /** @type {HTMLElement | null | undefined} */
  const next = row?.querySelector("input, select");
  if (measures.includes(measure) || place >= 0) next?.focus();
}

/** What to say of kansen in a link that are no longer here. @param {string[]} gone */
const lost = (gone) =>
  gone
    .map((code) => data.ingetrokken[code] ?? code.replaceAll("-", " "))
    .map((name) => `De kans “${name}” staat niet meer op deze site en is weggelaten.`)
    .join(" ");

/** @param {string | undefined} address */
async function fetched(address) {
  const response = await fetch(address ?? "");
  return response.ok ? response.json() : Promise.reject(response);
}

/** Adds to all choices what the site thinks of them: the same file, whatever is chosen. */
async function addVerdicts() {
  const more = await fetched(tool.dataset.oordelen);
  for (const [i, scenario] of data.scenarios.entries()) scenario.push(...more.scenarios[i]);
  for (const [i, kans] of data.kansen.entries()) kans.push(...more.kansen[i]);
}

/** Does something as soon as that is known. @param {() => void} act */
function withVerdicts(act) {
  verdicts ??= addVerdicts();
  verdicts.then(act, () => {
    verdicts = undefined;
    tell(UNREADABLE);
  });
}

/** Shows what the address asks; a link to a place on the page leaves the choice as it is. */
function read() {
  const { hash } = location;
  const code = addedCode(hash);
  answers = { ...answers, ...history.state?.answers };
  if (code) {
    remember(false);
    show();
    if (kansen.has(code)) add(ofKans(code));
    else tell(lost([code]));
    return;
  }
  if (!hash || hash.startsWith("#w=")) {
    const choice = fromFragment(hash, (other) => kansen.has(other));
    measures = choice.measures;
    tell(SENTENCES[choice.problem || "leeg"] || lost(choice.gone));
    if (choice.problem || choice.gone.length) remember(false);
  } else if (measures.length) remember(false);
  show();
}

function showExample() {
  choose(
    (tool.dataset.voorbeeld ?? "")
      .split(",")
      .filter((code) => kansen.has(code))
      .map(ofKans),
  );
  find("input", outcome).focus();
  tell("Drie kansen om mee te beginnen. Vraag bij elk eerst waardoor zij zou mislukken.");
}

function listen() {
  const [kansForm, ownForm] = findAll("form", choosing);
  kansForm.addEventListener("submit", (event) => {
    event.preventDefault();
    const measure = ofKans(list.value);
    withVerdicts(() => add(measure));
  });
  ownForm.addEventListener("submit", (event) => {
    event.preventDefault();
    const measure = ofReader(field.value);
    if (!measure.text) return tell("Typ eerst een maatregel, of kies een kans.");
    withVerdicts(() => {
      add(measure);
      if (measures.includes(measure)) field.value = "";
    });
  });
  example.addEventListener("click", () => withVerdicts(showExample));
  restart.addEventListener("click", () => {
    choose([]);
    list.focus();
    tell("U begint opnieuw.");
  });
  print.addEventListener("click", () => printPage("memo"));
  makeCopy(copyLink, () => location.href, message);
  const blank = element("button", { type: "button", className: "knop knop-rand" }, "Print het lege blad");
  blank.addEventListener("click", () => printPage("blad"));
  find("#blad").append(element("p", { className: "knoppen" }, blank));
  addEventListener("popstate", () => withVerdicts(read));
}

async function start() {
  data = await fetched(tool.dataset.keuzes);
  for (const kans of data.kansen) kansen.set(kans[0], kans);
  for (const [i, trend] of data.trends.entries()) {
    const group = element("optgroup", { label: trend });
    for (const [code, title, of] of data.kansen) if (of === i) group.append(new Option(title, code));
    list.append(group);
  }
  listen();
  if (location.hash) withVerdicts(read);
  else read();
}

start().catch(() => tell(UNREADABLE));
