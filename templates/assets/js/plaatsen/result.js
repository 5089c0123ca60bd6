// What the page shows of a chosen gemeente: those like it, each with the reason and its praktijken.

import { element } from "../dom.js";

/** @import { Gelijke } from "../alike.js" */

/** Addresses of the lists, with a closing slash. @typedef {{ praktijken: string, gemeenten: string }} Lists */

/** The name of a gemeente, as a link when it has a page. @param {Gelijke} gelijke @param {Lists} lists */
function createName({ naam, slug, heeftPagina }, { gemeenten }) {
  return heeftPagina ? element("a", { href: `${gemeenten}${slug}/` }, naam) : naam;
}

/** @param {Gelijke} gelijke @param {Lists} lists */
function createTown(gelijke, lists) {
  const { reden, titels, praktijken } = gelijke;
  const links = titels.map((titel, i) =>
    element("li", {}, element("a", { href: `${lists.praktijken}${praktijken[i]}/` }, titel)),
  );
  const item = element(
    "li",
    {},
    element("h3", {}, createName(gelijke, lists)),
    element("p", { className: "noot-regel" }, reden),
    element("ul", {}, ...links),
  );
  const more = praktijken.length - titels.length;
  const text = more === 1 ? "En nog 1 praktijk." : `En nog ${more} praktijken.`;
  if (more) item.append(element("p", { className: "noot-regel" }, text));
  return item;
}

/** @param {Gelijke[]} gelijken @param {Lists} lists */
function createRest(gelijken, lists) {
  const line = element("p", { className: "noot-regel" }, "Nu zonder praktijk: ");
  for (const [i, gelijke] of gelijken.entries()) {
    const end = i < gelijken.length - 1 ? "; " : ".";
    line.append(createName(gelijke, lists), ` (${gelijke.reden})${end}`);
  }
  return line;
}

/** The list, and below it in one line those without praktijken. @param {Gelijke[]} gelijken @param {Lists} lists */
export function createResult(gelijken, lists) {
  const active = gelijken.filter(({ praktijken }) => praktijken.length);
  const rest = gelijken.filter(({ praktijken }) => !praktijken.length);
  const pieces = [];
  if (active.length) {
    pieces.push(element("ul", { className: "gelijken" }, ...active.map((gelijke) => createTown(gelijke, lists))));
  }
  if (rest.length) pieces.push(createRest(rest, lists));
  return pieces;
}
