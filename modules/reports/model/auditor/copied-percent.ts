// One percentage for two things of one number: 占全省的24.11%，同比增长24.11%. The one was likely left standing from the other.
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { digitsIn, hasHappened, isGrowthRate } from './find.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

/** Two digits agree by chance. */
const TELLING = 3;
const NEXT = 3;

/** 100% and 0.05% are of few digits. */
const significant = (figure: Figure): number => digitsIn(figure).replace(/^0+|0+$/g, '').length;

const isShare = ({ sort, reading }: Figure): boolean => sort === 'part' && (reading.kind === 'share' || reading.kind === 'ratio');

/** A share of one clause and a growth of the next are equal to the last digit once in a thousand times. */
function copied(page: Page, later: Figure): Relation[] {
  if (later.sort !== 'part' || later.inTable !== null || significant(later) < TELLING || !hasHappened(later)) return [];
  // All but the whole, or next to nothing of it, comes about often; what fell shares no digits by a copy of its sign.
  const size = Math.abs(Number(later.reading.exact));
  if (size < 0.01 || size > 0.99 || later.reading.exact.startsWith('-')) return [];
  const before = page.figures
    .slice(Math.max(0, later.index - NEXT), later.index)
    .find(
      (one) =>
        one.sentence === later.sentence &&
        one.sort === 'part' &&
        one.reading.exact.replace('-', '') === later.reading.exact.replace('-', '') &&
        ((isShare(one) && isGrowthRate(later)) || (isGrowthRate(one) && isShare(later))) &&
        later.clause - one.clause <= 2,
    );
  if (before === undefined || before.reading.exact.startsWith('-') || /对|即|也就是|同样|均/.test(later.lead)) return [];
  return [
    remark({
      type: 'suspicious_copy',
      words: [before, later].map(wordsOf),
      formula: '占比与增速不会恰好相同',
      stated: later.value,
      computed: before.value,
      print: 'percent',
      verdict: 'inconsistent',
      note: `同一句中占比与增速都是${valueText(later)}，很可能有一处是误抄，请核对`,
    }),
  ];
}

export const copiedPercents = (page: Page): Relation[] => page.figures.flatMap((figure) => copied(page, figure));
