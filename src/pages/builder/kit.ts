/** What a webmaster installs: the kit of the chosen system, before any code. */
import { byId, h } from '../dom.js';
import { kitFolder, loadKits, SYSTEMS, type Kits, type System } from './systems.js';
import { filled, TEXTS } from './texts.js';

/** Bytes as whole KB, at least 1. */
const kb = (bytes: number): string => String(Math.max(1, Math.round(bytes / 1024)));

function fileOf(kit: string, list: Kits | undefined, folder: string, page: 'vi' | 'en') {
  const texts = TEXTS[page];
  const release = list?.kits[kit];
  if (!release) return h('p', { class: 'quiet' }, filled(texts.noKit, `tcns-widgets-${kit}`));
  const name = release.file.replace(/^.*\//, '');
  const what = texts.kitNames[kit] ?? texts.getKit;
  return h(
    'p',
    {},
    h(
      'a',
      { class: 'kit-file', href: new URL(release.file, folder).href, download: name },
      filled(texts.kit, what, kb(release.size)),
    ),
    ` ${name}`,
  );
}

let known: Promise<Kits | undefined> | undefined;
/** The number of the newest request: an older one draws nothing. */
let turn = 0;

/**
 * Shows the kit of a system, or nothing for a system without one.
 *
 * @param api - the address of the API that a webmaster enters; none while a reader has not agreed to its host
 */
export async function showKit(
  system: '' | System,
  scriptFolder: string,
  api: string | undefined,
  page: 'vi' | 'en',
): Promise<void> {
  const mine = ++turn;
  const room = byId('b-kit');
  if (!system) {
    room.replaceChildren();
    return;
  }
  const list = await (known ??= loadKits(scriptFolder));
  if (mine !== turn) return;
  const texts = TEXTS[page];
  const { title, steps } = texts.systems[system];
  const folder = kitFolder(scriptFolder);
  room.replaceChildren(
    h(
      'section',
      { class: 'form', id: 'b-kit-section' },
      h('h3', {}, title),
      ...SYSTEMS[system].kits.map((kit) => fileOf(kit, list, folder, page)),
      h('ol', {}, ...steps.map((step) => h('li', {}, step))),
      api !== undefined && h('p', {}, filled(texts.kitApi, api)),
    ),
  );
}
