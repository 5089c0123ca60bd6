// Asks questions of a built search with the scripts that browsers get: node vragen.mjs <scripts> <index>.
// Reads {"id", "query", "filter"} as JSON lines, writes {"id", "hits"} for each, best first.

import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [scripts, map] = process.argv.slice(2);
const { open, plan, rangschik, vouw } = await import(pathToFileURL(`${scripts}/zoek.js`));
const index = await open((naam) => readFile(`${map}/${naam}`, "utf8"));
const kenmerken = await index.kenmerken();

/** Whether an entry has the value of a facet, by the word in the address or by what readers see. */
function heeft(facet, document, waarde) {
  return kenmerken(facet, document).flat().some((een) => vouw(een) === vouw(waarde));
}

for await (const regel of createInterface({ input: process.stdin })) {
  if (!regel.trim()) continue;
  const { id, query, filter = {} } = JSON.parse(regel);
  const groepen = await plan(query, index);
  const eisen = Object.entries(filter);
  const gevonden = (await rangschik(groepen, index)).filter(({ document }) =>
    eisen.every(([facet, waarde]) => heeft(facet, document, waarde)),
  );
  const hits = gevonden.map(({ document, score, groepen: delen }) => ({
    document,
    score,
    groepen: [...delen].map(([g, { deel, alternatief: [gewicht, termen, geschreven] }]) => ({
      woorden: groepen[g].woorden.map(({ woord }) => woord).join(" "),
      deel,
      gewicht,
      termen,
      geschreven,
    })),
  }));
  console.log(JSON.stringify({ id, hits }));
}
