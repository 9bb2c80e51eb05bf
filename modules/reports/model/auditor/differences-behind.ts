// Differences of rates whose other rate is told behind them, in a bracket or a clause of its own; and how far a rate lies from its target.
import { signedChange, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened } from './find.ts';
import { canBeEqual, differenceOf, magnitudeOf, type Range } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

/** 高于规上工业增速, 比全省平均快: what is compared with. */
const COMPARED =
  /(?:高于|快于|低于|慢于|高出|超过?|比|较)(?<thing>[^，。；、\d]{2,16}?)(?:的?(?:增速|增幅|平均水平|平均|水平))?(?<side>快|高|低|慢)?(?:了|出)?$/;
const BELOW = /低于|慢于/;
const NEXT = 2;

const isRate = ({ sort, reading }: Figure): boolean => sort === 'part' && reading.bound === 'exact';
/** A growth beside a growth, a share beside a share. */
const areOfKind = (a: Figure, b: Figure): boolean => (a.reading.kind === 'yoy_growth') === (b.reading.kind === 'yoy_growth');

interface Compared {
  readonly own: Figure;
  readonly other: Figure;
  readonly change: Figure;
  readonly falls: boolean;
}

const NOT_THEN = /上年|去年|同期|年初|上半年|季度|月/;

/** 增长9.8%，高于规上工业2.3个百分点（规上工业增长7.5%）. */
function comparedBehind(page: Page, change: Figure): Compared | undefined {
  const { thing, side } = COMPARED.exec(change.lead)?.groups ?? {};
  if (change.sort !== 'points' || thing === undefined || NOT_THEN.test(thing)) return undefined;
  const own = beforeInSentence(page, change).find(isRate);
  const other = page.figures
    .slice(change.index + 1, change.index + 1 + NEXT)
    .find((one) => one.sentence === change.sentence && isRate(one) && one.lead.replaceAll(/[(（，；]|同期/g, '').startsWith(thing));
  if (own === undefined || other === undefined || !areOfKind(own, other) || change.clause - own.clause > 2) return undefined;
  return { own, other, change, falls: BELOW.test(change.lead) || side === '低' || side === '慢' };
}

/** 降幅比上半年收窄2.1个百分点（上半年下降10.7%）: the sizes of two falls or two rises. */
const NARROWED =
  /(?<what>降幅|增幅|增速|跌幅)(?:比|较)(?<when>[^，。；、\d]{2,8}|[^，。；]{0,4}\d{1,2}月|1[-—]\d{1,2}月)(?<word>收窄|缩小|扩大|回落|提高|加快|放缓|下降|上升)了?$/;

function narrowed(page: Page, change: Figure): Relation[] {
  const { what, when, word } = NARROWED.exec(change.lead)?.groups ?? {};
  if (change.sort !== 'points' || what === undefined || when === undefined || word === undefined) return [];
  const own = beforeInSentence(page, change).find((one) => isRate(one) && one.reading.kind === 'yoy_growth');
  const base = page.figures[change.index + 1];
  if (own === undefined || base === undefined || base.sentence !== change.sentence || !isRate(base)) return [];
  if (!base.lead.replaceAll(/[(（，；]/g, '').startsWith(when) || base.reading.kind !== 'yoy_growth') return [];
  const isFall = /降幅|跌幅/.test(what);
  if (isFall !== own.value.isNegative() || isFall !== base.value.isNegative()) return [];
  const shrinks = /收窄|缩小|回落|放缓|下降/.test(word);
  const [large, small] = shrinks ? [base, own] : [own, base];
  const range = differenceOf(magnitudeOf(large.range), magnitudeOf(small.range));
  return [held({ own, other: base, change, falls: false }, range, `${valueText(large)} − ${valueText(small)}`)];
}

const held = ({ own, other, change, falls }: Compared, range: Range, formula: string): Relation => {
  const stated = signedChange(change, falls);
  const fits = canBeEqual(range, stated.range);
  const middle = range.low !== null && range.high !== null ? range.low.plus(range.high).dividedBy(2) : undefined;
  return remark({
    type: 'change',
    words: [own, other, change].map(wordsOf),
    formula,
    ...(middle === undefined ? {} : { computed: middle, stated: stated.value }),
    print: 'points',
    verdict: fits ? 'consistent' : 'inconsistent',
    note: fits ? '' : `${formula}与所说的${valueText(change)}不符，请核对三个数和高低`,
  });
};

const ownLessOther = (told: Compared): Relation =>
  held(told, differenceOf(told.own.range, told.other.range), `${valueText(told.own)} − ${valueText(told.other)}`);

const TARGET =
  /(?<word>超过?|高于|高出|低于|距|差|少于|落后于)(?:年度|预期|既定|全年|规划)?目标(?:值|任务)?(?:还)?(?<gap>差|少|低|高|多)?(?:了)?$/;

/** 目标为2.5%，实际达到2.36%，低于目标0.14个百分点. */
function besideTarget(page: Page, change: Figure): Compared | undefined {
  const { word, gap } = TARGET.exec(change.lead)?.groups ?? {};
  if (change.sort !== 'points' || word === undefined) return undefined;
  const rates = beforeInSentence(page, change).filter(isRate);
  const target = rates.find(({ lead, reading }) => /目标[^，。；]{0,8}$/.test(lead) || reading.kind === 'target');
  const own = rates.find((one) => one !== target && hasHappened(one));
  if (target === undefined || own === undefined || rates.length > 2) return undefined;
  return { own, other: target, change, falls: /低|距|差|少|落后/.test(`${word}${gap ?? ''}`) };
}

export const differencesBehind = (page: Page): Relation[] =>
  page.figures.flatMap((change) => [
    ...[comparedBehind(page, change)].flatMap((told) => (told === undefined ? [] : ownLessOther(told))),
    ...narrowed(page, change),
    ...[besideTarget(page, change)].flatMap((told) => (told === undefined ? [] : ownLessOther(told))),
  ]);
