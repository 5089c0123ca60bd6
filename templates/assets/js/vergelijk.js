// Puts up to three praktijken side by side. The choice is in the fragment (#p=a,b,c), which no server sees.

const MEESTE = 3;
const plek = document.querySelector(".vergelijk");
const melding = document.querySelector("#meldingen");
const uitkomst = document.querySelector("#uitkomst");

function element(naam, tekst, eigenschappen = {}) {
  const nieuw = Object.assign(document.createElement(naam), eigenschappen);
  if (tekst) nieuw.textContent = tekst;
  return nieuw;
}

/** The slugs in the fragment that exist, each once, at most three. */
function gekozen(praktijken) {
  const slugs = (new URLSearchParams(location.hash.slice(1)).get("p") ?? "").split(",");
  return [...new Set(slugs)].filter((slug) => Object.hasOwn(praktijken, slug)).slice(0, MEESTE);
}

function keuzelijst(praktijken, nummer, slug, kies) {
  const label = element("label", `Praktijk ${nummer}`);
  const lijst = element("select");
  lijst.append(new Option("geen", ""));
  const namen = Object.entries(praktijken).sort(([, a], [, b]) => a.titel.localeCompare(b.titel, "nl"));
  for (const [waarde, { titel }] of namen) lijst.append(new Option(titel, waarde));
  lijst.value = slug;
  lijst.addEventListener("change", kies);
  label.append(lijst);
  return label;
}

function kop({ titel, adres }) {
  const cel = element("th", "", { scope: "col" });
  cel.append(element("a", titel, { href: adres }));
  return cel;
}

function tabel(velden, rij) {
  const hoofd = element("tr");
  hoofd.append(element("th", "Veld", { scope: "col" }), ...rij.map(kop));
  const lijf = element("tbody");
  velden.forEach((veld, plaats) => {
    const waarden = rij.map(({ waarden }) => waarden[plaats]);
    const naam = element("th", veld, { scope: "row" });
    const regel = element("tr");
    if (rij.length > 1) {
      const gelijk = new Set(waarden).size === 1;
      naam.append(" ", element("span", gelijk ? "gelijk" : "verschilt"));
      if (!gelijk) regel.className = "verschil";
    }
    regel.append(naam, ...waarden.map((waarde) => element("td", waarde)));
    lijf.append(regel);
  });
  const gevuld = element("table");
  const bovenin = element("thead");
  bovenin.append(hoofd);
  gevuld.append(element("caption", "Praktijken naast elkaar"), bovenin, lijf);
  const venster = element("div", "", { className: "tabel", role: "region", tabIndex: 0, ariaLabel: "Praktijken naast elkaar" });
  venster.append(gevuld);
  return venster;
}

function start({ velden, praktijken }) {
  const keuze = element("div", "", { className: "vergelijk-keuze" });
  uitkomst.before(keuze);

  function toon() {
    const slugs = gekozen(praktijken);
    uitkomst.replaceChildren(...(slugs.length ? [tabel(velden, slugs.map((slug) => praktijken[slug]))] : []));
    melding.textContent = slugs.length
      ? `Gekozen: ${slugs.map((slug) => praktijken[slug].titel).join("; ")}.`
      : "Kies hieronder twee of drie praktijken.";
    return slugs;
  }

  function kies() {
    const slugs = [...keuze.querySelectorAll("select")].map(({ value }) => value).filter(Boolean);
    history.replaceState(null, "", slugs.length ? `#p=${[...new Set(slugs)].join(",")}` : location.pathname);
    toon();
  }

  function lees() {
    const slugs = toon();
    const lijsten = Array.from({ length: MEESTE }, (_, i) => keuzelijst(praktijken, i + 1, slugs[i] ?? "", kies));
    keuze.replaceChildren(...lijsten);
  }

  addEventListener("hashchange", lees);
  lees();
}

fetch(plek.dataset.gegevens)
  .then((antwoord) => (antwoord.ok ? antwoord.json() : Promise.reject(antwoord)))
  .then(start)
  .catch(() => {
    melding.textContent = "Vergelijken lukt nu niet. Open de praktijken hieronder elk in een eigen tabblad.";
  });
