// Changes and differences: end minus beginning, in numbers, percentage points or places of a ranking.

import { type Compute, minus, signedChange, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, beforeInSentence, byDistance, hasHappened, isAmount, isLevel, namesLike, runOf } from './find.ts';
import { implied, judge } from './judge.ts';
import { filledBy } from './loose-parts.ts';
import { isWider, type Place, placeIn } from './places.ts';
import { differenceOf, magnitudeOf, negativeOf } from './range.ts';
import type { Relation } from './relation.ts';

const FROM = /(?:从(?![事业])|由)[^，。；]*$/;
const TO = /(?:到|至)(?:(?:19|20)\d\d年)?[^，。；\d]{0,4}$/;

/** A pair 由A提高到B before the change, nearest first. */
function pairBefore(earlier: readonly Figure[], fits: (figure: Figure) => boolean): readonly [Figure, Figure] | undefined {
  for (let i = 0; i + 1 < earlier.length; i++) {
    const [to, from] = [earlier[i], earlier[i + 1]];
    if (to && from && fits(to) && fits(from) && TO.test(to.lead) && FROM.test(from.lead)) return [from, to];
  }
  return undefined;
}

/** 由60%提高到75%，提高15个百分点; 由320家增加到380家，增加60家. */
function fromPair(page: Page, change: Figure): Relation | undefined {
  if (/年均|平均每年|每年/.test(change.lead)) return undefined;
  const sort = change.sort === 'points' ? 'part' : change.sort;
  const pair = pairBefore(beforeInSentence(page, change), (other) => other.sort === sort);
  if (pair === undefined) return undefined;
  const [from, to] = pair;
  // 由571亿元推高到643亿元；出口额净增7亿元: of another item.
  if (to.part !== change.part) return undefined;
  const isGain = change.sort === 'rank';
  const members = isGain || to.value.isLessThan(from.value) ? [from, to] : [to, from];
  const [a, b] = members;
  if (a === undefined || b === undefined) return undefined;
  const stated = signedChange(change);
  return judge(
    {
      type: change.sort === 'rank' ? 'rank' : 'change',
      members,
      stated,
      formula: `${valueText(a)} − ${valueText(b)}`,
      compute: minus,
      bond: 'sure',
    },
    page.figures,
  );
}

/** 净增18家，总数由76家增至94家. */
function pairBehind(page: Page, change: Figure): Relation | undefined {
  const [from, to] = [page.figures[change.index + 1], page.figures[change.index + 2]];
  const fits = (figure: Figure | undefined): figure is Figure =>
    figure !== undefined && figure.sentence === change.sentence && figure.sort === (change.sort === 'points' ? 'part' : change.sort);
  if (!fits(from) || !fits(to) || from.clause - change.clause !== 1 || !FROM.test(from.lead) || !TO.test(to.lead)) return undefined;
  const isTotal = /^，?(?:全[市县区省])?(?:总数|总量|总额|数量|由|从|累计)/.test(from.lead);
  if (!isTotal || !/(?:净增|增加|增长|提高|提升|减少|下降|降低)[^，。；]*$/.test(change.lead) || change.sort === 'rank') return undefined;
  const [a, b] = to.value.isLessThan(from.value) ? [from, to] : [to, from];
  const stated = signedChange(change);
  const formula = `${valueText(a)} − ${valueText(b)}`;
  return judge({ type: 'change', members: [a, b], stated, formula, compute: minus, bond: 'named' }, page.figures);
}

const DIFFERENCE =
  /(?:高于|低于|快于|慢于|高出|超过|超|高|低|比|较)((?:全国|全省|全市|我省|我市|[一-龥]{2,3}省(?=[^一-龥]|平均|$))[^，。；]*)$/;
const placeCalled = (words: string): Place | undefined => placeIn(words) ?? (/^[一-龥]{2,3}省/.test(words) ? 'province' : undefined);

/** A growth beside a growth, a share beside a share. */
const areOfKind = (a: Figure, b: Figure): boolean =>
  a.sort === 'part' && (a.reading.kind === 'yoy_growth') === (b.reading.kind === 'yoy_growth');

/** The rate of the wider place, where the document gives it. */
function otherRate(page: Page, rate: Figure, place: string): Figure | undefined {
  const wide = placeCalled(place);
  return around(page.figures, rate)
    .filter(
      (other) =>
        other.index !== rate.index && areOfKind(other, rate) && wide !== undefined && other.place === wide && isWider(wide, rate.place),
    )
    .filter((other) => namesLike(other, rate) === 'same' && hasHappened(other))
    .sort(byDistance(rate))[0];
}

const BEYOND = /(?:高于|低于|快于|慢于|高出|低出)[^，。；]*$/;
export const OF_BASE = /(?:上年|去年|上一年|前一年|同期|(?:较|比)(?:(?:19|20)\d\d年|年初))[^，。；增]*$/;
/** 高, 低 behind the rate that it is compared with. */
const ASIDE = /^[)）]?的?(?:高|快|低|慢|多|少)(?:出|了)?$/;
const FALLS = /低于|慢于|低出|[低慢少](?:出|了)?$|下降|降低|回落|下滑|减少|收窄|放缓/;

/** 比上年的2.13%提高0.23个百分点; 高于全省平均水平(42.6%)5.6个百分点; 上年为41.2%，提升5.3个百分点: the other rate stands right before. */
function fromOtherRate(page: Page, change: Figure): Relation | undefined {
  const [base, ...others] = beforeInSentence(page, change);
  // 38.6%，比上年的36.9%提高1.7个百分点，高于目标（38.0%）0.6个百分点: what was compared before is not what is compared now.
  const now =
    base !== undefined && BEYOND.test(base.lead) && base.sort === 'part'
      ? others.find((one) => one.sort === 'part' && !OF_BASE.test(one.lead) && !BEYOND.test(one.lead))
      : others[0];
  if (
    base === undefined ||
    now === undefined ||
    base.sort !== now.sort ||
    // 依次为20.1%、66.2%、13.7%，其中甲占比比上年的…: the last of a row is not what is compared.
    runOf(page, now).length > 1 ||
    base.sort !== (change.sort === 'points' ? 'part' : change.sort) ||
    change.clause - base.clause > 1
  )
    return undefined;
  const isBase =
    OF_BASE.test(base.lead) ||
    (BEYOND.test(base.lead) && /^[)）的]/.test(change.lead)) ||
    // 比全市规上工业（8.2%）高3.4个百分点: the side is told behind the bracket.
    (/(?:比|较)[^，。；\d]{2,16}[(（]?$/.test(base.lead) && ASIDE.test(change.lead));
  const isBoth = /(?:前者|两者|二者)[^，。；]*$/.test(change.lead);
  const isBracketed = /^[)）]/.test(change.lead) || ASIDE.test(change.lead);
  const isOneKind = (base.reading.kind === 'yoy_growth') === (now.reading.kind === 'yoy_growth') || isBracketed;
  if ((!isBase && !isBoth) || base.clause - now.clause > 3 || !isOneKind) return undefined;
  const words = `${/[^，。；]*$/.exec(base.lead)?.[0] ?? ''}${change.lead}`;
  const isApart = /相差|差距/.test(change.lead);
  const [a, b] = isApart && now.value.isLessThan(base.value) ? [base, now] : [now, base];
  return judge(
    {
      type: 'change',
      members: [a, b],
      stated: signedChange(change, !isApart && FALLS.test(words)),
      formula: `${valueText(a)} − ${valueText(b)}`,
      compute: minus,
      bond: 'sure',
    },
    page.figures,
  );
}

/** 达到1.95%，比上年提高0.14个百分点，高于全省0.27个百分点: what they say of last year and of the province. */
function fromRate(page: Page, change: Figure): Relation | undefined {
  const rate = beforeInSentence(page, change).find((other) => other.sort === 'part');
  if (rate === undefined || change.clause - rate.clause > 4) return undefined;
  const compared = DIFFERENCE.exec(change.lead)?.[1];
  const signed =
    /低于|低|慢于|慢/.test(change.lead.slice(-14)) && !change.value.isNegative()
      ? { ...change, value: change.value.negated(), range: negativeOf(change.range) }
      : change;
  const other = compared === undefined ? undefined : otherRate(page, rate, compared);
  if (other !== undefined)
    return judge(
      {
        type: 'change',
        members: [rate, other],
        stated: signed,
        formula: `${valueText(rate)} − ${valueText(other)}`,
        compute: minus,
        bond: 'likely',
      },
      page.figures,
    );
  const what = compared === undefined ? '上年数' : '对照地区的数';
  return implied('implied', [rate, signed], `${valueText(rate)} − ${valueText(change)}`, minus, what, 'percent');
}

/** 排名第3位，比上年提升1位: fourth the year before. */
function fromRank(page: Page, change: Figure): Relation | undefined {
  const rank = beforeInSentence(page, change).find((other) => other.reading.kind === 'rank');
  if (rank === undefined || change.clause - rank.clause > 2) return undefined;
  const falls = /下降|后退|后移|下滑|回落/.test(change.lead);
  const compute: Compute = ([a, b]) => a && b && (falls ? differenceOf(a, magnitudeOf(b)) : differenceOf(a, negativeOf(magnitudeOf(b))));
  return implied('implied', [rank, change], `${valueText(rank)} ${falls ? '−' : '+'} ${valueText(change)}`, compute, '上年位次', 'number');
}

/** 居全省第5位，比上年第8位上升3位. */
function fromOtherRank(page: Page, change: Figure): Relation | undefined {
  const [base, now] = beforeInSentence(page, change);
  if (base?.reading.kind !== 'rank' || now?.reading.kind !== 'rank' || !/(?:上年|去年|较|比)[^，。；]*$/.test(base.lead)) return undefined;
  if (change.clause - base.clause > 1 || base.clause - now.clause > 1) return undefined;
  const falls = /下降|后退|后移|下滑|回落/.test(change.lead);
  const [a, b] = falls ? [now, base] : [base, now];
  const stated = signedChange(change);
  const formula = `${valueText(a)} − ${valueText(b)}`;
  return judge({ type: 'rank', members: [a, b], stated, formula, compute: minus, bond: 'sure' }, page.figures);
}

/** 比上年增加60家 behind a level, with last year's level in the same sentence. */
function fromLevels(page: Page, change: Figure): Relation | undefined {
  const earlier = beforeInSentence(page, change).filter((other) => isLevel(other) && other.sort === change.sort && isAmount(other));
  const base = earlier.find(
    ({ lead, part }) =>
      part === change.part &&
      /(?:(?:上年|去年|上一年|同期)[^，。；增减净]*|(?:较|比)(?:(?:19|20)\d\d年|年初)[^，。；\d增减净]*)$/.test(lead),
  );
  const now = earlier.find((other) => other !== base && !/新增|新认定|净增|迁入|引进|撤销|退出|注销|取消|摘牌/.test(other.lead));
  if (base === undefined || now === undefined || Math.abs(now.index - base.index) > 1 || !/(?:增|减|净|多|少)[^，。；]*$/.test(change.lead))
    return undefined;
  const over = (level: Figure): Relation | undefined =>
    judge(
      {
        type: 'change',
        members: [level, base],
        stated: change,
        formula: `${valueText(level)} − ${valueText(base)}`,
        compute: minus,
        bond: 'sure',
      },
      page.figures,
    );
  const whole = filledBy(page, now);
  const own = over(now);
  return whole === undefined || own?.verdict === 'consistent' ? own : over(whole);
}

/** 18.6件，高于全省平均水平(16.2件)2.4件: behind the bracket stands the difference. */
function isOverBracket(page: Page, change: Figure): boolean {
  const base = page.figures[change.index - 1];
  return (
    /^[)）]$/.test(change.lead) && base !== undefined && BEYOND.test(base.lead) && isLevel(change) && base.sentence === change.sentence
  );
}

export function changes(page: Page): Relation[] {
  const found: (Relation | undefined)[] = [];
  for (const change of page.figures) {
    const isBeyond = change.sort === 'points' && change.reading.measure === 'difference';
    const isMoreBy = isLevel(change) && /^(?:多|少|增加|减少)了?$/.test(change.lead);
    if ((change.reading.kind !== 'change' || !hasHappened(change)) && !isBeyond && !isMoreBy && !isOverBracket(page, change)) continue;
    const pair = fromPair(page, change) ?? pairBehind(page, change);
    const other =
      pair ??
      (change.sort === 'points' || isOverBracket(page, change)
        ? fromOtherRate(page, change)
        : change.sort === 'rank'
          ? fromOtherRank(page, change)
          : undefined);
    if (other !== undefined) found.push(other);
    else if (change.sort === 'points') found.push(fromRate(page, change));
    else if (change.sort === 'rank') found.push(fromRank(page, change));
    else found.push(fromLevels(page, change));
  }
  return found.filter((relation) => relation !== undefined);
}
