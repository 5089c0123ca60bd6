// The search page: shows what the search finds while a reader types.

import { find, findAll } from "../dom.js";
import {
  chosen,
  drawer,
  field,
  form,
  isNarrowed,
  isWide,
  kinds,
  readAddress,
  removed,
  setRemoved,
  toggle,
  widen,
  writeAddress,
} from "./form.js";
import { getSearch } from "./searching.js";
import { findFigure, lines, messages, read, showReadings, showTerm, status, tell, tellWaiting } from "./telling.js";

/** @import { Facets, Index } from "../zoek/index.js" */
/** @import { Group } from "../zoek/query.js" */
/** @import { Hit } from "../zoek/ranking.js" */
/** Whether a piece of work was not overtaken by another. @typedef {() => boolean} IsCurrent */

const STEP = 10;
const AFTER_KEY = 60; // milliseconds between the last key and the search
const results = find("#uitkomst");
const more = find("#meer");
const lesser = find("#minder");
const everything = find("#lijst");
const picture = /** @type {HTMLDetailsElement | null} */ (document.querySelector("#kaart"));
const examples = findAll(".meta a", everything).map(({ textContent }) => textContent ?? "");
const praktijken = (picture?.dataset.praktijken ?? "").split(",");
const [meant, hint, showAll, vague, impossible, retry] = lines;
const alsoSearched = /** @type {HTMLElement} */ (messages.nextElementSibling);

/** @type {{ index?: Index, question: string, groups: Group[], hits: Hit[], readings: { id: string, label: string }[] }} */
const NOTHING = { question: "", groups: [], hits: [], readings: [] };

/** What hits are narrowed by. @type {(typeof import("../narrowing.js") & { facets: Facets }) | undefined} */
let narrowing;
let waiting = 0;
let asked = NOTHING;
let limit = STEP;
let showsLesser = false;
let turn = 0;
/** Of each praktijk that is found what the page knows: its step of evidence and its dots. @type {string[]} */
let found = [];
/** @type {ReturnType<typeof import("../suggesties/suggesting.js").suggesting> | undefined} */
let suggest;
let isTyping = false;
let settled = ""; // the question that the address keeps when another one is typed

/** Fetches what hits are narrowed by, once that shows or counts: on a phone the chips do not. */
async function loadNarrowing(/** @type {Index} */ index) {
  if (narrowing || !(isWide() || drawer.open || isNarrowed())) return;
  const [module, facets] = await Promise.all([import("../narrowing.js"), index.facets()]);
  narrowing = { ...module, facets };
}

/** The question as the texts would spell it, when a word was repaired and something was found. */
async function betterQuestion(/** @type {import("../zoek/index.js").SearchDocument[]} */ documents) {
  const { question, groups } = asked;
  if (!documents.length || !groups.some(({ repaired }) => repaired?.length)) return "";
  const { corrected } = await import("../onbekend/correction.js");
  return corrected(question, groups, documents);
}

/** Lets map and wall follow the hits, once they can be seen. @param {Hit[]} [hits] */
async function drawFound(hits) {
  if (!picture) return;
  if (hits) found = hits.flatMap(({ document }) => praktijken[document] || []);
  picture.hidden = !found.length;
  if (picture.hidden || !picture.open) return;
  const { showFound } = await import("../gevonden.js");
  showFound(picture, found, chosen("provincie"), (province) => {
    toggle("provincie", province);
    drawer.open = true; // there it can be taken away
    search(true);
  });
}

/** Suggests what a reader may be typing, from the texts that the hits were shown with and of the best terms. */
async function suggestFrom(/** @type {import("../zoek/index.js").SearchDocument[]} */ documents) {
  const { hits, index } = asked;
  const { suggesting, termsAmong } = await import("../suggesties/suggesting.js");
  suggest ??= suggesting(field, examples, () => search(true));
  const terms = isTyping && index ? await termsAmong(hits, index) : [];
  if (hits === asked.hits) suggest(isTyping ? [...documents, ...terms] : [], index?.places);
}

/** Shows the hits that pass the choices. @param {IsCurrent} isCurrent */
async function show(isCurrent) {
  const { index, question, groups, hits, readings } = asked;
  const all = narrowing ? narrowing.narrowed(hits, narrowing.facets) : hits;
  const good = all.filter(({ isGood }) => isGood);
  const isOpen = showsLesser || !good.length; // when nothing is good, what comes near is better than an empty page
  const passing = isOpen ? [...good, ...all.filter(({ isGood }) => !isGood)] : good;
  const count = passing.length;
  const goodHits = isOpen ? hits : hits.filter(({ isGood }) => isGood);
  const first = passing.slice(0, limit);
  const documents = index ? await Promise.all(first.map(({ document }) => index.document(document))) : [];
  const [better, showFigure, { matcher, writtenSynonyms }, { showHit }, { explained }] = await Promise.all([
    betterQuestion(documents),
    findFigure(question, index),
    import("../treffers/fragment.js"),
    import("../treffers/hits.js"),
    import("../treffers/explained.js"),
  ]);
  const term = index && explained(documents, first, groups, index.stopwords);
  const shown = limit + (term ? 1 : 0); // the term stands above the hits, so one more is among them
  const last = passing[limit];
  if (index && term && last) documents.push(await index.document(last.document));
  if (!isCurrent()) return;
  delete document.documentElement.dataset.vraag; // until here thema.js held the place of the register
  everything.hidden = hits.length > 0;
  drawer.hidden = !hits.length;
  kinds.hidden = !narrowing || !hits.length;
  narrowing?.showChoices(goodHits, hits, narrowing.facets);
  const match = matcher(groups, index?.stopwords);
  showTerm(term);
  showFigure();
  results.replaceChildren(...documents.filter((entry) => entry !== term).map((entry) => showHit(entry, match)));
  showReadings(readings);
  if (isTyping || suggest) suggestFrom(documents).catch(() => {}); // without it a reader types on
  drawFound(passing).catch(() => {}); // without it the hits say the same
  lesser.hidden = count === all.length;
  lesser.textContent = `Minder goede treffers (${all.length - count})`;
  more.hidden = count <= shown;
  more.textContent = `Toon de volgende ${Math.min(STEP, count - shown)}`;
  find("button", meant).textContent = better;
  find("button", showAll).textContent = `Toon alle ${goodHits.length}`;
  const others = [...writtenSynonyms(groups)].slice(0, 4).join(", ");
  alsoSearched.textContent = others && `Ook gezocht op: ${others}`;
  const isImpossible = !good.length && hits.length > 0 && readings.length > 0 && !isNarrowed();
  const isFound = count > 0 && (showsLesser || good.length > 0);
  const found = isFound ? `${count} treffer${count > 1 ? "s" : ""}` : "Niets gevonden";
  tell(
    question && `${found} voor “${question.replace(/^(.{60}).+/u, "$1…")}”`,
    better && meant,
    count < goodHits.length && showAll,
    isImpossible && impossible,
    question && !hits.length && (groups.length ? hint : vague),
  );
}

/** Does one thing at a time: what is overtaken keeps silent, and a failure is told with a way to try again. */
async function inTurn(/** @type {(isCurrent: IsCurrent) => Promise<void>} */ work) {
  const mine = ++turn;
  const isCurrent = () => mine === turn;
  try {
    await work(isCurrent);
  } catch {
    if (isCurrent()) tell("Zoeken lukt nu niet. Is er verbinding?", retry);
  }
}

/**
 * Asks what is in the field; `isDone` when the reader is done typing, and the next question is another one.
 * `isStep` is that of `writeAddress`.
 */
function search(isDone = false, isStep = isDone || settled !== "") {
  const question = field.value.trim();
  writeAddress(isStep);
  settled = isDone ? question : "";
  isTyping = !isDone;
  return inTurn(async (isCurrent) => {
    if (question.length < (isDone ? 1 : 2)) {
      asked = NOTHING;
      return show(isCurrent);
    }
    tellWaiting();
    const { index, plan, readingsOf, rank } = await getSearch();
    const [groups] = await Promise.all([
      plan(question, index, { isTyping: !isDone, removed: removed() }),
      loadNarrowing(index),
    ]);
    const hits = await rank(groups, index);
    if (!isCurrent()) return;
    asked = { index, question, groups, hits, readings: readingsOf(groups) };
    limit = STEP;
    showsLesser = false;
    await show(isCurrent);
  });
}

/** Takes what is asked from the address; that is a step already, also when the form spells it otherwise. */
function followAddress() {
  readAddress();
  search(true, false);
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, AFTER_KEY);
  setRemoved([]); // of another question
});
field.addEventListener("focus", () => getSearch().catch(() => {}));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  search(true);
  if (matchMedia("(pointer: coarse)").matches) field.blur(); // the keyboard makes room for the hits
});
form.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (results.querySelector("h2 a"))?.focus();
  } else if (event.key === "Escape" && field.value) {
    event.preventDefault();
    field.value = "";
    search();
  }
});
messages.addEventListener("click", ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  if (target.parentElement === meant) field.value = target.textContent;
  if (target.parentElement === showAll) widen();
  search(true);
  status.focus(); // for the button goes away
});
read.addEventListener("click", ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  setRemoved([...removed(), target.value]);
  search(true);
  status.focus(); // for the chip goes away
});
lesser.addEventListener("click", async () => {
  const before = asked.hits.filter(({ isGood }) => isGood).length;
  showsLesser = true;
  limit = Math.max(limit, before) + STEP;
  await inTurn(show);
  const next = results.children[Math.min(before, results.children.length - 1)];
  if (next) find("h2 a", next).focus();
});
for (const part of [kinds, drawer]) part.addEventListener("change", () => search(true));
drawer.addEventListener("toggle", () => {
  if (asked.index && !narrowing) search(true);
});
picture?.addEventListener("toggle", () => drawFound().catch(() => {}));
more.addEventListener("click", async () => {
  const before = limit;
  limit += STEP;
  await inTurn(show);
  const next = results.children[before];
  if (next) find("h2 a", next).focus();
});
addEventListener("popstate", followAddress);
if (picture) picture.open = isWide();
followAddress();
