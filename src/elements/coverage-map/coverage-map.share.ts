/** What the menu of a map offers to share: its pictures, and the code of what the reader has chosen. On demand. */
import { html, render } from 'lit';
import type { Wording } from '../../i18n/figures.js';
import { savePicture } from '../../parts/download/svg-picture.js';
import {
  ShareMenu,
  wordingOf,
  type ShareAdditions,
  type ShareHost,
} from '../../parts/share/share-menu.js';
import type { MapControllers } from './coverage-map.controllers.js';
import type { pictureView as drawPicture } from './coverage-map.view.js';
import { pageDocument } from '../../data/page-base.js';

/** px: the map of a share picture is drawn for this width, because its labels are to be read there. */
const WIDTH = 460;

/** The choices of a map's menu: its pictures, and the code of what the reader has chosen. */
export function mapShare(
  host: ShareHost,
  controllers: MapControllers,
  pictureView: typeof drawPicture,
): ShareMenu {
  const { choices, content } = controllers;
  const wording = () => wordingOf(host);
  const root = host.renderRoot;
  const name = () => `tcns-${content.parent}-${choices.indicator}`;
  return new ShareMenu(host, {
    name,
    chosen: () => ({
      area: content.area,
      // The first is the one that is shown.
      indicator: [...new Set([choices.indicator, ...choices.indicators])].join(' '),
      layout: choices.layout,
      ...(choices.date ? { at: choices.date } : {}),
      ...(controllers.selection.area ? { selected: controllers.selection.area } : {}),
    }),
    items: (heading) =>
      root.querySelector('svg.map')
        ? (['png', 'svg'] as const).map((type) => ({
            label: wording().t(type === 'png' ? 'pngDownload' : 'svgDownload'),
            choose: () => savePicture(root, { type, name: name(), heading }),
          }))
        : [],
    mapAt: () => mapAt(root, controllers, pictureView, wording()),
  });
}

/** The map drawn out of sight, at the width of a share picture. */
function mapAt(
  root: ParentNode,
  { content, selection }: MapControllers,
  pictureView: typeof drawPicture,
  w: Wording,
): ReturnType<NonNullable<ShareAdditions['mapAt']>> {
  const { model } = content;
  const drawing = content.drawingAt(WIDTH);
  const inside = root.querySelector('.picture');
  if (!model || !drawing || !inside) return undefined;
  const room = pageDocument.createElement('div');
  room.style.cssText = `position: absolute; visibility: hidden; width: ${WIDTH}px`;
  inside.append(room);
  const labels = content.basemap?.labels;
  const plain = { active: undefined, selected: selection.area, filter: undefined };
  const picture = { model, drawing, labels, label: '', tip: undefined, printing: false };
  render(html`${pictureView({ ...picture, ...plain }, w)}`, room);
  const svg = room.querySelector<SVGSVGElement>('svg.map');
  // Thousands of areas are not in the template.
  if (!svg || svg.querySelector('.path-layer')) {
    room.remove();
    return undefined;
  }
  return { svg, remove: () => room.remove() };
}
