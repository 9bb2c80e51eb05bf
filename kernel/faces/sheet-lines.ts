// Finds the fields of a sheet on which they stand below each other, label before value, as in a form on paper.
import { tidyCode } from '../fields/tidy.ts';
import type { SheetColumn } from './sheet.ts';
import type { CellFault, FoundColumn, SheetCell, SheetRow } from './sheet-reading.ts';

export interface GridRow {
  readonly number: number;
  /** Column A is index 0. */
  readonly cells: readonly (SheetCell | undefined)[];
}

export interface FoundLines {
  /** All values of the sheet as one row, for `readSheetRows`. */
  readonly row: SheetRow;
  readonly columns: FoundColumn[];
  readonly faults: CellFault[];
}

const starred = /^\*+|\*+$/g;

/** A label without its star, blanks, colon and unit. */
function bareLabel(text: string): { readonly label: string; readonly unit: string | undefined } {
  const plain = tidyCode(text).replaceAll(/\s/g, '').replace(starred, '').replace(/:$/, '');
  const match = /^(.+)\(([^()]+)\)$/.exec(plain);
  return match === null ? { label: plain, unit: undefined } : { label: match[1] ?? '', unit: match[2] };
}

function labelOf(column: SheetColumn): string {
  return tidyCode(column.header).replaceAll(/\s/g, '');
}

/** The column that a label means: by its whole text, or without the unit in its bracket; false when the unit is another one. */
function meaning(text: string, columns: ReadonlyMap<string, SheetColumn>): SheetColumn | false | undefined {
  const whole = tidyCode(text).replaceAll(/\s/g, '').replace(starred, '').replace(/:$/, '');
  const exact = columns.get(whole);
  if (exact !== undefined) return exact;
  const { label, unit } = bareLabel(text);
  const column = columns.get(label);
  if (column === undefined || unit === undefined) return column;
  return column.unit !== undefined && tidyCode(column.unit) === unit ? column : false;
}

/**
 * Reads the label in the first cell of each row and the value in the second. A label whose unit was changed is a fault, not a guess;
 * rows with other labels are headings or remarks and passed over.
 */
export function findLines(columns: readonly SheetColumn[], rows: Iterable<GridRow>): FoundLines {
  const byLabel = new Map(columns.map((column) => [labelOf(column), column]));
  const found: FoundColumn[] = [];
  const faults: CellFault[] = [];
  const cells: Record<string, SheetCell> = {};
  let first = 1;
  for (const {
    number: row,
    cells: [label, value],
  } of rows) {
    const column = label === undefined ? undefined : meaning(label.text, byLabel);
    if (column === undefined || label === undefined) continue;
    if (column === false) {
      faults.push({ row, column: 1, label: label.text, message: `“${label.text}”的单位与模板不同，请按模板的单位填写` });
    } else if (found.some(({ key }) => key === column.key)) {
      faults.push({ row, column: 1, label: label.text, message: `“${label.text}”出现了两次，请删去一处` });
    } else {
      if (found.length === 0) first = row;
      found.push({ key: column.key, row, column: 2, exponent: 0 });
      if (value !== undefined) cells[column.key] = value;
    }
  }
  return { row: { number: first, cells }, columns: found, faults };
}

/** Several sheets of one form as one row; the sheet of a fault is told by its column key. */
export function joinLines(sheets: readonly FoundLines[]): FoundLines {
  return {
    row: { number: sheets[0]?.row.number ?? 1, cells: Object.assign({}, ...sheets.map(({ row }) => row.cells)) },
    columns: sheets.flatMap(({ columns }) => columns),
    faults: sheets.flatMap(({ faults }) => faults),
  };
}
