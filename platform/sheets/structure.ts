// The frame of a workbook: its sheets, its date system, how number formats show numbers, its shared texts.
import type { WorkbookPackage } from './package.ts';
import { broken } from './refusals.ts';
import { type NumberShape, numberShape } from './serial-date.ts';
import { attribute, prefixedAttribute, type XmlHandler, XmlScanner } from './xml.ts';

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its part in the package. */
  readonly path: string;
}

export interface Structure {
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
  /** By cell style number. */
  readonly shapes: readonly NumberShape[];
  readonly sharedTextsPath: string | undefined;
}

const nothing = (): void => {};

/** Lets a handler read a whole part. Between two pieces other work of the process goes on. */
export async function scanPart(parts: WorkbookPackage, path: string, handler: Partial<XmlHandler>): Promise<void> {
  const scanner = new XmlScanner({ open: nothing, close: nothing, text: nothing, ...handler });
  const decoder = new TextDecoder();
  for await (const piece of await parts.stream(path)) scanner.write(decoder.decode(piece, { stream: true }));
  scanner.write(decoder.decode());
  scanner.end();
}

const read = {
  id: attribute('Id'),
  relation: prefixedAttribute('id'),
  target: attribute('Target'),
  type: attribute('Type'),
  name: attribute('name'),
  state: attribute('state'),
  format: attribute('numFmtId'),
  code: attribute('formatCode'),
  date1904: attribute('date1904'),
};

interface Relation {
  readonly kind: string;
  readonly path: string;
}

function resolve(folder: string, to: string): string {
  if (to.startsWith('/')) return to.slice(1);
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of to.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

async function relationsOf(parts: WorkbookPackage, path: string): Promise<ReadonlyMap<string, Relation>> {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const found = new Map<string, Relation>();
  await scanPart(parts, `${folder}_rels/${path.slice(slash)}.rels`, {
    open(tag, raw) {
      if (tag !== 'Relationship') return;
      const kind = read.type(raw)?.split('/').at(-1) ?? '';
      found.set(read.id(raw) ?? '', { kind, path: resolve(folder, read.target(raw) ?? '') });
    },
  });
  return found;
}

async function shapesOf(parts: WorkbookPackage, path: string): Promise<readonly NumberShape[]> {
  const formats = new Map<number, string>();
  const shapes: NumberShape[] = [];
  let isCellStyle = false;
  await scanPart(parts, path, {
    open(tag, raw) {
      if (tag === 'numFmt') formats.set(Number(read.format(raw)), read.code(raw) ?? '');
      else if (tag === 'cellXfs') isCellStyle = true;
      else if (tag === 'xf' && isCellStyle) {
        const format = Number(read.format(raw) ?? 0);
        shapes.push(numberShape(format, formats.get(format)));
      }
    },
    close(tag) {
      if (tag === 'cellXfs') isCellStyle = false;
    },
  });
  return shapes;
}

export async function readStructure(parts: WorkbookPackage): Promise<Structure> {
  const root = [...(await relationsOf(parts, '')).values()].find((relation) => relation.kind === 'officeDocument');
  if (root === undefined || !parts.has(root.path)) throw broken();
  const relations = await relationsOf(parts, root.path);
  const sheets: SheetPart[] = [];
  let is1904 = false;
  await scanPart(parts, root.path, {
    open(tag, raw) {
      if (tag === 'workbookPr') is1904 = ['1', 'true'].includes(read.date1904(raw) ?? '');
      if (tag !== 'sheet') return;
      const relation = relations.get(read.relation(raw) ?? '');
      // Chart sheets and macro sheets hold no rows.
      if (relation?.kind !== 'worksheet') return;
      sheets.push({ name: read.name(raw) ?? '', isHidden: (read.state(raw) ?? 'visible') !== 'visible', path: relation.path });
    },
  });
  const byKind = (kind: string) => [...relations.values()].find((relation) => relation.kind === kind)?.path;
  const styles = byKind('styles');
  return { sheets, is1904, shapes: styles === undefined ? [] : await shapesOf(parts, styles), sharedTextsPath: byKind('sharedStrings') };
}

/** Texts that cells refer to by number. Phonetic guides, which East Asian editions add, are no part of the text. */
export async function readSharedTexts(parts: WorkbookPackage, path: string): Promise<readonly string[]> {
  const texts: string[] = [];
  let current = '';
  let isText = false;
  let isPhonetic = false;
  await scanPart(parts, path, {
    open(tag) {
      if (tag === 'si') current = '';
      else if (tag === 'rPh') isPhonetic = true;
      else if (tag === 't') isText = !isPhonetic;
    },
    close(tag) {
      if (tag === 'si') texts.push(current);
      else if (tag === 'rPh') isPhonetic = false;
      else if (tag === 't') isText = false;
    },
    text(text) {
      if (isText) current += text;
    },
  });
  return texts;
}
