// Makes provinces and dots on a map links. The register beside the map has the same links for the keyboard and by ear.

const SVG = "http://www.w3.org/2000/svg";
const WORTEL = new URL("../../../", import.meta.url).pathname;
const PROVINCIES = [
  ["gr", "groningen", "Groningen"], ["fr", "fryslan", "Fryslân"], ["dr", "drenthe", "Drenthe"],
  ["ov", "overijssel", "Overijssel"], ["fl", "flevoland", "Flevoland"], ["ge", "gelderland", "Gelderland"],
  ["ut", "utrecht", "Utrecht"], ["nh", "noord-holland", "Noord-Holland"], ["zh", "zuid-holland", "Zuid-Holland"],
  ["ze", "zeeland", "Zeeland"], ["nb", "noord-brabant", "Noord-Brabant"], ["li", "limburg", "Limburg"],
];

function element(naam, eigenschappen) {
  const nieuw = document.createElementNS(SVG, naam);
  for (const [sleutel, waarde] of Object.entries(eigenschappen)) nieuw.setAttribute(sleutel, waarde);
  return nieuw;
}

for (const kaart of document.querySelectorAll(".kaart[role]")) {
  const land = kaart.querySelector(".kaart-land");
  const bestand = land.getAttribute("href").split("#")[0];
  const provincies = element("g", { class: "kaart-land" });
  for (const [id, slug, naam] of PROVINCIES) {
    const link = element("a", { href: `${WORTEL}praktijken/provincie/${slug}/`, "aria-label": naam, "data-provincie": slug });
    if (link.getAttribute("href") === location.pathname) link.setAttribute("aria-current", "page");
    link.append(element("use", { href: `${bestand}#${id}` }));
    provincies.append(link);
  }
  land.replaceWith(provincies);
  kaart.setAttribute("role", "group");
  for (const stip of kaart.querySelectorAll("circle[data-adres]")) {
    const link = element("a", { href: stip.dataset.adres, tabindex: -1, "aria-hidden": true });
    const doel = element("circle", { class: "kaart-doel", cx: stip.getAttribute("cx"), cy: stip.getAttribute("cy"), r: 13 });
    stip.replaceWith(link);
    link.append(doel, stip);
  }
}
