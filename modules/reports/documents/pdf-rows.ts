// Puts the lines of a PDF table's cells together: below a line of titles that begins with 序号 or the like, each numbered row becomes one line.

export type Piece = { readonly text: string; readonly x: number; readonly y: number; readonly height: number; readonly width: number };

/** Sizes of type from line to line; what stands farther below is none of the cell, but the number of the page. */
const MOST_PITCH = 2.2;

const NUMBERED = /^(?:序号|编号|来源)$/;

export const isOnLine = (piece: Piece, last: Piece): boolean => Math.abs(piece.y - last.y) < Math.max(piece.height, last.height, 4) * 0.5;

/** Columns of a table whose titles these are, or 0. */
export const columnsUnder = (titles: readonly Piece[]): number =>
  titles.length >= 2 && NUMBERED.test(titles[0]?.text.trim() ?? '') ? titles.length : 0;

interface Cell {
  readonly x: number;
  readonly text: string;
}

/** Lines of one cell begin at one place, give or take a character where they are centred. */
const continues = (piece: Piece, last: Piece, { x }: Cell): boolean => {
  const size = Math.max(piece.height, last.height, 4);
  if (isOnLine(piece, last)) return piece.x - (last.x + last.width) <= size * 0.3;
  const down = last.y - piece.y;
  return down > 0 && down < size * MOST_PITCH && Math.abs(piece.x - x) < size * 1.6;
};

/** The numbered row that begins at `from`, its cells parted by tabs, and where the next one begins; null where none begins or its cells are not as many. */
export function rowAt(pieces: readonly Piece[], from: number, columns: number): { readonly line: string; readonly next: number } | null {
  const first = pieces[from];
  if (columns === 0 || first === undefined || !/^\d{1,4}$/.test(first.text.trim())) return null;
  const cells: Cell[] = [{ x: first.x, text: first.text }];
  let next = from + 1;
  for (; next < pieces.length; next++) {
    const [piece, last, cell] = [pieces[next], pieces[next - 1], cells.at(-1)];
    if (piece === undefined || last === undefined || cell === undefined) break;
    if (cells.length > 1 && continues(piece, last, cell)) cells[cells.length - 1] = { x: cell.x, text: cell.text + piece.text };
    else if (piece.x > last.x && piece.x > cell.x) {
      if (cells.length === columns) return null;
      cells.push({ x: piece.x, text: piece.text });
    } else break;
  }
  return cells.length === columns ? { line: cells.map(({ text }) => text.trim()).join('\t'), next } : null;
}
