/** What React's types take of a widget, and what they refuse. */
import type {} from 'tcns-widgets/react';
import { useRef } from 'react';
import type { TcnsCoverageMap, TcnsKpiCard } from 'tcns-widgets';

export function Uses({ data }: { readonly data: unknown }) {
  const card = useRef<TcnsKpiCard>(null);
  const map = useRef<TcnsCoverageMap>(null);
  return (
    <>
      <tcns-kpi-card ref={card} indicator="teams" headingLevel={2} noMenu data={data} />
      <tcns-kpi-card heading-level="2" no-menu="" no-download refresh="60" theme="dark" lang="en" />
      <tcns-kpi-card heading-level={2} variant="compact" style={{ '--tcns-scale': '1.5' }}>
        Đà Nẵng: hơn 15.000 thành viên
      </tcns-kpi-card>
      <tcns-coverage-map
        ref={map}
        scale="quantile"
        layout="tiles"
        drill
        ontcns-select={({ detail }) => console.log(detail.area?.length, detail.indicator)}
        ontcns-error={({ detail }) => console.log(detail.error.kind)}
      />
      <tcns-ranking order="worst" limit="5" className="wide" onClick={() => undefined} />
      <tcns-team-roster view="finder" area="45@2008" url-state="" />
      <tcns-campaign-tracker view="headline" campaign="bp-92-ngay-dem" key="campaign" />
    </>
  );
}

export const Misuses = () => (
  <>
    {/* @ts-expect-error no number */}
    <tcns-kpi-card heading-level="two" />
    {/* @ts-expect-error no number */}
    <tcns-kpi-card headingLevel="two" />
    {/* @ts-expect-error in HTML this would be true */}
    <tcns-kpi-card no-menu="false" />
    {/* @ts-expect-error React sets the property, and an empty text is false */}
    <tcns-coverage-map drill="" />
    {/* @ts-expect-error none of the words */}
    <tcns-kpi-card theme="night" />
    {/* @ts-expect-error none of the words */}
    <tcns-coverage-map scale="linear" />
    {/* @ts-expect-error none of the words */}
    <tcns-team-roster view="table" />
    {/* @ts-expect-error there is no such attribute */}
    <tcns-kpi-card indicators="teams" />
    {/* @ts-expect-error there is no such member */}
    <tcns-kpi-card ontcns-load={({ detail }) => console.log(detail.documents)} />
    {/* @ts-expect-error there is no such tag */}
    <tcns-card />
  </>
);
