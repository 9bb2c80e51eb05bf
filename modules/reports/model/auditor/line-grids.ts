// Growths between the columns of two years in a table of one cell to a line, and sums of rows that the prose names (甲和乙两大行业产值合计85亿元).
import { formatDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { type CellGrid, numberOf } from './cell-grid.ts';
import { growthOver, inPercent, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { isExactLevel } from './find.ts';
import { canBeEqual, totalOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';
import { bareTitle } from './titled-rows.ts';

const GROWTH = /^(?:同比)?(?:增长|增速|增幅|增减|增长率)(?:率|幅度)?(?:[(（][%％][)）])?$/;
const YEAR = /(?<year>(?:19|20)\d\d)年/;
const yearIn = (title: string): number => Number(YEAR.exec(title)?.groups?.year ?? 0);
const withoutYear = (title: string): string => title.replace(YEAR, '');

interface Columns {
  readonly now: number;
  readonly base: number;
  readonly growth: number;
}

/** The growth's column, and the two before it that are one thing in a year and in the year before. */
function columnsOf(titles: readonly string[]): Columns | undefined {
  const growth = titles.findIndex((title) => GROWTH.test(title));
  const pairs = titles.flatMap((title, now) => {
    const base = titles.findIndex((other) => yearIn(other) === yearIn(title) - 1 && withoutYear(other) === withoutYear(title));
    return yearIn(title) > 0 && base >= 0 ? [{ now, base, growth }] : [];
  });
  return growth >= 0 && pairs.length === 1 && titles.filter((title) => GROWTH.test(title)).length === 1 ? pairs[0] : undefined;
}

const MOST_BROKEN = 4;
const placesOf = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

/** A law that most rows keep. */
function growthsIn({ columns, rows }: CellGrid): Relation[] {
  const at = columns === null ? undefined : columnsOf(columns);
  if (at === undefined) return [];
  const able = rows.flatMap(({ cells }) => {
    const [now, base, growth] = [cells[at.now], cells[at.base], cells[at.growth]];
    if (!now || !base || !growth || base.value.isZero()) return [];
    const range = inPercent(growthOver)([now.range, base.range]);
    return range === undefined ? [] : [{ now, base, growth, fits: canBeEqual(range, growth.range) }];
  });
  const broken = able.filter(({ fits }) => !fits).length;
  if (able.length - broken < 2 || broken * MOST_BROKEN > able.length) return [];
  return able.map(({ now, base, growth, fits }) => {
    const computed = now.value.dividedBy(base.value).minus(1).times(100);
    return remark({
      type: 'growth',
      words: [now, base, growth].map(({ words }) => words),
      formula: `${now.text} ÷ ${base.text} − 1`,
      computed,
      stated: growth.value,
      verdict: fits ? 'consistent' : 'inconsistent',
      note: fits ? '' : `${now.text} ÷ ${base.text} − 1 = ${formatDecimal(computed, placesOf(growth.text))}%，表中为${growth.text}`,
    });
  });
}

const NAMED =
  /(?:^|[，。；：:\n])(?<names>[^，。；：:\d\n]{2,60}?)(?:[二两三四五六七八九十]|\d{1,2})(?:个|大)?(?:行业|领域|产业|县区|区县|类|项|市|县|区)?(?<what>[一-龥]{2,6})(?:合计|共计|总计)(?:达到?|为)?$/;
const WRITTEN = /^(?<number>\d[\d,]*(?:\.\d+)?)(?<unit>[万亿]?[元家个项件人])$/;
const SEEN = 80;
const TWICE = 2;

/** 产值 in 亿元 of the latest year. */
function columnFor(titles: readonly string[], what: string, unit: string): number | undefined {
  const able = titles.flatMap((title, i) => (withoutYear(title).startsWith(what) && title.includes(unit) ? [i] : []));
  const latest = Math.max(...able.map((i) => yearIn(titles[i] ?? '')));
  const own = able.filter((i) => yearIn(titles[i] ?? '') === latest);
  return own.length === 1 ? own[0] : undefined;
}

function subtotal(grids: readonly CellGrid[], stated: Figure): Relation[] {
  const { names, what } = (isExactLevel(stated) && NAMED.exec(stated.before.slice(-SEEN))?.groups) || {};
  const { number, unit } = WRITTEN.exec(valueText(stated))?.groups ?? {};
  const told = number === undefined ? undefined : numberOf(number);
  if (names === undefined || what === undefined || unit === undefined || told === undefined) return [];
  const called = names.split(/、|和|与|及/).map((name) => name.trim());
  return grids.slice(0, MOST_GRIDS).flatMap(({ columns, rows }) => {
    const column = columns === null ? undefined : columnFor(columns, what, unit);
    const cells = called.flatMap((name) => {
      const row = rows.find(({ title }) => bareTitle(title) === name);
      return (column === undefined ? undefined : row?.cells[column]) ?? [];
    });
    if (cells.length < 2 || cells.length !== called.length) return [];
    const sum = Rational.sum(cells.map(({ value }) => value));
    const fits = canBeEqual(totalOf(cells.map(({ range }) => range)), told.range);
    const isNear = sum.isAtMost(told.value.times(TWICE)) && told.value.isAtMost(sum.times(TWICE));
    if (!fits && !isNear) return [];
    return [
      remark({
        type: 'sum',
        words: [...cells.map(({ words }) => words), wordsOf(stated)],
        formula: cells.map(({ text }) => text).join(' + '),
        computed: sum,
        stated: told.value,
        verdict: fits ? 'consistent' : 'inconsistent',
        note: fits
          ? ''
          : `表中所列各行之和为${formatDecimal(sum, Math.max(...cells.map(({ text }) => placesOf(text))))}，文中为${valueText(stated)}`,
      }),
    ];
  });
}

const MOST_GRIDS = 40;

/** What the cells say of each other, and the prose of their rows. */
export const lineGrids = (page: Page, grids: readonly CellGrid[]): Relation[] =>
  grids.length === 0 ? [] : [...grids.flatMap(growthsIn), ...page.figures.flatMap((figure) => subtotal(grids, figure))];
