// The search page: shows what the search finds while a reader types.

import { fragment, gemerkt, merker } from "./zoek/fragment.js";
import { open } from "./zoek/index.js";
import { rangschik } from "./zoek/rangschikking.js";
import { plan } from "./zoek/vraag.js";

const STAP = 10;
const WACHT = 60; // milliseconds between the last key and the search
const [vorm, veld, bedoelde, melding, filters, uitkomst, meer, register, voorbeeld] = [
  "zoekvorm", "zoekveld", "bedoelde", "meldingen", "filters", "uitkomst", "meer", "lijst", "treffer",
].map((id) => document.getElementById(id));
const keuzes = [...filters.querySelectorAll("select")];
const map = vorm.dataset.gegevens.replace("kern.json", "");

async function haal(naam) {
  const antwoord = await fetch(map + naam);
  return antwoord.ok ? antwoord.text() : Promise.reject(antwoord);
}

let geopend;
let kenmerken;
let gezocht = { hits: [] };
let aantal = STAP;
let beurt = 0;

/** The index; after a failure the next question tries again. */
function index() {
  geopend ??= open(haal).catch((fout) => {
    geopend = undefined;
    throw fout;
  });
  return geopend;
}

function knop(woorden, bij) {
  const nieuw = document.createElement("button");
  return Object.assign(nieuw, { type: "button", textContent: woorden, onclick: bij, className: "knop knop-klein" });
}

function merkIn(plek, delen) {
  plek.replaceChildren(
    ...delen.map(([tekst, raak]) => (raak ? Object.assign(document.createElement("mark"), { textContent: tekst }) : tekst)),
  );
}

/** The hits that pass every choice but that of one facet. */
function over(zonder) {
  const eisen = keuzes.filter(({ name, value }) => value && name !== zonder);
  return gezocht.hits.filter(({ document }) => eisen.every(({ name, value }) => kenmerken(name, document).some(([waarde]) => waarde === value)));
}

/** Fetches what entries are narrowed by, once that shows or counts: a phone begins with the filters closed. */
async function haalKenmerken(idx) {
  if (filters.open || keuzes.some(({ value }) => value)) kenmerken = await idx.kenmerken();
}

/** Gives each facet the values that the hits have, with how many, given the other choices. */
function toonKeuzes() {
  filters.hidden = !gezocht.hits.length;
  if (!kenmerken) return;
  for (const keuze of keuzes) {
    const { name, value } = keuze;
    const tel = new Map(value ? [[value, [value, 0]]] : []);
    for (const { document } of over(name)) {
      for (const [waarde, tekst] of kenmerken(name, document)) tel.set(waarde, [tekst, (tel.get(waarde)?.[1] ?? 0) + 1]);
    }
    const rijen = [...tel].sort((a, b) => a[1][0].localeCompare(b[1][0], "nl"));
    keuze.replaceChildren(new Option("Alle", ""), ...rijen.map(([waarde, [tekst, n]]) => new Option(`${tekst} (${n})`, waarde)));
    keuze.value = value;
    keuze.parentElement.hidden = !rijen.length;
  }
}

function treffer(gevonden) {
  const { merk } = gezocht;
  const regel = voorbeeld.content.cloneNode(true);
  const [soort, trends, plaats, titel, deel, tekst, voet, bewijs, status] = regel.querySelectorAll("[data-deel]");
  const { kop, anker, delen } = fragment(gevonden, merk);
  soort.textContent = gevonden.soort;
  trends.textContent = gevonden.trend;
  plaats.textContent = gevonden.plaats;
  titel.href = gevonden.adres;
  merkIn(titel, gemerkt(gevonden.titel, merk));
  if (anker) Object.assign(deel, { href: `${gevonden.adres}#${anker}`, textContent: kop });
  else deel.remove();
  merkIn(tekst, delen);
  if (!gevonden.bewijs) voet.remove();
  else {
    for (const [plek, soort, [waarde, woorden]] of [[bewijs, "stenen", gevonden.bewijs], [status, "status", gevonden.status]]) {
      const beeld = plek.querySelector("use");
      beeld.setAttribute("href", `${beeld.getAttribute("href")}${soort}-${waarde}`);
      plek.append(woorden);
    }
  }
  return regel;
}

async function toonHerstel(documenten) {
  const { vraag, groepen } = gezocht;
  bedoelde.hidden = !documenten.length || !groepen.some(({ hersteld }) => hersteld?.length);
  if (bedoelde.hidden) return;
  const { verbeterd } = await import("./onbekend/verbeterd.js");
  const beter = verbeterd(vraag, groepen, documenten);
  const neem = () => {
    veld.value = beter;
    zoek(true);
    veld.focus();
  };
  bedoelde.replaceChildren("Bedoelde u ", knop(beter, neem), "?");
}

/** Shows the hits that pass the choices. */
async function schik() {
  const mijn = beurt;
  const { idx, vraag, hits } = gezocht;
  toonKeuzes();
  register.hidden = hits.length > 0;
  const gevonden = over();
  const eerste = gevonden.slice(0, aantal);
  const documenten = await Promise.all(eerste.map((hit) => idx.document(hit.document)));
  if (mijn !== beurt) return; // a newer question is on its way
  uitkomst.replaceChildren(...documenten.map(treffer));
  meer.hidden = gevonden.length <= aantal;
  const n = gevonden.length;
  melding.textContent = n ? `${n} ${n > 1 ? "treffers" : "treffer"} voor “${vraag}”` : `Niets gevonden voor “${vraag}”. `;
  if (!n) melding.append(hits.length ? knop(`Toon alle ${hits.length} zonder filters`, zonderFilters) : "Probeer een ander woord, of kies hieronder.");
  await toonHerstel(documenten);
}

function leeg() {
  uitkomst.replaceChildren();
  melding.textContent = "";
  for (const deel of [bedoelde, filters, meer]) deel.hidden = true;
  register.hidden = false;
}

function zonderFilters() {
  for (const keuze of keuzes) keuze.value = "";
  kies();
}

function kies() {
  aantal = STAP;
  onthoud(true);
  schik();
}

/** Puts the question and the choices in the address; `nieuw` makes it a step of the back button. */
function onthoud(nieuw) {
  const adres = new URL(location.href);
  for (const { name, value } of [veld, ...keuzes]) {
    if (value.trim()) adres.searchParams.set(name, value.trim());
    else adres.searchParams.delete(name);
  }
  if (adres.href !== location.href) history[nieuw ? "pushState" : "replaceState"](null, "", adres);
}

async function zoek(af) {
  const vraag = veld.value.trim();
  const mijn = ++beurt;
  onthoud(af);
  if (!vraag) return leeg();
  try {
    const idx = await index();
    const [groepen] = await Promise.all([plan(vraag, idx, { typend: !af }), haalKenmerken(idx)]);
    const hits = await rangschik(groepen, idx);
    if (mijn !== beurt) return;
    gezocht = { idx, vraag, groepen, hits, merk: merker(groepen) };
    aantal = STAP;
    await schik();
  } catch {
    if (mijn !== beurt) return;
    leeg();
    melding.append("Zoeken lukt nu niet. Is er verbinding? ", knop("Probeer het opnieuw", () => zoek(true)));
  }
}

/** Takes the question and the choices from the address. */
function lees() {
  const { searchParams } = new URL(location.href);
  veld.value = searchParams.get("q") ?? "";
  for (const keuze of keuzes) {
    const waarde = searchParams.get(keuze.name) ?? "";
    keuze.replaceChildren(new Option(waarde));
  }
  register.hidden = Boolean(veld.value);
  delete document.documentElement.dataset.vraag; // thema.js hid the register until here
  zoek(true);
}

let wachten;
veld.addEventListener("input", () => {
  clearTimeout(wachten);
  wachten = setTimeout(zoek, WACHT);
});
veld.addEventListener("focus", () => index().catch(() => {}), { once: true });
vorm.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  clearTimeout(wachten);
  zoek(true);
});
vorm.addEventListener("keydown", (gebeurtenis) => {
  if (gebeurtenis.key === "ArrowDown" && uitkomst.firstElementChild) {
    gebeurtenis.preventDefault();
    uitkomst.querySelector("h2 a").focus();
  } else if (gebeurtenis.key === "Escape" && veld.value) {
    gebeurtenis.preventDefault();
    veld.value = "";
    zoek();
  }
});
filters.addEventListener("change", kies);
filters.addEventListener("toggle", () => {
  if (gezocht.idx && !kenmerken) zoek(true);
});
meer.addEventListener("click", async () => {
  const eerder = aantal;
  aantal += STAP;
  await schik();
  uitkomst.children[eerder]?.querySelector("h2 a").focus();
});
addEventListener("popstate", lees);
filters.open = matchMedia("(min-width: 60rem)").matches;
lees();
