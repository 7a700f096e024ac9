/** Files as they come: in zips and folders beside other things, in old encodings, in formats that are not read. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bytes1252, inTcvn3 } from './encodings.js';
import {
  all,
  cell,
  collection,
  featuresOf,
  json,
  make,
  named,
  OFFICIAL,
  saysFault,
} from './province.js';
import { zipped } from '../support/shapefile.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (name: string, text: string) => ({ name, bytes: bytes(text) });

describe('files of borders', () => {
  it('in a zip or a folder are read beside clutter, and what may be borders in another format is named', async () => {
    const clutter = { 'x.qml': bytes('<qgis/>'), 'x.atx': bytes('abc'), 'x.lock': bytes('') };
    const kml = bytes('<?xml version="1.0"?><kml></kml>');
    const zip = zipped({ 'xa.geojson': collection(all()).bytes, 'x.kml': kml, ...clutter });
    const result = await make({ name: 'x.zip', bytes: zip });
    assert.equal(featuresOf(result).length, OFFICIAL.length);
    assert.match(result.warnings.join('\n'), /x\.kml.*KML.*ogr2ogr/);
    assert.doesNotMatch(result.warnings.join('\n'), /qml|atx|lock/);
    const folder = Object.entries(clutter).map(([name, own]) => ({
      name,
      bytes: own,
      isInside: true,
    }));
    assert.equal(featuresOf(await make([collection(all()), ...folder])).length, OFFICIAL.length);
    // A clerk drops all files of a layer: what belongs to a program says nothing of borders.
    const programs = ['x.qml', 'x.cst', 'x.atx', 'x.lyrx'].map((name) => file(name, 'abc'));
    assert.equal(featuresOf(await make([collection(all()), ...programs])).length, OFFICIAL.length);
    saysFault(await make([collection(all()), { name: 'x.kml', bytes: kml }]), /KML.*ogr2ogr/);
    const broken = zipped({ 'a.geojson': collection(all()).bytes, 'b.geojson': bytes('{"type":') });
    saysFault(await make({ name: 'x.zip', bytes: broken }), /b\.geojson.*bị cắt ngang/);
  });

  it('that belong to one set of another format give one sentence', async () => {
    for (const [names, pattern] of [
      [['x.tab', 'x.dat', 'x.map', 'x.id'], /MapInfo TAB.*"x\.tab"/],
      [['x.mif', 'x.mid'], /MapInfo MIF.*"x\.mif"/],
      [['ranh.gdb/a1.gdbtable', 'ranh.gdb/a1.gdbtablx'], /File Geodatabase.*"ranh\.gdb"/],
    ] as const) {
      const result = await make(names.map((name) => file(name, 'abc')));
      assert.equal(result.faults.length, 1, result.faults.join('\n'));
      saysFault(result, pattern);
    }
  });

  it('of no borders are named by what they are', async () => {
    for (const [name, text, pattern] of [
      ['x.pdf', '%PDF-1.7', /ảnh hoặc bản in/],
      ['x.sql', 'SET a = b;', /bắt đầu bằng “SET a/],
      ['x.js', 'var data = {}', /bắt đầu bằng “var data/],
      ['x.html', '<!doctype html><p>', /trang web/],
    ] as const)
      saysFault(await make(file(name, text)), pattern);
  });

  it('of JSON are read as a list of features, and in TCVN3', async () => {
    assert.equal(featuresOf(await make(json(all()))).length, OFFICIAL.length);
    const features = OFFICIAL.map((unit, i) => {
      const coordinates = JSON.stringify([cell(i)]);
      return `{"type":"Feature","properties":{"Ten":"${inTcvn3(named(unit))}"},"geometry":{"type":"Polygon","coordinates":${coordinates}}}`;
    });
    const text = `{"type":"FeatureCollection","features":[${features.join()}]}`;
    const result = await make({ name: 'x.geojson', bytes: bytes1252(text) });
    assert.match(result.report.join('\n'), /Ten: 78\/78/);
  });

  it('of one feature a line name the line that is broken', async () => {
    const lines = all().map((feature) => JSON.stringify(feature));
    lines[5] = lines[5]?.slice(0, 60) ?? '';
    const bytes = new TextEncoder().encode(lines.join('\n'));
    saysFault(await make([{ name: 'xa.geojsonl', bytes }]), /dòng 6 không phải JSON/);
  });

  it('of JSON with decimal commas or NaN are named, because a point would be four numbers', async () => {
    const text = JSON.stringify({ type: 'FeatureCollection', features: all() });
    const commas = text.replace(/(\d+)\.(\d+)/g, '$1,$2');
    saysFault(await make(file('x.geojson', commas)), /dấu phẩy thập phân/);
    const whole = { ...all()[0], geometry: { type: 'Polygon', coordinates: [[[106, 3, 16, 6]]] } };
    saysFault(await make(collection([whole])), /dấu phẩy thập phân/);
    saysFault(await make(file('x.geojson', text.replace('106.3', 'NaN'))), /NaN/);
  });
});
