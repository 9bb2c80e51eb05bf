// Laws between the columns of a table: where the rows keep one (合计 = 甲 + 乙, 完成率 = 完成 ÷ 目标), a row that breaks it is wrong.

import { type Claim, type Compute, growthOver, inPercent, minus, over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { digitsIn } from './find.ts';
import { judge } from './judge.ts';
import { canBeEqual, sumOf, totalOf } from './range.ts';
import type { Relation, RelationType } from './relation.ts';
import { rowsOf } from './tables.ts';

type Row = readonly Figure[];

const isRatio = ({ sort }: Figure): boolean => sort === 'part';
const isAmount = ({ sort }: Figure): boolean => sort === 'count' || sort === 'money' || sort === 'size';
const MOST_COLUMNS = 9;
const MOST_ROWS = 400;
/** More rows than these break a law because they count something else. */
const MOST_BROKEN = 2;

/** Lines of as many cells that follow each other, percentages under percentages; the unit may differ from row to row. */
export function blocksOf(page: Page): Row[][] {
  const blocks: Row[][] = [];
  for (const row of rowsOf(page)) {
    const last = blocks.at(-1)?.at(-1);
    const follows =
      last !== undefined &&
      last.length === row.length &&
      (row[0]?.sentence ?? 0) - (last[0]?.sentence ?? 0) <= ROW_LENGTH &&
      row[0]?.paragraph !== last[0]?.paragraph &&
      (row[0]?.index ?? 0) - (last.at(-1)?.index ?? 0) === 1 &&
      row.every((figure, i) => isRatio(figure) === isRatio(last[i] ?? figure));
    if (follows && (blocks.at(-1)?.length ?? 0) < MOST_ROWS) blocks.at(-1)?.push(row);
    else blocks.push([row]);
  }
  return blocks.filter((rows) => rows.length >= 3 && (rows[0]?.length ?? 0) >= 3 && (rows[0]?.length ?? 0) <= MOST_COLUMNS);
}

/** A row's title may wrap to a line of its own. */
const ROW_LENGTH = 80;

interface Law {
  readonly type: RelationType;
  /** Columns of the members, and of what follows from them. */
  readonly members: readonly number[];
  readonly stated: number;
  readonly compute: Compute;
  readonly words: (members: readonly string[]) => string;
}

const plus: Compute = ([a, b]) => a && b && sumOf(a, b);

/** Every law that columns of these sorts may keep. */
function lawsOf(row: Row): Law[] {
  const columns = row.map((_, i) => i);
  const amounts = columns.filter((i) => isAmount(row[i] as Figure));
  const ratios = columns.filter((i) => isRatio(row[i] as Figure));
  const laws: Law[] = [];
  for (const stated of amounts) {
    const others = amounts.filter((i) => i !== stated);
    if (others.length > 2 && (stated === amounts[0] || stated === amounts.at(-1)))
      laws.push({ type: 'sum', members: others, stated, compute: totalOf, words: (all) => all.join(' + ') });
    for (const a of others)
      for (const b of others)
        if (a < b) laws.push({ type: 'sum', members: [a, b], stated, compute: plus, words: ([x, y]) => `${x} + ${y}` });
  }
  for (const stated of ratios) {
    for (const a of amounts)
      for (const b of amounts)
        if (a !== b) {
          laws.push({ type: 'rate', members: [a, b], stated, compute: over, words: ([x, y]) => `${x} ÷ ${y}` });
          laws.push({ type: 'growth', members: [a, b], stated, compute: growthOver, words: ([x, y]) => `${x} ÷ ${y} − 1` });
        }
  }
  // A column of percentages may stand without its sign: 完成率 104.1 beside 5.60 and 5.83.
  if (ratios.length === 0)
    for (const stated of amounts.slice(2))
      for (const a of amounts)
        for (const b of amounts)
          if (a !== b && a !== stated && b !== stated) {
            laws.push({ type: 'rate', members: [a, b], stated, compute: inPercent(over), words: ([x, y]) => `${x} ÷ ${y} × 100` });
            laws.push({
              type: 'growth',
              members: [a, b],
              stated,
              compute: inPercent(growthOver),
              words: ([x, y]) => `(${x} ÷ ${y} − 1) × 100`,
            });
          }
  const points = columns.filter((i) => row[i]?.sort === 'points');
  for (const stated of points)
    for (const a of ratios)
      for (const b of ratios)
        if (a !== b) laws.push({ type: 'change', members: [a, b], stated, compute: minus, words: ([x, y]) => `${x} − ${y}` });
  return laws;
}

const figuresOf = (row: Row, { members, stated }: Law): readonly Figure[] => [...members, stated].flatMap((i) => row[i] ?? []);

const isAlike = (figures: readonly Figure[]): boolean => new Set(figures.filter(isAmount).map(({ sort }) => sort)).size <= 1;

/** Nothing follows where a cell is nought: 0 + 5 = 5 in any two columns. */
const speaks = (figures: readonly Figure[]): boolean => figures.every(({ value }) => !value.isZero());

function holds(row: Row, law: Law): boolean {
  const figures = figuresOf(row, law);
  const stated = figures.at(-1);
  const range = law.compute(figures.slice(0, -1).map((figure) => figure.range));
  return stated !== undefined && range !== undefined && canBeEqual(range, stated.range);
}

const claimOf = (row: Row, law: Law): Claim => {
  const members = law.members.flatMap((i) => row[i] ?? []);
  return {
    type: law.type,
    members,
    stated: row[law.stated] as Figure,
    formula: law.words(members.map(valueText)),
    compute: law.compute,
    bond: 'named',
  };
};

/** What the title of a column tells of its law. */
const TITLES: Partial<Record<RelationType, RegExp>> = {
  growth: /增减|增长|增速|增幅|同比/,
  rate: /率|占比|进度|强度/,
  sum: /合计|总计|总数/,
};

interface Kept {
  readonly law: Law;
  readonly kept: readonly Row[];
  readonly broken: readonly Row[];
}

/** Kept by all rows but one in four, by so many that they don't do so by chance. */
function keptOf(rows: readonly Row[], law: Law): Kept | undefined {
  const able = rows.filter((row) => speaks(figuresOf(row, law)) && isAlike(figuresOf(row, law)));
  const kept = able.filter((row) => holds(row, law));
  const broken = able.filter((row) => !kept.includes(row));
  const isTelling = kept.filter((row) => digitsIn(row[law.stated] as Figure).length >= 2).length >= 2;
  const isWhole = law.type === 'sum' && law.members.length + 1 === (rows[0] ?? []).filter(isAmount).length;
  const titled = TITLES[law.type]?.test(rows[0]?.[law.stated]?.inTable?.column ?? '') ?? false;
  const least = broken.length === 0 || titled || isWhole || kept.some((row) => digitsIn(row[law.stated] as Figure).length >= 3) ? 2 : 3;
  return kept.length >= least && (isTelling || isWhole || titled) && broken.length * 4 <= able.length + 1
    ? { law, kept, broken }
    : undefined;
}

/** One law for each column of results: the one that most rows keep. */
function bestLaws(rows: readonly Row[]): Kept[] {
  const best = new Map<number, Kept>();
  for (const law of lawsOf(rows[0] ?? [])) {
    const found = keptOf(rows, law);
    const before = best.get(law.stated);
    if (found !== undefined && (before === undefined || before.kept.length < found.kept.length)) best.set(law.stated, found);
  }
  return [...best.values()];
}

/** a + b = c is also no other law: of the three columns only one is the sum. */
const isNear = (row: Row, law: Law): boolean => {
  const relation = judge(claimOf(row, law), []);
  return relation !== undefined && relation.verdict !== 'cannot tell';
};

export const columnLaws = (page: Page): Relation[] =>
  blocksOf(page).flatMap((rows) =>
    bestLaws(rows).flatMap(({ law, kept, broken }) =>
      [...kept, ...(broken.length > MOST_BROKEN ? [] : broken).filter((row) => isNear(row, law))].flatMap(
        (row) => judge(claimOf(row, law), page.figures) ?? [],
      ),
    ),
  );
