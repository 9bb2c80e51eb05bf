// The rows of the text's tables by their titles, and the title that a sentence names before a number.
import type { CellGrid, GridRow } from './cell-grid.ts';
import type { Figure } from './figure.ts';

const MOST_TITLES = 400;

export const bareTitle = (title: string): string =>
  title
    .replace(/^其中[:：]?/, '')
    .replace(/[(（][^)）]*[)）]/g, '')
    .replace(/(?<=[一-龥]{2})[市县区]$/, '');

export interface TitledRow extends GridRow {
  readonly columns: CellGrid['columns'];
}

export type TitledRows = ReadonlyMap<string, readonly TitledRow[]>;

/** 同比变化(%): a line that goes on with what the row above it tells. */
const GOES_ON = /^(?:同比|比上年|较上年|比上年同期)?(?:变化|增长|增速|增幅|增减|增长率|增减率)$/;

function withLineBelow(row: GridRow, below: GridRow | undefined, columns: CellGrid['columns']): TitledRow {
  if (below === undefined || GOES_ON.test(bareTitle(row.title)) || !GOES_ON.test(bareTitle(below.title))) return { ...row, columns };
  const both = columns === null ? null : [...columns, ...columns.map((column) => `${column}${below.title}`)];
  return { ...row, cells: [...row.cells, ...below.cells], columns: both };
}

/** The rows of all tables by their titles. */
export function rowsByTitle(grids: readonly CellGrid[]): TitledRows {
  const found = new Map<string, TitledRow[]>();
  for (const { rows, columns } of grids)
    rows.forEach((row, i) => {
      const title = bareTitle(row.title);
      if (title.length < 2 || found.size > MOST_TITLES) return;
      found.set(title, [...(found.get(title) ?? []), withLineBelow(row, rows[i + 1], columns)]);
    });
  return found;
}

const BETWEEN = /^[市县区]?(?:总?数|总量|总额)?(?:[(（]|达到?|为|是|[:：])?(?:同比)?(?:增长|下降|增速)?$/;

/** The title that stands right before the number, the longest one. */
export function titleBefore(figure: Figure, rows: TitledRows): readonly TitledRow[] | undefined {
  const words = (figure.lead.split(/[，。；、：:]/).at(-1) ?? '').replaceAll(/\s/g, '');
  for (let from = 0; from + 2 <= words.length; from++)
    for (let to = words.length; to - from >= 2; to--) {
      const found = rows.get(words.slice(from, to));
      if (found !== undefined && BETWEEN.test(words.slice(to))) return found;
    }
  return undefined;
}

/** As far back in its part of the sentence as a number may be told of a title. */
const FAR = 100;

/** So many of the titles that a part of a sentence names are kept, the last ones. */
const KEPT = 3;

export type TitleNamer = (figure: Figure) => readonly TitledRow[];

/** Finds the rows of the titles that a part of a sentence names before a number, the last title first; of two at one place the longer. */
export function titleNamer(rows: TitledRows): TitleNamer {
  const byHead = new Map<string, string[]>();
  for (const title of rows.keys()) byHead.set(title.slice(0, 2), [...(byHead.get(title.slice(0, 2)) ?? []), title]);
  for (const titles of byHead.values()) titles.sort((a, b) => b.length - a.length);
  return ({ before }) => {
    const words = (before.slice(-FAR).split('；').at(-1) ?? '').replaceAll(/\s/g, '');
    const named: string[] = [];
    for (let at = 0; at < words.length; ) {
      const title = byHead.get(words.slice(at, at + 2))?.find((one) => words.startsWith(one, at));
      if (title !== undefined) named.unshift(title);
      at += title?.length ?? 1;
    }
    return [...new Set(named)].slice(0, KEPT).flatMap((title) => rows.get(title) ?? []);
  };
}
