// Cuts a text into paragraphs and each paragraph into pieces, so that the figures in it can be marked; no character is added or lost.

/** A figure's number in the text, in UTF-16 offsets. */
export interface Mark {
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly start: number;
  readonly text: string;
  /** Key of the figure whose number this is; null for plain text. */
  readonly mark: number | null;
}

export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

/** Marks in the order of the text that do not overlap: of two that do, the first stays whole and the second begins behind it. */
export function apart(marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Mark[] = [];
  let from = 0;
  for (const mark of sorted) {
    const start = Math.max(mark.start, from);
    if (start >= mark.end) continue;
    kept.push({ ...mark, start });
    from = mark.end;
  }
  return kept;
}

export function paragraphsOf(text: string, marks: readonly Mark[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const kept = apart(marks);
  let next = 0;
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const pieces: Piece[] = [];
    let at = start;
    const plain = (to: number): void => {
      if (to > at) pieces.push({ start: at, text: text.slice(at, to), mark: null });
      at = Math.max(at, to);
    };
    while (next < kept.length) {
      const mark = kept[next];
      if (mark === undefined || mark.start >= end) break;
      plain(mark.start);
      const to = Math.min(mark.end, end);
      if (to > at) pieces.push({ start: at, text: text.slice(at, to), mark: mark.key });
      at = Math.max(at, to);
      // A number that a line break cuts goes on in the next paragraph.
      if (mark.end > end) break;
      next++;
    }
    plain(end);
    paragraphs.push({ start, end, pieces });
    if (stop < 0) break;
    start = stop + 1;
  }
  return paragraphs;
}

/** The pieces of a paragraph cut once more where a stretch begins and ends, e.g. the words that belong to the figure on hand. */
export function withStretch(pieces: readonly Piece[], from: number, to: number): { readonly piece: Piece; readonly isWithin: boolean }[] {
  const cut: { piece: Piece; isWithin: boolean }[] = [];
  for (const piece of pieces) {
    const end = piece.start + piece.text.length;
    const edges = [piece.start, ...[from, to].filter((edge) => edge > piece.start && edge < end), end];
    for (let i = 0; i + 1 < edges.length; i++) {
      const [a = 0, b = 0] = [edges[i], edges[i + 1]];
      const text = piece.text.slice(a - piece.start, b - piece.start);
      cut.push({ piece: { ...piece, start: a, text }, isWithin: a >= from && b <= to });
    }
  }
  return cut;
}
