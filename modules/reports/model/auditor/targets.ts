// Targets: what is said to be fulfilled is at least the target; a rate of fulfilment is the result over the target.

import { Rational } from '#kernel/exact/rational.ts';
import { isAimGap } from './aim-gaps.ts';
import { type Compute, printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, beforeInSentence, byDistance, hasHappened, isLevel, namesLike, runOf, subjectOf, unitsFit } from './find.ts';
import { implied, judge } from './judge.ts';
import { isAkin } from './likeness.ts';
import { differenceOf, halfWidth, pointRange, quotientOf, sumOf, widened } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const isTarget = ({ reading }: Figure): boolean => reading.kind === 'target' || reading.status === 'target';

const FULFILS =
  /(?:超额|圆满|全面|提前|顺利|较好)?(?:完成|实现|达到|超过|突破)(?:了)?(?:全年|年度|年初|市定|省定|既定|预定|预期|下达的?|确定的?)*[^，。；]{0,10}$/;

/** 净增42家，超额完成全年净增30家的目标. */
function met(page: Page, target: Figure): Relation | undefined {
  const isNamed =
    /^[^，。；]{0,8}(?:目标|任务)/.test(target.tail) && FULFILS.test(target.lead) && !/未|没有|尚|距|力争|确保/.test(target.lead);
  if (!isNamed || isRated(page, target)) return undefined;
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
  /(?:(?:完成|占|达到?|为)[^，。；]{0,12}(?:目标|任务|计划|(?<!公共)预算)(?:任务|数|值|总量)?的?|完成率(?:达到|达|为)?|目标完成率(?:达到|达|为)?)$/;
/** 完成年度目标150家的80%: the target itself stands before 的. */
const OF_TARGET = /(?:目标|任务|计划(?!项目|类)|(?<!公共)预算)[^，。；]{0,8}$/;
/** 超年度目标20%, 超额完成任务5%: over the target less one. */
const EXCESS = /(?:超出|超过|超额完成|超|高于|高出)[^，。；]{0,8}(?:目标|任务|计划)(?:任务|数|值)?(?:的)?$|超额完成(?:了)?$/;

const isTargetByWords = ({ lead, tail, reading }: Figure): boolean =>
  OF_TARGET.test(lead) || /^(?:的)?(?:目标|任务)/.test(tail) || (reading.kind === 'target' && /目标|任务|计划/.test(lead));

/** 目前已入库860家，完成86%: the target of the sentence is what is meant. */
const BARE = /(?:^|[，；])(?:已|现已|累计)?(?:完成|达成|实现)(?:率|进度)?(?:达到?|为|了)?$/;

/** 分别完成任务的199.7%、205.9%: the words stand before the first of the run. */
function isInRun(page: Page, rate: Figure): boolean {
  const { position } = runOf(page, rate);
  const first = page.figures[rate.index - position];
  return position > 0 && first !== undefined && FULFILMENT.test(first.before);
}

/** Figures of the sentence around the rate: 年度目标 may stand behind it as well (超目标20%，年度目标1000家). */
function aroundInSentence(page: Page, rate: Figure): Figure[] {
  const before = beforeInSentence(page, rate).filter((other) => rate.clause - other.clause <= 6);
  const behind = page.figures
    .slice(rate.index + 1, rate.index + 3)
    .filter((other) => other.sentence === rate.sentence && other.clause - rate.clause <= 1);
  return [...before, ...behind].filter((other) => !isAimGap(other));
}

/** A target of 1亿元 is set so, and not any amount that rounds to it: a half of one per cent on either side at most. */
function asSet(target: Figure): Figure {
  const half = halfWidth(target.range);
  const least = target.value.absolute().dividedBy(200);
  // 0.09万元: what is written to two places was reckoned and rounded.
  if (/\.\d{2}/.test(target.reading.raw)) return target;
  if (target.reading.bound !== 'exact' || half === null || half.isAtMost(least)) return target;
  return { ...target, range: widened(pointRange(target.value), least) };
}

/** 目标100亿元，实际完成106亿元，完成年度目标的106%. */
function fulfilment(page: Page, rate: Figure): Relation | undefined {
  if (rate.sort !== 'part') return undefined;
  const previous = page.figures[rate.index - 1];
  const isOfTarget = previous !== undefined && /^[)）]?的$/.test(rate.lead) && OF_TARGET.test(previous.lead);
  // 超额完成目标任务（3000人次）的8%: what lies beyond is told behind the target as well.
  const isExcess =
    EXCESS.test(rate.lead) ||
    (isOfTarget && /超额完成[^，。；]*[(（]$/.test(previous.lead)) ||
    /超额完成[^，。；]{0,24}(?:目标|任务|计划)(?:任务|数)?的$/.test(rate.before);
  const isBare = BARE.test(rate.lead) && aroundInSentence(page, rate).some((other) => other.sort !== 'part' && isTargetByWords(other));
  if (!isOfTarget && !isExcess && !isBare && !FULFILMENT.test(rate.before) && !isInRun(page, rate)) return undefined;
  const around = aroundInSentence(page, rate);
  const target = isOfTarget ? previous : around.find((other) => other.sort !== 'part' && isTargetByWords(other));
  const results = around.filter(
    (other) =>
      other !== target &&
      other.index < rate.index &&
      // 57人，其中博士34人；年度目标120人，完成47.5%: what is done in all, and not its last part.
      !(other.part !== rate.part && /其中/.test(other.lead)) &&
      unitsFitLoosely(other, target) &&
      (isLevel(other) || other.reading.kind === 'change'),
  );
  if (target === undefined) return impliedTarget(page, rate, isExcess);
  const [nearest] = results;
  if (nearest === undefined || isTargetByWords(nearest) || !hasHappened(nearest)) return undefined;
  const held = results.flatMap((result) => {
    const relation = judge(
      {
        type: 'rate',
        members: [result, asSet(target)],
        stated: rate,
        formula: `${valueText(result)} ÷ ${valueText(target)}${isExcess ? ' − 1' : ''}`,
        compute: ([a, b]) => {
          const quotient = a && b && quotientOf(a, b);
          return quotient && isExcess ? differenceOf(quotient, pointRange(Rational.one)) : quotient;
        },
        bond: 'sure',
      },
      page.figures,
    );
    return relation === undefined ? [] : [{ relation, isOfGains: isLevel(result) || /增/.test(target.lead) }];
  });
  // A net change may stand between the value and the rate: the rate is of whichever it fits, and of the change only where gains were aimed at.
  return (held.find(({ relation }) => relation.verdict === 'consistent') ?? held.find(({ isOfGains }) => isOfGains))?.relation;
}

/** 投资5.99亿元、引育人才2355人，分别完成年度任务的199.7%、235.5%: the target that follows. */
function impliedTarget(page: Page, rate: Figure, isExcess: boolean): Relation | undefined {
  const { length } = runOf(page, rate);
  const result = subjectOf(page, rate);
  if (result === undefined || !hasHappened(result) || rate.clause - result.clause > 2 || (length > 1 && result.sort === 'part'))
    return undefined;
  const print = printOf(result);
  const formula = `${valueText(result)} ÷ ${isExcess ? `(1 + ${valueText(rate)})` : valueText(rate)}`;
  const compute: Compute = ([a, b]) => a && b && quotientOf(a, isExcess ? sumOf(pointRange(Rational.one), b) : b);
  return implied('implied_total', [result, rate], formula, compute, '目标', print);
}

const unitsFitLoosely = (a: Figure, b: Figure | undefined): boolean => b !== undefined && a.sort === b.sort && unitsFit(a, b);

const isResult = (target: Figure, other: Figure): boolean =>
  !isTarget(other) &&
  other.place === target.place &&
  hasHappened(other) &&
  unitsFit(other, target) &&
  other.reading.kind !== 'yoy_growth' &&
  other.reading.measure !== 'rule' &&
  other.sentence !== target.sentence;

const GRADES = ['same', 'like', 'kin'];

/** How surely the result is of the target's thing: by name, by the lexicon, by most of its words; undefined where nothing speaks for it. */
function gradeOf(target: Figure, other: Figure): number | undefined {
  const grade = GRADES.indexOf(namesLike(target, other));
  if (grade >= 0) return grade;
  return isAkin(target.name, other.name, 0.5, 4) ? GRADES.length : undefined;
}

/** The latest year that is known comes first: a target is set against what was reached last. */
const latest = (figure: Figure): number => Number(/^(?:19|20)\d\d/.exec(figure.reading.period ?? '')?.[0] ?? 0);

/** Grades by the other's name, kept for one name of a target: the same few names stand all over a report. */
type Grades = Map<string, Map<string, number | undefined>>;

function gradeOnce(grades: Grades, target: Figure, other: Figure): number | undefined {
  const own = `${target.name}|${target.reading.indicatorId}`;
  const row = grades.get(own) ?? new Map<string, number | undefined>();
  grades.set(own, row);
  const its = `${other.name}|${other.reading.indicatorId}`;
  if (!row.has(its)) row.set(its, gradeOf(target, other));
  return row.get(its);
}

function resultFor(page: Page, target: Figure, grades: Grades): Figure | undefined {
  const graded = around(page.figures, target).flatMap((figure) => {
    const grade = isResult(target, figure) ? gradeOnce(grades, target, figure) : undefined;
    return grade === undefined ? [] : [{ figure, grade }];
  });
  const closer = byDistance(target);
  return graded.sort((a, b) => a.grade - b.grade || latest(b.figure) - latest(a.figure) || closer(a.figure, b.figure))[0]?.figure;
}

/** Next year's target beside this year's result, for a person to see whether it asks for more or for less. */
function beside(page: Page, target: Figure, grades: Grades): Relation | undefined {
  const result = resultFor(page, target, grades);
  if (result === undefined || result.sort === 'rank') return undefined;
  const isThisYear = latest(target) > 0 && latest(target) === latest(result);
  const claims = isThisYear && FULFILLED.test(result.tail) && !DENIES.test(result.tail) && !isRated(page, result);
  const fails = claims && result.range.high !== null && target.range.low !== null && result.range.high.isLessThan(target.range.low);
  const order = target.value.compare(result.value);
  const words = order > 0 ? '目标高于已达到的数' : order < 0 ? '目标低于已达到的数' : '目标等于已达到的数';
  const sure = fails && GRADES.slice(0, 1).includes(namesLike(target, result));
  return remark({
    type: 'target_vs_actual',
    words: [wordsOf(target), wordsOf(result)],
    formula: '目标与已达到的数',
    computed: result.value,
    stated: target.value,
    print: printOf(target),
    verdict: sure ? 'inconsistent' : 'cannot tell',
    note: `${sure ? '文中称完成目标，但' : ''}${words}：目标${valueText(target)}，已达到${valueText(result)}`,
  });
}

/** 完成目标, but not 完成年度目标99家的80%, which says how far it has come. */
const FULFILLED =
  /^[^。；]{0,16}(?:超额|圆满|全面|提前|顺利|如期)?(?:完成|实现|达到)[^。；，]{0,10}(?:目标|任务|计划)(?![^，。；]{0,24}的-?[\d.]+%)/;
/** 完成年度目标99家的80%: the words run into the number of the target, and say how far it has come. */
const isRated = (page: Page, result: Figure): boolean =>
  /(?:目标|任务|计划)(?:任务|数|值|总量)?的?$/.test(result.tail) && page.figures[result.index + 1]?.sentence === result.sentence;

const DENIES = /未|没有|尚|距|差/;

export function targets(page: Page): Relation[] {
  const grades: Grades = new Map();
  return page.figures.flatMap((figure) => {
    const rate = fulfilment(page, figure);
    if (rate !== undefined) return [rate];
    if (!isTarget(figure) || EXCESS.test(figure.lead) || isAimGap(figure)) return [];
    return [met(page, figure) ?? beside(page, figure, grades)].flatMap((one) => one ?? []);
  });
}
