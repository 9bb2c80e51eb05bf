// Shares told in words beside the numbers that they speak of: 占59.3%，接近六成; 两区244家，过半; 技术输出额不足吸纳额的六成.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, hasHappened, isExactLevel, isGrowthRate, unitsFit } from './find.ts';
import { isWithinName } from './likeness.ts';
import { numberOf } from './lists.ts';
import { quotientOf, type Range } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, type Words, wordsAt, wordsOf } from './remark.ts';
import { printed } from './wording.ts';

const PART =
  '(?<tenths>[一二三四五六七八九])成(?<half>半)?|(?<under>[二三四五六七八九十])分之(?<over>[一二三四五六七八九])|(?<halves>半数|一半|半)';
const WORDED = new RegExp(
  `(?<bound>接近|将近|近|不足|不到|未到|不及|超过|超|逾|突破|高于|过|占到|占|达到|达|约|为)?(?<of>总[额量数]的?|全[市省县区]的?|其)?(?:${PART})(?<more>以上|多|强|左右)?(?=[，。；、：\\n）)]|$)`,
  'g',
);
const SMALL = Rational.of(1, 200n);
const TENTH = Rational.of(1, 10n);
const HALF = Rational.of(1, 2n);

interface Said {
  readonly least: Rational;
  readonly most: Rational;
}

/** From what to what the words may mean; a half per cent is no matter of words. */
function saidBy({ bound = '', tenths, half, under, over, more = '' }: Record<string, string | undefined>): Said {
  const value =
    tenths !== undefined
      ? Rational.of(BigInt(numberOf(tenths)), 10n).plus(half === undefined ? 0 : Rational.of(1, 20n))
      : under === undefined
        ? HALF
        : Rational.of(BigInt(numberOf(over ?? '')), BigInt(numberOf(under)));
  if (/不|未/.test(bound)) return { least: Rational.zero, most: value.plus(SMALL) };
  if (/近/.test(bound)) return { least: value.minus(TENTH), most: value.plus(SMALL.times(2)) };
  if (/超|逾|突破|高于|过/.test(bound) || more === '以上') return { least: value.minus(SMALL), most: Rational.one };
  if (/多|强/.test(more)) return { least: value.minus(SMALL), most: value.plus(TENTH) };
  return { least: value.minus(TENTH), most: value.plus(TENTH) };
}

const isOutside = ({ low, high }: Range, { least, most }: Said): boolean =>
  (low?.isMoreThan(most) ?? false) || (high?.isLessThan(least) ?? false);

interface Place {
  readonly words: Words;
  /** Words of the same clause before the fraction, from the last figure or stop. */
  readonly clause: string;
  readonly said: Said;
  readonly text: string;
  /** The figure right before. */
  readonly last: Figure;
}

const told = (place: Place, members: readonly Figure[], range: Range, formula: string): Relation => {
  const fails = isOutside(range, place.said);
  const computed = range.low !== null && range.high !== null ? range.low.plus(range.high).dividedBy(2) : Rational.zero;
  return remark({
    type: 'share',
    words: [...members.map(wordsOf), place.words],
    formula,
    computed,
    print: 'percent',
    verdict: fails ? 'inconsistent' : 'consistent',
    weight: 'error',
    note: fails ? `${formula}${members.length > 1 ? ` = ${printed(computed, 'percent')}` : ''}，文中说“${place.text}”` : '',
  });
};

const OTHER =
  /增|减|降|涨|提高|提升|上升|扩大|缩小|比|较|目标|力争|任务|计划|预算|完成|进度|概率|价格|折|补助|补贴|资助|奖励|给予|按|其中|余下|另/;

/** 占59.3%，接近六成: nothing else is told between the percentage and the words. */
function besidePercent(_page: Page, place: Place): Relation | undefined {
  const { last, clause } = place;
  const isShare = last.sort === 'part' && !isGrowthRate(last) && hasHappened(last) && last.reading.bound === 'exact';
  if (!isShare || !/^[，(（、]?(?:已|也|均|都|仍|还|就|便|大约|即)?$/.test(clause)) return undefined;
  return told(place, [last], last.range, valueText(last));
}

/** 全市428家，其中两区244家，过半: the part right before, its whole before that. */
function besidePart(page: Page, place: Place): Relation | undefined {
  const part = place.last;
  const whole = page.figures[part.index - 1];
  if (!/^[，(（](?:已|也|占比|仅|均|就|占|占全部的)?$/.test(place.clause) || whole === undefined || whole.sentence !== part.sentence)
    return undefined;
  const fits =
    isExactLevel(part) &&
    isExactLevel(whole) &&
    unitsFit(part, whole) &&
    part.reading.unit === whole.reading.unit &&
    whole.value.isMoreThan(part.value) &&
    part.clause - whole.clause <= 1 &&
    /^，(?:其中，?)[^，。；]*$/.test(part.lead);
  const range = fits ? quotientOf(part.range, whole.range) : undefined;
  return range && told(place, [part, whole], range, `${valueText(part)} ÷ ${valueText(whole)}`);
}

const NAMED = /(?:^|[，。；：\n])(?<part>[一-龥]{2,12}?)?(?:仅为|只有|仅|相当于|是|为|占)?(?<whole>[一-龥]{2,12})的$/;
const MEASURE = /(?:总额|金额|成交额|总量|数量|额|量|数)$/;
const FILLER = /其中|全[国省市县区]|[我本][省市县区]|的|共|完成|实现|达到?|有|约|^为/g;
const nameOf = (words: string): string => words.replace(FILLER, '').replace(MEASURE, '');
const clauseOf = ({ lead }: Figure): string => nameOf(lead.split(/[，。；、：\n]/).at(-1) ?? '');
const bag = (words: string): string => [...words].sort().join('');

/** Called 输出 or 技术输出额, told as 输出技术; what the name leaves out stands in the other name. */
const isCalled = (figure: Figure, name: string, beside: string): boolean => {
  const own = clauseOf(figure);
  if (own.length < 2) return false;
  if (own === name || bag(own) === bag(name)) return true;
  const rest = [...own].filter((sign) => !name.includes(sign)).join('');
  return isWithinName(name, own) && rest !== '' && isWithinName(bag(rest), bag(beside));
};

/** 技术输出额不足吸纳额的六成: both told elsewhere, in any way that makes the words true. */
function ofNames(page: Page, place: Place, before: string, bound: string): Relation | undefined {
  const { part = '', whole = '' } = NAMED.exec(before)?.groups ?? {};
  const at = whole.search(/不足|不到|不及|超过|高于|接近|达到|近|超|逾/);
  const split = at < 0 ? undefined : /不足|不到|不及|超过|高于|接近|达到|近|超|逾/.exec(whole);
  const own = nameOf(split === null || split === undefined ? part : `${part}${whole.slice(0, at)}`);
  const called = nameOf(split === null || split === undefined ? whole : whole.slice(at + split[0].length));
  if (own.length < 2 || called.length < 2 || OTHER.test(before.slice(-24))) return undefined;
  const near = around(page.figures, place.last).filter(
    (one) => isExactLevel(one) && one.inTable === null && (one.sort === 'money' || one.sort === 'count'),
  );
  const tops = near.filter((one) => isCalled(one, own, called)).slice(0, 4);
  const bottoms = near.filter((one) => isCalled(one, called, own)).slice(0, 4);
  const said = saidOf(place, split?.[0] ?? bound);
  const pairs = tops.flatMap((top) => bottoms.flatMap((bottom) => (top !== bottom && unitsFit(top, bottom) ? [{ top, bottom }] : [])));
  const judged = pairs.flatMap(({ top, bottom }) => {
    const range = quotientOf(top.range, bottom.range);
    return range === undefined ? [] : [told({ ...place, said }, [top, bottom], range, `${valueText(top)} ÷ ${valueText(bottom)}`)];
  });
  return judged.find(({ verdict }) => verdict === 'consistent') ?? judged[0];
}

const saidOf = ({ text, said }: Place, bound: string): Said => {
  const groups = new RegExp(PART).exec(text)?.groups;
  return groups === undefined || bound === '' ? said : saidBy({ ...groups, bound });
};

const SIGHT = 40;
const MOST = 300;

export function wordedShares(page: Page): Relation[] {
  let next = 0;
  return page.blocks.flatMap((block) =>
    [...block.text.matchAll(WORDED)].slice(0, MOST).flatMap((match) => {
      const words = wordsAt(page, block, match.index, match.index + match[0].length);
      while (next < page.figures.length && (page.figures[next]?.reading.rawStart ?? 0) < words.span.start) next++;
      const last = page.figures[next - 1];
      if (last === undefined) return [];
      const before = block.text.slice(Math.max(0, match.index - SIGHT), match.index);
      const raw = valueText(last);
      const from = before.lastIndexOf(raw);
      const place: Place = {
        words,
        clause: from < 0 ? before : before.slice(from + raw.length),
        said: saidBy(match.groups ?? {}),
        text: match[0],
        last,
      };
      if (OTHER.test(place.clause) && !/其中/.test(place.clause)) return [];
      const own = before.split(/[，。；\n]/).at(-1) ?? '';
      return besidePercent(page, place) ?? besidePart(page, place) ?? ofNames(page, place, `，${own}`, match.groups?.bound ?? '') ?? [];
    }),
  );
}
