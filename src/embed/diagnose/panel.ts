/** What `?tcns-check` shows: the findings in Vietnamese and English, over the page. */
import type { Diagnosis } from './diagnose.js';
import { pageDocument } from '../../data/page-base.js';

const CSS = `:host{all:initial!important;position:fixed!important;z-index:2147483647!important;right:8px!important;bottom:8px!important;left:8px!important;display:block!important;max-width:720px!important;margin:0 auto!important}
section{box-sizing:border-box;max-height:70vh;overflow:auto;padding:16px 20px;border:1px solid #55626f;border-radius:8px;background:#fff;color:#16202a;font:400 16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;box-shadow:0 8px 32px rgba(0,0,0,.25);overflow-wrap:anywhere}
h2:focus{outline:0}h2{margin:0 0 4px;font-size:18px;line-height:1.3}p{margin:0 0 8px}ol{margin:0;padding-left:24px}li{margin:0 0 12px}li p{margin:0}
.en,.hint{color:#55626f;font-size:14px}.head{display:flex;gap:12px;align-items:start;justify-content:space-between}
button{min-width:44px;min-height:44px;border:1px solid #55626f;border-radius:8px;background:#fff;color:inherit;font:inherit;cursor:pointer}
button:focus-visible{outline:2px solid #0a5ea8;outline-offset:2px}`;

function element(tag: string, text = '', className = ''): HTMLElement {
  const made = pageDocument.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** Adopted where the browser can; a nonce page without that shows the panel in its plain form. */
function style(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);

    root.adoptedStyleSheets = [sheet];
  } catch {
    root.appendChild(element('style', CSS));
  }
}

const bilingual = (vi: string, en: string): HTMLElement[] => {
  const english = element('p', en, 'en');
  english.lang = 'en';
  return [element('p', vi), english];
};

/** Shows the panel in place of an earlier one. */
export function showPanel({ version, widgets, shown, findings }: Diagnosis): void {
  pageDocument.getElementById('tcns-check')?.remove();
  const host = element('div');
  host.id = 'tcns-check';
  host.lang = 'vi';
  const root = host.attachShadow({ mode: 'open' });
  style(root);
  const box = element('section');
  box.setAttribute('role', 'region');
  box.setAttribute('aria-labelledby', 'title');
  const head = element('div', '', 'head');
  const title = element('h2', `tcns ${version}: kiểm tra trang / page check`);
  title.id = 'title';
  title.tabIndex = -1;
  const close = element('button', '\u00d7');
  close.setAttribute('type', 'button');
  close.setAttribute('aria-label', 'Đóng / Close');
  close.addEventListener('click', () => host.remove());
  head.append(title, close);
  const list = element('ol');
  for (const { vi, en } of findings) {
    const item = element('li');
    item.append(...bilingual(vi, en));
    list.appendChild(item);
  }
  const summary =
    findings.length === 0
      ? bilingual(
          `${shown}/${widgets} tiện ích đang hiện số liệu. Không thấy điều gì cần sửa.`,
          `${shown} of ${widgets} widgets show figures. Nothing needs mending.`,
        )
      : bilingual(
          `${shown}/${widgets} tiện ích đang hiện số liệu. Cần xem ${findings.length} việc:`,
          `${shown} of ${widgets} widgets show figures. To look at: ${findings.length}.`,
        );
  box.append(head, ...summary, list);
  root.appendChild(box);
  pageDocument.body.appendChild(host);
  title.focus();
}
