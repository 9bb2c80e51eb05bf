// How far a unit has come towards its target: a ratio, or full where a ratio would say nothing.
import { Rational, given as whenKnown } from '../frame/index.ts';
import type { Input, Unit } from './input.ts';

/** Full: the target is reached whatever the ratio; it counts as one and scores exactly the weight. */
export const full = 'FULL';
export type Achievement = Rational | typeof full | null;

/** Higher is better: a target of zero is reached by anything that is not negative. */
function higher({ actual, target }: Unit): Achievement {
  return whenKnown([actual, target], (reached, wanted): Achievement => {
    if (!wanted.isZero()) return reached.dividedBy(wanted);
    return reached.isNegative() ? Rational.zero : full;
  });
}

/** Lower is better: what is down to nothing has reached every target. */
function lower({ actual, target }: Unit): Achievement {
  if (actual === null) return null;
  return actual.isPositive() ? whenKnown([target], (wanted) => wanted.dividedBy(actual)) : full;
}

export function achievementOf(unit: Unit, direction: Input['direction']): Achievement {
  return direction === 'HIGHER' ? higher(unit) : lower(unit);
}

/** 目标为零而有实绩: full, but somebody should look at it. */
export function flagOf({ actual, target }: Unit, direction: Input['direction']): 'ZERO_TARGET' | null {
  return direction === 'HIGHER' && target?.isZero() && actual?.isPositive() ? 'ZERO_TARGET' : null;
}

/** As a number: full counts as one. */
export function ratioOf(achievement: Achievement): Rational | null {
  return achievement === full ? Rational.one : achievement;
}
