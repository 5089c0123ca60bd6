// The file of a new praktijk, as `build.py new praktijken` lays it out, filled in with what somebody tells. All that is
// told has one source, the telling itself: editors read the other sources and put those in its place.

import { cleaned } from "../state.js";

/** What was answered: texts by the name of the question, and lists of what was ticked. @typedef {Record<string, string> & { trends: string[], instrumenten: string[], gemeenten: string[] }} Answers */

const KEY = "inzending";
const OTHER = "bron-1";
const GOING_ON = ["proef", "loopt", "opgeschaald"];
const MOST_NOTES = 40;

/** One line of text for a field, without what a field may not hold: bullets, numbers, marks of Markdown, HTML. @param {string} text @param {number} [most] */
export const plain = (text, most = Number.POSITIVE_INFINITY) =>
  cleaned(text, most)
    .replace(/`/g, "’")
    .replace(/\*{2,}|_{2,}/g, "")
    .replace(/</g, "‹")
    .replace(/>/g, "›")
    .replace(/\[/g, "(")
    .replace(/\]/g, ")")
    .replace(/\(@/g, "( @")
    .replace(/:{3,}/g, "::")
    .replace(/={2,}/g, "=")
    .replace(/^(?:[•◦▪●‣∙·*+-]\s+|\d{1,2}[.)]\s+)+/, "")
    .trim();

/** Text for the body in which no sign is Markdown. @param {string} text */
export const prose = (text) =>
  plain(text)
    .replace(/\|/g, "/")
    .replace(/([\\*_~])\1{2,}/g, "$1$1")
    .replace(/[\\*_~]|&(?=#?\w+;)/g, "\\$&")
    .replace(/^[#=:+-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");

/** A sentence with its source. @param {string} text @param {string} [key] */
const cited = (text, key = KEY) => {
  const bare = text.replace(/[\s.]+$/, "");
  return `${bare} [@${key}]${/[!?…]$/.test(bare) ? "" : "."}`;
};

/** Paragraphs, each with its source, or what to say when nothing was told. @param {string} text @param {string} otherwise */
function told(text, otherwise) {
  const parts = text
    .split(/\n\s*\n/)
    .map(prose)
    .filter(Boolean);
  const lines = parts.map((part, place) => (place < MOST_NOTES || place === parts.length - 1 ? cited(part) : part));
  return lines.length ? lines.join("\n\n") : cited(otherwise);
}

/** @param {string} text */
const quoted = (text) => `"${text.replace(/[\\"]/g, "\\$&")}"`;
const value = (/** @type {string} */ name, /** @type {string} */ text) => `${name}: ${quoted(plain(text))}`;
/** @param {string} name @param {string[]} values */
const list = (name, values) => (values.length ? [`${name}:`, ...values.map((one) => `  - ${one}`)] : []);

/** What the file is called: small letters, digits and hyphens. @param {string} text */
export function slugOf(text) {
  const plainLetters = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "");
  const words = plainLetters.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return words.slice(0, 80).replace(/-$/, "") || "praktijk";
}

/** The whole file; `day` is today as JJJJ-MM-DD. @param {Answers} answers @param {string} day */
export function fileOf(answers, day) {
  const { status, kosten, mis, bron_url: url } = answers;
  const title = answers.bron_titel || url;
  const month = day.slice(0, 7);
  const end = answers.eind || (GOING_ON.includes(status) ? "heden" : "onbekend");
  const steps = [answers.stap1, answers.stap2, answers.stap3].map((step) => quoted(plain(step)));
  const parties = answers.partijen.split("\n").map((party) => plain(party));
  const wrong = plain(mis);
  const other = title
    ? [
        `  - sleutel: ${OTHER}`,
        `    ${value("titel", title)}`,
        `    ${value("uitgever", answers.bron_uitgever || "onbekend")}`,
        ...(url ? [`    ${value("url", url)}`] : []),
        "    datum: onbekend",
        `    geraadpleegd: ${month}`,
      ]
    : [];
  const fields = [
    "# Ingestuurd met het formulier van deze site, en nog niet nagekeken. De redactie leest de bronnen, zet die in de",
    "# plaats van de inzending, en kiest dan bewijs, uitkomst en aanpakken. Alle velden: docs/velden.md.",
    value("titel", answers.titel),
    value("in_een_zin", answers.in_een_zin),
    ...list("gemeenten", answers.gemeenten),
    ...(answers.land === "NL" ? [] : [`land: ${answers.land}`]),
    value("plek", answers.plek),
    ...list("trends", answers.trends),
    value("opgave", answers.opgave),
    ...list("instrumenten", answers.instrumenten),
    `status: ${status}`,
    `status_peildatum: ${status === "onbekend" ? status : day.slice(0, 4)}`,
    "periode:",
    `  start: ${answers.start || "onbekend"}`,
    `  eind: ${end}`,
    ...list("partijen", parties.filter(Boolean).map(quoted)),
    "kosten:",
    `  klasse: ${kosten}`,
    ...(kosten === "onbekend" ? [] : ["  bron:", `    - ${KEY}`]),
    "bewijs: 0",
    "bewijs_reden: Dit is ingestuurd. De redactie kiest de trede als zij de bronnen heeft gelezen.",
    ...(wrong
      ? ["wat_ging_mis:", "  - kop: Volgens de inzender", `    tekst: ${quoted(wrong)}`, "    bron:", `      - ${KEY}`]
      : ["wat_ging_mis: onbekend"]),
    ...list("eerste_stappen", steps),
    "bronnen:",
    `  - sleutel: ${KEY}`,
    "    titel: Inzending met het formulier van deze site",
    `    ${value("uitgever", answers.rol)}`,
    "    soort: anders",
    `    datum: ${day}`,
    `    geraadpleegd: ${month}`,
    ...other,
    `gecontroleerd: ${month}`,
    "wijzigingen:",
    `  - datum: ${day}`,
    "    soort: groot",
    "    wat: Eerste versie, ingestuurd door een lezer.",
  ];
  const body = [
    ["In het kort", cited(prose(answers.in_een_zin))],
    [
      "Aanleiding",
      [cited(prose(answers.opgave)), ...(title ? [cited("De inzender noemt ook een openbaar stuk", OTHER)] : [])].join(
        "\n\n",
      ),
    ],
    ["Aanpak", told(answers.gedaan, "")],
    ["Resultaat", told(answers.resultaat, "De inzender weet niet wat het opleverde")],
    ["Wat andere gemeenten hiervan kunnen leren", told(answers.leren, "De inzender noemt nog geen les voor anderen")],
  ];
  return `---\n${fields.join("\n")}\n---\n\n${body.map(([head, text]) => `## ${head}\n\n${text}\n`).join("\n")}`;
}
