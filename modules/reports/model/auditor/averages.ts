// Averages: 平均每期120人, 项均30万元, 每万人口15件 are one of the amounts before over another.
import { Rational } from '#kernel/exact/rational.ts';
import { type Claim, type Compute, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isComparedWith, isLevel, periodsAgree } from './find.ts';
import { judge } from './judge.ts';
import { coreOf } from './names.ts';
import { quotientOf } from './range.ts';
import type { Relation } from './relation.ts';

/** The words right before the number that make it an average, with the unit that it is for. */
const EACH =
  /(?:平均每|每[家户个项人名件期场批次笔亩台张]平均|单[项个家件][一-龥]{0,4}平均|平均单[项个家件]|(?<!年)(?:户|家|项|人|件|篇|场|期|次|村|校|县|笔|亩|台|单|张|馆|站|所|院|园|店)均|每(?:万|千|百|十)?(?:[名个]?[人户家项件]))([^，。；\d]{0,14})$/;
/** An average of something else than the sentence divides: incomes, a year's mean. */
const OTHER = /人均(?:可支配|收入|GDP|生产总值|地区)|可支配收入|标准|不超过|不低于|补助标准|最高/;

/** 每万人口 counts by ten thousand persons. */
const MULTIPLES: readonly (readonly [RegExp, bigint])[] = [
  [/每万/, 10_000n],
  [/每千/, 1000n],
  [/每百/, 100n],
  [/每十/, 10n],
];

const per =
  (size: bigint): Compute =>
  ([a, b]) => {
    const quotient = a && b && quotientOf(a, b);
    return quotient && { low: quotient.low?.times(size) ?? null, high: quotient.high?.times(size) ?? null };
  };

function claimFor(top: Figure, bottom: Figure, each: Figure, size: bigint): Claim {
  const by = size === 1n ? '' : ` × ${size}`;
  return {
    type: 'rate',
    members: [top, bottom],
    stated: each,
    formula: `${valueText(top)} ÷ ${valueText(bottom)}${by}`,
    compute: per(size),
    bond: 'named',
  };
}

const MOST = 5;

/** 25万元/项 is money for each. */
const isPerThing = (top: Figure, each: Figure): boolean => top.sort === 'money' && /^元\/[项家人户个件次期]$/.test(each.reading.unit ?? '');

/** What is divided has the average's unit; what it is divided by is a count of those that each received. */
function fits(top: Figure, bottom: Figure, each: Figure): boolean {
  if (
    top.index === bottom.index ||
    bottom.sort !== 'count' ||
    (top.sort !== each.sort && !isPerThing(top, each)) ||
    !bottom.value.isMoreThan(Rational.one)
  )
    return false;
  const [unit, own] = [each.reading.unit ?? '', top.reading.unit ?? ''];
  return top.sort === 'money' || unit === own || own.startsWith(unit) || unit.startsWith(own);
}

/** 贷款563笔，户均345万元: one household may have several. */
const isOfOther = (clause: string, { reading }: Figure): boolean =>
  /[户家人]均[^均]*$/.test(clause) && /^(?:笔|项|件|次|期|场|单)$/.test(reading.unit ?? '');

function average(page: Page, each: Figure): Relation | undefined {
  const clause = each.lead.split(/[，；：。]/).at(-1) ?? '';
  const isPerUnit =
    (/平均[^，。；\d]{0,8}$/.test(clause) && /^元\/[项家人户个件次期]$/.test(each.reading.unit ?? '')) ||
    (/平均[^，。；\d]{0,8}$/.test(clause) && /^[/每](?:项|家|人|户|个|件|次|期)/.test(each.tail));
  if (
    (!EACH.test(clause) && !isPerUnit) ||
    OTHER.test(clause) ||
    !hasHappened(each) ||
    (each.sort !== 'money' && each.sort !== 'count' && each.sort !== 'size')
  )
    return undefined;
  const size = MULTIPLES.find(([words]) => words.test(clause))?.[1] ?? 1n;
  const levels = beforeInSentence(page, each)
    .filter((other) => isLevel(other) && !isComparedWith(other) && hasHappened(other) && each.clause - other.clause <= 4)
    .slice(0, MOST);
  // 每亩350万元，占地200亩，总投资7亿元: both may be told behind.
  const behind =
    levels.length > 0
      ? []
      : page.figures
          .slice(each.index + 1, each.index + 3)
          .filter((other) => other.sentence === each.sentence && isLevel(other) && hasHappened(other));
  const able = levels.length > 0 ? levels : behind;
  const pairs = able.flatMap((top) =>
    able.filter((bottom) => fits(top, bottom, each) && !isOfOther(clause, bottom)).map((bottom) => [top, bottom] as const),
  );
  const judged = pairs.map(([top, bottom]) => judge(claimFor(top, bottom, each, size), page.figures));
  return judged.find((relation) => relation?.verdict === 'consistent') ?? (judged.length <= 2 ? judged[0] : undefined);
}

const BEFORE = 16;

/** 平均每个家庭户的人口: what it is for, and of what. */
function wordsOfEach(each: Figure): { readonly thing: string; readonly amount: string } | undefined {
  const clause = each.lead.split(/[，；：。.]/).at(-1) ?? '';
  const words = /平均每(?:[一个名])?(?<words>[一-龥]{2,16}?)(?:达到?|为|约|近)*$/.exec(clause)?.groups?.words;
  if (words === undefined) return undefined;
  const [thing = '', amount = ''] = words.includes('的') ? words.split('的') : [words.charAt(0), words.slice(1)];
  return amount.length >= 2 ? { thing, amount: coreOf(amount) } : undefined;
}

const plainName = ({ name }: Figure): string => name.replaceAll(/[[［]\d*[\]］]/g, '');
/** 家庭户 by its name, 项 by its unit. */
const isThing = (figure: Figure, thing: string): boolean =>
  figure.sort === 'count' && figure.value.isMoreThan(Rational.one) && (plainName(figure) === thing || figure.reading.unit === thing);

/** 家庭户294户，家庭户人口703人。平均每个家庭户的人口为2.39人: both stand before it and bear the names that it calls. */
function averageByName(page: Page, each: Figure): Relation | undefined {
  const words = wordsOfEach(each);
  if (words === undefined || !hasHappened(each) || OTHER.test(each.lead) || (each.sort !== 'money' && each.sort !== 'count'))
    return undefined;
  const near = page.figures
    .slice(Math.max(0, each.index - BEFORE), each.index)
    .filter(
      (other) =>
        isLevel(other) &&
        hasHappened(other) &&
        other.inTable === null &&
        each.paragraph - other.paragraph <= 1 &&
        periodsAgree(other, each),
    )
    .reverse();
  const bottom = near.find((figure) => isThing(figure, words.thing));
  const tops = near.filter((figure) => figure !== bottom && figure.sort === each.sort && plainName(figure).endsWith(words.amount));
  const own = tops.filter((figure) => plainName(figure).startsWith(words.thing));
  const [top, ...others] = own.length > 0 ? own : tops;
  if (bottom === undefined || top === undefined || others.some(({ value }) => !value.equals(top.value))) return undefined;
  return top.place === bottom.place ? judge(claimFor(top, bottom, each, 1n), page.figures) : undefined;
}

export const averages = (page: Page): Relation[] => page.figures.flatMap((each) => average(page, each) ?? averageByName(page, each) ?? []);
