// Starts the forms: in Dutch, and with files written as this site writes them, so that a form changes no line that
// nobody changed. The program has a writer of its own, which gives quotes to what has none and the other way round.

/** @typedef {string | number | boolean | null | undefined | Value[] | { [name: string]: Value }} Value */

/** Lists that a file may also answer with this one word; an editor leaves them empty. */
const UNKNOWN = "onbekend";
const LISTS_OR_UNKNOWN = new Set(["onderzoek", "wat_ging_mis"]);

// Officials often have a browser in English.
Object.defineProperty(navigator, "languages", { get: () => ["nl"] });
Object.defineProperty(navigator, "language", { get: () => "nl" });

// The program asks another host whether the Git host works; whoever saves will notice that.
const ask = window.fetch;
window.fetch = (address, options) =>
  String(address).startsWith("https://www.githubstatus.com/")
    ? Promise.resolve(new Response(null, { status: 404 }))
    : ask(address, options);

/** A text that YAML would read as something else, or that is no text without quotes.
 * @param {string} text */
function needsQuotes(text) {
  const number = Number(text);
  return (
    (text.trim() !== "" && !Number.isNaN(number) && String(number) !== text) ||
    /^(true|false|null|~|yes|no|on|off)$/i.test(text) ||
    /^[\s\-?:,[\]{}#&*!|>'"%@`]/.test(text.replace(/^-(?=[^\s-])/, "x")) ||
    /: |:$|\s#|\s$/.test(text) ||
    text === ""
  );
}

/**
 * What the file of a list holds besides values, as the site was built (`lijsten.json`).
 * @typedef {{ before: string, entries: number, lines: string[] }} Remark
 * @typedef {{ quoted: Record<string, string>, remarks: Remark[] }} Kept
 */

/** Texts that keep the quotes they have. @type {Record<string, string>} */
let quoted = {};

/** @param {string} text */
function scalar(text) {
  if (Object.hasOwn(quoted, text)) return /** @type {string} */ (quoted[text]);
  if (/\n/.test(text)) return JSON.stringify(text.trim().replace(/\s*\n\s*/g, " "));
  if (!needsQuotes(text)) return text;
  return JSON.stringify(text);
}

/** What is left of a value without what is empty.
 * @param {Value} value @param {string} name @returns {Value} */
function filled(value, name = "") {
  if (LISTS_OR_UNKNOWN.has(name) && (value === UNKNOWN || value === "" || (Array.isArray(value) && !value.length))) {
    return UNKNOWN;
  }
  if (Array.isArray(value)) {
    const left = value.map((part) => filled(part)).filter((part) => part !== undefined);
    return left.length ? left : undefined;
  }
  if (value !== null && typeof value === "object") {
    const pairs = Object.entries(value).map(([key, part]) => [key, filled(part, key)]);
    const left = pairs.filter(([, part]) => part !== undefined);
    return left.length ? Object.fromEntries(left) : undefined;
  }
  if (typeof value === "string") return value.trim() || undefined;
  return value ?? undefined;
}

/** The lines of a value, without indent.
 * @param {Value} value @returns {string[]} */
function lines(value) {
  if (Array.isArray(value)) {
    return value.flatMap((part) => lines(part).map((line, index) => (index ? `  ${line}` : `- ${line}`)));
  }
  if (value !== null && typeof value === "object") {
    return Object.entries(value).flatMap(([name, part]) => {
      const below = lines(part);
      const nested = part !== null && typeof part === "object";
      return nested ? [`${name}:`, ...below.map((line) => `  ${line}`)] : [`${name}: ${below[0]}`];
    });
  }
  return [typeof value === "string" ? scalar(value) : String(value)];
}

/** @param {Value} value */
function yaml(value) {
  return lines(filled(value)).join("\n");
}

/** The lines with a comment where it was: before its line, else before as many entries as then.
 * @param {string[]} made @param {Remark} remark */
function withRemark(made, { before, entries, lines: comment }) {
  const starts = made.flatMap((line, at) => (line.startsWith("- ") ? [at] : []));
  const same = before ? made.indexOf(before) : made.length;
  return made.toSpliced(same < 0 ? (starts[entries] ?? made.length) : same, 0, ...comment);
}

/** A file that is one list, with its comments and quotes; the address says which.
 * @param {Record<string, Kept>} lists @param {Value} value */
function list(lists, value) {
  const kept = lists[location.hash.split("/")[2] ?? ""];
  if (!kept) throw new Error(`no list at ${location.hash}`); // better no proposal than one without the comments
  quoted = kept.quoted;
  const made = kept.remarks.reduce(withRemark, yaml(value).split("\n"));
  quoted = {};
  return made.join("\n");
}

/** @param {{ body?: string, [name: string]: Value }} entry */
function frontMatter({ body = "", ...fields }) {
  return `---\n${yaml(fields)}\n---\n\n${body.trim()}\n`;
}

const page = /** @type {any} */ (window);
page.CMS_MANUAL_INIT = true;
document.addEventListener("DOMContentLoaded", async () => {
  const lists = await (await fetch("lijsten.json")).json();
  page.CMS.registerCustomFormat("yml", "yaml", { toFile: (/** @type {Value} */ value) => list(lists, value) });
  page.CMS.registerCustomFormat("yaml-frontmatter", "md", { toFile: frontMatter });
  page.CMS.registerCustomFormat("yaml", "yaml", { toFile: yaml });
  page.CMS.init();
});
