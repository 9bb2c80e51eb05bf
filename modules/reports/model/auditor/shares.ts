// Shares: what the part is, by the words before 占; what is printed is set beside part over whole.
import { Rational } from '#kernel/exact/rational.ts';
import { type Call, calledWholes, oddCalls } from './called-wholes.ts';
import { type Claim, over, printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, beforeInText, hasHappened, isLevel, runOf, sortCalled, subjectOf, unitsFit } from './find.ts';
import { implied, judge } from './judge.ts';
import { coreOf } from './names.ts';
import { holdsWhole, productOf, quotientOf } from './range.ts';
import type { Relation } from './relation.ts';
import { ofWholeBetween } from './whole-between.ts';
import { areOfOneYear, hasSameWhole, type Whole, wholesOf, wholeWords } from './wholes.ts';

const isShare = (figure: Figure): boolean => {
  const { reading, sort, lead } = figure;
  const says = reading.kind === 'share' || (reading.kind === 'ratio' && /占[^，。；]*$/.test(lead));
  return (
    sort === 'part' &&
    says &&
    !/^[:：∶]$/.test(lead) &&
    !/^[:：∶]\d/.test(figure.after) &&
    !/(?:从|由)$/.test(lead) &&
    reading.measure !== 'rule' &&
    hasHappened(figure)
  );
};

const FILLER = /其中|分别|约|均|仅|也|已|就|还|只|共|合计|其|并|且|、|和|与|及|%/g;

/** The words of the clause before 占 or 比重: empty where the share speaks of the figure before it. */
function subjectWords({ lead }: Figure): string {
  const clause = lead.split(/[，；：。]/).at(-1) ?? '';
  const words = /^(.*?)(?:所?占|比重|比例|份额)/.exec(clause)?.[1] ?? '';
  return words.replace(FILLER, '');
}

/** 数量占, 金额占: which sort of figure the word calls for. */
const SORT_WORDS: readonly (readonly [RegExp, Figure['sort']])[] = [
  [/^(?:总|成交|合同|交易)*(?:金额|额|资金|经费)$/, 'money'],
  [/^(?:总)?(?:数量|数|项数|家数|总量)$/, 'count'],
];

/** 占合同数的81.3%、成交额的88.1%: what the whole is called by tells whether things or money are shared. */
const sortOfWhole = (page: Page, share: Figure): Figure['sort'] | undefined =>
  sortCalled(/^[、和与及]([^，。；、\d占]{1,12})的$/.exec(share.lead)?.[1] ?? wholeWords(page, share));

/** 2706项、99.73亿元，占合同数的81.3%: of two numbers told of one thing, the one of the whole's sort. */
function ofSort(page: Page, figure: Figure | undefined, sort: Figure['sort'] | undefined): Figure | undefined {
  if (figure === undefined || sort === undefined || figure.sort === sort || !/^(?:count|money)$/.test(figure.sort)) return figure;
  const other = page.figures[figure.index - 1];
  const isBeside = other !== undefined && other.clause === figure.clause && isLevel(other) && /^[、和与及]$/.test(figure.lead);
  return isBeside && other.sort === sort ? other : undefined;
}

const REACH = 12;

/** The level that the share is of: the figure before it, or the one that bears the name its clause begins with. */
function partOf(page: Page, share: Figure): Figure | undefined {
  const words = subjectWords(share);
  const isAlone = runOf(page, share).length === 1;
  const before = isAlone ? ofSort(page, subjectOf(page, share), sortOfWhole(page, share)) : subjectOf(page, share);
  // 分别为386家、274家、198家，合计占66.6%: of all of the row, and not of its last one.
  if (/^，(?:合计|共计|总共|共)占/.test(share.lead) && before !== undefined && runOf(page, before).length > 1) return undefined;
  if (words === '' || !isAlone) return before !== undefined && share.clause - before.clause <= 3 ? before : undefined;
  const sort = SORT_WORDS.find(([shape]) => shape.test(words))?.[1];
  if (sort !== undefined)
    return before?.sort === sort && !/平均|[户家项人件笔]均/.test(before.lead) && share.clause - before.clause <= 2 ? before : undefined;
  const core = coreOf(words);
  // 其中企业投入45.6亿元，企业占比达87%: the clause before begins with the word.
  if (core.length === 2 && before !== undefined && share.index - before.index === 1 && share.clause - before.clause === 1)
    return before.lead.replace(/^[，；：:]*(?:其中)?[，：:]?/, '').startsWith(core) ? before : undefined;
  if (core.length < 3) return undefined;
  return beforeInText(page, share, REACH).find((other) => isLevel(other) && hasHappened(other) && namedFully(other, core));
}

/** 企业登记的技术合同 is no 技术合同 of all: the name has to be whole. */
const namedFully = ({ name, lead, reading }: Figure, core: string): boolean =>
  name === core ||
  // 其中制造业206家，…，制造业占64%: the words right before the number.
  lead.replace(/^[，、；]*(?:其中)?/, '') === core ||
  (core.endsWith(name) && name.length >= 4 && lead.includes(core)) ||
  coreOf(reading.indicator) === core;

/** A count over a printed share must be a whole number of something. */
function isImpossible(part: Figure, share: Figure): boolean {
  if (part.sort !== 'count' || part.reading.bound !== 'exact' || share.reading.bound !== 'exact') return false;
  // 四个领域分别占17.3%、16.8%, 三种专利的比例为35:49:16: the number of those whose shares follow is no part itself.
  if (/(?:分别|各)占|比例(?:分别)?[为是]|之比[为是]/.test(part.tail)) return false;
  // 覆盖11个乡镇、84%的村, 有4个，合计占69%: of other things, or of what those have.
  if ((/、$/.test(share.lead) && /^%?的/.test(share.tail)) || /(?:合计|共|总计)占[^，。；]*$/.test(share.lead)) return false;
  const whole = quotientOf(part.range, share.range);
  return whole !== undefined && part.value.isWhole() && part.value.isPositive() && !holdsWhole(whole);
}

function shareAlone(part: Figure, share: Figure, isNamed: boolean): Relation | undefined {
  const print = printOf(part);
  const formula = `${valueText(part)} ÷ ${valueText(share)}`;
  const found = implied('implied_total', [part, share], formula, ([a, b]) => a && b && quotientOf(a, b), '总量', print);
  if (found === undefined || isNamed || !isImpossible(part, share)) return found;
  return { ...found, verdict: 'inconsistent', weight: 'error', note: `没有任何整数的总量能使${valueText(part)}占${valueText(share)}` };
}

const shareClaim = (page: Page, part: Figure, share: Figure, whole: Figure, bond: Claim['bond']): Relation | undefined =>
  judge(
    {
      type: 'share',
      members: [part, whole],
      stated: share,
      formula: `${valueText(part)} ÷ ${valueText(whole)}`,
      compute: over,
      bond,
    },
    page.figures,
  );

const BARE = /^[，,(（]?(?:所)?占比?(?:重|例)?(?:达到?|为|约)?$/;

/** 各类机构183家，占24.4%，其中甲类176家，占23.5%: the second share may be of the same whole as the first. */
function ofWholesWhole(page: Page, part: Figure, share: Figure, middle: Figure): Relation | undefined {
  const its = page.figures[middle.index + 1];
  const isToldSo = its !== undefined && its.sentence === share.sentence && isShare(its) && BARE.test(its.lead) && BARE.test(share.lead);
  const relation = !isToldSo
    ? undefined
    : judge(
        {
          type: 'share',
          members: [part, middle, its],
          stated: share,
          formula: `${valueText(part)} ÷ (${valueText(middle)} ÷ ${valueText(its)})`,
          compute: ([own, other, ofWhole]) => {
            const whole = other && ofWhole && quotientOf(other, ofWhole);
            return own && whole && quotientOf(own, whole);
          },
          bond: 'likely',
        },
        page.figures,
      );
  return relation?.verdict === 'consistent' ? relation : undefined;
}

/** The first whole is the best bound; another one only speaks for the share, never against it. */
function shareOver(page: Page, part: Figure, share: Figure, wholes: readonly Whole[]): Relation | undefined {
  // 突破三千亿元 holds what the number itself doesn't: of one thing told both ways the number is the whole.
  const isTold = wholes.some(({ figure, bond }) => bond !== 'likely' && figure.reading.bound === 'exact');
  const able = isTold ? wholes.filter(({ figure }) => figure.reading.bound === 'exact') : wholes;
  const judged = able.map(({ figure, bond }) => shareClaim(page, part, share, figure, bond));
  const [first] = able;
  const [best] = judged;
  const middle = first?.figure;
  const above = best?.verdict === 'consistent' || middle === undefined ? undefined : ofWholesWhole(page, part, share, middle);
  if (above !== undefined) return above;
  if (best?.verdict === 'consistent' || first?.bond === 'sure') return best;
  return judged.find((relation) => relation?.verdict === 'consistent') ?? best;
}

/** 规上工业企业中有研发活动的占比达58%: the whole is named and counted before, the part is not told. */
function impliedPart(page: Page, share: Figure): Relation | undefined {
  const words = /([^，。；、]{2,20})中[^，。；]{2,20}(?:所?占|比重|比例)/.exec(share.lead)?.[1];
  if (words === undefined) return undefined;
  const core = coreOf(words).replace('规模以上', '规上');
  const whole = beforeInText(page, share, REACH).find(
    (other) => isLevel(other) && hasHappened(other) && other.place === share.place && other.name.replace('规模以上', '规上').endsWith(core),
  );
  if (whole === undefined || core.length < 3) return undefined;
  const print = printOf(whole);
  const formula = `${valueText(whole)} × ${valueText(share)}`;
  return implied('implied', [share, whole], formula, ([a, b]) => a && b && productOf(a, b), '部分数', print);
}

/** 规上工业企业1240家，建有研发机构的558家，占比45%: without a word of the whole, the greater count right before. */
function ofGreaterBefore(page: Page, share: Figure, part: Figure): Relation | undefined {
  if (!/^[，,(（；]?(?:所)?占比?(?:重|例)?(?:达到?|为|约)?$/.test(share.lead) || share.index - part.index !== 1) return undefined;
  const whole = page.figures[part.index - 1];
  const fits =
    whole !== undefined &&
    whole.sentence === part.sentence &&
    part.clause - whole.clause <= 1 &&
    isLevel(whole) &&
    hasHappened(whole) &&
    unitsFit(part, whole) &&
    whole.place === part.place &&
    whole.value.isMoreThan(part.value) &&
    !/；/.test(part.lead) &&
    !/、|和|与|及/.test(part.lead.charAt(0));
  return fits ? shareClaim(page, part, share, whole, 'likely') : undefined;
}

const isPlaceBehind = (share: Figure, whole: Figure, place: string): boolean =>
  whole.sentence === share.sentence &&
  whole.clause - share.clause <= 1 &&
  new RegExp(`^[，(（]${place}(?:共|总量|总数|合计)?(?:为|有|达)?$`).test(whole.lead);

/** 占地方财政支出的比重为6.2%，地方财政支出687亿元: the whole that the share names is told right behind it. */
function ofWholeBehind(page: Page, share: Figure, part: Figure): Relation | undefined {
  const whole = page.figures[share.index + 1];
  // 占全市的63%，全市为2000亿元: the place alone calls the same thing there.
  const place = /占(全[国省市县区])(?:总量|总数|总额)?的?(?:比重|比例)?(?:为|达到?)?$/.exec(share.lead)?.[1];
  if (whole !== undefined && place !== undefined && isPlaceBehind(share, whole, place) && unitsFit(part, whole) && isLevel(whole))
    return shareClaim(page, part, share, whole, 'sure');
  const named = /占(?:当年|全部|同期)?([^，。；]{2,16}?)的?(?:比重|比例)?(?:达到?|为|约)?$/.exec(share.lead)?.[1];
  if (whole === undefined || named === undefined || whole.sentence !== share.sentence || whole.clause - share.clause !== 1)
    return undefined;
  const isNamed =
    coreOf(named).length >= 2 && (whole.name.endsWith(coreOf(named)) || coreOf(named).endsWith(whole.name) || whole.lead.endsWith(named));
  return isNamed && isLevel(whole) && !hasSameWhole(page, share, whole) && unitsFit(part, whole) && whole.value.isMoreThan(part.value)
    ? shareClaim(page, part, share, whole, 'named')
    : undefined;
}

interface Known {
  readonly whole: Figure;
  readonly share: Figure;
}

/** Shares with the part before them and the words of their whole. */
const callsOf = (page: Page): Call[] =>
  page.figures.flatMap((share) => {
    const part = isShare(share) && share.inTable === null ? partOf(page, share) : undefined;
    return part !== undefined && isLevel(part) && part.value.isPositive() ? [{ share, part, words: wholeWords(page, share) }] : [];
  });

/** Every share that stands behind a count or an amount. */
export function shares(page: Page): Relation[] {
  const calls = callsOf(page);
  const known = calledWholes(page, calls);
  const found: Relation[] = oddCalls(page, calls, known);
  let last: Known | undefined;
  for (const share of page.figures) {
    const between = ofWholeBetween(page, share);
    if (between !== undefined) found.push(between);
    if (between !== undefined || !isShare(share)) continue;
    const part = partOf(page, share);
    if (part === undefined || !isLevel(part) || part.value.isAtMost(Rational.zero)) {
      found.push(...[impliedPart(page, share)].flatMap((one) => one ?? []));
      continue;
    }
    const called = known.get(share.index);
    if (called !== undefined && called.index !== part.index) {
      found.push(...[shareClaim(page, part, share, called, 'named')].flatMap((one) => one ?? []));
      continue;
    }
    const { wholes, isNamed } = wholesOf(page, share, part);
    // The shares of one sentence are of one whole, unless they name another.
    const siblings = isNamed || last === undefined || last.share.sentence !== share.sentence ? [] : [last.whole];
    const more = siblings.filter((whole) => unitsFit(part, whole) && areOfOneYear(part, whole) && whole.value.isAtLeast(part.value));
    const all = [...wholes, ...more.map((figure): Whole => ({ figure, bond: 'likely' }))];
    const relation =
      ofWholeBehind(page, share, part) ?? (all.length === 0 ? ofGreaterBefore(page, share, part) : shareOver(page, part, share, all));
    if (relation !== undefined && (relation.verdict !== 'cannot tell' || wholes.length > 0 || all.length === 0)) found.push(relation);
    else if (share.reading.indicatorId !== 'rd-intensity' && directlyBefore(page, share, part))
      found.push(...[shareAlone(part, share, isNamed)].flatMap((one) => one ?? []));
    const whole = relation?.verdict === 'consistent' ? page.figures[relation.spans[1]?.figure ?? -1] : undefined;
    if (whole !== undefined) last = { whole, share };
  }
  return found;
}

/** In its own sentence, or in the one before where the share repeats its name. */
const directlyBefore = (page: Page, share: Figure, part: Figure): boolean =>
  beforeInSentence(page, share).includes(part) || (share.sentence - part.sentence === 1 && subjectWords(share) !== '');
