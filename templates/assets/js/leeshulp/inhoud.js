// The contents beside the text: mark the part that is being read. Without script they are plain links.

const lijst = document.querySelector(".inhoudsopgave");

if (lijst) {
  const details = lijst.querySelector("details");
  const links = new Map();
  for (const link of lijst.querySelectorAll("a")) {
    const kop = document.getElementById(link.hash.slice(1));
    if (kop) links.set(kop, link);
  }
  let huidig = null;

  function merk() {
    // The last part that begins in the upper third of the window; at the very end the last part.
    const grens = innerHeight / 3;
    const eind = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const gehad = [...links.keys()].filter((kop) => eind || kop.getBoundingClientRect().top < grens);
    const nu = links.get(gehad.at(-1)) ?? null;
    if (nu === huidig) return;
    huidig?.removeAttribute("aria-current");
    nu?.setAttribute("aria-current", "location");
    huidig = nu;
  }

  const kijker = new IntersectionObserver(merk, { rootMargin: "0px 0px -66% 0px" });
  for (const kop of links.keys()) kijker.observe(kop);
  addEventListener("scrollend", merk);

  // Beside the text the style sheet shows the contents always; there they are open for everybody, also by ear.
  const breed = matchMedia("(min-width: 60rem)");
  const zet = () => {
    details.open = breed.matches;
  };
  zet();
  breed.addEventListener("change", zet);
  lijst.addEventListener("click", (klik) => {
    if (klik.target.closest("a") && !breed.matches) details.open = false;
  });
}
