// The switch for light and dark; what a reader chose earlier was set by thema.js before the page was drawn. And the
// search field in place: every page pays for this script, so what opens it comes when somebody asks.

const button = /** @type {HTMLElement} */ (document.querySelector(".thema"));
const { dataset } = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (dataset.thema ? dataset.thema === "donker" : dark.matches);

function show() {
  button.ariaPressed = String(isDark());
}

/** With the link in the menu, or with / where nothing is typed in and the reader did not put it off. @param {any} event */
function searchHere(event) {
  const { key, target } = event;
  const isAsked = key
    ? key === "/" && !dataset.toets && !target.matches("input,select,textarea")
    : target.closest(".zoekhier");
  if (!isAsked || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  import("./zoekvak.js").then(({ open }) => open());
}

show();
dark.addEventListener("change", show);
button.addEventListener("click", () => {
  dataset.thema = isDark() ? "licht" : "donker";
  try {
    localStorage.setItem("thema", dataset.thema);
  } catch {
    // storage can be switched off; the choice then holds for this page only
  }
  show();
});
addEventListener("click", searchHere);
addEventListener("keydown", searchHere);
