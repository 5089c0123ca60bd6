// The state of a tool in the fragment of its address, which a browser never sends: #s=1.<payload>.<checksum>.
// Whatever anybody pastes gives the payload or the name of a problem; nothing here throws.

const LONGEST = 4096;
const SHAPE = /^(\d{1,3})\.([\w~-]*)\.([\da-z]{3})$/;
// What could turn a line of text around or hide in it: control characters, marks of direction, letters that are empty.
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{DI}\u2800]/gu;
// More accents on one letter than any language has: they would stand over the lines around it.
const PILE = /(\p{M}{8})\p{M}+/gu;

/** Why there is no state. @typedef {"leeg" | "versie" | "kapot"} Problem */
/** @typedef {{ payload: string, problem: "" } | { payload: "", problem: Problem }} State */

/** What a page says of each problem; of an address without a state it says nothing. @type {Record<Problem, string>} */
export const SENTENCES = {
  leeg: "",
  versie: "Deze link hoort bij een andere versie van deze pagina. De antwoorden zijn niet te lezen; u begint opnieuw.",
  kapot: "Deze link is niet heel: misschien is hij bij het kopiëren afgebroken. Vraag hem nog eens, of begin opnieuw.",
};

/** Three characters that change with nearly every other text (FNV-1a). @param {string} text */
function checksum(text) {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return (sum % 36 ** 3).toString(36).padStart(3, "0");
}

/** The fragment of a state; the payload holds letters, digits and `_ ~ -` only. @param {string} key @param {number} version @param {string} payload */
export const packed = (key, version, payload) => `#${key}=${version}.${payload}.${checksum(`${version}.${payload}`)}`;

/** The state in an address or any text around one. @param {string} text @param {string} key @param {number} version @returns {State} */
export function unpacked(text, key, version) {
  const start = text.lastIndexOf(`#${key}=`);
  if (start < 0) return { payload: "", problem: "leeg" };
  const value = text.slice(start + key.length + 2, start + LONGEST).split(/[\s<>"'&)\]]/, 1)[0];
  const [, written, payload, sum] = SHAPE.exec(value) ?? [];
  if (written === undefined || checksum(`${written}.${payload}`) !== sum) return { payload: "", problem: "kapot" };
  if (Number(written) !== version) return { payload: "", problem: "versie" };
  return { payload, problem: "" };
}

/** Whole numbers from 0 to `base` - 1 as one short text. @param {number[]} values @param {number} base */
export const packNumbers = (values, base) =>
  values.reduce((total, value) => total * BigInt(base) + BigInt(value), 1n).toString(36);

/** Those numbers again; null unless there are `count` of them. @param {string} text @param {number} base @param {number} count */
export function unpackNumbers(text, base, count) {
  if (!/^[\da-z]+$/.test(text) || text.length > 2 * count + 2) return null;
  let rest = [...text].reduce((total, digit) => total * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
  const values = [];
  for (; rest > 1n && values.length <= count; rest /= BigInt(base)) values.unshift(Number(rest % BigInt(base)));
  return rest === 1n && values.length === count ? values : null;
}

/** A text of a reader for in a payload. @param {string} text */
export function packText(text) {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** That text again, without what cannot be seen, at most `most` characters; empty for what is no text. @param {string} payload @param {number} most */
export function unpackText(payload, most) {
  try {
    const letters = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    return cleaned(new TextDecoder("utf-8", { fatal: true }).decode(bytes), most);
  } catch {
    return "";
  }
}

/** What a reader typed or pasted, as one line that shows all there is. @param {string} text @param {number} most */
export const cleaned = (text, most) =>
  [...text.normalize("NFC").replace(/\s+/g, " ").replace(UNSEEN, "").replace(PILE, "$1")]
    .slice(0, most)
    .join("")
    .trim();
