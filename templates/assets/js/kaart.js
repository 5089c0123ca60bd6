// Makes provinces and dots on a map links. The register beside the map has the same links for the keyboard and by ear.

const SVG = "http://www.w3.org/2000/svg";
const ROOT = new URL("../../../", import.meta.url).pathname;
const PROVINCES = [
  ["gr", "groningen", "Groningen"],
  ["fr", "fryslan", "Fryslân"],
  ["dr", "drenthe", "Drenthe"],
  ["ov", "overijssel", "Overijssel"],
  ["fl", "flevoland", "Flevoland"],
  ["ge", "gelderland", "Gelderland"],
  ["ut", "utrecht", "Utrecht"],
  ["nh", "noord-holland", "Noord-Holland"],
  ["zh", "zuid-holland", "Zuid-Holland"],
  ["ze", "zeeland", "Zeeland"],
  ["nb", "noord-brabant", "Noord-Brabant"],
  ["li", "limburg", "Limburg"],
];

/** @param {string} name @param {Record<string, unknown>} attributes */
function svgElement(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

for (const map of document.querySelectorAll(".kaart[role]")) {
  const country = map.querySelector(".kaart-land");
  const file = country?.getAttribute("href")?.split("#")[0];
  const provinces = svgElement("g", { class: "kaart-land" });
  for (const [id, slug, name] of PROVINCES) {
    const href = `${ROOT}praktijken/provincie/${slug}/`;
    const link = svgElement("a", { href, "aria-label": name, "data-provincie": slug });
    if (href === location.pathname) link.setAttribute("aria-current", "page");
    link.append(svgElement("use", { href: `${file}#${id}` }));
    provinces.append(link);
  }
  country?.replaceWith(provinces);
  map.setAttribute("role", "group");
  for (const dot of map.querySelectorAll("circle[data-adres]")) {
    const link = svgElement("a", { href: dot.getAttribute("data-adres"), tabindex: -1, "aria-hidden": true });
    const [cx, cy] = [dot.getAttribute("cx"), dot.getAttribute("cy")];
    dot.replaceWith(link);
    link.append(svgElement("circle", { class: "kaart-doel", cx, cy, r: 13 }), dot);
  }
}
