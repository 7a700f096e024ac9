/** The part of the desk page that makes borders of an office's file: the same work as `tcns-data borders`. */
import { capital } from '../../i18n/capital.js';
import { byId, h, save } from '../dom.js';
import { listenToFiles } from '../drop-zone.js';
import type { Choice } from '../../borders/choices.js';
import { choiceWords } from './borders-words.js';
import type { Ask, BordersAsk, BordersLine, BordersMade } from './messages.js';

/** Lines of a kind that are shown. */
const MOST = 100;

let dropped: readonly File[] = [];
/** What was chosen with a press beside a sentence, for the files that lie in the box now. */
let chosen: Pick<BordersAsk, 'zonesOfFiles' | 'object'> = { zonesOfFiles: {}, object: undefined };
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
    chosen = { zonesOfFiles: {}, object: undefined };
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
    ...chosen,
    key: byId<HTMLInputElement>('borders-key').value,
    size: Number(byId<HTMLSelectElement>('borders-size').value) * 1000,
    allowMissing: byId<HTMLInputElement>('borders-part').checked,
    allowFar: byId<HTMLInputElement>('borders-far').checked,
    lines: byId<HTMLInputElement>('borders-closed').checked,
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
  byId('borders-lines').replaceChildren(
    ...items(faults, 'removed', 'Lỗi. '),
    ...items(warnings, 'changed', 'Nhắc. '),
    ...items(report, 'added', ''),
  );
  byId('borders-save').hidden = !file;
  byId('borders-result').hidden = false;
  byId('borders-result').focus();
}

/** Sentences as items of the list, each with the choices that it offers. */
const items = (lines: readonly BordersLine[], kind: string, front: string): HTMLElement[] => [
  ...lines
    .slice(0, MOST)
    .map(({ text, choices }) =>
      h(
        'li',
        { class: kind },
        `${front}${capital(text)}`,
        choices.length > 0 && h('div', { class: 'choices' }, ...choices.map(button)),
      ),
    ),
  ...(lines.length > MOST ? [h('li', {}, `Còn ${lines.length - MOST} dòng nữa.`)] : []),
];

/** A button that makes a choice in its field, and does the work again. */
function button(choice: Choice): HTMLElement {
  const press = (): void => {
    choose(choice);
    byId('borders-again').click();
  };
  return h('button', { type: 'button', onclick: press }, choiceWords(choice));
}

function choose({ name, value, file }: Choice): void {
  if (name === 'zone' && file !== undefined)
    chosen = { ...chosen, zonesOfFiles: { ...chosen.zonesOfFiles, [file]: value ?? '' } };
  else if (name === 'zone') byId<HTMLInputElement>('borders-zone').value = value ?? '';
  else if (name === 'key') byId<HTMLInputElement>('borders-key').value = value ?? '';
  else if (name === 'object') chosen = { ...chosen, object: value };
  else if (name === 'lines') byId<HTMLInputElement>('borders-closed').checked = true;
  else if (name === 'allow-missing') byId<HTMLInputElement>('borders-part').checked = true;
  else if (name === 'allow-far') byId<HTMLInputElement>('borders-far').checked = true;
}

/** The work failed before it could say anything. */
export function failBorders(message: string): void {
  sayBorders(`Không xử lý được: ${message}`);
}
