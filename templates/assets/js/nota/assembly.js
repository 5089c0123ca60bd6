// What praktijken give, put together as a nota of two sheets; pages/nota_assembly.py does the same for the ready ones.

/** A line: about what, the sentence, places or numbers of its sources, a remark. @typedef {[vet: string, tekst: string, bronnen?: number[], klein?: string]} Line */
/** @typedef {[titel: string, uitgever: string, datum: string, adres: string, taal: string]} Source */
/** @typedef {"begin" | "bedragen" | "uitkomst" | "mis" | "wet" | "stappen" | "kanttekeningen"} Kind */
/** @typedef {{ titel: string, adres: string, stand: string, zin: string, bronnen: Source[] } & Record<Kind, Line[]>} Contribution */
/** @typedef {Pick<Contribution, "titel" | "adres" | "stand" | "zin" | "begin" | "bedragen">} Row */
/** @typedef {{ rijen: Row[], bronnen: Source[] } & Record<"uitkomst" | "mis" | "wet" | "stappen" | "kanttekeningen", Line[]>} Nota */

const MOST_LINES = 6;
const MOST_LAWS = 5;
const ROOM = 91;
const WIDE = 118;
const CELL = 30;
/** @type {Kind[]} */
const LIMITED = ["begin", "bedragen", "uitkomst", "mis", "kanttekeningen"];

/**
 * The nota with the most lines that fits. `always` ends its caveats, and `cut` when something is left out.
 * @param {Contribution[]} contributions @param {Line[]} always @param {Line} cut
 */
export function assembled(contributions, always, cut) {
  let halves = 2 * MOST_LINES;
  let nota = withMost(contributions, always, cut, halves);
  while (--halves && height(nota) > ROOM) nota = withMost(contributions, always, cut, halves);
  return nota;
}

/** @param {Contribution[]} contributions @param {Line[]} always @param {Line} cut @param {number} halves @returns {Nota} */
function withMost(contributions, always, cut, halves) {
  const most = Math.max(1, Math.floor(halves / 2));
  const mostLaws = Math.min(Math.floor(halves / 2) + 1, MOST_LAWS);
  /** @param {Kind} kind */
  const limitOf = (kind) => (kind === "mis" ? Math.ceil(halves / 2) : LIMITED.includes(kind) ? most : undefined);
  /** @type {Source[]} */
  const bronnen = [];
  const numbers = new Map();
  /** @param {Contribution} one @param {Line} line @returns {Line} */
  const cited = ({ bronnen: own }, [vet, tekst, places = [], klein = ""]) => {
    const names = places.map((place) => {
      const name = own[place][3] || own[place][0];
      if (!numbers.has(name)) numbers.set(name, bronnen.push(own[place]));
      return numbers.get(name);
    });
    return [vet, tekst, [...new Set(names)].sort((a, b) => a - b), klein];
  };
  /** @param {Contribution} one @param {Kind} kind */
  const lines = (one, kind) => one[kind].slice(0, limitOf(kind)).map((line) => cited(one, line));
  /** @param {Kind} kind */
  const all = (kind) => contributions.flatMap((one) => lines(one, kind));
  /** @type {Map<string, [Contribution, Line]>} */
  const laws = new Map();
  for (let rank = 0; rank < mostLaws; rank++) {
    for (const one of contributions) {
      const line = one.wet[rank];
      if (line) laws.set(line[0] + line[1], [one, line]);
    }
  }
  const isCut =
    laws.size > mostLaws ||
    contributions.some(
      (one) => one.wet.length > mostLaws || LIMITED.some((kind) => one[kind].length > (limitOf(kind) ?? 0)),
    );
  return {
    rijen: contributions
      .filter(({ titel }) => titel)
      .map((one) => ({ ...one, begin: lines(one, "begin"), bedragen: lines(one, "bedragen") })),
    uitkomst: all("uitkomst"),
    mis: all("mis"),
    wet: [...laws.values()].slice(0, mostLaws).map(([one, line]) => cited(one, line)),
    stappen: all("stappen"),
    kanttekeningen: [...all("kanttekeningen"), ...always, ...(isCut ? [cut] : [])],
    bronnen,
  };
}

/** @param {string} text @param {number} width */
const linesOf = (text, width) => Math.ceil(text.length / width);
/** @param {Line[]} lines @param {number} width */
const sum = (lines, width) =>
  lines.reduce((total, [vet, tekst, , klein = ""]) => total + linesOf(vet + tekst + klein, width), 0);

/** About how many lines it takes on paper. @param {Nota} nota */
export function height({ rijen, bronnen, uitkomst, mis, wet, stappen, kanttekeningen }) {
  const rows = rijen.map(({ titel, stand, zin, begin, bedragen }) =>
    Math.max(linesOf(titel, CELL) + linesOf(stand, CELL), linesOf(zin, CELL), sum(begin, CELL), sum(bedragen, CELL)),
  );
  const sources = bronnen.map(([titel, uitgever, datum]) => linesOf(titel + uitgever + datum, WIDE));
  const lists = [uitkomst, mis, wet, stappen, kanttekeningen].map((lines) => sum(lines, WIDE));
  return [...rows, ...sources, ...lists].reduce((total, lines) => total + lines, 0);
}
