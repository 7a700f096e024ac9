import type {} from 'tcns-widgets/react';
import { useMemo, useRef, useState } from 'react';
import type { TcnsKpiCard } from 'tcns-widgets';
import 'tcns-widgets/kpi-card';
import 'tcns-widgets/stat';
import { figures } from '../../shared/document.ts';

/** React 19 sets properties where an element has them, and listens to `on` with the event's name. */
export function App() {
  const [teams, setTeams] = useState(1000);
  const [shown, setShown] = useState(true);
  const [loads, setLoads] = useState('');
  const card = useRef<TcnsKpiCard>(null);
  const count = useRef(0);
  // A new object is a new document: keep it while nothing has changed.
  const data = useMemo(() => figures(teams), [teams]);
  return (
    <>
      <h1>React</h1>
      {shown && (
        <tcns-kpi-card
          ref={card}
          indicator="teams"
          headingLevel={2}
          no-menu
          data={data}
          style={{ '--tcns-radius': '0px' }}
          ontcns-load={({ detail }) => setLoads(`${++count.current} ${typeof detail.document}`)}
        >
          Đang chờ số liệu
        </tcns-kpi-card>
      )}
      <p>
        Cả nước có{' '}
        <tcns-stat id="stat" indicator="teams" unit data={data}>
          nhiều tổ
        </tcns-stat>
        .
      </p>
      <p id="loaded">{loads}</p>
      <button id="more" type="button" onClick={() => setTeams(teams + 1)}>
        Thêm
      </button>
      <button id="toggle" type="button" onClick={() => setShown(!shown)}>
        Ẩn hoặc hiện
      </button>
    </>
  );
}
