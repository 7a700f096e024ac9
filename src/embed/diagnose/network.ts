/** Tries the addresses that the page needs, and tells why one does not come. */
import { finding, type Finding } from './findings.js';
import { pageDocument } from '../../data/page-base.js';
import { pause } from '../../data/timers.js';

/** The directive of a policy that has to be changed, by the one that refused. */
const DIRECTIVES: Readonly<Record<string, string>> = {
  'script-src-elem': 'script-src',
  'script-src-attr': 'script-src',
  'style-src-elem': 'style-src',
  'style-src-attr': 'style-src',
};

/** What the policy refused, as a finding. */
export function policyFinding(event: {
  readonly effectiveDirective: string;
  readonly blockedURI: string;
}): Finding {
  const directive = DIRECTIVES[event.effectiveDirective] ?? event.effectiveDirective;
  const { blockedURI } = event;
  let add = `'self'`;
  if (/trusted-types/.test(directive)) add = 'tcns#html tcns#loader';
  else if (/^https?:/.test(blockedURI)) {
    const { origin } = new URL(blockedURI);
    add = origin === location.origin ? `'self'` : origin;
  }
  return finding('policy', [directive, blockedURI || 'inline', add]);
}

/** Fetches an address and listens to what the policy says meanwhile. */
async function attempt(url: string, mode: RequestMode): Promise<Response | Finding | undefined> {
  let refused: Finding | undefined;
  const listen = (event: SecurityPolicyViolationEvent): void => {
    if (event.blockedURI.split('?')[0] === url.split('?')[0]) refused = policyFinding(event);
  };
  pageDocument.addEventListener('securitypolicyviolation', listen);
  try {
    return await fetch(url, { mode, credentials: 'same-origin' });
  } catch {
    // The event comes in a task of its own.
    await pause(0);
    return refused;
  } finally {
    pageDocument.removeEventListener('securitypolicyviolation', listen);
  }
}

/** What is wrong with an address; undefined where it comes as it should. */
export async function tryAddress(
  url: string,
  kind: 'json' | 'script',
): Promise<Finding | undefined> {
  if (location.protocol === 'https:' && url.startsWith('http:')) return finding('mixed', [url]);
  const answer = await attempt(url, 'cors');
  if (answer && 'code' in answer) return answer;
  if (!answer) {
    const opaque = await attempt(url, 'no-cors');
    return finding(opaque ? 'header' : 'blocked', [url]);
  }
  if (!answer.ok) return finding('status', [url, String(answer.status)]);
  if (kind === 'script') return undefined;
  try {
    await answer.json();
    return undefined;
  } catch {
    return finding('notJson', [url, answer.headers.get('content-type') ?? '?']);
  }
}
