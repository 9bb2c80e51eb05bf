// Levels the counties' targets with the city's: what a method leaves over or short is shared in proportion, by largest remainder.
import { apportion } from '#kernel/exact/apportion.ts';
import { Rational } from '#kernel/exact/rational.ts';

export interface CountyTarget {
  readonly target: Rational | null;
  /** Set by hand: it stays as it is. */
  readonly isByHand: boolean;
}

export type Balanced = { readonly targets: readonly (Rational | null)[] } | { readonly problem: string };

/** While a target is unknown nothing is shared; targets then stay as they were. */
export function balanceTargets(counties: readonly CountyTarget[], city: Rational, quantum: Rational): Balanced {
  const targets = counties.map(({ target }) => target);
  if (targets.includes(null)) return { targets };
  const known = (own: CountyTarget): Rational => own.target ?? Rational.zero;
  const free = counties.filter(({ isByHand }) => !isByHand);
  const rest = city.minus(Rational.sum(counties.filter(({ isByHand }) => isByHand).map(known)));
  if (free.length === 0) return { targets };
  if (rest.isNegative()) return { problem: '逐县填写的合计已超过全市目标，不能调平，请改小逐县填写的数或调高全市目标' };
  const quanta = rest.dividedBy(quantum);
  if (!quanta.isWhole()) return { problem: '全市目标不是最小单位的整数倍，不能调平，请改全市目标或最小单位' };
  const weights = free.map((own) => (known(own).isNegative() ? Rational.zero : known(own)));
  if (Rational.sum(weights).isZero())
    return rest.isZero() ? { targets } : { problem: '各县区按方法得出的目标都是零，没有可以按比例调平的依据，请逐县填写' };
  const parts = apportion(quanta.floor(), weights);
  let at = 0;
  return { targets: counties.map((own) => (own.isByHand ? own.target : quantum.times(parts[at++] ?? 0n))) };
}
