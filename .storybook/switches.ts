/**
 * The switches of the mocked API: how late it answers, whether it fails, and whether its figures
 * move. They stand in the address (`mock/~delay=3000&fail=500/v1`), so that two stories of one page
 * of docs can have different ones, and a widget asks anew when one is turned.
 */
import type { Preview } from '@storybook/web-components-vite';

export const FAILURES = ['404', '500', 'offline', 'html', 'shape'] as const;
export type Failure = (typeof FAILURES)[number];

export interface Switches {
  /** Milliseconds before an answer; `infinite` for none at all. */
  delay?: number | 'infinite' | undefined;
  /** A missing file, a broken server, no network, a page in place of JSON, JSON of another shape. */
  fail?: Failure | undefined;
  /** Each answer has other figures than the one before. */
  live?: boolean | undefined;
}

/** The positions of the switch in the toolbar. */
const POSITIONS: Readonly<Record<string, Switches>> = {
  slow: { delay: 3000 },
  silent: { delay: 'infinite' },
  '404': { fail: '404' },
  '500': { fail: '500' },
  offline: { fail: 'offline' },
  html: { fail: 'html' },
  shape: { fail: 'shape' },
  live: { live: true },
};

export const apiToolbar: NonNullable<Preview['globalTypes']>[string] = {
  description: 'API giả lập · The mocked API, for stories that ask it',
  toolbar: {
    icon: 'transfer',
    dynamicTitle: true,
    items: [
      { value: 'answers', title: 'API: trả lời ngay · Answers' },
      { value: 'slow', title: 'API: chậm 3 giây · Slow' },
      { value: 'silent', title: 'API: không trả lời · Silent' },
      { value: '404', title: 'API: không có tệp · 404' },
      { value: '500', title: 'API: máy chủ hỏng · 500' },
      { value: 'offline', title: 'API: mất mạng · Offline' },
      { value: 'html', title: 'API: trả về trang HTML · HTML instead of JSON' },
      { value: 'shape', title: 'API: JSON sai cấu trúc · Wrong shape' },
      { value: 'live', title: 'API: số liệu đổi liên tục · Live (15 s)' },
    ],
  },
};

/** The address that behaves as the switches say. */
export function withSwitches(address: string, { delay, fail, live }: Switches): string {
  const query = new URLSearchParams();
  if (delay) query.set('delay', String(delay));
  if (fail) query.set('fail', fail);
  if (live) query.set('live', '1');
  const said = query.toString();
  return said ? address.replace(/^mock\//, `mock/~${said}/`) : address;
}

/** The switches that an address names. */
export function readSwitches(said: string): Switches {
  const query = new URLSearchParams(said);
  const delay = query.get('delay');
  const fail = query.get('fail') as Failure | null;
  return {
    delay: delay === 'infinite' ? delay : Number(delay) || undefined,
    fail: fail && FAILURES.includes(fail) ? fail : undefined,
    live: query.has('live'),
  };
}

/** Addresses of the mocked API that have no behaviour of their own. */
const PLAIN = /^mock\/(v1|sample|forms)(\/|$)/;

/** A story's args as the switch in the toolbar wants them. */
export function switchedArgs<A extends Record<string, unknown>>(args: A, position: string): A {
  const switches = POSITIONS[position];
  if (!switches) return args;
  const told = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'string' && PLAIN.test(value) ? withSwitches(value, switches) : value,
  ]);
  const more = switches.live && args.refresh === undefined ? { refresh: 15 } : {};
  return { ...(Object.fromEntries(told) as A), ...more };
}
