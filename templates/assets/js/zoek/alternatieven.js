// What may stand for a word that the index knows. An alternative is [weight, numbers of terms, as written]; one with
// several terms needs all of them, and only synonyms say how they are written.

const MEESTE_AANVULLINGEN = 12;
const MEESTE_VERVANGERS = 8;
/** What the parts of a compound count: all together, and one alone. */
const BEKEND = { samen: 0.5, alleen: 0.15 };
/** What the word counts of which the word in the question is a form. */
export const VORM = 0.8;

/** The parts of a compound, the head last: all of them, each alone, and all with one replaced by a synonym. */
export async function delen(index, nummers, { samen, alleen } = BEKEND) {
  const uit = nummers.map((nummer, i) => [i < nummers.length - 1 ? 0.7 * alleen : alleen, [nummer]]);
  if (!uit[1]) return uit;
  uit.push([samen, nummers]);
  for (const nummer of nummers) {
    for (const [gewicht, termen] of (await index.synoniemen({ nummer, aantal: 1 })).slice(0, MEESTE_VERVANGERS)) {
      uit.push([samen * gewicht, nummers.flatMap((ander) => (ander === nummer ? termen : [ander]))]);
    }
  }
  return uit;
}

/** Alternatives that count so much less. */
export const maal = (factor, alternatieven) => alternatieven.map(([gewicht, ...rest]) => [factor * gewicht, ...rest]);

/** A word itself when texts have it, the word that it is a form of, its parts and its synonyms. */
export async function bekend(index, gevonden) {
  const zelf = gevonden.aantal ? [[1, [gevonden.nummer]]] : [];
  const [nummer, kop] = gevonden.delen;
  if (kop >= 0) zelf.push(...(await delen(index, gevonden.delen)));
  else if (nummer >= 0) zelf.push(...maal(VORM, await bekend(index, { nummer, aantal: 1, delen: [] })));
  return [...zelf, ...(await index.synoniemen(gevonden))];
}

/** The most frequent words that begin so. */
export async function aanvulling(index, begin) {
  const gevonden = await index.metBegin(begin);
  return gevonden
    .filter(({ woord, aantal }) => aantal && woord !== begin)
    .sort((a, b) => b.aantal - a.aantal)
    .slice(0, MEESTE_AANVULLINGEN)
    .map(({ woord, nummer }) => [0.45 * (0.5 + (0.5 * begin.length) / woord.length), [nummer]]);
}
