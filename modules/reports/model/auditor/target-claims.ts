// What is said of a target that stands elsewhere: 超额完成 beside a smaller number, 完成年度目标的127.5% and the target of the row's first cell.
import { minus, over, printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, beforeInText, hasHappened, isLevel, namesLike, runOf, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { isAkin } from './likeness.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const CLAIMS =
  /^[^。；\d]{0,10}(?:超额|圆满|全面|提前|顺利|如期|已)(?:完成|实现|达到)(?:了)?[^。；，\d]{0,10}(?:目标|任务|计划)(?!的?-?[\d.]+[%％]|[^。；，]*\d)/;
const DENIES = /未|没有|尚|距|差|不足/;
const OF_ANOTHER_TIME = /(?:上年|去年|同期|较|比|由|从|同比)[^，。；]*$/;
const WANTED = /目标|任务|计划|力争|确保|预计|拟|要求/;
const REACH = 16;
const NEAR = 6;

/** 承担的指标任务共三项，分别是专利申请量200件、…: a row of tasks. */
const IN_TASKS = /(?:任务|目标)[^。；]{0,12}(?:分别(?:是|为)|如下|[：:])[^。；]*$/;

const isWanted = ({ reading, lead, tail, before }: Figure): boolean =>
  reading.kind === 'target' ||
  reading.status === 'target' ||
  reading.status === 'plan' ||
  WANTED.test(lead) ||
  (IN_TASKS.test(before) && !/完成(?:了)?[^，。；]*$/.test(before)) ||
  /^(?:的)?(?:目标|任务)/.test(tail);

const areOne = (a: Figure, b: Figure): boolean => namesLike(a, b) === 'same' || isAkin(a.name, b.name, 0.8, 4);

/** The target of the sentence, or the same thing told before: as a target, or as the cell of tasks that the row begins with. */
function targetOf(page: Page, result: Figure): Figure | undefined {
  const own = beforeInSentence(page, result).find((other) => isLevel(other) && unitsFit(other, result) && isWanted(other));
  if (own !== undefined) return result.clause - own.clause <= 3 ? own : undefined;
  return beforeInText(page, result, REACH).find(
    (other) =>
      isLevel(other) &&
      other.sentence !== result.sentence &&
      unitsFit(other, result) &&
      other.place === result.place &&
      (other.reading.measure === 'new') === (result.reading.measure === 'new') &&
      (areOne(other, result) || (isWanted(other) && namesLike(other, result) === 'kin')) &&
      !OF_ANOTHER_TIME.test(other.lead) &&
      (isWanted(other) || result.index - other.index <= NEAR) &&
      (isWanted(other) || sameYear(other, result)),
  );
}

const sameYear = (a: Figure, b: Figure): boolean => a.reading.period === b.reading.period;

/** 年初计划引进人才300人，实际引进280人，超额完成任务. */
function claimed(page: Page, result: Figure): Relation | undefined {
  if (!isLevel(result) || result.reading.kind !== 'level' || !CLAIMS.test(result.tail) || DENIES.test(result.tail.slice(0, 16)))
    return undefined;
  const target = targetOf(page, result);
  if (target === undefined) return undefined;
  const fails = result.range.high !== null && target.range.low !== null && result.range.high.isLessThan(target.range.low);
  return remark({
    type: 'target_vs_actual',
    words: [wordsOf(target), wordsOf(result)],
    formula: `${valueText(result)} ≥ ${valueText(target)}`,
    computed: target.value,
    stated: result.value,
    print: printOf(result),
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? `文中称完成目标，但${valueText(result)}小于目标${valueText(target)}` : '',
  });
}

const RATE = /(?:完成|占)(?:全年|年度|年初|既定|市定|省定|下达)*[^，。；]{0,6}(?:目标|任务|计划)(?:任务|数|值|总量)?的?$/;

/** 入库科技型中小企业235家，完成年度目标的117.5%, and in the cell of tasks: 入库科技型中小企业200家. */
function rated(page: Page, rate: Figure): Relation | undefined {
  if (rate.sort !== 'part' || !RATE.test(rate.before) || runOf(page, rate).length > 1) return undefined;
  const result = page.figures[rate.index - 1];
  if (
    result === undefined ||
    result.sentence !== rate.sentence ||
    !isLevel(result) ||
    !hasHappened(result) ||
    rate.clause - result.clause > 1
  )
    return undefined;
  if (beforeInSentence(page, rate).some((other) => other !== result && isLevel(other) && other.sort !== 'part' && isWanted(other)))
    return undefined;
  const target = targetOf(page, result);
  if (target === undefined || target.sentence === result.sentence) return undefined;
  return judge(
    {
      type: 'rate',
      members: [result, target],
      stated: rate,
      formula: `${valueText(result)} ÷ ${valueText(target)}`,
      compute: over,
      // A task by its words and its name is the one that the rate is of, even where its unit slipped.
      bond: isWanted(target) && namesLike(target, result) === 'same' ? 'named' : 'likely',
    },
    page.figures,
  );
}

const EXCESS = /超(?:出|过|额完成|额)?[^，。；\d]{0,8}(?:目标|任务|计划)(?:任务|数|值)?(?:[(（][^()（）]{1,12}[)）])?(?:了)?$/;

/** 入库1150家，超目标任务（1000家）150家. */
function excess(page: Page, over: Figure): Relation | undefined {
  if ((over.sort !== 'count' && over.sort !== 'money') || !EXCESS.test(over.before)) return undefined;
  const earlier = beforeInSentence(page, over).filter(
    (other) => isLevel(other) && unitsFit(other, over) && over.clause - other.clause <= 3,
  );
  const target = earlier.find(isWanted);
  const result = earlier.find((other) => other !== target && !isWanted(other) && hasHappened(other));
  // 超额完成年度任务80家 tells the target itself.
  if (target === undefined || result === undefined || !/[)）]$/.test(over.before)) return undefined;
  return judge(
    {
      type: 'change',
      members: [result, target],
      stated: over,
      formula: `${valueText(result)} − ${valueText(target)}`,
      compute: minus,
      bond: 'sure',
    },
    page.figures,
  );
}

const BEYOND = /超额完成[^，。；\d]{0,10}(?:目标|任务|计划)(?:数|值)?$/;

/** 入库152家，超额完成市下达任务165家: whether the number is the target or what lies beyond it, it is not more than the result. */
function beyond(page: Page, target: Figure): Relation | undefined {
  const result = page.figures[target.index - 1];
  if (result === undefined || result.sentence !== target.sentence || !BEYOND.test(target.lead) || target.clause - result.clause !== 1)
    return undefined;
  if (!isLevel(result) || !unitsFit(result, target) || (target.sort !== 'count' && target.sort !== 'money')) return undefined;
  const fails = result.range.high !== null && target.range.low !== null && result.range.high.isLessThan(target.range.low);
  return remark({
    type: 'target_met',
    words: [wordsOf(result), wordsOf(target)],
    formula: `${valueText(result)} ≥ ${valueText(target)}`,
    computed: result.value,
    stated: target.value,
    print: printOf(target),
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? `文中称超额完成，但${valueText(result)}小于${valueText(target)}` : '',
  });
}

export const targetClaims = (page: Page): Relation[] =>
  page.figures.flatMap((figure) =>
    [claimed(page, figure), rated(page, figure), excess(page, figure), beyond(page, figure)].flatMap((one) => one ?? []),
  );
