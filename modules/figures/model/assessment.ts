// The yearly assessment: scores of each target by the calculation within a class of counties, bonus, deduction, veto, ranks and grades.
import { InputProblem } from '#kernel/calculations/frame/problem.ts';
import { ranksOfFigures } from '#kernel/calculations/ranking.ts';
import { targetScore } from '#kernel/calculations/target-score/calculation.ts';
import { decimal, formatDecimal, formatPlain } from '#kernel/exact/decimal.ts';
import { greater, Rational, smaller } from '#kernel/exact/rational.ts';
import type { AssessmentSettings, CountyScore, ScoreItem } from './assessment-shapes.ts';
import type { BoardLine, Progress, Scoring } from './target-shapes.ts';

/** One target of the year: how it is scored, and how the counties stand. */
export interface Assessed {
  readonly line: BoardLine;
  readonly scoring: Scoring;
}

interface Scored {
  readonly score: string | null;
  readonly rank: number | null;
  readonly flag: string | null;
}

/** Scores within one class: growth, rank and mean are those of the class. */
function scoreClass({ line, scoring }: Assessed, regions: ReadonlySet<string>): ReadonlyMap<string, ScoreItem> {
  // A county without a target is not assessed on it; it takes no place among the others.
  const rows = line.rows.filter((row) => regions.has(row.region) && row.target !== null);
  let units: readonly Scored[] = [];
  let wrong: string | null = null;
  try {
    ({ units } = targetScore.evaluate({
      mode: scoring.mode,
      weight: scoring.weight,
      direction: line.isLowerBetter ? 'LOWER' : 'HIGHER',
      units: rows.map(({ region, actual, target, lastYear }) => ({ unitId: region, actual, target, last: lastYear })),
      parameters: scoring.parameters,
    }) as unknown as { units: Scored[] });
  } catch (problem) {
    if (!(problem instanceof InputProblem)) throw problem;
    wrong = problem.message;
  }
  return new Map(rows.map((row, index) => [row.region, itemOf(row, { line, scoring }, units[index], wrong)]));
}

function itemOf(row: Progress, { line, scoring }: Assessed, scored: Scored | undefined, wrong: string | null): ScoreItem {
  const score = scored?.score ?? null;
  return {
    plan: line.plan,
    indicator: line.indicator,
    indicatorName: line.indicatorName,
    unit: line.unit,
    mode: scoring.mode,
    weight: scoring.weight,
    target: row.target,
    bound: row.bound,
    actual: row.actual,
    lastYear: row.lastYear,
    completion: row.completion,
    score,
    rank: scored?.rank ?? null,
    flag: scored?.flag === 'ZERO_TARGET' ? '目标为零而有实绩，按满分计，请核对目标' : null,
    why: wrong ?? row.why ?? (score === null ? '本类县区中有实际或上年数未知，不能按此方式计分' : null),
  };
}

const pointsOf = (settings: AssessmentSettings, region: string, kind: string): Rational =>
  Rational.sum(settings.adjustments.filter((one) => one.region === region && one.kind === kind).map(({ points }) => decimal(points)));

interface County {
  readonly region: string;
  readonly name: string;
}

function totalOf(county: County, countyClass: string, items: readonly ScoreItem[], settings: AssessmentSettings): CountyScore {
  const unknown = items.filter(({ score }) => score === null);
  const base = items.length === 0 || unknown.length > 0 ? null : Rational.sum(items.map(({ score }) => decimal(score ?? '0')));
  const bonus = smaller(pointsOf(settings, county.region, 'bonus'), decimal(settings.bonusMost));
  const deduction = pointsOf(settings, county.region, 'deduction');
  const total = base === null ? null : greater(base.plus(bonus).minus(deduction), 0);
  return {
    ...county,
    countyClass,
    items: [...items],
    base: base === null ? null : formatDecimal(base, 2),
    bonus: formatPlain(bonus, 2),
    deduction: formatPlain(deduction, 2),
    isVetoed: settings.adjustments.some((one) => one.region === county.region && one.kind === 'veto'),
    total: total === null ? null : formatDecimal(total, 2),
    rank: null,
    grade: null,
    why:
      items.length === 0
        ? '没有下达目标'
        : unknown.length > 0
          ? `${unknown.map(({ indicatorName }) => indicatorName).join('、')}得分未知，未计总分`
          : null,
  };
}

/** Excellent are at most the share of the class; equals that would pass the limit together all stay below. */
function graded(counties: readonly CountyScore[], settings: AssessmentSettings): CountyScore[] {
  const eligible = counties.map(({ total, isVetoed }) => (total === null || isVetoed ? null : decimal(total)));
  const ranks = ranksOfFigures(
    counties.map(({ total }) => (total === null ? null : decimal(total))),
    'HIGHER',
  );
  const most = Number(decimal(settings.excellentShare).times(counties.length).floor());
  const isExcellent = (own: Rational): boolean =>
    own.isAtLeast(decimal(settings.excellentFrom)) && eligible.filter((other) => other?.isAtLeast(own)).length <= most;
  return counties.map((county, index) => {
    const own = eligible[index] ?? null;
    const grade = (): string | null => {
      if (county.isVetoed) return '不合格';
      if (own === null) return null;
      if (isExcellent(own)) return '优秀';
      if (own.isAtLeast(decimal(settings.goodFrom))) return '良好';
      return own.isAtLeast(decimal(settings.passFrom)) ? '合格' : '不合格';
    };
    return { ...county, rank: ranks[index] ?? null, grade: grade() };
  });
}

/** Counties of both classes, each class ranked by itself, in the order in which they were given. */
export function assess(counties: readonly County[], assessed: readonly Assessed[], settings: AssessmentSettings): CountyScore[] {
  const first = new Set(settings.firstClass);
  const result = new Map<string, CountyScore>();
  for (const [countyClass, members] of [
    ['一类', counties.filter(({ region }) => first.has(region))],
    ['二类', counties.filter(({ region }) => !first.has(region))],
  ] as const) {
    const regions = new Set(members.map(({ region }) => region));
    const scored = assessed.filter(({ scoring }) => !decimal(scoring.weight).isZero()).map((one) => scoreClass(one, regions));
    const totals = members.map((county) =>
      totalOf(
        county,
        countyClass,
        scored.flatMap((items) => items.get(county.region) ?? []),
        settings,
      ),
    );
    for (const county of graded(totals, settings)) result.set(county.region, county);
  }
  return counties.flatMap(({ region }) => result.get(region) ?? []);
}

/** What stands in the way of issuing the scores, in sentences. */
export function assessmentProblems(
  counties: readonly CountyScore[],
  assessed: readonly Assessed[],
  settings: AssessmentSettings,
): string[] {
  const weights = Rational.sum(assessed.map(({ scoring }) => decimal(scoring.weight)));
  const problems: string[] = [];
  if (assessed.length === 0) problems.push('本年度还没有下达任何目标');
  else if (!weights.equals(100)) problems.push(`各指标权重合计为${formatPlain(weights, 2)}，应为100，请在目标方案中调整权重`);
  for (const { name, why } of counties) if (why !== null) problems.push(`${name}：${why}`);
  const names = new Map(counties.map(({ region, name }) => [region, name]));
  for (const { region, kind, document } of settings.adjustments) {
    if (!names.has(region)) problems.push(`加减分中的区划 ${region} 不是本市的县区或功能区`);
    else if (kind !== 'bonus' && document.trim() === '') problems.push(`${names.get(region)}的扣分或否决没有写明依据文件`);
  }
  return problems;
}
