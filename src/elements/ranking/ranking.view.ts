/** The list of a ranking: ranks, names, figures, changes and bars. */
import { MOST_ROWS } from '../../api/limits.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Wording } from '../../i18n/figures.js';
import type { RankingModel, RowText } from './ranking.model.js';

/** The rows of a ranking as a list. */
export function listView(
  { rows, tiedMore, kept, title }: RankingModel,
  choose: (id: string) => void,
  w: Wording,
): TemplateResult {
  return html`<ol class="rows" part="rows" aria-label=${title}>
    ${rows.map((row) => html`<li>${rowView(row, choose, w)}</li>`)}
    ${tiedMore ? html`<li class="gap">${tiedMore}</li>` : nothing}
    ${
      kept.length > 0 && !tiedMore
        ? html`<li class="gap" role="presentation" aria-hidden="true">⋯</li>`
        : nothing
    }
    ${kept.map((row) => html`<li>${rowView(row, choose, w)}</li>`)}
  </ol>`;
}

function rowView(row: RowText, choose: (id: string) => void, w: Wording): TemplateResult {
  const { id, rank, rankWords, name, figure, remark, sign, moved, isMarked, selected } = row;
  const inside = html`<span class="place" part="place"
      ><span class="sr">${rankWords} </span><span aria-hidden="true">${rank}</span></span
    >
    <span class="name"
      >${name}${isMarked ? html`<span class="sr"> (${w.t('rankingMarked')})</span>` : nothing}${
        moved
          ? html`<span class="moved"
              >${sign ? html` <span aria-hidden="true">${sign}</span>` : nothing} ${moved}</span
            >`
          : nothing
      }${remark ? html`<span class="moved"> (${remark})</span>` : nothing}</span
    >
    <span class="figure" part="value">${figure}</span>
    ${barView(row)}`;
  const classes = `row ${isMarked ? 'own' : ''}`;
  if (!id) return html`<div class=${classes}>${inside}</div>`;
  return html`<button
    class=${classes}
    aria-pressed=${selected ? 'true' : 'false'}
    @click=${() => choose(id)}
  >
    ${inside}
  </button>`;
}

/** Bars begin at 0. There is none for a missing figure or a rank. */
function barView({ share }: RowText): unknown {
  if (share === undefined) return nothing;
  return html`<svg class="bar" aria-hidden="true">
    <rect class="track" width="100%" height="6" rx="3"></rect>
    <rect class="fill" width="${Math.round(share * 1000) / 10}%" height="6" rx="3"></rect>
  </svg>`;
}

/** The areas without a figure, apart from the order: missing is not the last rank. */
export function apartView({ apart, total, whole }: RankingModel, { t }: Wording): unknown {
  if (apart.length === 0) return nothing;
  return html`<details part="apart">
    <summary>
      ${t(whole ? 'rankingApart' : 'rankingApartNamed', { n: apart.length, total })}
    </summary>
    <p>${apart.slice(0, MOST_ROWS).join(', ')}${apart.length > MOST_ROWS ? ', …' : ''}</p>
  </details>`;
}
