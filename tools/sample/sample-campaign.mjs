/**
 * The sample campaign of the demo: invented from end to end, and always running. Its dates follow
 * the clock that it is given, and the same minute always gives the same document: today is day 31
 * to 90 of its 92. Without dependencies: `tools/serve.mjs` makes it on request,
 * `tools/sample/make-sample-campaign.ts` writes it as a file for static hosting.
 */

export const SAMPLE_ID = 'mau-92-ngay';

const DAY = 86_400_000;
const OFFSET = 7 * 3_600_000;
const TOTAL = 92;
const FIRST = 31;
const CYCLE = 60;
const OWN = 'mau@2025';
const COMMUNES = 12;
/** The commune that has sent no figures. */
const SILENT = 9;

const text = (vi, en) => ({ vi, en });
const dayText = (index) => new Date(index * DAY).toISOString().slice(0, 10);
const round = (value, decimals) => Number(value.toFixed(decimals));

const indicators = {
  'dvc.active': {
    name: text(
      'Dịch vụ công trực tuyến phát sinh hồ sơ',
      'Online services that received applications',
    ),
    unit: '%',
    better: 'higher',
  },
  'dossier.online': {
    name: text('Hồ sơ xử lý trực tuyến', 'Applications processed online'),
    unit: '%',
    better: 'higher',
  },
  'dossier.digitised': {
    name: text('Số hóa hồ sơ, kết quả giải quyết', 'Applications and results digitised'),
    unit: '%',
    better: 'higher',
  },
  trained: {
    name: text('Lượt người được tập huấn', 'People trained'),
    unit: text('lượt', 'people'),
    better: 'higher',
    aggregate: 'sum',
  },
  'report.online': {
    name: text('Báo cáo thực hiện trực tuyến', 'Reports made online'),
    unit: '%',
    better: 'higher',
  },
  'dossier.overdue': {
    name: text('Hồ sơ quá hạn', 'Overdue applications'),
    unit: text('hồ sơ', 'applications'),
    better: 'lower',
    aggregate: 'sum',
  },
  'dossier.ontime': {
    name: text('Hồ sơ giải quyết đúng hạn', 'Applications resolved on time'),
    unit: '%',
    better: 'higher',
  },
  teams: {
    name: text('Số tổ tham gia', 'Teams taking part'),
    unit: text('tổ', 'teams'),
    aggregate: 'sum',
  },
  members: {
    name: text('Thành viên tổ tham gia', 'Team members taking part'),
    unit: text('người', 'people'),
    aggregate: 'sum',
  },
  'smartphones.donated': {
    name: text('Điện thoại được tặng', 'Smartphones donated'),
    unit: text('chiếc', 'phones'),
    aggregate: 'sum',
  },
  'ecommerce.products': {
    name: text('Sản phẩm lên sàn', 'Products on e-commerce platforms'),
    unit: text('sản phẩm', 'products'),
    aggregate: 'sum',
  },
};

/** A goal's way from its baseline to its target, and how fast it is gone against the plan. */
const ways = {
  'dvc.active': { from: 22, to: 80, speed: 1.01, decimals: 1 },
  'dossier.online': { from: 15, to: 50, speed: 0.82, decimals: 1 },
  'dossier.digitised': { from: 30, to: 100, speed: 0.68, decimals: 1 },
  trained: { from: 0, to: 120_000, speed: 1.12, decimals: 0 },
};

/** The value on a day of the campaign, which may be a fraction. */
function valueOn(key, day, lead = 1) {
  const { from, to, speed, decimals } = ways[key];
  const share = (day / TOTAL) * speed * lead + 0.006 * Math.sin(day / 5);
  return round(Math.max(from, from + (to - from) * Math.min(1.08, Math.max(0, share))), decimals);
}

/** What its own speed makes of a commune; 3 and 4 are alike, and so they are tied. */
const leadOf = (commune) => 0.72 + ((Math.min(commune, commune === 4 ? 3 : 99) * 37) % 11) / 20;
/** Some communes were slow at first: so places change hands. */
const turnOf = (commune, day) => 1 + (commune % 3 ? 0.05 : 0.12) * Math.sin(commune * 2 + day / 4);

const idOf = (commune) => `mau${String(commune).padStart(2, '0')}@2025`;

function areas() {
  const all = {
    [OWN]: { name: text('tỉnh Mẫu', 'Mẫu Province (sample)'), parent: 'vn' },
    vn: { name: text('Cả nước', 'Viet Nam'), kind: 'country' },
  };
  for (let n = 1; n <= COMMUNES; n++) {
    all[idOf(n)] = { name: `Mẫu ${n}`, kind: n % 4 === 0 ? 'ward' : 'commune', parent: OWN };
  }
  return all;
}

/** @param {number} now ms since 1970 */
export function sampleCampaign(now) {
  const minute = Math.floor(now / 60_000) * 60_000;
  const today = Math.floor((minute + OFFSET) / DAY);
  const day = FIRST + (today % CYCLE);
  const start = today - day + 1;
  const moment = `${new Date(minute + OFFSET).toISOString().slice(0, 16)}+07:00`;
  const clock = (minute + OFFSET - today * DAY) / DAY;
  const observations = [];
  const add = (area, indicator, at, rest) =>
    observations.push({ area, indicator, at, ...rest, source: 'sample' });
  const dateOf = (n) => dayText(start + n - 1);

  for (const key of Object.keys(ways)) {
    for (let n = 1; n < day; n++) {
      // Three days without a report: a gap in the line, not a zero.
      if (key === 'dossier.online' && n >= 12 && n <= 14) {
        if (n === 13) add(OWN, key, dateOf(n), { value: null, status: 'missing' });
        continue;
      }
      const estimated = key === 'dossier.digitised' && n < 8 ? { status: 'estimated' } : {};
      add(OWN, key, dateOf(n), { value: valueOn(key, n), ...estimated });
    }
    add(OWN, key, moment, { value: valueOn(key, day - 1 + clock) });
  }
  for (const key of ['dvc.active', 'dossier.online']) {
    const weeks = [];
    // Whole weeks back from today: the places are compared with those of a week ago.
    for (let n = ((day - 1) % 7) + 1; n < day; n += 7) weeks.push([n, dateOf(n)]);
    weeks.push([day - 1 + clock, moment]);
    for (const [n, at] of weeks) {
      for (let commune = 1; commune <= COMMUNES; commune++) {
        const alike = commune === 4 ? 3 : commune;
        const value = valueOn(key, n, leadOf(alike) * turnOf(alike, n));
        if (commune !== SILENT) add(idOf(commune), key, at, { value });
      }
    }
  }
  for (const key of ['dvc.active', 'dossier.online'])
    add(idOf(SILENT), key, moment, { value: null, status: 'missing' });
  for (let n = 7; n < day; n += 7) {
    add(OWN, 'report.online', dateOf(n), { value: round(44 + (n / TOTAL) * 14, 1) });
    add(OWN, 'dossier.overdue', dateOf(n), { value: Math.max(3, 21 - Math.round(n / 4)) });
  }
  add(OWN, 'dossier.ontime', moment, { value: null, status: 'missing' });
  add(OWN, 'teams', dateOf(1), { value: 120 });
  add(OWN, 'members', dateOf(1), { value: 700, approx: '>' });
  add(OWN, 'smartphones.donated', moment, { value: 100 + 5 * Math.floor(day / 3) });
  add(OWN, 'ecommerce.products', moment, { value: 20 + day + Math.floor(clock * 6) });

  const linear = (indicator) => ({
    indicator,
    target: ways[indicator].to,
    due: dateOf(TOTAL),
    baseline: ways[indicator].from,
    pace: 'linear',
  });
  return {
    version: '1',
    updated: moment.replace('+', ':00+'),
    id: SAMPLE_ID,
    area: OWN,
    name: text('Chiến dịch mẫu 92 ngày', 'Sample campaign of 92 days'),
    start: dateOf(1),
    end: dateOf(TOTAL),
    basis: text('Kế hoạch mẫu', 'Sample plan'),
    areas: areas(),
    indicators,
    sources: { sample: { title: text('Số liệu minh họa', 'Sample data'), sample: true } },
    goals: [
      ...Object.keys(ways).map(linear),
      { indicator: 'report.online', target: 50, due: dateOf(TOTAL) },
      { indicator: 'dossier.overdue', target: 0, due: dateOf(TOTAL) },
      { indicator: 'dossier.ontime', target: 100, due: dateOf(TOTAL) },
    ],
    observations,
    highlights: ['teams', 'members', 'smartphones.donated', 'ecommerce.products'],
    milestones: [
      { at: dateOf(1), title: text('Bắt đầu chiến dịch', 'The campaign starts') },
      { at: dateOf(30), title: text('Sơ kết lần thứ nhất', 'First review') },
      { at: dateOf(61), title: text('Sơ kết lần thứ hai', 'Second review') },
      { at: dateOf(TOTAL), title: text('Tổng kết chiến dịch', 'The campaign ends') },
    ],
    activities: [
      {
        title: text(
          'Tổ đến từng nhà hướng dẫn nộp hồ sơ trực tuyến',
          'Door-to-door help with filing online',
        ),
        platforms: [text('Cổng Dịch vụ công quốc gia', 'National Public Service Portal'), 'VNeID'],
        url: 'https://dichvucong.gov.vn',
      },
      {
        title: text('Lớp kỹ năng số buổi tối tại nhà văn hóa', 'Evening classes in digital skills'),
        platforms: ['MOOCs'],
      },
      {
        title: text(
          'Đưa nông sản lên sàn thương mại điện tử',
          'Farm produce on e-commerce platforms',
        ),
        platforms: ['Postmart', 'Voso'],
      },
    ],
    lessons: [
      {
        title: text(
          'Hướng dẫn tại nhà văn hóa buổi tối thì đông người dự hơn',
          'More people come to evening classes in the hamlet hall',
        ),
        detail: text(
          'Ban ngày nhiều hộ đi làm đồng; các lớp chuyển sang 19 giờ thì số người dự tăng.',
          'In the daytime many families work in the fields; attendance grew when classes moved to 7 p.m.',
        ),
      },
      {
        title: text(
          'Mỗi tổ nên có một người phụ trách số liệu',
          'One person in each team should look after the figures',
        ),
      },
      {
        title: text(
          'Báo cáo theo tuần giúp thấy sớm chỉ tiêu chậm tiến độ',
          'Weekly reports show early which goals fall behind',
        ),
      },
    ],
  };
}

/** The document as the text of a file. */
export const sampleText = (now) => `${JSON.stringify(sampleCampaign(now), null, 1)}\n`;
