// Makes a nota of up to three praktijken. Choice and words are in the fragment, which no server sees; of a praktijk
// that is chosen the page asks what it gives.

import { copy } from "../copy.js";
import { element, find, findAll, setText } from "../dom.js";
import { icon } from "../icon.js";
import { SENTENCES } from "../state.js";
import { assembled } from "./assembly.js";
import { emptyChoice, fitted, fromFragment, LENGTHS, LONGEST_LINK, MOST, textFor, toFragment } from "./choice.js";
import { fill } from "./filling.js";
import { findPraktijken } from "./names.js";
import { toDocument, toHtml, toMarkdown } from "./written.js";

/** @import { Contribution, Line } from "./assembly.js" */
/** @import { Choice } from "./choice.js" */
/** A praktijk: its slug, its title, and the digest in the name of the file with what it gives. @typedef {[slug: string, titel: string, digest: string]} Praktijk */
/** @typedef {{ map: string, praktijken: Praktijk[], altijd: Line[], ingekort: Line }} Data */
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
const FIELDS = /** @type {Field[]} */ (Object.keys(LENGTHS));
/** @type {Map<string, Promise<Contribution>>} */
const loaded = new Map();
/** @type {Data} */
let data;
let choice = emptyChoice();

const say = (/** @type {string} */ text) => setText(message, text);
const praktijkOf = (/** @type {string} */ slug) => data.praktijken.find(([own]) => own === slug);
const titleOf = (/** @type {string} */ slug) => praktijkOf(slug)?.[1] ?? slug;
const day = new Intl.DateTimeFormat("nl", { dateStyle: "long" }).format(new Date());
const base = location.href.split("#")[0];

/** @param {string} address */
const json = (address) => fetch(address).then((file) => (file.ok ? file.json() : Promise.reject(file)));

/** What a praktijk gives; asked for once. @param {string} slug */
function load(slug) {
  const known = loaded.get(slug) ?? json(`${data.map}${slug}-${praktijkOf(slug)?.[2]}.json`);
  loaded.set(slug, known);
  return known.catch(() => {
    loaded.delete(slug);
    return null;
  });
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
    button.addEventListener("click", () => {
      choice.slugs = choice.slugs.filter((other) => other !== slug);
      change();
      (findAll("button", chips)[Math.min(place, choice.slugs.length - 1)] ?? search).focus();
    });
    return button;
  });
  chips.replaceChildren(...buttons);
  chips.hidden = !buttons.length;
  picker.hidden = choice.slugs.length >= MOST;
  offers.hidden = true;
}

/** Shows the choice as it is now, and what could not be had. */
async function show() {
  const { slugs } = choice;
  showChips();
  showQuestion();
  const given = await Promise.all(slugs.map(load));
  if (choice.slugs !== slugs) return;
  const contributions = given.filter((one) => one !== null);
  if (contributions.length < given.length) {
    const missing = slugs.filter((_, i) => !given[i]).map(titleOf);
    say(`Nu niet op te halen: ${missing.join("; ")}. Probeer het straks nog eens; de rest staat er.`);
  }
  if (contributions.length) fill(article, assembled(contributions, data.altijd, data.ingekort));
  const pages = contributions.map(({ adres }) => location.origin + adres).join(" ");
  setText(foot, `Gemaakt op ${day} met ${base}. De volledige tekst en de adressen van de bronnen: ${pages}`);
  article.hidden = taking.hidden = !contributions.length;
}

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
function answer(typed) {
  const fitting = findPraktijken(data.praktijken, typed).filter(([slug]) => !choice.slugs.includes(slug));
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
  const reading = fromFragment(location.hash, (slug) => Boolean(praktijkOf(slug)));
  choice = reading.choice;
  for (const name of FIELDS) words[name].value = choice[name];
  const gone = reading.gone.map((slug) => `“${slug.replaceAll("-", " ")}”`).join(" en ");
  const problem = reading.problem ? SENTENCES[reading.problem] : "";
  say(gone ? `Niet meer op deze site: ${gone}. De rest staat er nog.` : problem);
  if (location.hash.startsWith("#p=")) keep("replaceState");
  show();
}

/** @param {string} type @param {string} text @param {string} ending */
function download(type, text, ending) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href, download: `nota.${ending}` }).click();
  URL.revokeObjectURL(href);
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
  md: () => download("text/markdown", toMarkdown(article), "md"),
  html: () => download("text/html", toDocument(article, title.textContent), "html"),
  print: () => print(),
};

words.addEventListener("submit", (event) => {
  event.preventDefault();
  if (search.value.trim() && !picker.hidden) answer(search.value);
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
addEventListener("popstate", read);

tool.hidden = false;
article.hidden = true;
try {
  data = await json(tool.dataset.gegevens ?? "");
  find("#filter-praktijken").append(...data.praktijken.map(([, name]) => new Option(name, name)));
  read();
} catch {
  say("De praktijken zijn nu niet op te halen. Hieronder staan nota’s die al klaar zijn.");
}
