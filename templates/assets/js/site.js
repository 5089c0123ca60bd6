// The theme: follows the system until a reader chooses, then remembers the choice on this device.

const SLEUTEL = "thema";
const knop = document.querySelector(".thema");
const donker = matchMedia("(prefers-color-scheme: dark)");

function bewaard() {
  try {
    return localStorage.getItem(SLEUTEL);
  } catch {
    return null; // storage can be switched off; the switch then works for this page only
  }
}

let keuze = bewaard();

function toon() {
  const isDonker = keuze ? keuze === "donker" : donker.matches;
  if (keuze) document.documentElement.dataset.thema = isDonker ? "donker" : "licht";
  knop?.setAttribute("aria-pressed", String(isDonker));
}

toon();
donker.addEventListener("change", toon);

if (knop) {
  knop.hidden = false;
  knop.addEventListener("click", () => {
    keuze = knop.getAttribute("aria-pressed") === "true" ? "licht" : "donker";
    try {
      localStorage.setItem(SLEUTEL, keuze);
    } catch {
      // as above
    }
    toon();
  });
}
