#!/usr/bin/env bash
# A server that gives each connection a number of answers, the last of them with "Connection: close", as nginx does
# (keepalive_requests, 1,000), Apache (MaxKeepAliveRequests, 100) and Node (maxRequestsPerSocket), under a load test.
# HTTP/1.1 (RFC 9112, 9.6): "A client that receives a "close" connection option MUST cease sending requests on that
# connection and close the connection after reading the response message containing the "close" connection option."
# autocannon 9.0.0 takes no notice of the option and sends the next request on the same connection. Node answers such
# a request with 503; nginx and Apache have mostly closed by then, so that the load test counts a failed request now
# and then, the more of them the busier the machine. A healthy server fails a test of "no request failed".
# Node's own fetch, asked by as many connections, opens new ones and sees no failure.
# Exits 0 while that is so. Our own load test keeps its connections: tools/test/test-hosting.mjs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact autocannon@9.0.0
cat >run.mjs <<'JS'
import { createServer } from 'node:http';
import autocannon from 'autocannon';

const EACH = 10;
const server = createServer((_, response) => response.end('{"value":1}'));
server.maxRequestsPerSocket = EACH;
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const url = `http://127.0.0.1:${server.address().port}/`;

/** Asks as often as the load test did, a few at a time, and counts what is no 200. */
async function byFetch(amount) {
  let left = amount;
  let refused = 0;
  const ask = async () => {
    while (left-- > 0) {
      const answer = await fetch(url);
      await answer.text();
      if (answer.status !== 200) refused++;
    }
  };
  await Promise.all(Array.from({ length: 4 }, ask));
  return refused;
}

const load = await autocannon({ url, connections: 4, amount: 400 });
const refused = await byFetch(400);
console.log(`fetch:      400 requests, expected 0 refused, seen ${refused}`);
console.log(`autocannon: 400 requests, expected 0 refused, seen ${load.non2xx}`);
server.close();
server.closeAllConnections();
const asBefore = refused === 0 && load.non2xx > 0;
if (!asBefore) console.error('What this version does has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "autocannon 9.0.0, Node $(node --version)"
node run.mjs
