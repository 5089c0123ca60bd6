// The search page: shows what the search finds while a reader types. The question and the choices are one form, and the
// address holds what is in it.

import { fragment, gemerkt, merker, synoniemen } from "./zoek/fragment.js";
import { open } from "./zoek/index.js";
import { rangschik } from "./zoek/rangschikking.js";
import { plan } from "./zoek/vraag.js";

const STAP = 10;
const NA_TOETS = 60; // milliseconds between the last key and the search
const { zoekvorm, zoekveld, meldingen, filters, uitkomst, meer, lijst, treffer } = Object.fromEntries(
  Array.from(document.querySelectorAll("[id]"), (deel) => [deel.id, deel]),
);
const [telling, ...regels] = meldingen.children;
const [bedoelde, tip, alle, opnieuw] = regels;
const ook = meldingen.nextElementSibling;
const soorten = filters.nextElementSibling;
const keuzes = [...filters.querySelectorAll("select")];
const FACETTEN = ["soort", ...keuzes.map(({ name }) => name)];
const map = zoekvorm.dataset.gegevens.replace("kern.json", "");
const { title } = document;

const NIETS = { vraag: "", groepen: [], hits: [] };

let geopend, kenmerken, bezig, wachten;
let gezocht = NIETS;
let aantal = STAP;
let nu = 0; // the number of the turn
let vast = ""; // the question that the address keeps when another one is typed

async function haal(naam) {
  const antwoord = await fetch(map + naam);
  return antwoord.ok ? antwoord.text() : Promise.reject(antwoord);
}

/** The index; after a failure the next question tries again. */
const index = () =>
  (geopend ??= open(haal).catch((fout) => {
    geopend = undefined;
    throw fout;
  }));

/** The line above the hits; of the lines below it those that are named. */
function meld(tekst, ...delen) {
  clearTimeout(bezig);
  telling.textContent = tekst;
  for (const deel of regels) deel.hidden = !delen.includes(deel);
}

const gekozen = (facet) => zoekvorm.elements[facet].value;

/** The hits that pass every choice but that of one facet. */
function over(zonder) {
  const eisen = FACETTEN.filter((facet) => facet !== zonder && gekozen(facet));
  return gezocht.hits.filter(({ document }) => eisen.every((facet) => kenmerken(facet, document).some(([waarde]) => waarde === gekozen(facet))));
}

/** How many of these hits have each value of a facet: value -> [text, number]. */
function tel(facet, hits) {
  const getallen = new Map();
  for (const { document } of hits) {
    for (const [waarde, tekst] of kenmerken(facet, document)) getallen.set(waarde, [tekst, (getallen.get(waarde)?.[1] ?? 0) + 1]);
  }
  return getallen;
}

/** Fetches what entries are narrowed by, once that shows or counts: a phone begins with the filters closed. */
async function haalKenmerken(idx) {
  if (filters.open || FACETTEN.some(gekozen)) kenmerken = await idx.kenmerken();
}

/** Says at each choice how many hits it would leave, given the other choices. */
function toonKeuzes() {
  filters.hidden = !gezocht.hits.length;
  lijst.hidden = !filters.hidden;
  if (!kenmerken) return;
  soorten.hidden = filters.hidden;
  const ongeachtSoort = over("soort");
  const perSoort = tel("soort", ongeachtSoort).set("", ["", ongeachtSoort.length]);
  for (const keuze of zoekvorm.elements.soort) {
    const n = perSoort.get(keuze.value)?.[1] ?? 0;
    keuze.nextElementSibling.textContent = n;
    keuze.parentElement.hidden = !n && !keuze.checked;
  }
  for (const keuze of keuzes) {
    const { name, value } = keuze;
    const getallen = tel(name, over(name));
    if (value && !getallen.has(value)) getallen.set(value, [tel(name, gezocht.hits).get(value)?.[0] ?? value, 0]);
    const rijen = [...getallen].sort((a, b) => a[1][0].localeCompare(b[1][0], "nl"));
    keuze.replaceChildren(new Option("Alle", ""), ...rijen.map(([waarde, [tekst, n]]) => new Option(`${tekst} (${n})`, waarde)));
    keuze.value = value;
    keuze.parentElement.hidden = !rijen.length;
  }
}

function merkIn(plek, delen) {
  plek.replaceChildren(
    ...delen.map(([tekst, raak]) => (raak ? Object.assign(document.createElement("mark"), { textContent: tekst }) : tekst)),
  );
}

/** One hit. The example has every label there is; those that the entry has not are taken out. */
function regel({ titel, adres, soort, plaats, trend, bewijs, status, ...tekst }) {
  const { merk } = gezocht;
  const nieuw = treffer.content.cloneNode(true);
  const eigen = [trend, bewijs?.[0], status?.[0]];
  for (const label of nieuw.querySelectorAll("[data-als]")) if (!eigen.includes(label.dataset.als)) label.remove();
  const [watSoort, waar, naar, deel, waarin] = nieuw.querySelectorAll("[data-deel]");
  const { kop, anker, delen } = fragment(tekst, merk);
  nieuw.firstElementChild.className = nieuw.querySelector("[data-als]")?.className ?? ""; // the colour of its trend
  watSoort.textContent = soort;
  waar.textContent = plaats;
  naar.href = adres;
  merkIn(naar, gemerkt(titel, merk));
  if (anker) Object.assign(deel, { href: `${adres}#${anker}`, textContent: `${kop}:` });
  else deel.remove();
  merkIn(waarin, delen);
  return nieuw;
}

/** Shows the hits that pass the choices. */
async function schik(geldt) {
  const { idx, vraag, groepen, hits } = gezocht;
  const gevonden = over();
  const n = gevonden.length;
  const documenten = await Promise.all(gevonden.slice(0, aantal).map(({ document }) => idx.document(document)));
  const beter =
    n && groepen.some(({ hersteld }) => hersteld?.length) && (await import("./onbekend/verbeterd.js")).verbeterd(vraag, groepen, documenten);
  if (!geldt()) return;
  delete document.documentElement.dataset.vraag; // until here thema.js held the place of the register
  toonKeuzes();
  uitkomst.replaceChildren(...documenten.map(regel));
  meer.hidden = n <= aantal;
  meer.textContent = `Toon de volgende ${Math.min(STAP, n - aantal)}`;
  bedoelde.firstElementChild.textContent = beter || "";
  alle.firstElementChild.textContent = `Toon alle ${hits.length}`;
  const anders = [...synoniemen(groepen)].slice(0, 4).join(", ");
  ook.textContent = anders && `Ook gezocht op: ${anders}`;
  const telt = n ? `${n} treffer${n > 1 ? "s" : ""}` : "Niets gevonden";
  meld(
    vraag && `${telt} voor “${vraag.replace(/^(.{60}).+/u, "$1…")}”`,
    beter && bedoelde,
    n < hits.length && alle,
    vraag && !hits.length && tip,
  );
}

/** Does one thing at a time: what is overtaken keeps silent, and a failure is told with a way to try again. */
async function doe(werk) {
  const mijn = ++nu;
  const geldt = () => mijn === nu;
  try {
    await werk(geldt);
  } catch {
    if (geldt()) meld("Zoeken lukt nu niet. Is er verbinding?", opnieuw);
  }
}

/** Puts the form in the address; `nieuw` makes it a step of the back button. */
function onthoud(nieuw) {
  const adres = new URL(location.href);
  adres.search = new URLSearchParams([...new FormData(zoekvorm)].filter(([, waarde]) => waarde.trim()));
  if (adres.href !== location.href) history[nieuw ? "pushState" : "replaceState"](null, "", adres);
  document.title = zoekveld.value ? `${zoekveld.value} · ${title}` : title;
}

/**
 * Asks what is in the field; `af` when the reader is done typing, and the next question is another one.
 * `nieuw` is that of `onthoud`.
 */
function zoek(af, nieuw = af || vast) {
  const vraag = zoekveld.value.trim();
  onthoud(nieuw);
  vast = af && vraag;
  return doe(async (geldt) => {
    if (vraag.length < (af ? 1 : 2)) {
      gezocht = NIETS;
      return schik(geldt);
    }
    clearTimeout(bezig);
    bezig = setTimeout(meld, 400, "Bezig met zoeken…"); // by then a reader wonders
    const idx = await index();
    const [groepen] = await Promise.all([plan(vraag, idx, { typend: !af }), haalKenmerken(idx)]);
    const hits = await rangschik(groepen, idx);
    if (!geldt()) return;
    gezocht = { idx, vraag, groepen, hits, merk: merker(groepen) };
    aantal = STAP;
    await schik(geldt);
  });
}

/** Takes what is asked from the address; that is a step already, also when the form spells it otherwise. */
function lees() {
  const gevraagd = (naam) => new URLSearchParams(location.search).get(naam) ?? "";
  zoekvorm.reset();
  zoekveld.value = gevraagd("q").slice(0, zoekveld.maxLength);
  zoekvorm.elements.soort.value = gevraagd("soort");
  for (const keuze of keuzes) keuze.replaceChildren(new Option(gevraagd(keuze.name)));
  filters.open = matchMedia("(width >= 60rem)").matches || keuzes.some(({ value }) => value);
  zoek(true, false);
}

zoekveld.addEventListener("input", () => {
  clearTimeout(wachten);
  wachten = setTimeout(zoek, NA_TOETS);
});
zoekveld.addEventListener("focus", () => index().catch(() => {}));
zoekvorm.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  clearTimeout(wachten);
  zoek(true);
  if (matchMedia("(pointer: coarse)").matches) zoekveld.blur(); // the keyboard makes room for the hits
});
zoekvorm.addEventListener("keydown", (gebeurtenis) => {
  if (gebeurtenis.key === "ArrowDown") {
    gebeurtenis.preventDefault();
    uitkomst.querySelector("h2 a")?.focus();
  } else if (gebeurtenis.key === "Escape" && zoekveld.value) {
    gebeurtenis.preventDefault();
    zoekveld.value = "";
    zoek();
  }
});
meldingen.addEventListener("click", ({ target }) => {
  if (!target.type) return;
  if (target.parentElement === bedoelde) zoekveld.value = target.textContent;
  if (target.parentElement === alle) for (const facet of FACETTEN) zoekvorm.elements[facet].value = "";
  zoek(true);
  telling.focus(); // for the button goes away
});
for (const deel of [soorten, filters]) deel.addEventListener("change", () => zoek(true));
filters.addEventListener("toggle", () => {
  if (gezocht.idx && !kenmerken) zoek(true);
});
meer.addEventListener("click", async () => {
  const eerder = aantal;
  aantal += STAP;
  await doe(schik);
  uitkomst.children[eerder]?.querySelector("h2 a").focus();
});
addEventListener("popstate", lees);
lees();
