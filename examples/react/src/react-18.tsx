import type {} from 'tcns-widgets/react';
import { useEffect, useRef } from 'react';
import type { TcnsKpiCard, TcnsLoadEvent } from 'tcns-widgets';
import 'tcns-widgets/kpi-card';

interface Props {
  readonly indicator: string;
  readonly data: unknown;
  readonly onLoad?: (event: TcnsLoadEvent) => void;
}

/**
 * The recipe for React 18, which knows attributes only: properties and events through a ref. It works
 * in React 19, too, where it is not needed.
 */
export function KpiCard({ indicator, data, onLoad }: Props) {
  const ref = useRef<TcnsKpiCard>(null);
  useEffect(() => {
    if (ref.current) ref.current.data = data;
  }, [data]);
  useEffect(() => {
    const card = ref.current;
    if (!card || !onLoad) return undefined;
    card.addEventListener('tcns-load', onLoad);
    return () => card.removeEventListener('tcns-load', onLoad);
  }, [onLoad]);
  return <tcns-kpi-card ref={ref} indicator={indicator} />;
}
