// Which entries answer a question, best first.

/** What an alternative counts in each entry that has all its terms. */
function scores(termen, plekken) {
  const [eerste, ...rest] = termen.map((nummer) => plekken.get(nummer));
  let samen = new Map(eerste.documenten.map((document, i) => [document, eerste.telt[i]]));
  for (const { documenten, telt } of rest) {
    const over = new Map();
    documenten.forEach((document, i) => {
      const ervoor = samen.get(document);
      if (ervoor) over.set(document, 0.5 * Math.min(ervoor, telt[i]) + 0.25 * (ervoor + telt[i]));
    });
    samen = over;
  }
  return samen;
}

/** All entries that match, best first: [{document, score, groepen}]; `groepen` says by group what gave most and how much. */
export async function rangschik(groepen, index) {
  const plekken = await index.plekken(groepen.flatMap(({ alternatieven }) => alternatieven.flatMap(([, termen]) => termen)));
  const treffers = new Map();
  let alles = 0;
  groepen.forEach((groep, g) => {
    const gevonden = new Map();
    for (const alternatief of groep.alternatieven) {
      for (const [document, telt] of scores(alternatief[1], plekken)) {
        const waarde = alternatief[0] * telt;
        const stand = gevonden.get(document) ?? { hoogste: 0, som: 0 };
        stand.som += waarde;
        if (waarde > stand.hoogste) Object.assign(stand, { hoogste: waarde, alternatief });
        gevonden.set(document, stand);
      }
    }
    // an entry with only a weak alternative, as one part of a compound, does not make the word less rare
    let zoveel = 0.5;
    for (const { alternatief } of gevonden.values()) zoveel += alternatief[0];
    const idf = Math.log((index.kern.aantal + 1) / zoveel);
    alles += idf;
    for (const [document, { hoogste, som, alternatief }] of gevonden) {
      const treffer = treffers.get(document) ?? { document, score: 0, gedekt: 0, groepen: new Map() };
      const deel = idf * (hoogste + 0.25 * (som - hoogste));
      treffer.score += deel;
      treffer.gedekt += idf;
      treffer.groepen.set(g, { deel, alternatief });
      treffers.set(document, treffer);
    }
  });
  for (const treffer of treffers.values()) treffer.score *= (treffer.gedekt / alles) ** 0.8;
  return [...treffers.values()].sort((a, b) => b.score - a.score || a.document - b.document);
}
