// The rows, in two lists: one that is shown, and the rest, which is not drawn and so costs nothing to change. What fits
// the choice is found there by a search in the page, and is printed.

/** The values of a row, as numbers: in data-f a letter for the facet and a figure for the place of the value in it. */
export function gelezen(li, plaats, facetten) {
  const heeft = li.dataset.f.match(/../g).map((merk) => facetten[merk.charCodeAt(0) - 97].waarden[parseInt(merk[1], 36)]);
  const maskers = new Array(facetten.length).fill(0);
  for (const { facet, bit } of heeft) maskers[facet] |= bit;
  return {
    li,
    plaats,
    maskers,
    nummers: heeft.map(({ nummer }) => nummer),
    punten: li.dataset.p ? li.dataset.p.split(" ").map(Number) : [],
    trede: Number(li.querySelector(".stenen use").getAttribute("href").at(-1)),
    past: true,
  };
}

const volgordes = {
  gecontroleerd: (a, b) => a.plaats - b.plaats,
  bewijs: (a, b) => b.trede - a.trede || a.plaats - b.plaats,
  naam: (a, b) => a.rang - b.rang,
};

/** The name of an order that exists, whatever was asked. */
export const bestaandeVolgorde = (gevraagd) => (Object.hasOwn(volgordes, gevraagd) ? gevraagd : "gecontroleerd");

/** Comparing names takes long, so each row gets its rank, once, when somebody asks for this order. */
function rangschik(rijen) {
  const { compare } = new Intl.Collator("nl");
  const namen = rijen.map((rij) => [rij.li.querySelector("h3").textContent, rij]).sort(([a], [b]) => compare(a, b));
  for (const [rang, [, rij]] of namen.entries()) rij.rang = rang;
}

export function sorteer(rijen, volgorde) {
  if (volgorde === "naam" && rijen.length && rijen[0].rang === undefined) rangschik(rijen);
  rijen.sort(volgordes[volgorde]);
}

/** Let a list hold these elements in this order; only what stands elsewhere is moved. */
function leg(lijst, gewenst) {
  let plek = lijst.firstElementChild;
  for (const li of gewenst) {
    if (li === plek) plek = plek.nextElementSibling;
    else lijst.insertBefore(li, plek);
  }
}

/** Two lists for the rows of one; what is found in the rest stays shown, and `gevonden` is told. */
export function tweeLijsten(lijst, rijen, gevonden) {
  lijst.classList.remove("lang");
  const rest = lijst.cloneNode(false);
  const rijVan = new Map(rijen.map((rij) => [rij.li, rij]));
  lijst.after(rest);
  rest.addEventListener("beforematch", gevonden);
  return {
    getoond: () => [...lijst.children].map((li) => rijVan.get(li)),
    /** Show these rows and no other. */
    toon(getoond) {
      const blijft = new Set(getoond.map(({ li }) => li));
      rest.append(...[...lijst.children].filter((li) => !blijft.has(li)));
      leg(lijst, blijft);
      for (const li of blijft) li.hidden = false;
      rest.hidden = "until-found";
    },
    /** Put the rest in the order of these rows; what does not fit the choice cannot be found there. */
    orden(alle) {
      const hier = alle.filter(({ li }) => li.parentElement === rest);
      leg(rest, hier.map(({ li }) => li));
      for (const { li, past } of hier) li.hidden = !past;
    },
  };
}
