/**
 * Reading .xlsx part by part. Parts are found by their relationships and not by their names, because
 * programs other than Excel call them otherwise.
 */
import { unzipSync } from 'fflate';
import type { SheetTable } from './cells.js';
import { patternOf } from './shown-cells.js';
import { readSheetXml, textReader, type SheetContext } from './xlsx-sheet.js';
import { attribute, isOn, readXml } from './xml-stream.js';

/** A zip, read file by file so that only one stands unpacked at a time. */
class Parts {
  private readonly names = new Map<string, string>();

  constructor(private readonly bytes: Uint8Array) {
    unzipSync(bytes, {
      filter: ({ name }) => {
        this.names.set(partName(name), name);
        return false;
      },
    });
  }

  find(name: string): Uint8Array | undefined {
    const path = this.names.get(partName(name));
    if (path === undefined) return undefined;
    return unzipSync(this.bytes, { filter: (file) => file.name === path })[path];
  }
}

/** Names of parts are the same in capitals (ECMA-376 part 2); some programs write `\` for `/`. */
const partName = (name: string): string =>
  name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

interface Relation {
  readonly id: string;
  /** The last word of the type: `worksheet`, `sharedStrings`, in both editions of the standard. */
  readonly type: string;
  readonly target: string;
}

/** What a part points at, with whole paths. */
function relationsOf(parts: Parts, part: string): Relation[] {
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(part) ?? [];
  const bytes = parts.find(`${folder}_rels/${file}.rels`);
  const relations: Relation[] = [];
  if (!bytes) return relations;
  readXml(bytes, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: /[^/]*$/.exec(attribute(attributes, 'Type') ?? '')?.[0] ?? '',
        target: new URL(target.replaceAll('\\', '/'), `zip://x/${folder}`).pathname.slice(1),
      });
    },
  });
  return relations.map((relation) => ({ ...relation, target: decodeURI(relation.target) }));
}

/** All sheets of a workbook, those that are hidden too; throws for what is no workbook. */
export function readXlsx(bytes: Uint8Array): SheetTable[] {
  const parts = new Parts(bytes);
  const main =
    relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ??
    'xl/workbook.xml';
  const book = parts.find(main);
  if (!book) throw new Error('no workbook part');
  const relations = relationsOf(parts, main);
  const partOf = (type: string): Uint8Array | undefined => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? undefined : parts.find(target);
  };
  const { sheets, is1904 } = readBook(book);
  const context: SheetContext = {
    strings: readStrings(partOf('sharedStrings')),
    patterns: readPatterns(partOf('styles')),
    is1904,
  };
  return sheets.flatMap(({ name, id, hidden }) => {
    const relation = relations.find((one) => one.id === id);
    // Sheets of charts have no cells.
    if (relation && relation.type !== 'worksheet') return [];
    const sheet = relation && parts.find(relation.target);
    if (!sheet) throw new Error(`no part for the sheet "${name}"`);
    return [readSheetXml(sheet, name, hidden, context)];
  });
}

interface Book {
  readonly sheets: { name: string; id: string; hidden: boolean }[];
  readonly is1904: boolean;
}

function readBook(bytes: Uint8Array): Book {
  const sheets: Book['sheets'] = [];
  let is1904 = false;
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isOn(attribute(attributes, 'date1904'));
      if (name !== 'sheet') return;
      const state = attribute(attributes, 'state');
      sheets.push({
        name: attributes['name'] ?? '',
        // `sheetId` is another number: the relationship's id has a prefix.
        id: Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? '',
        hidden: state !== undefined && state !== 'visible',
      });
    },
  });
  return { sheets, is1904 };
}

function readStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (!bytes) return strings;
  const text = textReader();
  readXml(bytes, {
    open(name) {
      if (name === 'si') text.start();
      text.open(name);
    },
    text: text.text,
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.end());
    },
  });
  return strings;
}

/** The number format of each cell style. */
function readPatterns(bytes: Uint8Array | undefined): string[] {
  const fileFormats = new Map<number, string>();
  const ids: number[] = [];
  let isCells = false;
  if (bytes)
    readXml(bytes, {
      open(name, attributes) {
        if (name === 'numFmt')
          fileFormats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (name === 'cellXfs') isCells = true;
        else if (name === 'xf' && isCells) ids.push(Number(attributes['numFmtId'] ?? 0));
      },
      close(name) {
        if (name === 'cellXfs') isCells = false;
      },
    });
  return ids.map((id) => patternOf(id, fileFormats));
}
