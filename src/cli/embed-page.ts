/** `tcns-data embed-page`: the page of one view and its oEmbed document, for a host where no program runs. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { viewFiles } from '../api/oembed.js';
import { VIEW_NAME, viewName } from '../api/view-name.js';
import { EXIT, text, type Desk, type Values } from './data-options.js';
import { Usage } from './usage.js';

function parsed(address: string): URL | undefined {
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** A page of this name that shows something else is somebody's, and stays. */
function isOther(page: string, written: string): boolean {
  const viewOf = (html: string): string =>
    /<meta name="tcns-embed" content="([^"]*)"/.exec(html)?.[1] ?? '';
  return existsSync(page) && viewOf(readFileSync(page, 'utf8')) !== viewOf(written);
}

/** @param args - the address of `embed.html` with the view, and nothing else */
export function embedPage(args: readonly string[], values: Values, desk: Desk): number {
  const [address = '', ...more] = args;
  const url = parsed(address);
  const out = text(values.out);
  const sentence = text(values.sentence)?.replace(/\s+/g, ' ').trim();
  if (!url || more.length > 0)
    throw new Usage(
      'embed-page cần đúng một địa chỉ, ví dụ "https://tinh.gov.vn/tcns/embed.html?widget=…"',
    );
  if (!out) throw new Usage('embed-page cần --out THƯ-MỤC của embed.html');
  if (!sentence)
    throw new Usage('embed-page cần --sentence "Câu có số liệu, ngày và nguồn", hiện ở nơi cấm mã');
  const name = text(values.name) ?? viewName(url.href);
  if (!VIEW_NAME.test(name))
    throw new Usage(`--name chỉ gồm chữ thường không dấu, số và gạch ngang, không phải “${name}”`);
  url.hash = '';
  const base = `${url.origin}${url.pathname.replace(/(\d+(\.\d+)*\/)?embed\.html$/, '')}`;
  let files: Record<string, string>;
  try {
    files = viewFiles({ base, view: url.href, name, sentence });
  } catch {
    throw new Usage(`“${address}” không phải là địa chỉ embed.html?widget=… của một tiện ích`);
  }
  const page = join(out, 'embed', `${name}.html`);
  if (isOther(page, files[`embed/${name}.html`] ?? ''))
    throw new Error(`${page} đã có và hiện nội dung khác: chọn tên khác bằng --name`);
  if (values['dry-run'] !== true)
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      writeFileSync(join(out, path), content);
    }
  const written = `${base}embed/${name}.html`;
  if (values.json)
    desk.print(JSON.stringify({ ok: true, page: written, files: Object.keys(files) }));
  else
    desk.print(
      `Đã ghi ${Object.keys(files).join(', ')}. Đưa hai tệp lên máy chủ, rồi dán địa chỉ này vào bài: ${written}`,
    );
  return EXIT.done;
}
