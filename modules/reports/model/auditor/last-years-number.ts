// Last year's number left standing: 年末6789件, and elsewhere 比上年末的6789件净增1337件.
import { printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, digitsIn, hasHappened, isComparedWith, isExactLevel, periodsAgree, unitsFit } from './find.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const TELLING = 3;
const SHORTEST = 4;
const OF_OTHER_TIME = /上年|去年|前一年|上一年|年初|期初|基期|原有|由|从|目标|比|较/;
/** 有效发明专利比上年末净增 and 有效发明专利拥有 are of one thing. */
const thingOf = ({ name }: Figure): string => name.replace(/(?:比|较)(?:上年|去年|年初).*$/, '').replace(/(?:拥有|保有|净增|增加)+$/, '');

function leftStanding(page: Page, base: Figure): Relation[] {
  const change = page.figures[base.index + 1];
  const isMoved =
    isComparedWith(base) &&
    isExactLevel(base) &&
    change !== undefined &&
    change.clause === base.clause &&
    change.reading.kind === 'change' &&
    change.sort === base.sort &&
    hasHappened(change) &&
    !change.value.isZero() &&
    digitsIn(base).length >= TELLING;
  const thing = isMoved ? thingOf(base) : '';
  if (change === undefined || thing.length < SHORTEST) return [];
  return around(page.figures, base).flatMap((now) => {
    const isSame =
      now.index !== base.index &&
      isExactLevel(now) &&
      now.value.equals(base.value) &&
      now.reading.unit === base.reading.unit &&
      unitsFit(now, base) &&
      now.place === base.place &&
      !isComparedWith(now) &&
      now.sentence !== base.sentence &&
      thingOf(now) === thing &&
      periodsAgree(now, change) &&
      !OF_OTHER_TIME.test(now.before);
    if (!isSame) return [];
    const grown = base.value.plus(change.value);
    return [
      remark({
        type: 'duplicate',
        words: [base, change, now].map(wordsOf),
        formula: `${valueText(base)} ${change.value.isNegative() ? '−' : '+'} ${valueText(change).replace(/^[-−－]/, '')}`,
        computed: grown,
        stated: now.value,
        print: printOf(now),
        verdict: 'inconsistent',
        note: `${valueText(now)}与另一处所说的上年数相同，而本年已有增减${valueText(change)}；可能沿用了上年数`,
      }),
    ];
  });
}

export const lastYearsNumber = (page: Page): Relation[] => page.figures.flatMap((figure) => leftStanding(page, figure));
