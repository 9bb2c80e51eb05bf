// Last year's number left standing where a pair tells both (由18.0件提高到21.6件, elsewhere 达到18.0件), and the net change of such a pair told again as another one.
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, digitsIn, hasHappened, isGrowthRate, isLevel, namesLike, periodsAgree } from './find.ts';
import { isAkin } from './likeness.ts';
import { differenceOf, exceeds } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const LAST_YEAR = /上年|去年|上一年|前一年|年初|同期|基数|原来|原有|以来|曾/;
const FROM = /(?:由|从(?![事业]))[^，。；]*$/;
const TO = /(?:到|至|达|为)[^，。；\d]{0,4}$/;
const COMPARED = /^[，(（]?(?:(?:比|较|与)?(?:上年|去年|上一年|前一年|年初)(?:同?期|末|底)?)[^，。；\d增减]{0,12}$/;

const isValue = (figure: Figure): boolean =>
  hasHappened(figure) &&
  figure.inTable === null &&
  figure.reading.bound === 'exact' &&
  (isLevel(figure) || (figure.sort === 'part' && !isGrowthRate(figure) && figure.reading.kind !== 'rank'));

const areOfUnit = (a: Figure, b: Figure): boolean => a.sort === b.sort && a.reading.unit === b.reading.unit;

/** A value and the one before it. */
interface Moved {
  readonly now: Figure;
  readonly base: Figure;
}

function movedAt(page: Page, first: Figure): Moved | undefined {
  const next = page.figures[first.index + 1];
  if (next === undefined || next.sentence !== first.sentence || !isValue(first) || !isValue(next) || !areOfUnit(first, next))
    return undefined;
  if (next.clause - first.clause > 1 || first.value.equals(next.value)) return undefined;
  if (FROM.test(first.lead) && TO.test(next.lead)) return { now: next, base: first };
  return COMPARED.test(next.lead) && !LAST_YEAR.test(first.lead) ? { now: first, base: next } : undefined;
}

const TELLING = 3;

/** The same value told elsewhere, of a name that may be clearer. */
const namedElsewhere = (page: Page, now: Figure): readonly Figure[] =>
  around(page.figures, now)
    .filter((one) => one.sentence !== now.sentence && isValue(one) && areOfUnit(one, now) && one.value.equals(now.value))
    .slice(0, TELLING);

/** Of the same thing by its name, in whole or without some of its words. */
const isOfThing = (figure: Figure, names: readonly Figure[]): boolean =>
  names.some((one) => {
    const alike = namesLike(figure, one);
    return alike === 'same' || alike === 'kin' || (figure.name.length >= TELLING && isAkin(figure.name, one.name, 0.8));
  });

const isNow = ({ before, heading }: Figure): boolean => !LAST_YEAR.test(before.slice(-60)) && !LAST_YEAR.test(heading);

/** 由上年的18.0件提高到21.6件, and in the closing 拥有量达到18.0件. */
function leftStanding(page: Page, moved: Moved): Relation | undefined {
  const { now, base } = moved;
  if (digitsIn(base).length < TELLING) return undefined;
  const names = [now, base, ...namedElsewhere(page, now)];
  const others = around(page.figures, now).filter(
    (other) =>
      other.sentence !== now.sentence &&
      isValue(other) &&
      areOfUnit(other, now) &&
      other.place === now.place &&
      isNow(other) &&
      periodsAgree(other, now) &&
      isOfThing(other, names),
  );
  const stale = others.find((other) => other.value.equals(base.value) && digitsIn(other) === digitsIn(base));
  if (stale === undefined) return undefined;
  return remark({
    type: 'duplicate',
    words: [base, now, stale].map(wordsOf),
    formula: '同一指标的两处数值相等',
    computed: now.value,
    stated: stale.value,
    print: now.sort === 'part' ? 'percent' : 'number',
    verdict: 'inconsistent',
    note: `另一处说由${valueText(base)}变为${valueText(now)}，这里的${valueText(stale)}是原来的数，可能沿用上年`,
  });
}

const NET =
  /^(?<thing>[^，。；：、\d]{3,20}?)(?:全年|本年|今年|当年|数)*(?:较上年|比上年|同比)?(?:虽|已|仅|只|共|也)*净(?<side>增|减)(?:虽|已|仅|只|了|加|长|少)*(?:达|有|为)?$/;
const LED = /^(?:虽然|尽管|其中|但|全[国省市县区]|[我本][省市县区]|全年|今年|当年|年末)+/;

const thingOf = (words: string): string => words.replace(LED, '').replace(/(?:总数|总量|数量|数)$/, '');

/** 高新技术企业全年净增虽达79家, where 612家 came from 515家. */
function otherNet(page: Page, { now, base }: Moved): Relation[] {
  const thing = thingOf((now.lead.split(/[，；。：、\n]/).at(-1) ?? '').replace(/(?:由|从|达到?|共|有|为|[增升]至|到)+$/, ''));
  if (!isLevel(now) || thing.length < TELLING) return [];
  const range = differenceOf(now.range, base.range);
  return around(page.figures, now).flatMap((other) => {
    if (other.reading.kind !== 'change' || other.sentence === now.sentence || !areOfUnit(other, now) || !hasHappened(other)) return [];
    const { thing: called, side } = NET.exec((other.lead.split(/[，；。：、\n]/).at(-1) ?? '').replace(LED, ''))?.groups ?? {};
    if (called === undefined || thingOf(called) !== thing || other.place !== now.place || !periodsAgree(other, now)) return [];
    const told = { low: other.value.absolute(), high: other.value.absolute() };
    const due = side === '减' ? differenceOf(base.range, now.range) : range;
    const fails = exceeds(told, due) || exceeds(due, told);
    if (other.reading.bound !== 'exact') return [];
    return [
      remark({
        type: 'change',
        words: [now, base, other].map(wordsOf),
        formula: `${valueText(now)} − ${valueText(base)}`,
        computed: now.value.minus(base.value).absolute(),
        stated: other.value.absolute(),
        verdict: fails ? 'inconsistent' : 'consistent',
        note: fails ? `另一处由${valueText(base)}到${valueText(now)}，与这里的净${side}${valueText(other)}不符` : '',
      }),
    ];
  });
}

const MOST = 400;

export const leftStandings = (page: Page): Relation[] =>
  page.figures
    .flatMap((figure) => movedAt(page, figure) ?? [])
    .slice(0, MOST)
    .flatMap((moved) => [...[leftStanding(page, moved)].flatMap((one) => one ?? []), ...otherNet(page, moved)]);
