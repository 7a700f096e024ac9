'use client';

import type {} from 'tcns-widgets/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TcnsKpiCard, TcnsLoadEvent } from 'tcns-widgets';
import 'tcns-widgets/kpi-card';
import { figures } from '../../shared/document';

/** A component of the browser, first drawn on the server: what is no text is set in effects. */
export function Figures() {
  const [teams, setTeams] = useState(1000);
  const [loads, setLoads] = useState('');
  const card = useRef<TcnsKpiCard>(null);
  const count = useRef(0);
  const data = useMemo(() => figures(teams), [teams]);
  // The listener stands before the data, because what is set is told at once.
  useEffect(() => {
    const element = card.current;
    const loaded = ({ detail }: TcnsLoadEvent) =>
      setLoads(`${++count.current} ${typeof detail.document}`);
    element?.addEventListener('tcns-load', loaded);
    return () => element?.removeEventListener('tcns-load', loaded);
  }, []);
  useEffect(() => {
    if (card.current) card.current.data = data;
  }, [data]);
  return (
    <>
      <tcns-kpi-card id="card" ref={card} indicator="teams" headingLevel={2}>
        Đang chờ số liệu
      </tcns-kpi-card>
      <p id="loaded">{loads}</p>
      <button id="more" type="button" onClick={() => setTeams(teams + 1)}>
        Thêm
      </button>
    </>
  );
}
