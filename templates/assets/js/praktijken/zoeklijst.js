// The list of praktijken: a form in the place of the links, and list, wall, map and register that follow it.
// The state is in the address, so a choice can be shared and the back button goes one choice back.

import { element, teken } from "../element.js";
import "../kaart.js";
import { layBricks } from "./muur.js";
import { bestaandeVolgorde, gelezen, sorteer, tweeLijsten } from "./rijen.js";

const STAP = 12;
const METEEN = 3; // rows that a choice puts in place at once; what lies below them follows after the next drawing
const vak = document.querySelector(".zoeklijst");
const vind = (zoek) => [...vak.querySelectorAll(zoek)];
const [kop, melding, chips, lijst, muurvak, kaart] = ["#aantal", "#meldingen", ".chips", "#lijst > .kaartjes", ".muurvak", "#kaart"].map((zoek) => vak.querySelector(zoek));
const volgorde = vak.querySelector("#filter-volgorde");
const filterknop = vak.querySelector(".filterknop");
const breed = matchMedia("(min-width: 75rem)");

// The facets, each with its values; a value is known by its number, and is one bit in the mask of its facet.
const waarden = [];
const facetten = vind("[data-facet]").map((groep, facet) => ({
  sleutel: groep.dataset.facet,
  naam: groep.querySelector("h2").textContent,
  genoemd: groep.hidden, // "onbekend" says nothing without the name of its facet; what has pages of its own does
  waarden: [...groep.querySelectorAll("li")].map((li, plaats) => {
    const waarde = { nummer: waarden.length, facet, bit: 1 << plaats, waarde: li.dataset.waarde, tekst: li.firstElementChild.textContent, aantal: -1 };
    waarden.push(waarde);
    return waarde;
  }),
}));

const rijen = [...lijst.children].map((li, plaats) => gelezen(li, plaats, facetten));
const gekozen = new Set();
let toon = STAP;

// -- the form ---------------------------------------------------------------------------------------------------

function regel(facet, waarde) {
  waarde.vinkje = element("input", { type: "checkbox", name: facet.sleutel, value: waarde.waarde });
  waarde.vinkje.addEventListener("change", () => kies(waarde, waarde.vinkje.checked));
  waarde.getal = element("span", { className: "getal" });
  waarde.label = element("label", { className: "vink" }, waarde.vinkje, element("span", {}, waarde.tekst), waarde.getal);
  return waarde.label;
}

const klaar = element("button", { className: "knop" });
const formulier = element("form", { id: "filters", className: "filters", popover: "auto" },
  element("div", {}, ...facetten.map((facet) => element("fieldset", {}, element("legend", {}, facet.naam), ...facet.waarden.map((waarde) => regel(facet, waarde))))), klaar);
formulier.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  if (!breed.matches) formulier.hidePopover();
  kop.focus();
});
formulier.setAttribute("aria-label", "Filters");
vak.querySelector("#filters").replaceWith(formulier);

const meer = element("button", { type: "button", className: "knop knop-rand", hidden: true });
meer.addEventListener("click", () => {
  const eerste = passend()[toon];
  toon += STAP;
  history.replaceState({ toon }, "");
  toonRijen();
  eerste.li.querySelector("h3 a").focus();
});
const leeg = element("p", { className: "leeg", hidden: true }, "Geen praktijk heeft al deze kenmerken. Haal een keuze weg.");
lijst.before(leeg);
lijst.after(meer);
const lijsten = tweeLijsten(lijst, rijen, () => { meer.hidden = true; });

// -- the address ------------------------------------------------------------------------------------------------

function lees() {
  const vraag = new URLSearchParams(location.search);
  gekozen.clear();
  for (const { sleutel, waarden } of facetten) {
    const gevraagd = vraag.getAll(sleutel);
    for (const waarde of waarden) if (gevraagd.includes(waarde.waarde)) gekozen.add(waarde);
  }
  volgorde.value = bestaandeVolgorde(vraag.get("volgorde"));
  toon = history.state?.toon ?? STAP;
  sorteer(rijen, volgorde.value);
  werkBij();
}

function schrijf() {
  const vraag = new URLSearchParams();
  for (const waarde of waarden) if (gekozen.has(waarde)) vraag.append(facetten[waarde.facet].sleutel, waarde.waarde);
  if (volgorde.value !== "gecontroleerd") vraag.append("volgorde", volgorde.value);
  history.pushState(null, "", vraag.size ? `?${vraag}` : location.pathname);
}

function kies(waarde, aan) {
  if (aan) gekozen.add(waarde);
  else gekozen.delete(waarde);
  toon = STAP;
  werkBij(true);
  melding.textContent = `${kop.textContent} gevonden`;
}

// -- what follows it --------------------------------------------------------------------------------------------

const passend = () => rijen.filter(({ past }) => past);

/** Write only what changed: what is written is laid out anew. */
function zeg(plek, tekst) {
  if (plek.textContent !== tekst) plek.textContent = tekst;
}

/** Which rows have a chosen value in every facet; a value is counted among rows that fit all other facets. */
function filter() {
  const geteld = new Array(waarden.length).fill(0);
  const keuze = facetten.map(() => 0);
  for (const { facet, bit } of gekozen) keuze[facet] |= bit;
  for (const rij of rijen) {
    let mist = 0;
    let alleen;
    for (let facet = 0; facet < keuze.length; facet++) {
      if (keuze[facet] && !(keuze[facet] & rij.maskers[facet])) {
        mist++;
        alleen = facet;
      }
    }
    rij.past = !mist;
    if (mist < 2) for (const nummer of rij.nummers) if (!mist || waarden[nummer].facet === alleen) geteld[nummer]++;
  }
  return geteld;
}

/** Show these rows. A card tells its first trend, and here the chosen ones that it has too. */
function toonDeze(getoond) {
  const trends = [...gekozen].filter(({ facet }) => facetten[facet].sleutel === "trend");
  for (const { li, nummers } of getoond) {
    const eerste = li.querySelector(".trendlabel");
    const ook = trends.filter(({ nummer, tekst }) => nummers.includes(nummer) && tekst !== eerste?.textContent);
    li.querySelector(".ook")?.remove();
    if (ook.length) eerste?.after(element("span", { className: "ook" }, ` ook ${ook.map(({ tekst }) => tekst).join(", ")} `));
  }
  lijsten.toon(getoond);
}

/** Show the rows that fit, at most `toon`. */
function toonRijen() {
  const gevonden = passend();
  toonDeze(gevonden.slice(0, toon));
  lijsten.orden(rijen);
  const rest = gevonden.length - toon;
  meer.hidden = rest <= 0;
  if (rest > 0) zeg(meer, `Toon de volgende ${Math.min(rest, STAP)}`);
}

/** The same for now: the uppermost rows, and below them those that stood there and still fit. */
function toonBovenste() {
  const bovenste = passend().slice(0, METEEN);
  const blijven = lijsten.getoond().filter((rij) => rij.past && !bovenste.includes(rij));
  toonDeze([...bovenste, ...blijven].slice(0, toon));
}

function chip(waarde) {
  const { genoemd, naam } = facetten[waarde.facet];
  const tekst = genoemd ? `${naam}: ${waarde.tekst}` : waarde.tekst;
  const knop = element("button", { type: "button", className: "chip" }, element("span", { className: "voorlezen" }, "Haal weg: "), tekst, teken("kruis"));
  knop.addEventListener("click", () => {
    const plaats = [...chips.children].indexOf(knop.parentElement);
    kies(waarde, false);
    (chips.children[plaats] ?? chips.lastElementChild)?.firstElementChild.focus();
    if (!gekozen.size) kop.focus();
  });
  return element("li", {}, knop);
}

const stippen = kaart ? [...kaart.querySelectorAll(".kaart-punten circle:not(.kaart-doel)")] : [];
const plaatsen = vind("[data-punt]").map((li) => ({ li, punt: Number(li.dataset.punt), naam: li.firstElementChild.textContent, getal: li.querySelector(".getal"), aantal: Number(li.querySelector(".getal").textContent) || 1 }));
const namen = new Map(vind(".kaart-namen text").map((tekst) => [tekst.textContent, tekst]));
const provincies = vind("[data-provincie]").map((link) => ({ link, waarde: facetten.find(({ sleutel }) => sleutel === "provincie").waarden.find(({ waarde }) => waarde === link.dataset.provincie) }));

function toonKaart() {
  const aantallen = new Array(stippen.length).fill(0);
  for (const { past, punten } of rijen) if (past) for (const punt of punten) aantallen[punt]++;
  for (const plaats of plaatsen) {
    const aantal = aantallen[plaats.punt];
    if (plaats.aantal === aantal) continue;
    const stip = stippen[plaats.punt];
    if (!plaats.aantal !== !aantal) {
      plaats.li.hidden = !aantal;
      stip.classList.toggle("rest", !aantal);
      namen.get(plaats.naam)?.setAttribute("display", aantal ? "inline" : "none");
    }
    plaats.aantal = aantal;
    zeg(plaats.getal, aantal > 1 ? String(aantal) : "");
    stip.setAttribute("r", aantal ? (2.6 + 1.6 * Math.sqrt(aantal)).toFixed(1) : 3);
  }
  for (const { link, waarde } of provincies) {
    if (gekozen.has(waarde)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const eerste = plaatsen.find(({ aantal }) => aantal);
  kaart.querySelector(".kaart-grijs").hidden = !aantallen.includes(0);
  for (const deel of kaart.querySelectorAll(".kaart-zoek, .register")) deel.hidden = !eerste;
  if (eerste) zeg(kaart.querySelector(".kaart-zoek b"), eerste.li.querySelector(".vak").textContent);
}

for (const { link, waarde } of provincies) {
  link.addEventListener("click", (gebeurtenis) => {
    if (gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
    gebeurtenis.preventDefault();
    kies(waarde, !gekozen.has(waarde));
  });
}

let ronde = 0;

/** Do what can wait after the next drawing, unless another choice was made by then; it writes the address too. */
function straks(kanWachten, doe) {
  const deze = ++ronde;
  if (!kanWachten) doe();
  else requestAnimationFrame(() => setTimeout(() => {
    if (deze !== ronde) return;
    schrijf();
    doe();
  }));
}

/** How many of the rows that fit are on each step of evidence. */
function treden() {
  const aantallen = [0, 0, 0, 0, 0];
  for (const { past, trede } of rijen) if (past) aantallen[trede]++;
  return aantallen;
}

/** Everything that follows the choice; in haste what a reader looks at first, and the rest after the next drawing. */
function werkBij(haast = false) {
  const geteld = filter();
  for (const waarde of waarden) {
    const aantal = geteld[waarde.nummer];
    waarde.vinkje.checked = gekozen.has(waarde);
    if (waarde.aantal === aantal) continue;
    waarde.getal.textContent = aantal;
    if (!waarde.aantal !== !aantal) waarde.label.classList.toggle("geen", !aantal);
    waarde.aantal = aantal;
  }
  const gevonden = passend().length;
  leeg.hidden = gevonden > 0;
  if (haast) toonBovenste();
  zeg(kop, gevonden === 1 ? "1 praktijk" : `${gevonden} praktijken`);
  zeg(klaar, `Toon ${kop.textContent}`);
  zeg(filterknop, gekozen.size ? `Filters: ${gekozen.size} actief` : "Filters");
  chips.replaceChildren(...waarden.filter((waarde) => gekozen.has(waarde)).map(chip));
  straks(haast, () => {
    toonRijen();
    const trends = [...gekozen].filter(({ facet }) => facetten[facet].sleutel === "trend");
    const klasse = trends.length === 1 ? ` trend-${trends[0].waarde.replace("anders-", "")}` : "";
    for (const deel of [muurvak, kaart]) if (deel) deel.className = deel.classList[0] + klasse;
    layBricks(muurvak, treden());
    if (kaart) toonKaart();
  });
}

volgorde.addEventListener("change", () => {
  sorteer(rijen, volgorde.value);
  toonBovenste();
  straks(true, toonRijen);
});
addEventListener("popstate", lees);
lees();
delete document.documentElement.dataset.vraag;
