/**
 * Text of an address as its bytes say: a CSV file that Excel saved as "Unicode Text" is UTF-16, which
 * `Response.text()` takes for UTF-8.
 */
import { DataError } from '../api/errors.js';
import { TIME_LIMIT } from '../data/request.js';
import { decode } from '../desk/decode.js';

export async function requestText(url: string): Promise<string> {
  const { response, bytes } = await ask(url);
  if (!response.ok)
    throw new DataError('http', `${response.status} ${response.statusText}`.trim(), { url });
  const text = decode(bytes);
  if (text === undefined)
    throw new DataError('format', 'CSV is expected in UTF-8, this is another encoding', { url });
  return text;
}

async function ask(url: string): Promise<{ response: Response; bytes: Uint8Array }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIME_LIMIT) });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    const { name, message } = error as Error;
    throw name === 'TimeoutError'
      ? new DataError('timeout', `no whole answer within ${TIME_LIMIT} ms`, { url })
      : new DataError('network', message, { url });
  }
}
