// Reads a block of cells copied from Excel or WPS into the rows of a table.
import type { FieldView } from './field-view.ts';
import { readText } from './typed-box.tsx';

export type Row = Readonly<Record<string, unknown>>;

/** Tab-separated lines as the clipboard holds them; a quoted cell may hold a line break. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < body.length; at += 1) {
    const sign = body[at];
    if (isQuoted) {
      if (sign === '"' && body[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') isQuoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t' || sign === '\n') {
      rows[rows.length - 1]?.push(cell);
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  rows[rows.length - 1]?.push(cell);
  return rows;
}

export interface Pasted {
  readonly rows: readonly Row[];
  /** Cells that could not be read, in words with their place; they are left as they were. */
  readonly problems: readonly string[];
}

/** Puts a block at a row and column; rows are added up to the table's limit, derived columns are passed over. */
export function pasteInto(
  rows: readonly Row[],
  columns: readonly FieldView[],
  at: { readonly row: number; readonly column: number },
  cells: readonly (readonly string[])[],
  most: number,
): Pasted {
  const next: Record<string, unknown>[] = rows.map((row) => ({ ...row }));
  const problems: string[] = [];
  const targets = columns.slice(at.column).filter((column) => column.kind !== 'derived');
  for (const [down, line] of cells.entries()) {
    const place = at.row + down;
    if (place >= most) {
      problems.push(`最多 ${most} 行，多出的 ${cells.length - down} 行没有粘贴`);
      break;
    }
    while (next.length <= place) next.push({});
    for (const [across, text] of line.entries()) {
      const column = targets[across];
      if (!column) continue;
      const read = readText(column, text);
      const row = next[place];
      if ('problem' in read) problems.push(`第${place + 1}行 ${read.problem}`);
      else if (row) row[column.key] = read.value;
    }
  }
  return { rows: next, problems };
}
