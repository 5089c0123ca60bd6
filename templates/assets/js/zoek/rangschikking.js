// Which entries answer a question, best first. By entry means: in an array with a place for every entry.

/** The entries that have both of two terms, and what both together count there. */
function beide(een, ander) {
  const documenten = [];
  const telt = [];
  let j = 0;
  een.documenten.forEach((document, i) => {
    while (ander.documenten[j] < document) j++;
    if (ander.documenten[j] !== document) return;
    documenten.push(document);
    telt.push(0.5 * Math.min(een.telt[i], ander.telt[j]) + 0.25 * (een.telt[i] + ander.telt[j]));
  });
  return { documenten, telt };
}

/** What a group gives: {idf, deel, door}; by entry how much, and through which alternative most of it. */
function weeg({ alternatieven }, plekken, aantal) {
  const hoogste = new Float64Array(aantal);
  const som = new Float64Array(aantal);
  const door = new Array(aantal);
  for (const alternatief of alternatieven) {
    const { documenten, telt } = alternatief[1].map((nummer) => plekken.get(nummer)).reduce(beide);
    documenten.forEach((document, i) => {
      const waarde = alternatief[0] * telt[i];
      som[document] += waarde;
      if (waarde <= hoogste[document]) return;
      hoogste[document] = waarde;
      door[document] = alternatief;
    });
  }
  // an entry with only a weak alternative, as one part of a compound, does not make the word less rare
  let zoveel = 0.5;
  for (const alternatief of door) zoveel += alternatief?.[0] ?? 0;
  const idf = Math.log((aantal + 1) / zoveel);
  return { idf, door, deel: hoogste.map((hoog, document) => idf * (hoog + 0.25 * (som[document] - hoog))) };
}

/** All entries that match, best first: [{document, score, groepen}]; `groepen` is what `weeg` says of each group. */
export async function rangschik(vraag, index) {
  const plekken = await index.plekken(vraag.flatMap(({ alternatieven }) => alternatieven.flatMap(([, termen]) => termen)));
  const { aantal } = index.kern;
  const groepen = vraag.map((groep) => weeg(groep, plekken, aantal));
  const alles = groepen.reduce((som, { idf }) => som + idf, 0);
  const treffers = [];
  for (let document = 0; document < aantal; document++) {
    let score = 0;
    let gedekt = 0;
    for (const { idf, deel } of groepen) {
      score += deel[document];
      if (deel[document]) gedekt += idf;
    }
    if (score) treffers.push({ document, score: score * (gedekt / alles) ** 0.8, groepen });
  }
  return treffers.sort((a, b) => b.score - a.score);
}
