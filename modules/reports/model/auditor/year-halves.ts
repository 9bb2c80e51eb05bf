// The quarters and halves of a year beside what they make up (上半年21亿元，下半年33亿元，全年54亿元), and each beside the one before it (环比).
import { growthOver, over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInText, hasHappened, isAmount, isLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { isWithinName } from './likeness.ts';
import { totalOf } from './range.ts';
import type { Relation } from './relation.ts';

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'] as const;
/** What is made up, and the rows that make it up. */
const MADE_UP: Readonly<Record<string, readonly (readonly string[])[]>> = {
  全年: [['上半年', '下半年'], QUARTERS, ['前三季度', '四季度'], ['上半年', '三季度', '四季度']],
  上半年: [['一季度', '二季度']],
  下半年: [['三季度', '四季度']],
  前三季度: [
    ['一季度', '二季度', '三季度'],
    ['上半年', '三季度'],
  ],
};
const BEFORE: Readonly<Record<string, string>> = { 二季度: '一季度', 三季度: '二季度', 四季度: '三季度', 下半年: '上半年' };
const TIMES = /(?:[上下]半年|(?<![前第])第?[一二三四]季度|前三(?:个)?季度|全年|年度(?=合计|累计))/g;
/** Stocks and rates are no sums of those of the quarters; what was aimed at, or grew so far, is no amount of the time. */
const NO_FLOW = /率|余额|均|在[职岗]|期末|[月年底]末|累计拥有|保有|存量|目标|任务|计划|预计|同期|上年|去年/;

const isFlow = (figure: Figure): boolean =>
  isLevel(figure) &&
  hasHappened(figure) &&
  isAmount(figure) &&
  figure.reading.bound === 'exact' &&
  figure.inTable === null &&
  !NO_FLOW.test(figure.lead + figure.name);

const lastTime = (words: string): string => {
  const [time] = [...words.matchAll(TIMES)].at(-1) ?? [''];
  return time
    .replace(/^第(?=.季度)/, '')
    .replace('三个季', '三季')
    .replace('年度', '全年');
};

/** The time that the words before a number tell: of its own clauses, or of the sentence where that tells one only. */
function timeOf(figure: Figure): string {
  const own = lastTime(figure.lead);
  if (own !== '') return own;
  const told = new Set([...figure.before.matchAll(TIMES)].map(([time]) => time));
  return told.size === 1 ? lastTime(figure.before) : '';
}

/** Without its time: 成交 of 一季度成交. */
const thingOf = ({ name }: Figure): string => name.replaceAll(TIMES, '').replace(/^(?:完成|实现|累计|共|合计)+/, '');

/** 成交 and 登记技术合同成交额; in one sentence a bare number is of the thing told there. */
function areOfOneThing(a: Figure, b: Figure): boolean {
  if (!unitsFit(a, b) || a.reading.unit !== b.reading.unit || a.place !== b.place) return false;
  const [x, y] = [thingOf(a), thingOf(b)];
  if (x === y || a.sentence === b.sentence) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short === '' ? a.paragraph === b.paragraph : isWithinName(short, long);
}

const NEAR = 14;

interface Timed {
  readonly figure: Figure;
  readonly time: string;
}

/** What the text tells of other times before or behind the figure, nearest first. */
const timesNear = (page: Page, figure: Figure): Timed[] =>
  [...beforeInText(page, figure, NEAR), ...page.figures.slice(figure.index + 1, figure.index + NEAR)]
    .filter((other) => isFlow(other) && areOfOneThing(other, figure))
    .flatMap((other) => {
      const time = timeOf(other);
      return time === '' ? [] : [{ figure: other, time }];
    })
    .sort((a, b) => Math.abs(a.figure.index - figure.index) - Math.abs(b.figure.index - figure.index));

const figureOf = (near: readonly Timed[], time: string): Figure | undefined => near.find((one) => one.time === time)?.figure;

/** 一季度52亿元，二季度76亿元, and 上半年128亿元 before or behind them. */
function sumOfParts(page: Page, whole: Figure): Relation | undefined {
  const rows = isFlow(whole) ? MADE_UP[timeOf(whole)] : undefined;
  if (rows === undefined) return undefined;
  const near = timesNear(page, whole);
  for (const row of rows) {
    const parts = row.flatMap((time) => figureOf(near, time) ?? []);
    const [first] = parts;
    if (first === undefined || parts.length !== row.length || parts.some(({ sentence }) => sentence !== first.sentence)) continue;
    // 上半年成交额128亿元 of another sentence may be of another thing under the same word.
    const bond = first.sentence === whole.sentence ? 'sure' : 'likely';
    const formula = parts.map(valueText).join(' + ');
    return judge({ type: 'sum', members: parts, stated: whole, formula, compute: totalOf, bond }, page.figures);
  }
  return undefined;
}

/** 二季度环比增长45.9%: over the quarter before. */
function chained(page: Page, growth: Figure): Relation | undefined {
  const isChained = growth.sort === 'part' && growth.reading.kind === 'yoy_growth' && /环比[^，。；]*$/.test(growth.lead);
  const now = isChained ? beforeInText(page, growth, 3).find((one) => isFlow(one) && timeOf(one) in BEFORE) : undefined;
  if (now === undefined || now.sentence !== growth.sentence || growth.clause - now.clause > 2) return undefined;
  const told = lastTime(growth.lead.split(/[；。]/).at(-1) ?? '');
  const base = told === '' || told === timeOf(now) ? figureOf(timesNear(page, now), BEFORE[timeOf(now)] ?? '') : undefined;
  if (base === undefined || base.sentence !== now.sentence) return undefined;
  const formula = `${valueText(now)} ÷ ${valueText(base)} − 1`;
  return judge({ type: 'growth', members: [now, base], stated: growth, formula, compute: growthOver, bond: 'sure' }, page.figures);
}

/** 二季度76亿元，占上半年的59.3%. */
function shareOfTime(page: Page, share: Figure): Relation | undefined {
  const of = /占([上下]半年|全年|前三季度)(?:总量|总额|总数)?的?(?:比重|比例)?(?:为|达到?)?$/.exec(share.lead)?.[1];
  if (share.sort !== 'part' || of === undefined || !hasHappened(share)) return undefined;
  const part = beforeInText(page, share, 3).find((one) => isFlow(one) && timeOf(one) !== '' && one.sentence === share.sentence);
  const isPart = part !== undefined && MADE_UP[of]?.some((row) => row.includes(timeOf(part)));
  const whole = isPart ? figureOf(timesNear(page, part), of) : undefined;
  if (part === undefined || whole === undefined) return undefined;
  const bond = whole.sentence === part.sentence ? 'sure' : 'likely';
  const formula = `${valueText(part)} ÷ ${valueText(whole)}`;
  return judge({ type: 'share', members: [part, whole], stated: share, formula, compute: over, bond }, page.figures);
}

export const yearHalves = (page: Page): Relation[] =>
  page.figures.flatMap((figure) =>
    [sumOfParts(page, figure), chained(page, figure), shareOfTime(page, figure)].flatMap((one) => one ?? []),
  );
