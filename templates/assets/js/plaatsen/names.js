// From what a reader types to a gemeente: capitals, accents and signs do not count, and the main town will do too.

/** A gemeente in the register. @typedef {{ naam: string, namen: string[], provincie: string, slug: string }} Town */

const MOST_OFFERED = 6;

/** A name as it is compared. @param {string} text */
export const folded = (text) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}|['’‘`]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * The one gemeente that is meant, or those that may be: by its whole name, then by how it begins, then by a piece.
 * @param {Town[]} towns @param {string} typed @returns {Town[]}
 */
export function findTowns(towns, typed) {
  const asked = folded(typed);
  if (!asked) return [];
  /** @param {(name: string) => boolean} fits */
  const having = (fits) => towns.filter(({ namen }) => namen.some((name) => fits(folded(name))));
  const whole = towns.filter(({ naam }) => folded(naam) === asked);
  const tests = [
    (/** @type {string} */ name) => name === asked,
    (/** @type {string} */ name) => name.startsWith(asked),
    (/** @type {string} */ name) => name.includes(asked),
  ];
  const answers = [whole, ...tests.map(having)];
  return (answers.find(({ length }) => length > 0) ?? []).slice(0, MOST_OFFERED);
}
