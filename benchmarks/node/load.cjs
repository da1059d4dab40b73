// Loads a server: reads a JSON object from standard input, prints one. Each connection sends headers of its own, because
// the mock runs one request of a company at a time, as the API does.
const autocannon = require("autocannon");
const { readFileSync } = require("node:fs");

const { url, seconds, headers } = JSON.parse(readFileSync(0, "utf8"));
let connection = 0;
autocannon({
  url,
  connections: headers.length,
  duration: seconds,
  setupClient: (client) => client.setHeaders(headers[connection++ % headers.length]),
}).then(({ requests, duration, errors, statusCodeStats }) => {
  const ok = statusCodeStats["200"]?.count ?? 0;
  console.log(JSON.stringify({ ok, failed: errors + requests.total - ok, perSecond: ok / duration }));
});
