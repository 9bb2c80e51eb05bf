// What the prose says and the table of the same document says: the row's title right before the number, and the row's cells.
import { areSlips, type CellGrid, digitsOf, type GridRow, type NumberCell } from './cell-grid.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened } from './find.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt, wordsOf } from './remark.ts';
import { tellsTime, termIn, termOf } from './terms.ts';

const MOST_TITLES = 400;
const TELLING = 3;
const WIDE = 5;

const bareTitle = (title: string): string =>
  title
    .replace(/^其中[:：]?/, '')
    .replace(/[(（][^)）]*[)）]/g, '')
    .replace(/(?<=[一-龥]{2})[市县区]$/, '');

interface TitledRow extends GridRow {
  readonly columns: CellGrid['columns'];
}

/** The rows of all tables by their titles. */
function rowsByTitle(grids: readonly CellGrid[]): ReadonlyMap<string, readonly TitledRow[]> {
  const found = new Map<string, TitledRow[]>();
  for (const { rows, columns } of grids)
    for (const row of rows) {
      const title = bareTitle(row.title);
      if (title.length < 2 || found.size > MOST_TITLES) continue;
      found.set(title, [...(found.get(title) ?? []), { ...row, columns }]);
    }
  return found;
}

const BETWEEN = /^[市县区]?(?:总?数|总量|总额)?(?:[(（]|达到?|为|是|[:：])?(?:同比)?(?:增长|下降|增速)?$/;

/** The title that stands right before the number, the longest one. */
function titleBefore(figure: Figure, rows: ReadonlyMap<string, readonly TitledRow[]>): readonly TitledRow[] | undefined {
  const words = (figure.lead.split(/[，。；、：:]/).at(-1) ?? '').replaceAll(/\s/g, '');
  for (let from = 0; from + 2 <= words.length; from++)
    for (let to = words.length; to - from >= 2; to--) {
      const found = rows.get(words.slice(from, to));
      if (found !== undefined && BETWEEN.test(words.slice(to))) return found;
    }
  return undefined;
}

/** The column's title tells the year and the months of the sentence, or no column tells any: 2024年1至11月 is not 2024年, and neither is 上年. */
function isOfTime(figure: Figure, columns: CellGrid['columns'], i: number): boolean {
  if (columns === null) return false;
  const column = columns[i] ?? '';
  if (!columns.some(tellsTime)) return true;
  const year = /(?:19|20)\d\d/.exec(column)?.[0];
  const own = figure.reading.period?.slice(0, 4);
  if (/[上去]年|同期/.test(column) || (year !== undefined && year !== own)) return false;
  const [x, y] = [termIn(column), termOf(figure)];
  return x?.from === y?.from && x?.until === y?.until;
}

const writtenDigits = (figure: Figure): string => digitsOf(/\d[\d,.]*/.exec(valueText(figure))?.[0] ?? '');

const said = (figure: Figure, cell: NumberCell, fails: boolean): Relation =>
  remark({
    type: 'duplicate',
    words: [wordsOf(figure), cell.words],
    formula: '正文与表格中的同一数相等',
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? `正文为${valueText(figure)}，表中为${cell.text}，数字相近而不同，请核对哪一处为准` : '',
  });

const ABOVE = /(?:增幅|增速|增长率|增长)[^，。；]{0,4}(高于|低于|快于|慢于)全[国省市县区]平均/g;

/** 甲市、乙市、丙市…增幅高于全省平均水平, and the rows of the table beside its total: one row that says otherwise. */
function claimsOfRows(page: Page, grids: readonly CellGrid[]): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(ABOVE)].flatMap((match) => {
      const sentence =
        block.text
          .slice(Math.max(0, match.index - FAR), match.index)
          .split(/[。；\n]/)
          .at(-1) ?? '';
      const isAbove = /高于|快于/.test(match[1] ?? '');
      for (const { rows } of grids) {
        const total = rows.find(({ title }) => /^(?:合计|总计|全[国省市县区])$/.test(title));
        const named = rows.filter(({ title }) => bareTitle(title).length >= 2 && sentence.includes(bareTitle(title)));
        if (total === undefined || named.length < 3 || named.includes(total)) continue;
        for (let i = 0; i < total.cells.length; i++) {
          const average = total.cells[i];
          const cells = named.flatMap((row) => row.cells[i] ?? []);
          if (!average || cells.length !== named.length) continue;
          const wrong = cells.filter(({ value }) => (isAbove ? value.isLessThan(average.value) : value.isMoreThan(average.value)));
          const [only] = wrong;
          if (wrong.length > 1) continue;
          const start = match.index + match[0].length - 1;
          return [
            remark({
              type: 'threshold',
              words: [wordsAt(page, block, Math.max(match.index, start - CLAIM), start + 1), average.words, only?.words ?? average.words],
              formula: `所列各行${isAbove ? '>' : '<'} ${average.text}`,
              computed: average.value,
              stated: only?.value ?? average.value,
              verdict: only === undefined ? 'consistent' : 'inconsistent',
              note: only === undefined ? '' : `正文说${match[1]}平均水平（${average.text}），表中该行为${only.text}`,
            }),
          ];
        }
      }
      return [];
    }),
  );
}

const CLAIM = 12;
const FAR = 120;

export const gridProse = (page: Page, grids: readonly CellGrid[]): Relation[] => [
  ...sameInProse(page, grids),
  ...claimsOfRows(page, grids),
];

function sameInProse(page: Page, grids: readonly CellGrid[]): Relation[] {
  const rows = rowsByTitle(grids);
  if (rows.size === 0) return [];
  const inCells = new Set(
    grids.flatMap((grid) => grid.rows.flatMap((row) => row.cells.flatMap((cell) => (cell === null ? [] : [cell.words.span.end])))),
  );
  return page.figures.flatMap((figure) => {
    if (!hasHappened(figure) || inCells.has(figure.reading.end) || figure.inTable !== null || figure.lead.length > LONGEST) return [];
    const digits = writtenDigits(figure);
    const found = digits.length < TELLING ? undefined : titleBefore(figure, rows);
    if (found === undefined) return [];
    const cells = found.flatMap((row) => row.cells.flatMap((cell) => cell ?? []));
    const equal = cells.find((cell) => digitsOf(cell.text) === digits);
    if (equal !== undefined) return [said(figure, equal, false)];
    const ofItsTime = found.flatMap((row) =>
      row.cells.flatMap((cell, i) => (cell !== null && isOfTime(figure, row.columns, i) ? [cell] : [])),
    );
    const slip = ofItsTime.find((cell) => areSlips(digitsOf(cell.text), digits, WIDE));
    return slip === undefined ? [] : [said(figure, slip, true)];
  });
}

const LONGEST = 60;
