// A tick box "Vergelijk" on every card of a list; up to three lead to the page that puts them side by side.

import { element } from "./element.js";

const MEESTE = 3;
const VERGELIJK = new URL("../../../praktijken/vergelijk/", import.meta.url).pathname;
const gekozen = new Set();
const vinkjes = [];
const tekst = element("span", {});
const link = element("a", { className: "knop knop-klein", href: VERGELIJK }, "Zet naast elkaar");
const balk = element("div", { className: "vergelijkbalk", hidden: true }, tekst, link);
balk.setAttribute("role", "status");

for (const kaartje of document.querySelectorAll("#lijst > .kaartjes .kaartje")) {
  const slug = kaartje.querySelector("h3 a").getAttribute("href").split("/").at(-2);
  const vinkje = element("input", { type: "checkbox", name: "vergelijk", value: slug });
  const titel = element("span", { className: "voorlezen" }, ` ${kaartje.querySelector("h3").textContent}`);
  kaartje.querySelector(".kaartje-stand").append(element("label", { className: "vink aanvinken" }, vinkje, element("span", {}, "Vergelijk", titel)));
  vinkjes.push(vinkje);
}

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
