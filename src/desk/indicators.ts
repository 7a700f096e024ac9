/** The indicators that every new workbook begins with; an office adds its own in the sheet. */
import type { Indicator } from '../api/figures.js';

const teams = { vi: 'tổ', en: 'teams' };
const people = { vi: 'người', en: 'people' };

function count(
  vi: string,
  en: string,
  unit: Record<string, string>,
  definition?: string,
): Indicator {
  return { name: { vi, en }, unit, aggregate: 'sum', ...(definition ? { definition } : {}) };
}
function share(vi: string, en: string, definition?: string): Indicator {
  return { name: { vi, en }, unit: '%', better: 'higher', ...(definition ? { definition } : {}) };
}

export const STANDARD_INDICATORS: Readonly<Record<string, Indicator>> = {
  teams: count('Số tổ', 'Teams', teams),
  'teams.commune': count('Số tổ cấp xã', 'Commune-level teams', teams),
  'teams.hamlet': count('Số tổ cấp thôn, tổ dân phố', 'Hamlet-level teams', teams),
  members: count('Số thành viên tổ', 'Team members', people),
  'members.perTeam': { name: { vi: 'Số thành viên mỗi tổ', en: 'Members per team' }, unit: people },
  'coverage.province': share('Số tỉnh, thành phố đã thành lập tổ', 'Provinces that have teams'),
  'coverage.commune': share(
    'Tỷ lệ xã, phường, đặc khu đã thành lập tổ',
    'Communes that have a team',
    'Số xã, phường, đặc khu có quyết định thành lập tổ trên tổng số xã, phường, đặc khu.',
  ),
  'coverage.hamlet': share(
    'Tỷ lệ thôn, tổ dân phố đã thành lập tổ',
    'Hamlets that have a team',
    'Số thôn, tổ dân phố có tổ trên tổng số thôn, tổ dân phố.',
  ),
  trained: count(
    'Số người được tập huấn',
    'People trained',
    people,
    'Người được tập huấn kỹ năng số; không phải số thành viên tổ.',
  ),
  'trained.members': share(
    'Tỷ lệ thành viên tổ được tập huấn kỹ năng số',
    'Team members trained in digital skills',
  ),
  'people.helped': count(
    'Lượt người được hướng dẫn',
    'Times that people were helped',
    { vi: 'lượt', en: 'times' },
    'Một người được hướng dẫn nhiều lần thì tính nhiều lượt.',
  ),
  'dossier.online': share(
    'Tỷ lệ hồ sơ thủ tục hành chính xử lý trực tuyến',
    'Applications processed online',
  ),
  'dossier.ontime': share(
    'Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn',
    'Applications resolved on time',
  ),
  'dossier.overdue': {
    ...count('Số hồ sơ quá hạn', 'Overdue applications', { vi: 'hồ sơ', en: 'applications' }),
    better: 'lower',
  },
  'payment.online': share('Tỷ lệ thanh toán trực tuyến', 'Payments made online'),
  'account.vneid': share(
    'Tỷ lệ người trưởng thành có tài khoản VNeID',
    'Adults with a VNeID account',
  ),
  'zalo.participants': count(
    'Số người theo dõi kênh Zalo',
    'Zalo channel followers',
    people,
    'Người theo dõi kênh Zalo của địa bàn; không phải số thành viên tổ.',
  ),
  'dti.rank': {
    name: { vi: 'Xếp hạng chuyển đổi số', en: 'Digital transformation rank' },
    better: 'lower',
    of: 34,
  },
};

/** The standard indicators of an edition: a rank is among 63 provinces before, 34 now. */
export function standardIndicators(edition: string): Readonly<Record<string, Indicator>> {
  if (edition !== '2008') return STANDARD_INDICATORS;
  const entries = Object.entries(STANDARD_INDICATORS).map(
    ([key, indicator]) =>
      [key, indicator.of === 34 ? { ...indicator, of: 63 } : indicator] as const,
  );
  return Object.fromEntries(entries);
}
