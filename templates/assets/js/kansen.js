// Narrows the overview of kansen: within a group any choice will do, between groups all must hold. The choice is in the
// address, and each option says how many kansen it would leave.

import { element } from "./element.js";

const vorm = document.querySelector(".filterbalk form");
const lade = document.querySelector(".filterbalk");
const uitkomst = document.querySelector(".aantal");
const kansen = [...document.querySelectorAll(".kans")].map((blok) => ({
  blok,
  thema: blok.closest("[data-thema]").dataset.thema,
  fase: blok.closest("[data-fase]").dataset.fase,
  praktijk: blok.dataset.praktijk,
}));
const alles = vorm.querySelector("[type=reset]");
const leeg = element("p", { className: "leeg", hidden: true }, "Geen kans heeft al deze kenmerken. Haal een keuze weg.");
document.querySelector(".kansen-kop").after(leeg);
const GROEPEN = ["thema", "fase", "praktijk"];

function keuze() {
  return new URLSearchParams(new FormData(vorm));
}

function past(kans, gekozen, behalve) {
  return GROEPEN.every((naam) => naam === behalve || !gekozen.has(naam) || gekozen.has(naam, kans[naam]));
}

function toon() {
  const gekozen = keuze();
  const over = kansen.filter((kans) => past(kans, gekozen));
  for (const kans of kansen) kans.blok.hidden = !over.includes(kans);
  for (const deel of document.querySelectorAll(".fase, .kansrij")) {
    deel.hidden = gekozen.size > 0 && !deel.querySelector(".kans:not([hidden])");
  }
  for (const vak of vorm.querySelectorAll("input")) {
    const over = kansen.filter((kans) => kans[vak.name] === vak.value && past(kans, gekozen, vak.name));
    vak.parentElement.querySelector(".getal").textContent = over.length;
  }
  document.body.classList.toggle("een-fase", gekozen.getAll("fase").length === 1);
  const alle = `${kansen.length} kansen`;
  const tekst = over.length === kansen.length ? alle : `${over.length} van ${alle}`;
  if (uitkomst.textContent !== tekst) uitkomst.textContent = tekst;
  leeg.hidden = over.length > 0;
  if (!gekozen.size && document.activeElement === alles) vorm.querySelector("input").focus();
  alles.hidden = !gekozen.size;
  lade.querySelector(".filterbalk-actief").textContent = gekozen.size ? `: ${gekozen.size} actief` : "";
}

function lees() {
  const gevraagd = new URLSearchParams(location.search);
  for (const vak of vorm.querySelectorAll("input")) vak.checked = gevraagd.has(vak.name, vak.value);
  toon();
}

function bewaar() {
  const gekozen = String(keuze());
  history.pushState(null, "", location.pathname + (gekozen && `?${gekozen}`));
  toon();
}

vorm.addEventListener("change", bewaar);
vorm.addEventListener("reset", () => setTimeout(bewaar));
vorm.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  uitkomst.scrollIntoView();
});
addEventListener("popstate", lees);
lade.open = matchMedia("(min-width: 60rem)").matches;
lees();
