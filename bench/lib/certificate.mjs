/** A certificate of this run: browsers speak HTTP/2 only with one. */
import { createHash, createPublicKey } from 'node:crypto';

/** `{ key, cert }` in PEM, and the argument by which Chromium takes it for a good one. */
export async function certificate() {
  const { default: selfsigned } = await import('selfsigned');
  const made = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  const spki = createPublicKey(made.cert).export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(spki).digest('base64');
  return {
    pair: { key: made.private, cert: made.cert },
    argument: `--ignore-certificate-errors-spki-list=${hash}`,
  };
}
