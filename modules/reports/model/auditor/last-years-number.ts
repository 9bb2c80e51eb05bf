// Last year's number left standing where this year's follows only from its base and change (比上年末的6789件净增1337件, elsewhere 年末6789件), and last year's place.
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

const LAST_RANK = /^[，、(（]?(?:而)?(?:上年|去年)(?:同期)?(?:为|是|列|居|位列|位居|排名?)*$/;
const LEAST_RANK = 10;

/** 综合评价 of 在国家高新区综合评价中列 and of 综合评价排在全国. */
const rankedThing = ({ lead }: Figure): string =>
  (lead.split(/[，；：:。]/).at(-1) ?? '').replaceAll(/排名|排在|位居|位列|居|列|排|在|中|全[国省市]|第/g, '');

/** 综合评价列第58位，上年列第64位, and in the closing 综合评价排在第64位. */
function rankLeftStanding(page: Page, base: Figure): Relation[] {
  const now = page.figures[base.index - 1];
  const isMoved =
    now !== undefined &&
    now.sentence === base.sentence &&
    now.reading.kind === 'rank' &&
    base.reading.kind === 'rank' &&
    LAST_RANK.test(base.lead) &&
    base.value.isAtLeast(LEAST_RANK) &&
    !now.value.equals(base.value);
  const thing = isMoved ? rankedThing(now) : '';
  if (now === undefined || thing.length < SHORTEST) return [];
  return around(page.figures, base).flatMap((other) => {
    const own = rankedThing(other);
    const isStale =
      other.sentence !== base.sentence &&
      other.reading.kind === 'rank' &&
      other.value.equals(base.value) &&
      own.length >= SHORTEST &&
      thing.endsWith(own) &&
      !OF_OTHER_TIME.test(other.before);
    if (!isStale) return [];
    return [
      remark({
        type: 'rank',
        words: [base, now, other].map(wordsOf),
        formula: '同一指标的两处位次相等',
        computed: now.value,
        stated: other.value,
        verdict: 'inconsistent',
        note: `另一处说本年${valueText(now)}、上年${valueText(base)}，这里的${valueText(other)}可能沿用了上年位次`,
      }),
    ];
  });
}

export const lastYearsNumber = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => (figure.reading.kind === 'rank' ? rankLeftStanding(page, figure) : leftStanding(page, figure)));
