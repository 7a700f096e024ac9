/** The table view that all widgets share: its order, and how a reader sorts it. */
import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Observation } from '../../src/api/figures.js';
import { sourced } from '../../src/domain/sourced-observation.js';
import { translator } from '../../src/i18n/translator.js';
import { observationTable, tableView } from '../../src/parts/download/table.js';

const NAMES = ['Đà Nẵng', 'An Giang', 'Cà Mau', 'Đắk Lắk', 'Bắc Ninh'];
const VALUES = [5, 900, 30, 1200, undefined];

class TableHost extends LitElement {
  protected override render(): unknown {
    const areas = Object.fromEntries(NAMES.map((name, i) => [`a${i}`, { name, kind: 'province' }]));
    const observations = VALUES.map((value, i): Observation => {
      const figure = { area: `a${i}`, indicator: 'teams', at: '2022-08' };
      return value === undefined ? { ...figure, status: 'missing' } : { ...figure, value };
    });
    const doc = { areas, indicators: {}, sources: {} } as unknown as Parameters<typeof sourced>[1];
    const w = { language: 'vi', t: translator('vi') };
    return tableView(observationTable(sourced(observations, doc, ''), 'Bảng', w), this);
  }
}
customElements.define('table-host', TableHost);

describe('the table view', () => {
  const open = async (): Promise<TableHost> => {
    const host = document.createElement('table-host') as TableHost;
    document.body.append(host);
    await host.updateComplete;
    return host;
  };
  const areas = (host: TableHost): string[] =>
    [...host.renderRoot.querySelectorAll('tbody tr')].map((row) =>
      NAMES.find((name) => row.textContent.includes(name))!,
    );
  const sort = async (host: TableHost, label: string): Promise<string | null> => {
    const heads = [...host.renderRoot.querySelectorAll('th')];
    const head = heads.find((th) => th.textContent.includes(label))!;
    head.querySelector('button')!.click();
    await host.updateComplete;
    return head.getAttribute('aria-sort');
  };

  it('stands in Vietnamese order, figures before blanks', async () => {
    const host = await open();
    expect(areas(host)).to.deep.equal(['An Giang', 'Cà Mau', 'Đà Nẵng', 'Đắk Lắk', 'Bắc Ninh']);
    host.remove();
  });

  it('tells areas of one name apart by their kind, and names all others without it', () => {
    const named = { a: 'province', b: 'town', c: 'district' };
    const areas = Object.fromEntries(
      Object.entries(named).map(([id, kind]) => [
        id,
        { name: id === 'c' ? 'Cam Lộ' : 'Quảng Trị', kind },
      ]),
    );
    const doc = { areas, indicators: {}, sources: {} } as unknown as Parameters<typeof sourced>[1];
    const observations = Object.keys(areas).flatMap((area): Observation[] =>
      ['2022', '2023'].map((at) => ({ area, indicator: 'teams', at, value: 1 })),
    );
    const w = { language: 'vi', t: translator('vi') };
    const { columns, rows } = observationTable(sourced(observations, doc, ''), 'Bảng', w);
    const column = columns.findIndex(({ label }) => label === 'Địa bàn');
    expect([...new Set(rows.map(({ cells }) => cells[column]))]).to.deep.equal([
      'Cam Lộ',
      'thị xã Quảng Trị',
      'tỉnh Quảng Trị',
    ]);
  });

  it('tells areas of one name and one kind apart by what they lie in', () => {
    const commune = (parent: string) => ({ name: 'Tân Thành', kind: 'commune', parent });
    const areas = {
      n: { name: 'Ninh Mẫu', kind: 'province' },
      b: { name: 'Bắc Mẫu', kind: 'city' },
      one: commune('n'),
      other: commune('b'),
    };
    const doc = { areas, indicators: {}, sources: {} } as unknown as Parameters<typeof sourced>[1];
    const observations = ['one', 'other'].map((area) => ({ area, indicator: 'i', value: 1 }));
    const w = { language: 'vi', t: translator('vi') };
    const { columns, rows } = observationTable(sourced(observations, doc, ''), 'Bảng', w);
    const column = columns.findIndex(({ label }) => label === 'Địa bàn');
    expect(rows.map(({ cells }) => cells[column])).to.deep.equal([
      'xã Tân Thành, tỉnh Ninh Mẫu',
      'xã Tân Thành, TP. Bắc Mẫu',
    ]);
  });

  it('is sorted by a column up and down, with blanks last in both directions', async () => {
    const host = await open();
    expect(await sort(host, 'Số liệu')).to.equal('ascending');
    expect(areas(host)).to.deep.equal(['Đà Nẵng', 'Cà Mau', 'An Giang', 'Đắk Lắk', 'Bắc Ninh']);
    expect(await sort(host, 'Số liệu')).to.equal('descending');
    expect(areas(host)).to.deep.equal(['Đắk Lắk', 'An Giang', 'Cà Mau', 'Đà Nẵng', 'Bắc Ninh']);
    expect(await sort(host, 'Địa bàn')).to.equal('ascending');
    expect(areas(host)).to.deep.equal(['An Giang', 'Bắc Ninh', 'Cà Mau', 'Đà Nẵng', 'Đắk Lắk']);
    host.remove();
  });
});
