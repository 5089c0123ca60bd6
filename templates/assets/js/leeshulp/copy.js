// Buttons that copy: shown only where the browser lets a page write to the clipboard. What happened is said in words
// in the status beside the button.

const address = location.href.split("#")[0];
/** @returns {HTMLAnchorElement | null} */
const currentLink = () => document.querySelector(".inhoudsopgave [aria-current]");
/** @type {Record<string, () => string>} */
const texts = {
  citaat: () => document.querySelector(".citaat")?.textContent.trim() ?? "",
  deel: () => address + (currentLink()?.hash ?? ""),
  pagina: () => address,
};
/** @type {NodeListOf<HTMLElement>} */
const buttons = document.querySelectorAll("[data-kopieer]");

for (const button of navigator.clipboard ? buttons : []) {
  const status = button.parentElement?.querySelector("[role=status]");
  let clearing = 0;
  /** @param {string} text */
  const tell = (text) => {
    if (status) status.textContent = text;
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    clearTimeout(clearing);
    try {
      await navigator.clipboard.writeText(texts[button.dataset.kopieer ?? ""]());
      tell("Gekopieerd");
    } catch {
      tell("Kopiëren mag hier niet van de browser");
    }
    clearing = setTimeout(tell, 6000, "");
  });
}
