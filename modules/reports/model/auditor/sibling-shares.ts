// Shares told side by side: parts and shares of one sentence are of one whole, and shares of parts that leave each other apart fill it at most.
import { Rational } from '#kernel/exact/rational.ts';
import { oddOne, type Sharing } from './called-wholes.ts';
import { over, valueText } from './claim.ts';
import { areApart, areLikelyApart } from './classes.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isLevel, runOf, subjectOf, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { canBeEqual, pointRange, quotientOf, type Range, totalOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

interface Pair extends Sharing {
  readonly whole: Range;
}

const isShare = ({ sort, reading }: Figure): boolean =>
  sort === 'part' && reading.kind === 'share' && reading.measure !== 'rule' && reading.bound === 'exact';
/** Says nothing of whose share it is: 占40%, (40%), 占比40%. */
const BARE = /^[，,(（]?(?:所?占比?(?:重|例)?(?:达到?|为|约)?)?$/;

/** 电子信息240家，占40%；装备制造180家，占30%: amount and share one after the other. */
function pairsOf(page: Page, first: Figure): Pair[] {
  const found: Pair[] = [];
  for (let i = first.index; ; i += 2) {
    const [part, share] = [page.figures[i], page.figures[i + 1]];
    if (part === undefined || share === undefined || part.sentence !== first.sentence || share.sentence !== first.sentence) break;
    const fits = isLevel(part) && hasHappened(part) && unitsFit(part, first) && isShare(share) && BARE.test(share.lead);
    const whole = fits ? quotientOf(part.range, share.range) : undefined;
    if (whole === undefined) break;
    found.push({ part, share, whole });
  }
  return found;
}

/** The whole on which most pairs agree, and the pairs that don't. */
function oddOnes(pairs: readonly Pair[]): readonly { readonly odd: Pair; readonly model: Pair }[] {
  const model = pairs.find((one) => pairs.filter((other) => canBeEqual(one.whole, other.whole)).length >= pairs.length - 1);
  if (model === undefined) return [];
  return pairs.filter((other) => !canBeEqual(model.whole, other.whole)).map((odd) => ({ odd, model }));
}

function ofOneWhole(page: Page): Relation[] {
  const found: Relation[] = [];
  for (let i = 0; i < page.figures.length; i++) {
    const first = page.figures[i];
    const pairs = first === undefined ? [] : pairsOf(page, first);
    if (pairs.length < 3) continue;
    i += 2 * pairs.length - 1;
    for (const { odd, model } of oddOnes(pairs)) {
      const relation = oddOne(page, odd, model);
      if (relation !== undefined) found.push(relation);
    }
  }
  return found;
}

/** A row of shares held against a hundred per cent. */
const besideHundred = (row: readonly Figure[], fits: boolean, wrong: string): Relation =>
  remark({
    type: 'sum',
    words: row.map(wordsOf),
    formula: `${row.map(valueText).join(' + ')} = 100%`,
    computed: Rational.sum(row.map(({ value }) => value)),
    stated: Rational.one,
    print: 'percent',
    verdict: fits ? 'consistent' : 'inconsistent',
    note: fits ? '' : wrong,
  });

/** Shares of more than this together are of several wholes. */
const MOST_OF_ALL = Rational.of(11, 10);

/** 三次产业占比分别为5.2%、44.3%、51.5%: more than the whole together. */
function beyondWhole(page: Page): Relation[] {
  return page.figures.flatMap((share) => {
    if (!isShare(share)) return [];
    const { position, length } = runOf(page, share);
    if (position !== 0 || length < 3) return [];
    const run = page.figures.slice(share.index, share.index + length);
    const sum = totalOf(run.map(({ range }) => range));
    const exact = Rational.sum(run.map(({ value }) => value));
    if (!run.every(isShare) || sum.low === null || exact.isMoreThan(MOST_OF_ALL) || !(areApart(run) || areLikelyApart(run))) return [];
    if (sum.high?.isLessThan(Rational.one) ?? true) return [];
    return [besideHundred(run, sum.low.isAtMost(Rational.one), '各部分占比之和超过100%')];
  });
}

const NAMED_SHARE = /^(?:[，、；]|[^，。；]{0,12}，)?(?:其中)?[^，。；、\d]{2,12}占(?:比)?$/;
const REST_SHARE = /^[，、；](?:其他|其余|其它)[^，。；、\d]{0,6}占(?:比)?$/;
const LEAST_ROW = 3;

/** 制造业占62.5%，信息业占21.5%，其他占16.0%: with all the rest they are a hundred. */
function withRest(page: Page): Relation[] {
  return page.figures.flatMap((rest) => {
    if (!isShare(rest) || !REST_SHARE.test(rest.lead)) return [];
    const row = [rest];
    for (let one = page.figures[rest.index - 1]; one !== undefined; one = page.figures[one.index - 1]) {
      if (one.sentence !== rest.sentence || !isShare(one) || !NAMED_SHARE.test(one.lead)) break;
      row.unshift(one);
    }
    const before = page.figures[(row[0]?.index ?? 0) - 1];
    // A share of another shape, or a number between, would be one more part.
    if (row.length < LEAST_ROW || (before !== undefined && before.sentence === rest.sentence && before.sort === 'part')) return [];
    const fits = canBeEqual(totalOf(row.map(({ range }) => range)), pointRange(Rational.one));
    return [besideHundred(row, fits, '各部分与其他部分的占比之和应为100%')];
  });
}

/** 制造业412家、服务业188家，分别占68.7%和31.3%，全市共600家: the whole is told behind. */
function wholeBehind(page: Page): Relation[] {
  return page.figures.flatMap((share) => {
    const { position, length } = runOf(page, share);
    if (!isShare(share) || position !== length - 1) return [];
    const first = page.figures[share.index - position];
    const whole = page.figures[share.index + 1];
    const own = length === 1 ? subjectOf(page, share) : undefined;
    const parts = own !== undefined ? [own] : page.figures.slice(share.index - position - length, share.index - position);
    if (first === undefined || whole === undefined || whole.sentence !== share.sentence || whole.clause - share.clause > 1) return [];
    const fits =
      /^[，；、(（]?(?:全[市省县区])?(?:共有?|合计|总计|总数)/.test(whole.lead.replace(/^[%‰]/, '')) &&
      parts.length === length &&
      parts.every(
        (part) => part.sentence === share.sentence && isLevel(part) && unitsFit(part, whole) && part.value.isLessThan(whole.value),
      );
    if (!fits) return [];
    return parts.flatMap((part, i) => {
      const stated = page.figures[first.index + i];
      const formula = `${valueText(part)} ÷ ${valueText(whole)}`;
      return stated === undefined
        ? []
        : (judge({ type: 'share', members: [part, whole], stated, formula, compute: over, bond: 'named' }, page.figures) ?? []);
    });
  });
}

export const siblingShares = (page: Page): Relation[] => [
  ...ofOneWhole(page),
  ...beyondWhole(page),
  ...wholeBehind(page),
  ...withRest(page),
];
