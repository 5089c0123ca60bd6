// The switch for light and dark; what a reader chose earlier was set by thema.js before the page was drawn.

const knop = document.querySelector(".thema");
const wortel = document.documentElement;
const donker = matchMedia("(prefers-color-scheme: dark)");

function isDonker() {
  return wortel.dataset.thema ? wortel.dataset.thema === "donker" : donker.matches;
}

function toon() {
  knop.setAttribute("aria-pressed", String(isDonker()));
}

toon();
donker.addEventListener("change", toon);
knop.addEventListener("click", () => {
  wortel.dataset.thema = isDonker() ? "licht" : "donker";
  try {
    localStorage.setItem("thema", wortel.dataset.thema);
  } catch {
    // storage can be switched off; the choice then holds for this page only
  }
  toon();
});
