// The innovation capability score out of one hundred (企业创新能力评价), as the interval inside which experts choose.
import {
  asPair,
  asRatio,
  type Bands,
  bands,
  capped,
  pointsIn,
  type Range,
  Rational,
  span,
  sumOfRanges,
  given as whenKnown,
} from '../frame/index.ts';
import { type Growth, growthOf } from './growth.ts';
import type { HighTechInput } from './input.ts';
import { classOf, type JudgedRight, judgedRights } from './ip-rights.ts';

type Level = 'HIGH' | 'FAIRLY_HIGH' | 'AVERAGE' | 'LOW' | 'NONE';

/** 195号: 高 7–8, 较高 5–6, 一般 3–4, 较低 1–2, 无 0. */
const levelPoints: Readonly<Record<Level, Range>> = {
  HIGH: span(7, 8),
  FAIRLY_HIGH: span(5, 6),
  AVERAGE: span(3, 4),
  LOW: span(1, 2),
  NONE: span(0),
};

function pointsForLevel(level: Level | null | undefined): Range {
  return level ? levelPoints[level] : span(0, 8);
}

/** 195号: one right of class I outweighs any number of class II. */
function pointsForQuantity(rights: readonly JudgedRight[]): Range {
  const classTwo = rights.filter(({ right }) => classOf(right) === 'II').length;
  if (classTwo < rights.length) return span(7, 8);
  if (classTwo >= 5) return span(5, 6);
  if (classTwo >= 3) return span(3, 4);
  return classTwo >= 1 ? span(1, 2) : span(0);
}

/** 195号: 有自主研发 1–6, 仅有受让、受赠和并购等 1–3; a way not stated may be any. */
function pointsForAcquisition(rights: readonly JudgedRight[]): Range {
  const ownWork = rights.some(({ right }) => right.acquisition === 'SELF_DEVELOPED' || right.acquisition === null);
  return rights.length === 0 ? span(0) : span(1, ownWork ? 6 : 3);
}

function ipScore(input: HighTechInput, rights: readonly JudgedRight[] | null) {
  const sure = rights?.filter(({ usable }) => usable === 'met');
  const possible = rights?.filter(({ usable }) => usable !== 'unmet');
  const between = (points: (some: readonly JudgedRight[]) => Range, most: number) =>
    sure && possible ? span(points(sure).min, points(possible).max) : span(0, most);
  const standards = input.ipAssessment?.standardsParticipation ?? null;
  const items = {
    advancedLevel: pointsForLevel(input.ipAssessment?.advancedLevel),
    coreSupport: pointsForLevel(input.ipAssessment?.coreSupport),
    quantity: between(pointsForQuantity, 8),
    acquisition: between(pointsForAcquisition, 6),
    standards: standards === null ? span(0, 2) : standards ? span(1, 2) : span(0),
  };
  return { ...items, total: capped(sumOfRanges(...Object.values(items)), 30) };
}

const conversionBands: Bands<Range> = bands([
  ['5', span(25, 30)],
  ['4', span(19, 24)],
  ['3', span(13, 18)],
  ['2', span(7, 12)],
  ['1', span(1, 6)],
]);

/** 195号: the yearly average of results converted; one result counts once. */
function conversionScore({ conversions, years }: HighTechInput): { average: Rational | null; total: Range } {
  const average = whenKnown([conversions, years], (converted, fiscalYears) => {
    const counted = new Set(fiscalYears.map(({ year }) => year));
    const results = new Set(converted.filter(({ year }) => counted.has(year)).map(({ resultId }) => resultId));
    return Rational.of(results.size, fiscalYears.length);
  });
  return { average, total: average === null ? span(0, 30) : pointsIn(conversionBands, average, span(0)) };
}

function managementScore({ management }: HighTechInput) {
  const points = (value: number | null | undefined, most: number) => (value === null || value === undefined ? span(0, most) : span(value));
  const items = {
    rdSystem: points(management?.rdSystem, 6),
    rdInstitution: points(management?.rdInstitution, 6),
    incentive: points(management?.incentive, 4),
    training: points(management?.training, 4),
  };
  return { ...items, total: sumOfRanges(...Object.values(items)) };
}

function growthScore({ years }: HighTechInput) {
  const netAssets = growthOf(years?.map((year) => whenKnown([year.totalAssets, year.totalLiabilities], (a, l) => a.minus(l))) ?? null);
  const sales = growthOf(years?.map((year) => year.sales) ?? null);
  return { netAssets, sales, total: sumOfRanges(netAssets.points, sales.points) };
}

export interface CapabilityScore {
  readonly ip: ReturnType<typeof ipScore>;
  readonly conversion: ReturnType<typeof conversionScore>;
  readonly management: ReturnType<typeof managementScore>;
  readonly growth: { readonly netAssets: Growth; readonly sales: Growth; readonly total: Range };
  readonly total: Range;
}

export function capabilityScore(input: HighTechInput): CapabilityScore {
  const parts = {
    ip: ipScore(input, judgedRights(input)),
    conversion: conversionScore(input),
    management: managementScore(input),
    growth: growthScore(input),
  };
  return { ...parts, total: sumOfRanges(...Object.values(parts).map((part) => part.total)) };
}

/** True if something that the score is made of is not stated, or a right cannot be judged. */
export function lacksScoreInput(input: HighTechInput): boolean {
  const { ipAssessment, conversions, management, years } = input;
  const stated: readonly unknown[] = [
    ipAssessment?.advancedLevel,
    ipAssessment?.coreSupport,
    ipAssessment?.standardsParticipation,
    conversions,
    management?.rdSystem,
    management?.rdInstitution,
    management?.incentive,
    management?.training,
    ...(years?.flatMap((year) => [year.sales, year.totalAssets, year.totalLiabilities]) ?? [null]),
    ...(judgedRights(input)?.map(({ usable }) => (usable === 'unknown' ? null : usable)) ?? [null]),
  ];
  return stated.some((value) => value === null || value === undefined);
}

function pairs<K extends string>(items: Readonly<Record<K, Range>>): Record<K, [number, number]> {
  return Object.fromEntries(Object.entries<Range>(items).map(([name, range]) => [name, asPair(range)])) as Record<K, [number, number]>;
}

/** The score as a result document shows it. */
export function printScore({ ip, conversion, management, growth, total }: CapabilityScore) {
  return {
    ip: pairs(ip),
    conversion: { average: asRatio(conversion.average), total: asPair(conversion.total) },
    management: pairs(management),
    growth: {
      netAssetGrowthRate: asRatio(growth.netAssets.rate),
      netAssets: asPair(growth.netAssets.points),
      salesGrowthRate: asRatio(growth.sales.rate),
      sales: asPair(growth.sales.points),
      manualReview: growth.netAssets.manualReview || growth.sales.manualReview,
      total: asPair(growth.total),
    },
    total: asPair(total),
  };
}
