// A tick box "Vergelijk" on every card of a list; up to three lead to the page that puts them side by side.

import { element } from "./element.js";

const MEESTE = 3;
const PER_KEER = 12;
const VERGELIJK = new URL("../../../praktijken/vergelijk/", import.meta.url).pathname;
const gekozen = new Set();
const vinkjes = [];
const tekst = element("span", {});
const link = element("a", { className: "knop knop-klein", href: VERGELIJK }, "Zet naast elkaar");
const balk = element("div", { className: "vergelijkbalk", hidden: true }, tekst, link);
balk.setAttribute("role", "status");

const kaartjes = [...document.querySelectorAll("#lijst > .kaartjes .kaartje")];

/** Give the next cards their box; the others wait, so that a long list can be used in the meantime. */
function voegToe() {
  for (const kaartje of kaartjes.splice(0, PER_KEER)) {
    const titel = kaartje.querySelector("h3 a");
    const vinkje = element("input", { type: "checkbox", name: "vergelijk", value: titel.getAttribute("href").split("/").at(-2), disabled: gekozen.size === MEESTE });
    const naam = element("span", { className: "voorlezen" }, ` ${titel.textContent}`);
    kaartje.lastElementChild.append(element("label", { className: "vink aanvinken" }, vinkje, element("span", {}, "Vergelijk", naam)));
    vinkjes.push(vinkje);
  }
  if (kaartjes.length) setTimeout(voegToe);
}

voegToe();
document.querySelector("#lijst").addEventListener("change", ({ target }) => {
  if (target.name !== "vergelijk") return;
  if (target.checked) gekozen.add(target.value);
  else gekozen.delete(target.value);
  const vol = gekozen.size === MEESTE;
  for (const vinkje of vinkjes) vinkje.disabled = vol && !vinkje.checked;
  tekst.textContent = vol ? `${MEESTE} gekozen; meer past niet naast elkaar.` : `${gekozen.size} gekozen om te vergelijken.`;
  link.href = `${VERGELIJK}#p=${[...gekozen].join(",")}`;
  balk.hidden = !gekozen.size;
});
document.querySelector("#lijst").append(balk);
