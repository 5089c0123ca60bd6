// Puts up to three praktijken side by side. The choice is in the fragment (#p=a,b,c), which no server sees.

import { element, find, findAll } from "../dom.js";
import { icon } from "../icon.js";
import { copy } from "../taking.js";
import { createTable } from "./table.js";

/** @import { Field, Praktijk } from "./table.js" */
/** A part of the data. @typedef {{ velden: Field[], praktijken: Record<string, Praktijk> }} Part */

const MOST = 3;
const TITLES = ["", "Eén praktijk", "Twee praktijken naast elkaar", "Drie praktijken naast elkaar"];
const title = find("h1");
const lead = find(".lead");
const message = find("#meldingen");
const outcome = find("#uitkomst");
const examples = find(".vergelijk-voorbeelden");
const all = find("#praktijken");
/** @type {HTMLAnchorElement[]} */
const anchors = findAll("a", all);
const links = new Map(anchors.map((link) => [link.pathname.split("/").at(-2) ?? "", link]));
const titleWithoutChoice = title.textContent;

/** The slugs in the fragment that exist, each once, at most three. */
function chosenSlugs() {
  const slugs = (new URLSearchParams(location.hash.slice(1)).get("p") ?? "").split(",");
  return [...new Set(slugs)].filter((slug) => links.has(slug)).slice(0, MOST);
}

const addresses = find(".vergelijk").dataset.gegevens?.split(" ") ?? [];
/** @type {Map<string, Promise<Part>>} */
const loaded = new Map();

/** The part of the data that holds a praktijk, as exports/compare_data.py divides them. @param {string} slug */
function loadPart(slug) {
  const sum = [...slug].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const address = addresses[sum % addresses.length];
  let part = loaded.get(address);
  if (!part) {
    part = fetch(address).then((response) => (response.ok ? response.json() : Promise.reject(response)));
    part.catch(() => loaded.delete(address));
    loaded.set(address, part);
  }
  return part;
}

/** A form that adds a praktijk. @param {string[]} slugs */
function createPicker(slugs) {
  const id = "filter-erbij";
  const list = element("select", { id });
  for (const [slug, link] of links) if (!slugs.includes(slug)) list.append(new Option(link.textContent, slug));
  const text = slugs.length ? "Zet er een praktijk naast" : "Kies de eerste praktijk";
  const button = element("button", { className: "knop knop-klein" }, "Voeg toe");
  const label = element("label", { htmlFor: id }, text);
  const form = element("form", { className: "vergelijk-keuze" }, label, list, button);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose([...slugs, list.value]);
  });
  return form;
}

/** @param {string[]} slugs */
function createButtons(slugs) {
  const href = `${new URL("..", location.origin + location.pathname).pathname}?vergelijk=${slugs.join(",")}`;
  const others = element("a", { className: "knop knop-rand", href }, "Kies andere praktijken", icon("pijl"));
  const nota = `${find(".vergelijk").dataset.nota}#p=${slugs.join(",")}`;
  const note = element("a", { className: "knop", href: nota }, "Maak er een nota van", icon("pijl"));
  const button = element("button", { type: "button", className: "knop knop-rand" }, "Kopieer de link");
  button.addEventListener("click", async () => {
    if (await copy(location.href)) message.textContent = button.textContent = "De link is gekopieerd";
    else message.textContent = `Kopiëren lukt niet. Dit is de link: ${location.href}`;
  });
  return element("p", { className: "knoppen" }, note, others, button);
}

/** What the page shows of a choice. @param {string[]} slugs @param {Part[]} parts */
function createOutcome(slugs, parts) {
  /** @type {HTMLElement[]} */
  const pieces = [];
  if (slugs.length) {
    const praktijken = slugs.map((slug, i) => parts[i].praktijken[slug]);
    const hrefs = slugs.map((slug) => links.get(slug)?.href ?? "");
    pieces.push(
      ...createTable(parts[0].velden, praktijken, hrefs, title.textContent, (column) =>
        choose(
          slugs.filter((_, i) => i !== column),
          column,
        ),
      ),
    );
  }
  if (slugs.length < MOST) pieces.push(createPicker(slugs));
  if (slugs.length) pieces.push(createButtons(slugs));
  if (pieces.some((piece) => piece.querySelector("td small"))) {
    const text = "“Alleen hier” betekent: van deze praktijken heeft alleen deze het.";
    pieces.push(element("p", { className: "klein" }, text));
  }
  if (slugs.length > 1) {
    const text = "De keuze staat in de link, achter het hekje, en wordt niet bewaard.";
    pieces.push(element("p", { className: "klein kopieer" }, text));
  }
  return pieces;
}

async function show() {
  const slugs = chosenSlugs();
  const parts = await Promise.all(slugs.map(loadPart));
  title.textContent = TITLES[slugs.length] || titleWithoutChoice;
  const pieces = createOutcome(slugs, parts);
  if (examples?.contains(document.activeElement)) title.focus();
  outcome.replaceChildren(...pieces);
  all.hidden = true;
  if (lead) lead.hidden = slugs.length > 0;
  if (examples) examples.hidden = slugs.length > 0;
  message.textContent =
    slugs.length > 1 ? "" : "Kies twee of drie praktijken. Dat kan ook in de lijst, met het vakje Vergelijk.";
}

/** Shows what the address asks; when the data cannot be had, the list of all. */
const showOrTell = () =>
  show().catch(() => {
    message.textContent = "Vergelijken lukt nu niet. Open de praktijken hieronder elk in een eigen tabblad.";
    all.hidden = false;
  });

/** Another choice, with the focus on what stands where the old one stood. @param {string[]} slugs @param {number} [removed] */
async function choose(slugs, removed) {
  history.pushState(null, "", slugs.length ? `#p=${slugs.join(",")}` : location.pathname);
  await showOrTell();
  const buttons = findAll("thead button", outcome);
  (buttons[Math.min(removed ?? MOST, buttons.length - 1)] ?? outcome.querySelector("select"))?.focus();
  message.textContent ||= title.textContent;
}

addEventListener("popstate", showOrTell);
showOrTell();
