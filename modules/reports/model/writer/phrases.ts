// The phrases of a sentence about one indicator: each is true of the ledger or is left out with a reason for the margin.
import { formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import type { ReadingName } from './shapes.ts';
import {
  type Aim,
  addsUp,
  documentsOf,
  type Ground,
  growthFormula,
  knownOf,
  type Opened,
  rankFormula,
  type Standing,
  shareFormula,
} from './standing.ts';
import { amountsTogether, distinct, growthText, milestonePassed, pointsText, rankText, shareText, valueText } from './words.ts';

/** A figure within a text, before it is told where it stands. */
export interface Figured {
  readonly reading: ReadingName;
  readonly text: string;
  readonly exact: Rational;
  readonly unit: string;
  readonly says: string;
  /** Where it comes from, if not from the system of the indicator. */
  readonly source?: string;
}
export type Piece = string | Figured;

export interface Said {
  readonly pieces: readonly Piece[];
  /** What is not said, and why. */
  readonly margins: readonly string[];
}

export const nothing = (...margins: string[]): Said => ({ pieces: [], margins });
const said = (...pieces: Piece[]): Said => ({ pieces, margins: [] });

export const whyOf = (value: Standing['now'] | null): string => (value !== null && 'unknown' in value ? value.unknown : '');

/** The documents that a comparison with other places stands on, behind the system that feeds the indicator. */
const sourceOf = (ground: Ground, { id }: Standing['indicator'], opened: Opened): { readonly source?: string } => {
  const documents = documentsOf(opened);
  return documents.length === 0 ? {} : { source: distinct([ground.sourceOf(id), ...documents]) };
};

/** Whole of a share and rivals of a rank. */
export const scopeOf = (ground: Ground, region: string): string => (region === ground.root ? '全省' : '全市');
const aboveMissing = (scope: string): string => `没有${scope}可比的数据，未写占比和位次`;

export interface Amounts {
  readonly value: string;
  readonly net: string | null;
  readonly change: string | null;
  readonly aim: string | null;
}

/** All amounts of a sentence in one unit. Anything that would be printed as nothing though it is something is not printed. */
export function amountsOf({ indicator: { unit }, now, before, net }: Standing, aim: Aim | undefined): Amounts {
  const own = knownOf(now) ?? Rational.zero;
  const base = knownOf(before);
  const size = knownOf(net)?.absolute() ?? null;
  const change = base === null || base.isPositive() ? null : own.minus(base).absolute();
  if (unit !== '元') {
    const text = (value: Rational | null | undefined): string | null => (value == null ? null : valueText(value, unit));
    return { value: valueText(own, unit), net: text(size), change: text(change), aim: text(aim?.value) };
  }
  const given = [own, size, change, aim?.value ?? null];
  const together = amountsTogether(given.filter((value) => value !== null));
  let next = 0;
  const [value, netText, changeText, aimText] = given.map((one) => (one === null ? null : (together[next++] ?? null)));
  return { value: value ?? valueText(own, unit), net: netText ?? null, change: changeText ?? null, aim: aimText ?? null };
}

const plainFigure = (ground: Ground, { indicator, now }: Standing, text: string, reading: ReadingName = 'value'): Figured => ({
  reading,
  text,
  exact: knownOf(now) ?? Rational.zero,
  unit: indicator.unit,
  says: ground.inWords(indicator.formula),
});

/** 达 for what has grown, 为 for the rest; with the round number that was passed. */
export function valuePhrase(ground: Ground, standing: Standing, amounts: Amounts, withMilestone: boolean): Said {
  const { indicator, now, before } = standing;
  const [own, base] = [knownOf(now), knownOf(before)];
  if (own === null) return nothing(whyOf(now));
  const figure = plainFigure(ground, standing, amounts.value);
  const passed = withMilestone && base !== null ? milestonePassed(base, own, indicator.unit) : undefined;
  if (passed !== undefined && passed.text !== amounts.value) {
    const milestone = { ...figure, reading: 'milestone' as const, text: passed.text, exact: passed.value };
    return said('突破', milestone, '，达', figure);
  }
  return said(base !== null && own.isMoreThan(base) && own.isPositive() && indicator.unit !== '%' ? '达' : '为', figure);
}

export function netPhrase(ground: Ground, { indicator, net }: Standing, amounts: Amounts): Said {
  if (net === null) return nothing();
  const value = knownOf(net);
  if (value === null) return nothing(`${indicator.name}：${whyOf(net)}，未写净增`);
  const text = amounts.net;
  if (value.isZero() || text === null) return said('与上年末持平');
  const { formula } = indicator;
  const says = formula.kind === 'stock' ? ground.inWords({ kind: 'change', measure: formula.measure }) : '';
  const figure: Figured = {
    reading: 'net',
    text: `${value.isNegative() ? '净减少' : '净增'}${text}`,
    exact: value,
    unit: indicator.unit,
    says,
  };
  return said('比上年末', figure);
}

/** Of a base of fewer things a growth in percent only astonishes [P]. */
const smallestBase = Rational.of(10);
export const isSmallBase = ({ indicator: { unit }, before }: Standing): boolean => {
  const base = knownOf(before);
  return base?.isPositive() === true && base.isLessThan(smallestBase) && unit !== '%' && unit !== '元';
};

const isWholeYear = ({ from, to }: Standing['span']): boolean => from.endsWith('-01-01') && to.endsWith('-12-31');

/** A hundredfold growth only tells that there was next to nothing before [P]. */
const greatestGrowth = Rational.of(100);

/** 同比 for quantities, points for shares; how many more or fewer where the base is small, unless a column wants the percent. */
export function growthPhrase(ground: Ground, standing: Standing, amounts: Amounts, inColumn = false): Said {
  const { indicator, now, before } = standing;
  const [own, base] = [knownOf(now), knownOf(before)];
  if (own === null) return nothing();
  if (base === null) return nothing(`${indicator.name}：${whyOf(before)}，未写同比`);
  const says = ground.inWords(growthFormula(indicator.formula));
  if (indicator.unit === '%') {
    const text = pointsText(own, base);
    const then = isWholeYear(standing.span) ? '上年' : '上年同期';
    const figure: Figured = {
      reading: 'growth',
      text: text === '持平' ? `与${then}持平` : text,
      exact: own.minus(base).times(100),
      unit: '个百分点',
      says,
    };
    return text === '持平' ? said(figure) : said(`比${then}`, figure);
  }
  if (!inColumn && isSmallBase(standing) && !own.equals(base)) {
    const size = own.minus(base);
    const text = `同比${size.isNegative() ? '减少' : '增加'}${valueText(size.absolute(), indicator.unit)}`;
    return said({
      reading: 'growth',
      text,
      exact: size,
      unit: indicator.unit,
      says: `${ground.inWords(indicator.formula)} − 上年同期（基数小，不计增速）`,
    });
  }
  if (base.isPositive()) {
    // From more than nothing to less than nothing is no fall by a part.
    if (own.isNegative()) return nothing(`${indicator.name}：由正转负，增速没有意义，未写同比`);
    const change = own.dividedBy(base).minus(1);
    if (change.absolute().isMoreThan(greatestGrowth)) return nothing(`${indicator.name}：上年同期数过小，增速没有意义，未写同比`);
    const text = growthText(own, base, indicator.unit);
    if (/下降100%$/.test(text) && !own.isZero()) return nothing(`${indicator.name}：降幅四舍五入后为100%但未归零，未写同比`);
    return said({ reading: 'growth', text, exact: change, unit: '%', says });
  }
  const change = own.minus(base);
  const written = growthText(own, base, indicator.unit);
  const sign = /^同比(?:增加|减少)/.exec(written)?.[0];
  const text = sign === undefined ? written : amounts.change === null ? '同比持平' : `${sign}${amounts.change}`;
  return said({
    reading: 'growth',
    text,
    exact: change,
    unit: indicator.unit,
    says: `${ground.inWords(indicator.formula)} − 上年同期（上年同期不大于零，不计增速）`,
  });
}

/** Only of quantities that add up: a share of a rate says nothing. */
export function sharePhrase(ground: Ground, { indicator, region, span }: Standing): Said {
  if (!addsUp(indicator)) return nothing();
  const formula = shareFormula(indicator.formula);
  const opened = ground.open(formula, region, span);
  const { value, parts } = opened;
  const scope = scopeOf(ground, region);
  const [part, whole] = [knownOf(parts[0]?.value ?? null), knownOf(parts[1]?.value ?? null)];
  if (!('known' in value) || part === null || whole === null) return nothing(aboveMissing(scope));
  if (part.isNegative() || !whole.isPositive()) return nothing();
  if (part.isMoreThan(whole)) return nothing(`${indicator.name}：比${scope}的数还大，未写占比，请核对${scope}的数`);
  const text = shareText(part, whole, scope);
  if (/占全.0%$/.test(text) && !part.isZero()) return nothing(`${indicator.name}：${scope}占比不足0.01%，未写占比`);
  return said({
    reading: 'share',
    text,
    exact: value.known,
    unit: '%',
    says: ground.inWords(formula),
    ...sourceOf(ground, indicator, opened),
  });
}

export function rankPhrase(ground: Ground, { indicator, region, span }: Standing): Said {
  if (indicator.direction === 'down') return nothing();
  const formula = rankFormula(indicator.formula);
  const opened = ground.open(formula, region, span);
  const { value, parts } = opened;
  const scope = scopeOf(ground, region);
  const own = knownOf(parts.find((part) => part.region === region)?.value ?? null);
  const others = parts.filter((part) => part.region !== region).map((part) => knownOf(part.value));
  if (!('known' in value) || own === null || others.length === 0) return nothing(aboveMissing(scope));
  const known = others.filter((other) => other !== null);
  const rank = known.length < others.length ? undefined : rankText(own, known, scope);
  if (rank === undefined) return nothing(aboveMissing(scope));
  const says = ground.inWords(formula);
  return said({
    reading: 'rank',
    text: rank.text,
    exact: Rational.of(rank.place),
    unit: '位',
    says,
    ...sourceOf(ground, indicator, opened),
  });
}

/** Ten times a target is a target that nobody meant [P]. */
const greatestCompletion = Rational.of(10);

const ratioText = (part: Rational, whole: Rational): string => `${formatPlain(part.dividedBy(whole).times(100), 2)}%`;

/** 完成年度目标450家的101.11%; of shares only the target is told, since a share of a share misleads. */
export function aimPhrase({ indicator, now }: Standing, aim: Aim | undefined, amounts: Amounts, yearWord: string): Said {
  const own = knownOf(now);
  if (aim === undefined || own === null) return nothing();
  if (amounts.aim === null || own.isNegative() || !aim.value.isPositive()) return nothing();
  const target: Figured = {
    reading: 'target',
    text: amounts.aim,
    exact: aim.value,
    unit: indicator.unit,
    says: '下达的目标',
    source: aim.document,
  };
  if (indicator.unit === '%' || indicator.direction === 'down' || own.isZero()) return said(`${yearWord}目标为`, target);
  const done = own.dividedBy(aim.value);
  if (done.isMoreThan(greatestCompletion))
    return nothing(`${indicator.name}：完成数是目标的${formatPlain(done, 0)}倍，请核对目标，未写完成率`);
  const completion: Figured = {
    reading: 'completion',
    text: ratioText(own, aim.value),
    exact: done,
    unit: '%',
    says: '完成数 ÷ 下达的目标',
    source: aim.document,
  };
  return said(`完成${yearWord}目标`, target, '的', completion);
}

/** What is to be reached, in the words of the document that sets it. */
export function futurePhrase({ indicator }: Pick<Standing, 'indicator'>, aim: Aim): readonly Piece[] {
  const target: Figured = {
    reading: 'target',
    text: valueText(aim.value, indicator.unit),
    exact: aim.value,
    unit: indicator.unit,
    says: '下达的目标',
    source: aim.document,
  };
  switch (aim.bound) {
    case '突破':
      return ['力争突破', target];
    case '以上':
      return ['力争达到', target, '以上'];
    case '左右':
      return ['力争达到', target, '左右'];
    case '不低于':
      return ['不低于', target];
    case '不超过':
      return ['不超过', target];
    default:
      return ['力争达到', target];
  }
}
