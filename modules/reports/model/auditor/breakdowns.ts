// Totals divided in the text (分活动类型看，甲…；乙…；丙…): the parts make the total told before, and each share told after is its part over it.

import { Rational } from '#kernel/exact/rational.ts';
import { calledBy } from './called-wholes.ts';
import { type Claim, over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isAmount, isComparedWith, isLevel, isSetBeside, runOf, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { closes, missesBySlip } from './loose-parts.ts';
import { coreOf } from './names.ts';
import { totalOf } from './range.ts';
import type { Relation } from './relation.ts';
import { wholeWords } from './wholes.ts';

const OPENS = /(?:^|[。\n])\s*(?:[(（][一二三四五六七八九十]{1,2}[)）])?(?:分|按)[^，。；、]{1,10}(?:看|分|划分|来看|统计)[，:：]/;
/** （一）按类型分。甲…；乙…: the cut is told as the heading of its sentence. */
const HEADED = /^(?:[(（][一二三四五六七八九十]{1,2}[)）]|\d{1,2}[.．、])?按[^，。；、]{1,10}(?:分|划分)$/;
const WITHIN = /[，；](?:分|按)[^，。；、\d]{1,8}(?:看|分|划分|来看|统计)[，:：][^，。；、]{1,10}$/;
const REACH = 40;

const isPart = (figure: Figure): boolean =>
  isLevel(figure) &&
  !isSetBeside(figure) &&
  !isComparedWith(figure) &&
  isAmount(figure) &&
  hasHappened(figure) &&
  (figure.sort === 'money' || figure.sort === 'count');

/** The amounts of the sentence that divides: one a part (；), all of one kind. */
function partsFrom(page: Page, first: Figure): Figure[] {
  const found: Figure[] = [];
  for (let i = first.index; i < page.figures.length && found.length < REACH; i++) {
    const figure = page.figures[i];
    if (figure === undefined || figure.sentence !== first.sentence) break;
    const isFirstOfPart = found.length === 0 || figure.part !== found.at(-1)?.part;
    if (isFirstOfPart && isPart(figure) && unitsFit(figure, first)) found.push(figure);
  }
  return found.length > 1 ? found : clausesFrom(page, first);
}

/** 基础研究8.2亿元，应用研究22.6亿元，试验发展155.6亿元: one a clause. */
function clausesFrom(page: Page, first: Figure): Figure[] {
  const found: Figure[] = [];
  for (let i = first.index; i < page.figures.length && found.length < REACH; i++) {
    const figure = page.figures[i];
    if (figure === undefined || figure.sentence !== first.sentence || !isPart(figure) || !unitsFit(figure, first)) break;
    found.push(figure);
  }
  return found;
}

const total = (parts: readonly { readonly value: Rational }[]): Rational => Rational.sum(parts.map(({ value }) => value));

/** The total told before that is of the size of the sum; the nearest to it in value. */
function wholeBefore(page: Page, parts: readonly Figure[]): Figure | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const sum = total(parts);
  const distance = (figure: Figure): Rational => figure.value.minus(sum).absolute();
  return page.figures
    .slice(Math.max(0, first.index - REACH), first.index + REACH)
    .filter((other) => !parts.includes(other) && (other.index < first.index || other.paragraph === first.paragraph))
    .filter(
      (other) =>
        isPart(other) &&
        other.reading.bound === 'exact' &&
        unitsFit(other, first) &&
        ((other.value.times(9).isAtMost(sum.times(10)) && sum.times(9).isAtMost(other.value.times(10))) ||
          (parts.length > 2 && sum.isAtMost(other.value.times(2)) && missesBySlip(parts, other))),
    )
    .sort((a, b) => distance(a).compare(distance(b)))[0];
}

interface Breakdown {
  readonly parts: readonly Figure[];
  readonly whole: Figure;
}

function breakdownsOf(page: Page): Breakdown[] {
  const found: Breakdown[] = [];
  let last = -1;
  for (const figure of page.figures) {
    // 620家，按领域分：甲186家、…: the cut may stand within the sentence of its whole.
    const isWithin = WITHIN.test(figure.lead);
    if (figure.sentence === last && !isWithin) continue;
    last = figure.sentence;
    if (!isPart(figure) || !(isWithin || OPENS.test(figure.before) || HEADED.test(figure.heading))) continue;
    const parts = partsFrom(page, figure);
    const whole = parts.length >= 2 ? wholeBefore(page, parts) : undefined;
    if (whole !== undefined) found.push({ parts, whole });
  }
  return found;
}

function sumOfParts(page: Page, { parts, whole }: Breakdown): Relation | undefined {
  const relation = judge(
    {
      type: 'sum',
      members: parts,
      stated: whole,
      formula: parts.map(valueText).join(' + '),
      compute: totalOf,
      bond: 'sure',
    },
    page.figures,
  );
  // Parts need not fill their whole: what is less is wrong only where a slip of the pen would fill it.
  const isLess = total(parts).isLessThan(whole.value) && !missesBySlip(parts, whole);
  return relation?.verdict === 'inconsistent' && isLess ? undefined : relation;
}

/** 企业、高等学校经费所占比重分别为A和B: whose share it is, by the words of its turn. */
function namesOfShare(page: Page, share: Figure): string {
  const { position, length } = runOf(page, share);
  const first = page.figures[share.index - position] ?? share;
  const clause = (first.lead.split(/[，；。：]/).at(-1) ?? '').replace(/(?:所占|占比|占|的?比重|的?比例).*$/, '');
  const names = clause.split(/、|和|与|及/);
  return coreOf(length > 1 && names.length === length ? (names[position] ?? '') : clause).replace(/经费$|投入$|支出$/, '');
}

const SHARE = /所占(?:比重|比例)|占比|比重|比例/;
const MOST_SHARES = 12;

/** The shares in the sentences behind, each with the part whose name it bears. */
function sharesOf(page: Page, { parts, whole }: Breakdown): Relation[] {
  const from = (parts.at(-1)?.index ?? 0) + 1;
  const found: Relation[] = [];
  for (const share of page.figures.slice(from, from + MOST_SHARES)) {
    if (share.paragraph !== parts[0]?.paragraph) break;
    const { position, length } = runOf(page, share);
    const first = page.figures[share.index - position] ?? share;
    const isOther = /占[^，。；]*(?:的|总)/.test(first.lead) && !callsWhole(page, share, whole);
    if (share.sort !== 'part' || share.reading.kind !== 'share' || !SHARE.test(first.lead) || isOther) continue;
    const name = namesOfShare(page, share);
    const called = name.length < 2 ? [] : parts.filter((one) => one.name.includes(name));
    // 三类专利占比依次为: a name that all parts bear calls none of them; their turn does.
    const part = called.length !== 1 && length === parts.length ? parts[position] : called[0];
    const relation = part === undefined ? undefined : judge(shareClaim(part, whole, share), page.figures);
    if (relation !== undefined) found.push(relation);
  }
  return found;
}

/** 占全国经费总量的比重: the share calls the total that was divided. */
function callsWhole(page: Page, share: Figure, whole: Figure): boolean {
  const core = calledBy(wholeWords(page, share));
  return core.length >= 2 && whole.name.replace(/(?:投入|支出)$/, '').endsWith(core);
}

const shareClaim = (part: Figure, whole: Figure, share: Figure): Claim => ({
  type: 'share',
  members: [part, whole],
  stated: share,
  formula: `${valueText(part)} ÷ ${valueText(whole)}`,
  compute: over,
  bond: 'named',
});

const BARE = /^[，,(（]?(?:所)?占(?:比|比重)?(?:为|达到?|约)?$/;

/** 企业104亿元，增长12%，占81%；…: where the parts make their whole, the share behind each is of it. */
function ownShares(page: Page, { parts, whole }: Breakdown): Relation[] {
  if (!closes(parts, whole)) return [];
  return parts.flatMap((part) => {
    const share = page.figures
      .slice(part.index + 1, part.index + NEAR)
      .find((one) => one.part === part.part && one.sort === 'part' && one.reading.kind === 'share');
    const isOwn =
      share !== undefined &&
      runOf(page, share).length === 1 &&
      BARE.test(share.lead) &&
      !parts.some(({ index }) => index > part.index && index < share.index);
    return isOwn ? (judge(shareClaim(part, whole, share), page.figures) ?? []) : [];
  });
}
const NEAR = 4;

export const breakdowns = (page: Page): Relation[] =>
  breakdownsOf(page).flatMap((one) => [
    ...[sumOfParts(page, one)].flatMap((sum) => sum ?? []),
    ...sharesOf(page, one),
    ...ownShares(page, one),
  ]);
