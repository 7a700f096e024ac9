/** What the tests of the map do to it, and how they look at it beside `coverage-map.support.ts`. */
import { sendKeys } from '@web/test-runner-commands';
import { eachApi } from '../data/faulty-api.js';
import { nation2008 } from '../support/fixtures/map-areas.js';
import { byRole, nameOf, part } from './support.js';
import { drawn, picture, putMap, settle, type MapWidget } from './coverage-map.support.js';

export const TAG = 'tcns-coverage-map';
export const SCHEMATIC = 'Sơ đồ minh họa, không dùng để xác định địa giới hành chính';
export const SCHEMATIC_EN = 'Schematic map; not for determining administrative borders';
export const FALLBACK = '<p>Theo tòa soạn: 51/63 tỉnh có tổ</p>';

export const press = async (widget: MapWidget, name: string | RegExp): Promise<void> => {
  byRole(widget, 'button', name).click();
  await settle(widget);
};
export const notices = (widget: MapWidget): string => part(widget, 'notices') ?? '';
export const legend = (widget: MapWidget): string[] =>
  [...widget.shadowRoot!.querySelectorAll('[part~=legend] button')].map(nameOf);
export const detail = (widget: MapWidget): string => part(widget, 'detail') ?? '';
export const keys = async (widget: MapWidget, ...presses: string[]): Promise<void> => {
  for (const key of presses) {
    await sendKeys({ press: key });
    await settle(widget);
  }
};
/** The keyboard on the picture, as a Tab would bring it. */
export const enter = async (widget: MapWidget): Promise<void> => {
  picture(widget).focus();
  await settle(widget);
};
export const click = async (widget: MapWidget, element: Element): Promise<void> => {
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  await settle(widget);
};
export const selections = (widget: MapWidget): [string | null, string][] => {
  const heard: [string | null, string][] = [];
  widget.addEventListener('tcns-select', ({ detail: { area, indicator } }) =>
    heard.push([area, indicator]),
  );
  return heard;
};

/** Before each test an API with the nation of 2008; and maps that ask it. */
export function nationMaps() {
  const api = eachApi(nation2008);
  const ask = (
    behaviour = 'ok',
    { inside = '', more = '', width = 700 } = {},
  ): Promise<MapWidget> =>
    putMap(`api="${api.base(behaviour)}" area="vn@2008" indicator="coverage" ${more}`, {
      inside,
      width,
    });
  const drawnFrom = async (behaviour = 'ok', more = ''): Promise<MapWidget> => {
    const widget = await ask(behaviour, { more });
    await drawn(widget);
    return widget;
  };
  return { api, ask, drawnFrom };
}
