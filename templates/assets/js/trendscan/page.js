// The trendscan: asks the statements one by one, keeps the answers in the fragment, and shows what they come to.

import { element, find, findAll, setText } from "../dom.js";
import { cleaned, SENTENCES } from "../state.js";
import { copy, printPage, saveFile } from "../taking.js";
import { proposed } from "./actions.js";
import { emptyScan, fragmentOf, isWhole, scanFrom } from "./answers.js";
import { drawHouse, drawScale } from "./drawing.js";
import { groupFrom, isDivided, width } from "./group.js";
import { firstOf, headline, names, scoresOf, written } from "./outcome.js";

/** @import { Kans } from "./actions.js" */
/** @import { Action } from "./answers.js" */
/** @import { Score, Sentence, Trend } from "./outcome.js" */

const page = find(".scan");
const title = find("h1");
const lead = find(".lead");
const message = find("#scan-melding");
const form = /** @type {HTMLFormElement} */ (find(".scan form"));
const cards = findAll(".stelling");
const sentences = /** @type {HTMLTemplateElement} */ (find("#zinnen")).content;
/** A sentence of the page, with numbers or words in place of its dots. @type {Sentence} */
const sentence = (name, ...values) =>
  values.reduce(
    (/** @type {string} */ text, value) => text.replace("…", `${value}`),
    find(`[data-zin=${name}]`, sentences).textContent,
  );
const opening = title.textContent;
const numbers = cards.map(({ dataset }) => Number(dataset.nummer));
/** @type {Kans[]} */
const kansen = await fetch(/** @type {string} */ (page.dataset.gegevens))
  .then((response) => response.json())
  .then(([names, ...rows]) =>
    rows.map((/** @type {unknown[]} */ row) => Object.fromEntries(row.map((value, i) => [names[i], value]))),
  )
  .catch(() => []);
const kansOf = (/** @type {string} */ wanted) => kansen.find(({ code }) => code === wanted);
/** By word: its row in the table and its house. @type {Map<string, [row: HTMLTableRowElement, house: Element]>} */
const drawings = new Map();
/** @type {Trend[]} */
const trends = findAll("#volgorde tbody tr").map((row, i) => {
  const word = row.className.replace("trend-", "");
  drawings.set(word, [/** @type {HTMLTableRowElement} */ (row), find(".scan-straat").children[i]]);
  const own = numbers.filter((_, at) => cards[at].dataset.trend === word);
  return { word, title: find("th", row).textContent, numbers: own };
});

let scan = emptyScan();
/** What the history remembers of a view. */
let view = { stap: 0, uitslag: false };
/** The kansen of the three actions. @type {Kans[]} */
let chosen = [];
/** What the rows of the actions were made from: making them takes long. */
let shown = "";

const isDone = () => scan.pairs.size > 0 && !lacking().length;
const lacking = () => trends.filter((trend) => !trend.numbers.some((number) => isWhole(scan.pairs.get(number))));
const unanswered = () => numbers.filter((number) => !isWhole(scan.pairs.get(number)));
const address = () => location.pathname + fragmentOf(scan);
const save = () => history.replaceState(view, "", address());
const say = (/** @type {string} */ text) => setText(message, text);
const hide = (/** @type {string} */ selector, /** @type {boolean} */ hidden) => {
  for (const place of findAll(selector)) place.hidden = hidden;
};

/** The outcome, one step of the way back. */
function goToOutcome() {
  view.uitslag = true;
  history.pushState(view, "", address());
  show();
  title.focus();
}

/** @param {number} step */
function turnTo(step) {
  view.stap = step;
  save();
  showStatements();
  find("h3", cards[step]).focus();
}

function showStatements() {
  for (const [i, card] of cards.entries()) card.hidden = i !== view.stap;
  const isLast = view.stap === cards.length - 1;
  hide("[data-doe=vorige]", !view.stap);
  hide("[data-doe=volgende]", isLast);
  hide("[data-doe=uitslag]", view.uitslag || (!isLast && unanswered().length > 0));
  const answers = [...scan.pairs.values()].flat().join("").length;
  setText(find("#voortgang"), `${answers} van ${2 * cards.length} antwoorden`);
}

function fillForm() {
  form.reset();
  for (const [number, pair] of scan.pairs) {
    for (const [i, value] of pair.entries()) form[`${"iv"[i]}${number}`].value = value;
  }
  form.klasse.value = scan.size;
  form.termijn.value = scan.start;
}

function readForm() {
  scan.pairs.clear();
  for (const number of numbers) {
    const pair = ["i", "v"].map((name) => form[name + number].value).map((value) => (value ? Number(value) : null));
    if (pair.join("")) scan.pairs.set(number, pair);
  }
  scan.size = Number(form.klasse.value);
  scan.start = Number(form.termijn.value);
}

function showOutcome() {
  const scores = scoresOf(trends, scan.pairs);
  const [words, reason] = headline(scores, sentence);
  setText(title, words);
  setText(lead, (scan.people ? sentence("uitslag-groep", scan.people) : "") + reason);
  for (const [i, score] of scores.entries()) {
    const [row, house] = /** @type {[HTMLTableRowElement, Element]} */ (drawings.get(score.word));
    const [place, , influence, readiness, scale, urgency] = row.cells;
    place.textContent = `${score.place}`;
    influence.textContent = written(score.influence);
    readiness.textContent = written(score.readiness);
    urgency.textContent = written(score.urgency);
    drawScale(scale.children[0], score);
    drawHouse(house, score, i);
    row.parentElement?.append(row);
  }
  const skipped = unanswered().length;
  setText(find("#overgeslagen"), skipped ? sentence("niet-geteld", skipped) : "");
  showActions(scores);
  showDivision();
}

/** @param {Score[]} scores */
function showActions(scores) {
  const fitting = proposed(kansen, firstOf(scores), scan.size, scan.start);
  const free = fitting.filter(({ code }) => !scan.actions.some(({ kans }) => kans === code));
  chosen = fitting.map((kans, i) => kansOf(scan.actions[i].kans) ?? free.shift() ?? kans);
  hide("#maandag", !chosen.length);
  const known = JSON.stringify([chosen, scan.actions, scan.size]);
  if (known === shown) return;
  shown = known;
  find("#maandag ol").replaceChildren(...chosen.map((kans, i) => actionRow(kans, scan.actions[i])));
}

/** @param {Kans} kans @param {Action} action */
function actionRow(kans, action) {
  const { content } = /** @type {HTMLTemplateElement} */ (find("#actie"));
  const row = /** @type {HTMLElement} */ (find("li", content).cloneNode(true));
  const [link] = findAll("a", row);
  const [choice, who, day] = /** @type {HTMLInputElement[]} */ (findAll("select, input", row));
  for (const { title: label, word } of trends) {
    const own = kansen.filter(({ trend }) => trend === word).map(({ titel, code }) => new Option(titel, code));
    choice.append(element("optgroup", { label }, ...own));
  }
  const showKans = () => {
    const { titel: textContent, adres: href, aanpak, plaatsen, stap, trend, wie } = kans;
    row.className = `trend-${trend}`;
    Object.assign(link, { textContent, href });
    setText(find("span", row), stap);
    /** @type {(string | Node)[]} */
    const more = [sentence("aan-zet", wie)];
    const town = plaatsen[scan.size];
    if (town) more.push(sentence("gemeente", town));
    if (aanpak) more.push(sentence("aanpak"), element("a", { href: aanpak[1] }, aanpak[0]), ".");
    find(".noot-regel", row).replaceChildren(...more);
  };
  choice.value = kans.code;
  who.value = action.who;
  day.value = action.day;
  row.addEventListener("change", () => {
    if (choice.value !== kans.code) {
      action.kans = choice.value;
      const at = chosen.indexOf(kans);
      kans = chosen[at] = kansOf(choice.value) ?? kans;
    }
    action.who = who.value = cleaned(who.value, who.maxLength);
    action.day = day.value;
    save();
    showKans();
  });
  showKans();
  return row;
}

/** The statements about which a group was most divided come first. */
function showDivision() {
  hide("#verdeeld", !scan.people);
  const widths = [...scan.spread].sort((a, b) => width(b[1]) - width(a[1]));
  const rows = widths.map(([number, ends]) => {
    const row = /** @type {HTMLTableRowElement} */ (find(`#verdeeld [data-nummer="${number}"]`));
    row.hidden = false;
    row.className = isDivided(ends) ? "verdeeld" : "";
    for (const [i, middle] of (scan.pairs.get(number) ?? []).entries()) {
      row.cells[i + 1].textContent = `${written(Number(middle))} (${ends[2 * i]} tot ${ends[2 * i + 1]})`;
    }
    return row;
  });
  find("#verdeeld tbody").append(...rows);
  setText(find("#verdeeld h2"), sentence(rows[0]?.className ? "was-verdeeld" : "was-eens"));
}

function show() {
  const { uitslag } = view;
  page.classList.toggle("uitslag", uitslag);
  hide("#volgorde, #straat", !uitslag);
  hide("#maandag, #verdeeld, #verdeeld tbody tr", true);
  hide("#uitleg", uitslag);
  hide("#stellingen", scan.people > 0);
  setText(find("#stellingen h2"), sentence(uitslag ? "aanpassen" : "vragen"));
  showStatements();
  if (uitslag) return showOutcome();
  setText(title, opening);
  setText(lead, sentence("lead"));
}

/** Shows what the address holds; an anchor on the page is none of ours, so the answers stay. */
function read() {
  if (location.hash && !/^#[sg]=/.test(location.hash)) {
    save();
    return;
  }
  const link = scanFrom(location.hash);
  scan = link.scan ?? emptyScan();
  const lost = [...scan.pairs.keys()].filter((number) => !numbers.includes(number));
  for (const number of lost) scan.pairs.delete(number) && scan.spread.delete(number);
  const gone = scan.actions.filter(({ kans }) => kans && kansen.length && !kansOf(kans));
  for (const action of gone) action.kans = "";
  const notes = link.problem ? [SENTENCES[link.problem]] : [];
  if (lost.length) notes.push(sentence("vervallen", lost.length));
  if (gone.length) notes.push(sentence("kans-weg"));
  if (scan.people && !isDone()) {
    notes.push(sentence("trend-weg"));
    scan = emptyScan();
  }
  say(notes.join(" "));
  const { stap = Math.max(0, numbers.indexOf(unanswered()[0])), uitslag = true } = history.state ?? {};
  view = { stap: cards[stap] ? stap : 0, uitslag: isDone() && uitslag };
  if (location.hash) save();
  fillForm();
  show();
}

/** @type {Record<string, () => void>} */
const deeds = {
  vorige: () => turnTo(view.stap - 1),
  volgende: () => turnTo(view.stap + 1),
  uitslag: () => {
    const missing = lacking();
    say(missing.length ? sentence("nog-te-doen", names(missing)) : "");
    if (missing.length) turnTo(numbers.indexOf(missing[0].numbers[0]));
    else goToOutcome();
  },
  print: () => printPage(),
  kopieer: async () =>
    say((await copy(location.href)) ? sentence("gekopieerd") : sentence("kopieer-zelf", location.href)),
  agenda: async () => {
    const reminders = chosen.flatMap(({ code, titel: title, stap, adres }, i) => {
      const { day, who } = scan.actions[i];
      const text = `${stap}\n${who && `Wie: ${who}\n`}${location.origin}${adres}`;
      return day ? [{ id: `${code}${i}`, day, title, text }] : [];
    });
    if (!reminders.length) {
      return say(sentence("geen-datum"));
    }
    try {
      const { calendar } = await import("../reminders.js");
      saveFile("maandaglijst.ics", "text/calendar", calendar(reminders, new Date()));
      say(sentence("agenda", reminders.length));
    } catch {
      say(sentence("agenda-niet"));
    }
  },
  groep: () => {
    /** @type {HTMLTextAreaElement} */
    const box = find("#links");
    const group = groupFrom(box.value);
    const own = scan;
    scan = group.scan ?? own;
    const missing = group.scan ? lacking() : [];
    const notes = group.notes.map(([name, count]) => sentence(name, count));
    if (missing.length) notes.push(sentence("niemand", names(missing)));
    setText(find("#groep-melding"), notes.join(" "));
    if (missing.length) scan = own;
    else if (group.scan) goToOutcome();
  },
};

page.addEventListener("click", ({ target }) => {
  const button = /** @type {HTMLElement} */ (target).closest("button");
  if (button) deeds[button.dataset.doe ?? ""]();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  readForm();
  view.uitslag &&= isDone();
  save();
  show();
});
addEventListener("popstate", read);
hide("#groep", false);
hide("#stellingen .knoppen", false);
read();
