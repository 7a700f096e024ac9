import { html } from 'lit';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import 'tcns-widgets/kpi-card';
import { figures } from '../../shared/document.ts';

/** The page on a server, with its figure. */
export const page = (): Promise<string> =>
  collectResult(
    render(html`<tcns-kpi-card indicator="teams" .data=${figures(1000)}></tcns-kpi-card>`),
  );
