#!/usr/bin/env bash
# A workbook that counts its days from 1904 and says so as LibreOffice does: <workbookPr date1904="true"/>.
# ECMA-376 Part 1 (18.2.28, workbookPr) gives date1904 the type xsd:boolean, and XML Schema Part 2 knows two spellings of
# yes: "1" and "true". Day 44000 is 19 June 2024 in both.
# exceljs 4.4.0 and read-excel-file 9.3.17 know "1" alone: with "true" every date of the workbook comes four years and a
# day too early (18 June 2020), as a sound date of the wrong year, and nothing is said. So a figure's "as of" is four
# years old, and a campaign is over before it began.
# Exits 0 while that is so. Our reader knows both: src/desk/xlsx-read.ts.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact read-excel-file@9.3.17 fflate@0.8.3
# The bundle that exceljs has for pages needs none of its ninety packages.
npm pack --silent exceljs@4.4.0 >/dev/null
tar -xzf exceljs-4.4.0.tgz package/dist/exceljs.min.js
cat >run.mjs <<'JS'
import { createRequire } from 'node:module';
import { strToU8, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';

const ExcelJS = createRequire(import.meta.url)('./package/dist/exceljs.min.js');
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relations = (list) =>
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('') +
  '</Relationships>';

/** A workbook of one cell: day 44000, shown as a date. */
function workbook(date1904) {
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
    ]),
    'xl/workbook.xml':
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${date1904}"/>` +
      '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/styles.xml':
      `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' +
      '</cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml':
      `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" s="1"><v>44000</v></c></row></sheetData></worksheet>`,
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)]))));
}

async function seen(date1904) {
  const bytes = workbook(date1904);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  const [{ data }] = await readExcelFile(bytes);
  return [book.worksheets[0].getCell('A1').value, data[0][0]].map((date) => date.toISOString().slice(0, 10)).join(' ');
}

const one = await seen('1');
const yes = await seen('true');
console.log('expected:             2024-06-19 2024-06-19   (exceljs, read-excel-file)');
console.log(`date1904="1":         ${one}`);
console.log(`date1904="true":      ${yes}`);
const asBefore = one === '2024-06-19 2024-06-19' && yes === '2020-06-18 2020-06-18';
if (!asBefore) console.error('What these versions do has changed: read the head of this file again.');
process.exitCode = asBefore ? 0 : 1;
JS
echo "exceljs 4.4.0, read-excel-file 9.3.17"
node run.mjs
