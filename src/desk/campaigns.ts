/** Campaigns with their goals, milestones and activities, and the services. */
import type { Activity, Goal, Lesson, Milestone } from '../api/campaign.js';
import type { Service } from '../api/services.js';
import { fold } from '../domain/fold.js';
import { slug } from './area-book.js';
import { dayWords, quote } from './cells.js';
import { planOf } from './columns.js';
import type { Notes } from './notes.js';
import { indicatorIn, keyNamed, type WorkbookContext } from './workbook-context.js';
import { areaIn } from './area-lines.js';
import { LineReader } from './line-reader.js';
import type { Row } from './rows.js';

export interface CampaignDraft {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly basis: string | undefined;
  readonly highlights: readonly string[];
  readonly goals: Goal[];
  readonly milestones: Milestone[];
  readonly activities: Activity[];
  readonly lessons: Lesson[];
}

export type Campaigns = ReadonlyMap<string, CampaignDraft>;

/** The campaigns of the sheet "Chiến dịch", by id; a line with a fault is reported and left out. */
export function readCampaigns(
  context: WorkbookContext,
  rows: readonly Row[],
  notes: Notes,
): Campaigns {
  const campaigns = new Map<string, CampaignDraft>();
  for (const row of rows) {
    const reader = new LineReader(row, planOf('campaigns'), notes);
    const draft = campaignOf(context, reader);
    if (!draft) continue;
    const { id } = draft;
    if (id === 'index')
      reader.fault('id', 'mã “index” dành cho danh sách chiến dịch. Hãy chọn mã khác.');
    else if (campaigns.has(id))
      reader.fault('id', `mã chiến dịch ${quote(id)} có hai lần. Hãy đổi mã.`);
    else campaigns.set(id, draft);
  }
  return campaigns;
}

/** The campaign of a line, still without goals; `undefined` where what it needs is missing or wrong. */
function campaignOf(context: WorkbookContext, reader: LineReader): CampaignDraft | undefined {
  const [id, name, area] = [
    reader.id('id'),
    reader.required('name'),
    areaIn(context, reader, 'area', context.area),
  ];
  const [start, end] = [reader.requiredDay('start'), reader.requiredDay('end')];
  const [basis, highlights] = [reader.text('basis'), highlightsOf(context, reader)];
  if (start && end && end < start)
    return reader.fault(
      'end',
      `ngày kết thúc ${dayWords(end)} trước ngày bắt đầu ${dayWords(start)}. Hãy kiểm tra lại.`,
    );
  if (id === undefined || !name || !area || !start || !end) return undefined;
  const lists = { goals: [], milestones: [], activities: [], lessons: [] };
  return { id, area, name, start, end, basis, highlights, ...lists };
}

function highlightsOf(context: WorkbookContext, reader: LineReader): string[] {
  const names = (reader.text('highlights') ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
  return names.flatMap((name) => {
    const key = keyNamed(context.indicators, name);
    if (!key)
      reader.fault(
        'highlights',
        `không có chỉ số ${quote(name)}. Hãy ghi tên như ở trang “Chỉ số”, cách nhau bằng dấu chấm phẩy.`,
      );
    return key ? [key] : [];
  });
}

/** The campaign that a line names. */
export function campaignIn(campaigns: Campaigns, reader: LineReader): CampaignDraft | undefined {
  const typed = reader.required('campaign');
  if (typed === undefined) return undefined;
  const campaign =
    campaigns.get(typed) ?? [...campaigns.values()].find(({ name }) => fold(name) === fold(typed));
  return (
    campaign ??
    reader.fault(
      'campaign',
      `không có chiến dịch ${quote(typed)} trong trang “Chiến dịch”. Hãy kiểm tra mã hoặc tên.`,
    )
  );
}

/** Adds the goals of the sheet to their campaigns. */
export function readGoals(
  context: WorkbookContext,
  campaigns: Campaigns,
  rows: readonly Row[],
  notes: Notes,
): void {
  for (const row of rows) {
    const reader = new LineReader(row, planOf('goals'), notes);
    const campaign = campaignIn(campaigns, reader);
    const indicator = reader.has('indicator')
      ? indicatorIn(context, reader, 'indicator')
      : reader.required('indicator');
    const target = reader.has('target') ? reader.number('target') : void reader.required('target');
    const [due, baseline, pace] = [
      reader.day('due'),
      reader.number('baseline'),
      reader.choice('pace'),
    ];
    if (!campaign || !indicator || target === undefined) continue;
    if (due && due < campaign.start)
      reader.fault(
        'due',
        `hạn ${dayWords(due)} trước ngày bắt đầu chiến dịch (${dayWords(campaign.start)}). Hãy kiểm tra lại.`,
      );
    if (campaign.goals.some((goal) => goal.indicator === indicator))
      reader.fault('indicator', 'chỉ số này đã có chỉ tiêu trong chiến dịch. Hãy giữ một dòng.');
    campaign.goals.push({
      indicator,
      target,
      ...(due ? { due } : {}),
      ...(baseline !== undefined ? { baseline } : {}),
      ...(pace ? { pace: pace as 'linear' } : {}),
    });
  }
}

/** Adds milestones, activities and lessons to their campaigns. */
export function readEvents(campaigns: Campaigns, rows: readonly Row[], notes: Notes): void {
  for (const row of rows) {
    const reader = new LineReader(row, planOf('events'), notes);
    const campaign = campaignIn(campaigns, reader);
    const [type, title] = [reader.requiredChoice('type'), reader.required('title')];
    const [at, url] = [reader.date('at'), reader.link('url')];
    if (!campaign || !type || !title) continue;
    if (type === 'activity') campaign.activities.push({ title, ...(url ? { url } : {}) });
    else if (type === 'lesson') campaign.lessons.push({ title });
    else if (at) campaign.milestones.push({ at: at.at, title });
    else if (!reader.has('at'))
      reader.fault(
        'at',
        'một mốc cần có thời điểm. Hãy ghi ngày của mốc, hoặc chọn loại “Hoạt động”.',
      );
  }
}

export interface PlacedService {
  readonly area: string;
  readonly service: Service;
}

/** The services of the sheet. */
export function readServices(
  context: WorkbookContext,
  rows: readonly Row[],
  notes: Notes,
): PlacedService[] {
  const services: PlacedService[] = [];
  for (const row of rows) {
    const reader = new LineReader(row, planOf('services'), notes);
    const [name, about, url] = [reader.required('name'), reader.text('about'), reader.link('url')];
    const area = areaIn(context, reader, 'area', context.area);
    const indicator = indicatorIn(context, reader, 'indicator');
    const until = reader.day('until');
    const typedId = reader.has('id') ? reader.id('id') : '';
    if (!name || !area || typedId === undefined) continue;
    const id = typedId || slug(name);
    if (services.some((other) => other.area === area && other.service.id === id)) {
      reader.fault(
        reader.has('id') ? 'id' : 'name',
        `dịch vụ ${quote(id)} có hai lần. Hãy xóa một dòng.`,
      );
      continue;
    }
    const service: Service = {
      id,
      name,
      ...(about ? { about } : {}),
      ...(url ? { url } : {}),
      ...(indicator ? { indicator } : {}),
      ...(until ? { until } : {}),
    };
    services.push({ area, service });
  }
  return services;
}
