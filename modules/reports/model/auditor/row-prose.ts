// What the prose says of a row that it names, and what the row says: the value, its sign and its place, the one growth and the one share of the row.
import { readDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { type CellGrid, digitsOf, type NumberCell } from './cell-grid.ts';
import { valueText } from './claim.ts';
import { areSlips } from './digit-slips.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isGrowthRate } from './find.ts';
import { canBeEqual, scaled } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';
import { tellsTime, termIn, termOf } from './terms.ts';
import { type TitledRow, type TitledRows, type TitleNamer, titleBefore } from './titled-rows.ts';

const TELLING = 3;
const CERTAIN = 4;
const WIDE = 5;
const LONGEST = 60;

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

const writtenNumber = (figure: Figure): string => /\d[\d,.]*/.exec(valueText(figure))?.[0] ?? '';
const writtenDigits = (figure: Figure): string => digitsOf(writtenNumber(figure));

/** What the prose says last of the cell, and what would mend it. */
const said = (figure: Figure, cell: NumberCell, note: string): Relation =>
  remark({
    type: 'duplicate',
    words: [wordsOf(figure), cell.words],
    formula: '正文与表格中的同一数相等',
    verdict: note === '' ? 'consistent' : 'inconsistent',
    note,
  });

const nearly = (figure: Figure, cell: NumberCell): string =>
  `正文为${valueText(figure)}，表中为${cell.text}，数字相近而不同，请核对哪一处为准`;

const numberIn = (text: string) => readDecimal(text.replaceAll(/[^\d.]/g, ''));

/** 增长16.8%, and -16.8 in the cell; 下降1.39% says nothing of an amount of 139.00. */
function isTurned(figure: Figure, { text, value }: NumberCell): boolean {
  const [a, b] = [numberIn(writtenNumber(figure)), numberIn(text)];
  const isAlike = a !== undefined && b !== undefined && a.equals(b);
  return isAlike && isGrowthRate(figure) && !value.isZero() && !figure.value.isZero() && figure.value.isNegative() !== value.isNegative();
}

/** A percentage may stand as a fraction in the table. */
const pointSlips = ({ sort }: Figure): readonly number[] => (sort === 'part' || sort === 'points' ? [10] : [10, 100]);

/** 13.19 beside 131.9: a unit of 万 or 亿 moves the point by fours, the pen by one or two. */
function isMisplaced(figure: Figure, { text }: NumberCell): boolean {
  const [a, b] = [numberIn(writtenNumber(figure)), numberIn(text)];
  if (a === undefined || b === undefined || a.isZero() || b.isZero() || !/\./.test(writtenNumber(figure) + text)) return false;
  const ratio = a.isMoreThan(b) ? a.dividedBy(b) : b.dividedBy(a);
  return pointSlips(figure).some((factor) => ratio.equals(factor));
}

/** Percent beside percent. */
const isOfOneSort = ({ sort }: Figure, { text }: NumberCell): boolean => !/[%％]/.test(text) || sort === 'part';

const GROWTH_COLUMN = /增速|增长|增幅|同比|比上年|比去年/;
const SHARE_COLUMN = /构成|占比|比重|份额/;
const OTHER_GROWTH = /平均|年均|相比|环比|年初|季度|预计|比[^，。；]{0,4}\d{4}年/;
const PLAIN_SHARE = /(?:占比|所占比重|比重|份额)(?:为|是|达到?)?$/;
const OF_ANOTHER_WHOLE = /占(?:全[国省]|GDP|地区|规[上模]|财政)/;

function onlyCell(row: TitledRow, shape: RegExp): NumberCell | undefined {
  const at = (row.columns ?? []).flatMap((column, i) => (shape.test(column) ? [i] : []));
  return at.length === 1 ? (row.cells[at[0] ?? 0] ?? undefined) : undefined;
}

const HUNDRED = Rational.of(100);

/** The one growth or share of a row that the sentence has told of already. */
function otherInRow(figure: Figure, row: TitledRow): Relation | undefined {
  const asks = figure.lead.replaceAll(/\s/g, '');
  const isPlainGrowth = isGrowthRate(figure) && !OTHER_GROWTH.test(asks);
  const isPlainShare = figure.reading.kind === 'share' && PLAIN_SHARE.test(asks) && !OF_ANOTHER_WHOLE.test(asks);
  if (figure.sort !== 'part' || (!isPlainGrowth && !isPlainShare)) return undefined;
  const cell = onlyCell(row, isPlainGrowth ? GROWTH_COLUMN : SHARE_COLUMN);
  if (cell === undefined || !isRowOfOneTime(row) || canBeEqual(scaled(figure.range, HUNDRED), cell.range)) return undefined;
  return said(figure, cell, `正文为${valueText(figure)}，表中该行的${isPlainGrowth ? '增速' : '比重'}为${cell.text}，请核对哪一处为准`);
}

const isGrowthCell = (rows: readonly TitledRow[], cell: NumberCell | undefined): boolean =>
  rows.length === 1 && rows.every((row) => cell !== undefined && onlyCell(row, GROWTH_COLUMN) === cell);

const TELLS_RATE = /增速|增长|增幅|增减|同比|变化|比上年|比去年|[率%％‰]/;
const TELLS_CHANGE = /增|减|变化|同比|[比较][上去]年|差/;

/** No amount is a percentage, and under a title that tells of no growth stand amounts: 下降100% and 净减少18家 are not said of the 100 and the 81 things of last year. */
function mayTell({ reading, sort }: Figure, { title, columns }: TitledRow, { text }: NumberCell, i: number): boolean {
  if (/[%％]/.test(text) && sort !== 'part' && sort !== 'points') return false;
  const words = `${title}|${columns?.[i] ?? ''}`;
  if (reading.kind === 'yoy_growth' && sort === 'part') return !/^\d[\d,]*$/.test(text) || TELLS_RATE.test(words);
  return reading.kind !== 'change' || TELLS_CHANGE.test(words);
}

const cellsFor = (figure: Figure, row: TitledRow): NumberCell[] =>
  row.cells.flatMap((cell, i) => (cell !== null && mayTell(figure, row, cell, i) ? [cell] : []));

const isRowOfOneTime = ({ columns }: TitledRow): boolean => (columns ?? []).filter(tellsTime).length <= 1;

interface Told {
  readonly figure: Figure;
  readonly digits: string;
  readonly direct: readonly TitledRow[] | undefined;
  readonly rows: readonly TitledRow[];
}

const hasCell = (row: TitledRow, digits: string): boolean => row.cells.some((cell) => cell !== null && digitsOf(cell.text) === digits);

/** What the row says against a figure that the prose puts right behind its title. */
function againstTitle({ figure, digits, direct }: Told): Relation | undefined {
  const slip = direct
    ?.flatMap((row) =>
      row.cells.flatMap((cell, i) => (cell !== null && isOfTime(figure, row.columns, i) && mayTell(figure, row, cell, i) ? [cell] : [])),
    )
    .find((cell) => areSlips(digitsOf(cell.text), digits, WIDE));
  return slip === undefined ? undefined : said(figure, slip, nearly(figure, slip));
}

/** The rows of which the same part of the sentence tells another number rightly: the sentence speaks of these rows. */
function anchoredRows({ figure, rows }: Told, others: readonly Told[]): readonly TitledRow[] {
  return rows.filter((row) =>
    others.some(
      (other) =>
        other.figure !== figure &&
        other.figure.part === figure.part &&
        other.rows.includes(row) &&
        other.digits.length >= TELLING &&
        hasCell(row, other.digits),
    ),
  );
}

function againstRow(told: Told, others: readonly Told[]): Relation | undefined {
  const { figure, digits, rows } = told;
  const anchored = anchoredRows(told, others);
  const isTold = (cell: NumberCell): boolean => others.some((other) => other.digits === digitsOf(cell.text));
  const sure = digits.length >= WIDE ? rows : anchored;
  const slip = sure
    .flatMap((row) => cellsFor(figure, row))
    .find((cell) => isOfOneSort(figure, cell) && areSlips(digitsOf(cell.text), digits, Number.POSITIVE_INFINITY) && !isTold(cell));
  if (slip !== undefined) return said(figure, slip, nearly(figure, slip));
  return anchored.length === 1 && anchored[0] !== undefined ? otherInRow(figure, anchored[0]) : undefined;
}

function compared(told: Told, others: readonly Told[]): Relation | undefined {
  const { figure, digits, direct, rows } = told;
  if (digits.length < 2) return undefined;
  const equal = rows.flatMap((row) => cellsFor(figure, row).filter((cell) => digitsOf(cell.text) === digits));
  const [first] = equal;
  // Two digits may agree by chance, but not with a growth of this row that alone has them.
  if (digits.length < TELLING && (equal.length !== 1 || direct !== undefined || !isGrowthCell(rows, first))) return undefined;
  if (first !== undefined) {
    if (equal.every((cell) => isTurned(figure, cell)))
      return said(figure, first, `正文为${figure.value.isNegative() ? '下降' : '增长'}${valueText(figure)}，表中为${first.text}，方向相反`);
    if (equal.every((cell) => isMisplaced(figure, cell)) && (direct !== undefined || digits.length >= CERTAIN))
      return said(figure, first, `正文为${valueText(figure)}，表中为${first.text}，小数点可能错位`);
    return direct === undefined && digits.length < CERTAIN ? undefined : said(figure, first, '');
  }
  return againstTitle(told) ?? againstRow(told, others);
}

export function rowProse(page: Page, grids: readonly CellGrid[], rows: TitledRows, named: TitleNamer): Relation[] {
  const inCells = new Set(
    grids.flatMap((grid) => grid.rows.flatMap((row) => row.cells.flatMap((cell) => (cell === null ? [] : [cell.words.span.end])))),
  );
  const told = page.figures.flatMap((figure): Told[] => {
    // 完成目标的120% is no number of the row's own.
    const isReckoned = figure.reading.status === 'estimate' || figure.reading.indicator.endsWith('任务完成率');
    if (!hasHappened(figure) || isReckoned || inCells.has(figure.reading.end) || figure.inTable !== null) return [];
    const direct = figure.lead.length > LONGEST ? undefined : titleBefore(figure, rows);
    const found = [...new Set([...(direct ?? []), ...named(figure)])];
    return found.length === 0 ? [] : [{ figure, digits: writtenDigits(figure), direct, rows: found }];
  });
  return told.flatMap((one, i) => {
    const others = told.slice(Math.max(0, i - NEAR), i + NEAR).filter(({ figure }) => figure.part === one.figure.part);
    return compared(one, others) ?? [];
  });
}

const NEAR = 20;
