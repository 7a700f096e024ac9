/** A node:test reporter that leaves its counts, as JSON, at its destination. */
export default async function* countReporter(source) {
  const counts = {};
  for await (const { type, data } of source) {
    const [, name, n] = (type === 'test:diagnostic' && /^(\w+) (\d+)$/.exec(data.message)) || [];
    if (name) counts[name] = Number(n);
  }
  const { pass = 0, fail = 0, cancelled = 0 } = counts;
  yield JSON.stringify({ passed: pass, failed: fail + cancelled });
}
