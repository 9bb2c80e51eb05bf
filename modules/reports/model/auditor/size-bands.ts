// Classes by size whose bounds meet (超5亿元12家、1亿至5亿元60家、1亿元以下90家): nothing lies between or outside them, so that they make what was counted.
import { readDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { isComparedWith, isExactLevel } from './find.ts';
import { judge } from './judge.ts';
import { totalOf } from './range.ts';
import type { Relation } from './relation.ts';

interface Band {
  readonly figure: Figure;
  /** Bounds in base units; null where there is none. */
  readonly low: Rational | null;
  readonly high: Rational | null;
}

const N = '(\\d+(?:\\.\\d+)?)([万亿]?)';
const UNIT = '(?:元|人|岁|平方米|亩)';
const TO = '(?:至|到|—|-|~|～)';
const BETWEEN = new RegExp(`${N}${UNIT}?(?:\\(含\\)|（含）|以上)?${TO}${N}${UNIT}(?:\\(含\\)|（含）|以下)?的?[^，。；、\\d]{0,10}$`);
const ABOVE = new RegExp(
  `(?:(?:超过?|超出|突破|大于|高于)${N}${UNIT}|${N}${UNIT}(?:\\(含\\)|（含）)?(?:及|\\(含\\)|（含）)?以上)的?[^，。；、\\d]{0,10}$`,
);
const BELOW = new RegExp(`(?:(?:不足|低于|不到|小于)${N}${UNIT}|${N}${UNIT}(?:\\(不含\\)|（不含）)?以下)的?[^，。；、\\d]{0,10}$`);
const SCALE: Readonly<Record<string, number>> = { '': 1, 万: 10_000, 亿: 100_000_000 };

/** Exact, since 0.11亿 and 1100万 are one bound. */
const sized = (number: string | undefined, scale: string | undefined): Rational | null =>
  number === undefined ? null : (readDecimal(number)?.times(Rational.of(SCALE[scale ?? ''] ?? 1)) ?? null);

/** The bounds in the clause before the count; undefined where it tells none. */
function bandOf(figure: Figure): Band | undefined {
  if (figure.sort !== 'count' || !isExactLevel(figure) || figure.inTable !== null) return undefined;
  const clause =
    figure.before
      .slice(-SEEN)
      .split(/[，。；：:、]/)
      .at(-1) ?? '';
  const [, a, b, c, d] = BETWEEN.exec(clause) ?? [];
  // 1至5亿元: the first bound is told in the second's unit.
  if (a !== undefined) return { figure, low: sized(a, b === '' ? d : b), high: sized(c, d) };
  const above = ABOVE.exec(clause);
  if (above !== null) return { figure, low: sized(above[1] ?? above[3], above[2] ?? above[4]), high: null };
  const below = BELOW.exec(clause);
  return below === null ? undefined : { figure, low: null, high: sized(below[1] ?? below[3], below[2] ?? below[4]) };
}

const SEEN = 40;
/** Amounts and shares of a class may stand between its count and the next. */
const BETWEEN_BANDS = 5;
const LEAST = 3;
const MOST = 10;

/** From the highest down or from the lowest up, each bound the next one's, and open at both ends. */
function isExhaustive(row: readonly Band[]): boolean {
  const down = row[0]?.high === null ? row : [...row].reverse();
  const [first, last] = [down[0], down.at(-1)];
  return (
    row.length >= LEAST &&
    first?.high === null &&
    last?.low === null &&
    down.slice(1).every((band, i) => {
      const bound = down[i]?.low;
      return band.high !== null && bound != null && band.high.equals(bound);
    })
  );
}

const REACH = 10;

/** What the bands divide: the nearest count of their unit in the paragraph that is no base of a comparison. */
function wholeBefore(page: Page, first: Figure): Figure | undefined {
  return page.figures
    .slice(Math.max(0, first.index - REACH), first.index)
    .findLast(
      (one) => one.paragraph === first.paragraph && isExactLevel(one) && one.reading.unit === first.reading.unit && !isComparedWith(one),
    );
}

function rowFrom(bands: readonly Band[], at: number): readonly Band[] {
  const row: Band[] = [];
  for (const band of bands.slice(at, at + MOST)) {
    const last = row.at(-1)?.figure;
    const isNext =
      last === undefined ||
      (band.figure.paragraph === last.paragraph &&
        band.figure.reading.unit === last.reading.unit &&
        band.figure.index - last.index <= BETWEEN_BANDS);
    if (!isNext) break;
    row.push(band);
    if (isExhaustive(row)) return row;
  }
  return [];
}

export function sizeBands(page: Page): Relation[] {
  const bands = page.figures.flatMap((figure) => bandOf(figure) ?? []);
  return bands.flatMap((band, at) => {
    const row = rowFrom(bands, at).map(({ figure }) => figure);
    const whole = row.length === 0 ? undefined : wholeBefore(page, band.figure);
    if (whole === undefined) return [];
    const formula = row.map(valueText).join(' + ');
    return judge({ type: 'sum', members: row, stated: whole, formula, compute: totalOf, bond: 'likely' }, page.figures) ?? [];
  });
}
