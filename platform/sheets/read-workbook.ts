// Reads a workbook row by row. Unpacking happens outside the event loop and parsing in pieces, so other requests go on.
import type { Row } from './cell.ts';
import { defaultLimits, type SheetLimits } from './limits.ts';
import { asRefusal, readSource, type SheetSource, WorkbookPackage } from './package.ts';
import { SheetRows } from './sheet-rows.ts';
import { readSharedTexts, readStructure, type SheetPart, type Structure } from './structure.ts';
import { XmlScanner } from './xml.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows with content in the order of the sheet; each call reads anew. */
  rows(): AsyncGenerator<Row, void, undefined>;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Is the 1904 date system in force? Needed to read a bare serial number as a day. */
  readonly is1904: boolean;
}

async function* rowsOf(
  parts: WorkbookPackage,
  sheet: SheetPart,
  structure: Structure,
  texts: () => Promise<readonly string[]>,
  limits: SheetLimits,
): AsyncGenerator<Row, void, undefined> {
  try {
    const rows = new SheetRows({ sharedTexts: await texts(), shapes: structure.shapes, is1904: structure.is1904, limits });
    const scanner = new XmlScanner(rows);
    const decoder = new TextDecoder();
    for await (const piece of await parts.stream(sheet.path)) {
      scanner.write(decoder.decode(piece, { stream: true }));
      yield* rows.take();
    }
    scanner.write(decoder.decode());
    scanner.end();
    yield* rows.take();
  } catch (error) {
    throw asRefusal(error);
  }
}

/**
 * Opens a workbook and gives its sheets. Refuses, with what to do about it, whatever is no honest .xlsx file: other formats,
 * passwords, broken files, zip bombs, too many rows or columns.
 */
export async function readWorkbook(source: SheetSource, limits: Partial<SheetLimits> = {}): Promise<Workbook> {
  const all = { ...defaultLimits, ...limits };
  const parts = await WorkbookPackage.open(await readSource(source, all.bytes), all);
  try {
    const structure = await readStructure(parts);
    let shared: Promise<readonly string[]> | undefined;
    const texts = () => {
      shared ??= structure.sharedTextsPath === undefined ? Promise.resolve([]) : readSharedTexts(parts, structure.sharedTextsPath);
      return shared;
    };
    return {
      is1904: structure.is1904,
      sheets: structure.sheets.map((sheet) => ({
        name: sheet.name,
        isHidden: sheet.isHidden,
        rows: () => rowsOf(parts, sheet, structure, texts, all),
      })),
    };
  } catch (error) {
    throw asRefusal(error);
  }
}
