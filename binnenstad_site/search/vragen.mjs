// Asks questions of a built search with the scripts that browsers get: node vragen.mjs <scripts> <index>.
// Reads {"id", "query", "filter"} as JSON lines, writes {"id", "gelezen", "weg", "hits"} for each: how the question was
// read, the words that were left out of it, and what was found, best first.

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [scripts, map] = process.argv.slice(2);
const { open, plan, rangschik, vouw, woorden } = await import(pathToFileURL(`${scripts}/zoek.js`));
const index = await open((naam) => readFile(`${map}/${naam}`, "utf8"));
const kenmerken = await index.kenmerken();

/** Whether an entry has the value of a facet, by the word in the address or by what readers see. */
function heeft(facet, document, waarde) {
  return kenmerken(facet, document).flat().some((een) => vouw(een) === vouw(waarde));
}

const samen = (tokens) => tokens.map(({ woord }) => woord).join(" ");

for await (const regel of createInterface({ input: process.stdin })) {
  if (!regel.trim()) continue;
  const { id, query, filter = {} } = JSON.parse(regel);
  const groepen = await plan(query, index);
  const eisen = Object.entries(filter);
  const gevonden = (await rangschik(groepen, index)).filter(({ document }) =>
    eisen.every(([facet, waarde]) => heeft(facet, document, waarde)),
  );
  const hits = gevonden.map(({ document, score, groepen: gewogen }) => ({
    document,
    score,
    groepen: gewogen.flatMap(({ deel, door }, g) => {
      if (!door[document]) return [];
      const [gewicht, termen, geschreven] = door[document];
      return [{ woorden: samen(groepen[g].woorden), deel: deel[document], gewicht, termen, geschreven }];
    }),
  }));
  const gelezen = groepen.map((groep) => ({
    woorden: samen(groep.woorden),
    plaats: Boolean(groep.plaats),
    hersteld: groep.hersteld ?? [],
  }));
  const mee = new Set(groepen.flatMap((groep) => groep.woorden.map(({ woord }) => woord)));
  const weg = woorden(vouw(query)).map(({ woord }) => woord).filter((woord) => !mee.has(woord));
  console.log(JSON.stringify({ id, gelezen, weg, hits }));
}
