// What may stand for a word that the index knows. An alternative is [weight, numbers of terms, as written]; one with
// several terms needs all of them, and only synonyms say how they are written.

const MEESTE_AANVULLINGEN = 12;
const MEESTE_VERVANGERS = 8;
/** What the parts of a compound count: all together, and one alone. */
const BEKEND = { samen: 0.5, alleen: 0.15 };

/** The parts of a compound, the head last: all of them, each alone, and all with one replaced by a synonym. */
export async function delen(index, nummers, { samen, alleen } = BEKEND) {
  if (nummers.length < 2) return nummers.map((nummer) => [alleen, [nummer]]);
  const uit = [[samen, nummers], ...nummers.map((nummer, i) => [alleen * (nummers[i + 1] === undefined ? 1 : 0.7), [nummer]])];
  for (const [i, nummer] of nummers.entries()) {
    for (const [gewicht, termen] of (await index.synoniemen({ nummer, aantal: 1 })).slice(0, MEESTE_VERVANGERS)) {
      uit.push([samen * gewicht, nummers.flatMap((ander, j) => (i === j ? termen : [ander]))]);
    }
  }
  return uit;
}

/** A word itself when texts have it, its parts and its synonyms. */
export async function bekend(index, gevonden) {
  const zelf = gevonden.aantal ? [[1, [gevonden.nummer]]] : [];
  const samengesteld = gevonden.delen.length > 1 ? await delen(index, gevonden.delen) : [];
  return [...zelf, ...samengesteld, ...(await index.synoniemen(gevonden))];
}

/** The most frequent words that begin so. */
export async function aanvulling(index, begin) {
  const gevonden = (await index.metBegin(begin)).filter(({ woord, aantal }) => aantal && woord !== begin);
  const vaakst = gevonden.sort((a, b) => b.aantal - a.aantal).slice(0, MEESTE_AANVULLINGEN);
  return vaakst.map(({ woord, nummer }) => [0.45 * (0.5 + (0.5 * begin.length) / woord.length), [nummer]]);
}
