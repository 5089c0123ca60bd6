// The word of which a word that no text has may be a form: "gesloopt" of "slopen", "kleinste" of "klein".
// Forms that texts do have were looked up in a dictionary when the site was made (binnenstad_site/search/lexicon.py).

import { stem } from "../zoek/language.js";

const LEAST_LETTERS = 4;
/** An ending, with the beginning that goes with it, and what the word is without. @type {[RegExp, string][]} */
const FORMS = [
  [/^(|aan|achter|af|bij|door|in|mee|na|om|onder|op|over|terug|toe|uit|vast|voor|weg)ge(.+?)(?:[dt]en?|[dt])$/, "$1$2"],
  [/(?:[dt]en?|[dt])$/, ""],
  [/(?:ere?|ste?)$/, ""],
  [/sters?$/, "er"],
  [/ia$/, "ium"],
  [/ici$/, "icus"],
  [/s$/, ""],
];

/** What the index knows of that word. @param {string} word @param {import("../zoek/index.js").Index} index */
export async function baseForm(word, index) {
  for (const [form, without] of FORMS) {
    const bare = word.replace(form, without);
    if (bare === word || bare.length < LEAST_LETTERS) continue;
    const entry = await index.word(stem(bare));
    if (entry && entry.word.length >= LEAST_LETTERS) return entry;
  }
}
