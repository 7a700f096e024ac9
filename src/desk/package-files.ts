/** The files of a publication as one zip that is copied over the published folder. */
import { strToU8, zipSync } from 'fflate';
import type { ApiFile } from './files.js';
import { membersOf } from '../api/raw-members.js';
import type { Documents } from './published.js';

/** The name of the file that says how to copy the others, beside the folder `v1`. */
const README = 'HUONG-DAN.txt';

/**
 * The files below `v1/`. Each has the time of its last change, because a server makes its ETag of
 * time and length: the same content keeps its time, and another content has another one.
 */
export function packageFiles(
  files: readonly ApiFile[],
  { documents, published, now }: { documents: Documents; published: Documents; now: number },
): Uint8Array {
  const timeOf = (doc: unknown): number => Date.parse(String(membersOf(doc)['updated']));
  const all = { ...published, ...documents };
  const newest = Math.max(...Object.values(all).map(timeOf).filter(Number.isFinite));
  const entries = files.map(({ path, text, status }) => {
    const updated =
      path === 'bundle.json' ? newest : timeOf(documents[path.replace(/\.json$/, '')]);
    const time = status === 'same' && Number.isFinite(updated) ? updated : now;
    return [`v1/${path}`, [strToU8(text), { mtime: new Date(time), level: 6 }]] as const;
  });
  const readme = strToU8(packageWords(files, published).join('\r\n\r\n') + '\r\n');
  return zipSync({
    ...Object.fromEntries(entries),
    [README]: [readme, { mtime: new Date(now) }],
  });
}

/** What to do with the zip, and what it does not contain. */
export function packageWords(files: readonly ApiFile[], published: Documents): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const others = Object.keys(published)
    .map((path) => `${path}.json`)
    .filter((path) => !paths.has(path));
  const changed = files.filter(({ status }) => status !== 'same').length;
  const shown = others.slice(0, 5).join(', ');
  return [
    `Gói có ${files.length} tệp trong thư mục v1, ${changed} tệp mới hoặc thay đổi. Hãy chép thư mục v1 trong gói đè lên thư mục v1 đang công bố. Không xóa thư mục đang công bố: gói chỉ có tài liệu của bảng tính này.`,
    others.length > 0
      ? `Gói không có ${others.length} tài liệu khác đang công bố (${shown}${others.length > 5 ? ', …' : ''}) và không có ranh giới (geo). Các tệp đó giữ nguyên trên máy chủ.`
      : 'Gói không có ranh giới (geo) và tài liệu của cơ quan khác. Các tệp đó giữ nguyên trên máy chủ.',
  ];
}
