// Multiples (翻番, 是…的3倍, 杠杆), R&D over GDP, and amounts for each of what they were given to.

import { Rational } from '#kernel/exact/rational.ts';
import { growthOver, over, printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, beforeInSentence, byDistance, hasHappened, isAmount, isLevel, periodsAgree } from './find.ts';
import { implied, judge } from './judge.ts';
import type { Relation } from './relation.ts';

const TENTH = Rational.of(1, 10);
const SEVENTEEN_TWENTIETHS = Rational.of(17, 20);

/** The base stands right before the multiple: 比…增长2倍, 是…的3倍. */
function fromCompared(page: Page, times: Figure, now: Figure, base: Figure): Relation | undefined {
  const isGrowth = /(?:增长|提高|增加|扩大|多)了?(?:约|近)?$/.test(times.lead);
  const isMultiple = /^的$/.test(times.lead);
  if ((!isGrowth && !isMultiple) || /翻/.test(times.reading.raw) || times.clause !== base.clause) return undefined;
  const formula = `${valueText(now)} ÷ ${valueText(base)}${isGrowth ? ' − 1' : ''}`;
  return judge(
    { type: 'multiple', members: [now, base], stated: times, formula, compute: isGrowth ? growthOver : over, bond: 'sure' },
    page.figures,
  );
}

/** 从1049家增长到2054家，实现翻番. */
function fromPair(page: Page, times: Figure): Relation | undefined {
  const [now, before] = beforeInSentence(page, times).filter(isLevel);
  if (now === undefined || before === undefined || now.sort !== before.sort || times.clause - now.clause > 1) return undefined;
  const isPair = /(?:从|由|上年|去年|同期)[^，。；]*$/.test(before.lead) && /(?:到|至|达|为)[^，。；]*$/.test(now.lead);
  // 1860家，比2020年的620家增长2倍.
  const isCompared = /^[，、(（]?(?:比|较|是|为)(?:(?:19|20)\d\d年|上年|去年)[^，。；\d]{0,6}$/.test(now.lead) && isLevel(before);
  if (isCompared) return fromCompared(page, times, before, now);
  if (!isPair && !areYearsApart(before, now)) return undefined;
  const doubles = /翻/.test(times.reading.raw);
  const isGrowth = !doubles && /增长|提高|增加|扩大/.test(times.lead.slice(-6));
  // More than double is called 翻番 as well; short of it by a tenth is a manner of speaking.
  const isAlmost = /(?:接近|将近|近|几乎|基本)(?:实现)?$/.test(times.lead) || times.reading.bound === 'just_under';
  const low = isAlmost ? times.value.times(SEVENTEEN_TWENTIETHS) : times.value;
  const stated = doubles || isAlmost ? { ...times, range: { low, high: times.value.times(3).dividedBy(2) } } : times;
  const formula = `${valueText(now)} ÷ ${valueText(before)}${isGrowth ? ' − 1' : ''}`;
  return judge(
    {
      type: 'multiple',
      members: [now, before],
      stated,
      formula,
      compute: isGrowth ? growthOver : over,
      bond: 'sure',
      slackWeight: { upTo: times.value.times(TENTH), weight: 'wording' },
    },
    page.figures,
  );
}

/** 十年增长了4.6倍，从2012年的不足2万家，增至11.5万家: the two ends follow. */
function fromPairBehind(page: Page, times: Figure): Relation | undefined {
  const [before, now] = [page.figures[times.index + 1], page.figures[times.index + 2]];
  const isGrowth = /(?:增长|增加|扩大|提高)了?(?:约|近)?$/.test(times.lead);
  if (before === undefined || now === undefined || !isGrowth || /翻/.test(times.reading.raw)) return undefined;
  const isPair =
    [before, now].every((one) => isLevel(one) && one.sentence === times.sentence && hasHappened(one)) &&
    before.sort === now.sort &&
    before.clause - times.clause === 1 &&
    now.clause - before.clause <= 1 &&
    /^，(?:由|从)[^，。；]*$/.test(before.lead) &&
    /^[，的]?(?:增|增加|增长|提高|扩大|上升|发展|跃升)?(?:至|到)[^，。；\d]*(?:(?:19|20)\d\d年的?)?[^，。；\d]*$/.test(now.lead);
  if (!isPair) return undefined;
  const formula = `${valueText(now)} ÷ ${valueText(before)} − 1`;
  const slackWeight = { upTo: times.value.times(TENTH), weight: 'wording' } as const;
  // 不足2万家 is fewer than so many, however roundly it is told.
  const base = before.reading.bound === 'less_than' ? { ...before, range: { low: before.range.low, high: before.value } } : before;
  return judge(
    { type: 'multiple', members: [now, base], stated: times, formula, compute: growthOver, bond: 'sure', slackWeight },
    page.figures,
  );
}

const YEAR = /((?:19|20)\d\d)年[^，。；]*$/;

/** 2020年300家，2023年达到960家: the same thing in an earlier and a later year. */
function areYearsApart(before: Figure, now: Figure): boolean {
  const [from, to] = [YEAR.exec(before.lead)?.[1], YEAR.exec(now.lead)?.[1]];
  const own = now.lead.replace(/^.*年/, '').replace(/达到?|增至|为|有|共|约|[的末底，]|超过|突破/g, '');
  return from !== undefined && to !== undefined && from < to && (own === '' || before.lead.includes(own)) && now.index - before.index === 1;
}

/** 投资3000万元，发放贷款5.33亿元，放大十余倍. */
function leverage(page: Page, times: Figure): Relation | undefined {
  if (!/杠杆|放大/.test(times.lead + times.tail.slice(0, 10))) return undefined;
  const [near, far] = beforeInSentence(page, times).filter(({ sort }) => sort === 'money');
  if (near === undefined || far === undefined) return undefined;
  const [large, small] = near.value.isAtLeast(far.value) ? [near, far] : [far, near];
  return judge(
    {
      type: 'multiple',
      members: [large, small],
      stated: roomy(times),
      formula: `${valueText(large)} ÷ ${valueText(small)}`,
      compute: over,
      bond: 'likely',
    },
    page.figures,
  );
}

/** 十余倍 is any multiple from ten to twenty. */
const roomy = (times: Figure): Figure =>
  times.reading.bound === 'more_than' ? { ...times, range: { low: times.value, high: times.value.times(2) } } : times;

function nearest(page: Page, to: Figure, id: string): Figure | undefined {
  return around(page.figures, to)
    .filter(
      (other) =>
        other.reading.indicatorId === id &&
        other.sort === 'money' &&
        other.place === to.place &&
        hasHappened(other) &&
        periodsAgree(other, to),
    )
    .filter((other) => isAmount(other) && !/人均/.test(other.before.slice(-12)))
    .sort(byDistance(to))[0];
}

/** R&D spending over GDP; without GDP in the document, the GDP that the two imply. */
function intensity(page: Page, rate: Figure): Relation | undefined {
  if (rate.reading.indicatorId !== 'rd-intensity' || rate.sort !== 'part' || rate.reading.kind !== 'ratio' || !hasHappened(rate))
    return undefined;
  const spent = nearest(page, rate, 'rd-expenditure');
  if (spent === undefined || Math.abs(spent.index - rate.index) > 12) return undefined;
  const output = nearest(page, rate, 'gdp');
  if (output === undefined)
    return implied('implied', [spent, rate], `${valueText(spent)} ÷ ${valueText(rate)}`, over, '地区生产总值', 'money');
  const isTogether = output.paragraph === rate.paragraph && spent.paragraph === rate.paragraph;
  const found = judge(
    {
      type: 'intensity',
      members: [spent, output],
      stated: rate,
      formula: `${valueText(spent)} ÷ ${valueText(output)}`,
      compute: over,
      bond: isTogether ? 'sure' : 'likely',
    },
    page.figures,
  );
  // Research is counted a year later than product: only figures told together speak against each other.
  return found === undefined || isTogether || found.verdict === 'consistent' ? found : { ...found, verdict: 'cannot tell', weight: null };
}

/** The count before an amount; other amounts may stand between (49家企业获得补助500万元，提供保障13亿元). */
function countBefore(page: Page, money: Figure): Figure | undefined {
  const earlier = beforeInSentence(page, money);
  const count = earlier.findIndex((other) => other.sort !== 'money' || !isLevel(other));
  const found = earlier[count];
  if (found === undefined || found.sort !== 'count' || !isLevel(found) || money.clause - found.clause > 1 + count) return undefined;
  return found.value.isAtMost(1) || found.reading.measure === 'set_size' ? undefined : found;
}

/** 给予99家企业补助2.3亿元: what each received, for a person to judge. */
function forEach(page: Page, money: Figure): Relation | undefined {
  const isGiven = /补助|补贴|资助|支持|奖励|奖补|资金|获批|贷款|保障|经费/.test(money.lead);
  if (money.sort !== 'money' || !isLevel(money) || !isGiven) return undefined;
  const before = countBefore(page, money);
  if (before === undefined) return undefined;
  return implied(
    'implied',
    [money, before],
    `${valueText(money)} ÷ ${valueText(before)}`,
    over,
    `每${before.reading.unit ?? '个'}平均`,
    'money',
  );
}

/** 18.6件，是全省平均水平(12.4件)的1.5倍; 14478家，是去年全年的1.5倍: the base stands before 的, or follows. */
function ofBase(page: Page, times: Figure): Relation | undefined {
  if (!/的$/.test(times.lead) || /翻/.test(times.reading.raw)) return undefined;
  const [near, far] = beforeInSentence(page, times);
  const isBracketed = near !== undefined && /^[)）]?的$/.test(times.lead) && near.clause === times.clause;
  if (isBracketed && far !== undefined && far.sort === near.sort && isLevel(far) && times.clause - far.clause <= 1) {
    const formula = `${valueText(far)} ÷ ${valueText(near)}`;
    return judge({ type: 'multiple', members: [far, near], stated: times, formula, compute: over, bond: 'named' }, page.figures);
  }
  if (
    near === undefined ||
    !isLevel(near) ||
    times.clause - near.clause > 1 ||
    !/(?:是|为|达)(?:上年|去年|同期)[^，。；]*的$/.test(times.lead)
  )
    return undefined;
  return implied('implied', [near, times], `${valueText(near)} ÷ ${valueText(times)}`, over, '上年数', printOf(near));
}

export function multiples(page: Page): Relation[] {
  return page.figures.flatMap((figure) => {
    const found =
      (figure.reading.kind === 'multiple' || figure.sort === 'times') && figure.reading.measure !== 'rule'
        ? (leverage(page, figure) ?? fromPair(page, figure) ?? fromPairBehind(page, figure) ?? ofBase(page, figure))
        : (intensity(page, figure) ?? forEach(page, figure));
    return found ?? [];
  });
}
