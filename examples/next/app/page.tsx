import type {} from 'tcns-widgets/react';
import { Figures } from './figures';
import { Widgets } from './widgets';

/** A component of the server: the tag with its attributes, and words for a reader without JavaScript. */
export default function Page() {
  return (
    <main>
      <h1>Next</h1>
      <tcns-kpi-card id="asked" api="/tcns/v1" area="vn" indicator="teams" headingLevel={2} noMenu>
        Đang chờ số liệu
      </tcns-kpi-card>
      <Figures />
      <Widgets />
    </main>
  );
}
