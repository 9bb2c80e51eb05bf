// The way that numbers go: what rises from A to B ends higher, and parts of a hundred make a hundred.

import { readDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened } from './find.ts';
import { canBeEqual, halfWidth } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt, wordsOf } from './remark.ts';
import { printed } from './wording.ts';

const FROM = /(?:从(?![事业])|由)[^，。；]*$/;
const UP = /^[^，。；]{0,10}?(?:提高|提升|上升|增加|增长|扩大|攀升|跃升|增至|升至|壮大)(?:到|至|为)?(?:(?:19|20)\d\d年)?的?(?:约|近)?$/;
const DOWN = /^[^，。；]{0,10}?(?:下降|降低|减少|回落|缩减|缩短|压减|降至|减至|压缩)(?:到|至|为)?(?:(?:19|20)\d\d年)?的?(?:约|近)?$/;

/** 从2006年的67.1%提高至2023年的15.0%. */
function wayOf(page: Page, to: Figure): Relation | undefined {
  const from = page.figures[to.index - 1];
  if (from === undefined || from.sentence !== to.sentence || from.sort !== to.sort || !FROM.test(from.lead)) return undefined;
  const [rises, falls] = [UP.test(to.lead), DOWN.test(to.lead)];
  if (rises === falls || !hasHappened(to)) return undefined;
  // Of ranks a lower number is the better place.
  const isRank = to.reading.kind === 'rank';
  const order = to.value.compare(from.value) * (isRank ? -1 : 1);
  const isWrong = differ(from, to) && (rises ? order < 0 : order > 0);
  return remark({
    type: 'change',
    words: [wordsOf(from), wordsOf(to)],
    formula: `${valueText(from)} ${rises !== isRank ? '<' : '>'} ${valueText(to)}`,
    computed: from.value,
    stated: to.value,
    print: printOf(to),
    verdict: isWrong ? 'inconsistent' : 'consistent',
    note: isWrong ? `文中说${rises ? '升' : '降'}，数值却由${valueText(from)}到${valueText(to)}；两数可能写反或有一数有误` : '',
  });
}

/** Both told to their last digit, and not by rounding alone apart. */
const differ = (a: Figure, b: Figure): boolean =>
  halfWidth(a.range) !== null && halfWidth(b.range) !== null && !canBeEqual(a.range, b.range);

/** 突破800家，达到760家; 突破12%达到11.7%: what went beyond a mark is not below it. */
function beyondMark(page: Page, now: Figure): Relation | undefined {
  const mark = page.figures[now.index - 1];
  if (mark === undefined || mark.sentence !== now.sentence || mark.sort !== now.sort || mark.reading.unit !== now.reading.unit)
    return undefined;
  const isSaid = /(?:突破|超过|首破|跃上|迈上)了?$/.test(mark.lead) && /^(?:大关|台阶)?，?(?:达到?|为|增至|共有)(?:了)?$/.test(now.lead);
  if (!isSaid || !hasHappened(now) || now.clause - mark.clause > 1) return undefined;
  const fails = now.range.high?.isLessThan(mark.value) ?? false;
  return remark({
    type: 'threshold',
    words: [wordsOf(mark), wordsOf(now)],
    formula: `${valueText(now)} ≥ ${valueText(mark)}`,
    computed: mark.value,
    stated: now.value,
    print: printOf(now),
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? `文中说突破${valueText(mark)}，却只有${valueText(now)}` : '',
  });
}

const STRUCTURE =
  /(?:结构|比例|构成|比重)(?:比例?)?(?:为|是|由[^，。；]{0,30}(?:调整|优化|变化|变)(?:为|到))?[:：]?\s*(\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?){2,5})(?!\d)/g;
const NEAR_ALL = 20;

/** 三次产业结构为19.1:23.8:52.6: parts of a hundred. */
function structures(page: Page): Relation[] {
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(STRUCTURE)].flatMap((match) => {
      const row = match[1] ?? '';
      const parts = row.split(/[:：∶]/).flatMap((part) => readDecimal(part) ?? []);
      const sum = Rational.sum(parts);
      const gap = sum.minus(100).absolute();
      const places = Math.max(...row.split(/[:：∶]/).map((part) => part.split('.')[1]?.length ?? 0));
      if (gap.isMoreThan(NEAR_ALL)) return [];
      const fits = gap.isAtMost(Rational.of(parts.length, 2n * 10n ** BigInt(places)));
      const at = match.index + match[0].length - row.length;
      return [
        remark({
          type: 'sum',
          words: [wordsAt(page, block, at, at + row.length)],
          formula: `${row.replaceAll(/[:：∶]/g, ' + ')} = 100`,
          computed: sum,
          stated: Rational.of(100),
          verdict: fits ? 'consistent' : 'inconsistent',
          note: fits ? '' : `各部分之和应为100，文中相加为${printed(sum, 'number')}`,
        }),
      ];
    }),
  );
}

const MOST = 40;

const AVERAGE = /^[^。；]{0,4}，?(?:均|都|全部)(高于|快于|超过|低于|慢于)(?:全[国省市县区])?(?:的)?平均/;

/** The first growth of the paragraph that told one last: 全省…产值10205.2亿元，同比增长6.15%，其中…. */
function headlineGrowth(page: Page, of: Figure): Figure | undefined {
  const told = page.figures
    .slice(Math.max(0, of.index - MOST), of.index)
    .filter((other) => other.sort === 'part' && other.reading.kind === of.reading.kind && other.sentence !== of.sentence);
  const last = told.at(-1);
  return told.find((other) => other.paragraph === last?.paragraph && other.value.isPositive());
}

interface AgainstAverage {
  readonly own: Figure;
  readonly average: Figure;
  readonly isAbove: boolean;
  readonly said: string;
  /** Both, as they are to be shown. */
  readonly words: readonly Figure[];
  readonly fails: boolean;
}

const againstAverage = ({ own, average, isAbove, said, words, fails }: AgainstAverage): Relation =>
  remark({
    type: 'threshold',
    words: words.map(wordsOf),
    formula: `${valueText(own)} ${isAbove ? '>' : '<'} ${valueText(average)}`,
    computed: average.value,
    stated: own.value,
    print: 'percent',
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? `文中说${said}平均水平（${valueText(average)}），${valueText(own)}却不是` : '',
  });

/** 增长分别为13.68%、11.38%、6.07%，均高于全省平均水平, and the average was told as 6.15%. */
function aboveAverage(page: Page): Relation[] {
  return page.figures.flatMap((last) => {
    const word = last.sort === 'part' ? AVERAGE.exec(last.tail)?.[1] : undefined;
    if (word === undefined) return [];
    const row: Figure[] = [last];
    for (let i = last.index - 1; page.figures[i]?.sentence === last.sentence && page.figures[i]?.sort === 'part'; i--)
      if (/^(?:、|和|，|与|及)/.test(page.figures[i + 1]?.lead.replace(/^%/, '') ?? '')) row.unshift(page.figures[i] as Figure);
    const average = headlineGrowth(page, row[0] ?? last);
    if (average === undefined || row.length < 2) return [];
    const isAbove = /高于|快于|超过/.test(word);
    const wrong = row.filter((one) => (isAbove ? one.value.isLessThan(average.value) : one.value.isMoreThan(average.value)));
    // Where most of the row is on the other side, another average is meant.
    if (wrong.length * 3 > row.length) return [];
    return (wrong.length > 0 ? wrong : row.slice(0, 1)).map((one) =>
      againstAverage({ own: one, average, isAbove, said: `均${word}`, words: [average, one], fails: wrong.length > 0 }),
    );
  });
}

const PLAIN_CHANGE =
  /^(?:，|[(（])?(?:同比|比上年|较上年|比去年|较去年|上年同期)?(?:同期)?(?:净)?(?:增长|增加|下降|减少|上升|降低)(?:了|约)?$/;

const SAYS = /(增长|增加|上升|下降|减少|降低)(?:了|约)?$/;

/** 同比增长6.2%，比上年减少58件: one thing does not go both ways. */
function bothWays(figure: Figure, page: Page): Relation | undefined {
  const other = page.figures[figure.index - 1];
  const kinds = new Set([figure.reading.kind, other?.reading.kind]);
  if (other?.sentence !== figure.sentence || figure.clause - other.clause > 1 || !kinds.has('change') || !kinds.has('yoy_growth'))
    return undefined;
  if (!PLAIN_CHANGE.test(figure.lead) || !hasHappened(figure) || figure.sort === 'points' || other.sort === 'points') return undefined;
  const [way, otherWay] = [SAYS.exec(figure.lead)?.[1], SAYS.exec(other.lead)?.[1]];
  if (way === undefined || otherWay === undefined || figure.value.isZero() || other.value.isZero()) return undefined;
  const fails = /增|升/.test(way) !== /增|升/.test(otherWay);
  return remark({
    type: 'change',
    words: [wordsOf(other), wordsOf(figure)],
    formula: '增减的数与增速方向一致',
    verdict: fails ? 'inconsistent' : 'consistent',
    note: fails ? '同一指标一处说增、一处说减，请核对' : '',
  });
}

const BESIDE = /增[速幅](高于|快于|低于|慢于)(?:全[国省市县区])?(?:的)?平均(?:水平|增速)?[(（](?:为)?$/;

/** 增长16.2%，增速低于全省平均水平（12.4%）. */
function besideAverage(average: Figure, page: Page): Relation | undefined {
  const own = page.figures[average.index - 1];
  const word = BESIDE.exec(average.lead)?.[1];
  if (word === undefined || own?.sentence !== average.sentence || own.sort !== 'part' || average.sort !== 'part') return undefined;
  const isAbove = /高于|快于/.test(word);
  const fails = differ(own, average) && isAbove !== own.value.isMoreThan(average.value);
  return againstAverage({ own, average, isAbove, said: word, words: [own, average], fails });
}

export const directions = (page: Page): Relation[] => [
  ...page.figures.flatMap((figure) =>
    [wayOf(page, figure), beyondMark(page, figure), bothWays(figure, page), besideAverage(figure, page)].flatMap((one) => one ?? []),
  ),
  ...structures(page),
  ...aboveAverage(page),
];
