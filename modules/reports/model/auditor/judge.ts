// Judges a relation: computes it from its members by exact ranges, sets it beside the printed figure and says what would mend it.
import type { Rational } from '#kernel/exact/rational.ts';
import { type Claim, type Compute, printOf, quoteOf, spanOf, valueText } from './claim.ts';
import type { Measured } from './figure.ts';
import { canBeEqual, halfWidth, moved, negativeOf, pointRange, type Range, widened } from './range.ts';
import type { Print, Relation, RelationType, Verdict, Weight } from './relation.ts';
import { exchangedValues, repairsOf } from './repair.ts';
import { numeral, printed } from './wording.ts';

const middle = (range: Range): Rational | null =>
  range.low === null || range.high === null ? (range.low ?? range.high) : range.low.plus(range.high).dividedBy(2);

/** What the figures themselves give, without regard to how they were rounded. */
function computedPoint({ members, compute }: Pick<Claim, 'members' | 'compute'>): Rational | null {
  const exact = compute(members.map(({ value }) => pointRange(value)));
  return exact === undefined ? null : middle(exact);
}

/** A name binds two figures only while what follows is of the printed size: twofold where it is alike, tenfold where it is called. */
const FURTHEST = { likely: 2, named: 10 } as const;

function isNear(computed: Rational, stated: Rational, furthest: number): boolean {
  if (computed.isZero() || stated.isZero() || computed.isNegative() !== stated.isNegative()) return false;
  const ratio = computed.dividedBy(stated);
  return ratio.times(furthest).isAtLeast(1) && ratio.isAtMost(furthest);
}

const UNITS = [10n, 100n, 1000n, 10_000n, 100_000_000n] as const;

/** 万 for 亿: a power of ten between what follows and what is printed, and nothing else. */
function isUnitOff(range: Range, stated: Range): boolean {
  if (range.low === null || range.high === null || stated.low === null || stated.high === null) return false;
  const scaled = (by: bigint, up: boolean): Range => ({
    low: range.low === null ? null : up ? range.low.times(by) : range.low.dividedBy(by),
    high: range.high === null ? null : up ? range.high.times(by) : range.high.dividedBy(by),
  });
  return UNITS.some((by) => canBeEqual(scaled(by, true), stated) || canBeEqual(scaled(by, false), stated));
}

interface Finding {
  readonly verdict: Verdict;
  readonly weight: Weight | null;
}

function findingOf(claim: Claim, range: Range, computed: Rational): Finding {
  const { stated, bond, slackWeight } = claim;
  if (canBeEqual(range, stated.range)) return { verdict: 'consistent', weight: null };
  const gap = computed.minus(stated.value).absolute();
  if (slackWeight !== undefined && gap.isAtMost(slackWeight.upTo)) return { verdict: 'inconsistent', weight: slackWeight.weight };
  // Cut off instead of rounded (32.88 as 32.8), or a unit off in the last place: no error of substance.
  const half = halfWidth(stated.range);
  if (half?.isPositive() && canBeEqual(range, widened(stated.range, half))) return { verdict: 'inconsistent', weight: 'rounding' };
  // 10.0% for what fell by it: the sign alone is wrong.
  const isTurned = bond === 'named' && claim.type === 'growth' && canBeEqual(negativeOf(range), stated.range);
  if (bond === 'sure' || isTurned || isNear(computed, stated.value, FURTHEST[bond]) || (bond === 'named' && isUnitOff(range, stated.range)))
    return { verdict: 'inconsistent', weight: 'error' };
  if (computed.isPositive() && isExchanged(claim, range)) return { verdict: 'inconsistent', weight: 'error' };
  return { verdict: 'cannot tell', weight: null };
}

const TELLING = 3;

/** However far off it is, two neighbouring digits the other way round put a printed number of several digits right. */
const isExchanged = ({ stated }: Claim, range: Range): boolean =>
  (stated.reading.raw.match(/\d/g)?.length ?? 0) >= TELLING &&
  exchangedValues(stated).some((value) => canBeEqual(range, moved(stated.range, value.minus(stated.value))));

function toleranceOf(claim: Claim, range: Range): Rational | null {
  const own = halfWidth(claim.stated.range);
  const others = halfWidth(range);
  return own === null || others === null ? null : own.plus(others);
}

const claims = new WeakMap<Relation, Claim>();

/** The claim that a relation was judged from; undefined for one that computes nothing. */
export const claimOf = (relation: Relation): Claim | undefined => claims.get(relation);

/** The relation that a claim turns out to be; undefined where its members do not allow a computation. */
export function judge(claim: Claim, page: readonly Measured[]): Relation | undefined {
  const range = claim.compute(claim.members.map((member) => member.range));
  const computed = computedPoint(claim);
  if (range === undefined || computed === null) return undefined;
  const finding = findingOf(claim, range, computed);
  const { stated, members } = claim;
  const print = printOf(stated);
  const tolerance = toleranceOf(claim, range);
  const sentence = `${claim.formula} = ${printed(computed, print)}，文中为${valueText(stated)}`;
  const mended = finding.verdict === 'inconsistent' && finding.weight === 'error' ? repairsOf(claim, page) : '';
  const relation: Relation = {
    type: claim.type,
    spans: [...members, stated].map(spanOf),
    quotes: [...members, stated].map(quoteOf),
    formula: claim.formula,
    computed: numeral(computed),
    stated: numeral(stated.value),
    deviation: numeral(computed.minus(stated.value).absolute()),
    tolerance: tolerance === null ? null : numeral(tolerance),
    print,
    ...finding,
    note: finding.verdict === 'consistent' ? '' : `${sentence}${mended}`,
  };
  claims.set(relation, claim);
  return relation;
}

/** What follows from figures without any printed figure to set it beside: it helps a person to judge, and is never an error. */
export function implied(
  type: RelationType,
  members: readonly Measured[],
  formula: string,
  compute: Compute,
  what: string,
  print: Print,
): Relation | undefined {
  const range = compute(members.map((member) => member.range));
  const computed = computedPoint({ members, compute });
  if (range === undefined || computed === null) return undefined;
  const half = halfWidth(range);
  const bounds = range.low !== null && range.high !== null ? `（${printed(range.low, print)}至${printed(range.high, print)}）` : '';
  return {
    type,
    spans: members.map(spanOf),
    quotes: members.map(quoteOf),
    formula,
    computed: numeral(computed),
    stated: null,
    deviation: null,
    tolerance: half === null ? null : numeral(half),
    print,
    verdict: 'cannot tell',
    weight: null,
    note: `由此推算${what}约${printed(computed, print)}${bounds}，文中没有可对照的数`,
  };
}
