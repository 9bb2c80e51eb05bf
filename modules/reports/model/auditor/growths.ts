// Growth: this over last − 1, from a change beside it, from the base in the same sentence, or from the same thing a year earlier.

import { Rational } from '#kernel/exact/rational.ts';
import { type Claim, type Compute, over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import {
  around,
  beforeInSentence,
  byDistance,
  hasHappened,
  isAmount,
  isComparedWith,
  isGrowthRate,
  isLevel,
  isSetBeside,
  isStockBesideMove,
  namesLike,
  outsideBrackets,
  sortCalled,
  subjectOf,
  unitsFit,
  yearOf,
} from './find.ts';
import { judge } from './judge.ts';
import { filledBy } from './loose-parts.ts';
import { isAverage, isOfEachOnly, isOfOtherYear } from './other-base.ts';
import { differenceOf, pointRange, productOf, quotientOf, quotientTogether, type Range, sumOf } from './range.ts';
import type { Relation } from './relation.ts';
import { overWholeBase } from './whole-base.ts';

const ONE = pointRange(Rational.one);
/** Two years' average, quarters and months: another base than last year's level. */
const OTHER_BASE = /年均|平均|两年|环比|可比|不变价|扣除|比20\d\d年|较20\d\d年|复合/;

/** 比工业总产值增速（5.9%）高3个百分点: the growth of what is compared with. */
const OF_ANOTHER = /(?:比|高于|低于|快于|慢于|较)[^，。；]{2,}(?:增速|增幅|增长率)(?:的|为)?[(（]?$/;

/** Grows at constant prices, while levels are printed at those of the year. */
const AT_CONSTANT_PRICES = /生产总值|GDP|增加值|人均|可支配收入|劳动生产率|国民总收入/;

/** Budgets of a year that only begins are planned, and yet compared with the year before. */
const isCompared = (figure: Figure): boolean =>
  hasHappened(figure) || (figure.reading.status === 'plan' && /(?:比|较|与)(?:上年|去年)[^。；]*$/.test(figure.before));

const isGrowth = (figure: Figure): boolean => isGrowthRate(figure) && isCompared(figure);

/** 增长20.5倍: over a change beside it only, because 增长到2倍 is often meant. */
const isGrowthInTimes = (figure: Figure): boolean =>
  figure.sort === 'times' &&
  hasHappened(figure) &&
  !/翻/.test(figure.reading.raw) &&
  /(?:增长|增加|提高|扩大)了?(?:约|近)?$/.test(figure.lead);

const lessOne = (range: Range | undefined): Range | undefined => range && differenceOf(range, ONE);

/** now ÷ base − 1. */
const overBase: Compute = ([now, base]) => now && base && lessOne(quotientOf(now, base));
/** change ÷ (now − change). */
const overRest: Compute = ([change, now]) => {
  const base = change && now && differenceOf(now, change);
  return base && now && lessOne(quotientTogether(now, change, base));
};

const growthClaim = (page: Page, growth: Figure, now: Figure, base: Figure, bond: Claim['bond']): Relation | undefined =>
  judge(
    {
      type: 'growth',
      members: [now, base],
      stated: growth,
      formula: `${valueText(now)} ÷ ${valueText(base)} − 1`,
      compute: overBase,
      bond,
    },
    page.figures,
  );

const changeText = (change: Figure): string => valueText(change).replace(/^[-−－–]/, '');

function changeClaim(page: Page, growth: Figure, change: Figure, now: Figure, bond: Claim['bond']): Relation | undefined {
  const falls = change.value.isNegative();
  const formula = `${changeText(change)} ÷ (${valueText(now)} ${falls ? '+' : '−'} ${changeText(change)})`;
  const overBefore = judge(
    { type: 'growth', members: [change, now], stated: growth, formula: falls ? `−${formula}` : formula, compute: overRest, bond },
    page.figures,
  );
  if (overBefore !== undefined || falls) return overBefore;
  // Nothing was left before the change: what the growth says of it is set beside it instead.
  return judge(
    {
      type: 'growth',
      members: [now, growth],
      stated: change,
      formula: `${valueText(now)} × ${valueText(growth)} ÷ (1 + ${valueText(growth)})`,
      compute: ([level, rate]) => {
        const part = level && rate && quotientOf(rate, sumOf(ONE, rate));
        return level && part && productOf(level, part);
      },
      bond,
    },
    page.figures,
  );
}

/** 较上年的400家净增80家，增长20%: of the base itself, where the present value is not told. */
function overBaseClaim(page: Page, growth: Figure, change: Figure, base: Figure): Relation | undefined {
  const formula = `${valueText(change)} ÷ ${valueText(base)}`;
  return judge({ type: 'growth', members: [change, base], stated: growth, formula, compute: over, bond: 'sure' }, page.figures);
}

const isBase = ({ lead, tail }: Figure): boolean =>
  /(?:(?:上年|去年|上一年|前一年|同期|由|从(?![事业])|基数|原来)[^，。；]*|(?:较|比)(?:(?:19|20)\d\d年度?|年初)[^，。；\d]*)$/.test(lead) &&
  !/(?:增加|增长|净增|减少|多|少|[增减](?:收|支|产|税|亏|利))[^，。；]*$/.test(lead) &&
  !/^以上/.test(tail);

const isNetChange = ({ reading, sort }: Figure): boolean => reading.kind === 'change' && sort !== 'points' && sort !== 'rank';

/** 净增, 增加 and 减少 tell the whole change; 新增 may leave out what was lost. */
const isNetByWord = ({ reading, lead }: Figure): boolean => reading.measure === 'net_change' || /(?:增加|净增|减少|多|少)了?$/.test(lead);

/** The level and its change on either side of the growth: 净增40家，总数达240家，增长20%; 240家，比上年增加40家，增长20%. */
function fromChange(page: Page, growth: Figure): Relation | undefined {
  const earlier = beforeInSentence(page, growth).filter((other) => growth.clause - other.clause <= 4);
  // 净增852件；同比增长19.4%: a growth of another item is over another base.
  const change = earlier.find((other) => isNetChange(other) && isCompared(other) && other.part === growth.part);
  if (
    change === undefined ||
    (change.sort === 'count' && MEASURED.test(growth.lead)) ||
    earlier.some((other) => other.index > change.index && isNewSubject(other, change))
  )
    return undefined;
  // A fall beside a rise speaks of something else.
  const isOpposite = change.value.isNegative() !== growth.value.isNegative() && !growth.value.isZero();
  if (isOpposite && (growth.index - change.index !== 1 || namesAnother(growth) || /[；：]/.test(growth.lead))) return undefined;
  const betweenAreTargets = (other: Figure): boolean =>
    isAmount(other) && isLevel(other) && other.sort === change.sort && !WANTED.test(other.lead) && !isBeside(other);
  const now = earlier.find(
    (other) => betweenAreTargets(other) && other.place === change.place && !isBase(other) && speakOfOne(other, change),
  );
  if (now !== undefined) return changeClaim(page, growth, change, now, isNetByWord(change) ? 'sure' : 'likely');
  const base = page.figures[change.index - 1];
  if (base !== undefined && earlier.includes(base) && base.sort === change.sort && isComparedWith(base))
    return overBaseClaim(page, growth, change, base);
  const remote = around(page.figures, growth)
    .filter((other) => isLevel(other) && other.sort === change.sort && other.place === change.place && hasHappened(other))
    .filter((other) => namesLike(other, change) !== 'other' && other.reading.measure !== 'new')
    .filter((other) => !isBeside(other) && !isComparedWith(other) && !isBase(other))
    .sort(byDistance(growth))[0];
  return remote === undefined ? undefined : changeClaim(page, growth, change, remote, 'likely');
}

/** 同比增长14.4%，净增36亿元; 下降5.1%，减少680件: the change follows the growth of the level before. */
function fromChangeBehind(page: Page, growth: Figure): Relation | undefined {
  const [now, change] = [page.figures[growth.index - 1], page.figures[growth.index + 1]];
  if (now === undefined || change === undefined || now.sentence !== growth.sentence || change.sentence !== growth.sentence)
    return undefined;
  // 比上年末的1000件增长8.0%，净增80件: the base itself stands before.
  if (isComparedWith(now) && isNetChange(change) && change.sort === now.sort && BEHIND.test(change.lead))
    return overBaseClaim(page, growth, change, now);
  const isSame = isLevel(now) && isAmount(now) && isNetChange(change) && change.sort === now.sort && hasHappened(change);
  const follows = change.clause - growth.clause === 1 && growth.clause - now.clause <= 1;
  if (!isSame || !follows || !BEHIND.test(change.lead)) return undefined;
  if (WANTED.test(now.lead) || isBase(now) || change.value.isNegative() !== growth.value.isNegative()) return undefined;
  return changeClaim(page, growth, change, now, 'sure');
}

const BEHIND = /^，(?:比|较|与)?(?:上年末?|去年底?|同期|年初|相比)*(?:净增|增加|减少|净减|多|少)(?:了)?$/;

/** 增加152个，展厅面积增长13%: no number of things. */
const MEASURED = /(?:面积|金额|成交额|合同额|收入|产值|投资|资金|经费|投入)(?:同比|较上年|比上年)?(?:增长|下降|上升|提高|减少|增加)了?$/;

/** 增加1.9件；PCT申请68件，增长36%: what is counted in between has a name of its own, and the growth is of it. */
const isNewSubject = (other: Figure, change: Figure): boolean => isAmount(other) && isLevel(other) && !speakOfOne(other, change);

/** 完成预算15万元 is what was wanted, no level that was reached. */
const WANTED = /(?:完成[^，。；]{0,6}预算|目标|任务|计划)数?[^，。；]{0,4}$/;

/** 与上次普查的725482人相比: set beside the level as well. */
const isBeside = (figure: Figure): boolean => isSetBeside(figure) || /^相比/.test(figure.tail);

/** 总数, 数量 and the like take their name from the clause before; else the names have to agree. */
function speakOfOne(now: Figure, change: Figure): boolean {
  return (
    isNamedAs(now, change) || (now.index < change.index && /^(?:较|比|与(?:上年|去年|年初)|同比)/.test(change.lead.replace(/^[，、]/, '')))
  );
}

function isNamedAs(now: Figure, change: Figure): boolean {
  const clause = now.lead.split(/[，；：]/).at(-1) ?? '';
  return namesLike(now, change) !== 'other' || /^(?:全市|全省|全县)?(?:总数|总量|累计|总额|达到|达|增至|增加到|增长到)/.test(clause);
}

/** 由2000家增加到2400家，增长20%; 2400家，上年为2000家，增长20%. */
function fromBase(page: Page, growth: Figure): Relation | undefined {
  const told = beforeInSentence(page, growth).filter((other) => isLevel(other) || other.sort === 'part');
  const sort = sortCalled(wordsBefore(growth));
  const base = told.find(
    (other) => isBase(other) && isLevel(other) && fitsSort(other, sort) && other.part === growth.part && growth.clause - other.clause <= 3,
  );
  if (base === undefined) return undefined;
  // 11.4亿元（甲5.0亿元、乙6.4亿元），比上年的10.2亿元: what is compared stands before the bracket of its parts.
  const earlier = outsideBrackets(base, told);
  const place = earlier.indexOf(base);
  const now = earlier.find(
    (other, at) =>
      other.index !== base.index &&
      isLevel(other) &&
      other.sort === base.sort &&
      !(isAverage(other) && !isAverage(base)) &&
      // 金额6.2亿元，平均每笔1350万元，金额比上年的4.9亿元: an average may stand between.
      Math.abs(at - place) <= (isAverage(page.figures[base.index - 1]) && !isAverage(base) ? 2 : 1),
  );
  const isOver =
    isComparedWith(base) &&
    earlier.some((other) => other.index > base.index && other !== now && isLevel(other) && other.sort === base.sort);
  if (now === undefined || isOver || isOfOtherYear(growth, now, base) || isOfEachOnly(growth, now)) return undefined;
  if (!isStockBesideMove(base, now)) {
    const whole = filledBy(page, now);
    const own = growthClaim(page, growth, now, base, 'sure');
    return whole === undefined || own?.verdict === 'consistent' ? own : growthClaim(page, growth, whole, base, 'sure');
  }
  return around(page.figures, growth)
    .filter((other) => other.index < base.index && other.paragraph === base.paragraph && isLevel(other) && unitsFit(other, base))
    .map((other) => growthClaim(page, growth, other, base, 'likely'))
    .find((relation) => relation?.verdict === 'consistent');
}

/** The same thing a year before, anywhere in the document; only where both years are known or the growth fits. */
function fromYearBefore(page: Page, growth: Figure, now: Figure): Relation | undefined {
  const alike = around(page.figures, now).filter(
    (other) =>
      other.index !== now.index &&
      isLevel(other) &&
      isAmount(other) &&
      other.sort === now.sort &&
      other.place === now.place &&
      namesLike(other, now) !== 'other',
  );
  const year = yearOf(now);
  const last = alike.find((other) => year !== null && yearOf(other) === year - 1 && namesLike(other, now) === 'same');
  if (last !== undefined) return growthClaim(page, growth, now, last, 'likely');
  if (year !== null) return undefined;
  return alike.map((other) => growthClaim(page, growth, now, other, 'likely')).find((relation) => relation?.verdict === 'consistent');
}

/** 贷款143笔，增长35.8%，金额12.9亿元，上年为9.5亿元: a growth that the count can't have may be that of the amount told next. */
function ofNext(page: Page, growth: Figure, own: Relation | undefined): Relation | undefined {
  const [next, base] = page.figures.slice(growth.index + 1, growth.index + 3);
  const isTold =
    own?.verdict === 'inconsistent' &&
    next !== undefined &&
    base !== undefined &&
    base.part === growth.part &&
    isLevel(next) &&
    isComparedWith(base) &&
    unitsFit(next, base) &&
    next.clause - growth.clause === 1 &&
    sortCalled(wordsBefore(next)) === next.sort;
  return isTold ? (growthClaim(page, growth, next, base, 'sure') ?? own) : own;
}

export function growths(page: Page): Relation[] {
  const found: (Relation | undefined)[] = [];
  for (const growth of page.figures) {
    if (isGrowthInTimes(growth)) found.push(fromChange(page, growth));
    if (!isGrowth(growth) || OF_ANOTHER.test(growth.lead) || OTHER_BASE.test(growth.lead) || /(?:从|由)$/.test(growth.lead)) continue;
    const bound = fromBase(page, growth) ?? fromChange(page, growth) ?? fromChangeBehind(page, growth);
    const now = subjectOf(page, growth);
    if (AT_CONSTANT_PRICES.test(growth.before.slice(-40)) || AT_CONSTANT_PRICES.test(now?.name ?? '')) continue;
    if (bound !== undefined) found.push(bound);
    else if (now !== undefined && isLevel(now) && growth.clause - now.clause <= 2 && !namesAnother(growth))
      found.push(fromYearBefore(page, growth, now) ?? ofNext(page, growth, overWholeBase(growth, now)));
  }
  return found.filter((relation) => relation !== undefined);
}

/** The words of its clause without those of growth. */
const wordsBefore = ({ lead }: Figure): string =>
  (lead.split(/[，；：]/).at(-1) ?? '').replace(
    /同比|比|较|上年|去年|分别|增长|下降|增幅|增速|上升|减少|提高|增加|大幅|均|达到|达|为|了|约|近|超|逾|年度|同期|[、和与及%]/g,
    '',
  );

/** 登记96项（上年71项），成交额增长50.6%: of money and of no number of things. */
const fitsSort = ({ sort }: Figure, called: Figure['sort'] | undefined): boolean =>
  called === undefined || sort === called || (sort !== 'count' && sort !== 'money');

/** 项目20个，带动投资增长8%: the growth has a subject of its own. */
const namesAnother = (growth: Figure): boolean => wordsBefore(growth).length >= 2;
