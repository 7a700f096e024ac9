/** The files of a release: copied over an earlier one they delete and mix nothing. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loaderOf, releaseFiles } from '../../tools/build/release.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('a release', { skip: !existsSync('dist/cdn/tcns.js') && 'there is no dist/cdn' }, () => {
  let site = '';
  let files: Record<string, Uint8Array> = {};
  before(() => {
    site = mkdtempSync(join(tmpdir(), 'tcns-release-'));
    const guide = readFileSync('src/pages/embed/huong-dan.html', 'utf8');
    files = releaseFiles('dist/cdn', { version, guide, demo: 'demo' });
  });
  after(() => rmSync(site, { recursive: true, force: true }));

  it('leaves the data, the settings and the versions that are there', () => {
    const theirs = {
      'tcns/embed.config.json': '{"api":"/tcns/v1","apis":["/tcns/"]}',
      'tcns/v1/index.json': '{}',
      'tcns/v1/observations/48@2025.json': '{}',
      'tcns/embed/ban-do.html': 'theirs',
      'tcns/oembed/ban-do.json': '{}',
      'tcns/0.0.9/tcns.js': 'an earlier version',
      'tcns/bundle.json': '{}',
    };
    const write = (path: string, content: string | Uint8Array): void => {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), content);
    };
    for (const [path, content] of Object.entries(theirs)) write(path, content);
    for (const [path, content] of Object.entries(files)) write(path, content);
    for (const [path, content] of Object.entries(theirs))
      assert.equal(readFileSync(join(site, path), 'utf8'), content, path);
  });

  it('has all that pages and frames need in the folder of its version', () => {
    for (const file of [
      'tcns.js',
      'tcns-all.js',
      'forms.js',
      'check.js',
      'embed.html',
      'embed.css',
      'embed.js',
    ])
      assert.ok(files[`tcns/${version}/${file}`], file);
    const beside = Object.keys(files).filter((file) => !file.startsWith(`tcns/${version}/`));
    assert.deepEqual(beside.sort(), [
      'HUONG-DAN.html',
      'tcns/embed.config.mau.json',
      'tcns/embed.css',
      'tcns/embed.html',
      'tcns/embed.js',
      'tcns/manifest.json',
      'tcns/tcns.js',
    ]);
  });

  it('has a loader that asks for the files of its own version', () => {
    assert.ok(text(files['tcns/tcns.js']).includes(`new URL("${version}/",`));
    assert.ok(text(files[`tcns/${version}/tcns.js`]).includes('new URL(".",'));
    assert.throws(() => loaderOf('nothing', version), /names its folder another way/);
    const page = text(files['tcns/embed.html']);
    for (const file of ['embed.css', 'embed.js', 'tcns.js'])
      assert.ok(page.includes(`="${version}/${file}"`), file);
  });

  it('has the embed builder for those without Node, with nothing of the demo', () => {
    const page = text(files[`tcns/${version}/tao-ma-nhung.html`]);
    const named = [...page.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, path = '']) => path);
    assert.ok(named.includes('builder.js') && named.includes('tcns.js'));
    for (const path of named) assert.ok(files[`tcns/${version}/${path}`], path);
    assert.ok(files[`tcns/${version}/elements.json`]);
    assert.doesNotMatch(page, /trình diễn/i);
  });

  it('has a guide that says so, with its own number', () => {
    const guide = text(files['HUONG-DAN.html']);
    assert.match(guide, /không xóa thư mục cũ/);
    assert.doesNotMatch(guide, /\{\{|chép đè/);
  });
});
