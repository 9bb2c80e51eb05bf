// Targets: what is said to be fulfilled is at least the target; a rate of fulfilment is the result over the target.

import { printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, beforeInSentence, bestNamed, hasHappened, isLevel } from './find.ts';
import { judge } from './judge.ts';
import { quotientOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const isTarget = ({ reading }: Figure): boolean => reading.kind === 'target' || reading.status === 'target';

const FULFILS =
  /(?:超额|圆满|全面|提前|顺利|较好)?(?:完成|实现|达到|超过|突破)(?:了)?(?:全年|年度|年初|市定|省定|既定|预定|预期|下达的?|确定的?)*[^，。；]{0,10}$/;

/** 净增42家，超额完成全年净增30家的目标. */
function met(page: Page, target: Figure): Relation | undefined {
  const isNamed =
    /^[^，。；]{0,8}(?:目标|任务)/.test(target.tail) && FULFILS.test(target.lead) && !/未|没有|尚|距|力争|确保/.test(target.lead);
  if (!isNamed) return undefined;
  const result = beforeInSentence(page, target).find(
    (other) => other.sort === target.sort && hasHappened(other) && !isTarget(other) && (isLevel(other) || other.reading.kind === 'change'),
  );
  if (result === undefined || target.clause - result.clause > 1) return undefined;
  const fails = result.range.high !== null && target.range.low !== null && result.range.high.isLessThan(target.range.low);
  return remark({
    type: 'target_met',
    words: [wordsOf(result), wordsOf(target)],
    formula: `${valueText(result)} ≥ ${valueText(target)}`,
    computed: result.value,
    stated: target.value,
    print: printOf(target),
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? `文中称完成目标，但${valueText(result)}小于目标${valueText(target)}` : '',
  });
}

const FULFILMENT =
  /(?:(?:完成|占|达到?)[^，。；]{0,8}(?:目标|任务|计划)(?:任务|数|值|总量)?的?|完成率(?:达到|达|为)?|目标完成率(?:达到|达|为)?)$/;

/** 目标100亿元，实际完成106亿元，完成年度目标的106%. */
function fulfilment(page: Page, rate: Figure): Relation | undefined {
  if (rate.sort !== 'part' || !FULFILMENT.test(rate.before)) return undefined;
  const earlier = beforeInSentence(page, rate).filter((other) => rate.clause - other.clause <= 4);
  const target = earlier.find((other) => /(?:目标|任务|计划)[^，。；]{0,8}$/.test(other.lead) || /^(?:的)?(?:目标|任务)/.test(other.tail));
  const result = earlier.find((other) => other !== target && other.sort === target?.sort && isLevel(other));
  if (target === undefined || result === undefined || !/完成|实现|达|实际/.test(result.lead)) return undefined;
  return judge(
    {
      type: 'rate',
      members: [result, target],
      stated: rate,
      formula: `${valueText(result)} ÷ ${valueText(target)}`,
      compute: ([a, b]) => a && b && quotientOf(a, b),
      bond: 'sure',
    },
    page.figures,
  );
}

/** Next year's target beside this year's result, for a person to see whether it asks for more or for less. */
function beside(page: Page, target: Figure): Relation | undefined {
  const results = around(page.figures, target).filter(
    (other) =>
      !isTarget(other) &&
      other.sort === target.sort &&
      other.place === target.place &&
      hasHappened(other) &&
      other.reading.kind !== 'yoy_growth',
  );
  const result = bestNamed(results, target, target, ['same', 'like', 'kin']);
  if (result === undefined || result.sort === 'rank' || result.sentence === target.sentence) return undefined;
  const order = target.value.compare(result.value);
  const words = order > 0 ? '目标高于已达到的数' : order < 0 ? '目标低于已达到的数' : '目标等于已达到的数';
  return remark({
    type: 'target_vs_actual',
    words: [wordsOf(target), wordsOf(result)],
    formula: '目标与已达到的数',
    computed: result.value,
    stated: target.value,
    print: printOf(target),
    verdict: 'cannot tell',
    note: `${words}：目标${valueText(target)}，已达到${valueText(result)}`,
  });
}

export function targets(page: Page): Relation[] {
  return page.figures.flatMap((figure) => {
    if (!isTarget(figure)) return [fulfilment(page, figure)].flatMap((one) => one ?? []);
    return [met(page, figure) ?? beside(page, figure)].flatMap((one) => one ?? []);
  });
}
