// Makes provinces and dots on a map links. The register beside the map has the same links for the keyboard and by ear. A dot
// says its name when it is pointed at, and so does that of any link in the page which has the focus or is pointed at. On a
// touch screen the first tap on a dot says its name and the second follows its link.

const SVG = "http://www.w3.org/2000/svg";
const ROOT = new URL("../../../", import.meta.url).pathname;
/** The name of each province in the drawing, and what it is called. */
const PROVINCES =
  "gr Groningen, fr Fryslân, dr Drenthe, ov Overijssel, fl Flevoland, ge Gelderland, ut Utrecht, nh Noord-Holland, zh Zuid-Holland, ze Zeeland, nb Noord-Brabant, li Limburg";

/** @param {string} name @param {Record<string, unknown>} attributes */
export function svgElement(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** @param {Element} map */
function nameDots(map) {
  const names = map.querySelector(".kaart-namen");
  const label = svgElement("text", {});
  /** The dot that was pointed at last. @type {Element | null | undefined | false | ""} */
  let named;
  let isFirstTap = false;
  const show = (/** @type {Event} */ { target }) => {
    label.remove();
    const link = target instanceof Element && target.closest("a[href]");
    const dot = link && map.querySelector(`[data-adres="${CSS.escape(link.getAttribute("href") ?? "")}"]`);
    named = dot;
    if (!dot || [...(names?.children ?? [])].some(({ textContent }) => textContent === dot.getAttribute("data-naam")))
      return;
    const x = Number(dot.getAttribute("cx"));
    label.textContent = dot.getAttribute("data-naam");
    label.setAttribute("x", String(x));
    label.setAttribute("y", String(Number(dot.getAttribute("cy")) - 16));
    label.setAttribute("text-anchor", x < 150 ? "start" : x > 450 ? "end" : "middle");
    names?.append(label);
  };
  addEventListener("pointerover", (event) => {
    const before = named;
    show(event);
    isFirstTap = event.pointerType === "touch" && named !== before;
  });
  addEventListener("focusin", show);
  map.querySelector(".kaart-punten")?.addEventListener("click", (event) => {
    if (isFirstTap) event.preventDefault();
    isFirstTap = false;
  });
}

for (const map of document.querySelectorAll(".kaart[role]")) {
  const country = map.querySelector(".kaart-land");
  const file = country?.getAttribute("href")?.split("#")[0];
  const provinces = svgElement("g", { class: "kaart-land" });
  for (const [, id, name] of PROVINCES.matchAll(/(..) ([^,]+)/g)) {
    const slug = name.toLowerCase().replace("â", "a");
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
  nameDots(map);
}
