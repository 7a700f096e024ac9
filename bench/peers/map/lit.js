/* global customElements, document */
/** The floor's picture with a word beside it, by Lit alone: what the stack costs before the widget begins. */
import { css, html, LitElement, svg } from 'lit';

const COLOURS = ['#dcebf7', '#a9cde9', '#6ca6d4', '#2f78b4', '#0b4a82'];
const colour = (value) =>
  value === undefined ? '#eee' : COLOURS[[40, 60, 80, 100].filter((from) => value >= from).length];

class BareMap extends LitElement {
  static properties = { data: {} };

  static styles = css`
    path {
      stroke: #fff;
    }
    path:hover {
      opacity: 0.8;
    }
  `;

  render() {
    const { document: figures, shapes, width, height } = this.data;
    const values = new Map(figures.observations.map((o) => [o.area, o.value]));
    return html`<svg role="img" viewBox="0 0 ${width} ${height}" height="640" width="100%">
        ${shapes.map(
          ([id, d]) =>
            svg`<path id=${id} d=${d} fill=${colour(values.get(id))} aria-label="${id}: ${values.get(id)}"></path>`,
        )}
      </svg>
      <p>${Math.max(...values.values())}</p>
      <input placeholder="Tìm địa bàn" />
      <button>Bản đồ</button> <button>Bảng</button>
      <ul>
        ${COLOURS.map((_, i) => html`<li><button>${i}</button></li>`)}
      </ul>`;
  }
}
customElements.define('bare-map', BareMap);

let map;

export async function mount(at, data) {
  map = document.createElement('bare-map');
  map.data = data;
  at.append(map);
  await map.updateComplete;
}

export async function update({ document: figures }) {
  map.data = { ...map.data, document: figures };
  await map.updateComplete;
}
