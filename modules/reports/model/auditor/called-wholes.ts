// Shares that call one whole by the same words (占全部营业收入的…): what most of them prove is the whole of the others too.
import { Rational } from '#kernel/exact/rational.ts';
import { over, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, digitsIn, isLevel, periodsAgree, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { coreOf } from './names.ts';
import { placeIn } from './places.ts';
import { canBeEqual, moved, quotientOf, type Range } from './range.ts';
import type { Relation } from './relation.ts';
import { exchangedValues } from './repair.ts';

/** A share and its part. */
export interface Sharing {
  readonly share: Figure;
  readonly part: Figure;
}

/** With the words by which the share calls its whole. */
export interface Call extends Sharing {
  readonly words: string;
}

const TOTAL = /总(?=成交|收入|支出|投入|预算|产值|交易|经费|人口|人数|面积|投资)|全部|所有|当年|同期|各类/g;

/** 全省总成交金额, 总成交额 and 成交金额 call one thing. */
export const calledBy = (words: string): string => {
  const plain = words.replace(TOTAL, '').replace(/总量$|总额$|总数$|总计$/, '');
  return (placeIn(plain) !== undefined && plain.length === 2) || plain === '' ? '' : coreOf(plain);
};

const LEAST_NAME = 2;
const isNamed = (name: string, core: string): boolean =>
  name.endsWith(core) || (name.length >= LEAST_NAME && core.endsWith(name) && core.length - name.length <= 4);

/** More than that is no text but made to be slow. */
const MOST_CALLS = 40;

interface Group {
  readonly core: string;
  readonly calls: readonly Call[];
}

const keyOf = (page: Page, { share, part, words }: Call, core: string): string =>
  `${placeIn(words) ?? page.home}|${core}|${part.sort}|${share.reading.period ?? ''}`;

function groupsOf(page: Page, calls: readonly Call[]): Group[] {
  const found = new Map<string, Group>();
  for (const call of calls) {
    const core = calledBy(call.words);
    if (core.length < LEAST_NAME) continue;
    const key = keyOf(page, call, core);
    const before = found.get(key)?.calls ?? [];
    if (before.length < MOST_CALLS) found.set(key, { core, calls: [...before, call] });
  }
  return [...found.values()].filter(({ calls: all }) => all.length >= 2);
}

const holds = (whole: Figure, { part, share }: Call): boolean => {
  const quotient = quotientOf(part.range, whole.range);
  return quotient !== undefined && canBeEqual(quotient, share.range);
};

/** 43.8% printed as 48.3%: two neighbouring digits the other way round. */
const holdsExchanged = (whole: Figure, part: Figure, share: Figure): boolean => {
  const quotient = quotientOf(part.range, whole.range);
  if (quotient === undefined || digitsIn(share).length < TELLING) return false;
  return exchangedValues(share).some((value) => canBeEqual(quotient, moved(share.range, value.minus(share.value))));
};

/** Two digits of a share agree with some figure by chance. */
const TELLING = 3;
/** So many digits of different shares, together, don't. */
const PROOF = 5;

/** 占54.1%, and the rest 占45.9%: two parts that are all of their whole. */
const areAll = (calls: readonly Call[]): boolean =>
  calls.length === 2 && Rational.sum(calls.map(({ share }) => share.value)).equals(Rational.one);

/** The figure of that name that most shares are of; undefined where two of different size would do as well. */
function wholeOf(page: Page, { core, calls }: Group): Figure | undefined {
  const [first] = calls;
  if (first === undefined) return undefined;
  const parts = new Set(calls.map(({ part }) => part.index));
  const candidates = around(page.figures, first.part).filter(
    (other) =>
      isLevel(other) &&
      !parts.has(other.index) &&
      unitsFit(other, first.part) &&
      isNamed(other.name, core) &&
      periodsAgree(other, first.part),
  );
  // 突破三千亿元 holds many shares that 3053亿元 does not.
  const told = candidates.filter(({ reading }) => reading.bound === 'exact');
  const scored = (told.length > 0 ? told : candidates).map((whole) => {
    const kept = calls.filter((call) => holds(whole, call));
    const nearly = calls.filter((call) => !kept.includes(call) && holdsExchanged(whole, call.part, call.share));
    const digits = new Set([...kept, ...nearly].map(({ share }) => digitsIn(share)));
    const isProof = digits.size >= 2 && kept.length >= 1 && [...digits].join('').length >= PROOF;
    return { whole, kept: kept.length, isProven: isProof || (kept.length === 1 && areAll(calls) && [...digits].join('').length > TELLING) };
  });
  const proven = scored.filter(({ isProven }) => isProven).sort((a, b) => b.kept - a.kept);
  const [best] = proven;
  const rival = proven.find(({ whole }) => best !== undefined && !whole.value.equals(best.whole.value));
  return best === undefined || (rival !== undefined && rival.kept >= best.kept) ? undefined : best.whole;
}

/** The whole of each share, by the share's place among the figures. */
export function calledWholes(page: Page, calls: readonly Call[]): ReadonlyMap<number, Figure> {
  const found = new Map<number, Figure>();
  for (const group of groupsOf(page, calls)) {
    const whole = wholeOf(page, group);
    if (whole !== undefined) for (const { share } of group.calls) found.set(share.index, whole);
  }
  return found;
}

interface Sized extends Call {
  readonly whole: Range;
}

const NEXT_PARAGRAPHS = 4;

/** Told one after the other, in one paragraph or line by line. */
const areTogether = (calls: readonly Call[]): boolean =>
  calls.every(({ share }, i) => i === 0 || share.paragraph - (calls[i - 1]?.share.paragraph ?? 0) <= NEXT_PARAGRAPHS);

/** Parts over shares of one whole that is told nowhere: most agree on its size. */
export function oddCalls(page: Page, calls: readonly Call[], known: ReadonlyMap<number, Figure>): Relation[] {
  return groupsOf(page, calls).flatMap((group) => {
    const sized = group.calls.flatMap((call): Sized[] => {
      const whole = digitsIn(call.share).length >= TELLING ? quotientOf(call.part.range, call.share.range) : undefined;
      return whole === undefined || known.has(call.share.index) ? [] : [{ ...call, whole }];
    });
    if (sized.length < 3 || !areTogether(group.calls) || new Set(sized.map(({ part }) => part.index)).size < sized.length) return [];
    const agreeing = (one: Sized): number => sized.filter((other) => canBeEqual(one.whole, other.whole)).length;
    const [model] = [...sized].sort((a, b) => agreeing(b) - agreeing(a));
    if (model === undefined || agreeing(model) < Math.max(2, (3 * sized.length) / 5)) return [];
    const odd = sized.filter((one) => !canBeEqual(one.whole, model.whole));
    return odd.flatMap((one) => oddOne(page, one, model) ?? []).filter(({ weight }) => weight === 'error');
  });
}

/** A share held against the whole that another part and its share give. */
export function oddOne(page: Page, odd: Sharing, model: Sharing): Relation | undefined {
  return judge(
    {
      type: 'share',
      members: [odd.part, model.part, model.share],
      stated: odd.share,
      formula: `${valueText(odd.part)} ÷ (${valueText(model.part)} ÷ ${valueText(model.share)})`,
      compute: ([part, other, share]) => {
        const whole = other && share && quotientOf(other, share);
        return part && whole && over([part, whole]);
      },
      bond: 'likely',
    },
    page.figures,
  );
}
