/** What the self-check can find, in both languages, and what to do about it. */

export type Code =
  | 'nothing'
  | 'asText'
  | 'notClosed'
  | 'closedByParagraph'
  | 'paragraphs'
  | 'unknownTag'
  | 'mangledAttribute'
  | 'missing'
  | 'unknownAttribute'
  | 'dataAttribute'
  | 'noAttributes'
  | 'wrongWord'
  | 'areaName'
  | 'noFigures'
  | 'noCode'
  | 'policy'
  | 'blocked'
  | 'header'
  | 'status'
  | 'notJson'
  | 'mixed'
  | 'lang'
  | 'noLang'
  | 'noBase'
  | 'linkRefused'
  | 'otherVersion';

/** One thing that is wrong on the page. */
export interface Finding {
  readonly code: Code;
  /** `fault`: something is not shown; `hint`: it could be better. */
  readonly level: 'fault' | 'hint';
  /** In Vietnamese. */
  readonly vi: string;
  /** In English. */
  readonly en: string;
  /** The element that it is about. */
  readonly element?: Element | undefined;
}

type Words = readonly [level: 'fault' | 'hint', vi: string, en: string];

/** `{0}`, `{1}` stand for what was found. */
const WORDS: Readonly<Record<Code, Words>> = {
  nothing: [
    'fault',
    'Trang có tcns.js nhưng không có tiện ích nào. Trình soạn thảo có thể đã xóa thẻ <tcns-…>. Hãy dùng dạng thẻ giữ chỗ <div data-tcns="kpi-card" …>; nếu thẻ div cũng bị xóa, dùng dạng liên kết tới embed.html.',
    'The page has tcns.js but no widget. The editor may have deleted the <tcns-…> tag. Use the placeholder <div data-tcns="kpi-card" …>; where div is deleted too, use a link to embed.html.',
  ],
  asText: [
    'fault',
    'Mã nhúng hiện ra như chữ: “{0}”. Mã đã được dán ở chế độ soạn thảo; hãy dán lại ở chế độ mã nguồn (HTML), hoặc dùng dạng liên kết.',
    'The code is shown as text: “{0}”. It was pasted in the visual editor: paste it in the source view (HTML), or use the link form.',
  ],
  notClosed: [
    'fault',
    '<{0}> chưa được đóng nên nuốt phần còn lại của cột. Viết đủ </{0}>; “/>” không đóng được thẻ này.',
    '<{0}> is not closed and swallows the rest of its column. Write </{0}>; “/>” does not close it.',
  ],
  closedByParagraph: [
    'fault',
    'Trình soạn thảo đã thêm <p> bên trong <{0}>, nên thẻ bị đóng sớm và nội dung của thẻ nằm ở ngoài. Dán lại ở chế độ mã nguồn (HTML), không để dòng trống giữa thẻ mở và thẻ đóng; nếu vẫn bị thêm, dùng thẻ giữ chỗ <div data-tcns="{1}" …> hoặc dạng liên kết tới embed.html.',
    'An editor has put <p> inside <{0}>, which closed it early: what belongs inside stands behind it. Paste the code again in the source view (HTML), without blank lines between the tags; where <p> comes again, use the placeholder <div data-tcns="{1}" …> or a link to embed.html.',
  ],
  paragraphs: [
    'hint',
    'Trình soạn thảo đã thêm <p> bên trong <{0}>, nên có khoảng cách thừa hoặc nội dung dự phòng hiện cùng số liệu. Dán lại ở chế độ mã nguồn (HTML), không để dòng trống giữa thẻ mở và thẻ đóng.',
    'An editor has put <p> inside <{0}>: there are margins too many, or the fallback stands beside the figures. Paste the code again in the source view (HTML), without blank lines between the tags.',
  ],
  unknownTag: [
    'fault',
    'Thẻ <{0}> không có: tên thẻ bị đổi khi dán, hoặc viết sai. Thẻ đúng: {1}. Dán lại mã ở chế độ mã nguồn (HTML).',
    'There is no tag <{0}>: its name was changed on its way, or mistyped. The right one: {1}. Paste the code again in the source view (HTML).',
  ],
  mangledAttribute: [
    'fault',
    '<{0}>: thuộc tính “{1}” có ký tự lạ; viết lại là {2}="…" ở chế độ mã nguồn (HTML), không dán từ Word.',
    '<{0}>: the attribute “{1}” has characters that do not belong there; write {2}="…" in the source view (HTML), not pasted from Word.',
  ],
  missing: [
    'fault',
    '<{0}> thiếu {1}, nên không biết lấy số liệu nào. Viết thêm ở chế độ mã nguồn (HTML), ví dụ {2}; nếu vẫn bị xóa, dùng thẻ giữ chỗ <div data-tcns="{3}" …> hoặc dạng liên kết tới embed.html.',
    '<{0}> has no {1}, so nothing says which figures are meant. Write it in the source view (HTML), such as {2}; where it goes again, use the placeholder <div data-tcns="{3}" …> or a link to embed.html.',
  ],
  unknownAttribute: [
    'hint',
    '<{0}> không có thuộc tính “{1}”. Các thuộc tính dùng được: {2}.',
    '<{0}> has no attribute “{1}”. It has: {2}.',
  ],
  dataAttribute: [
    'fault',
    '<{0} data-{1}="{2}">: thẻ này viết {1}="{2}", không có data-. Cách viết data-{1} chỉ dùng với thẻ giữ chỗ <div data-tcns>.',
    '<{0} data-{1}="{2}">: this tag has {1}="{2}", without data-. It is the placeholder <div data-tcns> that has data-{1}.',
  ],
  noAttributes: [
    'fault',
    '<{0}> không còn thuộc tính nào, nên không biết lấy số liệu nào: trình soạn thảo có thể đã xóa. Dán lại mã ở chế độ mã nguồn (HTML); nếu vẫn bị xóa, dùng thẻ giữ chỗ <div data-tcns="{1}" …> hoặc dạng liên kết tới embed.html.',
    '<{0}> has no attribute left, so nothing says which figures are meant: an editor may have deleted them. Paste the code again in the source view (HTML); where they go again, use the placeholder <div data-tcns="{1}" …> or a link to embed.html.',
  ],
  wrongWord: [
    'hint',
    '<{0} {1}="{2}">: chỉ nhận {3}; đang dùng giá trị mặc định.',
    '<{0} {1}="{2}">: the words are {3}; the default is used.',
  ],
  areaName: [
    'fault',
    '<{0} area="{1}">: tên này không có, hoặc có nhiều địa bàn cùng tên. Viết mã, ví dụ 48@2025, hoặc tên kèm 2008 hay 2025: Đà Nẵng@2008.',
    '<{0} area="{1}">: no area has this name, or several have it. Write the id, such as 48@2025, or a name and 2008 or 2025: Đà Nẵng@2008.',
  ],
  noFigures: [
    'fault',
    '<{0}> chưa có số liệu: {1}. Nội dung dự phòng đang hiện thay.',
    '<{0}> has no figures: {1}. Its fallback content is shown.',
  ],
  noCode: [
    'fault',
    'Mã của <{0}> không chạy được trên trang này, nội dung dự phòng đang hiện thay. Nếu không sửa được chính sách của trang, dùng dạng khung <iframe>.',
    'The code of <{0}> cannot run on this page; its fallback content is shown. Where the page’s policy cannot be changed, use the <iframe> form.',
  ],
  policy: [
    'fault',
    'Content-Security-Policy của trang chặn {1} theo {0}. Thêm vào {0}: {2}.',
    'The page’s Content-Security-Policy blocks {1} by {0}. Add to {0}: {2}.',
  ],
  blocked: [
    'fault',
    'Trình duyệt không tải được {0}: bị chặn (phần mở rộng chặn quảng cáo, tường lửa) hoặc máy chủ không trả lời.',
    'The browser cannot load {0}: it is blocked (an ad blocker, a firewall) or its server does not answer.',
  ],
  header: [
    'fault',
    'Máy chủ của {0} thiếu tiêu đề Access-Control-Allow-Origin: *. Thêm tiêu đề đó, hoặc đặt tệp trên cùng máy chủ với trang.',
    'The server of {0} does not send Access-Control-Allow-Origin: *. Add that header, or put the file on the page’s own server.',
  ],
  status: ['fault', '{0} trả lời {1}.', '{0} answers {1}.'],
  notJson: [
    'fault',
    '{0} không phải là JSON ({1}). Máy chủ có thể đang trả về trang báo lỗi hoặc trang đăng nhập.',
    '{0} is no JSON ({1}). The server may be sending an error or a login page.',
  ],
  mixed: [
    'fault',
    'Trang chạy https nhưng {0} là http: trình duyệt chặn. Dùng địa chỉ https.',
    'The page is https, {0} is http: browsers block it. Use an https address.',
  ],
  lang: [
    'hint',
    'Trang khai báo lang="{0}" nhưng nội dung có vẻ là tiếng {1}. Sửa lang của <html>, hoặc ghi data-lang trên thẻ script.',
    'The page says lang="{0}", but its text seems to be {2}. Correct lang of <html>, or write data-lang on the script tag.',
  ],
  noLang: [
    'hint',
    'Thẻ <html> không có lang; tiện ích dùng tiếng Việt.',
    '<html> has no lang; the widgets use Vietnamese.',
  ],
  noBase: [
    'fault',
    'tcns.js không biết địa chỉ của chính nó (bị gộp hoặc trì hoãn). Thêm <meta name="tcns-base" content="https://…/">.',
    'tcns.js cannot tell its own address (merged or delayed). Add <meta name="tcns-base" content="https://…/">.',
  ],
  linkRefused: ['hint', 'Liên kết {0} vẫn là liên kết: {1}.', 'The link {0} stays a link: {1}.'],
  otherVersion: [
    'hint',
    'Trang nạp tcns.js {0} lần; lần đầu được dùng. Chỉ nên để một thẻ script.',
    'The page loads tcns.js {0} times; the first one is used. One script tag is enough.',
  ],
};

/** A finding in words. */
export function finding(code: Code, values: readonly string[] = [], element?: Element): Finding {
  const [level, vi, en] = WORDS[code];
  const fill = (text: string): string =>
    text.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
  return { code, level, vi: fill(vi), en: fill(en), ...(element ? { element } : {}) };
}
