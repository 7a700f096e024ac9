/** Formats that are not read: each is named, with the one command that converts it or another way out. */

/** Formats by the end of a file's name. */
const ENDINGS: Readonly<Record<string, string>> = {
  gpkg: 'GeoPackage',
  kml: 'KML',
  kmz: 'KMZ',
  tab: 'MapInfo TAB',
  mif: 'MapInfo MIF',
  dgn: 'MicroStation DGN',
  dwg: 'AutoCAD DWG',
  dxf: 'AutoCAD DXF',
  gml: 'GML',
  gdb: 'File Geodatabase',
  mdb: 'Personal Geodatabase',
  fgb: 'FlatGeobuf',
  parquet: 'GeoParquet',
  sqlite: 'SpatiaLite',
  gpx: 'GPX',
  pmtiles: 'PMTiles',
  mbtiles: 'MBTiles',
};

/** Formats whose files belong together: the first is named, the others go along with it. */
const ALONG: readonly (readonly [main: string, others: RegExp, kind: string])[] = [
  ['tab', /\.(dat|map|id|ind)$/i, 'MapInfo TAB'],
  ['mif', /\.mid$/i, 'MapInfo MIF'],
];

/** Beginnings of files, and what they are. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^SQLite format 3[^]{53}GPKG|^SQLite format 3[^]{53}GP1[01]/, 'GeoPackage'],
  [/^SQLite format 3/, 'SQLite'],
  [/^AC10\d\d/, 'AutoCAD DWG'],
  [/^fgb/, 'FlatGeobuf'],
  [/^PAR1/, 'GeoParquet'],
  [/^!table/i, 'MapInfo TAB'],
  [/^Version\s+\d+\s+Charset/i, 'MapInfo MIF'],
  [/^<[^]*<kml/i, 'KML'],
  [/^<[^]*opengis\.net\/gml/i, 'GML'],
];

/** Beginnings of files that no command converts, with what to do. */
const NO_BORDERS: readonly (readonly [RegExp, string])[] = [
  [
    /^<(!doctype )?html|^<[^]*<html/i,
    'đây là trang web, không phải tệp ranh giới. Hãy tải lại đúng tệp.',
  ],
  [
    /^(Rar!|7z\u00bc\u00af)/,
    'tệp nén .rar hoặc .7z không đọc được. Hãy giải nén rồi chọn các tệp bên trong.',
  ],
  [
    /^(\u001f\u008b|[^]{257}ustar)/,
    'tệp nén .gz hoặc .tar không đọc được. Hãy giải nén rồi chọn các tệp bên trong.',
  ],
  [
    /^(%PDF|\u0089PNG|\u00ff\u00d8\u00ff|GIF8|II\*\0|MM\0\*)/,
    'đây là ảnh hoặc bản in, không có tọa độ. Hãy xin bản shapefile hoặc GeoJSON.',
  ],
];

/** What a file is that is not read, by its first bytes or else the end of its name. */
export function otherFormat(name: string, bytes: Uint8Array): string | undefined {
  const start = [...bytes.subarray(0, 600)]
    .map((byte) => String.fromCharCode(byte))
    .join('')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  const sentence = NO_BORDERS.find(([pattern]) => pattern.test(start))?.[1];
  if (sentence) return sentence;
  if (/\.(csv|xlsx?|ods)$/i.test(name))
    return 'đây là bảng, không có hình. Hãy xin bản shapefile hoặc GeoJSON.';
  const folder = /^(.*\.gdb)[\\/]/i.exec(name)?.[1];
  if (folder) return convertWords('File Geodatabase', folder);
  const byName = ENDINGS[/\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  const along = ALONG.find(([, others]) => others.test(name));
  const byBytes = BEGINNINGS.find(([pattern]) => pattern.test(start))?.[1];
  const kind = byBytes === 'SQLite' ? (byName ?? byBytes) : (byBytes ?? byName);
  if (kind) return convertWords(kind, name);
  return along && convertWords(along[2], name.replace(/[^.]*$/, along[0]));
}

/** The sentence that names a format and the one command that converts it. */
export function convertWords(kind: string, name: string): string {
  const plain = name.replace(/^.*[\\/]/, '');
  return `dạng ${kind} không đọc trực tiếp. Hãy chuyển bằng GDAL: ogr2ogr -f GeoJSON ranh-gioi.geojson "${plain}"${/DGN|DWG|DXF/.test(kind) ? ' (bản vẽ thường chỉ có đường, không có mã xã: hãy xin Sở bản shapefile)' : ''}`;
}
