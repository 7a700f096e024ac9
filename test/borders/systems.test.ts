/** Every system of VN-2000, against places computed by PROJ 9.1.1 (transformation EPSG:6960). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forCommand } from '../../src/borders/choices.js';
import { systemOfCrs, systemOfPrj } from '../../src/borders/coordinate-system.js';
import proj4 from 'proj4';
import {
  convertToDegrees,
  epsgOf,
  systemTyped,
  VN2000,
  WGS84,
  type System,
} from '../../src/borders/systems.js';
import { proj4Text } from '../support/proj4-text.js';

/** EPSG number; easting and northing of 16.75° N 107° E, then of 21.03° N 105.85° E, in WGS 84. */
const PLACES = `
  3405 713006.581 1853081.857 588128.028 2325811.031
  3406 73182.205 1856312.056 -35858.237 2334238.939
  4756 106.99816809 16.75101174 105.84811732 21.03098594
  5896 1033446.724 1859285.116 900192.573 2331102.805
  5897 713070.508 1853638.004 588154.477 2326509.054
  5898 393185.345 1852836.037 276297.156 2327782.960
  5899 419841.677 1852718.454 302293.963 2327452.779
  9205 926554.475 1856861.284 796120.299 2328917.684
  9206 819771.551 1854979.787 692115.507 2327387.099
  9207 766412.506 1854241.565 640131.002 2326866.601
  9208 739739.590 1853922.966 614141.927 2326667.467
  9209 659742.140 1853168.894 536182.970 2326314.343
  9210 633082.001 1852984.705 510198.174 2326278.029
  9211 606423.989 1852834.072 484213.523 2326282.404
  9212 579767.678 1852716.980 458228.647 2326327.469
  9213 553112.642 1852633.421 432243.177 2326413.228
  9214 499804.692 1852566.873 380268.974 2326706.855
  9215 473150.925 1852583.878 354279.501 2326914.749
  9216 446496.729 1852634.404 328287.954 2327163.383
  9217 366527.305 1852987.162 250297.165 2328153.952
  9218 339867.131 1853171.843 224293.619 2328565.787
`;

const degreesOf = (system: System, x: number, y: number, swapped = false): Float64Array => {
  const xy = swapped ? Float64Array.of(y, x) : Float64Array.of(x, y);
  convertToDegrees(xy, system, swapped);
  return xy;
};
const metres = (a: ArrayLike<number>, lon: number, lat: number): number =>
  Math.hypot(
    ((a[0] ?? NaN) - lon) * 111_320 * Math.cos((lat * Math.PI) / 180),
    ((a[1] ?? NaN) - lat) * 110_574,
  );

const prj = (name: string, meridian: number, scale: number, datum = 'D_Vietnam_2000'): string =>
  `PROJCS["${name}",GEOGCS["GCS_VN_2000",DATUM["${datum}",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

describe('systems of VN-2000', () => {
  it('agree with PROJ to a centimetre, each of them, at two places and in both orders of the axes', () => {
    const lines = PLACES.trim().split('\n');
    assert.equal(lines.length, Object.keys(VN2000).length);
    for (const line of lines) {
      const [epsg = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line.trim().split(/\s+/).map(Number);
      const system = VN2000[epsg];
      assert.ok(system, line);
      for (const swapped of [false, true]) {
        assert.ok(metres(degreesOf(system, x1, y1, swapped), 107, 16.75) < 0.01, line);
        assert.ok(metres(degreesOf(system, x2, y2, swapped), 105.85, 21.03) < 0.01, line);
      }
    }
  });

  it('agree with proj4 to a tenth of a millimetre all over the country, other origins and units included', () => {
    const feet: System = {
      kind: 'transverse-mercator',
      datum: 'VN-2000',
      meridian: 106,
      scale: 0.9999,
      falseEasting: 200_000,
      falseNorthing: 30_000,
      originLatitude: 16,
      unit: 0.3048,
    };
    for (const system of [...Object.values(VN2000), feet]) {
      const { forward, inverse } = proj4(proj4Text(system), 'WGS84');
      for (let lon = 102.5; lon < 115; lon += 1.37)
        for (let lat = 7.3; lat < 23.4; lat += 1.91) {
          // proj4 leaves its own series far outside of a zone.
          if (Math.abs(lon - (system.meridian ?? lon)) > 4) continue;
          const [x = NaN, y = NaN] = inverse([lon, lat]);
          // There and back by way of seven parameters is not the same place to a millimetre.
          const [toLon = NaN, toLat = NaN] = forward([x, y]);
          const unit = system.unit ?? 1;
          const off = metres(degreesOf(system, x / unit, y / unit), toLon, toLat);
          assert.ok(off < 1e-4, `${epsgOf(system)} ${lon} ${lat}: ${off} m`);
        }
    }
  });

  it('are known by the numbers of a .prj, whatever its name says', () => {
    const read = (text: string) => {
      const stated = systemOfPrj(text);
      assert.ok(stated && 'system' in stated, JSON.stringify(stated));
      return epsgOf(stated.system);
    };
    assert.equal(read(prj('VN_2000_UTM_Zone_48N', 105, 0.9996)), 3405);
    assert.equal(read(prj('VN_2000_UTM_Zone_48N', 105.75, 0.9999)), 9210);
    assert.equal(read(prj('x', 106.24999999999999, 0.9999)), 9212);
    assert.equal(
      read(
        'PROJCRS["VN-2000 / TM-3 108-30",BASEGEOGCRS["VN-2000",DATUM["Vietnam 2000",ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],ID["EPSG",4756]],CONVERSION["TM-3",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",108.5,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Scale factor at natural origin",0.9999],PARAMETER["False easting",500000],PARAMETER["False northing",0]],CS[Cartesian,2],AXIS["northing (X)",north],AXIS["easting (Y)",east],LENGTHUNIT["metre",1]]',
      ),
      9218,
    );
  });

  it('are known by a .prj with decimal commas, as a program with Vietnamese settings writes it', () => {
    const commas = prj('x', 107.5, 0.9999).replace(/(\d)\.(\d)/g, '$1,$2');
    assert.match(commas, /"Central_Meridian",107,5\]/);
    assert.deepEqual(systemOfPrj(commas), systemOfPrj(prj('x', 107.5, 0.9999)));
  });

  it('are known by the shift to WGS 84 where the datum has no name, whatever the signs of its rotations', () => {
    for (const sign of ['', '-']) {
      const shift = `TOWGS84[-191.90441429,-39.30318279,-111.45032835,${sign}0.00928836,-0.01975479,0.00427372,0.252906278]`;
      const text = prj('unnamed', 105.75, 0.9999, 'unknown')
        .replace('GCS_VN_2000', 'unknown')
        .replace('298.257223563]]', `298.257223563],${shift}]`);
      assert.deepEqual(systemOfPrj(text), {
        system: { ...VN2000[9210], falseEasting: 500_000, falseNorthing: 0, originLatitude: 0 },
      });
    }
    assert.match(
      JSON.stringify(systemOfPrj(prj('x', 105.75, 0.9999, 'unknown').replace('GCS_VN_2000', 'x'))),
      /problem/,
    );
  });

  it('are known by that shift wherever a program puts it: MapInfo in the name of the datum, PROJ in a BOUNDCRS', () => {
    const epsg = (text: string) => {
      const stated = systemOfPrj(text);
      return stated && 'system' in stated ? epsgOf(stated.system) : JSON.stringify(stated);
    };
    for (const datum of [
      'D_MIF_9999_28_-191_90441429_-39_30318279_-111_45032835_-0_00928836_0_01975479_-0_00427372_0_252906278_0',
      'D_Unknown_based_on_WGS_84_ellipsoid_using_towgs84_-191_90441429_-39_30318279_-111_45032835_0_00928836',
      'MIF 9999,28,-191.90441429,-39.30318279,-111.45032835,-0.00928836',
    ])
      assert.equal(
        epsg(prj('unnamed', 106.25, 0.9999, datum).replace('GCS_VN_2000', 'GCS_unnamed')),
        9212,
        datum,
      );
    const bound =
      'BOUNDCRS[SOURCECRS[PROJCRS["unknown",BASEGEOGCRS["unknown",DATUM["Unknown based on WGS 84 ellipsoid",ELLIPSOID["WGS 84",6378137,298.257223563]]],CONVERSION["unknown",METHOD["Transverse Mercator"],PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",107],PARAMETER["Scale factor at natural origin",0.9999],PARAMETER["False easting",500000],PARAMETER["False northing",0]],CS[Cartesian,2],LENGTHUNIT["metre",1]]],TARGETCRS[GEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]]]],ABRIDGEDTRANSFORMATION["to WGS84",METHOD["Position Vector transformation (geog2D domain)"],PARAMETER["X-axis translation",-191.90441429],PARAMETER["Y-axis translation",-39.30318279],PARAMETER["Z-axis translation",-111.45032835],PARAMETER["X-axis rotation",0.00928836]]]';
    assert.equal(epsg(bound), 9214);
  });

  it('are known by a PROJ string or a number of EPSG alone, in a .prj and in the crs', () => {
    const epsg = (text: string) =>
      [systemOfPrj(text), systemOfCrs({ type: 'name', properties: { name: text } })].map(
        (stated) => (stated && 'system' in stated ? epsgOf(stated.system) : JSON.stringify(stated)),
      );
    const tail = '+towgs84=-191.90441429,-39.30318279,-111.45032835,0,0,0,0 +units=m +no_defs';
    const zone = `+proj=tmerc +lat_0=0 +lon_0=105.75 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 ${tail}`;
    assert.deepEqual(epsg(zone), [9210, 9210]);
    assert.deepEqual(epsg(`+proj=utm +zone=48 +ellps=WGS84 ${tail}`), [3405, 3405]);
    assert.deepEqual(epsg(`+proj=longlat +ellps=WGS84 ${tail}`), [4756, 4756]);
    assert.deepEqual(epsg('+init=epsg:9217'), [9217, 9217]);
    assert.deepEqual(epsg('EPSG:9217'), [9217, 9217]);
    const lost = '+proj=tmerc +lon_0=105.75 +k=0.9999 +x_0=500000 +datum=WGS84 +units=m';
    for (const words of epsg(lost)) assert.match(forCommand(String(words)), /--zone 105-45/);
    for (const words of epsg('+proj=tmerc +lon_0=105 +k=1 +ellps=krass'))
      assert.match(String(words), /không phải VN-2000/);
  });

  it('are known by the address or the name of a crs', () => {
    const href = 'http://spatialreference.org/ref/epsg/9214/proj4/';
    assert.deepEqual(systemOfCrs({ type: 'link', properties: { href } }), { system: VN2000[9214] });
    for (const [name, epsg] of [
      ['VN-2000 / TM-3 105-45', 9210],
      ['VN2000 108-15', 9217],
      ['VN-2000 / UTM zone 49N', 3406],
      ['VN2000_107_30', 9216],
      ['VN-2000 múi 3 độ KTT 107°30', 9216],
      ['VN-2000 / TM-3 zone 481', 5896],
      ['VN-2000 / TM-3 zone 482', 5897],
      ['VN-2000 / TM-3 zone 491', 5898],
      ['VN-2000 / TM-3 Da Nang zone', 5899],
      ['VN-2000', 4756],
      ['EPSG:9218+5773', 9218],
      ['urn:ogc:def:crs,crs:EPSG::9218,crs:EPSG::5773', 9218],
      ['https://epsg.io/9214.proj4', 9214],
    ] as const)
      assert.deepEqual(systemOfCrs({ type: 'name', properties: { name } }), {
        system: VN2000[epsg],
      });
    for (const name of ['WGS 84', 'GCS_WGS_84', 'urn:ogc:def:crs:OGC::CRS84h'])
      assert.deepEqual(systemOfCrs({ type: 'name', properties: { name } }), { system: WGS84 });
    assert.match(
      JSON.stringify(systemOfCrs({ type: 'name', properties: { name: 'tọa độ tỉnh' } })),
      /không rõ/,
    );
  });

  it('say what is none of them: an old ellipsoid, a zone of 3° under the name of WGS 84', () => {
    const problem = (text: string) => {
      const stated = systemOfPrj(text);
      return stated && 'problem' in stated ? forCommand(stated.problem) : '';
    };
    assert.match(
      problem(prj('HN72', 105, 1).replace('6378137.0,298.257223563', '6378245.0,298.3')),
      /HN-72/,
    );
    assert.match(
      problem(prj('WGS_84', 105.75, 0.9999, 'D_WGS_1984').replace('GCS_VN_2000', 'GCS_WGS_1984')),
      /--zone 105-45/,
    );
    assert.match(problem('hello'), /không/);
    assert.match(problem('LOCAL_CS["VN-2000 107-30",UNIT["metre",1]]'), /chỉ ghi tên/);
  });

  it('are known by the crs of GeoJSON in each of its spellings', () => {
    for (const name of [
      'EPSG:9210',
      'urn:ogc:def:crs:EPSG::9210',
      'urn:ogc:def:crs:EPSG:10.1:9210',
      'http://www.opengis.net/def/crs/EPSG/0/9210',
      'http://www.opengis.net/gml/srs/epsg.xml#9210',
      '[EPSG:9210]',
    ]) {
      const stated = systemOfCrs({ type: 'name', properties: { name } });
      assert.deepEqual(stated, { system: VN2000[9210] }, name);
    }
    assert.deepEqual(
      systemOfCrs({ type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }),
      { system: WGS84 },
    );
    assert.match(
      JSON.stringify(systemOfCrs({ type: 'name', properties: { name: 'EPSG:3148' } })),
      /3148/,
    );
  });

  it('are typed as an office writes them', () => {
    const epsg = (typed: string) => {
      const system = systemTyped(typed);
      return system && epsgOf(system);
    };
    for (const typed of ['105-45', '105°45′', "105°45'", '105.75', '105,75', 'EPSG:9210', '9210'])
      assert.equal(epsg(typed), 9210, typed);
    assert.equal(epsg('108'), 5898);
    assert.equal(epsg('UTM-48N'), 3405);
    assert.equal(systemTyped('wgs 84'), WGS84);
    assert.equal(systemTyped('105-44'), undefined);
    assert.equal(systemTyped('quê'), undefined);
  });
});
