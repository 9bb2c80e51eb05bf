// Reckons an index by the calculation for every area, as a whole and pillar by pillar; what is missing stays unknown and is said.
import { InputProblem } from '#kernel/calculations/frame/problem.ts';
import { innovationIndex } from '#kernel/calculations/innovation-index/calculation.ts';
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { pillarContributions, roundedTo } from './index-contributions.ts';
import type { IndexArea, IndexItem, IndexResult, IndexSpec } from './index-shapes.ts';

/** Exact value of an item in an area and year, null where it is not known. */
export type ItemValue = (item: IndexItem, region: string, year: number) => Rational | null;

interface Area {
  readonly region: string;
  readonly name: string;
}

interface Reply {
  readonly series?: readonly { year: number; index: string | null; growth: string | null }[];
  readonly units?: readonly { unit: string; index: string | null; rank: number | null }[];
  readonly weights: readonly { indicatorId: string; weight: string }[] | null;
  readonly rebased?: readonly { indicatorId: string; baseYear: number }[];
  readonly consistencyRatio: string | null;
  readonly consistent: boolean | null;
}

const plain = (value: Rational | null): string | null => (value === null ? null : formatPlain(value, 12));
export const isOverTime = ({ method }: Pick<IndexSpec, 'method'>): boolean => method === 'BASE_YEAR' || method === 'CHAINED';
export const yearsOf = ({ fromYear, toYear }: Pick<IndexSpec, 'fromYear' | 'toYear'>): readonly number[] =>
  Array.from({ length: Math.max(0, toYear - fromYear + 1) }, (_, i) => fromYear + i);

/** The base of a series may not be negative to the calculation. */
const forTime = (value: Rational | null): string | null => (value === null || value.isNegative() ? null : plain(value));

type Row = (item: IndexItem) => readonly (string | null)[];

function reckon(spec: IndexSpec, items: readonly IndexItem[], values: Row, frame: object): Reply {
  const isWhole = items.length === spec.items.length;
  // A pillar by itself keeps the weights of its indicators among themselves; the calculation divides by their sum.
  const sum = Rational.sum(items.map(({ weight }) => decimal(weight)));
  const own = (item: IndexItem): string | null => (isWhole || sum.isZero() ? item.weight : plain(decimal(item.weight).dividedBy(sum)));
  const weighting = isWhole || spec.weighting === 'EQUAL' ? spec.weighting : 'GIVEN';
  return innovationIndex.evaluate({
    method: spec.method,
    weighting,
    indicators: items.map((item) => ({
      indicatorId: item.id,
      weight: own(item),
      direction: item.direction,
      target: item.target,
      values: values(item),
    })),
    ...(weighting === 'AHP' ? { matrix: spec.matrix } : {}),
    ...frame,
    parameters: { scaleFloor: spec.scaleFloor },
  }) as unknown as Reply;
}

const pillarsOf = (spec: IndexSpec): readonly string[] => [...new Set(spec.items.map(({ pillar }) => pillar))];

/** The weights that the whole was reckoned with, for the pillars. */
function weighed(spec: IndexSpec, weights: Reply['weights']): IndexSpec {
  if (spec.weighting === 'GIVEN' || weights === null) return spec;
  return {
    ...spec,
    items: spec.items.map((item) => ({
      ...item,
      weight: weights.find(({ indicatorId }) => indicatorId === item.id)?.weight ?? item.weight,
    })),
  };
}

function unknownWhy(spec: IndexSpec, value: ItemValue, region: string, year: number): string {
  const missing = spec.items.filter((item) => value(item, region, year) === null).map(({ name }) => name);
  return missing.length === 0 ? '基期数据缺失或为零，不能计算' : `缺少${year}年${missing.join('、')}`;
}

function valuesOf(spec: IndexSpec, value: ItemValue, region: string): IndexArea['values'] {
  return spec.items.map((item) => ({ item: item.id, values: yearsOf(spec).map((year) => plain(value(item, region, year))) }));
}

function withPoints(
  index: string | null,
  shares: readonly (Rational | null)[],
  pillars: readonly { readonly pillar: string; readonly index: string | null }[],
) {
  const points = index === null ? null : roundedTo(index, shares);
  return pillars.map((one, at) => ({ ...one, points: points?.[at] ?? null }));
}

function overTime(spec: IndexSpec, area: Area, value: ItemValue): { area: IndexArea; reply: Reply } {
  const years = yearsOf(spec);
  const frame = { years, baseYear: spec.baseYear };
  const row: Row = (item) => years.map((year) => forTime(value(item, area.region, year)));
  const reply = reckon(spec, spec.items, row, frame);
  const full = weighed(spec, reply.weights);
  const parts = pillarsOf(spec).map((pillar) => ({
    pillar,
    series:
      reckon(
        full,
        full.items.filter((item) => item.pillar === pillar),
        row,
        frame,
      ).series ?? [],
  }));
  const shares = pillarContributions(full, pillarsOf(spec), row, years);
  const points = (reply.series ?? []).map(({ year, index, growth }, at) => ({
    year,
    index,
    growth,
    rank: null,
    why: index === null ? unknownWhy(spec, value, area.region, year) : null,
    pillars: withPoints(
      index,
      shares.map((share) => share[at] ?? null),
      parts.map(({ pillar, series }) => ({ pillar, index: series[at]?.index ?? null })),
    ),
  }));
  const rebased = (reply.rebased ?? []).map(({ indicatorId, baseYear }) => ({ item: indicatorId, baseYear }));
  return { area: { ...area, points, rebased, values: valuesOf(spec, value, area.region) }, reply };
}

/** Places among the counties, ties 1, 1, 3, by the printed index; an unknown one leaves all of the year without a place. */
function ranked(areas: readonly IndexArea[], isRoot: (region: string) => boolean): IndexArea[] {
  const counties = areas.filter(({ region }) => !isRoot(region));
  return areas.map((area) => ({
    ...area,
    points: area.points.map((point, at) => {
      const all = counties.map(({ points }) => points[at]?.index ?? null);
      const own = point.index;
      if (isRoot(area.region) || own === null || all.includes(null)) return point;
      return { ...point, rank: 1 + all.filter((other) => other !== null && decimal(other).isMoreThan(decimal(own))).length };
    }),
  }));
}

function betweenAreas(spec: IndexSpec, areas: readonly Area[], value: ItemValue): { areas: IndexArea[]; reply: Reply | undefined } {
  const units = areas.map(({ region }) => region);
  let last: Reply | undefined;
  const byYear = yearsOf(spec).map((year) => {
    const row: Row = (item) => units.map((region) => plain(value(item, region, year)));
    const reply = reckon(spec, spec.items, row, { units });
    const full = weighed(spec, reply.weights);
    const parts = pillarsOf(spec).map((pillar) => ({
      pillar,
      units:
        reckon(
          full,
          full.items.filter((item) => item.pillar === pillar),
          row,
          { units },
        ).units ?? [],
    }));
    last = reply;
    return { year, reply, parts, shares: pillarContributions(full, pillarsOf(spec), row, null) };
  });
  return {
    reply: last,
    areas: areas.map((area, at) => ({
      ...area,
      rebased: [],
      values: valuesOf(spec, value, area.region),
      points: byYear.map(({ year, reply, parts, shares }) => {
        const own = reply.units?.[at];
        return {
          year,
          index: own?.index ?? null,
          growth: null,
          rank: own?.rank ?? null,
          why: own?.index == null ? '有县区数据缺失，极差标准化和目标达成不能计算' : null,
          pillars: withPoints(
            own?.index ?? null,
            shares.map((share) => share[at] ?? null),
            parts.map((part) => ({ pillar: part.pillar, index: part.units[at]?.index ?? null })),
          ),
        };
      }),
    })),
  };
}

/** Over time the root stands first among the areas; between areas only counties are compared. */
export function composeIndex(spec: IndexSpec, root: Area, counties: readonly Area[], value: ItemValue): IndexResult {
  const none = { years: [...yearsOf(spec)], areas: [], weights: [], consistencyRatio: null };
  try {
    let areas: IndexArea[];
    let reply: Reply | undefined;
    if (isOverTime(spec)) {
      const all = [root, ...counties].map((area) => overTime(spec, area, value));
      areas = ranked(
        all.map(({ area }) => area),
        (region) => region === root.region,
      );
      reply = all[0]?.reply;
    } else {
      ({ areas, reply } = betweenAreas(spec, counties, value));
    }
    const ratio = reply?.consistencyRatio ?? null;
    return {
      years: [...yearsOf(spec)],
      areas,
      weights: spec.items.map(({ id }) => ({
        item: id,
        weight: reply?.weights?.find(({ indicatorId }) => indicatorId === id)?.weight ?? null,
      })),
      consistencyRatio: ratio,
      problems: reply?.consistent === false ? [`判断矩阵不一致（CR＝${ratio}，应小于0.1），不给出指数，请调整两两比较`] : [],
    };
  } catch (problem) {
    if (!(problem instanceof InputProblem)) throw problem;
    return { ...none, problems: [problem.message] };
  }
}
