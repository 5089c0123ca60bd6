// From what a reader types to a praktijk: capitals, accents and signs do not count, and every word has to be there.

const MOST_OFFERED = 6;

/** @param {string} text */
const folded = (text) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * The praktijk with this title, or those that have all the words in title or slug.
 * @template {[slug: string, titel: string, ...rest: string[]]} P
 * @param {P[]} praktijken @param {string} typed @returns {P[]}
 */
export function findPraktijken(praktijken, typed) {
  const asked = folded(typed);
  if (!asked) return [];
  const same = praktijken.filter(([, titel]) => folded(titel) === asked);
  if (same.length) return same;
  const parts = asked.split(" ");
  const having = praktijken.filter(([slug, titel]) => {
    const text = folded(`${titel} ${slug}`);
    return parts.every((part) => text.includes(part));
  });
  return having.slice(0, MOST_OFFERED);
}
