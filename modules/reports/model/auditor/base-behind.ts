// What there was before, told last: 26.4亿元，较年初增加5.2亿元，年初为21.2亿元; 1.26亿元，增长5%，上年为1.20亿元; 第4位，上升2位，上年为第6位.
import { type Claim, growthOver, minus, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isGrowthRate, isLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { differenceOf, negativeOf } from './range.ts';
import type { Relation } from './relation.ts';

const BASE =
  /^[，、；(（]?(?:而)?(?:上年|去年|上一年|前一年|(?:19|20)\d\d年(?=为|是)|年初|上年末|去年底|上年底|期初|上年同期|去年同期)(?:同期)?(?:数)?(?:仅?为|是|仅|只有|有|列|居|排)?$/;
const FALLS = /下降|减少|降低|回落|后退|后移|下滑|收窄/;
const MOVED = /(?:增加|净增|增长|提高|提升|上升|前移|前进|跃升|攀升|多|下降|减少|降低|回落|后退|后移|下滑|少)了?$/;

const isRate = ({ sort, reading }: Figure): boolean => sort === 'part' && reading.kind !== 'yoy_growth';

/** The size as it is told, with the sign of its word. */
function signed(figure: Figure): Figure {
  const falls = FALLS.test(figure.lead.slice(-8));
  const size = figure.range.high?.isNegative() ? negativeOf(figure.range) : figure.range;
  const value = figure.value.absolute();
  return falls ? { ...figure, value: value.negated(), range: negativeOf(size) } : { ...figure, value, range: size };
}

function claimOf(now: Figure, change: Figure, base: Figure): Claim | undefined {
  const members = [now, base];
  const formula = `${valueText(now)} − ${valueText(base)}`;
  if (now.reading.kind === 'rank' && base.reading.kind === 'rank' && change.sort === 'rank')
    return {
      type: 'rank',
      members: [base, now],
      stated: signed(change),
      formula: `${valueText(base)} − ${valueText(now)}`,
      compute: ([a, b]) => a && b && differenceOf(a, b),
      bond: 'sure',
    };
  if (isRate(now) && isRate(base) && change.sort === 'points')
    return { type: 'change', members, stated: signed(change), formula, compute: minus, bond: 'sure' };
  if (!isLevel(now) || !isLevel(base) || !unitsFit(now, base)) return undefined;
  if (isGrowthRate(change))
    return {
      type: 'growth',
      members,
      stated: change,
      formula: `${valueText(now)} ÷ ${valueText(base)} − 1`,
      compute: growthOver,
      bond: 'sure',
    };
  if (change.sort !== now.sort || change.reading.unit !== now.reading.unit || !MOVED.test(change.lead)) return undefined;
  return { type: 'change', members, stated: signed(change), formula, compute: minus, bond: 'sure' };
}

function baseLast(page: Page, base: Figure): Relation[] {
  const [now, change] = [page.figures[base.index - 2], page.figures[base.index - 1]];
  if (now === undefined || change === undefined || !BASE.test(base.lead) || base.inTable !== null) return [];
  const isTogether = [now, change].every((one) => one.sentence === base.sentence && hasHappened(one) && one.reading.bound === 'exact');
  if (!isTogether || base.clause - change.clause > 1 || change.clause - now.clause > 1 || base.reading.bound !== 'exact') return [];
  if (!MOVED.test(change.lead) || /环比|年均|可比|不变价/.test(change.lead) || /生产总值|GDP|增加值/.test(now.name)) return [];
  const claim = claimOf(now, change, base);
  const relation = claim === undefined ? undefined : judge(claim, page.figures);
  return relation === undefined ? [] : [relation];
}

export const basesBehind = (page: Page): Relation[] => page.figures.flatMap((figure) => baseLast(page, figure));
