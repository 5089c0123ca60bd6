// The switch for light and dark; what a reader chose earlier was set by thema.js before the page was drawn.

const button = document.querySelector(".thema");
const { dataset } = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  return dataset.thema ? dataset.thema === "donker" : dark.matches;
}

function show() {
  button?.setAttribute("aria-pressed", String(isDark()));
}

show();
dark.addEventListener("change", show);
button?.addEventListener("click", () => {
  dataset.thema = isDark() ? "licht" : "donker";
  try {
    localStorage.setItem("thema", dataset.thema);
  } catch {
    // storage can be switched off; the choice then holds for this page only
  }
  show();
});
