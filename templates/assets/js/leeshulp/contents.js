// The contents beside the text: mark the part that is being read. Without script they are plain links.

const contents = document.querySelector(".inhoudsopgave");
const details = contents?.querySelector("details");

if (contents && details) {
  /** @type {Map<Element, Element>} */
  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    const heading = document.getElementById(link.hash.slice(1));
    if (heading) links.set(heading, link);
  }
  /** @type {Element | undefined} */
  let current;

  const mark = () => {
    // The last part that begins in the upper third of the window; at the very end the last part.
    const limit = innerHeight / 3;
    const isEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const passed = [...links.keys()].findLast((heading) => isEnd || heading.getBoundingClientRect().top < limit);
    const link = passed && links.get(passed);
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
  };

  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of links.keys()) observer.observe(heading);
  addEventListener("scrollend", mark);

  // Beside the text the style sheet shows the contents always; there they are open for everybody, also by ear.
  const wide = matchMedia("(width >= 60rem)");
  const setOpen = () => {
    details.open = wide.matches;
  };
  setOpen();
  wide.addEventListener("change", setOpen);
  contents.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a") && !wide.matches) details.open = false;
  });
}
