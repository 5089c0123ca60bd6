// Makes a nota of up to three praktijken. Choice and words are in the fragment, which no server sees; of a praktijk
// that is chosen the page asks what it gives.

import { element, find, findAll, setText } from "../dom.js";
import { icon } from "../icon.js";
import { SENTENCES } from "../state.js";
import { copy, printPage, saveFile } from "../taking.js";
import { assembled } from "./assembly.js";
import { emptyChoice, fitted, fromFragment, LENGTHS, LONGEST_LINK, MOST, SLUG, textFor, toFragment } from "./choice.js";
import { fill } from "./filling.js";
import { toDocument, toHtml, toMarkdown } from "./written.js";

/** @import { Contribution, Line } from "./assembly.js" */
/** @import { Choice } from "./choice.js" */
/** @typedef {[slug: string, titel: string]} Praktijk */
/** What a praktijk gives; null is no answer. @typedef {Contribution | "weg" | null} Given */
/** @typedef {keyof typeof LENGTHS} Field */

const TITLES = ["", "Nota over één praktijk", "Nota over twee praktijken", "Nota over drie praktijken"];
const tool = find(".nota-maken");
const article = find(".nota");
const message = find("#meldingen");
const offers = find("[data-vak=keuze]");
const taking = find("[data-vak=nemen]");
const chips = find("[data-vak=gekozen]");
/** @type {HTMLFormElement} */
const words = find("form", tool);
const picker = find(".nota-zoek", tool);
/** @type {HTMLInputElement} */
const search = find("#filter-praktijk");
const [title, ...rest] = /** @type {HTMLElement[]} */ ([...article.children]);
const foot = rest[rest.length - 1];
const question = find("[data-deel=vraag]", article);
const caveats = findAll("[data-deel=kanttekeningen] span", article);
const ALWAYS = caveats.map((place) => /** @type {Line} */ (["", place.textContent]));
/** @type {Line} */
const CUT = ["", tool.dataset.ingekort ?? ""];
const FIELDS = /** @type {Field[]} */ (Object.keys(LENGTHS));
/** @type {Map<string, Given>} */
const loaded = new Map();
/** @type {Promise<Praktijk[]> | undefined} */
let names;
let choice = emptyChoice();

const say = (/** @type {string} */ text) => setText(message, text);
const UNREACHABLE = "De praktijken zijn nu niet op te halen. Hieronder staan nota’s die al klaar zijn.";
const quoted = (/** @type {string} */ slug) => `“${slug.replaceAll("-", " ")}”`;
const day = new Intl.DateTimeFormat("nl", { dateStyle: "long" }).format(new Date());
const base = location.href.split("#")[0];

/** What a file of the praktijken holds. @param {string} name @returns {Promise<any>} */
async function fetched(name) {
  const file = await fetch(`${tool.dataset.gegevens}${name}.json`);
  return file.status === 404 ? "weg" : file.ok ? file.json() : Promise.reject(file);
}

/** What a praktijk gives; asked for until there is an answer. @param {string} slug */
async function load(slug) {
  const given = loaded.get(slug) ?? (await fetched(`/${slug}`).catch(() => null));
  loaded.set(slug, given);
  return given;
}

/** What has come of a praktijk. @param {string} slug */
function contributionOf(slug) {
  const given = loaded.get(slug);
  return given === "weg" ? null : given;
}

const titleOf = (/** @type {string} */ slug) => contributionOf(slug)?.titel ?? quoted(slug);

/** The names of all praktijken, which only who looks one up needs. */
function allNames() {
  names ??= fetched("").then((/** @type {Praktijk[]} */ list) => {
    find("#filter-praktijken").append(...list.map(([, name]) => new Option(name, name)));
    return list;
  });
  names.catch(() => {
    names = undefined;
  });
  return names;
}

/** Keeps the choice in the address; a question that does not fit there loses its end. @param {"pushState" | "replaceState"} how */
function keep(how) {
  const short = fitted(choice, LONGEST_LINK - base.length);
  history[how](null, "", toFragment(short) || location.pathname + location.search);
  if (short.vraag !== choice.vraag) say("De vraag is te lang voor de link: wie hem opent, mist de laatste woorden.");
}

function showQuestion() {
  const facts = [
    ["Gemeente:", choice.gemeente],
    ["Cijfers:", choice.cijfers],
  ].filter(([, text]) => text);
  const lines = facts.map(([name, text]) => element("p", {}, element("b", {}, name), ` ${text}`));
  const asked = choice.vraag ? [element("p", {}, choice.vraag)] : [];
  question.hidden = !lines.length && !asked.length;
  question.replaceChildren(find(":first-child", question), ...asked, ...lines);
  setText(title, choice.gemeente ? `Nota voor ${choice.gemeente}` : TITLES[choice.slugs.length]);
}

function showChips() {
  const buttons = choice.slugs.map((slug, place) => {
    const name = element("span", { className: "voorlezen" }, "Haal weg: ");
    const button = element("button", { type: "button", className: "chip" }, name, titleOf(slug), icon("kruis"));
    button.addEventListener("click", async () => {
      choice.slugs = choice.slugs.filter((other) => other !== slug);
      await change();
      (findAll("button", chips)[Math.min(place, choice.slugs.length - 1)] ?? search).focus();
    });
    return button;
  });
  chips.replaceChildren(...buttons);
  chips.hidden = !buttons.length;
  picker.hidden = choice.slugs.length >= MOST;
  offers.hidden = true;
}

/** Shows the choice as it is now, and says what could not be had. */
async function show() {
  const { slugs } = choice;
  showQuestion();
  await Promise.all(slugs.map(load));
  if (choice.slugs !== slugs) return;
  const gone = slugs.filter((slug) => loaded.get(slug) === "weg");
  if (gone.length) {
    choice.slugs = slugs.filter((slug) => !gone.includes(slug));
    sayGone(gone.map(quoted));
    keep("replaceState");
  }
  const late = choice.slugs.filter((slug) => !loaded.get(slug)).map(quoted);
  if (late.length) say(`Nu niet op te halen: ${late.join("; ")}. Probeer het straks nog eens; de rest staat er.`);
  showQuestion();
  showChips();
  const contributions = choice.slugs.map(contributionOf).filter((one) => one != null);
  if (contributions.length) fill(article, assembled(contributions, ALWAYS, CUT));
  const pages = contributions.map(({ adres }) => location.origin + adres).join(" ");
  setText(foot, `Gemaakt op ${day} met ${base}. De volledige tekst en de adressen van de bronnen: ${pages}`);
  article.hidden = taking.hidden = !contributions.length;
}

/** @param {string[]} gone */
const sayGone = (gone) => say(`Niet meer op deze site: ${gone.join(" en ")}. De rest staat er nog.`);

/** Another choice of praktijken. */
function change() {
  say("");
  keep("pushState");
  return show();
}

/** @param {string} slug */
async function add(slug) {
  choice.slugs = [...choice.slugs, slug];
  search.value = "";
  await change();
  if (!message.textContent) say(`Toegevoegd: ${titleOf(slug)}. ${TITLES[choice.slugs.length]}.`);
  (picker.hidden ? find("button", taking) : search).focus();
}

/** Adds the one that is meant, or lets a reader choose. @param {string} typed */
async function answer(typed) {
  const [list, { findPraktijken }] = await Promise.all([allNames(), import("../praktijk_names.js")]);
  const fitting = findPraktijken(list, typed).filter(([slug]) => !choice.slugs.includes(slug));
  if (fitting.length === 1) return add(fitting[0][0]);
  const buttons = fitting.map(([slug, name]) => {
    const button = element("button", { type: "button", className: "knop knop-rand" }, name);
    button.addEventListener("click", () => add(slug));
    return button;
  });
  offers.replaceChildren(...buttons);
  offers.hidden = !buttons.length;
  const none = choice.slugs.some((slug) => titleOf(slug) === typed)
    ? "Deze praktijk staat al in de nota."
    : "Geen praktijk heet zo. Probeer een ander woord, of de naam van een plaats.";
  say(buttons.length ? "Meer praktijken passen daarbij. Welke bedoelt u?" : none);
}

/** What an address says, and what is wrong with it. */
function read() {
  if (location.hash && !/^#[np]=/.test(location.hash)) return;
  const reading = fromFragment(location.hash, (slug) => SLUG.test(slug));
  choice = reading.choice;
  for (const name of FIELDS) words[name].value = choice[name];
  say(reading.problem ? SENTENCES[reading.problem] : "");
  if (reading.gone.length) sayGone(reading.gone.map(quoted));
  if (location.hash.startsWith("#p=")) keep("replaceState");
  show();
}

/** @param {string} ending @param {string} type @param {string} text */
function download(ending, type, text) {
  saveFile(`nota.${ending}`, type, text);
  say(`Het bestand nota.${ending} is gemaakt.`);
}

async function copyRich() {
  const text = toMarkdown(article);
  const types = Object.entries({ "text/html": toHtml(article), "text/plain": text });
  try {
    const parts = types.map(([type, part]) => [type, new Blob([part], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    return true;
  } catch {
    return copy(text);
  }
}

/** @type {Record<string, () => void>} */
const deeds = {
  kopieer: async () =>
    say(
      (await copyRich())
        ? "De nota is gekopieerd, met tabel en bronnen. Plak hem in uw document."
        : "Kopiëren mag hier niet van de browser. Neem het bestand .html: Word opent dat.",
    ),
  link: async () =>
    say(
      (await copy(location.href)) ? "De link is gekopieerd." : `Kopiëren lukt niet. Dit is de link: ${location.href}`,
    ),
  md: () => download("md", "text/markdown", toMarkdown(article)),
  html: () => download("html", "text/html", toDocument(article, title.textContent)),
  print: () => printPage(),
};

words.addEventListener("submit", (event) => {
  event.preventDefault();
  if (search.value.trim() && !picker.hidden) answer(search.value).catch(() => say(UNREACHABLE));
});
words.addEventListener("input", ({ target }) => {
  if (target === search) return;
  for (const name of FIELDS) choice[name] = textFor(name, words[name].value);
  say("");
  keep("replaceState");
  showQuestion();
});
taking.addEventListener("click", ({ target }) => {
  const button = /** @type {HTMLElement} */ (target).closest("button");
  if (button) deeds[button.dataset.doe ?? ""]();
});
search.addEventListener("focus", () => allNames().catch(() => say(UNREACHABLE)));
addEventListener("popstate", read);

tool.hidden = false;
article.hidden = true;
read();
