// Searches the index of the site. Each word of the question must begin a word of the item.

const MEESTE = 50;
const vorm = document.querySelector("#zoekvorm");
const veld = document.querySelector("#zoekveld");
const melding = document.querySelector("#meldingen");
const lijst = document.querySelector("#uitkomst");
const register = document.querySelector("#lijst");

/** Lower case, without accents, words apart by one space. */
function vouw(tekst) {
  return tekst
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function punten(item, woord) {
  const begin = ` ${woord}`;
  const heel = `${begin} `;
  if (item.titel.includes(heel)) return 5;
  if (item.titel.includes(begin)) return 4;
  if (item.zin.includes(begin)) return 2;
  return item.tekst.includes(begin) ? 1 : 0;
}

/** The items in which every word occurs, the best first; equal ones stay in the order of the index. */
function zoek(items, vraag) {
  const woorden = vouw(vraag).split(" ").filter(Boolean);
  if (!woorden.length) return null;
  const gevonden = [];
  for (const item of items) {
    const telling = woorden.map((woord) => punten(item, woord));
    if (telling.every(Boolean)) gevonden.push([telling.reduce((a, b) => a + b), item.bron]);
  }
  return gevonden.sort((a, b) => b[0] - a[0]).map(([, bron]) => bron);
}

function element(naam, tekst, klasse) {
  const nieuw = document.createElement(naam);
  if (tekst) nieuw.textContent = tekst;
  if (klasse) nieuw.className = klasse;
  return nieuw;
}

function treffer(bron) {
  const regel = element("li");
  const meta = element("p", "", "kaartje-meta");
  meta.append(element("span", bron.soort, "soort"), " ", element("span", bron.plaats));
  const kop = element("h2");
  const link = element("a", bron.titel);
  link.href = bron.adres;
  kop.append(link);
  regel.append(meta, kop, element("p", bron.in_een_zin));
  return regel;
}

let laden;
function index() {
  laden ??= fetch(vorm.dataset.gegevens)
    .then((antwoord) => (antwoord.ok ? antwoord.json() : Promise.reject(antwoord)))
    .then(({ items }) =>
      items.map((bron) => ({
        bron,
        titel: ` ${vouw(bron.titel)} `,
        zin: ` ${vouw(`${bron.in_een_zin} ${bron.plaats} ${bron.soort}`)} `,
        tekst: ` ${vouw(bron.tekst)} `,
      })),
    );
  return laden;
}

function aantal(gevonden) {
  if (!gevonden.length) return "Niets gevonden. Probeer minder woorden of een ander woord.";
  if (gevonden.length === 1) return "1 treffer";
  return `${gevonden.length} treffers${gevonden.length > MEESTE ? `, de eerste ${MEESTE} staan hieronder` : ""}`;
}

async function toon() {
  const vraag = veld.value;
  const adres = new URL(location.href);
  if (vraag) adres.searchParams.set("q", vraag);
  else adres.searchParams.delete("q");
  history.replaceState(null, "", adres);
  try {
    const gevonden = zoek(await index(), vraag);
    if (vraag !== veld.value) return; // a newer question is on its way
    lijst.replaceChildren(...(gevonden ?? []).slice(0, MEESTE).map(treffer));
    melding.textContent = gevonden ? aantal(gevonden) : "";
    register.hidden = gevonden !== null;
  } catch {
    laden = undefined;
    lijst.replaceChildren();
    register.hidden = false;
    melding.textContent = "Zoeken lukt nu niet. Hieronder staat alles wat u kunt vinden.";
  }
}

let wachten;
veld.addEventListener("input", () => {
  clearTimeout(wachten);
  wachten = setTimeout(toon, 150);
});
veld.addEventListener("focus", () => index().catch(() => (laden = undefined)), { once: true });
vorm.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  clearTimeout(wachten);
  toon();
});

veld.value = new URL(location.href).searchParams.get("q") ?? "";
if (veld.value) toon();
