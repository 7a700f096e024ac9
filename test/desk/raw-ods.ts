/** OpenDocument spreadsheets as LibreOffice writes them: values, and beside them what cells show. */
import { strToU8, zipSync } from 'fflate';

const SPACES = ['office', 'style', 'text', 'table', 'number', 'draw']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"')
  .join(' ');

/** Styles of dates that cells name: `ce-day`, `ce-month`, `ce-quarter`, `ce-noyear`. */
const STYLES = `<office:automatic-styles>
 <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
 <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
 <number:date-style style:name="N37"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
 <number:date-style style:name="N38"><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
 <number:date-style style:name="N39"><number:text>Quý </number:text><number:quarter/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
 <number:date-style style:name="N40"><number:day/><number:text>/</number:text><number:month/></number:date-style>
 <style:style style:name="ce-day" style:family="table-cell" style:data-style-name="N37"/>
 <style:style style:name="ce-month" style:family="table-cell" style:data-style-name="N38"/>
 <style:style style:name="ce-bold-month" style:family="table-cell" style:parent-style-name="ce-month"/>
 <style:style style:name="ce-quarter" style:family="table-cell" style:data-style-name="N39"/>
 <style:style style:name="ce-noyear" style:family="table-cell" style:data-style-name="N40"/>
</office:automatic-styles>`;

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A cell of any type: attributes, and the paragraphs that it shows. */
export const cell = (attributes: string, ...shown: string[]): string =>
  `<table:table-cell ${attributes}>${shown.map((text) => `<text:p>${escapeXml(text)}</text:p>`).join('')}</table:table-cell>`;
export const text = (shown: string, attributes = ''): string =>
  cell(`office:value-type="string" calcext:value-type="string" ${attributes}`, shown);
export const number = (value: number, shown: string, attributes = ''): string =>
  cell(
    `office:value-type="float" office:value="${value}" calcext:value-type="float" ${attributes}`,
    shown,
  );
export const percentage = (value: number, shown: string): string =>
  cell(
    `office:value-type="percentage" office:value="${value}" calcext:value-type="percentage"`,
    shown,
  );
export const date = (day: string, shown: string, style: string): string =>
  cell(`table:style-name="${style}" office:value-type="date" office:date-value="${day}"`, shown);
export const EMPTY_TAIL = '<table:table-cell table:number-columns-repeated="16380"/>';

export const row = (...cells: string[]): string =>
  `<table:table-row table:style-name="ro1">${cells.join('')}${EMPTY_TAIL}</table:table-row>`;
/** What follows the last line in each sheet of LibreOffice. */
const REST = `<table:table-row table:style-name="ro1" table:number-rows-repeated="1048000">${EMPTY_TAIL}</table:table-row>`;
export const table = (
  name: string,
  rows: readonly string[],
  { columns = '', style = 'ta1' } = {},
): string =>
  `<table:table table:name="${escapeXml(name)}" table:style-name="${style}">${columns}${rows.join('')}${REST}</table:table>`;

const body = (tables: readonly string[]): string =>
  `<office:body><office:spreadsheet><table:calculation-settings/>${tables.join('')}<table:named-expressions/></office:spreadsheet></office:body>`;

/** A package with its parts in the order that the standard asks for. */
export function rawOds(tables: readonly string[], manifest = ''): Uint8Array {
  const parts: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${SPACES} office:version="1.3">${STYLES}${body(tables)}</office:document-content>`,
    'styles.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles ${SPACES}><office:styles/></office:document-styles>`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/">${manifest}</manifest:file-entry></manifest:manifest>`,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        [strToU8(xml), { level: name === 'mimetype' ? 0 : 6 }],
      ]),
    ),
  );
}

/** The same in one file of XML (.fods). */
export const rawFods = (tables: readonly string[]): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8"?>\n\n<office:document ${SPACES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${STYLES}${body(tables)}</office:document>`,
  );
