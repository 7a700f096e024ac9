/** SharePoint and DotNetNuke: the steps of the guide as pages to download, with the code for each widget. */
import type { Files } from './files.ts';
import type { KitWidget } from './kit-model.ts';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const SYSTEMS: Readonly<
  Record<string, { title: string; steps: readonly string[]; form: 'tag' | 'frame' | 'link' }[]>
> = {
  sharepoint: [
    {
      title: 'SharePoint: trang cổ điển',
      form: 'tag',
      steps: [
        'Sửa trang, thêm web part Script Editor (hoặc Content Editor trỏ tới tệp HTML trong Site Assets).',
        'Dán script một lần ở đầu web part, rồi dán thẻ của tiện ích bên dưới.',
        'Cần quyền sửa trang; trang phải được phép dùng script tùy chỉnh.',
      ],
    },
    {
      title: 'SharePoint: trang hiện đại',
      form: 'frame',
      steps: [
        'Chủ trang vào Site Settings > HTML Field Security và thêm máy chủ đặt embed.html.',
        'Sửa trang, thêm web part Embed, dán mã khung.',
      ],
    },
  ],
  dotnetnuke: [
    {
      title: 'DotNetNuke: giao diện',
      form: 'tag',
      steps: [
        'Đặt script vào skin (.ascx), hoặc Site Settings > Page Header Tags.',
        'Quản trị viên dán thẻ vào mô-đun HTML ở chế độ xem thô.',
      ],
    },
    {
      title: 'DotNetNuke: người viết bài',
      form: 'link',
      steps: [
        'Trong mô-đun HTML, chèn một liên kết tới địa chỉ dưới đây; script của giao diện biến liên kết thành tiện ích.',
        'Ô văn bản thường từ chối mọi mã HTML (lỗi "request validation"): chỉ dùng trình soạn thảo.',
      ],
    },
  ],
};

function sample({ name, entry }: KitWidget): string {
  if (entry.document === 'campaign') return 'campaign="ma-chien-dich"';
  const indicator = entry.indicators === 'none' ? '' : ' indicator="members"';
  return `area="48@2025"${indicator}${name === 'dashboard' ? ' ' : ''}`.trim();
}

function codeOf(widget: KitWidget, form: 'tag' | 'frame' | 'link'): string {
  const { name, title } = widget;
  const base = 'https://may-chu.gov.vn/tcns/';
  if (form === 'tag')
    return `<tcns-${name} ${sample(widget)}><p>Câu văn của trang.</p></tcns-${name}>`;
  const query = sample(widget).replace(/"/g, '').replace(/ /g, '&');
  const address = `${base}embed.html?widget=${name}&${query}`;
  return form === 'link'
    ? `<a href="${escape(address)}">${title.vi}</a>`
    : `<iframe src="${escape(address)}" width="100%" height="${Object.values(widget.entry.heights)[0] ?? 240}" title="${escape(title.vi)}"></iframe>`;
}

function page(
  version: string,
  parts: (typeof SYSTEMS)[string],
  widgets: readonly KitWidget[],
): string {
  const script = `<script src="https://may-chu.gov.vn/tcns/${version}/tcns.js" data-api="https://may-chu.gov.vn/tcns/v1"></script>`;
  // The widgets of a dashboard stand inside it: it has no code of one line.
  const single = widgets.filter(({ name }) => name !== 'dashboard');
  const sections = parts.map(
    ({ title, steps, form }) => `<h2>${escape(title)}</h2>
<ol>
${steps.map((step) => `<li>${escape(step)}</li>`).join('\n')}
</ol>
${form === 'frame' ? '' : `<p>Script, đặt một lần:</p>\n<pre>${escape(script)}</pre>\n`}${single.map((one) => `<p>${escape(one.title.vi)}: ${escape(one.summary.vi)}</p>\n<pre>${escape(codeOf(one, form))}</pre>`).join('\n')}`,
  );
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Các bước đưa số liệu vào trang</title>
</head>
<body>
<h1>Các bước đưa số liệu vào trang</h1>
<p>Thay may-chu.gov.vn bằng máy chủ đặt thư viện, 48@2025 bằng mã địa bàn, members bằng mã chỉ số. Các bước này chưa được chạy trên SharePoint hay DotNetNuke thật.</p>
${sections.join('\n')}
</body>
</html>
`;
}

/** A page for each system. */
export const stepFiles = (widgets: readonly KitWidget[], version: string): Files =>
  Object.fromEntries(
    Object.entries(SYSTEMS).map(([name, parts]) => [`${name}.html`, page(version, parts, widgets)]),
  );
