// Tables whose rows are years one after the other: a column may tell what another gained since the row above, or by how much it grew.
import { type Compute, growthOver, inPercent, minus, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { digitsIn } from './find.ts';
import { judge } from './judge.ts';
import { canBeEqual } from './range.ts';
import type { Relation } from './relation.ts';
import { rowsOf } from './tables.ts';

type Row = readonly Figure[];

const yearOf = (row: Row): number => Number(/((?:19|20)\d\d)年?度?[\s|｜]*$/.exec(row[0]?.lead ?? '')?.[1] ?? 0);

/** Rows of as many cells, each a year after the one above. */
function stretchesOf(page: Page): Row[][] {
  const found: Row[][] = [];
  for (const row of rowsOf(page)) {
    const last = found.at(-1)?.at(-1);
    const year = yearOf(row);
    const follows = last !== undefined && year > 0 && yearOf(last) === year - 1 && last.length === row.length;
    if (follows) found.at(-1)?.push(row);
    else found.push([row]);
  }
  return found.filter((rows) => rows.length >= LEAST && (rows[0]?.length ?? 0) >= 2);
}

/** Three steps tell a law that one of them breaks. */
const LEAST = 4;

interface Law {
  readonly type: 'change' | 'growth';
  readonly of: number;
  readonly stated: number;
  readonly compute: Compute;
}

function lawsOf(row: Row): Law[] {
  const columns = row.map((_, i) => i);
  return columns.flatMap((stated) =>
    columns
      .filter((of) => of !== stated && row[of]?.sort !== 'part')
      .flatMap((of): Law[] => [
        { type: 'change', of, stated, compute: minus },
        { type: 'growth', of, stated, compute: row[stated]?.sort === 'part' ? growthOver : inPercent(growthOver) },
      ]),
  );
}

interface Step {
  readonly now: Figure;
  readonly base: Figure;
  readonly told: Figure;
}

const stepsOf = (rows: readonly Row[], { of, stated }: Law): Step[] =>
  rows.slice(1).flatMap((row, i) => {
    const [now, base, told] = [row[of], rows[i]?.[of], row[stated]];
    return now && base && told && !told.value.isZero() ? [{ now, base, told }] : [];
  });

const holds = ({ now, base, told }: Step, { compute }: Law): boolean => {
  const range = compute([now.range, base.range]);
  return range !== undefined && canBeEqual(range, told.range);
};

function held(page: Page, rows: readonly Row[]): Relation[] {
  const kept = lawsOf(rows[0] ?? []).flatMap((law) => {
    const steps = stepsOf(rows, law);
    const good = steps.filter((step) => holds(step, law));
    const isTold = good.length >= 2 && good.length + 1 >= steps.length && good.some(({ told }) => digitsIn(told).length >= 2);
    return isTold ? [{ law, steps, count: good.length }] : [];
  });
  const [best] = kept.sort((a, b) => b.count - a.count);
  if (best === undefined) return [];
  return best.steps.flatMap(({ now, base, told }) => {
    const formula = best.law.type === 'change' ? `${valueText(now)} − ${valueText(base)}` : `${valueText(now)} ÷ ${valueText(base)} − 1`;
    return (
      judge({ type: best.law.type, members: [now, base], stated: told, formula, compute: best.law.compute, bond: 'sure' }, page.figures) ??
      []
    );
  });
}

export const rowsInYears = (page: Page): Relation[] => stretchesOf(page).flatMap((rows) => held(page, rows));
