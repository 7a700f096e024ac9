/** PROJJSON, which PROJ 6 and GeoParquet write, as the tree that the same system has in WKT 2. */
import type { Node } from './wkt.js';

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const jsonIn = (value: unknown): Json => (isJson(value) ? value : {});
const listIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const node = (name: string, ...values: readonly (string | number | Node | undefined)[]): Node => ({
  name,
  values: values.filter((value) => value !== undefined),
});
const textIn = ({ name }: Json): string => (typeof name === 'string' ? name : '');
const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

const TYPES = /^(Projected|Geographic|Geodetic|Bound|Compound)CRS$/;

/** The tree of a value; `undefined` where it is no PROJJSON of a system of a map. */
export function nodeOfProjjson(value: unknown): Node | undefined {
  const crs = jsonIn(value);
  const type = TYPES.exec(typeof crs['type'] === 'string' ? crs['type'] : '')?.[1];
  if (type === 'Compound')
    return node(
      'COMPOUNDCRS',
      textIn(crs),
      ...listIn(crs['components']).map((one) => nodeOfProjjson(one)),
    );
  if (type === 'Bound')
    return node(
      'BOUNDCRS',
      node('SOURCECRS', nodeOfProjjson(crs['source_crs'])),
      node('TARGETCRS', nodeOfProjjson(crs['target_crs'])),
      node('ABRIDGEDTRANSFORMATION', ...parametersOf(crs['transformation'])),
    );
  if (type === 'Projected')
    return node(
      'PROJCRS',
      textIn(crs),
      geographic('BASEGEOGCRS', jsonIn(crs['base_crs'])),
      node(
        'CONVERSION',
        node('METHOD', textIn(jsonIn(jsonIn(crs['conversion'])['method']))),
        ...parametersOf(crs['conversion']),
      ),
      lengthUnit(listIn(jsonIn(crs['coordinate_system'])['axis'])[0]?.['unit']),
      idOf(crs),
    );
  return type === undefined ? undefined : geographic('GEOGCRS', crs);
}

function geographic(name: string, crs: Json): Node {
  const datum = jsonIn(crs['datum'] ?? crs['datum_ensemble']);
  const ellipsoid = jsonIn(datum['ellipsoid']);
  const [a, b] = [numberIn(ellipsoid['semi_major_axis']), numberIn(ellipsoid['semi_minor_axis'])];
  const flattening =
    numberIn(ellipsoid['inverse_flattening']) ??
    (a === undefined || b === undefined || a === b ? 0 : a / (a - b));
  return node(
    name,
    textIn(crs),
    node('DATUM', textIn(datum), node('ELLIPSOID', textIn(ellipsoid), a ?? 0, flattening)),
    idOf(crs),
  );
}

const parametersOf = (owner: unknown): Node[] =>
  listIn(jsonIn(owner)['parameters']).map((one) =>
    node('PARAMETER', textIn(one), numberIn(one['value'])),
  );

function lengthUnit(unit: unknown): Node | undefined {
  const factor = numberIn(jsonIn(unit)['conversion_factor']);
  return factor === undefined ? undefined : node('LENGTHUNIT', textIn(jsonIn(unit)), factor);
}

function idOf(crs: Json): Node | undefined {
  const { authority, code } = jsonIn(crs['id']);
  return typeof authority === 'string' ? node('ID', authority, Number(code)) : undefined;
}
