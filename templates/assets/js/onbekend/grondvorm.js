// The word of which a word that no text has may be a form: "gesloopt" of "slopen", "kleinste" of "klein".
// Forms that texts do have were looked up in a dictionary when the site was made (binnenstad_site/search/lexicon.py).

import { stam } from "../zoek/taal.js";

const MINSTE_LETTERS = 4;
/** An ending, with the beginning that goes with it, and what the word is without. */
const VORMEN = [
  [/^(|aan|achter|af|bij|door|in|mee|na|om|onder|op|over|terug|toe|uit|vast|voor|weg)ge(.+?)(?:[dt]en?|[dt])$/, "$1$2"],
  [/(?:[dt]en?|[dt])$/, ""],
  [/(?:ere?|ste?)$/, ""],
  [/sters?$/, "er"],
  [/ia$/, "ium"],
  [/ici$/, "icus"],
  [/s$/, ""],
];

/** What the index knows of that word, or undefined. */
export async function grondvorm(woord, index) {
  for (const [vorm, zonder] of VORMEN) {
    const kaal = woord.replace(vorm, zonder);
    if (kaal === woord || kaal.length < MINSTE_LETTERS) continue;
    const gevonden = await index.woord(stam(kaal));
    if (gevonden?.woord.length >= MINSTE_LETTERS) return gevonden;
  }
}
