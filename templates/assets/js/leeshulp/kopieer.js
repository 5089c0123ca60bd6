// Buttons that copy: shown only where the browser lets a page write to the clipboard. What happened is said in words
// in the status beside the button.

const adres = location.href.split("#")[0];
const wat = {
  citaat: () => document.querySelector(".citaat").textContent.trim(),
  deel: () => adres + (document.querySelector(".inhoudsopgave [aria-current]")?.hash ?? ""),
  pagina: () => adres,
};

for (const knop of navigator.clipboard ? document.querySelectorAll("[data-kopieer]") : []) {
  const melding = knop.parentElement.querySelector("[role=status]");
  let wissen = 0;
  knop.hidden = false;
  knop.addEventListener("click", async () => {
    clearTimeout(wissen);
    try {
      await navigator.clipboard.writeText(wat[knop.dataset.kopieer]());
      melding.textContent = "Gekopieerd";
    } catch {
      melding.textContent = "Kopiëren mag hier niet van de browser";
    }
    wissen = setTimeout(() => melding.replaceChildren(), 6000);
  });
}
