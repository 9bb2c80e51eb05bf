// Changes told in full, for what was planned as for what was done: 303万元，比上年330万元减少27万元，下降8.2%.

import { type Claim, growthOver, minus, over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { isStockBesideMove } from './find.ts';
import { judge } from './judge.ts';
import { filledBy } from './loose-parts.ts';
import { negativeOf } from './range.ts';
import type { Relation } from './relation.ts';

/** 比2019年决算数, 较上年实际支出的, 上年同期为: what stands behind is what it is compared with. */
const BASE =
  /^[，、(（]?(?:(?:比|较|与)(?:(?:19|20)\d\d年度?)|(?:比|较|与)?(?:上年度?|去年|上一年|前一年|年初|期初))(?:同期)?(?:的|为|[^，。；、\d增减升降多少]{0,12})$/;
/** 比预算数, 比第六次普查的: the same without a year. */
const COMPARED = /^[，、]?(?:比|较|与)[^，。；、\d增减升降多少]{1,16}$/;
const CHANGED = /^(?:相比)?[，、]?(?:相比[，、]?)?(?:净)?(?<word>增加|减少|增长|下降|降低|增|减|多|少)了?(?:支出|收入)?$/;
const RATE = /^[，、(（]?(?:同比)?(?<word>增长|下降|降低|减少|上升|增幅为?|降幅为?|增加|提高)了?(?:约|近)?$/;
const FALLS = /减|降|少/;

const isAmount = ({ sort }: Figure): boolean => sort === 'money' || sort === 'count' || sort === 'size';
/** 575. 48万元 read from behind its point is no number. */
const isCut = ({ lead }: Figure): boolean => /\d[.．]\s*$/.test(lead);
const isTogether = (...figures: readonly (Figure | undefined)[]): boolean =>
  figures.every((one) => one !== undefined && one.sentence === figures[0]?.sentence && one.inTable === null);

interface Told {
  readonly now: Figure;
  readonly base: Figure;
  readonly change: Figure | undefined;
  readonly rate: Figure | undefined;
}

const fits = (a: Figure, b: Figure): boolean => a.sort === b.sort && a.reading.unit === b.reading.unit;

/** The base stands right behind what is compared; an amount or a rate, or both, follow. */
function toldAt(page: Page, at: number): Told | undefined {
  const [now, base, third, fourth] = page.figures.slice(at, at + 4);
  if (now === undefined || base === undefined || third === undefined || !isTogether(now, base, third)) return undefined;
  if (
    isCut(now) ||
    isCut(base) ||
    !isAmount(now) ||
    !fits(now, base) ||
    base.clause - now.clause > 1 ||
    !now.value.isPositive() ||
    !base.value.isPositive()
  )
    return undefined;
  if (!(BASE.test(base.lead) || COMPARED.test(base.lead)) || third.clause - base.clause > 1) return undefined;
  if (BASE.test(now.lead) || COMPARED.test(now.lead) || isStockBesideMove(base, now)) return undefined;
  const change = isAmount(third) && fits(third, now) && CHANGED.test(third.lead) ? third : undefined;
  const last = change === undefined ? third : fourth;
  const rate = last?.sort === 'part' && isTogether(now, last) && RATE.test(last.lead) && last.clause - third.clause <= 1 ? last : undefined;
  return change === undefined && rate === undefined ? undefined : { now, base, change, rate };
}

const wordOf = (shape: RegExp, { lead }: Figure): string => shape.exec(lead)?.groups?.word ?? '';

/** A size told without its sign: 减少27万元 and 减少-27万元 are one. */
function signed(figure: Figure, falls: boolean): Figure {
  if (figure.value.isNegative() === falls || figure.value.isZero()) return figure;
  return { ...figure, value: figure.value.negated(), range: negativeOf(figure.range) };
}

function claimsOf({ now, base, change, rate }: Told): Claim[] {
  const found: Claim[] = [];
  if (change !== undefined)
    found.push({
      type: 'change',
      members: [now, base],
      stated: signed(change, FALLS.test(wordOf(CHANGED, change))),
      formula: `${valueText(now)} − ${valueText(base)}`,
      compute: minus,
      bond: 'sure',
    });
  if (rate !== undefined)
    found.push({
      type: 'growth',
      members: [now, base],
      stated: signed(rate, FALLS.test(wordOf(RATE, rate))),
      formula: `${valueText(now)} ÷ ${valueText(base)} − 1`,
      compute: growthOver,
      bond: 'sure',
    });
  return found;
}

const WITH = /(?:与|同|比|较)[^，。；]{2,30}的$/;
const GROWN = /^相比[，、](?:净)?(?<word>增加|减少|增长|下降|降低)了?$/;

/** 常住人口与2010年普查的725482人相比，增加25907人，增长3.57%: what is stands elsewhere. */
function comparedWith(page: Page, at: number): Relation[] {
  const [base, change, rate] = page.figures.slice(at, at + 3);
  if (base === undefined || change === undefined || rate === undefined || !isTogether(base, change, rate)) return [];
  const isTold =
    WITH.test(base.lead) && GROWN.test(change.lead) && RATE.test(rate.lead) && rate.sort === 'part' && rate.clause - change.clause === 1;
  if (!isTold || !isAmount(base) || !fits(base, change) || !base.value.isPositive()) return [];
  const stated = signed(rate, FALLS.test(wordOf(RATE, rate)));
  const by = signed(change, FALLS.test(wordOf(GROWN, change)));
  const formula = `${valueText(change)} ÷ ${valueText(base)}`;
  const relation = judge({ type: 'growth', members: [by, base], stated, formula, compute: over, bond: 'sure' }, page.figures);
  return relation === undefined ? [] : [relation];
}

export const toldChanges = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => {
    const told = toldAt(page, figure.index);
    if (told === undefined) return comparedWith(page, figure.index);
    const own = claimsOf(told).flatMap((claim) => judge(claim, page.figures) ?? []);
    const whole = filledBy(page, told.now);
    return whole === undefined || own.every(({ verdict }) => verdict === 'consistent')
      ? own
      : claimsOf({ ...told, now: whole }).flatMap((claim) => judge(claim, page.figures) ?? []);
  });
