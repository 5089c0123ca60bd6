// Puts up to three praktijken side by side. The choice is in the fragment (#p=a,b,c), which no server sees.

import { element, teken } from "./element.js";

const MEESTE = 3;
const TELWOORD = ["", "Eén praktijk", "Twee praktijken naast elkaar", "Drie praktijken naast elkaar"];
const OORDELEN = ["gelijk", "deels gelijk", "verschilt"];
const plek = document.querySelector(".vergelijk");
const titel = document.querySelector("h1");
const inleiding = document.querySelector(".lead");
const melding = document.querySelector("#meldingen");
const uitkomst = document.querySelector("#uitkomst");
const voorbeelden = document.querySelector(".vergelijk-voorbeelden");
const alle = document.querySelector("#praktijken");
const namen = new Map([...alle.querySelectorAll("a")].map((link) => [link.getAttribute("href").split("/").at(-2), link]));
const zonderKeuze = titel.textContent;
let alleenVerschil = false;

const samen = (delen) => delen.join(", ").replace(/, ([^,]*)$/, " en $1");
const tekstVan = (regel) => (typeof regel === "string" ? regel : regel[0]);
const telt = (regel) => typeof regel === "string" || regel[1] !== "stil";

/** The slugs in the fragment that exist, each once, at most three. */
function gekozen() {
  const slugs = (new URLSearchParams(location.hash.slice(1)).get("p") ?? "").split(",");
  return [...new Set(slugs)].filter((slug) => namen.has(slug)).slice(0, MEESTE);
}

const delen = plek.dataset.gegevens.split(" ");
const gehaald = new Map();

/** The part of the data that holds a praktijk, as comparing.py divides them. */
function haal(slug) {
  const adres = delen[[...slug].reduce((som, letter) => som + letter.charCodeAt(0), 0) % delen.length];
  if (!gehaald.has(adres)) gehaald.set(adres, fetch(adres).then((antwoord) => (antwoord.ok ? antwoord.json() : Promise.reject(antwoord))));
  return gehaald.get(adres);
}

/** How the values of one field relate, and in words where that helps; `bij` are the names of the columns. */
function oordeel(soort, waarden, bij) {
  const teksten = waarden.map((regels) => regels.filter(telt).map(tekstVan));
  const sleutels = teksten.map((delen) => delen.join("\n"));
  const zonder = bij.filter((_, i) => !sleutels[i]);
  if (new Set(sleutels).size === 1) return ["gelijk", zonder.length ? "nergens gevonden" : ""];
  const zelfde = bij.filter((_, i) => sleutels[i] && sleutels.filter((sleutel) => sleutel === sleutels[i]).length > 1);
  if (zelfde.length && soort !== "lijst") return ["deels gelijk", samen(zelfde)];
  if (zonder.length) return ["verschilt", `${samen(zonder)}: niets gevonden`];
  if (soort === "lijst") {
    const gedeeld = [...new Set(teksten.flat())].filter((deel) => teksten.filter((delen) => delen.includes(deel)).length > 1);
    return gedeeld.length ? ["deels gelijk", samen(gedeeld)] : ["verschilt", ""];
  }
  if (soort === "maat") return ["verschilt", "andere maat, niet op te tellen"];
  if (soort === "trede") return ["verschilt", `${bij[sleutels.indexOf([...sleutels].sort().at(-1))]} het sterkst`];
  const jaren = sleutels.map((sleutel) => Number(sleutel.match(/\d{4}/)?.[0]));
  const tussen = Math.max(...jaren) - Math.min(...jaren);
  if (soort === "periode" && tussen > 0) return ["verschilt", `${tussen} jaar tussen eerste en laatste begin`];
  return ["verschilt", ""];
}

function regelVan(regel, alleenHier) {
  const [tekst, klasse = "", glief = ""] = [regel].flat();
  const rij = element("span", { className: `regel ${klasse}` });
  if (glief) rij.append(glief.startsWith("stenen") ? teken(glief, "stenen", 60, 12) : teken(glief));
  rij.append(tekst);
  if (alleenHier) rij.append(" ", element("small", {}, "alleen hier"));
  return rij;
}

function rijVan([naam, soort], waarden, bij) {
  const [woord, uitleg] = oordeel(soort, waarden, bij);
  const hoofd = element("th", { scope: "row" }, naam, " ", element("span", {}, element("b", {}, woord), uitleg ? `: ${uitleg}` : ""));
  const cellen = waarden.map((regels, i) => {
    const elders = waarden.flatMap((andere, j) => (i === j ? [] : andere.map(tekstVan)));
    const cel = element("td", {}, ...regels.map((regel) => regelVan(regel, soort === "lijst" && woord === "deels gelijk" && !elders.includes(tekstVan(regel)))));
    cel.dataset.bij = bij[i];
    return cel;
  });
  return [woord, naam, element("tr", { className: woord.split(" ")[0], hidden: alleenVerschil && woord === "gelijk" }, hoofd, ...cellen)];
}

function kop(slug, { titel: naam, plaats, vak, trend }, weg) {
  const regel = element("span", { className: "kaartje-meta" }, plaats);
  if (vak) regel.append(element("span", { className: "kaartvak" }, "vak ", element("b", {}, vak)));
  const knop = element("button", { type: "button", className: "chip" }, "Haal weg", element("span", { className: "voorlezen" }, ` ${naam}`), teken("kruis"));
  knop.addEventListener("click", weg);
  return element("th", { scope: "col", className: `trend-${trend}` }, regel, element("a", { href: namen.get(slug)?.href ?? "" }, naam), knop);
}

function tabel(slugs, gegevens, zet) {
  const { velden } = gegevens[0];
  const rij = slugs.map((slug, i) => gegevens[i].praktijken[slug]);
  const enig = (plaats) => rij.filter((praktijk) => praktijk.plaats === plaats).length === 1;
  const bij = rij.map(({ plaats, titel: naam }) => (enig(plaats) ? plaats.replace(/ \(.*/, "") : naam));
  const rijen = velden.map((veld, i) => rijVan(veld, rij.map(({ waarden }) => waarden[i]), bij));
  const vinkje = element("input", { type: "checkbox", checked: alleenVerschil });
  const gevuld = element("table", {},
    element("caption", { className: "voorlezen" }, titel.textContent),
    element("thead", {}, element("tr", {}, element("td"), ...slugs.map((slug, i) => kop(slug, rij[i], () => zet(slugs.filter((ander) => ander !== slug), i))))),
    element("tbody", {}, ...rijen.map(([, , regel]) => regel)));
  vinkje.addEventListener("change", () => {
    alleenVerschil = vinkje.checked;
    for (const [woord, , regel] of rijen) regel.hidden = alleenVerschil && woord === "gelijk";
  });
  const per = OORDELEN.map((woord) => [woord, rijen.filter(([gevonden]) => gevonden === woord).map(([, naam]) => naam.toLowerCase())]);
  const woorden = element("div", { className: "vergelijk-woorden" },
    ...per.filter(([, delen]) => delen.length).map(([woord, delen]) => element("p", {}, element("b", {}, woord), samen(delen))),
    element("label", { className: "vink" }, vinkje, element("span", {}, "Toon alleen verschillen")));
  return rij.length > 1 ? [woorden, gevuld] : [gevuld];
}

function kiezer(slugs, zet) {
  const lijst = element("select", { id: "filter-erbij" });
  for (const [slug, link] of namen) if (!slugs.includes(slug)) lijst.append(new Option(link.textContent, slug));
  const vorm = element("form", { className: "vergelijk-keuze" },
    element("label", { htmlFor: "filter-erbij" }, slugs.length ? "Zet er een praktijk naast" : "Kies de eerste praktijk"), lijst, element("button", { className: "knop knop-klein" }, "Voeg toe"));
  vorm.addEventListener("submit", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    zet([...slugs, lijst.value]);
  });
  return vorm;
}

function knoppen() {
  const andere = element("a", { className: "knop", href: new URL("..", location.origin + location.pathname).pathname }, "Kies andere praktijken", teken("pijl"));
  const kopieer = element("button", { type: "button", className: "knop knop-rand" }, "Kopieer de link");
  kopieer.addEventListener("click", () => {
    navigator.clipboard.writeText(location.href).then(
      () => { melding.textContent = kopieer.textContent = "De link is gekopieerd"; },
      () => { melding.textContent = `Kopiëren lukt niet. Dit is de link: ${location.href}`; },
    );
  });
  return element("p", { className: "knoppen" }, andere, kopieer);
}

async function toon() {
  const slugs = gekozen();
  const gegevens = await Promise.all(slugs.map(haal));
  titel.textContent = TELWOORD[slugs.length] || zonderKeuze;
  const stukken = slugs.length ? tabel(slugs, gegevens, zet) : [];
  if (slugs.length < MEESTE) stukken.push(kiezer(slugs, zet));
  if (slugs.length) stukken.push(knoppen());
  if (stukken.some((stuk) => stuk.querySelector("td small"))) stukken.push(element("p", { className: "klein" }, "“Alleen hier” betekent: van deze praktijken heeft alleen deze het."));
  if (slugs.length > 1) stukken.push(element("p", { className: "klein kopieer" }, "De keuze staat in de link, achter het hekje, en wordt niet bewaard."));
  if (voorbeelden?.contains(document.activeElement)) titel.focus();
  uitkomst.replaceChildren(...stukken);
  alle.hidden = true;
  if (inleiding) inleiding.hidden = slugs.length > 0;
  if (voorbeelden) voorbeelden.hidden = slugs.length > 0;
  melding.textContent = slugs.length > 1 ? "" : "Kies twee of drie praktijken. Dat kan ook in de lijst, met het vakje Vergelijk.";
}

function luktNiet() {
  melding.textContent = "Vergelijken lukt nu niet. Open de praktijken hieronder elk in een eigen tabblad.";
  alle.hidden = false;
}

/** Another choice, with the focus on what stands where the old one stood. */
async function zet(slugs, weg = -1) {
  history.pushState(null, "", slugs.length ? `#p=${slugs.join(",")}` : location.pathname);
  await toon().catch(luktNiet);
  const koppen = uitkomst.querySelectorAll("thead button");
  (koppen[weg < 0 ? koppen.length - 1 : Math.min(weg, koppen.length - 1)] ?? uitkomst.querySelector("select"))?.focus();
  melding.textContent ||= titel.textContent;
}

addEventListener("popstate", () => toon().catch(luktNiet));
toon().catch(luktNiet);
