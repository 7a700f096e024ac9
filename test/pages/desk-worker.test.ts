/** What the desk's worker hands to the page: what is shown, however large the sheets are. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Ask, Built, Preview, Tell } from '../../src/pages/desk/messages.js';

const COMMUNES = 400;
const MONTHS = 12;
const lines = (...rows: string[]): string => rows.join('\n');
const FILES: Record<string, string> = {
  'thong-tin.csv': lines('Mục;Nội dung', 'Địa bàn công bố;44@2025', 'Danh mục hành chính;2025'),
  'dia-ban.csv': lines('Mã;Tên;Loại', ...range(COMMUNES, (i) => `;Mẫu ${i};xã`)),
  'so-lieu.csv': lines(
    'Địa bàn;Chỉ số;Thời điểm;Giá trị',
    ...range(COMMUNES * MONTHS, (i) => {
      const month = (i % MONTHS) + 1;
      return `Mẫu ${Math.floor(i / MONTHS)};Số tổ;${month}/2025;${10 + month}`;
    }),
    ...range(MONTHS, (i) => `44@2025;Số tổ;${i + 1}/2025;${100_000 + i}`),
  ),
};

function range<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

interface Scope {
  onmessage: ((event: { data: Ask }) => void) | null;
  postMessage(message: Tell): void;
}

describe("the desk's worker", () => {
  const scope = globalThis as unknown as Scope;
  const told: Tell[] = [];
  let hear: ((message: Tell) => void) | undefined;
  const answer = (ask: Ask, type: Tell['type']): Promise<Tell> =>
    new Promise((found) => {
      hear = (message) => message.type === type && found(message);
      scope.onmessage?.({ data: ask });
    });
  before(async () => {
    scope.postMessage = (message) => {
      told.push(message);
      hear?.(message);
    };
    await import('../../src/pages/desk/worker.js');
  });
  const build = (contents: Record<string, string>): Promise<Tell> =>
    answer(
      {
        type: 'build',
        files: Object.entries(contents).map(([name, text]) => new File([text], name)),
        published: undefined,
        keepHistory: false,
        now: Date.UTC(2026, 10, 22),
      },
      'built',
    );

  it('hands over the first of thousands of changes, and counts them', async () => {
    const { faults, changes, areas, zip, ...rest } = (await build(FILES)) as Built;
    assert.deepEqual(faults, { shown: [], count: 0 });
    assert.equal(changes.shown.length, 200);
    assert.ok(changes.count > COMMUNES * MONTHS);
    assert.equal(areas[0]?.id, '44@2025');
    assert.equal(areas.length, COMMUNES + 1);
    assert.ok((zip?.length ?? 0) > 10_000);
    assert.ok(JSON.stringify({ changes, areas, ...rest }).length < 150_000);
  });

  it('hands over one area when it is looked at: its own history, and the newest figures of its parts', async () => {
    const { is, was } = (await answer({ type: 'preview', area: '44@2025' }, 'preview')) as Preview;
    assert.equal(was, undefined);
    const list = is?.['observations'] as { area: string; at: string }[];
    assert.equal(list.filter(({ area }) => area === '44@2025').length, MONTHS);
    const parts = list.filter(({ area }) => area !== '44@2025');
    assert.equal(parts.length, COMMUNES);
    assert.ok(parts.every(({ at }) => at === '2025-12'));
  });

  it('hands over the first of thousands of faults, and counts them', async () => {
    const wrong = FILES['so-lieu.csv']?.replace(/;1\d$/gm, ';mười') ?? '';
    const { faults } = (await build({ ...FILES, 'so-lieu.csv': wrong })) as Built;
    assert.equal(faults.shown.length, 200);
    assert.ok(faults.count >= COMMUNES * 9);
  });

  it('says which file could not be read', async () => {
    const file = new File(['x'], 'moi-luu.xlsx');
    Object.assign(file, { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) });
    const ask: Ask = {
      type: 'build',
      files: [file],
      published: undefined,
      keepHistory: false,
      now: 0,
    };
    const failed = await answer(ask, 'failed');
    assert.match(JSON.stringify(failed), /không đọc được tệp “moi-luu\.xlsx”.*hãy chọn lại/);
  });
});
