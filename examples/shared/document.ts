import type { Observations } from 'tcns-widgets';

/** A document as an API would send it. All figures are invented ("Số liệu minh họa"). */
export const figures = (teams: number): Observations => ({
  version: '1',
  area: 'vn@2025',
  areas: { vn: { name: { vi: 'Cả nước', en: 'Nationwide' } } },
  indicators: {
    teams: { name: { vi: 'Số tổ', en: 'Teams' }, unit: { vi: 'tổ', en: 'teams' } },
  },
  sources: { sample: { title: 'Ví dụ của dự án', sample: true } },
  observations: [{ area: 'vn', indicator: 'teams', value: teams, at: '2026-01', source: 'sample' }],
});
