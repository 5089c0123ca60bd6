// What Mozilla's HTTP Observatory says of a site: reads the answer of a host as JSON, writes score, grade and tests.
// Its own scan visits a site over https; here the answer comes from `make proef`, and that plain http leads to https is
// taken from the settings of the host (docs/publiceren.md).

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ALL_TESTS } from "@mdn/mdn-http-observatory/src/constants.js";
import { MINIMUM_SCORE_FOR_EXTRA_CREDIT } from "@mdn/mdn-http-observatory/src/grader/charts.js";
import { getGradeForScore, getScoreModifier } from "@mdn/mdn-http-observatory/src/grader/grader.js";
import { parseHttpEquivHeaders } from "@mdn/mdn-http-observatory/src/retriever/utils.js";
import { Session } from "@mdn/mdn-http-observatory/src/retriever/session.js";
import { Requests } from "@mdn/mdn-http-observatory/src/types.js";
import { AxiosHeaders } from "axios";

// The package would download which addresses browsers know by heart; an example is not among them.
const list = fileURLToPath(
  new URL("node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json", import.meta.url),
);
if (!existsSync(list)) writeFileSync(list, "{}");

const { host, headers, body } = JSON.parse(readFileSync(0, "utf8"));
const answer = () => ({
  headers: new AxiosHeaders(headers),
  request: { headers: new AxiosHeaders() },
  config: { headers: new AxiosHeaders() },
  status: 200,
  statusText: "OK",
  verified: true,
  data: body,
});
const requests = new Requests(host);
for (const kind of ["auto", "cors", "http", "https"]) requests.responses[kind] = answer();
requests.resources.path = body;
requests.responses.auto.httpEquiv = parseHttpEquivHeaders(body, `https://${host}/`);
requests.responses.httpRedirects = [
  { url: new URL(`http://${host}/`), status: 301 },
  { url: new URL(`https://${host}/`), status: 200 },
];
requests.responses.httpsRedirects = [{ url: new URL(`https://${host}/`), status: 200 }];
requests.session = new Session(new URL(`https://${host}/`));

const tests = ALL_TESTS.map((test) => test(requests)).map(({ constructor, pass, result }) => ({
  name: constructor.name,
  pass,
  result,
  points: result ? getScoreModifier(result) : 0,
}));
// As `scan` of the package counts: extra points only for who has nearly lost none.
const sum = (kept) => tests.reduce((total, { points }) => total + (kept(points) ? points : 0), 100);
const plain = sum((points) => points < 0);
const final = getGradeForScore(plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(() => true) : plain);
console.log(JSON.stringify({ score: final.score, grade: final.grade, tests }));
