// Tables: rows of one length that follow each other. Totals are sums of their column, shares parts of it, growth this year's column over last year's.
import { Rational } from '#kernel/exact/rational.ts';
import { type Compute, over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { isAmount, isLevel, yearOf } from './find.ts';
import { judge } from './judge.ts';
import { differenceOf, pointRange, quotientOf, totalOf } from './range.ts';
import type { Relation } from './relation.ts';

export interface Grid {
  readonly rows: readonly (readonly Figure[])[];
}

const ONE = pointRange(Rational.one);
const isBlank = (words: string): boolean => /^[\s|｜+\-−－]*$/.test(words);

/** No table is wider; a longer line is a page without stops. */
const MOST_CELLS = 200;

/** A line of two numbers or more with nothing between them. */
export function rowsOf(page: Page): Figure[][] {
  const rows: Figure[][] = [];
  let row: Figure[] = [];
  const close = () => {
    const [first, ...others] = row;
    if (
      first !== undefined &&
      others.length > 0 &&
      row.length <= MOST_CELLS &&
      others.every(({ lead }) => isBlank(lead)) &&
      !/[，。；]/.test(first.lead)
    )
      rows.push(row);
    row = [];
  };
  for (const figure of page.figures) {
    if (row[0] !== undefined && row[0].sentence !== figure.sentence) close();
    row.push(figure);
  }
  close();
  return rows;
}

const MOST_ROWS = 2000;

export function gridsOf(page: Page): Grid[] {
  const grids: Figure[][][] = [];
  for (const row of rowsOf(page)) {
    const open = grids.at(-1);
    const last = open?.at(-1);
    const follows =
      last !== undefined &&
      last.length === row.length &&
      (row[0]?.sentence ?? 0) - (last[0]?.sentence ?? 0) === 1 &&
      row.every((figure, i) => figure.sort === last[i]?.sort && figure.reading.kind === last[i]?.reading.kind);
    if (follows && open !== undefined && open.length < MOST_ROWS) open.push(row);
    else grids.push([row]);
  }
  // A line that stands alone between others of another shape, as where cells are empty, is a row of a table as well.
  return grids.map((rows) => ({ rows }));
}

const titleOf = (row: readonly Figure[]): string => (row[0]?.lead ?? '').replaceAll(/[\s\d]/g, '');
const TOTAL = /^(?:合计|总计|全[市省县区国州]|小计|总数|全[市省县区]合计|累计)$/;

const isColumn = (grid: Grid, i: number, fits: (figure: Figure) => boolean): boolean =>
  grid.rows.every((row) => row[i] !== undefined && fits(row[i]));

const isLevelColumn = (grid: Grid, i: number): boolean =>
  isColumn(grid, i, (figure) => isLevel(figure) && figure.sort !== 'size' && isAmount(figure));

/** The row that sums the others: first or last, and named so. */
function totalRow(grid: Grid): readonly Figure[] | undefined {
  const found = grid.rows.filter((row) => TOTAL.test(titleOf(row)));
  const [only] = found;
  const isEdge = only !== undefined && (only === grid.rows[0] || only === grid.rows.at(-1));
  return found.length === 1 && isEdge ? only : undefined;
}

const TENTH = 10;

function columnSums(page: Page, grid: Grid, sum: readonly Figure[]): Relation[] {
  const others = grid.rows.filter((row) => row !== sum);
  if (others.length < 2 || others.some((row) => /^(?:其中|#)/.test(titleOf(row)))) return [];
  return sum.flatMap((stated, i) => {
    const members = others.flatMap((row) => row[i] ?? []);
    if (!isLevelColumn(grid, i) || members.length !== others.length) return [];
    const relation = judge({ type: 'sum', members, stated, formula: sumText(members), compute: totalOf, bond: 'sure' }, page.figures);
    const gap = Rational.sum(members.map(({ value }) => value))
      .minus(stated.value)
      .absolute();
    // Further off, the rows are not all of the parts.
    const isMeant = gap.times(TENTH).isAtMost(stated.value.absolute());
    return relation === undefined || (relation.verdict === 'inconsistent' && !isMeant) ? [] : [relation];
  });
}

const SHOWN = 4;
const sumText = (members: readonly Figure[]): string =>
  members.length <= SHOWN + 1
    ? members.map(valueText).join(' + ')
    : `${members.slice(0, SHOWN).map(valueText).join(' + ')} + …（共${members.length}行）`;

/** The level column that a growth or a share speaks of: the nearest on its left, last year's left out. */
function ownerOf(row: readonly Figure[], i: number): Figure | undefined {
  const levels = row.slice(0, i).filter((figure) => isLevel(figure));
  const latest = Math.max(...levels.map((figure) => yearOf(figure) ?? 0));
  return levels.findLast((figure) => (yearOf(figure) ?? latest) === latest);
}

function growthIn(page: Page, row: readonly Figure[], growth: Figure, i: number): Relation | undefined {
  const now = ownerOf(row, i);
  const year = now === undefined ? null : yearOf(now);
  const base = row.find(
    (other) => now !== undefined && year !== null && isLevel(other) && other.sort === now.sort && yearOf(other) === year - 1,
  );
  if (now === undefined || base === undefined || row.filter((other) => isLevel(other)).length !== 2) return undefined;
  const compute: Compute = ([a, b]) => {
    const quotient = a && b && quotientOf(a, b);
    return quotient && differenceOf(quotient, ONE);
  };
  const formula = `${valueText(now)} ÷ ${valueText(base)} − 1`;
  return judge({ type: 'growth', members: [now, base], stated: growth, formula, compute, bond: 'named' }, page.figures);
}

function shareIn(page: Page, row: readonly Figure[], sum: readonly Figure[] | undefined, share: Figure, i: number): Relation | undefined {
  const part = ownerOf(row, i);
  const whole = part === undefined ? undefined : sum?.[row.indexOf(part)];
  if (part === undefined || whole === undefined || whole === part || !/占全|占比|比重|占/.test(share.reading.indicator)) return undefined;
  return judge(
    {
      type: 'share',
      members: [part, whole],
      stated: share,
      formula: `${valueText(part)} ÷ ${valueText(whole)}`,
      compute: over,
      bond: 'named',
    },
    page.figures,
  );
}

/** Of several columns of levels it isn't known whose share or growth the percentages are: only what fits is told. */
const isCertain = (grid: Grid, relation: Relation): boolean => relation.verdict === 'consistent' || levelColumns(grid) <= 2;
const levelColumns = (grid: Grid): number => (grid.rows[0] ?? []).filter((_, i) => isLevelColumn(grid, i)).length;

export function tables(page: Page, grids: readonly Grid[]): Relation[] {
  return grids.flatMap((grid) => {
    const sum = totalRow(grid);
    const sums = sum === undefined ? [] : columnSums(page, grid, sum);
    const cells = grid.rows.flatMap((row) =>
      row.flatMap((figure, i) => {
        if (figure.sort !== 'part') return [];
        const found = figure.reading.kind === 'yoy_growth' ? growthIn(page, row, figure, i) : shareIn(page, row, sum, figure, i);
        return found === undefined || !isCertain(grid, found) ? [] : [found];
      }),
    );
    return [...sums, ...cells];
  });
}

const NEAR_TYPES = new Set([
  'share',
  'growth',
  'change',
  'implied',
  'implied_total',
  'sum',
  'subset',
  'rate',
  'suspicious_copy',
  'unit_pp',
  'target_met',
]);

/** What was found between cells as if they were prose says nothing. */
export function withoutCells(relations: readonly Relation[], grids: readonly Grid[]): Relation[] {
  const cells = new Set(grids.flatMap(({ rows }) => rows.flat().map(({ index }) => index)));
  if (cells.size === 0) return [...relations];
  return relations.filter(
    ({ type, verdict, spans }) =>
      !NEAR_TYPES.has(type) ||
      (type === 'unit_pp' && verdict === 'consistent') ||
      !spans.some(({ figure }) => figure !== null && cells.has(figure)),
  );
}
