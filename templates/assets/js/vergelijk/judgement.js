// How the values of one field relate.

/** A line of a cell: a text, or a text with a class and a drawing. @typedef {string | [text: string, className?: string, icon?: string]} Line */

export const VERDICTS = ["gelijk", "deels gelijk", "verschilt"];

/** @param {string[]} parts */
export const enumerate = (parts) => parts.join(", ").replace(/, ([^,]*)$/, " en $1");
/** @param {Line} line */
export const textOf = (line) => (typeof line === "string" ? line : line[0]);
/** @param {Line} line */
const counts = (line) => typeof line === "string" || line[1] !== "stil";

/**
 * One of the verdicts, and in words where that helps; `names` are those of the columns.
 * @param {string} kind @param {Line[][]} values @param {string[]} names
 * @returns {[verdict: string, explanation: string]}
 */
export function judge(kind, values, names) {
  const texts = values.map((lines) => lines.filter(counts).map(textOf));
  const keys = texts.map((parts) => parts.join("\n"));
  const without = names.filter((_, i) => !keys[i]);
  if (new Set(keys).size === 1) return ["gelijk", without.length ? "nergens gevonden" : ""];
  const same = names.filter((_, i) => keys[i] && keys.filter((key) => key === keys[i]).length > 1);
  if (same.length && kind !== "lijst") return ["deels gelijk", enumerate(same)];
  if (without.length) return ["verschilt", `${enumerate(without)}: niets gevonden`];
  if (kind === "lijst") {
    const isShared = (/** @type {string} */ part) => texts.filter((parts) => parts.includes(part)).length > 1;
    const shared = [...new Set(texts.flat())].filter(isShared);
    return shared.length ? ["deels gelijk", enumerate(shared)] : ["verschilt", ""];
  }
  if (kind === "maat") return ["verschilt", "andere maat, niet op te tellen"];
  if (kind === "trede") return ["verschilt", `${names[keys.indexOf([...keys].sort().at(-1) ?? "")]} het sterkst`];
  const years = keys.map((key) => Number(key.match(/\d{4}/)?.[0]));
  const between = Math.max(...years) - Math.min(...years);
  if (kind === "periode" && between > 0) return ["verschilt", `${between} jaar tussen eerste en laatste begin`];
  return ["verschilt", ""];
}
