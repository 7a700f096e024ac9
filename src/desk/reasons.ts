/** The reasons of readers and adapters, which developers see in English, in Vietnamese. */
import type { Skipped } from '../tables/table-rows.js';
import { quote } from './cells.js';

const EXPECTED: Readonly<Record<string, string>> = {
  'a text': 'cần chữ',
  'a text that is not empty': 'cần chữ, không để trống',
  'a text, or an object of texts by language': 'cần chữ, hoặc {"vi": …, "en": …}',
  'a number': 'cần một số',
  'a finite number': 'cần một số',
  'a number or null': 'cần một số hoặc null',
  'a finite number or null': 'cần một số hoặc null',
  'a whole number from 0 to 20': 'cần số nguyên từ 0 đến 20',
  'a number from 0 up': 'cần một số từ 0 trở lên',
  'a number or a range': 'cần một số hoặc một khoảng như [5, 10]',
  'a range such as [5, 10] or [10, null]': 'cần một khoảng như [5, 10] hoặc [10, null]',
  'a number, or an object with value, range or approx':
    'cần một số, hoặc đối tượng có value, range hay approx',
  'true or false': 'cần true hoặc false',
  'an area id such as "44@2025"': 'cần mã địa bàn như "44@2025"',
  'an ISO 8601 date such as "2023-09" or "2023-01/2023-06"':
    'cần thời điểm ISO 8601 như "2023-09" hoặc "2023-01/2023-06"',
  'a day such as "2022-06-01"': 'cần một ngày như "2022-06-01"',
  'a date and time such as "2023-12-12T08:00:00+07:00"':
    'cần ngày giờ như "2023-12-12T08:00:00+07:00"',
  'an edition such as "2025"':
    'cần "2025" (đơn vị hành chính từ 01/7/2025) hoặc "2008" (trước ngày đó)',
  'version "1"': 'cần version "1"',
  'an object': 'cần một đối tượng {…}',
  'an object of areas': 'cần các địa bàn theo mã {…}',
  'an object of indicators': 'cần các chỉ số theo mã {…}',
  'an object of sources': 'cần các nguồn theo mã {…}',
  'an object of documents': 'cần các tài liệu theo tên {…}',
  'a document object': 'cần một tài liệu {…}',
  'a document object is expected': 'cần một tài liệu {…}',
  'a bundle object': 'cần một bundle {…}',
  'a list': 'cần một danh sách […]',
  'a list of people': 'cần danh sách người […]',
  'a list of texts': 'cần danh sách chữ […]',
  'a list of area ids': 'cần danh sách mã địa bàn […]',
  'a list of indicator keys': 'cần danh sách mã chỉ số […]',
};

/** What is said around an expectation, and what a request, a reader or an adapter say of themselves. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^no column "(.*)"; there are: (.*)$/s, 'không có cột “$1”; các cột có: $2'],
  [
    /^no row has an area and a figure; the columns are: (.*)$/s,
    'không dòng nào có cả địa bàn và số liệu; các cột là: $1. Hãy nói cột nào là gì sau dấu # của địa chỉ',
  ],
  [
    /^the pipe is empty: .*$/,
    'đầu vào chuẩn (stdin) không có gì: câu truy vấn không trả về dòng nào',
  ],
  [
    /^the columns (.*) may both hold the date: .*$/s,
    'các cột $1 đều có thể là thời điểm. Hãy thêm at=… vào sau dấu # của địa chỉ',
  ],
  [
    /^no "result\.records": .*$/s,
    'không có “result.records”; địa chỉ này có phải của datastore_search không?',
  ],
  [
    /^column "(.*)" only counts the rows: .*$/s,
    'cột “$1” chỉ là số thứ tự 1, 2, 3…, không phải mã địa bàn. Hãy nói cột nào ghi tên địa bàn: area=… sau dấu # của địa chỉ',
  ],
  [
    /^(\d+) of the areas are of before 01\/7\/2025 \((.*)\): .*$/s,
    '$1 địa bàn chỉ có trước 01/7/2025 ($2), nên cả bảng theo 63 đơn vị cấp tỉnh trước ngày đó. Hãy thêm edition=2008 vào sau dấu # của địa chỉ',
  ],
  [/^(\d+) of (\d+) records: .*$/s, 'mới có $1 trong $2 bản ghi. Hãy thêm “limit=$2” vào địa chỉ'],
  [
    /^CSV is expected in UTF-8, this is another encoding$/,
    'bảng mã của tệp CSV không phải UTF-8 hay UTF-16. Hãy lưu lại trong Excel: Save As → CSV UTF-8',
  ],
  [
    /^CSV is expected in UTF-8, this is UTF-16$/,
    'tệp CSV ghi bằng UTF-16 mà không có dấu đầu tệp. Hãy lưu lại thành CSV UTF-8',
  ],
  [/^CSV is expected, this is .*$/s, 'cần CSV, mà đây là trang HTML hoặc XML'],
  [/^JSON is expected, this is an HTML or XML page$/, 'cần JSON, mà đây là trang HTML hoặc XML'],
  [/^JSON is expected, this is an empty answer$/, 'cần JSON, mà câu trả lời trống'],
  [/^JSON is expected, this is not JSON$/, 'cần JSON, mà đây không phải JSON'],
  [/^no whole answer within (\d+) ms$/, 'quá $1 ms mà chưa trả lời xong'],
  [/^fetch failed$/, 'không kết nối được'],
  [/^version "(.*)" is not supported, only "1"$/, 'phiên bản “$1” không dùng được, chỉ có “1”'],
];

/** `a number or null, not "15.000"` -> `cần một số hoặc null, không phải "15.000"`. */
export function reasonWords(reason: string): string {
  for (const [pattern, words] of SENTENCES)
    if (pattern.test(reason)) return reason.replace(pattern, words);
  const left = /^no item of "(.*?)" is left; (.*)$/s.exec(reason);
  if (left) return `“${left[1]}” không còn mục nào dùng được; ${reasonWords(left[2] ?? '')}`;
  if (reason === 'missing') return 'thiếu';
  const [, missing, expected = '', shown] =
    /^(missing: )?(.*?)(?:, not (.*))?$/s.exec(reason) ?? [];
  const words = EXPECTED[expected] ?? choiceWords(expected);
  return `${missing ? 'thiếu: ' : ''}${words}${shown === undefined ? '' : `, không phải ${shown}`}`;
}

/** `">", "<" or "~"`: a list of what may stand there. What nobody put into words stays as it is. */
const choiceWords = (expected: string): string =>
  /^"/.test(expected) ? `cần ${expected.replace(/ or /g, ' hoặc ')}` : expected;

const SKIPPED: Readonly<Record<Skipped['why'], string>> = {
  area: 'không phải địa bàn nào, nên bỏ qua dòng này. Hãy sửa tên hoặc mã; dòng tổng thì không cần',
  which:
    'có thể là nhiều địa bàn, nên bỏ qua dòng này. Hãy ghi rõ loại (xã, phường…), đủ dấu, hoặc ghi mã',
  contradiction: 'là hai địa bàn khác nhau: mã và tên của dòng này không khớp, nên bỏ qua dòng này',
  edition:
    'là trước 01/7/2025, khi tên này là của một tỉnh khác, nên bỏ qua dòng này. Hãy thêm edition=2008 (đơn vị trước sắp xếp) hoặc edition=2025 (số đã tính lại theo đơn vị mới) vào sau dấu # của địa chỉ',
  empty: 'không có số liệu, nên bỏ qua dòng này',
  figure: 'không phải là số, nên bỏ qua ô này. Hãy ghi số như 45.895 hoặc 98,5',
  ambiguous:
    'có thể là hàng nghìn hoặc phần thập phân, nên bỏ qua ô này. Hãy thêm numbers=vi (45.895 là hàng nghìn) hoặc numbers=en (là thập phân) vào sau dấu # của địa chỉ',
  whole:
    'là số đếm mà có phần thập phân hoặc nhỏ hơn 0, nên bỏ qua ô này. Hãy kiểm tra lại dấu chấm, dấu phẩy',
  share: 'có thể là 1% hay 100%, nên bỏ qua ô này. Hãy ghi dấu % sau mỗi số của cột này',
  date: 'không phải thời điểm, nên bỏ qua dòng này. Hãy ghi như tháng 8/2026',
  twin: 'mâu thuẫn với một dòng khác: cùng địa bàn, chỉ số, thời điểm nhưng số khác, nên bỏ qua cả hai. Hãy giữ một dòng',
  shared:
    'là cột của một trong nhiều chỉ số, không rõ chỉ số nào, nên không được đọc. Hãy chỉ lấy một chỉ số, hoặc dùng bảng mỗi dòng một con số',
  column:
    'là cột mã, thứ hạng, tọa độ hoặc thời điểm, nên không tự thành chỉ số. Nếu là chỉ số, hãy nói tên cột sau dấu # của địa chỉ',
};

/** "Dòng 5, cột “Số tổ”: “1.2.3” không phải là số, …" */
export function skippedWords({ line, why, cell, column, hint }: Skipped): string {
  const where = column ? `Dòng ${line}, cột ${quote(column)}` : `Dòng ${line}`;
  const shown = why === 'empty' ? '' : cell === '' ? 'ô trống ' : `${quote(cell)} `;
  return `${where}: ${shown}${SKIPPED[why]}.${hint ? ` ${hint}` : ''}`;
}
