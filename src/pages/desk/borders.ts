/** The part of the desk page that makes borders of an office's file: the same work as `tcns-data borders`. */
import { capital } from '../../i18n/capital.js';
import { byId, h, save } from '../dom.js';
import { listenToFiles } from '../drop-zone.js';
import type { Ask, BordersMade } from './messages.js';

/** Lines of a kind that are shown. */
const MOST = 100;

let dropped: readonly File[] = [];
let made: BordersMade['file'];

/** Says how far the work is. */
export const sayBorders = (text: string): void => {
  byId('borders-status').textContent = text;
};

/** Listens to the fields of the section; `ask` hands the work to the worker. */
export function listenToBorders(ask: (message: Ask) => void): void {
  const run = (): void => {
    make(ask).catch((error: unknown) => sayBorders(`Không đọc được tệp: ${String(error)}.`));
  };
  listenToFiles('borders', (files) => {
    dropped = files;
    run();
  });
  byId('borders-again').addEventListener('click', run);
  byId('borders-download').addEventListener('click', () => {
    if (!made) return;
    const bytes = new TextEncoder().encode(made.text);
    save(made.path.replace(/^.*\//, ''), bytes, 'application/json');
  });
}

async function make(ask: (message: Ask) => void): Promise<void> {
  if (dropped.length === 0)
    return sayBorders('Chưa có tệp nào. Hãy chọn tệp .zip của shapefile, .geojson hoặc .topojson.');
  sayBorders('Đang đọc tệp…');
  byId('borders-result').hidden = true;
  const files = await Promise.all(
    dropped.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  ask({
    type: 'borders',
    files,
    area: byId<HTMLSelectElement>('desk-area').value,
    zone: byId<HTMLInputElement>('borders-zone').value,
    allowMissing: byId<HTMLInputElement>('borders-part').checked,
    source: byId<HTMLInputElement>('borders-source').value,
  });
}

/** Shows what the worker made, or why it made nothing. */
export function showBorders({ report, faults, warnings, file }: BordersMade): void {
  made = file;
  sayBorders(
    file
      ? `Đã có ${file.path}, ${Math.ceil(file.text.length / 1000)} KB; ${warnings.length} lời nhắc.`
      : `${faults.length} lỗi cần sửa; chưa có tệp nào.`,
  );
  const lines = (texts: readonly string[], kind: string) => [
    ...texts.slice(0, MOST).map((text) => h('li', { class: kind }, capital(text))),
    ...(texts.length > MOST ? [h('li', {}, `Còn ${texts.length - MOST} dòng nữa.`)] : []),
  ];
  byId('borders-lines').replaceChildren(
    ...lines(
      faults.map((text) => `Lỗi. ${capital(text)}`),
      'removed',
    ),
    ...lines(
      warnings.map((text) => `Nhắc. ${capital(text)}`),
      'changed',
    ),
    ...lines(report, 'added'),
  );
  byId('borders-save').hidden = !file;
  byId('borders-result').hidden = false;
  byId('borders-result').focus();
}

/** The work failed before it could say anything. */
export function failBorders(message: string): void {
  sayBorders(`Không xử lý được: ${message}`);
}
