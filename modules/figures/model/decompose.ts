// Breaks a city's target down to counties by the calculation, and says what the planner should know before it is issued.
import { InputProblem } from '#kernel/calculations/frame/problem.ts';
import { targetDecomposition } from '#kernel/calculations/target-decomposition.ts';
import { targetScore } from '#kernel/calculations/target-score/calculation.ts';
import type { Indicator } from '#kernel/declare/indicator.ts';
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { balanceTargets, type CountyTarget } from './balance-targets.ts';
import type { Value } from './evaluate.ts';
import type { Notice, PlanDraft, Preview, PreviewRow } from './target-shapes.ts';
import { figureText } from './target-text.ts';
import { fromBase, isAdditive, toBase, usualQuantum } from './target-units.ts';
import { monthsProblem } from './time-progress.ts';

/** What is known of a region before its target is set. */
export interface Ground {
  readonly region: string;
  readonly name: string;
  readonly last: Value;
  readonly beforeLast: Value;
  /** Reached by now. */
  readonly level: Value;
  readonly gdp: Rational | null;
  readonly potential: Rational | null;
}

export interface DecomposeInput {
  readonly draft: PlanDraft;
  readonly indicator: Indicator;
  readonly year: number;
  readonly city: Ground;
  readonly counties: readonly Ground[];
  /** Has anything ever been posted to the measures of the indicator, or published of it? */
  readonly hasEntries: boolean;
  /** Year that counts as last year's where the year before the target's has not been published; that year where absent. */
  readonly lastYear?: number;
  /** Year of the level reached where it is not now. */
  readonly levelYear?: number;
}

const knownOf = (value: Value): Rational | null => ('known' in value ? value.known : null);
const plain = (value: Rational | null): string | null => (value === null ? null : formatPlain(value, 12));
/** The calculation takes no negative figures; to it they are unknown. */
const notNegative = (value: Rational | null): string | null => (value === null || value.isNegative() ? null : plain(value));

type Suggested = ReadonlyMap<string, { readonly target: string | null; readonly weight: string | null }>;
const none: Suggested = new Map();

/** Smallest step of a target, in base units. */
const quantumOf = ({ draft, indicator }: DecomposeInput): Rational =>
  (draft.quantum === null ? undefined : toBase(draft.quantum, draft.unit, indicator.unit)) ?? usualQuantum(indicator.unit);

/** Undefined where the method itself cannot be applied: then nothing more is asked of the single counties. */
function suggest(input: DecomposeInput, problems: Notice[]): Suggested | undefined {
  const { draft, indicator, counties } = input;
  if (draft.method === 'INDIVIDUAL') return none;
  const base = (value: string | null): string | null => (value === null ? null : plain(toBase(value, draft.unit, indicator.unit) ?? null));
  const { growth, gapFactor, alpha, beta, gamma } = draft;
  const parameters = draft.method === 'BASELINE_GROWTH' ? { growth, ...(gapFactor === null ? {} : { gapFactor }) } : { alpha, beta, gamma };
  try {
    const { units } = targetDecomposition.evaluate({
      method: draft.method,
      quantum: plain(quantumOf(input)),
      cityTarget: base(draft.cityValue),
      units: counties.map((ground) => ({
        unitId: ground.region,
        last: notNegative(knownOf(ground.last)),
        beforeLast: notNegative(knownOf(ground.beforeLast)),
        gdp: notNegative(ground.gdp),
        potential: notNegative(ground.potential),
      })),
      parameters,
    }) as { units: { unitId: string; weight: string | null; target: string | null }[] };
    return new Map(units.map(({ unitId, target, weight }) => [unitId, { target, weight }]));
  } catch (problem) {
    if (!(problem instanceof InputProblem)) throw problem;
    problems.push({ region: null, text: problem.message });
    return undefined;
  }
}

function rowOf(
  ground: Ground,
  input: DecomposeInput,
  target: Rational | null,
  more: Pick<PreviewRow, 'suggested' | 'weight' | 'isByHand'>,
): PreviewRow {
  return {
    region: ground.region,
    name: ground.name,
    last: plain(knownOf(ground.last)),
    beforeLast: plain(knownOf(ground.beforeLast)),
    level: plain(knownOf(ground.level)),
    gdp: plain(ground.gdp),
    potential: plain(ground.potential),
    target: plain(target),
    typed: target === null ? null : fromBase(target, input.draft.unit, input.indicator.unit),
    ...more,
  };
}

/** A target that is already behind the level reached asks nothing of anybody. */
function levelNotice({ region, name, level, last }: Ground, target: Rational, input: DecomposeInput): Notice | null {
  const { indicator, draft, levelYear } = input;
  const isLower = draft.scoring.direction === null ? indicator.direction === 'down' : draft.scoring.direction === 'LOWER';
  const isBehind = (reached: Rational): boolean => (isLower ? target.isMoreThan(reached) : target.isLessThan(reached));
  const words = (value: Rational): string => figureText(plain(value), indicator.unit);
  const [now, before] = [knownOf(level), knownOf(last)];
  const than = isLower ? '高于' : '低于';
  if (now !== null && isBehind(now))
    return {
      region,
      text: `${name}目标${words(target)}${than}${levelYear === undefined ? '目前' : `${levelYear}年`}已达到的${words(now)}`,
    };
  if (before !== null && isBehind(before))
    return { region, text: `${name}目标${words(target)}${than}${lastYearOf(input)}年实际${words(before)}` };
  return null;
}

const lastYearOf = ({ lastYear, year }: DecomposeInput): number => lastYear ?? year - 1;

const sourceName = (source: string | null): string => source?.replace(/^(outside|indicator):/, '') ?? '';

/** What the capacity of a county is reckoned by and is not there; with all of it there, the whole adds up to nothing. */
function missingOf({ gdp, potential }: Ground, { beta, gamma, gdpSource, potentialSource }: PlanDraft): string[] {
  const weighs = (factor: string | null): boolean => factor !== null && !decimal(factor).isZero();
  const words = (label: string, source: string | null): string =>
    source === null || source.startsWith('indicator:') ? label : `${label}（外部数据“${sourceName(source)}”）`;
  const missing = [
    ...(weighs(beta) && gdp === null ? [words('地区生产总值', gdpSource)] : []),
    ...(weighs(gamma) && potential === null ? [words('潜力', potentialSource)] : []),
  ];
  return missing.length === 0 ? ['分解所需的数据（有的县区缺数，或合计为零）'] : missing;
}

function unknownWhy(ground: Ground, { draft, indicator }: DecomposeInput): string {
  if (draft.method === 'INDIVIDUAL') return `${ground.name}还没有填写目标`;
  if ('unknown' in ground.last) return `${ground.name}上年实际未知（${ground.last.unknown}），请逐县填写`;
  if (draft.method === 'CAPACITY_SHARE') return `${ground.name}缺少${missingOf(ground, draft).join('、')}，请补录或逐县填写`;
  return `${ground.name}的${indicator.name}上年或前年实际不足以计算，请逐县填写`;
}

/** What the calculation of scores would refuse at the end of the year is told before the target is issued. */
function scoringProblem({ scoring: { mode, weight, parameters } }: PlanDraft): string | null {
  try {
    targetScore.evaluate({ mode, weight, units: [{ unitId: '0', actual: null, target: null, last: null }], parameters });
    return null;
  } catch (problem) {
    if (!(problem instanceof InputProblem)) throw problem;
    return `年终计分：${problem.message}`;
  }
}

function draftProblems({ draft, indicator, counties, hasEntries }: DecomposeInput): Notice[] {
  const problems: Notice[] = [];
  const add = (text: string | null): unknown => text !== null && problems.push({ region: null, text });
  if (draft.document.name.trim() === '' || draft.document.number.trim() === '') add('请填写下达目标的文件名称和文号');
  if (!hasEntries && 'nature' in indicator)
    add(`“${indicator.name}”还没有登记过任何公布的数，目标无从核算。请先在“外部数据”中登记以往年度的数，再下达目标`);
  if (isAdditive(indicator) && draft.cityValue === null) add('请填写全市目标');
  if (draft.method === 'CAPACITY_SHARE' && !isAdditive(indicator))
    add(`“${indicator.name}”各县区相加没有意义，不能按能力份额分解，请改用基数增长或逐县确定`);
  add(monthsProblem(draft.months));
  add(scoringProblem(draft));
  const known = new Set(counties.map(({ region }) => region));
  for (const { region } of draft.byHand) if (!known.has(region)) add(`区划 ${region} 不是本市现行的县区或功能区`);
  return problems;
}

/** Where the planner asked for it, what the method gives is levelled with the city's target, and it is said. */
function level(
  input: DecomposeInput,
  first: readonly CountyTarget[],
  city: Rational | null,
  problems: Notice[],
  warnings: Notice[],
): readonly (Rational | null)[] {
  const { draft, indicator } = input;
  const before = first.map(({ target }) => target);
  if (draft.isBalanced !== true || draft.method === 'INDIVIDUAL' || city === null || !isAdditive(indicator)) return before;
  const balanced = balanceTargets(first, city, quantumOf(input));
  if ('problem' in balanced) {
    problems.push({ region: null, text: balanced.problem });
    return before;
  }
  const sum = before.includes(null) ? null : Rational.sum(before.map((target) => target ?? Rational.zero));
  if (sum !== null && !sum.equals(city)) {
    const [from, to] = [sum, city].map((value) => figureText(plain(value), indicator.unit));
    warnings.push({ region: null, text: `按方法得出的合计为${from}，已按比例调平到全市目标${to}` });
  }
  return balanced.targets;
}

export function decompose(input: DecomposeInput): Preview {
  const { draft, indicator, city, counties, hasEntries } = input;
  const problems = draftProblems(input);
  const warnings: Notice[] = [];
  const adds = isAdditive(indicator);
  const suggested = draft.method === 'CAPACITY_SHARE' && !adds ? undefined : suggest(input, problems);
  const byHand = new Map(draft.byHand.map(({ region, value }) => [region, toBase(value, draft.unit, indicator.unit) ?? null]));
  const cityTarget = draft.cityValue === null ? null : (toBase(draft.cityValue, draft.unit, indicator.unit) ?? null);
  const first = counties.map(({ region }) => {
    const own = suggested?.get(region)?.target;
    const isByHand = byHand.has(region);
    return { isByHand, target: isByHand ? (byHand.get(region) ?? null) : own == null ? null : decimal(own) };
  });
  const levelled = level(input, first, cityTarget, problems, warnings);
  const rows = counties.map((ground, at) => {
    const own = suggested?.get(ground.region);
    const isByHand = byHand.has(ground.region);
    const target = levelled[at] ?? null;
    if (target === null) {
      if (suggested !== undefined) problems.push({ region: ground.region, text: unknownWhy(ground, input) });
    } else {
      const notice = target.isNegative() ? null : levelNotice(ground, target, input);
      if (notice !== null) warnings.push(notice);
      if (target.isNegative()) problems.push({ region: ground.region, text: `${ground.name}目标不能为负` });
    }
    return rowOf(ground, input, target, { suggested: own?.target ?? null, weight: own?.weight ?? null, isByHand });
  });
  if (lastYearOf(input) !== input.year - 1)
    warnings.push({ region: null, text: `${input.year - 1}年的数尚未公布，以${lastYearOf(input)}年为基数` });
  const cityNotice = cityTarget === null ? null : levelNotice(city, cityTarget, input);
  if (cityNotice !== null) warnings.unshift(cityNotice);
  if (!hasEntries && !('nature' in indicator))
    warnings.unshift({ region: null, text: `台账中还没有“${indicator.name}”的任何记录，目标下达后完成情况将一直为零或未知` });
  const targets = rows.map(({ target }) => target);
  const sum = adds && targets.every((target) => target !== null) ? Rational.sum(targets.map((target) => decimal(target ?? '0'))) : null;
  const difference = sum === null || cityTarget === null ? null : sum.minus(cityTarget);
  if (difference !== null && !difference.isZero()) {
    const size = figureText(plain(difference.absolute()), indicator.unit);
    warnings.push({ region: null, text: `各县区合计比全市目标${difference.isPositive() ? '多' : '少'}${size}` });
  }
  return {
    lastYear: lastYearOf(input),
    levelYear: input.levelYear ?? null,
    city: rowOf(city, input, cityTarget, { suggested: null, weight: null, isByHand: true }),
    rows,
    sum: plain(sum),
    difference: plain(difference),
    isAdditive: adds,
    warnings,
    problems,
  };
}
