// The list of praktijken: a form in the place of the links, and list, wall, map and register that follow it.
// The state is in the address, so a choice can be shared and the back button goes one choice back.

import { element, teken } from "./element.js";
import "./kaart.js";

const STAP = 20;
const TREDEN = ["aangekondigd", "beschreven", "onderbouwd", "gemeten", "vergeleken"];
const vak = document.querySelector(".zoeklijst");
const vind = (zoek) => [...vak.querySelectorAll(zoek)];
const [kop, melding, chips, lijst, muurvak, kaart] = ["#aantal", "#meldingen", ".chips", "#lijst > .kaartjes", ".muurvak", "#kaart"].map((zoek) => vak.querySelector(zoek));
const volgorde = vak.querySelector("#filter-volgorde");
const filterknop = vak.querySelector(".filterknop");
const breed = matchMedia("(min-width: 75rem)");

const rijen = [...lijst.children].map((li, plaats) => ({
  li,
  plaats,
  heeft: new Set(li.dataset.f.match(/../g)),
  punten: li.dataset.p.match(/\d+/g) ?? [],
  trede: Number(li.querySelector(".stenen use").getAttribute("href").at(-1)),
  naam: li.querySelector("h3").textContent,
  past: true,
}));
const volgordes = {
  gecontroleerd: (a, b) => a.plaats - b.plaats,
  bewijs: (a, b) => b.trede - a.trede || a.plaats - b.plaats,
  naam: (a, b) => a.naam.localeCompare(b.naam, "nl"),
};

// The facets, each with its values; a value is known by two letters, as in data-f.
const facetten = vind("[data-facet]").map((groep, nummer) => ({
  sleutel: groep.dataset.facet,
  naam: groep.querySelector("h2").textContent,
  waarden: [...groep.querySelectorAll("li")].map((li, plaats) => ({
    merk: String.fromCharCode(97 + nummer) + plaats.toString(36),
    waarde: li.dataset.waarde,
    tekst: li.firstElementChild.textContent,
  })),
}));
const waarden = new Map(facetten.flatMap((facet) => facet.waarden.map((waarde) => [waarde.merk, waarde])));
const gekozen = new Set();
let toon = STAP;

// -- the form ---------------------------------------------------------------------------------------------------

function regel(facet, waarde) {
  waarde.vinkje = element("input", { type: "checkbox", name: facet.sleutel, value: waarde.waarde });
  waarde.vinkje.addEventListener("change", () => kies(waarde.merk, waarde.vinkje.checked));
  waarde.getal = element("span", { className: "getal" });
  waarde.label = element("label", {}, waarde.vinkje, element("span", {}, waarde.tekst), waarde.getal);
  return waarde.label;
}

const klaar = element("button", { className: "knop knop-klein" });
const formulier = element("form", { id: "filters", className: "filters", popover: "auto" },
  ...facetten.map((facet) => element("fieldset", {}, element("legend", {}, facet.naam), ...facet.waarden.map((waarde) => regel(facet, waarde)))), klaar);
formulier.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  if (!breed.matches) formulier.hidePopover();
  kop.focus();
});
formulier.setAttribute("aria-label", "Filters");
vak.querySelector("#filters").replaceWith(formulier);

const meer = element("button", { type: "button", className: "knop knop-rand", hidden: true });
meer.addEventListener("click", () => {
  const eerste = zichtbaar()[toon];
  toon += STAP;
  history.replaceState({ toon }, "");
  toonRijen();
  eerste.li.querySelector("h3 a").focus();
});
const leeg = element("p", { className: "leeg", hidden: true }, "Geen praktijk heeft al deze kenmerken. Haal een keuze weg.");
lijst.before(leeg);
lijst.after(meer);

// -- the address ------------------------------------------------------------------------------------------------

function lees() {
  const vraag = new URLSearchParams(location.search);
  gekozen.clear();
  for (const { sleutel, waarden } of facetten) {
    const gevraagd = vraag.getAll(sleutel);
    for (const { merk, waarde } of waarden) if (gevraagd.includes(waarde)) gekozen.add(merk);
  }
  volgorde.value = Object.hasOwn(volgordes, vraag.get("volgorde")) ? vraag.get("volgorde") : "gecontroleerd";
  toon = history.state?.toon ?? STAP;
  sorteer();
  werkBij();
}

function schrijf() {
  const vraag = new URLSearchParams();
  for (const { sleutel, waarden } of facetten)
    for (const { merk, waarde } of waarden) if (gekozen.has(merk)) vraag.append(sleutel, waarde);
  if (volgorde.value !== "gecontroleerd") vraag.append("volgorde", volgorde.value);
  history.pushState(null, "", vraag.size ? `?${vraag}` : location.pathname);
}

function kies(merk, aan) {
  if (aan) gekozen.add(merk);
  else gekozen.delete(merk);
  toon = STAP;
  schrijf();
  werkBij();
  melding.textContent = `${kop.textContent} gevonden`;
}

// -- what follows it --------------------------------------------------------------------------------------------

const zichtbaar = () => rijen.filter(({ past }) => past);

/** Which rows have a chosen value in every facet; a value is counted among rows that fit all other facets. */
function filter() {
  const geteld = new Map();
  const keuzes = facetten.map(({ waarden }) => waarden.map(({ merk }) => merk).filter((merk) => gekozen.has(merk)));
  for (const rij of rijen) {
    const mist = keuzes.flatMap((merken, nummer) => (merken.length && !merken.some((merk) => rij.heeft.has(merk)) ? [nummer] : []));
    rij.past = !mist.length;
    if (mist.length > 1) continue;
    const alleen = rij.past ? "" : String.fromCharCode(97 + mist[0]);
    for (const merk of rij.heeft) if (merk.startsWith(alleen)) geteld.set(merk, (geteld.get(merk) ?? 0) + 1);
  }
  return geteld;
}

function sorteer() {
  const voor = rijen.map(({ li }) => li);
  rijen.sort(volgordes[volgorde.value]);
  if (rijen.some(({ li }, plaats) => li !== voor[plaats])) lijst.append(...rijen.map(({ li }) => li));
}

function toonRijen() {
  let gezien = 0;
  for (const { li, past } of rijen) {
    const hoort = past && gezien++ < toon;
    if (li.hidden === hoort) li.hidden = !hoort;
  }
  const rest = gezien - toon;
  meer.hidden = rest <= 0;
  meer.textContent = `Toon de volgende ${Math.min(rest, STAP)}`;
  leeg.hidden = gezien > 0;
  return gezien;
}

function chip(merk, tekst) {
  const knop = element("button", { type: "button", className: "chip" }, element("span", { className: "voorlezen" }, "Haal weg: "), tekst, teken("kruis"));
  knop.addEventListener("click", () => {
    const plaats = [...chips.children].indexOf(knop.parentElement);
    kies(merk, false);
    (chips.children[plaats] ?? chips.lastElementChild)?.firstElementChild.focus();
    if (!gekozen.size) kop.focus();
  });
  return element("li", {}, knop);
}

/** One path per step, 17 bricks in a course, every second course half a brick further: as drawings/wall.py. */
function muur() {
  const treden = TREDEN.map((_, trede) => rijen.filter((rij) => rij.past && rij.trede === trede).length);
  const paden = muurvak.querySelectorAll("path");
  let gelegd = 0;
  for (let trede = 4; trede >= 0; trede--) {
    let pad = "";
    for (const einde = gelegd + treden[trede]; gelegd < einde; gelegd++) {
      const laag = Math.floor(gelegd / 17);
      pad += `M${(gelegd % 17) * 31 + (laag % 2) * 15.5 + .5} ${(laag * 14.4 + .5).toFixed(1)}h28.2v11.6h-28.2z`;
    }
    paden[4 - trede].setAttribute("d", pad);
  }
  muurvak.firstElementChild.setAttribute("viewBox", `0 0 542.5 ${Math.max(1, Math.ceil(gelegd / 17)) * 14.4}`);
  const delen = treden.flatMap((aantal, trede) => (aantal ? [[", ", element("b", {}, aantal), ` ${TREDEN[trede]}`]] : [])).reverse();
  muurvak.lastElementChild.replaceChildren("Elke steen is een praktijk: ", ...delen.flat().slice(1), ".");
  muurvak.hidden = !gelegd;
}

const stippen = kaart ? [...kaart.querySelectorAll(".kaart-punten circle:not(.kaart-doel)")] : [];
const plaatsen = vind("[data-punt]").map((li) => ({ li, punt: li.dataset.punt, naam: li.firstElementChild.textContent, getal: li.querySelector(".getal") }));
const namen = new Map(vind(".kaart-namen text").map((tekst) => [tekst.textContent, tekst]));
const provincies = vind("[data-provincie]").map((link) => ({ link, waarde: facetten.find(({ sleutel }) => sleutel === "provincie").waarden.find(({ waarde }) => waarde === link.dataset.provincie) }));

function toonKaart() {
  const aantallen = new Map();
  for (const { past, punten } of rijen) if (past) for (const punt of punten) aantallen.set(punt, (aantallen.get(punt) ?? 0) + 1);
  for (const { li, punt, naam, getal } of plaatsen) {
    const aantal = aantallen.get(punt) ?? 0;
    li.hidden = !aantal;
    getal.textContent = aantal > 1 ? aantal : "";
    stippen[punt].setAttribute("class", aantal ? "" : "rest");
    stippen[punt].setAttribute("r", aantal ? (2.6 + 1.6 * Math.sqrt(aantal)).toFixed(1) : 3);
    namen.get(naam)?.setAttribute("display", aantal ? "inline" : "none");
  }
  for (const { link, waarde } of provincies) {
    if (gekozen.has(waarde.merk)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  kaart.querySelector(".kaart-grijs").hidden = aantallen.size === stippen.length;
  kaart.querySelector(".register").hidden = !aantallen.size;
}

for (const { link, waarde } of provincies) {
  link.addEventListener("click", (gebeurtenis) => {
    if (gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
    gebeurtenis.preventDefault();
    kies(waarde.merk, !gekozen.has(waarde.merk));
  });
}

function werkBij() {
  const geteld = filter();
  for (const [merk, { vinkje, getal, label }] of waarden) {
    const aantal = geteld.get(merk) ?? 0;
    vinkje.checked = gekozen.has(merk);
    getal.textContent = aantal;
    label.className = aantal ? "" : "geen";
  }
  const gevonden = toonRijen();
  kop.textContent = gevonden === 1 ? "1 praktijk" : `${gevonden} praktijken`;
  klaar.textContent = `Toon ${kop.textContent}`;
  filterknop.textContent = gekozen.size ? `Filters: ${gekozen.size} actief` : "Filters";
  chips.replaceChildren(...[...waarden.values()].filter(({ merk }) => gekozen.has(merk)).map(({ merk, tekst }) => chip(merk, tekst)));
  const trend = [...gekozen].filter((merk) => merk.startsWith("a"));
  vak.className = `zoeklijst met-filters${trend.length === 1 ? ` trend-${waarden.get(trend[0]).waarde.replace("anders-", "")}` : ""}`;
  muur();
  if (kaart) toonKaart();
}

volgorde.closest("p").hidden = false;
volgorde.addEventListener("change", () => {
  schrijf();
  sorteer();
  toonRijen();
});
addEventListener("popstate", lees);
lees();
