// Sums and shares in tables: rows under their total (合计, 全省), parts behind 其中, and shares of the total's row.

import { formatDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import type { CellGrid, GridRow, NumberCell } from './cell-grid.ts';
import { areSlips } from './digit-slips.ts';
import { canBeEqual, quotientOf, type Range, scaled, totalOf, widened } from './range.ts';
import type { Relation } from './relation.ts';
import { remark } from './remark.ts';

const TOTAL = /^(?:合计|总计|小计|总数|累计|全[市省县区国州](?:合计|总计|总数|(?:户籍|常住)?总人口)?|[一-龥]{0,8}(?:总计|合计))[数量]?$/;
const AMONG = /^其中[:：]?/;

/** 100, 100.0%: all of it. */
const isWholeCell = (cell: NumberCell | null | undefined): boolean => cell?.value.equals(HUNDRED) ?? false;

/** The row of the whole bears another name (专利密集型产业): it alone has a hundred where the others' shares make a hundred. */
function rowOfAll(rows: readonly GridRow[]): GridRow | undefined {
  const width = rows[0]?.cells.length ?? 0;
  for (const total of [rows[0], rows.at(-1)]) {
    if (total === undefined || rows.length < LEAST_ROWS) continue;
    const others = rows.filter((row) => row !== total);
    for (let i = 0; i < width; i++) {
      if (!isWholeCell(total.cells[i])) continue;
      const shares = others.map((row) => row.cells[i]?.value);
      const isPart = shares.every((share) => share?.isPositive() && share.isLessThan(HUNDRED));
      const gap = Rational.sum(shares.flatMap((share) => share ?? [])).minus(HUNDRED);
      if (isPart && gap.absolute().isAtMost(NEARLY)) return total;
    }
  }
  return undefined;
}

const LEAST_ROWS = 4;
const NEARLY = Rational.of(2);

/** 地区生产总值 over the three industries. */
const rowOfProduct = ([first, ...others]: readonly GridRow[]): GridRow | undefined =>
  first !== undefined &&
  /生产总值/.test(first.title) &&
  others.length === 3 &&
  others.every(({ title }, i) => title.includes(`第${'一二三'.charAt(i)}产业`))
    ? first
    : undefined;

interface Group {
  readonly total: GridRow;
  readonly parts: readonly GridRow[];
}

/** The total of all rows at the head or the foot, and the rows that each 其中 opens behind its total. */
function groupsOf({ rows }: CellGrid): Group[] {
  const totals = rows.filter(({ title }) => TOTAL.test(title));
  const total = totals[0] ?? rowOfAll(rows) ?? rowOfProduct(rows);
  const hasParts = rows.some(({ title }) => AMONG.test(title));
  if (!hasParts)
    return totals.length <= 1 && total !== undefined && (total === rows[0] || total === rows.at(-1))
      ? [{ total, parts: rows.filter((row) => row !== total) }]
      : [];
  const groups: Group[] = [];
  let head: GridRow | undefined;
  let parts: GridRow[] = [];
  const close = () => {
    if (head !== undefined && parts.length >= 2) groups.push({ total: head, parts });
    parts = [];
  };
  for (const row of rows) {
    if (AMONG.test(row.title)) {
      close();
      parts = [row];
    } else if (parts.length > 0) parts.push(row);
    else head = row;
  }
  close();
  return groups;
}

interface Column {
  readonly total: NumberCell;
  readonly parts: readonly NumberCell[];
  readonly sum: Rational;
  readonly closes: boolean;
}

function columnsOf({ total, parts }: Group): Column[] {
  return total.cells.flatMap((cell, i) => {
    const cells = parts.flatMap((row) => row.cells[i] ?? []);
    if (cell === null || cells.length < 2 || cells.length < parts.length || cells.every(({ value }) => value.isZero())) return [];
    const sum = Rational.sum(cells.map(({ value }) => value));
    return [{ total: cell, parts: cells, sum, closes: canBeEqual(totalOf(cells.map(({ range }) => range)), cell.range) }];
  });
}

const placesOf = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
const digitsAt = (value: Rational, places: number): string => formatDecimal(value.absolute(), places).replace('.', '').replace(/^0+/, '');

interface Slip {
  readonly cell: NumberCell;
  readonly value: string;
}

const MOST_SLIPS = 3;

/** The cells that one slip of the pen puts right, and what each should be; a hundred is no slip. */
function slipsIn({ total, parts, sum }: Column): readonly Slip[] {
  const gap = total.value.minus(sum);
  const cells = total.value.equals(HUNDRED) ? parts : [...parts, total];
  return cells
    .flatMap((cell): Slip[] => {
      const meant = cell === total ? sum : cell.value.plus(gap);
      const places = placesOf(cell.text);
      const isSlip = !meant.isNegative() && areSlips(digitsAt(cell.value, places), digitsAt(meant, places), LEAST_DIGITS);
      return isSlip ? [{ cell, value: formatDecimal(meant, places) }] : [];
    })
    .slice(0, MOST_SLIPS);
}

const LEAST_DIGITS = 3;
const HUNDRED = Rational.of(100);

const TENTH = 10;
const FIFTIETH = 50;
const isNear = ({ total, sum }: Column, part: number): boolean =>
  total.value.minus(sum).absolute().times(part).isAtMost(total.value.absolute());

const SHOWN = 4;
const sumText = (parts: readonly NumberCell[]): string =>
  parts.length <= SHOWN + 1
    ? parts.map(({ text }) => text).join(' + ')
    : `${parts
        .slice(0, SHOWN)
        .map(({ text }) => text)
        .join(' + ')} + …（共${parts.length}行）`;

function sumOfColumn(column: Column, others: readonly Column[]): Relation | undefined {
  const slips = column.closes ? [] : slipsIn(column);
  const isMeant = (slips.length > 0 && isNear(column, TENTH)) || (isNear(column, FIFTIETH) && others.some(({ closes }) => closes));
  if (!column.closes && !isMeant) return undefined;
  const say = slips.map(({ cell, value }) => `；若${cell.text}为${value}则相符，可能错了数字`).join('');
  const sum = formatDecimal(column.sum, placesOf(column.total.text));
  return remark({
    type: 'sum',
    words: [...(slips.length === 0 ? column.parts : slips.map(({ cell }) => cell)).map(({ words }) => words), column.total.words],
    formula: sumText(column.parts),
    computed: column.sum,
    stated: column.total.value,
    verdict: column.closes ? 'consistent' : 'inconsistent',
    note: column.closes ? '' : `各行之和为${sum}，合计为${column.total.text}${say}`,
  });
}

/** part ÷ total in percent, or as a fraction where the share column is written so. */
const shareRange = (part: NumberCell, total: NumberCell, scale: Rational): Range | undefined => {
  const share = quotientOf(part.range, total.range);
  return share && scaled(share, scale);
};

const placeUnit = ({ text }: NumberCell): Rational => Rational.of(1, 10n ** BigInt(placesOf(text)));

/** Shares of the total's row: kept by most rows, so that the one which breaks it is wrong. */
function sharesOf(groups: readonly Group[]): Relation[] {
  const rows = groups.flatMap(({ total, parts }) => parts.map((row) => ({ row, total })));
  const width = rows[0]?.row.cells.length ?? 0;
  for (let a = 0; a < width; a++)
    for (let b = 0; b < width; b++) {
      const able = rows.flatMap(({ row, total }) => {
        const [part, share, whole] = [row.cells[a], row.cells[b], total.cells[a]];
        const of = total.cells[b];
        const isAll = of?.value.equals(HUNDRED) || of?.value.equals(Rational.one);
        if (a === b || !part || !share || !whole || !of || !isAll || part.value.isZero()) return [];
        const range = shareRange(part, whole, of.value);
        return range === undefined ? [] : [{ part, share, whole, range, fits: canBeEqual(widened(range, placeUnit(share)), share.range) }];
      });
      const broken = able.filter(({ fits }) => !fits);
      if (able.length < 3 || broken.length * 3 > able.length) continue;
      return able.map(({ part, share, whole, range, fits }) =>
        remark({
          type: 'share',
          words: [part.words, whole.words, share.words],
          formula: `${part.text} ÷ ${whole.text}`,
          computed: range.low ?? share.value,
          stated: share.value,
          verdict: fits ? 'consistent' : 'inconsistent',
          note: fits
            ? ''
            : `${part.text}占${whole.text}的比重应为${formatDecimal(range.low ?? Rational.zero, placesOf(share.text))}，表中为${share.text}`,
        }),
      );
    }
  return [];
}

export function gridSums(grids: readonly CellGrid[]): Relation[] {
  return grids.flatMap((grid) => {
    const groups = groupsOf(grid);
    const all = groups.flatMap(columnsOf);
    const sums = all.flatMap(
      (column) =>
        sumOfColumn(
          column,
          all.filter((one) => one !== column),
        ) ?? [],
    );
    return [...sums, ...sharesOf(groups)];
  });
}
