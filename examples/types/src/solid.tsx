/** @jsxImportSource solid-js */
/** What Solid's types take of a widget, and what they refuse. */
import type {} from 'tcns-widgets/solid';
import type { TcnsKpiCard } from 'tcns-widgets';

export function Uses(props: { readonly data: unknown }) {
  let card: TcnsKpiCard | undefined;
  return (
    <>
      <tcns-kpi-card
        ref={(element) => (card = element)}
        indicator="teams"
        prop:headingLevel={2}
        prop:noMenu={true}
        prop:data={props.data}
        on:tcns-load={({ detail }) => console.log(detail.document, card?.area)}
      />
      <tcns-kpi-card heading-level="2" attr:heading-level="2" no-menu="" bool:no-download={true}>
        Đà Nẵng: hơn 15.000 thành viên
      </tcns-kpi-card>
      <tcns-coverage-map scale="quantile" layout="tiles" drill class="wide" theme="dark" />
      <tcns-ranking
        order="worst"
        limit="5"
        on:tcns-select={({ detail }) => console.log(detail.area?.length)}
      />
    </>
  );
}

export const Misuses = () => (
  <>
    {/* @ts-expect-error no number */}
    <tcns-kpi-card heading-level="two" />
    {/* @ts-expect-error in HTML this would be true */}
    <tcns-kpi-card no-menu="false" />
    {/* @ts-expect-error a property takes no text */}
    <tcns-kpi-card prop:headingLevel="2" />
    {/* @ts-expect-error none of the words */}
    <tcns-kpi-card theme="night" />
    {/* @ts-expect-error none of the words */}
    <tcns-coverage-map scale="linear" />
    {/* @ts-expect-error there is no such attribute */}
    <tcns-kpi-card indicators="teams" />
    {/* @ts-expect-error there is no such member */}
    <tcns-kpi-card on:tcns-load={({ detail }) => console.log(detail.documents)} />
    {/* @ts-expect-error Solid does not listen so */}
    <tcns-kpi-card ontcns-load={() => undefined} />
    {/* @ts-expect-error there is no such tag */}
    <tcns-card />
  </>
);
