/** @jsxImportSource preact */
/** What Preact's types take of a widget, and what they refuse. */
import type {} from 'tcns-widgets/preact';
import { createRef } from 'preact';
import type { TcnsKpiCard } from 'tcns-widgets';

const card = createRef<TcnsKpiCard>();

export const Uses = ({ data }: { readonly data: unknown }) => (
  <>
    <tcns-kpi-card ref={card} indicator="teams" headingLevel={2} noMenu data={data} />
    <tcns-kpi-card heading-level="2" no-menu="" no-download refresh="60" theme="dark" lang="en">
      Đà Nẵng: hơn 15.000 thành viên
    </tcns-kpi-card>
    <tcns-coverage-map
      scale="quantile"
      layout="tiles"
      drill
      class="wide"
      onClick={() => undefined}
      ontcns-select={({ detail }) => console.log(detail.area?.length, detail.indicator)}
    />
    <tcns-ranking order="worst" limit="5" key="ranking" />
  </>
);

export const Misuses = () => (
  <>
    {/* @ts-expect-error no number */}
    <tcns-kpi-card heading-level="two" />
    {/* @ts-expect-error in HTML this would be true */}
    <tcns-kpi-card no-menu="false" />
    {/* @ts-expect-error Preact sets the property, and an empty text is false */}
    <tcns-coverage-map drill="" />
    {/* @ts-expect-error none of the words */}
    <tcns-kpi-card theme="night" />
    {/* @ts-expect-error none of the words */}
    <tcns-coverage-map scale="linear" />
    {/* @ts-expect-error there is no such attribute */}
    <tcns-kpi-card indicators="teams" />
    {/* @ts-expect-error there is no such member */}
    <tcns-kpi-card ontcns-load={({ detail }) => console.log(detail.documents)} />
    {/* @ts-expect-error there is no such tag */}
    <tcns-card />
  </>
);
