// The same thing stated twice, one number standing for two things, and parts by name: what the whole document says of one name.

import { readDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isLevel, periodsAgree } from './find.ts';
import { canBeEqual } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const digitsOf = ({ reading }: Figure): string =>
  (/\d[\d,.]*/.exec(reading.raw.normalize('NFKC').replaceAll(/[\s,]/g, ''))?.[0] ?? '').replace('.', '');

/** Two numbers that a slip of the pen makes of one another: two digits exchanged, one digit changed, or a power of ten. */
export function isSlip(a: Figure, b: Figure): boolean {
  const [x, y] = [digitsOf(a), digitsOf(b)];
  if (x.length < 3 || a.value.isZero() || b.value.isZero()) return false;
  const ratio = a.value.dividedBy(b.value).absolute();
  const [large, small] = ratio.isAtLeast(1) ? [ratio, ratio] : [Rational.one.dividedBy(ratio), ratio];
  if (!small.isZero() && [10, 100, 1000, 10_000].some((factor) => large.equals(factor))) return true;
  if (x.length !== y.length) return false;
  const wrong = [...x].flatMap((digit, i) => (digit === y.charAt(i) ? [] : [i]));
  const [i, j] = wrong;
  if (wrong.length === 1) return true;
  return wrong.length === 2 && i !== undefined && j === i + 1 && x.charAt(i) === y.charAt(j) && x.charAt(j) === y.charAt(i);
}

/** Names of fewer characters are said of many things. */
const TELLING = 5;

/** The figure before or behind is repeated with its value as well: the passage was copied, and this number was not. */
const isInCopiedPassage = (page: Page, first: Figure, second: Figure): boolean =>
  [-1, 1].some((step) => {
    const [a, b] = [page.figures[first.index + step], page.figures[second.index + step]];
    return a !== undefined && b !== undefined && a.name.length >= TELLING && keyOf(a) === keyOf(b) && a.value.equals(b.value);
  });

function verdictOf(page: Page, first: Figure, second: Figure): Relation['verdict'] {
  if (canBeEqual(first.range, second.range)) return 'consistent';
  if (isInCopiedPassage(page, first, second)) return 'inconsistent';
  if (first.reading.kind === 'rank') return 'inconsistent';
  return isSlip(first, second) ? 'inconsistent' : 'cannot tell';
}

const keyOf = ({ name, place, sort, reading }: Figure): string =>
  [
    name,
    place,
    sort,
    reading.kind,
    reading.of ?? '',
    reading.measure === 'new' ? 'new' : '',
    reading.status === 'actual' ? 'actual' : 'meant',
  ].join('|');

function repeated(page: Page, first: Figure, second: Figure): Relation {
  const verdict = verdictOf(page, first, second);
  const notes: Readonly<Record<Relation['verdict'], string>> = {
    consistent: '',
    inconsistent: `同一指标前后不一：${valueText(first)}与${valueText(second)}`,
    'cannot tell': `名称相同而数值不同：${valueText(first)}与${valueText(second)}，口径或时点可能不同`,
  };
  return remark({
    type: first.reading.kind === 'rank' ? 'rank' : 'duplicate',
    words: [wordsOf(first), wordsOf(second)],
    formula: '同一指标的两处数值相等',
    computed: first.value,
    stated: second.value,
    print: printOf(first),
    verdict,
    note: notes[verdict],
  });
}

export function duplicates(page: Page): Relation[] {
  const last = new Map<string, Figure>();
  const found: Relation[] = [];
  for (const figure of page.figures) {
    if (figure.name.length < TELLING || figure.reading.kind === 'threshold' || figure.reading.measure === 'rule') continue;
    const key = keyOf(figure);
    const before = last.get(key);
    last.set(key, figure);
    if (before === undefined || before.sentence === figure.sentence || !periodsAgree(before, figure)) continue;
    if (figure.reading.kind === 'change' || (figure.reading.measure === 'set_size' && !canBeEqual(before.range, figure.range))) continue;
    found.push(repeated(page, before, figure));
  }
  return found;
}

/** Four digits that count are not equal by chance as often as two are. */
const significant = ({ reading }: Figure): number =>
  (readDecimal(reading.exact) === undefined ? '' : reading.exact.replace(/[-.]/g, '').replace(/^0+|0+$/g, '')).length;

export function copies(page: Page): Relation[] {
  const seen = new Map<string, Figure>();
  const found: Relation[] = [];
  for (const figure of page.figures) {
    if (significant(figure) < 4) continue;
    const key = `${figure.sort}|${figure.reading.exact.replace('-', '')}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, figure);
    else if (before.name !== figure.name)
      found.push(
        remark({
          type: 'suspicious_copy',
          words: [wordsOf(before), wordsOf(figure)],
          formula: '两个不同指标的数值完全相同',
          computed: before.value,
          stated: figure.value,
          print: printOf(figure),
          verdict: 'cannot tell',
          note: `“${before.name}”与“${figure.name}”数值相同，请核对是否误抄`,
        }),
      );
  }
  return found;
}

const NEAR = 12;

/** 优秀科技特派员27名 beside 科技特派员224名: what is named more closely cannot be more, if it is meant as a part. */
export function partsByName(page: Page): Relation[] {
  const found: Relation[] = [];
  for (const part of page.figures) {
    if (!isLevel(part) || part.sort !== 'count' || part.reading.kind !== 'level') continue;
    const from = Math.max(0, part.index - NEAR);
    const whole = page.figures
      .slice(from, part.index + NEAR)
      .find((other) => other.index !== part.index && isWholeByName(part, other) && other.value.isAtLeast(part.value));
    if (whole === undefined) continue;
    found.push(
      remark({
        type: 'subset',
        words: [wordsOf(part), wordsOf(whole)],
        formula: `${valueText(part)} ≤ ${valueText(whole)}`,
        computed: part.value,
        stated: whole.value,
        verdict: 'consistent',
      }),
    );
  }
  return found;
}

const VERBS = /^(?:评选|推荐|选派|申报|建设|培育|新增|认定|引进|组织|参加|获批|累计|登记|实施|完成|促成|征集|发布|选认)+/;

function isWholeByName(part: Figure, other: Figure): boolean {
  if (!isLevel(other) || other.sort !== part.sort || other.place !== part.place || !hasHappened(other)) return false;
  const [long, short] = [part.name.replace(VERBS, ''), other.name.replace(VERBS, '')];
  return short.length >= 3 && long.length > short.length && long.endsWith(short) && part.reading.unit === other.reading.unit;
}
