// What there was before, told last: 26.4亿元，较年初增加5.2亿元，年初为21.2亿元; 1.26亿元，增长5%，上年为1.20亿元; 第4位，上升2位，上年为第6位.
import { type Claim, growthOver, minus, signedChange, valueText } from './claim.ts';
import type { Figure, Measured, Page } from './figure.ts';
import { hasHappened, isGrowthRate, isLevel, isRateLike, isStockBesideMove, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { differenceOf, totalOf } from './range.ts';
import type { Relation } from './relation.ts';

const BASE =
  /^[，、；(（]?(?:而)?(?:上年|去年|上一年|前一年|(?:19|20)\d\d年(?=为|是)|年初|上年末|去年底|上年底|期初|上年同期|去年同期)(?:同期)?(?:数)?(?:仅?为|是|仅|只有|有|列|居|排)?$/;
const FALLS = /下降|减少|降低|回落|后退|后移|下滑|收窄|少了?$/;
const MOVED = /(?:增加|净增|增长|提高|提升|上升|前移|前进|跃升|攀升|多|下降|减少|降低|回落|后退|后移|下滑|少)了?$/;

const signed = (change: Figure): Measured => signedChange(change, FALLS.test(change.lead.slice(-8)));

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
  if (isRateLike(now) && isRateLike(base) && change.sort === 'points')
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

const MOST_BETWEEN = 4;
const isMoved = (figure: Figure): boolean =>
  (figure.reading.kind === 'change' || isGrowthRate(figure)) && MOVED.test(figure.lead) && !/环比|年均|可比|不变价/.test(figure.lead);

/** The level that the base is of, and the changes told right before or behind it. */
function toldBefore(page: Page, base: Figure): { readonly now: Figure; readonly changes: readonly Figure[] } | undefined {
  const earlier = page.figures.slice(Math.max(0, base.index - MOST_BETWEEN), base.index).reverse();
  // 612家，新入统68家、退出21家，净增47家，上年末为565家: what came and went is not what is there.
  const at = earlier.findIndex((one) => !isMoved(one) && !isStockBesideMove(base, one));
  const now = earlier[at];
  if (now === undefined) return undefined;
  const behind = earlier.slice(0, at).filter(isMoved);
  const ahead = earlier[at + 1];
  // 净增45家，达到325家，去年为280家: the change may open the sentence.
  const opens = behind.length === 0 && ahead !== undefined && isMoved(ahead) && /^，(?:总数|累计)?(?:达到?|为|增至|增加到)$/.test(now.lead);
  return { now, changes: opens ? [ahead] : behind };
}

function baseLast(page: Page, base: Figure): Relation[] {
  if (!BASE.test(base.lead) || base.inTable !== null || base.reading.bound !== 'exact') return [];
  const { now, changes } = toldBefore(page, base) ?? { now: undefined, changes: [] };
  if (now === undefined || /生产总值|GDP|增加值/.test(now.name) || base.clause - now.clause > MOST_BETWEEN) return [];
  const isTogether = [now, ...changes].every((one) => one.sentence === base.sentence && hasHappened(one) && one.reading.bound === 'exact');
  if (!isTogether) return [];
  return changes.flatMap((change) => {
    const claim = claimOf(now, change, base);
    return claim === undefined ? [] : (judge(claim, page.figures) ?? []);
  });
}

const AHEAD = /(?<to>(?:19|20)\d\d)年?比(?<from>(?:19|20)\d\d)年?增长$/;

/** 2024年比2020年增长142.4%，2020年为12.5亿元，2024年为30.3亿元: both ends behind their growth. */
function growthAhead(page: Page, growth: Figure): Relation | undefined {
  const { from, to } = AHEAD.exec(growth.lead)?.groups ?? {};
  if (from === undefined || to === undefined || growth.sort !== 'part') return undefined;
  const ends = page.figures.slice(growth.index + 1, growth.index + 3).filter((one) => one.sentence === growth.sentence && isLevel(one));
  const of = (year: string): Figure | undefined => ends.find(({ lead }) => new RegExp(`^，${year}年(?:为|达到?)$`).test(lead));
  const [now, base] = [of(to), of(from)];
  if (now === undefined || base === undefined || !unitsFit(now, base)) return undefined;
  const formula = `${valueText(now)} ÷ ${valueText(base)} − 1`;
  return judge({ type: 'growth', members: [now, base], stated: growth, formula, compute: growthOver, bond: 'sure' }, page.figures);
}

/** 面积36万平方米，其中新增8万平方米，上年为28万平方米: what lies there does not go; of things that may, no more can be there than both. */
function newAmong(page: Page, base: Figure): Relation | undefined {
  const [now, added] = page.figures.slice(Math.max(0, base.index - 2), base.index);
  if (!BASE.test(base.lead) || now === undefined || added === undefined || !/其中新(?:增|建)$/.test(added.lead)) return undefined;
  const areOne = [now, added, base].every((one) => isLevel(one) && one.sentence === base.sentence && unitsFit(one, base));
  if (!areOne || base.clause - now.clause > 2) return undefined;
  const formula = `${valueText(base)} + ${valueText(added)}`;
  const relation = judge({ type: 'sum', members: [base, added], stated: now, formula, compute: totalOf, bond: 'sure' }, page.figures);
  const mayGo = now.sort !== 'size' && base.value.plus(added.value).isMoreThan(now.value);
  return relation?.verdict === 'inconsistent' && mayGo ? undefined : relation;
}

export const basesBehind = (page: Page): Relation[] =>
  page.figures.flatMap((figure) =>
    [...baseLast(page, figure), growthAhead(page, figure), newAmong(page, figure)].flatMap((one) => one ?? []),
  );
