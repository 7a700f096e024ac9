/** One document for each widget, and what of it a reader then sees: for the list of tests that all widgets share. */
import { running } from '../support/fixtures/campaign.js';
import { nation2025 } from '../support/fixtures/map-areas.js';
import { empty, ready } from '../support/fixtures/observations.js';
import { services } from '../support/fixtures/services.js';
import { communes, national } from '../support/fixtures/trend.js';
import { sampleWards } from '../../tools/sample/sample-teams.js';

export interface WidgetCase {
  readonly attributes: string;
  /** Which document it asks for below `api`. */
  readonly path: string;
  readonly document: () => { updated?: string };
  /** A document that has nothing for it. */
  readonly empty: () => unknown;
  /** Text that is on the screen once the document is. */
  readonly shows: string;
  /** What it says without words of the author where the document has nothing for it: the title, and a sentence. */
  readonly saysEmpty?: readonly string[];
  /** True where the sentence is of a list or a campaign, whose document has no indicator that could be meant. */
  readonly saysOfList?: true;
  /** What its menu is named by, and a date of the document with how it is then named. */
  readonly menu?: { readonly of: string; readonly pinned?: readonly [at: string, words: string] };
  /** True for a widget that stands in a sentence: it says nothing of its own where it has no figure. */
  readonly inline?: true;
  /** The widget in a dashboard, which loads the document that the dashboard names. */
  readonly inside?: { readonly tag: string; readonly attributes: string };
}

const figures = { path: 'observations/vn@2025.json', empty };
const ofRate = 'area="44@2025" indicator="coverage.hamlet"';

/** By the name of the module; a dashboard has no document of its own, but names the one of the widgets in it. */
export const CASES: Readonly<Record<string, WidgetCase>> = {
  dashboard: {
    ...figures,
    attributes: 'area="44@2025"',
    path: 'observations/44@2025.json',
    document: communes,
    shows: 'Đồng Mẫu',
    inside: { tag: 'tcns-ranking', attributes: 'indicator="coverage.hamlet"' },
  },
  'campaign-tracker': {
    attributes: 'campaign="mau"',
    path: 'campaigns/mau.json',
    document: running,
    empty: () => ({
      ...running(),
      goals: [],
      observations: [],
      milestones: [],
      activities: [],
      highlights: [],
      lessons: [],
    }),
    saysEmpty: ['Chiến dịch mẫu', 'Chưa có số liệu cho chiến dịch này.'],
    saysOfList: true,
    shows: 'Chiến dịch mẫu',
    menu: { of: 'Chiến dịch mẫu, tỉnh Mẫu' },
  },
  'coverage-map': {
    ...figures,
    attributes: 'area="vn@2025" indicator="coverage" layout="tiles"',
    document: nation2025,
    shows: 'Số liệu tính đến tháng 6/2026',
    menu: { of: 'Tỷ lệ phủ, cả nước', pinned: ['2026-06', 'tháng 6/2026'] },
    saysEmpty: ['Nguồn số liệu của cả nước không có chỉ số được yêu cầu.'],
  },
  'kpi-card': {
    ...figures,
    attributes: 'area="vn" indicator="teams"',
    document: ready,
    menu: { of: 'Số tổ, cả nước', pinned: ['2022-08', 'tháng 8/2022'] },
    shows: '45.895',
    saysEmpty: ['Nguồn số liệu của cả nước không có chỉ số được yêu cầu.'],
  },
  ranking: {
    ...figures,
    attributes: ofRate,
    path: 'observations/44@2025.json',
    document: communes,
    menu: {
      of: 'Xếp hạng: Tỷ lệ thôn đã thành lập tổ, Quảng Trị',
      pinned: ['2026-06', 'tháng 6/2026'],
    },
    shows: 'Đồng Mẫu',
    saysEmpty: ['Nguồn không có chỉ số được yêu cầu.'],
  },
  'service-guide': {
    attributes: 'area="468@2008"',
    path: 'services/468@2008.json',
    document: services,
    empty: () => ({ ...services(), services: [] }),
    saysEmpty: ['Nội dung hướng dẫn người dân', 'Chưa có nội dung hướng dẫn cho địa bàn này'],
    shows: 'Lớp học buổi tối',
    menu: { of: 'Nội dung hướng dẫn người dân, huyện Cam Lộ (cũ)' },
  },
  stat: {
    ...figures,
    attributes: 'area="vn" indicator="teams"',
    document: ready,
    shows: '45.895',
    inline: true,
  },
  'team-roster': {
    attributes: 'area="48@2025"',
    path: 'teams/48@2025.json',
    document: sampleWards,
    empty: () => ({ ...sampleWards(), teams: [], observations: [] }),
    saysEmpty: ['Tổ công nghệ số cộng đồng, TP. Đà Nẵng', 'Chưa có tổ nào trong danh sách.'],
    saysOfList: true,
    shows: 'Số liệu minh họa',
    menu: { of: 'Tổ công nghệ số cộng đồng, TP. Đà Nẵng' },
  },
  trend: {
    ...figures,
    attributes: 'area="vn" indicator="teams"',
    document: national,
    shows: 'Số tổ',
    menu: { of: 'Số tổ, cả nước', pinned: ['2022-08', 'tháng 8/2022'] },
    saysEmpty: ['Nguồn số liệu của cả nước không có chỉ số được yêu cầu.'],
  },
};
