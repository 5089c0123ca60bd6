// Choose a gemeente and see which are like it. The choice is in the fragment, so it can be shared and is never sent.

import { fragmentOf, loadAlike, readFragment } from "../alike.js";
import { makeCopy } from "../copying.js";
import { element, find, findAll } from "../dom.js";
import { remember, remembered } from "../gemeente.js";
import { icon } from "../icon.js";
import { findTowns } from "./names.js";
import { createResult } from "./result.js";

/** @import { Gelijke } from "../alike.js" */
/** @import { Gemeente } from "../gemeente.js" */
/** @import { Town } from "./names.js" */

const BROKEN = "Deze link is niet te lezen: misschien is hij afgebroken, of van een andere versie. Kies uw gemeente.";
const GONE = "Deze link noemt een gemeente die hier niet staat. Kies uw gemeente.";
const FAILED = "De gegevens zijn nu niet op te halen. Alle gemeenten staan hieronder, met een pagina per provincie.";
const UNKNOWN = "Geen gemeente heet zo. Kies er een uit de lijst hieronder.";
const PRIVATE =
  "Uw keuze staat in de link, achter het hekje. Uw browser stuurt dat deel niet mee; wel haalt hij het bestand van uw provincie op.";

const place = find(".plaatskeuze");
const lists = { praktijken: place.dataset.praktijken ?? "", gemeenten: place.dataset.gemeenten ?? "" };
const message = find("#meldingen");
const outcome = find("#uitkomst");
const register = find("#lijst");
const pageTitle = document.title;

/** @type {HTMLAnchorElement[]} */
const links = findAll("[data-provincie] a", register);
/** @type {Map<HTMLAnchorElement, Town>} */
const towns = new Map(
  links.map((link) => {
    const naam = link.textContent;
    const provincie = link.closest("ul")?.dataset.provincie ?? "";
    const namen = [naam, ...(link.dataset.ook?.split("|") ?? [])];
    return [link, { naam, namen, provincie, slug: link.hash.slice(1) }];
  }),
);
/** What the page shows now. @type {Gemeente | null} */
let shown = null;

const input = element("input", { id: "filter-gemeente", name: "gemeente", autocomplete: "off", maxLength: 60 });
const offers = element("p", { className: "knoppen", hidden: true });

function createForm() {
  const names = element(
    "datalist",
    { id: "filter-gemeenten" },
    ...[...towns.values()].map(({ naam }) => new Option(naam, naam)),
  );
  input.setAttribute("list", names.id);
  const label = element("label", { htmlFor: input.id }, "Uw gemeente");
  const form = element("form", {}, label, input, names, element("button", { className: "knop" }, "Toon"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer(findTowns([...towns.values()], input.value));
  });
  input.addEventListener("change", () => {
    const exact = [...towns.values()].find(({ naam }) => naam === input.value);
    if (exact && exact.slug !== shown?.slug) choose(exact);
  });
  place.append(form, offers);
}

/** Shows the one that is meant, or lets a reader choose. @param {Town[]} candidates */
function answer(candidates) {
  if (candidates.length === 1) {
    choose(candidates[0]);
    return;
  }
  offers.hidden = !candidates.length;
  const buttons = candidates.map((town) => {
    const button = element("button", { type: "button", className: "knop knop-rand" }, town.naam);
    button.addEventListener("click", () => choose(town));
    return button;
  });
  offers.replaceChildren(...buttons);
  message.textContent = candidates.length ? "Meer gemeenten heten zo. Welke bedoelt u?" : UNKNOWN;
  input.focus();
}

/** A reader chose. What this window remembers follows, if it remembers. @param {Gemeente} gemeente */
async function choose(gemeente) {
  if (remembered()) remember(gemeente);
  const fragment = fragmentOf(gemeente);
  if (location.hash !== fragment) history.pushState(null, "", fragment);
  if (await show(gemeente)) find("h2", outcome).focus();
}

/** Whether those like a gemeente are shown. @param {Gemeente} gemeente */
async function show(gemeente) {
  shown = gemeente;
  try {
    const found = await loadAlike(gemeente);
    if (shown !== gemeente) return false;
    if (!found) return clear(GONE);
    offers.hidden = true;
    message.textContent = "";
    input.value = found.naam;
    document.title = `Plaatsen zoals ${found.naam} · ${pageTitle}`;
    outcome.replaceChildren(...createOutcome(gemeente, found.naam, found.gelijken));
    outcome.hidden = false;
    return true;
  } catch (error) {
    // A province that is not there gives an answer of the host; without one there is no connection.
    return shown === gemeente && clear(error instanceof Response && error.status === 404 ? GONE : FAILED);
  }
}

/** Shows no gemeente, and why. @param {string} text */
function clear(text) {
  shown = null;
  outcome.hidden = true;
  outcome.replaceChildren();
  document.title = pageTitle;
  message.textContent = text;
  return false;
}

/** @param {Gemeente} gemeente @param {string} name @param {Gelijke[]} gelijken */
function createOutcome(gemeente, name, gelijken) {
  const heading = element("h2", { tabIndex: -1 }, `Plaatsen zoals ${name}`);
  const lead = gelijken.length
    ? `Op naam, niet op volgorde. De reden zegt hoe een plaats is vergeleken met ${name}.`
    : `Van ${name} zijn nog geen cijfers om mee te vergelijken.`;
  return [
    element("div", { className: "kopregel" }, heading, element("p", {}, lead)),
    ...createResult(gelijken, lists),
    ...createWays(gemeente, name, gelijken),
  ];
}

/** What a reader can do next. @param {Gemeente} gemeente @param {string} name @param {Gelijke[]} gelijken */
function createWays(gemeente, name, gelijken) {
  const ways = element("p", { className: "knoppen" });
  if (gelijken.some(({ praktijken }) => praktijken.length)) {
    const href = `${lists.praktijken}${fragmentOf(gemeente)}`;
    ways.append(element("a", { className: "knop", href }, "Filter hun praktijken", icon("pijl")));
  }
  const button = element("button", { type: "button", className: "knop knop-rand" }, "Kopieer de link");
  makeCopy(button, () => location.href.split("#")[0] + fragmentOf(gemeente), message);
  ways.append(button);
  const own = remembered();
  const box = element("input", { type: "checkbox", checked: own?.slug === gemeente.slug });
  box.addEventListener("change", () => {
    const done = remember(box.checked ? gemeente : null);
    if (!done) box.checked = false;
    message.textContent = done ? "" : "Uw browser laat het onthouden niet toe.";
  });
  const text = "Onthoud dit tot ik dit venster sluit";
  const label = element("label", { className: "vink" }, box, element("span", {}, text));
  const why = `Dan biedt de lijst met praktijken aan om te filteren op plaatsen zoals ${name}.`;
  return [ways, label, element("p", { className: "klein kopieer" }, `${why} ${PRIVATE}`)];
}

/** Follows the address; another anchor on this page changes nothing. */
function follow() {
  const { gemeente, isBroken } = readFragment(location.hash);
  if (gemeente) show(gemeente);
  else if (isBroken) clear(BROKEN);
  else if (!location.hash) {
    const own = remembered();
    if (own) show(own);
    else clear("");
  }
}

createForm();
register.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a");
  const town = link && towns.get(link);
  if (!town || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(town);
});
addEventListener("popstate", follow);
follow();
