// Makes a mail, a file or a text of what somebody brings. Nothing is stored or sent here: a reader does that.

import { find, findAll, setText } from "../dom.js";
import { copy, printPage, saveFile } from "../taking.js";
import { askedBy, faultOf, fieldsOf, slugOfMunicipality, valuesOf, wordsOf } from "./answers.js";
import { fileOf, plain, slugOf } from "./file.js";
import { mailOf } from "./mail.js";

/** @import { Answers } from "./file.js" */

const NEW = "nieuw";
const section = find("#brengen");
/** @type {HTMLFormElement} */
const form = find("form", section);
const message = find("#meldingen");
const letter = find("#uw-tekst");
/** Only where there is a mailbox. @type {HTMLAnchorElement | null} */
const mail = find("[data-doe=mail]", form);
const contact = new RegExp(section.dataset.contact ?? "");
const questions = findAll("[data-vraag]", form);
const asked = (/** @type {string} */ name) => find(`[data-vraag=${name}]`, form);
const typed = (/** @type {string} */ name) => valuesOf(asked(name)).join(", ");
const kind = () => form.wat.value;
const shown = () => questions.filter((question) => !question.closest("[hidden]"));
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** All that was answered, as a text to read. */
function written() {
  const answers = shown()
    .map((question) => [askedBy(question), wordsOf(question).join(", ")])
    .filter(([, words]) => words);
  return answers.map(([question, words]) => `${question}\n${words}\n`).join("\n");
}

function subject() {
  const name = find("input:checked", find("[data-soorten]", form)).parentElement?.textContent?.trim() ?? "";
  return kind() === NEW ? `Nieuwe praktijk: ${plain(typed("titel"), 80)}` : `${name}: ${plain(typed("over"), 80)}`;
}

/** The mail holds what the form says now. */
function refresh() {
  if (mail) mail.href = mailOf(section.dataset.mail ?? "", subject(), written()).link;
}

/** What is asked for a kind. */
function ask() {
  for (const part of findAll("[data-bij]", form))
    part.hidden = part.dataset.bij === "melding" ? kind() === NEW : part.dataset.bij !== kind();
  refresh();
}

/** Says at each field what is wrong with it, and goes to the first. @param {HTMLElement[]} places */
function isRight(places) {
  let first;
  let faults = 0;
  for (const question of places) {
    const fault = faultOf(question, kind() === NEW ? contact : /(?!)/, form.land.value !== "NL");
    const place = find(".fout", question);
    setText(place, fault);
    place.hidden = !fault;
    for (const field of fieldsOf(question)) field.ariaInvalid = fault ? "true" : null;
    if (!fault) continue;
    faults += 1;
    first ??= fieldsOf(question)[0];
  }
  setText(message, faults ? `${faults === 1 ? "Eén vraag is" : `${faults} vragen zijn`} nog niet goed ingevuld.` : "");
  first?.focus();
  return !faults;
}

/** Shows the text, to read, to copy by hand and to print. */
function showLetter() {
  setText(find("pre", letter), `${subject()}\n\n${written()}`);
  letter.hidden = false;
}

/** @returns {Answers} */
function answers() {
  const texts = Object.fromEntries(
    questions.map((question) => [question.dataset.vraag, valuesOf(question).join("\n")]),
  );
  const municipality = slugOfMunicipality(asked("gemeente"), texts.gemeente);
  return /** @type {any} */ ({
    ...texts,
    trends: valuesOf(asked("trends")),
    instrumenten: valuesOf(asked("instrumenten")),
    gemeenten: municipality ? [municipality] : [],
  });
}

function periodIsRight() {
  const [start, end] = [typed("start"), typed("eind")];
  const shortest = Math.min(start.length, end.length);
  if (!start || !end || end.slice(0, shortest) >= start.slice(0, shortest)) return true;
  const place = find(".fout", asked("eind"));
  setText(place, "Dit ligt voor het begin. Controleer allebei.");
  place.hidden = false;
  setText(message, "Eén vraag is nog niet goed ingevuld.");
  fieldsOf(asked("eind"))[0].focus();
  return false;
}

/** The questions that a text cannot do without; the file asks more. */
const least = () => (kind() === NEW ? [asked("titel")] : shown());

/** @type {Record<string, (event: Event) => void>} */
const deeds = {
  bestand() {
    if (!isRight(shown()) || !periodIsRight()) return;
    const given = answers();
    const name = `${slugOf([...given.gemeenten, given.titel].join(" "))}.md`;
    saveFile(name, "text/markdown", fileOf(given, today()));
    setText(message, `Het bestand ${name} is gemaakt en staat bij uw downloads. ${section.dataset.daarna}`);
  },
  async mail(event) {
    if (!isRight(least())) return event.preventDefault();
    refresh();
    if (mailOf(section.dataset.mail ?? "", subject(), written()).fits) return;
    showLetter();
    const done = await copy(written());
    setText(
      message,
      done
        ? "De tekst is te lang voor een link naar uw mailprogramma. Hij is gekopieerd: plak hem in de mail."
        : "De tekst is te lang voor een link naar uw mailprogramma. Kopieer hem hieronder en plak hem in de mail.",
    );
  },
  async kopieer() {
    if (!isRight(least())) return;
    showLetter();
    const done = await copy(written());
    setText(
      message,
      done ? "De tekst is gekopieerd." : "Kopiëren mag hier niet van de browser. Selecteer de tekst hieronder.",
    );
  },
  print() {
    if (!isRight(least())) return;
    showLetter();
    printPage("uw-tekst");
  },
  leeg: () => printPage("op-papier"),
};

function read() {
  const asks = new URLSearchParams(location.search);
  const [what, about] = [asks.get("wat"), asks.get("over") ?? ""];
  const choice = findAll("[name=wat]", form).find((one) => /** @type {HTMLInputElement} */ (one).value === what);
  if (choice) /** @type {HTMLInputElement} */ (choice).checked = true;
  if (/^\/(?!\/)[\w~/.-]*$/.test(about)) form.over.value = section.dataset.site + about;
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  const question = /** @type {HTMLElement} */ (target).closest("[data-vraag]");
  if (question && !find(".fout", question).hidden) isRight([/** @type {HTMLElement} */ (question)]);
  if (/** @type {HTMLInputElement} */ (target).name === "wat") ask();
  else refresh();
});
form.addEventListener("click", (event) => {
  const deed = /** @type {HTMLElement} */ (event.target).closest("[data-doe]");
  if (deed) deeds[/** @type {HTMLElement} */ (deed).dataset.doe ?? ""](event);
});

read();
ask();
