// The number of a source says, beside it, what that source is. Without script it leads to the list of sources.

import { element, findAll } from "../dom.js";
import { explain } from "./beside.js";

/** What the list says of a source. @typedef {{ title: string, lang: string, about: string, read: string, address: string }} Source */

/** The source that a number leads to. @param {HTMLAnchorElement} mark @returns {Source} */
export function sourceOf(mark) {
  const line = document.getElementById(mark.hash.slice(1));
  const title = /** @type {HTMLElement | null | undefined} */ (line?.querySelector(".bron-titel"));
  const about = line?.querySelector(".bron-regel")?.firstChild?.textContent?.trim() ?? "";
  const read = line?.parentElement?.nextElementSibling?.textContent?.split(/[,.]/)[0] ?? "";
  return {
    title: title?.textContent ?? "",
    lang: title?.lang ?? "",
    about,
    read: about.includes(" Geraadpleegd ") || !read ? "" : `${read}.`,
    address: title?.querySelector("a")?.href ?? "",
  };
}

export const marks = /** @type {HTMLAnchorElement[]} */ (findAll("sup.noot a"));

/** @param {HTMLAnchorElement} mark @returns {HTMLElement[]} */
function createNote(mark) {
  const { title, lang, about, read, address } = sourceOf(mark);
  if (!title) return [];
  const sentence = mark.closest('[id^="c-"]');
  const list = element("a", { href: mark.hash }, "Alle bronnen");
  const here = element("a", { href: `#${sentence?.id}` }, "Link naar deze zin");
  const close = element("button", { type: "button", className: "knop knop-klein" }, "Sluit");
  const ways = element("p", { className: "uitleg-voet" }, list, " ", ...(sentence ? [here, " "] : []), close);
  if (address) ways.prepend(element("a", { href: address }, "Open bron"), " ");
  for (const way of [list, here, close]) {
    way.addEventListener("click", () => /** @type {HTMLElement | null} */ (ways.closest("[popover]"))?.hidePopover());
  }
  const words = element("p", { tabIndex: -1 }, element("b", { lang }, title), element("br"), `${about} ${read}`.trim());
  return [words, ways];
}

for (const mark of marks) explain(mark, () => createNote(mark), { label: `Bron ${mark.lastChild?.textContent}` });
