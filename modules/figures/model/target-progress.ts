// Progress against targets: completion, light against the time passed, and the place among the counties.
import { achievementOf, ratioOf } from '#kernel/calculations/target-score/achievement.ts';
import { targetScore } from '#kernel/calculations/target-score/calculation.ts';
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import type { Value } from './evaluate.ts';
import type { Progress } from './target-shapes.ts';

export interface Standing {
  readonly region: string;
  readonly name: string;
  readonly shortName?: string;
  readonly target: string | null;
  readonly bound: string | null;
  readonly actual: Value;
  readonly last: Value;
  /** Why nothing can be told of this region at all, e.g. it was merged. */
  readonly why?: string;
  readonly isAwaited?: boolean;
}

export interface ProgressOptions {
  readonly isLowerBetter: boolean;
  readonly timeProgress: Rational;
  readonly yellowPoints?: string;
}

interface Scored {
  readonly unitId: string;
  readonly rank: number | null;
  readonly light: 'GREEN' | 'YELLOW' | 'RED' | null;
}

const known = (value: Value): Rational | null => ('known' in value ? value.known : null);
const plain = (value: Rational | null): string | null => (value === null ? null : formatPlain(value, 12));

/** Places are given among the regions handed in; order does not matter. */
export function progressOf(regions: readonly Standing[], { isLowerBetter, timeProgress, yellowPoints }: ProgressOptions): Progress[] {
  const direction = isLowerBetter ? 'LOWER' : 'HIGHER';
  const { units } = targetScore.evaluate({
    mode: 'COMPLETION',
    weight: '1',
    direction,
    timeProgress: plain(timeProgress),
    units: regions.map((one) => ({ unitId: one.region, actual: plain(known(one.actual)), target: one.target })),
    ...(yellowPoints === undefined ? {} : { parameters: { yellowPoints } }),
  }) as unknown as { units: Scored[] };
  return regions.map((one, index) => {
    const actual = known(one.actual);
    const target = one.target === null ? null : decimal(one.target);
    const completion = ratioOf(achievementOf({ unitId: one.region, actual, target, last: null, growth: null }, direction));
    const scored = units[index];
    return {
      region: one.region,
      name: one.name,
      shortName: one.shortName ?? one.name,
      target: one.target,
      bound: one.bound,
      actual: plain(actual),
      lastYear: plain(known(one.last)),
      completion: plain(completion),
      light: scored?.light ?? null,
      rank: scored?.rank ?? null,
      isAwaited: one.isAwaited === true,
      why: one.why ?? ('unknown' in one.actual ? one.actual.unknown : one.target === null ? '没有下达目标' : null),
    };
  });
}
