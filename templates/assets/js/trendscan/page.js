// The trendscan: asks the statements one by one, keeps the answers in the fragment, and shows what they come to.

import { copy } from "../copy.js";
import { element, find, findAll, setText } from "../dom.js";
import { icon } from "../icon.js";
import { cleaned, SENTENCES } from "../state.js";
import { actionRow, dayInWords, kansenOf, proposed } from "./actions.js";
import { emptyScan, fragmentOf, isWhole, LONGEST_WHO, scanFrom } from "./answers.js";
import { scale, street } from "./drawing.js";
import { dividedIn, groupFrom } from "./group.js";
import { firstOf, headline, inWords, scoresOf, written } from "./outcome.js";
import { calendar } from "./reminders.js";

/** @import { Kans } from "./actions.js" */
/** @import { Pair } from "./answers.js" */
/** @import { Score, Trend } from "./outcome.js" */
/** What the history remembers of a view. @typedef {{ stap: number, uitslag: boolean }} View */

const page = find(".scan");
const title = find("h1");
const lead = find(".lead");
const message = find("#scan-melding");
const form = /** @type {HTMLFormElement} */ (find(".scan form"));
const cards = findAll(".stelling");
const pasted = /** @type {HTMLTextAreaElement} */ (find("#links"));
const OPENING = [title.textContent, lead.textContent ?? ""];
const numbers = cards.map(({ dataset }) => Number(dataset.nummer));
const kansen = kansenOf();
/** @type {Trend[]} */
const trends = [];
for (const [i, card] of cards.entries()) {
  const word = card.dataset.trend ?? "";
  const known = trends.find((trend) => trend.word === word);
  if (known) known.numbers.push(numbers[i]);
  else trends.push({ word, title: card.querySelector(".trendlabel")?.textContent ?? word, numbers: [numbers[i]] });
}

let scan = emptyScan();
/** @type {View} */
let view = { stap: 0, uitslag: false };
/** The kansen of the three actions. @type {Kans[]} */
let chosen = [];

const textOf = (/** @type {number} */ number) => cards[numbers.indexOf(number)]?.querySelector("h3")?.textContent ?? "";
const lacking = () => trends.filter((trend) => !trend.numbers.some((number) => isWhole(scan.pairs.get(number))));
const address = () => location.pathname + fragmentOf(scan);
const save = () => history.replaceState(view, "", address());
const say = (/** @type {string} */ text) => setText(message, text);

/** Another view of the same page, one step of the way back. @param {View} next @param {HTMLElement} focus */
function go(next, focus) {
  view = next;
  history.pushState(view, "", address());
  show();
  focus.focus();
}

// -- the statements ---------------------------------------------------------------------------------------------------

function showStatements() {
  for (const [i, card] of cards.entries()) card.hidden = i !== view.stap;
  const last = view.stap === cards.length - 1;
  find("[data-doe=vorige]").hidden = view.stap === 0;
  find("[data-doe=volgende]").hidden = last;
  find("[data-doe=uitslag]").hidden =
    view.uitslag || !(last || numbers.every((number) => isWhole(scan.pairs.get(number))));
  const answers = [...scan.pairs.values()].flat().filter((value) => value !== null).length;
  setText(find("#voortgang"), `${answers} van ${2 * cards.length} antwoorden`);
  find("#stellingen h2").textContent = view.uitslag ? "Antwoorden aanpassen" : "De stellingen";
}

/** The form as the scan says. */
function fillForm() {
  form.reset();
  for (const [number, pair] of scan.pairs) {
    for (const [i, name] of ["i", "v"].entries()) {
      const radio = form.querySelector(`[name="${name}${number}"][value="${pair[i]}"]`);
      if (radio instanceof HTMLInputElement) radio.checked = true;
    }
  }
  form.klasse.value = scan.size;
  form.termijn.value = scan.start;
}

function readForm() {
  const data = new FormData(form);
  const value = (/** @type {string} */ name) => (data.has(name) ? Number(data.get(name)) : null);
  scan.pairs = new Map();
  for (const number of numbers) {
    const pair = /** @type {Pair} */ ([value(`i${number}`), value(`v${number}`)]);
    if (pair[0] !== null || pair[1] !== null) scan.pairs.set(number, pair);
  }
  scan.size = Number(data.get("klasse"));
  scan.start = Number(data.get("termijn"));
}

/** @param {number} step */
function turnTo(step) {
  view = { ...view, stap: Math.min(Math.max(step, 0), cards.length - 1) };
  save();
  showStatements();
  find("h3", cards[view.stap]).focus();
}

// -- the outcome ------------------------------------------------------------------------------------------------------

/** @param {Score} score @param {Score[]} scores */
function row(score, scores) {
  const { word, title: name, influence, readiness, urgency, place } = score;
  const isTie = scores.filter((other) => other.place === place).length > 1;
  const label = element("span", { className: "trendlabel" }, icon(`trend-${word}`), name);
  const drawn = element("td", { className: "scan-schaal", ariaHidden: "true" }, scale(score));
  const values = [influence, readiness].map((value) => element("td", {}, written(value)));
  const end = element("td", {}, element("b", {}, written(urgency)), isTie ? " gelijk" : "");
  const head = element("th", { scope: "row" }, label);
  return element("tr", { className: `trend-${word}` }, element("td", {}, String(place)), head, ...values, drawn, end);
}

function showOutcome() {
  const scores = scoresOf(trends, scan.pairs);
  const [words, sentence] = headline(scores);
  setText(title, words);
  const group = scan.people ? `Uitslag van ${scan.people} mensen. ` : "";
  setText(lead, group + sentence);
  const caption = "Uw straat: hoe hoger het huis, hoe urgenter. Verlicht is wat al klaar is.";
  find("#straat").replaceChildren(street(scores), element("figcaption", { className: "klein" }, caption));
  find("#volgorde tbody").replaceChildren(...scores.map((score) => row(score, scores)));
  const skipped = numbers.filter((number) => !isWhole(scan.pairs.get(number))).length;
  const one = "1 stelling is niet helemaal ingevuld en telt niet mee.";
  setText(
    find("#overgeslagen"),
    skipped > 1 ? `${skipped} stellingen zijn niet helemaal ingevuld en tellen niet mee.` : skipped ? one : "",
  );
  showActions(scores);
  showDivision();
}

/** @param {Score[]} scores */
function showActions(scores) {
  const fitting = proposed(kansen, firstOf(scores), scan.size, scan.start);
  find("#maandag").hidden = !fitting.length;
  const free = fitting.filter(({ code }) => !scan.actions.some(({ kans }) => kans === code));
  chosen = fitting.map(
    (_, i) => kansen.find(({ code }) => code === scan.actions[i].kans) ?? free.shift() ?? fitting[i],
  );
  const rows = chosen.map((kans, i) =>
    actionRow(scan.actions[i], kans, kansen, scores, scan, i, (change) => {
      if (change.who !== undefined) change.who = cleaned(change.who, LONGEST_WHO);
      Object.assign(scan.actions[i], change);
      save();
      showActions(scores);
      if (change.kans) find(`#kans-${i}`).focus();
    }),
  );
  find("#maandag ol").replaceChildren(...rows);
}

function showDivision() {
  const box = find("#verdeeld");
  box.hidden = !scan.people;
  const divided = dividedIn(scan.spread).filter((number) => numbers.includes(number));
  const range = (/** @type {number} */ low, /** @type {number} */ high) =>
    low === high ? `allen ${low}` : `${low} tot ${high}`;
  const cell = (/** @type {number} */ number, /** @type {number} */ i) => {
    const ends = scan.spread.get(number) ?? [];
    return element(
      "td",
      {},
      `${written(scan.pairs.get(number)?.[i] ?? 0)} `,
      element("small", {}, range(ends[2 * i], ends[2 * i + 1])),
    );
  };
  const table = (/** @type {number[]} */ rows, /** @type {string} */ caption) => {
    const heads = ["Stelling", "Invloed", "Voorbereid"].map((text) => element("th", { scope: "col" }, text));
    const body = rows.map((number) =>
      element("tr", {}, element("th", { scope: "row" }, textOf(number)), cell(number, 0), cell(number, 1)),
    );
    return element(
      "table",
      {},
      element("caption", { className: "klein" }, caption),
      element("thead", {}, element("tr", {}, ...heads)),
      element("tbody", {}, ...body),
    );
  };
  const caption = "Het midden van de groep, en de laagste tot de hoogste";
  const others = numbers.filter((number) => scan.spread.has(number) && !divided.includes(number));
  const heading = divided.length ? "Hier was uw groep verdeeld" : "Uw groep was het overal bijna eens";
  const advice = divided.length
    ? "Praat hier eerst over: de antwoorden liggen drie punten of meer uit elkaar."
    : "Nergens lagen de antwoorden drie punten uit elkaar.";
  box.replaceChildren(element("h2", {}, heading), element("p", {}, advice));
  if (divided.length) box.append(table(divided, caption));
  if (others.length)
    box.append(
      element(
        "details",
        { className: "lade" },
        element("summary", {}, "Alle andere stellingen"),
        table(others, caption),
      ),
    );
}

function show() {
  page.classList.toggle("uitslag", view.uitslag);
  for (const id of ["volgorde", "straat"]) find(`#${id}`).hidden = !view.uitslag;
  for (const id of ["maandag", "verdeeld"]) find(`#${id}`).hidden = true;
  find("#uitleg").hidden = view.uitslag;
  find("#stellingen").hidden = scan.people > 0;
  showStatements();
  if (view.uitslag) showOutcome();
  else for (const [i, place] of [title, lead].entries()) setText(place, OPENING[i]);
}

// -- the address ------------------------------------------------------------------------------------------------------

/** What the address holds; an anchor of the page is none of ours, so the answers stay. */
function read() {
  if (location.hash && !/^#[sg]=/.test(location.hash)) {
    save();
    return;
  }
  const { scan: written_, problem } = scanFrom(location.hash);
  scan = written_ ?? emptyScan();
  const lost = [...scan.pairs.keys()].filter((number) => !numbers.includes(number));
  for (const number of lost) {
    scan.pairs.delete(number);
    scan.spread.delete(number);
  }
  const gone = scan.actions.filter(({ kans }) => kans && !kansen.some(({ code }) => code === kans));
  for (const action of gone) action.kans = "";
  const isDone = scan.pairs.size > 0 && !lacking().length;
  const open = numbers.findIndex((number) => !isWhole(scan.pairs.get(number)));
  const { stap = Math.max(open, 0), uitslag = isDone } = history.state ?? {};
  view = {
    stap: Math.min(Math.max(Number(stap) || 0, 0), cards.length - 1),
    uitslag: isDone && (Boolean(uitslag) || scan.people > 0),
  };
  const notes = [problem && SENTENCES[problem]];
  if (lost.length)
    notes.push(
      `${lost.length === 1 ? "Eén stelling" : `${lost.length} stellingen`} uit deze link bestaat niet meer; de andere antwoorden staan er nog.`,
    );
  if (gone.length) notes.push("Een kans uit deze link bestaat niet meer; er staat nu een andere.");
  if (!problem && scan.people && !isDone) {
    notes.push("In deze uitslag van een groep ontbreekt een trend. Vraag de links van de groep nog eens.");
    scan = emptyScan();
  }
  say(notes.filter(Boolean).join(" "));
  if (location.hash) save();
  fillForm();
  show();
}

/** @type {Record<string, (button: HTMLElement) => void>} */
const DEEDS = {
  vorige: () => turnTo(view.stap - 1),
  volgende: () => turnTo(view.stap + 1),
  uitslag: () => {
    const missing = lacking();
    if (!missing.length) {
      say("");
      go({ ...view, uitslag: true }, title);
      return;
    }
    say(
      `Vul bij elke trend minstens één stelling helemaal in. Nog te doen: ${inWords(missing.map((trend) => trend.title.toLowerCase()))}.`,
    );
    turnTo(numbers.indexOf(missing[0].numbers[0]));
  },
  print: () => print(),
  kopieer: async () =>
    say(
      (await copy(location.href)) ? "De link is gekopieerd." : `Kopiëren lukt niet. Dit is de link: ${location.href}`,
    ),
  agenda: () => {
    const dated = chosen.flatMap((kans, i) => (scan.actions[i].day ? [{ ...kans, ...scan.actions[i] }] : []));
    if (!dated.length) {
      say("Zet eerst bij een actie wanneer u begint.");
      return;
    }
    const items = dated.map(({ code, day, title: name, step, who, href }, i) => ({
      id: `${code}-${i}`,
      day,
      title: name,
      text: `Eerste stap: ${step}\n${who ? `Wie: ${who}\n` : ""}${href}`,
    }));
    const href = URL.createObjectURL(new Blob([calendar(items, new Date())], { type: "text/calendar" }));
    element("a", { href, download: "maandaglijst.ics" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
    say(`In het bestand maandaglijst.ics staat: ${inWords(dated.map(({ day }) => dayInWords(day)))}.`);
  },
  groep: () => {
    const { scan: group, message: words } = groupFrom(pasted.value);
    setText(find("#groep-melding"), words);
    if (!group) return;
    const kept = scan;
    scan = group;
    const missing = lacking();
    if (missing.length) {
      scan = kept;
      setText(
        find("#groep-melding"),
        `${words} Niemand vulde iets in bij: ${inWords(missing.map((trend) => trend.title.toLowerCase()))}.`,
      );
      return;
    }
    go({ stap: 0, uitslag: true }, title);
  },
};

page.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  if (button?.dataset.doe) DEEDS[button.dataset.doe](button);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  readForm();
  save();
  showStatements();
  if (!view.uitslag) return;
  if (lacking().length) view.uitslag = false;
  show();
});
addEventListener("popstate", read);
find("#groep").hidden = false;
find("#stellingen .knoppen").hidden = false;
read();
