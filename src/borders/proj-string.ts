/** Coordinate systems as PROJ writes them: `+proj=tmerc +lon_0=105.75 +k=0.9999 +x_0=500000 +ellps=WGS84 +towgs84=…`. */
import { asked, isVnShift, withoutDatum, type Stated } from './stated-system.js';
import { systemOfEpsg, WEB_MERCATOR, type System } from './systems.js';

/** Metres of a unit. */
const UNITS: Readonly<Record<string, number>> = {
  m: 1,
  km: 1000,
  'us-ft': 1200 / 3937,
  ft: 0.3048,
};

/** The system of a text with `+proj=` or `+init=`; `undefined` for any other text. */
export function systemOfProjString(text: string): Stated {
  const parameters = new Map(
    [...text.matchAll(/\+(\w+)(?:=([^\s+]+))?/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const epsg = /^epsg:(\d+)$/i.exec(parameters.get('init') ?? '')?.[1];
  const numbered = epsg === undefined ? undefined : systemOfEpsg(Number(epsg));
  if (numbered) return { system: numbered };
  const projection = parameters.get('proj');
  if (projection === undefined) return undefined;
  const datum = datumOf(parameters);
  if (datum === undefined)
    return { problem: `“${text.slice(0, 80)}” không phải VN-2000 và không phải WGS 84` };
  const ask = datum === '' ? withoutDatum : asked;
  const known: System['datum'] = datum === '' ? 'WGS 84' : datum;
  if (/^(longlat|latlong|lonlat|latlon)$/.test(projection))
    return ask({ kind: 'geographic', datum: known });
  if (projection === 'merc' || projection === 'webmerc') return { system: WEB_MERCATOR };
  if (!/^(utm|tmerc|etmerc)$/.test(projection))
    return { problem: `phép chiếu “${projection}” không phải phép chiếu của VN-2000` };
  return ask(transverseMercator(parameters, projection === 'utm', known));
}

function transverseMercator(
  parameters: ReadonlyMap<string, string>,
  isUtm: boolean,
  datum: System['datum'],
): System {
  const number = (name: string, otherwise: number): number => {
    const value = Number(parameters.get(name));
    return parameters.has(name) && Number.isFinite(value) ? value : otherwise;
  };
  const unit = number('to_meter', UNITS[parameters.get('units') ?? 'm'] ?? 1);
  return {
    kind: 'transverse-mercator',
    datum,
    meridian: isUtm ? number('zone', 48) * 6 - 183 : number('lon_0', 0),
    scale: isUtm ? 0.9996 : number('k_0', number('k', 1)),
    falseEasting: isUtm ? 500_000 : number('x_0', 0),
    falseNorthing: number('y_0', 0),
    originLatitude: number('lat_0', 0),
    ...(unit === 1 ? {} : { unit }),
  };
}

/** The datum; empty where the text has the ellipsoid of WGS 84 alone. */
function datumOf(parameters: ReadonlyMap<string, string>): System['datum'] | '' | undefined {
  const shift = (parameters.get('towgs84') ?? '').split(',').map(Number);
  if (isVnShift(shift)) return 'VN-2000';
  const hasNoShift = shift.length >= 3 && shift.every((metres) => metres === 0);
  const isSphere = ['a', 'b'].every((axis) => Number(parameters.get(axis)) === 6378137);
  const named = parameters.get('datum');
  if (named !== undefined) return /^wgs84$/i.test(named) ? 'WGS 84' : undefined;
  if (isSphere) return 'WGS 84';
  if (!/^wgs84$/i.test(parameters.get('ellps') ?? '')) return undefined;
  return hasNoShift ? 'WGS 84' : '';
}
