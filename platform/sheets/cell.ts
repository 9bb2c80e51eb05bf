// A row as read from a sheet: cells with their address and what a person sees in them.

/** `uncalculated` is a formula whose result the file does not hold: unknown, and never an empty cell. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncalculated';

export interface Cell {
  /** `C12`. */
  readonly address: string;
  readonly row: number;
  /** 1 is A. */
  readonly column: number;
  readonly kind: CellKind;
  /** What a person reads: a date as 2025-09-25, a percentage as 5%, an error as #REF!. */
  readonly text: string;
  /** Exact digits of a number cell: 0.05 where the text says 5%. */
  readonly number?: string;
  readonly isFormula?: true;
}

export interface Row {
  /** As shown at the side of the sheet, from 1. */
  readonly number: number;
  /** Hidden in the file, by hand or by a filter. */
  readonly isHidden: boolean;
  /** Cells with content by column: column A is index 0, an empty cell undefined. */
  readonly cells: readonly (Cell | undefined)[];
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column of an address or of letters: `AB12` → 28; 0 if there are no letters. */
export function columnNumber(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length; i += 1) {
    const code = address.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column;
}

export function addressOf(row: number, column: number): string {
  return columnLetters(column) + row;
}
